"""A resident's whole way by keyboard alone, in a real browser: ask for help, keep it, go on, send it, follow it, write, and be answered;
later a decision on paper, or an objection.

No mouse, no script tricks: Tab walks, Enter and Space press, and the focus is always on something that can be seen. The staff side in
between is played through the real actions and pages.
"""

from collections.abc import Iterator

import pytest

from tests.besluiten.verhaal import bekend, voor_afspraak
from tests.plannen.verhaal import consulent
from tests.portaal.verhaal import bewoner
from tests.reizen.reiziger import HEEFT_BROWSER, Reiziger, op_reis
from tests.reizen.toetsen import Toetsen
from tests.wijk import Wijk
from wijkspil.besluiten.actions import maak_afspraak
from wijkspil.besluiten.models import Aanvraag, Bezwaar
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
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
def cuijk(transactional_db: None) -> Iterator[Wijk]:
    yield Wijk(richt_in("land-van-cuijk"))
    register.vergeet()


@pytest.fixture
def alphen_ad_rijn(transactional_db: None) -> Iterator[Wijk]:
    yield Wijk(richt_in("alphen"))
    register.vergeet()


def test_hulp_vragen_bewaren_verder_gaan_versturen_volgen_en_antwoord_krijgen(
    live_server: object, cuijk: Wijk
) -> None:
    with binnen(cuijk.gemeente.pk):
        eerder = cuijk.melding()  # she is known already: tell once
        bewoner(cuijk, eerder.inwoner)
    with op_reis(live_server.url, cuijk.gemeente, breedte=390) as r:  # type: ignore[attr-defined]
        t = Toetsen(r.blad)
        _meld_aan(r, t, "Toos de Wit")
        t.druk("Vraag hulp")
        t.schrijf("Wat is er aan de hand?", "De trap lukt niet meer.")
        t.druk("Bewaar en ga later verder")
        t.ziet("Bewaard. U kunt later verder gaan.")
        r.kiek("mijn-bewaard")

        _meld_aan(r, t, "Toos de Wit")  # another day
        t.druk("Ga verder met schrijven")
        t.schrijf("Wat wilt u graag?", "Beneden kunnen slapen.")
        t.schrijf("Wat heeft u al geprobeerd", "Mijn zoon zette een bed in de kamer.")
        t.druk("Lees na en verstuur")
        t.ziet("De trap lukt niet meer.")
        t.druk("Verstuur mijn vraag")
        t.ziet("Wat er nu gebeurt")
        r.kiek("mijn-verstuurd")
        t.druk("Stuur een bericht")
        t.schrijf("Uw bericht", "Mag mijn zoon erbij zijn?")
        t.druk("Verstuur bericht")
        t.ziet("Mag mijn zoon erbij zijn?")

        r.wees("Samira Bouzid")
        r.ga("post/")
        r.blad.get_by_role("link", name="Toos de Wit").click()
        r.vul(tekst="Ja, graag zelfs.")
        r.knop("Verstuur")

        _meld_aan(r, t, "Toos de Wit")
        t.druk("De trap lukt niet meer.")
        t.druk("Lees het nieuwe bericht")
        t.ziet("Ja, graag zelfs.")
        t.druk("Terug naar mijn vraag")
        t.druk("Wie keek, wanneer en waarom")
        t.ziet("Samira Bouzid")
        r.kiek("mijn-wie-keek")
        assert r.klachten == []
    with binnen(cuijk.gemeente.pk):
        assert Hulpvraag.objects.get(kanaal="portaal").stap == "melding"
    print(f"{t.aangeslagen} toetsaanslagen")


def test_bezwaar_met_het_toetsenbord(live_server: object, cuijk: Wijk) -> None:
    with binnen(cuijk.gemeente.pk):
        besluit = bekend(cuijk)
        bewoner(cuijk, besluit.hulpvraag.inwoner)
    with op_reis(live_server.url, cuijk.gemeente, breedte=390) as r:  # type: ignore[attr-defined]
        t = Toetsen(r.blad)
        _meld_aan(r, t, "Toos de Wit")
        t.druk("Maak bezwaar")
        t.druk("Verstuur bezwaar")
        t.ziet("Er is nog één ding niet in orde")
        t.schrijf("Waarom bent u het niet eens", "Het is te weinig.")
        t.druk("Verstuur bezwaar")
        t.ziet("Wij hebben uw bezwaar")
        fouten = [k for k in r.klachten if "422" not in k]
        assert fouten == []
    with binnen(cuijk.gemeente.pk):
        assert Bezwaar.objects.get().kanaal == "portaal"


def test_een_besluit_op_papier_met_het_toetsenbord(live_server: object, alphen_ad_rijn: Wijk) -> None:
    wijk = alphen_ad_rijn
    with binnen(wijk.gemeente.pk):
        plan = voor_afspraak(wijk)
        maak_afspraak(plan.hulpvraag, plan, tekst="Wij helpen u met de week.", door=consulent(wijk))
        bewoner(wijk, plan.hulpvraag.inwoner)
    with op_reis(live_server.url, wijk.gemeente, breedte=320) as r:  # type: ignore[attr-defined]
        t = Toetsen(r.blad)
        _meld_aan(r, t, "Toos de Wit")
        t.druk("Vraag een besluit op papier")
        t.druk("Ja, ik wil een besluit op papier")
        t.ziet("U heeft om een besluit gevraagd.")
        assert r.klachten == []
    with binnen(wijk.gemeente.pk):
        assert Aanvraag.objects.get().hoe == "via Mijn vraag"


def _meld_aan(r: Reiziger, t: Toetsen, naam: str) -> None:
    """Sign in on the front page of the practice town, by keyboard too."""
    r.blad.goto(f"{r.adres}/aanmelden/")
    t.druk(naam)
