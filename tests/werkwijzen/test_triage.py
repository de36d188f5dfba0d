"""The phone rings: how soon must somebody act?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.werkwijzen import Triage, alle, laad_versie

CUIJK = laad_versie("land-van-cuijk@2026-01-01").triage


@pytest.mark.parametrize(
    ("met_ja", "niveau", "uren"),
    [
        ([], "gewoon", None),
        (["kinderen"], "gewoon", None),
        (["mantelzorger-op"], "voorrang", 168),
        (["mantelzorger-op", "alleen"], "spoed", 48),
        (["zorg-valt-weg", "mantelzorger-op"], "crisis", 4),
        (["onveilig"], "crisis", 4),
        (["onveilig", "onveilig"], "crisis", 4),
    ],
)
def test_antwoorden_geven_een_urgentie_met_een_eigen_klok(
    met_ja: list[str], niveau: str, uren: int | None
) -> None:
    gevonden = CUIJK.niveau(met_ja)
    assert (gevonden.sleutel, gevonden.klok_uren) == (niveau, uren)


def test_dezelfde_ja_telt_niet_dubbel() -> None:
    assert CUIJK.punten(["kinderen", "kinderen"]) == CUIJK.punten(["kinderen"]) == 3


def test_een_vraag_uit_een_andere_versie_telt_niet_stil_mee() -> None:
    with pytest.raises(KeyError, match="schulden"):
        CUIJK.niveau(["schulden"])


def _triages() -> list[Triage]:
    return [werkwijze.triage for werkwijze in alle()]


@given(st.sampled_from(_triages()), st.data())
def test_een_extra_ja_maakt_een_vraag_nooit_minder_dringend(triage: Triage, data: st.DataObject) -> None:
    sleutels = [vraag.sleutel for vraag in triage.vragen]
    eerst = data.draw(st.sets(st.sampled_from(sleutels)))
    erbij = data.draw(st.sampled_from(sleutels))
    assert triage.niveau(eerst | {erbij}).vanaf_punten >= triage.niveau(eerst).vanaf_punten
