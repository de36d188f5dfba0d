"""Oirschot in a real browser: own staff begin, and only the remainder goes to the region, which alone decides.

Under no other file could this pass: only here an own trajectory is a product with its own rung, budget and staff, and only here the
case worker who knows the resident has no mandate at all: somebody of the regional organisation, from another team, takes the decision.
"""

from collections.abc import Callable
from datetime import timedelta

from tests.reizen.reiziger import REIS, op_reis
from tests.reizen.stappen import ronde_met_aanbieders, tot_en_met_het_plan
from wijkspil.berichten.models import Bericht
from wijkspil.besluiten.models import Besluit
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente
from wijkspil.ondersteuning.models import Toewijzing

pytestmark = REIS


def test_oirschot_eigen_traject_en_de_rest_naar_de_regio(
    live_server: object, inrichten: Callable[[str], Gemeente]
) -> None:
    oirschot = inrichten("oirschot")
    with op_reis(live_server.url, oirschot) as r:  # type: ignore[attr-defined]
        tot_en_met_het_plan(r, frontoffice="Inge Schepens", consulent="Bart Verspaget", postcode="5688 AB")
        r.daad("Leg het arrangement vast")
        r.link("Voeg toe bij Eigen traject door WIJzer")
        r.link("Eigen traject")
        r.kiek("eigen-traject")
        r.vul(activiteiten="samen de week plannen: elke week\nmee naar de dorpskamer: de eerste vier keer")
        r.knop("Zet op de ladder")
        r.link("Voeg toe bij De rest via de Kempen")
        r.link("Huishoudelijke hulp")
        r.vul(
            resultaat="Het zware werk in huis is gedaan.",
            activiteiten="stofzuigen en dweilen: elke week",
            volume="120",
            minuten_per_week="120",
            overgeslagen_reden="De buren doen de boodschappen. Poetsen kan niemand overnemen.",
        )
        r.blad.locator("[name=frequentie]").select_option("week")
        r.vul(tot=(klok.vandaag() + timedelta(days=365)).isoformat())
        r.blad.get_by_label("Kempenhulp Thuis").check()
        r.blad.locator("[name=keuze]").select_option(index=1)
        r.knop("Zet op de ladder")
        r.kiek("arrangement")
        if r.blad.locator("[name=overgeslagen_reden]").count():
            r.vul(overgeslagen_reden="Alleen het poetsen blijft over.")
        r.knop("Stel arrangement vast")

        r.daad("Bereid het besluit voor")
        r.knop("Neem de aanvraag op")
        r.kies("soort", "toekenning")
        r.vul(motivering="U en uw dorp doen al veel. Wat overblijft is het zware werk in huis.")
        if r.blad.locator("[name=reactie_plan]").count():
            r.vul(reactie_plan="Uw eigen plan is de kern van het plan geworden.")
        r.knop("Bewaar")
        assert r.blad.get_by_role("button", name="Neem het besluit").count() == 0, "WIJzer beslist niet"
        r.kiek("geen-mandaat")
        yvonne = r.blad.locator("[name=aan] option", has_text="Yvonne Timmers").get_attribute("value")
        r.blad.locator("[name=aan]").select_option(yvonne)
        r.knop("Leg voor aan een collega")

        r.wees("Yvonne Timmers")
        r.daad("Bereid het besluit voor")
        r.knop("Neem het besluit")
        r.ziet("Wie de vraag behandelt, maakt het bekend.")
        r.wees("Bart Verspaget")
        r.daad("Bereid het besluit voor")
        r.knop("Maak het besluit bekend")
        r.kiek("besluit-bekend")
        with binnen(oirschot.pk):
            besluit = Besluit.objects.select_related("genomen_door").get()
            assert besluit.genomen_door is not None
            assert besluit.genomen_door.organisatie == "Toegang de Kempen"
            eigen = Toewijzing.objects.select_related("aanbieder", "contract").get(product__code="02E01")
            assert eigen.aanbieder is not None
            assert (eigen.aanbieder.soort, eigen.met_berichten) == ("eigen_team", False)
        ronde_met_aanbieders(oirschot)
        with binnen(oirschot.pk):
            opdrachten = Bericht.objects.filter(soort="WMO301")
            assert opdrachten.count() == 1, "alleen de rest reist als bericht; het eigen traject niet"
        r.wees("Frank Daniëls")
        r.ga("contracten/")
        r.ziet("WIJzer, eigen trajecten")
        r.kiek("contracten")
        assert r.klachten == []
