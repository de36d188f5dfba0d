"""Hours of household help from activities and frequencies, by norm sets that lie side by side (H22, H23).

Every line says where its number comes from and how sure that is; an amount that nobody could read stays ``Onbekend`` and the
sum then says that it isn't complete. Nothing is rounded before the end, and never below the sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import ceil
from typing import Any

from wijkspil.regels.parameters import Onbekend, Zekerheid, lees_gegevens

WEKEN = 52
_ZEKER = {"hoog": 0, "midden": 1, "laag": 2}


class Wie(StrEnum):
    """Who does an activity. Only what a professional takes over counts."""

    HULP = "hulp"
    ZELF = "zelf"
    NETWERK = "netwerk"


@dataclass(frozen=True)
class Activiteit:
    """One usual activity with how often it is usually done, times a year."""

    code: str
    ruimte: str
    naam: str
    soort: str
    keer: int


@dataclass(frozen=True)
class Inzet:
    """How often an activity is agreed in this case, times a year, and who does it."""

    keer: int
    wie: Wie = Wie.HULP


@dataclass(frozen=True)
class Huishouden:
    """The case: what is taken over in the house, which other areas (times a week where it is per time), which factors."""

    activiteiten: Mapping[str, Inzet]
    gebieden: Mapping[str, int] = field(default_factory=dict)
    factoren: Mapping[str, int] = field(default_factory=dict)
    personen: int = 1


@dataclass(frozen=True)
class Normregel:
    """One line of a calculation: minutes a week, or not known, with the sentence that explains it."""

    code: str
    naam: str
    minuten: Fraction | Onbekend
    uitleg: str
    bron: str
    zekerheid: Zekerheid


@dataclass(frozen=True)
class Normuitkomst:
    """What one norm set makes of a case."""

    kader: str
    naam: str
    regels: tuple[Normregel, ...]

    @property
    def minuten(self) -> int:
        """Whole minutes a week, rounded up once; without the lines that are not known."""
        return ceil(sum((r.minuten for r in self.regels if isinstance(r.minuten, Fraction)), Fraction(0)))

    @property
    def compleet(self) -> bool:
        return not any(isinstance(r.minuten, Onbekend) for r in self.regels)

    @property
    def zekerheid(self) -> Zekerheid:
        """As sure as the least sure line."""
        return max((r.zekerheid for r in self.regels), key=lambda z: _ZEKER[z.value], default=Zekerheid.LAAG)


@dataclass(frozen=True)
class Verschil:
    """One area in two sets: minutes by each, and what makes the difference."""

    code: str
    naam: str
    links: Fraction | Onbekend | None
    rechts: Fraction | Onbekend | None
    uitleg: str

    @property
    def minuten(self) -> Fraction | None:
        """How much more the right set gives; None when one of both isn't known."""
        if isinstance(self.links, Onbekend) or isinstance(self.rechts, Onbekend):
            return None
        return (self.rechts or Fraction(0)) - (self.links or Fraction(0))


class KaderOnbekend(LookupError):
    """There is no norm set with this key; the message names those there are."""


@cache
def activiteiten() -> tuple[Activiteit, ...]:
    """The usual activities of a clean and liveable house (certainty: low; replace them by the municipality's own annex)."""
    return tuple(Activiteit(**regel) for regel in _gegevens()["activiteiten"]["lijst"])


def kaders() -> tuple[str, ...]:
    """The keys of all norm sets that we carry, in the order of the file."""
    return tuple(kader["sleutel"] for kader in _gegevens()["kaders"])


def kadernaam(sleutel: str) -> str:
    return str(_kader(sleutel)["naam"])


def geldig_vanaf(sleutel: str) -> date:
    dag = _kader(sleutel)["geldig_vanaf"]
    assert isinstance(dag, date)
    return dag


def factoren(sleutel: str) -> Mapping[str, str]:
    """Code and name of what makes it more or less in this set."""
    return {code: str(f["naam"]) for code, f in _kader(sleutel)["factoren"].items()}


def gebieden(sleutel: str) -> Mapping[str, str]:
    """Code and name of the areas beside a clean house that this set has a norm for."""
    return {code: str(g["naam"]) for code, g in _kader(sleutel)["gebieden"].items()}


def is_per_keer(gebied: str) -> bool:
    """Whether an area counts per time (meals) instead of per week, in any set."""
    return any("per_keer" in k["gebieden"].get(gebied, {}) for k in _gegevens()["kaders"])


def vergelijkingscijfers() -> Sequence[Mapping[str, str]]:
    """Averages that others published, to hold our own against."""
    cijfers: Sequence[Mapping[str, str]] = _gegevens()["vergelijking"]
    return cijfers


def bereken(sleutel: str, zaak: Huishouden) -> Normuitkomst:
    """Count the minutes a week of a case by one norm set. Raises KaderOnbekend."""
    kader = _kader(sleutel)
    huis = _huis_per_werk(kader, zaak) if "zwaar" in kader else _huis_als_geheel(kader, zaak)
    regels = [*huis, *_gebieden(kader, zaak), *_factoren(kader, zaak)]
    return Normuitkomst(sleutel, str(kader["naam"]), tuple(regels))


def vergelijk(links: Normuitkomst, rechts: Normuitkomst) -> tuple[Verschil, ...]:
    """Put two outcomes beside each other, line by line, and say what makes the difference."""
    codes = list(dict.fromkeys([_groep(r.code) for r in (*links.regels, *rechts.regels)]))
    uit = []
    for code in codes:
        a, b = _som(links, code), _som(rechts, code)
        namen = [r.naam for u in (links, rechts) for r in u.regels if _groep(r.code) == code]
        uit.append(
            Verschil(code, "schoon en leefbaar huis" if code == "huis" else namen[0], a, b, _verklaring(a, b))
        )
    return tuple(uit)


def _groep(code: str) -> str:
    return "huis" if code.startswith("huis") else code


def _som(uitkomst: Normuitkomst, code: str) -> Fraction | Onbekend | None:
    regels = [r for r in uitkomst.regels if _groep(r.code) == code]
    if not regels:
        return None
    onbekend = next((r.minuten for r in regels if isinstance(r.minuten, Onbekend)), None)
    return onbekend or sum((r.minuten for r in regels if isinstance(r.minuten, Fraction)), Fraction(0))


def _verklaring(a: Fraction | Onbekend | None, b: Fraction | Onbekend | None) -> str:
    if isinstance(a, Onbekend) or isinstance(b, Onbekend):
        return "Een van beide kaders heeft hier een getal dat wij niet konden lezen."
    if a is None or b is None:
        return "Een van beide kaders heeft hier geen norm voor."
    if a == b:
        return "Beide kaders geven evenveel."
    return "De kaders rekenen met een andere norm."


def _huis_als_geheel(kader: Mapping[str, Any], zaak: Huishouden) -> list[Normregel]:
    """The newer sets: one norm for full take-over, and less when less is taken over."""
    gewoon = {a.code: a for a in activiteiten()}
    door_hulp = {code: i for code, i in zaak.activiteiten.items() if i.wie is Wie.HULP and i.keer > 0}
    if not door_hulp:
        return []
    norm = kader["schoon_huis"]
    vol = sum(a.keer for a in gewoon.values())
    deel = min(
        Fraction(1),
        Fraction(sum(min(i.keer, gewoon[c].keer) for c, i in door_hulp.items() if c in gewoon), vol),
    )
    wekelijks = max((i.keer for i in door_hulp.values()), default=0) > WEKEN // 2
    if not wekelijks and norm.get("tweewekelijks") is not None:
        uitleg = f"Eens per twee weken: {norm['tweewekelijks']} minuten per keer."
        return [_regel("huis", "schoon en leefbaar huis", Fraction(norm["tweewekelijks"], 2), uitleg, norm)]
    if norm["minuten"] is None:
        reden = "De tabel van dit kader voor wekelijkse hulp is nog niet gelezen."
        return [
            Normregel(
                "huis",
                "schoon en leefbaar huis",
                Onbekend(reden, norm["bron"]),
                reden,
                norm["bron"],
                Zekerheid.LAAG,
            )
        ]
    minuten = Fraction(norm["minuten"])
    if deel >= Fraction(95, 100):
        return [_regel("huis", "schoon en leefbaar huis", minuten, "De hulp neemt alles over.", norm)]
    uitleg = (
        f"De hulp doet {float(deel):.0%} van de gebruikelijke keren, de rest doen de inwoner of het netwerk of blijft achterwege. "
        "Naar verhouding gerekend; dat is een eigen rekenregel en geen gepubliceerde norm."
    )
    return [
        Normregel(
            "huis", "schoon en leefbaar huis", minuten * deel, uitleg, str(norm["bron"]), Zekerheid.LAAG
        )
    ]


def _huis_per_werk(kader: Mapping[str, Any], zaak: Huishouden) -> list[Normregel]:
    """The older set: a norm for heavy and one for light work, by the size of the household."""
    soorten = {a.code: a for a in activiteiten()}
    regels = []
    for soort in ("zwaar", "licht"):
        gewoon = sum(a.keer for a in soorten.values() if a.soort == soort)
        gedaan = sum(
            min(i.keer, soorten[code].keer)
            for code, i in zaak.activiteiten.items()
            if code in soorten and soorten[code].soort == soort and i.wie is Wie.HULP
        )
        if not gedaan:
            continue
        norm, maat = kader[soort], "een" if zaak.personen == 1 else "meer"
        zekerheid = Zekerheid(norm[f"zekerheid_{maat}"])
        deel = Fraction(gedaan, gewoon)
        uitleg = f"{soort.capitalize()} werk, huishouden van {zaak.personen}."
        if deel < Fraction(95, 100):
            uitleg += f" De hulp doet {float(deel):.0%} van de gebruikelijke keren; naar verhouding gerekend (eigen rekenregel)."
            zekerheid = Zekerheid.LAAG
        else:
            deel = Fraction(1)
        regels.append(
            Normregel(
                f"huis_{soort}",
                f"{soort} huishoudelijk werk",
                norm[maat] * deel,
                uitleg,
                str(norm["bron"]),
                zekerheid,
            )
        )
    return regels


def _gebieden(kader: Mapping[str, Any], zaak: Huishouden) -> list[Normregel]:
    regels = []
    for code, keer in zaak.gebieden.items():
        norm = kader["gebieden"].get(code)
        if norm is None or keer <= 0:
            continue
        if "per_keer" in norm:
            uitleg = f"{keer} keer per week, {norm['per_keer']} minuten per keer."
            regels.append(_regel(code, norm["naam"], Fraction(norm["per_keer"] * keer), uitleg, norm))
        elif zaak.personen > 1 and "minuten_meer" in norm:
            zeker = {**norm, "zekerheid": norm.get("zekerheid_meer", norm["zekerheid"])}
            regels.append(
                _regel(code, norm["naam"], Fraction(norm["minuten_meer"]), "Per week, meer personen.", zeker)
            )
        else:
            regels.append(_regel(code, norm["naam"], Fraction(norm["minuten"]), "Per week.", norm))
    return regels


def _factoren(kader: Mapping[str, Any], zaak: Huishouden) -> list[Normregel]:
    regels = []
    for code, aantal in zaak.factoren.items():
        norm = kader["factoren"].get(code)
        if norm is None or aantal <= 0:
            continue
        if norm["minuten"] is None:
            reden = f"Hoeveel {norm['naam']} scheelt, staat niet in wat wij konden lezen."
            regels.append(
                Normregel(
                    code, norm["naam"], Onbekend(reden, norm["bron"]), reden, norm["bron"], Zekerheid.LAAG
                )
            )
        else:
            uitleg = f"{norm['minuten']:+d} minuten per week" + (f", {aantal} keer." if aantal > 1 else ".")
            regels.append(_regel(code, norm["naam"], Fraction(norm["minuten"] * aantal), uitleg, norm))
    return regels


def _regel(code: str, naam: str, minuten: Fraction, uitleg: str, norm: Mapping[str, Any]) -> Normregel:
    return Normregel(code, naam, minuten, uitleg, str(norm["bron"]), Zekerheid(norm["zekerheid"]))


@cache
def _gegevens() -> Mapping[str, Any]:
    return lees_gegevens("normen_huishouden")


def _kader(sleutel: str) -> Mapping[str, Any]:
    for kader in _gegevens()["kaders"]:
        if kader["sleutel"] == sleutel:
            gevonden: Mapping[str, Any] = kader
            return gevonden
    raise KaderOnbekend(f"Er is geen normenkader {sleutel}. Wel: {', '.join(kaders())}.")
