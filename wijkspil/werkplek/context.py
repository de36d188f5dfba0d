"""What every staff page needs around its content: the municipality, the person, the menu. No queries."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core.door import Door, Rol, Soort
from wijkspil.regels.bsn import lijkt_op_bsn

ZOEKERS = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
MENU: tuple[tuple[str, str | Promise, frozenset[Rol]], ...] = (
    (
        "werkvoorraad",
        _l("Werkvoorraad"),
        frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE}),
    ),
    ("nieuwe_vraag", _l("Nieuwe vraag"), frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("post", _l("Post"), frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("signalen", _l("Signalen"), frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("overdrachten", _l("Overdrachten"), frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("kunnen", _l("Wie weet wat"), frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("wachtlijst", _l("Wachtlijst"), frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("sociale_kaart", _l("Sociale kaart"), frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})),
    (
        "hulpmiddelen",
        _l("Hulpmiddelen"),
        frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER}),
    ),
    ("afspraken", _l("Afspraken"), frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("nazorg", _l("Nazorg"), frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})),
    ("bezwaren", _l("Bezwaren"), frozenset({Rol.TEAMLEIDER, Rol.BACKOFFICE})),
    ("opdrachten", _l("Opdrachten"), frozenset({Rol.BACKOFFICE, Rol.CONTRACTBEHEER})),
    ("verzoeken", _l("Verzoeken van aanbieders"), frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE})),
    ("berichten", _l("Berichten"), frozenset({Rol.BACKOFFICE, Rol.CONTRACTBEHEER, Rol.FUNCTIONEEL_BEHEER})),
    ("vastgelopen", _l("Vastgelopen werk"), frozenset({Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER})),
    ("contracten", _l("Contracten"), frozenset({Rol.CONTRACTBEHEER, Rol.BACKOFFICE, Rol.BELEID})),
    ("betalingen", _l("Betalingen"), frozenset({Rol.BACKOFFICE, Rol.CONTRACTBEHEER, Rol.TEAMLEIDER})),
    ("inkoop", _l("Inkoop"), frozenset({Rol.CONTRACTBEHEER, Rol.BELEID})),
    ("producten", _l("Producten"), frozenset({Rol.CONTRACTBEHEER, Rol.BELEID, Rol.BACKOFFICE})),
    ("sturing", _l("Sturing"), frozenset({Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER})),
    ("vooruit", _l("Wat komt eraan"), frozenset({Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER})),
    (
        "proeftuinen",
        _l("Proeftuinen"),
        frozenset({Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER, Rol.CONSULENT}),
    ),
    ("kwaliteit", _l("Kwaliteit"), frozenset({Rol.TEAMLEIDER})),
    ("verkorte_route", _l("Verkorte route"), frozenset({Rol.TEAMLEIDER, Rol.BELEID, Rol.CONTRACTBEHEER})),
    ("normenkaders", _l("Normenkaders"), frozenset({Rol.BELEID, Rol.CONTRACTBEHEER})),
    ("werkwijze", _l("Werkwijze"), frozenset({Rol.FUNCTIONEEL_BEHEER, Rol.BELEID, Rol.TEAMLEIDER})),
    ("partner", _l("Mijn lijst"), frozenset({Rol.PARTNER})),
    ("partijen", _l("Partijen"), frozenset({Rol.FUNCTIONEEL_BEHEER})),
    ("levensgebeurtenissen", _l("Levensgebeurtenissen"), frozenset({Rol.FUNCTIONEEL_BEHEER})),
    ("regio", _l("Regio"), frozenset({Rol.BELEID, Rol.FUNCTIONEEL_BEHEER})),
    ("noodtoegangen", _l("Noodtoegang"), frozenset({Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER})),
    ("briefteksten", _l("Briefteksten"), frozenset({Rol.FUNCTIONEEL_BEHEER})),
    ("mandaten", _l("Mandaten en mensen"), frozenset({Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER})),
)

GROEPEN: dict[str, str | Promise] = {
    "werkvoorraad": "",
    "overdrachten": _l("Samen met anderen"),
    "afspraken": _l("Volgen"),
    "opdrachten": _l("Hulp en geld"),
    "verzoeken": _l("Hulp en geld"),
    "sturing": _l("Leren"),
    "werkwijze": _l("Inrichten"),
}
"""With which page a group begins. A menu that is short needs no headings."""

LANG = 8


def kader(request: HttpRequest) -> dict[str, Any]:
    """Municipality, person, menu and addresses for `basis/werkplek.html`."""
    gemeente, door = getattr(request, "gemeente", None), getattr(request, "door", None)
    basis: dict[str, Any] = {
        "gemeente": gemeente,
        "door": door,
        "oefenmodus": settings.OEFENMODUS,
        "taal_url": reverse("set_language"),
        "afmeld_url": reverse("afmelden"),
    }
    if gemeente is None or door is None or door.soort is not Soort.MEDEWERKER:  # others bring their own frame
        return basis
    return basis | {
        "thema_css_url": reverse("thema", kwargs={"slug": gemeente.slug}),
        "zoek_url": _adres(gemeente.slug, "zoeken") if door.heeft(*ZOEKERS) else "",
        "zoekterm": "" if lijkt_op_bsn(request.GET.get("q", "").strip()) else request.GET.get("q", ""),
        "gebruiker": {"naam": door.naam, "rol": ", ".join(_rollen(door)), "sleutel": str(door.id)},
        "gebruiker_links": [{"label": _("Andere gemeente of persoon"), "url": reverse("aanmelden")}],
        "menu": _menu(request.path, gemeente.slug, door),
    }


def _menu(pad: str, slug: str, door: Door) -> list[dict[str, Any]]:
    regels: list[dict[str, Any]] = []
    groep: str | Promise = ""
    for naam, label, rollen in MENU:
        groep = GROEPEN.get(naam, groep)
        if door.rollen & rollen:
            regels.append({"label": label, "url": _adres(slug, naam), "actief": False, "groep": groep})
    waar = max((r for r in regels if pad.startswith(r["url"])), key=lambda r: len(r["url"]), default=None)
    if waar is not None:  # a file lies under the work list, and its address begins with that of the list
        waar["actief"] = True
    return _met_koppen(regels) if len(regels) > LANG else regels


def _met_koppen(regels: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A heading where a new group begins."""
    gezet: list[dict[str, Any]] = []
    for regel in regels:
        if regel["groep"] and (not gezet or gezet[-1].get("groep") != regel["groep"]):
            gezet.append({"kop": regel["groep"], "groep": regel["groep"]})
        gezet.append(regel)
    return gezet


def _adres(slug: str, naam: str) -> str:
    return reverse(f"werk:{naam}", kwargs={"gemeente": slug})


def _rollen(door: Door) -> list[str]:
    return sorted(rol.value.replace("_", " ") for rol in door.rollen)
