"""Everything that writes about money. Pages and the worker call these; nothing else writes these tables."""

from .bank import bevestig_betaald, lees_bankantwoord, meld_terug
from .batch import BatchKanNiet, breng_naar_bank, geef_vrij, haal_uit_batch, stel_batch_op, trek_batch_in
from .rekening import RekeningKanNiet, bevestig_rekening, stel_rekening_voor, wijs_rekening_af
from .vordering import VorderingKanNiet, boek_ontvangst, scheld_kwijt, vorder_terug

__all__ = [
    "BatchKanNiet",
    "RekeningKanNiet",
    "VorderingKanNiet",
    "bevestig_betaald",
    "bevestig_rekening",
    "boek_ontvangst",
    "breng_naar_bank",
    "geef_vrij",
    "haal_uit_batch",
    "lees_bankantwoord",
    "meld_terug",
    "scheld_kwijt",
    "stel_batch_op",
    "stel_rekening_voor",
    "trek_batch_in",
    "vorder_terug",
    "wijs_rekening_af",
]
