"""Own trajectories: eligible or not, time and satisfaction, an end, and two arms compared without pretending."""

from datetime import timedelta
from typing import Any

import pytest

from tests.ondersteuning.opdrachten import bewaar
from tests.plannen.verhaal import laatste
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Product
from wijkspil.core.klok import vandaag
from wijkspil.inwoners.models import Inwoner
from wijkspil.ondersteuning.vergelijking import vergelijkingen
from wijkspil.plannen.actions.trajecten import NietGeschikt, beeindig_traject, begin_traject, werk_traject_bij
from wijkspil.plannen.models import Arrangementregel, EigenTraject, Plan
from wijkspil.regels.trajectvergelijking import Oordeel
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkwijzen.kast import laad_versie


def eigen_regel(wijk: Wijk, n: int = 0) -> Arrangementregel:
    """A line on the rung of the own team, agreed on."""
    inwoner = bewaar(wijk, Inwoner(achternaam=f"Oefenaar{n}"))
    hulpvraag = bewaar(
        wijk,
        Hulpvraag(
            nummer=f"E-{n:05d}", inwoner=inwoner, stap=Stap.OPDRACHT, werkwijze=wijk.werkwijze, deur="x", kanaal="telefoon", vraag="?",
            gemeld_op=vandaag(), team=wijk.team("WIJzer"),
        ),
    )  # fmt: skip
    plan = bewaar(wijk, Plan(inwoner=inwoner, hulpvraag=hulpvraag, status=Plan.Status.VASTGESTELD, versie=1))
    return bewaar(
        wijk,
        Arrangementregel(
            plan=plan, trede="eigen_traject", wat="Samen de post op orde", wie="WIJzer", product=Product.objects.get(code="02E01"),
            van=vandaag() - timedelta(days=60), status="vast",
        ),
    )  # fmt: skip


def pad(wijk: Wijk, regel: Arrangementregel) -> str:
    return wijk.url(f"vraag/{regel.plan.hulpvraag_id}/arrangement/{regel.pk}/eigen-traject/")


def test_niet_iedereen_komt_in_aanmerking_en_de_pagina_zegt_waarom(oirschot: Wijk) -> None:
    regel, bart = eigen_regel(oirschot), oirschot.browser("Bart Verspaget")
    eerst = bart.get(pad(oirschot, regel)).content.decode()
    assert (
        "De inwoner wil met iemand van WIJzer aan de slag" in eerst
        and "Specialistische zorg" in eerst
        and "Stopregel:" in eerst
    )
    half = bart.post(pad(oirschot, regel), {"geschikt_0": "on", "uurprijs": "72.50"})
    inhoud = half.content.decode()
    assert half.status_code == 422
    assert "past nog niet bij een eigen traject" in inhoud and "72.50" in inhoud
    assert not EigenTraject.objects.exists()


def test_van_begin_tot_einde_met_tijd_en_een_cijfer(oirschot: Wijk) -> None:
    regel, bart = eigen_regel(oirschot), oirschot.browser("Bart Verspaget")
    alles = {f"geschikt_{n}": "on" for n in range(3)}
    assert bart.post(pad(oirschot, regel), alles | {"uurprijs": "60.00"}).status_code == 302
    assert bart.post(pad(oirschot, regel), {"minuten_erbij": "90", "tevreden": "8"}).status_code == 302
    inhoud = bart.get(pad(oirschot, regel)).content.decode().replace("\xa0", " ")
    assert "90 minuten" in inhoud and "€ 90,00" in inhoud
    zonder = bart.post(pad(oirschot, regel), {"stop": "ja"})
    assert zonder.status_code == 422 and "Kies hoe het traject eindigde" in zonder.content.decode()
    assert bart.post(pad(oirschot, regel), {"stop": "ja", "einde": "gehaald"}).status_code == 302
    regel.refresh_from_db()
    assert (regel.status, regel.tot) == ("beeindigd", vandaag())
    assert laatste("eigentraject.geeindigd").gegevens["minuten"] == 90


def test_de_regel_wordt_gehandhaafd_in_de_daad_zelf(oirschot: Wijk) -> None:
    regel, door = eigen_regel(oirschot), oirschot.als("Bart Verspaget")
    with pytest.raises(NietGeschikt):
        begin_traject(regel, antwoorden={}, door=door)
    geschikt = dict.fromkeys(laad_versie(oirschot.werkwijze).product("02E01").eigen_traject.geschikt, True)  # type: ignore[union-attr]
    traject = begin_traject(regel, antwoorden=geschikt, door=door)
    with pytest.raises(ValueError, match="al begonnen"):
        begin_traject(regel, antwoorden=geschikt, door=door)
    with pytest.raises(ValueError, match="1 tot en met 10"):
        werk_traject_bij(traject, tevreden=11, door=door)
    beeindig_traject(traject, einde="zelf_verder", door=door)
    with pytest.raises(ValueError, match="al klaar"):
        beeindig_traject(traject, einde="gehaald", door=door)


def _klaar(wijk: Wijk, aantal: int, cijfer: int) -> None:
    for n in range(aantal):
        regel = eigen_regel(wijk, n)
        bewaar(
            wijk,
            EigenTraject(
                hulpvraag=regel.plan.hulpvraag, regel=regel, door="Bart", begonnen_op=vandaag() - timedelta(days=50),
                geeindigd_op=vandaag() - timedelta(days=1), einde="gehaald", minuten=600, uurprijs_cent=6000, tevreden=cijfer,
            ),
        )  # fmt: skip


def test_kleine_groepen_blijven_verborgen(oirschot: Wijk, django_assert_max_num_queries: Any) -> None:
    _klaar(oirschot, 4, 9)
    beleid = oirschot.browser("Nelleke Roozen")
    with django_assert_max_num_queries(12):
        inhoud = beleid.get(oirschot.url("eigen-trajecten/")).content.decode()
    assert "minder dan" in inhoud and "nog niet te meten" in inhoud and "9,0" not in inhoud
    assert "Nog niet te meten: er zijn te weinig mensen" in inhoud


def test_genoeg_mensen_geeft_een_cijfer_en_de_andere_arm_blijft_open(oirschot: Wijk) -> None:
    werkwijze = laad_versie(oirschot.werkwijze)
    _klaar(oirschot, werkwijze.assen.verantwoording.kleinste_groep, 8)
    v = vergelijkingen(werkwijze, vandaag())[0]
    assert (v.eigen.cijfer, v.eigen.kosten_cent) == ("8,0", 60_000)
    assert v.stoppen is Oordeel.NOG_NIET and v.ander.te_klein


def test_een_gemeente_zonder_eigen_trajecten_zegt_dat(lvc: Wijk) -> None:
    teamleider = (
        lvc.browser("Kees van Dongen")
        if lvc.medewerker("Kees van Dongen").rollen.count("teamleider")
        else lvc.browser("Noor Verhoeven")
    )
    assert "werkt niet met eigen trajecten" in teamleider.get(lvc.url("eigen-trajecten/")).content.decode()
    assert lvc.browser("Bram Peeters").get(lvc.url("eigen-trajecten/")).status_code == 403
