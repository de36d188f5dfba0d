"""What people say: grades per way of paying the provider (H24), and the yearly client survey beside 83% and 81% (B38)."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafiek_stijl import getal
from ..grafieken import staafgrafiek
from ..kleine_groepen import KLEINSTE, te_tonen, totaal_te_tonen
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Laag, Niveau, Vorm, deel, kies, procent, tot_nu

VOLDOENDE = 7
"""From this grade somebody counts as satisfied."""

GEEN = "geen"
REFERENTIE = {"kwaliteit": 0.83, "effect": 0.81}
"""Satisfied with quality and with effect: client survey 2017, Brabant Noordoost-Oost (seed B38)."""

VRAGEN = {
    1: "contact", 2: "contact", 3: "contact", 4: "contact", 5: "ondersteuner", 6: "kwaliteit", 7: "kwaliteit", 8: "effect", 9: "effect", 10: "effect",
}  # fmt: skip
"""The ten questions of 2016-2020 by subject (Uitvoeringsregeling Wmo 2015 art. 8; certainty medium). Number 5 is about the client supporter."""


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    """Grades of one to ten: given by residents themselves, at an evaluation or when called after help."""
    jaar = f.kwartaal.verder(-3).begin
    cijfer = ibis.coalesce(x.cijfer, x.tevreden)
    gegeven = kies(feiten.loop, f).filter(
        x.soort.isin(("ervaring.gegeven", "plan.geevalueerd", "nazorg.gebeld")),
        x.dag.between(jaar, f.kwartaal.eind),
    )
    gegeven = gegeven.mutate(waarde=cijfer).filter(x.waarde.between(1, 10)).select("dossier", "waarde")
    vorm = feiten.lijnen.filter(x.bekostiging.notnull()).group_by("dossier").agg(vorm=x.bekostiging.max())
    samen = gegeven.left_join(vorm, "dossier").drop("dossier_right")
    return (
        samen.mutate(vorm=x.vorm.coalesce(GEEN))
        .group_by("vorm")
        .agg(aantal=x.count(), som=x.waarde.sum().cast("int64"), tevreden=(x.waarde >= VOLDOENDE).sum())
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    """One row per way of paying, and all together; too few grades, or what would give those away, has no number."""
    aantallen = {r["vorm"]: r["aantal"] for r in rijen}
    getoond, totaal = te_tonen(aantallen), totaal_te_tonen(aantallen)
    if not rijen:
        return []
    uit = [
        _rij(r["vorm"], r, r["vorm"] in getoond and totaal) for r in sorted(rijen, key=lambda r: r["vorm"])
    ]
    samen = {v: sum(r[v] for r in rijen) for v in ("aantal", "som", "tevreden")}
    return [*uit, _rij("alles", samen, totaal)]


def _rij(vorm: str, r: Rij, mag: bool) -> Rij:
    if not mag:
        return {"vorm": vorm, "aantal": None, "gemiddeld": None, "deel": None}
    return {
        "vorm": vorm,
        "aantal": r["aantal"],
        "gemiddeld": deel(r["som"], r["aantal"]),
        "deel": deel(r["tevreden"], r["aantal"]),
    }


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    alles: Rij = rijen[-1] if rijen else {"aantal": None}
    if alles["aantal"] is None:
        return _("In het jaar tot en met het %(periode)s gaven te weinig mensen een cijfer om iets te laten zien (minder dan %(n)s).") % {
            "periode": tot_nu(f), "n": KLEINSTE
        }  # fmt: skip
    return _("In het jaar tot en met het %(periode)s gaven mensen gemiddeld een %(cijfer)s; %(deel)s gaf een %(voldoende)s of hoger.") % {
        "periode": tot_nu(f), "cijfer": getal(alles["gemiddeld"], 1), "deel": procent(alles["deel"]), "voldoende": VOLDOENDE
    }  # fmt: skip


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    bekend = [r for r in rijen if r["gemiddeld"] is not None]
    return staafgrafiek(bekend, categorie="vorm", waarde="gemiddeld", decimalen=1, titel=titel, uitleg=uitleg)


def reken_onderzoek(feiten: Feiten, f: Filter) -> ir.Table:
    """The answers per year and question as read from the survey; a repeated reading of a year replaces the earlier one."""
    rijen = feiten.gebeurtenissen.filter(x.soort == "peiling.beantwoord", x.dag <= f.kwartaal.eind)
    laatste = rijen.group_by("jaar", "vraag").agg(id=x.id.max())
    return (
        rijen.semi_join(laatste, "id")
        .select("jaar", "vraag", "eens", "aantal")
        .order_by(ibis.desc("jaar"), "vraag")
    )


def werk_af_onderzoek(rijen: list[Rij], f: Filter) -> list[Rij]:
    uit: list[Rij] = []
    for jaar in sorted({r["jaar"] for r in rijen}, reverse=True):
        for onderwerp in dict.fromkeys(VRAGEN.values()):
            deze = [r for r in rijen if r["jaar"] == jaar and VRAGEN.get(r["vraag"]) == onderwerp]
            if not deze:
                continue
            eens, aantal = (sum(r[v] for r in deze) for v in ("eens", "aantal"))
            mag = all(r["aantal"] >= KLEINSTE for r in deze)
            uit.append(
                {"jaar": str(jaar), "onderwerp": onderwerp, "antwoorden": aantal if mag else None, "eens": deel(eens, aantal) if mag else None,
                 "referentie": REFERENTIE.get(onderwerp)}
            )  # fmt: skip
    return uit


def zin_onderzoek(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen:
        return _("Er is nog geen cliëntervaringsonderzoek ingelezen. Dat kan bij “Beleidsregister”.")
    per = {r["onderwerp"]: r for r in rijen if r["jaar"] == rijen[0]["jaar"]}
    k, e = (per.get(naam, {"eens": None})["eens"] for naam in ("kwaliteit", "effect"))
    return _("In %(jaar)s was %(k)s het eens met de vragen over kwaliteit en %(e)s met die over effect; in Brabant Noordoost-Oost was dat in 2017 83%% en 81%%.") % {
        "jaar": rijen[0]["jaar"], "k": procent(k), "e": procent(e)
    }  # fmt: skip


def beeld_onderzoek(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    laatste = [r for r in rijen if r["jaar"] == rijen[0]["jaar"]] if rijen else []
    punten = [
        {"o": r["onderwerp"], "n": None if r["eens"] is None else r["eens"] * 100, "l": procent(r["eens"])}
        for r in laatste
    ]
    return staafgrafiek(punten, categorie="o", waarde="n", bijschrift="l", titel=titel, uitleg=uitleg)


CIJFER = Indicator(
    sleutel="tevredenheid",
    naam=__("Tevredenheid per manier van betalen"),
    definitie=__(
        "Cijfers van 1 tot en met 10 uit ervaringen van inwoners, evaluaties en nabellen, over een jaar tot en met de periode. Naar hoe de aanbieder wordt betaald; zonder aanbieder staat apart. "
        "Groepen van minder dan tien cijfers staan er niet in. Verschillen zeggen nog niets over de oorzaak: de groepen zijn niet gelijk."
    ),
    bron=__("Gebeurtenissen ervaring.gegeven, plan.geevalueerd, nazorg.gebeld en toewijzing.opgedragen"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("cijfer van 1 tot en met 10"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("vorm", __("Betaling"), Vorm.TEKST, "bekostiging"),
        Kolom("aantal", __("Cijfers")),
        Kolom("gemiddeld", __("Gemiddeld"), Vorm.SCORE),
        Kolom("deel", __("Zeven of hoger"), Vorm.AANDEEL),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=("ervaring.gegeven", "plan.geevalueerd", "nazorg.gebeld", "toewijzing.opgedragen"),
    niet_bekend=__("te weinig cijfers"),
    filters=frozenset(),
    laag=Laag.STRATEGISCH,
)

ONDERZOEK = Indicator(
    sleutel="clientervaring",
    naam=__("Cliëntervaringsonderzoek"),
    definitie=__(
        "Het deel “eens” of “helemaal eens” per onderwerp, uit het ingelezen cliëntervaringsonderzoek van elk jaar. Een vraag met minder dan tien antwoorden maakt het hele onderwerp onzichtbaar. "
        "De referentie is het onderzoek van 2017 in Brabant Noordoost-Oost: 83% over kwaliteit en 81% over effect."
    ),
    bron=__("Wmo 2015 art. 2.5.1; gebeurtenis peiling.beantwoord"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("deel van de antwoorden"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("jaar", __("Jaar"), Vorm.TEKST),
        Kolom("onderwerp", __("Onderwerp"), Vorm.TEKST, "onderwerp"),
        Kolom("antwoorden", __("Antwoorden")),
        Kolom("eens", __("Eens"), Vorm.AANDEEL),
        Kolom("referentie", __("Referentie 2017"), Vorm.AANDEEL),
    ),
    reken=reken_onderzoek,
    werk_af=werk_af_onderzoek,
    zin=zin_onderzoek,
    beeld=beeld_onderzoek,
    events=("peiling.beantwoord",),
    filters=frozenset(),
    niveau=Niveau.CLIENT,
    laag=Laag.STRATEGISCH,
)
