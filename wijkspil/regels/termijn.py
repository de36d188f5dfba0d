"""A deadline is a value with a reason.

``Termijn`` counts from the day after receipt, stands still, is extended, and shifts past weekends and holidays.
Every change gives a new value, so yesterday's answer stays what it was. Days are passed in; there is no clock here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wijkspil.regels.duur import Duur, Tijdseenheid, dagen, jaren, maanden, weken, werkdagen
from wijkspil.regels.kalender import (
    EEN_DAG,
    eerstvolgende_werkdag,
    in_woorden,
    is_vrije_dag,
    plus_werkdagen,
    werkdagen_tussen,
)
from wijkspil.regels.opschorting import Opschorting

if TYPE_CHECKING:
    from wijkspil.regels.uitleg import Uitlegregel

__all__ = [
    "Duur",
    "Opschorting",
    "Termijn",
    "TermijnFout",
    "Verlenging",
    "dagen",
    "jaren",
    "maanden",
    "weken",
    "werkdagen",
]


class TermijnFout(ValueError):
    """A step with a deadline that can't be taken; the message says why and what to do."""


@dataclass(frozen=True)
class Verlenging:
    """Extra time added to a deadline, with the reason that the resident can read."""

    duur: Duur
    reden: str
    grondslag: str = ""


@dataclass(frozen=True)
class Termijn:
    """A deadline: what it is for, from when, how long, on which article, and what happened to it since.

    ``start`` is the day of the event (receipt, announcement): counting begins the day after.
    ``atw`` says whether the Algemene termijnenwet applies in principle; the exceptions of its article 4 are added here.
    ``extra_vrije_dagen`` are equated days that the data file does not know yet.
    """

    soort: str
    start: date
    duur: Duur
    grondslag: str
    atw: bool = True
    opschortingen: tuple[Opschorting, ...] = ()
    verlengingen: tuple[Verlenging, ...] = ()
    extra_vrije_dagen: frozenset[date] = frozenset()

    # -- the last day ------------------------------------------------------------------------------------------------

    @cached_property
    def laatste_dag(self) -> date:
        """The last day on which it is still on time.

        While the clock stands still this is the earliest possible last day: the one if the clock had run on at once.
        Use ``laatste_dag_op`` to count an open suspension up to a day.
        """
        return self._bereken(None)

    def laatste_dag_op(self, vandaag: date) -> date:
        """Give the last day as it looks on a day: an open suspension counts up to, not including, that day."""
        return self._bereken(vandaag) if self.staat_stil else self.laatste_dag

    @property
    def atw_geldt(self) -> bool:
        """Whether the Algemene termijnenwet applies, its article 4 included: it looks at each described stretch."""
        return self.atw and self.duur.valt_onder_atw and all(v.duur.valt_onder_atw for v in self.verlengingen)

    @cached_property
    def kale_laatste_dag(self) -> date:
        """The last day by counting alone: with extensions, without suspensions and without the ATW."""
        einde = self.duur.na(self.start, self.extra_vrije_dagen)
        for verlenging in self.verlengingen:
            einde = verlenging.duur.na(einde, self.extra_vrije_dagen)
        return einde

    def laatste_dag_zonder_verschuiving(self, vandaag: date) -> date:
        """Give the last day before the final shift past free days, as it looks on a day."""
        return self._tel(vandaag)

    @property
    def telt_te_weinig_werkdagen(self) -> bool:
        """Whether ATW article 2 lengthens this term, because by counting alone it holds fewer than two working days."""
        return self._met_twee_werkdagen(self.kale_laatste_dag) > self.kale_laatste_dag

    def _bereken(self, vandaag: date | None) -> date:
        return self.na_vrije_dagen(self._tel(vandaag))

    def _tel(self, vandaag: date | None) -> date:
        einde = self._met_twee_werkdagen(self.kale_laatste_dag)
        for opschorting in self.opschortingen:
            tot = opschorting.einde_op(vandaag if vandaag is not None else opschorting.van)
            if opschorting.van > einde:
                # Stopped in the days that the ATW had added: the term had not ended yet, so it goes on from there.
                einde = self.na_vrije_dagen(einde)
            einde = self._plus_stilstand(einde, opschorting.van, tot)
        return einde

    def na_vrije_dagen(self, dag: date) -> date:
        """Move a last day past Saturdays, Sundays and holidays when the ATW says so (article 1)."""
        return eerstvolgende_werkdag(dag, self.extra_vrije_dagen) if self.atw_geldt else dag

    def _met_twee_werkdagen(self, einde: date) -> date:
        """Lengthen a term of three days or more until it holds two working days (ATW article 2)."""
        if not (self.atw_geldt and self.duur.minstens_drie_dagen):
            return einde
        if (einde - self.start).days >= 14 and not self.extra_vrije_dagen:
            return einde  # two weeks hold ten weekdays, and no stretch of them has more than a handful of holidays
        gevonden, dag = 0, self.start
        while gevonden < 2:
            dag += EEN_DAG
            gevonden += not is_vrije_dag(dag, self.extra_vrije_dagen)
        return max(einde, dag)

    def _plus_stilstand(self, einde: date, van: date, tot: date) -> date:
        if self.duur.eenheid is Tijdseenheid.WERKDAGEN:
            stille_werkdagen = werkdagen_tussen(van, tot, self.extra_vrije_dagen)
            return plus_werkdagen(einde, stille_werkdagen, self.extra_vrije_dagen)
        return einde + (tot - van)

    # -- changes: each gives a new value -----------------------------------------------------------------------------

    def schort_op(self, van: date, reden_code: str, toelichting: str = "") -> Termijn:
        """Stop the clock; ``van`` is the first day on which it stands still.

        Awb article 4:15 often starts on the day after a letter: ``wmo.schort_op`` takes the day of the letter instead.
        """
        if not reden_code:
            raise TermijnFout(
                "Een termijn stilzetten kan alleen met een reden. Kies de reden van de opschorting."
            )
        if self.staat_stil:
            raise TermijnFout(
                "De termijn staat al stil. Laat hem eerst weer lopen, of pas de huidige opschorting aan."
            )
        if van <= self.start:
            raise TermijnFout(
                f"De termijn loopt pas vanaf {in_woorden(self.eerste_dag)} en kan niet eerder stilstaan. Kies een latere dag."
            )
        if self.opschortingen and self.opschortingen[-1].einde_op(van) > van:
            raise TermijnFout("Op die dag stond de termijn al stil. Kies een dag na de vorige opschorting.")
        if van > self.laatste_dag:
            raise TermijnFout(
                f"De termijn was op {in_woorden(self.laatste_dag)} al voorbij. "
                "Een verlopen termijn kan niet meer stilstaan. Neem het besluit zo snel mogelijk."
            )
        return replace(
            self, opschortingen=(*self.opschortingen, Opschorting(van, reden_code, toelichting=toelichting))
        )

    def hervat(self, tot: date) -> Termijn:
        """Let the clock run again; ``tot`` is the first day that counts.

        Papers that arrive before the clock had even stopped leave a suspension of no days: it stays in the history.
        """
        if not self.staat_stil:
            raise TermijnFout("De termijn loopt al. Er is niets om te hervatten.")
        laatste = self.opschortingen[-1]
        if tot <= self.start:
            raise TermijnFout(
                f"De termijn begon pas na {in_woorden(self.start)}. Kies een latere dag om te hervatten."
            )
        gesloten = replace(laatste, tot=max(tot, laatste.van))
        return replace(self, opschortingen=(*self.opschortingen[:-1], gesloten))

    def verleng(self, duur: Duur, reden: str, grondslag: str = "") -> Termijn:
        """Add time to the end. The new stretch counts from the counted end, before any shift past free days."""
        if not reden:
            raise TermijnFout(
                "Een termijn verlengen kan alleen met een reden. Schrijf op waarom er meer tijd nodig is."
            )
        return replace(self, verlengingen=(*self.verlengingen, Verlenging(duur, reden, grondslag)))

    # -- questions ---------------------------------------------------------------------------------------------------

    @property
    def eerste_dag(self) -> date:
        """The first day that counts: the day after the start."""
        return self.start + EEN_DAG

    @property
    def staat_stil(self) -> bool:
        """Whether the last suspension is still open."""
        return bool(self.opschortingen) and self.opschortingen[-1].tot is None

    def opgeschort_op(self, dag: date) -> bool:
        """Tell whether the clock stands still on a day."""
        return any(opschorting.omvat(dag) for opschorting in self.opschortingen)

    def dagen_over(self, vandaag: date) -> int:
        """Count the days until the last day: 0 on the last day itself, negative when it is past.

        While the clock stands still the number stays the same from day to day.
        """
        return (self.laatste_dag_op(vandaag) - vandaag).days

    def is_verlopen(self, vandaag: date) -> bool:
        """Tell whether the last day is past; never while the clock stands still."""
        return self.dagen_over(vandaag) < 0

    def uitleg(self, vandaag: date) -> list[Uitlegregel]:
        """Explain in plain Dutch why the last day is what it is, step by step."""
        from wijkspil.regels.uitleg import leg_uit  # here, because the explanation reads this class

        return leg_uit(self, vandaag)

    # -- to and from JSON --------------------------------------------------------------------------------------------

    def als_dict(self) -> dict[str, Any]:
        """Give the deadline as a dictionary that fits in JSON; ``uit_dict`` gives the same value back."""
        return {
            "soort": self.soort,
            "start": self.start.isoformat(),
            "duur": _duur_als_dict(self.duur),
            "grondslag": self.grondslag,
            "atw": self.atw,
            "opschortingen": [
                {
                    "van": o.van.isoformat(),
                    "tot": o.tot.isoformat() if o.tot else None,
                    "reden_code": o.reden_code,
                    "toelichting": o.toelichting,
                }
                for o in self.opschortingen
            ],
            "verlengingen": [
                {"duur": _duur_als_dict(v.duur), "reden": v.reden, "grondslag": v.grondslag}
                for v in self.verlengingen
            ],
            "extra_vrije_dagen": sorted(dag.isoformat() for dag in self.extra_vrije_dagen),
        }

    @classmethod
    def uit_dict(cls, gegevens: Mapping[str, Any]) -> Termijn:
        """Build the deadline from what ``als_dict`` gave."""
        return cls(
            soort=gegevens["soort"],
            start=date.fromisoformat(gegevens["start"]),
            duur=_duur_uit_dict(gegevens["duur"]),
            grondslag=gegevens["grondslag"],
            atw=gegevens["atw"],
            opschortingen=tuple(
                Opschorting(
                    van=date.fromisoformat(o["van"]),
                    reden_code=o["reden_code"],
                    tot=date.fromisoformat(o["tot"]) if o["tot"] else None,
                    toelichting=o["toelichting"],
                )
                for o in gegevens["opschortingen"]
            ),
            verlengingen=tuple(
                Verlenging(_duur_uit_dict(v["duur"]), v["reden"], v["grondslag"])
                for v in gegevens["verlengingen"]
            ),
            extra_vrije_dagen=frozenset(date.fromisoformat(dag) for dag in gegevens["extra_vrije_dagen"]),
        )


def _duur_als_dict(duur: Duur) -> dict[str, Any]:
    return {"aantal": duur.aantal, "eenheid": duur.eenheid.value}


def _duur_uit_dict(gegevens: Mapping[str, Any]) -> Duur:
    return Duur(gegevens["aantal"], Tijdseenheid(gegevens["eenheid"]))
