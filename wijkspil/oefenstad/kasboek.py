"""What the providers of the practice town remember: a small SQLite file of their own, since they are not us."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

_TABELLEN = """
CREATE TABLE IF NOT EXISTS gezien (soort TEXT, id TEXT, antwoord BLOB, keren INTEGER DEFAULT 1, PRIMARY KEY (soort, id));
CREATE TABLE IF NOT EXISTS opdracht (
  nummer INTEGER PRIMARY KEY, agb TEXT, bsn TEXT, geboren TEXT, geslacht TEXT, naam TEXT, code TEXT, categorie TEXT, ingang TEXT,
  einde TEXT, volume INTEGER, eenheid TEXT, frequentie TEXT, trap TEXT, moment TEXT, reden TEXT, begint TEXT, gestart TEXT, gestopt TEXT);
CREATE INDEX IF NOT EXISTS opdracht_begint ON opdracht (begint) WHERE gestart IS NULL;
CREATE TABLE IF NOT EXISTS gedeclareerd (agb TEXT, maand TEXT, PRIMARY KEY (agb, maand));
CREATE TABLE IF NOT EXISTS gevraagd (nummer INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS later (op TEXT, naam TEXT, ruw BLOB);
CREATE TABLE IF NOT EXISTS teller (naam TEXT PRIMARY KEY, stand INTEGER);
"""


@dataclass(slots=True)
class Opdracht:
    """An assignment as a provider knows it from the messages."""

    nummer: int
    agb: str
    bsn: str
    geboren: date
    geslacht: str
    naam: str
    code: str
    categorie: str
    ingang: date
    einde: date | None
    volume: int
    eenheid: str
    frequentie: str
    trap: str
    moment: datetime
    reden: str
    begint: date | None
    gestart: date | None = None
    gestopt: date | None = None

    @property
    def telt(self) -> bool:
        """Whether it was not deleted (reason 13)."""
        return self.reden != "13"


class Kasboek:
    """Assignments, what was seen, what was claimed, numbers handed out. `:memory:` for a game, a file for the demo."""

    def __init__(self, plaats: Path | None = None) -> None:
        self.db = sqlite3.connect(str(plaats) if plaats else ":memory:", isolation_level=None)
        self.db.executescript(_TABELLEN)

    def sluit(self) -> None:
        self.db.close()

    def gezien(self, soort: str, id: str) -> tuple[bool, bytes | None]:
        """Whether this message came before, and the answer that was given then."""
        rij = self.db.execute(
            "UPDATE gezien SET keren = keren + 1 WHERE soort = ? AND id = ? RETURNING antwoord", (soort, id)
        ).fetchone()
        return (True, rij[0]) if rij else (False, None)

    def onthoud(self, soort: str, id: str, antwoord: bytes | None) -> None:
        self.db.execute("INSERT INTO gezien (soort, id, antwoord) VALUES (?, ?, ?)", (soort, id, antwoord))

    def aantal(self, soort: str) -> tuple[int, int]:
        """How many different messages of a kind came, and how many repeats."""
        rij = self.db.execute(
            "SELECT count(*), coalesce(sum(keren - 1), 0) FROM gezien WHERE soort = ?", (soort,)
        ).fetchone()
        return int(rij[0]), int(rij[1])

    def nummer(self, naam: str) -> int:
        rij = self.db.execute(
            "INSERT INTO teller VALUES (?, 1) ON CONFLICT (naam) DO UPDATE SET stand = stand + 1 RETURNING stand",
            (naam,),
        ).fetchone()
        return int(rij[0])

    def opdracht(self, nummer: int) -> Opdracht | None:
        return next(self._opdrachten("nummer = ?", nummer), None)

    def te_starten(self, dag: date) -> list[Opdracht]:
        return list(self._opdrachten("gestart IS NULL AND reden != '13' AND begint <= ?", dag.isoformat()))

    def te_stoppen(self, dag: date) -> list[Opdracht]:
        return list(
            self._opdrachten("gestart IS NOT NULL AND gestopt IS NULL AND einde <= ?", dag.isoformat())
        )

    def geleverd_in(self, van: date, tot: date) -> list[Opdracht]:
        waar = "gestart <= ? AND (gestopt IS NULL OR gestopt >= ?) AND (einde IS NULL OR einde >= ?) AND reden != '13'"
        return list(self._opdrachten(waar, tot.isoformat(), van.isoformat(), van.isoformat()))

    def lopend(self, dag: date, *, agb: str = "", bsn: str = "") -> list[Opdracht]:
        """What the municipality and a provider see as running: not over, not deleted; of everybody or of one client."""
        waar = "(einde IS NULL OR einde >= ?) AND reden != '13'"
        if agb:
            return list(self._opdrachten(f"{waar} AND agb = ? AND bsn = ?", dag.isoformat(), agb, bsn))
        return list(self._opdrachten(f"{waar} AND gestart IS NOT NULL AND gestopt IS NULL", dag.isoformat()))

    def gevraagd(self, nummer: int) -> bool:
        """Whether something was asked about this order before."""
        return self.db.execute("SELECT 1 FROM gevraagd WHERE nummer = ?", (nummer,)).fetchone() is not None

    def onthoud_vraag(self, nummer: int) -> None:
        self.db.execute("INSERT OR IGNORE INTO gevraagd VALUES (?)", (nummer,))

    def bewaar(self, o: Opdracht) -> None:
        waarden = [_tekst(getattr(o, veld)) for veld in Opdracht.__slots__]
        self.db.execute(f"INSERT OR REPLACE INTO opdracht VALUES ({', '.join('?' * len(waarden))})", waarden)

    def _opdrachten(self, waar: str, *waarden: object) -> Iterator[Opdracht]:
        for rij in self.db.execute(f"SELECT * FROM opdracht WHERE {waar} ORDER BY nummer", waarden):
            (nummer, agb, bsn, geboren, geslacht, naam, code, categorie, ingang, einde, volume, eenheid, frequentie, trap,
             moment, reden, begint, gestart, gestopt) = rij  # fmt: skip
            yield Opdracht(
                nummer, agb, bsn, date.fromisoformat(geboren), geslacht, naam, code, categorie, date.fromisoformat(ingang),
                _dag(einde), volume, eenheid, frequentie, trap, datetime.fromisoformat(moment), reden, _dag(begint), _dag(gestart),
                _dag(gestopt),
            )  # fmt: skip

    def nog_niet_gedeclareerd(self, agb: str, maand: str) -> bool:
        """Claim this month for this provider; False when that was done before."""
        return self.db.execute("INSERT OR IGNORE INTO gedeclareerd VALUES (?, ?)", (agb, maand)).rowcount == 1

    def stel_uit(self, op: date, naam: str, ruw: bytes) -> None:
        self.db.execute("INSERT INTO later VALUES (?, ?, ?)", (op.isoformat(), naam, ruw))

    def uitgesteld(self, dag: date) -> list[tuple[str, bytes]]:
        return [
            (r[0], r[1])
            for r in self.db.execute(
                "DELETE FROM later WHERE op <= ? RETURNING naam, ruw", (dag.isoformat(),)
            )
        ]


def _tekst(waarde: object) -> object:
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
