"""A functional administrator lays two ways of working side by side."""

from tests.werkwijzen.papier import LAND_VAN_CUIJK, verander
from wijkspil.werkwijzen import Werkwijze, laad_versie, lees, verschil
from wijkspil.werkwijzen.__main__ import main

CUIJK = laad_versie("land-van-cuijk@2026-01-01")
ALPHEN = laad_versie("alphen@2026-01-01")


def _verschillen(a: Werkwijze, b: Werkwijze) -> dict[str, tuple[object, object]]:
    return {v.sleutel: (v.a, v.b) for v in verschil(a, b)}


def test_een_werkwijze_verschilt_niet_van_zichzelf() -> None:
    assert verschil(CUIJK, lees(LAND_VAN_CUIJK, "kopie.yaml"), met_herkomst=True) == []


def test_de_assen_verschillen_zoals_de_bronnen_zeggen() -> None:
    gevonden = _verschillen(CUIJK, ALPHEN)
    assert gevonden["assen.bekostiging.keuze"] == ("maandbedrag", "lumpsum")
    assert gevonden["assen.besluitvorm.wanneer"] == ("altijd", "op_verzoek")
    assert gevonden["plan.naam"] == ("Trajectplan", "Ondersteuningsplan")
    assert gevonden["consortium"] == (None, "Tom in de buurt")
    assert gevonden["producten[02T01]"] == (None, "Begeleiding door Tom in de buurt")
    assert gevonden["producten[02A16]"] == ("Individuele begeleiding", None)
    assert not any(sleutel.endswith((".bron", ".zekerheid")) for sleutel in gevonden)


def test_omgekeerd_is_het_spiegelbeeld() -> None:
    heen, terug = _verschillen(CUIJK, ALPHEN), _verschillen(ALPHEN, CUIJK)
    assert terug == {sleutel: (b, a) for sleutel, (a, b) in heen.items()}


def test_een_kleine_wijziging_is_een_klein_verschil() -> None:
    nieuw = verander(LAND_VAN_CUIJK, "bedrag: 395.00", "bedrag: 401.50")
    nieuw = verander(nieuw, "evaluatie_maanden: 12", "evaluatie_maanden: 9")
    gevonden = _verschillen(CUIJK, lees(nieuw, "kopie.yaml"))
    assert list(gevonden) == ["producten[01A05].tarieven[#1].bedrag", "producten[01A05].evaluatie_maanden"]
    assert gevonden["producten[01A05].evaluatie_maanden"] == (12, 9)


def test_een_andere_volgorde_is_geen_verschil() -> None:
    eerste = "    - {sleutel: balie, label: Aan de balie}\n"
    tweede = "    - {sleutel: telefoon, label: Telefoon}\n"
    om = lees(verander(LAND_VAN_CUIJK, eerste + tweede, tweede + eerste), "kopie.yaml")
    assert om.kanalen != CUIJK.kanalen
    assert verschil(CUIJK, om) == []


def test_op_de_commandoregel_is_hetzelfde_te_zien(capsys) -> None:  # type: ignore[no-untyped-def]
    assert main(["verschil", CUIJK.sleutel, ALPHEN.sleutel]) == 0
    uit = capsys.readouterr().out
    assert "assen.levering.keuze\n    land-van-cuijk@2026-01-01: gecontracteerd\n" in uit
    assert "consortium\n    land-van-cuijk@2026-01-01: (staat er niet)" in uit


def test_de_commandoregel_controleert_en_zegt_wat_er_mis_is(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    goed, kapot = tmp_path / "goed.yaml", tmp_path / "kapot.yaml"
    goed.write_text(LAND_VAN_CUIJK, encoding="utf-8")
    kapot.write_text(verander(LAND_VAN_CUIJK, "keuze: maandbedrag", "keuze: gratis"), encoding="utf-8")
    assert main(["controleer", str(goed)]) == 0
    assert "in orde" in capsys.readouterr().out
    assert main(["controleer", str(goed), str(kapot)]) == 1
    assert "assen.bekostiging.keuze" in capsys.readouterr().out
    assert main(["controleer", str(tmp_path / "weg.yaml")]) == 2
    assert main(["verschil", "boxtel@2026-01-01", CUIJK.sleutel]) == 2
    assert main(["help"]) == 2
    assert "controleer <bestand.yaml>" in capsys.readouterr().out
