"""How the invented providers behave: by default lifelike; a person can tell one of them to be late, wrong, doubled or out of order.

    .venv/bin/wijkspil gedrag GEMEENTE 42990003 --laat 1 --dubbel 0.5
    .venv/bin/wijkspil gedrag GEMEENTE                  # what is set now

The settings lie in the folder of the exchange (`gedrag.json`), beside the providers' own memory: they are not ours.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

KANSEN = ("dubbel", "kwijt", "laat", "door_elkaar", "fout", "fout_in_declaratie", "stil", "vraagt")
BESTAND = "gedrag.json"


@dataclass(frozen=True, slots=True)
class Gedrag:
    """How a provider is: chances between 0 and 1, delays in days.

    `dubbel`: sends it twice. `kwijt`: it never arrives. `laat`: it arrives `laat_dagen` later. `door_elkaar`: what is sent together
    arrives in another order. `fout`: the message breaks the standard. `fout_in_declaratie`: claims too much. `stil`: gives no
    return message. `vraagt`: asks for a change, once per order.
    """

    dubbel: float = 0.0
    kwijt: float = 0.0
    laat: float = 0.0
    laat_dagen: int = 6
    door_elkaar: float = 0.0
    fout: float = 0.0
    fout_in_declaratie: float = 0.0
    stil: float = 0.0
    vraagt: float = 0.0
    start_na: tuple[int, int] = (1, 12)


@dataclass(frozen=True, slots=True)
class Gedragingen:
    """The behaviour of all providers, and of those that were told something else."""

    gewoon: Gedrag
    apart: dict[str, Gedrag]

    def van(self, agb: str) -> Gedrag:
        return self.apart.get(agb, self.gewoon)


def lees(map_: Path, gewoon: Gedrag) -> Gedragingen:
    """What was set for the providers of one municipality. A setting that we don't know raises ValueError that says which ones there are."""
    pad = map_ / BESTAND
    if not pad.exists():
        return Gedragingen(gewoon, {})
    per_agb = json.loads(pad.read_text(encoding="utf-8"))
    return Gedragingen(gewoon, {agb: zet(gewoon, velden) for agb, velden in per_agb.items()})


def zet(gewoon: Gedrag, velden: dict[str, float]) -> Gedrag:
    """The ordinary behaviour with some of it changed."""
    bekend = {veld.name for veld in fields(Gedrag)} - {"start_na"}
    vreemd = sorted(set(velden) - bekend)
    if vreemd:
        raise ValueError(f"Onbekend gedrag: {', '.join(vreemd)}. Kies uit {', '.join(sorted(bekend))}.")
    for naam in KANSEN:
        if not 0 <= velden.get(naam, 0) <= 1:
            raise ValueError(f"{naam} is een kans tussen 0 (nooit) en 1 (altijd).")
    if velden.get("laat_dagen", 0) < 0:
        raise ValueError("laat_dagen is 0 of meer dagen.")
    anders = {naam: int(w) if naam == "laat_dagen" else float(w) for naam, w in velden.items()}
    return replace(gewoon, **anders)  # type: ignore[arg-type]


def schrijf(map_: Path, agb: str, velden: dict[str, float] | None) -> dict[str, dict[str, float]]:
    """Keep the settings of one provider; None makes it ordinary again. Gives everything that is set now."""
    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / BESTAND
    alle: dict[str, dict[str, float]] = json.loads(pad.read_text(encoding="utf-8")) if pad.exists() else {}
    if velden is None:
        alle.pop(agb, None)
    else:
        zet(Gedrag(), velden)
        alle[agb] = velden
    pad.write_text(json.dumps(alle, indent=1, sort_keys=True), encoding="utf-8")
    return alle


def in_woorden(gedrag: Gedrag) -> str:
    """Only what isn't nought."""
    delen = [f"{naam} {waarde:g}" for naam, waarde in asdict(gedrag).items() if naam in KANSEN and waarde]
    return ", ".join(delen) or "doet alles goed en op tijd"
