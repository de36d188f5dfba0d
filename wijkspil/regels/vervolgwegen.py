"""Ways on beside ordinary help: what each must hold before it may begin, and what follows from a date of birth or a change of law.

Doing nothing on purpose (J5), resting with a right of return (B34, C13), from youth to adult (B33, C11), from Wmo to Wlz
(J3, B23) and from crisis to ordinary help (J3). Nothing here decides: it says what is known, what is not, and what to ask.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.parameters import Onbekend, Zekerheid, lees_gegevens

VOLWASSEN = 18
ALERT_MAANDEN = 18
"""From sixteen and a half a young person stands on the list (B33)."""


@dataclass(frozen=True)
class Overgangsmoment:
    """A moment before (or on) the eighteenth birthday, with what must be ready."""

    op: date
    wat: str
    bron: str
    zekerheid: Zekerheid


@dataclass(frozen=True)
class Brug:
    """What there is for an adult in place of a youth product; without `wmo` categories there is a gap."""

    jeugd: str
    naam: str
    wmo: tuple[str, ...]
    past: str
    let_op: str
    bron: str
    zekerheid: Zekerheid

    @property
    def is_gat(self) -> bool:
        return not self.wmo


def achttien_op(geboren: date) -> date:
    """The eighteenth birthday; who was born on 29 February becomes eighteen on 1 March."""
    try:
        return geboren.replace(year=geboren.year + VOLWASSEN)
    except ValueError:
        return date(geboren.year + VOLWASSEN, 3, 1)


def alert_vanaf(geboren: date) -> date:
    """The day on which somebody is sixteen and a half."""
    return plus_maanden(achttien_op(geboren), -ALERT_MAANDEN)


def overgangsmomenten(geboren: date) -> tuple[Overgangsmoment, ...]:
    """Every moment up to the birthday, in order."""
    verjaardag = achttien_op(geboren)
    return tuple(
        Overgangsmoment(
            plus_maanden(verjaardag, -rij["maanden_voor_18"]),
            rij["wat"],
            rij["bron"],
            Zekerheid(rij["zekerheid"]),
        )
        for rij in lees_gegevens("overgang_18")["momenten"]
    )


@cache
def bruggen() -> Mapping[str, Brug]:
    """The product bridge, by the word for the youth product."""
    return {
        rij["jeugd"]: Brug(**{**rij, "wmo": tuple(rij["wmo"]), "zekerheid": Zekerheid(rij["zekerheid"])})
        for rij in lees_gegevens("overgang_18")["brug"]
    }


class Blijft(StrEnum):
    """Whether the same provider can go on after a change."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Continuiteit:
    """What a change means for who comes to the door."""

    blijft: tuple[str, ...]
    wisselt: tuple[str, ...]
    onbekend: tuple[str, ...]

    @property
    def bekend(self) -> bool:
        return not self.onbekend

    @property
    def vraagt_reden(self) -> bool:
        """Somebody would have to change helper: that is a choice to explain, not a side effect (J3)."""
        return bool(self.wisselt)


def continuiteit(aanbieders: Mapping[str, str]) -> Continuiteit:
    """Sort providers by whether they can go on."""
    per: dict[Blijft, list[str]] = {blijft: [] for blijft in Blijft}
    for naam, antwoord in aanbieders.items():
        per[Blijft(antwoord or Blijft.ONBEKEND)].append(naam)
    return Continuiteit(*(tuple(per[b]) for b in (Blijft.JA, Blijft.NEE, Blijft.ONBEKEND)))


@dataclass(frozen=True)
class Bijdrageverschil:
    """What somebody pays now and would pay under the Wlz, per month; an unknown side leaves the difference open."""

    nu: Bedrag | Onbekend
    straks_cent: int | None
    straks_bron: str

    @property
    def verschil_cent(self) -> int | None:
        """More (positive) or less (negative) per month; None when one of the two is not known."""
        if isinstance(self.nu, Onbekend) or self.straks_cent is None:
            return None
        return self.straks_cent - self.nu.cent


WLZ_ONBEKEND = Onbekend(
    "De bijdrage voor de Wlz hangt af van inkomen, vermogen en hoe iemand woont. Wijkspil vraagt dat niet. "
    "Reken het samen uit met de rekenhulp van het CAK en vul het bedrag hier in.",
    "Besluit langdurige zorg; het CAK rekent",
    Zekerheid.MIDDEN,
)


def ontbreekt(
    soort: str, *, reden: str, feiten: Mapping[str, object], vandaag: date, doeldag: date
) -> list[str]:
    """What is still missing before a way on may begin, one sentence each; empty means that it may."""
    mist = []
    if not reden.strip():
        mist.append("Schrijf op waarom dit nu de beste weg is, zo dat een ander het ook begrijpt.")
    if doeldag <= vandaag:
        mist.append("Kies een dag die nog komt; dan wordt het niet vergeten.")
    eigen: Mapping[str, Sequence[tuple[str, str]]] = {
        "niets_doen": (("besproken", "Bespreek het met de inwoner en leg vast dat u dat deed."),),
        "rust": (("wat_rust", "Schrijf op welke hulp rust en waarnaar iemand kan terugkeren."),),
        "naar_18": (
            (
                "jeugdhulp",
                "Kies welke jeugdhulp er nu is; daaruit volgt wat er na de achttiende verjaardag kan.",
            ),
        ),
        "naar_wlz": (
            ("aanbieders", "Vraag bij elke aanbieder of die onder de Wlz kan blijven; “onbekend” mag."),
        ),
        "na_crisis": (("aanbieders", "Leg vast wie in de crisis hielp en of die kan blijven."),),
    }
    mist += [zin for veld, zin in eigen[soort] if not feiten.get(veld)]
    if soort in ("naar_wlz", "na_crisis"):
        stand = continuiteit({str(k): str(v) for k, v in dict(feiten.get("aanbieders") or {}).items()})  # type: ignore[call-overload]
        if stand.vraagt_reden and not str(feiten.get("reden_wissel") or "").strip():
            mist.append(
                f"{', '.join(stand.wisselt)} kan niet blijven. Schrijf op waarom wisselen toch moet en hoe het warm gaat."
            )
    return mist
