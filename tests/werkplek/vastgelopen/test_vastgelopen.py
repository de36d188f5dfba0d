"""Work that got stuck has a place on screen, says why in words, and goes again at the press of a button."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.wijk import Wijk
from wijkspil.brieven.models import Brief
from wijkspil.core import klok, uitbox
from wijkspil.core.models import Auditregel, Gebeurtenis, Uitgaand
from wijkspil.core.schrijven import schrijven_open
from wijkspil.toegang.models import Hulpvraag

VAST = Uitgaand.Status.VASTGELOPEN


def met_vaste_brief(wijk: Wijk) -> tuple[Hulpvraag, Uitgaand]:
    """A confirmation that can't be made: there is a BSN in the words of the question."""
    hulpvraag = wijk.melding(vraag="Mijn nummer is 999900006.")
    for uur in range(uitbox.MAX_POGINGEN):
        with klok.op(klok.nu() + timedelta(hours=2 * uur)):
            uitbox.leeg(wijk.gemeente.pk)
    rij = Uitgaand.objects.get(soort="brief")
    assert rij.status == VAST
    return hulpvraag, rij


def herstel(hulpvraag: Hulpvraag) -> None:
    with schrijven_open():
        Hulpvraag.objects.filter(pk=hulpvraag.pk).update(vraag="Het huis schoonhouden lukt niet.")


@pytest.mark.parametrize("wie", ["Kees van Dongen", "Ada Willems"])
def test_de_lijst_zegt_wat_er_vastzit_en_waarom(
    lvc: Wijk, wie: str, django_assert_max_num_queries: Any
) -> None:
    hulpvraag, _rij = met_vaste_brief(lvc)
    browser = lvc.browser(wie)
    browser.get(lvc.url("vastgelopen/"))
    with django_assert_max_num_queries(12):
        pagina = browser.get(lvc.url("vastgelopen/")).content.decode()
    assert "Bevestiging van de melding" in pagina
    assert "burgerservicenummer" in pagina
    assert hulpvraag.nummer in pagina
    assert "Wit" not in pagina and "999900006" not in pagina
    assert "Probeer opnieuw" in pagina


def test_opnieuw_proberen_nadat_de_reden_weg_is(lvc: Wijk) -> None:
    hulpvraag, rij = met_vaste_brief(lvc)
    herstel(hulpvraag)
    antwoord = lvc.browser("Kees van Dongen").post(lvc.url(f"vastgelopen/{rij.pk}/opnieuw/"), follow=True)
    assert "binnen een minuut opnieuw" in antwoord.content.decode()
    uitbox.leeg(lvc.gemeente.pk)
    assert Brief.objects.get().status == Brief.Status.KLAAR
    gemeld = Gebeurtenis.objects.get(soort="uitgaand.opnieuw")
    assert (gemeld.dossier_id, gemeld.door_naam) == (hulpvraag.pk, "Kees van Dongen")
    assert Auditregel.objects.filter(actie="uitgaand.opnieuw", dossier_id=hulpvraag.pk).count() == 1
    assert "Niets zit vast" in lvc.browser("Ada Willems").get(lvc.url("vastgelopen/")).content.decode()


def test_wat_intussen_lukte_gaat_niet_nog_eens(lvc: Wijk) -> None:
    lvc.melding()
    uitbox.leeg(lvc.gemeente.pk)
    rij = Uitgaand.objects.get(soort="brief", inhoud__has_key="brief")
    antwoord = lvc.browser("Kees van Dongen").post(lvc.url(f"vastgelopen/{rij.pk}/opnieuw/"), follow=True)
    assert "zit niet meer vast" in antwoord.content.decode()
    assert Uitgaand.objects.get(pk=rij.pk).status == Uitgaand.Status.VERWERKT


def test_wat_te_lang_wacht_staat_er_ook_al_ging_er_niets_mis(lvc: Wijk) -> None:
    lvc.melding()
    browser = lvc.browser("Ada Willems")
    assert "Niets zit vast" in browser.get(lvc.url("vastgelopen/")).content.decode()
    with klok.op(klok.nu() + timedelta(days=2)):
        assert "Kijk of de werker draait" in browser.get(lvc.url("vastgelopen/")).content.decode()


def test_op_het_dossier_kan_de_consulent_het_zelf(lvc: Wijk) -> None:
    hulpvraag, rij = met_vaste_brief(lvc)
    browser = lvc.browser("Bram Peeters")
    url = lvc.url(f"vraag/{hulpvraag.pk}/brieven/")
    assert f"wachtend/{rij.pk}/opnieuw/" in browser.get(url).content.decode()
    herstel(hulpvraag)
    assert browser.post(f"{url}wachtend/{rij.pk}/opnieuw/").status_code == 302
    uitbox.leeg(lvc.gemeente.pk)
    assert "nog verzenden" in browser.get(url).content.decode()


def test_een_pdf_die_niet_lukt_staat_ook_op_het_dossier(lvc: Wijk) -> None:
    hulpvraag, rij = met_vaste_brief(lvc)
    herstel(hulpvraag)
    with schrijven_open():
        Uitgaand.objects.filter(pk=rij.pk).update(status="wacht", niet_voor=klok.nu())
    uitbox.leeg(lvc.gemeente.pk)
    brief = Brief.objects.get()
    with schrijven_open():
        Brief.objects.filter(pk=brief.pk).update(status=Brief.Status.OPGESTELD, pdf=None, paginas=None)
        Uitgaand.objects.create(
            gemeente_id=lvc.gemeente.pk, soort="brief", sleutel="pdf", inhoud={"brief": str(brief.pk)}, status=VAST, pogingen=10,
            fout="Typst is er niet.", aangemaakt=klok.nu(), niet_voor=klok.nu(), uiterlijk=klok.nu(), handeling_id=rij.handeling_id,
        )  # fmt: skip
    assert (
        "Typst is er niet."
        in lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/brieven/")).content.decode()
    )
    lijst = lvc.browser("Kees van Dongen").get(lvc.url("vastgelopen/")).content.decode()
    assert "Bevestiging van de melding" in lijst and hulpvraag.nummer in lijst


def test_wie_er_niet_bij_mag(lvc: Wijk, alphen: Wijk) -> None:
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        hulpvraag, rij = met_vaste_brief(lvc)
        url, dossier = (
            lvc.url(f"vastgelopen/{rij.pk}/opnieuw/"),
            lvc.url(f"vraag/{hulpvraag.pk}/brieven/wachtend/{rij.pk}/opnieuw/"),
        )
        assert lvc.browser("Bram Peeters").post(url).status_code == 403
        assert lvc.browser("Yusuf Demir").post(dossier).status_code == 403
        assert lvc.browser("Kees van Dongen").get(url).status_code == 405
        assert lvc.browser("Kees van Dongen").post(lvc.url("vastgelopen/999999/opnieuw/")).status_code == 404
        assert Client().post(url).status_code == 302
        rij.refresh_from_db()
        assert rij.status == VAST
    with binnen(alphen.gemeente.pk):
        assert alphen.browser("Tobias de Wit").post(url).status_code == 404
