"""Watches over urgent questions that nobody touches: when the clock runs out, the team lead is told (H12). Safe to run twice."""

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import handeling

from .models import Hulpvraag, Stap, Triage

NAAM = "Bewaking van spoed"


def escaleer_spoed(gemeente_id: int) -> int:
    """Tell once about each urgent question whose hours have passed untouched. Returns how many were new.

    A row is claimed with SKIP LOCKED, so two workers never tell twice.
    """
    gemeld = 0
    with binnen(gemeente_id):
        door = Door.systeem(gemeente_id, NAAM)
        verlopen = (
            Hulpvraag.objects.filter(spoed_uiterlijk__lt=klok.nu())
            .exclude(stap=Stap.AFGESLOTEN)
            .select_for_update(skip_locked=True)
            .order_by("spoed_uiterlijk")
        )
        for hulpvraag in verlopen:
            triage = Triage.objects.filter(hulpvraag=hulpvraag).order_by("-gemaakt_op").first()
            if triage is None or triage.geescaleerd_op is not None:
                continue
            with handeling(
                "spoed.niet_opgepakt", door=door, doel="spoed bewaken", grond="de spoedklok liep af"
            ) as h:
                triage.geescaleerd_op = h.moment
                h.bewaar(triage, "geescaleerd_op")
                h.over(triage, dossier=hulpvraag)
                h.meld(oordeel=triage.oordeel, uiterlijk=hulpvraag.spoed_uiterlijk)
            gemeld += 1
    return gemeld
