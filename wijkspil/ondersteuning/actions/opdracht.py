"""Giving the order: one Toewijzing per line that somebody must deliver. Follows by itself on a decision or agreement (reis.py)."""

from collections.abc import Iterable
from datetime import date

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling, volgend_nummer
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.workflow import HULPVRAAG

from .. import feiten
from ..models import Toewijzing
from ..plek import Plek, is_vrij, plek_voor

WIE = (Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class NietOpTeDragen(ValueError):
    """This line can't be ordered yet; the message says what is missing."""


def draag_op(
    hulpvraag: Hulpvraag,
    *,
    regels: Iterable[Arrangementregel],
    door: Door,
    besluit: Besluit | None = None,
    afspraak: Afspraak | None = None,
) -> list[Toewijzing]:
    """Order every line that needs somebody; help that needs nobody begins to run.

    A line that was ordered before stays as it is, so asking twice does no harm. A line without provider or contract is left
    for the list "nog op te dragen": a decision never waits for purchasing. About four queries per line.
    """
    door.eis(*WIE, om_te="hulp opdragen")
    regels = list(regels)
    al_opgedragen = set(
        Toewijzing.objects.filter(regel__in=regels)
        .exclude(status=Toewijzing.Status.VERWIJDERD)
        .values_list("regel_id", flat=True)
    )
    vrij, gemaakt, wacht = [], [], False
    for regel in regels:
        if is_vrij(hulpvraag, regel):
            vrij.append(regel)
        elif regel.pk not in al_opgedragen:
            plek = plek_voor(hulpvraag, regel, dag=_ingang(regel, besluit))
            if plek.nog_niet:
                wacht = True
            else:
                gemaakt.append(_maak(hulpvraag, regel, plek, door, besluit, afspraak))
    if vrij:
        _laat_lopen(hulpvraag, vrij, door, begint=not (gemaakt or wacht or al_opgedragen))
    return gemaakt


def draag_regel_op(
    hulpvraag: Hulpvraag,
    regel: Arrangementregel,
    *,
    door: Door,
    aanbieder: Aanbieder | None = None,
    besluit: Besluit | None = None,
    afspraak: Afspraak | None = None,
) -> Toewijzing:
    """Order one line that was left over, to a provider chosen now.

    Raises:
        NietOpTeDragen: it runs already, needs no order, or the provider has no contract for it.
    """
    door.eis(*WIE, om_te="hulp opdragen")
    if is_vrij(hulpvraag, regel):
        raise NietOpTeDragen("Voor deze hulp is geen opdracht nodig: zij loopt vanzelf.")
    if regel.toewijzingen.exclude(
        status__in=[Toewijzing.Status.VERWIJDERD, Toewijzing.Status.GESTOPT]
    ).exists():
        raise NietOpTeDragen("Deze hulp is al opgedragen. Wijzig de opdracht, of stop hem eerst.")
    plek = plek_voor(hulpvraag, regel, dag=_ingang(regel, besluit), aanbieder=aanbieder)
    if plek.nog_niet:
        raise NietOpTeDragen(plek.nog_niet)
    return _maak(hulpvraag, regel, plek, door, besluit, afspraak)


def _maak(
    hulpvraag: Hulpvraag,
    regel: Arrangementregel,
    plek: Plek,
    door: Door,
    besluit: Besluit | None,
    afspraak: Afspraak | None,
) -> Toewijzing:
    assert regel.product is not None
    volume, eenheid, frequentie = plek.omvang(regel)
    with handeling(
        "toewijzing.opgedragen", door=door, doel="hulp opdragen", grond=str(besluit or afspraak or "")
    ) as h:
        toewijzing = h.maak(
            Toewijzing(
                hulpvraag=hulpvraag,
                inwoner_id=hulpvraag.inwoner_id,
                regel=regel,
                aanbieder=plek.aanbieder,
                team=plek.team,
                contract=plek.contract,
                product=regel.product,
                besluit=besluit,
                afspraak=afspraak,
                nummer=volgend_nummer("toewijzing"),
                met_berichten=plek.met_berichten,
                toegewezen_op=h.moment.replace(microsecond=0),
                ingang=_ingang(regel, besluit),
                einde=regel.tot or (besluit.einddatum if besluit else None),
                volume=volume,
                eenheid=eenheid,
                trap=regel.trap or "standaard",
                frequentie=frequentie,
                tarief_cent=plek.tarief_cent,
            )
        )
        h.over(toewijzing, dossier=hulpvraag)
        h.meld(**feiten.van_toewijzing(toewijzing), **feiten.wachten(toewijzing, h.dag))
    return toewijzing


def _laat_lopen(hulpvraag: Hulpvraag, regels: list[Arrangementregel], door: Door, *, begint: bool) -> None:
    """Help that needs nobody's order runs from now on; when there is nothing else, the question is in delivery."""
    nieuw = [
        regel
        for regel in regels
        if regel.status not in (Arrangementregel.Status.LOOPT, Arrangementregel.Status.BEEINDIGD)
    ]
    if not nieuw:
        return
    with handeling("hulp.begonnen", door=door, doel="hulp laten lopen") as h:
        for regel in nieuw:
            regel.status = Arrangementregel.Status.LOOPT
            h.bewaar(regel, "status")
        eerste = begint and hulpvraag.stap == Stap.OPDRACHT
        if eerste:
            HULPVRAAG.zet(hulpvraag, "start_levering")
            h.bewaar(hulpvraag, "stap")
        h.over(hulpvraag)
        h.meld(
            wat=", ".join(regel.wat for regel in nieuw),
            eerste_van_vraag=eerste,
            regels=[
                {"regel": str(regel.pk), "trede": regel.trede, "maand_cent": regel.maand_cent}
                for regel in nieuw
            ],
        )


def _ingang(regel: Arrangementregel, besluit: Besluit | None) -> date:
    return max(regel.van, besluit.ingangsdatum) if besluit and besluit.ingangsdatum else regel.van
