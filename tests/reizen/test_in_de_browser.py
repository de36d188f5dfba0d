"""Two questions all the way in a real browser, by the hands of the people who do the work, and found back in a figure.

Land van Cuijk: a decision, a provider, iWmo messages, a monthly amount. Alphen aan den Rijn: no decision, the consortium, a lump sum.
Neither journey could pass under the other's way of working.
"""

from collections.abc import Callable

import pytest

from tests.reizen.reiziger import REIS, op_reis
from tests.reizen.stappen import (
    kies_gratis_hulp,
    ronde_met_aanbieders,
    terug_in_een_cijfer,
    tot_en_met_het_plan,
    tot_nazorg_en_terug,
)
from wijkspil.berichten.models import Bericht
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core.grens import binnen
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten.models import Gemeente
from wijkspil.toegang.models import Hulpvraag

pytestmark = REIS


@pytest.fixture
def cuijk(inrichten: Callable[[str], Gemeente]) -> Gemeente:
    return inrichten("land-van-cuijk")


@pytest.fixture
def alphen_ad_rijn(inrichten: Callable[[str], Gemeente]) -> Gemeente:
    return inrichten("alphen")


def test_land_van_cuijk_besluit_aanbieder_berichten_maandbedrag(live_server: object, cuijk: Gemeente) -> None:
    with op_reis(live_server.url, cuijk) as r:  # type: ignore[attr-defined]
        tot_en_met_het_plan(r, frontoffice="Samira Bouzid", consulent="Bram Peeters", postcode="5431 AB")
        kies_gratis_hulp(r, "Koffie in het dorpshuis")
        r.kiek("ladder")
        r.blad.get_by_role("link", name="Voeg toe bij Maatwerk voor u").click()
        r.blad.get_by_role("link", name="Huishoudelijke ondersteuning").click()
        r.kiek("maatwerk")
        r.blad.locator("[name=trap][value=basis]").check()
        r.vul(
            resultaat="Het huis is schoon en leefbaar, en mevrouw houdt dat zelf vol.",
            activiteiten="stofzuigen en dweilen: elke week\nramen binnen: vier keer per jaar",
            minuten_per_week="125",
            overgeslagen_reden="De buren helpen al met boodschappen; meer kan niet.",
        )
        r.blad.get_by_label("Thuishulp De Maasheggen").check()
        r.blad.locator("[name=keuze]").select_option(index=1)
        r.knop("Zet op de ladder")
        r.kiek("arrangement")
        r.ziet("€ 395,00")
        if r.blad.locator("[name=overgeslagen_reden]").count():
            r.vul(overgeslagen_reden="De dochter woont ver weg.")
        r.knop("Stel arrangement vast")

        r.daad("Bereid het besluit voor")
        r.knop("Neem de aanvraag op")
        r.kiek("besluit-schrijven")
        r.blad.locator("[name=soort][value=toekenning]").check()
        r.vul(
            motivering="U kunt veel zelf. Het zware werk in huis lukt niet meer, en niemand om u heen kan dat overnemen."
        )
        if r.blad.locator("[name=reactie_plan]").count():
            r.vul(reactie_plan="Uw eigen plan is de kern van het plan geworden.")
        r.knop("Bewaar")
        r.kiek("besluit-concept")
        r.knop("Neem het besluit")
        r.knop("Maak het besluit bekend")
        r.kiek("besluit-bekend")
        with binnen(cuijk.pk):
            besluit = Besluit.objects.get()
            assert (besluit.status, besluit.bezwaar_tot is not None) == ("bekendgemaakt", True)
        r.daad("Bekijk de opdrachten")
        r.ziet("Thuishulp De Maasheggen")
        r.kiek("opdracht")

        post = ronde_met_aanbieders(cuijk)
        r.wees("Kees van Dongen")
        r.ga("berichten/")
        r.kiek("berichten")
        r.blad.locator("table a, main li a").filter(has_text="301").first.wait_for()
        with binnen(cuijk.pk):
            soorten = set(Bericht.objects.values_list("soort", flat=True))
            assert {"WMO301", "WMO302", "WMO305", "WMO306"} <= soorten, post
        tot_nazorg_en_terug(r, consulent="Bram Peeters")
        terug_in_een_cijfer(r, "Pieter Smits")
        assert r.klachten == []
    with binnen(cuijk.pk):
        assert Hulpvraag.objects.get().uitkomst == "geholpen"
        verhaal = set(Gebeurtenis.objects.values_list("soort", flat=True))
    assert {
        "besluit.bekendgemaakt",
        "levering.gestart",
        "plan.geevalueerd",
        "nazorg.gebeld",
        "vraag.afgesloten",
    } <= verhaal


def test_alphen_afspraak_consortium_vaste_som(live_server: object, alphen_ad_rijn: Gemeente) -> None:
    with op_reis(live_server.url, alphen_ad_rijn) as r:  # type: ignore[attr-defined]
        tot_en_met_het_plan(r, frontoffice="Marleen Kuiper", consulent="Tobias de Wit", postcode="2403 AB")
        kies_gratis_hulp(r, "Buurtmaatje")
        r.blad.get_by_role("link", name="Voeg toe bij Tom in de buurt").click()
        r.blad.get_by_role("link", name="Hulp bij het huishouden door Tom in de buurt").click()
        r.vul(activiteiten="samen poetsen: elke week")
        if r.blad.locator("[name=aanbieder]").count():
            r.blad.locator("[name=aanbieder]").first.check()
        r.knop("Zet op de ladder")
        r.kiek("arrangement")
        r.knop("Stel arrangement vast")
        r.daad("Maak de afspraak")
        r.kiek("afspraak")
        r.vul(tekst="Tom helpt elke week met het zware werk. Een buurtmaatje gaat mee naar de inloop.")
        r.blad.locator("main form button[type=submit]").first.click()
        r.kiek("afspraak-gemaakt")
        with binnen(alphen_ad_rijn.pk):
            assert Afspraak.objects.get().status == "loopt"
            assert not Besluit.objects.exists()
        r.daad("Bekijk de opdrachten")
        r.kiek("opdracht")
        for uitklap in r.blad.locator("main summary").all():
            uitklap.click()
        r.knop("Hulp is begonnen")
        r.kiek("gestart")
        tot_nazorg_en_terug(r, consulent="Tobias de Wit")
        terug_in_een_cijfer(r, "Daan Mulder")
        r.wees("Iris de Graaf")
        r.ga("contracten/")
        r.ziet("Tom in de buurt")
        r.kiek("contracten")
        assert r.klachten == []
    with binnen(alphen_ad_rijn.pk):
        assert Hulpvraag.objects.get().uitkomst == "geholpen"
        assert not Bericht.objects.exists(), "a task contract needs no message and no claim"
