"""One action: check, change, event, audit and outbox row in one transaction. There is no other way to write.

    with handeling("melding.ontvangen", door=door, doel="melding opnemen") as h:
        hulpvraag = h.maak(Hulpvraag(...))
        h.over(hulpvraag)
        h.meld(kanaal="telefoon")

When the block ends without an error, the event, the audit line and whatever must go out are written in one statement; an error
anywhere undoes all of it. Cost: one query on top of the changes themselves.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.utils.translation import override

from . import gebeurtenissen, klok
from .door import Door
from .grens import BuitenDeGrens, huidige_gemeente
from .ids import uuid7
from .models import GemeenteModel
from .rijen import voeg_in, werk_bij
from .schrijven import schrijven_open

M = TypeVar("M", bound=GemeenteModel)
Reactie = Callable[["Handeling"], None]

_SCHRIJF_GEBEURTENIS = """
INSERT INTO core_gebeurtenis (gemeente_id, soort, moment, dag, dossier_id, inwoner_id, onderwerp, onderwerp_id,
    door_soort, door_id, door_naam, werkwijze, handeling_id, gegevens)
VALUES (%(gemeente)s, %(soort)s, %(moment)s, %(dag)s, %(dossier)s, %(inwoner)s, %(onderwerp)s, %(onderwerp_id)s,
    %(door_soort)s, %(door_id)s, %(door_naam)s, %(werkwijze)s, %(handeling)s, %(gegevens)s)
"""
_SCHRIJF_AUDIT = """
INSERT INTO core_auditregel (gemeente_id, moment, actie, resultaat, door_soort, door_id, door_naam, rollen, grond, doel, deel,
    inwoner_id, dossier_id, herkomst, handeling_id)
VALUES (%(gemeente)s, %(moment)s, %(soort)s, %(resultaat)s, %(door_soort)s, %(door_id)s, %(door_naam)s, %(rollen)s, %(grond)s,
    %(doel)s, %(deel)s, %(inwoner)s, %(dossier)s, %(herkomst)s, %(handeling)s)
"""
_SCHRIJF_UITGAAND = """
INSERT INTO core_uitgaand (gemeente_id, soort, sleutel, inhoud, status, aangemaakt, niet_voor, uiterlijk, pogingen, fout, handeling_id)
SELECT %(gemeente)s, u.soort, u.sleutel, u.inhoud, 'wacht', %(moment)s, u.niet_voor, u.uiterlijk, 0, '', %(handeling)s
FROM jsonb_to_recordset(%(uitgaand)s::jsonb) AS u(soort text, sleutel text, inhoud jsonb, niet_voor timestamptz, uiterlijk timestamptz)
"""


class Botsing(Exception):
    """Somebody else changed this row in the meantime. Carries the row as it is now, so that both versions can be shown."""

    def __init__(self, rij: GemeenteModel) -> None:
        self.rij = rij
        super().__init__(
            "Iemand anders heeft dit intussen gewijzigd. Bekijk hieronder wat er nu staat en kies wat u wilt bewaren; "
            "wat u typte is niet weg."
        )


class Handeling:
    """What an action is doing right now. Made by `handeling()`, handed to reactions in `wijkspil.reis`."""

    def __init__(self, soort: str, door: Door, doel: str, grond: str) -> None:
        self.soort, self.door, self.doel, self.grond = soort, door, doel, grond
        self.id = uuid7()
        self.moment: datetime = klok.nu()
        self.dag: date = klok.vandaag()
        self.gegevens: dict[str, Any] = {}
        self.dossier_id: UUID | None = None
        self.inwoner_id: UUID | None = None
        self.onderwerp: GemeenteModel | None = None
        self.werkwijze = ""
        self._uitgaand: list[dict[str, Any]] = []

    def maak(self, rij: M) -> M:
        """Insert a new row of the municipality of `door`; one query."""
        rij.gemeente_id = self.door.gemeente_id  # type: ignore[attr-defined]
        rij.gemaakt_op = self.moment
        voeg_in(rij)
        return rij

    def maak_veel(self, rijen: list[M]) -> list[M]:
        """Insert several new rows of one kind; one query."""
        for rij in rijen:
            rij.gemeente_id = self.door.gemeente_id  # type: ignore[attr-defined]
            rij.gemaakt_op = self.moment
        if rijen:
            type(rijen[0]).objects.bulk_create(rijen)
        return rijen

    def bewaar(self, rij: GemeenteModel, *velden: str) -> None:
        """Save the named fields of a row that is still the one that was read; one query.

        Raises:
            Botsing: the row has a newer `rev` in the database than in the hand.
        """
        if not werk_bij(rij, velden):
            raise Botsing(type(rij).objects.get(pk=rij.pk))
        rij.rev += 1

    def verwijder(self, rij: GemeenteModel) -> None:
        rij.delete()

    def over(self, onderwerp: GemeenteModel, *, dossier: Any = None, inwoner: Any = None) -> None:
        """Say what the event is about. A row with `inwoner_id` or `hulpvraag_id` brings those along."""
        self.onderwerp = onderwerp
        if dossier is not None:
            self.dossier_id = getattr(dossier, "pk", dossier)
        elif getattr(onderwerp, "is_dossier", False):
            self.dossier_id = onderwerp.pk
        else:
            self.dossier_id = getattr(onderwerp, "hulpvraag_id", None)
        self.inwoner_id = getattr(inwoner, "pk", inwoner) or getattr(
            onderwerp, "inwoner_id", getattr(dossier, "inwoner_id", None)
        )
        self.werkwijze = (
            getattr(onderwerp, "werkwijze", "") or getattr(dossier, "werkwijze", "") or self.werkwijze
        )

    def meld(self, *, dag: date | None = None, **gegevens: Any) -> None:
        """Add facts to the event: plain values, no narrative and no BSN. `dag` when it counts on another day."""
        self.gegevens.update(gegevens)
        if dag is not None:
            self.dag = dag

    def verstuur(
        self,
        soort: str,
        sleutel: str,
        *,
        niet_voor: datetime | None = None,
        binnen: timedelta = timedelta(days=1),
        **inhoud: Any,
    ) -> None:
        """Put something in the outbox: it goes out after this transaction has been committed, and only then."""
        start = niet_voor or self.moment
        self._uitgaand.append(
            {
                "soort": soort,
                "sleutel": sleutel,
                "inhoud": inhoud,
                "niet_voor": start,
                "uiterlijk": start + binnen,
            }
        )

    def _schrijf(self) -> None:
        gebeurtenissen.soort(self.soort)
        door, onderwerp = self.door, self.onderwerp
        sql = f"WITH g AS ({_SCHRIJF_GEBEURTENIS} RETURNING id)"
        if self._uitgaand:
            sql += f", u AS ({_SCHRIJF_UITGAAND} RETURNING id)"
        sql += _SCHRIJF_AUDIT
        waarden = {
            **_wie(door),
            "soort": self.soort,
            "moment": self.moment,
            "dag": self.dag,
            "dossier": self.dossier_id,
            "inwoner": self.inwoner_id,
            "onderwerp": onderwerp._meta.label if onderwerp else "",
            "onderwerp_id": onderwerp.pk if onderwerp else None,
            "werkwijze": self.werkwijze,
            "handeling": self.id,
            "gegevens": json.dumps(self.gegevens, cls=DjangoJSONEncoder),
            "uitgaand": json.dumps(self._uitgaand, cls=DjangoJSONEncoder),
            "resultaat": "gelukt",
            "grond": self.grond,
            "doel": self.doel,
            "deel": "",
        }
        with connection.cursor() as cursor:
            cursor.execute(sql, waarden)


def _wie(door: Door) -> dict[str, Any]:
    return {
        "gemeente": door.gemeente_id,
        "door_soort": door.soort.value,
        "door_id": door.id,
        "door_naam": door.naam,
        "rollen": ",".join(sorted(door.rollen)),
        "herkomst": door.herkomst,
    }


_erbij: dict[str, list[Reactie]] = {}
_erna: dict[str, list[Reactie]] = {}


def bij(soort: str, reactie: Reactie) -> None:
    """Register what goes along with an event, before it is written (a row in the outbox). Only `wijkspil.reis` calls this."""
    if reactie not in _erbij.setdefault(soort, []):
        _erbij[soort].append(reactie)


def na(soort: str, reactie: Reactie) -> None:
    """Register what follows on an event, within the same transaction (another action). Only `wijkspil.reis` calls this."""
    if reactie not in _erna.setdefault(soort, []):
        _erna[soort].append(reactie)


@contextmanager
def handeling(soort: str, *, door: Door, doel: str = "", grond: str = "") -> Iterator[Handeling]:
    """Run one action. `soort` is the past-tense event it leads to, `doel` the purpose that the audit line shows.

    Raises:
        BuitenDeGrens: the municipality of `door` is not the one that is open.
        OnbekendeGebeurtenis: the event is not registered.
    """
    if huidige_gemeente() != door.gemeente_id:
        raise BuitenDeGrens(f"{door.naam} hoort bij een andere gemeente dan de geopende.")
    h = Handeling(soort, door, doel or soort, grond)
    # What is written down is written in Dutch, whatever language the page is in: it is the municipality that speaks.
    with transaction.atomic(savepoint=False), schrijven_open(), override("nl"):
        yield h
        for reactie in _erbij.get(soort, ()):
            reactie(h)
        h._schrijf()
        for reactie in _erna.get(soort, ()):
            reactie(h)


def leg_inzage_vast(
    door: Door,
    *,
    doel: str,
    grond: str,
    deel: str = "",
    dossier_id: UUID | None = None,
    inwoner_id: UUID | None = None,
    resultaat: str = "gelukt",
    actie: str = "dossier.ingezien",
) -> None:
    """Write the audit line for a look (G1): also within a GET, where it is the only thing that can be written. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SCHRIJF_AUDIT,
            {
                **_wie(door),
                "soort": actie,
                "moment": klok.nu(),
                "resultaat": resultaat,
                "grond": grond,
                "doel": doel,
                "deel": deel,
                "inwoner": inwoner_id,
                "dossier": dossier_id,
                "handeling": door.verzoek or uuid7(),
            },
        )


def volgend_nummer(reeks: str) -> int:
    """The next number of a series of this municipality; one upsert, safe under concurrency, gaps only after a rollback."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_teller (gemeente_id, reeks, laatste) VALUES (%s, %s, 1) "
            "ON CONFLICT (gemeente_id, reeks) DO UPDATE SET laatste = core_teller.laatste + 1 RETURNING laatste",
            [huidige_gemeente(), reeks],
        )
        return int(cursor.fetchone()[0])
