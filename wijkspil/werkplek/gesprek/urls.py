from django.urls import path

from . import gesprek, ondersteuner, onderzoek, plannen, termijnen, welbevinden, wijzers, zrm

paden = [
    path("vraag/<uuid:id>/gesprek/", gesprek.gesprek, name="gesprek"),
    path("vraag/<uuid:id>/gesprek/plannen/", plannen.gesprek_plannen, name="gesprek_plannen"),
    path("vraag/<uuid:id>/gesprek/<uuid:gesprek>/", gesprek.gesprek_een, name="gesprek_een"),
    path(
        "vraag/<uuid:id>/gesprek/<uuid:gesprek>/gevoerd/", gesprek.gesprek_afronden, name="gesprek_afronden"
    ),
    path(
        "vraag/<uuid:id>/gesprek/<uuid:gesprek>/verzetten/",
        plannen.gesprek_verzetten,
        name="gesprek_verzetten",
    ),
    path(
        "vraag/<uuid:id>/gesprek/<uuid:gesprek>/afzeggen/", plannen.gesprek_afzeggen, name="gesprek_afzeggen"
    ),
    path("vraag/<uuid:id>/zelfredzaamheid/", zrm.zrm, name="zrm"),
    path("vraag/<uuid:id>/onderzoek/", onderzoek.onderzoek, name="onderzoek"),
    path("vraag/<uuid:id>/termijnen/", termijnen.termijnen, name="termijnen"),
    path(
        "vraag/<uuid:id>/clientondersteuning/", ondersteuner.clientondersteuning, name="clientondersteuning"
    ),
    path("vraag/<uuid:id>/positieve-gezondheid/", welbevinden.welbevinden, name="welbevinden"),
    path("vraag/<uuid:id>/gesprekswijzer/", wijzers.gesprekswijzers, name="gesprekswijzers"),
]
