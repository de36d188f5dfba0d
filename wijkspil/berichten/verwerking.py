"""From stored to processed: check on four levels, the effect and its answer in one transaction (M2).

1. structure: no answer in iWmo, the transport tells the sender;  2. rules within the message: header with 0001;
3. and 4. against what we know: the class with its code, the whole message has no effect (OP286).
"""

from uuid import UUID

from django.db import connection, transaction

from wijkspil.aanbieders.contracten import heeft_contract
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core import klok, tussenschot
from wijkspil.core.door import Door, Soort
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.gemeenten import register

from . import stand
from .inkomend import Afkeuring, Ontvangen, effect_van
from .models import Bericht
from .standaard import Gelezen, lees, retour
from .standaard.regels import toets
from .standaard.register import bericht as definitie
from .standaard.retourbericht import AFGEKEURD
from .uitgaand import wmo325
from .uitgaand.klaarzetten import bouw_bericht, nieuw

S = Bericht.Status
DOEL = "bericht verwerken"
RETOURBERICHTEN = frozenset({"WMO302", "WMO306", "WMO308", "WMO316", "WMO318", "WMO320"})


class TransportFout(Exception):
    """There is no iWmo answer for this: the sender gets a fault of the transport."""


def verwerk(bericht_id: UUID, *, gemeente_id: int) -> Bericht | None:
    """Process one stored message within the municipality that is open; None when another worker has it or it was done.

    Effect, answer, events and audit lines stand or fall together. A second call does nothing.
    """
    with transaction.atomic():
        bericht = (
            Bericht.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(pk=bericht_id, status=S.ONTVANGEN)
            .first()
        )
        if bericht is None:
            return None
        door = Door.systeem(gemeente_id, "Berichtenverkeer")
        try:
            gelezen = _lees(bericht)
            aanbieder = _afzender(bericht)
        except TransportFout as fout:
            with handeling("bericht.afgekeurd", door=door, doel=DOEL) as h:
                h.verstuur("transportfout", f"transportfout:{bericht.pk}", bericht=str(bericht.pk))
                _keur_af(h, bericht, None, str(fout))
            return bericht
        _verwerk(bericht, gelezen, aanbieder, door)
    return bericht


def _lees(bericht: Bericht) -> Gelezen:
    gelezen = lees(bytes(bericht.ruw))
    if gelezen.fouten:
        bericht.fouten = [
            {"plek": f.pad, "uitleg": f"Verwacht: {f.verwacht}. {f.wat_nu}"} for f in gelezen.fouten[:20]
        ]
        raise TransportFout("de opbouw klopt niet")
    if effect_van(bericht.soort) is None:
        raise TransportFout(f"een {bericht.soort} ontvangen wij niet")
    return gelezen


def _verwerk(bericht: Bericht, gelezen: Gelezen, aanbieder: Aanbieder, systeem: Door) -> None:
    if bericht.fouten:  # the in-tray found that its identification was used before
        with handeling("bericht.dubbel", door=systeem, doel=DOEL) as h:
            _antwoord(h, bericht, gelezen, kop=[bericht.fouten[0]["code"]])
            _klaar(h, bericht, aanbieder, S.DUBBEL)
        return
    niveau_2 = [b for b in toets(gelezen) if b.retourcode == AFGEKEURD]
    if niveau_2:
        bericht.fouten = [
            {"code": AFGEKEURD, "plek": b.pad, "uitleg": f"{b.zegt} ({b.regel})"} for b in niveau_2
        ]
        with handeling("bericht.afgekeurd", door=systeem, doel=DOEL) as h:
            _antwoord(h, bericht, gelezen, kop=[AFGEKEURD])
            _keur_af(h, bericht, aanbieder, "; ".join(f["uitleg"] for f in bericht.fouten))
        return
    ontvangen = Ontvangen(
        bericht,
        gelezen,
        aanbieder,
        Door(Soort.AANBIEDER, systeem.gemeente_id, aanbieder.naam, aanbieder.pk, aanbieder_id=aanbieder.pk),
    )
    try:
        with transaction.atomic():  # a rejection undoes what earlier lines of the same message did
            _doe(ontvangen)
    except Afkeuring as fout:
        bericht.fouten = fout.fouten
        with handeling("bericht.afgekeurd", door=systeem, doel=DOEL) as h:
            _antwoord(h, bericht, gelezen, klasse=fout)
            _keur_af(h, bericht, aanbieder, str(fout))
        return
    if not ontvangen.klaar:
        with handeling("bericht.voorgelegd", door=systeem, doel=DOEL) as h:
            _antwoord(h, bericht, gelezen)
            _klaar(h, bericht, aanbieder, S.BIJ_MENS)
        return
    with handeling("bericht.verwerkt", door=systeem, doel=DOEL) as h:
        if ontvangen.declaratie is not None:
            d = ontvangen.declaratie
            h.verstuur(
                "bericht", f"WMO325:{d.pk}", bericht="WMO325", declaratie=str(d.pk), op=str(bericht.pk)
            )
        _antwoord(h, bericht, gelezen)
        _klaar(h, bericht, aanbieder, S.VERWERKT)


def _doe(o: Ontvangen) -> None:
    """Levels 3 and 4 against what we know, then the effect, which holds once more what only the database can promise."""
    bevindingen = stand.beoordeel(o.bericht.soort, o.gelezen.inhoud, o.aanbieder)
    if bevindingen:
        raise Afkeuring.uit(bevindingen)
    effect = effect_van(o.bericht.soort)
    assert effect is not None
    effect(o)


def _klaar(h: Handeling, bericht: Bericht, aanbieder: Aanbieder | None, status: S) -> None:
    bericht.status = status
    if status != S.BIJ_MENS:
        bericht.uiterlijk = None
    h.bewaar(bericht, "status", "fouten", "uiterlijk", "hulpvraag_id", "antwoord_op_id")
    h.over(bericht, dossier=bericht.hulpvraag_id)
    h.meld(
        bericht=str(bericht).strip(),
        soort=bericht.soort,
        wie=aanbieder.naam if aanbieder else bericht.afzender,
        aanbieder=str(aanbieder.pk) if aanbieder else "",
        dagen_sinds_ontvangst=(h.moment - bericht.moment).days,
    )


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


def _keur_af(h: Handeling, bericht: Bericht, aanbieder: Aanbieder | None, reden: str) -> None:
    if not bericht.fouten:
        bericht.fouten = [{"plek": "/", "uitleg": reden}]
    h.meld(reden=reden, codes=[f["code"] for f in bericht.fouten if "code" in f])
    _klaar(h, bericht, aanbieder, S.AFGEKEURD)


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
    in_kop = kop or (klasse.in_kop if klasse else [])
    ruw = retour(
        gelezen,
        codes_kop=in_kop,
        codes_per_klasse=klasse.per_klasse if klasse and not in_kop else None,
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
    codes = [code for _, code, _ in klasse.meldingen] if klasse else []
    in_kop = kop or (klasse.in_kop if klasse else []) or [code for code in codes if code == AFGEKEURD]
    if in_kop:
        inhoud = {"Header": wmo325.kop_op(gelezen.inhoud["Header"], in_kop)}
    else:
        inhoud = wmo325.inhoud(gelezen, toegekend_cent=0, codes={}, declaratiecode=codes[0])
    antwoord = bouw_bericht(h, "WMO325", bericht.afzender, inhoud)
    antwoord.antwoord_op = bericht
    h.maak(antwoord)


def verwerk_wachtende(gemeente_id: int, *, hoogstens: int = 1_000_000) -> int:
    """Process what waits, the least tried first, each in a transaction of its own. Returns how many were processed.

    A message that breaks the program holds up nothing: the others are processed, its traceback is in the log, it is tried again in
    the next round (the least tried first), and it shows as stuck when its time is over.
    """
    gedaan = 0
    while gedaan < hoogstens:
        with binnen(gemeente_id):
            wacht = _begin_aan(100)
        verwerkt = 0
        for pk in wacht:
            with binnen(gemeente_id):
                verwerkt += _probeer(pk, gemeente_id)
        gedaan += verwerkt
        if not verwerkt:
            break
    return gedaan


def _probeer(pk: UUID, gemeente_id: int) -> bool:
    """Process one message behind a bulkhead; whether it was processed."""
    gedaan: list[Bericht | None] = []
    tussenschot.probeer(lambda: gedaan.append(verwerk(pk, gemeente_id=gemeente_id)), wat=f"bericht id={pk}")
    return any(gedaan)


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
