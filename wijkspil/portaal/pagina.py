"""What every page of a resident declares: which verbs, and whether it is about one question.

`@mijn(...)` is the decision that tests/huis/ looks for. Whose pages these are stands in `request.door`; which question may be on
a page is decided by `toegang.eigen.pak_eigen_vraag`, and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkspil.core.door import GeenRecht
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.gemeenten.middleware import Verzoek
from wijkspil.inwoners.broker import NIVEAU_IN_SESSIE, is_zeker_genoeg
from wijkspil.toegang.eigen import pak_eigen_vraag
from wijkspil.toegang.models import Hulpvraag

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Inwonersbesluit:
    """Which verbs a resident's page knows, whether it is about one question, and whether a POST needs a mandate to arrange."""

    methoden: tuple[str, ...]
    vraag: bool
    zelf: bool


def mijn(
    *, methoden: tuple[str, ...] = ("GET",), vraag: bool = False, zelf: bool = False
) -> Callable[[View], View]:
    """Declare a resident's page.

    Args:
        methoden: the verbs it answers.
        vraag: it is about one question, and goes through `eigen_vraag`.
        zelf: only for the resident in person, never for a representative.
    """

    def versier(view: View) -> View:
        @wraps(view)
        def binnen(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methoden and not (request.method == "HEAD" and "GET" in methoden):
                return HttpResponseNotAllowed(methoden)
            try:
                _eis_zekerheid(request)
                if zelf:
                    _eis_zelf(request)
                return view(request, *args, **kwargs)
            except GeenRecht as fout:
                request.weigering = fout.inzage
                return geweigerd(request, str(fout))
            except StapNietMogelijk:
                messages.warning(
                    request, _("Dit kan nu niet meer. Hieronder staat hoe het er nu voor staat.")
                )
                return naar(request, "begin")

        binnen.besluit = Inwonersbesluit(methoden, vraag, zelf)  # type: ignore[attr-defined]
        return binnen

    return versier


def eigen_vraag(request: Verzoek, id: UUID, *, om_te: str, deel: str = "vraag") -> Hulpvraag:
    """The question of this page, for a purpose. A request that changes something needs more than looking along."""
    return pak_eigen_vraag(
        request.door, id, om_te=om_te, deel=deel, regelen=request.method not in ("GET", "HEAD")
    )


def mag_regelen(request: Verzoek, hulpvraag: Hulpvraag) -> bool:
    machtiging = request.door.machtiging_voor(hulpvraag.inwoner_id)
    return machtiging is not None and machtiging.mag_regelen


def geweigerd(request: HttpRequest, uitleg: str) -> HttpResponse:
    """A refusal with the reason and a way back (403)."""
    context = {
        "kop": _("Dit kunt u hier niet doen"),
        "uitleg": uitleg,
        "terug_url": adres(request, "begin"),
    }
    return render(request, "portaal/kan_niet.html", context, status=403)


def adres(request: Any, naam: str, **kwargs: Any) -> str:
    """The address of a resident's page within the municipality of this request."""
    return reverse(f"mijn:{naam}", kwargs={"gemeente": request.gemeente.slug, **kwargs})


def naar(request: Any, naam: str, **kwargs: Any) -> HttpResponse:
    """Redirect (after a POST) to a resident's page of this municipality."""
    return redirect(adres(request, naam, **kwargs))


def _eis_zekerheid(request: Any) -> None:
    if settings.OEFENMODUS:
        return
    if not is_zeker_genoeg(request.session.get(NIVEAU_IN_SESSIE, "")):
        raise GeenRecht(
            _(
                "Voor uw eigen gegevens moeten wij zeker weten wie u bent. Meld u opnieuw aan met DigiD, en kies daarbij "
                "de app of de sms-controle."
            )
        )


def _eis_zelf(request: Any) -> None:
    if not any(m.zelf for m in request.door.machtigingen):
        raise GeenRecht(_("Deze pagina is alleen voor de inwoner zelf. U kijkt mee namens iemand anders."))


__all__ = ["Inwonersbesluit", "Verzoek", "adres", "eigen_vraag", "geweigerd", "mag_regelen", "mijn", "naar"]
