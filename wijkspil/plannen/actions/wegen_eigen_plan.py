"""Weighing the resident's own plan: the investigation says what was done with it (Wmo 2015 art. 2.3.2 lid 5; J13)."""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling

from ..models import EigenPlan
from .plan import WIE


def weeg_eigen_plan(eigen: EigenPlan, *, hoe_gebruikt: str, door: Door) -> EigenPlan:
    """Write down what the investigation did with the own plan; may be completed later.

    Raises:
        ValueError: it was not handed in yet, or no words.
        Botsing: a colleague wrote it meanwhile.
    """
    door.eis(*WIE, om_te=_("het eigen plan wegen"))
    if eigen.ontvangen_op is None:
        raise ValueError(_("De inwoner schrijft nog aan dit plan. Wegen kan als het is ingeleverd."))
    if not hoe_gebruikt.strip():
        raise ValueError(_("Schrijf op wat u overnam en wat niet, met de reden. De inwoner leest dit terug."))
    with handeling(
        "eigenplan.gewogen", door=door, doel="onderzoek doen", grond="Wmo 2015 art. 2.3.2 lid 5"
    ) as h:
        eigen.hoe_gebruikt, eigen.gewogen_op, eigen.gewogen_door = hoe_gebruikt.strip(), h.dag, door.naam
        h.bewaar(eigen, "hoe_gebruikt", "gewogen_op", "gewogen_door")
        h.over(eigen, dossier=eigen.hulpvraag)
    return eigen
