"""Search before create: is this person known already (H19)? Own rows in the access table, like any page (A2)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from .models import Inwoner
from .zoeknamen import klanknaam, zoeknaam

MEEST = 20


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """A known resident who may be the one who is calling, and why we think so."""

    inwoner: Inwoner
    waarom: tuple[str, ...]
    zeker: bool


def zoek(tekst: str) -> QuerySet[Inwoner]:
    """Find residents by what somebody types: a BSN, a birth date (dd-mm-jjjj), a post code with or without number, or a surname.

    Every comparison is an equality or a range, which PostgreSQL may do in an index under row-level security. One query.
    """
    schoon = tekst.strip()
    compact = schoon.replace(" ", "").upper()
    if len(compact) == 9 and compact.isdigit():
        return Inwoner.objects.filter(bsn=compact)
    if datum := _datum(schoon):
        return Inwoner.objects.filter(geboortedatum=datum).order_by("zoeknaam")[:MEEST]
    if len(compact) >= 6 and compact[:4].isdigit() and compact[4:6].isalpha():
        regel = Q(postcode=compact[:6], geheim_adres=False)
        if compact[6:]:
            regel &= Q(huisnummer__iexact=compact[6:])
        return Inwoner.objects.filter(regel).order_by("zoeknaam")[:MEEST]
    naam = zoeknaam(schoon.split(",")[0].split()[-1]) if schoon else ""
    if not naam:
        return Inwoner.objects.none()
    return Inwoner.objects.filter(
        Q(zoeknaam__gte=naam, zoeknaam__lt=naam + "{") | Q(klanknaam=klanknaam(naam))
    ).order_by("zoeknaam", "geboortedatum")[:MEEST]


def lijkt_op(
    *, achternaam: str, geboortedatum: date | None, postcode: str, huisnummer: str, bsn: str | None = None
) -> list[Gelijkenis]:
    """Who resembles a new person: same BSN, same birth date with a name that sounds alike, same address. One query."""
    postcode = postcode.replace(" ", "").upper()
    klank = klanknaam(achternaam)
    regel = Q(klanknaam=klank, geboortedatum=geboortedatum) if geboortedatum else Q(klanknaam=klank, geboortedatum=None)
    if bsn:
        regel |= Q(bsn=bsn)
    if postcode and huisnummer:
        regel |= Q(postcode=postcode, huisnummer=huisnummer, geheim_adres=False)
    gevonden = []
    for inwoner in Inwoner.objects.filter(regel)[:MEEST]:
        waarom = []
        if bsn and inwoner.bsn == bsn:
            waarom.append("bsn")
        if inwoner.klanknaam == klank:
            waarom.append("naam")
        if geboortedatum and inwoner.geboortedatum == geboortedatum:
            waarom.append("geboortedatum")
        if postcode and (inwoner.postcode, inwoner.huisnummer) == (postcode, huisnummer):
            waarom.append("adres")
        zeker = "bsn" in waarom or {"naam", "geboortedatum"} <= set(waarom)
        gevonden.append(Gelijkenis(inwoner, tuple(waarom), zeker))
    return sorted(gevonden, key=lambda g: (not g.zeker, -len(g.waarom)))


def _datum(tekst: str) -> date | None:
    delen = tekst.replace("/", "-").split("-")
    if len(delen) != 3 or not all(d.isdigit() for d in delen):
        return None
    dag, maand, jaar = (int(d) for d in delen)
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
