"""WMO325: the answer to a claim. All granted: one code. Partly: only the rejected lines, as they were claimed, each with its codes."""

from collections.abc import Mapping, Sequence
from typing import Any

from wijkspil.berichten.standaard.gelezen import Gelezen

GEHEEL_TOEGEKEND = "8001"
GEEN_OPMERKING = "0200"
NIET_BEOORDEELD = "0233"
ONBEKENDE_CLIENT = "8187"
"""TR304 stands on the class Client: its lines are then not judged (IV088)."""


def inhoud(
    gelezen: Gelezen, *, toegekend_cent: int, codes: Mapping[str, Sequence[str]], declaratiecode: str = ""
) -> dict[str, Any]:
    """The answer on a 323 that was read, without the identification of our own message.

    Args:
        codes: per ReferentieNummer of a rejected line its return codes.
        declaratiecode: a code that rejects the claim as a whole; nothing is granted then.
    """
    kop, declaratie = gelezen.inhoud["Header"], gelezen.inhoud["Declaratie"]
    alles_goed = not codes and not declaratiecode
    antwoord: dict[str, Any] = {
        "DeclaratieNummer": declaratie["DeclaratieNummer"],
        "TotaalIngediendBedrag": declaratie["TotaalIngediendBedrag"],
        "TotaalToegekendBedrag": _totaal(0 if declaratiecode else toegekend_cent),
        "RetourCodes": _codes([declaratiecode or (GEHEEL_TOEGEKEND if alles_goed else GEEN_OPMERKING)]),
    }
    if not alles_goed and not declaratiecode:
        antwoord["Clienten"] = {"Client": _clienten(declaratie["Clienten"]["Client"], codes)}
    return {"Header": kop_op(kop, [GEEN_OPMERKING]), "DeclaratieAntwoord": antwoord}


def kop_op(kop: Mapping[str, Any], codes: Sequence[str]) -> dict[str, Any]:
    """The header of an answer: the parties swapped, the claim named."""
    return {
        "Afzender": kop["Ontvanger"],
        "Ontvanger": kop["Afzender"],
        "DeclaratieIdentificatie": kop["BerichtIdentificatie"],
        "XsdVersieDeclaratie": kop["XsdVersie"],
        "RetourCodes": _codes(codes),
    }


def _clienten(
    clienten: Sequence[Mapping[str, Any]], codes: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    gevonden = []
    for client in clienten:
        eigen = [
            codes.get(p["ProductReferentie"]["ReferentieNummer"], ())
            for p in client["Prestaties"]["Prestatie"]
        ]
        onbekend = any(ONBEKENDE_CLIENT in lijst for lijst in eigen)
        prestaties = [
            {**prestatie, "RetourCodes": _codes([NIET_BEOORDEELD] if onbekend else codes[nummer])}
            for prestatie in client["Prestaties"]["Prestatie"]
            if (nummer := prestatie["ProductReferentie"]["ReferentieNummer"]) in codes
        ]
        if prestaties:
            gevonden.append(
                {
                    "Bsn": client["Bsn"],
                    "Prestaties": {"Prestatie": prestaties},
                    "RetourCodes": _codes([ONBEKENDE_CLIENT if onbekend else GEEN_OPMERKING]),
                }
            )
    return gevonden


def _totaal(cent: int) -> dict[str, Any]:
    return {"TotaalBedrag": abs(cent), "DebetCredit": "C" if cent < 0 else "D"}


def _codes(codes: Sequence[str]) -> dict[str, list[str]]:
    return {"RetourCode": list(codes)}
