"""From an outbox row to a stored message: the handler of outbox rows of the kind "bericht"."""

import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import F

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.core.models import Uitgaand
from wijkspil.core.uitbox import NietTeVerwerken
from wijkspil.gemeenten import register
from wijkspil.ondersteuning.models import Aanbiederverzoek, Declaratie, Toewijzing

from ..models import Bericht
from ..standaard import StructuurFout, bouw, lees
from ..standaard.regels import toets
from . import wmo301, wmo319, wmo325

POST = "berichtenverkeer"
OVERDRACHT = timedelta(hours=4)
"""How long a message may wait for the exchange before it shows as stuck (M7)."""


def verwerk_rij(rij: Uitgaand) -> None:
    """Handle one outbox row. Raises NietTeVerwerken with what to mend; the row waits and is tried again."""
    soort = rij.inhoud["bericht"]
    if soort == "WMO301":
        _toewijzing(rij.gemeente_id, UUID(rij.inhoud["inwoner"]), UUID(rij.inhoud["aanbieder"]))
    elif soort == "WMO319":
        _antwoord_op_verzoek(rij.gemeente_id, rij.inhoud)
    elif soort == "WMO325":
        _antwoord(rij.gemeente_id, UUID(rij.inhoud["declaratie"]), UUID(rij.inhoud["op"]))
    else:
        raise NietTeVerwerken(f"{soort} is geen bericht dat wij versturen.")


def _toewijzing(gemeente_id: int, inwoner_id: UUID, aanbieder_id: UUID) -> None:
    toewijzingen = wmo301.te_melden(inwoner_id, aanbieder_id, klok.vandaag())
    if not toewijzingen:
        return  # an earlier row took this change along already
    aanbieder = toewijzingen[0].aanbieder
    assert aanbieder is not None
    verzoeken = wmo301.te_noemen(inwoner_id, aanbieder_id)
    deel = wmo301.inhoud(toewijzingen, verzoeken)
    nieuwste = max(toewijzingen, key=lambda t: (t.toegewezen_op, t.nummer))
    with _handeling(gemeente_id) as h:
        bericht = bouw_bericht(h, "WMO301", aanbieder.agb, deel)
        bericht.inhoud = {
            str(t.nummer): t.verzonden_versie for t in toewijzingen if t.versie > t.verzonden_versie
        }
        bericht.hulpvraag_id = nieuwste.hulpvraag_id
        h.maak(bericht)
        # Without counting `rev`: a colleague who is editing the order has no conflict with our post.
        Toewijzing.objects.filter(pk__in=[t.pk for t in toewijzingen]).update(verzonden_versie=F("versie"))
        if verzoeken:
            genoemd = Aanbiederverzoek.objects.filter(pk__in=[v.pk for v in verzoeken])
            genoemd.update(antwoord=bericht.identificatie)
        vertel(h, bericht, aanbieder, inwoner_id)


def _antwoord_op_verzoek(gemeente_id: int, rij: dict[str, Any]) -> None:
    verzoek = Aanbiederverzoek.objects.select_related("aanbieder").get(pk=rij["verzoek"])
    with _handeling(gemeente_id) as h:
        antwoord = wmo319.inhoud(verzoek.referentie, rij["antwoord"], rij["reden"])
        bericht = bouw_bericht(h, "WMO319", verzoek.aanbieder.agb, antwoord)
        bericht.inhoud = {naam: rij[naam] for naam in ("verzoek", "antwoord", "reden")}
        bericht.hulpvraag_id = verzoek.hulpvraag_id
        h.maak(bericht)
        vertel(h, bericht, verzoek.aanbieder, verzoek.inwoner_id)


def _antwoord(gemeente_id: int, declaratie_id: UUID, op_id: UUID) -> None:
    heen = Bericht.objects.get(pk=op_id)
    declaratie = Declaratie.objects.select_related("aanbieder").get(pk=declaratie_id)
    codes = dict(declaratie.regels.filter(goedgekeurd=False).values_list("referentie", "retourcodes"))
    inhoud = wmo325.inhoud(lees(bytes(heen.ruw)), toegekend_cent=declaratie.toegekend_cent, codes=codes)
    with _handeling(gemeente_id) as h:
        bericht = bouw_bericht(h, "WMO325", declaratie.aanbieder.agb, inhoud)
        bericht.antwoord_op = heen
        h.maak(bericht)
        vertel(h, bericht, declaratie.aanbieder)


def _handeling(gemeente_id: int) -> Any:
    return handeling("bericht.klaargezet", door=Door.systeem(gemeente_id, "Berichtenverkeer"), doel=POST)


def bouw_bericht(h: Handeling, soort: str, ontvanger: str, deel: dict[str, Any]) -> Bericht:
    """Build a message with an own identification, and hold it against the rules that the receiver will use.

    Raises:
        NietTeVerwerken: the standard would refuse it; better we find out than they.
    """
    cbs = register.op_code(h.door.gemeente_id).cbs_code
    identificatie = str(volgend_nummer("bericht"))
    kop = {
        "Afzender": cbs,
        "Ontvanger": ontvanger,
        **deel.get("Header", {}),
        "BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": h.dag},
    }
    try:
        ruw = bouw(soort, {**deel, "Header": kop})
    except StructuurFout as fout:
        raise NietTeVerwerken(str(fout)) from fout
    bevindingen = toets(lees(ruw), streng=True)
    if bevindingen:
        raise NietTeVerwerken("; ".join(f"{b.zegt} ({b.regel})" for b in bevindingen))
    return nieuw(h, soort, ruw, cbs, ontvanger, identificatie)


def nieuw(h: Handeling, soort: str, ruw: bytes, afzender: str, ontvanger: str, identificatie: str) -> Bericht:
    """An unsaved outgoing message that waits for the exchange."""
    return Bericht(
        richting=Bericht.Richting.UIT,
        soort=soort,
        identificatie=identificatie,
        afzender=afzender,
        ontvanger=ontvanger,
        dagtekening=h.dag,
        ruw=ruw,
        sha256=hashlib.sha256(ruw).hexdigest(),
        status=Bericht.Status.KLAAR,
        moment=h.moment,
        uiterlijk=h.moment + OVERDRACHT,
    )


def vertel(h: Handeling, bericht: Bericht, wie: Aanbieder | None, inwoner_id: UUID | None = None) -> None:
    h.over(bericht, dossier=bericht.hulpvraag_id, inwoner=inwoner_id)
    h.meld(
        bericht=str(bericht),
        soort=bericht.soort,
        wie=wie.naam if wie else bericht.ontvanger,
        aanbieder=str(wie.pk if wie else ""),
    )
