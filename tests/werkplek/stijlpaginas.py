"""Renders the pages of the style guide through the real frames and components, without a database or a server."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory

from tests.werkplek import stijlgegevens as g

HIER = Path(__file__).parent


def _engine() -> DjangoTemplates:
    opties = dict(settings.TEMPLATES[0]["OPTIONS"])
    opties.pop("loaders", None)
    opties["context_processors"] = ["django.template.context_processors.i18n"]
    return DjangoTemplates(
        {
            "NAME": "stijlgids",
            "DIRS": [HIER / "stijlgids", *settings.TEMPLATES[0]["DIRS"]],
            "APP_DIRS": False,
            "OPTIONS": opties,
        }
    )


class _Bericht:
    level_tag = "success"
    extra_tags = ""

    def __str__(self) -> str:
        return "De vraag is opgenomen. De inwoner krijgt morgen een ontvangstbevestiging."


def paginas() -> dict[str, tuple[str, dict[str, Any]]]:
    """Every page of the guide: name -> (template, context)."""
    fout_form = g.VraagForm({"vraag": "", "telefoon": "06", "dag": ""})
    kader = g.kader()
    badges = [
        (toestand.replace("-", " "), toestand)
        for toestand in ("goed", "let-op", "fout", "bezig", "rust", "pauze")
    ]
    conflict = [
        {"label": "Aantekening", "nu": "Cornelis slaapt slecht.", "eigen": "Cornelis zegt dat het wel gaat."}
    ]
    oefenpersonen = [
        {
            "naam": "Annemarieke van der Zwaluwenberg",
            "rol": "Consulent Wmo, Alphen aan den Rijn",
            "waarde": "1",
        },
        {"naam": "Hendrika van Oosterhout-de Bruijn", "rol": "Inwoner met een lopende vraag", "waarde": "2"},
    ]
    gemeente = {"gemeente": kader["gemeente"], "taal_url": kader["taal_url"]}
    return {
        "werkvoorraad": ("werkvoorraad.html", {**kader, **g.werkvoorraad(), "messages": [_Bericht()]}),
        "dossier": ("dossier.html", {**kader, **g.dossier()}),
        "formulier": ("formulier.html", {**kader, "form": g.VraagForm(), "gesprek": g.GesprekForm(), "conflict": conflict}),
        "formulier_fout": ("formulier.html", {**kader, "form": fout_form, "gesprek": g.GesprekForm(), "conflict": conflict}),
        "arrangement": ("arrangement.html", {**kader, **g.arrangement()}),
        "besluit": ("besluit.html", {**kader, **g.besluit()}),
        "sturing": (
            "sturing.html",
            {**kader, "staaf": g.STAAF, "badges": badges, "downloads": [{"label": "Download CSV", "url": "#"}]},
        ),
        "mijn_vraag": ("mijn_vraag.html", {**kader, **g.mijn_vraag()}),
        "aanmelden": ("basis/aanmelden.html", {**gemeente, "form": g.VraagForm(), "oefenpersonen": oefenpersonen}),
        "fout_404": ("basis/fout.html", {**gemeente, "code": 404}),
        "fout_403": ("basis/fout.html", {**gemeente, "code": 403}),
        "fout_500": ("basis/fout.html", {}),
        "geblokkeerd": ("basis/geblokkeerd.html", {}),
    }  # fmt: skip


def render(naam: str) -> str:
    """Return the HTML of one page; without a context (the 500 page) also without a request."""
    sjabloon, context = paginas()[naam]
    verzoek = RequestFactory().get("/stijlgids/") if context else None
    return _engine().get_template(sjabloon).render(context, verzoek)
