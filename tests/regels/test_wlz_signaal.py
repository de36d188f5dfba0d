"""The early Wlz signal: what counts, what doesn't, and that unknown is never a reason."""

import pytest

from wijkspil.regels.wlz_signaal import Bekend, weeg

NIETS = {"leeftijd": None, "opgeschaald": 0, "zrm": {}, "verblijf": 0, "verpleging": 0, "soorten_hulp": 1}


@pytest.mark.parametrize(
    ("feiten", "punten", "spreek"),
    [
        ({}, 0, False),
        ({"leeftijd": 79}, 0, False),
        ({"leeftijd": 80}, 1, False),
        ({"leeftijd": 91, "opgeschaald": 1}, 2, False),
        ({"leeftijd": 91, "opgeschaald": 2}, 3, True),
        ({"zrm": {"basale_adl": 2, "instrumentele_adl": 1}, "verpleging": 1}, 3, True),
        ({"zrm": {"basale_adl": 2, "financien": 1, "justitie": 1}}, 0, False),
        ({"verblijf": 1, "soorten_hulp": 3, "verpleging": 1}, 3, True),
    ],
)
def test_de_punten(feiten: dict[str, object], punten: int, spreek: bool) -> None:
    uitkomst = weeg(Bekend(**(NIETS | feiten)))  # type: ignore[arg-type]
    assert (uitkomst.punten, uitkomst.spreek) == (punten, spreek)
    assert uitkomst.zekerheid == "laag" and uitkomst.bron


def test_elke_reden_is_een_zin_met_het_getal_erin() -> None:
    uitkomst = weeg(Bekend(84, 3, {"basale_adl": 1, "lichamelijke_gezondheid": 2}, 1, 1, 4))
    zinnen = [r.zin for r in uitkomst.redenen]
    assert zinnen[0] == "Is 84 jaar; wij kijken vanaf 80."
    assert "3 keer zwaarder" in zinnen[1] and all(z.endswith(".") and "{" not in z for z in zinnen)
