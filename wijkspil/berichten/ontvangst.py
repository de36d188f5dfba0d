"""The in-tray: store first, think later (M1).

A message is stored with its bytes, hash, sender and identification in a transaction of its own, before anything is done with it.
Type, sender and identification name it for all time (TR056), so the same bytes once more is a repeat by the transport: it is
counted, has no second effect, and gets the same answer again in case the first got lost. Other bytes under a used identification
break TR056: they are kept, have no effect, and get return code 9056.
"""

import hashlib
import logging
import re
from datetime import datetime, time

from django.db import IntegrityError, transaction
from django.utils import timezone

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.regels import wmo

from .models import Bericht
from .standaard import Kop, Onleesbaar, kop
from .standaard.register import bericht as definitie
from .uitgaand.teruggekomen import telt_als_niet_verzonden
from .uitwisseling import Transportmelding

logger = logging.getLogger(__name__)
ANTWOORD_323 = "325"
S = Bericht.Status


def ontvang(ruw: bytes, *, gemeente_id: int, herkomst: str = "") -> Bericht:
    """Store one message that arrived, unreadable or not; the caller has opened the municipality and nothing else.

    Safe to repeat with the same bytes. Returns the message as stored: new, or the one that it repeats.
    """
    door = Door.systeem(gemeente_id, "Berichtenverkeer")
    bericht = _lees_kop(ruw)
    bestaand = _zelfde(bericht)
    if bestaand is not None and bestaand.sha256 != bericht.sha256:
        bericht = _zonder_naam(bericht, bestaand)
        bestaand = _zelfde(bericht)
    if bestaand is None:
        try:
            return _bewaar(bericht, door, herkomst)
        except IntegrityError:  # another worker stored it between our looking and our writing
            bestaand = _zelfde(bericht)
            if bestaand is None:
                raise
    return _herhaling(bestaand, door, herkomst)


def _bewaar(bericht: Bericht, door: Door, herkomst: str) -> Bericht:
    with transaction.atomic(), handeling("bericht.ontvangen", door=door, doel="bericht ontvangen") as h:
        h.maak(bericht)
        _vertel(h, bericht, herkomst)
    return bericht


def _lees_kop(ruw: bytes) -> Bericht:
    bericht = Bericht(
        richting=Bericht.Richting.IN,
        ruw=ruw,
        sha256=hashlib.sha256(ruw).hexdigest(),
        status=S.ONTVANGEN,
        moment=klok.nu(),
    )
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
    soort = antwoord[-3:] if antwoord else (ANTWOORD_323 if hoofd.bericht == "WMO323" else "302")
    dag = wmo.berichttermijn(soort, klok.vandaag()).laatste_dag
    return timezone.make_aware(datetime.combine(dag, time.max))


def _zelfde(bericht: Bericht) -> Bericht | None:
    """The message that has this name already; without a name the same bytes. One query."""
    if bericht.identificatie:
        naam = {"soort": bericht.soort, "afzender": bericht.afzender, "identificatie": bericht.identificatie}
    else:
        naam = {"identificatie": "", "sha256": bericht.sha256}
    return Bericht.objects.defer("ruw").filter(richting=Bericht.Richting.IN, **naam).first()


def _zonder_naam(bericht: Bericht, bestaand: Bericht) -> Bericht:
    """Kept without a name of its own, so that the first holder keeps it."""
    bericht.fouten = [
        {
            "code": "9056",
            "plek": "/Bericht/Header/BerichtIdentificatie",
            "uitleg": f"Identificatie {bestaand.identificatie} is al gebruikt voor een ander bericht van deze afzender.",
        }
    ]
    bericht.identificatie, bericht.antwoord_op = "", bestaand
    return bericht


def _herhaling(bestaand: Bericht, door: Door, herkomst: str) -> Bericht:
    with handeling("bericht.dubbel", door=door, doel="bericht ontvangen") as h:
        bestaand.keren_ontvangen += 1
        h.bewaar(bestaand, "keren_ontvangen")
        antwoord = bestaand.antwoorden.defer("ruw").filter(richting="uit").exclude(status=S.KLAAR).first()
        if antwoord is not None:  # the same bytes again: the sender repeats because the answer did not arrive
            antwoord.status = S.KLAAR
            h.bewaar(antwoord, "status")
        _vertel(h, bestaand, herkomst)
    return bestaand


def _vertel(h: Handeling, bericht: Bericht, herkomst: str) -> None:
    h.over(bericht)
    h.meld(
        bericht=str(bericht).strip() or "onleesbaar",
        soort=bericht.soort,
        wie=bericht.afzender or herkomst or "onbekend",
        status=bericht.status,
        keren=bericht.keren_ontvangen,
    )


def neem_transportfout_op(melding: Transportmelding, *, gemeente_id: int) -> Bericht | None:
    """The hub refused a message of ours (Fo01): it waits for a person, as one that the provider refused. None when we can't tell which."""
    treffer = re.search(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", melding.naam)
    bericht = Bericht.objects.filter(pk=treffer[0], richting="uit").first() if treffer else None
    if bericht is None:
        logger.error("transportfout_zonder_bericht gemeente=%s", gemeente_id)
        return None
    door = Door.systeem(gemeente_id, "Berichtenverkeer")
    with handeling("bericht.geweigerd", door=door, doel="transportfout opnemen") as h:
        bericht.status = S.GEWEIGERD
        bericht.fouten = [{"plek": "envelop", "uitleg": melding.uitleg}]
        telt_als_niet_verzonden(bericht)
        h.bewaar(bericht, "status", "fouten")
        h.over(bericht, dossier=bericht.hulpvraag_id)
        h.meld(
            bericht=str(bericht),
            soort=bericht.soort,
            wie="het gegevensknooppunt",
            reden=melding.uitleg,
            codes=[],
        )
    return bericht
