"""Open questions and a new version of the way of working: which can move along, and moving them.

Before there is a plan nothing rests on the old version, so a question may go along; what was agreed or decided keeps the
rules of its day. A question also stays when the new version lacks a word that the question uses: nothing written may get
out of sight.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.gemeenten.ingang import werkwijze_van
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from ..models import Gesprek, Hulpvraag, Stap, Triage

GAAT_MEE = (Stap.CONTACT, Stap.MELDING, Stap.ONDERZOEK)


@dataclass(frozen=True, slots=True)
class Verhuizing:
    """What a question would do when a version starts; without a reason to stay it moves."""

    hulpvraag: Hulpvraag
    blijft_omdat: str

    @property
    def gaat_mee(self) -> bool:
        return not self.blijft_omdat


def open_onder_andere_versie(sleutel: str) -> QuerySet[Hulpvraag]:
    """The open questions that don't follow this version, oldest deadline first."""
    return (
        Hulpvraag.objects.exclude(stap=Stap.AFGESLOTEN).exclude(werkwijze=sleutel).order_by("uiterlijk", "id")
    )


def verhuizingen(werkwijze: Werkwijze) -> Iterator[Verhuizing]:
    """Say for each open question whether it can move to this version, and if not, why. Three queries."""
    vragen = list(open_onder_andere_versie(werkwijze.sleutel).filter(stap__in=GAAT_MEE))
    gebieden: dict[object, set[str]] = {}
    for vraag_id, notities in Gesprek.objects.filter(hulpvraag__in=[v.pk for v in vragen]).values_list(
        "hulpvraag_id", "leefgebieden"
    ):
        gebieden.setdefault(vraag_id, set()).update(naam for naam, tekst in notities.items() if tekst)
    triages = dict(
        Triage.objects.filter(hulpvraag__in=[v.pk for v in vragen])
        .order_by("gemaakt_op")
        .values_list("hulpvraag_id", "antwoorden")
    )
    for vraag in vragen:
        gebruikt = gebieden.get(vraag.pk, set())
        yield Verhuizing(vraag, _waarom_niet(vraag, werkwijze, gebruikt, set(triages.get(vraag.pk, ()))))


def verhuis(hulpvraag: Hulpvraag, werkwijze: Werkwijze, *, door: Door) -> None:
    """Let one question follow another version from now on; two queries."""
    with handeling(
        "vraag.andere_werkwijze", door=door, doel="nieuwe werkwijze volgen", grond="gepubliceerde versie"
    ) as h:
        van, hulpvraag.werkwijze = hulpvraag.werkwijze, werkwijze.sleutel
        h.bewaar(hulpvraag, "werkwijze")
        h.over(hulpvraag)
        h.meld(van=van, naar=werkwijze.sleutel, versie=werkwijze.versie)


def na_ingang(h: Handeling) -> None:
    """On the first day of a version: move what can, when whoever published it chose so."""
    versie = h.onderwerp
    if not isinstance(versie, Werkwijzeversie) or versie.lopend != Werkwijzeversie.Lopend.VERPLAATSEN:
        return
    werkwijze = werkwijze_van(versie)
    for verhuizing in verhuizingen(werkwijze):
        if verhuizing.gaat_mee:
            verhuis(verhuizing.hulpvraag, werkwijze, door=h.door)


def _waarom_niet(vraag: Hulpvraag, w: Werkwijze, leefgebieden: set[str], spoedvragen: set[str]) -> str:
    bekend = (
        (vraag.ronde == 1, _("kwam eerder terug, met een plan onder de oude versie")),
        (
            vraag.deur in {d.sleutel for d in w.deuren.lijst},
            _("de deur %(wat)s bestaat niet meer") % {"wat": vraag.deur},
        ),
        (
            vraag.kanaal in {k.sleutel for k in w.kanalen.lijst},
            _("het kanaal %(wat)s bestaat niet meer") % {"wat": vraag.kanaal},
        ),
        (
            not vraag.urgentie or vraag.urgentie in {n.sleutel for n in w.triage.niveaus},
            _("het spoedniveau %(wat)s bestaat niet meer") % {"wat": vraag.urgentie},
        ),
        (
            spoedvragen <= {v.sleutel for v in w.triage.vragen},
            _("er is antwoord gegeven op een spoedvraag die niet meer bestaat"),
        ),
        (
            leefgebieden <= {g.sleutel for g in w.gesprek.leefgebieden},
            _("er is geschreven bij een leefgebied dat niet meer bestaat"),
        ),
    )
    return next((reden for goed, reden in bekend if not goed), "")
