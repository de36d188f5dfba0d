from django.urls import path

from . import views

paden = [
    path("nazorg/", views.nazorg, name="nazorg"),
    path("vraag/<uuid:id>/nazorg/", views.nazorg_dossier, name="nazorg_dossier"),
]
