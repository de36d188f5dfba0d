"""One round of the post of a municipality. The tables are the truth: a round that is cut off anywhere is simply made again."""

import logging
from dataclasses import dataclass

from wijkspil.core import uitbox
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register

from .ontvangst import neem_transportfout_op, ontvang
from .uitgaand.verzenden import verzend
from .uitwisseling import uitwisseling
from .verwerking import verwerk_wachtende

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ronde:
    """How much was done: taken in, processed, outbox rows handled, handed over."""

    ontvangen: int
    verwerkt: int
    uitbox: int
    verzonden: int

    def __bool__(self) -> bool:
        return any((self.ontvangen, self.verwerkt, self.uitbox, self.verzonden))


def rondgang(gemeente_id: int) -> Ronde:
    """Empty the in-tray, process, empty the outbox, hand over: in that order, each step in transactions of its own."""
    ronde = Ronde(
        haal_binnen(gemeente_id),
        verwerk_wachtende(gemeente_id),
        uitbox.leeg(gemeente_id),
        verzend(gemeente_id),
    )
    if ronde:
        logger.info("rondgang gemeente=%s %s", gemeente_id, ronde)
    return ronde


def haal_binnen(gemeente_id: int) -> int:
    """Store what lies in the in-tray, and only then take it out of there. Returns how many."""
    weg, cbs = uitwisseling(), register.op_code(gemeente_id).cbs_code
    aantal = 0
    for stuk in weg.in_bak(cbs):
        with binnen(gemeente_id):
            if stuk.melding is not None:
                neem_transportfout_op(stuk.melding, gemeente_id=gemeente_id)
            else:
                ontvang(stuk.ruw, gemeente_id=gemeente_id, herkomst=stuk.naam)
        weg.berg_op(cbs, stuk.naam)
        aantal += 1
    return aantal
