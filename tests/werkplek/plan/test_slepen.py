"""Dragging a card in a real browser sends the form that stands on it; without script the same form does the work."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.plannen.verhaal import consulent, gratis, tot_arrangement
from tests.werkplek.browser import chromium, chromium_pad
from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.plannen.actions import begin_plan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        chromium_pad() is None, reason="Geen Chromium gevonden; installeer er een of zet WIJKSPIL_CHROMIUM."
    ),
]


@pytest.fixture(params=[True, False], ids=["met script", "zonder script"])
def ladder(
    request: pytest.FixtureRequest,
    transactional_db: None,
    live_server: object,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Page]:
    """The ladder of Mevrouw de Wit, with one card on the rung of family and friends."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser driver runs a loop in this thread
    wijk = Wijk(richt_in("land-van-cuijk"))
    with binnen(wijk.gemeente.pk):
        plan = tot_arrangement(wijk)
        gratis(begin_plan(plan.hulpvraag, door=consulent(wijk)), wijk, "netwerk")
        sessie = wijk.browser("Bram Peeters").cookies[settings.SESSION_COOKIE_NAME].value
        pad = wijk.url(f"vraag/{plan.hulpvraag_id}/arrangement/")
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, java_script_enabled=request.param, locale="nl-NL"
        )
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": str(live_server)}]
        )
        blad = context.new_page()
        blad.goto(f"{live_server}{pad}")
        yield blad
        context.close()
    register.vergeet()


def test_een_kaart_verhuist(ladder: Page, request: pytest.FixtureRequest) -> None:
    kaart = ladder.locator("[data-trede=netwerk] article")
    if "met script" in request.node.name:
        kaart.drag_to(ladder.locator("[data-trede=vrijwilliger]"))
    else:
        kaart.locator("summary").click()
        kaart.get_by_label("Naar trede").select_option("vrijwilliger")
        kaart.get_by_role("button", name="Verplaats").click()
    ladder.locator("[data-trede=vrijwilliger] article").wait_for()
    assert ladder.locator("[data-trede=netwerk] article").count() == 0
    assert "staat nu bij" in ladder.content()
