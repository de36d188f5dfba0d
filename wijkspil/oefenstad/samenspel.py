"""Playing with several processes at once. They wait for each other at the end of every day, as the town does at night."""

import multiprocessing
import queue
import resource
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from multiprocessing.synchronize import Barrier
from typing import Any

from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente

from . import avond, vandaag
from .kindproces import leef
from .opdracht import Opdracht, Uitslag
from .spel import Spel, niet_op_de_schijf_wachten, schrijf_verhalen
from .stad import Stad

Voortgang = Callable[[date], None]
_WERKVORM = multiprocessing.get_context("spawn")
_GEDULD = 600  # seconds that a process waits for the others at the end of a day


class SpelMislukt(RuntimeError):
    """A process stopped with an error; the message holds it."""


def speel(opdracht: Opdracht, *, processen: int = 1, voortgang: Voortgang | None = None) -> Uitslag:
    """Play a municipality that has been set up. `voortgang` hears every day that is over.

    Raises:
        SpelMislukt: one of several processes failed. With one process the error itself comes out.
    """
    if processen == 1:
        return speel_deel(opdracht, None, voortgang or (lambda dag: None))
    delen = [replace(opdracht, deel=n, delen=processen) for n in range(processen)]
    barriere = _WERKVORM.Barrier(processen)
    return tel_op(_laat_spelen([(deel, barriere) for deel in delen], voortgang))


def speel_naast_elkaar(opdrachten: Sequence[Opdracht], voortgang: Voortgang | None = None) -> list[Uitslag]:
    """Play several municipalities at once, each in a process of its own; they don't wait for each other.

    Raises:
        SpelMislukt: one of them failed.
    """
    return _laat_spelen([(opdracht, _WERKVORM.Barrier(1)) for opdracht in opdrachten], voortgang)


def _laat_spelen(delen: Sequence[tuple[Opdracht, Barrier]], voortgang: Voortgang | None) -> list[Uitslag]:
    post = _WERKVORM.Queue()
    lopend = [_WERKVORM.Process(target=leef, args=(deel, barriere, post)) for deel, barriere in delen]
    for proces in lopend:
        proces.start()
    uitslagen: list[Uitslag] = []
    try:
        while len(uitslagen) < len(lopend):
            soort, inhoud = _volgende(post, lopend)
            if soort == "fout":
                raise SpelMislukt(inhoud)
            if soort == "uitslag":
                uitslagen.append(inhoud)
            elif voortgang is not None:
                voortgang(inhoud)
    finally:
        for proces in lopend:
            if len(uitslagen) < len(lopend):
                proces.terminate()
            proces.join()
    return uitslagen


def tel_op(uitslagen: list[Uitslag]) -> Uitslag:
    """One result for all processes: work and memory added up, the time of the slowest."""
    som = Uitslag()
    for u in uitslagen:
        som.vragen += u.vragen
        som.momenten += u.momenten
        som.geheugen_mb += u.geheugen_mb
        som.seconden = max(som.seconden, u.seconden)
        som.telling.voeg_toe(u.telling)
        for reden, aantal in u.redenen.items():
            som.redenen[reden] = som.redenen.get(reden, 0) + aantal
    return som


def _volgende(post: Any, lopend: list[Any]) -> tuple[str, Any]:
    while True:
        with suppress(queue.Empty):
            soort, inhoud = post.get(timeout=1)
            return soort, inhoud
        for proces in lopend:
            if proces.exitcode:
                return "fout", f"Een proces stopte met code {proces.exitcode}; hierboven staat waarom."


def speel_deel(opdracht: Opdracht, barriere: Barrier | None, voortgang: Voortgang) -> Uitslag:
    """Play one share. The first process does the messages; letters are made by all."""
    niet_op_de_schijf_wachten()
    gemeente = Gemeente.objects.get(slug=opdracht.slug)
    with binnen(gemeente.pk):
        stad = Stad(gemeente, opdracht.van)
        post = avond.Berichtenpost(stad, opdracht) if opdracht.deel == 0 else None
    brieven = avond.Brievenpost(stad, opdracht)

    def wacht() -> None:
        if barriere is not None:
            barriere.wait(_GEDULD)

    def na_de_dag(dag: date) -> None:
        wacht()
        if post is not None:
            post.avond(dag)
        brieven.avond(dag)
        wacht()
        voortgang(dag)

    spel = Spel(opdracht, stad)
    if opdracht.met_vandaag and opdracht.deel == 0:
        with binnen(gemeente.pk):
            spel.voeg_toe(vandaag.taferelen(stad, opdracht))
    uitslag = spel.speel(schrijf_verhalen(opdracht), na_de_dag)
    uitslag.redenen = avond.mislukte(deel.wachtrij for deel in (post, brieven) if deel is not None)
    uitslag.geheugen_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return uitslag
