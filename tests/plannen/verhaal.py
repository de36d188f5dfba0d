"""How far a story has come: the same steps that staff take, up to the plan, the arrangement or the delivery."""

from typing import Any

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core.door import Door
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.plannen.actions import begin_plan, schrijf_plan, stel_plan_vast, voeg_doel_toe, voeg_regel_toe
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.regels.onderzoek import Stap
from wijkspil.toegang.actions import rond_onderzoek_af, start_onderzoek, vul_onderzoek_in
from wijkspil.toegang.models import Hulpvraag


def consulent(wijk: Wijk) -> Door:
    """The case worker in whose district Mevrouw de Wit lives."""
    return wijk.als("Bram Peeters" if wijk.gemeente.slug == "land-van-cuijk" else "Tobias de Wit")


def tot_plan(wijk: Wijk) -> Hulpvraag:
    """A question whose investigation is finished: now the plan."""
    hulpvraag, door = wijk.melding(), consulent(wijk)
    onderzoek = start_onderzoek(hulpvraag, door=door)
    for stap in list(Stap)[:4]:
        vul_onderzoek_in(onderzoek, stap=stap.value, tekst="Besproken aan de keukentafel.", door=door)
    return rond_onderzoek_af(onderzoek, door=door)


def met_plan(wijk: Wijk) -> Plan:
    """A plan that can be fixed: a goal, a perspective and a director."""
    door = consulent(wijk)
    plan = begin_plan(tot_plan(wijk), door=door)
    voeg_doel_toe(plan, tekst="Ik wil weer zelf koken.", eigenaar="Toos de Wit", soort="herleren", door=door)
    return schrijf_plan(plan, perspectief="stabiel", regisseur=wijk.medewerker(door.naam), door=door)


def tot_arrangement(wijk: Wijk) -> Plan:
    plan = met_plan(wijk)
    stel_plan_vast(plan, door=consulent(wijk))
    return plan


def maatwerk(plan: Plan, wijk: Wijk, code: str = "02A16", **anders: Any) -> Arrangementregel:
    """A tailor-made line with everything that it needs."""
    velden: dict[str, Any] = {
        "trede": "maatwerk",
        "wat": "Begeleiding",
        "wie": "De aanbieder",
        "product": Product.objects.get(code=code),
        "trap": "licht" if code == "02A16" else "",
        "resultaat": "Mevrouw heeft een dagritme dat zij zelf volhoudt.",
        "overgeslagen_reden": "De buren helpen al, meer kan niet.",
        "van": vandaag(),
        "door": consulent(wijk),
    }
    return voeg_regel_toe(plan, **(velden | anders))


def gratis(plan: Plan, wijk: Wijk, trede: str = "netwerk", **anders: Any) -> Arrangementregel:
    velden: dict[str, Any] = {
        "wat": "Boodschappen doen",
        "wie": "Dochter Anja",
        "van": vandaag(),
        "door": consulent(wijk),
    }
    return voeg_regel_toe(plan, trede=trede, **(velden | anders))


def aanbieder(naam: str) -> Aanbieder:
    return Aanbieder.objects.get(naam=naam)


def laatste(soort: str) -> Gebeurtenis:
    """The last event of a kind."""
    gebeurtenis = Gebeurtenis.objects.filter(soort=soort).order_by("-id").first()
    assert gebeurtenis is not None, f"{soort} is niet gebeurd"
    return gebeurtenis
