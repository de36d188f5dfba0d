from django.urls import path

from . import overzicht, views

paden = [
    path("vraag/<uuid:id>/route/", views.route, name="route"),
    path("verkorte-route/", overzicht.verkorte_route, name="verkorte_route"),
]
