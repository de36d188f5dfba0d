"""Application, decision and agreement (`besluit`), and the objection against a decision (`bezwaar`)."""

from .besluit import Aanvraag, Afspraak, Besluit
from .bezwaar import Bezwaar
from .norm import Normberekening, Normraadpleging

__all__ = ["Aanvraag", "Afspraak", "Besluit", "Bezwaar", "Normberekening", "Normraadpleging"]
