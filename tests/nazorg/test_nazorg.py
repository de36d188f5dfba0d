"""After the help: a promise to call, the call, and an honest end or an easy return."""

from datetime import timedelta
from typing import Any

import pytest

from tests.plannen.verhaal import tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.nazorg.actions import begin_nazorg, bel_na, niet_bereikt
from wijkspil.nazorg.models import Nazorgtaak
from wijkspil.toegang.actions import neem_terug, sluit_af
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie


def _in_nazorg(wijk: Wijk) -> Nazorgtaak:
    return begin_nazorg(tot_arrangement(wijk).hulpvraag, door=wijk.als("Bram Peeters"))


def test_de_dag_komt_uit_de_werkwijze_en_twee_keer_vragen_geeft_een_taak(lvc: Wijk) -> None:
    taak = _in_nazorg(lvc)
    weken = laad_versie(taak.hulpvraag.werkwijze).nazorg.na_weken
    assert taak.op == vandaag() + timedelta(weeks=weken)
    assert begin_nazorg(taak.hulpvraag, door=lvc.als("Bram Peeters")) == taak


def test_van_een_verse_melding_naar_nazorg_kan_niet(lvc: Wijk) -> None:
    with pytest.raises(StapNietMogelijk, match="melding"):
        begin_nazorg(lvc.melding(), door=lvc.als("Bram Peeters"))


def test_wie_niet_opneemt_staat_over_een_week_weer_op_de_lijst(lvc: Wijk) -> None:
    nieuw = niet_bereikt(_in_nazorg(lvc), door=lvc.als("Bram Peeters"))
    assert nieuw.op == vandaag() + timedelta(days=7)
    assert Nazorgtaak.objects.filter(status="open").count() == 1


def test_bellen_afsluiten_en_makkelijk_terugkomen(lvc: Wijk) -> None:
    taak, door = _in_nazorg(lvc), lvc.als("Bram Peeters")
    bel_na(taak, hoe_gaat_het="Goed, ze kookt weer.", tevreden=9, door=door)
    hulpvraag = sluit_af(taak.hulpvraag, uitkomst="geholpen", door=door)
    assert hulpvraag.stap == "afgesloten"
    terug = neem_terug(hulpvraag, door=door, vraag="Het lukt toch niet alleen.")
    assert (terug.stap, terug.ronde, terug.pk) == ("melding", 2, hulpvraag.pk)
    assert terug.uiterlijk is not None


def test_niets_doen_vraagt_een_reden_en_een_dag(lvc: Wijk) -> None:
    hulpvraag, door = lvc.melding(), lvc.als("Bram Peeters")
    with pytest.raises(ValueError, match="reden en een dag"):
        sluit_af(hulpvraag, uitkomst="niets_doen", door=door)
    sluit_af(
        hulpvraag,
        uitkomst="niets_doen",
        reden="Mevrouw wil het zelf proberen.",
        terugkijken_op=vandaag(),
        door=door,
    )
    assert Hulpvraag.objects.get(pk=hulpvraag.pk).uitkomst == "niets_doen"


def test_de_pagina_bewaart_het_gesprek_en_wijst_naar_afsluiten(lvc: Wijk) -> None:
    taak = _in_nazorg(lvc)
    browser, url = lvc.browser("Bram Peeters"), lvc.url(f"vraag/{taak.hulpvraag_id}/nazorg/")
    fout = browser.post(url, {"hoe_gaat_het": "", "tevreden": "8"})
    assert fout.status_code == 422
    goed = browser.post(url, {"hoe_gaat_het": "Prima.", "tevreden": "8"})
    assert goed.status_code == 302 and goed["Location"].endswith("/afsluiten/")


def test_de_lijst_kost_hoogstens_twaalf_queries(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    _in_nazorg(lvc)
    browser = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(12):
        pagina = browser.get(lvc.url("nazorg/")).content.decode()
    assert "Toos de Wit" in pagina
