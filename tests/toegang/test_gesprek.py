"""A conversation is planned, written down while it happens, and held or cancelled; two people never erase each other."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.handeling import Botsing
from wijkspil.core.models import Gebeurtenis
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.toegang.actions import (
    leg_gesprek_vast,
    meet_zrm,
    plan_gesprek,
    rond_gesprek_af,
    sluit_af,
    zeg_gesprek_af,
)
from wijkspil.toegang.models import Gesprek, Hulpvraag

DINSDAG = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # half past midnight on Wednesday in the Netherlands


def een_gesprek(wijk: Wijk) -> Gesprek:
    return plan_gesprek(
        wijk.melding(),
        moment=DINSDAG,
        plaats="thuis",
        deelnemers=["Toos de Wit", "Anja"],
        door=wijk.als("Bram Peeters"),
    )


def test_het_eerste_gesprek_begint_het_onderzoek(lvc: Wijk) -> None:
    gesprek = een_gesprek(lvc)

    assert Hulpvraag.objects.get().stap == "onderzoek"
    assert gesprek.gevoerd_door_id == lvc.als("Bram Peeters").id
    gepland = Gebeurtenis.objects.get(soort="gesprek.gepland")
    assert gepland.gegevens["moment"] == "2026-11-25", "the day counts where the resident lives"


def test_een_tweede_gesprek_laat_de_stap_zoals_hij_is(lvc: Wijk) -> None:
    hulpvraag = een_gesprek(lvc).hulpvraag
    plan_gesprek(hulpvraag, moment=DINSDAG, plaats="telefonisch", door=lvc.als("Bram Peeters"))
    assert Hulpvraag.objects.get().stap == "onderzoek"
    assert hulpvraag.gesprekken.count() == 2


def test_bij_een_afgesloten_vraag_plant_niemand_een_gesprek(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    sluit_af(hulpvraag, uitkomst="ingetrokken", door=lvc.als("Bram Peeters"))
    with pytest.raises(StapNietMogelijk, match="Neem de vraag eerst terug"):
        plan_gesprek(hulpvraag, moment=DINSDAG, plaats="thuis", door=lvc.als("Bram Peeters"))


def test_de_frontoffice_plant_geen_gesprek(lvc: Wijk) -> None:
    with pytest.raises(GeenRecht, match="consulent"):
        plan_gesprek(lvc.melding(), moment=DINSDAG, plaats="thuis", door=lvc.als("Samira Bouzid"))


def test_een_halve_zin_wordt_bewaard_en_dezelfde_zin_niet_nog_eens(lvc: Wijk) -> None:
    gesprek, bram = een_gesprek(lvc), lvc.als("Bram Peeters")
    leg_gesprek_vast(gesprek, wat_wil_ik="Weer zelf de", leefgebieden={"wonen": "Trap is steil"}, door=bram)
    rev = gesprek.rev
    leg_gesprek_vast(gesprek, wat_wil_ik="Weer zelf de", door=bram)

    gesprek.refresh_from_db()
    assert (gesprek.wat_wil_ik, gesprek.leefgebieden, gesprek.rev) == (
        "Weer zelf de",
        {"wonen": "Trap is steil"},
        rev,
    )
    assert Gebeurtenis.objects.filter(soort="gesprek.bijgewerkt").count() == 1


def test_wie_een_oudere_versie_bewaart_ziet_de_botsing(lvc: Wijk) -> None:
    gesprek = een_gesprek(lvc)
    bij_noor = Gesprek.objects.get()
    leg_gesprek_vast(gesprek, wat_wil_ik="Bram schrijft dit", door=lvc.als("Bram Peeters"))

    with pytest.raises(Botsing) as botsing, transaction.atomic():
        leg_gesprek_vast(bij_noor, wat_wil_ik="Noor schrijft dat", door=lvc.als("Noor Verhoeven"))
    assert botsing.value.rij.wat_wil_ik == "Bram schrijft dit"


def test_een_veld_dat_niet_bestaat_wordt_genoemd(lvc: Wijk) -> None:
    with pytest.raises(ValueError, match="kent geen status"):
        leg_gesprek_vast(een_gesprek(lvc), status="gevoerd", door=lvc.als("Bram Peeters"))


def test_het_gevoerde_gesprek_zegt_wat_de_sturing_moet_weten_en_geen_woord_meer(lvc: Wijk) -> None:
    gesprek, bram = een_gesprek(lvc), lvc.als("Bram Peeters")
    leg_gesprek_vast(
        gesprek, mantelzorg={"wie": "Anja", "belasting": 4, "wat_helpt": "een middag vrij"}, clientondersteuning_gewezen=True,
        door=bram,
    )  # fmt: skip
    rond_gesprek_af(gesprek, door=bram)

    gegevens = Gebeurtenis.objects.get(soort="gesprek.gevoerd").gegevens
    assert gegevens == {
        "moment": "2026-11-25", "aanwezig": 2, "clientondersteuning": True, "mantelzorg": True, "belasting": 4,
    }  # fmt: skip
    leg_gesprek_vast(gesprek, eigen_kijk="Nog een zin achteraf", door=bram)


def test_een_gesprek_gaat_een_keer_door_of_een_keer_niet(lvc: Wijk) -> None:
    gesprek, bram = een_gesprek(lvc), lvc.als("Bram Peeters")
    zeg_gesprek_af(gesprek, reden="inwoner is ziek", door=bram)

    assert "inwoner is ziek" in Gebeurtenis.objects.get(soort="gesprek.vervallen").gegevens["reden"]
    with pytest.raises(StapNietMogelijk, match="al vervallen"):
        rond_gesprek_af(gesprek, door=bram)
    with pytest.raises(GeenRecht):
        zeg_gesprek_af(gesprek, reden="x", door=lvc.als("Samira Bouzid"))


def test_een_meting_houdt_alleen_wat_is_besproken(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    meting = meet_zrm(
        hulpvraag, soort="begin", scores={"financien": 3, "huisvesting": 5}, op=DINSDAG.date(), door=bram
    )

    assert meting.scores == {"financien": 3, "huisvesting": 5}
    gemeten = Gebeurtenis.objects.get(soort="zrm.gemeten")
    assert (gemeten.dag, gemeten.gegevens["scores"]) == (DINSDAG.date(), {"financien": 3, "huisvesting": 5})
    with pytest.raises(ValueError, match="kent geen domein"):
        meet_zrm(hulpvraag, soort="begin", scores={"geluk": 3}, op=DINSDAG.date(), door=bram)
    with pytest.raises(ValueError, match="van 1 tot en met 5"):
        meet_zrm(hulpvraag, soort="begin", scores={"financien": 6}, op=DINSDAG.date(), door=bram)
