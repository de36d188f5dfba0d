"""Own work lists that a member of staff keeps: a name and the query string of its address."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.door import Door, GeenRecht
from wijkspil.core.gebeurtenissen import Gebeurtenissoort, registreer
from wijkspil.core.handeling import handeling

from .models import Zoekopdracht

MEEST = 8
"""More own lists than this no longer fit beside the work list; counting each of them costs time at every view."""

registreer(
    Gebeurtenissoort("lijst.bewaard", _("{door} bewaarde een eigen werklijst."), voor_inwoner=False),
    Gebeurtenissoort("lijst.verwijderd", _("{door} haalde een eigen werklijst weg."), voor_inwoner=False),
)


class TeVeelLijsten(ValueError):
    """There is no room for another own list."""


def bewaar_lijst(naam: str, filter: str, *, door: Door) -> Zoekopdracht:
    """Keep a work list under a name; the same name again replaces the list. Three queries.

    Raises:
        TeVeelLijsten: there are `MEEST` already.
    """
    assert door.id is not None
    with handeling("lijst.bewaard", door=door, doel="werklijst bewaren", grond="eigen werklijst") as h:
        eigen = list(Zoekopdracht.objects.filter(medewerker_id=door.id).order_by("volgorde"))
        bestaand = next((lijst for lijst in eigen if lijst.naam.casefold() == naam.casefold()), None)
        if bestaand is not None:
            bestaand.filter = filter
            h.bewaar(bestaand, "filter")
            h.over(bestaand)
            return bestaand
        if len(eigen) >= MEEST:
            raise TeVeelLijsten(
                f"U hebt al {MEEST} eigen lijsten; meer passen er niet naast uw werk. Haal er eerst een weg, of gebruik een bestaande naam."
            )
        lijst = h.maak(Zoekopdracht(medewerker_id=door.id, naam=naam, filter=filter, volgorde=len(eigen)))
        h.over(lijst)
    return lijst


def verwijder_lijst(lijst: Zoekopdracht, *, door: Door) -> None:
    """Take an own list away. Raises GeenRecht for somebody else's list."""
    if lijst.medewerker_id != door.id:
        raise GeenRecht("Deze lijst is van een collega. Alleen wie hem bewaarde kan hem weghalen.")
    with handeling("lijst.verwijderd", door=door, doel="werklijst weghalen", grond="eigen werklijst") as h:
        h.over(lijst)
        h.verwijder(lijst)
