"""The practice town has a forecast of some months ago, made from only what was known then."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.sturing.conftest import eigen_map, uitgevoerd, voer_een_keer_uit
from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.oefenstad.toneel_vooruit import zet_voorspelling_neer
from wijkspil.voorspellingen.models import Voorspelling

__all__ = ["eigen_map", "uitgevoerd"]


def test_a_forecast_of_then_once(lvc: Wijk, uitgevoerd: Path, eigen_map: Path, settings: object) -> None:
    assert zet_voorspelling_neer(lvc.gemeente) == 0, "no figures, no forecast"
    voer_een_keer_uit(lvc, uitgevoerd, settings, vragen=500)
    with klok.op(datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        assert zet_voorspelling_neer(lvc.gemeente) == 1
        assert zet_voorspelling_neer(lvc.gemeente) == 0
    v = Voorspelling.objects.get()
    assert v.peildag.isoformat() == "2026-01-21"
    assert v.stappen[0]["begin"] == "2026-01-01", (
        "the month that was not over then is the first that was forecast"
    )
