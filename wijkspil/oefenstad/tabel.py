"""What a game was, as a table: read from the database before and after, never from what the players say."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db import connection

from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente

from .opdracht import Uitslag

_TEL = {
    "inwoners": "SELECT count(*) FROM inwoners_inwoner",
    "hulpvragen": "SELECT count(*) FROM toegang_hulpvraag",
    "gebeurtenissen": "SELECT count(*) FROM core_gebeurtenis",
    "auditregels": "SELECT count(*) FROM core_auditregel",
    "brieven": "SELECT count(*) FROM brieven_brief",
    "brieven_pdf": "SELECT count(*) FROM brieven_brief WHERE pdf IS NOT NULL",
    "brieven_wacht": "SELECT count(*) FROM core_uitgaand WHERE soort = 'brief' AND status = 'wacht'",
    "berichten": "SELECT count(*) FROM berichten_bericht",
    "toewijzingen": "SELECT count(*) FROM ondersteuning_toewijzing",
    "declaraties": "SELECT count(*) FROM ondersteuning_declaratie",
    "zonder_bsn": "SELECT count(*) FROM inwoners_inwoner WHERE bsn IS NULL",
}


@dataclass(frozen=True, slots=True)
class Stand:
    """How much there is in a municipality."""

    inwoners: int
    hulpvragen: int
    gebeurtenissen: int
    auditregels: int
    brieven: int
    brieven_pdf: int
    brieven_wacht: int
    berichten: int
    toewijzingen: int
    declaraties: int
    zonder_bsn: int

    def min(self, eerder: "Stand") -> "Stand":
        return Stand(*(getattr(self, f.name) - getattr(eerder, f.name) for f in fields(self)))


def stand(gemeente: Gemeente) -> Stand:
    """Count everything; one query."""
    with binnen(gemeente.pk, lezen=True), connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"({vraag})" for vraag in _TEL.values()))
        return Stand(**dict(zip(_TEL, cursor.fetchone(), strict=True)))


def regels(uitslag: Uitslag, erbij: Stand, seconden: float) -> list[tuple[str, str]]:
    """The table, line by line: what and how much."""
    acties = uitslag.telling.acties
    return [
        ("hulpvragen", _getal(erbij.hulpvragen)),
        ("inwoners", f"{_getal(erbij.inwoners)} (zonder BSN: {_getal(erbij.zonder_bsn)})"),
        ("acties gespeeld", _getal(acties)),
        ("gebeurtenissen", _getal(erbij.gebeurtenissen)),
        ("auditregels", _getal(erbij.auditregels)),
        (
            "brieven",
            f"{_getal(erbij.brieven)} (met pdf: {_getal(erbij.brieven_pdf)}; wachten: {_getal(erbij.brieven_wacht)})",
        ),
        ("berichten", _getal(erbij.berichten)),
        ("opdrachten", _getal(erbij.toewijzingen)),
        ("declaraties", _getal(erbij.declaraties)),
        ("seconden", f"{seconden:.1f}"),
        ("acties per seconde", _getal(round(acties / seconden)) if seconden else "-"),
        ("gebeurtenissen per seconde", _getal(round(erbij.gebeurtenissen / seconden)) if seconden else "-"),
        ("geheugen (MB, alle processen)", _getal(round(uitslag.geheugen_mb))),
    ]


def duurste(uitslag: Uitslag, aantal: int = 12) -> list[tuple[str, int, float, float]]:
    """The acts that cost most: name, how often, seconds together, milliseconds each."""
    keren, seconden = uitslag.telling.keren, uitslag.telling.seconden
    namen = sorted(keren, key=lambda naam: -seconden[naam])[:aantal]
    return [(naam, keren[naam], seconden[naam], 1000 * seconden[naam] / keren[naam]) for naam in namen]


def als_tekst(lijnen: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"  {wat:<32}{hoeveel}" for wat, hoeveel in lijnen)


def _getal(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")
