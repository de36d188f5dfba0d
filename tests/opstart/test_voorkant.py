"""Files of others: copied with their licence, replaced when the lock changes, and a failed fetch leaves the old ones."""

from pathlib import Path

import pytest

from wijkspil.opstart import voorkant
from wijkspil.opstart.fouten import OpstartFout


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stand in for the registry, which tests may not reach: lay down the files that npm would, and keep count."""
    keren: list[Path] = []

    def leg_neer(werkmap: Path) -> None:
        keren.append(werkmap)
        for bron in voorkant.BESTANDEN.values():
            bestand = werkmap / "node_modules" / bron
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_text(f"inhoud van {bron}\n//# sourceMappingURL=weg.js.map")

    monkeypatch.setattr(voorkant, "_npm_ci", leg_neer)
    return keren


def test_de_bestanden_komen_een_keer_en_met_hun_licentie(tmp_path: Path, npm: list[Path]) -> None:
    doel = tmp_path / "static" / "vendor"
    assert voorkant.haal_op(doel) is True
    assert voorkant.haal_op(doel) is False
    assert len(npm) == 1
    assert {b.relative_to(doel).as_posix() for b in doel.rglob("*") if b.is_file()} == {
        *voorkant.BESTANDEN,
        "versie",
    }
    assert [b.name for b in doel.parent.iterdir()] == ["vendor"]


def test_elk_pakket_brengt_zijn_licentie_mee() -> None:
    pakketten = {
        bron.rsplit("/dist/")[0].rsplit("/files/")[0].rsplit("/LICENSE")[0]
        for bron in voorkant.BESTANDEN.values()
    }
    met_licentie = {bron.rsplit("/LICENSE")[0] for bron in voorkant.BESTANDEN.values() if "/LICENSE" in bron}
    assert pakketten == met_licentie


def test_een_script_wijst_niet_naar_een_bestand_dat_er_niet_is(tmp_path: Path, npm: list[Path]) -> None:
    voorkant.haal_op(tmp_path / "vendor")
    assert "sourceMappingURL" not in (tmp_path / "vendor" / "leaflet" / "leaflet.js").read_text()


def test_na_een_andere_lijst_wordt_opnieuw_opgehaald(
    tmp_path: Path, npm: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "vendor"
    voorkant.haal_op(doel)
    kort = {naam: bron for naam, bron in voorkant.BESTANDEN.items() if not naam.startswith("leaflet")}
    monkeypatch.setattr(voorkant, "BESTANDEN", kort)
    assert voorkant.haal_op(doel) is True
    assert not (doel / "leaflet").exists()


def test_mislukt_ophalen_laat_het_oude_staan(
    tmp_path: Path, npm: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "vendor"
    voorkant.haal_op(doel)
    (doel / "versie").write_text("van gisteren")

    def geen_verbinding(werkmap: Path) -> None:
        voorkant._run(["false"], werkmap)

    monkeypatch.setattr(voorkant, "_npm_ci", geen_verbinding)
    with pytest.raises(OpstartFout, match="verbinding"):
        voorkant.haal_op(doel)
    assert (doel / "utrecht.css").exists()
    assert [b.name for b in tmp_path.iterdir()] == ["vendor"]
