"""From which address a request comes, when a web server of our own stands in front (BIO2 8.15: origin on every audit line).

Without `VERTROUWDE_PROXIES` nothing that a visitor sends is believed: the address is that of the connection. With it, the header
`X-Forwarded-For` is read from the right, past our own servers only; what stands further left can be made up by anybody.
"""

from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

Net = IPv4Network | IPv6Network


class Herkomst:
    """Middleware: sets `REMOTE_ADDR` to the visitor, so that the audit log and the lock-out see the same address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.eigen = netten(settings.VERTROUWDE_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.eigen:
            doorgegeven = request.META.get("HTTP_X_FORWARDED_FOR", "")
            request.META["REMOTE_ADDR"] = bezoeker(
                request.META.get("REMOTE_ADDR", ""), doorgegeven, self.eigen
            )
        return self.get_response(request)


def netten(adressen: Iterable[str]) -> tuple[Net, ...]:
    """The addresses and ranges of our own servers. Raises ImproperlyConfigured for one that can't be read."""
    try:
        return tuple(ip_network(adres.strip()) for adres in adressen if adres.strip())
    except ValueError as fout:
        raise ImproperlyConfigured(
            f"WIJKSPIL_PROXIES klopt niet: {fout}. Schrijf adressen of reeksen met een komma ertussen, zoals 10.0.0.5,10.1.0.0/24."
        ) from fout


def bezoeker(verbinding: str, doorgegeven: str, eigen: tuple[Net, ...]) -> str:
    """The nearest address that isn't ours; the connection itself when it isn't one of our servers.

    Args:
        verbinding: the address of the connection.
        doorgegeven: the header X-Forwarded-For, nearest on the right.
    """
    gezien = verbinding
    for stap in [verbinding, *reversed(doorgegeven.split(","))]:
        adres = _adres(stap)
        if adres is None:
            return gezien  # not an address: believe nothing that lies beyond it
        gezien = str(adres)
        if not any(adres in net for net in eigen):
            break
    return gezien


def _adres(tekst: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(tekst.strip())
    except ValueError:
        return None
