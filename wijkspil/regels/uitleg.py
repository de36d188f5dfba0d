"""Why this date? A deadline told in plain Dutch, for the screen and for letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wijkspil.regels.kalender import EEN_DAG, gelijkgestelde_dagen, in_woorden, naam_van_vrije_dag
from wijkspil.regels.parameters import Onbekend

if TYPE_CHECKING:
    from wijkspil.regels.termijn import Termijn

ATW = "Algemene termijnenwet"


@dataclass(frozen=True)
class Uitlegregel:
    """One step of the explanation: the days it is about, a Dutch sentence, and the article it rests on."""

    dag_van: date
    dag_tot: date
    zin: str
    grondslag: str


def leg_uit(termijn: Termijn, vandaag: date) -> list[Uitlegregel]:
    """Tell the story of a deadline in order: begin, length, extensions, stand-stills, shift, and where we are now."""
    return [
        *_begin(termijn),
        *_verlengingen(termijn),
        *_opschortingen(termijn, vandaag),
        *_verschuiving(termijn, vandaag),
        *_slot(termijn, vandaag),
    ]


def _begin(termijn: Termijn) -> list[Uitlegregel]:
    eerste, einde = termijn.eerste_dag, termijn.duur.na(termijn.start, termijn.extra_vrije_dagen)
    return [
        Uitlegregel(
            termijn.start,
            eerste,
            f"De termijn begint op {in_woorden(eerste)}. Dat is de dag na {in_woorden(termijn.start)}.",
            termijn.grondslag,
        ),
        Uitlegregel(
            eerste,
            einde,
            f"De termijn duurt {termijn.duur}: tot en met {in_woorden(einde)}.",
            termijn.grondslag,
        ),
    ]


def _verlengingen(termijn: Termijn) -> list[Uitlegregel]:
    regels = []
    einde = termijn.duur.na(termijn.start, termijn.extra_vrije_dagen)
    for verlenging in termijn.verlengingen:
        nieuw = verlenging.duur.na(einde, termijn.extra_vrije_dagen)
        reden = verlenging.reden.rstrip(".")
        zin = f"De termijn is met {verlenging.duur} verlengd, tot en met {in_woorden(nieuw)}. De reden: {reden}."
        regels.append(Uitlegregel(einde + EEN_DAG, nieuw, zin, verlenging.grondslag or termijn.grondslag))
        einde = nieuw
    return regels


def _opschortingen(termijn: Termijn, vandaag: date) -> list[Uitlegregel]:
    regels = []
    for opschorting in termijn.opschortingen:
        grond = opschorting.grond
        reden = opschorting.toelichting or (grond.zin if grond else f"De reden is: {opschorting.reden_code}.")
        grondslag = grond.artikel if grond else termijn.grondslag
        if opschorting.tot is None:
            zin = f"Vanaf {in_woorden(opschorting.van)} staat de termijn stil. {reden} Zolang dat duurt, telt geen dag mee."
            regels.append(Uitlegregel(opschorting.van, max(opschorting.van, vandaag), zin, grondslag))
            continue
        aantal = (opschorting.tot - opschorting.van).days
        laatste = opschorting.tot - EEN_DAG if aantal else opschorting.van
        if aantal == 0:
            zin = f"De termijn zou vanaf {in_woorden(opschorting.van)} stilstaan, maar dat was niet meer nodig. {reden}"
        elif aantal == 1:
            zin = f"Op {in_woorden(opschorting.van)} stond de termijn 1 dag stil. {reden} Die dag komt erbij."
        else:
            zin = (
                f"Van {in_woorden(opschorting.van)} tot en met {in_woorden(laatste)} staat de termijn {aantal} dagen stil. "
                f"{reden} Die dagen komen erbij."
            )
        regels.append(Uitlegregel(opschorting.van, laatste, zin, grondslag))
    return regels


def _verschuiving(termijn: Termijn, vandaag: date) -> list[Uitlegregel]:
    """Explain the shift of the ATW, and say when the extra holidays of a year are not known yet."""
    einde = termijn.laatste_dag_op(vandaag)
    regels = []
    if termijn.telt_te_weinig_werkdagen:
        zin = "In de termijn zitten anders te weinig gewone werkdagen. Er moeten er minstens twee in zitten."
        regels.append(Uitlegregel(termijn.eerste_dag, einde, zin, f"{ATW}, artikel 2"))
    vrij: list[date] = []
    dag = termijn.laatste_dag_zonder_verschuiving(vandaag)
    while dag < einde:
        vrij.append(dag)
        dag += timedelta(days=1)
    if vrij:
        namen = [f"{in_woorden(d)} is {naam_van_vrije_dag(d, termijn.extra_vrije_dagen)}" for d in vrij]
        opsomming = namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
        zin = f"De laatste dag schuift door naar {in_woorden(einde)}, want {opsomming}."
        regels.append(Uitlegregel(vrij[0], einde, zin, f"{ATW}, artikelen 1 en 3"))
    extra = gelijkgestelde_dagen(einde.year)
    if isinstance(extra, Onbekend) and termijn.atw_geldt:
        zin = f"{extra.reden} Valt de laatste dag daarop, dan schuift die nog door."
        regels.append(Uitlegregel(einde, einde, zin, extra.bron))
    return regels


def _slot(termijn: Termijn, vandaag: date) -> list[Uitlegregel]:
    einde = termijn.laatste_dag_op(vandaag)
    over = termijn.dagen_over(vandaag)
    dagen = "1 dag" if abs(over) == 1 else f"{abs(over)} dagen"
    if termijn.staat_stil:
        zin = f"Als de termijn vandaag weer gaat lopen, is de laatste dag {in_woorden(einde)}."
    elif over < 0:
        zin = f"De laatste dag was {in_woorden(einde)}. Dat is {dagen} geleden."
    elif over == 0:
        zin = f"Vandaag, {in_woorden(einde)}, is de laatste dag."
    else:
        zin = f"De laatste dag is {in_woorden(einde)}. Dat is over {dagen}."
    return [Uitlegregel(einde, einde, zin, termijn.grondslag)]
