"""The acts between a decision or agreement and the payment. Callers use these; nothing else writes these tables."""

from .antwoord import AntwoordKanNiet, neem_opdracht_aan, weiger_opdracht
from .betaling import (
    NietTeBetalen,
    betaal_declaratie,
    betaal_termijn,
    draai_betaling_terug,
    sluit_verrekende_declaratie,
)
from .declaratie import DeclaratieKanNiet, Declaratielijn, beoordeel_declaratie, ontvang_declaratie
from .honoreer import beantwoord_met, honoreer_verzoek
from .levering import LeveringKanNiet, neem_start_terug, neem_stop_terug, start_levering, stop_levering
from .opdracht import NietOpTeDragen, draag_op, draag_regel_op
from .verzoek import VerzoekKanNiet, ontvang_verzoek, wijs_verzoek_af, zet_in_onderzoek
from .wijziging import WijzigingKanNiet, trek_toewijzing_in, wijzig_toewijzing

__all__ = [
    "AntwoordKanNiet",
    "DeclaratieKanNiet",
    "Declaratielijn",
    "LeveringKanNiet",
    "NietOpTeDragen",
    "NietTeBetalen",
    "VerzoekKanNiet",
    "WijzigingKanNiet",
    "beantwoord_met",
    "beoordeel_declaratie",
    "betaal_declaratie",
    "betaal_termijn",
    "draag_op",
    "draag_regel_op",
    "draai_betaling_terug",
    "honoreer_verzoek",
    "neem_opdracht_aan",
    "neem_start_terug",
    "neem_stop_terug",
    "ontvang_declaratie",
    "ontvang_verzoek",
    "sluit_verrekende_declaratie",
    "start_levering",
    "stop_levering",
    "trek_toewijzing_in",
    "weiger_opdracht",
    "wijs_verzoek_af",
    "wijzig_toewijzing",
    "zet_in_onderzoek",
]
