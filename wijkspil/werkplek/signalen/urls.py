from django.urls import path

from . import aanbod, levensloop, views

paden = [
    path("signalen/", views.signalen, name="signalen"),
    path("signalen/<uuid:id>/", views.signaal, name="signaal"),
    path("levensgebeurtenissen/", levensloop.levensgebeurtenissen, name="levensgebeurtenissen"),
    path(
        "vraag/<uuid:id>/levensgebeurtenis/<uuid:taak_id>/",
        levensloop.levensgebeurtenis,
        name="levensgebeurtenis",
    ),
    path("vraag/<uuid:id>/vraag-en-aanbod/", aanbod.vraag_en_aanbod, name="vraag_en_aanbod"),
]
