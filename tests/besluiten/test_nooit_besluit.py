"""What never has a decision stands outside the decision over the rest, and begins on the same day (O9)."""

from datetime import timedelta

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.besluiten.vorm import besluitregels
from wijkspil.core.handeling import handeling
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import begin_plan, voeg_regel_toe
from wijkspil.plannen.models import Plan
from wijkspil.toegang.models import Stap


def _plan(oirschot: Wijk, *, met_de_rest: bool) -> Plan:
    hulpvraag = oirschot.melding()
    bart = oirschot.als("Bart Verspaget")
    with handeling("vraag.toegewezen", door=bart, doel="een plan kunnen maken") as h:
        hulpvraag.stap = Stap.PLAN
        h.bewaar(hulpvraag, "stap")
        h.over(hulpvraag)
    plan = begin_plan(hulpvraag, door=bart)
    plan.hulpvraag = hulpvraag
    voeg_regel_toe(
        plan, trede="eigen_traject", wat="Eigen traject", wie="WIJzer", van=vandaag(), door=bart,
        product=Product.objects.get(code="02E01"), activiteiten="de week plannen: elke week",
    )  # fmt: skip
    if met_de_rest:
        voeg_regel_toe(
            plan, trede="maatwerk", wat="Huishoudelijke hulp", wie="Kempenhulp", van=vandaag(), door=bart,
            tot=vandaag() + timedelta(days=365), product=Product.objects.get(code="01K01"), volume=120, minuten_per_week=120,
            aanbieder=Aanbieder.objects.get(naam="Kempenhulp Thuis"), activiteiten="poetsen: elke week", resultaat="schoon huis",
        )  # fmt: skip
    return plan


def test_een_eigen_traject_staat_niet_in_het_besluit_over_de_rest(oirschot: Wijk) -> None:
    assert [r.wat for r in besluitregels(_plan(oirschot, met_de_rest=True))] == ["Huishoudelijke hulp"]


def test_wie_toch_een_besluit_vraagt_over_een_eigen_traject_krijgt_het(oirschot: Wijk) -> None:
    assert [r.wat for r in besluitregels(_plan(oirschot, met_de_rest=False))] == ["Eigen traject"]
