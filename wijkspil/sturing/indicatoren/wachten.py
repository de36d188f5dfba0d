"""Waiting: at our own gate until somebody spoke with the resident, and at the provider until help began (H1, B38)."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafiek_stijl import getal
from ..grafieken import staafgrafiek
from ..kleine_groepen import KLEINSTE
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import HULP, Indicator, Kolom, Laag, Niveau, Vorm, dagen, kies, tot_nu
from .reeks import KWARTAAL, lijnen, per_kwartaal, vul


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    vragen = kies(feiten.vragen, f)
    poort = vragen.filter(x.gesprek.notnull()).select(
        dag=x.gesprek,
        poort=ibis.greatest(x.gesprek.delta(x.gemeld, unit="day"), 0).cast("int64"),
        bij=ibis.null("int64"),
    )
    hulp = kies(feiten.lijnen, f).filter(x.opdracht.notnull(), x.start.notnull())
    bij = hulp.select(
        dag=x.start,
        poort=ibis.null("int64"),
        bij=ibis.greatest(x.start.delta(x.opdracht, unit="day"), 0).cast("int64"),
    )
    return per_kwartaal(
        poort.union(bij),
        f,
        gesprekken=x.poort.count(),
        poort=x.poort.median().cast("float64"),
        starts=x.bij.count(),
        bij=x.bij.median().cast("float64"),
    )


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else {"poort": None, "bij": None}
    return _(
        "In het %(periode)s wachtte de helft hoogstens %(poort)s op het gesprek en daarna hoogstens %(bij)s op de aanbieder."
    ) % {"periode": tot_nu(f), "poort": dagen(nu["poort"]), "bij": dagen(nu["bij"])}


def reken_aanbieder(feiten: Feiten, f: Filter) -> ir.Table:
    hulp = kies(feiten.lijnen, f).filter(x.aanbieder.notnull(), x.opdracht.notnull())
    klaar = hulp.filter(x.start.between(f.kwartaal.begin, f.kwartaal.eind))
    duur = ibis.greatest(x.start.delta(x.opdracht, unit="day"), 0).cast("int64")
    gedaan = (
        klaar.mutate(duur=duur)
        .group_by("aanbieder")
        .agg(starts=x.count(), mediaan=x.duur.median().cast("float64"))
    )
    open_ = hulp.filter(~x.weg, x.opdracht <= f.peildag, x.start.isnull() | (x.start > f.peildag))
    wacht = open_.group_by("aanbieder").agg(wacht=x.count())
    alle = gedaan.select("aanbieder").union(wacht.select("aanbieder"), distinct=True)
    samen = alle.left_join(gedaan, "aanbieder").drop("aanbieder_right").left_join(wacht, "aanbieder")
    return samen.select("aanbieder", "starts", "mediaan", "wacht").order_by(ibis.desc("starts"), "aanbieder")


def werk_af_aanbieder(rijen: list[Rij], f: Filter) -> list[Rij]:
    """The median of a provider with fewer than ten beginnings says too little, and could point at somebody."""
    return [
        {
            "aanbieder": r["aanbieder"],
            "starts": r["starts"] or 0,
            "mediaan": r["mediaan"] if (r["starts"] or 0) >= KLEINSTE else None,
            "wacht": r["wacht"] or 0,
        }
        for r in rijen
    ]


def zin_aanbieder(rijen: Sequence[Rij], f: Filter) -> str:
    wacht = sum(r["wacht"] for r in rijen)
    return _("Er is %(n)s keer hulp opgedragen die nog niet is begonnen, bij %(bij)s aanbieders.") % {
        "n": getal(wacht), "bij": sum(1 for r in rijen if r["wacht"])
    }  # fmt: skip


def beeld_aanbieder(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    meeste = sorted((r for r in rijen if r["wacht"]), key=lambda r: -r["wacht"])[:12]
    return staafgrafiek(meeste, categorie="aanbieder", waarde="wacht", titel=titel, uitleg=uitleg)


INDICATOR = Indicator(
    sleutel="wachten",
    naam=__("Wachten: op ons en op de aanbieder"),
    definitie=__(
        "Bij de poort: dagen van de melding tot het eerste gesprek, geteld in het kwartaal van het gesprek. Bij de aanbieder: dagen van de opdracht tot de eerste dag van hulp, "
        "geteld in het kwartaal van die dag. De mediaan is de middelste."
    ),
    bron=__("Gebeurtenissen melding.ontvangen, gesprek.gevoerd, toewijzing.opgedragen en levering.gestart"),
    eigenaar=__("Teamleiders"),
    eenheid=__("dagen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("gesprekken", __("Gesprekken")),
        Kolom("poort", __("Wachten op het gesprek"), Vorm.DAGEN),
        Kolom("starts", __("Begonnen hulp")),
        Kolom("bij", __("Wachten op de aanbieder"), Vorm.DAGEN),
    ),
    reken=reken,
    werk_af=vul("gesprekken", "starts", los=("poort", "bij")),
    zin=zin,
    beeld=lijnen(
        ("poort", __("op het gesprek")), ("bij", __("op de aanbieder")), eenheid=__("dagen (mediaan)")
    ),
    events=("melding.ontvangen", "gesprek.gevoerd", "toewijzing.opgedragen", "levering.gestart"),
    laag=Laag.OPERATIONEEL,
)

PER_AANBIEDER = Indicator(
    sleutel="wachten_per_aanbieder",
    naam=__("Wachten per aanbieder"),
    definitie=__(
        "Per aanbieder: hoe vaak hulp begon in de periode, de mediaan van opdracht tot begin (vanaf tien keer), en hoeveel opdrachten op de laatste dag nog wachten."
    ),
    bron=__("Gebeurtenissen toewijzing.opgedragen, toewijzing.ingetrokken en levering.gestart"),
    eigenaar=__("Contractbeheer"),
    eenheid=__("opdrachten"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("aanbieder", __("Aanbieder"), Vorm.TEKST, "aanbieder"),
        Kolom("starts", __("Begonnen")),
        Kolom("mediaan", __("Mediaan (dagen)"), Vorm.DAGEN),
        Kolom("wacht", __("Wacht nu")),
    ),
    reken=reken_aanbieder,
    werk_af=werk_af_aanbieder,
    zin=zin_aanbieder,
    beeld=beeld_aanbieder,
    events=("toewijzing.opgedragen", "toewijzing.ingetrokken", "levering.gestart"),
    filters=HULP,
    niveau=Niveau.INSTELLING,
    laag=Laag.OPERATIONEEL,
)
