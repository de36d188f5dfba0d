"""The other pages of a file, in four groups by what people come to do, and for whom each is."""

from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkspil.core.door import Rol
from wijkspil.werkplek.pagina import Verzoek, adres

TOEGANG = frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})
MAKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
UITVOERING = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE})
ALLEN = TOEGANG | UITVOERING

Blad = tuple[str, str | Promise, frozenset[Rol]]
GROEPEN: tuple[tuple[str | Promise, tuple[Blad, ...]], ...] = (
    (
        _("Wie het is"),
        (
            ("inwoner_wijzigen", _("Gegevens van de inwoner"), TOEGANG),
            ("netwerk", _("Mensen eromheen"), TOEGANG),
            ("huishouden", _("Huishouden"), MAKERS),
            ("clientondersteuning", _("Cliëntondersteuning"), TOEGANG),
            ("meekijken_dossier", _("Wie kijkt mee"), TOEGANG),
        ),
    ),
    (
        _("Wat er gebeurt"),
        (
            ("plan", _("Plan"), UITVOERING),
            ("momenten", _("Afgesproken momenten"), TOEGANG),
            ("opdrachten_dossier", _("Opdrachten"), UITVOERING),
            ("vervolg", _("Ander vervolg"), MAKERS),
            ("proeftuin_dossier", _("Proeftuinen"), TOEGANG),
        ),
    ),
    (
        _("Post en termijnen"),
        (
            ("post_dossier", _("Post met de inwoner"), ALLEN),
            ("brieven", _("Brieven"), UITVOERING),
            ("termijnen", _("Termijnen"), ALLEN),
        ),
    ),
    (
        _("De vraag zelf"),
        (
            ("woorden", _("Woorden van de vraag"), TOEGANG),
            ("werkaantekening", _("Mijn werkaantekening"), TOEGANG),
        ),
    ),
)


def bladen(request: Verzoek, id: UUID) -> list[dict[str, Any]]:
    """The groups with the pages that this person may open; a group without any is left out. No query."""
    groepen = [
        {
            "kop": kop,
            "links": [
                {"tekst": tekst, "url": adres(request, naam, id=id)}
                for naam, tekst, rollen in groep
                if rollen & request.door.rollen
            ],
        }
        for kop, groep in GROEPEN
    ]
    return [groep for groep in groepen if groep["links"]]
