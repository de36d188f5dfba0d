"""A question finds the right person, ends with an honest outcome, and always finds the way back."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.toegang.test_termijnen import een_klok
from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.regels import wmo
from wijkspil.toegang.actions import neem_terug, sluit_af, wijs_toe
from wijkspil.toegang.models import Hulpvraag, Klok


def test_een_consulent_pakt_zelf_een_vraag_van_het_team(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    wijs_toe(hulpvraag, behandelaar=lvc.medewerker("Bram Peeters"), door=lvc.als("Bram Peeters"))
    assert Hulpvraag.objects.get().behandelaar == lvc.medewerker("Bram Peeters")
    assert Gebeurtenis.objects.get(soort="vraag.toegewezen").gegevens["naar"] == "Bram Peeters"


def test_verdelen_onder_anderen_is_werk_voor_teamleider_of_frontoffice(lvc: Wijk) -> None:
    hulpvraag, yusuf = lvc.melding(), lvc.medewerker("Yusuf Demir")
    with pytest.raises(GeenRecht):
        wijs_toe(hulpvraag, behandelaar=yusuf, door=lvc.als("Bram Peeters"))
    wijs_toe(
        hulpvraag, behandelaar=yusuf, team=lvc.team("Sociaal Kernteam Grave"), door=lvc.als("Noor Verhoeven")
    )
    assert Hulpvraag.objects.get().team == lvc.team("Sociaal Kernteam Grave")


def test_de_frontoffice_behandelt_zelf_geen_vraag(lvc: Wijk) -> None:
    with pytest.raises(GeenRecht, match="Geef de vraag aan een team"):
        wijs_toe(lvc.melding(), behandelaar=lvc.medewerker("Samira Bouzid"), door=lvc.als("Samira Bouzid"))


@pytest.mark.parametrize("uitkomst", ["", "opgelost"])
def test_zonder_eerlijke_uitkomst_gaat_een_vraag_niet_dicht(lvc: Wijk, uitkomst: str) -> None:
    with pytest.raises(ValueError, match="hoe het afliep"):
        sluit_af(lvc.melding(), uitkomst=uitkomst, door=lvc.als("Bram Peeters"))


def test_niets_doen_kan_alleen_verantwoord(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    with pytest.raises(ValueError, match="een reden en een dag"):
        sluit_af(hulpvraag, uitkomst="niets_doen", reden="gaat wel", door=bram)
    sluit_af(hulpvraag, uitkomst="niets_doen", reden="gaat wel", terugkijken_op=date(2027, 3, 1), door=bram)
    assert Hulpvraag.objects.get().terugkijken_op == date(2027, 3, 1)


def test_afsluiten_laat_elke_klok_vervallen(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    sluit_af(hulpvraag, uitkomst="zelf_opgelost", door=bram)
    assert Klok.objects.get().status == "vervallen"
    assert Hulpvraag.objects.get().uiterlijk is None
    with pytest.raises(StapNietMogelijk, match="neem terug"), transaction.atomic():
        sluit_af(hulpvraag, uitkomst="geholpen", door=bram)


def test_terugkomen_is_hetzelfde_dossier_met_een_nieuwe_klok(lvc: Wijk) -> None:
    hulpvraag, samira = lvc.melding(), lvc.als("Samira Bouzid")
    sluit_af(hulpvraag, uitkomst="geholpen", door=samira)
    neem_terug(hulpvraag, vraag="Het gaat weer minder.", door=samira)

    terug = Hulpvraag.objects.get()
    assert (terug.stap, terug.ronde, terug.uitkomst, terug.gemeld_op) == ("melding", 2, "", vandaag())
    assert "Het gaat weer minder." in terug.vraag
    assert terug.uiterlijk == Klok.objects.get(status="loopt").uiterlijk


def test_bij_terugkomst_telt_een_eerdere_afspraak_nog_mee(lvc: Wijk) -> None:
    """A question in aftercare may still have a clock that ends sooner than the new six weeks."""
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    sluit_af(hulpvraag, uitkomst="geholpen", door=bram)
    eerder = een_klok(hulpvraag, wmo.beslistermijn(vandaag() - timedelta(days=3)), bram, Klok.Soort.EVALUATIE)
    neem_terug(hulpvraag, door=bram)
    assert Hulpvraag.objects.get().uiterlijk == eerder.uiterlijk
