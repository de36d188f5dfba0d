from django.urls import path

from . import lijst, overdragen, partijen

paden = [
    path("overdrachten/", lijst.overdrachten, name="overdrachten"),
    path("overdrachten/<uuid:overdracht_id>/", overdragen.overdracht, name="overdracht"),
    path("vraag/<uuid:id>/overdragen/", overdragen.overdragen, name="overdragen"),
    path("partijen/", partijen.partijen, name="partijen"),
    path("partijen/nieuw/", partijen.partij_nieuw, name="partij_nieuw"),
    path("partijen/<uuid:partij_id>/", partijen.partij, name="partij"),
]
