from django.urls import path

from . import views

paden = [
    path("vraag/<uuid:id>/noodtoegang/", views.noodtoegang, name="noodtoegang"),
    path("noodtoegang/", views.noodtoegangen, name="noodtoegangen"),
    path("noodtoegang/<uuid:id>/", views.noodtoegang_oordeel, name="noodtoegang_oordeel"),
]
