"""Where a hand-over can go. Ours until it is confirmed; refused or returned it is ours again and asks for a choice."""

from wijkspil.core.workflow import Stap as S
from wijkspil.core.workflow import Workflow

from .models import Overdracht

T = Overdracht.Status
ONZE_BEURT = (T.AANGEBODEN, T.GEWEIGERD, T.TERUG)
"""On our list: waiting for an answer, or back with us."""

OVERDRACHT = Workflow(
    begin=T.AANGEBODEN,
    veld="status",
    einde=(T.DOORGEGEVEN, T.ZELF),
    stappen=(
        S("bevestig", [T.AANGEBODEN], T.BEVESTIGD, "warme overdracht: de ontvanger zegt ja"),
        S("weiger", [T.AANGEBODEN], T.GEWEIGERD, "warme overdracht: de ontvanger zegt nee, met een reden"),
        S("geef_terug", [T.BEVESTIGD], T.TERUG, "warme overdracht: de ontvanger komt erop terug"),
        S("geef_door", ONZE_BEURT, T.DOORGEGEVEN, "nooit het verkeerde loket"),
        S("houd_zelf", ONZE_BEURT, T.ZELF, "nooit het verkeerde loket"),
    ),
)
