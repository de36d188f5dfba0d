"""A question keeps the version it began under, and each day has one version that holds."""

from datetime import date
from pathlib import Path

import pytest

from tests.werkwijzen.papier import ALPHEN, verander
from wijkspil.werkwijzen import Kast, WerkwijzeNietGevonden, WerkwijzeOngeldig, alle, laad, laad_versie

SLUG = "alphen"


@pytest.fixture
def kast(tmp_path: Path) -> Kast:
    """A shelf on which Alphen changed the name of its plan halfway the year and stopped at the end of 2027."""
    map_ = tmp_path / SLUG
    map_.mkdir()
    (map_ / "2026-01-01.yaml").write_text(ALPHEN, encoding="utf-8")
    nieuw = verander(ALPHEN, "geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-07-01\ngeldig_tot: 2027-12-31")
    nieuw = verander(nieuw, "naam: Ondersteuningsplan", "naam: Samenplan")
    (map_ / "2026-07-01.yaml").write_text(nieuw, encoding="utf-8")
    return Kast(tmp_path)


@pytest.mark.parametrize(
    ("dag", "plan"),
    [
        (date(2026, 1, 1), "Ondersteuningsplan"),
        (date(2026, 6, 30), "Ondersteuningsplan"),
        (date(2026, 7, 1), "Samenplan"),
        (date(2027, 12, 31), "Samenplan"),
    ],
)
def test_elke_dag_heeft_een_versie(kast: Kast, dag: date, plan: str) -> None:
    assert kast.laad(SLUG, dag).plan.naam == plan


@pytest.mark.parametrize("dag", [date(2025, 12, 31), date(2028, 1, 1)])
def test_voor_de_eerste_en_na_de_laatste_dag_geldt_niets(kast: Kast, dag: date) -> None:
    with pytest.raises(WerkwijzeNietGevonden, match="2026-01-01, 2026-07-01"):
        kast.laad(SLUG, dag)


def test_een_vraag_vindt_de_versie_terug_waaronder_zij_begon(kast: Kast) -> None:
    bij_begin = kast.laad(SLUG, date(2026, 3, 1)).sleutel
    assert bij_begin == "alphen@2026-01-01"
    assert kast.laad_versie(bij_begin).plan.naam == "Ondersteuningsplan"
    assert kast.laad_versie("alphen@2026-07-01").plan.naam == "Samenplan"


@pytest.mark.parametrize(
    "sleutel",
    ["", "alphen", "alphen@", "alphen@morgen", "alphen@2026-02-02",
     "boxtel@2026-01-01", "../alphen@2026-01-01", "/etc@2026-01-01", "@2026-01-01"],
)  # fmt: skip
def test_een_versie_die_er_niet_is_wordt_netjes_geweigerd(kast: Kast, sleutel: str) -> None:
    with pytest.raises(WerkwijzeNietGevonden):
        kast.laad_versie(sleutel)


def test_een_kapot_bestand_gaat_niet_in_bedrijf(kast: Kast, tmp_path: Path) -> None:
    kapot = verander(ALPHEN, "geldig_vanaf: 2026-01-01", "geldig_vanaf: 2027-01-01")
    kapot = verander(kapot, "keuze: lumpsum", "keuze: zakgeld")
    (tmp_path / SLUG / "2027-01-01.yaml").write_text(kapot, encoding="utf-8")
    with pytest.raises(WerkwijzeOngeldig, match=r"regel \d+, assen.bekostiging.keuze: `zakgeld`"):
        kast.laad(SLUG, date(2027, 2, 1))
    assert kast.laad(SLUG, date(2026, 12, 31)).plan.naam == "Samenplan", "de oude versie werkt gewoon door"


def test_lezen_gebeurt_een_keer() -> None:
    assert laad("land-van-cuijk", date(2026, 3, 1)) is laad_versie("land-van-cuijk@2026-01-01")


def test_alle_geeft_elke_gemeente_en_elke_versie(kast: Kast) -> None:
    assert [w.sleutel for w in kast.alle()] == [
        "alphen@2026-01-01",
        "alphen@2026-07-01",
    ]
    assert {w.slug for w in alle()} >= {"alphen", "land-van-cuijk"}


def test_niemand_verandert_een_werkwijze_onderweg() -> None:
    werkwijze = laad_versie("land-van-cuijk@2026-01-01")
    with pytest.raises(ValueError, match="frozen"):
        werkwijze.versie = "2.0"
    assert hash(werkwijze) == hash(werkwijze.model_copy())
