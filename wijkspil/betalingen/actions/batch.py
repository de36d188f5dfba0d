"""A batch from proposal to bank. Each act is one transaction: whoever is killed half-way leaves the state before or after, never between."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Sum
from django.utils import timezone

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.gemeenten.models import Gemeente
from wijkspil.ondersteuning.models import Declaratie
from wijkspil.regels.kalender import is_vrije_dag
from wijkspil.werkwijzen.betalen import Betalen
from wijkspil.werkwijzen.kast import laad

from ..bestanden import bewaar_bestanden
from ..models import Betaalbatch, Betaalopdracht, Betaalpost, Terugvordering
from ..sepa import tekst
from ..voorstel import Begunstigde, Voorstel, kan_naar, maak_voorstel

OPSTELLERS = (Rol.BACKOFFICE, Rol.CONTRACTBEHEER)
VRIJGEVERS = (Rol.BACKOFFICE, Rol.CONTRACTBEHEER, Rol.TEAMLEIDER)
HOOGSTENS = {
    Betaalbatch.Status.VOORSTEL: 3,
    Betaalbatch.Status.VRIJGEGEVEN: 2,
    Betaalbatch.Status.VERZONDEN: 5,
}
"""How many days a state may last before the batch shows as late (M7); our own choice."""


class BatchKanNiet(ValueError):
    """The batch can't do this now; the message says why and what to do."""


def grenzen(gemeente_id: int, dag: date) -> Betalen:
    """The limits of this municipality on a day; one query."""
    return laad(Gemeente.objects.get(pk=gemeente_id).werkwijze, dag).betalen


def volgende_werkdag(dag: date) -> date:
    morgen = dag + timedelta(days=1)
    while is_vrije_dag(morgen):
        morgen += timedelta(days=1)
    return morgen


def stel_batch_op(*, door: Door, alleen: frozenset[UUID] | None = None) -> Betaalbatch:
    """Put everything that is due into a new batch. A second one on the same day finds nothing left and pays nothing.

    Raises:
        BatchKanNiet: nothing is due, or our own account isn't known.
    """
    door.eis(*OPSTELLERS, om_te="een betaalbatch opstellen")
    dag = klok.vandaag()
    regels = grenzen(door.gemeente_id, dag)
    _eis_iets(maak_voorstel(dag, regels, alleen))
    with handeling("betaalbatch.opgesteld", door=door, doel="betaalbatch opstellen") as h:
        # The counter is locked until this transaction ends: two people who do this at once come one after the other.
        nummer = f"B{h.dag:%Y}-{volgend_nummer(f'betaalbatch-{h.dag:%Y}'):05d}"
        voorstel = maak_voorstel(h.dag, regels, alleen)
        _eis_iets(voorstel)
        assert voorstel.eigen_rekening is not None and door.id is not None
        grens = regels.tweede_persoon_vanaf * 100
        gemeente = Gemeente.objects.get(pk=door.gemeente_id)
        batch = h.maak(
            Betaalbatch(
                nummer=nummer,
                bericht_id=f"{gemeente.cbs_code}-{nummer}",
                rekening=voorstel.eigen_rekening,
                uitvoeren_op=volgende_werkdag(h.dag),
                aantal=len(voorstel.mee),
                totaal_cent=voorstel.totaal,
                grens_cent=grens,
                vier_ogen=voorstel.totaal + _alleen_vrijgegeven(h, door) >= grens,
                opgesteld_door_id=door.id,
                opgesteld_op=h.moment,
                uiterlijk=h.dag + timedelta(days=HOOGSTENS[Betaalbatch.Status.VOORSTEL]),
            )
        )
        _maak_opdrachten(h, batch, voorstel.mee)
        _meld(h, batch)
    return batch


def _eis_iets(voorstel: Voorstel) -> None:
    if not voorstel.mee:
        raise BatchKanNiet(
            "Er is nu niets dat betaald kan worden. Kijk bij het voorstel wie er wacht en waarop."
        )
    if voorstel.eigen_rekening is None:
        raise BatchKanNiet(
            "De rekening waarvan we betalen is nog niet bevestigd. Regel die bij Bankrekeningen; dan kan deze batch."
        )


def _alleen_vrijgegeven(h: Handeling, door: Door) -> int:
    """What this person prepared today without a second person: cutting a batch in pieces doesn't get under the limit."""
    begin = timezone.localtime(h.moment).replace(hour=0, minute=0, second=0, microsecond=0)
    som = (
        Betaalbatch.objects.filter(vier_ogen=False, opgesteld_door_id=door.id, opgesteld_op__gte=begin)
        .exclude(status=Betaalbatch.Status.INGETROKKEN)
        .aggregate(s=Sum("totaal_cent"))["s"]
    )
    return int(som or 0)


def _maak_opdrachten(h: Handeling, batch: Betaalbatch, mee: tuple[Begunstigde, ...]) -> None:
    opdrachten, posten = [], []
    for volg, b in enumerate(mee, start=1):
        assert b.rekening is not None
        o = Betaalopdracht(
            batch=batch,
            aanbieder=b.aanbieder,
            rekening=b.rekening,
            naam=tekst(b.rekening.tenaamstelling, 70),
            iban=b.rekening.iban,
            eind_id=f"{batch.bericht_id}-{volg:04d}",
            omschrijving=_omschrijving(b),
            cent=b.netto,
            uiterlijk=b.uiterlijk,
        )
        opdrachten.append(o)
        posten += [
            Betaalpost(opdracht=o, declaratie=p.declaratie, termijn=p.termijn, cent=p.cent) for p in b.posten
        ]
        for vordering, cent in b.verrekeningen:
            posten.append(Betaalpost(opdracht=o, vordering=vordering, cent=-cent))
            vordering.verrekend_cent += cent
            h.bewaar(vordering, "verrekend_cent")
    h.maak_veel(opdrachten)
    h.maak_veel(posten)


def _omschrijving(b: Begunstigde) -> str:
    """What the payee reads on the statement: the claims, and what was set off."""
    eerste = ", ".join(p.waarom for p in b.posten[:3])
    meer = f" en {len(b.posten) - 3} meer" if len(b.posten) > 3 else ""
    min_ = f"; verrekend {', '.join(v.nummer for v, _c in b.verrekeningen[:3])}" if b.verrekeningen else ""
    return tekst(f"Wmo {eerste}{meer}{min_}", 140)


def geef_vrij(batch: Betaalbatch, *, door: Door) -> Betaalbatch:
    """Agree with a batch: from now on the files for the bank and the ledger are there, and stay as they are.

    Raises:
        BatchKanNiet: the preparer above the limit, an account that changed since, or an amount that no longer agrees.
    """
    door.eis(*VRIJGEVERS, om_te="een betaalbatch vrijgeven")
    _eis_stand(batch, Betaalbatch.Status.VOORSTEL)
    if batch.vier_ogen and door.id == batch.opgesteld_door_id:
        raise BatchKanNiet(
            "U stelde deze batch zelf op. Boven de grens geeft iemand anders hem vrij; vraag een collega."
        )
    _eis_zelfde_rekeningen(batch)
    _eis_zelfde_bedragen(batch)
    with handeling("betaalbatch.vrijgegeven", door=door, doel="betaalbatch vrijgeven") as h:
        batch.status = Betaalbatch.Status.VRIJGEGEVEN
        batch.vrijgegeven_door_id, batch.vrijgegeven_op = door.id, h.moment
        batch.uitvoeren_op = max(batch.uitvoeren_op, volgende_werkdag(h.dag))
        _zet_klok(batch, h)
        h.bewaar(batch, "status", "vrijgegeven_door", "vrijgegeven_op", "uitvoeren_op", "uiterlijk")
        bewaar_bestanden(h, batch)
        _meld(h, batch)
    return batch


def breng_naar_bank(batch: Betaalbatch, *, door: Door) -> Betaalbatch:
    """The file went to the bank. What was set off in full needs no bank and is done at once.

    Raises:
        BatchKanNiet: an account changed after the batch was released.
    """
    from .bank import bevestig_betaald

    door.eis(*VRIJGEVERS, om_te="een betaalbestand naar de bank brengen")
    _eis_stand(batch, Betaalbatch.Status.VRIJGEGEVEN)
    _eis_zelfde_rekeningen(batch)
    with handeling("betaalbatch.verzonden", door=door, doel="betaalbestand naar de bank brengen") as h:
        batch.status, batch.verzonden_op = Betaalbatch.Status.VERZONDEN, h.moment
        _zet_klok(batch, h)
        h.bewaar(batch, "status", "verzonden_op", "uiterlijk")
        _levend(batch).update(status=Betaalopdracht.Status.VERZONDEN)
        _meld(h, batch)
    for o in batch.opdrachten.filter(status=Betaalopdracht.Status.VERZONDEN, cent=0):
        bevestig_betaald(o, door=door)
    return batch


def haal_uit_batch(opdracht: Betaalopdracht, *, reden: str, door: Door) -> Betaalopdracht:
    """Take one payee out before release; what was due is due again.

    Raises:
        BatchKanNiet: the batch was released already.
    """
    door.eis(*VRIJGEVERS, om_te="iemand uit een betaalbatch halen")
    batch = opdracht.batch
    _eis_stand(batch, Betaalbatch.Status.VOORSTEL)
    if opdracht.status != Betaalopdracht.Status.OPGENOMEN:
        raise BatchKanNiet("Deze partij is al uit de batch.")
    with handeling("betaalopdracht.uitgenomen", door=door, doel="betaalbatch aanpassen") as h:
        opdracht.status, opdracht.reden, opdracht.afgehandeld_op = (
            Betaalopdracht.Status.UIT,
            reden[:200],
            h.dag,
        )
        h.bewaar(opdracht, "status", "reden", "afgehandeld_op")
        laat_posten_los(h, [opdracht])
        batch.aantal -= 1
        batch.totaal_cent -= opdracht.cent
        if batch.aantal == 0:
            batch.status, batch.reden = Betaalbatch.Status.INGETROKKEN, "er bleef niemand over"
        h.bewaar(batch, "aantal", "totaal_cent", "status", "reden")
        h.over(opdracht)
        h.meld(
            nummer=batch.nummer, aanbieder=str(opdracht.aanbieder_id), aanbieder_naam=opdracht.aanbieder.naam, cent=opdracht.cent,
            reden=reden,
        )  # fmt: skip
    return opdracht


def trek_batch_in(batch: Betaalbatch, *, reden: str, door: Door) -> Betaalbatch:
    """Withdraw a batch that isn't at the bank; everything in it is due again.

    Raises:
        BatchKanNiet: it went to the bank, or is over.
    """
    door.eis(*VRIJGEVERS, om_te="een betaalbatch intrekken")
    _eis_stand(batch, Betaalbatch.Status.VOORSTEL, Betaalbatch.Status.VRIJGEGEVEN)
    with handeling("betaalbatch.ingetrokken", door=door, doel="betaalbatch intrekken") as h:
        opdrachten = list(_levend(batch))
        laat_posten_los(h, opdrachten)
        _levend(batch).update(status=Betaalopdracht.Status.UIT, reden=reden[:200], afgehandeld_op=h.dag)
        batch.status, batch.reden = Betaalbatch.Status.INGETROKKEN, reden[:300]
        h.bewaar(batch, "status", "reden")
        _meld(h, batch, reden=reden)
    return batch


def laat_posten_los(h: Handeling, opdrachten: list[Betaalopdracht]) -> None:
    """Make what was in these transfers due again, and give back what was set off."""
    posten = list(Betaalpost.objects.filter(opdracht__in=opdrachten, actief=True).select_related("vordering"))
    vorderingen: dict[UUID, Terugvordering] = {}
    for post in posten:
        if post.vordering is not None:
            v = vorderingen.setdefault(post.vordering.pk, post.vordering)
            v.verrekend_cent += post.cent
            v.status = Terugvordering.Status.OPEN
    for v in vorderingen.values():
        h.bewaar(v, "verrekend_cent", "status")
    Betaalpost.objects.filter(pk__in=[p.pk for p in posten]).update(actief=False)


def _levend(batch: Betaalbatch):  # type: ignore[no-untyped-def]
    return batch.opdrachten.filter(status=Betaalopdracht.Status.OPGENOMEN)


def _eis_stand(batch: Betaalbatch, *standen: Betaalbatch.Status) -> None:
    if batch.status not in standen:
        raise BatchKanNiet(
            f"Deze batch is {batch.get_status_display()}. Daarom kan dit niet meer; er is niets veranderd of dubbel betaald."
        )


def _eis_zelfde_rekeningen(batch: Betaalbatch) -> None:
    """A changed or doubtful account holds the payment until somebody else has confirmed it."""
    anders = [
        o.aanbieder.naam
        for o in _levend(batch).select_related("aanbieder")
        if kan_naar(o.aanbieder_id)[0] != o.rekening
    ]
    if kan_naar(None)[0] != batch.rekening:
        anders.insert(0, "onze eigen rekening")
    if anders:
        raise BatchKanNiet(
            f"Sinds deze batch is opgesteld is het rekeningnummer veranderd van: {', '.join(anders)}. Haal die uit de batch of trek de "
            "batch in, en maak een nieuwe als het nummer bevestigd is."
        )


def _eis_zelfde_bedragen(batch: Betaalbatch) -> None:
    posten = Betaalpost.objects.filter(opdracht__batch=batch, actief=True).select_related(
        "declaratie", "termijn"
    )
    som = 0
    for p in posten:
        som += p.cent
        d, t = p.declaratie, p.termijn
        if (d and (d.status != Declaratie.Status.BEOORDEELD or d.toegekend_cent != p.cent)) or (
            t and (t.betaald_op is not None or t.cent != p.cent)
        ):
            raise BatchKanNiet(
                "Een bedrag in deze batch is intussen veranderd. Trek de batch in en maak een nieuwe."
            )
    if som != batch.totaal_cent:
        raise BatchKanNiet("De bedragen tellen niet op tot het totaal. Trek de batch in en maak een nieuwe.")


def _zet_klok(batch: Betaalbatch, h: Handeling) -> None:
    batch.uiterlijk = h.dag + timedelta(days=HOOGSTENS[Betaalbatch.Status(batch.status)])


def _meld(h: Handeling, batch: Betaalbatch, **meer: Any) -> None:
    h.over(batch)
    h.meld(
        nummer=batch.nummer, aantal=batch.aantal, cent=batch.totaal_cent, vier_ogen=batch.vier_ogen, **meer
    )
