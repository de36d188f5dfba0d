"""Toos asks for help in her own time: writes, keeps, goes on another day, reads it through, sends it."""

from tests.portaal.verhaal import Bewoner, Omvang, ander, bewoner, mee
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis, Uitgaand
from wijkspil.inwoners.machtigingen import geef_machtiging
from wijkspil.inwoners.models import Inwoner
from wijkspil.post.models import Vraagconcept
from wijkspil.toegang.models import Hulpvraag, Klok, Stap

VELDEN = {
    "wat_is_er": "De trap lukt niet meer.",
    "wat_wil_ik": "Beneden kunnen slapen.",
    "al_geprobeerd": "Mijn zoon zette een bed in de kamer.",
    "telefoon": "0612345678",
}


def toos(wijk: Wijk) -> Bewoner:
    return bewoner(wijk, wijk.melding().inwoner)


def test_wat_bewaard_is_staat_er_een_andere_dag_nog_en_niemand_anders_ziet_het(lvc: Wijk) -> None:
    zelf = toos(lvc)
    antwoord = zelf.post("hulp/", bewaar="1", **VELDEN)
    assert antwoord.status_code == 302
    assert "De trap lukt niet meer." in zelf.get("hulp/").content.decode()
    assert "Ga verder met schrijven" in zelf.get().content.decode()
    assert Hulpvraag.objects.count() == 1, "no question yet"
    assert not Gebeurtenis.objects.filter(soort="vraagconcept.bewaard", gegevens__icontains="trap").exists()
    lijst = lvc.browser("Samira Bouzid").get(lvc.url()).content.decode()
    assert "De trap lukt niet meer" not in lijst


def test_een_half_ingevuld_formulier_mag_bewaard_worden_maar_niet_verstuurd(lvc: Wijk) -> None:
    zelf = toos(lvc)
    assert zelf.post("hulp/", bewaar="1", wat_wil_ik="Rust.").status_code == 302
    concept = Vraagconcept.objects.get()
    antwoord = zelf.post("hulp/", nalezen="1", wat_wil_ik="Rust en ruimte.", rev=str(concept.rev))
    assert antwoord.status_code == 422
    assert "Rust en ruimte." in antwoord.content.decode()
    assert zelf.get("hulp/nalezen/").status_code == 302
    assert zelf.post("hulp/nalezen/").status_code == 302
    assert Hulpvraag.objects.count() == 1


def test_versturen_maakt_een_melding_met_klok_brief_en_de_deur_die_online_antwoordt(lvc: Wijk) -> None:
    zelf = toos(lvc)
    assert zelf.post("hulp/", nalezen="1", **VELDEN).headers["Location"].endswith("/mijn/hulp/nalezen/")
    nagelezen = zelf.get("hulp/nalezen/").content.decode()
    assert all(tekst in nagelezen for tekst in VELDEN.values())
    antwoord = zelf.post("hulp/nalezen/")
    hulpvraag = Hulpvraag.objects.get(kanaal="portaal")
    assert antwoord.headers["Location"] == zelf.url(f"vraag/{hulpvraag.pk}/")
    assert (hulpvraag.stap, hulpvraag.al_geprobeerd) == (Stap.MELDING, VELDEN["al_geprobeerd"])
    assert "Wat ik graag wil: Beneden kunnen slapen." in hulpvraag.vraag
    assert hulpvraag.opgenomen_door is None
    assert hulpvraag.team_id is not None, "routed by address like any other question"
    assert hulpvraag.klokken.filter(soort=Klok.Soort.ONDERZOEK).exists()
    assert Uitgaand.objects.filter(soort="brief", inhoud__hulpvraag=str(hulpvraag.pk)).exists()
    gebeurd = Gebeurtenis.objects.get(dossier_id=hulpvraag.pk, soort="melding.ontvangen")
    assert (gebeurd.door_soort, gebeurd.door_naam) == ("inwoner", zelf.account.naam)
    assert zelf.post("hulp/nalezen/").status_code == 302, "sending twice makes one question"
    assert Hulpvraag.objects.filter(kanaal="portaal").count() == 1
    assert lvc.browser("Samira Bouzid").get(lvc.url(f"vraag/{hulpvraag.pk}/")).status_code == 200


def test_twee_vensters_de_woorden_van_beide_blijven_te_zien(lvc: Wijk) -> None:
    zelf = toos(lvc)
    zelf.post("hulp/", bewaar="1", **VELDEN)
    oud = Vraagconcept.objects.get().rev
    zelf.post("hulp/", bewaar="1", rev=str(oud), **(VELDEN | {"wat_is_er": "Uit het andere venster."}))
    antwoord = zelf.post("hulp/", bewaar="1", rev=str(oud), **(VELDEN | {"wat_is_er": "Uit dit venster."}))
    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "Uit het andere venster." in tekst and "Uit dit venster." in tekst
    assert Vraagconcept.objects.get().wat_is_er == "Uit het andere venster."


def test_weggooien_laat_niets_achter(lvc: Wijk) -> None:
    zelf = toos(lvc)
    zelf.post("hulp/", bewaar="1", **VELDEN)
    assert zelf.post("hulp/weg/").status_code == 302
    assert not Vraagconcept.objects.exists()


def test_de_dochter_vraagt_hulp_voor_haar_moeder_en_wie_meekijkt_niet(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    dochter, buurman = mee(zelf, vraag, "Anja", Omvang.REGELEN), mee(zelf, vraag, "Wim", Omvang.MEEKIJKEN)
    assert "Vraag hulp voor Toos de Wit" in dochter.get("hulp/").content.decode()
    assert dochter.post("hulp/", nalezen="1", **VELDEN).status_code == 302
    assert dochter.post("hulp/nalezen/").status_code == 302
    assert Hulpvraag.objects.get(kanaal="portaal").inwoner == vraag.inwoner
    assert buurman.get("hulp/").status_code == 403
    assert buurman.post("hulp/", bewaar="1", **VELDEN).status_code == 403
    vreemde = Inwoner.objects.exclude(pk=vraag.inwoner_id).first()
    assert dochter.get(f"hulp/?voor={vreemde.pk if vreemde else vraag.pk}").status_code == 404


def test_wie_voor_twee_mensen_regelt_ziet_ieders_vraag_en_concept_apart(lvc: Wijk) -> None:
    vraag = lvc.melding()
    moeder = bewoner(lvc, vraag.inwoner)
    nel = ander(lvc)
    rij = mee(moeder, vraag, "Nel", Omvang.REGELEN)
    geef_machtiging(
        vraag.inwoner, naam="Nel", email=nel.account.email, omvang="regelen", tot=vandaag(), door=moeder.door
    )
    assert rij.account != nel.account
    antwoord = nel.browser.post(nel.url(f"hulp/?voor={vraag.inwoner_id}"), {"bewaar": "1", **VELDEN})
    assert antwoord.status_code == 302
    assert Vraagconcept.objects.get().inwoner_id == vraag.inwoner_id
    blad = nel.get().content.decode()
    assert "Mijn vragen" in blad and "Vragen van Toos de Wit" in blad
    assert f"/mijn/hulp/?voor={vraag.inwoner_id}" in blad
    assert "De trap lukt niet meer." not in nel.get("hulp/").content.decode(), "her own form is empty"


def test_het_formulier_vraagt_nooit_om_bewijs(lvc: Wijk) -> None:
    tekst = toos(lvc).get("hulp/").content.decode()
    assert "U hoeft niets te bewijzen." in tekst
    assert 'type="file"' not in tekst
    assert "required" not in tekst.split("<form", 2)[-1]
