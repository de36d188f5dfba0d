"""A forecast that can be counted along: of those that were still open, so many ended too late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.regels.wachttijd import deel_binnen, mediaan, verwacht


@pytest.mark.parametrize(
    ("duren", "deel", "dagen"),
    [
        ([], 0.5, None),
        ([4], 0.8, 4),
        ([1, 2, 3, 4], 0.5, 2),
        ([5, 1, 3, 2, 4], 0.8, 4),
        (list(range(1, 11)), 0.8, 8),
    ],
)
def test_binnen_zoveel_dagen_is_dit_deel_klaar(duren: list[int], deel: float, dagen: int | None) -> None:
    assert deel_binnen(duren, deel) == dagen


def test_alleen_vragen_die_toen_ook_nog_open_waren_tellen() -> None:
    duren = [5] * 50 + [30] * 12 + [50] * 8
    verwachting = verwacht(duren, dagen_open=20, termijn_dagen=42)
    assert (verwachting.vergelijkbaar, verwachting.te_laat, verwachting.nog) == (20, 8, 10)
    assert verwachting.kans == pytest.approx(0.4)


def test_te_weinig_om_iets_te_zeggen() -> None:
    assert verwacht([30] * 9, dagen_open=20, termijn_dagen=25).kans is None


@given(st.lists(st.integers(0, 400), min_size=1), st.floats(0.01, 1))
def test_minstens_dat_deel_was_dan_klaar(duren: list[int], deel: float) -> None:
    grens = deel_binnen(duren, deel)
    assert grens is not None and sum(d <= grens for d in duren) >= deel * len(duren) - 0.01
    assert mediaan(duren) in duren


@given(st.lists(st.integers(0, 400)), st.integers(0, 100), st.integers(0, 100))
def test_wie_langer_de_tijd_heeft_is_niet_vaker_te_laat(duren: list[int], open_: int, termijn: int) -> None:
    kort = verwacht(duren, dagen_open=open_, termijn_dagen=termijn)
    lang = verwacht(duren, dagen_open=open_, termijn_dagen=termijn + 10)
    assert lang.te_laat <= kort.te_laat <= kort.vergelijkbaar
