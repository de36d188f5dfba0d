"""Writing a conversation down: it saves as you go, with script and without, and no colleague loses a word."""

import pytest
from django.test import Client

from tests.werkplek.gesprek.hulp import HTMX, formulier, gesprek_van, pad
from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.actions import leg_gesprek_vast
from wijkspil.toegang.models import Gesprek


class Tafel:
    """Somebody at a screen with one conversation open: types, and the page goes back as a browser would send it."""

    def __init__(self, wijk: Wijk, gesprek: Gesprek, wie: str = "Bram Peeters") -> None:
        self.browser: Client = wijk.browser(wie)
        self.adres = pad(wijk, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/")
        self.velden = formulier(self.browser.get(self.adres).content)

    def typ(self, vanzelf: bool = True, **woorden: object):
        self.velden |= woorden  # type: ignore[arg-type]
        antwoord = self.browser.post(self.adres, self.velden, **(HTMX if vanzelf else {}))
        if vanzelf and antwoord.status_code == 200:
            nieuw = formulier(b"<form>" + antwoord.content + b"</form>")
            self.velden["basis"] = nieuw["basis"]
        return antwoord

    def druk(self, knop: str, waarde: str = "ja", rest: str = "", **extra: str):
        return self.browser.post(self.adres + rest, self.velden | {knop: waarde}, **extra)


def test_de_pagina_praat_in_de_woorden_van_de_werkwijze(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    inhoud = (
        lvc.browser("Bram Peeters")
        .get(pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/"))
        .content.decode()
    )
    for woord in (
        "Wat wil ik?",
        "Wat kan ik?",
        "Wat heb ik nodig?",
        "Op pad gaan",
        "De mantelzorger",
        "Anja de Wit (mantelzorger)",
    ):
        assert woord in inhoud
    assert "Dat kan altijd" in inhoud, (
        "this way of working doesn't ask for the matrix; it's there as an extra"
    )


def test_een_andere_werkwijze_vraagt_andere_dingen(alphen: Wijk) -> None:
    gesprek = gesprek_van(alphen, "Tobias de Wit")
    inhoud = (
        alphen.browser("Tobias de Wit")
        .get(pad(alphen, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/"))
        .content.decode()
    )
    assert "Wat kunt u en waar bent u goed in?" in inhoud
    assert "Huishouden en regelzaken" in inhoud
    assert "Bij dit gesprek hoort een meting" in inhoud


def test_de_weg_naar_gesprek_kiest_het_geplande_gesprek(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram = lvc.browser("Bram Peeters")
    assert bram.get(pad(lvc, gesprek.hulpvraag, "gesprek/")).url == pad(
        lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/"
    )
    bram.post(pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/afzeggen/"), {"reden": "ziek"})
    assert bram.get(pad(lvc, gesprek.hulpvraag, "gesprek/")).url == pad(
        lvc, gesprek.hulpvraag, "gesprek/plannen/"
    )


def test_zonder_script_bewaart_de_knop_alles(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    tafel = Tafel(lvc, gesprek)
    tafel.velden |= {
        "wat_wil_ik": "Weer zelf koken", "gebied_wonen": "De trap is steil", "eigen_kijk": "Ik red me wel",
        "zorg_wie": "Anja de Wit", "zorg_belasting": "4", "zorg_helpt": "Een middag vrij", "talenten": "Breien",
        "identiteit_vastgesteld": "on",
    }  # fmt: skip
    antwoord = tafel.druk("klaar")

    assert (antwoord.status_code, antwoord.url) == (302, tafel.adres)
    gesprek.refresh_from_db()
    assert gesprek.wat_wil_ik == "Weer zelf koken"
    assert gesprek.leefgebieden == {"wonen": "De trap is steil"}
    assert gesprek.mantelzorg == {"wie": "Anja de Wit", "belasting": 4, "wat_helpt": "Een middag vrij"}
    assert gesprek.identiteit_vastgesteld
    assert gesprek.deelnemers == ["Toos de Wit", "Anja de Wit"]
    assert Inwoner.objects.get().talenten == "Breien"
    inhoud = tafel.browser.get(tafel.adres).content.decode()
    assert "houdt de mantelzorger niet lang vol" in inhoud
    assert '<details class="wsp-gebied" open><summary>Wonen' in inhoud
    assert f'data-bewaard="gesprek-{gesprek.pk}"' in inhoud, "the draft in the browser may go"


def test_vanzelf_bewaren_antwoordt_met_een_klein_stukje_en_gaat_door(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    tafel = Tafel(lvc, gesprek)
    antwoord = tafel.typ(wat_wil_ik="Weer zelf")
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Bewaard om" in inhoud
    assert 'name="basis"' in inhoud
    assert "<html" not in inhoud
    assert len(inhoud) < 2500

    tafel.typ(wat_wil_ik="Weer zelf koken")
    tafel.typ(wat_wil_ik="Weer zelf koken")
    assert Gesprek.objects.get().wat_wil_ik == "Weer zelf koken"
    assert Gebeurtenis.objects.filter(soort="gesprek.bijgewerkt").count() == 2, (
        "the third save changed nothing"
    )


def test_vanzelf_bewaren_kost_weinig(lvc: Wijk, django_assert_max_num_queries) -> None:
    tafel = Tafel(lvc, gesprek_van(lvc))
    with django_assert_max_num_queries(20):
        tafel.typ(wat_wil_ik="Weer zelf koken", talenten="Breien")


def test_twee_mensen_in_andere_velden_houden_allebei_hun_woorden(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    bram.typ(wat_wil_ik="Weer zelf koken")
    antwoord = noor.typ(gebied_wonen="De trap is steil")
    assert antwoord.status_code == 200
    assert "Een collega schreef ook" in antwoord.content.decode()
    noor.typ(gebied_wonen="De trap is te steil")
    bram.typ(wat_kan_ik="De was")

    gesprek.refresh_from_db()
    assert (gesprek.wat_wil_ik, gesprek.wat_kan_ik) == ("Weer zelf koken", "De was")
    assert gesprek.leefgebieden == {"wonen": "De trap is te steil"}


def test_hetzelfde_veld_vraagt_om_een_keuze_en_niets_raakt_weg(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    bram.typ(wat_wil_ik="Weer zelf koken")
    antwoord = noor.typ(wat_wil_ik="Rust in huis", wat_kan_ik="Fietsen")

    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Bram Peeters heeft dit intussen veranderd" in inhoud
    assert "Weer zelf koken" in inhoud
    assert "Rust in huis" in inhoud
    gesprek.refresh_from_db()
    assert (gesprek.wat_wil_ik, gesprek.wat_kan_ik) == ("Weer zelf koken", ""), "first choose, then save"

    gezien = f"{gesprek.rev}.{gesprek.hulpvraag.inwoner.rev}"
    noor.velden["gezien"] = gezien
    assert noor.typ().status_code == 204, "no second interruption for what is on the screen already"

    assert noor.druk("overschrijf", gezien, **HTMX).headers["HX-Redirect"] == noor.adres
    gesprek.refresh_from_db()
    assert (gesprek.wat_wil_ik, gesprek.wat_kan_ik) == ("Rust in huis", "Fietsen")


def test_houden_wat_er_staat_bewaart_de_rest_van_mijn_woorden(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    bram.typ(wat_wil_ik="Weer zelf koken")
    noor.velden |= {"wat_wil_ik": "Rust", "wat_kan_ik": "Fietsen"}
    assert noor.druk("neem_over").status_code == 302
    gesprek.refresh_from_db()
    assert (gesprek.wat_wil_ik, gesprek.wat_kan_ik) == ("Weer zelf koken", "Fietsen")


def test_zonder_script_staat_de_botsing_op_de_pagina_met_mijn_woorden(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    bram.typ(wat_wil_ik="Weer zelf koken", gebied_wonen="Trap")
    antwoord = noor.typ(vanzelf=False, wat_wil_ik="Rust in huis")
    assert antwoord.status_code == 409
    velden = formulier(antwoord.content)
    assert velden["wat_wil_ik"] == "Rust in huis"
    assert velden["gebied_wonen"] == "Trap", "where only Bram wrote, his words are shown"


def test_wie_overschrijft_wat_niet_gezien_is_moet_opnieuw_kijken(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    bram.typ(wat_wil_ik="Een")
    gesprek.refresh_from_db()
    gezien = f"{gesprek.rev}.{gesprek.hulpvraag.inwoner.rev}"
    bram.typ(wat_wil_ik="Twee")
    noor.velden["wat_wil_ik"] = "Drie"
    assert noor.druk("overschrijf", gezien).status_code == 409
    assert Gesprek.objects.get().wat_wil_ik == "Twee"


def test_een_botsing_over_talenten_noemt_wie_de_inwoner_wijzigde(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    noor.typ(talenten="Zingen")
    antwoord = bram.typ(talenten="Breien")
    assert antwoord.status_code == 409
    assert "Noor Verhoeven heeft dit intussen veranderd" in antwoord.content.decode()


def test_een_naam_die_niet_past_houdt_de_woorden(lvc: Wijk) -> None:
    tafel = Tafel(lvc, gesprek_van(lvc))
    antwoord = tafel.typ(vanzelf=False, anderen="x" * 130, wat_wil_ik="Dit blijft staan")
    assert antwoord.status_code == 422
    assert "Een naam is te lang" in antwoord.content.decode()
    assert formulier(antwoord.content)["wat_wil_ik"] == "Dit blijft staan"
    assert tafel.typ(anderen="x" * 130).status_code == 422


@pytest.mark.parametrize("basis", ["", "kapot", "[]", '{"wat_wil_ik": 3}'])
def test_zonder_goede_merktekens_wint_niemand_stilletjes(lvc: Wijk, basis: str) -> None:
    gesprek = gesprek_van(lvc)
    leg_gesprek_vast(gesprek, wat_wil_ik="Van Bram", door=lvc.als("Bram Peeters"))
    tafel = Tafel(lvc, gesprek)
    assert tafel.typ(basis=basis, wat_wil_ik="Van een oude pagina").status_code == 409
    assert Gesprek.objects.get().wat_wil_ik == "Van Bram"


def test_gevoerd_bewaart_eerst_de_laatste_woorden(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    tafel = Tafel(lvc, gesprek)
    tafel.velden["eigen_kijk"] = "Het laatste woord"
    antwoord = tafel.druk("afronden", rest="gevoerd/")
    assert antwoord.url == pad(lvc, gesprek.hulpvraag, "onderzoek/")
    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.eigen_kijk) == ("gevoerd", "Het laatste woord")
    assert tafel.druk("afronden", rest="gevoerd/", **HTMX).headers["HX-Redirect"], "twice is harmless"
    assert Gebeurtenis.objects.filter(soort="gesprek.gevoerd").count() == 1


def test_gevoerd_met_een_botsing_rondt_niets_af(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, noor = Tafel(lvc, gesprek), Tafel(lvc, gesprek, "Noor Verhoeven")
    bram.typ(wat_wil_ik="Koken")
    noor.velden["wat_wil_ik"] = "Rust"
    assert noor.druk("afronden", rest="gevoerd/").status_code == 409
    assert Gesprek.objects.get().status == "gepland"


def test_notities_van_een_andere_versie_blijven_bewaard(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    leg_gesprek_vast(gesprek, leefgebieden={"oud_gebied": "Van vroeger"}, door=lvc.als("Bram Peeters"))
    Tafel(lvc, gesprek).typ(gebied_wonen="Nieuw")
    assert Gesprek.objects.get().leefgebieden == {"oud_gebied": "Van vroeger", "wonen": "Nieuw"}
