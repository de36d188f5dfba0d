"""The result reads as a story, shows nothing before the first look, and says "not yet" where it must. On the practice town's own pilots."""

from time import process_time
from typing import Any

import pytest
from lxml import html

from tests.proeftuinen.verhaal import proeftuin
from tests.wijk import Wijk
from wijkspil.core.door import Rol
from wijkspil.oefenstad.toneel_proeftuin import zet_proeftuinen_neer
from wijkspil.proeftuinen.models import Deelname, Proeftuin
from wijkspil.sturing.export import ververs


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: object, settings: Any) -> None:
    settings.STURING_MAP = tmp_path


def blad(wijk: Wijk, p: Proeftuin) -> str:
    antwoord = wijk.browser(wijk.met_rol(Rol.BELEID)).get(wijk.url(f"proeftuinen/{p.pk}/uitkomst/"))
    assert antwoord.status_code == 200
    return " ".join(html.fromstring(antwoord.content).text_content().split())


def test_het_voorbeeld_van_oirschot_geeft_dertig_tegen_nul_en_zevenentwintig_tegen_acht(
    oirschot: Wijk,
) -> None:
    begin = process_time()
    assert zet_proeftuinen_neer(oirschot.gemeente) == 2
    print(f"twee proeftuinen in {process_time() - begin:.2f} s")
    assert zet_proeftuinen_neer(oirschot.gemeente) == 0, "once is enough"
    dorp = Proeftuin.objects.get(vergelijking="gebieden")
    tekst = blad(oirschot, dorp)
    assert (
        "Het aantal cliënten: bijna gelijk (0%) waar de proef is, gemiddeld 30% meer in de andere gebieden."
        in tekst
    )
    assert "De uitgaven: 8% meer waar de proef is, gemiddeld 27% meer in de andere gebieden." in tekst
    assert "Of dat door de proef komt: nog niet te meten" in tekst, (
        "five municipalities can't rule out chance"
    )
    assert "De proeftuin is pas vastgelegd toen hij al liep" in tekst
    assert "Zonder de proef waren de groepen gelijk opgegaan." in tekst

    ververs(oirschot.gemeente.pk)
    eigen = Proeftuin.objects.get(vergelijking="mensen")
    assert Deelname.objects.filter(proeftuin=eigen, vanzelf=True).count() == 13
    tekst = blad(oirschot, eigen)
    assert "13 vragen" in tekst and "0 vragen" in tekst
    assert tekst.count("Nog niet te meten: er is geen groep om mee te vergelijken") >= 3

    bestand = oirschot.browser(oirschot.met_rol(Rol.BELEID)).get(
        oirschot.url(f"proeftuinen/{dorp.pk}/uitkomst.csv")
    )
    regels = bestand.content.decode("utf-8-sig")
    assert "gemiddeld 30% meer" in regels and "Bladel;" in regels and "Zonder de proef" in regels


def test_twaalf_wijken_zijn_genoeg_voor_een_antwoord_met_een_onzekerheid(haarlem: Wijk) -> None:
    zet_proeftuinen_neer(haarlem.gemeente)
    tekst = blad(haarlem, Proeftuin.objects.get(vergelijking="gebieden"))
    assert "De uitgaven: 6% minder waar de proef is, gemiddeld 6% meer in de andere gebieden." in tekst
    assert "Met 95% zekerheid scheelt de proef tussen -" in tekst and "Nul ligt daartussen" not in tekst
    assert "Voor het begin gingen de groepen gelijk op." in tekst


def test_voor_de_eerste_blik_is_er_niets_te_zien_en_kijken_blijft_staan(lvc: Wijk) -> None:
    p, browser = proeftuin(lvc), lvc.browser(lvc.met_rol(Rol.BELEID))
    url = lvc.url(f"proeftuinen/{p.pk}/uitkomst/")
    eerst = browser.get(url, follow=True)
    assert "Nog niemand keek naar deze uitkomsten" in eerst.content.decode() and p.eerste_blik_op is None
    assert browser.get(url.replace("uitkomst/", "uitkomst.csv")).status_code == 302
    browser.post(lvc.url(f"proeftuinen/{p.pk}/doen/"), {"actie": "kijken"})
    tekst = blad(lvc, p)
    assert (
        "Nog niet te meten: er is geen groep om mee te vergelijken." in tekst
        and "Waar we aan twijfelen" in tekst
    )
    assert lvc.browser("Bram Peeters").get(url).status_code == 403
