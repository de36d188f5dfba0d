"""The life of an investigation by a provider: asked with consent, reported, taken over by the municipality, or taken back."""

from wijkspil.core.workflow import Stap as S
from wijkspil.core.workflow import Workflow

from .models import Onderzoeksopdracht

T = Onderzoeksopdracht.Status

OPDRACHT = Workflow(
    begin=T.LOOPT,
    einde=(T.OVERGENOMEN, T.INGETROKKEN),
    stappen=(
        S("doe_verslag", [T.LOOPT], T.VERSLAG, "Wmo 2015 art. 2.6.4; CRvB 2018:1113"),
        S("vraag_opnieuw", [T.VERSLAG], T.LOOPT, "Awb art. 3:2: wij blijven zelf verantwoordelijk"),
        S("neem_over", [T.VERSLAG], T.OVERGENOMEN, "Wmo 2015 art. 2.3.2"),
        S(
            "trek_in",
            [T.LOOPT, T.VERSLAG],
            T.INGETROKKEN,
            "AVG art. 7 lid 3: toestemming is altijd in te trekken",
        ),
    ),
    veld="status",
)
