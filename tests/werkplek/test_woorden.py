"""Dates, terms, money and names as people read them."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from wijkspil.core import klok as tijd
from wijkspil.inwoners.models import Inwoner
from wijkspil.werkplek.klok import klok_van
from wijkspil.werkplek.templatetags.wijkspil_tags import datum, euro, initialen, naam, termijn

DAG = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def op_24_november():
    with tijd.op(datetime(2026, 11, 24, 12, tzinfo=UTC)), translation.override("nl"):
        yield


def test_date_is_written_with_its_weekday_and_only_another_year_is_named() -> None:
    assert datum(DAG) == "dinsdag 24 november"
    assert datum(DAG, "kort") == "24 november"
    assert datum(DAG, "jaar") == "24 november 2026"
    assert datum(date(2027, 1, 4)) == "maandag 4 januari 2027"
    assert datum(None) == ""


def test_moment_is_told_in_dutch_time() -> None:
    laat = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert datum(laat) == "woensdag 25 november"
    assert datum(laat, "moment") == "woensdag 25 november om 00:30 uur"


@pytest.mark.parametrize(
    ("uiterlijk", "woorden"),
    [
        (date(2026, 12, 3), "nog 9 dagen (uiterlijk 3 december)"),
        (date(2026, 11, 25), "nog 1 dag (uiterlijk 25 november)"),
        (date(2026, 11, 24), "vandaag is de laatste dag"),
        (date(2026, 11, 23), "1 dag te laat"),
        (date(2026, 11, 22), "2 dagen te laat"),
        (None, ""),
    ],
)
def test_term_says_how_much_time_is_left(uiterlijk: date | None, woorden: str) -> None:
    assert termijn(uiterlijk) == woorden


@pytest.mark.parametrize(
    ("centen", "bedrag"),
    [(123456, "€\xa01.234,56"), (0, "€\xa00,00"), (5, "€\xa00,05"), (-1250, "€\xa0-12,50"), (None, "")],
)
def test_cents_become_euros(centen: int | None, bedrag: str) -> None:
    assert euro(centen) == bedrag


def test_english_readers_get_english_money_and_days() -> None:
    with translation.override("en"):
        assert euro(123456) == "€1,234.56"
        assert datum(DAG) == "Tuesday 24 November"


def test_name_of_a_resident() -> None:
    fatima = Inwoner(roepnaam="Fatima", voorvoegsel="el", achternaam="Amrani")
    assert naam(fatima) == "Fatima el Amrani"
    assert naam(fatima, "lijst") == "Amrani, Fatima el"
    assert naam("Team Ridderveld") == "Team Ridderveld"
    assert initialen(naam(fatima)) == "FA"


@pytest.mark.parametrize(
    ("uiterlijk", "opgeschort", "toestand"),
    [
        (date(2026, 12, 17), False, "ok"),
        (date(2026, 11, 29), False, "bijna"),
        (date(2026, 11, 24), False, "bijna"),
        (date(2026, 11, 23), False, "verlopen"),
        (date(2026, 11, 23), True, "opgeschort"),
        (None, False, "geen"),
    ],
)
def test_clock_has_a_state_and_a_word(uiterlijk: date | None, opgeschort: bool, toestand: str) -> None:
    klok = klok_van(uiterlijk, vandaag=DAG, begin=date(2026, 11, 1), opgeschort=opgeschort)
    assert klok.toestand == toestand
    assert klok.woord
    assert klok.deel is None or 0 <= klok.deel <= 100


def test_bar_of_the_clock_follows_the_days() -> None:
    assert klok_van(date(2026, 12, 24), vandaag=DAG, begin=date(2026, 10, 25)).deel == 50


def test_text_in_a_block_is_escaped_once_and_no_more() -> None:
    html = Template("{% load wijkspil_tags %}{% kaart kop=kop %}<p>{{ woord }}</p>{% endkaart %}").render(
        Context({"kop": "Jansen & Zn", "woord": "<script>"})
    )
    assert "<h2>Jansen &amp; Zn</h2>" in html
    assert "<p>&lt;script&gt;</p>" in html
