"""The acts of this room, one module per story."""

from .omgang import (
    beeindig_contract,
    doe_kennisgeving,
    leg_verslag_vast,
    meet_uitkomst,
    meld_onderaannemer,
    plan_overleg,
    rond_actie_af,
    rond_kennisgeving_af,
    spreek_actie_af,
    spreek_uitkomst_af,
)
from .stukken import bewaar_prijsopbouw, leg_beleidsstuk_vast, leg_raadpleging_vast
from .toelating import (
    ToelatingKanNiet,
    bied_prijs,
    geef_panelstem,
    laat_toe,
    neem_inschrijving_op,
    open_procedure,
    toets_eis,
    trek_inschrijving_in,
    wijs_af,
    zie_bewijs,
)

__all__ = [
    "ToelatingKanNiet",
    "beeindig_contract",
    "bewaar_prijsopbouw",
    "bied_prijs",
    "doe_kennisgeving",
    "geef_panelstem",
    "laat_toe",
    "leg_beleidsstuk_vast",
    "leg_raadpleging_vast",
    "leg_verslag_vast",
    "meet_uitkomst",
    "meld_onderaannemer",
    "neem_inschrijving_op",
    "open_procedure",
    "plan_overleg",
    "rond_actie_af",
    "rond_kennisgeving_af",
    "spreek_actie_af",
    "spreek_uitkomst_af",
    "toets_eis",
    "trek_inschrijving_in",
    "wijs_af",
    "zie_bewijs",
]
