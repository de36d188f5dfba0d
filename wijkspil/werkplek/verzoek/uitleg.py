"""A request in plain words: what is asked, what runs now, what is left, and what yes and no mean."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Case, F, IntegerField, Sum, When
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.ondersteuning import woorden
from wijkspil.ondersteuning.grenzen import grens
from wijkspil.ondersteuning.models import Aanbiederverzoek, Declaratieregel, Toewijzing
from wijkspil.ondersteuning.toekenning import Stap, Wat, lopende, stappen
from wijkspil.regels.bedragen import Maand
from wijkspil.werkplek.berichten.woorden import codewoord

TOESTAND = {
    Aanbiederverzoek.Status.ONTVANGEN: "let-op",
    Aanbiederverzoek.Status.IN_ONDERZOEK: "bezig",
    Aanbiederverzoek.Status.GEHONOREERD: "goed",
    Aanbiederverzoek.Status.AFGEWEZEN: "rust",
}


@dataclass(frozen=True, slots=True)
class Loopt:
    """An order that runs: what, till when, and how much of it was claimed."""

    t: Toewijzing
    omvang: str
    periode: str
    gebruikt: str
    toestand: str


@dataclass(frozen=True, slots=True)
class Gevolg:
    """One step of saying yes as a sentence; `geld` says what it costs more or less a month, `ruimte` whether it needs a decision."""

    zin: str
    stap: Stap
    geld: str = ""
    ruimte: str = ""


def toestand(verzoek: Aanbiederverzoek) -> str:
    return TOESTAND[Aanbiederverzoek.Status(verzoek.status)]


def gevolgen(verzoek: Aanbiederverzoek) -> list[Gevolg]:
    return [
        Gevolg(_zin(stap), stap, _geld(stap), _ruimte(stap))
        for stap in stappen(verzoek, vandaag=klok.vandaag())
    ]


def _zin(stap: Stap) -> str:
    wat = stap.product.naam if stap.product else _("Onbekend product")
    omvang = woorden.in_woorden(stap.volume, stap.eenheid, stap.frequentie) if stap.volume else ""
    feiten = {
        "wat": wat,
        "omvang": omvang,
        "periode": woorden.periode(stap.ingang, stap.einde),
        "oud": woorden.omvang(stap.toewijzing) if stap.toewijzing else "",
        "oude_periode": woorden.periode(stap.toewijzing.ingang, stap.toewijzing.einde)
        if stap.toewijzing
        else "",
        "dag": woorden.datum(stap.ingang),
        "stopt": woorden.datum(stap.ingang - timedelta(days=1)) if stap.wat is Wat.OPGEVOLGD else "",
        "einde": woorden.datum(stap.einde) if stap.einde else _("zonder einddatum"),
    }
    match stap.wat:
        case Wat.BLIJFT:
            return _("%(wat)s blijft zoals het is.") % feiten
        case Wat.OPGEVOLGD:
            return (
                _(
                    "%(wat)s gaat vanaf %(dag)s van %(oud)s naar %(omvang)s, tot en met %(einde)s. De oude opdracht eindigt op %(stopt)s; er komt een nieuw nummer."
                )
                if stap.einde
                else _(
                    "%(wat)s gaat vanaf %(dag)s van %(oud)s naar %(omvang)s, zonder einddatum. De oude opdracht eindigt op %(stopt)s; er komt een nieuw nummer."
                )
            ) % feiten
        case Wat.AANGEPAST:
            return (
                _(
                    "%(wat)s wordt %(omvang)s, %(periode)s. Nu is het %(oud)s, %(oude_periode)s. Het nummer blijft."
                )
                % feiten
            )
    return _("%(wat)s komt erbij: %(omvang)s, %(periode)s.") % feiten


def _geld(stap: Stap) -> str:
    """The rough difference a month, from what the line costs now."""
    t = stap.toewijzing
    if (
        t is None
        or stap.wat is Wat.BLIJFT
        or stap.frequentie != t.frequentie
        or not t.volume
        or not t.regel.maand_cent
    ):
        return ""
    verschil = round(Fraction(t.regel.maand_cent * (stap.volume - t.volume), t.volume * 100))
    if not verschil:
        return ""
    if verschil > 0:
        return _("Dat kost ongeveer %(euro)s euro per maand meer.") % {"euro": verschil}
    return _("Dat kost ongeveer %(euro)s euro per maand minder.") % {"euro": -verschil}


def _ruimte(stap: Stap) -> str:
    t = stap.toewijzing
    if t is None or stap.volume == t.volume or stap.wat is Wat.BLIJFT:
        return ""
    van, tot = t.regel.band_van, t.regel.band_tot
    if van is None or tot is None:
        return _("Bij deze hulp is geen ruimte afgesproken. Kijk of er een nieuw besluit nodig is.")
    if van <= stap.volume <= tot:
        return _(
            "Dit valt binnen de afgesproken ruimte (%(van)s tot %(tot)s). Een nieuw besluit is niet nodig."
        ) % {
            "van": van,
            "tot": tot,
        }
    return _(
        "Dit valt buiten de afgesproken ruimte (%(van)s tot %(tot)s). Daarvoor is een nieuw besluit nodig."
    ) % {
        "van": van,
        "tot": tot,
    }


def wat_loopt(verzoek: Aanbiederverzoek) -> list[Loopt]:
    """The running orders of this resident with this provider. Two queries."""
    lopend = [
        t
        for t in lopende(verzoek).values()
        if t.status != Toewijzing.Status.VERWIJDERD and (t.einde is None or t.einde >= klok.vandaag())
    ]
    gedeclareerd = dict(
        Declaratieregel.objects.filter(toewijzing__in=lopend, goedgekeurd=True)
        .values_list("toewijzing")
        .annotate(
            som=Sum(
                Case(
                    When(is_credit=True, then=-F("volume")), default=F("volume"), output_field=IntegerField()
                )
            )
        )
    )
    return [
        Loopt(
            t,
            woorden.omvang(t),
            woorden.periode(t.ingang, t.einde),
            _gebruikt(t, gedeclareerd.get(t.pk, 0)),
            woorden.TOESTAND[Toewijzing.Status(t.status)],
        )
        for t in lopend
    ]


def _gebruikt(t: Toewijzing, gedeclareerd: int) -> str:
    totaal = grens(t, Maand.van(klok.vandaag())).totaal
    if totaal is None:
        return (
            _("%(n)s gedeclareerd tot nu toe") % {"n": gedeclareerd}
            if gedeclareerd
            else _("nog niets gedeclareerd")
        )
    return _("%(n)s van %(totaal)s gedeclareerd, %(rest)s over") % {
        "n": gedeclareerd,
        "totaal": totaal,
        "rest": max(0, totaal - gedeclareerd),
    }


def gevraagd(verzoek: Aanbiederverzoek) -> list[tuple[str, str]]:
    """What stands in the request beside the help itself, as label and value."""
    vraag: dict[str, Any] = verzoek.inhoud
    regels = []
    if reden := vraag.get("RedenVerzoek"):
        regels.append((_("Waarom"), codewoord("WJ758", reden)))
    if commentaar := vraag.get("Commentaar"):
        regels.append((_("Opmerking van de aanbieder"), commentaar))
    if verwijzer := vraag.get("Verwijzer"):
        naam = verwijzer.get("Naam") or verwijzer.get("ZorgverlenerCode") or ""
        regels.append(
            (
                _("Verwezen door"),
                " ".join(filter(None, [codewoord("COD327", verwijzer.get("Type", "")), naam])),
            )
        )
    if nummer := vraag.get("BeschikkingNummer"):
        regels.append((_("Beschikking volgens de aanbieder"), str(nummer)))
    return regels
