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
    """Find residents by what somebody types: a BSN, a birth date (dd-mm-jjjj), a post code with or without number, or a
    surname, with or without a first name before it and a birth date or year behind it.

    Every comparison is an equality or a range, which PostgreSQL may do in an index under row-level security. One query.
    """
    schoon = " ".join(tekst.replace(",", " ").split())
    compact = schoon.replace(" ", "").upper()
    if len(compact) == 9 and compact.isdigit():
        return Inwoner.objects.filter(bsn=compact)
    if datum := lees_datum(schoon):
        return Inwoner.objects.filter(geboortedatum=datum).order_by("zoeknaam")[:MEEST]
    if len(compact) >= 6 and compact[:4].isdigit() and compact[4:6].isalpha():
        regel = Q(postcode=compact[:6], geheim_adres=False)
        if compact[6:]:
            regel &= Q(huisnummer=compact[6:])
        return Inwoner.objects.filter(regel).order_by("zoeknaam")[:MEEST]
    naam, geboren = _naam_en_geboorte(schoon)
    if len(naam) < 2:
        return Inwoner.objects.none()
    # Two letters are a whole name (Vo, Li) or nothing: their range would be a walk through the register.
    gelijkend = Q(zoeknaam__gte=naam, zoeknaam__lt=naam + "{") if len(naam) > 2 else Q(zoeknaam=naam)
    if len(naam) > 3:
        gelijkend |= Q(klanknaam=klanknaam(naam))
    return Inwoner.objects.filter(gelijkend & geboren).order_by("zoeknaam", "geboortedatum", "id")[:MEEST]


def lijkt_op(
    *, achternaam: str, geboortedatum: date | None, postcode: str, huisnummer: str, bsn: str | None = None
) -> list[Gelijkenis]:
    """Who resembles a new person: same BSN, same birth date with a name that sounds alike, same address. One query.

    Day and month that changed places count as the same date. Somebody with a protected address is never found by address.
    """
    postcode, huisnummer = schone_postcode(postcode), schoon_huisnummer(huisnummer)
    klank = klanknaam(achternaam)
    dagen = _verwisseld(geboortedatum) if geboortedatum else ()
    regel = Q(klanknaam=klank) & (
        Q(geboortedatum__in=dagen) | Q(geboortedatum=None) if dagen else Q(geboortedatum=None)
    )
    if bsn:
        regel |= Q(bsn=bsn)
    if postcode and huisnummer:
        regel |= Q(postcode=postcode, huisnummer=huisnummer, geheim_adres=False)
    gevonden = []
    for inwoner in Inwoner.objects.filter(regel).order_by("zoeknaam", "id")[:MEEST]:
        waarom = []
        if bsn and inwoner.bsn == bsn:
            waarom.append("bsn")
        if inwoner.klanknaam == klank:
            waarom.append("naam")
        if inwoner.geboortedatum in dagen:
            waarom.append("geboortedatum")
        if (
            postcode
            and not inwoner.geheim_adres
            and (inwoner.postcode, inwoner.huisnummer) == (postcode, huisnummer)
        ):
            waarom.append("adres")
        zeker = "bsn" in waarom or {"naam", "geboortedatum"} <= set(waarom)
        gevonden.append(Gelijkenis(inwoner, tuple(waarom), zeker))
    return sorted(gevonden, key=lambda g: (not g.zeker, -len(g.waarom)))


def schone_postcode(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def schoon_huisnummer(huisnummer: str) -> str:
    return huisnummer.replace(" ", "").upper()


def _naam_en_geboorte(tekst: str) -> tuple[str, Q]:
    """The surname that is meant, and what is said about the birth date: a day, a year, or nothing."""
    woorden = tekst.split()
    if len(woorden) > 1 and (datum := lees_datum(woorden[-1])):
        return zoeknaam(woorden[-2]), Q(geboortedatum=datum)
    if (
        len(woorden) > 1
        and len(woorden[-1]) == 4
        and woorden[-1].isdigit()
        and 1850 < int(woorden[-1]) < 2200
    ):
        jaar = int(woorden[-1])
        return zoeknaam(woorden[-2]), Q(
            geboortedatum__gte=date(jaar, 1, 1), geboortedatum__lte=date(jaar, 12, 31)
        )
    return zoeknaam(woorden[-1]) if woorden else "", Q()


def _verwisseld(dag: date) -> tuple[date, ...]:
    return (dag, date(dag.year, dag.day, dag.month)) if dag.day <= 12 and dag.day != dag.month else (dag,)


def lees_datum(tekst: str) -> date | None:
    """A date as people type it: 12-3-1941 or 12/3/1941."""
    delen = tekst.replace("/", "-").split("-")
    if len(delen) != 3 or not all(d.isdigit() for d in delen):
        return None
    dag, maand, jaar = (int(d) for d in delen)
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
