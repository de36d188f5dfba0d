"""Who does it. Every action and every look names a `Door`; nobody-did-it does not exist."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from django.utils.translation import gettext as _


class Rol(StrEnum):
    """What somebody is for. A role opens pages; only a relation to the file opens the file (A3)."""

    FRONTOFFICE = "frontoffice"
    CONSULENT = "consulent"
    TEAMLEIDER = "teamleider"
    BACKOFFICE = "backoffice"
    CONTRACTBEHEER = "contractbeheer"
    BELEID = "beleid"
    FUNCTIONEEL_BEHEER = "functioneel_beheer"
    PARTNER = "partner"


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
class Machtiging:
    """For which resident somebody acts on the resident's own pages: for oneself, or for another within a scope, today."""

    id: UUID
    inwoner_id: UUID
    zelf: bool
    mag_regelen: bool

    @property
    def grond(self) -> str:
        """The relation in words for the audit line."""
        return "inwoner zelf" if self.zelf else "vertegenwoordiger van de inwoner"


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
    machtigingen: tuple[Machtiging, ...] = ()

    @classmethod
    def systeem(cls, gemeente_id: int, naam: str = "Wijkspil") -> Self:
        """The platform itself: clocks, incoming messages, scheduled work."""
        return cls(Soort.SYSTEEM, gemeente_id, naam)

    def heeft(self, *rollen: Rol) -> bool:
        return not self.rollen.isdisjoint(rollen)

    def machtiging_voor(self, inwoner_id: UUID | None) -> Machtiging | None:
        """What this person may do today as, or for, a resident; None for staff and for strangers."""
        return next((m for m in self.machtigingen if m.inwoner_id == inwoner_id), None)

    def eis(self, *rollen: Rol, om_te: str, inwoner: UUID | None = None) -> None:
        """Raise GeenRecht unless one of the roles is held; processes of the platform itself always pass.

        Args:
            inwoner: the resident who may do this too, or a representative who may arrange things.
        """
        if inwoner is not None and self.soort is Soort.INWONER:
            return self.eis_regelen(inwoner, om_te=om_te)
        if self.soort is not Soort.SYSTEEM and not self.heeft(*rollen):
            namen = " of ".join(r.value.replace("_", " ") for r in rollen)
            raise GeenRecht(
                f"{self.naam} mag dit niet: {om_te} is werk voor {namen}. Draag het over of vraag de teamleider."
            )

    def eis_regelen(self, inwoner_id: UUID, *, om_te: str) -> None:
        """Raise GeenRecht unless this is the resident, or a representative who may do more than look."""
        machtiging = self.machtiging_voor(inwoner_id)
        if machtiging is None or not machtiging.mag_regelen:
            raise GeenRecht(
                _(
                    "U mag meekijken, maar niet iets regelen. %(wat)s kan de inwoner zelf doen, of iemand die voor de inwoner "
                    "mag regelen. De inwoner kan dat aanpassen bij “Wie mag meekijken”."
                )
                % {"wat": om_te[:1].upper() + om_te[1:]}
            )

    def vanuit(self, herkomst: str) -> Self:
        return replace(self, herkomst=herkomst)
