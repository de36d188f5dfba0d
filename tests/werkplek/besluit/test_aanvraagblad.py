"""An open application beside its decision, by the page."""

from datetime import timedelta

from tests.besluiten.test_niet_op_de_inhoud import met_aanvraag
from tests.wijk import Wijk
from wijkspil.besluiten.models import Aanvraag
from wijkspil.core.klok import vandaag


def test_vragen_opnemen_en_intrekken_door_de_pagina(lvc: Wijk, django_assert_max_num_queries: object) -> None:
    aanvraag = met_aanvraag(lvc)
    adres, bram = lvc.url(f"vraag/{aanvraag.hulpvraag_id}/aanvraag/"), lvc.browser("Bram Peeters")
    assert "Vraag de inwoner eerst" in bram.get(adres).content.decode()
    fout = bram.post(
        adres, {"actie": "aanvullen", "wat": "Het verslag van de huisarts.", "tot": vandaag().isoformat()}
    )
    assert fout.status_code == 422
    assert "Het verslag van de huisarts." in fout.content.decode()
    tot = (vandaag() + timedelta(days=14)).isoformat()
    assert bram.post(adres, {"actie": "aanvullen", "wat": "Het verslag.", "tot": tot}).status_code == 302
    assert "Het is binnen" in bram.get(adres).content.decode()
    assert bram.post(adres, {"actie": "buiten", "redenen": "Te weinig."}).status_code == 422
    assert bram.post(adres, {"actie": "aangevuld", "op": vandaag().isoformat()}).status_code == 302
    assert bram.post(adres, {"actie": "intrekken", "reden": "Mijn zus helpt."}).status_code == 302
    assert Aanvraag.objects.get().status == Aanvraag.Status.INGETROKKEN
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert "geen aanvraag open" in bram.get(adres).content.decode()
    assert lvc.browser("Yusuf Demir").get(adres).status_code == 403
    assert bram.put(adres).status_code == 405
