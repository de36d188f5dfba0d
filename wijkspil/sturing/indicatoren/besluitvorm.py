"""How help is settled: by decision, by agreement, or by a decision that somebody asked for after an agreement (A7)."""

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafiek_stijl import getal
from ..grafieken import gestapeld
from ..lees import Feiten, Rij
from ..periode import Filter, Kwartaal
from .basis import Indicator, Kolom, Vorm, deel, kies, procent, tot_nu

BESLUIT, AFSPRAAK, VERZOEK = "besluit.bekendgemaakt", "afspraak.gemaakt", "besluit.verzocht"
TELLINGEN = ("besluiten", "afgewezen", "afspraken", "op_verzoek")


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    reeks = f.kwartaal.reeks()
    loop = kies(feiten.loop, f).filter(
        x.soort.isin((BESLUIT, AFSPRAAK, VERZOEK)), x.dag.between(reeks[0].begin, f.kwartaal.eind)
    )
    besluit = x.soort == BESLUIT
    return (
        loop.mutate(begin=x.dag.truncate("Q"))
        .group_by("begin")
        .agg(
            besluiten=besluit.sum(),
            afgewezen=(besluit & (x.code == "afwijzing")).sum(),
            gemeten=(besluit & x.op_tijd.notnull()).sum(),
            op_tijd=(besluit & x.op_tijd).sum(),
            afspraken=(x.soort == AFSPRAAK).sum(),
            op_verzoek=(x.soort == VERZOEK).sum(),
        )
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    gevuld = {Kwartaal.van(rij["begin"]): rij for rij in rijen}
    leeg = dict.fromkeys((*TELLINGEN, "gemeten", "op_tijd"), 0)
    uit = []
    for k in f.kwartaal.reeks():
        if gevuld and k >= min(gevuld):
            rij = gevuld.get(k, leeg)
            uit.append(
                {"kwartaal": k.kort}
                | {t: rij[t] for t in TELLINGEN}
                | {"op_tijd": deel(rij["op_tijd"], rij["gemeten"])}
            )
    return uit


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or not (rijen[-1]["besluiten"] or rijen[-1]["afspraken"]):
        return _("In het %(periode)s is nog geen besluit of afspraak gemaakt.") % {"periode": tot_nu(f)}
    nu = rijen[-1]
    tekst = _(
        "In het %(periode)s: %(afspraken)s afspraken en %(besluiten)s besluiten; %(verzoek)s keer vroeg iemand na een afspraak toch een besluit"
    ) % {
        "periode": tot_nu(f),
        "afspraken": getal(nu["afspraken"]),
        "besluiten": getal(nu["besluiten"]),
        "verzoek": getal(nu["op_verzoek"]),
    }
    return tekst + (
        _(". Van de besluiten was %(deel)s op tijd.") % {"deel": procent(nu["op_tijd"])}
        if nu["op_tijd"] is not None
        else "."
    )


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    delen = [
        {"kwartaal": rij["kwartaal"], "soort": naam, "aantal": rij[veld]}
        for rij in rijen
        for veld, naam in (("afspraken", _("afspraken")), ("besluiten", _("besluiten")))
    ]
    return gestapeld(delen, categorie="kwartaal", waarde="aantal", reeks="soort", titel=titel, uitleg=uitleg)


INDICATOR = Indicator(
    sleutel="besluitvorm",
    naam=__("Besluiten en afspraken"),
    definitie=__(
        "Besluiten op de dag waarop ze bekend zijn gemaakt, afspraken op de dag waarop ze zijn gemaakt. "
        "Op verzoek: iemand met een afspraak vroeg om een besluit. Op tijd is wat de wettelijke klok zei."
    ),
    bron=__(
        "Gebeurtenissen besluit.bekendgemaakt, afspraak.gemaakt en besluit.verzocht; Wmo 2015 art. 2.3.5"
    ),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("besluiten en afspraken"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("kwartaal", __("Kwartaal"), Vorm.TEKST),
        Kolom("besluiten", __("Besluiten")),
        Kolom("afgewezen", __("Waarvan afgewezen")),
        Kolom("op_tijd", __("Besluiten op tijd"), Vorm.AANDEEL),
        Kolom("afspraken", __("Afspraken")),
        Kolom("op_verzoek", __("Besluit op verzoek")),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=(BESLUIT, AFSPRAAK, VERZOEK),
)
