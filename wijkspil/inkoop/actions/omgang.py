"""Living with a contract: talks, actions, notices, who works underneath, outcomes of a task, and an end without a gap."""

from datetime import date

from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling

from ..models import (
    Inkoopprocedure,
    Kennisgeving,
    Onderaannemer,
    Overleg,
    Overlegactie,
    Uitkomst,
    Uitkomstmeting,
)
from .toelating import ToelatingKanNiet

WIE = (Rol.CONTRACTBEHEER,)
OOK_BELEID = (Rol.CONTRACTBEHEER, Rol.BELEID)


def plan_overleg(
    met: Aanbieder | Inkoopprocedure, *, soort: str, op: date, agenda: str, door: Door
) -> Overleg:
    """Plan a talk with a provider, or a consultation table of a procedure, with what is on the agenda."""
    door.eis(*OOK_BELEID, om_te="een gesprek met een aanbieder plannen")
    wie = {"aanbieder": met} if isinstance(met, Aanbieder) else {"procedure": met}
    with handeling("overleg.gepland", door=door, doel="contractbeheer") as h:
        overleg = h.maak(Overleg(soort=soort, op=op, agenda=agenda, **wie))
        _over(h, overleg)
    return overleg


def leg_verslag_vast(overleg: Overleg, *, verslag: str, door: Door) -> None:
    """Write down what was said and agreed."""
    door.eis(*OOK_BELEID, om_te="een verslag vastleggen")
    with handeling("overleg.verslagen", door=door, doel="contractbeheer") as h:
        overleg.verslag = verslag
        h.bewaar(overleg, "verslag")
        _over(h, overleg)


def spreek_actie_af(overleg: Overleg, *, wat: str, wie: str, uiterlijk: date, door: Door) -> Overlegactie:
    """Record what somebody promised, and by which day."""
    door.eis(*OOK_BELEID, om_te="een actie afspreken")
    with handeling("overlegactie.afgesproken", door=door, doel="contractbeheer") as h:
        actie = h.maak(Overlegactie(overleg=overleg, wat=wat, wie=wie, uiterlijk=uiterlijk))
        _over(h, overleg)
    return actie


def rond_actie_af(actie: Overlegactie, *, door: Door) -> None:
    """Say that a promise was kept."""
    door.eis(*OOK_BELEID, om_te="een actie afronden")
    with handeling("overlegactie.gedaan", door=door, doel="contractbeheer") as h:
        actie.gedaan_op = h.dag
        h.bewaar(actie, "gedaan_op")
        _over(h, actie.overleg)


def doe_kennisgeving(
    contract: Contract, *, soort: str, tekst: str, antwoord_voor: date | None, door: Door
) -> Kennisgeving:
    """Give a formal notice under a contract."""
    door.eis(*WIE, om_te="een kennisgeving doen")
    with handeling("kennisgeving.gedaan", door=door, doel="contractbeheer") as h:
        kennisgeving = h.maak(
            Kennisgeving(contract=contract, soort=soort, op=h.dag, tekst=tekst, antwoord_voor=antwoord_voor)
        )
        h.over(kennisgeving)
        h.meld(aanbieder=contract.aanbieder.naam, soort=kennisgeving.get_soort_display(), code=soort)
    return kennisgeving


def rond_kennisgeving_af(kennisgeving: Kennisgeving, *, door: Door) -> None:
    """Say that a notice was answered or settled."""
    door.eis(*WIE, om_te="een kennisgeving afronden")
    with handeling("kennisgeving.afgedaan", door=door, doel="contractbeheer") as h:
        kennisgeving.afgedaan_op = h.dag
        h.bewaar(kennisgeving, "afgedaan_op")
        h.over(kennisgeving)
        h.meld(aanbieder=kennisgeving.contract.aanbieder.naam)


def meld_onderaannemer(
    contract: Contract, *, naam: str, wat: str, van: date, tot: date | None = None, door: Door
) -> Onderaannemer:
    """Record who does part of the work underneath a provider."""
    door.eis(*WIE, om_te="een onderaannemer vastleggen")
    with handeling("onderaannemer.gemeld", door=door, doel="contractbeheer") as h:
        rij = h.maak(Onderaannemer(contract=contract, naam=naam, wat=wat, van=van, tot=tot))
        h.over(rij)
        h.meld(aanbieder=contract.aanbieder.naam, naam=naam)
    return rij


def beeindig_contract(contract: Contract, *, tot: date, door: Door) -> None:
    """Record the last day of a contract. Help that runs past it goes to a list until each resident has somebody else.

    Raises:
        ToelatingKanNiet: the day lies before the contract began or in the past.
    """
    door.eis(*WIE, om_te="een contract beëindigen")
    with handeling("contract.eindigt", door=door, doel="contractbeheer") as h:
        if tot < max(contract.van, h.dag):
            raise ToelatingKanNiet(
                _("De laatste dag kan niet in het verleden liggen, en niet voor het begin van het contract.")
            )
        contract.tot = tot
        h.bewaar(contract, "tot")
        h.over(contract)
        h.meld(aanbieder=contract.aanbieder.naam, tot=tot)


def spreek_uitkomst_af(contract: Contract, *, naam: str, bron: str, streven: str, door: Door) -> Uitkomst:
    """Agree what a task has to bring about, how that is measured and what is aimed for (A11)."""
    door.eis(*OOK_BELEID, om_te="een uitkomst afspreken")
    with handeling("uitkomst.afgesproken", door=door, doel="taakgericht sturen") as h:
        uitkomst = h.maak(Uitkomst(contract=contract, naam=naam, bron=bron, streven=streven))
        h.over(uitkomst)
        h.meld(aanbieder=contract.aanbieder.naam, uitkomst=naam)
    return uitkomst


def meet_uitkomst(uitkomst: Uitkomst, *, op: date, waarde: str, verhaal: str, door: Door) -> Uitkomstmeting:
    """Record how an outcome stands, with the story behind the figure (A12)."""
    door.eis(*OOK_BELEID, om_te="een uitkomst vastleggen")
    with handeling("uitkomst.gemeten", door=door, doel="taakgericht sturen") as h:
        meting = h.maak(Uitkomstmeting(uitkomst=uitkomst, op=op, waarde=waarde, verhaal=verhaal))
        h.over(uitkomst)
        h.meld(uitkomst=uitkomst.naam, dag=op)
    return meting


def _over(h: Handeling, overleg: Overleg) -> None:
    h.over(overleg)
    met = overleg.aanbieder or overleg.procedure
    h.meld(met=str(met), soort=overleg.soort)
