"""Handing over what is ready. Crashed halfway? The same bytes go again, under the same name; the receiver filters on identification."""

from datetime import datetime, time

from django.utils import timezone

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import handeling
from wijkspil.core.models import Uitgaand
from wijkspil.gemeenten import register
from wijkspil.regels import wmo

from ..models import Bericht
from ..standaard.register import bericht as definitie
from ..uitwisseling import uitwisseling

PORTIE = 25


def verzend(gemeente_id: int) -> int:
    """Hand over everything that is ready; returns how many. One transaction per portion, so a kill repeats little."""
    gedaan = 0
    while True:
        with binnen(gemeente_id):
            rijen = list(
                Bericht.objects.select_for_update(skip_locked=True, of=("self",))
                .filter(status=Bericht.Status.KLAAR, richting=Bericht.Richting.UIT)
                .order_by("moment", "id")[:PORTIE]
            )
            for bericht in rijen:
                _verzend(bericht)
        gedaan += len(rijen)
        if len(rijen) < PORTIE:
            return gedaan


def _verzend(bericht: Bericht) -> None:
    uitwisseling().verstuur(
        register.op_code(bericht.gemeente_id).cbs_code,
        f"{bericht.soort}-{bericht.pk}.xml",
        bytes(bericht.ruw),
    )
    door = Door.systeem(bericht.gemeente_id, "Berichtenverkeer")
    with handeling("bericht.verzonden", door=door, doel="bericht verzenden") as h:
        retour = definitie(bericht.soort).retour
        if retour is None:  # nothing comes back on a return message or on a 325
            bericht.status, bericht.uiterlijk = Bericht.Status.VERWERKT, None
        else:
            bericht.status, bericht.uiterlijk = Bericht.Status.VERZONDEN, antwoord_voor(retour)
        h.bewaar(bericht, "status", "uiterlijk")
        h.over(bericht, dossier=bericht.hulpvraag_id)
        h.meld(bericht=str(bericht), soort=bericht.soort, wie=bericht.ontvanger)


def antwoord_voor(retour: str) -> datetime:
    """The end of the last day on which the return message must be there: three working days (OP090)."""
    dag = wmo.berichttermijn(retour.removeprefix("WMO"), klok.vandaag()).laatste_dag
    return timezone.make_aware(datetime.combine(dag, time.max))


def meld_transportfout(rij: Uitgaand) -> None:
    """Tell the sender through the transport that a message was refused before iWmo could answer it (level 1)."""
    bericht = Bericht.objects.get(pk=rij.inhoud["bericht"])
    regels = [
        f"{bericht.soort or 'onleesbaar bestand'} {bericht.identificatie} sha256 {bericht.sha256}".replace(
            "  ", " "
        )
    ]
    regels += [f"{fout['plek']}: {fout['uitleg']}" for fout in bericht.fouten]
    cbs = register.op_code(rij.gemeente_id).cbs_code
    uitwisseling().weiger(cbs, f"FOUT-{bericht.pk}.txt", bericht.sha256, "\r\n".join(regels))
