"""What the bank did: paid, or gave back. One transfer is one transaction, so an answer that was half read is simply read again."""

from datetime import date
from hashlib import sha256
from typing import Any

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.ondersteuning.actions import (
    betaal_declaratie,
    betaal_termijn,
    draai_betaling_terug,
    sluit_verrekende_declaratie,
)
from wijkspil.ondersteuning.models import Betaling

from ..models import Bankantwoord, Betaalbatch, Betaalopdracht, Betaalpost, Rekening, Terugvordering
from ..statusbestand import AFGEWEZEN, BETAALD, REKENINGFOUT, Statusbestand, Uitspraak, lees, reden
from .batch import BatchKanNiet, laat_posten_los
from .rekening import blokkeer

WIE = (Rol.BACKOFFICE, Rol.CONTRACTBEHEER)
O = Betaalopdracht.Status  # noqa: E741 - read as "order"


def bevestig_betaald(opdracht: Betaalopdracht, *, door: Door, op: date | None = None) -> Betaalopdracht:
    """The bank has paid this transfer: its claims and instalments are paid, what was set off is settled.

    Raises:
        BatchKanNiet: it isn't at the bank.
    """
    door.eis(*WIE, Rol.TEAMLEIDER, om_te="een betaling bevestigen")
    if opdracht.status != O.VERZONDEN:
        raise BatchKanNiet(
            f"Deze betaling is {opdracht.get_status_display()}; bevestigen kan als hij bij de bank ligt. Er is niets veranderd."
        )
    with handeling("betaalopdracht.betaald", door=door, doel="betaling bevestigen") as h:
        opdracht.status, opdracht.afgehandeld_op = O.BETAALD, op or h.dag
        h.bewaar(opdracht, "status", "afgehandeld_op")
        systeem = Door.systeem(door.gemeente_id)
        posten = list(_posten(opdracht))
        for p in posten:
            if p.declaratie is not None:
                betaal_declaratie(p.declaratie, door=systeem)
            elif p.termijn is not None:
                betaal_termijn(p.termijn, door=systeem)
            elif p.vordering is not None:
                rond_af_als_voldaan(h, p.vordering)
        _rond_batch_af(h, opdracht.batch)
        _meld(h, opdracht, verrekend_cent=-sum(p.cent for p in posten if p.vordering_id))
    return opdracht


def meld_terug(opdracht: Betaalopdracht, *, code: str, door: Door, uitleg: str = "") -> Betaalopdracht:
    """The bank refused this transfer or the money came back, also after it was paid: everything in it is due again.

    When the reason lies in the account, it is blocked until a second person has confirmed one again.

    Raises:
        BatchKanNiet: it never went to the bank, or came back before.
    """
    door.eis(*WIE, om_te="een teruggekomen betaling verwerken")
    if opdracht.status not in (O.VERZONDEN, O.BETAALD):
        raise BatchKanNiet(f"Deze betaling is {opdracht.get_status_display()}; er kan niets terugkomen.")
    waarom = uitleg or reden(code)
    with handeling("betaalopdracht.teruggekomen", door=door, doel="teruggekomen betaling verwerken") as h:
        was_betaald = opdracht.status == O.BETAALD
        opdracht.status, opdracht.afgehandeld_op = O.TERUG, h.dag
        opdracht.reden_code, opdracht.reden = code[:4], waarom[:200]
        h.bewaar(opdracht, "status", "afgehandeld_op", "reden_code", "reden")
        if was_betaald:
            _draai_terug(opdracht, waarom, door)
        laat_posten_los(h, [opdracht])
        if code in REKENINGFOUT and opdracht.rekening.status == Rekening.Status.BEVESTIGD:
            blokkeer(opdracht.rekening, reden=waarom, door=Door.systeem(door.gemeente_id))
        _rond_batch_af(h, opdracht.batch)
        _meld(h, opdracht, reden=waarom, code=code)
    return opdracht


def _draai_terug(opdracht: Betaalopdracht, waarom: str, door: Door) -> None:
    systeem = Door.systeem(door.gemeente_id)
    posten = list(_posten(opdracht))
    for b in Betaling.objects.filter(
        teruggekomen_op__isnull=True, declaratie_id__in=[p.declaratie_id for p in posten if p.declaratie_id]
    ).select_related("declaratie", "termijn", "aanbieder"):
        draai_betaling_terug(b, reden=waarom, door=systeem)
    for b in Betaling.objects.filter(
        teruggekomen_op__isnull=True, termijn_id__in=[p.termijn_id for p in posten if p.termijn_id]
    ).select_related("declaratie", "termijn", "aanbieder"):
        draai_betaling_terug(b, reden=waarom, door=systeem)


def lees_bankantwoord(ruw: bytes, *, door: Door) -> tuple[Bankantwoord, int]:
    """Read a status file and do what it says. Returns the answer and how many transfers it settled now.

    The file is kept first. Each transfer is then its own transaction: after a break the same file goes on where it stopped, and a file
    that was done changes nothing.

    Raises:
        GeenStatusbestand: it can't be read.
        BatchKanNiet: it is about a batch that we don't know or that isn't at the bank.
    """
    door.eis(*WIE, om_te="een antwoord van de bank inlezen")
    gelezen = lees(ruw)
    batch = Betaalbatch.objects.filter(bericht_id=gelezen.bericht_id).first()
    if batch is None:
        raise BatchKanNiet(
            f"Dit antwoord gaat over {gelezen.bericht_id}. Zo'n batch is er in deze gemeente niet; kies het goede bestand."
        )
    if batch.verzonden_op is None:
        raise BatchKanNiet(
            f"Batch {batch.nummer} is nog niet naar de bank. Meld eerst dat u hem gebracht hebt."
        )
    hash_ = sha256(ruw).hexdigest()
    antwoord = Bankantwoord.objects.filter(sha256=hash_).first()
    if antwoord is None:
        with handeling("bankantwoord.ontvangen", door=door, doel="antwoord van de bank inlezen") as h:
            antwoord = h.maak(Bankantwoord(batch=batch, sha256=hash_, inhoud=ruw, ontvangen_op=h.moment))
            h.over(antwoord)
            h.meld(nummer=batch.nummer, regels=len(gelezen.uitspraken))
    if antwoord.verwerkt:
        return antwoord, 0
    gedaan = sum(1 for o, u in _wie(batch, gelezen) if _voer_uit(o, u, door))
    with handeling("bankantwoord.verwerkt", door=door, doel="antwoord van de bank inlezen") as h:
        antwoord.verwerkt = True
        h.bewaar(antwoord, "verwerkt")
        h.over(antwoord)
        h.meld(nummer=batch.nummer, gedaan=gedaan)
    return antwoord, gedaan


def _wie(batch: Betaalbatch, gelezen: Statusbestand) -> list[tuple[Betaalopdracht, Uitspraak]]:
    opdrachten = batch.opdrachten.exclude(status__in=(O.UIT, O.TERUG)).select_related(
        "aanbieder", "rekening", "batch"
    )
    per = {u.eind_id: u for u in gelezen.uitspraken}
    alles = per.get("")
    paren = []
    for o in opdrachten.order_by("eind_id"):
        uitspraak = per.get(o.eind_id) or (alles if o.status == O.VERZONDEN else None)
        if uitspraak is not None:
            paren.append((o, uitspraak))
    return paren


def _voer_uit(opdracht: Betaalopdracht, uitspraak: Uitspraak, door: Door) -> bool:
    if uitspraak.status in AFGEWEZEN:
        meld_terug(opdracht, code=uitspraak.code, door=door)
        return True
    if uitspraak.status in BETAALD and opdracht.status == O.VERZONDEN:
        bevestig_betaald(opdracht, door=door)
        return True
    return False


def rond_af_als_voldaan(h: Handeling, vordering: Terugvordering) -> None:
    """Close a reclaim when everything came in and no set-off is still on its way."""
    onderweg = (
        Betaalpost.objects.filter(vordering=vordering, actief=True)
        .exclude(opdracht__status=O.BETAALD)
        .exists()
    )
    if vordering.open_cent == 0 and not onderweg and vordering.status == Terugvordering.Status.OPEN:
        vordering.status = Terugvordering.Status.VOLDAAN
        h.bewaar(vordering, "status")
        if vordering.declaratie is not None:
            sluit_verrekende_declaratie(vordering.declaratie, door=Door.systeem(h.door.gemeente_id))


def _posten(opdracht: Betaalopdracht):  # type: ignore[no-untyped-def]
    return opdracht.posten.filter(actief=True).select_related(
        "declaratie__aanbieder", "termijn__contract__aanbieder", "vordering__declaratie__aanbieder"
    )


def _rond_batch_af(h: Handeling, batch: Betaalbatch) -> None:
    if (
        batch.status == Betaalbatch.Status.VERZONDEN
        and not batch.opdrachten.filter(status=O.VERZONDEN).exists()
    ):
        batch.status = Betaalbatch.Status.AFGEROND
        h.bewaar(batch, "status")


def _meld(h: Handeling, o: Betaalopdracht, **meer: Any) -> None:
    h.over(o)
    h.meld(
        nummer=o.batch.nummer, aanbieder=str(o.aanbieder_id), aanbieder_naam=o.aanbieder.naam, cent=o.cent,
        voor_termijn=(o.uiterlijk >= h.dag), **meer,
    )  # fmt: skip
