"""Puts each request inside one municipality: its transaction, its border, its person.

A page under `/<gemeente>/…` runs in one transaction that can only see that municipality. A GET runs as the reading role, which
can write nothing but an audit line; a refused or failed request leaves nothing behind.
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from wijkspil.core.door import Door, Soort
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.core.ids import uuid7

from . import register
from .ingangen import ingang_van
from .models import Gemeente
from .werkwijzebron import EIGEN

VEILIG = frozenset({"GET", "HEAD", "OPTIONS"})


class Verzoek(HttpRequest):
    """A request inside a municipality, for type hints in views."""

    gemeente: Gemeente
    door: Door


class Gemeentegrens:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            response = self.get_response(request)
        finally:
            EIGEN.opnieuw()
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_view(
        self, request: Any, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        slug = kwargs.pop("gemeente", None)
        if slug is None or not request.user.is_authenticated:
            return None
        gemeente = register.op_slug(slug)
        if gemeente is None:
            raise Http404
        with binnen(gemeente.pk, lezen=request.method in VEILIG):
            door = ingang_van(request.resolver_match.app_name)(
                request.user,
                gemeente_id=gemeente.pk,
                herkomst=request.META.get("REMOTE_ADDR", ""),
                verzoek=uuid7(),
            )
            if door is None:
                raise Http404
            # A resident brings the assurance of the broker instead (portaal/pagina.py).
            if (
                door.soort is not Soort.INWONER
                and settings.MFA_VERPLICHT
                and not is_mfa_enabled(request.user)
            ):
                return redirect("mfa_activate_totp")
            request.gemeente, request.door = gemeente, door
            response = view(request, *args, **kwargs)
            if callable(getattr(response, "render", None)):
                response = response.render()
            mislukt = response.status_code >= 400 and request.method not in VEILIG
            if mislukt:
                transaction.set_rollback(True)
        if mislukt and getattr(
            request, "weigering", None
        ):  # what was tried is undone, that it was tried is not
            with binnen(gemeente.pk):
                leg_inzage_vast(door, **request.weigering)
        return response  # type: ignore[no-any-return]
