from django.urls import path

from . import jong, views

paden = [
    path("vraag/<uuid:id>/vervolg/", views.vervolg, name="vervolg"),
    path("vraag/<uuid:id>/vervolg/<slug:weg>/", views.vervolg_weg, name="vervolg_weg"),
    path("bijna-18/", jong.overgang_18, name="overgang_18"),
]
