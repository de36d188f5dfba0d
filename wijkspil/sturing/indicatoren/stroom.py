"""In, through and out: how many people's help begins, runs on and ends; per quarter, and per product and district."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from .. import grafieken
from ..grafiek_stijl import getal
from ..kleine_groepen import KLEINSTE, te_tonen, totaal_te_tonen
from ..lees import Feiten, Rij
from ..periode import Filter, Kwartaal
from .basis import HULP, ONBEKEND, Indicator, Kolom, Niveau, Tabel, Vorm, kies, tot_nu

TELLING = (
    Kolom("begin", __("Begin")),
    Kolom("instroom", __("Instroom")),
    Kolom("doorstroom", __("Doorstroom")),
    Kolom("uitstroom", __("Uitstroom")),
    Kolom("eind", __("Eind")),
)
VELDEN = tuple(kolom.sleutel for kolom in TELLING)
DEFINITIE = __(
    "Hulp telt per regel van het arrangement. Instroom is een eerste dag van hulp in de periode, uitstroom een laatste dag, doorstroom liep "
    "de hele periode. Begin plus instroom min uitstroom is altijd eind. Een tijdelijke stop is geen uitstroom, en een stop met een nieuwe start "
    "de dag erna ook niet. Wat de aanbieder terugnam telt als niet gemeld. Gratis hulp heeft geen einddatum en staat hier niet bij."
)
OVERIG = __("overige wijken samen")
DEFINITIE_PRODUCT = __(
    "Zoals bij instroom, doorstroom en uitstroom, per product en wijk. Minder dan tien keer hulp van een product in een wijk staat er niet "
    "los in: die wijken staan samen in één regel, en een product met in totaal minder dan tien heeft geen getallen."
)
BRON = __("Gebeurtenissen levering.gestart, levering.gestopt en wat daarvan is teruggenomen")
EVENTS = ("levering.gestart", "levering.gestopt", "levering.start_teruggenomen", "levering.stop_teruggenomen")


def _tel(stroom: ir.Table, kwartalen: list[Kwartaal], *per: str) -> ir.Table:
    """Count per quarter and per `per`; the state at the end is counted by itself, not worked out from the rest."""
    periodes = ibis.memtable(
        [{"van": k.begin, "tot": k.eind} for k in kwartalen],
        schema=ibis.schema({"van": "date", "tot": "date"}),
    )
    erin = (x.dag >= x.van) & (x.dag <= x.tot)
    per_regel = (
        stroom.cross_join(periodes)
        .group_by("van", "regel", *per)
        .agg(
            begin=x.teken.sum(where=x.dag < x.van).coalesce(0),
            instroom=((x.teken == 1) & erin).sum(),
            uitstroom=((x.teken == -1) & erin).sum(),
            eind=x.teken.sum(where=x.dag <= x.tot).coalesce(0),
        )
    )
    telling = per_regel.group_by("van", *per).agg(
        begin=x.begin.sum().cast("int64"),
        instroom=x.instroom.sum().cast("int64"),
        doorstroom=((x.begin == 1) & (x.uitstroom == 0)).sum().cast("int64"),
        uitstroom=x.uitstroom.sum().cast("int64"),
        eind=x.eind.sum().cast("int64"),
    )
    return telling.filter((x.begin + x.instroom + x.uitstroom + x.eind) > 0)


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    return _tel(kies(feiten.stroom, f), f.kwartaal.reeks())


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    gevuld = {Kwartaal.van(rij["van"]): rij for rij in rijen}
    leeg = dict.fromkeys(VELDEN, 0)
    return [
        {"kwartaal": k.kort, **{veld: gevuld.get(k, leeg)[veld] for veld in VELDEN}}
        for k in f.kwartaal.reeks()
        if gevuld and k >= min(gevuld)
    ]


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen:
        return _("Er is nog geen hulp begonnen.")
    nu = rijen[-1]
    woorden = _(
        "In het %(periode)s begon %(instroom)s keer hulp en stopte het %(uitstroom)s keer; er lopen nu %(eind)s."
    )
    if not f.loopt_nog:
        woorden = _(
            "In het %(periode)s begon %(instroom)s keer hulp en stopte het %(uitstroom)s keer; aan het eind liepen er %(eind)s."
        )
    getallen = {naam: getal(nu[naam]) for naam in ("instroom", "uitstroom", "eind")}
    return woorden % {"periode": tot_nu(f), **getallen}


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    return grafieken.stroom(
        rijen,
        periode="kwartaal",
        instroom="instroom",
        uitstroom="uitstroom",
        stand="eind",
        titel=titel,
        uitleg=uitleg,
    )


def reken_product(feiten: Feiten, f: Filter) -> ir.Table:
    """Always all districts: hiding a small group needs its neighbours."""
    return _tel(feiten.stroom, [f.kwartaal], "product", "w").rename(wijk="w").order_by("product", "wijk")


def werk_af_product(rijen: list[Rij], f: Filter) -> list[Rij]:
    """Districts with too little help of a product to show go together in one row; a product with too little has no numbers.

    A group is all help that ran or began in the quarter. The rows of a product add up to that product. With a district
    chosen, a row is hidden exactly when it is without.
    """
    uit: list[Rij] = []
    for product in dict.fromkeys(rij["product"] for rij in rijen):
        groepen = {rij["wijk"] or ONBEKEND: rij for rij in rijen if rij["product"] == product}
        aantallen = {wijk: rij["begin"] + rij["instroom"] for wijk, rij in groepen.items()}
        getoond = te_tonen(aantallen)
        verborgen = [rij for wijk, rij in groepen.items() if wijk not in getoond]
        if f.wijk is not None:
            if f.wijk in groepen:
                uit.append(groepen[f.wijk] if f.wijk in getoond else _zonder_getal(groepen[f.wijk]))
            continue
        if not totaal_te_tonen(aantallen):
            uit.append(
                _zonder_getal({"product": product, "wijk": None if len(groepen) == 1 else str(OVERIG)})
            )
            continue
        uit += [rij for wijk, rij in groepen.items() if wijk in getoond]
        if verborgen:
            samen = {veld: sum(rij[veld] for rij in verborgen) for veld in VELDEN}
            uit.append({"product": product, "wijk": str(OVERIG), **samen})
    return uit


def _zonder_getal(rij: Rij) -> Rij:
    return {"product": rij["product"], "wijk": rij["wijk"], **dict.fromkeys(VELDEN, None)}


def _per_product(rijen: Sequence[Rij]) -> list[Rij]:
    """The sum per product; a product that is hidden keeps its place without numbers."""
    som: dict[str, Rij] = {}
    for rij in rijen:
        if rij["eind"] is None:
            som.setdefault(rij["product"], {"product": rij["product"], **dict.fromkeys(VELDEN, None)})
            continue
        product = som.setdefault(rij["product"], {"product": rij["product"], **dict.fromkeys(VELDEN, 0)})
        for veld in VELDEN:
            product[veld] += rij[veld]
    return sorted(som.values(), key=lambda rij: -1 if rij["eind"] is None else rij["eind"], reverse=True)


def kort_product(rijen: Sequence[Rij], f: Filter) -> Tabel:
    return Tabel((Kolom("product", __("Product"), Vorm.TEKST), *TELLING), tuple(_per_product(rijen)))


def zin_product(rijen: Sequence[Rij], f: Filter) -> str:
    per = _per_product(rijen)
    if not per:
        return _("Er liep geen hulp in het %(periode)s.") % {"periode": tot_nu(f)}
    bekend = [rij for rij in per if rij["eind"] is not None]
    if len(bekend) < len(per):
        return _(
            "In het %(periode)s was er bij %(n)s van de %(alle)s producten genoeg hulp om te laten zien (%(kleinste)s of meer)."
        ) % {"periode": tot_nu(f), "n": len(bekend), "alle": len(per), "kleinste": KLEINSTE}
    groei = sum(rij["instroom"] - rij["uitstroom"] for rij in per)
    woord = _("meer") if groei > 0 else _("minder")
    if not groei:
        return _("Over alle producten samen begon er in het %(periode)s even veel hulp als er stopte.") % {
            "periode": tot_nu(f)
        }
    return _("Over alle producten samen lopen er na het %(periode)s %(n)s %(woord)s dan ervoor.") % {
        "periode": tot_nu(f),
        "n": getal(abs(groei)),
        "woord": woord,
    }


def beeld_product(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    return grafieken.staafgrafiek(
        [rij for rij in _per_product(rijen) if rij["eind"] is not None],
        categorie="product",
        waarde="eind",
        titel=titel,
        uitleg=uitleg,
    )


INDICATOR = Indicator(
    sleutel="stroom",
    naam=__("Instroom, doorstroom en uitstroom"),
    definitie=DEFINITIE,
    bron=BRON,
    eigenaar=__("Contractbeheer"),
    eenheid=__("lopende hulp"),
    sinds=date(2026, 1, 1),
    kolommen=(Kolom("kwartaal", __("Kwartaal"), Vorm.TEKST), *TELLING),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=EVENTS,
    filters=HULP,
    niveau=Niveau.VOORZIENING,
)

PER_PRODUCT = Indicator(
    sleutel="stroom_per_product",
    naam=__("Hulp per product en wijk"),
    definitie=DEFINITIE_PRODUCT,
    bron=BRON,
    eigenaar=__("Contractbeheer"),
    eenheid=__("lopende hulp"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("product", __("Product"), Vorm.TEKST, "product"),
        Kolom("wijk", __("Wijk"), Vorm.TEKST, "wijk"),
        *TELLING,
    ),
    reken=reken_product,
    werk_af=werk_af_product,
    zin=zin_product,
    beeld=beeld_product,
    kort=kort_product,
    events=EVENTS,
    filters=frozenset({"wijk"}),
    niveau=Niveau.VOORZIENING,
)
