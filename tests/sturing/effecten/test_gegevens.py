"""From dated events to people in two groups: both arms, money, marks, what was taken back, and nobody of another pilot."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
from wijkspil.sturing.effecten.gegevens import Mens, Opzet, mensen_van
from wijkspil.sturing.export import ververs

BEGIN, VANDAAG = date(2026, 1, 1), date(2026, 7, 1)
PROEF, ANDERS = str(uuid.UUID(int=1, version=4)), str(uuid.UUID(int=2, version=4))


class Boek:
    def __init__(self, wijk: Wijk) -> None:
        self.wijk, self.rijen = wijk, list[Gebeurtenis]()

    def meld(self, wie: int, soort: str, dag: int, /, **gegevens: Any) -> None:
        op = BEGIN + timedelta(days=dag)
        moment = timezone.make_aware(datetime(op.year, op.month, op.day, 9))
        self.rijen.append(
            Gebeurtenis(
                gemeente_id=self.wijk.gemeente.pk, soort=soort, moment=moment, dag=op, dossier_id=uuid.UUID(int=wie, version=4),
                onderwerp_id=uuid.uuid4(), door_soort="medewerker", door_naam="x", handeling_id=uuid.uuid4(), gegevens=gegevens,
            )
        )  # fmt: skip

    def hulp(self, wie: int, soort: str, dag: int, /, product: str = "02K01", **meer: Any) -> None:
        regel = str(uuid.UUID(int=1000 + wie, version=4))
        self.meld(wie, soort, dag, regel=regel, product=product, maand_cent=30_437, **meer)

    def mensen(self, opzet: Opzet) -> list[Mens]:
        Gebeurtenis.objects.bulk_create(self.rijen)
        return sorted(
            mensen_van(ververs(self.wijk.gemeente.pk), opzet, VANDAAG),
            key=lambda m: (not m.proef, m.begonnen or BEGIN),
        )


@pytest.fixture
def boek(lvc: Wijk, tmp_path: object, settings: Any) -> Boek:
    settings.STURING_MAP = tmp_path
    return Boek(lvc)


EIGEN = Opzet(PROEF, BEGIN, True, ("02E01",), ("02K01",), vergelijk_zelf=True, vaste_prijs_cent=185_000)


def test_twee_armen_met_tijd_geld_en_cijfer(boek: Boek) -> None:
    boek.meld(1, "eigentraject.begonnen", 5, product="02E01", uurprijs_cent=6000)
    boek.meld(1, "proeftuin.ingestapt", 5, proeftuin=PROEF, arm="proef")
    boek.meld(1, "eigentraject.bijgewerkt", 20, minuten=90, tevreden=6)
    boek.meld(1, "eigentraject.geeindigd", 64, minuten=90, tevreden=9, code="gehaald")
    boek.meld(2, "eigentraject.begonnen", 10, product="02E01", uurprijs_cent=None)
    boek.meld(2, "proeftuin.ingestapt", 10, proeftuin=PROEF, arm="proef")
    boek.meld(
        3,
        "zrm.gemeten",
        11,
        code="begin",
        soort="begin",
        scores={"lichamelijke_gezondheid": 2, "dagbesteding": 4},
    )
    boek.hulp(3, "levering.gestart", 30)
    boek.hulp(3, "levering.gestopt", 89)
    boek.meld(3, "plan.geevalueerd", 90, richting="stoppen", tevreden=7)
    boek.hulp(4, "levering.gestart", -40)  # before the pilot: not in the comparison
    boek.meld(5, "proeftuin.ingestapt", 3, proeftuin=ANDERS, arm="proef")
    boek.hulp(6, "levering.gestart", 12, product="07A12")  # other help

    klaar, loopt, gewoon = boek.mensen(EIGEN)
    assert klaar == Mens(True, BEGIN + timedelta(days=5), 60, True, 9000, 9, None)
    assert loopt == Mens(True, BEGIN + timedelta(days=10), 172, False, None, None, None)
    assert (gewoon.proef, gewoon.dagen, gewoon.klaar, gewoon.cijfer) == (False, 60, True, 7)
    assert gewoon.kosten_cent == pytest.approx(60_000, abs=10), "sixty days of a monthly amount"


def test_wat_is_teruggenomen_of_even_stopte_telt_zoals_het_was(boek: Boek) -> None:
    boek.hulp(1, "levering.gestart", 10)
    boek.hulp(1, "levering.gestopt", 40, tijdelijk=True)
    boek.hulp(1, "levering.gestart", 50)
    boek.hulp(1, "levering.gestopt", 69)
    boek.hulp(2, "levering.gestart", 20)
    boek.hulp(2, "levering.gestopt", 40)
    boek.hulp(2, "levering.stop_teruggenomen", 42)
    boek.hulp(3, "levering.gestart", 30)
    boek.hulp(3, "levering.start_teruggenomen", 33)
    mensen = {m.dagen: m for m in boek.mensen(EIGEN)}
    assert mensen[60].klaar, "a pause is no end: from day 10 to day 69"
    loopt = next(m for m in mensen.values() if m.begonnen == BEGIN + timedelta(days=20))
    assert (loopt.klaar, loopt.kosten_cent) == (False, None), "the stop was taken back"
    assert [m.dagen for m in mensen.values() if m.begonnen is None] == [None], "a start taken back never was"


def test_met_de_hand_ingedeeld_telt_alleen_wie_erin_staat(boek: Boek) -> None:
    for wie, arm in ((1, "proef"), (2, "vergelijk")):
        boek.meld(wie, "proeftuin.ingestapt", 0, proeftuin=PROEF, arm=arm)
        boek.hulp(wie, "levering.gestart", 5)
        boek.meld(wie, "ervaring.gegeven", 30, cijfer=8, helpt="goed", gehoord="ja")
    boek.hulp(3, "levering.gestart", 5)
    assert [(m.proef, m.cijfer) for m in boek.mensen(Opzet(PROEF, BEGIN, False))] == [(True, 8), (False, 8)]
