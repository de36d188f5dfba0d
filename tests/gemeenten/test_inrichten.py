"""A real municipality from one file: faults with their line, a look before the leap, and the same file twice is no change."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from wijkspil.besluiten.models import Besluit
from wijkspil.core.grens import binnen
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten.inrichten import BestandOngeldig, lees, maak_plan
from wijkspil.gemeenten.inrichten.bestand import BESLUITSOORTEN
from wijkspil.gemeenten.models import Account, Gemeente, Mandaat, Medewerker, Team, Wijk
from wijkspil.gemeenten.routering import routeer

VOORBEELD = Path(__file__).resolve().parents[2] / "docs" / "voorbeelden" / "gemeente.yaml"
TEKST = VOORBEELD.read_text(encoding="utf-8")


def richt_in(tekst: str, tmp_path: Path, *opties: str) -> str:
    bestand = tmp_path / "gemeente.yaml"
    bestand.write_text(tekst, encoding="utf-8")
    uit = StringIO()
    call_command("inrichten", str(bestand), *opties, stdout=uit)
    return uit.getvalue()


@pytest.mark.django_db
def test_zonder_uitvoeren_verandert_er_niets(tmp_path: Path) -> None:
    uit = richt_in(TEKST, tmp_path)
    assert "nieuw: gemeente Voorbeeldstad (9901)" in uit
    assert "nieuw: mens Carla Consulent" in uit and "nieuw: mandaat Mandaatbesluit" in uit
    assert "Er is nog niets gewijzigd" in uit
    assert not Gemeente.objects.filter(pk=9901).exists()
    assert not Account.objects.filter(email__endswith="voorbeeldstad.example").exists()


@pytest.mark.django_db
def test_uitvoeren_maakt_een_gemeente_waarin_gewerkt_kan_worden(tmp_path: Path) -> None:
    uit = richt_in(TEKST, tmp_path, "--uitvoeren")
    with binnen(9901):
        assert (
            Wijk.objects.count(),
            Team.objects.count(),
            Medewerker.objects.count(),
            Mandaat.objects.count(),
        ) == (2, 3, 4, 2)
        assert routeer("9993AB").team_id == Team.objects.get(naam="Wijkteam Voorbeeldstad").pk
        assert Medewerker.objects.get(naam="Driss Leider").lidmaatschappen.get().is_leider
        assert Mandaat.objects.get(rol="consulent").tot_cent == 1_200_000
        gebeurd = Gebeurtenis.objects.get(soort="gemeente.ingericht")
        assert (gebeurd.door_naam, gebeurd.gegevens["accounts"]) == ("Inrichting", 4)
    assert uit.count("https://") == 4


@pytest.mark.django_db
def test_de_link_geeft_een_wachtwoord_en_een_werkplek(tmp_path: Path, settings: object) -> None:
    uit = richt_in(TEKST, tmp_path, "--uitvoeren")
    gevonden = re.search(r"carla\.consulent\S+\s+https://[^/]+(\S+)", uit)
    assert gevonden is not None
    client = Client()
    kies = client.get(gevonden[1], follow=True)
    assert kies.status_code == 200
    wachtwoord = "Vier-Fietsen-Langs-De-Maas-7"
    client.post(kies.request["PATH_INFO"], {"password1": wachtwoord, "password2": wachtwoord})
    account = Account.objects.get(email="carla.consulent@voorbeeldstad.example")
    assert account.check_password(wachtwoord)
    assert client.get(gevonden[1], follow=True).context.get("token_fail"), "the link works once"
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/voorbeeldstad/werk/").status_code == 200


@pytest.mark.django_db
def test_een_tweede_keer_is_er_niets_te_doen_en_een_wijziging_is_alleen_die(tmp_path: Path) -> None:
    richt_in(TEKST, tmp_path, "--uitvoeren")
    assert "Alles staat er al zo" in richt_in(TEKST, tmp_path, "--uitvoeren")
    anders = TEKST.replace("functie: Consulent\n", "functie: Consulent en regisseur\n").replace(
        "postcodes: [9993]", "postcodes: [9993, 9994]"
    )
    uit = richt_in(anders, tmp_path, "--uitvoeren")
    assert [z.strip() for z in uit.splitlines() if z.startswith("  ")] == [
        "anders: wijk Zuid: postcodes",
        "anders: mens Carla Consulent: functie",
    ]
    with binnen(9901):
        assert Gebeurtenis.objects.filter(soort="gemeente.ingericht").count() == 2
        assert routeer("9994AB").team_id is not None


@pytest.mark.django_db
def test_wie_uit_het_bestand_valt_blijft_en_wordt_genoemd_en_toegang_false_sluit(tmp_path: Path) -> None:
    richt_in(TEKST, tmp_path, "--uitvoeren")
    zonder_bas = re.sub(r"  - naam: Bas Balie\n(?:    .*\n)+", "", TEKST)
    uit = richt_in(zonder_bas, tmp_path, "--uitvoeren")
    assert "Staat niet in het bestand en blijft zoals het is:\n  mens Bas Balie" in uit
    richt_in(
        TEKST.replace("    functie: Medewerker balie\n", "    toegang: false\n"), tmp_path, "--uitvoeren"
    )
    with binnen(9901):
        assert not Medewerker.objects.get(naam="Bas Balie").actief


@pytest.mark.parametrize(
    ("was", "wordt", "zin"),
    [
        (
            "soort: wijkteam\n",
            "soort: wijkteem\n",
            "soort: deze waarde past hier niet. Verwacht: wijkteam, frontoffice",
        ),
        ("wijken: [NO, ZU]", "wijken: [NO, OOST]", "`OOST` bestaat niet in dit bestand"),
        ("teams: [Balie]", "teams: [Bali]", "Bedoelde u `Balie`?"),
        ("rollen: [functioneel_beheer]", "rollen: [beleid]", "niemand is functioneel beheerder"),
        ("postcodes: [9993]", "postcodes: [9992]", "9992 hoort al bij wijk `NO`"),
        ("bas.balie@", "anna.beheer@", "staat er twee keer"),
        ("    functie: Consulent\n", "    fuctie: Consulent\n", "de sleutel `fuctie` is onbekend"),
        ("werkwijze: land-van-cuijk", "werkwijze: nergens", "er is geen werkwijze `nergens`"),
        (
            "  - rol: consulent ",
            "  - rol: consulent\n    wie: bas.balie@voorbeeldstad.example ",
            "van een rol of van een mens",
        ),
        ("soorten: [toekenning, gedeeltelijk]\n", "soorten: [toekening]\n", "Bedoelde u `toekenning`?"),
        ("    email: bas.balie@voorbeeldstad.example\n", "", "`email` ontbreekt"),
        ("geldig_van: 2027-01-01", "geldig_van: 2027-02-30", "2027-02-30 is geen bestaande dag"),
    ],
)
def test_elke_fout_noemt_de_regel_en_wat_u_kunt_doen(was: str, wordt: str, zin: str) -> None:
    assert was in TEKST
    with pytest.raises(BestandOngeldig) as fout:
        lees(TEKST.replace(was, wordt, 1))
    assert zin in str(fout.value)
    assert re.match(r"regel \d+, ", str(fout.value.fouten[0]))


@pytest.mark.django_db
def test_een_bestand_dat_er_niet_is_of_niet_klopt_stopt_met_uitleg(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Kijk of de naam klopt"):
        call_command("inrichten", str(tmp_path / "weg.yaml"))
    with pytest.raises(CommandError, match="er is niets gewijzigd"):
        richt_in("gemeente: {}", tmp_path, "--uitvoeren")


@pytest.mark.django_db
def test_een_naam_in_het_adres_is_van_een_gemeente(tmp_path: Path) -> None:
    richt_in(TEKST, tmp_path, "--uitvoeren")
    with pytest.raises(CommandError, match="al van Voorbeeldstad"):
        richt_in(TEKST.replace("code: 9901", "code: 9902"), tmp_path, "--uitvoeren")
    assert not Gemeente.objects.filter(pk=9902).exists()


def test_een_mandaat_kan_elke_soort_besluit_noemen() -> None:
    assert {soort.value for soort in Besluit.Soort} <= set(BESLUITSOORTEN)


@pytest.mark.django_db
def test_het_plan_leest_alleen() -> None:
    plan = maak_plan(lees(TEKST))
    assert not plan.leeg and plan.gemeente is None
    assert not Gemeente.objects.filter(pk=9901).exists()
