"""Changing one value leaves every other letter of the file where it was."""

from typing import Any

import pytest

from tests.werkwijzen.papier import ALPHEN, LAND_VAN_CUIJK
from wijkspil.werkwijzen.bewerken import PastNiet, delen, vervang_deel, waarde_op, zet
from wijkspil.werkwijzen.controle import controleer
from wijkspil.werkwijzen.lezen import lees_yaml


def _bladen(waarde: Any, pad: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(waarde, dict):
        return [b for sleutel, deel in waarde.items() for b in _bladen(deel, (*pad, sleutel))]
    if isinstance(waarde, list):
        return [b for plek, deel in enumerate(waarde) for b in _bladen(deel, (*pad, plek))]
    return [pad]


def _met(inhoud: Any, pad: tuple[Any, ...], nieuw: object) -> Any:
    if not pad:
        return nieuw
    if isinstance(inhoud, list):
        return [_met(deel, pad[1:], nieuw) if plek == pad[0] else deel for plek, deel in enumerate(inhoud)]
    return {**(inhoud or {}), pad[0]: _met((inhoud or {}).get(pad[0]), pad[1:], nieuw)}


@pytest.mark.parametrize("tekst", [LAND_VAN_CUIJK, ALPHEN], ids=["land-van-cuijk", "alphen"])
def test_elke_waarde_in_het_bestand_kan_anders_en_de_rest_blijft(tekst: str) -> None:
    inhoud = lees_yaml(tekst).inhoud
    bladen = [pad for pad in _bladen(inhoud) if not isinstance(pad[-1], int)]
    assert len(bladen) > 250
    for pad in bladen[::31]:
        nieuw = zet(tekst, pad, "Iets anders: met komma, en #teken")
        assert lees_yaml(nieuw).inhoud == _met(inhoud, pad, "Iets anders: met komma, en #teken"), pad
        assert abs(nieuw.count("\n") - tekst.count("\n")) <= 6, pad


@pytest.mark.parametrize(
    ("waarde", "geschreven"),
    [
        (12, "12"), (True, "ja"), ("gewoon", "gewoon"), ("12", '"12"'), ("0484", "0484"), ("ja", "ja"), ("a: b", '"a: b"'),
        ("#nee", '"#nee"'), ("", '""'), ("null", '"null"'), ("een\ntwee", '"een\\ntwee"'), ("2026-01-01", '"2026-01-01"'),
    ],
)  # fmt: skip
def test_een_waarde_staat_er_zo_gewoon_als_kan(waarde: Any, geschreven: str) -> None:
    assert zet("a: 1\nb: x # waarom\n", ("b",), waarde) == f"a: 1\nb: {geschreven} # waarom\n"


def test_een_sleutel_die_er_nog_niet_is_komt_voor_de_bron() -> None:
    tekst = "blok:\n  - naam: een\n    bron: hier\n    zekerheid: laag\nander: {x: 1}\n"
    assert zet(tekst, ("blok", 0, "maanden"), 6) == (
        "blok:\n  - naam: een\n    maanden: 6\n    bron: hier\n    zekerheid: laag\nander: {x: 1}\n"
    )
    assert zet(tekst, ("ander", "y"), "z").endswith("ander: {x: 1, y: z}\n")
    assert zet(tekst, ("ander", "diep", "y"), {"a": 1, "b": "c"}).endswith(
        "ander: {x: 1, diep: {y: {a: 1, b: c}}}\n"
    )


def test_weghalen_laat_geen_leeg_blok_achter() -> None:
    tekst = "a: 1\nafwijkend:\n  besluit: {wanneer: nooit, bron: x}\nbron: y\n"
    assert (
        zet(tekst, ("afwijkend", "besluit", "wanneer"), None)
        == "a: 1\nafwijkend:\n  besluit: {bron: x}\nbron: y\n"
    )
    assert zet(tekst, ("afwijkend", "besluit"), None) == "a: 1\nbron: y\n"
    assert zet(tekst, ("bron",), None) == "a: 1\nafwijkend:\n  besluit: {wanneer: nooit, bron: x}\n"
    assert zet(tekst, ("bestaat", "niet"), None) == tekst
    assert zet("x: {a: 1, b: 2}\n", ("x", "b"), None) == "x: {a: 1}\n"
    assert zet("x: {a: 1, b: 2}\n", ("x", "a"), None) == "x: {b: 2}\n"


def test_leeg_wordt_gevuld() -> None:
    assert zet("a:\nb: 1\n", ("a",), "x") == "a: x\nb: 1\n"
    assert waarde_op(lees_yaml("a:\n  - {b: 2}\n").inhoud, ("a", 0, "b")) == 2
    assert waarde_op({"a": 1}, ("a", "b", 0)) is None


@pytest.mark.parametrize(
    ("tekst", "pad"), [("a: [", ("a",)), ("", ("a",)), ("a: 1", ("a", "b")), ("a: [1]", ("a", 3))]
)
def test_wat_niet_kan_wordt_gezegd(tekst: str, pad: tuple[Any, ...]) -> None:
    with pytest.raises(PastNiet):
        zet(tekst, pad, 1)


@pytest.mark.parametrize("tekst", [LAND_VAN_CUIJK, ALPHEN], ids=["land-van-cuijk", "alphen"])
def test_de_delen_zijn_samen_het_bestand(tekst: str) -> None:
    stukken = delen(tekst)
    assert "".join(deel.van(tekst) for deel in stukken) == tekst
    assert {"assen", "producten", "thema"} <= {deel.naam for deel in stukken}
    producten = next(deel for deel in stukken if deel.naam == "producten").van(tekst)
    assert producten.startswith("#"), "the comment above a part belongs to it"
    for deel in stukken:
        assert vervang_deel(tekst, deel.naam, deel.van(tekst)) == tekst
    kapot = vervang_deel(tekst, "ladder", "ladder: [\n")
    assert [deel.naam for deel in delen(kapot)] == [deel.naam for deel in stukken], (
        "a broken part spoils no other"
    )
    assert controleer(kapot, "x") != []
    with pytest.raises(PastNiet):
        vervang_deel(tekst, "bestaat_niet", "x")
