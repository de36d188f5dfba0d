"""The people around: the picture and its growth, an honest no, a carer with an own file, the household, a note of one's own."""

from datetime import timedelta
from typing import Any

from tests.plannen.verhaal import laatste, met_plan
from tests.wijk import Wijk
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.inwoners.actions import NieuweInwoner, voeg_relatie_toe
from wijkspil.inwoners.models import Netwerkvraag, Relatie
from wijkspil.plannen.actions.aantekening import BEWAREN, ruim_aantekeningen_op
from wijkspil.plannen.models import Werkaantekening
from wijkspil.plannen.tasks import ruim_op
from wijkspil.toegang.models import Hulpvraag


def pad(wijk: Wijk, hulpvraag: Hulpvraag, rest: str) -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/{rest}")


def dochter(wijk: Wijk, hulpvraag: Hulpvraag, **anders: Any) -> Relatie:
    velden: dict[str, Any] = {"naam": "Anja de Wit", "soort": "kind", "is_mantelzorger": True, "sterkte": 3}
    return voeg_relatie_toe(
        hulpvraag.inwoner,
        van=vandaag(),
        door=wijk.als("Bram Peeters"),
        hulpvraag=hulpvraag,
        **(velden | anders),
    )


def test_het_netwerk_is_een_beeld_met_een_lijst_ernaast(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    dochter(lvc, hulpvraag)
    dochter(lvc, hulpvraag, naam="Piet van hiernaast", soort="buur", is_mantelzorger=False, sterkte=1)
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "netwerk/")).content.decode()
    assert inhoud.count('class="wsp-netwerk__lijn') == 2
    assert "wsp-netwerk__lijn--zorg" in inhoud and "bijna elke dag" in inhoud
    assert inhoud.index("<svg") < inhoud.index("<strong>Anja de Wit</strong>")
    assert "Hoe het netwerk veranderde" in inhoud


def test_niet_mogelijk_is_een_antwoord_met_een_reden(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    data = {
        "vraag_vast": "ja",
        "wat": "Samen boodschappen doen",
        "wie": "De zus in Grave",
        "uitkomst": "niet_mogelijk",
        "op": vandaag().isoformat(),
    }
    kaal = bram.post(pad(lvc, hulpvraag, "netwerk/"), data)
    assert kaal.status_code == 422 and "waarom het niet gaat" in kaal.content.decode()
    assert "De zus in Grave" in kaal.content.decode()
    assert (
        bram.post(pad(lvc, hulpvraag, "netwerk/"), data | {"reden": "Zij is zelf ziek."}).status_code == 302
    )
    vraag = Netwerkvraag.objects.get()
    assert (vraag.uitkomst, vraag.reden) == ("niet_mogelijk", "Zij is zelf ziek.")
    assert laatste("netwerk.gevraagd").gegevens == {"uitkomst": "niet mogelijk", "code": "niet_mogelijk"}


def eigen_dossier(wijk: Wijk) -> tuple[Hulpvraag, Relatie, Hulpvraag]:
    hulpvraag = wijk.melding()
    rij = dochter(wijk, hulpvraag)
    data = {
        "wie": "nieuw",
        "roepnaam": "Anja",
        "achternaam": "Wit",
        "voorvoegsel": "de",
        "vraag": "Ik slaap al weken slecht.",
    }
    antwoord = wijk.browser("Bram Peeters").post(pad(wijk, hulpvraag, f"netwerk/{rij.pk}/"), data)
    assert antwoord.status_code == 302, antwoord.content.decode()
    rij.refresh_from_db()
    return hulpvraag, rij, Hulpvraag.objects.get(inwoner_id=rij.ander_id)


def test_een_mantelzorger_krijgt_een_eigen_dossier_met_een_eigen_termijn(lvc: Wijk) -> None:
    hulpvraag, _rij, eigen = eigen_dossier(lvc)
    assert eigen.inwoner.naam == "Anja de Wit" and eigen.vraag == "Ik slaap al weken slecht."
    assert eigen.behandelaar == lvc.medewerker("Bram Peeters") and eigen.uiterlijk is not None
    spiegel = Relatie.objects.get(inwoner=eigen.inwoner)
    assert (spiegel.ander, spiegel.soort) == (hulpvraag.inwoner, "ouder")


def test_over_en_weer_is_pas_iets_te_zien_als_beiden_dat_goed_vinden(lvc: Wijk) -> None:
    hulpvraag, rij, eigen = eigen_dossier(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, hulpvraag, f"netwerk/{rij.pk}/")
    assert eigen.nummer not in bram.get(adres).content.decode()
    bram.post(adres, {"inwoner_wil": "ja"})
    assert eigen.nummer not in bram.get(adres).content.decode(), "één is niet genoeg"
    bram.post(adres, {"inwoner_wil": "ja", "ander_wil": "ja"})
    assert eigen.nummer in bram.get(adres).content.decode()
    assert Auditregel.objects.filter(dossier_id=eigen.pk, grond="toestemming van allebei").exists()
    spiegel = Relatie.objects.get(inwoner=eigen.inwoner)
    assert spiegel.is_gedeeld
    andersom = bram.get(pad(lvc, eigen, f"netwerk/{spiegel.pk}/")).content.decode()
    assert hulpvraag.nummer in andersom

    bram.post(adres, {"inwoner_wil": "ja"})
    spiegel.refresh_from_db()
    assert not spiegel.is_gedeeld, "intrekken geldt meteen, aan beide kanten"


def test_zonder_eigen_vraag_komt_er_geen_dossier(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    rij = dochter(lvc, hulpvraag)
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, f"netwerk/{rij.pk}/"), {"wie": "nieuw", "vraag": "", "achternaam": ""}
    )
    assert antwoord.status_code == 422
    assert Hulpvraag.objects.count() == 1


def test_het_huishouden_toont_alleen_wat_open_mag(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    hulpvraag = plan.hulpvraag
    man = lvc.melding(
        wie=NieuweInwoner(
            achternaam="Wit",
            voorvoegsel="de",
            roepnaam="Jan",
            straat="Kerkstraat",
            huisnummer="12",
            postcode="5431AB",
        )
    )
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "huishouden/")).content.decode()
    assert "Jan de Wit" in inhoud and man.nummer in inhoud and "Ik wil weer zelf koken." in inhoud
    assert Auditregel.objects.filter(dossier_id=man.pk, doel="huishouden bekijken").exists()


def test_een_werkaantekening_is_van_mij_alleen(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, hulpvraag, "werkaantekening/")
    tijdlijn = Gebeurtenis.objects.filter(dossier_id=hulpvraag.pk).count()
    bram.post(adres, {"tekst": "Volgende keer vragen naar de hond.", "rev": 0})
    assert "naar de hond" in bram.get(adres).content.decode()
    assert "naar de hond" not in lvc.browser("Noor Verhoeven").get(adres).content.decode()
    assert Gebeurtenis.objects.filter(dossier_id=hulpvraag.pk).count() == tijdlijn, (
        "geen spoor op de tijdlijn"
    )
    assert Gebeurtenis.objects.filter(soort="werkaantekening.bewaard", inwoner_id=None, gegevens={}).exists()


def test_twee_vensters_botsen_en_leegmaken_gooit_weg(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, hulpvraag, "werkaantekening/")
    bram.post(adres, {"tekst": "Een", "rev": 0})
    botst = bram.post(adres, {"tekst": "Twee", "rev": 0})
    assert botst.status_code == 409 and "Een" in botst.content.decode() and "Twee" in botst.content.decode()
    bram.post(adres, {"tekst": "", "rev": 1})
    assert not Werkaantekening.objects.exists()


def test_na_drie_maanden_is_hij_weg(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    lvc.browser("Bram Peeters").post(pad(lvc, hulpvraag, "werkaantekening/"), {"tekst": "Kort", "rev": 0})
    door = Door.systeem(lvc.gemeente.pk)
    assert ruim_aantekeningen_op(voor=vandaag() + BEWAREN, door=door) == 0
    assert ruim_aantekeningen_op(voor=vandaag() + BEWAREN + timedelta(days=1), door=door) == 1
    with binnen(lvc.gemeente.pk):
        ruim_op(0)
