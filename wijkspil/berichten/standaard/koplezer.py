"""The cheap look at a message: enough of the header to route it, store it and see whether it came before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijkspil.berichten.standaard.definitie import Bericht
from wijkspil.berichten.standaard.fouten import Onleesbaar
from wijkspil.berichten.standaard.veilig_xml import MAX_DIEPTE, Genoeg, maak_parser, voer, zoek_bericht
from wijkspil.berichten.standaard.waarden import lees_datum

_VELDEN = {
    "Header/BerichtCode": "code",
    "Header/Afzender": "afzender",
    "Header/Ontvanger": "ontvanger",
    "Header/BerichtIdentificatie/Identificatie": "identificatie",
    "Header/BerichtIdentificatie/Dagtekening": "dagtekening",
}


@dataclass(frozen=True, slots=True)
class Kop:
    """Who sent which message to whom. Type, sender and identificatie together name a message for all time (TR056)."""

    bericht: str
    code: str
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date


def kop(ruw: bytes) -> Kop:
    """Read the header only; what follows it is not looked at, so this says nothing about the message being valid.

    Raises Onleesbaar when the header or one of the five fields cannot be read.
    """
    parser = maak_parser(ruw)
    pad: list[str] = []
    tekst: list[str] = []
    velden: dict[str, str] = {}
    gevonden: list[Bericht] = []

    def begin(naam: str, _kenmerken: list[str]) -> None:
        if not gevonden:
            gevonden.append(zoek_bericht(naam))
            return
        if len(pad) >= MAX_DIEPTE:
            raise Onleesbaar(f"hooguit {MAX_DIEPTE} elementen in elkaar")
        pad.append(naam.rpartition(" ")[2])
        tekst.clear()

    def eind(_naam: str) -> None:
        if not pad:
            return
        veld = _VELDEN.get("/".join(pad))
        if veld is not None:
            velden.setdefault(veld, "".join(tekst))
        if len(pad) == 1:
            raise Genoeg
        pad.pop()

    parser.StartElementHandler = begin
    parser.EndElementHandler = eind
    parser.CharacterDataHandler = tekst.append
    voer(parser, ruw)
    ontbreekt = [naam for naam in _VELDEN.values() if not velden.get(naam, "").strip()]
    dagtekening = lees_datum(velden.get("dagtekening", ""))
    if ontbreekt or dagtekening is None:
        raise Onleesbaar(f"een volledige kop; niet te lezen: {', '.join(ontbreekt or ['dagtekening'])}")
    return Kop(
        gevonden[0].naam,
        velden["code"],
        velden["afzender"],
        velden["ontvanger"],
        velden["identificatie"],
        dagtekening,
    )
