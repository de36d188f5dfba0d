"""What evaluations say: less help or more, and how many goals were reached."""

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafieken import gestapeld
from ..lees import Feiten, Rij
from ..periode import Filter, Kwartaal
from .basis import Indicator, Kolom, Vorm, deel, kies, procent, tot_nu

RICHTINGEN = (
    ("afschalen", __("minder")),
    ("gelijk", __("gelijk")),
    ("opschalen", __("meer")),
    ("stoppen", __("stoppen")),
)


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    reeks = f.kwartaal.reeks()
    loop = kies(feiten.loop, f).filter(
        x.soort == "plan.geevalueerd", x.dag.between(reeks[0].begin, f.kwartaal.eind)
    )
    return (
        loop.mutate(begin=x.dag.truncate("Q"))
        .group_by("begin")
        .agg(
            aantal=x.count(),
            **{richting: (x.richting == richting).sum() for richting, _woord in RICHTINGEN},
            behaald=x.doelen_behaald.sum().cast("int64"),
            bekeken=x.doelen_bekeken.sum().cast("int64"),
        )
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    gevuld = {Kwartaal.van(rij["begin"]): rij for rij in rijen}
    velden = ("aantal", *(richting for richting, _woord in RICHTINGEN))
    leeg = dict.fromkeys((*velden, "behaald", "bekeken"), 0)
    uit = []
    for k in f.kwartaal.reeks():
        if gevuld and k >= min(gevuld):
            rij = gevuld.get(k, leeg)
            uit.append(
                {"kwartaal": k.kort}
                | {v: rij[v] for v in velden}
                | {"doelen": deel(rij["behaald"], rij["bekeken"])}
            )
    return uit


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or not rijen[-1]["aantal"]:
        return _("In het %(periode)s is nog geen plan geëvalueerd.") % {"periode": tot_nu(f)}
    nu = rijen[-1]
    woorden = _(
        "In het %(periode)s kon bij %(minder)s van de evaluaties de hulp minder worden of stoppen; %(doelen)s van de bekeken doelen was gehaald."
    )
    minder = deel(nu["afschalen"] + nu["stoppen"], nu["aantal"])
    return woorden % {"periode": tot_nu(f), "minder": procent(minder), "doelen": procent(nu["doelen"])}


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    delen = [
        {"kwartaal": rij["kwartaal"], "richting": str(woord), "aantal": rij[richting]}
        for rij in rijen
        for richting, woord in RICHTINGEN
    ]
    return gestapeld(
        delen, categorie="kwartaal", waarde="aantal", reeks="richting", titel=titel, uitleg=uitleg
    )


INDICATOR = Indicator(
    sleutel="evaluaties",
    naam=__("Evaluaties: minder, gelijk of meer"),
    definitie=__(
        "Evaluaties van plannen op de dag van de evaluatie, met de richting die eruit kwam. Doelen gehaald: behaalde doelen gedeeld door alle "
        "doelen die bij de evaluatie zijn besproken; deels behaald telt niet als behaald."
    ),
    bron=__("Gebeurtenis plan.geevalueerd; Wmo 2015 art. 2.3.9"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("evaluaties"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("kwartaal", __("Kwartaal"), Vorm.TEKST),
        Kolom("aantal", __("Evaluaties")),
        *(Kolom(richting, woord) for richting, woord in RICHTINGEN),
        Kolom("doelen", __("Doelen gehaald"), Vorm.AANDEEL),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=("plan.geevalueerd",),
)
