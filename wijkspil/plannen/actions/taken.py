"""Who does what for a line of the plan, by role: the provider keeps its expertise, the district team strengthens one's own say (H18)."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling

from ..fouten import RegelNietMogelijk
from ..models import Arrangementregel, Regeltaak
from .plan import WIE


def geef_taak(regel: Arrangementregel, *, rol: str, wat: str, door: Door, wie: str = "") -> Regeltaak:
    """Write down a task for a role; a name may follow later.

    Raises:
        RegelNietMogelijk: nothing to do was written down, or an unknown role.
    """
    door.eis(*WIE, om_te=_("taken verdelen"))
    if rol not in Regeltaak.Rol.values:
        raise RegelNietMogelijk(_("Kies wie dit doet. Zonder rol denkt iedereen dat een ander het doet."))
    if not wat.strip():
        raise RegelNietMogelijk(_("Schrijf op wat er moet gebeuren, zo dat u kunt zien of het gedaan is."))
    with handeling("regeltaak.gegeven", door=door, doel="taken verdelen") as h:
        taak = h.maak(Regeltaak(regel=regel, rol=rol, wie=wie.strip(), wat=wat.strip()))
        _meld(h, taak)
    return taak


def rond_taak_af(taak: Regeltaak, *, door: Door) -> Regeltaak:
    """Done, from today. Raises RegelNietMogelijk when it was already."""
    door.eis(*WIE, om_te=_("een taak afronden"))
    if taak.gedaan_op is not None:
        raise RegelNietMogelijk(_("Deze taak is al gedaan. Een collega was u voor."))
    with handeling("regeltaak.gedaan", door=door, doel="taken volgen") as h:
        taak.gedaan_op = h.dag
        h.bewaar(taak, "gedaan_op")
        _meld(h, taak)
    return taak


def haal_taak_weg(taak: Regeltaak, *, door: Door) -> None:
    """Take back a task that was never right. Raises RegelNietMogelijk for one that was done: that stays readable."""
    door.eis(*WIE, om_te=_("een taak weghalen"))
    if taak.gedaan_op is not None:
        raise RegelNietMogelijk(_("Deze taak is gedaan en blijft staan, zodat te zien is wat er gebeurde."))
    with handeling("regeltaak.weggehaald", door=door, doel="taken verdelen") as h:
        _meld(h, taak)
        h.over(taak.regel, dossier=taak.regel.plan.hulpvraag)
        h.verwijder(taak)


def aantal_taken(regels: Iterable[Arrangementregel]) -> dict[UUID, int]:
    """How many tasks there are per line; a line without any is not in it. One query."""
    rijen = Regeltaak.objects.filter(regel__in=[r.pk for r in regels]).values("regel_id")
    return {rij["regel_id"]: rij["n"] for rij in rijen.annotate(n=Count("pk"))}


def _meld(h: Handeling, taak: Regeltaak) -> None:
    h.over(taak, dossier=taak.regel.plan.hulpvraag)
    h.meld(rol=taak.get_rol_display(), code=taak.rol, regel=str(taak.regel_id))
