"""Bank accounts: one person proposes with how it was checked, another confirms or rejects. Nobody changes a number in place."""

from datetime import timedelta
from typing import Any

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels.iban import is_iban, schoon, verkort

from ..models import Rekening

WIE = (Rol.BACKOFFICE, Rol.CONTRACTBEHEER, Rol.TEAMLEIDER)
BINNEN_DAGEN = 5
S = Rekening.Status


class RekeningKanNiet(ValueError):
    """This can't be done with the account now; the message says why and what to do."""


def stel_rekening_voor(
    aanbieder: Aanbieder | None, *, iban: str, tenaamstelling: str, hoe_nagegaan: str, door: Door
) -> Rekening:
    """Propose an account for a party, or for ourselves (None). Until somebody else judged it nothing is paid to this party.

    Raises:
        RekeningKanNiet: the number is wrong, is in use already, or another proposal waits.
    """
    door.eis(*WIE, om_te="een bankrekening voorstellen")
    iban = schoon(iban)
    if not is_iban(iban):
        raise RekeningKanNiet(
            "Dit rekeningnummer klopt niet. Neem het over van een brief of factuur van deze partij."
        )
    bestaand = Rekening.objects.filter(aanbieder=aanbieder, status__in=(S.BEVESTIGD, S.VOORGESTELD))
    for r in bestaand:
        if r.status == S.VOORGESTELD:
            raise RekeningKanNiet(
                "Er wacht al een nieuw nummer op een tweede persoon. Bevestig of weiger dat eerst."
            )
        if r.iban == iban:
            raise RekeningKanNiet("Dit nummer is al in gebruik voor deze partij. U hoeft niets te doen.")
    with handeling("rekening.voorgesteld", door=door, doel="bankrekening voorstellen") as h:
        rekening = h.maak(
            Rekening(
                aanbieder=aanbieder,
                iban=iban,
                tenaamstelling=tenaamstelling.strip(),
                hoe_nagegaan=hoe_nagegaan.strip(),
                voorgesteld_door_id=door.id,
                voorgesteld_op=h.dag,
                uiterlijk=h.dag + timedelta(days=BINNEN_DAGEN),
            )
        )
        h.over(rekening)
        h.meld(**_feiten(rekening))
    return rekening


def bevestig_rekening(rekening: Rekening, *, door: Door) -> Rekening:
    """Confirm an account that somebody else proposed. The one that was in use is kept as history.

    Raises:
        RekeningKanNiet: it doesn't wait, or this person proposed it.
    """
    door.eis(*WIE, om_te="een bankrekening bevestigen")
    _eis_andere(rekening, door)
    with handeling("rekening.bevestigd", door=door, doel="bankrekening bevestigen") as h:
        for oud in Rekening.objects.filter(
            aanbieder=rekening.aanbieder, status__in=(S.BEVESTIGD, S.GEBLOKKEERD)
        ):
            oud.status, oud.reden = S.VERVALLEN, "vervangen door een ander nummer"
            h.bewaar(oud, "status", "reden")
        rekening.status = S.BEVESTIGD
        rekening.beoordeeld_door_id, rekening.beoordeeld_op = door.id, h.dag
        h.bewaar(rekening, "status", "beoordeeld_door", "beoordeeld_op")
        h.over(rekening)
        h.meld(**_feiten(rekening))
    return rekening


def wijs_rekening_af(rekening: Rekening, *, reden: str, door: Door) -> Rekening:
    """Reject a proposed account; the one that was in use stays in use.

    Raises:
        RekeningKanNiet: it doesn't wait, or this person proposed it.
    """
    door.eis(*WIE, om_te="een bankrekening afwijzen")
    _eis_andere(rekening, door)
    with handeling("rekening.afgewezen", door=door, doel="bankrekening afwijzen") as h:
        rekening.status, rekening.reden = S.AFGEWEZEN, reden[:200]
        rekening.beoordeeld_door_id, rekening.beoordeeld_op = door.id, h.dag
        h.bewaar(rekening, "status", "reden", "beoordeeld_door", "beoordeeld_op")
        h.over(rekening)
        h.meld(**_feiten(rekening), reden=reden)
    return rekening


def blokkeer(rekening: Rekening, *, reden: str, door: Door) -> Rekening:
    """Nothing goes to this account any more: a payment came back because of it."""
    door.eis(*WIE, om_te="een bankrekening blokkeren")
    with handeling("rekening.geblokkeerd", door=door, doel="bankrekening blokkeren") as h:
        rekening.status, rekening.reden = S.GEBLOKKEERD, reden[:200]
        h.bewaar(rekening, "status", "reden")
        h.over(rekening)
        h.meld(**_feiten(rekening), reden=reden)
    return rekening


def _eis_andere(rekening: Rekening, door: Door) -> None:
    if rekening.status != S.VOORGESTELD:
        raise RekeningKanNiet(
            f"Dit nummer is {rekening.get_status_display()}. Er is niets meer te beoordelen."
        )
    if door.id == rekening.voorgesteld_door_id:
        raise RekeningKanNiet(
            "U stelde dit nummer zelf voor. Vraag een collega om het na te gaan en te bevestigen."
        )


def _feiten(r: Rekening) -> dict[str, Any]:
    """For the event: never the whole number."""
    return {
        "aanbieder": str(r.aanbieder_id or ""),
        "aanbieder_naam": r.aanbieder.naam if r.aanbieder else "onszelf",
        "rekening": verkort(r.iban),
    }
