"""What every page of a provider needs around its content: the municipality and the way out. No queries."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkspil.core.door import Soort


def kader(request: HttpRequest) -> dict[str, Any]:
    """Menu and addresses for `basis/inwoner.html`; nothing on pages of another door."""
    gemeente, door = getattr(request, "gemeente", None), getattr(request, "door", None)
    if gemeente is None or door is None or door.soort is not Soort.AANBIEDER:
        return {}
    begin = reverse("onderzoek:lijst", kwargs={"gemeente": gemeente.slug})
    return {
        "gemeente": gemeente,
        "door": door,
        "oefenmodus": settings.OEFENMODUS,
        "taal_url": reverse("set_language"),
        "afmeld_url": reverse("afmelden"),
        "thema_css_url": reverse("thema", kwargs={"slug": gemeente.slug}),
        "merk_url": begin,
        "menu": [{"label": _("Onderzoeken"), "url": begin, "actief": request.path == begin}],
        "gebruiker": {"naam": door.naam, "sleutel": str(door.id)},
    }
