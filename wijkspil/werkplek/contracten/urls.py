from django.urls import path

from . import views

paden = [
    path("contracten/", views.contracten, name="contracten"),
    path("contracten/<uuid:id>/", views.contract, name="contract"),
    path("declaraties/", views.declaraties, name="declaraties"),
    path("declaraties/<uuid:id>/", views.declaratie, name="declaratie"),
]
