"""The life of a decision: written, read by a second person where asked, taken under a mandate, announced.

Taking and announcing are two moments: the objection term begins with the announcement (Awb art. 6:8).
"""

from wijkspil.core.workflow import Stap as S
from wijkspil.core.workflow import Workflow

from .models import Besluit

T = Besluit.Status
IN_VOORBEREIDING = (T.CONCEPT, T.TWEEDE_LEZER)

BESLUIT = Workflow(
    begin=T.CONCEPT,
    einde=(T.INGETROKKEN,),
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
        S("trek_in", [*IN_VOORBEREIDING, T.GENOMEN, T.BEKENDGEMAAKT], T.INGETROKKEN, "Wmo 2015 art. 2.3.10"),
    ),
    veld="status",
)
