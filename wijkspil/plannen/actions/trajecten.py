"""Own trajectories: who is eligible, what it costs, and how it ends (O9, O10)."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling
from wijkspil.regels.ladder import Trede
from wijkspil.werkwijzen.aanpak import EigenTraject as Afspraken
from wijkspil.werkwijzen.kast import laad_versie

from ..fouten import PlanNietCompleet
from ..models import Arrangementregel, EigenTraject
from .plan import WIE


class NietGeschikt(PlanNietCompleet):
    """Somebody needs more than the own team can give, or the rules don't let it begin; bought help stays possible."""


def afspraken_voor(regel: Arrangementregel) -> Afspraken | None:
    """What the way of working says of own trajectories for the product of this line."""
    if regel.product is None:
        return None
    return laad_versie(regel.plan.hulpvraag.werkwijze).product(regel.product.code).eigen_traject


def begin_traject(
    regel: Arrangementregel, *, antwoorden: Mapping[str, bool], door: Door, uurprijs_cent: int | None = None
) -> EigenTraject:
    """Begin an own trajectory for a line on the rung of the own team.

    Args:
        antwoorden: every question of the way of working about who is eligible, and whether it holds.
        uurprijs_cent: the cost price of an hour; None when it is not known: then the agreed price per trajectory counts.

    Raises:
        NietGeschikt: a question was not answered, or answered with no.
        ValueError: another rung, or it began already.
    """
    door.eis(*WIE, om_te=_("een eigen traject beginnen"))
    if regel.trede != Trede.EIGEN_TRAJECT:
        raise ValueError(_("Een eigen traject hoort op de trede van het eigen team."))
    if EigenTraject.objects.filter(regel=regel).exists():
        raise ValueError(_("Dit traject is al begonnen."))
    afspraken = afspraken_voor(regel)
    geschikt = afspraken.geschikt if afspraken else ()
    nee = [vraag for vraag in geschikt if not antwoorden.get(vraag)]
    if nee:
        raise NietGeschikt(
            _("Dit past nog niet bij een eigen traject. Kies gespecialiseerde hulp, of kijk nog eens naar:"),
            nee,
        )
    with handeling("eigentraject.begonnen", door=door, doel="eigen traject") as h:
        traject = h.maak(
            EigenTraject(
                hulpvraag=regel.plan.hulpvraag, regel=regel, door=door.naam, begonnen_op=h.dag,
                uurprijs_cent=uurprijs_cent, geschikt={vraag: True for vraag in geschikt},
            )
        )  # fmt: skip
        regel.status = Arrangementregel.Status.LOOPT
        h.bewaar(regel, "status")
        h.over(traject, dossier=regel.plan.hulpvraag)
        h.meld(product=regel.product.code if regel.product else "", uurprijs_cent=uurprijs_cent)
    return traject


def werk_traject_bij(
    traject: EigenTraject, *, door: Door, minuten_erbij: int = 0, tevreden: int | None = None
) -> EigenTraject:
    """Add time that was spent, or the mark that the resident gives; both are needed to compare later."""
    door.eis(*WIE, om_te=_("een eigen traject bijwerken"))
    if minuten_erbij < 0 or (tevreden is not None and not 1 <= tevreden <= 10):
        raise ValueError(_("Tijd is een heel aantal minuten vanaf 0, een cijfer is 1 tot en met 10."))
    with handeling("eigentraject.bijgewerkt", door=door, doel="eigen traject") as h:
        traject.minuten += minuten_erbij
        if tevreden is not None:
            traject.tevreden, traject.tevreden_op = tevreden, h.dag
        h.bewaar(traject, "minuten", "tevreden", "tevreden_op")
        h.over(traject, dossier=traject.hulpvraag)
        h.meld(minuten=traject.minuten, tevreden=tevreden)
    return traject


def beeindig_traject(traject: EigenTraject, *, einde: str, door: Door) -> EigenTraject:
    """End a trajectory with how it ended; the line ends with it."""
    door.eis(*WIE, om_te=_("een eigen traject beëindigen"))
    if traject.geeindigd_op is not None:
        raise ValueError(_("Dit traject is al klaar."))
    if einde not in EigenTraject.Einde.values:
        raise ValueError(_("Kies hoe het traject eindigde."))
    with handeling("eigentraject.geeindigd", door=door, doel="eigen traject") as h:
        traject.geeindigd_op, traject.einde = h.dag, einde
        h.bewaar(traject, "geeindigd_op", "einde")
        regel = traject.regel
        regel.status = Arrangementregel.Status.BEEINDIGD
        if regel.tot is None or regel.tot > h.dag:
            regel.tot = max(h.dag, regel.van)
        h.bewaar(regel, "status", "tot")
        h.over(traject, dossier=traject.hulpvraag)
        h.meld(
            einde=traject.get_einde_display(), code=einde, minuten=traject.minuten, tevreden=traject.tevreden,
            dagen=(h.dag - traject.begonnen_op).days + 1,
        )  # fmt: skip
    return traject
