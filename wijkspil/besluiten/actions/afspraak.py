"""An agreement without a decision, in the resident's words (A6)."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling, volgend_nummer
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.workflow import HULPVRAAG
from wijkspil.werkwijzen.assen import Besluitmoment

from ..access import medewerker_van
from ..models import Afspraak
from ..vorm import assen_van, besluitregels

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)


class AfspraakNietMogelijk(ValueError):
    """An agreement isn't possible or not complete; the message says what to do."""


def maak_afspraak(
    hulpvraag: Hulpvraag, plan: Plan, *, tekst: str, door: Door, regels: Sequence[UUID] | None = None
) -> Afspraak:
    """Make the agreement: support can begin, a confirmation goes to the resident, a decision stays possible (A7).

    Args:
        tekst: what was agreed, in the resident's words.
        regels: the arrangement lines it is about; all lines of the plan when left out.

    Raises:
        AfspraakNietMogelijk: no words, nothing agreed, or a product that always asks a decision.
    """
    door.eis(*WIE, om_te="een afspraak maken")
    if not tekst.strip():
        raise AfspraakNietMogelijk(_("Schrijf in de woorden van de inwoner wat u heeft afgesproken."))
    alle = list(plan.regels.exclude(status=Arrangementregel.Status.BEEINDIGD).values_list("pk", flat=True))
    gekozen = alle if regels is None else [pk for pk in alle if pk in set(regels)]
    if not gekozen:
        raise AfspraakNietMogelijk(
            _("Er staat nog niets in het plan om af te spreken. Kies eerst de oplossingen.")
        )
    if vast := [r.wat for r in alleen_met_besluit(hulpvraag, plan) if r.pk in gekozen]:
        raise AfspraakNietMogelijk(
            _(
                "Voor %(wat)s is altijd een besluit nodig. Neem de aanvraag op; de rest kan een afspraak blijven."
            )
            % {"wat": ", ".join(vast)}
        )
    with handeling("afspraak.gemaakt", door=door, doel="afspraak maken") as h:
        afspraak = h.maak(
            Afspraak(
                hulpvraag=hulpvraag,
                plan=plan,
                nummer=f"A{h.dag.year}-{volgend_nummer(f'afspraak-{h.dag.year}'):05d}",
                tekst=tekst,
                regels=gekozen,
                gemaakt_door_id=medewerker_van(door),
                op=h.dag,
            )
        )
        if hulpvraag.stap == Stap.ARRANGEMENT:
            HULPVRAAG.zet(hulpvraag, "leg_voor_afspraak_voor")
        HULPVRAAG.zet(hulpvraag, "maak_afspraak")
        h.bewaar(hulpvraag, "stap")
        h.over(afspraak, dossier=hulpvraag)
        h.meld(
            nummer=afspraak.nummer,
            onderdelen=len(gekozen),
            gemeld_op=hulpvraag.gemeld_op,
            regels=[str(pk) for pk in gekozen],
        )
    return afspraak


def alleen_met_besluit(hulpvraag: Hulpvraag, plan: Plan) -> list[Arrangementregel]:
    """The lines whose product always asks a decision in this way of working. One query."""
    return [
        regel
        for regel in besluitregels(plan)
        if assen_van(hulpvraag, regel).besluitvorm.wanneer is Besluitmoment.ALTIJD
    ]
