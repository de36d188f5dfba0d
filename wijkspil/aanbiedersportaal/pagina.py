"""What every page of a provider declares: which verbs it knows, and what it is about.

`@aanbiederspagina(...)` is the decision that tests/huis/ looks for. Which organisation it is stands in `request.door`; which order
may be on a page is decided by `ondersteuning.access.pak_eigen_opdracht`, an investigation by `verkort.access.pak_opdracht`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkspil.core.door import GeenRecht
from wijkspil.gemeenten.middleware import Verzoek
from wijkspil.ondersteuning.access import pak_eigen_opdracht
from wijkspil.ondersteuning.models import Toewijzing

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Aanbiedersbesluit:
    """Which verbs a provider's page knows, and what it is about: an order, an investigation, a claim, or nothing in particular."""

    methoden: tuple[str, ...]
    over: str


def aanbiederspagina(*methoden: str, over: str = "") -> Callable[[View], View]:
    """Declare a page of a provider.

    Args:
        methoden: the verbs it answers.
        over: "opdracht", "onderzoek", "declaratie" or "collega" when the address names one; whose it is, is then decided by a `pak_*` door.
    """

    def versier(view: View) -> View:
        @wraps(view)
        def binnen(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methoden and not (request.method == "HEAD" and "GET" in methoden):
                return HttpResponseNotAllowed(methoden)
            try:
                return view(request, *args, **kwargs)
            except GeenRecht as fout:
                request.weigering = fout.inzage
                return geweigerd(request, str(fout))

        binnen.besluit = Aanbiedersbesluit(methoden, over)  # type: ignore[attr-defined]
        return binnen

    return versier


def eigen_opdracht(request: Verzoek, id: UUID, *, om_te: str, deel: str = "opdracht") -> Toewijzing:
    """The order of this page, for a purpose, with an audit line."""
    return pak_eigen_opdracht(request.door, id, om_te=om_te, deel=deel)


def geweigerd(request: HttpRequest, uitleg: str) -> HttpResponse:
    """A refusal with the reason and a way back (403)."""
    context = {
        "kop": _("Dit kunt u hier niet doen"),
        "uitleg": uitleg,
        "terug_url": adres(request, "begin"),
    }
    return render(request, "aanbieder/kan_niet.html", context, status=403)


def adres(request: Any, naam: str, **kwargs: Any) -> str:
    """The address of a provider's page within the municipality of this request."""
    return reverse(f"aanbieder:{naam}", kwargs={"gemeente": request.gemeente.slug, **kwargs})


def naar(request: Any, naam: str, **kwargs: Any) -> HttpResponse:
    """Redirect (after a POST) to a provider's page of this municipality."""
    return redirect(adres(request, naam, **kwargs))


__all__ = [
    "Aanbiedersbesluit",
    "Verzoek",
    "aanbiederspagina",
    "adres",
    "eigen_opdracht",
    "geweigerd",
    "naar",
]
