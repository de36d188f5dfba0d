"""On which rung of the ladder questions are solved (H20); free help counts as much as paid help."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from wijkspil.regels.ladder import Trede

from ..grafiek_stijl import getal
from ..grafieken import staafgrafiek
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Vorm, deel, kies, procent, tot_nu

ZELF = "zelf_opgelost"


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    """Per rung: for how many questions it is the highest, and how many lines stand on it."""
    loop = kies(feiten.loop, f).filter(x.r.notnull())
    in_periode = loop.filter(x.dag.between(f.kwartaal.begin, f.kwartaal.eind))
    vast = in_periode.filter(x.soort == "arrangement.vastgesteld")
    laatste = vast.group_by("dossier", "r").agg(id=x.id.max())
    regels = (
        vast.semi_join(laatste, "id")
        .select("dossier", "r", regel=x.regels.unnest())
        .select("dossier", "r", trede=x.regel.trede)
    )
    regels = regels.filter(x.trede.notnull()).mutate(nummer=_nummer(x.trede))
    hoogste = regels.group_by("dossier", "r").agg(nummer=x.nummer.max())
    ooit = loop.filter(x.soort == "arrangement.vastgesteld").select("dossier", "r").distinct()
    zelf = in_periode.filter(x.soort == "vraag.afgesloten", x.code == ZELF).select("dossier", "r").distinct()
    zelf = zelf.anti_join(ooit, ["dossier", "r"]).mutate(nummer=_een(Trede.EIGEN_KRACHT))
    vragen = hoogste.union(zelf).group_by("nummer").agg(vragen=x.count(), regels=ibis.literal(0, "int64"))
    lijnen = regels.group_by("nummer").agg(vragen=ibis.literal(0, "int64"), regels=x.count())
    return (
        vragen.union(lijnen)
        .group_by("nummer")
        .agg(vragen=x.vragen.sum().cast("int64"), regels=x.regels.sum().cast("int64"))
    )


def _nummer(trede: ir.Value) -> ir.Value:
    return ibis.cases(*((trede == t.value, _een(t)) for t in Trede))


def _een(trede: Trede) -> ir.Value:
    return ibis.literal(trede.nummer, "int8")


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    per = {rij["nummer"]: rij for rij in rijen}
    vragen, regels = (sum(rij[veld] for rij in rijen) for veld in ("vragen", "regels"))
    leeg = {"vragen": 0, "regels": 0}
    uit = []
    for trede in Trede:
        rij = per.get(trede.nummer, leeg)
        uit.append(
            {
                "trede": trede.value,
                "vragen": rij["vragen"],
                "aandeel": deel(rij["vragen"], vragen),
                "regels": rij["regels"],
                "aandeel_regels": deel(rij["regels"], regels),
            }
        )
    return uit


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    totaal = sum(rij["vragen"] for rij in rijen)
    if not totaal:
        return _("In het %(periode)s is nog geen vraag tot een oplossing gekomen.") % {"periode": tot_nu(f)}
    zonder = totaal - next(rij["vragen"] for rij in rijen if rij["trede"] == Trede.MAATWERK)
    woorden = _("In het %(periode)s kwamen %(n)s vragen tot een oplossing; %(deel)s daarvan zonder maatwerk.")
    return woorden % {"periode": tot_nu(f), "n": getal(totaal), "deel": procent(zonder / totaal)}


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    if not any(rij["vragen"] for rij in rijen):
        return staafgrafiek([], categorie="trede", waarde="vragen", titel=titel, uitleg=uitleg)
    woorden = [dict(rij) | {"woord": f"{getal(rij['vragen'])} ({procent(rij['aandeel'])})"} for rij in rijen]
    return staafgrafiek(
        woorden, categorie="trede", waarde="vragen", bijschrift="woord", titel=titel, uitleg=uitleg
    )


INDICATOR = Indicator(
    sleutel="opgelost",
    naam=__("Opgelost per trede van de ladder"),
    definitie=__(
        "Vragen met een vastgesteld arrangement in de periode, op hun hoogste trede; per ronde telt het laatste arrangement in de periode. "
        "Een vraag die zonder arrangement is afgesloten als zelf opgelost telt bij eigen kracht. Gratis hulp telt net zo mee als betaalde."
    ),
    bron=__("Gebeurtenissen arrangement.vastgesteld en vraag.afgesloten"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("vragen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("trede", __("Trede"), Vorm.TEKST, "trede"),
        Kolom("vragen", __("Vragen (hoogste trede)")),
        Kolom("aandeel", __("Deel"), Vorm.AANDEEL),
        Kolom("regels", __("Afspraken")),
        Kolom("aandeel_regels", __("Deel van afspraken"), Vorm.AANDEEL),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=("arrangement.vastgesteld", "vraag.afgesloten"),
)
