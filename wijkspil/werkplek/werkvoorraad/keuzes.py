"""What the filters can be set to: teams, districts and colleagues of this municipality, and the reader's own lists. One query."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from wijkspil.core.door import Door
from wijkspil.gemeenten.models import Medewerker, Team, Wijk, Zoekopdracht

Optie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EigenLijst:
    """A list that the reader saved; `filter` is the query string of its address."""

    id: UUID
    naam: str
    filter: str


@dataclass(frozen=True, slots=True)
class Keuzes:
    teams: tuple[Optie, ...]
    wijken: tuple[Optie, ...]
    behandelaars: tuple[Optie, ...]
    eigen: tuple[EigenLijst, ...]


def pak_keuzes(door: Door) -> Keuzes:
    """Colleagues are those of the reader's own teams, the reader first."""
    leeg = Value("", output_field=CharField())
    teams = Team.objects.values_list(Value("team"), "id", "naam", leeg)
    wijken = Wijk.objects.values_list(Value("wijk"), "id", "naam", leeg)
    collegas = Medewerker.objects.filter(lidmaatschappen__team__in=door.teams, actief=True)
    mensen = collegas.values_list(Value("mens"), "id", "naam", leeg)
    eigen = Zoekopdracht.objects.filter(medewerker_id=door.id)
    lijsten = eigen.values_list(Value("eigen"), "id", "naam", Cast("filter", CharField()))
    gevonden: dict[str, list[tuple[UUID, str, str]]] = defaultdict(list)
    for soort, id, naam, filter in teams.union(wijken, mensen, lijsten).order_by("naam"):
        gevonden[soort].append((id, naam, filter))

    def opties(soort: str) -> tuple[Optie, ...]:
        return tuple((str(id), naam) for id, naam, _filter in gevonden[soort])

    ik = [(str(door.id), door.naam)]
    return Keuzes(
        opties("team"),
        opties("wijk"),
        tuple(ik + [mens for mens in opties("mens") if mens[0] != str(door.id)]),
        tuple(EigenLijst(*rij) for rij in gevonden["eigen"]),
    )
