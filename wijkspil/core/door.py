"""Who does it. Every action and every look names a `Door`; nobody-did-it does not exist."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self
from uuid import UUID


class Rol(StrEnum):
    """What somebody is for. A role opens pages; only a relation to the file opens the file (A3)."""

    FRONTOFFICE = "frontoffice"
    CONSULENT = "consulent"
    TEAMLEIDER = "teamleider"
    BACKOFFICE = "backoffice"
    CONTRACTBEHEER = "contractbeheer"
    BELEID = "beleid"
    FUNCTIONEEL_BEHEER = "functioneel_beheer"


class Soort(StrEnum):
    MEDEWERKER = "medewerker"
    AANBIEDER = "aanbieder"
    INWONER = "inwoner"
    SYSTEEM = "systeem"


class GeenRecht(PermissionError):
    """This person may not do this; the message says who may, in plain Dutch.

    `inzage` holds what the audit log must keep of the refusal, also when everything else of the request is undone.
    """

    def __init__(self, uitleg: str, *, inzage: dict[str, Any] | None = None) -> None:
        self.inzage = inzage
        super().__init__(uitleg)


@dataclass(frozen=True, slots=True)
class Door:
    """The person or process behind an action: who, for which municipality, in which roles and teams, from where."""

    soort: Soort
    gemeente_id: int
    naam: str
    id: UUID | None = None
    rollen: frozenset[Rol] = frozenset()
    teams: frozenset[UUID] = frozenset()
    herkomst: str = ""
    verzoek: UUID | None = None
    aanbieder_id: UUID | None = None

    @classmethod
    def systeem(cls, gemeente_id: int, naam: str = "Wijkspil") -> Self:
        """The platform itself: clocks, incoming messages, scheduled work."""
        return cls(Soort.SYSTEEM, gemeente_id, naam)

    def heeft(self, *rollen: Rol) -> bool:
        return not self.rollen.isdisjoint(rollen)

    def eis(self, *rollen: Rol, om_te: str) -> None:
        """Raise GeenRecht unless one of the roles is held; processes of the platform itself always pass."""
        if self.soort is not Soort.SYSTEEM and not self.heeft(*rollen):
            namen = " of ".join(r.value.replace("_", " ") for r in rollen)
            raise GeenRecht(
                f"{self.naam} mag dit niet: {om_te} is werk voor {namen}. Draag het over of vraag de teamleider."
            )

    def vanuit(self, herkomst: str) -> Self:
        return replace(self, herkomst=herkomst)
