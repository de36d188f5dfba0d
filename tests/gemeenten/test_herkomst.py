"""Which address the audit line names: the connection, unless one of our own servers says who is behind it."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.gemeenten.herkomst import bezoeker, netten

EIGEN = netten(["10.0.0.5", "10.1.0.0/24"])


@pytest.mark.parametrize(
    ("verbinding", "doorgegeven", "verwacht"),
    [
        ("10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.5", "203.0.113.9, 10.1.0.7", "203.0.113.9"),
        ("10.0.0.5", "6.6.6.6, 203.0.113.9", "203.0.113.9"),  # the left part is what the visitor made up
        ("198.51.100.4", "203.0.113.9", "198.51.100.4"),  # not through our server: believe nothing
        ("10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.5", "onzin", "10.0.0.5"),
        ("10.0.0.5", "203.0.113.9, onzin", "10.0.0.5"),
        ("10.0.0.5", "2001:db8::7", "2001:db8::7"),
    ],
)
def test_van_rechts_gelezen_tot_het_eerste_vreemde_adres(
    verbinding: str, doorgegeven: str, verwacht: str
) -> None:
    assert bezoeker(verbinding, doorgegeven, EIGEN) == verwacht


def _herkomst(wijk: Wijk) -> str:
    wijk.browser("Bram Peeters").get(wijk.url(), HTTP_X_FORWARDED_FOR="203.0.113.9")
    return Auditregel.objects.filter(actie="werkvoorraad.ingezien").latest("id").herkomst


def test_zonder_instelling_gelooft_de_auditregel_niets(lvc: Wijk) -> None:
    assert _herkomst(lvc) == "127.0.0.1"


def test_met_een_eigen_server_ervoor_staat_de_bezoeker_in_de_auditregel(lvc: Wijk, settings: Any) -> None:
    settings.VERTROUWDE_PROXIES = ["127.0.0.1"]
    assert _herkomst(lvc) == "203.0.113.9"


def test_een_instelling_die_niet_klopt_houdt_het_starten_tegen() -> None:
    with pytest.raises(ImproperlyConfigured, match="WIJKSPIL_PROXIES"):
        netten(["10.0.0.300"])
