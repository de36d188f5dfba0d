"""What the bank says about a batch: an ISO 20022 pain.002 status file, read without trusting it."""

import re
from dataclasses import dataclass

from lxml import etree

from .sepa import lezer

GROOTST = 5_000_000
BETAALD = frozenset({"ACSC", "ACCC"})
"""Settlement completed. Earlier states (ACTC, ACCP, ACSP, PDNG) only say that the bank is at work."""

AFGEWEZEN = frozenset({"RJCT"})
REKENINGFOUT = frozenset({"AC01", "AC04", "AC06", "BE04", "MD07"})
"""Reasons that say that the account can't be right; it is then blocked until somebody else has confirmed one again."""

REDENEN = {
    "AC01": "het rekeningnummer bestaat niet",
    "AC04": "de rekening is opgeheven",
    "AC06": "de rekening is geblokkeerd",
    "AM04": "er staat te weinig op onze rekening",
    "AM05": "de bank heeft deze betaling al gehad",
    "BE04": "het adres van de ontvanger ontbreekt",
    "MD07": "de rekeninghouder is overleden",
    "MS03": "de bank geeft geen reden",
}


class GeenStatusbestand(ValueError):
    """This is no status file that we can read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """What the bank says about one transfer; `eind_id` empty: about the whole batch."""

    eind_id: str
    status: str
    code: str


@dataclass(frozen=True, slots=True)
class Statusbestand:
    bericht_id: str
    uitspraken: tuple[Uitspraak, ...]


def lees(ruw: bytes) -> Statusbestand:
    """Read a pain.002, any version.

    Raises:
        GeenStatusbestand: too large, no XML, another message, or without the id of a batch.
    """
    if len(ruw) > GROOTST:
        raise GeenStatusbestand(
            "Dit bestand is groter dan 5 MB. Een antwoord van de bank is dat nooit; kies het goede bestand."
        )
    if b"<!DOCTYPE" in ruw or b"<!ENTITY" in ruw:
        raise GeenStatusbestand(
            "In dit bestand staan verwijzingen die er niet horen. Haal het opnieuw op bij de bank."
        )
    try:
        boom = etree.fromstring(ruw, lezer())
    except etree.XMLSyntaxError as fout:
        raise GeenStatusbestand(
            "Dit is geen XML-bestand. Haal het antwoord van de bank opnieuw op (pain.002)."
        ) from fout
    if not re.search(r"pain\.002\.001\.\d\d", etree.QName(boom).namespace or ""):
        raise GeenStatusbestand(
            "Dit is een ander soort bestand. Kies het antwoord van de bank op uw betaalbestand (pain.002)."
        )
    bericht_id = _tekst(boom, "OrgnlMsgId")
    if not bericht_id:
        raise GeenStatusbestand(
            "In dit antwoord staat niet om welke batch het gaat. Vraag de bank om een volledig bestand."
        )
    uitspraken = [
        Uitspraak(_tekst(rij, "OrgnlEndToEndId"), _tekst(rij, "TxSts"), _tekst(rij, "Cd"))
        for rij in boom.iter("{*}TxInfAndSts")
    ]
    groep = _tekst(boom, "GrpSts") or _tekst(boom, "PmtInfSts")
    if groep in BETAALD | AFGEWEZEN and not uitspraken:
        uitspraken.append(Uitspraak("", groep, _tekst(boom, "Cd")))
    return Statusbestand(bericht_id, tuple(uitspraken))


def reden(code: str) -> str:
    return REDENEN.get(code, f"code {code}" if code else "de bank gaf geen reden")


def _tekst(element: etree._Element, naam: str) -> str:
    return (element.findtext(f".//{{*}}{naam}") or "").strip()[:35]
