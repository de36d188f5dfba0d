"""Judging one line of a claim: each rule once, with the return code of the standard. First what it belongs to, then when, then how much."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from uuid import UUID

from wijkspil.aanbieders.contracten import tarief_op
from wijkspil.regels.bedragen import Eenheid, Maand, tarief_maal_volume

from .grenzen import grens, in_eenheid_van, productperiode
from .models import Declaratie, Declaratieregel, Toewijzing


@dataclass
class Eerder:
    """What was approved before, in this claim too: kept up to date line by line."""

    referenties: set[str] = field(default_factory=set)
    per_maand: dict[tuple[UUID, date], Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    totaal: dict[UUID, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    debet: dict[str, Declaratieregel] = field(default_factory=dict)
    gecrediteerd: set[str] = field(default_factory=set)
    tarieven: dict[tuple[object, ...], int | None] = field(default_factory=dict)

    def tarief(self, t: Toewijzing, dag: date) -> int | None:
        """The tariff of the contract on a day, or else the one in the order; one query per contract, product, level and month."""
        sleutel = (t.contract_id, t.product_id, t.trap, dag)
        if sleutel not in self.tarieven:
            self.tarieven[sleutel] = tarief_op(t.contract, t.product, t.trap, dag) if t.contract else None
        gevonden = self.tarieven[sleutel]
        return t.tarief_cent if gevonden is None else gevonden

    def tel(self, regel: Declaratieregel) -> None:
        """Count an approved line; a credit takes back what it refers to."""
        assert regel.toewijzing is not None
        t = regel.toewijzing
        teken = -1 if regel.is_credit else 1
        volume = teken * (in_eenheid_van(t, regel.volume, regel.eenheid) or 0)
        self.per_maand[t.pk, regel.van.replace(day=1)] += volume
        self.totaal[t.pk] += volume
        if regel.is_credit:
            self.gecrediteerd.add(regel.vorige_referentie)
        else:
            self.debet[regel.referentie] = regel


def eerder_voor(declaratie: Declaratie, regels: list[Declaratieregel]) -> Eerder:
    """Read what this provider claimed before on the same assignments. Two queries."""
    stand = Eerder()
    stand.referenties = set(
        Declaratieregel.objects.filter(
            declaratie__aanbieder_id=declaratie.aanbieder_id, referentie__in=[r.referentie for r in regels]
        )
        .exclude(declaratie=declaratie)
        .values_list("referentie", flat=True)
    )
    toewijzingen = {r.toewijzing.pk: r.toewijzing for r in regels if r.toewijzing is not None}
    for regel in (
        Declaratieregel.objects.filter(goedgekeurd=True, toewijzing_id__in=toewijzingen)
        .exclude(declaratie=declaratie)
        .order_by("gemaakt_op")
    ):
        assert regel.toewijzing_id is not None
        regel.toewijzing = toewijzingen[regel.toewijzing_id]
        stand.tel(regel)
    return stand


def beoordeel(regel: Declaratieregel, declaratie: Declaratie, eerder: Eerder) -> list[str]:
    """The return codes that speak against a line; an empty list approves it."""
    if regel.referentie in eerder.referenties:
        return ["8021"]
    if regel.is_credit:
        return _credit(regel, eerder)
    t = regel.toewijzing
    if t is None:
        return ["9338"]
    if t.status == Toewijzing.Status.VERWIJDERD:
        return ["9384"]
    return (
        _bij_elkaar(regel, t)
        or _periode(regel, t, declaratie)
        or _bedrag(regel, t, eerder)
        or _volume(regel, t, eerder)
    )


def _credit(regel: Declaratieregel, eerder: Eerder) -> list[str]:
    debet = eerder.debet.get(regel.vorige_referentie)
    if debet is None:
        return ["8017"]
    if regel.vorige_referentie in eerder.gecrediteerd:
        return ["9390"]
    gelijk = all(
        getattr(regel, veld) == getattr(debet, veld)
        for veld in ("toewijzing_id", "van", "tot", "volume", "cent", "eenheid")
    )
    return [] if gelijk else ["9367"]


def _bij_elkaar(regel: Declaratieregel, t: Toewijzing) -> list[str]:
    codes = []
    if regel.categorie and regel.categorie != t.product.categorie:
        codes.append("9339")
        if regel.productcode == t.product.code:  # a code of ours under a category that isn't its own (TR381)
            codes.append("S329")
    if regel.productcode and regel.productcode != t.product.code:
        codes.append("9340")
    if in_eenheid_van(t, regel.volume, regel.eenheid) is None:
        codes.append("9341")
    return codes


def _periode(regel: Declaratieregel, t: Toewijzing, declaratie: Declaratie) -> list[str]:
    maand = Maand.van(regel.van)
    if Maand.van(regel.tot) != maand or maand > Maand.van(declaratie.periode):
        return ["9319"]
    van, tot = productperiode(t, maand)
    codes = []
    if regel.van != van:
        codes.append("9307" if regel.van < t.ingang or (t.einde and regel.van > t.einde) else "9387")
    if regel.tot != tot:
        codes.append("9308" if t.einde and regel.tot > t.einde else "9388")
    return codes


def _bedrag(regel: Declaratieregel, t: Toewijzing, eerder: Eerder) -> list[str]:
    if regel.eenheid == Eenheid.EURO:
        return [] if regel.cent == regel.volume else ["9346"]
    tarief = eerder.tarief(t, regel.van)
    if tarief is None:
        return ["0611"]
    codes = []
    if regel.tarief_cent is not None and regel.eenheid != Eenheid.MINUUT and regel.tarief_cent != tarief:
        codes.append("0611")
    if regel.cent != tarief_maal_volume(tarief, regel.volume, regel.eenheid):
        codes.append("9346")
    return codes


def _volume(regel: Declaratieregel, t: Toewijzing, eerder: Eerder) -> list[str]:
    volume = in_eenheid_van(t, regel.volume, regel.eenheid) or 0
    maand = regel.van.replace(day=1)
    hoogstens = grens(t, Maand.van(regel.van))
    al_in_maand = eerder.per_maand[t.pk, maand]
    if al_in_maand > 0:
        return ["9389"]
    if hoogstens.maand is not None and volume > hoogstens.maand:
        return ["9321"]
    if hoogstens.totaal is not None and eerder.totaal[t.pk] + volume > hoogstens.totaal:
        return ["9322"]
    return []
