"""The return message: what the receiver of a message sends back after checking it (IV028, IV032)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wijkspil.berichten.standaard import register
from wijkspil.berichten.standaard.bouwer import bouw
from wijkspil.berichten.standaard.definitie import Bericht, Klasse
from wijkspil.berichten.standaard.fouten import GeenRetour
from wijkspil.berichten.standaard.gelezen import Gelezen, Inhoud
from wijkspil.berichten.standaard.lezer import lees_zorgvuldig

AFGEKEURD = "0001"  # level 2: the contents break a rule; no details are sent
GEEN_OPMERKING = "0200"
NIET_BEOORDEELD = "0233"


def retour(
    gelezen: Gelezen,
    *,
    codes_kop: Sequence[str] = (),
    codes_per_klasse: Mapping[str, Sequence[str]] | None = None,
    identificatie_retour: str,
    dagtekening_retour: date,
    xslt_versie: str | None = None,
) -> bytes:
    """Build the return message of a message that was read.

    - No codes: accepted; a header without RetourCodes.
    - `codes_kop`: rejected on level 2 (0001) or on the header; a header with those codes only, whatever `codes_per_klasse` says.
    - `codes_per_klasse`: rejected on level 3 or 4. Keys are paths of classes, as in a Fout: "/Bericht/Client" or
      "Client/ToegewezenProducten/ToegewezenProduct[2]". The classes come back unchanged, each with its codes; a class that is not
      named gets 0200 (no remark). Name it with 0233 to say that it was not assessed. The header gets 0200.

    `xslt_versie` is the rule set that was used; with 0001 it is filled in when left out. Raises GeenRetour when the message fails on
    structure (a transport error goes back) or knows no return message; ValueError on a path that is not in the message.
    """
    heen = register.bericht(gelezen.bericht)
    if heen.retour is None:
        raise GeenRetour(f"Op een {heen.naam} ({heen.titel}) bestaat geen retourbericht.")
    if gelezen.fouten:
        raise GeenRetour(
            f"Deze {heen.naam} klopt niet van opbouw; daarop gaat geen retourbericht terug, maar een fout van het transport."
        )
    terug = register.bericht(heen.retour)
    codes = {_klassepad(pad): list(lijst) for pad, lijst in (codes_per_klasse or {}).items()}
    per_klasse = any(
        code not in (GEEN_OPMERKING, NIET_BEOORDEELD) for lijst in codes.values() for code in lijst
    )
    in_kop = list(codes_kop) or ([GEEN_OPMERKING] if per_klasse else [])
    # Copying "unchanged" means as text: a number keeps its leading zeros.
    origineel = lees_zorgvuldig(gelezen.ruw, als_tekst=True).inhoud
    inhoud: Inhoud = {
        "Header": {
            **{naam: waarde for naam, waarde in origineel["Header"].items() if naam != "BerichtCode"},
            "IdentificatieRetour": identificatie_retour,
            "DagtekeningRetour": dagtekening_retour,
            "XsltVersie": xslt_versie or (terug.xslt_versie if AFGEKEURD in in_kop else None),
            "XsdVersieRetour": terug.xsd_versies,
            "RetourCodes": {"RetourCode": in_kop} if in_kop else None,
        }
    }
    if per_klasse and not codes_kop:
        inhoud |= _klassen_met_codes(terug, origineel, codes)
    return bouw(terug.naam, inhoud)


def _klassepad(pad: str) -> str:
    """Bring a path to one form: from below the root, with [1] written out nowhere."""
    return re.sub(r"\[1\]", "", pad.removeprefix("/Bericht").strip("/"))


def _klassen_met_codes(terug: Bericht, origineel: Inhoud, codes: dict[str, list[str]]) -> Inhoud:
    """Copy all classes behind the header, each with its codes; raises ValueError on a path that leads nowhere."""
    paden: list[str] = []

    def vul(klasse: Klasse, inhoud: Mapping[str, Any], pad: str) -> Inhoud:
        nieuw: Inhoud = {}
        for element in klasse.elementen:
            gegeven = inhoud.get(element.naam)
            onder = f"{pad}/{element.naam}".lstrip("/")
            if element.naam == "RetourCodes":
                paden.append(pad)
                nieuw["RetourCodes"] = {"RetourCode": codes.get(pad, [GEEN_OPMERKING])}
            elif gegeven is None:
                continue
            elif not isinstance(element.inhoud, Klasse):
                nieuw[element.naam] = gegeven
            elif element.veel:
                nieuw[element.naam] = [
                    vul(element.inhoud, deel, onder if nummer == 1 else f"{onder}[{nummer}]")
                    for nummer, deel in enumerate(gegeven, start=1)
                ]
            else:
                nieuw[element.naam] = vul(element.inhoud, gegeven, onder)
        return nieuw

    resultaat = vul(terug.wortel, {naam: deel for naam, deel in origineel.items() if naam != "Header"}, "")
    onbekend = codes.keys() - set(paden)
    if onbekend:
        raise ValueError(
            f"Geen berichtklasse op {', '.join(sorted(onbekend))}. Kies een van: {', '.join(sorted(paden))}."
        )
    return resultaat
