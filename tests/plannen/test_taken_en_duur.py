"""Who does what per line (H18), and why help lasts as long as it does (B22)."""

import pytest

from tests.plannen.verhaal import consulent, laatste, maatwerk, tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import stel_arrangement_vast, wijzig_regel
from wijkspil.plannen.actions.taken import aantal_taken, geef_taak, haal_taak_weg, rond_taak_af
from wijkspil.plannen.fouten import RegelNietMogelijk
from wijkspil.plannen.models import Planversie, Regeltaak


def test_een_taak_hoort_bij_een_rol_en_blijft_staan_tot_iemand_haar_afvinkt(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    regel, door = maatwerk(plan, lvc), consulent(lvc)
    with pytest.raises(RegelNietMogelijk, match="Kies wie dit doet"):
        geef_taak(regel, rol="iedereen", wat="iets", door=door)
    with pytest.raises(RegelNietMogelijk, match="wat er moet gebeuren"):
        geef_taak(regel, rol="aanbieder", wat="  ", door=door)
    vak = geef_taak(regel, rol="aanbieder", wie="Stap voor Stap", wat="Oefenen met het dagritme", door=door)
    fout = geef_taak(regel, rol="wijkteam", wat="Dubbel", door=door)
    haal_taak_weg(fout, door=door)
    rond_taak_af(vak, door=door)
    vak.refresh_from_db()
    assert vak.gedaan_op == vandaag()
    assert laatste("regeltaak.gedaan").gegevens["code"] == "aanbieder"
    with pytest.raises(RegelNietMogelijk, match="blijft staan"):
        haal_taak_weg(vak, door=door)
    assert aantal_taken([regel]) == {regel.pk: 1}


def test_de_taken_van_een_regel_op_de_pagina(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    regel, bram = maatwerk(plan, lvc), lvc.browser("Bram Peeters")
    url = lvc.url(f"vraag/{plan.hulpvraag_id}/arrangement/{regel.pk}/taken/")
    assert "Nog geen taken verdeeld" in bram.get(url).content.decode()
    leeg = bram.post(url, {"wat_nu": "geef", "rol": "wijkteam", "wie": "Bram", "wat": ""})
    assert leeg.status_code == 422 and 'value="Bram"' in leeg.content.decode(), "wat getypt is, blijft staan"
    taak = {"wat_nu": "geef", "rol": "wijkteam", "wie": "Bram", "wat": "Kennismaken met de koffieochtend"}
    assert bram.post(url, taak).status_code == 302
    rij = Regeltaak.objects.get()
    assert bram.post(url, {"wat_nu": "gedaan", "taak": rij.pk}).status_code == 302
    nogmaals = bram.post(url, {"wat_nu": "gedaan", "taak": rij.pk})
    assert nogmaals.status_code == 422 and "al gedaan" in nogmaals.content.decode()
    assert "1 taak" in bram.get(lvc.url(f"vraag/{plan.hulpvraag_id}/plan/")).content.decode()
    assert lvc.browser("Yusuf Demir").get(url).status_code == 403, "een ander team ziet dit dossier niet"


def test_waarom_deze_duur_wordt_gevraagd_waar_de_regel_wordt_gemaakt(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    regel, bram = maatwerk(plan, lvc), lvc.browser("Bram Peeters")
    kaart = lvc.url(f"vraag/{plan.hulpvraag_id}/arrangement/{regel.pk}/")
    assert "Waarom deze duur?" in bram.get(kaart).content.decode()
    ladder = bram.get(lvc.url(f"vraag/{plan.hulpvraag_id}/arrangement/")).content.decode()
    assert "aanbieder kiezen" in ladder
    reden = "Een half jaar oefenen is genoeg om het ritme zelf vast te houden."
    wijzig_regel(regel, duur_reden=reden, door=consulent(lvc))
    assert laatste("arrangementregel.gewijzigd").gegevens["duur_met_reden"] is True
    stel_arrangement_vast(plan, door=consulent(lvc))
    bevroren = Planversie.objects.latest("versie").inhoud["regels"]
    assert [r["duur_reden"] for r in bevroren] == [reden]
    assert reden in bram.get(lvc.url(f"vraag/{plan.hulpvraag_id}/plan/")).content.decode()
