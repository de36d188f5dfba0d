from django.urls import path

from . import bekijken, concept, formulier, gevolgen, publiceren

paden = [
    path("werkwijze/", bekijken.werkwijze, name="werkwijze"),
    path("werkwijze/vergelijk/", bekijken.vergelijk, name="werkwijze_vergelijk"),
    path("werkwijze/versie/<str:sleutel>/", bekijken.versie, name="werkwijze_versie"),
    path("werkwijze/bestand/<str:sleutel>/", bekijken.yaml, name="werkwijze_yaml"),
    path("werkwijze/concept/", concept.concept_nieuw, name="werkwijze_nieuw"),
    path("werkwijze/concept/<uuid:id>/", concept.concept, name="werkwijze_concept"),
    path("werkwijze/concept/<uuid:id>/tekst/<slug:deel>/", concept.concept_tekst, name="werkwijze_tekst"),
    path(
        "werkwijze/concept/<uuid:id>/vragen/<slug:vraag>/",
        formulier.concept_formulier,
        name="werkwijze_vragen",
    ),
    path("werkwijze/concept/<uuid:id>/gevolgen/", gevolgen.gevolgen, name="werkwijze_gevolgen"),
    path(
        "werkwijze/concept/<uuid:id>/publiceren/", publiceren.concept_publiceren, name="werkwijze_publiceren"
    ),
    path("werkwijze/concept/<uuid:id>/weg/", concept.concept_weg, name="werkwijze_weg"),
]
