"""What every staff page needs around its content: the municipality, the person, the menu. No queries."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def kader(request: HttpRequest) -> dict[str, Any]:
    door = getattr(request, "door", None)
    return {
        "gemeente": getattr(request, "gemeente", None),
        "door": door,
        "oefenmodus": settings.OEFENMODUS,
    }
