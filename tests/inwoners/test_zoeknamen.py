"""Names that sound alike meet; names that don't, don't."""

import pytest

from wijkspil.inwoners.zoeknamen import klanknaam, splits_voorvoegsel, zoeknaam


@pytest.mark.parametrize(
    "gelijk",
    [
        ("Jansen", "Janssen", "Janse", "Jansens"),
        ("Meijer", "Meyer", "Meier", "Maier"),
        ("Schmidt", "Smit", "Smid", "Schmid"),
        ("Kuiper", "Kuijper", "Kuyper"),
        ("Bakker", "Backer", "Baker"),
        ("de Vries", "de Fries"),
        ("Dijkstra", "Dykstra", "Dijckstra"),
        ("Thijssen", "Tijssen", "Tyssen"),
        ("Hendriks", "Hendrix", "Hendrickx"),
        ("Öztürk", "Ozturk"),
    ],
)
def test_namen_die_eender_klinken_komen_samen(gelijk: tuple[str, ...]) -> None:
    assert len({klanknaam(naam) for naam in gelijk}) == 1


@pytest.mark.parametrize(
    ("een", "ander"),
    [("Bakker", "Dekker"), ("Smit", "Smeets"), ("Berg", "Burg"), ("Visser", "Vos"), ("Peters", "Pieters")],
)
def test_verschillende_namen_blijven_verschillend(een: str, ander: str) -> None:
    assert klanknaam(een) != klanknaam(ander)


def test_een_zoeknaam_heeft_alleen_letters() -> None:
    assert zoeknaam("Özdemir-de Vrîes") == "ozdemirdevries"


@pytest.mark.parametrize(
    ("naam", "delen"),
    [
        ("van den Berg", ("van den", "Berg")),
        ("De Wit", ("de", "Wit")),
        ("Berg", ("", "Berg")),
        ("Van", ("", "Van")),
        ("van 't Hoff", ("van 't", "Hoff")),
        ("  ", ("", "")),
    ],
)
def test_het_voorvoegsel_gaat_van_de_naam_af(naam: str, delen: tuple[str, str]) -> None:
    assert splits_voorvoegsel(naam) == delen
