"""Positive Health by the resident, guides with open questions, and the offer of independent support."""

from datetime import timedelta

from tests.werkplek.gesprek.hulp import gesprek_van, pad
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.inwoners.models import Clientondersteuning, Welbevinden


def test_cijfers_van_de_inwoner_worden_een_web_met_een_tabel(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    adres = pad(lvc, hulpvraag, "positieve-gezondheid/")
    assert "nog geen cijfers" in bram.get(adres).content.decode()
    eerst = {
        "op": (vandaag() - timedelta(days=90)).isoformat(),
        "meedoen": "3",
        "zingeving": "6",
        "wil_veranderen": "Weer onder de mensen",
    }
    assert bram.post(adres, eerst).status_code == 302
    assert (
        bram.post(
            adres, {"op": vandaag().isoformat(), "meedoen": "7", "zingeving": "6", "wil_veranderen": ""}
        ).status_code
        == 302
    )
    assert [w.cijfers for w in Welbevinden.objects.order_by("op")] == [
        {"zingeving": 6, "meedoen": 3},
        {"zingeving": 6, "meedoen": 7},
    ]
    inhoud = bram.get(adres).content.decode()
    assert "1 omhoog, 1 gelijk, 0 omlaag" in inhoud
    assert "<svg" in inhoud and '<th scope="row">Meedoen</th>' in inhoud


def test_nul_is_een_cijfer_en_leeg_niet(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    adres = pad(lvc, hulpvraag, "positieve-gezondheid/")
    leeg = bram.post(adres, {"op": vandaag().isoformat(), "wil_veranderen": "Iets"})
    assert leeg.status_code == 422 and "Eén cijfer is genoeg" in leeg.content.decode()
    assert bram.post(adres, {"op": vandaag().isoformat(), "meedoen": "0"}).status_code == 302
    assert Welbevinden.objects.get().cijfers == {"meedoen": 0}
    assert (
        bram.post(adres, {"op": (vandaag() + timedelta(days=1)).isoformat(), "meedoen": "5"}).status_code
        == 422
    )


def test_een_gesprekswijzer_is_er_per_thema(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    algemeen = bram.get(pad(lvc, hulpvraag, "gesprekswijzer/")).content.decode()
    assert "Van droom naar eerste stap" in algemeen or "van droom naar eerste stap" in algemeen
    assert "Zekerheid: laag" in algemeen
    geld = bram.get(pad(lvc, hulpvraag, "gesprekswijzer/?over=geld")).content.decode()
    assert "Dichte enveloppen" in geld and "Dichte enveloppen" not in algemeen


def test_het_aanbod_staat_in_het_gesprek_en_op_de_tijdlijn(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, gesprek.hulpvraag, "clientondersteuning/")
    zonder = bram.post(adres, {"op": vandaag().isoformat()})
    assert zonder.status_code == 422 and "het aanbod telt" in zonder.content.decode()
    toekomst = bram.post(adres, {"antwoord": "ja", "op": (vandaag() + timedelta(days=2)).isoformat()})
    assert toekomst.status_code == 422
    assert (
        bram.post(
            adres, {"antwoord": "heeft_al", "wie": "Buurvrouw Riet", "op": vandaag().isoformat()}
        ).status_code
        == 302
    )
    gesprek.refresh_from_db()
    assert gesprek.clientondersteuning_gewezen
    assert Clientondersteuning.objects.get().wie == "Buurvrouw Riet"
    assert Gebeurtenis.objects.get(soort="clientondersteuning.aangeboden").gegevens["code"] == "heeft_al"
    assert (
        "heeft al iemand" in bram.get(pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/")).content.decode()
    )


def test_de_balie_kan_het_ook_aanbieden(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Samira Bouzid").post(
        pad(lvc, hulpvraag, "clientondersteuning/"), {"antwoord": "nee", "op": vandaag().isoformat()}
    )
    assert antwoord.status_code == 302
