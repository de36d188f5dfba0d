from django.urls import path

from . import afronden, gebreke, melden, nieuw, spoed, verdelen, woorden

paden = [
    path("vraag/nieuw/", nieuw.nieuwe_vraag, name="nieuwe_vraag"),
    path("vraag/<uuid:id>/melding/", melden.maak_melding, name="maak_melding"),
    path("vraag/<uuid:id>/woorden/", woorden.woorden, name="woorden"),
    path("vraag/<uuid:id>/contact/", melden.contact, name="contact"),
    path("vraag/<uuid:id>/spoed/", spoed.triage, name="triage"),
    path("vraag/<uuid:id>/toewijzen/", verdelen.toewijzen, name="toewijzen"),
    path("vraag/<uuid:id>/te-laat/", gebreke.gebreke, name="gebreke"),
    path("vraag/<uuid:id>/terugnemen/", afronden.terugnemen, name="terugnemen"),
    path("vraag/<uuid:id>/afsluiten/", afronden.afsluiten, name="afsluiten"),
]
