"""The resident's own plan: written in one's own time, handed in once, and from then on a document of its own (J13)."""

from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling
from wijkspil.regels import wmo
from wijkspil.toegang.models import Hulpvraag

from ..models import EigenPlan
from .plan import WIE

TEKSTEN = ("wat_wil_ik", "wat_doe_ik", "wat_vraag_ik")


class EigenPlanNietMogelijk(ValueError):
    """The own plan can't be written or handed in now; the message says why and what can be done."""


def schrijf_eigen_plan(
    hulpvraag: Hulpvraag,
    *,
    door: Door,
    plan: EigenPlan | None = None,
    via: str = EigenPlan.Via.PORTAAL,
    **teksten: str,
) -> EigenPlan:
    """Keep what was written so far; handing it in is another act. One query.

    Args:
        plan: the row that was read, when there is one; None makes it.
        via: how it was written: by the resident online, on paper, or told to us.

    Raises:
        EigenPlanNietMogelijk: it was handed in already.
        Botsing: it was changed in another window.
    """
    door.eis(*WIE, om_te=_("het eigen plan schrijven"), inwoner=hulpvraag.inwoner_id)
    _eis_open(plan)
    waarden: dict[str, Any] = {naam: teksten.get(naam, "").strip() for naam in TEKSTEN}
    with handeling("eigenplan.geschreven", door=door, doel="eigen plan schrijven") as h:
        if plan is None:
            plan = h.maak(
                EigenPlan(
                    hulpvraag=hulpvraag,
                    inwoner_id=hulpvraag.inwoner_id,
                    ronde=hulpvraag.ronde,
                    via=via,
                    **waarden,
                )
            )
        else:
            for naam, waarde in waarden.items():
                setattr(plan, naam, waarde)
            h.bewaar(plan, *TEKSTEN)
        h.over(plan, dossier=hulpvraag)
    return plan


def lever_eigen_plan_in(plan: EigenPlan, *, door: Door) -> EigenPlan:
    """Hand the own plan in; from now on its words stand and the investigation weighs it (Wmo 2015 art. 2.3.2 lid 5).

    Later than seven days is welcome too; the event says whether it was within them.
    """
    door.eis(*WIE, om_te=_("het eigen plan inleveren"), inwoner=plan.inwoner_id)
    _eis_open(plan)
    if not any(getattr(plan, naam).strip() for naam in TEKSTEN):
        raise EigenPlanNietMogelijk(
            _("Uw plan is nog leeg. Schrijf in elk geval op wat u wilt; een paar zinnen zijn genoeg.")
        )
    hulpvraag = plan.hulpvraag
    with handeling("eigenplan.ontvangen", door=door, doel="eigen plan inleveren") as h:
        plan.ontvangen_op = h.dag
        h.bewaar(plan, "ontvangen_op")
        h.over(plan, dossier=hulpvraag)
        gemeld = hulpvraag.gemeld_op
        h.meld(
            via=plan.via,
            binnen_termijn=gemeld is not None and h.dag <= wmo.persoonlijk_plan_termijn(gemeld).laatste_dag,
        )
    return plan


def _eis_open(plan: EigenPlan | None) -> None:
    if plan is not None and plan.ontvangen_op is not None:
        raise EigenPlanNietMogelijk(
            _(
                "Uw plan is ingeleverd en blijft staan zoals u het schreef. Wilt u er iets bij zeggen, stuur dan een bericht."
            )
        )
