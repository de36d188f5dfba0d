"""The practice municipality as its players need it: who works where, what is on offer, and a count of what they do.

Everything is read once per process. A `Door` is the real one, from `gemeenten.access`, as a signed-in colleague gets.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from wijkspil.aanbieders.models import Aanbieder, Product, Tarief
from wijkspil.core.door import Door, Rol
from wijkspil.gemeenten.models import Gemeente, Medewerker, Team, Wijk
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.werkwijzen.catalogus import Product as Soortproduct
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .inrichting import door_van
from .opdracht import Telling

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Speler:
    """A member of staff who plays along: the row that others refer to, and the door through which acts go."""

    medewerker: Medewerker
    door: Door


class Stad:
    """One municipality during play. Make it with the municipality open (`binnen`)."""

    def __init__(self, gemeente: Gemeente, dag: date) -> None:
        self.gemeente = gemeente
        self.telling = Telling()
        self._werkwijzen: dict[date, Werkwijze] = {}
        self.werkwijze = laad(gemeente.werkwijze, dag)
        mensen = list(Medewerker.objects.select_related("account").order_by("gemaakt_op"))
        self.spelers = [Speler(m, door_van(m.naam, gemeente)) for m in mensen]
        self.per_naam = {s.medewerker.naam: s for s in self.spelers}
        self.teams = {t.pk: t for t in Team.objects.order_by("gemaakt_op")}
        self.wijken = {w.code: w for w in Wijk.objects.order_by("gemaakt_op")}
        self.producten = {p.code: p for p in Product.objects.order_by("gemaakt_op")}
        self.aanbod = list(Aanbod.objects.filter(actief=True).order_by("gemaakt_op"))
        self._leveranciers = self._lees_leveranciers()

    def werkwijze_op(self, dag: date) -> Werkwijze:
        """The way of working under which a question of that day begins."""
        if dag not in self._werkwijzen:
            self._werkwijzen[dag] = laad(self.gemeente.werkwijze, dag)
        return self._werkwijzen[dag]

    def doe(self, actie: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Play one act and count it."""
        begin = time.perf_counter()
        uitkomst = actie(*args, **kwargs)
        self.telling.tel(actie.__name__, time.perf_counter() - begin)
        return uitkomst

    def met_rol(self, rol: Rol, toeval: random.Random) -> Speler:
        return toeval.choice([s for s in self.spelers if rol in s.door.rollen])

    def consulent(self, team_id: UUID | None, toeval: random.Random) -> Speler:
        """Somebody of the team who handles questions; a team leader only now and then."""
        leden = [s for s in self.spelers if team_id in s.door.teams and Rol.CONSULENT in s.door.rollen]
        return toeval.choices(leden, [1 if Rol.TEAMLEIDER in s.door.rollen else 5 for s in leden])[0]

    def lezer(self, wie_wel: Sequence[str], team_id: UUID | None) -> Speler:
        """Somebody who may decide, as a judgement on a mandate names them ("naam (functie)"); of the own team if possible."""
        mogelijk = [self.per_naam[tekst.partition(" (")[0]] for tekst in wie_wel]
        return min(mogelijk, key=lambda s: team_id not in s.door.teams)

    def beoordelaars(self, product: Soortproduct | None) -> Team | None:
        """The team that assesses for the region when the product needs a decision; None where people assess themselves."""
        gedeeld = self.werkwijze.gedeelde_toegang
        if gedeeld is None or product is None or product.mag_zonder_besluit:
            return None
        naam = next(t.naam for t in self.werkwijze.teams.lijst if t.sleutel == gedeeld.team)
        return next(t for t in self.teams.values() if t.naam == naam)

    def product(self, code: str) -> Product:
        return self.producten[code]

    def kies_aanbieder(self, product: Product, toeval: random.Random) -> Aanbieder | None:
        """A provider with a tariff for the product; who can start soon is chosen more often. None when nobody has it."""
        mogelijk = self._leveranciers.get(product.code, [])
        return (
            toeval.choices(mogelijk, [40 - min(a.wachttijd_dagen or 0, 35) for a in mogelijk])[0]
            if mogelijk
            else None
        )

    def kies_aanbod(
        self, themas: tuple[str, ...], wijk_id: UUID | None, toeval: random.Random
    ) -> Aanbod | None:
        """Something from the social map that fits a theme, in the district or everywhere."""
        passend = [a for a in self.aanbod if set(a.themas) & set(themas) and a.wijk_id in (None, wijk_id)]
        return toeval.choice(passend) if passend else None

    def _lees_leveranciers(self) -> dict[str, list[Aanbieder]]:
        gevonden: dict[str, list[Aanbieder]] = {}
        tarieven = Tarief.objects.filter(contract__aanbieder__neemt_aan=True).select_related(
            "product", "contract__aanbieder"
        )
        for tarief in tarieven.order_by("contract__aanbieder__gemaakt_op"):
            lijst = gevonden.setdefault(tarief.product.code, [])
            if tarief.contract.aanbieder not in lijst:
                lijst.append(tarief.contract.aanbieder)
        return gevonden


def velden(**waarden: Any) -> dict[str, Any]:
    """Leave out what is empty."""
    return {naam: waarde for naam, waarde in waarden.items() if waarde}
