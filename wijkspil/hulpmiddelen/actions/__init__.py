"""Everything that writes about aids and adapted homes."""

from .pool import PoolKanNiet, neem_op, reserveer, verzet_reservering, zet_stand
from .woning import StapKanNiet, begin_aanpassing, zet_stap

__all__ = [
    "PoolKanNiet",
    "StapKanNiet",
    "begin_aanpassing",
    "neem_op",
    "reserveer",
    "verzet_reservering",
    "zet_stand",
    "zet_stap",
]
