"""The payment file: an ISO 20022 pain.001.001.09 (SEPA credit transfer), built, and read back before it is kept.

Written from the structure of the standard; no schema file of a bank lies beside it, so `controleer` checks by itself what a bank
refuses: counts and control sums at both levels, account numbers, the order of elements, lengths and the SEPA character set. No BSN,
no name of a resident: a transfer says which claims it pays.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lxml import etree

from wijkspil.regels.bsn import bevat_bsn
from wijkspil.regels.iban import is_iban

NAAMRUIMTE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
_TEKENS = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]*")
_LENGTES = {"Nm": 70, "Ustrd": 140, "EndToEndId": 35, "MsgId": 35, "PmtInfId": 35}
_VOLGORDE = {
    "CstmrCdtTrfInitn": ("GrpHdr", "PmtInf"),
    "GrpHdr": ("MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"),
    "PmtInf": (
        "PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr",
        "CdtTrfTxInf",
    ),
    "CdtTrfTxInf": ("PmtId", "Amt", "Cdtr", "CdtrAcct", "RmtInf"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Overboeking:
    """One transfer; `cent` above nought."""

    eind_id: str
    naam: str
    iban: str
    cent: int
    omschrijving: str


@dataclass(frozen=True, slots=True)
class Opdrachtgever:
    naam: str
    iban: str


class BestandKloptNiet(ValueError):
    """The file would be refused by a bank; the message says where."""


def tekst(woorden: str, lengte: int) -> str:
    """Words within the SEPA character set: accents dropped, anything else becomes a point, cut at a length."""
    plat = unicodedata.normalize("NFKD", woorden.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
    kaal = "".join(t for t in plat if not unicodedata.combining(t)).replace("&", "+")
    passend = "".join(t if _TEKENS.fullmatch(t) else "." for t in kaal)
    return re.sub(r"\s+", " ", passend).strip().lstrip("/")[:lengte].strip() or "onbekend"


def bedrag(cent: int) -> str:
    """Cents as the standard writes euros: a point and two digits."""
    return f"{cent // 100}.{cent % 100:02d}"


def bouw(
    *,
    bericht_id: str,
    gemaakt: datetime,
    uitvoeren_op: date,
    van: Opdrachtgever,
    overboekingen: list[Overboeking],
) -> bytes:
    """Build the file and read it back.

    Raises:
        BestandKloptNiet: it would not be accepted.
    """
    wortel = etree.Element(f"{{{NAAMRUIMTE}}}Document", nsmap={None: NAAMRUIMTE})  # type: ignore[dict-item]
    opdracht = _kind(wortel, "CstmrCdtTrfInitn")
    som, aantal = bedrag(sum(o.cent for o in overboekingen)), str(len(overboekingen))
    kop = _kind(opdracht, "GrpHdr")
    _kind(kop, "MsgId", bericht_id)
    _kind(kop, "CreDtTm", gemaakt.strftime("%Y-%m-%dT%H:%M:%S"))
    _kind(kop, "NbOfTxs", aantal)
    _kind(kop, "CtrlSum", som)
    _kind(_kind(kop, "InitgPty"), "Nm", tekst(van.naam, 70))
    blok = _kind(opdracht, "PmtInf")
    for naam, waarde in (
        ("PmtInfId", bericht_id), ("PmtMtd", "TRF"), ("BtchBookg", "true"), ("NbOfTxs", aantal), ("CtrlSum", som),
    ):  # fmt: skip
        _kind(blok, naam, waarde)
    _kind(_kind(_kind(blok, "PmtTpInf"), "SvcLvl"), "Cd", "SEPA")
    _kind(_kind(blok, "ReqdExctnDt"), "Dt", uitvoeren_op.isoformat())
    _kind(_kind(blok, "Dbtr"), "Nm", tekst(van.naam, 70))
    _kind(_kind(_kind(blok, "DbtrAcct"), "Id"), "IBAN", van.iban)
    _kind(_kind(_kind(_kind(blok, "DbtrAgt"), "FinInstnId"), "Othr"), "Id", "NOTPROVIDED")
    _kind(blok, "ChrgBr", "SLEV")
    for o in overboekingen:
        _transactie(blok, o)
    ruw: bytes = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    controleer(ruw)
    return ruw


def _transactie(blok: Any, o: Overboeking) -> None:
    rij = _kind(blok, "CdtTrfTxInf")
    _kind(_kind(rij, "PmtId"), "EndToEndId", o.eind_id)
    _kind(_kind(rij, "Amt"), "InstdAmt", bedrag(o.cent)).set("Ccy", "EUR")
    _kind(_kind(rij, "Cdtr"), "Nm", tekst(o.naam, 70))
    _kind(_kind(_kind(rij, "CdtrAcct"), "Id"), "IBAN", o.iban)
    _kind(_kind(rij, "RmtInf"), "Ustrd", tekst(o.omschrijving, 140))


def _kind(ouder: Any, naam: str, waarde: str | None = None) -> Any:
    element = etree.SubElement(ouder, f"{{{NAAMRUIMTE}}}{naam}")
    if waarde is not None:
        element.text = waarde
    return element


def lezer() -> Any:
    """A parser that opens nothing: no entities, no document type, no network (M6)."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def controleer(ruw: bytes) -> tuple[int, int]:
    """Read a payment file as a bank does. Returns the number of transfers and their sum in cents.

    Raises:
        BestandKloptNiet: with the element that is wrong.
    """
    boom = etree.fromstring(ruw, lezer())
    if boom.tag != f"{{{NAAMRUIMTE}}}Document":
        raise BestandKloptNiet("Dit is geen betaalbestand van de soort pain.001.001.09.")
    for ouder, volgorde in _VOLGORDE.items():
        for element in boom.iter(f"{{{NAAMRUIMTE}}}{ouder}"):
            plekken = [volgorde.index(_naam(k)) for k in element if _naam(k) in volgorde]
            if (
                len(plekken) != len(element)
                or plekken != sorted(plekken)
                or set(plekken) != set(range(len(volgorde)))
            ):
                raise BestandKloptNiet(f"In {ouder} staan niet de juiste onderdelen in de juiste volgorde.")
    bedragen = [_cent(e.text) for e in boom.iter(f"{{{NAAMRUIMTE}}}InstdAmt")]
    for naam, verwacht in (("NbOfTxs", len(bedragen)), ("CtrlSum", sum(bedragen))):
        for e in boom.iter(f"{{{NAAMRUIMTE}}}{naam}"):
            gevonden = _cent(e.text) if naam == "CtrlSum" else int(e.text or 0)
            if gevonden != verwacht:
                raise BestandKloptNiet(f"{naam} is {gevonden}, maar de betalingen tellen op tot {verwacht}.")
    if not bedragen or min(bedragen) <= 0:
        raise BestandKloptNiet("Elke betaling moet meer dan nul zijn, en er moet er ten minste één zijn.")
    eind_ids = [e.text for e in boom.iter(f"{{{NAAMRUIMTE}}}EndToEndId")]
    if len(set(eind_ids)) != len(eind_ids):
        raise BestandKloptNiet("Een kenmerk van een betaling (EndToEndId) komt twee keer voor.")
    for e in boom.iter():
        _controleer_tekst(_naam(e), (e.text or "").strip())
    return len(bedragen), sum(bedragen)


def _controleer_tekst(naam: str, waarde: str) -> None:
    if naam == "IBAN" and not is_iban(waarde):
        raise BestandKloptNiet(f"Het rekeningnummer …{waarde[-4:]} klopt niet.")
    if not _TEKENS.fullmatch(waarde):
        raise BestandKloptNiet(f"In {naam} staat een teken dat een bank niet leest.")
    if len(waarde) > _LENGTES.get(naam, 1000):
        raise BestandKloptNiet(f"{naam} is langer dan {_LENGTES[naam]} tekens.")
    if naam in ("Nm", "Ustrd") and bevat_bsn(waarde):
        raise BestandKloptNiet(
            f"In {naam} staat een burgerservicenummer. Dat hoort niet in een betaalbestand."
        )


def _naam(element: Any) -> str:
    return str(etree.QName(element).localname)


def _cent(waarde: str | None) -> int:
    if not re.fullmatch(r"[0-9]{1,15}\.[0-9]{2}", waarde or ""):
        raise BestandKloptNiet("Een bedrag is niet met twee cijfers achter de punt geschreven.")
    return int(Decimal(waarde or "0") * 100)
