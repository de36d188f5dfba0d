"""No network in tests (trust.md R3): only this machine may be called, so nobody's real service ever hears from us."""

import ipaddress
import socket
from typing import Any

import pytest


class NetwerkVerboden(RuntimeError):
    """A test tried to reach another machine."""


def _refuse_elsewhere(host: Any) -> None:
    if host in (None, "", b"", "localhost", b"localhost"):
        return
    try:
        thuis = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        thuis = False
    if not thuis:
        raise NetwerkVerboden(
            f"A test tried to reach {host!r}. Only this machine may be called; start the other side locally."
        )


def sluit_af(patch: pytest.MonkeyPatch) -> None:
    """Make Python's sockets refuse every address but loopback and local files, name look-ups included."""
    for naam in ("connect", "connect_ex", "sendto"):
        echt = getattr(socket.socket, naam)

        def bewaakt(zelf: socket.socket, *args: Any, _echt: Any = echt) -> Any:
            if zelf.family in (socket.AF_INET, socket.AF_INET6):
                adres = args[-1]
                _refuse_elsewhere(adres[0])
            return _echt(zelf, *args)

        patch.setattr(socket.socket, naam, bewaakt)
    opzoeken = socket.getaddrinfo

    def bewaakt_opzoeken(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_elsewhere(host)
        return opzoeken(host, *args, **kwargs)

    patch.setattr(socket, "getaddrinfo", bewaakt_opzoeken)
