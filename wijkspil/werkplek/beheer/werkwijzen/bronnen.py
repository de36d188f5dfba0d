"""Which ways of working somebody can look at and compare: own versions, own drafts, and what ships for others."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.werkplek.pagina import Verzoek
from wijkspil.werkwijzen.controle import lees
from wijkspil.werkwijzen.kast import WerkwijzeNietGevonden, laad, laad_versie, meegeleverd, tekst_van, versies
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .woorden import versienaam

CONCEPT = "concept:"
Status = Werkwijzeversie.Status


@dataclass(frozen=True, slots=True)
class Keuze:
    sleutel: str
    naam: str


def nu(request: Verzoek) -> Werkwijze:
    """The way of working that holds here today; one query."""
    return laad(request.gemeente.werkwijze, klok.vandaag())


def eigen_versies(request: Verzoek) -> list[str]:
    """The keys of all versions of this municipality, shipped and own, newest first; one query."""
    slug = request.gemeente.werkwijze
    return [f"{slug}@{dag.isoformat()}" for dag in reversed(versies(slug))]


def van_anderen(request: Verzoek) -> list[str]:
    """The keys of what ships for other municipalities; what they published themselves stays behind their border."""
    return [sleutel for sleutel in meegeleverd() if not sleutel.startswith(f"{request.gemeente.werkwijze}@")]


def keuzes(request: Verzoek) -> list[tuple[str, list[Keuze]]]:
    """Everything that can be compared, in groups for a select; two queries."""
    concepten = [
        Keuze(f"{CONCEPT}{pk}", naam)
        for pk, naam in Werkwijzeversie.objects.filter(status__in=[Status.CONCEPT, Status.VOORGELEGD])
        .order_by("-gewijzigd_op")
        .values_list("pk", "naam")
    ]
    groepen = [
        (_("Van uw gemeente"), [Keuze(s, versienaam(s, request.gemeente)) for s in eigen_versies(request)]),
        (_("Concepten"), concepten),
        (
            _("Van andere gemeenten"),
            [Keuze(s, versienaam(s, request.gemeente)) for s in van_anderen(request)],
        ),
    ]
    return [(naam, lijst) for naam, lijst in groepen if lijst]


def tekst_en_naam(request: Verzoek, sleutel: str) -> tuple[str, str]:
    """The text behind a choice, and what to call it. Raises Http404 when it isn't there."""
    if sleutel.startswith(CONCEPT):
        versie = pak_versie(sleutel.removeprefix(CONCEPT))
        return versie.tekst, versie.naam
    try:
        return tekst_van(sleutel), versienaam(sleutel, request.gemeente)
    except WerkwijzeNietGevonden:
        raise Http404 from None


def lees_keuze(request: Verzoek, sleutel: str) -> Werkwijze:
    """The way of working behind a choice.

    Raises Http404 when it isn't there, WerkwijzeOngeldig for a draft with faults.
    """
    if sleutel.startswith(CONCEPT):
        return lees(pak_versie(sleutel.removeprefix(CONCEPT)).tekst, "concept")
    try:
        return laad_versie(sleutel)
    except WerkwijzeNietGevonden:
        raise Http404 from None


def pak_versie(id: UUID | str) -> Werkwijzeversie:
    """A draft or version of this municipality; Http404 when there is none. One query."""
    try:
        return Werkwijzeversie.objects.get(pk=UUID(str(id)))
    except (ValueError, Werkwijzeversie.DoesNotExist):
        raise Http404 from None
