"""The look keeps its promises: no inline style or script, readable for everyone, light, and whole without script."""

import gzip
import os
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from tests.kijken import langslopen
from tests.werkplek.browser import CSP, chromium, chromium_pad, pagina
from tests.werkplek.stijlpaginas import paginas, render

NAMEN = list(paginas())
zonder_opmaak = pytest.mark.skipif(
    finders.find("vendor/utrecht.css") is None,
    reason="De opmaak van anderen is er nog niet; haal die op met de opzet van het project.",
)
zonder_browser = pytest.mark.skipif(
    chromium_pad() is None, reason="Geen Chromium gevonden; installeer er een of zet WIJKSPIL_CHROMIUM."
)


@pytest.mark.parametrize("naam", NAMEN)
def test_page_has_no_inline_style_or_script(naam: str) -> None:
    html = render(naam)
    assert not re.search(r"\sstyle\s*=|<style|javascript:|\son[a-z]+\s*=", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


@pytest.mark.parametrize("naam", NAMEN)
def test_page_has_one_heading_a_language_and_a_way_past_the_menu(naam: str) -> None:
    html = render(naam)
    assert html.count("<h1") == 1
    assert 'lang="nl"' in html
    assert 'href="#inhoud"' in html
    assert html.count('id="inhoud"') == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids)), "twee dingen op de pagina hebben dezelfde id"


def test_error_page_says_what_to_do_next_without_any_context() -> None:
    html = render("fout_500")
    assert "Wat u nu kunt doen" in html
    assert "Naar de beginpagina" in html


@zonder_opmaak
@pytest.mark.parametrize("naam", ["werkvoorraad", "dossier", "mijn_vraag"])
def test_page_with_everything_it_links_is_under_100_kb(naam: str) -> None:
    """The Latin font counts too; the extended one is fetched only for names that need it."""
    html = render(naam)
    bestanden = set(re.findall(r'(?:href|src)="/static/([^"#?]+)"', html))
    totaal = len(gzip.compress(html.encode()))
    for pad in bestanden:
        gevonden = finders.find(pad)
        assert gevonden, pad
        inhoud = Path(gevonden).read_bytes()
        totaal += len(inhoud) if pad.endswith(".woff2") else len(gzip.compress(inhoud))
    assert totaal < 100_000, f"{naam} is {totaal} bytes over de lijn"


VOLUIT = pytest.mark.skipif(
    not os.environ.get("WIJKSPIL_DRILLS"),
    reason="make test tries wide in light and narrow in dark; make drills all four",
)


@zonder_opmaak
@zonder_browser
@pytest.mark.browser
@pytest.mark.parametrize(
    ("breedte", "donker"),
    [
        pytest.param(1440, False, id="1440-licht"),
        pytest.param(390, True, id="390-donker"),
        pytest.param(1440, True, id="1440-donker", marks=[pytest.mark.traag, VOLUIT]),
        pytest.param(390, False, id="390-licht", marks=[pytest.mark.traag, VOLUIT]),
    ],
)
def test_every_page_meets_wcag_22_aa(breedte: int, donker: bool) -> None:
    """And nothing falls off at 320 px, which is also what remains of a 1280 px screen at 400% zoom (WCAG 1.4.10)."""
    bladen = {naam: render(naam).encode() for naam in NAMEN}
    assert langslopen(bladen, breedtes=(breedte,), donker=donker, csp=CSP) == []


@zonder_browser
@pytest.mark.browser
def test_a_look_sees_what_is_wrong() -> None:
    """The looks above can fail: a picture without words, a page too wide and a broken script are all named."""
    kapot = b"""<!doctype html><html lang="nl"><title>Kapot</title><main><h1>Kapot</h1><img src="/x.png">
        <p style="width: 900px">breed</p></main><script>bestaatNiet()</script></html>"""
    klachten = " ".join(langslopen({"kapot": kapot}, breedtes=(390,)))
    assert all(
        deel in klachten for deel in ("image-alt", "te breed op 390", "te breed op 320", "bestaatNiet")
    )


@zonder_opmaak
@zonder_browser
@pytest.mark.browser
def test_keys_walk_the_work_list_and_can_be_switched_off() -> None:
    actief = "document.activeElement.textContent.trim()"
    with chromium() as browser, pagina(browser, "werkvoorraad") as (blad, _):
        blad.keyboard.press("j")
        assert blad.evaluate(actief).startswith("Hendrika")
        blad.keyboard.press("j")
        blad.keyboard.press("j")
        blad.keyboard.press("k")
        assert blad.evaluate(actief) == "Mohammed el Amrani"
        blad.keyboard.press("Enter")
        blad.wait_for_url("**#rij2")
        blad.keyboard.press("n")
        blad.wait_for_url("**#nieuw")
        blad.keyboard.press("/")
        assert blad.evaluate("document.activeElement.id") == "wsp-zoekveld"
        blad.keyboard.type("jnk")
        assert blad.input_value("#wsp-zoekveld") == "jnk", "letters in a field are letters"
        blad.click("summary")
        blad.click("[data-sneltoetsen]")
        blad.keyboard.press("j")
        assert not blad.evaluate(actief).startswith("Hendrika")


@zonder_opmaak
@zonder_browser
@pytest.mark.browser
def test_typed_words_come_back_after_the_page_is_left_and_go_at_sign_out() -> None:
    with chromium() as browser, pagina(browser, "formulier") as (blad, _):
        blad.fill("#id_vraag", "Mevrouw kan het bed niet meer verschonen.")
        blad.check("#id_gebieden_0")
        blad.goto("http://stijlgids.test/dossier")
        blad.goto("http://stijlgids.test/formulier")
        assert blad.input_value("#id_vraag") == "Mevrouw kan het bed niet meer verschonen."
        assert blad.is_checked("#id_gebieden_0")
        assert "teruggezet" in blad.inner_text("[data-klad-melding]")
        blad.click("summary")
        with blad.expect_navigation():
            blad.click("[data-afmelden] button")
        assert blad.evaluate("sessionStorage.length") == 0


@zonder_opmaak
@zonder_browser
@pytest.mark.browser
def test_menu_opens_on_a_phone_with_and_without_script() -> None:
    for script in (True, False):
        with chromium() as browser, pagina(browser, "dossier", 390, script=script) as (blad, _):
            assert not blad.is_visible("#wsp-menu")
            blad.click(".wsp-menuknop")
            assert blad.is_visible("text=Sociale kaart")


@pytest.mark.parametrize("code", [403, 404, 500])
def test_django_finds_an_error_page_for(code: int) -> None:
    """Django renders 500.html without request or context; it must stand on its own."""
    html = get_template(f"{code}.html").render()
    assert html.count("<h1>") == 1
    assert "Wat u nu kunt doen" in html
