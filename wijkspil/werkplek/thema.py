"""The house style as the browser asks for it: a small stylesheet and a picture, public, the same for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.gemeenten.huisstijl import als_css, pak_huisstijl
from wijkspil.gemeenten.models import Gemeente, Huisstijl

BEWAAR = 300
"""Seconds that a browser keeps it; so long it takes at most before everybody sees a change."""


@login_not_required
@require_GET
@cache_control(max_age=BEWAAR, public=True)
def css(request: HttpRequest, slug: str) -> HttpResponse:
    """The colours, letter and logo of a municipality as CSS custom properties. Two queries."""
    gemeente = _gemeente(slug)
    with binnen(gemeente.pk, lezen=True):
        huisstijl = pak_huisstijl(gemeente)
    logo_url = f"{reverse('thema_logo', kwargs={'slug': slug})}?v={huisstijl.rev}"
    return HttpResponse(als_css(huisstijl, logo_url), content_type="text/css")


@login_not_required
@require_GET
@cache_control(max_age=86_400, public=True)
def logo(request: HttpRequest, slug: str) -> HttpResponse:
    """The logo. Its address changes with the house style, so it may be kept for a day."""
    with binnen(_gemeente(slug).pk, lezen=True):
        rij = Huisstijl.objects.exclude(logo=None).first()
    if rij is None or rij.logo is None:
        raise Http404
    antwoord = HttpResponse(bytes(rij.logo), content_type=rij.logo_soort)
    # Somebody who opens the picture itself gets a picture: nothing in it runs or calls home.
    antwoord["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return antwoord


def _gemeente(slug: str) -> Gemeente:
    gemeente = register.op_slug(slug)
    if gemeente is None:
        raise Http404
    return gemeente
