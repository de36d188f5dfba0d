"""A number that may not be in a letter is refused where it is typed, and mended where it was typed before."""

import pytest

from tests.portaal.verhaal import bewoner
from tests.werkplek.vastgelopen.test_vastgelopen import met_vaste_brief
from tests.werkplek.vraag.test_dossierdaden import post
from tests.wijk import Wijk
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.models import Gebeurtenis
from wijkspil.post.actions import NietTeVersturen, bewaar_concept, verstuur_concept
from wijkspil.post.models import Inwonerbericht, Vraagconcept
from wijkspil.toegang.actions import sluit_af
from wijkspil.toegang.models import Contactmoment
from wijkspil.werkwijzen.kast import laad_versie

MET_BSN = "Mijn nummer is 9999 00 006, dan weet u wie ik ben."


def test_de_woorden_verbeteren_en_de_brief_gaat_vanzelf(lvc: Wijk) -> None:
    hulpvraag, _rij = met_vaste_brief(lvc)
    brieven = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/brieven/")).content.decode()
    assert lvc.url(f"vraag/{hulpvraag.pk}/woorden/") in brieven, "from the stuck letter to its words"
    antwoord = post(
        lvc,
        "Samira Bouzid",
        hulpvraag,
        "woorden",
        vraag="Het huis lukt niet.",
        reden="er stond een nummer in",
    )
    assert antwoord.status_code == 302
    hulpvraag.refresh_from_db()
    assert hulpvraag.vraag == "Het huis lukt niet."
    uitbox.leeg(lvc.gemeente.pk)
    assert Brief.objects.get().status == Brief.Status.KLAAR
    gebeurd = Gebeurtenis.objects.get(soort="vraag.woorden_verbeterd").gegevens
    assert gebeurd["reden"] == "er stond een nummer in" and "999900006" not in str(gebeurd)
    zelf = bewoner(lvc, hulpvraag.inwoner)
    verloop = zelf.get(f"vraag/{hulpvraag.pk}/verloop/").content.decode()
    assert "Samira Bouzid verbeterde de woorden van de vraag" in verloop


def test_wat_niet_kan_zegt_waarom_en_houdt_de_woorden(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    for woorden, reden in ((MET_BSN, "typefout"), ("Beter.", ""), (hulpvraag.vraag, "typefout")):
        antwoord = post(lvc, "Samira Bouzid", hulpvraag, "woorden", vraag=woorden, reden=reden)
        assert antwoord.status_code == 422
        assert woorden in antwoord.content.decode()
    assert not Gebeurtenis.objects.filter(soort="vraag.woorden_verbeterd").exists()
    oud = hulpvraag.rev
    sluit_af(hulpvraag, uitkomst="zelf_opgelost", door=lvc.als("Samira Bouzid"))
    botst = post(lvc, "Samira Bouzid", hulpvraag, "woorden", rev=oud, vraag="Beter.", reden="typefout")
    assert botst.status_code == 409 and "Beter." in botst.content.decode()
    dicht = post(lvc, "Samira Bouzid", hulpvraag, "woorden", vraag="Beter.", reden="typefout")
    assert dicht.status_code == 422 and "afgesloten" in dicht.content.decode()


@pytest.mark.parametrize(
    ("daad", "velden"),
    [
        ("contact", {"onderwerp": "Gebeld", "kanaal": "telefoon", "verslag": MET_BSN}),
        ("contact", {"onderwerp": MET_BSN, "kanaal": "telefoon"}),
        ("terugnemen", {"vraag": MET_BSN, "kanaal": "telefoon"}),
        ("post", {"tekst": MET_BSN}),
    ],
)
def test_medewerkers_horen_waar_het_nummer_hoort(lvc: Wijk, daad: str, velden: dict[str, str]) -> None:
    hulpvraag = lvc.melding()
    if daad == "terugnemen":
        sluit_af(hulpvraag, uitkomst="zelf_opgelost", door=lvc.als("Samira Bouzid"))
    antwoord = post(lvc, "Samira Bouzid", hulpvraag, daad, **velden)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "zet het bij de gegevens van de inwoner" in pagina and MET_BSN in pagina
    assert not Contactmoment.objects.filter(verslag__contains="9999").exists()


def test_een_inwoner_hoort_dat_het_nummer_niet_nodig_is(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    for pad, veld in (
        ("hulp/", "wat_is_er"),
        (f"vraag/{vraag.pk}/berichten/", "tekst"),
        (f"vraag/{vraag.pk}/eigen-plan/", "wat_wil_ik"),
    ):
        antwoord = zelf.post(pad, **{veld: MET_BSN})
        assert antwoord.status_code == 422
        assert "wij kennen het al" in antwoord.content.decode() and MET_BSN in antwoord.content.decode()
    assert zelf.post("hulp/", wat_is_er="Hulp.", telefoon="999900006").status_code == 422
    assert not Inwonerbericht.objects.exists() and not Vraagconcept.objects.exists()


def test_wat_eerder_bewaard_was_gaat_ook_niet_mee(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    concept = bewaar_concept(vraag.inwoner, wat_is_er=MET_BSN, door=zelf.door)
    with pytest.raises(NietTeVersturen, match="burgerservicenummer"):
        verstuur_concept(concept, werkwijze=laad_versie(vraag.werkwijze), door=zelf.door)
