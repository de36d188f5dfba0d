from django.urls import path

from . import aanvraagblad, afspraak, views, voorbeeld

paden = [
    path("vraag/<uuid:id>/besluit/", views.besluit, name="besluit"),
    path(
        "vraag/<uuid:id>/besluit/<uuid:besluit_id>/brief.pdf",
        voorbeeld.brief_voorbeeld,
        name="brief_voorbeeld",
    ),
    path("vraag/<uuid:id>/aanvraag/", aanvraagblad.aanvraag, name="aanvraag"),
    path("vraag/<uuid:id>/afspraak/", afspraak.afspraak, name="afspraak"),
    path("vraag/<uuid:id>/besluit-op-verzoek/", afspraak.besluit_op_verzoek, name="besluit_op_verzoek"),
]
