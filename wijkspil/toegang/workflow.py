"""Where a question can go, by which act, on what ground. The fixed regional states of B14; labels come from the way of working."""

from wijkspil.core.workflow import Stap as S
from wijkspil.core.workflow import Workflow

from .models import Stap as T

OPEN = tuple(s.value for s in T if s is not T.AFGESLOTEN)
LOPEND = (T.OPDRACHT, T.LEVERING)

HULPVRAAG = Workflow(
    begin=T.CONTACT,
    einde=(),  # a closed question can always come back: there is no dead end (J5)
    stappen=(
        S("neem_melding_op", [T.CONTACT], T.MELDING, "Wmo 2015 art. 2.3.2 lid 1"),
        S("start_onderzoek", [T.MELDING], T.ONDERZOEK, "Wmo 2015 art. 2.3.2 lid 1"),
        S("rond_onderzoek_af", [T.ONDERZOEK], T.PLAN, "Wmo 2015 art. 2.3.2 lid 8"),
        S("stel_plan_vast", [T.PLAN], T.ARRANGEMENT, "Wmo 2015 art. 2.3.2 lid 4 en 5"),
        S("leg_voor_besluit_voor", [T.ARRANGEMENT], T.BESLUIT, "Wmo 2015 art. 2.3.5 lid 1"),
        S("leg_voor_afspraak_voor", [T.ARRANGEMENT], T.AFSPRAAK, "werkwijze van de gemeente"),
        S("vraag_besluit", [T.AFSPRAAK, *LOPEND, T.NAZORG], T.BESLUIT, "Wmo 2015 art. 2.3.2 lid 9"),
        S(
            "trek_aanvraag_in",
            [T.BESLUIT],
            T.ARRANGEMENT,
            "Wmo 2015 art. 2.3.2 lid 9: de inwoner vraagt niets meer",
        ),
        S("heropen_na_bezwaar", [T.AFGESLOTEN], T.BESLUIT, "Awb art. 7:11 lid 2"),
        S("maak_besluit_bekend", [T.BESLUIT], T.OPDRACHT, "Awb art. 3:41"),
        S("maak_afspraak", [T.AFSPRAAK], T.OPDRACHT, "werkwijze van de gemeente"),
        S("start_levering", [T.OPDRACHT, T.LEVERING], T.LEVERING, "opdracht aan aanbieder of team"),
        S("herzie_plan", [T.ARRANGEMENT, T.BESLUIT, T.AFSPRAAK, *LOPEND], T.PLAN, "Wmo 2015 art. 2.3.9"),
        S("begin_nazorg", [*LOPEND, T.ARRANGEMENT], T.NAZORG, "werkwijze van de gemeente"),
        S("sluit_af", OPEN, T.AFGESLOTEN, "werkwijze van de gemeente"),
        S(
            "neem_terug",
            [T.AFGESLOTEN, T.NAZORG],
            T.MELDING,
            "werkwijze van de gemeente: makkelijk terugkomen",
        ),
    ),
)
