"""Is this somebody we know, or a question that runs already? On person, household and open question (H19)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.inwoners.models import Inwoner
from wijkspil.inwoners.zoeken import Gelijkenis, lijkt_op
from wijkspil.toegang.access import relatie
from wijkspil.toegang.models import Hulpvraag, Stap

from .forms import NieuweVraagForm

_WOORDEN = {
    "bsn": "zelfde burgerservicenummer",
    "naam": "zelfde of bijna dezelfde naam",
    "geboortedatum": "zelfde geboortedatum",
    "adres": "zelfde adres",
}


def _woorden() -> None:
    """The words above, for the catalogue."""
    (
        _("zelfde burgerservicenummer"),
        _("zelfde of bijna dezelfde naam"),
        _("zelfde geboortedatum"),
        _("zelfde adres"),
    )


@dataclass(frozen=True, slots=True)
class Lopend:
    """An open question as a colleague without a relation may know it: that it is there, and with whom."""

    id: UUID
    nummer: str
    stap: str
    team: str
    mag_openen: bool


@dataclass(frozen=True, slots=True)
class Bekende:
    """A resident as search may show: name, year of birth, place; no address and nothing about the case."""

    id: UUID
    naam: str
    geboortejaar: int | None
    plaats: str
    geheim: bool
    waarom: str
    zelfde_persoon: bool
    vragen: tuple[Lopend, ...]


def zoek_dubbelen(form: NieuweVraagForm, door: Door) -> list[Bekende]:
    """Known people whom a new person resembles, when that is reason to ask. One query; two when somebody resembles.

    A housemate alone is no reason, unless a question already runs at that address.
    """
    nieuw = form.inwoner()
    gelijk = lijkt_op(
        achternaam=nieuw.achternaam,
        geboortedatum=nieuw.geboortedatum,
        postcode=nieuw.postcode,
        huisnummer=nieuw.huisnummer,
        bsn=nieuw.bsn or None,
    )
    bekenden = bekijk([g.inwoner for g in gelijk], door, {g.inwoner.pk: g for g in gelijk})
    return [b for b in bekenden if b.zelfde_persoon or b.vragen]


def bekijk(
    inwoners: Iterable[Inwoner], door: Door, gelijk: dict[UUID, Gelijkenis] | None = None
) -> list[Bekende]:
    """Residents with the questions that are open for them, as little as search may show. At most one query."""
    lijst = list(inwoners)
    vragen = open_vragen([i.pk for i in lijst], door)
    gevonden = []
    for inwoner in lijst:
        gelijkenis = (gelijk or {}).get(inwoner.pk)
        waarom = gelijkenis.waarom if gelijkenis else ()
        gevonden.append(
            Bekende(
                id=inwoner.pk,
                naam=inwoner.naam,
                geboortejaar=inwoner.geboortedatum.year if inwoner.geboortedatum else None,
                plaats="" if inwoner.geheim_adres else inwoner.woonplaats,
                geheim=inwoner.geheim_adres,
                waarom=", ".join(_(_WOORDEN[w]) for w in waarom),
                zelfde_persoon=gelijkenis is None or gelijkenis.zeker or "naam" in waarom,
                vragen=tuple(vragen[inwoner.pk]),
            )
        )
    return gevonden


def open_vragen(inwoner_ids: list[UUID], door: Door) -> dict[UUID, list[Lopend]]:
    """The questions that are not closed, per resident. One query."""
    per_inwoner: dict[UUID, list[Lopend]] = defaultdict(list)
    if not inwoner_ids:
        return per_inwoner
    vragen = (
        Hulpvraag.objects.filter(inwoner_id__in=inwoner_ids)
        .exclude(stap=Stap.AFGESLOTEN)
        .select_related("team", "inwoner")
    )
    for vraag in vragen.order_by("-gemaakt_op")[:60]:
        per_inwoner[vraag.inwoner_id].append(
            Lopend(
                vraag.pk,
                vraag.nummer,
                vraag.get_stap_display(),
                ""
                if vraag.team is None or vraag.inwoner.geheim_adres
                else vraag.team.naam,  # a team is a place
                relatie(door, vraag) is not None,
            )
        )
    return per_inwoner
