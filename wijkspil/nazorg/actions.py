"""Planning the aftercare call, making it, and what follows: close, try again, or an easy return."""

from datetime import date, timedelta

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.workflow import HULPVRAAG
from wijkspil.werkwijzen.kast import laad_versie

from .models import Nazorgtaak

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
OPNIEUW_NA = timedelta(days=7)


def begin_nazorg(hulpvraag: Hulpvraag, *, door: Door, op: date | None = None) -> Nazorgtaak:
    """End the active work and promise to call; the weeks come from the way of working. Safe to ask twice."""
    door.eis(*WIE, om_te="nazorg plannen")
    bestaand = Nazorgtaak.objects.filter(hulpvraag=hulpvraag, status=Nazorgtaak.Status.OPEN).first()
    if bestaand is not None:
        return bestaand
    with handeling("nazorg.gepland", door=door, doel="nazorg plannen") as h:
        dag = op or h.dag + timedelta(weeks=laad_versie(hulpvraag.werkwijze).nazorg.na_weken)
        taak = h.maak(Nazorgtaak(hulpvraag=hulpvraag, op=dag))
        if hulpvraag.stap != Stap.NAZORG:
            HULPVRAAG.zet(hulpvraag, "begin_nazorg")
            h.bewaar(hulpvraag, "stap")
        h.over(taak, dossier=hulpvraag)
        h.meld(op=dag)
    return taak


def bel_na(
    taak: Nazorgtaak, *, hoe_gaat_het: str, door: Door, tevreden: int | None = None, terug: bool = False
) -> Nazorgtaak:
    """Write down how it goes. `terug`: the resident would like to come back; the page then offers the return."""
    door.eis(*WIE, om_te="nabellen")
    with handeling("nazorg.gebeld", door=door, doel="nabellen") as h:
        taak.status, taak.gebeld_op = Nazorgtaak.Status.GEDAAN, h.dag
        taak.hoe_gaat_het, taak.tevreden, taak.terug = hoe_gaat_het, tevreden, terug
        h.bewaar(taak, "status", "gebeld_op", "hoe_gaat_het", "tevreden", "terug")
        h.over(taak, dossier=taak.hulpvraag)
        h.meld(tevreden=tevreden, terug=terug, op_tijd=h.dag <= taak.op)
    return taak


def niet_bereikt(taak: Nazorgtaak, *, door: Door) -> Nazorgtaak:
    """Nobody answered: this task closes and a new one stands for a week later."""
    door.eis(*WIE, om_te="nabellen")
    with handeling("nazorg.niet_bereikt", door=door, doel="nabellen") as h:
        taak.status = Nazorgtaak.Status.NIET_BEREIKT
        h.bewaar(taak, "status")
        nieuw = h.maak(Nazorgtaak(hulpvraag=taak.hulpvraag, op=h.dag + OPNIEUW_NA))
        h.over(nieuw, dossier=taak.hulpvraag)
        h.meld(opnieuw_op=nieuw.op)
    return nieuw
