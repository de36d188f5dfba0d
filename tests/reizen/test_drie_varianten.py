"""Three ways to pay side by side in one municipality, each from contract to money, in a real browser: price times quantity, a monthly
result, a lump sum. The provider takes the orders, reports the starts and claims once; staff pay all of it in one batch.
"""

from collections.abc import Callable
from datetime import timedelta

from tests.aanbiedersportaal.verhaal import STAP
from tests.betalingen.geld import rekeningen
from tests.ondersteuning.opdrachten import bewaar, opdracht
from tests.reizen.reiziger import REIS, Reiziger, op_reis
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Contract, Product, Tarief, Termijnbetaling
from wijkspil.core.grens import binnen
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.models import Gemeente
from wijkspil.ondersteuning.models import Betaling, Declaratie, Toewijzing

pytestmark = REIS

DAGDEEL, TAAK = "07A12", "04A01"


def _contracten(wijk: Wijk) -> list[Toewijzing]:
    """The monthly result is there already; beside it a price per half-day and a task for a fixed sum, at the same provider."""
    stap = Aanbieder.objects.get(agb=STAP)
    begin = (vandaag().replace(day=1) - timedelta(days=1)).replace(day=1)
    jaar = begin.replace(month=1)
    pxq = bewaar(wijk, Contract(aanbieder=stap, nummer="PXQ-1", bekostiging="pxq", van=jaar))
    dagdeel = Product.objects.get(code=DAGDEEL)
    bewaar(wijk, Tarief(contract=pxq, product=dagdeel, cent=4500, per="dagdeel", van=jaar))
    taak = bewaar(
        wijk, Contract(aanbieder=stap, nummer="TAAK-1", bekostiging="lumpsum", van=jaar, plafond_cent=1200000)
    )
    bewaar(wijk, Termijnbetaling(contract=taak, periode=begin, cent=100000))
    rekeningen(wijk, stap)
    return [
        opdracht(wijk, 1, van=begin),
        opdracht(wijk, 2, van=begin, code=DAGDEEL, trap="", volume=8, frequentie="maand", aanbieder=stap),
        opdracht(wijk, 3, van=begin, code=TAAK, trap="", aanbieder=stap),
    ]


def _puck(reis: Reiziger) -> None:
    """She works for two municipalities, so the sign-in page names her twice."""
    reis.blad.goto(f"{reis.adres}/aanmelden/")
    with reis.blad.expect_navigation():
        reis.blad.locator(f"#{reis.gemeente.slug}").get_by_role("button", name="Puck Jansen").click()


def test_drie_manieren_van_contract_tot_betaling(
    inrichten: Callable[[str], Gemeente], live_server: object
) -> None:
    gemeente = inrichten("land-van-cuijk")
    with binnen(gemeente.pk):
        maand, dagdeel, taak = _contracten(Wijk(gemeente))
        assert [t.contract.bekostiging for t in (maand, dagdeel, taak) if t.contract] == [
            "maandbedrag",
            "pxq",
            "lumpsum",
        ]
    adres = str(live_server)
    with op_reis(adres, gemeente) as reis:
        eigen = f"{adres}/{gemeente.slug}/aanbieder"
        _puck(reis)
        reis.kiek("aanbieder-begin")
        for t in (maand, dagdeel, taak):
            reis.blad.goto(f"{eigen}/opdracht/{t.pk}/")
            reis.knop("Neem de opdracht aan")
            reis.vul(**{"start-op": t.ingang.isoformat()})
            reis.knop("Meld de start")
        reis.kiek("aanbieder-opdracht")
        reis.blad.goto(f"{eigen}/declaraties/nieuw/")
        assert reis.blad.locator(f"[name='v-{taak.nummer}']").count() == 0, "a lump sum asks for no claim"
        reis.vul(**{f"v-{dagdeel.nummer}": "9"})
        reis.knop("Kijk de regels na")
        reis.ziet("Dit is meer dan er in deze maand mag")
        reis.kiek("aanbieder-nakijken")
        reis.blad.get_by_label("Eén regel per opdracht").fill(
            f"opdracht;volume\n{maand.nummer};1\n{dagdeel.nummer};6"
        )
        reis.knop("Kijk opnieuw na")
        reis.ziet("Alle regels kloppen")
        reis.knop("Verstuur de declaratie")
        reis.ziet("goedgekeurd")

        reis.wees("Kees van Dongen")
        reis.ga("betalingen/voorstel/")
        reis.knop("Stel de batch op")
        batch = reis.blad.url
        reis.wees("Fleur Jacobs")
        reis.blad.goto(batch)
        reis.knop("Geef de batch vrij")
        reis.wees("Kees van Dongen")
        reis.blad.goto(batch)
        reis.knop("Het bestand is bij de bank")
        reis.blad.get_by_text("Met de hand").first.click()
        reis.knop("Bevestig betaald")

        _puck(reis)
        reis.blad.goto(f"{eigen}/declaraties/")
        reis.ziet("betaald op")
        reis.kiek("aanbieder-declaraties")
        assert reis.klachten == [] or all("422" in klacht for klacht in reis.klachten), reis.klachten
    with binnen(gemeente.pk):
        assert sorted(b.cent for b in Betaling.objects.all()) == [58000, 100000]
        assert Declaratie.objects.get().toegekend_cent == 31000 + 6 * 4500
