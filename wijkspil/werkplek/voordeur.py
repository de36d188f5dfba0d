"""The pages before anybody has opened a municipality: sign in, choose where to work, and what to do after an error."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkspil.aanbieders.ingang import aanbiederplekken, oefenaanbieders
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.access import werkplekken
from wijkspil.gemeenten.models import Account, Gemeente, Medewerker
from wijkspil.inwoners.ingang import eigen_plekken, oefenbewoners
from wijkspil.werkwijzen.kast import laad


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """To the only place where somebody works or has own pages, or a choice between several."""
    werk, eigen = werkplekken(request.user), eigen_plekken(request.user)  # type: ignore[arg-type]
    if not werk and not eigen and (plekken := aanbiederplekken(request.user)):  # type: ignore[arg-type]
        if len(plekken) > 1:
            return redirect("aanbiederswerk")
        return redirect("aanbieder:begin", gemeente=plekken[0].slug)
    if len(werk) == 1 and not eigen:
        return redirect("werk:werkvoorraad", gemeente=werk[0][0])
    if len(eigen) == 1 and not werk:
        return redirect("mijn:begin", gemeente=eigen[0][0])
    return render(request, "werkplek/kies_gemeente.html", {"plekken": werk, "eigen": eigen})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def aanmelden(request: HttpRequest) -> HttpResponse:
    """Sign in: in the practice town with one click as an invented person, elsewhere through the account pages."""
    if not settings.OEFENMODUS:
        broker: str = getattr(settings, "BROKER_LOGIN_URL", "")
        if broker and "/mijn/" in request.GET.get("next", ""):
            return redirect(f"{broker}?{urlencode({'next': request.GET['next']})}")
        return redirect("account_login")
    if request.method == "POST":
        account = _oefenpersoon(request.POST.get("persoon", ""))
        auth.login(request, account, backend="allauth.account.auth_backends.AuthenticationBackend")
        verder = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(verder, allowed_hosts={request.get_host()}):
            verder = "/"
        return redirect(verder)
    return render(
        request,
        "werkplek/aanmelden.html",
        {"gemeenten": _oefenmensen(), "oefen_url": request.path, "next": request.GET.get("next", "")},
    )


def _oefenpersoon(sleutel: str) -> Account:
    try:
        return Account.objects.get(pk=int(sleutel), is_active=True)
    except (ValueError, Account.DoesNotExist):
        raise Http404 from None


def _oefenmensen() -> list[dict[str, Any]]:
    gevonden = []
    for gemeente in Gemeente.objects.filter(actief=True).order_by("naam"):
        with binnen(gemeente.pk, lezen=True):
            mensen = [
                {"naam": m.naam, "rol": m.functie, "waarde": m.account_id}
                for m in Medewerker.objects.filter(actief=True).order_by("gemaakt_op", "naam")[:12]
            ]
            bewoners = [
                {
                    "naam": b.account.naam,
                    "rol": _("inwoner")
                    if b.namens == b.Namens.ZELF
                    else _("kijkt mee voor %(wie)s") % {"wie": b.inwoner.naam},
                    "waarde": b.account_id,
                }
                for b in oefenbewoners()
            ]
            aanbieders = [
                {"naam": a.naam, "rol": a.aanbieder.naam, "waarde": a.account_id} for a in oefenaanbieders()
            ]
        if mensen:
            gevonden.append(
                {
                    "naam": gemeente.naam,
                    "slug": gemeente.slug,
                    "kort": laad(gemeente.werkwijze, klok.vandaag()).in_het_kort,
                    "mensen": mensen,
                    "bewoners": bewoners,
                    "aanbieders": aanbieders,
                }
            )
    return gevonden


@require_POST
def afmelden(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return redirect("aanmelden")


@login_not_required
@require_GET
def gezond(request: HttpRequest) -> HttpResponse:
    """For a watchdog: is the database there? Says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed", content_type="text/plain")


def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "basis/fout.html", {"code": 403}, status=403)


def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "basis/fout.html", {"code": 404}, status=404)


def fout_500(request: HttpRequest) -> HttpResponse:
    return render(request, "basis/fout.html", {"code": 500}, status=500)


__all__ = ["aanmelden", "afmelden", "begin", "fout_403", "fout_404", "fout_500", "gezond"]
