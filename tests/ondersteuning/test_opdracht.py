"""Ordering follows from the way of working: by message to a provider, to a team on screen, or not at all."""

from datetime import timedelta

import pytest

from tests.besluiten.verhaal import bekend, voor_afspraak
from tests.ondersteuning.opdrachten import opdracht, regel
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.berichten.standaard import codelijst
from wijkspil.besluiten.actions import maak_afspraak
from wijkspil.core.door import Door, GeenRecht, Soort
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis, Uitgaand
from wijkspil.ondersteuning.actions import (
    LeveringKanNiet,
    NietOpTeDragen,
    WijzigingKanNiet,
    draag_op,
    draag_regel_op,
    start_levering,
    stop_levering,
    trek_toewijzing_in,
    wijzig_toewijzing,
)
from wijkspil.ondersteuning.models import Levering, Toewijzing
from wijkspil.ondersteuning.redenen import RedenEinde, RedenWijziging
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Stap

S = Toewijzing.Status


def over(dagen: int):  # type: ignore[no-untyped-def]
    return vandaag() + timedelta(days=dagen)


def test_een_bekend_besluit_wordt_vanzelf_een_opdracht_met_bericht(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    t = Toewijzing.objects.get()
    assert (t.besluit, t.met_berichten, t.tarief_cent, t.eenheid, t.frequentie) == (
        besluit,
        True,
        31000,
        "82",
        "4",
    )
    assert Uitgaand.objects.get(soort="bericht").inhoud["bericht"] == "WMO301"
    g = Gebeurtenis.objects.get(soort="toewijzing.opgedragen").gegevens
    assert {"product", "categorie", "aanbieder", "maand_cent", "besluit", "dagen_sinds_melding"} <= g.keys()
    assert Arrangementregel.objects.get(product=None).status == "loopt"
    assert besluit.hulpvraag.stap == Stap.OPDRACHT


def test_een_afspraak_in_alphen_gaat_naar_het_consortium_zonder_bericht(alphen: Wijk) -> None:
    plan = voor_afspraak(alphen)
    afspraak = maak_afspraak(plan.hulpvraag, plan, tekst="Ik wil ritme.", door=consulent(alphen))
    t = Toewijzing.objects.get()
    assert (t.afspraak, t.met_berichten) == (afspraak, False)
    assert t.contract is None or t.contract.bekostiging == "lumpsum"
    assert not Uitgaand.objects.filter(soort="bericht").exists()


def test_twee_keer_opdragen_geeft_een_opdracht(lvc: Wijk) -> None:
    r = regel(lvc)
    for _ in range(2):
        draag_op(r.plan.hulpvraag, regels=[r], door=lvc.als("Kees van Dongen"))
    assert Toewijzing.objects.count() == 1
    with pytest.raises(NietOpTeDragen):
        draag_regel_op(r.plan.hulpvraag, r, door=lvc.als("Kees van Dongen"))


def test_zonder_aanbieder_of_tarief_wacht_de_regel_en_houdt_het_besluit_niet_op(lvc: Wijk) -> None:
    zonder, geen_tarief = regel(lvc, 1, aanbieder=None), regel(lvc, 2, trap="onbestaand")
    door = lvc.als("Kees van Dongen")
    assert draag_op(zonder.plan.hulpvraag, regels=[zonder], door=door) == []
    assert draag_op(geen_tarief.plan.hulpvraag, regels=[geen_tarief], door=door) == []
    with pytest.raises(NietOpTeDragen, match="geen contract of tarief"):
        draag_regel_op(geen_tarief.plan.hulpvraag, geen_tarief, door=door)


def test_alleen_hulp_zonder_opdracht_brengt_de_vraag_meteen_in_levering(lvc: Wijk) -> None:
    r = regel(lvc, product=None, trede="netwerk", aanbieder=None)
    draag_op(r.plan.hulpvraag, regels=[r], door=lvc.als("Kees van Dongen"))
    r.plan.hulpvraag.refresh_from_db()
    assert r.plan.hulpvraag.stap == Stap.LEVERING
    assert not Toewijzing.objects.exists()


def test_start_stop_en_weer_start(lvc: Wijk) -> None:
    t, door = opdracht(lvc), lvc.als("Bram Peeters")
    with pytest.raises(LeveringKanNiet, match="geen start"):
        stop_levering(t, op=vandaag(), reden="19", door=door)
    with pytest.raises(LeveringKanNiet, match="buiten de opdracht"):
        start_levering(t, op=over(-1), door=door)
    start_levering(t, op=vandaag(), door=door)
    assert t.hulpvraag.stap == Stap.LEVERING
    stop_levering(t, op=over(5), reden="20", door=door)
    assert t.status == S.TIJDELIJK_GESTOPT
    with pytest.raises(LeveringKanNiet) as opnieuw:
        stop_levering(t, op=over(6), reden="20", door=door)
    assert opnieuw.value.retourcode == "9413"
    start_levering(t, op=over(9), door=door)
    stop_levering(t, op=over(20), reden="19", door=door)
    assert t.status == S.GESTOPT
    assert Levering.objects.count() == 2
    assert Gebeurtenis.objects.filter(soort="levering.gestart", gegevens__eerste_van_vraag=True).count() == 1


def test_een_aanbieder_start_alleen_de_eigen_opdracht(lvc: Wijk) -> None:
    t = opdracht(lvc)
    vreemd = Door(Soort.AANBIEDER, lvc.gemeente.pk, "Ander", aanbieder_id=t.hulpvraag_id)
    with pytest.raises(GeenRecht):
        start_levering(t, op=vandaag(), door=vreemd)


def test_verlengen_houdt_het_nummer_en_een_ander_volume_krijgt_een_nieuw(lvc: Wijk) -> None:
    t, door = opdracht(lvc, tot=over(90)), lvc.als("Kees van Dongen")
    assert wijzig_toewijzing(t, einde=over(180), reden_wijziging="04", door=door).nummer == t.nummer
    nieuw = wijzig_toewijzing(t, volume=2, vanaf=over(30), reden_wijziging="14", door=door)
    assert nieuw.nummer != t.nummer
    assert (t.einde, nieuw.ingang, nieuw.einde) == (over(29), over(30), over(180))
    assert t.versie == 3
    assert Uitgaand.objects.filter(soort="bericht").count() == 3


def test_minder_op_eigen_initiatief_alleen_in_overleg(lvc: Wijk) -> None:
    t, door = opdracht(lvc, tot=over(90)), lvc.als("Kees van Dongen")
    with pytest.raises(WijzigingKanNiet, match="Bel de aanbieder"):
        wijzig_toewijzing(t, einde=over(10), reden_wijziging="05", door=door)
    wijzig_toewijzing(t, einde=over(10), reden_wijziging="05", afgestemd=True, door=door)
    wijzig_toewijzing(t, einde=over(5), reden_wijziging="02", door=door)  # death asks no consent
    assert t.einde == over(5)


def test_intrekken_telt_als_nooit_gegeven_maar_niet_terwijl_de_hulp_loopt(lvc: Wijk) -> None:
    t, door = opdracht(lvc), lvc.als("Kees van Dongen")
    loopt = opdracht(lvc, 1)
    start_levering(loopt, op=vandaag(), door=door)
    with pytest.raises(WijzigingKanNiet, match="loopt"):
        trek_toewijzing_in(loopt, door=door)
    trek_toewijzing_in(t, door=door)
    assert (t.status, t.einde, t.reden_wijziging) == (S.VERWIJDERD, t.ingang, "13")
    with pytest.raises(LeveringKanNiet):
        start_levering(t, op=vandaag(), door=door)


def test_onze_redenen_zijn_die_van_de_standaard() -> None:
    assert set(RedenEinde.values) == set(codelijst("WMO588").codes)
    assert set(RedenWijziging.values) == set(codelijst("WMO002").codes) - {"01"}
