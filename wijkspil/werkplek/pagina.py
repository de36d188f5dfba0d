"""What every staff page declares: for whom it is. And what every page does when something can't be done.

`@pagina(Rol.CONSULENT, ...)` is the decision that tests/huis/ looks for; a view without one fails there before anybody sees it.
A role only opens the page: which file may be on it is decided by the `pak_*` door that the view calls.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.gemeenten.middleware import Verzoek
from wijkspil.toegang.actions.noodtoegang import WIE as NOODROLLEN

IEDEREEN = tuple(Rol)
View = Callable[..., HttpResponse]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Toegangsbesluit:
    """For whom a page is, which verbs it knows, and whether it also asks for a relation to a file."""

    rollen: frozenset[Rol]
    methoden: tuple[str, ...]
    dossier: bool


def pagina(
    *rollen: Rol, methoden: tuple[str, ...] = ("GET",), dossier: bool = False
) -> Callable[[View], View]:
    """Declare a staff page.

    Args:
        rollen: who may open it; somebody without one of these gets an explanation, not a blank refusal.
        methoden: the verbs it answers.
        dossier: the view opens a file and therefore goes through `pak_hulpvraag` or another `pak_*` door.
    """

    def versier(view: View) -> View:
        @wraps(view)
        def binnen(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methoden and not (request.method == "HEAD" and "GET" in methoden):
                return HttpResponseNotAllowed(methoden)
            try:
                request.door.eis(*rollen, om_te="deze pagina openen")
                return view(request, *args, **kwargs)
            except GeenRecht as fout:
                request.weigering = fout.inzage
                return geweigerd(request, str(fout), nood_url=_nood_url(request, fout))
            except StapNietMogelijk as fout:
                messages.error(request, str(fout))
                return redirect(request.META.get("HTTP_REFERER") or adres(request, "werkvoorraad"))

        binnen.besluit = Toegangsbesluit(frozenset(rollen), methoden, dossier)  # type: ignore[attr-defined]
        return binnen

    return versier


def _nood_url(request: Any, fout: GeenRecht) -> str:
    """Where a colleague without a relation can open the file all the same, when it can't wait (A4)."""
    vraag = (fout.inzage or {}).get("dossier_id")
    if vraag is None or request.method != "GET" or not request.door.heeft(*NOODROLLEN):
        return ""
    return adres(request, "noodtoegang", id=vraag)


def geweigerd(request: HttpRequest, uitleg: str, *, nood_url: str = "") -> HttpResponse:
    """A refusal to a colleague: 403 with the reason and what to do. The audit line of the refusal is kept."""
    return render(
        request,
        "basis/fout.html",
        {
            "code": 403,
            "kop": _("Dit kunt u hier niet doen"),
            "uitleg": uitleg,
            "terug_url": adres(request, "werkvoorraad"),
            "nood_url": nood_url,
        },
        status=403,
    )


def adres(request: Any, naam: str, **kwargs: Any) -> str:
    """The address of a staff page within the municipality of this request: adres(request, "dossier", id=...)."""
    if getattr(request, "gemeente", None) is None:
        raise PermissionDenied
    return reverse(f"werk:{naam}", kwargs={"gemeente": request.gemeente.slug, **kwargs})


def naar(request: Any, naam: str, **kwargs: Any) -> HttpResponse:
    """Redirect (303-like, after a POST) to a staff page of this municipality."""
    return redirect(adres(request, naam, **kwargs))


def gestuurde_rij(rijen: QuerySet[M], sleutel: str | None) -> M:
    """The row that a form named; 404 for one that isn't there, and for something that can't be a key at all."""
    try:
        return get_object_or_404(rijen, pk=UUID(sleutel or ""))
    except ValueError:
        raise Http404 from None


__all__ = ["IEDEREEN", "Toegangsbesluit", "Verzoek", "adres", "gestuurde_rij", "geweigerd", "naar", "pagina"]
