"""What people do with a plan; one module per story, one function per act."""

from .doelen import verwijder_doel, voeg_doel_toe, wijzig_doel
from .evaluatie import evalueer
from .plan import begin_plan, herzie_plan, onderteken, schrijf_plan, stel_plan_vast
from .regels import verwijder_regel, voeg_regel_toe, wijzig_regel
from .vaststellen import stel_arrangement_vast

__all__ = [
    "begin_plan",
    "evalueer",
    "herzie_plan",
    "onderteken",
    "schrijf_plan",
    "stel_arrangement_vast",
    "stel_plan_vast",
    "verwijder_doel",
    "verwijder_regel",
    "voeg_doel_toe",
    "voeg_regel_toe",
    "wijzig_doel",
    "wijzig_regel",
]
