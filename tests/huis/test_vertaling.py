"""Dutch is the source of every page; English is complete beside it."""

from wijkspil.opstart.vertaal import ontbrekend


def test_elke_tekst_heeft_een_engelse_vertaling() -> None:
    assert ontbrekend() == {"en": []}, "run `wijkspil vertaal` and translate what is new in locale/en"
