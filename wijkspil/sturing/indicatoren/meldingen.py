"""How many questions come in."""

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..feiten import BEGIN
from ..grafiek_stijl import getal
from ..grafieken import lijngrafiek
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Tabel, Vorm, kies, tot_nu

JAAR = 4
KORT = (
    Kolom("maand", __("Maand"), Vorm.MAAND),
    Kolom("aantal", __("Meldingen")),
    Kolom("terug", __("Waarvan teruggekeerd")),
)


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    begin = f.kwartaal.verder(1 - JAAR).begin
    meldingen = kies(feiten.loop, f).filter(x.soort.isin(BEGIN), x.dag.between(begin, f.kwartaal.eind))
    return (
        meldingen.mutate(maand=x.dag.truncate("M"))
        .group_by("maand", wijk=x.w, kanaal=x.kanaal)
        .agg(aantal=x.count(), terug=(x.soort == BEGIN[1]).sum())
        .order_by("maand", "wijk", "kanaal")
    )


def kort(rijen: Sequence[Rij], f: Filter) -> Tabel:
    maanden: dict[date, Rij] = {}
    begin, nummer = f.kwartaal.verder(1 - JAAR).begin, 0
    while (maand := _maand_verder(begin, nummer)) <= f.peildag:
        maanden[maand] = {"maand": maand, "aantal": 0, "terug": 0}
        nummer += 1
    for rij in rijen:
        som = maanden.setdefault(rij["maand"], {"maand": rij["maand"], "aantal": 0, "terug": 0})
        som["aantal"] += rij["aantal"]
        som["terug"] += rij["terug"]
    return Tabel(KORT, tuple(maanden[m] for m in sorted(maanden)))


def _maand_verder(dag: date, aantal: int) -> date:
    volg = dag.year * 12 + dag.month - 1 + aantal
    return date(volg // 12, volg % 12 + 1, 1)


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    nu, vorig = _som(rijen, f), _som(rijen, f, kwartalen_terug=1)
    if not nu:
        return _("Er kwamen geen meldingen in het %(periode)s.") % {"periode": tot_nu(f)}
    tekst = _("In het %(periode)s kwamen %(n)s meldingen binnen") % {"periode": tot_nu(f), "n": getal(nu)}
    if f.loopt_nog or not vorig:
        return tekst + "."
    if nu == vorig:
        return tekst + _(", even veel als in het kwartaal ervoor.")
    richting = _("meer") if nu > vorig else _("minder")
    return tekst + _(", %(verschil)s %(richting)s dan in het kwartaal ervoor.") % {
        "verschil": getal(abs(nu - vorig)),
        "richting": richting,
    }


def _som(rijen: Sequence[Rij], f: Filter, kwartalen_terug: int = 0) -> int:
    k = f.kwartaal.verder(-kwartalen_terug)
    return sum(rij["aantal"] for rij in rijen if k.begin <= rij["maand"] <= k.eind)


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    maanden = kort(rijen, f).rijen if rijen else ()
    return lijngrafiek(
        maanden, x="maand", y="aantal", titel=titel, uitleg=uitleg, titel_y=_("meldingen per maand")
    )


INDICATOR = Indicator(
    sleutel="meldingen",
    naam=__("Meldingen"),
    definitie=__(
        "Elke melding telt één keer, op de dag dat zij is ontvangen. Een vraag die terugkomt is een nieuwe melding. "
        "Een contact zonder melding telt niet mee."
    ),
    bron=__("Gebeurtenissen melding.ontvangen en melding.teruggekeerd"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("meldingen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("maand", __("Maand"), Vorm.MAAND),
        Kolom("wijk", __("Wijk"), Vorm.TEKST, "wijk"),
        Kolom("kanaal", __("Kanaal"), Vorm.TEKST, "kanaal"),
        Kolom("aantal", __("Meldingen")),
        Kolom("terug", __("Waarvan teruggekeerd")),
    ),
    reken=reken,
    zin=zin,
    beeld=beeld,
    kort=kort,
    events=BEGIN,
)
