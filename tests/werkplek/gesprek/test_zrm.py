"""The matrix: words before numbers, what it was before, and a picture with its table."""

from datetime import timedelta

from tests.werkplek.gesprek.hulp import pad
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.toegang.actions import meet_zrm
from wijkspil.toegang.models import ZrmMeting


def test_de_eerste_meting_heet_begin_en_daarna_staat_de_vorige_ernaast(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, hulpvraag, "zelfredzaamheid/")
    leeg = bram.get(adres).content.decode()
    assert "Financiën" in leeg
    assert "beperkt zelfredzaam" in leeg
    assert "GGD Amsterdam" in leeg

    antwoord = bram.post(
        adres, {"soort": "begin", "op": vandaag().isoformat(), "financien": "2", "huisvesting": "4"}
    )
    assert antwoord.status_code == 302
    assert ZrmMeting.objects.get().scores == {"financien": 2, "huisvesting": 4}
    daarna = bram.get(adres).content.decode()
    assert "vorige keer: niet zelfredzaam (2)" in " ".join(daarna.split())
    assert "Dit is de eerste meting" in daarna


def test_twee_metingen_geven_een_beeld_met_voor_en_na(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    begin = {"financien": 2, "huisvesting": 4, "justitie": 5}
    meet_zrm(hulpvraag, soort="begin", scores=begin, op=vandaag() - timedelta(days=90), door=bram)
    meet_zrm(
        hulpvraag,
        soort="eind",
        scores={"financien": 4, "huisvesting": 3, "justitie": 5},
        op=vandaag(),
        door=bram,
    )
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "zelfredzaamheid/")).content.decode()
    assert "1 vooruit, 1 gelijk, 1 achteruit" in inhoud
    assert "<svg" in inhoud
    assert "eerder:" in inhoud


def test_een_meting_zonder_score_of_in_de_toekomst_blijft_op_het_scherm(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, hulpvraag, "zelfredzaamheid/")
    leeg = bram.post(adres, {"soort": "begin", "op": vandaag().isoformat()})
    assert (leeg.status_code, "ten minste één domein" in leeg.content.decode()) == (422, True)

    morgen = bram.post(
        adres, {"soort": "begin", "op": (vandaag() + timedelta(days=1)).isoformat(), "financien": "2"}
    )
    assert "Deze dag moet nog komen" in morgen.content.decode()
    assert 'value="2" id="id_financien_1" checked' in " ".join(
        morgen.content.decode().replace("required ", "").split()
    )
    zes = bram.post(adres, {"soort": "begin", "op": vandaag().isoformat(), "financien": "6"})
    assert zes.status_code == 422
    assert not ZrmMeting.objects.exists()
