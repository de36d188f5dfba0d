"""The life of a decision, and of an objection against it.

A decision is written, read by a second person where asked, taken under a mandate, announced. Taking and announcing are two moments: the objection term begins with the announcement (Awb art. 6:8).
"""

from wijkspil.core.workflow import Stap as S
from wijkspil.core.workflow import Workflow

from .models import Besluit, Bezwaar

T = Besluit.Status
IN_VOORBEREIDING = (T.CONCEPT, T.TWEEDE_LEZER)

BESLUIT = Workflow(
    begin=T.CONCEPT,
    einde=(T.INGETROKKEN, T.HERROEPEN),
    stappen=(
        S("wijzig", IN_VOORBEREIDING, T.CONCEPT, "Awb art. 3:46"),
        S("leg_voor", [T.CONCEPT], T.TWEEDE_LEZER, "mandaatregister van de gemeente"),
        S("neem", IN_VOORBEREIDING, T.GENOMEN, "Wmo 2015 art. 2.3.5"),
        S("maak_bekend", [T.GENOMEN], T.BEKENDGEMAAKT, "Awb art. 3:41"),
        S(
            "haal_bekendmaking_terug",
            [T.BEKENDGEMAAKT],
            T.GENOMEN,
            "Awb art. 3:40: zonder brief is er niets bekend",
        ),
        S("herroep", [T.BEKENDGEMAAKT], T.HERROEPEN, "Awb art. 7:11 lid 2"),
        S("trek_in", [*IN_VOORBEREIDING, T.GENOMEN, T.BEKENDGEMAAKT], T.INGETROKKEN, "Wmo 2015 art. 2.3.10"),
    ),
    veld="status",
)

B = Bezwaar.Status
BEZWAAR_OPEN = (B.ONTVANGEN, B.WACHT)

BEZWAAR = Workflow(
    begin=B.ONTVANGEN,
    einde=(B.BESLIST, B.INGETROKKEN),
    stappen=(
        S("vraag_aanvulling", [B.ONTVANGEN], B.WACHT, "Awb art. 6:6"),
        S("neem_aanvulling_op", [B.WACHT], B.ONTVANGEN, "Awb art. 6:6"),
        S("sluit_aanvulling", [B.WACHT], B.ONTVANGEN, "Awb art. 6:6: de tijd om aan te vullen is voorbij"),
        S("beslis", [B.ONTVANGEN], B.BESLIST, "Awb art. 7:11 en 7:12"),
        S("trek_in", BEZWAAR_OPEN, B.INGETROKKEN, "Awb art. 6:21"),
    ),
    veld="status",
)
