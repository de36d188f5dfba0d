"""Everybody can something and wants something: suggestions with their words, a yes, and how it goes."""

from typing import Any

import pytest

from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.signalen.kennismaken import maak_kennis, past, voorstellen
from wijkspil.signalen.models import Kennismaking
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.toegang.models import Hulpvraag


def _vraag(wijk: Wijk) -> Hulpvraag:
    hulpvraag = wijk.melding()
    wijzig_inwoner(
        hulpvraag.inwoner,
        door=wijk.als("Bram Peeters"),
        talenten="Was timmerman, kan alles repareren.",
        wensen="Iemand om mee te kaarten, de avonden zijn eenzaam.",
    )
    return hulpvraag


@pytest.mark.parametrize(
    ("tekst", "themas", "woorden"),
    [
        ("Ik was timmerman.", ["wonen"], ("timmerman",)),
        ("de avonden zijn eenzaam", ["eenzaamheid"], ("eenzaam",)),
        ("Ik kook graag", ["tuin"], ()),
        ("", ["wonen"], ()),
    ],
)
def test_welke_woorden_wijzen_naar_een_thema(tekst: str, themas: list[str], woorden: tuple[str, ...]) -> None:
    assert past(tekst, themas) == woorden


def test_de_timmerman_kan_geven_en_de_eenzame_avond_krijgt_gezelschap(lvc: Wijk) -> None:
    gevonden = {(v.aanbod.naam, v.richting) for v in voorstellen(_vraag(lvc).inwoner, Aanbod.objects.all())}
    assert ("Klussendienst Handig", "geeft") in gevonden
    assert ("Maatje voor een uur", "krijgt") in gevonden
    assert ("Boodschappenplusbus", "krijgt") not in gevonden


def test_zonder_ja_geen_kennismaking(lvc: Wijk) -> None:
    with pytest.raises(ValueError, match="of de inwoner dit wil"):
        maak_kennis(
            _vraag(lvc),
            Aanbod.objects.first(),
            richting="geeft",
            waarom="x",
            akkoord_op=None,
            door=lvc.als("Bram Peeters"),
        )  # type: ignore[arg-type]


def test_op_het_scherm_van_voorstel_tot_het_klikt(lvc: Wijk) -> None:
    hulpvraag, browser = _vraag(lvc), lvc.browser("Bram Peeters")
    url = lvc.url(f"vraag/{hulpvraag.pk}/vraag-en-aanbod/")
    pagina = browser.get(url).content.decode()
    assert "Klussendienst Handig" in pagina and "timmerman" in pagina
    klus = Aanbod.objects.get(naam="Klussendienst Handig")
    velden = {"wat": "kennismaken", "aanbod": str(klus.pk), "richting": "geeft", "waarom": "U was timmerman."}
    zonder_ja = browser.post(url, velden)
    assert zonder_ja.status_code == 422 and "U was timmerman." in zonder_ja.content.decode()
    browser.post(url, velden | {"akkoord_op": vandaag().isoformat()})
    rij = Kennismaking.objects.get()
    assert rij.status == "voorgesteld" and rij.vervolg_op is not None
    assert "Doet 1 ding voor een ander" in browser.get(url).content.decode()
    volg = {"wat": str(rij.pk), f"k{rij.pk}-rev": rij.rev, f"k{rij.pk}-status": "loopt"}
    browser.post(url, volg | {f"k{rij.pk}-hoe_gaat_het": "Elke dinsdag, hij bloeit op."})
    rij.refresh_from_db()
    assert (rij.status, rij.hoe_gaat_het) == ("loopt", "Elke dinsdag, hij bloeit op.")
    assert browser.post(url, volg).status_code == 409
    browser.post(url, {"wat": str(rij.pk), f"k{rij.pk}-rev": rij.rev, f"k{rij.pk}-status": "gestopt"})
    rij.refresh_from_db()
    assert (rij.status, rij.vervolg_op) == ("gestopt", None)


def test_een_ander_team_en_het_budget(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    hulpvraag = _vraag(lvc)
    url = lvc.url(f"vraag/{hulpvraag.pk}/vraag-en-aanbod/")
    assert lvc.browser("Yusuf Demir").get(url).status_code == 403
    browser = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(20):
        assert browser.get(url).status_code == 200
