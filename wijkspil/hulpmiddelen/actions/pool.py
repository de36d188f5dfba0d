"""Borrowing a shared aid: put it in the pool, reserve, collect, bring back. No decision, no own contribution, no file (C6)."""

from datetime import date

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling

from ..models import Hulpmiddel, Reservering

LENERS = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
BEHEER = (Rol.CONTRACTBEHEER, Rol.TEAMLEIDER)
R = Reservering.Status
VERDER = {R.GERESERVEERD: (R.MEE, R.VERVALLEN), R.MEE: (R.TERUG,)}


class PoolKanNiet(ValueError):
    """This aid can't be lent or changed so; the message says why and what to do."""


def neem_op(*, nummer: str, soort: str, plek: str, telefoon: str, door: Door) -> Hulpmiddel:
    """Put an aid in the pool.

    Raises:
        PoolKanNiet: the number is in use.
    """
    door.eis(*BEHEER, om_te="een hulpmiddel in de pool zetten")
    if Hulpmiddel.objects.filter(nummer=nummer).exists():
        raise PoolKanNiet(
            "Dit nummer staat al op een ander hulpmiddel. Kijk op de sticker en vul een ander nummer in."
        )
    with handeling("hulpmiddel.opgenomen", door=door, doel="hulpmiddel in de pool zetten") as h:
        middel = h.maak(Hulpmiddel(nummer=nummer, soort=soort, plek=plek, telefoon=telefoon))
        h.over(middel)
        h.meld(soort=soort, nummer=nummer, plek=plek)
    return middel


def zet_stand(middel: Hulpmiddel, *, status: str, opmerking: str, door: Door) -> Hulpmiddel:
    """In repair, back again, or out of the pool for good."""
    door.eis(*BEHEER, om_te="de stand van een hulpmiddel wijzigen")
    with handeling("hulpmiddel.gewijzigd", door=door, doel="stand van hulpmiddel wijzigen") as h:
        middel.status, middel.opmerking = Hulpmiddel.Status(status), opmerking[:200]
        h.bewaar(middel, "status", "opmerking")
        h.over(middel)
        h.meld(soort=middel.soort, nummer=middel.nummer, stand=str(middel.get_status_display()))
    return middel


def reserveer(
    middel: Hulpmiddel, *, wie: str, telefoon: str, van: date, tot: date, door: Door
) -> Reservering:
    """Keep an aid for somebody. The database refuses two for the same days.

    Raises:
        PoolKanNiet: it isn't to be lent, the days are wrong, or it is taken.
    """
    door.eis(*LENERS, om_te="een hulpmiddel reserveren")
    if middel.status != Hulpmiddel.Status.BESCHIKBAAR:
        raise PoolKanNiet(f"Dit hulpmiddel is {middel.get_status_display()}. Kies een ander.")
    if tot < van:
        raise PoolKanNiet("De laatste dag ligt voor de eerste. Kijk de dagen na.")
    bezet = middel.reserveringen.filter(
        status__in=(R.GERESERVEERD, R.MEE), van__lte=tot, tot__gte=van
    ).order_by("van")
    if (eerste := bezet.first()) is not None:
        raise PoolKanNiet(
            f"Van {eerste.van:%d-%m-%Y} tot en met {eerste.tot:%d-%m-%Y} is het al vergeven. Kies andere dagen of een ander hulpmiddel."
        )
    with handeling("reservering.gemaakt", door=door, doel="hulpmiddel reserveren") as h:
        r = h.maak(Reservering(hulpmiddel=middel, wie=wie, telefoon=telefoon, van=van, tot=tot))
        _vertel(h, r)
    return r


def verzet_reservering(r: Reservering, *, status: str, door: Door) -> Reservering:
    """Collected, brought back, or not needed any more.

    Raises:
        PoolKanNiet: that doesn't follow on how it stands now.
    """
    door.eis(*LENERS, *BEHEER, om_te="een reservering bijwerken")
    if status not in VERDER.get(R(r.status), ()):
        raise PoolKanNiet(f"Deze reservering is al {r.get_status_display()}. Er is niets veranderd.")
    with handeling("reservering.gewijzigd", door=door, doel="reservering bijwerken") as h:
        r.status = R(status)
        if r.status == R.TERUG:
            r.teruggebracht_op = h.dag
        h.bewaar(r, "status", "teruggebracht_op")
        _vertel(h, r)
    return r


def _vertel(h: Handeling, r: Reservering) -> None:
    h.over(r)
    h.meld(
        soort=r.hulpmiddel.soort, nummer=r.hulpmiddel.nummer, van=r.van, tot=r.tot, stand=str(r.get_status_display()),
        dagen=(r.tot - r.van).days + 1,
    )  # fmt: skip
