"""M6: files that somebody or something damaged. Whatever the bytes, there is a verdict: no exception, in little time and memory.

At full size 100,000 per kind of message; `WIJKSPIL_MUTATIES` sets another number.
"""

import contextlib
import os
import random
import time
from datetime import date

import pytest

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.berichten.standaard import Onleesbaar, kop, lees, retour
from wijkspil.berichten.standaard.oordeel import oordeel
from wijkspil.berichten.standaard.register import berichten

VOL = os.environ.get("WIJKSPIL_DRILLS") == "vol"
AANTAL = int(os.environ.get("WIJKSPIL_MUTATIES", "100000" if VOL else "60"))
VREEMD = (
    b"&amp;",
    b"&#0;",
    b"<!DOCTYPE a>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"\x00",
    b"\xff\xfe",
    b"<",
    b">",
    b"\xc3",
    b"99999999999999999999",
)


def muteer(ruw: bytes, toeval: random.Random) -> bytes:
    """One to four injuries: bytes changed, cut out, repeated, moved, or something odd put in."""
    b = bytearray(ruw)
    for _ in range(toeval.randint(1, 4)):
        van = toeval.randrange(len(b)) if b else 0
        tot = min(len(b), van + toeval.choice((1, 1, 3, 20, 200)))
        match toeval.randrange(5):
            case 0:
                b[van:tot] = toeval.randbytes(tot - van)
            case 1:
                del b[van:tot]
            case 2:
                b[van:van] = b[van:tot] * toeval.randint(1, 5)
            case 3:
                stuk = b[van:tot]
                del b[van:tot]
                plek = toeval.randrange(len(b) + 1)
                b[plek:plek] = stuk
            case _:
                b[van:van] = toeval.choice(VREEMD)
    return bytes(b)


def bron(naam: str) -> bytes:
    """A valid message of a kind: from the reference, or the return message on one."""
    assert GEDEELD is not None
    heen = berichten()[naam].heen or naam
    for pad in sorted((GEDEELD / "iwmo/cases/xslt/messages").glob("*.xml")):
        ruw = pad.read_bytes()
        try:
            gelezen = lees(ruw)
        except Onleesbaar:
            continue
        if gelezen.bericht == naam and gelezen.geldig:
            return ruw
        if gelezen.bericht == heen and gelezen.geldig:
            return retour(gelezen, identificatie_retour="1", dagtekening_retour=date(2025, 5, 1))
    raise LookupError(f"Geen voorbeeld van een {heen}.")


@met_gedeeld
@pytest.mark.traag
@pytest.mark.parametrize("naam", [n for n in berichten() if n.startswith("WMO")])
def test_beschadigde_bestanden_krijgen_een_oordeel(naam: str) -> None:
    heel, zaad = bron(naam), random.randrange(10**6)
    toeval, langste, goed = random.Random(zaad), 0.0, 0
    for _ in range(AANTAL):
        ruw = muteer(heel, toeval)
        begin = time.perf_counter()
        goed += oordeel(ruw).goed_van_opbouw
        with contextlib.suppress(Onleesbaar):
            kop(ruw)
        langste = max(langste, time.perf_counter() - begin)
    print(f"{naam} zaad={zaad} bestanden={AANTAL} goed_van_opbouw={goed} langste={langste * 1000:.0f} ms")
    assert goed < AANTAL, "nothing was damaged, so nothing was shown"
    assert langste < 2
