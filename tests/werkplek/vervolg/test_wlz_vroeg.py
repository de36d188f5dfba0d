"""The list of who may come into view of the Wlz, and the same signal on the file (B23)."""

from datetime import date, timedelta

from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.overdrachten.actions import voeg_wetdeel_toe
from wijkspil.plannen.actions.vervolgwegen import begin_vervolgweg
from wijkspil.toegang.actions import meet_zrm


def test_wie_zwaarder_wordt_staat_op_de_lijst_met_de_redenen(lvc: Wijk) -> None:
    bram, browser = lvc.als("Bram Peeters"), lvc.browser("Bram Peeters")
    zwaar, licht = opdracht(lvc, 1).hulpvraag, opdracht(lvc, 2).hulpvraag
    wijzig_inwoner(zwaar.inwoner, geboortedatum=date(vandaag().year - 86, 1, 1), door=bram)
    scores = {"basale_adl": 2, "instrumentele_adl": 1, "sociaal_netwerk": 1}
    meet_zrm(zwaar, soort="begin", scores=scores, op=vandaag(), door=bram)

    pagina = browser.get(lvc.url("wlz-vroeg/")).content.decode()
    assert zwaar.inwoner.naam in pagina and licht.inwoner.naam not in pagina
    assert "Is 86 jaar" in pagina and "lukt het zelf (bijna) niet" in pagina and "zekerheid: laag" in pagina
    assert "nog niet besproken" in pagina
    assert Auditregel.objects.filter(actie="lijst.ingezien", deel__contains="Wlz (1)").exists()
    dossier = browser.get(lvc.url(f"vraag/{zwaar.pk}/vervolg/")).content.decode()
    assert "Komt de Wlz in beeld?" in dossier and "Is 86 jaar" in dossier
    assert "in beeld?" not in browser.get(lvc.url(f"vraag/{licht.pk}/vervolg/")).content.decode()

    begin_vervolgweg(
        zwaar, soort="naar_wlz", reden="Samen besproken.", doeldag=vandaag() + timedelta(days=60), inwoner_zegt="Goed.",
        feiten={"aanbieders": {"De aanbieder": "onbekend"}}, door=bram,
    )  # fmt: skip
    daarna = browser.get(lvc.url("wlz-vroeg/")).content.decode()
    assert "nog niet besproken" not in daarna


def test_een_ander_team_ziet_niemand(lvc: Wijk) -> None:
    t = opdracht(lvc, 1)
    wijzig_inwoner(t.inwoner, geboortedatum=date(1930, 1, 1), door=lvc.als("Bram Peeters"))
    voeg_wetdeel_toe(t.hulpvraag, deel="wondzorg", wet="zvw", door=lvc.als("Bram Peeters"))
    assert t.inwoner.naam not in lvc.browser("Yusuf Demir").get(lvc.url("wlz-vroeg/")).content.decode()


def test_twee_regelingen_alleen_met_naam_als_de_inwoner_het_goed_vindt(lvc: Wijk) -> None:
    """C13: day activities and the Participatiewet at once; without consent only a number."""
    bram = lvc.als("Bram Peeters")
    t = opdracht(lvc, 1, code="07A12", aanbieder=Aanbieder.objects.get(naam="Dagcentrum 't Veerhuis"))
    deel = voeg_wetdeel_toe(t.hulpvraag, deel="begeleid werken", wet="participatiewet", door=bram)
    lijst, browser = lvc.url("overdrachten/andere-wetten/"), lvc.browser("Bram Peeters")
    pagina = browser.get(lijst).content.decode()
    assert "Bij 1 inwoner is het nog niet gevraagd" in pagina and t.inwoner.naam not in pagina
    stand = {"wat": "stand", "stand-rev": deel.rev, "stand-stand": "toegekend", "stand-kenmerk": ""}
    url = lvc.url(f"vraag/{t.hulpvraag_id}/wetten/{deel.pk}/")
    assert browser.post(url, stand | {"stand-toestemming_op": vandaag().isoformat()}).status_code == 302
    assert t.inwoner.naam in browser.get(lijst).content.decode()
