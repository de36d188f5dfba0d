"""Five short days at work by keyboard alone, in one browser: search, share out a task, say what you know, answer post, look back.

With the resident's three journeys, the draft of a way of working and the kitchen table this makes ten.
"""

from collections.abc import Iterator

import pytest

from tests.plannen.verhaal import consulent, maatwerk, tot_arrangement
from tests.reizen.reiziger import REIS, op_reis
from tests.reizen.toetsen import Toetsen
from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten import register
from wijkspil.gemeenten.models import Deskundigheid
from wijkspil.inwoners.actions import voeg_relatie_toe
from wijkspil.inwoners.models import Waardering
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.plannen.models import Regeltaak
from wijkspil.toegang.models import Hulpvraag, Triage

pytestmark = REIS


@pytest.fixture
def cuijk(transactional_db: None) -> Iterator[Wijk]:
    yield Wijk(richt_in("land-van-cuijk"))
    register.vergeet()


def test_vijf_stukken_werk_met_alleen_het_toetsenbord(live_server: object, cuijk: Wijk) -> None:
    with binnen(cuijk.gemeente.pk):
        plan = tot_arrangement(cuijk)
        regel, vraag = maatwerk(plan, cuijk), plan.hulpvraag
        naaste = voeg_relatie_toe(
            vraag.inwoner, naam="Anja de Wit", soort="kind", is_mantelzorger=True, van=vandaag(), hulpvraag=vraag,
            door=consulent(cuijk),
        )  # fmt: skip
    with op_reis(live_server.url, cuijk.gemeente) as r:  # type: ignore[attr-defined]
        t = Toetsen(r.blad)
        r.blad.goto(f"{r.adres}/aanmelden/")
        t.druk("Bram Peeters")

        # 1. find somebody by name and open the file
        r.blad.keyboard.press("/")  # the key that goes to the search field
        r.blad.keyboard.type("Wit")
        with r.blad.expect_navigation():
            r.blad.keyboard.press("Enter")
        t.druk(vraag.nummer)
        t.ziet("Tijdlijn")

        # 2. say what you know, so that a colleague finds it
        r.ga("wie-weet-wat/")
        t.schrijf("Waarover mogen collega's u vragen?", "dementie")
        t.druk("Zet op de lijst")
        t.ziet("dementie")

        # 3. share out a task and tick it off
        r.ga(f"vraag/{vraag.pk}/arrangement/{regel.pk}/taken/")
        t.schrijf("Wat gaat diegene doen?", "Meegaan naar de koffieochtend")
        t.druk("Zet erbij")
        t.druk("Gedaan")
        t.ziet("gedaan op")

        # 4. appreciate a carer, with the round buttons by the arrow keys
        r.ga(f"vraag/{vraag.pk}/netwerk/{naaste.pk}/")
        t.naar("Een cadeaubon", soorten=("INPUT",))
        r.blad.keyboard.press("ArrowDown")
        t.druk("Leg de waardering vast")
        t.ziet("Vastgelegd voor")

        # 5. ask for urgency: a checkbox by the space bar
        r.ga(f"vraag/{vraag.pk}/spoed/")
        t.naar("mantelzorger", soorten=("INPUT",))
        r.blad.keyboard.press("Space")
        t.druk("Stel vast hoe snel")
        assert r.klachten == []
    with binnen(cuijk.gemeente.pk):
        assert Deskundigheid.objects.get().onderwerp == "dementie"
        assert Regeltaak.objects.get().gedaan_op is not None
        assert Waardering.objects.get().vorm == "uitje"
        assert Triage.objects.filter(hulpvraag=vraag).exists()
        assert Hulpvraag.objects.get().urgentie
    print(f"{t.aangeslagen} toetsaanslagen")
