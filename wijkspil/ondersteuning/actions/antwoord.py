"""A provider answers on an order: takes it, or gives it back with a reason. By a person, on the provider's own pages."""

from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Soort
from wijkspil.core.handeling import Handeling, handeling

from .. import feiten
from ..models import Opdrachtantwoord, Toewijzing

A = Opdrachtantwoord.Antwoord


class AntwoordKanNiet(ValueError):
    """This answer doesn't fit the order; the message says why and what is possible."""


def neem_opdracht_aan(toewijzing: Toewijzing, *, door: Door) -> Opdrachtantwoord:
    """Say that the work is taken. The start is reported later, on the day that help begins.

    Raises:
        GeenRecht: the order is another provider's.
        AntwoordKanNiet: it was answered before, or doesn't wait for an answer.
    """
    with handeling("opdracht.aangenomen", door=door, doel="een opdracht aannemen") as h:
        return _antwoord(h, toewijzing, A.AANGENOMEN)


def weiger_opdracht(toewijzing: Toewijzing, *, reden: str, toelichting: str, door: Door) -> Opdrachtantwoord:
    """Give an order back. It shows on top of the list of the back office; the provider sees the person no more.

    Raises:
        GeenRecht: the order is another provider's.
        AntwoordKanNiet: no reason, help runs already, or it was answered before.
    """
    if reden not in Opdrachtantwoord.Reden.values:
        raise AntwoordKanNiet(_("Kies waarom het niet gaat. De gemeente zoekt dan gericht verder."))
    with handeling("opdracht.geweigerd", door=door, doel="een opdracht weigeren") as h:
        antwoord = _antwoord(h, toewijzing, A.GEWEIGERD, reden=reden, toelichting=toelichting.strip())
        h.meld(reden=str(antwoord.get_reden_display()), code=reden)
        return antwoord


def _antwoord(h: Handeling, t: Toewijzing, antwoord: str, **velden: Any) -> Opdrachtantwoord:
    if h.door.soort is not Soort.AANBIEDER or h.door.aanbieder_id != t.aanbieder_id:
        raise GeenRecht(_("Deze opdracht is aan een andere aanbieder gegeven."))
    if t.status != Toewijzing.Status.OPGEDRAGEN:
        raise AntwoordKanNiet(_("Deze hulp loopt al, of is voorbij. Meld een stop als het niet meer gaat."))
    if t.antwoorden.filter(versie=t.versie).exists():
        raise AntwoordKanNiet(_("Op deze opdracht is al geantwoord."))
    rij = h.maak(
        Opdrachtantwoord(
            toewijzing=t, versie=t.versie, antwoord=antwoord, wie=h.door.naam, op=h.dag, **velden
        )
    )
    h.over(rij, dossier=t.hulpvraag)
    h.meld(**feiten.van_toewijzing(t), **feiten.wachten(t, h.dag))
    return rij
