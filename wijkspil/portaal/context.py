"""What every page of a resident needs around its content: the municipality, the menu, whom one acts for. No queries."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkspil.core.door import Soort


def kader(request: HttpRequest) -> dict[str, Any]:
    """Menu and addresses for `basis/inwoner.html`; nothing on pages of another door."""
    gemeente, door = getattr(request, "gemeente", None), getattr(request, "door", None)
    if gemeente is None or door is None or door.soort is not Soort.INWONER:
        return {}
    slug = {"gemeente": gemeente.slug}
    begin = reverse("mijn:begin", kwargs=slug)
    hulp, mee = reverse("mijn:hulp", kwargs=slug), reverse("mijn:meekijken", kwargs=slug)
    regels = [(begin, _("Mijn vraag"))]
    if any(m.mag_regelen for m in door.machtigingen):
        regels.append((hulp, _("Vraag hulp")))
    if any(m.zelf for m in door.machtigingen):
        regels.append((mee, _("Wie mag meekijken")))
    waar = max((url for url, _label in regels if request.path.startswith(url)), key=len, default="")
    return {
        "gemeente": gemeente,
        "door": door,
        "oefenmodus": settings.OEFENMODUS,
        "taal_url": reverse("set_language"),
        "afmeld_url": reverse("afmelden"),
        "thema_css_url": reverse("thema", kwargs={"slug": gemeente.slug}),
        "merk_url": begin,
        "menu": [{"label": label, "url": url, "actief": url == waar} for url, label in regels],
        "gebruiker": {"naam": door.naam, "sleutel": str(door.id)},
    }
