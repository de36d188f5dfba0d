"""The form of a decision, from the way of working, and what it must at least say.

A result alone is too uncertain: the extent in hours, or concrete activities with their frequency, must be knowable
(CRvB 8 October 2018, ECLI:NL:CRVB:2018:3241). So every form asks one of both. Hours behind a result stay internal.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.plannen.service import productregels
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.assen import Besluitinhoud, Besluitmoment, Productassen
from wijkspil.werkwijzen.kast import laad_versie

BRON_CONCREET = "Centrale Raad van Beroep, 8 oktober 2018, ECLI:NL:CRVB:2018:3241"

# The most concrete form first: a decision over several products carries the strictest.
_STRENGST = (
    Besluitinhoud.UREN,
    Besluitinhoud.ACTIVITEITEN_EN_FREQUENTIES,
    Besluitinhoud.RESULTAAT_ZONDER_UREN,
)
_SCHEIDING = re.compile(r"\s*:\s+|\s+[-–]\s+|\s*;\s*|,\s+(?=[^,]*$)")


class BesluitNietCompleet(ValueError):
    """The decision can't be written like this; `regel_id` is the line concerned, if it is about one."""

    def __init__(self, melding: str, regel_id: UUID | None = None) -> None:
        super().__init__(melding)
        self.regel_id = regel_id


@dataclass(frozen=True, slots=True)
class Activiteit:
    wat: str
    frequentie: str


def besluitregels(plan: Plan) -> list[Arrangementregel]:
    """The lines of the plan on which a decision is possible: those with a product. One query.

    A product on which this way of working never decides (an own trajectory, O9) stays outside, unless there is nothing else:
    then somebody asked for a decision, and that is always possible.
    """
    regels = productregels(plan)
    met = [r for r in regels if assen_van(plan.hulpvraag, r).besluitvorm.wanneer is not Besluitmoment.NOOIT]
    return met or regels


def assen_van(hulpvraag: Hulpvraag, regel: Arrangementregel) -> Productassen:
    """What the way of working of this question says about the product of this line; no query."""
    assert regel.product is not None
    return laad_versie(hulpvraag.werkwijze).assen_voor(regel.product.code)


def vorm_van(hulpvraag: Hulpvraag, regels: Iterable[Arrangementregel]) -> Besluitinhoud:
    """The form of a decision over these lines; without lines that of the municipality as a whole."""
    vormen = {assen_van(hulpvraag, regel).besluitvorm.inhoud for regel in regels}
    return next(
        (vorm for vorm in _STRENGST if vorm in vormen),
        laad_versie(hulpvraag.werkwijze).assen.besluitvorm.inhoud,
    )


def activiteiten(regel: Arrangementregel, eigen_woorden: Mapping[str, str]) -> tuple[Activiteit, ...]:
    """The activities of a line, one per text line: "ramen wassen: vier keer per jaar".

    Without a frequency of its own an activity gets that of the line. `eigen_woorden` is `Besluit.activiteiten`.
    """
    tekst = eigen_woorden.get(str(regel.pk), "").strip() or regel.activiteiten
    gevonden = []
    for stuk in (s.strip(" .\t-•") for s in tekst.splitlines()):
        if stuk:
            wat, *rest = _SCHEIDING.split(stuk, maxsplit=1)
            gevonden.append(Activiteit(wat, rest[0] if rest and rest[0] else regel.get_frequentie_display()))
    return tuple(gevonden)


def omvang(regel: Arrangementregel) -> str:
    """The extent in words, for a decision in hours; empty when it is not known."""
    return in_uren(regel.minuten_per_week or 0)


def in_uren(minuten: int) -> str:
    """Minutes a week in words; empty for none."""
    if not minuten:
        return ""
    uren, rest = divmod(minuten, 60)
    delen = [_("%(n)d uur") % {"n": uren}] if uren else []
    delen += [_("%(n)d minuten") % {"n": rest}] if rest else []
    return _("%(omvang)s per week") % {"omvang": _(" en ").join(delen)}


def resultaat_van(regel: Arrangementregel, eigen_woorden: Mapping[str, str]) -> str:
    """What a line must lead to: the words of the decision, of the arrangement, or the goal it serves; empty when nobody said."""
    doel = regel.doel.tekst if regel.doel else ""
    return (eigen_woorden.get(str(regel.pk), "") or regel.resultaat or doel).strip()


def eis_resultaat(regels: Sequence[Arrangementregel], eigen_woorden: Mapping[str, str]) -> None:
    """Refuse a grant that doesn't say what it must lead to (B58). Raises BesluitNietCompleet."""
    for regel in regels:
        if not resultaat_van(regel, eigen_woorden):
            raise BesluitNietCompleet(
                _(
                    "Bij “%(wat)s” staat nog niet wat het moet opleveren. Schrijf het resultaat voor de inwoner op."
                )
                % {"wat": regel.wat},
                regel.pk,
            )


def eis_kenbaar(
    hulpvraag: Hulpvraag, regels: Sequence[Arrangementregel], eigen_woorden: Mapping[str, str]
) -> None:
    """Refuse a grant of which the resident can't know what it holds.

    Raises: BesluitNietCompleet that names the line and what to do.
    """
    for regel in regels:
        if assen_van(hulpvraag, regel).besluitvorm.inhoud is Besluitinhoud.UREN:
            if not omvang(regel):
                raise BesluitNietCompleet(
                    _(
                        "Bij “%(wat)s” staat nog geen omvang, en deze gemeente besluit in uren. Vul de minuten per "
                        "week in bij het arrangement."
                    )
                    % {"wat": regel.wat},
                    regel.pk,
                )
        elif not activiteiten(regel, eigen_woorden):
            raise BesluitNietCompleet(
                _(
                    "Bij “%(wat)s” staat nog niet wat er gebeurt en hoe vaak. Alleen een resultaat is te onzeker voor "
                    "de inwoner (%(bron)s). Schrijf elke activiteit op een regel, met hoe vaak: “ramen wassen: vier "
                    "keer per jaar”."
                )
                % {"wat": regel.wat, "bron": BRON_CONCREET},
                regel.pk,
            )
