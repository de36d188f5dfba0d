from django.urls import path

from . import jong, views, wlz

paden = [
    path("vraag/<uuid:id>/vervolg/", views.vervolg, name="vervolg"),
    path("vraag/<uuid:id>/vervolg/<slug:weg>/", views.vervolg_weg, name="vervolg_weg"),
    path("wlz-vroeg/", wlz.wlz_vroeg, name="wlz_vroeg"),
    path("bijna-18/", jong.overgang_18, name="overgang_18"),
]
