"""What lies there: open questions by step and by how long ago their melding came."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from .. import feiten as tabellen
from ..grafiek_stijl import getal
from ..grafieken import gestapeld
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Tabel, Vorm, kies

LEEFTIJDEN = (
    ("a", 14, __("tot 2 weken")),
    ("b", 42, __("2 tot 6 weken")),
    ("c", 84, __("6 tot 12 weken")),
    ("d", None, __("12 weken of ouder")),
)
"""Age classes in days since the melding of this round: the key, the first day that no longer belongs, and the words."""

LOOPT = frozenset({"levering", "nazorg"})
"""Steps at which help runs already; before those somebody waits."""


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    stand = kies(tabellen.stand(feiten.stappen, ibis.literal(f.peildag)), f).filter(x.stap != "afgesloten")
    oud = ibis.literal(f.peildag).delta(stand.sinds, unit="day")
    klasse = ibis.cases(
        *((oud < grens, sleutel) for sleutel, grens, _woord in LEEFTIJDEN if grens), else_="d"
    )
    return stand.mutate(leeftijd=klasse).group_by("stap", "leeftijd").agg(aantal=x.count())


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    """Every class of age for each step that has a question, in the order of the journey."""
    aantal = {(rij["stap"], rij["leeftijd"]): rij["aantal"] for rij in rijen}
    return [
        {"stap": stap, "leeftijd": leeftijd, "aantal": aantal.get((stap, leeftijd), 0)}
        for stap in tabellen.VOLGORDE
        if any(gevuld == stap for gevuld, _klasse in aantal)
        for leeftijd, _grens, _woord in LEEFTIJDEN
    ]


def kort(rijen: Sequence[Rij], f: Filter) -> Tabel:
    woorden = [str(woord) for _sleutel, _grens, woord in LEEFTIJDEN]
    per_stap: dict[str, Rij] = {}
    for rij in rijen:
        som = per_stap.setdefault(rij["stap"], {"stap": rij["stap"], "totaal": 0} | dict.fromkeys(woorden, 0))
        som[rij["leeftijd"]] += rij["aantal"]
        som["totaal"] += rij["aantal"]
    kolommen = (
        Kolom("stap", __("Stap"), Vorm.TEKST),
        *(Kolom(w, w) for w in woorden),
        Kolom("totaal", __("Samen")),
    )
    return Tabel(kolommen, tuple(per_stap.values()))


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    wacht = [rij for rij in rijen if rij["stap"] not in LOOPT]
    aantal = sum(rij["aantal"] for rij in wacht)
    if not aantal:
        return _("Er wacht geen vraag op hulp.")
    lang = sum(rij["aantal"] for rij in wacht if rij["leeftijd"] in ("c", "d"))
    woorden = _("%(n)s vragen wachten nog op hulp; %(lang)s daarvan zijn meer dan zes weken geleden gemeld.")
    return woorden % {"n": getal(aantal), "lang": getal(lang)}


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    return gestapeld(rijen, categorie="stap", waarde="aantal", reeks="leeftijd", titel=titel, uitleg=uitleg)


INDICATOR = Indicator(
    sleutel="voorraad",
    naam=__("Open vragen per stap"),
    definitie=__(
        "Vragen die open zijn aan het eind van de periode, of op de dag van de laatste cijfers als de periode nog loopt. "
        "De stap volgt uit de laatste gebeurtenis. De leeftijd telt in kalenderdagen vanaf de melding van deze ronde; bij een contact zonder melding vanaf het contact."
    ),
    bron=__("Alle gebeurtenissen die een vraag een stap verder brengen"),
    eigenaar=__("Teamleiders"),
    eenheid=__("vragen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("stap", __("Stap"), Vorm.TEKST, "stap"),
        Kolom("leeftijd", __("Gemeld"), Vorm.TEKST, "klasse"),
        Kolom("aantal", __("Vragen")),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    kort=kort,
    events=(
        *tabellen.STAP,
        "gesprek.gepland",
        "arrangement.vastgesteld",
        "levering.gestart",
        "hulp.begonnen",
    ),
)
