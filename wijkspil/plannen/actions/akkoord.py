"""The resident agrees with the plan on the own pages: with the version as it was shown, and nothing else (B12)."""

from typing import Any

from wijkspil.core.door import Door
from wijkspil.werkwijzen.kast import laad_versie

from ..models import Plan, Planversie
from ..versies import huidige_versie
from .plan import onderteken

ROL = "inwoner"


def handtekening_van(versie: Planversie) -> dict[str, Any] | None:
    """The signature of the resident under this version, however it was given; no query."""
    return next((h for h in versie.ondertekend if h["rol"] == ROL), None)


def te_tekenen(plan: Plan) -> Planversie | None:
    """The fixed version that waits for the resident, where the way of working asks for it. At most one query."""
    if (
        plan.status != Plan.Status.VASTGESTELD
        or ROL not in laad_versie(plan.hulpvraag.werkwijze).plan.handtekeningen
    ):
        return None
    versie = huidige_versie(plan)
    return None if versie is None or handtekening_van(versie) else versie


def ga_akkoord(plan: Plan, versie: Planversie, *, door: Door) -> Planversie:
    """Sign for the resident: in person, or as a representative who may arrange things.

    Args:
        versie: the version that was on the page.

    Raises:
        Botsing: the version was changed, or signed, since it was read.
        GeenRecht: neither the resident nor somebody who may arrange things.
    """
    machtiging = door.machtiging_voor(plan.inwoner_id)
    hoe = "in Mijn vraag" if machtiging is None or machtiging.zelf else "in Mijn vraag, namens de inwoner"
    return onderteken(plan, wie=door.naam, rol=ROL, hoe=hoe, door=door, versie=versie)
