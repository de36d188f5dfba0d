from django.urls import path

from . import views

paden = [
    path("vraag/<uuid:id>/", views.dossier, name="dossier"),
    path("vraag/<uuid:id>/inwoner/", views.inwoner, name="inwoner_wijzigen"),
    path("vraag/<uuid:id>/netwerk/", views.netwerk, name="netwerk"),
]
