"""The beschikking and the confirmation of an agreement.

A beschikking says no more than the decision holds: hours only when the form of the decision is hours, activities with their
frequency otherwise (CRvB 8 October 2018, ECLI:NL:CRVB:2018:3241).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.besluiten import vorm
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core import klok
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels import wmo
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.assen import Besluitinhoud
from wijkspil.werkwijzen.kast import laad_versie

from .. import woorden
from ..bijdrage import Onderdeel, bijdrage_bij_afspraak, bijdrage_in_brief
from . import Inhoud
from .bezwaar import buiten_behandeling
from .toegang import papier_bij

GROND = "Wmo 2015, artikel 2.3.5 lid 3"


def briefsoort(besluit: Besluit) -> str:
    """Which letter announces this decision."""
    return "buiten_behandeling" if besluit.soort == Besluit.Soort.BUITEN_BEHANDELING else "beschikking"


def beschikking(
    besluit: Besluit, *, bekend_op: date, regels: Sequence[Arrangementregel] | None = None
) -> Inhoud:
    """The letter of a decision as it goes out on a day: the objection term counts from there. At most two queries.

    `regels` are the product lines of the plan, when the caller has them already.
    """
    if briefsoort(besluit) == "buiten_behandeling":
        return buiten_behandeling(besluit, bekend_op)
    hulpvraag, plan = besluit.hulpvraag, besluit.plan
    regels = vorm.besluitregels(plan) if regels is None else regels
    toegekend = [regel for regel in regels if regel.pk in besluit.regels]
    bezwaar = woorden.termijn(wmo.bezwaartermijn(bekend_op))
    papier = papier_bij(hulpvraag)
    if besluit.soort == Besluit.Soort.BEEINDIGING:
        gestopt, toegekend = toegekend, []
    onderdelen = [_toekenning(besluit, regel) for regel in toegekend]
    if besluit.soort == Besluit.Soort.BEEINDIGING:
        onderdelen += [_beeindiging(besluit, regel, bekend_op) for regel in gestopt]
    elif besluit.soort != Besluit.Soort.TOEKENNING:
        onderdelen += _afwijzingen(besluit, [regel for regel in regels if regel.pk not in besluit.regels])
    delen = [
        Onderdeel(r.product.categorie, vorm.assen_van(hulpvraag, r).eigen_bijdrage)
        for r in toegekend
        if r.product
    ]
    return Inhoud(
        {
            "datum_melding": hulpvraag.gemeld_op,
            "datum_aanvraag": besluit.aanvraag.ontvangen_op,
            "onderdelen": onderdelen,
            "redenen": _redenen(besluit),
            "persoonlijk_plan": (besluit.reactie_plan.strip() or None) if plan.eigen_plan.strip() else None,
            "advies": besluit.advies.strip() or None,
            "gehoord": besluit.gehoord_op,
            "samenhang": _samenhang(
                plan.regels.exclude(pk__in=besluit.regels).order_by("volgorde", "gemaakt_op"), regels
            ),
            "bijdrage": bijdrage_in_brief(delen, hulpvraag.inwoner, besluit.ingangsdatum or bekend_op),
            "bezwaar": {
                **bezwaar,
                "orgaan": laad_versie(hulpvraag.werkwijze).bezwaar.instantie,
                "adres": papier.postadres,
                "digitaal": papier.digitaal_bezwaar,
            },
        },
        kenmerk=besluit.nummer,
        ondertekenaar=besluit.genomen_door,
    )


def afspraakbevestiging(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    afspraak = Afspraak.objects.select_related("plan", "gemaakt_door").get(
        pk=rij["afspraak"], hulpvraag=hulpvraag
    )
    werkwijze = laad_versie(hulpvraag.werkwijze)
    regels = list(
        afspraak.plan.regels.filter(pk__in=afspraak.regels)
        .select_related("product")
        .order_by("volgorde", "gemaakt_op")
    )
    delen = [
        Onderdeel(r.product.categorie, vorm.assen_van(hulpvraag, r).eigen_bijdrage)
        for r in regels
        if r.product
    ]
    return Inhoud(
        {
            "datum_gesprek": afspraak.op,
            "eigen_woorden": afspraak.tekst,
            "afspraken": [{"wie": r.wie, "wat": r.wat, "wanneer": _wanneer(r)} for r in regels],
            "bijdrage": bijdrage_bij_afspraak(delen, hulpvraag.inwoner, afspraak.op),
            "terugkijken": afspraak.plan.evaluatie_op
            or plus_maanden(afspraak.op, werkwijze.evaluatie.elke_maanden),
            "terugkijken_hoe": _("samen met u, telefonisch of bij u thuis"),
            "besluittermijn": woorden.besluittermijn(klok.vandaag()),
        },
        kenmerk=afspraak.nummer,
        ondertekenaar=afspraak.gemaakt_door,
    )


def _toekenning(besluit: Besluit, regel: Arrangementregel) -> dict[str, Any]:
    assert regel.product is not None
    assen = vorm.assen_van(besluit.hulpvraag, regel)
    in_uren = assen.besluitvorm.inhoud is Besluitinhoud.UREN
    begin = max(regel.van, besluit.ingangsdatum or regel.van)
    maanden = laad_versie(besluit.hulpvraag.werkwijze).evaluatie_na_maanden(regel.product.code)
    return {
        "soort": "toekenning",
        "voorziening": _klein(regel.product.naam),
        "grondslag": GROND,
        "resultaat": vorm.resultaat_van(regel, besluit.resultaten) or regel.wat,
        "activiteiten": [
            {"wat": a.wat, "frequentie": a.frequentie} for a in vorm.activiteiten(regel, besluit.activiteiten)
        ],
        "omvang": (vorm.omvang(regel) or None) if in_uren else None,
        "aanbieder": regel.aanbieder.naam if regel.aanbieder else regel.wie,
        "ingangsdatum": begin,
        "einddatum": besluit.einddatum or regel.tot,
        "evaluatie": besluit.plan.evaluatie_op or plus_maanden(begin, maanden),
    }


def _beeindiging(besluit: Besluit, regel: Arrangementregel, bekend_op: date) -> dict[str, Any]:
    """Help that ends: its last day, and what fits instead."""
    assert regel.product is not None
    return {
        "soort": "beeindiging",
        "voorziening": _klein(regel.product.naam),
        "grondslag": "Wmo 2015, artikel 2.3.10",
        "laatste_dag": besluit.einddatum or bekend_op,
        "wel_passend": besluit.wel_passend,
    }


def _afwijzingen(besluit: Besluit, regels: Sequence[Arrangementregel]) -> list[dict[str, Any]]:
    namen = [_klein(r.product.naam) for r in regels if r.product] or [
        besluit.hulpvraag.thema.replace("_", " ") or _("de ondersteuning waar u om vroeg")
    ]
    return [
        {
            "soort": "afwijzing",
            "voorziening": naam,
            "grondslag": GROND,
            "reden": _("Hieronder leest u waarom."),
            "wel_passend": besluit.wel_passend,
        }
        for naam in dict.fromkeys(namen)
    ]


def _redenen(besluit: Besluit) -> list[str]:
    redenen = [stuk.strip() for stuk in re.split(r"\n\s*\n", besluit.motivering) if stuk.strip()]
    if besluit.met_onderbouwing:
        redenen += [f"{s['kop']} {s['zin']}" for s in besluit.onderbouwing if s["stap"] == "onderzoek"]
    return redenen


def _samenhang(anders: Iterable[Arrangementregel], besloten: Sequence[Arrangementregel]) -> str | None:
    """What else helps, from the same plan: own strength, people around, free offers, other laws."""
    over = {regel.pk for regel in besloten}
    zinnen = [f"{r.wie}: {r.wat} ({_wanneer(r)})." for r in anders if r.pk not in over]
    return _("Naast dit besluit is er ook andere hulp. ") + " ".join(zinnen) if zinnen else None


def _wanneer(regel: Arrangementregel) -> str:
    keer = f"{regel.volume} keer " if regel.volume > 1 and not regel.eenheid else ""
    return f"{keer}{regel.get_frequentie_display()}"


def _klein(naam: str) -> str:
    return naam[0].lower() + naam[1:] if naam[1:2].islower() else naam
