from django.urls import path

from . import views

paden = [
    path("berichten/", views.berichten, name="berichten"),
    path("berichten/<uuid:id>/", views.bericht, name="bericht"),
    path("berichten/<uuid:id>/ruw/", views.bericht_ruw, name="bericht_ruw"),
]
