"""The address bar of the work list: `?lijst=team&stap=melding&termijn=week`. A list can be shared by sharing its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.toegang.models import Stap
from wijkspil.toegang.querysets import TE_VERDELEN, Lijst, Plek, takken, team_takken
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .keuzes import Keuzes, Optie

LIJSTEN = ("mijn", "lezen", "team", "onverdeeld", "spoed", "week", "alles")
TERMIJNEN = ("te_laat", "vandaag", "week", "stil", "geen")
VELDEN = ("wijk", "stap", "urgentie", "termijn", "team", "behandelaar", "kanaal")
NIEMAND = "niemand"
NIET_BEOORDEELD = "niet"


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody wants to see; values that the page doesn't know are left out when it is read."""

    lijst: str
    waarden: tuple[tuple[str, str], ...] = ()
    na: Plek | None = None

    def adres(self, na: Plek | None = None) -> str:
        """The query string that leads to this list, further on when `na` is given."""
        velden = [("lijst", self.lijst), *self.waarden]
        if na is not None:
            velden.append(("na", f"{na.uiterlijk.isoformat() if na.uiterlijk else 'geen'}_{na.id}"))
        return urlencode(velden)


def lees(parameters: Mapping[str, str], opties: Mapping[str, tuple[Optie, ...]], standaard: str) -> Filter:
    """Read a query string; an unknown value counts as not chosen, so that an old shared address still shows a list."""
    lijst = parameters.get("lijst", "")
    waarden = []
    for veld in VELDEN:
        waarde = parameters.get(veld, "")
        if any(waarde == sleutel for sleutel, _label in opties[veld]):
            waarden.append((veld, waarde))
    return Filter(lijst if lijst in LIJSTEN else standaard, tuple(waarden), _plek(parameters.get("na", "")))


def opties(keuzes: Keuzes, werkwijze: Werkwijze) -> dict[str, tuple[Optie, ...]]:
    """Per filter what can be chosen, in the words of the way of working."""
    return {
        "wijk": keuzes.wijken,
        "stap": tuple((s.value, str(s.label)) for s in Stap if s is not Stap.AFGESLOTEN),
        "urgentie": (
            *((n.sleutel, n.label) for n in werkwijze.triage.niveaus),
            (NIET_BEOORDEELD, _("nog niet beoordeeld")),
        ),
        "termijn": (
            ("te_laat", _("te laat")),
            ("vandaag", _("vandaag")),
            ("week", _("deze week")),
            ("stil", _("staat stil")),
            ("geen", _("geen termijn")),
        ),
        "team": keuzes.teams,
        "behandelaar": ((NIEMAND, _("niemand")), *keuzes.behandelaars),
        "kanaal": tuple((k.sleutel, k.label) for k in werkwijze.kanalen.lijst),
    }


def lijst_van(filter: Filter, door: Door, vandaag: date) -> Lijst:
    """The rows that a filter asks for, within what this person may see."""
    basis = _basis(filter.lijst, door, vandaag)
    for veld, waarde in filter.waarden:
        basis = basis.met(_voorwaarde(veld, waarde, vandaag))
    return basis


def einde_week(vandaag: date) -> date:
    """The Sunday of this week."""
    return vandaag + timedelta(days=6 - vandaag.weekday())


def _basis(naam: str, door: Door, vandaag: date) -> Lijst:
    alles = takken(door)
    match naam:
        case "mijn":
            return Lijst((Q(behandelaar_id=door.id),) if door.id else ())
        case "lezen":
            return Lijst((Q(tweede_lezer_id=door.id),) if door.id else ())
        case "team":
            return Lijst(team_takken(door))
        case "onverdeeld":
            return Lijst(alles, Q(behandelaar__isnull=True, stap__in=TE_VERDELEN))
        case "spoed":
            return Lijst(alles, Q(spoed_uiterlijk__isnull=False))
        case "week":
            return Lijst(alles, Q(uiterlijk__lte=einde_week(vandaag)))
    return Lijst(alles)


def _voorwaarde(veld: str, waarde: str, vandaag: date) -> Q:
    match veld, waarde:
        case "termijn", "te_laat":
            return Q(uiterlijk__lt=vandaag)
        case "termijn", "vandaag":
            return Q(uiterlijk=vandaag)
        case "termijn", "week":
            return Q(uiterlijk__gte=vandaag, uiterlijk__lte=einde_week(vandaag))
        case "termijn", "stil":
            return Q(opgeschort=True)
        case "termijn", _geen:
            return Q(uiterlijk__isnull=True, opgeschort=False)
        case "behandelaar", "niemand":
            return Q(behandelaar__isnull=True)
        case "urgentie", "niet":
            return Q(urgentie="")
        case (("wijk" | "team" | "behandelaar"), id):
            return Q(**{f"{veld}_id": UUID(id)})
    return Q(**{veld: waarde})


def _plek(tekst: str) -> Plek | None:
    dag, _streep, id = tekst.partition("_")
    try:
        return Plek(None if dag == "geen" else date.fromisoformat(dag), UUID(id))
    except ValueError:
        return None
