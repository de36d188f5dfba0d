"""The paper of these tests: the shipped files as text, and a pair of scissors."""

from wijkspil.werkwijzen.kast import BESTANDEN

LAND_VAN_CUIJK = (BESTANDEN / "land-van-cuijk" / "2026-01-01.yaml").read_text(encoding="utf-8")
ALPHEN = (BESTANDEN / "alphen" / "2026-01-01.yaml").read_text(encoding="utf-8")


def verander(tekst: str, oud: str, nieuw: str) -> str:
    """Replace the first place where `oud` stands; a test that changes nothing would prove nothing."""
    assert oud in tekst, f"{oud!r} staat niet meer in het bestand"
    return tekst.replace(oud, nieuw, 1)


def regel_van(tekst: str, stuk: str) -> int:
    """Give the line, counted from 1, of the first place where `stuk` stands."""
    return tekst[: tekst.index(stuk)].count("\n") + 1
