"""Along which road and on which rung: the shortened route (H15), the shift to lighter help (H20) and steps up and down (A14, B11)."""

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
from .basis import Indicator, Kolom, Laag, Niveau, Vorm, deel, kies, procent, tot_nu
from .reeks import KWARTAAL, lijnen, per_kwartaal, stapels, vul

TREDE = "arrangement.vastgesteld"
LAGEN = {
    "zelf": (Trede.EIGEN_KRACHT, Trede.GEBRUIKELIJKE_HULP, Trede.NETWERK),
    "buurt": (Trede.VRIJWILLIGER, Trede.ALGEMENE_VOORZIENING),
    "tussen": (Trede.COLLECTIEVE_VOORZIENING, Trede.ANDERE_WET, Trede.EIGEN_TRAJECT),
    "maatwerk": (Trede.MAATWERK,),
}
"""The nine rungs in four steps from people themselves to tailor-made support."""


def hoogste(feiten: Feiten) -> ir.Table:
    """Per settled arrangement its highest rung (`nummer`), the sum per month (`cent`) and its place among those of the question."""
    vast = feiten.loop.filter(x.soort == TREDE)
    regels = vast.select("id", regel=x.regels.unnest()).select(
        "id", trede=x.regel.trede, cent=x.regel.maand_cent
    )
    regels = regels.filter(x.trede.notnull())
    nummer = ibis.cases(*((regels.trede == t.value, ibis.literal(t.nummer, "int8")) for t in Trede))
    per = (
        regels.mutate(nummer=nummer).group_by("id").agg(nummer=x.nummer.max(), cent=x.cent.sum().coalesce(0))
    )
    return vast.select("id", "dossier", "r", "dag", "w", "t", "lft", "ww").inner_join(per, "id")


def reken_route(feiten: Feiten, f: Filter) -> ir.Table:
    return per_kwartaal(
        kies(feiten.loop, f).filter(x.soort == "route.gekozen"),
        f,
        verkort=(x.code == "verkort").sum(),
        gewoon=(x.code == "gewoon").sum(),
        samen=x.count(),
    )


def zin_route(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or not rijen[-1]["samen"]:
        return _("In het %(periode)s is nog geen route gekozen. Dat kan alleen als de werkwijze een verkorte route kent.") % {
            "periode": tot_nu(f)
        }  # fmt: skip
    return _("In het %(periode)s ging %(deel)s van %(n)s vragen langs de verkorte route.") % {
        "periode": tot_nu(f), "deel": procent(rijen[-1]["deel"]), "n": getal(rijen[-1]["samen"])
    }  # fmt: skip


def reken_laag(feiten: Feiten, f: Filter) -> ir.Table:
    """Per question and quarter the last arrangement counts."""
    alle = kies(hoogste(feiten), f).mutate(begin=x.dag.truncate("Q"))
    laatste = alle.group_by("dossier", "r", "begin").agg(nummer=x.nummer.argmax(x.id), dag=x.dag.max())
    per = {naam: x.nummer.isin([t.nummer for t in treden]).sum() for naam, treden in LAGEN.items()}
    return per_kwartaal(laatste.drop("begin"), f, samen=x.count(), **per)


def zin_laag(rijen: Sequence[Rij], f: Filter) -> str:
    gevuld = [r for r in rijen if r["samen"]]
    if not gevuld:
        return _("Er is nog geen arrangement vastgesteld.")
    nu, toen = gevuld[-1], gevuld[0]
    return _("In het %(nu)s kwam %(deel)s van de vragen op maatwerk uit; in het %(toen)s was dat %(was)s.") % {
        "nu": nu["kwartaal"], "deel": procent(nu["d_maatwerk"]), "toen": toen["kwartaal"], "was": procent(toen["d_maatwerk"])
    }  # fmt: skip


def reken_overgang(feiten: Feiten, f: Filter) -> ir.Table:
    """From the first arrangement of a question to its last one in the period; both must differ."""
    alle = kies(hoogste(feiten), f)
    eerste = alle.group_by("dossier").agg(
        van=x.nummer.argmin(x.id), van_cent=x.cent.argmin(x.id), van_id=x.id.min()
    )
    nu = alle.filter(x.dag.between(f.kwartaal.begin, f.kwartaal.eind))
    laatste = nu.group_by("dossier").agg(
        naar=x.nummer.argmax(x.id), naar_cent=x.cent.argmax(x.id), naar_id=x.id.max()
    )
    beide = eerste.inner_join(laatste, "dossier").filter(x.van_id < x.naar_id)
    return beide.group_by("van", "naar").agg(
        aantal=x.count(),
        minder=(x.naar_cent < x.van_cent).sum(),
        meer=(x.naar_cent > x.van_cent).sum(),
    )


def werk_af_overgang(rijen: list[Rij], f: Filter) -> list[Rij]:
    trede = {t.nummer: t.value for t in Trede}
    return [
        {
            "van": trede[r["van"]],
            "naar": trede[r["naar"]],
            "richting": _richting(r),
            **{v: r[v] for v in ("aantal", "minder", "meer")},
        }
        for r in sorted(rijen, key=lambda r: (r["van"], r["naar"]))
    ]


def _richting(r: Rij) -> str:
    return "lichter" if r["naar"] < r["van"] else "zwaarder" if r["naar"] > r["van"] else "gelijk"


def _som(rijen: Sequence[Rij], richting: str) -> int:
    trede = {t.value: t.nummer for t in Trede} | {t.label: t.nummer for t in Trede}
    return sum(
        r["aantal"]
        for r in rijen
        if _richting({"van": trede[r["van"]], "naar": trede[r["naar"]]}) == richting
    )


def zin_overgang(rijen: Sequence[Rij], f: Filter) -> str:
    alles = sum(r["aantal"] for r in rijen)
    if not alles:
        return _("In het %(periode)s is nog geen arrangement opnieuw vastgesteld.") % {"periode": tot_nu(f)}
    woorden = _(
        "Van de %(n)s vragen die opnieuw zijn bekeken, ging %(lichter)s naar een lichtere trede en %(zwaarder)s naar een zwaardere."
    )
    return woorden % {
        "n": getal(alles), "lichter": procent(deel(_som(rijen, "lichter"), alles)), "zwaarder": procent(deel(_som(rijen, "zwaarder"), alles))
    }  # fmt: skip


def beeld_overgang(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    woorden = {"lichter": _("naar lichter"), "gelijk": _("zelfde trede"), "zwaarder": _("naar zwaarder")}
    punten = [{"r": woord, "n": _som(rijen, sleutel)} for sleutel, woord in woorden.items()] if rijen else []
    return staafgrafiek(punten, categorie="r", waarde="n", titel=titel, uitleg=uitleg)


ROUTE = Indicator(
    sleutel="route",
    naam=__("Verkorte en gewone route"),
    definitie=__(
        "Keuzes van een route op de dag van de keuze. Alleen producten waarvoor de werkwijze een verkorte route kent, krijgen een keuze."
    ),
    bron=__("Gebeurtenis route.gekozen; werkwijze van de gemeente"),
    eigenaar=__("Teamleiders"),
    eenheid=__("vragen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("verkort", __("Verkort")),
        Kolom("gewoon", __("Gewoon")),
        Kolom("samen", __("Samen")),
        Kolom("deel", __("Deel verkort"), Vorm.AANDEEL),
    ),
    reken=reken_route,
    werk_af=vul("verkort", "gewoon", "samen", delen={"deel": ("verkort", "samen")}),
    zin=zin_route,
    beeld=stapels(("verkort", __("verkort")), ("gewoon", __("gewoon"))),
    events=("route.gekozen",),
)

LAAG = Indicator(
    sleutel="verschuiving",
    naam=__("Verschuiving van zwaar naar licht"),
    definitie=__(
        "Vragen met een vastgesteld arrangement, naar hun hoogste trede; per kwartaal telt het laatste arrangement van een vraag. Zelf: eigen kracht, gebruikelijke hulp en netwerk. "
        "Buurt: vrijwilligers en algemene voorzieningen. Tussen: collectief vervoer, een andere wet en eigen trajecten."
    ),
    bron=__("Gebeurtenis arrangement.vastgesteld"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("vragen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("samen", __("Vragen")),
        Kolom("d_zelf", __("Zelf en netwerk"), Vorm.AANDEEL),
        Kolom("d_buurt", __("Buurt"), Vorm.AANDEEL),
        Kolom("d_tussen", __("Tussen"), Vorm.AANDEEL),
        Kolom("d_maatwerk", __("Maatwerk"), Vorm.AANDEEL),
    ),
    reken=reken_laag,
    werk_af=vul("samen", *LAGEN, delen={f"d_{naam}": (naam, "samen") for naam in LAGEN}),
    zin=zin_laag,
    beeld=lijnen(
        ("d_zelf", __("zelf")), ("d_buurt", __("buurt")), ("d_tussen", __("tussen")), ("d_maatwerk", __("maatwerk")),
        eenheid=__("% van de vragen"), factor=100,
    ),
    events=(TREDE,),
    laag=Laag.STRATEGISCH,
)  # fmt: skip

OVERGANGEN = Indicator(
    sleutel="overgangen",
    naam=__("Op- en afschalen: van trede naar trede"),
    definitie=__(
        "Vragen waarvan in de periode een arrangement is vastgesteld dat niet het eerste was: van de hoogste trede in het eerste arrangement naar de hoogste trede in het laatste van de periode. "
        "Minder en meer geld vergelijkt het bedrag per maand van beide."
    ),
    bron=__("Gebeurtenis arrangement.vastgesteld"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("vragen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("van", __("Van"), Vorm.TEKST, "trede"),
        Kolom("naar", __("Naar"), Vorm.TEKST, "trede"),
        Kolom("aantal", __("Vragen")),
        Kolom("minder", __("Minder geld")),
        Kolom("meer", __("Meer geld")),
    ),
    reken=reken_overgang,
    werk_af=werk_af_overgang,
    zin=zin_overgang,
    beeld=beeld_overgang,
    events=(TREDE,),
    niveau=Niveau.CLIENT,
)
