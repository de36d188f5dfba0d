"""Goals: in the resident's words, with somebody who works on each."""

from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling

from ..models import Doel, Plan
from .plan import WIE, eis_concept

VELDEN = frozenset({"tekst", "leefgebied", "soort", "eigenaar"})


def voeg_doel_toe(
    plan: Plan,
    *,
    tekst: str,
    eigenaar: str,
    door: Door,
    soort: str = Doel.Soort.BEHOUDEN,
    leefgebied: str = "",
) -> Doel:
    """Add a goal at the end of the list.

    Raises:
        PlanStaatVast: the plan was fixed; revise it first.
        ValueError: no words, nobody who works on it, or an unknown kind.
    """
    door.eis(*WIE, om_te=_("doelen in een plan zetten"))
    eis_concept(plan)
    _controleer({"tekst": tekst, "eigenaar": eigenaar, "soort": soort})
    with handeling("doel.toegevoegd", door=door, doel="plan schrijven") as h:
        doel = h.maak(
            Doel(
                plan=plan,
                volgorde=plan.doelen.count() + 1,
                tekst=tekst.strip(),
                eigenaar=eigenaar.strip(),
                soort=soort,
                leefgebied=leefgebied,
            )
        )
        h.over(doel, dossier=plan.hulpvraag)
        h.meld(soort=soort, leefgebied=leefgebied)
    return doel


def wijzig_doel(doel: Doel, *, door: Door, **velden: Any) -> Doel:
    """Change words, owner, kind or life area of a goal.

    Raises:
        PlanStaatVast: the plan was fixed; revise it first.
        Botsing: a colleague changed this goal in the meantime.
    """
    door.eis(*WIE, om_te=_("doelen in een plan aanpassen"))
    eis_concept(doel.plan)
    onbekend = set(velden) - VELDEN
    if onbekend:
        raise ValueError(f"Een doel kent geen {', '.join(sorted(onbekend))}.")
    _controleer(velden)
    with handeling("doel.gewijzigd", door=door, doel="plan schrijven") as h:
        for naam, waarde in velden.items():
            setattr(doel, naam, waarde)
        h.bewaar(doel, *velden)
        h.over(doel, dossier=doel.plan.hulpvraag)
        h.meld(soort=doel.soort, leefgebied=doel.leefgebied)
    return doel


def verwijder_doel(doel: Doel, *, door: Door) -> None:
    """Take a goal out of a plan that isn't fixed; lines that served it stay, without a goal."""
    door.eis(*WIE, om_te=_("doelen uit een plan halen"))
    eis_concept(doel.plan)
    hulpvraag, plan = doel.plan.hulpvraag, doel.plan
    with handeling("doel.verwijderd", door=door, doel="plan schrijven") as h:
        h.over(plan, dossier=hulpvraag)
        h.meld(soort=doel.soort, leefgebied=doel.leefgebied)
        h.verwijder(doel)


def _controleer(velden: dict[str, Any]) -> None:
    if "tekst" in velden and not velden["tekst"].strip():
        raise ValueError(
            _(
                "Schrijf het doel op in de woorden van de inwoner; anders is later niet te zien of het is gehaald."
            )
        )
    if "eigenaar" in velden and not velden["eigenaar"].strip():
        raise ValueError(_("Schrijf op wie aan dit doel werkt; zonder naam blijft het liggen."))
    if "soort" in velden and velden["soort"] not in Doel.Soort.values:
        raise ValueError(_("Kies: opnieuw leren, behouden of achteruitgang begeleiden."))
