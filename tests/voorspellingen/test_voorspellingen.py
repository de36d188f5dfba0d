"""A forecast on record: dated, kept, never twice on a day, and only by whom steering is for."""

from datetime import date

import pytest

from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.models import Gebeurtenis
from wijkspil.voorspellingen.actions import AlVastgelegd, leg_voorspelling_vast
from wijkspil.voorspellingen.models import Voorspelling

STAP = {"begin": "2026-06-01", "verwacht": 20.0, "laag": 15.0, "hoog": 25.0}


def leg_vast(lvc: Wijk, wie: str = "Pieter Smits", **anders: object) -> Voorspelling:
    waarden: dict[str, object] = {
        "wat": "meldingen", "wijk": None, "peildag": date(2026, 5, 1), "per_jaar": 12, "methode": "gemiddeld", "gezien": 16, "stappen": [STAP],
    }  # fmt: skip
    return leg_voorspelling_vast(**(waarden | anders), door=lvc.als(wie))  # type: ignore[arg-type]


def test_a_forecast_is_kept_with_who_and_when(lvc: Wijk) -> None:
    v = leg_vast(lvc)
    assert Voorspelling.objects.get().stappen == [STAP]
    assert v.door_naam == "Pieter Smits"
    assert Gebeurtenis.objects.get(soort="voorspelling.vastgelegd").gegevens["methode"] == "gemiddeld"


def test_twice_on_a_day_is_refused_and_another_day_is_not(lvc: Wijk) -> None:
    leg_vast(lvc)
    with pytest.raises(AlVastgelegd, match="vandaag al vastgelegd"):
        leg_vast(lvc, methode="zelfde")
    leg_vast(lvc, peildag=date(2026, 5, 2))
    leg_vast(lvc, wat="01A05")
    assert Voorspelling.objects.count() == 3


def test_nothing_is_no_forecast_and_a_consulent_makes_none(lvc: Wijk) -> None:
    with pytest.raises(ValueError, match="niets voorspeld"):
        leg_vast(lvc, stappen=[])
    with pytest.raises(GeenRecht):
        leg_vast(lvc, wie="Bram Peeters")
    assert not Voorspelling.objects.exists()
