"""A provider asks for new or other help: it is taken in, waits on a list with a clock, and gets exactly one answer."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.berichten.berichten_van_buiten import vraag_andere_hulp, vraag_nieuwe_hulp
from tests.berichten.post import alles_geldig
from tests.berichten.test_ontvangst import antwoord, neem_aan
from tests.besluiten.verhaal import bekend, voor_besluit
from tests.ondersteuning.opdrachten import bewaar, opdracht, per_week
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.standaard import lees, retour
from wijkspil.core import uitbox
from wijkspil.core.door import Door, Rol
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.actions import (
    VerzoekKanNiet,
    draag_regel_op,
    honoreer_verzoek,
    wijs_verzoek_af,
    zet_in_onderzoek,
)
from wijkspil.ondersteuning.models import Aanbiederverzoek, Toewijzing
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels import wmo

S = Aanbiederverzoek.Status
DAG = timedelta(days=1)


@pytest.fixture
def loopt(haarlem: Wijk) -> Toewijzing:
    """Two hours a week that the provider knows."""
    return verzonden(haarlem, per_week(haarlem))


def verzonden(wijk: Wijk, t: Toewijzing) -> Toewijzing:
    uitbox.leeg(wijk.gemeente.pk)
    return Toewijzing.objects.select_related("inwoner", "aanbieder", "product").get(pk=t.pk)


def zorggroep() -> Aanbieder:
    """Has a contract for guidance and for day care."""
    return Aanbieder.objects.get(naam="Zorggroep De Raam")


def laatste(soort: str) -> dict[str, Any]:
    return lees(bytes(Bericht.objects.filter(soort=soort).latest("moment").ruw)).inhoud


def toegewezen(wijk: Wijk) -> list[dict[str, Any]]:
    """The products of the 301 that goes out now."""
    uitbox.leeg(wijk.gemeente.pk)
    producten: list[dict[str, Any]] = laatste("WMO301")["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
    return producten


def backoffice(wijk: Wijk) -> Door:
    return wijk.als(wijk.met_rol(Rol.BACKOFFICE))


def meer_uren(t: Toewijzing, volume: int = 4, **anders: Any) -> dict[str, Any]:
    omvang = {"Volume": volume, "Eenheid": "04", "Frequentie": "2"}
    begin = vandaag() + 10 * DAG
    return {
        "ToewijzingNummer": t.nummer,
        "GewensteIngangsdatum": begin,
        "Einddatum": t.einde,
        "Omvang": omvang,
    } | anders


def gevraagd(wijk: Wijk, t: Toewijzing, **delen: Any) -> Aanbiederverzoek:
    bericht = neem_aan(wijk, vraag_andere_hulp(t, 1, **(delen or {"wijzig": [meer_uren(t)]})))
    assert bericht.fouten == []
    return Aanbiederverzoek.objects.select_related("aanbieder", "inwoner", "hulpvraag").get()


def test_een_verzoek_komt_op_de_lijst_met_zijn_klok_en_krijgt_een_schone_retour(
    haarlem: Wijk, loopt: Toewijzing
) -> None:
    v = gevraagd(haarlem, loopt)
    assert (v.soort, v.status, v.inwoner, v.hulpvraag) == (
        "wijziging",
        S.ONTVANGEN,
        loopt.inwoner,
        loopt.hulpvraag,
    )
    assert v.uiterlijk == wmo.berichttermijn("319", vandaag()).laatste_dag
    bericht = Bericht.objects.get(soort="WMO317")
    assert bericht.status == "verwerkt"
    assert "RetourCodes" not in antwoord(bericht)["Header"]  # type: ignore[operator]
    assert alles_geldig() >= 3


def test_ja_geeft_een_301_met_de_referentie_op_alles_en_een_nieuw_nummer(
    haarlem: Wijk, loopt: Toewijzing
) -> None:
    honoreer_verzoek(gevraagd(haarlem, loopt), door=backoffice(haarlem))
    oud, nieuw = toegewezen(haarlem)
    begin = vandaag() + 10 * DAG
    assert (oud["ToewijzingNummer"], oud["Einddatum"], oud["RedenWijziging"]) == (
        loopt.nummer,
        begin - DAG,
        "12",
    )
    assert (nieuw["Ingangsdatum"], nieuw["Omvang"]["Volume"], nieuw["Einddatum"]) == (begin, 4, loopt.einde)
    assert "RedenWijziging" not in nieuw
    assert {oud["ReferentieAanbieder"], nieuw["ReferentieAanbieder"]} == {"R1"}
    assert alles_geldig()


def test_een_latere_301_noemt_het_verzoek_niet_meer_behalve_als_de_eerste_is_geweigerd(
    haarlem: Wijk, loopt: Toewijzing
) -> None:
    v = gevraagd(haarlem, loopt)
    honoreer_verzoek(v, door=backoffice(haarlem))
    toegewezen(haarlem)
    heen = Bericht.objects.filter(soort="WMO301").latest("moment")
    v.refresh_from_db()
    assert v.antwoord == heen.identificatie
    codes = {"Client/ToegewezenProducten/ToegewezenProduct": ["9379"]}
    ruw = retour(
        lees(bytes(heen.ruw)), codes_per_klasse=codes, identificatie_retour="1", dagtekening_retour=vandaag()
    )
    neem_aan(haarlem, ruw)
    v.refresh_from_db()
    assert v.antwoord == ""


@pytest.mark.parametrize(
    ("wens", "verwacht"),
    [
        ({"Einddatum": 30, "Omvang": None}, {"langer": True}),
        ({"Einddatum": -30, "Omvang": None}, {"langer": False}),
    ],
)
def test_een_andere_einddatum_gaat_onder_hetzelfde_nummer(
    haarlem: Wijk, loopt: Toewijzing, wens: dict[str, Any], verwacht: dict[str, bool]
) -> None:
    assert loopt.einde is not None
    einde = loopt.einde + timedelta(days=wens["Einddatum"])
    deel = meer_uren(loopt, 2, GewensteIngangsdatum=loopt.ingang, Einddatum=einde)
    honoreer_verzoek(gevraagd(haarlem, loopt, wijzig=[deel]), door=backoffice(haarlem))
    (een,) = toegewezen(haarlem)
    assert (een["ToewijzingNummer"], een["Einddatum"], een["RedenWijziging"]) == (loopt.nummer, einde, "12")
    assert (einde > loopt.einde) is verwacht["langer"]


def test_nee_gaat_als_319_met_de_reden_en_verandert_niets(haarlem: Wijk, loopt: Toewijzing) -> None:
    v = gevraagd(haarlem, loopt)
    wijs_verzoek_af(v, reden="7", door=backoffice(haarlem))
    uitbox.leeg(haarlem.gemeente.pk)
    assert laatste("WMO319")["Antwoord"] == {
        "ReferentieAanbieder": "R1",
        "VerzoekAntwoord": "1",
        "RedenAfwijzingVerzoek": "7",
    }
    assert Toewijzing.objects.get().versie == loopt.versie
    with pytest.raises(VerzoekKanNiet, match="al beantwoord"):
        honoreer_verzoek(v, door=backoffice(haarlem))
    assert alles_geldig()


def test_in_onderzoek_kan_een_keer_en_geeft_acht_weken_na_het_verzoek(
    haarlem: Wijk, loopt: Toewijzing
) -> None:
    v = gevraagd(haarlem, loopt)
    zet_in_onderzoek(v, door=backoffice(haarlem))
    uitbox.leeg(haarlem.gemeente.pk)
    assert laatste("WMO319")["Antwoord"] == {"ReferentieAanbieder": "R1", "VerzoekAntwoord": "2"}
    assert v.uiterlijk == wmo.berichttermijn("onderzoek", v.dagtekening).laatste_dag
    with pytest.raises(VerzoekKanNiet, match="al in onderzoek"):
        zet_in_onderzoek(v, door=backoffice(haarlem))
    honoreer_verzoek(v, door=backoffice(haarlem))
    assert {p["ReferentieAanbieder"] for p in toegewezen(haarlem)} == {"R1"}


def test_de_320_van_de_aanbieder_bevestigt_ons_antwoord(haarlem: Wijk, loopt: Toewijzing) -> None:
    wijs_verzoek_af(gevraagd(haarlem, loopt), reden="7", door=backoffice(haarlem))
    uitbox.leeg(haarlem.gemeente.pk)
    heen = Bericht.objects.get(soort="WMO319")
    neem_aan(haarlem, retour(lees(bytes(heen.ruw)), identificatie_retour="9", dagtekening_retour=vandaag()))
    heen.refresh_from_db()
    assert heen.status == "bevestigd"


def test_een_voorbije_wens_vraagt_een_afgesproken_dag(haarlem: Wijk, loopt: Toewijzing) -> None:
    v = gevraagd(haarlem, loopt)
    v.inhoud["TeWijzigenProducten"]["TeWijzigenProduct"][0]["GewensteIngangsdatum"] = vandaag().isoformat()
    with pytest.raises(VerzoekKanNiet, match="gewenste dag is voorbij"):
        honoreer_verzoek(v, door=backoffice(haarlem))
    assert v.status == S.ONTVANGEN
    honoreer_verzoek(v, vanaf=vandaag() + 3 * DAG, door=backoffice(haarlem))
    assert toegewezen(haarlem)[1]["Ingangsdatum"] == vandaag() + 3 * DAG


def test_nieuwe_hulp_valt_onder_het_besluit_dat_geldt(lvc: Wijk) -> None:
    raam = zorggroep()
    besluit = bekend(lvc, voor_besluit(lvc, wie=raam.naam, aanbieder=raam))
    t = verzonden(lvc, Toewijzing.objects.get())
    product = {"Product": {"Categorie": "07", "Code": "07A12"}}
    bericht = neem_aan(lvc, vraag_nieuwe_hulp(t, 1, product))
    assert bericht.fouten == []
    v = Aanbiederverzoek.objects.select_related("aanbieder", "inwoner", "hulpvraag").get()
    (nieuw,) = honoreer_verzoek(v, door=backoffice(lvc))
    assert (nieuw.product.code, nieuw.besluit, nieuw.verzoek) == ("07A12", besluit, v)
    producten = toegewezen(lvc)
    per_code = {p["Product"]["Code"]: p for p in producten}
    assert per_code["07A12"]["ReferentieAanbieder"] == "R1-1"
    assert "ReferentieAanbieder" not in per_code[t.product.code]  # IV094: the others without it


def test_zonder_besluit_of_afspraak_komt_er_geen_hulp_bij(lvc: Wijk) -> None:
    t = verzonden(lvc, opdracht(lvc, aanbieder=zorggroep()))
    neem_aan(lvc, vraag_nieuwe_hulp(t, 1, {"Product": {"Categorie": "07", "Code": "07A12"}}))
    v = Aanbiederverzoek.objects.select_related("aanbieder", "inwoner", "hulpvraag").get()
    with pytest.raises(VerzoekKanNiet, match="geen besluit of afspraak"):
        honoreer_verzoek(v, door=backoffice(lvc))
    assert Toewijzing.objects.count() == 1


def test_een_opdracht_die_uit_een_besluit_volgt_beantwoordt_het_verzoek_vanzelf(lvc: Wijk) -> None:
    t = verzonden(lvc, opdracht(lvc, 1, aanbieder=zorggroep()))
    neem_aan(lvc, vraag_nieuwe_hulp(t, 1, {"Product": {"Categorie": "07", "Code": "07A12"}}))
    product = Product.objects.get(code="07A12")
    velden: dict[str, Any] = {
        "trede": "maatwerk",
        "wat": "Dag",
        "wie": "x",
        "trap": "licht",
        "van": date.today(),
        "status": "vast",
    }
    regel = bewaar(lvc, Arrangementregel(plan=t.regel.plan, product=product, aanbieder=t.aanbieder, **velden))
    draag_regel_op(t.hulpvraag, regel, door=backoffice(lvc))
    assert Aanbiederverzoek.objects.get().status == S.GEHONOREERD


def test_een_verzoek_over_een_onbekende_wacht_bij_de_backoffice(haarlem: Wijk, loopt: Toewijzing) -> None:
    loopt.inwoner.bsn = "999990019"
    neem_aan(haarlem, vraag_nieuwe_hulp(loopt, 1, {"Product": {"Categorie": "07", "Code": "07H01"}}))
    v = Aanbiederverzoek.objects.get()
    assert (v.inwoner, v.hulpvraag, v.bsn) == (None, None, "999990019")
    page = haarlem.browser(haarlem.met_rol(Rol.BACKOFFICE)).get(haarlem.url(f"verzoeken/{v.pk}/"))
    assert "Deze inwoner kennen wij niet" in page.content.decode()


def test_de_behandelaar_beantwoordt_op_het_scherm_in_gewone_woorden(haarlem: Wijk, loopt: Toewijzing) -> None:
    v = gevraagd(haarlem, loopt)
    client = haarlem.browser(haarlem.met_rol(Rol.BACKOFFICE))
    assert "verzoeken/" in client.get(haarlem.url("verzoeken/")).content.decode()
    pagina = client.get(haarlem.url(f"verzoeken/{v.pk}/")).content.decode()
    assert "van 2 uur per week naar 4 uur per week" in pagina
    leeg = client.post(haarlem.url(f"verzoeken/{v.pk}/"), {"antwoord": "nee", "nee-toelichting": "overlegd"})
    assert leeg.status_code == 422
    assert "overlegd" in leeg.content.decode()
    assert client.post(haarlem.url(f"verzoeken/{v.pk}/"), {"antwoord": "ja"}).status_code == 302
    assert Aanbiederverzoek.objects.get().status == S.GEHONOREERD
