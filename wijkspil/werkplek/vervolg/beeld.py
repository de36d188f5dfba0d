"""What a way on shows beside its form: the moments and the bridge, the comparison of contributions, who can stay."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.models import Vervolgweg
from wijkspil.plannen.service import huidig_plan, lopende_regels
from wijkspil.regels import eigen_bijdrage
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.parameters import Onbekend
from wijkspil.regels.vervolgwegen import (
    WLZ_ONBEKEND,
    Bijdrageverschil,
    Brug,
    achttien_op,
    bruggen,
    overgangsmomenten,
)
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from . import forms

Soort = Vervolgweg.Soort
LOPEND = (Toewijzing.Status.OPGEDRAGEN, Toewijzing.Status.GESTART, Toewijzing.Status.TIJDELIJK_GESTOPT)


def toewijzingen_van(hulpvraag: Hulpvraag) -> list[Toewijzing]:
    """The orders that run or may run again; one query."""
    return list(
        Toewijzing.objects.filter(hulpvraag=hulpvraag, status__in=LOPEND)
        .select_related("product", "aanbieder", "team", "regel", "hulpvraag", "inwoner")
        .order_by("nummer")
    )


def hulpverleners(hulpvraag: Hulpvraag) -> list[str]:
    """Who comes to the door now, by name; free help isn't asked whether it may stay."""
    plan = huidig_plan(hulpvraag)
    regels = lopende_regels(plan) if plan else []
    return [r.aanbieder.naam if r.aanbieder else r.wie for r in regels if r.product_id]


def formulier(soort: str, hulpvraag: Hulpvraag, data: Any) -> forms.WegForm:
    """The form of a way, with sensible first values."""
    vandaag = klok.vandaag()
    werkwijze = laad_versie(hulpvraag.werkwijze)
    match soort:
        case Soort.NIETS_DOEN:
            uitkomst = werkwijze.uitkomsten.uitkomst("niets-doen")
            weken = (uitkomst.terugkijken_na_weken if uitkomst else None) or 13
            return forms.NietsDoenForm(data, initial={"doeldag": _over_weken(vandaag, weken)})
        case Soort.RUST:
            return forms.RustForm(
                data,
                toewijzingen=toewijzingen_van(hulpvraag),
                initial={"doeldag": _terugkijken(hulpvraag, "rust", 26)},
            )
        case Soort.NAAR_18:
            geboren = hulpvraag.inwoner.geboortedatum
            return forms.Naar18Form(
                data, initial={"doeldag": achttien_op(geboren) if geboren else None, "reden": _("Bijna achttien: de hulp moet door kunnen lopen.")}
            )  # fmt: skip
        case Soort.NAAR_WLZ:
            return forms.NaarWlzForm(
                data, aanbieders=hulpverleners(hulpvraag), initial={"doeldag": _over_weken(vandaag, werkwijze.continuiteit.vooraf_weken)}
            )  # fmt: skip
        case _:
            return forms.NaCrisisForm(
                data, aanbieders=hulpverleners(hulpvraag), initial={"doeldag": plus_maanden(vandaag, 1)}
            )


def _terugkijken(hulpvraag: Hulpvraag, uitkomst: str, anders: int) -> date:
    """The day to look again, as the way of working says for this way to end."""
    gevonden = laad_versie(hulpvraag.werkwijze).uitkomsten.uitkomst(uitkomst)
    return _over_weken(klok.vandaag(), (gevonden.terugkijken_na_weken if gevonden else None) or anders)


def _over_weken(dag: date, weken: int) -> date:
    return date.fromordinal(dag.toordinal() + 7 * weken)


def erbij(soort: str, hulpvraag: Hulpvraag, weg: Vervolgweg | None) -> dict[str, Any]:
    """What stands beside the form of this way."""
    if soort == Soort.NAAR_18:
        return _naar_18(hulpvraag)
    if soort == Soort.NAAR_WLZ:
        return {"bijdrage": _bijdrage(weg)}
    if soort == Soort.NIETS_DOEN:
        gevonden = laad_versie(hulpvraag.werkwijze).uitkomsten.uitkomst("niets-doen")
        return {"tenzij": gevonden.tenzij if gevonden else None}
    return {}


def _naar_18(hulpvraag: Hulpvraag) -> dict[str, Any]:
    geboren, vandaag = hulpvraag.inwoner.geboortedatum, klok.vandaag()
    werkwijze = laad_versie(hulpvraag.werkwijze)
    producten = werkwijze.producten
    return {
        "geen_geboortedatum": geboren is None,
        "momenten": [{"moment": m, "voorbij": m.op < vandaag} for m in overgangsmomenten(geboren)]
        if geboren
        else [],
        "brug": [
            {
                "brug": b,
                "producten": [p.naam for p in producten if p.categorie in b.wmo and p.wet.value == "wmo"],
                "tarief": tariefgat(werkwijze, b, vandaag),
            }
            for b in bruggen().values()
        ],
    }


def tariefgat(werkwijze: Werkwijze, brug: Brug, dag: date) -> dict[str, Any]:
    """What the help costs now and what the cheapest Wmo product of the bridge pays for the same unit; unknown is a value (C11)."""
    nu = next((t for t in werkwijze.jeugdtarieven if t.jeugd == brug.jeugd), None)
    straks = [
        t.bedrag
        for p in werkwijze.producten
        if p.categorie in brug.wmo
        for t in p.tarieven
        if nu
        and t.per == nu.per
        and t.bedrag is not None
        and t.vanaf <= dag
        and (t.tot is None or t.tot >= dag)
    ]
    cent = None if nu is None or nu.bedrag is None else int(nu.bedrag * 100)
    straks_cent = int(min(straks) * 100) if straks else None
    return {
        "nu_cent": cent,
        "straks_cent": straks_cent,
        "per": nu.per.value if nu else "",
        "verschil_cent": None if cent is None or straks_cent is None else straks_cent - cent,
        "bron": f"{nu.bron}; {nu.zekerheid.value}" if nu else "",
    }


def _bijdrage(weg: Vervolgweg | None) -> dict[str, Any]:
    """What is paid now beside what would be paid, each with its source; unknown is a value."""
    nu = eigen_bijdrage.maandbedrag(klok.vandaag())
    straks = weg.feiten.get("bijdrage_straks_cent") if weg else None
    verschil = Bijdrageverschil(nu, straks, "CAK")
    return {
        "nu_cent": None if isinstance(nu, Onbekend) else nu.cent,
        "nu_uitleg": nu.reden if isinstance(nu, Onbekend) else nu.bron,
        "nu_zekerheid": nu.zekerheid.value,
        "straks_cent": straks,
        "straks_uitleg": WLZ_ONBEKEND.reden,
        "verschil_cent": verschil.verschil_cent,
    }
