"""How soon somebody gets help of any kind (A10): paid or free."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafieken import lijngrafiek
from ..lees import Feiten, Rij
from ..periode import Filter, Kwartaal
from .basis import Indicator, Kolom, Vorm, dagen, kies, tot_nu


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    reeks = f.kwartaal.reeks()
    vragen = kies(feiten.vragen, f).filter(
        x.hulp.between(reeks[0].begin, f.kwartaal.eind), x.gemeld.notnull()
    )
    return (
        vragen.select(
            begin=x.hulp.truncate("Q"),
            dagen=ibis.greatest(x.hulp.delta(x.gemeld, unit="day").cast("int64"), 0),
        )
        .group_by("begin")
        .agg(
            aantal=x.count(),
            mediaan=x.dagen.median().cast("float64"),
            p90=x.dagen.quantile(0.9).cast("float64"),
        )
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    gevuld = {Kwartaal.van(rij["begin"]): rij for rij in rijen}
    leeg: Rij = {"aantal": 0, "mediaan": None, "p90": None}
    return [
        {"kwartaal": k.kort, **{naam: gevuld.get(k, leeg)[naam] for naam in ("aantal", "mediaan", "p90")}}
        for k in f.kwartaal.reeks()
        if gevuld and k >= min(gevuld)
    ]


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or not rijen[-1]["aantal"]:
        return _("In het %(periode)s kreeg nog niemand een eerste hulp.") % {"periode": tot_nu(f)}
    nu = rijen[-1]
    return _(
        "In het %(periode)s had de helft van de mensen binnen %(mediaan)s een eerste hulp, en negen van de tien binnen %(p90)s."
    ) % {
        "periode": tot_nu(f),
        "mediaan": dagen(nu["mediaan"]),
        "p90": dagen(nu["p90"]),
    }


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    lijnen = [
        {"kwartaal": rij["kwartaal"], "dagen": rij[veld], "soort": naam}
        for veld, naam in (("mediaan", _("helft:")), ("p90", _("9 van de 10:")))
        for rij in rijen
    ]
    return lijngrafiek(
        lijnen,
        x="kwartaal",
        y="dagen",
        reeks="soort",
        titel=titel,
        uitleg=uitleg,
        titel_y=_("dagen na de melding"),
    )


INDICATOR = Indicator(
    sleutel="eerste_hulp",
    naam=__("Tijd tot de eerste hulp"),
    definitie=__(
        "Kalenderdagen van de melding tot de eerste dag waarop hulp liep, betaald of gratis, geteld in het kwartaal waarin die hulp begon. "
        "Een vraag die niet op hulp uitkomt telt niet mee."
    ),
    bron=__("Gebeurtenissen melding.ontvangen, levering.gestart en hulp.begonnen"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("dagen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("kwartaal", __("Kwartaal"), Vorm.TEKST),
        Kolom("aantal", __("Vragen")),
        Kolom("mediaan", __("Mediaan (dagen)"), Vorm.DAGEN),
        Kolom("p90", __("P90 (dagen)"), Vorm.DAGEN),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=("melding.ontvangen", "levering.gestart", "hulp.begonnen"),
)
