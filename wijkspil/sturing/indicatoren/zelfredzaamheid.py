"""What changes in self-sufficiency between the first measurement and the last (A13), shown for groups of ten or more only."""

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from wijkspil.regels.zrm import Domein

from ..grafiek_stijl import MERK, getal
from ..grafieken import leeg, radar
from ..kleine_groepen import KLEINSTE, te_tonen, totaal_te_tonen
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import ONBEKEND, Indicator, Kolom, Vorm, tot_nu

BEGIN = "begin"


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    """Sums per domain and district, for people who have both measurements. Always all districts: hiding needs the neighbours."""
    metingen = feiten.loop.filter(x.soort == "zrm.gemeten", x.r.notnull())
    losse = metingen.select("dossier", "r", "w", "id", "dag", "code", score=x.scores.unnest())
    losse = losse.select("dossier", "r", "w", "id", "dag", "code", domein=x.score.domein, score=x.score.score)
    per = ("dossier", "r", "w", "domein")
    eerste = losse.filter(x.code == BEGIN).group_by(*per).agg(begin_id=x.id.min(), voor=x.score.argmin(x.id))
    later = losse.filter(x.code != BEGIN, x.dag.between(f.kwartaal.begin, f.kwartaal.eind))
    laatste = later.group_by(*per).agg(laatste_id=x.id.max(), na=x.score.argmax(x.id))
    sleutels = [eerste[naam].identical_to(laatste[naam]) for naam in per]
    beide = eerste.inner_join(laatste, sleutels).filter(x.begin_id < x.laatste_id)
    return beide.group_by("domein", "w").agg(
        aantal=x.count(), som_voor=x.voor.sum().cast("int64"), som_na=x.na.sum().cast("int64")
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    """One row per domain that was measured. What is too small to show has no number, not even how many people it is."""
    uit = []
    for domein in Domein:
        groepen = {rij["w"] or ONBEKEND: rij for rij in rijen if rij["domein"] == domein.value}
        aantallen = {wijk: rij["aantal"] for wijk, rij in groepen.items()}
        if f.wijk is None:
            gekozen, mag = list(groepen.values()), totaal_te_tonen(aantallen)
        else:
            gekozen, mag = [rij for w, rij in groepen.items() if w == f.wijk], f.wijk in te_tonen(aantallen)
        if gekozen:
            uit.append(_rij(domein, gekozen, mag))
    return uit


def _rij(domein: Domein, rijen: Sequence[Rij], mag: bool) -> Rij:
    if not mag:
        return {"domein": domein.value, "aantal": None, "voor": None, "na": None, "verandering": None}
    aantal, voor, na = (sum(rij[veld] for rij in rijen) for veld in ("aantal", "som_voor", "som_na"))
    return {
        "domein": domein.value,
        "aantal": aantal,
        "voor": voor / aantal,
        "na": na / aantal,
        "verandering": (na - voor) / aantal,
    }


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    bekend = [rij for rij in rijen if rij["verandering"] is not None]
    if not bekend:
        return _(
            "In het %(periode)s zijn er te weinig mensen met twee metingen om iets te laten zien (minder dan %(n)s)."
        ) % {
            "periode": tot_nu(f),
            "n": KLEINSTE,
        }
    beter = [rij for rij in bekend if rij["verandering"] > 0]
    meest = max(bekend, key=lambda rij: rij["verandering"])
    return _(
        "Op %(beter)s van de %(alle)s leefgebieden ging het gemiddeld beter; het meest bij %(domein)s (%(stap)s)."
    ) % {
        "beter": len(beter),
        "alle": len(bekend),
        "domein": Domein(meest["domein"]).label.lower(),
        "stap": f"{'+' if meest['verandering'] > 0 else ''}{getal(meest['verandering'], 1)}",
    }


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    bekend = [rij for rij in rijen if rij["voor"] is not None]
    if len(bekend) < 3:
        return leeg(titel=titel, uitleg=uitleg, kleur=MERK)
    return radar(
        [rij["domein"] for rij in bekend],
        [rij["voor"] for rij in bekend],
        [rij["na"] for rij in bekend],
        titel=titel,
        uitleg=uitleg,
        naam_voor=_("Eerste meting"),
        naam_na=_("Laatste meting"),
    )


INDICATOR = Indicator(
    sleutel="zelfredzaamheid",
    naam=__("Verandering in zelfredzaamheid"),
    definitie=__(
        "Gemiddelde score (1 tot en met 5) bij de eerste meting van een ronde en bij de laatste meting in de periode, voor mensen die beide "
        "hebben. Groepen van minder dan tien mensen staan er niet in, en ook niet wat ze zou verraden. "
        "Een meting is een momentopname: zij zegt niet waardoor iets veranderde."
    ),
    bron=__("Gebeurtenis zrm.gemeten; Zelfredzaamheid-Matrix 2017"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("niveau 1 tot en met 5"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("domein", __("Leefgebied"), Vorm.TEKST, "domein"),
        Kolom("aantal", __("Mensen")),
        Kolom("voor", __("Eerste meting"), Vorm.SCORE),
        Kolom("na", __("Laatste meting"), Vorm.SCORE),
        Kolom("verandering", __("Verandering"), Vorm.SCORE),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=("zrm.gemeten",),
    niet_bekend=__("te weinig mensen"),
    filters=frozenset({"wijk"}),
)
