"""The demo has an objection, norm calculations and somebody of a provider that can sign in."""

from datetime import UTC, date, datetime

import pytest

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbiedergebruiker
from wijkspil.besluiten.models import Normraadpleging
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.oefenstad.opdracht import Opdracht
from wijkspil.oefenstad.samenspel import speel
from wijkspil.oefenstad.toneel_besluit import zet_besluiten_neer


def test_er_is_leven_achter_de_besluiten(lvc: Wijk) -> None:
    speel(
        Opdracht(
            "land-van-cuijk",
            6,
            7,
            date(2026, 1, 5),
            tot=datetime(2026, 6, 18, 16, 0, tzinfo=UTC),
            met_pdf=False,
        )
    )
    assert zet_besluiten_neer(lvc.gemeente) >= 1
    assert Normraadpleging.objects.count() == 1


@pytest.mark.django_db
def test_in_haarlem_kan_iemand_van_een_aanbieder_onderzoeken() -> None:
    gemeente = richt_in("haarlem")
    with binnen(gemeente.pk):
        onderzoek = Aanbiedergebruiker.objects.filter(
            aanbieder__contracten__tarieven__product__code="01H01"
        ).distinct()
        assert onderzoek.count() == 2
    register.vergeet()
