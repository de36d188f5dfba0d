from django.urls import path

from . import aantekening, huishouden, naaste, netwerk, views, waardering

paden = [
    path("vraag/<uuid:id>/", views.dossier, name="dossier"),
    path("vraag/<uuid:id>/inwoner/", views.inwoner, name="inwoner_wijzigen"),
    path("vraag/<uuid:id>/netwerk/", netwerk.netwerk, name="netwerk"),
    path("vraag/<uuid:id>/netwerk/<uuid:relatie_id>/", naaste.naaste, name="naaste"),
    path("vraag/<uuid:id>/netwerk/<uuid:relatie_id>/waardering/", waardering.waardering, name="waardering"),
    path("mantelzorgwaardering/", waardering.waarderingen, name="waarderingen"),
    path("vraag/<uuid:id>/huishouden/", huishouden.huishouden, name="huishouden"),
    path("vraag/<uuid:id>/werkaantekening/", aantekening.werkaantekening, name="werkaantekening"),
]
