"""How far a story has come: to the decision or the agreement, with the same steps that staff take."""

from datetime import date, timedelta
from typing import Any

from tests.plannen.verhaal import consulent, gratis, maatwerk, met_plan
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.besluiten.actions import maak_bekend, neem_aanvraag_op, neem_besluit, stel_besluit_op
from wijkspil.besluiten.models import Besluit
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.plannen.actions import stel_arrangement_vast, stel_plan_vast
from wijkspil.plannen.models import Plan

REDENEN = "U kunt veel zelf. Voor het huishouden lukt dat niet meer.\n\nUw dochter kan er niets bij hebben."
ACTIVITEITEN = "stofzuigen en dweilen: elke week\nramen aan de binnenkant: vier keer per jaar"


def voor_besluit(wijk: Wijk, *, activiteiten: str = ACTIVITEITEN, **regel: Any) -> Plan:
    """Land van Cuijk: a fixed arrangement with one tailor-made line and the daughter, waiting for a decision."""
    plan = met_plan(wijk)
    stel_plan_vast(plan, door=consulent(wijk))
    velden: dict[str, Any] = {
        "wat": "Begeleiding thuis",
        "wie": "Stap voor Stap Begeleiding",
        "aanbieder": Aanbieder.objects.filter(naam="Stap voor Stap Begeleiding").first(),
        "activiteiten": activiteiten,
        "minuten_per_week": 150,
    }
    maatwerk(plan, wijk, **(velden | regel))
    gratis(plan, wijk)
    stel_arrangement_vast(plan, door=consulent(wijk), overgeslagen_reden="De buren helpen al.")
    return plan


def voor_afspraak(wijk: Wijk) -> Plan:
    """Alphen: an arrangement of free help and the consortium, waiting for an agreement."""
    plan = met_plan(wijk)
    stel_plan_vast(plan, door=consulent(wijk))
    gratis(plan, wijk)
    maatwerk(
        plan, wijk, code="02T01", trede="algemene_voorziening", wat="Samen de week op orde", wie="Tom in de buurt",
        activiteiten="huisbezoek: elke week",
    )  # fmt: skip
    stel_arrangement_vast(plan, door=consulent(wijk))
    return plan


def concept(wijk: Wijk, plan: Plan, naam: str = "", *, op: date | None = None, **anders: Any) -> Besluit:
    """An application of today and the draft of a decision on it, by the case worker unless named otherwise."""
    door = wijk.als(naam) if naam else consulent(wijk)
    aanvraag = neem_aanvraag_op(
        plan.hulpvraag, ontvangen_op=op or vandaag(), hoe="ondertekend verslag", door=door
    )
    velden: dict[str, Any] = {"soort": "toekenning", "motivering": REDENEN}
    return stel_besluit_op(aanvraag, plan, door=door, **(velden | anders))


def bekend(wijk: Wijk, plan: Plan | None = None, **anders: Any) -> Besluit:
    """A decision that was taken and announced today."""
    besluit = concept(wijk, plan or voor_besluit(wijk), **anders)
    neem_besluit(besluit, door=consulent(wijk))
    return maak_bekend(besluit, door=consulent(wijk))


def gebeurtenis(soort: str) -> Gebeurtenis:
    gevonden = Gebeurtenis.objects.filter(soort=soort).order_by("-id").first()
    assert gevonden is not None, f"{soort} is niet gebeurd"
    return gevonden


def over(dagen: int) -> date:
    return vandaag() + timedelta(days=dagen)
