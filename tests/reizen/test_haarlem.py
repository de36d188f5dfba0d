"""Haarlem in a real browser: a decision that names hours, paid by the hour, and two norm sets beside each other.

Under no other file could this pass: only here the tariff is per hour and the order in minutes a week (elsewhere a month, a period, a
lump sum or own staff), only here household help has a second norm set that runs along, and only here does a contract have a money
frame that warns.
"""

from collections.abc import Callable
from datetime import timedelta

from tests.reizen.reiziger import REIS, op_reis
from tests.reizen.stappen import (
    ronde_met_aanbieders,
    terug_in_een_cijfer,
    tot_en_met_het_plan,
    tot_nazorg_en_terug,
)
from wijkspil.berichten.models import Bericht
from wijkspil.besluiten.models import Besluit, Normberekening
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.toegang.models import Hulpvraag

pytestmark = REIS


def test_haarlem_besluit_met_uren_en_betaling_per_uur(
    live_server: object, inrichten: Callable[[str], Gemeente]
) -> None:
    haarlem = inrichten("haarlem")
    with op_reis(live_server.url, haarlem) as r:  # type: ignore[attr-defined]
        tot_en_met_het_plan(r, frontoffice="Anouk Visser", consulent="Sanne de Boer", postcode="2024 AB")
        r.daad("Leg het arrangement vast")
        r.link("Voeg toe bij Maatwerk met een besluit")
        r.link("Hulp bij het huishouden")
        r.vul(
            resultaat="Het huis is schoon en leefbaar.",
            activiteiten="stofzuigen en dweilen: elke week\nsanitair: elke week",
            volume="168",
            minuten_per_week="168",
            overgeslagen_reden="De was gaat al naar de wasdienst; de buren kunnen niet meer doen.",
        )
        r.blad.locator("[name=frequentie]").select_option("week")
        r.vul(tot=(klok.vandaag() + timedelta(days=365)).isoformat())
        r.blad.get_by_label("Thuiszorg Het Spaarne").check()
        r.blad.locator("[name=keuze]").select_option(index=1)
        r.kiek("maatwerk")
        r.knop("Zet op de ladder")
        r.kiek("arrangement")
        if r.blad.locator("[name=overgeslagen_reden]").count():
            r.vul(overgeslagen_reden="De wasdienst en de buren helpen al.")
        r.knop("Stel arrangement vast")

        r.daad("Bereid het besluit voor")
        r.knop("Neem de aanvraag op")
        r.kies("soort", "toekenning")
        r.vul(
            motivering="U doet veel zelf. Het zware werk in huis lukt niet meer en niemand kan dat overnemen."
        )
        if r.blad.locator("[name=reactie_plan]").count():
            r.vul(reactie_plan="Uw eigen plan is de kern van het plan geworden.")
        r.knop("Bewaar")
        # two norm sets beside each other: the first counts, the second runs along
        r.link("Bereken de uren van")
        r.blad.locator("[name=gebied_was]").check()
        r.knop("Bewaar de berekening")
        r.ziet("Rekent mee, beslist niet")
        r.ziet("Waar het verschil zit")
        r.kiek("twee-normenkaders")
        with binnen(haarlem.pk):
            som = Normberekening.objects.get()
            assert (som.leidend_minuten, som.schaduw_minuten) == (168, 210)
        r.link("Terug naar het besluit")
        r.kiek("besluit-met-uren")
        r.ziet_in("2 uur en 48 minuten per week", ".wsp-brief")
        r.knop("Neem het besluit")
        r.knop("Maak het besluit bekend")
        with binnen(haarlem.pk):
            besluit = Besluit.objects.get()
            assert (besluit.status, besluit.vorm) == ("bekendgemaakt", "uren")
            opdracht = Toewijzing.objects.get()
            assert (opdracht.volume, opdracht.eenheid, opdracht.frequentie) == (168, "01", "2")
            assert opdracht.contract is not None
            assert opdracht.contract.bekostiging == "pxq"

        ronde_met_aanbieders(haarlem)
        with binnen(haarlem.pk):
            assert {"WMO301", "WMO302", "WMO305"} <= set(Bericht.objects.values_list("soort", flat=True))
        r.wees("Arjen Blom")
        r.ga("contracten/")
        r.ziet("Thuiszorg Het Spaarne")
        r.kiek("contracten")
        tot_nazorg_en_terug(r, consulent="Sanne de Boer")
        terug_in_een_cijfer(r, "Elif Aydin")
        assert r.klachten == []
    with binnen(haarlem.pk):
        assert Hulpvraag.objects.get().uitkomst == "geholpen"
