"""The pages of steering: who opens them, what they show, and that a file says the same as the page."""

import csv
import io
from datetime import timedelta
from html import unescape

import openpyxl
import pytest
from django.db import connection
from django.utils import timezone
from lxml import html

from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Wijk as Gebied
from wijkspil.sturing.indicatoren import ALLE, EERSTE

KWARTAAL = "kwartaal=2026-1"


@pytest.mark.parametrize("naam", ["Pieter Smits", "Noor Verhoeven", "Fleur Jacobs"])
def test_beleid_teamleider_en_contractbeheer_zien_de_cijfers(stad: Wijk, naam: str) -> None:
    antwoord = stad.browser(naam).get(stad.url(f"sturing/?{KWARTAAL}"))
    assert antwoord.status_code == 200
    blad = html.fromstring(antwoord.content)
    assert [d.get("id") for d in blad.find_class("wsp-sturing__figuur")] == list(EERSTE)
    assert len(blad.xpath("//figure//*[@role='img']")) == len(EERSTE)
    assert len(blad.xpath("//table")) == len(EERSTE)


def test_a_page_stays_small_and_asks_few_questions(stad: Wijk, django_assert_max_num_queries: object) -> None:
    browser = stad.browser("Pieter Smits")
    browser.get(stad.url(f"sturing/?{KWARTAAL}"))
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        antwoord = browser.get(stad.url(f"sturing/?{KWARTAAL}"))
    assert len(antwoord.content) < 100_000


def test_a_colleague_without_the_role_gets_the_reason(stad: Wijk) -> None:
    for pad in ("sturing/", "sturing/cijfers/", "sturing/meldingen/", "sturing/meldingen/csv/"):
        antwoord = stad.browser("Bram Peeters").get(stad.url(pad))
        assert antwoord.status_code == 403
        assert "beleid" in antwoord.content.decode()


def test_another_municipality_finds_nothing(stad: Wijk, alphen: Wijk) -> None:
    with binnen(alphen.gemeente.pk):
        vreemde = alphen.browser("Tobias de Wit")
    assert vreemde.get(stad.url("sturing/")).status_code == 404


def test_wrong_verbs_are_refused(stad: Wijk) -> None:
    browser = stad.browser("Pieter Smits")
    assert browser.post(stad.url("sturing/")).status_code == 405
    assert browser.post(stad.url("sturing/meldingen/csv/")).status_code == 405
    assert browser.get(stad.url("sturing/verversen/")).status_code == 405


@pytest.mark.parametrize(
    "pad",
    [
        "sturing/bestaat-niet/",
        "sturing/meldingen/pdf/",
        "sturing/?kwartaal=2031-1",
        "sturing/?kwartaal=x",
        "sturing/?wijk=hier",
    ],
)
def test_what_does_not_exist_is_not_found(stad: Wijk, pad: str) -> None:
    assert stad.browser("Pieter Smits").get(stad.url(pad)).status_code == 404


def test_a_district_of_another_municipality_does_not_exist_here(stad: Wijk, alphen: Wijk) -> None:
    with binnen(alphen.gemeente.pk):
        ander = Gebied.objects.first()
    assert ander is not None
    with binnen(stad.gemeente.pk):
        browser = stad.browser("Pieter Smits")
        assert browser.get(stad.url(f"sturing/?wijk={ander.pk}")).status_code == 404
        assert browser.get(stad.url("sturing/?wijk=onbekend")).status_code == 200


def test_filters_stay_while_you_walk(stad: Wijk) -> None:
    wijk = Gebied.objects.get(naam="Cuijk")
    vraag = f"?{KWARTAAL}&wijk={wijk.pk}"
    blad = html.fromstring(stad.browser("Pieter Smits").get(stad.url(f"sturing/{vraag}")).content)
    assert blad.xpath("//select[@id='wijk']/option[@selected]")[0].text == "Cuijk"
    adressen = [a.get("href") for a in blad.xpath("//*[contains(@class, 'wsp-sturing')]//a")]
    van_sturing = [adres for adres in adressen if "/sturing/" in adres]
    assert len(van_sturing) > 15
    assert all(adres.endswith(vraag) for adres in van_sturing)
    assert [adres.split("/werk/")[1] for adres in adressen if adres not in van_sturing] == [
        "beleid/",
        "eigen-trajecten/",
    ]


def test_the_catalogue_lists_every_indicator_with_its_definition(stad: Wijk) -> None:
    tekst = unescape(stad.browser("Pieter Smits").get(stad.url("sturing/cijfers/")).content.decode())
    for indicator in ALLE.values():
        assert str(indicator.naam) in tekst
        assert str(indicator.definitie) in tekst
        assert str(indicator.bron) in tekst


@pytest.mark.parametrize("sleutel", ALLE)
def test_the_files_open_and_say_what_the_page_says(stad: Wijk, sleutel: str) -> None:
    browser = stad.browser("Pieter Smits")
    blad = html.fromstring(browser.get(stad.url(f"sturing/{sleutel}/?{KWARTAAL}")).content)
    koppen = [th.text_content() for th in blad.xpath("//table/thead//th")]
    rijen = [[c.text_content() for c in tr.xpath("th|td")] for tr in blad.xpath("//table/tbody/tr")]
    assert rijen
    antwoord = browser.get(stad.url(f"sturing/{sleutel}/csv/?{KWARTAAL}"))
    assert "attachment" in antwoord["Content-Disposition"]
    kop, *regels = csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";")
    boek = openpyxl.load_workbook(
        io.BytesIO(browser.get(stad.url(f"sturing/{sleutel}/xlsx/?{KWARTAAL}")).content)
    )
    xlsx_kop, *xlsx = boek["Cijfers"].iter_rows(values_only=True)
    assert koppen == kop == list(xlsx_kop)
    assert len(rijen) == len(regels) == len(xlsx)
    vormen = [kolom.vorm for kolom in ALLE[sleutel].kolommen]
    for op_pagina, in_csv, in_xlsx in zip(rijen, regels, xlsx, strict=True):
        for vorm, tekst, c, x in zip(vormen, op_pagina, in_csv, in_xlsx, strict=True):
            if x is None:
                assert c == ""
                assert tekst in ("–", str(ALLE[sleutel].niet_bekend))
            elif vorm == "tekst":
                assert tekst == c == x
            elif vorm == "maand":
                assert c == x.date().isoformat()
                assert str(x.year) in tekst
            else:
                getal = float(c.replace(",", "."))
                assert getal == pytest.approx(x)
                getoond = float(
                    tekst.removesuffix("%")
                    .removeprefix("€ ")
                    .replace(".", "")
                    .replace(",", ".")
                    .replace("−", "-")
                )
                assert getoond == pytest.approx(
                    getal * (100 if vorm == "aandeel" else 1),
                    abs=0.51 if vorm in ("aandeel", "euro") else 0.051,
                )
    uitleg = dict(boek["Uitleg"].iter_rows(values_only=True))
    assert uitleg["Definitie"] == str(ALLE[sleutel].definitie)
    assert uitleg["Keuze"] == "1e kwartaal 2026, alle wijken"


def test_before_the_first_figures_the_page_says_what_to_do(lvc: Wijk, eigen_map: object) -> None:
    browser = lvc.browser("Pieter Smits")
    assert "Er zijn nog geen cijfers" in browser.get(lvc.url("sturing/")).content.decode()
    assert browser.get(lvc.url("sturing/meldingen/")).status_code == 200
    assert browser.get(lvc.url("sturing/meldingen/csv/")).status_code == 302


def test_asking_for_fresh_figures_is_a_job_and_one_at_a_time(stad: Wijk) -> None:
    browser = stad.browser("Pieter Smits")
    eerste = browser.post(stad.url("sturing/verversen/"), follow=True).content.decode()
    tweede = browser.post(stad.url("sturing/verversen/"), follow=True).content.decode()
    assert "worden bijgewerkt" in eerste
    assert "worden al bijgewerkt" in tweede
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>'gemeente_id' FROM procrastinate_jobs WHERE task_name = 'sturing.ververs'"
        )
        assert cursor.fetchall() == [(str(stad.gemeente.pk),)]


def test_a_quarter_without_anything_says_so(stad: Wijk) -> None:
    oud = timezone.localdate() - timedelta(days=900)
    pad = f"sturing/?kwartaal={oud.year}-{(oud.month + 2) // 3}"
    antwoord = stad.browser("Pieter Smits").get(stad.url(pad))
    assert antwoord.status_code == 200
    assert "Er kwamen geen meldingen" in antwoord.content.decode()
