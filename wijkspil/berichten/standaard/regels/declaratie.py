"""Rules about claims and their answers. Amounts are in euro cents."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from wijkspil.berichten.standaard.regels.register import Deel, alle, regel

EUROS = "83"
_BEDRAGEN = (
    ("TotaalIngediendBedrag", "TotaalBedrag"),
    ("TotaalToegekendBedrag", "TotaalBedrag"),
    ("IngediendBedrag", "Bedrag"),
)


@regel("CS325", op="323 325", zegt="Een bedrag van nul is altijd debet (D).")
def nul_is_debet(inhoud: Deel) -> Iterator[str]:
    for naam, bedrag in _BEDRAGEN:
        for pad, deel in alle(inhoud, naam):
            if deel[bedrag] == 0 and deel["DebetCredit"] != "D":
                yield f"{pad}/DebetCredit"


@regel(
    "CS339",
    op="323",
    zegt="Bij eenheid 83 (euro's) is het ingediende bedrag gelijk aan het geleverde volume.",
)
def volume_in_euros_is_het_bedrag(inhoud: Deel) -> Iterator[str]:
    for pad, prestatie in alle(inhoud, "Prestatie"):
        if (
            prestatie["Eenheid"] == EUROS
            and prestatie["IngediendBedrag"]["Bedrag"] != prestatie["GeleverdVolume"]
        ):
            yield f"{pad}/IngediendBedrag"


@regel("CS340", op="323", zegt="De declaratieperiode is precies één kalendermaand.")
def periode_is_een_kalendermaand(inhoud: Deel) -> Iterator[str]:
    for pad, periode in alle(inhoud, "DeclaratiePeriode"):
        begin, einde = periode["Begindatum"], periode["Einddatum"]
        laatste = begin.replace(day=monthrange(begin.year, begin.month)[1])
        if begin.day != 1 or einde != laatste:
            yield pad
