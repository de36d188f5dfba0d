"""Claims and payments against a plain model, in any order (M5): nobody is paid twice, nothing gets lost, books agree after each step.

Small in `make test`; `make drills` plays 100,000 steps. The model knows nothing of batches in a database: lists and whole numbers.
"""

import os
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.betalingen.geld import FLEUR, KEES, NOOR, beoordeeld, iban, twee_aanbieders
from tests.betalingen.test_batch import antwoord
from tests.wijk import Wijk
from wijkspil.betalingen.actions import (
    BatchKanNiet,
    bevestig_betaald,
    bevestig_rekening,
    breng_naar_bank,
    geef_vrij,
    haal_uit_batch,
    lees_bankantwoord,
    meld_terug,
    stel_batch_op,
    stel_rekening_voor,
    trek_batch_in,
    vorder_terug,
)
from wijkspil.betalingen.models import Betaalbatch, Betaalopdracht, Betaalpost, Rekening, Terugvordering
from wijkspil.ondersteuning.models import Betaling, Toewijzing

MENSEN = (KEES, FLEUR, NOOR)
VOL = bool(os.environ.get("WIJKSPIL_DRILLS"))
STAPPEN, VOORBEELDEN = (50, 2000) if VOL else (15, 4)


@dataclass
class Plat:
    """The plain model: what each party is owed, what it owes, and where every claim stands."""

    declaraties: dict[str, tuple[int, int]] = field(default_factory=dict)
    waar: dict[str, str] = field(default_factory=dict)
    schuld: Counter[int] = field(default_factory=Counter)
    verrekend: Counter[int] = field(default_factory=Counter)
    overgemaakt: Counter[int] = field(default_factory=Counter)


class Automaat(RuleBasedStateMachine):
    """Two providers, three people, one bank."""

    lvc: ClassVar[Wijk]
    orders: ClassVar[tuple[Toewijzing, Toewijzing]]
    stappen: ClassVar[int] = 0
    soorten: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.terug = transaction.atomic()
        self.terug.__enter__()
        self.plat, self.volg = Plat(), 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.terug.__exit__(None, None, None)

    def _wie(self, n: int) -> Any:
        return self.lvc.als(MENSEN[n])

    def _tel(self, wat: str) -> None:
        type(self).stappen += 1
        self.soorten[wat] += 1

    def _partij(self, o: Betaalopdracht) -> int:
        return next(i for i, t in enumerate(self.orders) if t.aanbieder_id == o.aanbieder_id)

    @rule(wie=st.integers(0, 1), cent=st.integers(1, 3_000_000))
    def declareer(self, wie: int, cent: int) -> None:
        self._tel("declareer")
        self.volg += 1
        nummer = f"D{self.volg}"
        beoordeeld(self.lvc, self.orders[wie], nummer, cent)
        self.plat.declaraties[nummer], self.plat.waar[nummer] = (wie, cent), "open"

    @rule(cent=st.integers(1, 50_000))
    def een_hele_ronde(self, cent: int) -> None:
        """A claim for each, a batch, released and at the bank: so that what comes after gets its turn."""
        for wie in (0, 1):
            self.declareer(wie, cent + wie)
        self.stel_op(None)
        for batch in Betaalbatch.objects.filter(status="voorstel"):
            with suppress(BatchKanNiet):
                self._naar_bank(geef_vrij(batch, door=self._wie(1)))

    @rule(wie=st.integers(0, 1), cent=st.integers(1, 100_000))
    def vorder(self, wie: int, cent: int) -> None:
        self._tel("vorder")
        vorder_terug(self.orders[wie].aanbieder, cent=cent, reden="proef", door=self._wie(0))  # type: ignore[arg-type]
        self.plat.schuld[wie] += cent

    @rule(alleen=st.sampled_from((None, 0, 1)))
    def stel_op(self, alleen: int | None) -> None:
        self._tel("stel op")
        kies = None if alleen is None else frozenset({self.orders[alleen].aanbieder_id})
        try:
            batch = stel_batch_op(door=self._wie(0), alleen=kies)  # type: ignore[arg-type]
        except BatchKanNiet:
            assert not self._kan_mee(alleen), "somebody is owed money and has an account"
            return
        assert set(self._kan_mee(alleen)) == {self._partij(o) for o in batch.opdrachten.all()}
        for o in batch.opdrachten.all():
            wie, bruto = self._partij(o), 0
            for nummer, (van, cent) in self.plat.declaraties.items():
                if van == wie and self.plat.waar[nummer] == "open":
                    self.plat.waar[nummer], bruto = o.eind_id, bruto + cent
            over = self.plat.schuld[wie] - self.plat.verrekend[wie]
            self.plat.verrekend[wie] += min(over, bruto)
            assert o.cent == bruto - min(over, bruto)

    def _kan_mee(self, alleen: int | None) -> list[int]:
        open_ = {van for n, (van, _c) in self.plat.declaraties.items() if self.plat.waar[n] == "open"}
        vast = {
            i for i, t in enumerate(self.orders)
            if Rekening.objects.filter(aanbieder=t.aanbieder, status="voorgesteld").exists()
            or not Rekening.objects.filter(aanbieder=t.aanbieder, status="bevestigd").exists()
        }  # fmt: skip
        return sorted(w for w in open_ - vast if alleen in (None, w))

    def _batch(self, data: Any, *standen: str) -> Betaalbatch | None:
        batches = list(Betaalbatch.objects.filter(status__in=standen).order_by("nummer"))
        return data.draw(st.sampled_from(batches)) if batches else None

    @rule(data=st.data(), wie=st.integers(0, 2))
    def geef_vrij(self, data: Any, wie: int) -> None:
        self._tel("geef vrij")
        if (batch := self._batch(data, "voorstel")) is None:
            return
        zelf = batch.vier_ogen and wie == 0
        try:
            geef_vrij(batch, door=self._wie(wie))
            assert not zelf, "above the limit the preparer never releases"
        except BatchKanNiet as fout:
            assert zelf or "rekeningnummer veranderd" in str(fout)

    @rule(data=st.data())
    def naar_de_bank(self, data: Any) -> None:
        self._tel("naar de bank")
        if (batch := self._batch(data, "vrijgegeven")) is None:
            return
        self._naar_bank(batch)

    def _naar_bank(self, batch: Betaalbatch) -> None:
        nul = [o.eind_id for o in batch.opdrachten.filter(cent=0, status="opgenomen")]
        try:
            breng_naar_bank(batch, door=self._wie(0))
        except BatchKanNiet as fout:
            assert "rekeningnummer veranderd" in str(fout)
            return
        for eind_id in nul:
            self._is_betaald(eind_id)

    def _is_betaald(self, eind_id: str) -> None:
        for nummer, waar in self.plat.waar.items():
            if waar == eind_id:
                self.plat.waar[nummer] = f"betaald {eind_id}"

    def _is_los(self, o: Betaalopdracht) -> None:
        posten = -(
            Betaalpost.objects.filter(opdracht=o, vordering__isnull=False).aggregate(s=Sum("cent"))["s"] or 0
        )
        self.plat.verrekend[self._partij(o)] -= posten
        for nummer, waar in self.plat.waar.items():
            if waar in (o.eind_id, f"betaald {o.eind_id}"):
                self.plat.waar[nummer] = "open"

    def _opdracht(self, data: Any, *standen: str) -> Betaalopdracht | None:
        rijen = list(
            Betaalopdracht.objects.filter(status__in=standen).select_related("batch").order_by("eind_id")
        )
        return data.draw(st.sampled_from(rijen)) if rijen else None

    @rule(data=st.data())
    def bank_betaalt(self, data: Any) -> None:
        self._tel("bank betaalt")
        if (o := self._opdracht(data, "verzonden")) is None:
            return
        bevestig_betaald(o, door=self._wie(0))
        self._is_betaald(o.eind_id)
        self.plat.overgemaakt[self._partij(o)] += o.cent

    @rule(data=st.data(), code=st.sampled_from(("MS03", "AC04")))
    def bank_geeft_terug(self, data: Any, code: str) -> None:
        self._tel("bank geeft terug")
        if (o := self._opdracht(data, "verzonden", "betaald")) is None:
            return
        was = o.status
        meld_terug(o, code=code, door=self._wie(0))
        self._is_los(o)
        if was == "betaald":
            self.plat.overgemaakt[self._partij(o)] -= o.cent

    @rule(data=st.data())
    def zelfde_antwoord_twee_keer(self, data: Any) -> None:
        self._tel("antwoord twee keer")
        if (batch := self._batch(data, "verzonden")) is None:
            return
        wacht = list(batch.opdrachten.filter(status="verzonden"))
        ruw = antwoord(batch, *((o.eind_id, "ACSC", "") for o in wacht))
        assert lees_bankantwoord(ruw, door=self._wie(0))[1] == len(wacht)
        assert lees_bankantwoord(ruw, door=self._wie(0))[1] == 0
        for o in wacht:
            self._is_betaald(o.eind_id)
            self.plat.overgemaakt[self._partij(o)] += o.cent

    @rule(data=st.data())
    def trek_in(self, data: Any) -> None:
        self._tel("trek in")
        if (batch := self._batch(data, "voorstel", "vrijgegeven")) is None:
            return
        levend = list(batch.opdrachten.filter(status="opgenomen"))
        trek_batch_in(batch, reden="proef", door=self._wie(1))
        for o in levend:
            self._is_los(o)

    @rule(data=st.data())
    def haal_uit(self, data: Any) -> None:
        self._tel("haal uit")
        o = self._opdracht(data, "opgenomen")
        if o is None or o.batch.status != "voorstel":
            return
        haal_uit_batch(o, reden="proef", door=self._wie(1))
        self._is_los(o)

    @rule(wie=st.integers(0, 1))
    def ander_nummer(self, wie: int) -> None:
        self._tel("ander nummer")
        self.volg += 1
        partij = self.orders[wie].aanbieder
        wacht = Rekening.objects.filter(aanbieder=partij, status="voorgesteld").first()
        if wacht is not None:
            bevestig_rekening(wacht, door=self._wie(1))
        else:
            stel_rekening_voor(
                partij,
                iban=iban(1000 + self.volg),
                tenaamstelling="X",
                hoe_nagegaan="proef",
                door=self._wie(0),
            )

    @precondition(lambda self: self.volg)
    @invariant()
    def de_boeken_kloppen(self) -> None:
        betaald = {
            n: c for n, (_w, c) in self.plat.declaraties.items() if self.plat.waar[n].startswith("betaald")
        }
        echt = Betaling.objects.filter(teruggekomen_op__isnull=True, declaratie__isnull=False)
        assert dict(echt.values_list("declaratie__nummer", "cent")) == betaald, (
            "paid: exactly these, each once"
        )
        for i, t in enumerate(self.orders):
            mijn = Betaalopdracht.objects.filter(aanbieder=t.aanbieder, status="betaald").aggregate(
                s=Sum("cent")
            )["s"]
            assert (mijn or 0) == self.plat.overgemaakt[i], "the bank moved this much"
            som = Terugvordering.objects.filter(aanbieder=t.aanbieder).aggregate(
                a=Sum("cent"), b=Sum("verrekend_cent")
            )
            assert (som["a"] or 0, som["b"] or 0) == (self.plat.schuld[i], self.plat.verrekend[i])


@pytest.mark.traag
def test_wat_er_ook_gebeurt_de_boeken_kloppen(lvc: Wijk) -> None:
    Automaat.lvc, Automaat.orders = lvc, twee_aanbieders(lvc)
    run_state_machine_as_test(
        Automaat,
        settings=settings(
            max_examples=int(os.environ.get("WIJKSPIL_AUTOMAAT", VOORBEELDEN)),
            stateful_step_count=STAPPEN,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(f"{Automaat.stappen} stappen, 0 afwijkingen: {dict(Automaat.soorten)}")
    assert Automaat.stappen > 20
