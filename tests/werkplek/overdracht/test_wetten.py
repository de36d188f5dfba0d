"""Three laws behind one door: staff see which, the resident sees one helper; money bridges a dispute."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.overdrachten.verhaal import partij, wetdeel
from tests.wijk import Wijk
from wijkspil.core import tijdlijn
from wijkspil.core.gebeurtenissen import soort
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.overdrachten.actions import begin_overbrugging, werk_overbrugging_bij, wijs_arrangeur_aan
from wijkspil.overdrachten.actions.overbruggen import kosten_tot
from wijkspil.overdrachten.models import Overbrugging, Wetdeel
from wijkspil.toegang.models import Hulpvraag


def test_de_vragen_adviseren_en_een_mens_mag_met_een_reden_anders(lvc: Wijk) -> None:
    hulpvraag, browser = lvc.melding(), lvc.browser("Bram Peeters")
    url = lvc.url(f"vraag/{hulpvraag.pk}/wetten/")
    browser.post(url, {"wat": "deel", "deel": "wondzorg", "antwoorden": ["verpleging"]})
    assert Wetdeel.objects.get().wet == "zvw"
    anders = {"wat": "deel", "deel": "douchen", "antwoorden": ["verpleging"], "wet": "wmo"}
    antwoord = browser.post(url, anders)
    assert antwoord.status_code == 422 and "wijzen naar de Zorgverzekeringswet" in antwoord.content.decode()
    browser.post(url, anders | {"waarom": "Mevrouw heeft aansporing nodig, geen verzorging."})
    assert set(Wetdeel.objects.values_list("deel", "wet")) == {("wondzorg", "zvw"), ("douchen", "wmo")}
    pagina = browser.get(url).content.decode()
    assert "wijkverpleging uit de basisverzekering" in pagina and "zekerheid: midden" in " ".join(
        pagina.split()
    )


def test_de_inwoner_ziet_geen_wet(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    wetdeel(hulpvraag, lvc.als("Bram Peeters"))
    gezien = [
        tijdlijn.zin_van(g)
        for g in Gebeurtenis.objects.filter(dossier_id=hulpvraag.pk)
        if soort(g.soort).voor_inwoner
    ]
    assert gezien and not any(
        wet in zin.lower() for zin in gezien for wet in ("zvw", "wlz", "zorgverzekeringswet")
    )


def test_de_stand_bij_de_ander_wordt_bijgehouden_en_te_laat_valt_op(lvc: Wijk) -> None:
    hulpvraag, browser = lvc.melding(), lvc.browser("Bram Peeters")
    deel = wetdeel(
        hulpvraag, lvc.als("Bram Peeters"), wet="wlz", partij=partij(lvc, "CIZ", soort="ciz", wet="wlz")
    )
    url = lvc.url(f"vraag/{hulpvraag.pk}/wetten/{deel.pk}/")
    gisteren = vandaag() - timedelta(days=1)
    velden = {"wat": "stand", "stand-rev": deel.rev, "stand-stand": "aangevraagd", "stand-kenmerk": "CIZ-12"}
    browser.post(url, velden | {"stand-besluit_verwacht_op": gisteren.isoformat()})
    deel.refresh_from_db()
    assert (deel.stand, deel.kenmerk) == ("aangevraagd", "CIZ-12")
    lijst = browser.get(lvc.url("overdrachten/andere-wetten/")).content.decode()
    assert "steunkousen aantrekken" in lijst and "te laat" in lijst
    assert browser.post(url, velden).status_code == 409
    assert (
        "steunkousen"
        not in lvc.browser("Yusuf Demir").get(lvc.url("overdrachten/andere-wetten/")).content.decode()
    )


def test_overbruggen_en_terugvragen_op_het_scherm(lvc: Wijk) -> None:
    hulpvraag, browser = lvc.melding(), lvc.browser("Bram Peeters")
    deel = wetdeel(hulpvraag, lvc.als("Bram Peeters"))
    url = lvc.url(f"vraag/{hulpvraag.pk}/wetten/{deel.pk}/")
    brug = {
        "brug-geschil": "De verzekeraar zegt: dit is Wmo.",
        "brug-wat": "wassen",
        "brug-cent_per_maand": "450,50",
    }
    browser.post(url, {"wat": "overbrug", **brug, "brug-van": vandaag().isoformat()})
    rij = Overbrugging.objects.get()
    deel.refresh_from_db()
    assert (rij.cent_per_maand, deel.stand) == (45050, "geschil")
    p = f"terug-{rij.pk}-"
    velden = {"wat": "terug", "overbrugging": str(rij.pk), f"{p}rev": rij.rev, f"{p}stand": "gevraagd"}
    fout = browser.post(url, velden)
    assert fout.status_code == 422 and "dag in waarop het geld is teruggevraagd" in fout.content.decode()
    browser.post(url, velden | {f"{p}gevraagd_op": vandaag().isoformat(), f"{p}gevraagd_cent": "450,50"})
    rij.refresh_from_db()
    assert (rij.stand, rij.gevraagd_cent) == ("gevraagd", 45050)
    assert "€\xa0450,50" in browser.get(lvc.url("overdrachten/andere-wetten/")).content.decode()


@pytest.mark.parametrize(
    ("van", "tot", "op", "cent"),
    [
        (date(2026, 1, 1), None, date(2026, 1, 31), 30_000),  # a month of 31 days is one month
        (date(2026, 2, 1), date(2026, 2, 15), date(2026, 6, 1), 15_000),
        (date(2026, 1, 16), None, date(2026, 3, 15), 60_000),
        (date(2026, 5, 1), None, date(2026, 4, 1), 0),
    ],
)
def test_wat_een_overbrugging_tot_nu_toe_kost(van: date, tot: date | None, op: date, cent: int) -> None:
    assert kosten_tot(Overbrugging(van=van, tot=tot, cent_per_maand=30_000), op) == cent


def test_een_einde_voor_het_begin_kan_niet(lvc: Wijk) -> None:
    deel = wetdeel(lvc.melding(), lvc.als("Bram Peeters"))
    rij = begin_overbrugging(
        deel, geschil="?", wat="hulp", cent_per_maand=1, van=vandaag(), door=lvc.als("Bram Peeters")
    )
    with pytest.raises(ValueError, match="niet eindigen voordat zij begon"):
        werk_overbrugging_bij(
            rij, stand="afgezien", tot=vandaag() - timedelta(days=1), door=lvc.als("Bram Peeters")
        )


def test_de_arrangeur_mag_het_dossier_openen_en_ziet_het_op_de_lijst(lvc: Wijk) -> None:
    hulpvraag, yusuf = lvc.melding(), lvc.browser("Yusuf Demir")
    url = lvc.url(f"vraag/{hulpvraag.pk}/")
    assert yusuf.get(url).status_code == 403
    lvc.browser("Bram Peeters").post(
        url + "wetten/",
        {"wat": "arrangeur", "rev": hulpvraag.rev, "arrangeur": str(lvc.medewerker("Yusuf Demir").pk)},
    )
    assert yusuf.get(url).status_code == 200
    assert "Toos de Wit" in yusuf.get(lvc.url("?lijst=alles")).content.decode()
    nu = Hulpvraag.objects.get(pk=hulpvraag.pk)
    wijs_arrangeur_aan(nu, None, door=lvc.als("Bram Peeters"))
    assert yusuf.get(url).status_code == 403


def test_budget_en_vreemden(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    delen = [wetdeel(hulpvraag, bram, deel=f"deel {n}", stand="aangevraagd") for n in range(20)]
    browser = lvc.browser("Bram Peeters")
    for pad, budget in (
        (f"vraag/{hulpvraag.pk}/wetten/", 20),
        (f"vraag/{hulpvraag.pk}/wetten/{delen[0].pk}/", 20),
        ("overdrachten/andere-wetten/", 12),
    ):
        with django_assert_max_num_queries(budget):
            assert browser.get(lvc.url(pad)).status_code == 200
    assert lvc.browser("Yusuf Demir").get(lvc.url(f"vraag/{hulpvraag.pk}/wetten/")).status_code == 403
