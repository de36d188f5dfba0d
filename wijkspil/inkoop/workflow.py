"""Where an application can go. It ends admitted, refused with a reason, or taken back."""

from wijkspil.core.workflow import Stap as S
from wijkspil.core.workflow import Workflow

from .models import Inschrijving

T = Inschrijving.Status

INSCHRIJVING = Workflow(
    begin=T.ONTVANGEN,
    veld="status",
    einde=(T.TOEGELATEN, T.AFGEWEZEN, T.INGETROKKEN),
    stappen=(
        S("laat_toe", [T.ONTVANGEN], T.TOEGELATEN, "Wmo 2015 art. 2.6.4 en 2.6.5: wie aan de eisen voldoet"),
        S("wijs_af", [T.ONTVANGEN], T.AFGEWEZEN, "de eisen van de procedure, met de reden"),
        S("trek_in", [T.ONTVANGEN], T.INGETROKKEN, "verzoek van de aanbieder"),
    ),
)
