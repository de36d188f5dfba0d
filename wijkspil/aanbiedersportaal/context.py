"""What every page of a provider needs around its content: the municipality, the menu, the way out. No queries."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core.door import Soort

MENU: tuple[tuple[str, str | Promise], ...] = (
    ("begin", _l("Opdrachten")),
    ("declaraties", _l("Declaraties")),
    ("verzoeken", _l("Verzoeken")),
    ("onderzoeken", _l("Onderzoeken")),
    ("organisatie", _l("Onze organisatie")),
)


def kader(request: HttpRequest) -> dict[str, Any]:
    """Menu and addresses for `aanbieder/kader.html`; nothing on pages of another door."""
    gemeente, door = getattr(request, "gemeente", None), getattr(request, "door", None)
    if gemeente is None or door is None or door.soort is not Soort.AANBIEDER:
        return {}
    slug = {"gemeente": gemeente.slug}
    regels = [(url, label) for naam, label in MENU if (url := _adres(naam, slug))]
    begin = regels[0][0]
    waar = max((url for url, _label in regels if request.path.startswith(url)), key=len, default="")
    return {
        "gemeente": gemeente,
        "door": door,
        "oefenmodus": settings.OEFENMODUS,
        "taal_url": reverse("set_language"),
        "afmeld_url": reverse("afmelden"),
        "thema_css_url": reverse("thema", kwargs={"slug": gemeente.slug}),
        "merk_url": begin,
        "menu": [
            *({"label": label, "url": url, "actief": url == waar} for url, label in regels),
            {"label": _("Alle gemeenten"), "url": reverse("aanbiederswerk"), "actief": False},
        ],
        "gebruiker": {"naam": door.naam, "sleutel": str(door.id)},
    }


def _adres(naam: str, slug: dict[str, str]) -> str:
    try:
        return reverse(f"aanbieder:{naam}", kwargs=slug)
    except NoReverseMatch:
        return ""
