"""Hours by two norm sets on a file, frozen behind the decision, and averaged for who makes policy."""

from typing import Any

import pytest

from tests.besluiten.verhaal import concept, voor_besluit
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.besluiten import actions
from wijkspil.besluiten.models import Normberekening, Normraadpleging
from wijkspil.besluiten.normen import Kaderkeuze
from wijkspil.besluiten.vorm import BesluitNietCompleet
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.regels import normen


def met_huishouden(wijk: Wijk, **anders: Any) -> tuple[Plan, Arrangementregel]:
    velden = {"code": "01A05", "wat": "Hulp in huis", "trap": "basis", "aanbieder": None} | anders
    plan = voor_besluit(wijk, **velden)
    return plan, plan.regels.get(product__isnull=False)


def formulier(**anders: Any) -> dict[str, Any]:
    velden: dict[str, Any] = {"personen": 1}
    for a in normen.activiteiten():
        velden |= {f"keer_{a.code}": a.keer, f"wie_{a.code}": "hulp"}
    return velden | anders


@pytest.fixture
def twee_kaders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Land van Cuijk names one set; here a second one runs along, as Haarlem's file does."""
    keuze = lambda hulpvraag, regel: Kaderkeuze("hhm-2019", "ciz-2006")  # noqa: E731
    monkeypatch.setattr("wijkspil.besluiten.actions.normen.kaders_voor", keuze)
    monkeypatch.setattr("wijkspil.werkplek.normen.uren.kaders_voor", keuze)


def test_twee_kaders_naast_elkaar_op_de_pagina(lvc: Wijk, twee_kaders: None) -> None:
    plan, regel = met_huishouden(lvc)
    adres, bram = lvc.url(f"vraag/{plan.hulpvraag_id}/uren/{regel.pk}/"), lvc.browser("Bram Peeters")
    assert "Hoeveel tijd is er nodig" in bram.get(adres).content.decode()

    pagina = bram.post(adres, formulier(actie="bekijken", gebied_was="on")).content.decode()
    assert "nog niet bewaard" in pagina
    assert "zekerheid: laag" in pagina
    assert "Waar het verschil zit" in pagina
    assert not Normberekening.objects.exists()

    assert bram.post(adres, formulier(actie="bewaren", gebied_was="on")).status_code == 302
    som = Normberekening.objects.get()
    assert (som.leidend_minuten, som.schaduw_minuten) == (125 + 43, 90 + 60 + 60)
    assert "2 uur en 48 minuten per week" in bram.get(adres).content.decode()


def test_de_uren_staan_achter_het_besluit_en_niet_in_de_brief(lvc: Wijk) -> None:
    plan, regel = met_huishouden(lvc, minuten_per_week=None)
    besluit = concept(lvc, plan)
    with pytest.raises(BesluitNietCompleet, match="nog geen uren"):
        actions.neem_besluit(besluit, door=consulent(lvc))
    invoer = {
        "personen": 1,
        "activiteiten": {a.code: {"keer": a.keer, "wie": "hulp"} for a in normen.activiteiten()},
    }
    actions.bereken_uren(plan.hulpvraag, regel, invoer=invoer, door=consulent(lvc))
    actions.neem_besluit(besluit, door=consulent(lvc))
    besluit.refresh_from_db()
    assert besluit.uren[0]["omvang"] == "2 uur en 5 minuten per week"
    assert "hhm-2019" in besluit.uren[0]["bron"]
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{plan.hulpvraag_id}/besluit/")).content.decode()
    voor, brief = pagina.split('id="brief-kop"')
    assert "2 uur en 5 minuten" in voor
    assert "2 uur en 5 minuten" not in brief


def test_zonder_resultaat_geen_besluit(lvc: Wijk) -> None:
    plan = voor_besluit(lvc)
    with schrijven_open():  # the arrangement asks it too; a decision doesn't rely on that
        plan.regels.update(resultaat="", doel=None)
    besluit = concept(lvc, plan)
    with pytest.raises(BesluitNietCompleet, match="opleveren"):
        actions.neem_besluit(besluit, door=consulent(lvc))
    regel = plan.regels.get(product__isnull=False)
    actions.wijzig_besluit(
        besluit,
        soort="toekenning",
        motivering="U kunt veel zelf.",
        resultaten={str(regel.pk): "U houdt uw week zelf op orde."},
        door=consulent(lvc),
    )
    actions.neem_besluit(besluit, door=consulent(lvc))
    assert besluit.status == "genomen"


def test_de_redenen_komen_uit_het_spoor_en_beide_versies_blijven(lvc: Wijk) -> None:
    plan, bram = voor_besluit(lvc), lvc.browser("Bram Peeters")
    adres = lvc.url(f"vraag/{plan.hulpvraag_id}/besluit/")
    bram.post(adres, {"actie": "aanvraag", "ontvangen_op": vandaag().isoformat(), "hoe": "brief"})
    leeg = bram.get(adres).content.decode()
    assert "U vroeg om hulp. Dit vertelde u ons" in leeg
    regel = plan.regels.get(product__isnull=False)
    bram.post(
        adres,
        {
            "actie": "bewaren",
            "soort": "toekenning",
            "regels": [str(regel.pk)],
            "motivering": "Mijn eigen redenen.",
            f"activiteiten_{regel.pk}": "samen plannen: elke week",
            f"resultaat_{regel.pk}": "U houdt uw week op orde.",
        },
    )
    besluit = plan.besluiten.get()
    assert besluit.motivering == "Mijn eigen redenen."
    assert "U vroeg om hulp" in besluit.motivering_voorstel


def test_gemiddelden_tonen_pas_vanaf_genoeg_vragen(lvc: Wijk, twee_kaders: None) -> None:
    plan, regel = met_huishouden(lvc)
    invoer = {
        "personen": 1,
        "activiteiten": {a.code: {"keer": a.keer, "wie": "hulp"} for a in normen.activiteiten()},
    }
    actions.bereken_uren(plan.hulpvraag, regel, invoer=invoer, door=consulent(lvc))
    pagina = lvc.browser("Pieter Smits").get(lvc.url("normenkaders/")).content.decode()
    assert "te weinig vragen om te tonen" in pagina
    assert "zekerheid: laag" in pagina


def test_wie_is_geraadpleegd_over_welke_versie(lvc: Wijk) -> None:
    adres, pieter = lvc.url("normenkaders/"), lvc.browser("Pieter Smits")
    velden = {
        "kader": "hhm-2019",
        "versie": "concept van maart",
        "groep": "inwoners",
        "wie": "Adviesraad sociaal domein",
        "op": vandaag().isoformat(),
        "reactie": "De was mag ruimer.",
        "verwerkt": "Wordt nagekeken.",
    }
    fout = pieter.post(adres, velden | {"wie": ""})
    assert fout.status_code == 422
    assert "De was mag ruimer." in fout.content.decode()
    assert pieter.post(adres, velden).status_code == 302
    assert Normraadpleging.objects.get().versie == "concept van maart"
    assert "Adviesraad sociaal domein" in pieter.get(adres).content.decode()
    assert lvc.browser("Bram Peeters").get(adres).status_code == 403
    assert lvc.browser("Noor Verhoeven").post(adres, velden).status_code == 422, "a team lead reads along"


def test_wie_mag_de_urenpagina_openen(lvc: Wijk, django_assert_max_num_queries: object) -> None:
    plan, regel = met_huishouden(lvc)
    adres = lvc.url(f"vraag/{plan.hulpvraag_id}/uren/{regel.pk}/")
    assert lvc.browser("Yusuf Demir").get(adres).status_code == 403
    assert lvc.browser("Bram Peeters").put(adres).status_code == 405
    bram = lvc.browser("Bram Peeters")
    bram.get(adres)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert bram.get(adres).status_code == 200
