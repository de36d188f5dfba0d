"""The file: what is on it for whom, what it costs, and that nothing typed is lost."""

from typing import Any

from tests.besluiten.verhaal import bekend
from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.inwoners.models import Inwoner, Relatie
from wijkspil.toegang.actions import wijs_toe
from wijkspil.toegang.models import Hulpvraag


def _formulier(inwoner: Inwoner, **anders: Any) -> dict[str, Any]:
    velden = {"achternaam": inwoner.achternaam, "voornamen": inwoner.voornamen, "roepnaam": inwoner.roepnaam,
              "voorvoegsel": inwoner.voorvoegsel, "bsn": inwoner.bsn or "", "straat": inwoner.straat, "huisnummer": inwoner.huisnummer,
              "postcode": inwoner.postcode, "woonplaats": inwoner.woonplaats, "telefoon": inwoner.telefoon, "rev": inwoner.rev}  # fmt: skip
    return velden | anders


def test_het_dossier_toont_de_vraag_de_klok_en_de_volgende_daad(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/")).content.decode()
    assert "Toos de Wit" in pagina
    assert "Het huis schoonhouden lukt niet meer" in pagina
    assert "Waarom deze datum?" in pagina
    assert "Plan een gesprek" in pagina


def test_een_lang_dossier_kost_hoogstens_twintig_queries(
    lvc: Wijk, django_assert_max_num_queries: Any
) -> None:
    hulpvraag = bekend(lvc).hulpvraag
    browser = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(20):
        assert browser.get(lvc.url(f"vraag/{hulpvraag.pk}/")).status_code == 200


def test_wie_keek_staat_op_de_tijdlijn_ook_wie_niet_mocht(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    url = lvc.url(f"vraag/{hulpvraag.pk}/")
    assert lvc.browser("Yusuf Demir").get(url).status_code == 403
    pagina = lvc.browser("Bram Peeters").get(url + "?toon=inzien").content.decode()
    assert "Yusuf Demir mocht het dossier niet openen" in pagina
    assert "Bram Peeters keek in het dossier: inzien (team van de vraag)" in pagina


def test_ook_een_geweigerde_wijziging_laat_een_spoor_na(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Yusuf Demir").post(
        lvc.url(f"vraag/{hulpvraag.pk}/inwoner/"), _formulier(hulpvraag.inwoner)
    )
    assert antwoord.status_code == 403
    assert "niet bij u of uw team in behandeling" in antwoord.content.decode()
    assert (
        Auditregel.objects.filter(
            door_naam="Yusuf Demir", resultaat="geweigerd", deel="persoonsgegevens"
        ).count()
        == 1
    )


def test_gegevens_wijzigen_en_de_gebeurtenis_noemt_alleen_welke(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    inwoner = Inwoner.objects.get(pk=hulpvraag.inwoner_id)
    lvc.browser("Bram Peeters").post(
        lvc.url(f"vraag/{hulpvraag.pk}/inwoner/"), _formulier(inwoner, telefoon="0687654321")
    )
    inwoner.refresh_from_db()
    assert inwoner.telefoon == "0687654321"


def test_een_fout_bsn_houdt_wat_u_typte(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(
        lvc.url(f"vraag/{hulpvraag.pk}/inwoner/"),
        _formulier(hulpvraag.inwoner, bsn="123456789", let_op="bel eerst de dochter"),
    )
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "geen geldig BSN" in pagina
    assert "bel eerst de dochter" in pagina


def test_twee_mensen_wijzigen_tegelijk_en_zien_beide_versies(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    oud = _formulier(hulpvraag.inwoner)
    wijzig_inwoner(
        Inwoner.objects.get(pk=hulpvraag.inwoner_id), door=lvc.als("Noor Verhoeven"), telefoon="0611111111"
    )
    antwoord = lvc.browser("Bram Peeters").post(
        lvc.url(f"vraag/{hulpvraag.pk}/inwoner/"), oud | {"telefoon": "0622222222"}
    )
    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert "0611111111" in pagina and "0622222222" in pagina
    assert Inwoner.objects.get(pk=hulpvraag.inwoner_id).telefoon == "0611111111"


def test_een_geheim_adres_staat_nergens_op_het_dossier(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    wijzig_inwoner(hulpvraag.inwoner, door=lvc.als("Bram Peeters"), geheim_adres=True)
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/")).content.decode()
    assert "geheim adres" in pagina
    assert "Kerkstraat" not in pagina and "5431AB" not in pagina


def test_iemand_komt_in_het_netwerk_en_gaat_er_weer_uit(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    url, browser = lvc.url(f"vraag/{hulpvraag.pk}/netwerk/"), lvc.browser("Bram Peeters")
    browser.post(url, {"naam": "Dochter Anja", "soort": "kind", "sterkte": "3", "is_mantelzorger": "on"})
    relatie = Relatie.objects.get(inwoner_id=hulpvraag.inwoner_id)
    assert relatie.is_mantelzorger
    assert "Dochter Anja" in browser.get(lvc.url(f"vraag/{hulpvraag.pk}/")).content.decode()
    browser.post(url, {"weg": str(relatie.pk)})
    relatie.refresh_from_db()
    assert relatie.tot is not None
    assert Hulpvraag.objects.filter(pk=hulpvraag.pk).exists()


def test_wie_de_hele_dag_in_een_dossier_werkt_is_een_regel_op_de_tijdlijn(lvc: Wijk) -> None:
    hulpvraag, browser = lvc.melding(), lvc.browser("Bram Peeters")
    wijs_toe(hulpvraag, behandelaar=lvc.medewerker("Bram Peeters"), door=lvc.als("Bram Peeters"))
    url = lvc.url(f"vraag/{hulpvraag.pk}/")
    for _ in range(3):
        browser.get(url)
    browser.get(f"{url}contact/")
    pagina = browser.get(url).content.decode()
    assert pagina.count("Bram Peeters keek") == 1
    assert "Bram Peeters keek 5 keer in het dossier: inzien, contact vastleggen (behandelaar)" in pagina
    assert browser.get(f"{url}?toon=inzien").content.decode().count("Bram Peeters keek") > 1, (
        "wie wil, ziet alles"
    )
