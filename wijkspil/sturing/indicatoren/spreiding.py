"""How help is spread: over providers (B38), over ages and products (J8), and over the people who do the work."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import ibis
import ibis.expr.types as ir
import yaml
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from wijkspil.regels.leeftijd import Leeftijdsgroep

from .. import feiten as tabellen
from ..grafiek_stijl import getal
from ..grafieken import gestapeld, staafgrafiek
from ..kleine_groepen import KLEINSTE, te_tonen, totaal_te_tonen
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import HULP, VRAAG, Indicator, Kolom, Laag, Niveau, Tabel, Vorm, deel, kies, procent

TIEN, WEINIG = 10, 5
REFERENTIE_TIEN = 0.80
"""About 80% of clients at the ten largest providers: Brabant Noordoost-Oost, framework 2020-2023 (seed B38)."""

HULP_EVENTS = (
    "levering.gestart",
    "levering.gestopt",
    "levering.start_teruggenomen",
    "levering.stop_teruggenomen",
)


def nu_in_hulp(feiten: Feiten, f: Filter) -> ir.Table:
    """Lines that run at the end of the day of the state."""
    lopend = (
        kies(feiten.stroom, f)
        .filter(x.dag <= ibis.literal(f.peildag))
        .group_by("regel")
        .agg(teken=x.teken.sum())
    )
    return feiten.lijnen.semi_join(lopend.filter(x.teken == 1), "regel")


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    lopend = nu_in_hulp(feiten, f).filter(x.aanbieder.notnull())
    return (
        lopend.group_by("aanbieder")
        .agg(clienten=x.inwoner.nunique())
        .order_by(ibis.desc("clienten"), "aanbieder")
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    """The largest by name, up to those with few clients: those stand together, so that nobody can be recognised."""
    som, opgeteld, uit = sum(r["clienten"] for r in rijen), 0, []
    tien = deel(sum(r["clienten"] for r in rijen[:TIEN]), som)
    groot = [r for r in rijen if r["clienten"] >= WEINIG]
    for plaats, rij in enumerate(groot, start=1):
        opgeteld += rij["clienten"]
        uit.append(
            {
                "plaats": plaats,
                "aanbieder": rij["aanbieder"],
                "clienten": rij["clienten"],
                "deel": deel(rij["clienten"], som),
                "samen": deel(opgeteld, som),
            }
        )
    klein = rijen[len(groot) :]
    if klein:
        aantal = sum(r["clienten"] for r in klein)
        naam = _("%(n)s aanbieders met minder dan %(weinig)s cliënten") % {"n": len(klein), "weinig": WEINIG}
        uit.append(
            {
                "plaats": len(groot) + 1,
                "aanbieder": naam,
                "clienten": aantal,
                "deel": deel(aantal, som),
                "samen": deel(som, som),
            }
        )
    return [{**rij, "tien": tien} for rij in uit]


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen:
        return _("Er loopt geen hulp bij een aanbieder.")
    return _("De tien grootste aanbieders hebben %(deel)s van de cliënten; in Brabant Noordoost-Oost was dat ongeveer %(daar)s.") % {
        "deel": procent(rijen[0]["tien"]), "daar": procent(REFERENTIE_TIEN)
    }  # fmt: skip


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    woorden = [
        {"a": r["aanbieder"], "n": r["clienten"], "l": f"{getal(r['clienten'])} ({procent(r['deel'])})"}
        for r in rijen[:TIEN]
    ]
    return staafgrafiek(woorden, categorie="a", waarde="n", bijschrift="l", titel=titel, uitleg=uitleg)


GROEPEN = {
    "begeleiding": ("02", "07"),
    "huishouden": ("01",),
    "verzorging": ("03", "04"),
    "rolstoel": ("11",),
    "vervoer": ("08", "12"),
    "woning": ("13",),
}
"""The main groups of the report that we compare with, by category of code list WMO020; everything else is `anders`."""

WOORDEN = {
    "begeleiding": __("Begeleiding en dagbesteding"),
    "huishouden": __("Hulp bij het huishouden"),
    "verzorging": __("Persoonlijke verzorging en kort verblijf"),
    "rolstoel": __("Rolstoel"),
    "vervoer": __("Vervoer"),
    "woning": __("Woonvoorziening"),
    "anders": __("Anders"),
}
_BRON = yaml.safe_load((Path(__file__).parents[1] / "data" / "referenties.yaml").read_text(encoding="utf-8"))[
    "leeftijd_product"
]
REFERENTIE: dict[str, list[int | None]] = _BRON["per_leeftijd"]
"""Percent per age column in one other municipality (seed J8). The document itself says the table is not empirical."""

LEEFTIJDEN = tuple(groep.value for groep in Leeftijdsgroep)


def reken_leeftijd(feiten: Feiten, f: Filter) -> ir.Table:
    lopend = nu_in_hulp(feiten, f).filter(x.lft.notnull())
    groep = ibis.cases(
        *((lopend.categorie.isin(codes), naam) for naam, codes in GROEPEN.items()), else_="anders"
    )
    return lopend.mutate(groep=groep).group_by("groep", "lft").agg(aantal=x.count())


def werk_af_leeftijd(rijen: list[Rij], f: Filter) -> list[Rij]:
    """Shares per age column. A column with fewer than ten lines, or one that would give away a neighbour, stays empty."""
    kolom = {leeftijd: sum(r["aantal"] for r in rijen if r["lft"] == leeftijd) for leeftijd in LEEFTIJDEN}
    getoond = te_tonen(kolom) if totaal_te_tonen(kolom) else frozenset()
    aantal = {(r["groep"], r["lft"]): r["aantal"] for r in rijen}
    uit: list[Rij] = []
    if not rijen:
        return uit
    for groep, woord in WOORDEN.items():
        uit.append(
            {"groep": str(woord), "bron": _("hier")}
            | {
                lft: deel(aantal.get((groep, lft), 0), kolom[lft])
                if lft in getoond and kolom[lft] >= KLEINSTE
                else None
                for lft in LEEFTIJDEN
            }
        )
        if groep in REFERENTIE:
            uit.append(
                {"groep": str(woord), "bron": _("%(naam)s (niet gemeten)") % {"naam": _BRON["naam"]}}
                | {
                    lft: None if n is None else n / 100
                    for lft, n in zip(LEEFTIJDEN, REFERENTIE[groep], strict=True)
                }
            )
    return uit


def zin_leeftijd(rijen: Sequence[Rij], f: Filter) -> str:
    hier = [r for r in rijen if r["bron"] == _("hier")]
    bekend = [lft for lft in LEEFTIJDEN if hier and hier[0][lft] is not None]
    if not bekend:
        return _(
            "Er loopt te weinig hulp met een bekende leeftijd om een verdeling te laten zien (minder dan %(n)s)."
        ) % {"n": KLEINSTE}
    oudst = bekend[-1]
    meest = max(hier, key=lambda r: r[oudst])
    return _("Bij mensen van %(leeftijd)s is %(wat)s het grootst (%(deel)s). De cijfers van %(naam)s ernaast zijn volgens de bron zelf niet gemeten.") % {
        "leeftijd": Leeftijdsgroep(oudst).label, "wat": meest["groep"].lower(), "deel": procent(meest[oudst]), "naam": _BRON["naam"]
    }  # fmt: skip


def beeld_leeftijd(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    hier = [r for r in rijen if r["bron"] == _("hier")]
    telt = sorted(hier, key=lambda r: -sum(r[lft] or 0 for lft in LEEFTIJDEN))[:6]
    punten = [
        {"l": Leeftijdsgroep(lft).label, "g": r["groep"], "n": r[lft] * 100}
        for r in telt
        for lft in LEEFTIJDEN
        if r[lft] is not None
    ]
    return gestapeld(punten, categorie="l", waarde="n", reeks="g", titel=titel, uitleg=uitleg)


def kort_leeftijd(rijen: Sequence[Rij], f: Filter) -> Tabel:
    return Tabel(
        (KOLOMMEN_LEEFTIJD[0], *KOLOMMEN_LEEFTIJD[2:]), tuple(r for r in rijen if r["bron"] == _("hier"))
    )


def reken_caseload(feiten: Feiten, f: Filter) -> ir.Table:
    """Open questions at the day of the state, by the team and the handler that they were last given to."""
    dag = ibis.literal(f.peildag)
    open_ = kies(tabellen.stand(feiten.stappen, dag), f).filter(x.stap != "afgesloten").select("dossier", "t")
    gegeven = feiten.loop.filter(x.soort == "vraag.toegewezen", x.dag <= dag)
    # Given back to the team leaves no handler: that must count as nobody, so not `argmax` over known values only.
    laatste = gegeven.group_by("dossier").agg(id=x.id.max())
    wie = gegeven.semi_join(laatste, "id").select("dossier", "behandelaar")
    per = open_.left_join(wie, "dossier").drop("dossier_right")
    return (
        per.group_by(team=x.t)
        .agg(open=x.count(), mensen=x.behandelaar.nunique(), zonder=x.behandelaar.isnull().sum())
        .order_by("team")
    )


def werk_af_caseload(rijen: list[Rij], f: Filter) -> list[Rij]:
    return [{**r, "per": deel(r["open"] - r["zonder"], r["mensen"]) if r["mensen"] else None} for r in rijen]


def zin_caseload(rijen: Sequence[Rij], f: Filter) -> str:
    open_, zonder, mensen = (sum(r[v] for r in rijen) for v in ("open", "zonder", "mensen"))
    if not open_:
        return _("Er is geen open vraag.")
    gemiddeld = deel(open_ - zonder, mensen) if mensen else None
    return _("Er zijn %(open)s open vragen, waarvan %(zonder)s zonder behandelaar; wie behandelt heeft er gemiddeld %(per)s.") % {
        "open": getal(open_), "zonder": getal(zonder), "per": "–" if gemiddeld is None else getal(gemiddeld, 1)
    }  # fmt: skip


def beeld_caseload(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    punten = [
        {"team": r["team"], "wat": woord, "n": n}
        for r in rijen
        for woord, n in (
            (_("met behandelaar"), r["open"] - r["zonder"]),
            (_("zonder behandelaar"), r["zonder"]),
        )
    ]
    return gestapeld(punten, categorie="team", waarde="n", reeks="wat", titel=titel, uitleg=uitleg)


KOLOMMEN_LEEFTIJD = (
    Kolom("groep", __("Voorziening"), Vorm.TEKST),
    Kolom("bron", __("Waar"), Vorm.TEKST),
    *(Kolom(groep.value, groep.label, Vorm.AANDEEL) for groep in Leeftijdsgroep),
)

CONCENTRATIE = Indicator(
    sleutel="concentratie",
    naam=__("Cliënten per aanbieder"),
    definitie=__(
        "Verschillende inwoners met lopende hulp op de laatste dag van de periode, per aanbieder; wie bij twee aanbieders hulp heeft telt bij allebei. "
        "Aanbieders met minder dan vijf cliënten staan samen in één regel. Contracten zonder cliënten staan onder de tabel."
    ),
    bron=__(
        "Gebeurtenissen levering.gestart en levering.gestopt; referentie: Brabant Noordoost-Oost 2020-2023"
    ),
    eigenaar=__("Contractbeheer"),
    eenheid=__("cliënten"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("aanbieder", __("Aanbieder"), Vorm.TEKST, "aanbieder"),
        Kolom("clienten", __("Cliënten")),
        Kolom("deel", __("Deel"), Vorm.AANDEEL),
        Kolom("samen", __("Opgeteld"), Vorm.AANDEEL),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=HULP_EVENTS,
    filters=HULP - {"aanbieder"},
    niveau=Niveau.INSTELLING,
    laag=Laag.STRATEGISCH,
)

LEEFTIJD = Indicator(
    sleutel="leeftijd_product",
    naam=__("Leeftijd en soort hulp"),
    definitie=__(
        "Hulp die op de laatste dag van de periode loopt, naar de leeftijd op de dag van de melding; elke kolom is samen honderd procent. Een leeftijd met minder dan tien keer hulp staat er niet in. "
        "De regels van een andere gemeente (2020) zijn ter vergelijking; dat document zegt zelf dat de tabel niet op metingen rust."
    ),
    bron=__("Gebeurtenissen melding.ontvangen, levering.gestart en levering.gestopt; codelijst WMO020"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("deel van de hulp per leeftijd"),
    sinds=date(2026, 1, 1),
    kolommen=KOLOMMEN_LEEFTIJD,
    reken=reken_leeftijd,
    werk_af=werk_af_leeftijd,
    zin=zin_leeftijd,
    beeld=beeld_leeftijd,
    kort=kort_leeftijd,
    events=("melding.ontvangen", *HULP_EVENTS),
    niet_bekend=__("–"),
    filters=frozenset(),
    niveau=Niveau.VOORZIENING,
    laag=Laag.STRATEGISCH,
)

CASELOAD = Indicator(
    sleutel="caseload",
    naam=__("Werk per team"),
    definitie=__(
        "Open vragen op de laatste dag van de periode, naar het team waar de vraag nu ligt. Behandelaars zijn mensen met ten minste één open vraag; gemiddeld is open vragen met een behandelaar, gedeeld door die mensen. "
        "Namen staan hier niet bij; een teamleider herverdeelt bij de wachtlijst."
    ),
    bron=__("Gebeurtenissen die een vraag een stap verder brengen, en vraag.toegewezen"),
    eigenaar=__("Teamleiders"),
    eenheid=__("open vragen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("team", __("Team"), Vorm.TEKST, "team"),
        Kolom("open", __("Open vragen")),
        Kolom("mensen", __("Behandelaars")),
        Kolom("zonder", __("Zonder behandelaar")),
        Kolom("per", __("Gemiddeld per mens"), Vorm.SCORE),
    ),
    reken=reken_caseload,
    werk_af=werk_af_caseload,
    zin=zin_caseload,
    beeld=beeld_caseload,
    events=("melding.ontvangen", "vraag.toegewezen", "vraag.afgesloten"),
    filters=VRAAG,
    niveau=Niveau.INSTELLING,
    laag=Laag.OPERATIONEEL,
)
