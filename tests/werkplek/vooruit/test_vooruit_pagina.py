"""The page about what comes: a sentence first, choices that live in the address, and honest words when there is too little."""

from html import unescape

from django.test import Client
from lxml import html

from tests.wijk import Wijk


def blad(wijk: Wijk, pad: str, wie: str = "Pieter Smits") -> tuple[str, html.HtmlElement]:
    antwoord = wijk.browser(wie).get(wijk.url(pad))
    assert antwoord.status_code == 200
    return unescape(antwoord.content.decode()), html.fromstring(antwoord.content)


def rijen(doc: html.HtmlElement) -> dict[str, list[str]]:
    return {
        r.xpath("string(th)"): [td.text_content() for td in r.xpath("td")]
        for r in doc.xpath("//figure//tbody/tr")
    }


def test_the_answer_comes_first_and_the_choice_lives_in_the_address(stad: Wijk, vandaag: None) -> None:
    tekst, doc = blad(stad, "vooruit/")
    assert doc.xpath("string(//*[contains(@class, 'wsp-vooruit__zin')])").startswith(
        "In het komende kwartaal is naar verwachting"
    )
    gewoon = rijen(doc)
    assert list(gewoon) == [
        "Zoals het nu is",
        "Eén consulent erbij",
        "Helft hulp in huis verkort",
        "Twee uur triage erbij",
    ]
    assert "Aangenomen" in tekst and "Gemeten in uw gebeurtenissen" in tekst

    _tekst, doc = blad(stad, "vooruit/?consulenten=1&groei=100")
    eigen = rijen(doc)
    assert [eigen[naam] for naam in gewoon] == list(gewoon.values()), (
        "a choice changes nothing about how it is now"
    )
    assert eigen["Uw keuze"][0] != gewoon["Zoals het nu is"][0]
    assert doc.xpath("string(//input[@name='consulenten']/@value)") == "1"
    assert "Er komt meer werk binnen dan er uren zijn" in doc.text_content()


def test_a_wrong_choice_is_explained_and_nothing_typed_is_lost(stad: Wijk, vandaag: None) -> None:
    _tekst, doc = blad(stad, "vooruit/?consulenten=0&groei=veel")
    assert len(doc.xpath("//*[contains(@class, 'wsp-veld--fout')]")) == 2
    assert doc.xpath("string(//input[@name='groei']/@value)") == "veel"
    assert "Uw keuze" not in rijen(doc)


def test_with_too_few_events_the_page_says_so_and_still_shows_what_a_change_does(lvc: Wijk) -> None:
    from wijkspil.sturing.export import ververs

    leeg, _doc = blad(lvc, "vooruit/")
    assert "Er zijn nog geen cijfers" in leeg
    lvc.melding()
    ververs(lvc.gemeente.pk)
    tekst, doc = blad(lvc, "vooruit/")
    assert "Niet geijkt: te weinig gebeurtenissen" in tekst
    assert len(rijen(doc)) == 4


def test_who_may_look(stad: Wijk, client: Client) -> None:
    assert stad.browser("Bram Peeters").get(stad.url("vooruit/")).status_code == 403
    assert stad.browser("Pieter Smits").post(stad.url("vooruit/")).status_code == 405
