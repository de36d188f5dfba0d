from django.urls import path

from . import geld, kas, lijst, overdragen, partijen, wetten

paden = [
    path("overdrachten/", lijst.overdrachten, name="overdrachten"),
    path("overdrachten/<uuid:overdracht_id>/", overdragen.overdracht, name="overdracht"),
    path("vraag/<uuid:id>/overdragen/", overdragen.overdragen, name="overdragen"),
    path("overdrachten/andere-wetten/", geld.andere_wetten, name="andere_wetten"),
    path("gedeelde-kas/", kas.gedeelde_kas, name="gedeelde_kas"),
    path("vraag/<uuid:id>/wetten/", wetten.wetten, name="wetten"),
    path("vraag/<uuid:id>/wetten/<uuid:wetdeel_id>/", wetten.wetdeel, name="wetdeel"),
    path("partijen/", partijen.partijen, name="partijen"),
    path("partijen/nieuw/", partijen.partij_nieuw, name="partij_nieuw"),
    path("partijen/<uuid:partij_id>/", partijen.partij, name="partij"),
]
