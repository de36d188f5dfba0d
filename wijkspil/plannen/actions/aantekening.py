"""Private working notes: a memory aid of one person, outside the file, gone after a while."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Soort
from wijkspil.core.handeling import handeling

from ..models import Werkaantekening

BEWAREN = timedelta(days=90)
"""After this a note goes by itself; saving it again begins anew. Our own choice: long enough for one investigation."""


def eigen_aantekening(bij: UUID, door: Door) -> Werkaantekening | None:
    """My own note beside a question, or nothing; one query. There is no way to the note of somebody else."""
    if door.soort is not Soort.MEDEWERKER or door.id is None:
        return None
    return Werkaantekening.objects.filter(van=door.id, bij=bij).first()


def bewaar_aantekening(bij: UUID, *, tekst: str, door: Door) -> Werkaantekening | None:
    """Keep my own note; an empty one is thrown away. Nothing of it reaches the file, its time line or an export.

    Raises:
        GeenRecht: somebody who isn't staff.
        Botsing: saved in another window meanwhile.
    """
    if door.soort is not Soort.MEDEWERKER or door.id is None:
        raise GeenRecht(_("Werkaantekeningen zijn er alleen voor medewerkers van de gemeente."))
    rij = eigen_aantekening(bij, door)
    if not tekst.strip():
        if rij is not None:
            with handeling("werkaantekening.verwijderd", door=door, doel="werkaantekening") as h:
                h.over(rij)
                h.verwijder(rij)
        return None
    with handeling("werkaantekening.bewaard", door=door, doel="werkaantekening") as h:
        tot = h.dag + BEWAREN
        if rij is None:
            rij = h.maak(Werkaantekening(van=door.id, bij=bij, tekst=tekst, bewaren_tot=tot))
        else:
            rij.tekst, rij.bewaren_tot = tekst, tot
            h.bewaar(rij, "tekst", "bewaren_tot")
        h.over(rij)
    return rij


def ruim_aantekeningen_op(*, voor: date, door: Door) -> int:
    """Throw away what has had its time; returns how many."""
    oud = list(Werkaantekening.objects.filter(bewaren_tot__lt=voor))
    for rij in oud:
        with handeling("werkaantekening.verwijderd", door=door, doel="bewaartermijn is voorbij") as h:
            h.over(rij)
            h.verwijder(rij)
    return len(oud)
