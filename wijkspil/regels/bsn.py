"""The citizen service number (BSN): the 11-test, and numbers that are safe to invent people with."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_VORM = re.compile(r"\d(?:[ .]?\d){8}")
# A BSN as people write it in a sentence: in one piece, or in groups of 3-3-3 or 4-2-3. Ten digits are a phone number.
_IN_EEN_ZIN = re.compile(r"(?<!\d)(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?!\d)")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)

TESTREEKS = "9999"
"""Prefix of the series that is used for testing only; no resident has such a number."""


class TestnummersOp(LookupError):
    """The series of test numbers holds no more numbers."""

    __test__ = False  # not a test class, whatever its name suggests to pytest


def is_geldig(bsn: str) -> bool:
    """Tell whether nine digits pass the 11-test.

    The digits weigh 9, 8, 7 … 2 and the last one -1; the sum must divide by 11.
    """
    if len(bsn) != 9 or not (bsn.isascii() and bsn.isdigit()) or bsn == "000000000":
        return False
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(bsn, _GEWICHTEN, strict=True)) % 11 == 0


def lijkt_op_bsn(tekst: str) -> bool:
    """Tell whether somebody wrote a number as long as a BSN, however grouped; with a typing mistake it is still personal."""
    return _VORM.fullmatch(tekst) is not None


def bevat_bsn(tekst: str) -> bool:
    """Tell whether a number that passes the 11-test stands in a text, however grouped and in whatever script its digits are."""
    return any(
        is_geldig(re.sub(r"\D", "", vondst))
        for vondst in _IN_EEN_ZIN.findall(unicodedata.normalize("NFKC", tekst))
    )


def is_testnummer(bsn: str) -> bool:
    """Tell whether a valid number belongs to nobody: it is in the test series."""
    return is_geldig(bsn) and bsn.startswith(TESTREEKS)


def volgend_testnummer(volgnummer: int) -> str:
    """Give the test number with a serial number, from 0: always the same one, and never the same one twice.

    There are ``aantal_testnummers()`` of them; asking for more raises ``TestnummersOp``.
    """
    if volgnummer < 0:
        raise ValueError("Het volgnummer is kleiner dan nul. Begin bij 0.")
    nummers = _testnummers()
    if volgnummer >= len(nummers):
        raise TestnummersOp(
            f"Er zijn maar {len(nummers)} testnummers die met {TESTREEKS} beginnen. "
            "Maak de oefenstad kleiner, of verdeel de inwoners over meer gemeenten: per gemeente mag de reeks opnieuw beginnen."
        )
    return nummers[volgnummer]


def aantal_testnummers() -> int:
    """Give how many different test numbers exist: 9,091."""
    return len(_testnummers())


@cache
def _testnummers() -> tuple[str, ...]:
    """List the valid numbers of the series in order; the last digit follows from the first eight, unless it would be 10."""
    begin = (f"{TESTREEKS}{midden:04d}" for midden in range(10_000))
    gewogen = (
        (acht, sum(int(c) * g for c, g in zip(acht, _GEWICHTEN[:8], strict=True)) % 11) for acht in begin
    )
    return tuple(f"{acht}{controle}" for acht, controle in gewogen if controle < 10)
