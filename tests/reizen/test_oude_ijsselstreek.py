"""Oude IJsselstreek in a real browser: responsibly do nothing, an easy way back, and help of a partner without a decision.

Under no other file could this pass: only here the day to look again lies half a year ahead by itself, only here neighbours are asked
about at the door, and only here tailor-made help runs on an agreement with a period tariff (elsewhere tailor-made help needs a decision).
"""

from collections.abc import Callable
from datetime import timedelta

from tests.reizen.reiziger import REIS, Reiziger, op_reis
from tests.reizen.stappen import (
    gesprek_en_onderzoek,
    ronde_met_aanbieders,
    terug_in_een_cijfer,
    tot_en_met_het_onderzoek,
)
from wijkspil.berichten.models import Bericht
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.overdrachten.models import Wetdeel
from wijkspil.toegang.models import Hulpvraag

pytestmark = REIS
BUREN = "Hebben buren er ernstig last van?"


def test_verantwoord_niets_doen_en_terug_naar_een_vaste_partner(
    live_server: object, inrichten: Callable[[str], Gemeente]
) -> None:
    streek = inrichten("oude-ijsselstreek")
    with op_reis(live_server.url, streek) as r:  # type: ignore[attr-defined]
        tot_en_met_het_onderzoek(
            r, frontoffice="Gerda Wassink", consulent="Henrike Bulten", postcode="7071 AB", spoed=BUREN
        )
        r.blad.goto(f"{r.dossier}vervolg/niets-doen/")
        over_een_half_jaar = klok.vandaag() + timedelta(weeks=26)
        assert r.blad.locator("[name=doeldag]").input_value() == over_een_half_jaar.isoformat()
        r.vul(
            reden="Mevrouw went aan wat minder gaat en wil nu niemand over de vloer.",
            inwoner_zegt="Laat mij maar even. Als het niet meer gaat, bel ik Henrike.",
        )
        if r.blad.locator("[name=besproken]").count():
            r.blad.locator("[name=besproken]").check()
        r.kiek("niets-doen")
        r.knop("Leg vast")
        with binnen(streek.pk):
            vraag = Hulpvraag.objects.get()
            assert (vraag.stap, vraag.uitkomst) == ("afgesloten", "niets_doen")
            assert vraag.terugkijken_op == over_een_half_jaar

        # she rings: the same file, nothing told twice
        r.blad.goto(f"{r.dossier}vervolg/niets-doen/")
        r.vul(afloop="Ze belde zelf: het poetsen lukt nu echt niet meer.")
        r.kiek("terug")
        r.knop("Neem de vraag terug")
        with binnen(streek.pk):
            vraag.refresh_from_db()
            assert (vraag.ronde, Hulpvraag.objects.count()) == (2, 1), "hetzelfde dossier, een tweede ronde"
        wie_gaat_waarover(r, streek)
        terug_naar_een_partner(r, streek)
        terug_in_een_cijfer(r, "Koen Ebbers", "2 meldingen")
        assert r.klachten == []


def wie_gaat_waarover(r: Reiziger, streek: Gemeente) -> None:
    """Three laws behind one door: staff see that the stockings fall under the Zvw, she keeps the same face."""
    r.link("Wie gaat waarover?")
    r.vul(deel="steunkousen aantrekken")
    r.blad.locator("[name=antwoorden][value=verpleging]").check()
    r.kiek("drie-wetten")
    r.knop("Leg vast")
    r.ziet("Zorgverzekeringswet")
    with binnen(streek.pk):
        assert Wetdeel.objects.get().wet == "zvw"


def terug_naar_een_partner(r: Reiziger, streek: Gemeente) -> None:
    """The second round: help at home by a partner, on an agreement, for the whole period."""
    gesprek_en_onderzoek(r)
    r.daad("Maak het plan")
    r.vul(eigen_plan="Ik kook zelf en laat het poetsen doen.")
    r.blad.get_by_label("Stabilisatie").check()
    r.vul(**{"doel-0-tekst": "Mijn huis is schoon.", "doel-0-eigenaar": "Riek van den Broek"})
    r.blad.locator("[name=regisseur]").select_option(label="Henrike Bulten")
    r.kiek("eigen-plan")
    r.knop("Stel plan vast")
    r.daad("Leg het arrangement vast")
    r.link("Voeg toe bij Hulp van een vaste partner")
    r.link("Hulp in huis door een vaste partner")
    r.vul(
        resultaat="Het huis is schoon.",
        activiteiten="stofzuigen en dweilen: elke week",
        overgeslagen_reden="Familie woont ver weg.",
    )
    r.vul(tot=(klok.vandaag() + timedelta(weeks=26)).isoformat())
    r.blad.get_by_label("Thuiswacht Achterhoek").check()
    r.blad.locator("[name=keuze]").select_option(index=1)
    r.knop("Zet op de ladder")
    if r.blad.locator("[name=overgeslagen_reden]").count():
        r.vul(overgeslagen_reden="Familie woont ver weg.")
    r.knop("Stel arrangement vast")
    r.daad("Maak de afspraak")
    r.vul(tekst="Thuiswacht doet elke week het zware werk. Henrike blijft uw contactpersoon.")
    r.blad.locator("main form button[type=submit]").first.click()
    r.kiek("afspraak")
    with binnen(streek.pk):
        assert Afspraak.objects.get().status == "loopt"
        assert not Besluit.objects.exists(), "maatwerk zonder besluit"
        opdracht = Toewijzing.objects.get()
        assert (opdracht.frequentie, opdracht.met_berichten) == ("6", True), "een bedrag voor de hele periode"
        assert opdracht.tarief_cent == 420_000
    ronde_met_aanbieders(streek)
    with binnen(streek.pk):
        assert {"WMO301", "WMO302", "WMO305"} <= set(Bericht.objects.values_list("soort", flat=True))
