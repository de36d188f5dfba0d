"""The forecast of demand on screen: a series, an honest comparison of methods, and a forecast that is kept and laid beside what came."""

from datetime import date
from html import unescape

import pytest
from lxml import html

from tests.sturing.vooruit.hand import met_de_hand
from tests.wijk import Wijk
from wijkspil.gemeenten.models import Wijk as Gebied
from wijkspil.sturing.stand import lees_stand
from wijkspil.sturing.vooruit import vraag
from wijkspil.sturing.vooruit.vraag import Onderwerp
from wijkspil.voorspellingen.models import Voorspelling


def test_the_series_is_what_the_events_say(stad: Wijk) -> None:
    stand = lees_stand(stad.gemeente.pk)
    assert stand is not None
    tellingen = vraag.tellingen(stand.gemeente, stand.versie)
    gebied = Gebied.objects.order_by("code").first()
    assert gebied is not None
    for wijk in ("", str(gebied.pk)):
        reeks = vraag.reeks(tellingen, Onderwerp(wijk=wijk), date(2026, 5, 17))
        assert reeks is not None and reeks.per_jaar == (4 if wijk else 12)
        slot = reeks.periode(len(reeks.aantallen))
        assert slot == (date(2026, 4, 1) if wijk else date(2026, 5, 1)), "only periods that are over"
        waar = f"dag >= '{reeks.begin}' AND dag < '{slot}' AND soort LIKE 'melding.%'"
        if wijk:
            waar += f" AND dossier IN (SELECT dossier FROM g WHERE wijk = '{wijk}')"
        assert [(sum(reeks.aantallen),)] == met_de_hand(f"SELECT count(*) FROM g WHERE {waar}")
    klein = {Onderwerp(wat="07A12"): {date(2026, m, 1): 3 for m in (1, 2, 3)}}
    assert vraag.reeks(klein, Onderwerp(wat="07A12"), date(2026, 5, 1)) is None, (
        "under ten a quarter is too few to show"
    )


def test_a_forecast_is_shown_kept_and_laid_beside_what_came(
    stad: Wijk, vandaag: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = stad.browser("Pieter Smits")
    monkeypatch.setattr("wijkspil.werkplek.vooruit.views._peildag", lambda stand: date(2026, 1, 15))
    doc = html.fromstring(browser.get(stad.url("vooruit/vraag/")).content)
    assert doc.xpath("string(//*[contains(@class, 'wsp-vooruit__zin')])").startswith(
        "In januari 2026 verwachten wij ongeveer"
    )
    assert "Dezelfde methoden op landelijke cijfers" in doc.text_content()
    assert len(doc.xpath("//figure//tbody/tr")) == 6

    na = browser.post(
        stad.url("vooruit/vraag/vastleggen/"), {"wat": "meldingen", "wijk": ""}, follow=True
    ).content.decode()
    assert "Later ziet u hier wat er echt kwam" in na
    weer = browser.post(
        stad.url("vooruit/vraag/vastleggen/"), {"wat": "meldingen", "wijk": ""}, follow=True
    ).content.decode()
    assert "vandaag al vastgelegd" in weer
    v = Voorspelling.objects.get()
    assert f"vooruit/vraag/{v.pk}/" in weer

    vroeg = unescape(browser.get(stad.url(f"vooruit/vraag/{v.pk}/")).content.decode())
    assert "De eerste periode is nog niet voorbij" in vroeg
    monkeypatch.setattr("wijkspil.werkplek.vooruit.views._peildag", lambda stand: date(2026, 4, 2))
    doc = html.fromstring(browser.get(stad.url(f"vooruit/vraag/{v.pk}/")).content)
    kwam = [tr.xpath("string(td[3])") for tr in doc.xpath("//figure//tbody/tr")]
    for maand in (1, 2, 3):
        ((echt,),) = met_de_hand(
            f"SELECT count(*) FROM g WHERE soort LIKE 'melding.%' AND year(dag) = 2026 AND month(dag) = {maand}"
        )
        assert kwam[maand - 1] == str(echt)
    assert kwam[3:] == ["nog niet voorbij"] * 3


def test_what_is_not_there_is_not_found_and_what_is_too_small_is_said(stad: Wijk, vandaag: None) -> None:
    browser = stad.browser("Pieter Smits")
    for fout in ("?wat=99Z99", "?wijk=hier"):
        assert browser.get(stad.url(f"vooruit/vraag/{fout}")).status_code == 404
    wijk = Gebied.objects.order_by("code").first()
    assert wijk is not None
    pad = f"vooruit/vraag/?wat=07A12&wijk={wijk.pk}"
    assert "Hierover is nog niets te voorspellen" in browser.get(stad.url(pad)).content.decode()
    geen = browser.post(
        stad.url("vooruit/vraag/vastleggen/"), {"wat": "07A12", "wijk": str(wijk.pk)}, follow=True
    )
    assert "te weinig gebeurtenissen" in geen.content.decode()
    assert not Voorspelling.objects.exists()
    assert stad.browser("Bram Peeters").get(stad.url("vooruit/vraag/")).status_code == 403
