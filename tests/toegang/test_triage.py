"""The questions advise how soon somebody must act; a person judges and says why when it differs."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht
from wijkspil.core.models import Gebeurtenis
from wijkspil.toegang.actions import beoordeel_spoed, pak_spoed_op
from wijkspil.toegang.actions.triage import RedenNodig
from wijkspil.toegang.models import Hulpvraag, Triage

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_spoed_begint_een_klok_in_uren(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    with klok.op(NU):
        beoordeel_spoed(
            hulpvraag, antwoorden={"mantelzorger-op": True}, advies="spoed", oordeel="spoed", uren=24, door=lvc.als("Samira Bouzid")
        )  # fmt: skip
    hulpvraag.refresh_from_db()
    assert (hulpvraag.urgentie, hulpvraag.spoed_uiterlijk) == ("spoed", NU + timedelta(hours=24))


def test_afwijken_van_het_advies_mag_met_een_reden(lvc: Wijk) -> None:
    hulpvraag, samira = lvc.melding(), lvc.als("Samira Bouzid")
    keuze = {"antwoorden": {}, "advies": "spoed", "oordeel": "gewoon", "uren": None, "door": samira}
    with pytest.raises(RedenNodig, match="in één zin waarom"):
        beoordeel_spoed(hulpvraag, **keuze, reden="  ")
    assert not Triage.objects.exists()

    beoordeel_spoed(hulpvraag, **keuze, reden="De dochter logeert er deze week.")
    assert Hulpvraag.objects.get().spoed_uiterlijk is None
    assert "dochter" not in str(Gebeurtenis.objects.get(soort="spoed.beoordeeld").gegevens)


@pytest.mark.parametrize(("uren_later", "op_tijd"), [(3, True), (5, False)])
def test_oppakken_stopt_de_klok_en_zegt_of_het_op_tijd_was(lvc: Wijk, uren_later: int, op_tijd: bool) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    with klok.op(NU):
        beoordeel_spoed(hulpvraag, antwoorden={}, advies="crisis", oordeel="crisis", uren=4, door=bram)
    with klok.op(NU + timedelta(hours=uren_later)):
        pak_spoed_op(hulpvraag, door=bram)

    assert Hulpvraag.objects.get().spoed_uiterlijk is None
    assert Triage.objects.get().opgepakt_op == NU + timedelta(hours=uren_later)
    assert Gebeurtenis.objects.get(soort="spoed.opgepakt").gegevens == {"op_tijd": op_tijd}


def test_wie_niet_met_inwoners_werkt_beoordeelt_geen_spoed(lvc: Wijk) -> None:
    hulpvraag, fleur = lvc.melding(), lvc.als("Fleur Jacobs")
    with pytest.raises(GeenRecht):
        beoordeel_spoed(hulpvraag, antwoorden={}, advies="spoed", oordeel="spoed", uren=24, door=fleur)
    with pytest.raises(GeenRecht):
        pak_spoed_op(hulpvraag, door=fleur)
