"""Rules about the client."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wijkspil.berichten.standaard.regels.register import Deel, alle, regel
from wijkspil.regels.bsn import is_geldig

_NEGEN_NULLEN = (
    "000000000"  # passes the sum, and so the rule of the standard; our own 11-test rightly refuses it
)


@regel(
    "CS002", op="301 305 307 315 317 323 325", zegt="Het burgerservicenummer voldoet niet aan de elfproef."
)
def bsn_doorstaat_de_elfproef(inhoud: Deel) -> Iterator[str]:
    for pad, bsn in alle(inhoud, "Bsn"):
        if bsn != _NEGEN_NULLEN and not is_geldig(bsn):
            yield pad


@regel(
    "CS139",
    op="301 305 307 315",
    zegt="De geboortedatum past niet bij wat er volgens DatumGebruik van bekend is.",
)
def geboortedatum_past_bij_gebruik(inhoud: Deel) -> Iterator[str]:
    for pad, geboren in alle(inhoud, "Geboortedatum"):
        datum: date = geboren["Datum"]
        past = {
            "1": datum.day == 1,
            "2": (datum.month, datum.day) == (1, 1),
            "3": datum == date(1900, 1, 1),
        }
        if not past.get(geboren.get("DatumGebruik"), True):
            yield pad
