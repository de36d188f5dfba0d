"""Ada changes how her municipality works, on screen: read, lay side by side, draft, mend, preview, publish."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.werkwijzen.papier import ALPHEN, LAND_VAN_CUIJK, verander
from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.core.models import Gebeurtenis
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.concepten import maak_concept, schrijf_concept
from wijkspil.gemeenten.models import Mandaat, Medewerker, Werkwijzeversie
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.controle import controleer, lees
from wijkspil.werkwijzen.kast import laad, laad_versie


@pytest.fixture
def ada(lvc: Wijk) -> Client:
    with schrijven_open():
        Mandaat.objects.filter(besluitsoorten__contains=["werkwijze"]).delete()
    return lvc.browser("Ada Willems")


@pytest.fixture
def versie(lvc: Wijk, ada: Client) -> Werkwijzeversie:
    return maak_concept(naam="Minder papier", kopie_van=lvc.werkwijze, door=lvc.als("Ada Willems"))


def pad(wijk: Wijk, versie: Werkwijzeversie, rest: str = "") -> str:
    return wijk.url(f"werkwijze/concept/{versie.pk}/{rest}")


def tekst_van_blad(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def test_de_werkwijze_leest_als_een_samenvatting_met_bron_en_zekerheid(
    lvc: Wijk, ada: Client, django_assert_max_num_queries: Any
) -> None:
    ada.get(lvc.url("werkwijze/"))
    with django_assert_max_num_queries(10):
        blad = tekst_van_blad(ada.get(lvc.url("werkwijze/")))
    for woord in ("een vast bedrag per maand", "Beleidskader Wmo BNO-O", "laag: eerst nakijken", "Individuele begeleiding",
                  "na 6 maanden", "De ladder van oplossingen", "Sociaal Kernteam Cuijk", "Maak een concept"):  # fmt: skip
        assert woord in blad, woord


def test_wie_leest_wijzigt_niet(lvc: Wijk, ada: Client, versie: Werkwijzeversie) -> None:
    for naam in ("Noor Verhoeven", "Pieter Smits"):
        browser = lvc.browser(naam)
        blad = browser.get(lvc.url("werkwijze/")).content.decode()
        assert "Maak een concept" not in blad
        assert browser.get(pad(lvc, versie)).status_code == 200
        for dicht in ("tekst/ladder/", "vragen/ladder/"):
            antwoord = browser.get(pad(lvc, versie, dicht))
            assert antwoord.status_code == 403 and "functioneel beheer" in antwoord.content.decode()
        assert browser.post(pad(lvc, versie, "weg/")).status_code == 403
    assert lvc.browser("Bram Peeters").get(lvc.url("werkwijze/")).status_code == 403
    assert ada.get(pad(lvc, versie, "weg/")).status_code == 405


def test_een_andere_gemeente_vindt_het_concept_niet(lvc: Wijk, alphen: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        versie = maak_concept(naam="Minder papier", kopie_van=lvc.werkwijze, door=lvc.als("Ada Willems"))
    naam = Medewerker.objects.filter(rollen__contains=["functioneel_beheer"]).values_list("naam", flat=True)[
        0
    ]
    beheerder = alphen.browser(naam)
    assert beheerder.get(alphen.url(f"werkwijze/concept/{versie.pk}/")).status_code == 404
    assert beheerder.get(alphen.url(f"werkwijze/bestand/concept:{versie.pk}/")).status_code == 404
    assert beheerder.get(pad(lvc, versie)).status_code == 404


def test_twee_werkwijzen_naast_elkaar_met_de_verschillen_gemarkeerd(lvc: Wijk, ada: Client) -> None:
    url = lvc.url(f"werkwijze/vergelijk/?a={lvc.werkwijze}&b=alphen@2026-01-01")
    blad = ada.get(url).content.decode()
    assert (
        "<mark>een vaste som</mark>" in blad
        and "Trajectplan" in blad
        and "<mark>Ondersteuningsplan</mark>" in blad
    )
    assert "Hulp van huisgenoten" not in blad, "what is the same is left out"
    assert "Hulp van huisgenoten" in ada.get(url + "&alles=ja").content.decode()
    assert "zekerheid" in tekst_van_blad(ada.get(url + "&herkomst=ja")).lower()
    assert ada.get(lvc.url("werkwijze/vergelijk/?a=boxtel@2026-01-01")).status_code == 404


def test_een_versie_gaat_mee_als_bestand_en_komt_net_zo_terug(lvc: Wijk, ada: Client) -> None:
    antwoord = ada.get(lvc.url(f"werkwijze/bestand/{lvc.werkwijze}/"))
    assert "land-van-cuijk-2026-01-01.yaml" in antwoord["Content-Disposition"]
    assert antwoord.content.decode() == LAND_VAN_CUIJK
    ada.post(
        lvc.url("werkwijze/concept/"),
        {"naam": "Terug", "van": lvc.werkwijze, "bestand": SimpleUploadedFile("x.yaml", antwoord.content)},
    )
    assert Werkwijzeversie.objects.get(naam="Terug").tekst == LAND_VAN_CUIJK


def test_een_bestand_vol_fouten_komt_binnen_en_wordt_uitgelegd(lvc: Wijk, ada: Client) -> None:
    kapot = verander(ALPHEN, "keuze: lumpsum", "keuze: zakgeld")
    antwoord = ada.post(
        lvc.url("werkwijze/concept/"),
        {"naam": "Van Alphen", "van": lvc.werkwijze, "bestand": SimpleUploadedFile("a.yaml", kapot.encode())},
        follow=True,
    )
    blad = tekst_van_blad(antwoord)
    assert "assen.bekostiging.keuze" in blad and "een van: pxq, maandbedrag" in blad
    assert "zakgeld" in Werkwijzeversie.objects.get(naam="Van Alphen").tekst


def test_een_bestand_dat_geen_tekst_is_wordt_geweigerd_en_de_woorden_blijven(lvc: Wijk, ada: Client) -> None:
    antwoord = ada.post(
        lvc.url("werkwijze/concept/"),
        {
            "naam": "Foto",
            "toelichting": "voor de raad",
            "van": lvc.werkwijze,
            "bestand": SimpleUploadedFile("x.png", b"\x89PNG\xff"),
        },
    )
    assert antwoord.status_code == 422
    assert "geen tekst" in antwoord.content.decode() and "voor de raad" in antwoord.content.decode()


def test_een_deel_van_de_tekst_wijzigen_en_horen_wat_niet_klopt(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie
) -> None:
    url = pad(lvc, versie, "tekst/evaluatie/")
    assert "elke_maanden: 6" in ada.get(url).content.decode()
    antwoord = ada.post(
        url,
        {
            "rev": versie.rev,
            "tekst": "evaluatie: {elke_maanden: vaak, bron: eigen invulling, zekerheid: laag}\r\n",
        },
        follow=True,
    )
    blad = tekst_van_blad(antwoord)
    assert "Regel 1 van dit deel" in blad and "een heel getal" in blad and "elke_maanden: vaak" in blad
    versie.refresh_from_db()
    assert "elke_maanden: vaak" in versie.tekst, "kept, right or not"
    ada.post(
        url,
        {
            "rev": versie.rev,
            "tekst": "evaluatie: {elke_maanden: 9, bron: eigen invulling, zekerheid: laag}\n",
        },
    )
    versie.refresh_from_db()
    assert versie.tekst == verander(LAND_VAN_CUIJK, "elke_maanden: 6", "elke_maanden: 9")
    blad = tekst_van_blad(ada.get(pad(lvc, versie)))
    assert "Wat er verandert: 1 ding" in blad


def test_twee_mensen_in_een_deel_zien_elkaars_woorden(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie
) -> None:
    oud = versie.rev
    schrijf_concept(
        versie,
        tekst=verander(versie.tekst, "elke_maanden: 6", "elke_maanden: 8"),
        door=lvc.als("Ada Willems"),
    )
    eigen = "evaluatie: {elke_maanden: 4, bron: eigen invulling, zekerheid: laag}"
    antwoord = ada.post(pad(lvc, versie, "tekst/evaluatie/"), {"rev": oud, "tekst": eigen})
    blad = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "elke_maanden: 8" in blad and "elke_maanden: 4" in blad and "Ada Willems heeft dit concept" in blad
    versie.refresh_from_db()
    assert "elke_maanden: 8" in versie.tekst


@pytest.mark.parametrize(
    ("onderwerp", "antwoorden", "sleutels"),
    [
        ("evaluatie", {"evaluatie__elke_maanden": "12"}, {"evaluatie.elke_maanden": 12}),
        ("ladder", {"ladder__lijst__0__label": "Zelf doen"}, {"ladder.lijst[eigen_kracht].label": "Zelf doen"}),
        ("teams", {"teams__lijst__0__naam": "Team Cuijk", "teams__bron": "Besluit van het college", "teams__zekerheid": "hoog"},
         {"teams.lijst[skt-cuijk].naam": "Team Cuijk"}),
        ("stappen", {"stappen__lijst__0__label": "Kennismaken", "plan__naam": "Samenplan"},
         {"stappen.lijst[contact].label": "Kennismaken", "plan.naam": "Samenplan"}),
        ("termijnen", {"melding__bevestiging_werkdagen": "1", "triage__niveaus__1__klok_uren": "36"},
         {"melding.bevestiging_werkdagen": 1, "triage.niveaus[spoed].klok_uren": 36}),
        ("bijdrage", {"assen__eigen_bijdrage__maatwerk__geldt": "nee", "assen__eigen_bijdrage__maatwerk__grond": "Raadsbesluit: geen bijdrage"},
         {"assen.eigen_bijdrage.maatwerk.geldt": False, "assen.eigen_bijdrage.maatwerk.grond": "Raadsbesluit: geen bijdrage"}),
        ("normen", {"normenkaders__0__naam": "Norm van hier"}, {"normenkaders[hhm-2019].naam": "Norm van hier"}),
    ],
)  # fmt: skip
def test_vragen_schrijven_in_de_tekst_en_raken_niets_anders(
    lvc: Wijk,
    ada: Client,
    versie: Werkwijzeversie,
    onderwerp: str,
    antwoorden: dict[str, str],
    sleutels: dict[str, Any],
) -> None:
    from wijkspil.werkwijzen.verschil import verschil

    url = pad(lvc, versie, f"vragen/{onderwerp}/")
    form = ada.get(url).context["form"]
    ada.post(url, _ingevuld(form) | antwoorden)
    versie.refresh_from_db()
    anders = {v.sleutel: v.b for v in verschil(laad_versie(lvc.werkwijze), lees(versie.tekst, "x"))}
    assert anders == sleutels
    assert versie.tekst.count("#") == LAND_VAN_CUIJK.count("#"), "comments stay"


def _ingevuld(form: Any) -> dict[str, Any]:
    return {naam: "" if form[naam].value() is None else form[naam].value() for naam in form.fields}


def test_besluit_per_product_blijft_in_zichzelf_kloppen(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie
) -> None:
    url = pad(lvc, versie, "vragen/besluit/")
    form = ada.get(url).context["form"]
    dagbesteding = next(n for n, v in form.vragen.items() if "Dagbesteding" in v.label)
    ada.post(url, _ingevuld(form) | {dagbesteding: "op_verzoek"})
    versie.refresh_from_db()
    assert controleer(versie.tekst, "x") == []
    nieuw = lees(versie.tekst, "x")
    assert nieuw.besluitvorm("07A12").wanneer == "op_verzoek" and nieuw.product("07A12").mag_zonder_besluit
    assert nieuw.besluitvorm("02A16").wanneer == "altijd"

    ada.post(url, _ingevuld(ada.get(url).context["form"]) | {dagbesteding: "volgt"})
    versie.refresh_from_db()
    assert lees(versie.tekst, "x").product("07A12").afwijkend.besluitvorm is None
    assert controleer(versie.tekst, "x") == []


def test_een_vraag_die_niet_klopt_houdt_de_antwoorden(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie
) -> None:
    url = pad(lvc, versie, "vragen/termijnen/")
    velden = _ingevuld(ada.get(url).context["form"]) | {
        "nazorg__na_weken": "zes",
        "nazorg__wijze": "Wij komen langs.",
    }
    antwoord = ada.post(url, velden)
    assert antwoord.status_code == 422 and "Wij komen langs." in antwoord.content.decode()


def test_vragen_over_een_onleesbare_tekst_sturen_naar_de_tekst(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie
) -> None:
    schrijf_concept(versie, tekst="slug: [\n", door=lvc.als("Ada Willems"))
    assert "Herstel eerst de tekst" in ada.get(pad(lvc, versie, "vragen/ladder/")).content.decode()
    assert ada.get(pad(lvc, versie)).status_code == 200
    assert "Regel 2 van dit deel" in tekst_van_blad(ada.get(pad(lvc, versie, "tekst/alles/")))


def test_de_gevolgen_zijn_aantallen_en_alleen_eigen_vragen_een_voor_een(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie, django_assert_max_num_queries: Any
) -> None:
    vraag = lvc.melding()
    ada.get(pad(lvc, versie, "gevolgen/"))
    with django_assert_max_num_queries(16):
        blad = tekst_van_blad(ada.get(pad(lvc, versie, "gevolgen/")))
    assert "Er is 1 open vraag" in blad and "gaan er 1 mee" in blad
    assert vraag.nummer not in blad and "ziet u alleen aantallen" in blad
    noor = tekst_van_blad(lvc.browser("Noor Verhoeven").get(pad(lvc, versie, "gevolgen/")))
    assert vraag.nummer in noor and "gaat mee" in noor
    assert "Wit" not in noor


def test_publiceren_vanaf_morgen(lvc: Wijk, ada: Client, versie: Werkwijzeversie) -> None:
    morgen = klok.vandaag() + timedelta(days=1)
    schrijf_concept(
        versie,
        tekst=verander(versie.tekst, "naam: Trajectplan", "naam: Samenplan"),
        door=lvc.als("Ada Willems"),
    )
    url = pad(lvc, versie, "publiceren/")
    blad = tekst_van_blad(ada.get(url))
    assert "Samenplan" in blad and "noemt de werkwijze niet" in blad
    antwoord = ada.post(
        url,
        {"doe": "publiceer", "rev": versie.rev, "vanaf": morgen.isoformat(), "lopend": "houden"},
        follow=True,
    )
    assert "Gepubliceerd" in tekst_van_blad(antwoord) and "komt nog" in tekst_van_blad(antwoord)
    assert laad("land-van-cuijk", morgen).plan.naam == "Samenplan"
    assert Gebeurtenis.objects.filter(soort="werkwijze.gepubliceerd", door_naam="Ada Willems").count() == 1
    assert ada.get(pad(lvc, versie, "publiceren/")).status_code == 200
    assert "al gepubliceerd" in tekst_van_blad(
        ada.post(
            url, {"doe": "publiceer", "rev": versie.rev + 1, "vanaf": morgen.isoformat(), "lopend": "houden"}
        )
    )


def test_met_fouten_wordt_niets_gepubliceerd(lvc: Wijk, ada: Client, versie: Werkwijzeversie) -> None:
    url = pad(lvc, versie, "publiceren/")
    gisteren = klok.vandaag() - timedelta(days=1)
    antwoord = ada.post(
        url, {"doe": "publiceer", "rev": versie.rev, "vanaf": gisteren.isoformat(), "lopend": "houden"}
    )
    assert antwoord.status_code == 422 and "al voorbij" in antwoord.content.decode()
    versie.refresh_from_db()
    assert versie.status == "concept"


def test_vier_ogen_op_het_scherm(lvc: Wijk, ada: Client, versie: Werkwijzeversie) -> None:
    with schrijven_open():
        for rol in ("functioneel_beheer", "teamleider"):
            Mandaat(
                gemeente_id=lvc.gemeente.pk, rol=rol, besluitsoorten=["werkwijze"], vier_ogen_vanaf_cent=0,
                geldig_van=date(2026, 1, 1), grondslag="Mandaatbesluit, onderdeel 9", gemaakt_op=timezone.now(),
            ).save()  # fmt: skip
    url, noor = pad(lvc, versie, "publiceren/"), lvc.browser("Noor Verhoeven")
    dag = (klok.vandaag() + timedelta(days=5)).isoformat()
    velden = {"vanaf": dag, "lopend": "verplaatsen"}
    assert "Leg voor aan een tweede lezer" in ada.get(url).content.decode()
    assert ada.post(url, velden | {"doe": "publiceer", "rev": versie.rev}).status_code == 403
    ada.post(url, velden | {"doe": "voorleggen", "rev": versie.rev})
    versie.refresh_from_db()
    assert versie.status == "voorgelegd"
    assert "U legde dit zelf voor" in ada.get(url).content.decode()

    noor.post(url, {"doe": "teruggeven", "reden": "Eerst de raad."})
    versie.refresh_from_db()
    assert versie.status == "concept" and "Eerst de raad." in ada.get(pad(lvc, versie)).content.decode()
    ada.post(url, velden | {"doe": "voorleggen", "rev": versie.rev})
    versie.refresh_from_db()
    noor.post(url, velden | {"doe": "publiceer", "rev": versie.rev})
    versie.refresh_from_db()
    assert (versie.status, versie.gepubliceerd_door) == ("gepubliceerd", "Noor Verhoeven")


def test_een_nieuwe_vraag_volgt_de_nieuwe_werkwijze_en_de_oude_de_oude(
    lvc: Wijk, ada: Client, versie: Werkwijzeversie
) -> None:
    oud = lvc.melding()
    schrijf_concept(
        versie,
        tekst=verander(versie.tekst, "label: Eerste contact\n", "label: Kennismaken\n"),
        door=lvc.als("Ada Willems"),
    )
    ada.post(
        pad(lvc, versie, "publiceren/"),
        {"doe": "publiceer", "rev": versie.rev, "vanaf": klok.vandaag().isoformat(), "lopend": "houden"},
    )
    nieuw = lvc.melding(wie=oud.inwoner)
    assert Hulpvraag.objects.get(pk=oud.pk).werkwijze == "land-van-cuijk@2026-01-01"
    assert nieuw.werkwijze == f"land-van-cuijk@{klok.vandaag()}"
    samira = lvc.browser("Samira Bouzid")
    assert samira.get(lvc.url(f"vraag/{nieuw.pk}/")).status_code == 200


def test_wegleggen_en_terughalen(lvc: Wijk, ada: Client, versie: Werkwijzeversie) -> None:
    ada.post(pad(lvc, versie, "weg/"))
    assert "ligt weg" in tekst_van_blad(ada.get(pad(lvc, versie)))
    ada.post(pad(lvc, versie, "weg/"), {"doe": "terug"})
    versie.refresh_from_db()
    assert versie.status == "concept"
