"""Promised moments: proposed from the goals, taken over, done, back again, and a list of what is due."""

from datetime import timedelta
from typing import Any

import pytest

from tests.plannen.verhaal import consulent, laatste, maatwerk, met_plan, tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import voeg_doel_toe
from wijkspil.plannen.actions.momenten import plan_moment, rond_moment_af
from wijkspil.plannen.models import Plan, Planmoment
from wijkspil.toegang.actions import sluit_af, wijs_toe
from wijkspil.toegang.models import Contactmoment, Hulpvraag


def pad(wijk: Wijk, hulpvraag: Hulpvraag, rest: str = "") -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/momenten/{rest}")


def moment(wijk: Wijk, hulpvraag: Hulpvraag, **anders: Any) -> Planmoment:
    velden: dict[str, Any] = {
        "soort": "contact",
        "op": vandaag() + timedelta(days=3),
        "wat": "Hoe gaat het koken?",
    }
    return plan_moment(hulpvraag, door=consulent(wijk), **(velden | anders))


def test_het_ritme_volgt_het_doel_dat_het_vaakst_vraagt(lvc: Wijk) -> None:
    plan: Plan = met_plan(lvc)
    voeg_doel_toe(
        plan, tekst="Ik wil hier blijven wonen.", eigenaar="Toos", soort="behouden", door=consulent(lvc)
    )
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, plan.hulpvraag)).content.decode()
    assert "door het doel “Ik wil weer zelf koken.”" in inhoud, "opnieuw leren vraagt vaker contact"
    assert inhoud.count("Past dit doel nog?") >= 2


def test_alles_overnemen_zet_het_op_de_lijst_en_niet_twee_keer(lvc: Wijk) -> None:
    plan, bram = tot_arrangement(lvc), lvc.browser("Bram Peeters")
    maatwerk(plan, lvc)
    wijs_toe(plan.hulpvraag, behandelaar=lvc.medewerker("Bram Peeters"), door=consulent(lvc))
    bram.post(pad(lvc, plan.hulpvraag), {"voorstel": "alle"})
    soorten = set(Planmoment.objects.values_list("soort", flat=True))
    assert soorten == {"contact", "toets", "afschalen"}
    aantal = Planmoment.objects.count()
    bram.post(pad(lvc, plan.hulpvraag), {"voorstel": "alle"})
    assert Planmoment.objects.count() == aantal
    lijst = bram.get(lvc.url("afspraken/")).content.decode()
    assert "Toos de Wit" in lijst and "Later" in lijst


def test_gesproken_is_ook_een_contact_en_komt_terug_in_het_ritme(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    m = moment(lvc, hulpvraag, elke_weken=2)
    leeg = bram.post(pad(lvc, hulpvraag, f"{m.pk}/"), {"rond_af": "ja", "verslag": "Ze kookt weer."})
    assert leeg.status_code == 422 and "Ze kookt weer." in leeg.content.decode()
    bram.post(
        pad(lvc, hulpvraag, f"{m.pk}/"),
        {"rond_af": "ja", "uitkomst": "gesproken", "verslag": "Ze kookt weer."},
    )
    assert Contactmoment.objects.get().verslag == "Ze kookt weer."
    volgende = Planmoment.objects.get(status="open")
    assert volgende.op == vandaag() + timedelta(weeks=2)
    assert laatste("planmoment.gedaan").gegevens["op_tijd"] is True
    assert "koken" not in str(laatste("planmoment.gedaan").gegevens), "geen verhaal in de gebeurtenis"
    with pytest.raises(ValueError, match="al afgerond"):
        m.refresh_from_db()
        rond_moment_af(m, uitkomst="gesproken", door=consulent(lvc))


def test_niet_bereikt_staat_er_over_een_week_weer(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    m = moment(lvc, hulpvraag)
    volgende = rond_moment_af(m, uitkomst="niet_bereikt", door=consulent(lvc))
    assert volgende is not None and volgende.op == vandaag() + timedelta(weeks=1)
    assert not Contactmoment.objects.exists()


def test_contact_gaat_door_als_er_geen_vraag_meer_openstaat(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    sluit_af(hulpvraag, uitkomst="geholpen", door=consulent(lvc))
    data = {
        "soort": "contact",
        "wat": "Even horen hoe het gaat",
        "op": (vandaag() + timedelta(days=30)).isoformat(),
        "elke_weken": 26,
    }
    assert bram.post(pad(lvc, hulpvraag), data).status_code == 302
    bram.post(pad(lvc, hulpvraag), {"vast": str(lvc.medewerker("Bram Peeters").pk)})
    hulpvraag.inwoner.refresh_from_db()
    assert hulpvraag.inwoner.contactpersoon == lvc.medewerker("Bram Peeters")


def test_een_dag_die_voorbij_is_kan_niet_en_de_woorden_blijven(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag), {"soort": "contact", "wat": "Bellen", "op": "2020-01-01"}
    )
    assert antwoord.status_code == 422
    assert "al geweest" in antwoord.content.decode() and "Bellen" in antwoord.content.decode()


def test_de_lijst_kent_mij_en_het_team(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    hulpvraag = lvc.melding()
    moment(lvc, hulpvraag, medewerker=lvc.medewerker("Noor Verhoeven"))
    bram = lvc.browser("Bram Peeters")
    assert "Toos de Wit" not in bram.get(lvc.url("afspraken/")).content.decode()
    with django_assert_max_num_queries(12):
        team = bram.get(lvc.url("afspraken/?van=team&soort=contact")).content.decode()
    assert "Toos de Wit" in team and "Noor Verhoeven" in team
    assert "Toos de Wit" not in bram.get(lvc.url("afspraken/?van=team&soort=toets")).content.decode()
    assert lvc.browser("Samira Bouzid").get(lvc.url("afspraken/")).status_code == 403


def test_niet_meer_nodig_haalt_het_van_de_lijst(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    m = moment(lvc, hulpvraag)
    bram.post(pad(lvc, hulpvraag, f"{m.pk}/"), {"vervalt": "ja"})
    m.refresh_from_db()
    assert m.status == Planmoment.Status.VERVALLEN
    ander = lvc.melding(wie=hulpvraag.inwoner)
    assert bram.get(pad(lvc, ander, f"{m.pk}/")).status_code == 404
