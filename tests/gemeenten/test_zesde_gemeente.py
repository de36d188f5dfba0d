"""A sixth municipality by copying one: nobody writes code, a few keys change, and a question goes all the way."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.werkwijzen.papier import verander
from wijkspil.aanbieders.models import Product
from wijkspil.besluiten.actions import maak_afspraak
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.klok import nu, vandaag
from wijkspil.gemeenten import register
from wijkspil.gemeenten.access import pak_door
from wijkspil.gemeenten.kopie import GemeenteBestaatAl, kopieer_gemeente
from wijkspil.gemeenten.models import Gemeente, Medewerker, Team, Werkwijzeversie
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.plannen.actions import (
    begin_plan,
    schrijf_plan,
    stel_arrangement_vast,
    stel_plan_vast,
    voeg_doel_toe,
    voeg_regel_toe,
)
from wijkspil.regels.onderzoek import Stap
from wijkspil.toegang.actions import (
    neem_melding_op,
    plan_gesprek,
    rond_gesprek_af,
    rond_onderzoek_af,
    start_onderzoek,
    vul_onderzoek_in,
)
from wijkspil.toegang.models import Onderzoek
from wijkspil.werkwijzen.controle import WerkwijzeOngeldig
from wijkspil.werkwijzen.kast import laad, laad_versie

VOORBEELD = (Path(__file__).resolve().parents[2] / "docs" / "voorbeelden" / "gemeente.yaml").read_text(
    encoding="utf-8"
)
CODE, SLUG, VAN = 9901, "voorbeeldstad", "alphen@2026-01-01"


@pytest.fixture
def stad(db: None, tmp_path: Path) -> Iterator[Gemeente]:
    """Voorbeeldstad works as Alphen does, but talks about a Meedoenplan and looks back after nine months."""
    uit = StringIO()
    call_command(
        "kopieer_gemeente", VAN, code=CODE, naam="Voorbeeldstad", slug=SLUG, stdout=uit,
        zet=["plan.naam=Meedoenplan", "evaluatie.elke_maanden=9", "stappen.lijst[contact].label=Welkom"],
    )  # fmt: skip
    assert "/voorbeeldstad/werk/" in uit.getvalue()
    bestand = tmp_path / "stad.yaml"
    bestand.write_text(
        verander(VOORBEELD, "werkwijze: land-van-cuijk", "werkwijze: voorbeeldstad"), encoding="utf-8"
    )
    call_command("inrichten", str(bestand), "--uitvoeren", stdout=uit)
    gemeente = Gemeente.objects.get(pk=CODE)
    with binnen(CODE):
        yield gemeente
    register.vergeet()


def _werkt(gemeente: Gemeente, naam: str) -> tuple[Door, Client]:
    """Somebody who came in with the file, signed in."""
    account = Medewerker.objects.select_related("account").get(naam=naam).account
    door, client = pak_door(account, gemeente_id=gemeente.pk), Client()
    assert door is not None
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return door, client


def test_de_kopie_is_een_eigen_werkwijze_die_zegt_dat_zij_een_kopie_is(stad: Gemeente) -> None:
    w = laad(SLUG, vandaag())
    assert (w.gemeente.naam, w.gemeente.cbs_code, w.plan.naam, w.evaluatie.elke_maanden) == (
        "Voorbeeldstad",
        "9901",
        "Meedoenplan",
        9,
    )
    assert "kopie van alphen@2026-01-01" in w.toelichting and w.gemeente.zekerheid == "laag"
    assert w.assen == laad_versie(VAN).assen
    assert set(Team.objects.values_list("naam", flat=True)) > {t.naam for t in w.teams.lijst}
    assert set(Product.objects.values_list("code", flat=True)) == {p.code for p in w.producten}
    assert Werkwijzeversie.objects.get().gepubliceerd_door == "Inrichting"


def test_een_vraag_gaat_van_melding_tot_opdracht(stad: Gemeente) -> None:
    w = laad(SLUG, vandaag())
    carla, browser = _werkt(stad, "Carla Consulent")
    team = Team.objects.get(naam="Wijkteam Voorbeeldstad")
    deur = next(d for d in w.deuren.lijst)
    vraag = neem_melding_op(
        NieuweInwoner(achternaam="Kok", roepnaam="Jo", bsn="999900006", straat="Dorpsplein", huisnummer="3", postcode="9991AA",
                      woonplaats="Voorbeeldstad", telefoon="0612345678"),
        vraag="Ik kom de deur niet meer uit.", werkwijze=w.sleutel, deur=deur.sleutel, kanaal=deur.kanalen[0], door=carla,
    )  # fmt: skip
    assert vraag.werkwijze == f"voorbeeldstad@{vandaag()}" and vraag.team_id == team.pk
    blad = browser.get(f"/{SLUG}/werk/vraag/{vraag.pk}/").content.decode()
    assert "Welkom" in blad, "the step has the word of this municipality"

    gesprek = plan_gesprek(vraag, moment=nu() - timedelta(hours=1), plaats="thuis", door=carla)
    rond_gesprek_af(gesprek, door=carla)
    onderzoek = Onderzoek.objects.filter(hulpvraag=vraag).first() or start_onderzoek(vraag, door=carla)
    for stap in list(Stap)[:4]:
        vul_onderzoek_in(onderzoek, stap=stap.value, tekst="Besproken aan de keukentafel.", door=carla)
    vraag = rond_onderzoek_af(onderzoek, door=carla)
    plan = begin_plan(vraag, door=carla)
    voeg_doel_toe(plan, tekst="Elke week naar de markt.", eigenaar="Jo Kok", soort="herleren", door=carla)
    plan = schrijf_plan(
        plan,
        perspectief=w.plan.perspectieven[0].sleutel,
        regisseur=Medewerker.objects.get(naam="Carla Consulent"),
        door=carla,
    )
    assert "Meedoenplan" in browser.get(f"/{SLUG}/werk/vraag/{vraag.pk}/plan/").content.decode()
    stel_plan_vast(plan, door=carla)
    voeg_regel_toe(
        plan, trede="netwerk", wat="Samen naar de markt", wie="Buurvrouw Els", van=vandaag(), door=carla
    )
    stel_arrangement_vast(plan, door=carla)
    vraag.refresh_from_db()
    assert vraag.stap == "afspraak", (
        "as in the copied way of working: no decision when there is nothing to decide on"
    )
    maak_afspraak(vraag, plan, tekst="Els gaat elke donderdag mee.", door=carla)
    vraag.refresh_from_db()
    assert vraag.stap in ("opdracht", "levering")


def test_een_kopie_die_niet_klopt_laat_niets_achter(db: None) -> None:
    with pytest.raises(CommandError, match="een heel getal"):
        call_command(
            "kopieer_gemeente", VAN, code=CODE, naam="X", slug="x-stad", zet=["evaluatie.elke_maanden=vaak"]
        )
    with pytest.raises(CommandError, match="geen `onzin`"):
        call_command(
            "kopieer_gemeente",
            VAN,
            code=CODE,
            naam="X",
            slug="x-stad",
            zet=["stappen.lijst[onzin].label=Hoi"],
        )
    with pytest.raises(CommandError, match="geen werkwijze"):
        call_command("kopieer_gemeente", "boxtel@2026-01-01", code=CODE, naam="X", slug="x-stad")
    with pytest.raises(CommandError, match="heeft geen `=`"):
        call_command("kopieer_gemeente", VAN, code=CODE, naam="X", slug="x-stad", zet=["plan.naam"])
    with pytest.raises(WerkwijzeOngeldig, match="voorbij"):
        kopieer_gemeente(van=VAN, code=CODE, naam="X", slug="x-stad", vanaf=vandaag() - timedelta(days=1))
    assert not Gemeente.objects.filter(pk=CODE).exists()


def test_een_code_of_adres_dat_al_bezet_is_wordt_genoemd(stad: Gemeente) -> None:
    for anders in ({"code": CODE, "slug": "ergens-anders"}, {"code": 9902, "slug": SLUG}):
        with pytest.raises(GemeenteBestaatAl, match="Voorbeeldstad"):
            kopieer_gemeente(van=VAN, naam="Nog een", vanaf=vandaag(), **anders)  # type: ignore[arg-type]
