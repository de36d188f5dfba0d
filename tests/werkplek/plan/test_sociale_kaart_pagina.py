"""The social map to browse: everybody on staff may, nobody else; the filter stands in the address."""

from typing import Any

import pytest
from django.test import Client

from tests.wijk import Wijk
from wijkspil.gemeenten.models import Wijk as Buurt


@pytest.mark.parametrize("naam", ["Samira Bouzid", "Bram Peeters", "Pieter Smits", "Ada Willems"])
def test_elke_medewerker_mag_kijken(lvc: Wijk, naam: str) -> None:
    inhoud = lvc.browser(naam).get(lvc.url("sociale-kaart/")).content.decode()
    assert "Koffie in het dorpshuis" in inhoud
    assert "Kies<" not in inhoud


def test_een_onbekende_en_een_post_niet(lvc: Wijk) -> None:
    assert Client().get(lvc.url("sociale-kaart/")).status_code == 302
    assert lvc.browser("Bram Peeters").post(lvc.url("sociale-kaart/")).status_code == 405


def test_filter_op_thema_wijk_soort_en_woorden(lvc: Wijk) -> None:
    browser = lvc.browser("Bram Peeters")
    boxmeer = Buurt.objects.get(code="BO")

    def zie(vraag: str) -> str:
        inhoud = browser.get(lvc.url(f"sociale-kaart/?{vraag}")).content.decode()
        return inhoud[inhoud.index("<main") :]

    assert "Eettafel" in zie("thema=maaltijden") and "Beweeggroep" not in zie("thema=maaltijden")
    in_boxmeer = zie(f"wijk={boxmeer.pk}")
    assert "Eettafel" in in_boxmeer and "Koffie in het dorpshuis" not in in_boxmeer
    assert "Maatje voor een uur" in in_boxmeer, "wat overal komt, komt ook hier"
    assert "Pool van hulpmiddelen" in zie("soort=collectieve_voorziening")
    assert "Steunpunt mantelzorg" in zie("zoek=luisterend")
    assert "Hier is niets bekend dat past" in zie("zoek=zeilboot")
    assert zie("wijk=onzin&soort=onzin") == zie("wijk=&soort=")


def test_een_leeg_thema_verandert_niets_en_past_binnen_twaalf_vragen(
    lvc: Wijk, django_assert_max_num_queries: Any
) -> None:
    browser = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(12):
        assert browser.get(lvc.url("sociale-kaart/?thema=")).status_code == 200


def test_de_wijken_staan_als_stippen_op_hun_plek(lvc: Wijk) -> None:
    inhoud = lvc.browser("Bram Peeters").get(lvc.url("sociale-kaart/?wijk=")).content.decode()
    assert inhoud.count("<circle") == Buurt.objects.count()
    assert 'cx="14.0"' in inhoud and 'cx="86.0"' in inhoud
