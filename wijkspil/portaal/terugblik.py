"""What happened and who looked, as sentences for the resident: no codes, no words of the office.

Which events a resident reads is decided per event in the register (`voor_inwoner`, `zin_inwoner`). Of every look the resident
reads who, in which role, when, why and which part; also the looks that were refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import gebeurtenissen as register
from wijkspil.core.door import Door
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.scherm.woorden import dag_in_woorden
from wijkspil.toegang.eigen import ACTIE
from wijkspil.toegang.models import Hulpvraag

HOOGSTENS = 300

ROLLEN: dict[str, str | Promise] = {
    "frontoffice": _l("neemt vragen aan"),
    "consulent": _l("praat met inwoners en zoekt uit wat nodig is"),
    "teamleider": _l("leidt het team"),
    "backoffice": _l("regelt besluiten en hulp"),
    "contractbeheer": _l("maakt afspraken met aanbieders"),
    "beleid": _l("maakt beleid"),
    "functioneel_beheer": _l("beheert het systeem"),
    "partner": _l("werkt samen met de gemeente"),
}
GRONDEN: dict[str, str | Promise] = {
    "behandelaar": _l("behandelt uw vraag"),
    "team van de vraag": _l("werkt in het team dat uw vraag heeft"),
    "nam de vraag op": _l("nam uw vraag aan"),
    "nog te verdelen vraag": _l("zoekt wie uw vraag oppakt"),
    "afhandeling backoffice": _l("regelt uw besluit of hulp"),
    "opdracht van de gemeente": _l("werkt bij de aanbieder van uw hulp"),
    "onderzoek met toestemming van de inwoner": _l("praat met u namens de gemeente, omdat u dat goed vindt"),
    "geen relatie": _l("had niets met uw vraag te maken"),
    "arrangeur": _l("zoekt passende hulp bij uw vraag"),
    "tweede lezer": _l("leest het besluit mee voordat het weggaat"),
    "behandelt het bezwaar": _l("behandelt uw bezwaar"),
    "nog te verdelen bezwaar": _l("zoekt wie uw bezwaar behandelt"),
    "besliste op het bezwaar": _l("besliste op uw bezwaar"),
}
DELEN: dict[str, str | Promise] = {
    "dossier": _l("het hele dossier"),
    "persoonsgegevens": _l("uw gegevens"),
    "netwerk": _l("de mensen om u heen"),
    "gesprek": _l("het gesprek"),
    "onderzoek": _l("wat er is uitgezocht"),
    "plan": _l("uw plan"),
    "woning": _l("de aanpassing van uw woning"),
    "proeftuinen": _l("of u meedoet aan een proef"),
    "arrangement": _l("uw plan"),
    "besluit": _l("het besluit"),
    "afspraak": _l("de afspraak"),
    "brieven": _l("uw brieven"),
    "berichten": _l("de berichten"),
    "opdrachten": _l("wie u helpt"),
    "opdracht": _l("wat de aanbieder voor u doet"),
    "vraag": _l("de vraag"),
    "verloop": _l("wat er gebeurde"),
    "wie keek": _l("wie keek"),
    "termijnen": _l("hoeveel tijd er is"),
    "afspraken": _l("de afspraken"),
    "cliëntondersteuning": _l("de hulp bij uw vraag"),
    "eigen plan": _l("het plan dat u zelf schreef"),
    "eigen traject": _l("de hulp van de gemeente zelf"),
    "eigen gegevens": _l("uw gegevens"),
    "huishouden": _l("wie er bij u woont"),
    "levensgebeurtenissen": _l("wat er in uw leven veranderde"),
    "talenten en wensen": _l("waar u goed in bent en wat u wilt"),
    "noodtoegang": _l("het hele dossier, omdat het niet kon wachten"),
    "plan in het kort": _l("uw plan"),
    "vastgesteld plan": _l("uw plan"),
    "positieve gezondheid": _l("hoe u zich voelt"),
    "regie": _l("wie het overzicht houdt"),
    "route": _l("welke weg uw vraag volgt"),
    "uren": _l("hoeveel tijd de hulp kost"),
    "vervolg": _l("hoe het verder gaat"),
    "werkaantekening": _l("een eigen aantekening van een medewerker"),
    "wetten": _l("wie waarover gaat"),
    "evaluatie": _l("hoe het gaat"),
    "ervaring": _l("hoe het gaat"),
    "zelfredzaamheid": _l("wat u zelf kunt"),
    "overdrachten": _l("wie u nog meer helpt"),
    "bezwaar": _l("uw bezwaar"),
    "zoeken": _l("uw naam in een zoeklijst"),
}
WEIGERING = "geweigerd"
ZELF = "inwoner zelf"
DOELEN: dict[str, str | Promise] = {"inzien": _l("uw vraag lezen")}
"""Purposes that are too short to explain themselves; the others are plain words already."""


@dataclass(frozen=True, slots=True)
class Blik:
    """One person's looks on one day for one purpose."""

    moment: datetime
    wie: str
    rol: str
    waarom: str
    wat: str
    keren: int
    geweigerd: bool


def gebeurtenissen(hulpvraag: Hulpvraag) -> list[Gebeurtenis]:
    """The events of a question, newest first. One query."""
    return list(Gebeurtenis.objects.filter(dossier_id=hulpvraag.pk).order_by("-id")[:HOOGSTENS])


def verloop(gebeurd: Sequence[Gebeurtenis], door: Door) -> list[dict[str, Any]]:
    """Those that a resident reads, per day; the same sentence twice on a day is one line."""
    zichtbaar = sorted(
        (g for g in gebeurd if g.soort in register.alle() and register.soort(g.soort).voor_inwoner),
        key=lambda g: (g.moment, g.pk),
        reverse=True,
    )
    dagen = []
    for dag, groep in groupby(zichtbaar, key=lambda g: timezone.localdate(g.moment)):
        zinnen = list(dict.fromkeys(zin(g, door) for g in groep))
        dagen.append({"dag": dag, "zinnen": zinnen})
    return dagen


def zin(g: Gebeurtenis, door: Door) -> str:
    """One event in the resident's words; what the reader did is told as "U"."""
    zelf = g.door_id is not None and g.door_id in {m.id for m in door.machtigingen}
    gegevens = {naam: _dag(waarde) for naam, waarde in g.gegevens.items()}
    return register.zin_voor_inwoner(g.soort, _("U") if zelf else g.door_naam, gegevens)


def _dag(waarde: object) -> object:
    """A day from the event's data in words; anything else as it is."""
    if not isinstance(waarde, str) or len(waarde) != 10:
        return waarde
    try:
        return dag_in_woorden(date.fromisoformat(waarde))
    except ValueError:
        return waarde


def wie_keek(hulpvraag: Hulpvraag, door: Door, *, hoogstens: int = 200) -> list[Blik]:
    """Who looked at this question, newest first; looks of the reader and of the resident are left out. One query."""
    rijen = (
        Auditregel.objects.filter(
            Q(dossier_id=hulpvraag.pk, actie__in=["dossier.ingezien", ACTIE])
            | Q(inwoner_id=hulpvraag.inwoner_id, actie="inwoner.gezocht")
        )
        .exclude(Q(door_id__in=[m.id for m in door.machtigingen]) | Q(grond=ZELF))
        .order_by("-id")[: hoogstens * 4]
    )
    blikken = []
    for (_dag, naam, _doel, resultaat), groep in groupby(
        rijen, key=lambda r: (timezone.localdate(r.moment), r.door_naam, r.doel, r.resultaat)
    ):
        keren = list(groep)
        eerste = keren[0]
        delen = list(dict.fromkeys(_deel(r.deel) for r in keren))
        blikken.append(
            Blik(
                moment=eerste.moment,
                wie=naam,
                rol=_rol(eerste),
                waarom=str(DOELEN.get(eerste.doel, eerste.doel)),
                wat=", ".join(d for d in delen if d),
                keren=len(keren),
                geweigerd=resultaat == WEIGERING,
            )
        )
    return blikken[:hoogstens]


def _rol(regel: Auditregel) -> str:
    """What this person had to do with it, in one part of a sentence."""
    if regel.actie == ACTIE:
        return _("kijkt mee voor u")
    if regel.actie == "inwoner.gezocht":
        return _("zocht in de lijst met inwoners")
    if regel.grond in GRONDEN:
        return str(GRONDEN[regel.grond])
    rollen = [str(ROLLEN[r]) for r in regel.rollen.split(",") if r in ROLLEN]
    return rollen[0] if rollen else regel.grond


def _deel(deel: str) -> str:
    return str(DELEN.get(deel, deel))
