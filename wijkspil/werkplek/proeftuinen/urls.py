"""The register of pilots, one pilot from question to what it taught, and the files that take part."""

from django.urls import path

from . import meedoen, register, rekenen, uitkomst

paden = [
    path("proeftuinen/", register.proeftuinen, name="proeftuinen"),
    path("proeftuinen/rekenhulp/", rekenen.proeftuin_rekenhulp, name="proeftuin_rekenhulp"),
    path("proeftuinen/nieuw/", register.proeftuin_nieuw, name="proeftuin_nieuw"),
    path("proeftuinen/<uuid:proeftuin_id>/", register.proeftuin, name="proeftuin"),
    path("proeftuinen/<uuid:proeftuin_id>/wijzigen/", register.proeftuin_wijzigen, name="proeftuin_wijzigen"),
    path("proeftuinen/<uuid:proeftuin_id>/doen/", register.proeftuin_doen, name="proeftuin_doen"),
    path("proeftuinen/<uuid:proeftuin_id>/cijfers/", register.proeftuin_cijfers, name="proeftuin_cijfers"),
    path("proeftuinen/<uuid:proeftuin_id>/uitkomst/", uitkomst.proeftuin_uitkomst, name="proeftuin_uitkomst"),
    path(
        "proeftuinen/<uuid:proeftuin_id>/uitkomst.csv", uitkomst.proeftuin_download, name="proeftuin_download"
    ),
    path("vraag/<uuid:id>/proeftuin/", meedoen.meedoen, name="proeftuin_dossier"),
]
