"""The envelope of the municipal hub (GGk StUF 2.1 patch 4): Di01 around a heen message, Du01 around a return, Fo01 for an error.

Bytes in, bytes out; no folder, no database, no clock. Reading goes through the same hardened parser as the messages themselves (M6).
Source: "Specificatie StUF-envelop GGk 2.1 patch 4 versie 4", VNG Realisatie, 1 January 2020. Certainty: official for the structure;
functieVersie and functieSubversie for iWmo 3.2 are inferred (0003 and 0002).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from xml.sax.saxutils import escape

from .standaard.fouten import Onleesbaar
from .standaard.veilig_xml import MAX_BYTES, MAX_DIEPTE, maak_parser, voer

GGK = "http://www.stufstandaarden.nl/koppelvlak/ggk0210"
STUF = "http://www.egem.nl/StUF/StUF0301"
WORTELS = {
    "Di01": f"{GGK} envelopHeenbericht-ggk_Di01",
    "Du01": f"{GGK} envelopRetourbericht-ggk_Du01",
    "Fo01": f"{STUF} Fo01Bericht",
}
PAYLOAD_KLOPT_NIET = "StUF055"
_REFERENTIE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""Sending we use version 4 only; reading we let others through, since the official example of an Fo01 refers to a version 1."""


@dataclass(frozen=True, slots=True)
class Envelop:
    """One envelope. `kruis` is the reference of the envelope that this one answers or refuses; `inhoud` is empty in an Fo01."""

    code: str
    zender: str
    ontvanger: str
    referentie: str
    functie: str = ""
    kruis: str = ""
    inhoud: bytes = b""
    fout: str = ""
    """Of an Fo01: code, where, and what, as one line."""


def referentie_van(naam: str, inhoud: bytes) -> str:
    """The reference of an envelope, in the form of a version 4 UUID. The same message gives the same one, so a repeat is a repeat."""
    return str(UUID(bytes=hashlib.sha256(naam.encode() + b"\0" + inhoud).digest()[:16], version=4))


def pak_in(e: Envelop, *, moment: datetime, applicatie: str = "Wijkspil") -> bytes:
    """Write an envelope. Raises ValueError when it is bigger than the hub passes on, or lacks what its kind needs."""
    if e.code in ("Du01", "Fo01") and not e.kruis:
        raise ValueError(f"Een {e.code} noemt de envelop waar hij op antwoordt.")
    tekst = _fo01(e, moment, applicatie) if e.code == "Fo01" else _met_inhoud(e, moment, applicatie)
    ruw = tekst.encode()
    if len(ruw) > MAX_BYTES:
        raise ValueError(f"De envelop is groter dan {MAX_BYTES // 1024**2} MB. Deel het bericht op.")
    return ruw


def _stuurgegevens(e: Envelop, moment: datetime, applicatie: str, ruimte: str) -> str:
    kruis = f"<StUF:crossRefnummer>{escape(e.kruis)}</StUF:crossRefnummer>" if e.kruis else ""
    functie = f"<StUF:functie>{escape(e.functie)}</StUF:functie>" if e.functie else ""
    return (
        f"<{ruimte}:stuurgegevens><StUF:berichtcode>{e.code}</StUF:berichtcode>"
        f"<StUF:zender><StUF:organisatie>{escape(e.zender)}</StUF:organisatie>"
        f"<StUF:applicatie>{escape(applicatie)}</StUF:applicatie></StUF:zender>"
        f"<StUF:ontvanger><StUF:organisatie>{escape(e.ontvanger)}</StUF:organisatie>"
        f"<StUF:applicatie>GGk</StUF:applicatie></StUF:ontvanger>"
        f"<StUF:referentienummer>{escape(e.referentie)}</StUF:referentienummer>"
        f"<StUF:tijdstipBericht>{moment:%Y%m%d%H%M%S}</StUF:tijdstipBericht>{kruis}{functie}</{ruimte}:stuurgegevens>"
    )


def _met_inhoud(e: Envelop, moment: datetime, applicatie: str) -> str:
    naam = WORTELS[e.code].partition(" ")[2]
    versies = (
        ("applicatieVersie", "0001"),
        ("applicatieSubversie", "0000"),
        ("functieVersie", "0003"),
        ("functieSubversie", "0002"),
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\r\n<GGK:{naam} xmlns:StUF="{STUF}" xmlns:GGK="{GGK}">'
        f"{_stuurgegevens(e, moment, applicatie, 'GGK')}<GGK:parameters>"
        + "".join(f"<GGK:{veld}>{waarde}</GGK:{veld}>" for veld, waarde in versies)
        + f"<GGK:bericht><GGK:xmlBestand>{base64.b64encode(e.inhoud).decode()}</GGK:xmlBestand></GGK:bericht>"
        f"</GGK:parameters></GGK:{naam}>\r\n"
    )


def _fo01(e: Envelop, moment: datetime, applicatie: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\r\n<StUF:Fo01Bericht xmlns:StUF="{STUF}">'
        f"{_stuurgegevens(e, moment, applicatie, 'StUF')}<StUF:body><StUF:code>{PAYLOAD_KLOPT_NIET}</StUF:code>"
        f"<StUF:plek>client</StUF:plek><StUF:omschrijving>{escape(e.fout[:200])}</StUF:omschrijving>"
        f"<StUF:details>{escape(e.fout[200:1000])}</StUF:details></StUF:body></StUF:Fo01Bericht>\r\n"
    )


def pak_uit(ruw: bytes) -> Envelop:
    """Read an envelope. Raises Onleesbaar: not XML that we read, no envelope, or one that lacks what it must have."""
    velden = _lees(ruw)
    code = velden["berichtcode"]
    if code != "Fo01" and "xmlBestand" not in velden:
        raise Onleesbaar("een envelop met een xmlBestand; andere bestanden nemen wij niet aan")
    if not _REFERENTIE.fullmatch(velden.get("referentienummer", "")):
        raise Onleesbaar("een referentienummer in de vorm van een UUID")
    if code != "Di01" and not velden.get("crossRefnummer"):
        raise Onleesbaar(f"een {code} met het nummer van de envelop waar hij op antwoordt")
    return Envelop(
        code,
        velden.get("zender", ""),
        velden.get("ontvanger", ""),
        velden["referentienummer"],
        velden.get("functie", ""),
        velden.get("crossRefnummer", ""),
        _decodeer(velden.get("xmlBestand", "")),
        " ".join(velden[veld] for veld in ("code", "plek", "omschrijving", "details") if velden.get(veld)),
    )


def _decodeer(tekst: str) -> bytes:
    try:
        return base64.b64decode("".join(tekst.split()), validate=True)
    except (binascii.Error, ValueError):
        raise Onleesbaar("base64 in het xmlBestand") from None


def _lees(ruw: bytes) -> dict[str, str]:
    """The leaves that matter by local name; of sender and receiver the organisation. What lies deeper is counted, not kept."""
    parser = maak_parser(ruw)
    pad: list[str] = []
    stukken: list[str] = []
    velden: dict[str, str] = {}

    def begin(naam: str, _kenmerken: list[str]) -> None:
        if not pad and naam not in WORTELS.values():
            raise Onleesbaar("een envelop Di01, Du01 of Fo01 van het gegevensknooppunt")
        if len(pad) >= MAX_DIEPTE:
            raise Onleesbaar(f"hooguit {MAX_DIEPTE} elementen in elkaar")
        if not pad:
            velden["berichtcode"] = next(code for code, wortel in WORTELS.items() if wortel == naam)
        pad.append(naam.rpartition(" ")[2])
        stukken.clear()

    def eind(_naam: str) -> None:
        blad, ouder = pad[-1], pad[-2] if len(pad) > 1 else ""
        if blad == "organisatie" and ouder in ("zender", "ontvanger"):
            velden.setdefault(ouder, "".join(stukken).strip())
        elif ouder in ("stuurgegevens", "bericht", "body") and blad not in (
            "zender",
            "ontvanger",
            "berichtcode",
        ):
            velden.setdefault(blad, "".join(stukken).strip())
        stukken.clear()
        pad.pop()

    parser.StartElementHandler = begin
    parser.EndElementHandler = eind
    parser.CharacterDataHandler = stukken.append
    voer(parser, ruw)
    return velden
