"""The access in play: what more people, more hours and a shorter route do, and what the terms of the law see of it."""

from dataclasses import replace

import numpy as np
import pytest

from wijkspil.sturing.vooruit.toegang import Lopend, Toegang, speel
from wijkspil.sturing.vooruit.wat_als import vergelijk

DRUK = Toegang(
    per_week=10, weken=26, spoed=0.1, huishouden=0.5, consulenten=4, consulent_uren=18, onderzoek_uren=7.4,
    triage_uren=5, triage_minuten=25, besluit_uren_per_week=15, open_onderzoeken=tuple(Lopend(d) for d in range(0, 40, 2)),
)  # fmt: skip


def test_the_same_seed_gives_the_same_and_another_seed_does_not() -> None:
    een, twee, ander = (speel(DRUK, herhalingen=50, zaad=z).onderzoek_te_laat for z in (1, 1, 2))
    assert (een == twee).all()
    assert (een != ander).any()


def test_people_hours_and_a_shorter_route_all_help_and_each_where_it_works() -> None:
    nu, consulent, verkort, triage = vergelijk(
        {
            "nu": DRUK,
            "consulent": DRUK.met(consulenten=5),
            "verkort": DRUK.met(verkort=0.5),
            "triage": DRUK.met(triage_uren=7),
        }
    )
    assert nu.te_laat > 0.05
    assert consulent.te_laat < nu.te_laat and verkort.te_laat < nu.te_laat
    assert consulent.scheelt_laag >= 0, (
        "with the same chance one more pair of hands never makes more questions late"
    )
    assert triage.triage_dagen is not None and nu.triage_dagen is not None
    assert triage.triage_dagen < nu.triage_dagen == consulent.triage_dagen
    assert verkort.duur is not None and nu.duur is not None and verkort.duur < nu.duur


def test_only_terms_that_end_in_the_period_count() -> None:
    """Today's questions of 50 days are late already, and a melding of week 8 of 13 ends after the period."""
    stil = Toegang(
        per_week=1e-9,
        consulenten=1,
        onderzoek_uren=0.001,
        wacht_dagen=0,
        open_onderzoeken=(Lopend(50), Lopend(41), Lopend(0)),
    )
    assert speel(stil, herhalingen=3).onderzoeken.tolist() == [2, 2, 2]
    assert speel(stil.met(weken=5), herhalingen=3).onderzoeken.tolist() == [1, 1, 1]


def test_what_waits_too_long_is_late_and_what_is_done_today_is_not() -> None:
    een = Toegang(
        per_week=1e-9,
        consulenten=1,
        consulent_uren=7,
        onderzoek_uren=10,
        wacht_dagen=0,
        spreiding=0,
        open_onderzoeken=(Lopend(40), Lopend(40)),
    )
    assert speel(een, herhalingen=2).onderzoek_te_laat.tolist() == [
        2,
        2,
    ]  # ten days of work each, two days left
    assert speel(een.met(onderzoek_uren=1.5), herhalingen=2).onderzoek_te_laat.tolist() == [1, 1]
    assert speel(een.met(onderzoek_uren=1.5, consulenten=2), herhalingen=2).onderzoek_te_laat.tolist() == [
        0,
        0,
    ]


def test_a_decision_has_its_own_two_weeks() -> None:
    een = Toegang(
        per_week=1e-9, consulenten=1, onderzoek_uren=0.001, besluit_uren=10, besluit_uren_per_week=10, besluit_wacht=0, spreiding=0,
        open_besluiten=(Lopend(1), Lopend(8)),
    )  # fmt: skip
    uit = speel(een, herhalingen=1)
    # The older first: ready on day 7 while its term ends on day 6; the other on day 14, a day late as well.
    assert (uit.besluiten[0], uit.besluit_te_laat[0]) == (2, 2)
    ruim = speel(replace(een, besluit_uren_per_week=12), herhalingen=1)
    assert ruim.besluit_te_laat[0] == 0


def test_fewer_observations_make_the_outcome_less_certain() -> None:
    breedte = []
    for gezien in (20, 2000):
        deel = speel(DRUK.met(gezien=gezien), herhalingen=400).deel_te_laat
        breedte.append(float(np.quantile(deel, 0.95) - np.quantile(deel, 0.05)))
    assert breedte[0] > breedte[1] * 1.1


def test_no_people_or_hours_is_refused_with_what_to_do() -> None:
    for anders in ({"consulenten": 0}, {"triage_uren": 0.0}):
        with pytest.raises(ValueError, match="Vul bij elke stap"):
            speel(DRUK.met(**anders), herhalingen=2)
