"""The letters of a file on screen: list, read, save, send, hold back."""

import pytest

from tests.besluiten.verhaal import bekend
from tests.wijk import Wijk
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.klok import vandaag


def eerste(wijk: Wijk) -> Brief:
    wijk.melding()
    uitbox.leeg(wijk.gemeente.pk)
    return Brief.objects.get()


def url(wijk: Wijk, brief: Brief, deel: str = "") -> str:
    return wijk.url(f"vraag/{brief.hulpvraag_id}/brieven/{brief.pk}/{deel}")


def test_de_lijst_noemt_wat_er_nog_verzonden_moet_worden(lvc: Wijk) -> None:
    brief = eerste(lvc)
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{brief.hulpvraag_id}/brieven/")).content.decode()
    assert "Wij hebben uw melding ontvangen" in pagina
    assert "nog verzenden" in pagina


def test_de_lijst_zegt_waarom_een_brief_er_nog_niet_is(lvc: Wijk) -> None:
    hulpvraag = lvc.melding(vraag="Mijn nummer is 999900006.")
    uitbox.leeg(lvc.gemeente.pk)
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/brieven/")).content.decode()
    assert "Een brief kan nog niet worden gemaakt" in pagina
    assert "999900006" not in pagina


def test_de_brief_is_te_lezen_en_te_bewaren(lvc: Wijk) -> None:
    brief, browser = eerste(lvc), lvc.browser("Bram Peeters")
    tekst = browser.get(url(lvc, brief)).content.decode()
    assert "Het huis schoonhouden lukt niet meer" in tekst
    assert "De brief gaat naar C.M. de Wit, Kerkstraat 12, 5431 AB" in tekst
    pdf = browser.get(url(lvc, brief, "brief.pdf"))
    assert pdf["Content-Disposition"] == f'attachment; filename="{brief.kenmerk}.pdf"'
    assert pdf["X-Content-Type-Options"] == "nosniff"
    assert pdf.content.startswith(b"%PDF")


def test_verzenden_en_daarna_niet_meer_tegenhouden(lvc: Wijk) -> None:
    brief, browser = eerste(lvc), lvc.browser("Bram Peeters")
    gelukt = browser.post(url(lvc, brief, "verzenden/"), {"rev": brief.rev, "op": vandaag().isoformat()})
    assert gelukt.status_code == 302
    te_laat = browser.post(url(lvc, brief, "tegenhouden/"), {"rev": brief.rev + 1, "reden": "Toch niet goed"})
    assert te_laat.status_code == 422
    brief.refresh_from_db()
    assert brief.status == Brief.Status.VERZONDEN


def test_een_fout_houdt_de_woorden(lvc: Wijk) -> None:
    bekend(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    brief = Brief.objects.get(sjabloon="beschikking")
    antwoord = lvc.browser("Bram Peeters").post(
        url(lvc, brief, "verzenden/"), {"rev": brief.rev, "op": "2026-01-05"}
    )
    assert antwoord.status_code == 422
    assert "2026-01-05" in antwoord.content.decode()
    assert "telt zijn termijn vanaf die dag" in antwoord.content.decode()


def test_wie_net_te_laat_is_ziet_het_en_houdt_de_woorden(lvc: Wijk) -> None:
    brief, browser = eerste(lvc), lvc.browser("Bram Peeters")
    antwoord = browser.post(
        url(lvc, brief, "tegenhouden/"), {"rev": brief.rev - 1, "reden": "Verkeerde naam"}
    )
    assert antwoord.status_code == 409
    assert "Verkeerde naam" in antwoord.content.decode()


@pytest.mark.parametrize("deel", ["", "brief.pdf"])
def test_wie_mag_een_brief_zien(lvc: Wijk, deel: str) -> None:
    brief = eerste(lvc)
    assert lvc.browser("Noor Verhoeven").get(url(lvc, brief, deel)).status_code == 200
    assert lvc.browser("Yusuf Demir").get(url(lvc, brief, deel)).status_code == 403
    assert lvc.browser("Samira Bouzid").get(url(lvc, brief, deel)).status_code == 403
    assert lvc.browser("Bram Peeters").delete(url(lvc, brief, deel)).status_code == 405


def test_een_brief_van_een_ander_dossier_bestaat_hier_niet(lvc: Wijk) -> None:
    brief = eerste(lvc)
    ander = lvc.melding(wie=brief.inwoner)
    adres = lvc.url(f"vraag/{ander.pk}/brieven/{brief.pk}/brief.pdf")
    assert lvc.browser("Bram Peeters").get(adres).status_code == 404


def test_verzenden_is_geen_get(lvc: Wijk) -> None:
    brief = eerste(lvc)
    assert lvc.browser("Bram Peeters").get(url(lvc, brief, "verzenden/")).status_code == 405


def test_lijst_en_brief_blijven_goedkoop(lvc: Wijk, django_assert_max_num_queries: object) -> None:
    brief, browser = eerste(lvc), lvc.browser("Bram Peeters")
    for adres in (lvc.url(f"vraag/{brief.hulpvraag_id}/brieven/"), url(lvc, brief)):
        browser.get(adres)
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            assert browser.get(adres).status_code == 200
