"""Per outcome of a pilot: the plain comparison, and beside it the one that is put straight for how people began."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .dubbel import dubbel_robuust
from .duur import Lijn, duur, kaplan_meier
from .gebieden import Paneel, groei, indexreeksen, liep_gelijk, per_periode, verschil_in_verschil
from .gegevens import Mens
from .gemiddelden import Oordeel, kosten, niet_minder, verschil
from .kansen import Getallen
from .synthetisch import synthetisch
from .uitslag import Reden, Uitslag, niet


@dataclass(frozen=True, slots=True)
class Mensenoordeel:
    """One outcome over people. `recht` is None when nothing was measured before that could put it straight."""

    uitkomst: str
    ruw: Uitslag
    recht: Uitslag | None = None
    tevreden: Oordeel | None = None
    lijnen: tuple[Lijn, Lijn] | None = None


@dataclass(frozen=True, slots=True)
class Gebiedenoordeel:
    """One outcome over areas: growth of both groups, the difference, the mixture, and every period by itself."""

    uitkomst: str
    paneel: Paneel
    index: list[dict[str, Any]]
    groei: dict[str, float | None]
    did: Uitslag
    mengsel: Uitslag
    verloop: list[Uitslag | None]
    gelijk_vooraf: bool | None

    @property
    def hoofd(self) -> Uitslag:
        """The answer to give: areas against areas when there are enough, else the mixture."""
        return self.did if self.did.meetbaar else (self.mengsel if self.mengsel.meetbaar else self.did)


def over_mensen(uitkomst: str, mensen: Sequence[Mens], marge: float) -> Mensenoordeel:
    """Tevredenheid, kosten (in euros) or duur (in days)."""
    match uitkomst:
        case "tevredenheid":
            wie = [m for m in mensen if m.cijfer is not None]
            ruw = _of_geen_meting(verschil(*_twee(wie, "cijfer"), methode="tevredenheid"), mensen)
            return Mensenoordeel(uitkomst, ruw, _recht(wie, "cijfer"), niet_minder(ruw, marge))
        case "kosten":
            wie = [m for m in mensen if m.kosten_cent is not None]
            ruw = _of_geen_meting(kosten(*_twee(wie, "kosten_cent", 100)), mensen)
            return Mensenoordeel(uitkomst, ruw, _recht(wie, "kosten_cent", 100))
        case "duur":
            wie = [m for m in mensen if m.dagen is not None and m.dagen > 0]
            d1, d0 = _twee(wie, "dagen")
            k1, k0 = _twee(wie, "klaar")
            ruw = _of_geen_meting(duur(d1, k1, d0, k0), mensen)
            lijnen = (kaplan_meier(d1, k1), kaplan_meier(d0, k0)) if ruw.meetbaar else None
            return Mensenoordeel(uitkomst, ruw, lijnen=lijnen)
    raise ValueError(f"{uitkomst} is geen uitkomst per mens.")


def over_gebieden(uitkomst: str, paneel: Paneel) -> Gebiedenoordeel:
    """Aantallen cliënten or uitgaven, per area and period."""
    verloop = per_periode(paneel)
    return Gebiedenoordeel(
        uitkomst, paneel, indexreeksen(paneel), groei(paneel), verschil_in_verschil(paneel), synthetisch(paneel), verloop,
        liep_gelijk(verloop, paneel.begin),
    )  # fmt: skip


def _twee(mensen: Sequence[Mens], veld: str, deel_door: float = 1) -> tuple[Getallen, Getallen]:
    return (
        np.array([getattr(m, veld) / deel_door for m in mensen if m.proef], dtype=float),
        np.array([getattr(m, veld) / deel_door for m in mensen if not m.proef], dtype=float),
    )


def _of_geen_meting(uitslag: Uitslag, mensen: Sequence[Mens]) -> Uitslag:
    """Where there are people but nobody has the measurement, that is the reason."""
    groep = sum(m.proef for m in mensen)
    if groep and uitslag.aantal_proef == 0:
        return niet(
            uitslag.methode, Reden.GEEN_METING, 0, uitslag.aantal_vergelijk, aannames=uitslag.aannames
        )
    return uitslag


def _recht(mensen: Sequence[Mens], veld: str, deel_door: float = 1) -> Uitslag | None:
    """Put straight for self-sufficiency at the beginning and the day on which the help began; None when those are unknown."""
    bekend = [m for m in mensen if m.zrm is not None and m.begonnen is not None]
    if len(bekend) < 0.8 * len(mensen) or not bekend:
        return None
    y = np.array([getattr(m, veld) / deel_door for m in bekend], dtype=float)
    x = np.array([[m.zrm, m.begonnen.toordinal() if m.begonnen else 0] for m in bekend], dtype=float)
    return dubbel_robuust(y, np.array([m.proef for m in bekend], dtype=float), x)
