"""Rules about the answer to a claim (325). Amounts are in euro cents."""

from __future__ import annotations

from wijkspil.berichten.standaard.regels.declaratie import prestaties, saldo
from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel

GEEN_BEZWAAR = {"0200", "8001"}


@regel(
    "TR342",
    bij="DeclaratieAntwoord",
    op="325",
    zegt="Ingediend min toegekend is niet de som van de afgewezen regels; een afgewezen declaratie krijgt niets toegekend.",
)
def afgewezen_regels_verklaren_het_verschil(antwoord: Deel) -> Uitkomst:
    toegekend = saldo(antwoord["TotaalToegekendBedrag"], "TotaalBedrag")
    if GEEN_BEZWAAR.issuperset(antwoord["RetourCodes"]["RetourCode"]):
        afgewezen = sum(saldo(prestatie["IngediendBedrag"]) for _, prestatie in prestaties(antwoord))
        klopt = afgewezen == saldo(antwoord["TotaalIngediendBedrag"], "TotaalBedrag") - toegekend
    else:
        klopt = toegekend == 0
    return None if klopt else "TotaalToegekendBedrag"
