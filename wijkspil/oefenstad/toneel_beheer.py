"""Something to look at for functional administration: a draft of the way of working, submitted where two people must agree.

Played through the real actions, once per municipality; call it with nothing open. It is never published: the town keeps working
as its file says.
"""

from datetime import date, timedelta

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.concepten import maak_concept, schrijf_concept
from wijkspil.gemeenten.models import Gemeente, Medewerker, Werkwijzeversie
from wijkspil.gemeenten.publicatie import leg_voor, publicatierecht
from wijkspil.werkwijzen.bewerken import zet
from wijkspil.werkwijzen.kast import laad

from .inrichting import door_van


def leg_een_concept_neer(gemeente: Gemeente) -> bool:
    """Let the functional administrator draft other terms; says whether there was anything to do."""
    with binnen(gemeente.pk):
        door = _beheerder(gemeente)
        if door is None or Werkwijzeversie.objects.exists():
            return False
        werkwijze = laad(gemeente.werkwijze, klok.vandaag())
        maanden = werkwijze.evaluatie.elke_maanden * 2
        versie = maak_concept(
            naam="Minder vaak terugkijken",
            kopie_van=werkwijze.sleutel,
            toelichting="Wens van het team: bij stabiele hulp minder vaak terugkijken, en sneller bevestigen.",
            door=door,
        )
        tekst = zet(versie.tekst, ("evaluatie", "elke_maanden"), maanden)
        tekst = zet(tekst, ("melding", "bevestiging_werkdagen"), 2)
        schrijf_concept(versie, tekst=tekst, wat="Terugkijken", door=door)
        if publicatierecht(door).vier_ogen:
            leg_voor(
                versie,
                vanaf=_volgende_maand(klok.vandaag()),
                lopend=Werkwijzeversie.Lopend.VERPLAATSEN,
                door=door,
            )
    return True


def _beheerder(gemeente: Gemeente) -> Door | None:
    naam = (
        Medewerker.objects.filter(actief=True, rollen__contains=[Rol.FUNCTIONEEL_BEHEER])
        .order_by("gemaakt_op")
        .values_list("naam", flat=True)
        .first()
    )
    return door_van(naam, gemeente) if naam else None


def _volgende_maand(dag: date) -> date:
    return (dag.replace(day=1) + timedelta(days=32)).replace(day=1)
