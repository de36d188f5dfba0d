"""Taking a way in away, or changing it, on screen: at once, with a reason, and never so that nobody is left to undo it."""

from typing import Any

import pytest

from tests.wijk import Wijk
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Account, Medewerker

ADA, YUSUF = "Ada Willems", "Yusuf Demir"


def url(wijk: Wijk, naam: str) -> str:
    return wijk.url(f"mensen/{wijk.medewerker(naam).pk}/")


def formulier(wijk: Wijk, naam: str, **anders: Any) -> dict[str, Any]:
    mens = wijk.medewerker(naam)
    teams = [str(t) for t in mens.lidmaatschappen.values_list("team_id", flat=True)]
    return {
        "actie": "bewaar",
        "rev": mens.rev,
        "functie": mens.functie,
        "rollen": mens.rollen,
        "teams": teams,
    } | anders


def test_wie_weggaat_kan_er_bij_de_volgende_klik_niet_meer_in(lvc: Wijk) -> None:
    yusuf, ada = lvc.browser(YUSUF), lvc.browser(ADA)
    assert yusuf.get(lvc.url()).status_code == 200
    antwoord = ada.post(
        url(lvc, YUSUF), {"actie": "einde", "reden": "Uit dienst sinds 1 december."}, follow=True
    )
    assert "kan er vanaf nu niet meer in" in antwoord.content.decode()
    assert yusuf.get(lvc.url()).status_code == 302, "to the front door: the account leads nowhere any more"
    assert not Account.objects.get(naam=YUSUF).is_active
    assert (
        Gebeurtenis.objects.get(soort="medewerker.toegang_beeindigd")
        .gegevens["reden"]
        .startswith("Uit dienst")
    )
    assert Auditregel.objects.filter(actie="medewerker.toegang_beeindigd", door_naam=ADA).exists()

    ada.post(url(lvc, YUSUF), {"actie": "terug"})
    assert lvc.browser(YUSUF).get(lvc.url()).status_code == 200


def test_wie_ook_elders_werkt_houdt_daar_het_account(lvc: Wijk, alphen: Wijk) -> None:
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        mens = lvc.medewerker(YUSUF)
    with binnen(alphen.gemeente.pk), schrijven_open():
        Medewerker(
            gemeente_id=alphen.gemeente.pk,
            gemaakt_op=mens.gemaakt_op,
            account=mens.account,
            naam=YUSUF,
            rollen=["consulent"],
        ).save()
    with binnen(lvc.gemeente.pk):
        yusuf = lvc.browser(YUSUF)
        lvc.browser(ADA).post(url(lvc, YUSUF), {"actie": "einde", "reden": "Werkt nu elders."})
        assert yusuf.get(lvc.url()).status_code == 404
        assert yusuf.get(alphen.url()).status_code == 200
        assert Account.objects.get(naam=YUSUF).is_active


def test_rollen_en_teams_wijzigen_geldt_meteen(lvc: Wijk) -> None:
    vraag = lvc.melding()
    yusuf, team = lvc.browser(YUSUF), lvc.team("Sociaal Kernteam Cuijk")
    assert yusuf.get(lvc.url(f"vraag/{vraag.pk}/")).status_code == 403
    velden = formulier(
        lvc, YUSUF, teams=[str(team.pk)], leidt=[str(team.pk)], rollen=["teamleider", "consulent"]
    )
    assert lvc.browser(ADA).post(url(lvc, YUSUF), velden).status_code == 302
    lid = lvc.medewerker(YUSUF).lidmaatschappen.get()
    assert (lid.team, lid.is_leider) == (team, True)
    assert yusuf.get(lvc.url(f"vraag/{vraag.pk}/")).status_code == 200
    gemeld = Gebeurtenis.objects.get(soort="medewerker.gewijzigd").gegevens
    assert (gemeld["was"], gemeld["nu"]) == ("consulent", "consulent, teamleider")


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ({"actie": "einde", "reden": "Klaar."}, "niet uw eigen toegang"),
        ({"actie": "einde", "reden": " "}, "Schrijf waarom"),
        ({"actie": "bewaar", "rollen": ["beleid"]}, "laatste functioneel beheerder"),
    ],
)
def test_er_blijft_altijd_iemand_die_het_kan_terugdraaien(lvc: Wijk, wat: dict[str, Any], zin: str) -> None:
    antwoord = lvc.browser(ADA).post(url(lvc, ADA), formulier(lvc, ADA) | wat)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert lvc.medewerker(ADA).actief and lvc.medewerker(ADA).rollen == ["functioneel_beheer"]


def test_een_fout_en_een_botsing_houden_wat_u_koos(lvc: Wijk) -> None:
    ada = lvc.browser(ADA)
    fout = ada.post(url(lvc, YUSUF), formulier(lvc, YUSUF, functie="Regisseur", rollen=[]))
    assert fout.status_code == 422 and "Regisseur" in fout.content.decode()
    oud = formulier(lvc, YUSUF, functie="Regisseur")
    ada.post(url(lvc, YUSUF), formulier(lvc, YUSUF, functie="Consulent Mill"))
    botsing = ada.post(url(lvc, YUSUF), oud)
    assert botsing.status_code == 409
    assert "Consulent Mill" in botsing.content.decode() and "Regisseur" in botsing.content.decode()


def test_de_lijst_noemt_iedereen_en_blijft_goedkoop(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    ada = lvc.browser(ADA)
    ada.post(url(lvc, YUSUF), {"actie": "einde", "reden": "Uit dienst."})
    with django_assert_max_num_queries(12):
        pagina = ada.get(lvc.url("mensen/")).content.decode()
    assert pagina.index("Bram Peeters") < pagina.index("Zonder toegang") < pagina.rindex(YUSUF)
    with django_assert_max_num_queries(20):
        assert "Uit dienst." in ada.get(url(lvc, YUSUF)).content.decode()


def test_wie_mag_dit(lvc: Wijk) -> None:
    for wie in ("Noor Verhoeven", "Bram Peeters", "Kees van Dongen"):
        assert lvc.browser(wie).get(url(lvc, YUSUF)).status_code == 403, wie
        assert lvc.browser(wie).post(url(lvc, YUSUF), {"actie": "einde", "reden": "x"}).status_code == 403, (
            wie
        )
    assert lvc.browser(ADA).delete(url(lvc, YUSUF)).status_code == 405
    assert lvc.browser(ADA).get(url(lvc, YUSUF).replace("land-van-cuijk", "alphen")).status_code == 404
