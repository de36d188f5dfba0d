"""Calibration on own events: the counts are those of the events, and the played lead time is the one that was seen."""

from datetime import date, timedelta
from statistics import fmean

import pytest

from tests.sturing.vooruit.hand import met_de_hand
from tests.wijk import Wijk
from wijkspil.sturing.stand import lees_stand
from wijkspil.sturing.vooruit.ijking import (
    GENOEG_DUREN,
    Waarneming,
    stel_wachttijd_in,
    uit_waarneming,
    waarneming,
)

PEILDAG = date(2026, 5, 1)


@pytest.fixture
def gezien(bestanden: Wijk) -> Waarneming:
    stand = lees_stand(bestanden.gemeente.pk)
    assert stand is not None
    return waarneming(stand.gemeente, stand.versie, PEILDAG)


def test_what_was_seen_is_what_the_events_say(gezien: Waarneming) -> None:
    vanaf = PEILDAG - timedelta(days=364)
    meldingen = met_de_hand(
        f"SELECT dossier, dag, id FROM g WHERE soort LIKE 'melding.%' AND dag <= '{PEILDAG}'"
    )
    assert gezien.meldingen == sum(dag >= vanaf for _d, dag, _id in meldingen)
    assert gezien.weken == pytest.approx(365 / 7, abs=0.01)
    af = met_de_hand(
        f"SELECT dossier, dag, id FROM g WHERE soort = 'onderzoek.afgerond' AND dag BETWEEN '{vanaf}' AND '{PEILDAG}'"
    )
    duren = [
        (dag - max((i, d) for wie, d, i in meldingen if wie == dossier and i < id_)[1]).days
        for dossier, dag, id_ in af
    ]
    assert sorted(gezien.duren_onderzoek) == sorted(duren)
    assert gezien.genoeg
    assert all(o.dagen <= max(duren) for o in gezien.open_onderzoeken)


def test_the_played_lead_time_is_the_seen_one(gezien: Waarneming) -> None:
    toegang, passing = stel_wachttijd_in(uit_waarneming(gezien, consulenten=4), gezien)
    assert passing is not None and passing.past
    assert passing.gespeeld == pytest.approx(fmean(gezien.duren_onderzoek), rel=0.05)
    assert toegang.drukte["onderzoek"] == pytest.approx(0.85, abs=0.02)


def test_too_much_work_per_question_does_not_fit_and_too_few_events_say_nothing(gezien: Waarneming) -> None:
    zwaar = uit_waarneming(gezien, consulenten=4)
    _t, passing = stel_wachttijd_in(zwaar.met(onderzoek_uren=zwaar.onderzoek_uren * 1.4), gezien)
    assert passing is not None and not passing.past
    from dataclasses import replace

    weinig = replace(gezien, duren_onderzoek=gezien.duren_onderzoek[: GENOEG_DUREN - 1])
    assert stel_wachttijd_in(zwaar, weinig) == (zwaar, None)
    assert not weinig.genoeg
