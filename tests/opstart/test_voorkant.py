"""Files of others: copied with their licence, replaced when the lock changes, and a failed fetch leaves the old ones."""

import re
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


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """Our own static folder: one page style that uses one token, and the list of components."""
    (tmp_path / "static" / "css").mkdir(parents=True)
    (tmp_path / "static" / "css" / "eigen.css").write_text("main { color: var(--basis-kleur) }")
    (tmp_path / "static" / "gebruikte_componenten.txt").write_text("# wat wij gebruiken\nbutton\n")
    return tmp_path / "static"


def test_de_bestanden_komen_een_keer_en_met_hun_licentie(
    tmp_path: Path, static: Path, npm: list[Path]
) -> None:
    doel = static / "vendor"
    assert voorkant.zet_klaar(tmp_path / "opslag", doel) is True
    assert voorkant.zet_klaar(tmp_path / "opslag", doel) is False
    assert len(npm) == 1
    assert {b.relative_to(doel).as_posix() for b in doel.rglob("*") if b.is_file()} == {
        *voorkant.BESTANDEN,
        "versie",
    }
    assert {b.name for b in static.iterdir()} == {"css", "gebruikte_componenten.txt", "vendor"}


def test_elk_pakket_brengt_zijn_licentie_mee() -> None:
    bronnen = voorkant.BESTANDEN.values()
    pakketten = {re.split(r"/(?:dist|files|LICENSE)", bron)[0] for bron in bronnen}
    assert pakketten == {bron.rsplit("/LICENSE")[0] for bron in bronnen if "/LICENSE" in bron}


def test_een_script_wijst_niet_naar_een_bestand_dat_er_niet_is(tmp_path: Path, npm: list[Path]) -> None:
    voorkant.haal_op(tmp_path / "opslag")
    assert "sourceMappingURL" not in (tmp_path / "opslag" / "leaflet" / "leaflet.js").read_text()


def test_een_nieuw_onderdeel_vraagt_geen_netwerk(tmp_path: Path, static: Path, npm: list[Path]) -> None:
    voorkant.zet_klaar(tmp_path / "opslag", static / "vendor")
    (static / "gebruikte_componenten.txt").write_text("button\ntable\n")
    assert voorkant.zet_klaar(tmp_path / "opslag", static / "vendor") is True
    assert len(npm) == 1


def test_na_een_andere_lijst_wordt_opnieuw_opgehaald(
    tmp_path: Path, static: Path, npm: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    voorkant.zet_klaar(tmp_path / "opslag", static / "vendor")
    kort = {naam: bron for naam, bron in voorkant.BESTANDEN.items() if not naam.startswith("leaflet")}
    monkeypatch.setattr(voorkant, "BESTANDEN", kort)
    assert voorkant.zet_klaar(tmp_path / "opslag", static / "vendor") is True
    assert not (static / "vendor" / "leaflet").exists()


def test_mislukt_ophalen_laat_het_oude_staan(
    tmp_path: Path, static: Path, npm: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = static / "vendor"
    voorkant.zet_klaar(tmp_path / "opslag", doel)
    (tmp_path / "opslag" / "versie").write_text("van gisteren")
    monkeypatch.setattr(voorkant, "_npm_ci", lambda werkmap: voorkant._run(["false"], werkmap))
    with pytest.raises(OpstartFout, match="verbinding"):
        voorkant.zet_klaar(tmp_path / "opslag", doel)
    assert (doel / "utrecht.css").exists()
    assert (tmp_path / "opslag" / "utrecht.css").exists()
    assert {b.name for b in tmp_path.iterdir()} == {"opslag", "static"}
