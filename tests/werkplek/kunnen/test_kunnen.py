"""Find a colleague by what somebody knows, and keep trainings: one's own, and for a team lead those of the team (A4, A16)."""

from datetime import timedelta

import pytest

from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.kunnen import leg_scholing_vast, zet_deskundigheid
from wijkspil.gemeenten.models import Deskundigheid, Scholing


def test_een_collega_vinden_over_organisaties_heen(alphen: Wijk) -> None:
    """Tobias works for one organisation, Rachid for another; both are in the teams of Tom."""
    url, rachid = alphen.url("wie-weet-wat/"), alphen.browser("Rachid Amrani")
    weet = {"wat": "weet", "onderwerp": "  schulden  ", "toelichting": "Ook beslagvrije voet"}
    assert rachid.post(url, weet).status_code == 302
    dubbel = rachid.post(url, weet | {"onderwerp": "Schulden"})
    assert dubbel.status_code == 422 and "staat al bij u" in dubbel.content.decode()
    gevonden = alphen.browser("Tobias de Wit").get(f"{url}?zoek=schuld").content.decode()
    assert "Rachid Amrani" in gevonden and "Bureau Rondkomen" in gevonden
    assert "Probeer een ander woord" in rachid.get(f"{url}?zoek=zzz").content.decode()
    rachid.post(url, {"wat": "weg", "rij": Deskundigheid.objects.get().pk})
    assert not Deskundigheid.objects.exists()


def test_alleen_ikzelf_zeg_wat_ik_weet(alphen: Wijk) -> None:
    with pytest.raises(GeenRecht, match="zelf weet"):
        zet_deskundigheid(alphen.medewerker("Rachid Amrani"), onderwerp="x", door=alphen.als("Tobias de Wit"))


def test_scholing_van_het_eigen_team_en_wat_verloopt(lvc: Wijk) -> None:
    noor, bram = lvc.als("Noor Verhoeven"), lvc.medewerker("Bram Peeters")
    gisteren = vandaag() - timedelta(days=1)
    leg_scholing_vast(
        bram,
        soort="veilig",
        naam="Meldcode",
        gevolgd_op=vandaag() - timedelta(days=700),
        geldig_tot=gisteren,
        door=noor,
    )
    pagina = lvc.browser("Noor Verhoeven").get(lvc.url("wie-weet-wat/")).content.decode()
    assert "Meldcode" in pagina and "verlopen" in pagina and "Nog geen scholing vastgelegd:" in pagina
    assert "Meldcode" not in lvc.browser("Samira Bouzid").get(lvc.url("wie-weet-wat/")).content.decode()
    with pytest.raises(GeenRecht, match="mensen van uw team"):
        leg_scholing_vast(
            lvc.medewerker("Joost van den Berg"), soort="vak", naam="x", gevolgd_op=gisteren, door=noor
        )


def test_een_dag_die_nog_komt_blijft_op_het_scherm_staan(lvc: Wijk) -> None:
    bram = lvc.medewerker("Bram Peeters")
    morgen = (vandaag() + timedelta(days=1)).isoformat()
    velden = {"wat": "scholing", "wie": bram.pk, "soort": "vak", "naam": "Autisme", "gevolgd_op": morgen}
    antwoord = lvc.browser("Bram Peeters").post(lvc.url("wie-weet-wat/"), velden)
    assert antwoord.status_code == 422 and 'value="Autisme"' in antwoord.content.decode()
    assert not Scholing.objects.exists()
