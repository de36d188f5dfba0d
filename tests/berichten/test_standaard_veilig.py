"""Attack samples are refused, quickly and without reading anything else (trust: M6)."""

import time
from pathlib import Path

import pytest

from tests.berichten.test_standaard_bouw import START
from wijkspil.berichten.standaard import Onleesbaar, bouw, controleer, kop, lees
from wijkspil.berichten.standaard.lezer import MAX_FOUTEN
from wijkspil.berichten.standaard.veilig_xml import MAX_BYTES

GOED = bouw("WMO305", START)
DECLARATIE, _, REST = GOED.partition(b"\r\n")
LACH = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))


def met_dtd(dtd: bytes, waarde: bytes) -> bytes:
    return DECLARATIE + b"<!DOCTYPE x [" + dtd + b"]>" + REST.replace(b"Hoekstra", waarde)


@pytest.mark.parametrize(
    "aanval",
    [
        met_dtd(b'<!ENTITY l0 "lol">' + LACH, b"&l11;"),
        met_dtd(b'<!ENTITY bestand SYSTEM "file:///etc/hostname">', b"&bestand;"),
        met_dtd(b'<!ENTITY net SYSTEM "http://127.0.0.1:9/">', b"&net;"),
        met_dtd(b'<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;', b"x"),
        met_dtd(b"", b"x"),
        DECLARATIE + b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + REST,
        GOED.replace(b"Hoekstra", b"&onbekend;"),
    ],
    ids=[
        "billion laughs",
        "file",
        "network",
        "parameter entity",
        "empty dtd",
        "external dtd",
        "undeclared entity",
    ],
)
def test_entities_and_document_types_are_refused(aanval: bytes) -> None:
    with pytest.raises(Onleesbaar):
        lees(aanval)
    assert [fout.soort.name for fout in controleer(aanval)] == ["ONLEESBAAR"]


def test_a_document_type_is_refused_before_the_header_is_read() -> None:
    with pytest.raises(Onleesbaar, match="DOCTYPE"):
        kop(met_dtd(b'<!ENTITY l0 "lol">' + LACH, b"&l11;"))


def test_deep_nesting_is_refused() -> None:
    wortel = REST.partition(b"\r\n")[0]
    diep = wortel + b"<a>" * 3_000_000
    begin = time.perf_counter()
    with pytest.raises(Onleesbaar, match="in elkaar"):
        lees(diep)
    with pytest.raises(Onleesbaar, match="in elkaar"):
        kop(diep)
    assert time.perf_counter() - begin < 2


def test_a_file_that_is_too_big_is_refused_unread() -> None:
    with pytest.raises(Onleesbaar, match="25 MB"):
        lees(GOED + b" " * MAX_BYTES)
    with pytest.raises(Onleesbaar, match="25 MB"):
        kop(b"<" * (MAX_BYTES + 1))


@pytest.mark.parametrize("vulling", [b"<a/>", b"<", b"&#65;", b"<!--x-->", b"<iwmo:x/>", b"\n"])
def test_a_big_file_of_nonsense_costs_little(vulling: bytes) -> None:
    plek = REST.partition(b"\r\n")[0]
    ruw = plek + vulling * (20_000_000 // len(vulling)) + b"</wmo305:Bericht>"
    begin = time.perf_counter()
    fouten = controleer(ruw)
    assert 0 < len(fouten) <= MAX_FOUTEN
    assert time.perf_counter() - begin < 10  # no hang; the benchmark measures


def test_a_schema_location_is_allowed_but_never_followed(tmp_path: Path) -> None:
    wenk = b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://127.0.0.1:9/x.xsd">'
    ruw = GOED.replace(b'wmo305/schema">', b'wmo305/schema"' + wenk)
    assert lees(ruw).geldig
    ander = ruw.replace(b"xsi:schemaLocation", b"xsi:nil")
    assert [fout.soort.name for fout in controleer(ander)] == ["KENMERK"]
