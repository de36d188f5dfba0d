"""Two questions all the way in a real browser, by the hands of the people who do the work, and found back in a figure.

Land van Cuijk: a decision, a provider, iWmo messages, a monthly amount. Alphen aan den Rijn: no decision, the consortium, a lump sum.
Neither journey could pass under the other's way of working.
"""

from collections.abc import Iterator

import pytest

from tests.reizen.reiziger import HEEFT_BROWSER, Reiziger, op_reis
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.uitwisseling import Geheugenuitwisseling, met
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten import register
from wijkspil.gemeenten.models import Gemeente
from wijkspil.oefenstad.aanbieders import Aanbieders, Gedrag, tarieven_uit_contracten
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.oefenstad.tegenkant import Geheugen
from wijkspil.sturing.export import ververs
from wijkspil.toegang.models import Hulpvraag

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not HEEFT_BROWSER, reason="no Chromium on this machine; install chromium to run the journeys"
    ),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(autouse=True)
def naast_de_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser's driver runs an event loop in this thread; our own queries beside it are plain ones."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture
def cuijk(transactional_db: None) -> Iterator[Gemeente]:
    yield richt_in("land-van-cuijk")
    register.vergeet()


@pytest.fixture
def alphen_ad_rijn(transactional_db: None) -> Iterator[Gemeente]:
    yield richt_in("alphen")
    register.vergeet()


def tot_en_met_het_plan(r: Reiziger, *, frontoffice: str, consulent: str, postcode: str) -> None:
    """What is the same everywhere: tell once, urgency, conversation, investigation, plan."""
    r.wees(frontoffice)
    r.ga("vraag/nieuw/")
    r.vul(
        vraag="Sinds mijn val lukt het huishouden niet meer en ik kom de deur niet uit.",
        roepnaam="Riek",
        achternaam="van den Broek",
        geboortedatum="1941-03-12",
        telefoon="0612345678",
        postcode=postcode,
        huisnummer="14",
    )
    r.blad.get_by_text("Meer over deze inwoner").click()
    r.vul(bsn="999900006")
    r.blad.get_by_label("Houdt de mantelzorger het niet meer vol?").check()
    r.kiek("nieuwe-vraag")
    r.knop("Neem de vraag op")
    r.ziet("Riek van den Broek")
    r.kiek("na-opname")
    r.dossier = r.blad.url.split("?")[0]

    r.wees(consulent)
    r.ga()
    r.blad.get_by_role("link", name="Van mijn teams").click()
    r.ziet("Riek van den Broek")
    r.kiek("werkvoorraad")
    r.daad("Geef aan team of collega")
    r.knop("Ik pak deze vraag op")
    r.daad("Plan een gesprek")
    r.knop("Begin nu een gesprek")
    r.vul(
        wat_wil_ik="Weer zelf mijn huis op orde hebben en onder de mensen komen.",
        wat_kan_ik="Koken en de was lukken. Lopen gaat met de rollator.",
        wat_heb_ik_nodig="Hulp bij het zware werk, en iemand om mee naar buiten te gaan.",
        eigen_kijk="Ik wil vooral niet afhankelijk worden.",
    )
    r.blad.locator("[name=identiteit_vastgesteld]").check()
    r.kiek("gesprek")
    r.knop("Gesprek is gevoerd")
    r.ga(r.dossier.rstrip("/").split("/werk/")[1] + "/clientondersteuning/")
    r.blad.get_by_label("ja, graag").check()
    r.knop("Leg vast")
    r.daad("Werk het onderzoek uit")
    for stap in ("hulpvraag", "problemen", "aard_omvang", "eigen_mogelijkheden"):
        r.vul(**{f"stap_{stap}": "Mevrouw kan veel zelf; het zware werk en alleen naar buiten gaan niet."})
    for onderwerp in "abcdefg":
        r.vul(**{f"onderwerp_{onderwerp}": "Besproken aan de keukentafel."})
    r.knop("Rond onderzoek af")
    r.daad("Maak het plan")
    r.vul(eigen_plan="Ik wil zelf blijven koken en elke week naar de koffieochtend.")
    r.blad.locator("[name=perspectief]").first.check()
    r.vul(
        **{
            "doel-0-tekst": "Mijn huis is weer op orde en ik houd dat vol.",
            "doel-0-eigenaar": "Riek van den Broek",
        }
    )
    r.blad.locator("[name=regisseur]").select_option(label=consulent)
    r.kiek("plan")
    r.knop("Stel plan vast")


def kies_gratis_hulp(r: Reiziger, aanbod: str) -> None:
    r.daad("Leg het arrangement vast")
    r.blad.get_by_role("link", name="Open de sociale kaart").click()
    r.knop(f"Kies {aanbod}")


def tot_nazorg_en_terug(r: Reiziger, *, consulent: str) -> None:
    """Evaluation, aftercare, closing with an honest outcome."""
    r.wees(consulent)
    r.daad("Evalueer")
    r.kiek("evaluatie")
    for keuze in r.blad.locator("select[name^='doel'], select[name$='resultaat']").all():
        keuze.select_option("behaald")
    for keuze in r.blad.locator("input[type=radio][value='behaald']").all():
        keuze.check()
    r.blad.locator("input[name=richting][value=gelijk]").check()
    r.vul(
        verslag="Het huis is op orde. Mevrouw gaat elke week naar de koffie.", inwoner_vindt="Ik red me weer."
    )
    r.blad.locator("main form button[type=submit]").first.click()
    r.daad("Rond af met nazorg")
    r.knop("Begin de nazorg")
    r.vul(hoe_gaat_het="Goed. Ze kookt elke dag en heeft een vriendin aan de koffie overgehouden.")
    r.blad.locator("[name=tevreden]").select_option("9")
    r.knop("Bewaar het gesprek")
    r.blad.locator("[name=uitkomst][value=geholpen], [name=uitkomst]").first.check()
    r.blad.locator("main form button[type=submit]").first.click()
    r.naar_dossier()
    r.ziet("Tijdlijn")
    r.kiek("dossier-klaar")


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


def terug_in_een_cijfer(r: Reiziger, beleid: str) -> None:
    """The question is found back in steering, from its events alone."""
    ververs(r.gemeente.pk, volledig=True)
    r.wees(beleid)
    r.ga("sturing/")
    r.ziet("1 melding")
    r.kiek("sturing")


def ronde_met_aanbieders(gemeente: Gemeente) -> int:
    """The post goes round and the providers answer, day by day, until the help has begun."""
    weg = Geheugenuitwisseling()
    with met(weg):
        with binnen(gemeente.pk, lezen=True):
            aanbieders = Aanbieders(
                gemeente.cbs_code,
                Geheugen(weg, gemeente.cbs_code),
                tarieven_uit_contracten(),
                gedrag=Gedrag(start_na=(0, 0)),
            )
        gedaan = 0
        dag = klok.vandaag()
        while rondgang(gemeente.pk) or aanbieders.lees_post(dag):
            gedaan += 1
        aanbieders.dag(dag)
        while rondgang(gemeente.pk) or aanbieders.lees_post(dag):
            gedaan += 1
    return gedaan


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
