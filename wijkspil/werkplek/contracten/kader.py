"""The money frame on the pages of contracts: the gauge, from where to warn, and which talks follow. It never holds up help (B9)."""

from wijkspil.aanbieders.models import Contract
from wijkspil.core import klok
from wijkspil.ondersteuning.standen import Contractstand
from wijkspil.werkplek.pagina import Verzoek
from wijkspil.werkwijzen.kast import laad


def waarschuw_vanaf(request: Verzoek) -> int | None:
    """From which share of a money frame this municipality wants to be warned (H21); None when it agreed no frames."""
    inkoop = laad(request.gemeente.werkwijze, klok.vandaag()).inkoop
    return inkoop.waarschuw_bij_percentage if inkoop.kader_per_aanbieder else None


def meter(standen: list[Contractstand]) -> dict[str, int] | None:
    """One gauge over contracts that have a frame, in percents of it: realised, committed, expected; None without a frame.

    Above 100 the scale grows, so that the line of the frame (`grens`) stays visible.
    """
    met = [s for s in standen if s.contract.plafond_cent]
    plafond = sum(s.contract.plafond_cent or 0 for s in met)
    if not plafond:
        return None
    delen = {
        "gedaan": round(100 * sum(s.gerealiseerd for s in met) / plafond),
        "vast": round(100 * sum(s.vastgelegd for s in met) / plafond),
        "verwacht": round(100 * sum(s.verwacht for s in met) / plafond),
    }
    schaal = max(100, *delen.values())
    return {
        **{f"{naam}_breed": round(100 * deel / schaal) for naam, deel in delen.items()},
        **delen,
        "grens": round(100 * 100 / schaal),
        "plafond": plafond,
    }


def vraagt_gesprek(standen: list[Contractstand], vanaf: int | None) -> list[Contractstand]:
    """Contracts that near their frame or are expected to pass it, the fullest first: a talk to have, never a block on help (B9)."""
    vol = [
        s
        for s in standen
        if s.contract.bekostiging != Contract.Bekostiging.LUMPSUM and (s.boven_kader or s.nadert_kader(vanaf))
    ]
    return sorted(vol, key=lambda s: -(s.kader_procent or 0))


def jaar_van(request: Verzoek) -> int:
    gevraagd, nu = request.GET.get("jaar", ""), klok.vandaag().year
    return int(gevraagd) if gevraagd.isdecimal() and 2000 <= int(gevraagd) <= nu + 1 else nu
