"""The in-tray: store first, think later (M1).

A message is stored with its bytes, hash, sender and identification in a transaction of its own, before anything is done with it.
Type, sender and identification name it for all time (TR056), so the same bytes once more is a repeat by the transport: it is
counted, has no second effect, and gets the same answer again in case the first got lost. Other bytes under a used identification
break TR056: they are kept, have no effect, and get return code 9056.
"""

import hashlib
from datetime import datetime, time

from django.utils import timezone

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.ids import uuid7
from wijkspil.regels import wmo

from .models import Bericht
from .standaard import Kop, Onleesbaar, kop
from .standaard.register import bericht as definitie

ANTWOORD_323 = "325"
S = Bericht.Status


def ontvang(ruw: bytes, *, gemeente_id: int, herkomst: str = "") -> Bericht:
    """Store one message that arrived, unreadable or not; the caller has opened the municipality and nothing else.

    Safe to repeat with the same bytes. Returns the message as stored: new, or the one that it repeats.
    """
    with handeling(
        "bericht.ontvangen", door=Door.systeem(gemeente_id, "Berichtenverkeer"), doel="bericht ontvangen"
    ) as h:
        bericht = _lees_kop(h, ruw)
        bestaand = _bewaar(bericht)
        if bestaand is None:
            _vertel(h, bericht, herkomst)
            return bericht
        if bestaand.sha256 == bericht.sha256:
            _herhaling(h, bestaand, herkomst)
            return bestaand
        anders = _zelfde_naam_ander_bericht(bericht, bestaand)
        eerder = _bewaar(anders)
        if eerder is not None:
            _herhaling(h, eerder, herkomst)
            return eerder
        _vertel(h, anders, herkomst)
        return anders


def _lees_kop(h: Handeling, ruw: bytes) -> Bericht:
    bericht = Bericht(
        id=uuid7(),
        richting=Bericht.Richting.IN,
        ruw=ruw,
        sha256=hashlib.sha256(ruw).hexdigest(),
        status=S.ONTVANGEN,
        moment=h.moment,
    )
    bericht.gemeente_id, bericht.gemaakt_op = h.door.gemeente_id, h.moment
    try:
        hoofd = kop(ruw)
    except Onleesbaar as fout:
        bericht.status = S.ONLEESBAAR
        bericht.fouten = [{"plek": "/", "uitleg": f"Dit is geen leesbaar bericht. Verwacht: {fout}."}]
        return bericht
    bericht.soort, bericht.afzender, bericht.ontvanger = hoofd.bericht, hoofd.afzender, hoofd.ontvanger
    bericht.identificatie, bericht.dagtekening = hoofd.identificatie, hoofd.dagtekening
    bericht.uiterlijk = _uiterlijk(hoofd)
    return bericht


def _uiterlijk(hoofd: Kop) -> datetime:
    """Until when we may take over it: the return message in three working days, the 325 in ten."""
    antwoord = definitie(hoofd.bericht).retour
    soort = (
        antwoord.removeprefix("WMO") if antwoord else (ANTWOORD_323 if hoofd.bericht == "WMO323" else "302")
    )
    dag = wmo.berichttermijn(soort, klok.vandaag()).laatste_dag
    return timezone.make_aware(datetime.combine(dag, time.max))


def _bewaar(bericht: Bericht) -> Bericht | None:
    """Insert unless its name was used; returns the one that was there. Two queries, safe between two workers."""
    Bericht.objects.bulk_create([bericht], ignore_conflicts=True)
    if bericht.identificatie:
        naam = {"soort": bericht.soort, "afzender": bericht.afzender, "identificatie": bericht.identificatie}
    else:
        naam = {"identificatie": "", "sha256": bericht.sha256}
    gevonden = Bericht.objects.defer("ruw").get(richting=Bericht.Richting.IN, **naam)
    return None if gevonden.pk == bericht.pk else gevonden


def _zelfde_naam_ander_bericht(bericht: Bericht, bestaand: Bericht) -> Bericht:
    """Kept without a name of its own, so that the first holder keeps it."""
    bericht.id = uuid7()
    bericht.fouten = [
        {
            "code": "9056",
            "plek": "/Bericht/Header/BerichtIdentificatie",
            "uitleg": f"Identificatie {bestaand.identificatie} is al gebruikt voor een ander bericht van deze afzender.",
        }
    ]
    bericht.identificatie, bericht.antwoord_op = "", bestaand
    return bericht


def _herhaling(h: Handeling, bestaand: Bericht, herkomst: str) -> None:
    h.soort = "bericht.dubbel"
    bestaand.keren_ontvangen += 1
    h.bewaar(bestaand, "keren_ontvangen")
    antwoord = bestaand.antwoorden.filter(richting="uit").exclude(status=S.KLAAR).first()
    if antwoord is not None:  # the same bytes again: the sender repeats because the answer did not arrive
        antwoord.status = S.KLAAR
        h.bewaar(antwoord, "status")
    _vertel(h, bestaand, herkomst)


def _vertel(h: Handeling, bericht: Bericht, herkomst: str) -> None:
    h.over(bericht)
    h.meld(
        bericht=str(bericht).strip() or "onleesbaar",
        soort=bericht.soort,
        wie=bericht.afzender or herkomst or "onbekend",
        status=bericht.status,
        keren=bericht.keren_ontvangen,
    )
