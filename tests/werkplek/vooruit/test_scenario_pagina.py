"""The page of years ahead: scenarios beside each other, an own choice in the address, a mistake explained."""

from lxml import html

from tests.wijk import Wijk


def test_scenarios_and_an_own_choice(stad: Wijk, vandaag: None) -> None:
    browser = stad.browser("Pieter Smits")
    doc = html.fromstring(browser.get(stad.url("vooruit/scenario/?prijs_huis=10")).content)
    namen = [th.text_content() for th in doc.xpath("(//figure//table)[1]/tbody/tr/th")]
    assert namen[0] == "Alles blijft gelijk" and namen[-1] == "Uw keuze"
    assert "geen grens" in doc.text_content() and "zekerheid: laag" in doc.text_content()
    fout = html.fromstring(browser.get(stad.url("vooruit/scenario/?jaren=99")).content)
    assert fout.xpath("string(//input[@name='jaren']/@value)") == "99"
    assert len(fout.xpath("//*[contains(@class, 'wsp-veld--fout')]")) == 1
    assert "Uw keuze" not in [th.text_content() for th in fout.xpath("//tbody/tr/th")]


def test_without_figures_or_right(lvc: Wijk) -> None:
    assert (
        "Er valt nog niets door te rekenen"
        in lvc.browser("Pieter Smits").get(lvc.url("vooruit/scenario/")).content.decode()
    )
    assert lvc.browser("Bram Peeters").get(lvc.url("vooruit/scenario/")).status_code == 403
