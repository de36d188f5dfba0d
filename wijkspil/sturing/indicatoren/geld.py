"""Money from events: what is committed and what was realised (H3, H21), how intensive help is (A14), and what goes to prevention (B50)."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from wijkspil.regels.ladder import Trede

from ..grafiek_stijl import getal
from ..lees import Feiten, Rij
from ..periode import Filter, Kwartaal
from .basis import HULP, Indicator, Kolom, Laag, Niveau, Vorm, dagen, euro, kies, procent, tot_nu
from .reeks import KWARTAAL, lijnen, per_kwartaal, stapels, vul

HULP_EVENTS = (
    "levering.gestart",
    "levering.gestopt",
    "levering.start_teruggenomen",
    "levering.stop_teruggenomen",
)


def maanden(f: Filter) -> ir.Table:
    """The months of the quarters on the page, as far as they have begun: first and last day."""
    eerste, rijen = f.kwartaal.reeks()[0], []
    for k in (eerste.verder(n) for n in range(len(f.kwartaal.reeks()))):
        for nummer in range(3):
            begin = date(k.jaar, 3 * k.nummer - 2 + nummer, 1)
            eind = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
            if begin <= f.peildag:
                rijen.append({"van": begin, "tot": date.fromordinal(eind.toordinal() - 1)})
    return ibis.memtable(rijen, schema=ibis.schema({"van": "date", "tot": "date"}))


def loopt(stroom: ir.Table, punten: ir.Table) -> ir.Table:
    """Lines that run at the end of the day `tot` of each point, with what they cost per month as last agreed."""
    per = stroom.cross_join(punten).filter(x.dag <= x.tot).group_by("van", "tot", "regel")
    standen = per.agg(teken=x.teken.sum(), cent=x.maand_cent.argmax(x.dag, where=x.maand_cent.notnull()))
    return standen.filter(x.teken == 1)


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    vast = loopt(kies(feiten.stroom, f), maanden(f)).select(
        dag=x.van, vast=x.cent.coalesce(0).cast("int64"), gedaan=ibis.literal(0, "int64")
    )
    betaald = feiten.gebeurtenissen.filter(
        x.soort.isin(("declaratie.beoordeeld", "termijn.betaald")), x.periode.notnull()
    )
    if f.aanbieder is not None:
        betaald = betaald.filter(x.aanbieder == f.aanbieder)
    maand = (x.periode + "-01").cast("date")
    gedaan = betaald.select(dag=maand, vast=ibis.literal(0, "int64"), gedaan=x.cent.coalesce(0).cast("int64"))
    return per_kwartaal(
        vast.union(gedaan), f, vast=x.vast.sum().cast("int64"), gedaan=x.gedaan.sum().cast("int64")
    )


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else {"vast": 0, "gedaan": 0}
    return _("In het %(periode)s ligt voor %(vast)s vast aan hulp die per maand wordt betaald; goedgekeurd of betaald is tot nu toe %(gedaan)s.") % {
        "periode": tot_nu(f), "vast": euro(nu["vast"]), "gedaan": euro(nu["gedaan"])
    }  # fmt: skip


def reken_zwaarte(feiten: Feiten, f: Filter) -> ir.Table:
    stroom = kies(feiten.stroom, f)
    kwartalen = ibis.memtable(
        [{"van": k.begin, "tot": min(k.eind, f.peildag)} for k in f.kwartaal.reeks() if k.begin <= f.peildag],
        schema=ibis.schema({"van": "date", "tot": "date"}),
    )
    nu = (
        loopt(stroom, kwartalen)
        .filter(x.cent.notnull())
        .select(dag=x.van, cent=x.cent, duur=ibis.null("int64"))
    )
    volgorde = ibis.window(group_by="regel", order_by=["dag", ibis.desc("teken")])
    om = stroom.mutate(begon=x.dag.lag().over(volgorde)).filter(x.teken == -1)
    klaar = om.select(dag=x.dag, cent=ibis.null("int32"), duur=x.dag.delta(x.begon, unit="day").cast("int64"))
    return per_kwartaal(
        nu.union(klaar),
        f,
        loopt=x.cent.count(),
        gemiddeld=x.cent.mean().round().cast("int64"),
        gestopt=x.duur.count(),
        duur=x.duur.median().cast("float64"),
    )


def zin_zwaarte(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else {"gemiddeld": None, "duur": None}
    return _("Hulp die nu loopt kost gemiddeld %(geld)s per maand; hulp die in het %(periode)s stopte, liep voor de helft hoogstens %(duur)s.") % {
        "periode": tot_nu(f), "geld": euro(nu["gemiddeld"]), "duur": dagen(nu["duur"])
    }  # fmt: skip


PREVENTIE = tuple(t.value for t in Trede if t not in (Trede.MAATWERK, Trede.ANDERE_WET))
"""What keeps heavier help away: every rung below tailor-made support, but not another law, which pays for itself (B50)."""


def reken_preventie(feiten: Feiten, f: Filter) -> ir.Table:
    vast = kies(feiten.loop, f).filter(x.soort == "arrangement.vastgesteld").mutate(k=x.dag.truncate("Q"))
    laatste = vast.group_by("dossier", "r", "k").agg(id=x.id.max())
    regels = vast.semi_join(laatste, "id").select("dag", regel=x.regels.unnest())
    regels = regels.select("dag", trede=x.regel.trede, cent=x.regel.maand_cent.coalesce(0))
    licht = x.trede.isin(PREVENTIE)
    return per_kwartaal(
        regels,
        f,
        licht_cent=x.cent.sum(where=licht).coalesce(0).cast("int64"),
        zwaar_cent=x.cent.sum(where=x.trede == Trede.MAATWERK.value).coalesce(0).cast("int64"),
        licht=licht.sum(),
        gratis=(licht & (x.cent == 0)).sum(),
    )


def werk_af_preventie(rijen: list[Rij], f: Filter) -> list[Rij]:
    for rij in rijen:
        rij["samen_cent"] = rij["licht_cent"] + rij["zwaar_cent"]
    return vul("licht", "gratis", "licht_cent", "zwaar_cent", delen={"deel": ("licht_cent", "samen_cent")})(
        rijen, f
    )


def zin_preventie(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or rijen[-1]["deel"] is None:
        return _("In het %(periode)s is nog geen hulp afgesproken die geld kost.") % {"periode": tot_nu(f)}
    nu = rijen[-1]
    return _("In het %(periode)s ging %(deel)s van het geld in nieuwe arrangementen naar lichte hulp; %(gratis)s lichte afspraken kostten de gemeente niets.") % {
        "periode": tot_nu(f), "deel": procent(nu["deel"]), "gratis": getal(nu["gratis"])
    }  # fmt: skip


def reken_besparing(feiten: Feiten, f: Filter) -> ir.Table:
    """Per savings target the last state up to the end of the quarter; the register is a room, its events stand here."""
    rijen = feiten.gebeurtenissen.filter(
        x.soort.isin(("besparing.vastgesteld", "besparing.bijgewerkt")), x.dag <= f.kwartaal.eind
    )
    per = rijen.group_by("sleutel").agg(
        doel=x.doel_cent.argmax(x.id),
        gedaan=x.gerealiseerd_cent.argmax(x.id),
        stand=x.code.argmax(x.id),
        dag=x.dag.max(),
    )
    return per.order_by("sleutel")


def werk_af_besparing(rijen: list[Rij], f: Filter) -> list[Rij]:
    return [
        {"sleutel": r["sleutel"], "doel": r["doel"], "gedaan": r["gedaan"], "deel": r["gedaan"] / r["doel"] if r["doel"] and r["gedaan"] is not None else None,
         "stand": r["stand"], "dag": Kwartaal.van(r["dag"]).kort}
        for r in rijen
    ]  # fmt: skip


def zin_besparing(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen:
        return _("Er staat geen besparing in het register. Leg er een vast bij “Beleidsregister”.")
    doel, gedaan = (sum(r[v] or 0 for r in rijen) for v in ("doel", "gedaan"))
    return _("Van %(doel)s aan voorgenomen besparing is %(gedaan)s gehaald (%(deel)s).") % {
        "doel": euro(doel), "gedaan": euro(gedaan), "deel": procent(gedaan / doel if doel else None)
    }  # fmt: skip


def beeld_besparing(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    from ..grafieken import staafgrafiek

    punten = [
        {
            "wat": r["sleutel"],
            "n": (r["gedaan"] or 0) / 100,
            "l": f"{euro(r['gedaan'] or 0)} / {euro(r['doel'])}",
        }
        for r in rijen
    ]
    return staafgrafiek(punten, categorie="wat", waarde="n", bijschrift="l", titel=titel, uitleg=uitleg)


INDICATOR = Indicator(
    sleutel="vastgelegd",
    naam=__("Vastgelegd en gerealiseerd"),
    definitie=__(
        "Vastgelegd: het maandbedrag van alle hulp die aan het eind van een maand loopt, opgeteld per kwartaal. Gerealiseerd: goedgekeurde declaraties en betaalde termijnen, in de maand waar ze over gaan. "
        "Taakgerichte contracten hebben geen maandbedrag per inwoner en tellen alleen bij gerealiseerd. Het kader per contract staat bij Contracten. Een keuze voor wijk of product geldt alleen voor vastgelegd."
    ),
    bron=__("Gebeurtenissen levering.gestart, levering.gestopt, declaratie.beoordeeld en termijn.betaald"),
    eigenaar=__("Contractbeheer"),
    eenheid=__("euro"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("vast", __("Vastgelegd"), Vorm.EURO),
        Kolom("gedaan", __("Gerealiseerd"), Vorm.EURO),
    ),
    reken=reken,
    werk_af=vul("vast", "gedaan"),
    zin=zin,
    beeld=lijnen(("vast", __("vastgelegd")), ("gedaan", __("gerealiseerd")), eenheid=__("euro"), factor=0.01),
    events=(*HULP_EVENTS, "declaratie.beoordeeld", "termijn.betaald"),
    filters=HULP,
    niveau=Niveau.VOORZIENING,
    laag=Laag.STRATEGISCH,
)

ZWAARTE = Indicator(
    sleutel="intensiteit",
    naam=__("Zwaarte en duur van hulp"),
    definitie=__(
        "Hulp die op de laatste dag van het kwartaal loopt, met het gemiddelde bedrag per maand; en de mediaan van het aantal dagen dat hulp liep die in het kwartaal stopte. "
        "Kies een aanbieder om te zien of hulp daar zwaarder wordt of langer duurt."
    ),
    bron=__("Gebeurtenissen levering.gestart en levering.gestopt"),
    eigenaar=__("Contractbeheer"),
    eenheid=__("euro per maand en dagen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("loopt", __("Loopt, met bedrag")),
        Kolom("gemiddeld", __("Gemiddeld per maand"), Vorm.EURO),
        Kolom("gestopt", __("Gestopt")),
        Kolom("duur", __("Duur (mediaan, dagen)"), Vorm.DAGEN),
    ),
    reken=reken_zwaarte,
    werk_af=vul("loopt", "gestopt", los=("gemiddeld", "duur")),
    zin=zin_zwaarte,
    beeld=lijnen(("gemiddeld", __("euro per maand")), eenheid=__("euro"), factor=0.01),
    events=HULP_EVENTS,
    filters=HULP,
    niveau=Niveau.VOORZIENING,
)

PREVENTIE_DEEL = Indicator(
    sleutel="preventie",
    naam=__("Lichte hulp in de uitgaven"),
    definitie=__(
        "Het bedrag per maand in vastgestelde arrangementen, verdeeld over lichte hulp (alle treden onder maatwerk, zonder andere wetten) en maatwerk; per vraag telt het laatste arrangement van het kwartaal. "
        "Subsidies voor buurthuizen en welzijn staan niet in Wijkspil en tellen dus niet mee; het echte deel voor preventie is hoger."
    ),
    bron=__("Gebeurtenis arrangement.vastgesteld"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("euro per maand"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("licht", __("Lichte afspraken")),
        Kolom("gratis", __("Waarvan gratis")),
        Kolom("licht_cent", __("Lichte hulp"), Vorm.EURO),
        Kolom("zwaar_cent", __("Maatwerk"), Vorm.EURO),
        Kolom("deel", __("Deel licht"), Vorm.AANDEEL),
    ),
    reken=reken_preventie,
    werk_af=werk_af_preventie,
    zin=zin_preventie,
    beeld=stapels(("licht_cent", __("lichte hulp")), ("zwaar_cent", __("maatwerk")), factor=0.01),
    events=("arrangement.vastgesteld",),
    niveau=Niveau.VOORZIENING,
    laag=Laag.STRATEGISCH,
)

BESPARING = Indicator(
    sleutel="besparing",
    naam=__("Besparing: doel en gehaald"),
    definitie=__(
        "Per voorgenomen besparing het doel en wat ervan is gehaald, zoals vastgelegd in het beleidsregister; de laatste stand tot en met de periode. De reden staat in het register."
    ),
    bron=__("Gebeurtenissen besparing.vastgesteld en besparing.bijgewerkt"),
    eigenaar=__("Control"),
    eenheid=__("euro"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("sleutel", __("Besparing"), Vorm.TEKST, "besparing"),
        Kolom("doel", __("Doel"), Vorm.EURO),
        Kolom("gedaan", __("Gehaald"), Vorm.EURO),
        Kolom("deel", __("Deel"), Vorm.AANDEEL),
        Kolom("stand", __("Stand"), Vorm.TEKST, "besparingsstand"),
        Kolom("dag", __("Bijgewerkt"), Vorm.TEKST),
    ),
    reken=reken_besparing,
    werk_af=werk_af_besparing,
    zin=zin_besparing,
    beeld=beeld_besparing,
    events=("besparing.vastgesteld", "besparing.bijgewerkt"),
    filters=frozenset(),
    niveau=Niveau.VOORZIENING,
    laag=Laag.STRATEGISCH,
)
