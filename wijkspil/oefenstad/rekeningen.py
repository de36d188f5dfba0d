"""The invented bank accounts of the practice town, as two people agreed on them before it opened."""

from typing import TYPE_CHECKING

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.betalingen.models import Rekening
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker
from wijkspil.regels.iban import maak_iban

if TYPE_CHECKING:
    from .inrichting import Inrichting


def zet_rekeningen(inrichting: "Inrichting") -> None:
    """Accounts of everybody who is paid, and ours, as two people agreed on them before the town opened."""
    wie = [
        Medewerker.objects.filter(rollen__contains=[rol.value]).order_by("gemaakt_op").first()
        for rol in (Rol.BACKOFFICE, Rol.CONTRACTBEHEER)
    ]
    if None in wie or wie[0] == wie[1]:
        return
    partijen = Aanbieder.objects.filter(lid_van__isnull=True).exclude(soort=Aanbieder.Soort.EIGEN_TEAM)
    for volg, aanbieder in enumerate((None, *partijen.order_by("gemaakt_op"))):
        inrichting._maak(
            Rekening(
                aanbieder=aanbieder,
                iban=maak_iban("NL", f"OEFN{inrichting.gemeente.pk:06d}{volg:04d}"),
                tenaamstelling=aanbieder.naam if aanbieder else f"Gemeente {inrichting.gemeente.naam}",
                status=Rekening.Status.BEVESTIGD,
                hoe_nagegaan="teruggebeld op het nummer uit het contract",
                voorgesteld_door=wie[0],
                voorgesteld_op=inrichting.vanaf,
                beoordeeld_door=wie[1],
                beoordeeld_op=inrichting.vanaf,
                uiterlijk=inrichting.vanaf,
            )
        )
