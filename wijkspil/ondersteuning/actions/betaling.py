"""Paid: once per claim and once per instalment. The constraint of the database keeps it at once, whatever the code does (M5).

The room `betalingen` decides when something may be paid and calls this when the bank has paid it. Nobody else does.
"""

from wijkspil.aanbieders.models import Termijnbetaling
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling

from .. import feiten
from ..models import Betaling, Declaratie

WIE = (Rol.CONTRACTBEHEER, Rol.BACKOFFICE)


class NietTeBetalen(ValueError):
    """There is nothing to pay, it isn't time yet, or it was paid."""


def betaal_declaratie(declaratie: Declaratie, *, door: Door) -> Betaling:
    """Pay what was granted on a claim.

    Raises:
        NietTeBetalen: not judged, paid before, or nothing granted.
    """
    door.eis(*WIE, om_te="een declaratie betalen")
    if declaratie.status == Declaratie.Status.BETAALD:
        raise NietTeBetalen("Deze declaratie is al betaald. Er is niets nog een keer betaald.")
    if declaratie.status != Declaratie.Status.BEOORDEELD:
        raise NietTeBetalen("Deze declaratie is nog niet beoordeeld. Beoordeel de regels eerst.")
    if declaratie.toegekend_cent == 0:
        raise NietTeBetalen("Op deze declaratie is niets toegekend; er valt niets te betalen.")
    with handeling("declaratie.betaald", door=door, doel="declaratie betalen") as h:
        declaratie.status = Declaratie.Status.BETAALD
        h.bewaar(declaratie, "status")  # before the payment: who comes second sees a conflict, not an error
        betaling = h.maak(
            Betaling(
                declaratie=declaratie,
                aanbieder_id=declaratie.aanbieder_id,
                cent=declaratie.toegekend_cent,
                op=h.dag,
            )
        )
        h.over(declaratie)
        h.meld(cent=betaling.cent, dagen_sinds_dagtekening=(h.dag - declaratie.dagtekening).days)
        h.meld(**feiten.van_declaratie(declaratie))
    return betaling


def betaal_termijn(termijn: Termijnbetaling, *, door: Door) -> Betaling:
    """Pay an instalment of a lump sum: no claim, no relation with the number of clients (A1).

    Raises:
        NietTeBetalen: paid before, or its month has not begun.
    """
    door.eis(*WIE, om_te="een termijn betalen")
    if termijn.betaald_op is not None:
        raise NietTeBetalen("Deze termijn is al betaald. Er is niets nog een keer betaald.")
    with handeling("termijn.betaald", door=door, doel="termijn betalen") as h:
        if termijn.periode > h.dag:
            raise NietTeBetalen(
                f"Deze termijn gaat in op {termijn.periode:%d-%m-%Y}. Betalen kan vanaf die dag."
            )
        contract = termijn.contract
        termijn.betaald_op = h.dag
        h.bewaar(termijn, "betaald_op")
        betaling = h.maak(
            Betaling(termijn=termijn, aanbieder_id=contract.aanbieder_id, cent=termijn.cent, op=h.dag)
        )
        h.over(termijn)
        h.meld(
            cent=termijn.cent,
            periode=f"{termijn.periode:%Y-%m}",
            contract=contract.nummer,
            bekostiging=contract.bekostiging,
            aanbieder=str(contract.aanbieder_id),
            aanbieder_naam=contract.aanbieder.naam,
        )
    return betaling


def draai_betaling_terug(betaling: Betaling, *, reden: str, door: Door) -> Betaling:
    """The bank gave the money back: the claim or instalment is open again and may be paid once more. Four queries.

    Raises:
        NietTeBetalen: it came back before.
    """
    door.eis(*WIE, om_te="een teruggekomen betaling verwerken")
    if betaling.teruggekomen_op is not None:
        raise NietTeBetalen("Deze betaling is al als teruggekomen geboekt.")
    with handeling("betaling.teruggekomen", door=door, doel="teruggekomen betaling verwerken") as h:
        betaling.teruggekomen_op = h.dag
        h.bewaar(betaling, "teruggekomen_op")
        if betaling.declaratie is not None:
            betaling.declaratie.status = Declaratie.Status.BEOORDEELD
            h.bewaar(betaling.declaratie, "status")
        if betaling.termijn is not None:
            betaling.termijn.betaald_op = None
            h.bewaar(betaling.termijn, "betaald_op")
        h.over(betaling)
        h.meld(
            cent=betaling.cent,
            aanbieder=str(betaling.aanbieder_id),
            aanbieder_naam=betaling.aanbieder.naam,
            declaratie=str(betaling.declaratie_id or ""),
            termijn=str(betaling.termijn_id or ""),
            reden=reden,
        )
    return betaling


def sluit_verrekende_declaratie(declaratie: Declaratie, *, door: Door) -> Declaratie:
    """A claim that came out negative was paid back in full: nothing is open on it any more. Two queries.

    Raises:
        NietTeBetalen: it wasn't negative, or not judged.
    """
    door.eis(*WIE, om_te="een verrekende declaratie afsluiten")
    if declaratie.status != Declaratie.Status.BEOORDEELD or declaratie.toegekend_cent >= 0:
        raise NietTeBetalen(
            "Deze declaratie is niet negatief of niet beoordeeld; er valt niets te verrekenen."
        )
    with handeling("declaratie.verrekend", door=door, doel="declaratie verrekenen") as h:
        declaratie.status = Declaratie.Status.BETAALD
        h.bewaar(declaratie, "status")
        h.over(declaratie)
        h.meld(cent=declaratie.toegekend_cent, **feiten.van_declaratie(declaratie))
    return declaratie
