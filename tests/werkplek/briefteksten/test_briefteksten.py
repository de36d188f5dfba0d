"""The words of letters: changed, previewed, published, and always a way back."""

import pytest

from tests.besluiten.test_bezwaar import met_bezwaar
from tests.brieven.lezen import alles
from tests.wijk import Wijk
from wijkspil.brieven.leesniveau import leesniveau
from wijkspil.brieven.models import Brief, Briefsjabloon
from wijkspil.brieven.sjabloonbeheer import velden_van
from wijkspil.brieven.tekst import Brieftekst, TekstFout, controleer_tekst, standaardtekst
from wijkspil.brieven.teksten import SJABLONEN
from wijkspil.core import uitbox

OPENING = "Wat fijn dat u ons schreef. Op {ontvangen_op} kregen wij uw bezwaar tegen besluit {besluit} van {datum_besluit}."


def formulier(sjabloon: str, **anders: str) -> dict[str, str]:
    tekst = standaardtekst(sjabloon)
    velden = {"actie": "bewaren", "onderwerp": tekst.onderwerp}
    for blok in tekst.blokken:
        velden |= {f"kop_{blok.sleutel}": blok.kop, f"tekst_{blok.sleutel}": blok.tekst}
    return velden | anders


def test_van_concept_tot_brief_en_terug(lvc: Wijk) -> None:
    adres, ada = lvc.url("briefteksten/bezwaar_ontvangen/"), lvc.browser("Ada Willems")
    antwoord = ada.post(
        adres, formulier("bezwaar_ontvangen", tekst_opening=OPENING, toelichting="vriendelijker")
    )
    assert antwoord.status_code == 302
    pagina = ada.get(adres).content.decode()
    assert "Wat fijn dat u ons schreef." in pagina
    assert "Land van Cuijk" in pagina
    assert ada.get(f"{adres}voorbeeld.pdf").content.startswith(b"%PDF")

    assert ada.post(adres, {"actie": "publiceren"}).status_code == 302
    met_bezwaar(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    brief = Brief.objects.get(sjabloon="bezwaar_ontvangen")
    assert "Wat fijn dat u ons schreef." in alles(bytes(brief.pdf or b""))
    assert brief.gegevens["tekst"]["versie"] == "1"

    assert ada.post(adres, {"actie": "terug"}).status_code == 302
    assert Briefsjabloon.objects.get().status == "vervallen"
    assert "De standaardtekst geldt nu" in ada.get(adres).content.decode()
    brief.refresh_from_db()
    assert brief.gegevens["tekst"]["versie"] == "1", "a letter keeps the words that it was written with"


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("Op {ontvangen_op}, {besluit}, {datum_besluit}: {inwoner.bsn}", "kent geen {inwoner.bsn}"),
        ("Op {ontvangen_op}, {besluit}, {datum_besluit}: {__class__}", "kent geen {__class__}"),
        ("Op {ontvangen_op} van {datum_besluit}.", "ontbreekt {besluit}"),
        ("Op {ontvangen_op}, {besluit}, {datum_besluit} {", "losse accolade"),
        ("Op *{ontvangen_op}, {besluit}, {datum_besluit}", "los sterretje"),
    ],
)
def test_wat_niet_kan_wordt_uitgelegd_en_niets_getypts_is_weg(lvc: Wijk, tekst: str, zin: str) -> None:
    adres = lvc.url("briefteksten/bezwaar_ontvangen/")
    antwoord = lvc.browser("Ada Willems").post(adres, formulier("bezwaar_ontvangen", tekst_opening=tekst))
    assert antwoord.status_code == 422
    inhoud = antwoord.content.decode()
    assert zin in inhoud
    assert tekst in inhoud
    assert not Briefsjabloon.objects.exists()


def test_ook_een_vaste_brief_krijgt_een_eigen_begin_en_laatste_woord(lvc: Wijk) -> None:
    adres, ada = lvc.url("briefteksten/ontvangstbevestiging/"), lvc.browser("Ada Willems")
    velden = formulier("ontvangstbevestiging", tekst_slot="Wij zijn er voor u.", kop_slot="Tot slot")
    assert ada.post(adres, velden).status_code == 302
    assert "Wij zijn er voor u." in ada.get(adres).content.decode()
    assert "Wij zijn er voor u." in alles(ada.get(f"{adres}voorbeeld.pdf").content)


def test_twee_beheerders_tegelijk(lvc: Wijk) -> None:
    adres, ada = lvc.url("briefteksten/bezwaar_ontvangen/"), lvc.browser("Ada Willems")
    ada.post(adres, formulier("bezwaar_ontvangen", tekst_opening=OPENING))
    rev = str(Briefsjabloon.objects.get().rev)
    ada.post(adres, formulier("bezwaar_ontvangen", tekst_opening=f"{OPENING} Een.", rev=rev))
    botst = ada.post(adres, formulier("bezwaar_ontvangen", tekst_opening=f"{OPENING} Twee.", rev=rev))
    assert botst.status_code == 409
    assert "Een." in botst.content.decode()
    assert "Twee." in botst.content.decode()


def test_wie_mag_erbij(lvc: Wijk) -> None:
    adres = lvc.url("briefteksten/bezwaar_ontvangen/")
    noor = lvc.browser("Noor Verhoeven")
    assert noor.get(adres).status_code == 200, "a team lead reads along"
    assert noor.post(adres, formulier("bezwaar_ontvangen")).status_code == 422
    assert lvc.browser("Bram Peeters").get(adres).status_code == 403
    assert lvc.browser("Ada Willems").put(adres).status_code == 405
    assert lvc.browser("Ada Willems").get(lvc.url("briefteksten/bestaat-niet/")).status_code == 404


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_elke_standaardtekst_klopt_en_leest_als_gewone_taal(sjabloon: str) -> None:
    tekst = standaardtekst(sjabloon)
    controleer_tekst(tekst, set(velden_van(sjabloon)))
    niveau = leesniveau([deel for b in tekst.blokken for deel in (b.kop, b.tekst) if deel])
    assert niveau.is_b1, (niveau.score, niveau.lange_zinnen, niveau.lange_woorden)
    assert not niveau.lange_zinnen


def test_wat_een_inwoner_typt_wordt_nooit_een_plek_of_opmaak() -> None:
    from wijkspil.brieven.tekst import vul

    tekst = Brieftekst.model_validate(
        {
            "titel": "x",
            "onderwerp": "Een brief",
            "blokken": [{"sleutel": "a", "tekst": "U schreef: {gronden}"}],
        }
    )
    blok = vul(tekst, {"gronden": "*vet* {geheim} #set page", "geheim": "999990019"})[0]
    assert blok.platte_alineas == ["U schreef: *vet* {geheim} #set page"]
    assert not any(stuk.vet for alinea in blok.alineas for stuk in alinea)
    with pytest.raises(TekstFout):
        vul(tekst, {})
