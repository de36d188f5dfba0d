"""From stored to processed: check on four levels, the effect and its answer in one transaction (M2).

1. structure: no answer in iWmo, the transport tells the sender;  2. rules within the message: header with 0001;
3. and 4. against what we know: the class with its code, the whole message has no effect (OP286).
"""

from uuid import UUID

from django.db import connection, transaction

from wijkspil.aanbieders.contracten import heeft_contract
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core import klok
from wijkspil.core.door import Door, Soort
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.gemeenten import register

from .inkomend import Afkeuring, Ontvangen, effect_van
from .models import Bericht
from .standaard import Gelezen, lees, retour
from .standaard.regels import toets
from .standaard.register import bericht as definitie
from .standaard.retourbericht import AFGEKEURD
from .uitgaand import wmo325
from .uitgaand.klaarzetten import bouw_bericht, nieuw

S = Bericht.Status
RETOURBERICHTEN = frozenset({"WMO302", "WMO306", "WMO308", "WMO316", "WMO318", "WMO320"})


class TransportFout(Exception):
    """There is no iWmo answer for this: the sender gets a fault of the transport."""


def verwerk(bericht_id: UUID, *, gemeente_id: int) -> Bericht | None:
    """Process one stored message within the municipality that is open; None when another worker has it or it was done.

    Effect, answer, event and audit line stand or fall together. A second call does nothing.
    """
    bericht = (
        Bericht.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(pk=bericht_id, status=S.ONTVANGEN)
        .first()
    )
    if bericht is None:
        return None
    with handeling(
        "bericht.verwerkt", door=Door.systeem(gemeente_id, "Berichtenverkeer"), doel="bericht verwerken"
    ) as h:
        aanbieder: Aanbieder | None = None
        try:
            gelezen = lees(bytes(bericht.ruw))
            if gelezen.fouten:
                bericht.fouten = [
                    {"plek": f.pad, "uitleg": f"Verwacht: {f.verwacht}. {f.wat_nu}"}
                    for f in gelezen.fouten[:20]
                ]
                raise TransportFout("de opbouw klopt niet")
            aanbieder = _afzender(bericht)
            _doe(h, bericht, gelezen, aanbieder)
        except TransportFout as fout:
            _keur_af(h, bericht, str(fout))
            h.verstuur("transportfout", f"transportfout:{bericht.pk}", bericht=str(bericht.pk))
        h.bewaar(bericht, "status", "fouten", "uiterlijk", "hulpvraag_id", "antwoord_op_id")
        h.over(bericht, dossier=bericht.hulpvraag_id)
        h.meld(
            bericht=str(bericht).strip(),
            soort=bericht.soort,
            wie=aanbieder.naam if aanbieder else bericht.afzender,
            aanbieder=str(aanbieder.pk) if aanbieder else "",
            dagen_sinds_ontvangst=(h.moment - bericht.moment).days,
        )
    return bericht


def _doe(h: Handeling, bericht: Bericht, gelezen: Gelezen, aanbieder: Aanbieder) -> None:
    effect = effect_van(bericht.soort)
    if effect is None:
        raise TransportFout(f"een {bericht.soort} ontvangen wij niet")
    if bericht.fouten:  # the in-tray found that its identification was used before
        _antwoord(h, bericht, gelezen, kop=[bericht.fouten[0]["code"]])
        bericht.status, bericht.uiterlijk = S.DUBBEL, None
        h.soort = "bericht.dubbel"
        return
    niveau_2 = toets(gelezen)
    if niveau_2:
        bericht.fouten = [
            {"code": AFGEKEURD, "plek": b.pad, "uitleg": f"{b.zegt} ({b.regel})"} for b in niveau_2
        ]
        _antwoord(h, bericht, gelezen, kop=[AFGEKEURD])
        _keur_af(h, bericht, "; ".join(f["uitleg"] for f in bericht.fouten))
        return
    door = Door(Soort.AANBIEDER, h.door.gemeente_id, aanbieder.naam, aanbieder.pk, aanbieder_id=aanbieder.pk)
    ontvangen = Ontvangen(bericht, gelezen, aanbieder, door, h)
    try:
        if bericht.dagtekening and bericht.dagtekening > h.dag:
            raise Afkeuring("Header", "8848", "De dagtekening ligt in de toekomst.")
        with transaction.atomic():  # a rejection undoes what earlier lines of the same message did
            effect(ontvangen)
    except Afkeuring as fout:
        bericht.fouten = [{"code": fout.code, "plek": fout.pad, "uitleg": fout.uitleg}]
        _antwoord(h, bericht, gelezen, klasse=fout)
        _keur_af(h, bericht, fout.uitleg)
        return
    _antwoord(h, bericht, gelezen)
    if ontvangen.klaar:
        bericht.status, bericht.uiterlijk = S.VERWERKT, None
    else:
        bericht.status = S.BIJ_MENS
        h.soort = "bericht.voorgelegd"


def _afzender(bericht: Bericht) -> Aanbieder:
    """The provider who sent this: known here, under contract on that day, and meant for us (M4).

    A return message copies our own header, so there its sender stands under Ontvanger.
    """
    terug = bericht.soort in RETOURBERICHTEN
    agb, cbs = (bericht.ontvanger, bericht.afzender) if terug else (bericht.afzender, bericht.ontvanger)
    if cbs != register.op_code(bericht.gemeente_id).cbs_code:
        raise TransportFout(f"dit bericht is voor gemeente {cbs}")
    aanbieder = Aanbieder.objects.filter(agb=agb).first()
    if aanbieder is None:
        raise TransportFout(f"geen aanbieder met AGB-code {agb}")
    dag = bericht.dagtekening or klok.vandaag()
    if not terug and not heeft_contract(aanbieder, dag):
        raise TransportFout(f"{aanbieder.naam} heeft op {dag:%d-%m-%Y} geen contract")
    return aanbieder


def _keur_af(h: Handeling, bericht: Bericht, reden: str) -> None:
    h.soort = "bericht.afgekeurd"
    h.meld(reden=reden, codes=[f["code"] for f in bericht.fouten if "code" in f])
    bericht.status, bericht.uiterlijk = S.AFGEKEURD, None
    if not bericht.fouten:
        bericht.fouten = [{"plek": "/", "uitleg": reden}]


def _antwoord(
    h: Handeling,
    bericht: Bericht,
    gelezen: Gelezen,
    *,
    kop: list[str] | None = None,
    klasse: Afkeuring | None = None,
) -> None:
    """Put the answer ready: the return message, or on a claim that fails as a whole a 325."""
    if bericht.soort == "WMO323":
        if kop or klasse:
            _antwoord_323(h, bericht, gelezen, kop, klasse)
        return
    if definitie(bericht.soort).retour is None:
        return
    nummer = str(volgend_nummer("bericht"))
    in_kop = kop or ([klasse.code] if klasse and klasse.pad == "Header" else [])
    ruw = retour(
        gelezen,
        codes_kop=in_kop,
        codes_per_klasse={klasse.pad: [klasse.code]} if klasse and not in_kop else None,
        identificatie_retour=nummer,
        dagtekening_retour=h.dag,
    )
    soort = definitie(bericht.soort).retour or ""
    antwoord = nieuw(h, soort, ruw, bericht.ontvanger, bericht.afzender, nummer)
    antwoord.antwoord_op = bericht
    h.maak(antwoord)


def _antwoord_323(
    h: Handeling, bericht: Bericht, gelezen: Gelezen, kop: list[str] | None, klasse: Afkeuring | None
) -> None:
    if kop or (klasse and klasse.code == AFGEKEURD):
        inhoud = {"Header": wmo325.kop_op(gelezen.inhoud["Header"], kop or [AFGEKEURD])}
    else:
        assert klasse is not None
        inhoud = wmo325.inhoud(gelezen, toegekend_cent=0, codes={}, declaratiecode=klasse.code)
    antwoord = bouw_bericht(h, "WMO325", bericht.afzender, inhoud)
    antwoord.antwoord_op = bericht
    h.maak(antwoord)


def verwerk_wachtende(gemeente_id: int, *, hoogstens: int = 1_000_000) -> int:
    """Process what waits, the least tried first, each in a transaction of its own. Returns how many were processed.

    A message that breaks the program moves to the back before it is tried: it can't hold up the others, and shows as stuck when its
    time is over.
    """
    gedaan = 0
    while gedaan < hoogstens:
        with binnen(gemeente_id):
            wacht = _begin_aan(100)
        verwerkt = 0
        for pk in wacht:
            with binnen(gemeente_id):
                verwerkt += verwerk(pk, gemeente_id=gemeente_id) is not None
        gedaan += verwerkt
        if not verwerkt:
            break
    return gedaan


def _begin_aan(hoogstens: int) -> list[UUID]:
    """Count an attempt on the messages that come first, and name them. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE berichten_bericht b SET pogingen = least(b.pogingen + 1, 999) FROM ("
            "  SELECT id FROM berichten_bericht WHERE richting = 'in' AND status = 'ontvangen'"
            "  ORDER BY pogingen, moment, id LIMIT %s FOR UPDATE SKIP LOCKED) w WHERE b.id = w.id RETURNING b.id, b.moment",
            [hoogstens],
        )
        return [pk for pk, _moment in sorted(cursor.fetchall(), key=lambda rij: (rij[1], rij[0]))]
