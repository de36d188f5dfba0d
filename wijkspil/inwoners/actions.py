"""Adding and changing what we know of a resident. Tell once: what is here is never asked again."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.ids import uuid7

from .models import Inwoner, Relatie
from .zoeken import schone_postcode, schoon_huisnummer

_WIJZIGBAAR = (
    "voornamen roepnaam voorvoegsel achternaam geboortedatum geslacht straat huisnummer postcode woonplaats wijk "
    "geheim_adres telefoon email taal tolk_nodig let_op talenten wensen contactpersoon bsn overleden_op"
)
WIJZIGBAAR = frozenset(_WIJZIGBAAR.split())


@dataclass(frozen=True, slots=True)
class NieuweInwoner:
    """What a first contact tells about somebody; only a surname is needed to begin."""

    achternaam: str
    voornamen: str = ""
    roepnaam: str = ""
    voorvoegsel: str = ""
    geboortedatum: date | None = None
    geslacht: str = Inwoner.Geslacht.ONBEKEND
    bsn: str | None = None
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = ""
    telefoon: str = ""
    email: str = ""
    geheim_adres: bool = False


def schrijf_in(h: Handeling, nieuw: NieuweInwoner, *, wijk_id: Any = None) -> Inwoner:
    """Add a resident within another action (a first contact). Two queries: the household at the address, the person.

    Somebody with a protected address gets no household: it would give the address away.
    """
    velden: dict[str, Any] = {naam: getattr(nieuw, naam) for naam in nieuw.__dataclass_fields__}
    velden["postcode"], velden["huisnummer"] = (
        schone_postcode(nieuw.postcode),
        schoon_huisnummer(nieuw.huisnummer),
    )
    velden["bsn"] = nieuw.bsn or None
    huishouden_id = None
    if velden["postcode"] and velden["huisnummer"] and not nieuw.geheim_adres:
        huishouden_id = _huishouden_op(h, velden["postcode"], velden["huisnummer"])
    return h.maak(Inwoner(**velden, huishouden_id=huishouden_id, wijk_id=wijk_id))


_HUISHOUDEN_OP = """
WITH bekend AS (
    SELECT id FROM inwoners_huishouden WHERE postcode = %(postcode)s AND huisnummer = %(huisnummer)s ORDER BY id LIMIT 1
), nieuw AS (
    INSERT INTO inwoners_huishouden (gemeente_id, id, rev, gemaakt_op, postcode, huisnummer)
    SELECT %(gemeente)s, %(id)s, 1, %(moment)s, %(postcode)s, %(huisnummer)s WHERE NOT EXISTS (SELECT FROM bekend)
    RETURNING id
)
SELECT id FROM bekend UNION ALL SELECT id FROM nieuw
"""


def _huishouden_op(h: Handeling, postcode: str, huisnummer: str) -> UUID:
    """The household at an address, made when nobody was known there. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            _HUISHOUDEN_OP,
            {
                "gemeente": h.door.gemeente_id,
                "id": uuid7(),
                "moment": h.moment,
                "postcode": postcode,
                "huisnummer": huisnummer,
            },
        )
        gevonden: UUID = cursor.fetchone()[0]
    return gevonden


def wijzig_inwoner(inwoner: Inwoner, *, door: Door, **velden: Any) -> Inwoner:
    """Change known data; the event says which fields, never what they hold.

    Raises:
        ValueError: a field that can't be changed here.
        Botsing: somebody else changed the resident meanwhile.
    """
    onbekend = set(velden) - WIJZIGBAAR
    if onbekend:
        raise ValueError(f"Deze gegevens wijzigt u hier niet: {', '.join(sorted(onbekend))}.")
    anders = [naam for naam, waarde in velden.items() if getattr(inwoner, naam) != waarde]
    if not anders:
        return inwoner
    with handeling("inwoner.gewijzigd", door=door, doel="gegevens bijwerken") as h:
        for naam in anders:
            setattr(inwoner, naam, velden[naam])
        extra = ["zoeknaam", "klanknaam"] if "achternaam" in anders else []
        if extra:
            inwoner.zet_zoeknamen()
        h.bewaar(inwoner, *anders, *extra)
        h.over(inwoner, inwoner=inwoner)
        h.meld(wat=", ".join(sorted(anders)).replace("_", " "))
    return inwoner


def voeg_relatie_toe(
    inwoner: Inwoner, *, naam: str, soort: str, van: date, door: Door, hulpvraag: Any = None, **velden: Any
) -> Relatie:
    """Put somebody in the network of a resident (O4)."""
    with handeling("relatie.toegevoegd", door=door, doel="netwerk bijwerken") as h:
        relatie = h.maak(Relatie(inwoner=inwoner, naam=naam, soort=soort, van=van, **velden))
        h.over(relatie, dossier=hulpvraag, inwoner=inwoner)
        h.meld(soort=relatie.get_soort_display(), mantelzorger=relatie.is_mantelzorger)
    return relatie


def beeindig_relatie(relatie: Relatie, *, op: date, door: Door, hulpvraag: Any = None) -> None:
    with handeling("relatie.beeindigd", door=door, doel="netwerk bijwerken") as h:
        relatie.tot = op
        h.bewaar(relatie, "tot")
        h.over(relatie, dossier=hulpvraag, inwoner=relatie.inwoner_id)
