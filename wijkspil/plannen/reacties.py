"""What follows by itself in this room on acts elsewhere; `wijkspil.reis` says on which."""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling
from wijkspil.toegang.models import Hulpvraag

from .actions.momenten import laat_vervallen, plan_moment
from .actions.vervolgwegen import rond_vervolgweg_af
from .models import Planmoment, Vervolgweg

Soort, Status = Planmoment.Soort, Planmoment.Status


def na_afsluiten(h: Handeling) -> None:
    """A question that was closed with a day to look again stands on the list of promises for that day (J5)."""
    hulpvraag = h.onderwerp
    assert isinstance(hulpvraag, Hulpvraag)
    dag = hulpvraag.terugkijken_op
    if dag is None or dag < h.dag:
        return
    if hulpvraag.planmomenten.filter(soort=Soort.TERUGKIJKEN, status=Status.OPEN).exists():
        return
    plan_moment(
        hulpvraag, soort=Soort.TERUGKIJKEN, op=dag, wat=_("Hoe gaat het nu, en is er iets nodig?"),
        medewerker=hulpvraag.behandelaar, door=Door.systeem(h.door.gemeente_id),
    )  # fmt: skip


def na_terugkeer(h: Handeling) -> None:
    """A question that came back is not at rest any more: doing nothing ends, and its day to look again lapses."""
    hulpvraag = h.onderwerp
    assert isinstance(hulpvraag, Hulpvraag)
    systeem = Door.systeem(h.door.gemeente_id)
    weg = hulpvraag.vervolgwegen.filter(
        soort=Vervolgweg.Soort.NIETS_DOEN, status=Vervolgweg.Status.LOOPT
    ).first()
    if weg is not None:
        weg.hulpvraag = hulpvraag
        rond_vervolgweg_af(weg, afloop=_("De vraag kwam terug."), terug=True, door=systeem)
        return
    for moment in hulpvraag.planmomenten.filter(soort=Soort.TERUGKIJKEN, status=Status.OPEN):
        moment.hulpvraag = hulpvraag
        laat_vervallen(moment, door=systeem)
