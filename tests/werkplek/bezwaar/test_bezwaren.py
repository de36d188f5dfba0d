"""The objection pages: dividing, handling and answering, by people who had no part in the decision."""

import pytest

from tests.besluiten.test_bezwaar import GRONDEN, met_bezwaar
from tests.besluiten.verhaal import bekend
from tests.wijk import Wijk
from wijkspil.besluiten.models import Bezwaar
from wijkspil.core.klok import vandaag
from wijkspil.oefenstad.inrichting import richt_in


def test_een_bezwaar_per_brief_komt_op_de_lijst_met_zijn_laatste_dag(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    adres = lvc.url(f"vraag/{besluit.hulpvraag_id}/besluit/{besluit.pk}/bezwaar/")
    antwoord = lvc.browser("Bram Peeters").post(
        adres, {"gronden": GRONDEN, "kanaal": "brief", "op": vandaag().isoformat()}
    )
    assert antwoord.status_code == 302
    nummer = Bezwaar.objects.get().nummer
    lijst = lvc.browser("Kees van Dongen").get(lvc.url("bezwaren/")).content.decode()
    assert nummer in lijst
    assert "nog verdelen" in lijst
    assert "Toos de Wit" in lijst


def test_van_verdelen_tot_antwoord_door_de_pagina(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    adres = lvc.url(f"bezwaren/{bezwaar.pk}/")
    noor = lvc.browser("Noor Verhoeven")
    pagina = noor.get(adres).content.decode()
    assert GRONDEN.split(".")[0] in pagina
    assert "2 uur en 30 minuten" in pagina, "the hours behind the result are ready to show (B61)"
    keuzes = pagina[pagina.index("behandelaar") :]
    assert "Bram Peeters (" not in keuzes, "who took the decision can't be chosen"

    noor.post(adres, {"actie": "verdelen", "behandelaar": str(lvc.medewerker("Noor Verhoeven").pk)})
    noor.post(
        adres, {"actie": "horen", "op": vandaag().isoformat(), "verslag": "Toos vertelde over haar week."}
    )
    assert noor.get(adres).content.decode().count("Toos vertelde over haar week.") == 1
    noor.post(adres, {"actie": "beslissen", "uitkomst": "ongegrond", "overwegingen": "Twee keer is genoeg."})
    bezwaar.refresh_from_db()
    assert bezwaar.uitkomst == "ongegrond"
    assert "Afgehandeld" in noor.get(adres).content.decode()
    assert bezwaar.nummer in noor.get(lvc.url("bezwaren/?toon=afgehandeld")).content.decode()


def test_wie_besloot_leest_mee_en_krijgt_geen_knoppen(lvc: Wijk) -> None:
    adres = lvc.url(f"bezwaren/{met_bezwaar(lvc).pk}/")
    bram = lvc.browser("Bram Peeters")
    pagina = bram.get(adres).content.decode()
    assert "U leest mee" in pagina
    assert 'value="beslissen"' not in pagina
    geweigerd = bram.post(adres, {"actie": "horen", "op": vandaag().isoformat(), "verslag": "Mijn verslag."})
    assert geweigerd.status_code == 422
    assert "frisse blik" in geweigerd.content.decode()


def test_een_fout_houdt_de_woorden_en_een_botsing_toont_beide(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    adres, noor = lvc.url(f"bezwaren/{bezwaar.pk}/"), lvc.browser("Noor Verhoeven")
    te_vroeg = noor.post(
        adres, {"actie": "beslissen", "uitkomst": "ongegrond", "overwegingen": "Lange uitleg."}
    )
    assert te_vroeg.status_code == 422
    assert "Lange uitleg." in te_vroeg.content.decode()
    oud = bezwaar.rev
    noor.post(adres, {"actie": "niet_horen", "reden": "De inwoner wil geen gesprek."})
    botst = noor.post(
        adres, {"actie": "beslissen", "rev": oud, "uitkomst": "ongegrond", "overwegingen": "Mijn woorden."}
    )
    assert botst.status_code == 409
    assert "Mijn woorden." in botst.content.decode()


def test_wie_mag_erbij(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    adres = lvc.url(f"bezwaren/{bezwaar.pk}/")
    assert lvc.browser("Kees van Dongen").get(adres).status_code == 200, "divides the objections"
    assert lvc.browser("Yusuf Demir").get(adres).status_code == 403, "another team"
    assert lvc.browser("Fleur Jacobs").get(adres).status_code == 403, "contract management"
    assert lvc.browser("Noor Verhoeven").put(adres).status_code == 405
    richt_in("alphen")
    assert lvc.browser("Noor Verhoeven").get(adres.replace("land-van-cuijk", "alphen")).status_code == 404


@pytest.mark.parametrize(("pad", "hoogstens"), [("bezwaren/", 12), ("bezwaren/{pk}/", 20)])
def test_vraagbudget(lvc: Wijk, pad: str, hoogstens: int, django_assert_max_num_queries: object) -> None:
    adres, noor = lvc.url(pad.format(pk=met_bezwaar(lvc).pk)), lvc.browser("Noor Verhoeven")
    noor.get(adres)
    with django_assert_max_num_queries(hoogstens):  # type: ignore[operator]
        assert noor.get(adres).status_code == 200
