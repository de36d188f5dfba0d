"""Our definition against the schemas and the observed verdicts of the standard."""

import random
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.berichten.standaard import Onleesbaar, controleer, lees
from wijkspil.berichten.standaard.definitie import Klasse
from wijkspil.berichten.standaard.lezer import lees_zorgvuldig
from wijkspil.berichten.standaard.regels import toets
from wijkspil.berichten.standaard.register import bericht, berichten, codelijst
from wijkspil.berichten.standaard.snelweg import lees_snel

IWMO = (GEDEELD or Path()) / "iwmo"
ZAAD = 20250301


@cache
def xsd(naam: str) -> etree.XMLSchema:
    """The official schema of a message, or the derived one where no official one was found."""
    pad = IWMO / "official-3.2" / "xsd" / f"{naam}.xsd"
    return etree.XMLSchema(etree.parse(pad if pad.exists() else IWMO / "derived-3.2" / "xsd" / f"{naam}.xsd"))


def xsd_oordeel(ruw: bytes) -> bool:
    """Whether lxml can parse the message without a DTD and the schema of its namespace finds it valid."""
    try:
        boom = etree.fromstring(ruw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    naam = etree.QName(boom).namespace
    gevonden = next((b.naam for b in berichten().values() if b.ruimte == naam), None)
    return (
        gevonden is not None
        and boom.getroottree().docinfo.doctype == ""
        and bool(xsd(gevonden).validate(boom))
    )


@cache
def gevallen() -> dict[str, Any]:
    return yaml.safe_load((IWMO / "cases/xslt/expected.yaml").read_text())["cases"]  # type: ignore[no-any-return]


def geval(naam: str) -> bytes:
    return (IWMO / "cases/xslt" / gevallen()[naam]["file"]).read_bytes()


@met_gedeeld
def test_all_message_trees_equal_the_reference() -> None:
    feiten = yaml.safe_load((IWMO / "messages.yaml").read_text())["messages"]
    typen = yaml.safe_load((IWMO / "types.yaml").read_text())["composite_types"]

    def van_ons(klasse: Klasse) -> list[Any]:
        return [
            (e.naam, int(e.verplicht), "*" if e.veel else 1)
            + ((van_ons(e.inhoud),) if isinstance(e.inhoud, Klasse) else ())
            for e in klasse.elementen
        ]

    def van_hen(kinderen: list[dict[str, Any]]) -> list[Any]:
        rij = []
        for kind in kinderen:
            dieper = kind.get("children") or (typen.get(kind["type"]) or {}).get("sequence")
            rij.append((kind["name"], kind["min"], kind["max"]) + ((van_hen(dieper),) if dieper else ()))
        return rij

    assert set(feiten) == {naam for naam in berichten() if naam.startswith("WMO")}
    for naam, feit in feiten.items():
        ons = bericht(naam)
        assert van_ons(ons.wortel) == van_hen(feit["tree"]), naam
        assert (ons.code, ons.ruimte) == (feit["bericht_code"], feit["target_namespace"])


@met_gedeeld
def test_all_code_lists_equal_the_reference() -> None:
    lijsten = yaml.safe_load((IWMO / "codelists.yaml").read_text())["codelists"]
    for naam, feit in lijsten.items():
        onze = codelijst(naam).codes
        assert onze == {c["code"]: " ".join(c["label"].split()) for c in feit["codes"]}, naam


@met_gedeeld
def test_the_verdict_equals_that_of_the_schema_for_every_observed_case() -> None:
    eens = [
        naam for naam, feit in gevallen().items() if (not controleer(geval(naam))) == (feit["xsd"] == "valid")
    ]
    print(f"verdict equals the XSD: {len(eens)} of {len(gevallen())}")
    assert len(eens) == len(gevallen()) >= 159


@met_gedeeld
def test_each_invalid_case_is_explained_by_one_fault_without_its_value() -> None:
    fout = controleer(geval("xsd-bsn-8"))
    assert [(f.pad, str(f.soort)) for f in fout] == [("/Bericht/Client/Bsn", "tekst")]
    assert "9 cijfers" in str(fout[0])
    gegeven = etree.fromstring(geval("xsd-bsn-8")).findtext(".//{*}Bsn")
    assert gegeven
    assert gegeven not in str(fout[0])
    volgorde = controleer(geval("xsd-order"))
    pad = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum"
    assert [(f.pad, f.soort.name, f.regel) for f in volgorde] == [(pad, "VOLGORDE", 76)]


@met_gedeeld
def test_the_fast_road_says_the_same_as_the_careful_reader() -> None:
    snel = 0
    for naam in gevallen():
        ruw = geval(naam)
        op_snelweg = lees_snel(ruw)
        if op_snelweg is not None:
            snel += 1
            assert op_snelweg == lees_zorgvuldig(ruw)
    assert snel == sum(feit["xsd"] == "valid" for feit in gevallen().values())


_WAARDEN = ["", " ", "\n", "0", "00", "+3", "-0", "-1", "99999999999999999999999999", "1.0", " 7 ", "01", "1", "D", "NL", "é", "ẞ",
            "2025-02-29", "2024-02-29", "2025-03-01Z", "2025-03-01+01:00", " 2025-03-01\t", "20250301", "2025-W10-1", "0000-01-01", "9999-12-31", "0001-01-01",
            "09:30:00", "09:30:00.5", "24:00:00", "24:00:01", "09:30", "9:30:00", "09:30:60", "09:30:00Z", "09:30:00.",
            "a\nb", "\u00a0", "x" * 13, "x" * 25, "x" * 201, "<![CDATA[1]]>", "<!-- 1 -->1", "1<!-- x -->2", "&#49;", "&amp;", "]]", ">",
            "1.0.0", "01.0.0", "٣", "１", "<a/>", "42420001", "999900006", "a" * 36]  # fmt: skip
_TUSSEN = [
    "",
    " ",
    "x",
    "<!-- uitleg -->",
    "<?pi x?>",
    "\u00a0",
    "<x/>",
    "<![CDATA[ ]]>",
    "&#32;",
    "&#13;",
    "&#160;",
]


def mutant(ruw: bytes, kans: random.Random) -> bytes:
    """Change one thing of a message: a value, an element, a byte, an attribute, a namespace."""
    tekst = ruw.decode()
    stukken = tekst.split("<")
    plek = kans.randrange(2, len(stukken))
    match kans.randrange(9):
        case 0 | 1:
            tag, _, _ = stukken[plek].partition(">")
            stukken[plek] = f"{tag}>{kans.choice(_WAARDEN)}"
        case 2:
            del stukken[plek]
        case 3:
            stukken.insert(plek, kans.choice(stukken))
        case 4:
            stukken[plek] += kans.choice(_TUSSEN)
        case 5:
            ander = kans.randrange(2, len(stukken))
            stukken[plek], stukken[ander] = stukken[ander], stukken[plek]
        case 6:
            bij = kans.choice([' a="1"', ' xmlns="urn:x"', ' xmlns:iwmo="urn:x"', ' xml:lang="nl"', " ", "/"])
            stukken[plek] = stukken[plek].replace(">", f"{bij}>", 1)
        case 7:  # take away or double a whole element
            begin, eind = _element(stukken, plek)
            stukken[begin:eind] = stukken[begin:eind] * kans.choice([0, 2])
        case _:
            rij = bytearray(ruw)
            rij[kans.randrange(len(rij))] = kans.randrange(256)
            return bytes(rij)
    return "<".join(stukken).encode()


def _element(stukken: list[str], plek: int) -> tuple[int, int]:
    if stukken[plek].startswith("/"):
        return plek, plek + 1
    slot = "/" + stukken[plek].partition(">")[0]
    eind = next((i for i in range(plek + 1, len(stukken)) if stukken[i].partition(">")[0] == slot), plek)
    return plek, eind + 1


@met_gedeeld
def test_the_verdict_equals_that_of_the_schema_for_thousands_of_mutants() -> None:
    kans = random.Random(ZAAD)
    geldig = [geval(naam) for naam, feit in gevallen().items() if feit["xsd"] == "valid"]
    goed = 0
    for nummer in range(4000):
        ruw = mutant(kans.choice(geldig), kans)
        oordeel = not controleer(ruw)
        assert oordeel == xsd_oordeel(ruw), (
            f"zaad {ZAAD}, mutant {nummer}: {controleer(ruw)}\n{ruw.decode(errors='replace')}"
        )
        goed += oordeel
        if oordeel:
            assert lees(ruw).inhoud == lees_zorgvuldig(ruw).inhoud
            toets(lees(ruw))  # whatever it finds: no date or code may trip a rule
    print(f"zaad {ZAAD}: 4000 mutants, {goed} still valid, verdict equal for all")
    assert 200 < goed < 3800


@met_gedeeld
def test_reading_a_mutant_twice_over_never_ends_in_another_exception() -> None:
    kans = random.Random(ZAAD + 1)
    bronnen = [geval(naam) for naam in gevallen()]
    for _ in range(3000):
        ruw = mutant(mutant(kans.choice(bronnen), kans).decode(errors="ignore").encode(), kans)
        with suppress(Onleesbaar):
            lees(ruw)


@pytest.mark.parametrize(
    "bron", [b"", b"  ", b"geen xml", b"<a/>", b"\x00" * 10, b"<?xml version='1.0' encoding='cp037'?><a/>"]
)
def test_what_is_no_message_is_unreadable(bron: bytes) -> None:
    with pytest.raises(Onleesbaar):
        lees(bron)
    assert [fout.soort.name for fout in controleer(bron)] == ["ONLEESBAAR"]
