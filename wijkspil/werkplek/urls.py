"""Staff pages, one module per story. Everything lies under the name of the municipality."""

from importlib import import_module

from django.urls import URLPattern

app_name = "werk"

VERHALEN = (
    "werkvoorraad",
    "zoeken",
    "vraag",
    "dossier",
    "noodtoegang",
    "gesprek",
    "plan",
    "afspraken",
    "vervolg",
    "trajecten",
    "kwaliteit",
    "besluit",
    "verkort",
    "bezwaar",
    "normen",
    "brieven",
    "opdracht",
    "verzoek",
    "berichten",
    "vastgelopen",
    "contracten",
    "betalingen",
    "inkoop",
    "hulpmiddelen",
    "nazorg",
    "post",
    "signalen",
    "overdracht",
    "partner",
    "kunnen",
    "wachtlijst",
    "regio",
    "sturing",
    "beleid",
    "vooruit",
    "proeftuinen",
    "beheer",
)


def _paden() -> list[URLPattern]:
    paden: list[URLPattern] = []
    for verhaal in VERHALEN:
        paden += import_module(f"wijkspil.werkplek.{verhaal}.urls").paden
    return paden


urlpatterns = _paden()
