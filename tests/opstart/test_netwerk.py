"""The guard itself: a test can't call another machine, and can call this one (trust.md R3)."""

import socket
import threading

import pytest

from tests.netwerk import NetwerkVerboden


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "voorbeeld.example", b"voorbeeld.example"])
def test_een_andere_machine_is_onbereikbaar(host: str) -> None:
    with pytest.raises(NetwerkVerboden):
        socket.create_connection((host, 443), timeout=1)


def test_ook_een_los_bericht_gaat_de_deur_niet_uit() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s, pytest.raises(NetwerkVerboden):
        s.sendto(b"hallo", ("192.0.2.1", 514))


def test_deze_machine_is_bereikbaar() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        wachter = threading.Thread(target=lambda: server.accept()[0].close())
        wachter.start()
        with socket.create_connection(("localhost", server.getsockname()[1]), timeout=5) as verbinding:
            assert verbinding.getpeername()[0] == "127.0.0.1"
        wachter.join(5)
        assert not wachter.is_alive()
