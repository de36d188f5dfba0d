"""Letters around objection, completion and withdrawal: from rows to the fields of `bloktekst`."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.besluiten.models import Aanvraag, Besluit, Bezwaar
from wijkspil.regels import wmo
from wijkspil.regels.kalender import in_woorden
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie

from .. import woorden
from . import Inhoud
from .toegang import papier_bij

U = Bezwaar.Uitkomst

_ANTWOORD = {
    U.GEGROND: _l("U heeft gelijk. Ons besluit geldt niet meer. U krijgt een nieuw besluit."),
    U.DEELS_GEGROND: _l("U heeft voor een deel gelijk. Daarover krijgt u een nieuw besluit."),
    U.ONGEGROND: _l("Ons besluit blijft zoals het is."),
    U.NIET_ONTVANKELIJK: _l("Wij kunnen uw bezwaar niet bekijken. Ons besluit blijft zoals het is."),
}
_GEVOLG_NIEUW = _l(
    "Wij nemen een nieuw besluit op uw aanvraag. U krijgt daar een brief over. Hulp die u nu heeft, gaat zolang door."
)
_GEVOLG_BLIJFT = _l("Er verandert niets aan het besluit. Wilt u samen kijken wat er nu wel kan? Bel ons dan.")


def bezwaar_ontvangen(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    """Confirm receipt (Awb art. 6:14)."""
    b = _bezwaar(hulpvraag, rij)
    velden = {
        "besluit": b.besluit.nummer,
        "datum_besluit": b.besluit.bekendgemaakt_op,
        "ontvangen_op": b.ontvangen_op,
        "gronden": b.gronden,
        "uiterlijk": b.uiterlijk,
        "te_laat": None if b.op_tijd else in_woorden(b.besluit.bezwaar_tot or b.ontvangen_op),
    }
    return Inhoud(velden, kenmerk=b.nummer)


def bezwaar_aanvulling(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    b = _bezwaar(hulpvraag, rij)
    velden = {"besluit": b.besluit.nummer, "wat": b.aanvulling_wat, "tot": b.aanvulling_tot}
    return Inhoud(velden, kenmerk=b.nummer)


def bezwaar_verdaagd(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    b = _bezwaar(hulpvraag, rij)
    velden = {
        "besluit": b.besluit.nummer,
        "reden": b.termijn.verlengingen[-1].reden,
        "uiterlijk": b.uiterlijk,
    }
    return Inhoud(velden, kenmerk=b.nummer)


def bezwaar_ingetrokken(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    b = _bezwaar(hulpvraag, rij)
    return Inhoud({"besluit": b.besluit.nummer, "reden": rij["reden"]}, kenmerk=b.nummer)


def aanvulling_gevraagd(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    """Ask to complete an application (Awb art. 4:5)."""
    a = Aanvraag.objects.get(pk=UUID(rij["aanvraag"]), hulpvraag=hulpvraag)
    return Inhoud({"datum_aanvraag": a.ontvangen_op, "wat": a.aanvulling_wat, "tot": a.aanvulling_tot})


def aanvraag_ingetrokken(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    a = Aanvraag.objects.get(pk=UUID(rij["aanvraag"]), hulpvraag=hulpvraag)
    return Inhoud({"datum_aanvraag": a.ontvangen_op, "reden": a.ingetrokken_reden})


def antwoord(bezwaar: Bezwaar, op: date) -> Inhoud:
    """The answer to an objection as it goes out on a day: the term for the court counts from there (Awb art. 6:7, 6:24)."""
    uitkomst = U(bezwaar.uitkomst)
    nieuw = uitkomst in (U.GEGROND, U.DEELS_GEGROND)
    gehoord = (
        _("Op %(dag)s hebben wij met u over uw bezwaar gesproken.") % {"dag": in_woorden(bezwaar.gehoord_op)}
        if bezwaar.gehoord_op
        else _("Wij hebben geen gesprek met u gehad. %(reden)s") % {"reden": bezwaar.niet_gehoord_reden}
        if bezwaar.niet_gehoord_reden
        else _("Een gesprek was niet nodig, omdat u gelijk krijgt.")
    )
    velden = {
        "besluit": bezwaar.besluit.nummer,
        "datum_besluit": bezwaar.besluit.bekendgemaakt_op,
        "ontvangen_op": bezwaar.ontvangen_op,
        "antwoord": str(_ANTWOORD[uitkomst]),
        "gronden": bezwaar.gronden,
        "gehoord": gehoord,
        "overwegingen": bezwaar.overwegingen,
        "gevolg": str(_GEVOLG_NIEUW if nieuw else _GEVOLG_BLIJFT),
        "rechtbank": papier_bij(bezwaar.hulpvraag).rechtbank
        or _("de rechtbank in uw regio, sector bestuursrecht"),
        "beroep": woorden.termijn(wmo.bezwaartermijn(op)),
    }
    return Inhoud(velden, kenmerk=bezwaar.nummer, ondertekenaar=bezwaar.besloten_door)


def buiten_behandeling(besluit: Besluit, op: date) -> Inhoud:
    """The decision not to take up an incomplete application, as it goes out on a day."""
    a = besluit.aanvraag
    velden = {
        "datum_aanvraag": a.ontvangen_op,
        "gevraagd_op": a.aanvulling_gevraagd_op,
        "tot": a.aanvulling_tot,
        "wat": a.aanvulling_wat,
        "redenen": besluit.motivering,
        "bezwaar": bezwaarweg(besluit.hulpvraag, op),
    }
    return Inhoud(velden, kenmerk=besluit.nummer, ondertekenaar=besluit.genomen_door)


def intrekking(besluit: Besluit, op: date) -> Inhoud:
    """The decision to withdraw one that was announced, as it goes out on a day."""
    velden = {
        "besluit": besluit.nummer,
        "datum_besluit": besluit.bekendgemaakt_op,
        "reden": besluit.ingetrokken_reden,
        "bezwaar": bezwaarweg(besluit.hulpvraag, op),
    }
    return Inhoud(velden, kenmerk=besluit.nummer)


def bezwaarweg(hulpvraag: Hulpvraag, op: date) -> dict[str, Any]:
    """The way to object for a letter of blocks; digital objection stands on the paper's own page."""
    return {
        **woorden.termijn(wmo.bezwaartermijn(op)),
        "orgaan": laad_versie(hulpvraag.werkwijze).bezwaar.instantie,
        "adres": papier_bij(hulpvraag).postadres,
    }


def _bezwaar(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Bezwaar:
    return Bezwaar.objects.select_related("besluit").get(pk=UUID(rij["bezwaar"]), hulpvraag=hulpvraag)
