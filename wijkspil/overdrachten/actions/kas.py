"""A purse that several parties share: who put in what, what was spent, what it saved, and how a saving is shared (J4, J20).

The agreement and its shares are in the way of working. Nothing is paid here: the register says what parties settle with each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.werkwijzen.samenwerking import GedeeldeBesparing

from ..models import Kasregel

WIE = (Rol.BELEID, Rol.CONTRACTBEHEER)


class KasFout(ValueError):
    """This can't be put in the books like this; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Stand:
    """The sums in whole cents; `delen` shares the savings, the remainder of rounding goes to the first party."""

    inleg: int
    uitgave: int
    besparing: int
    delen: tuple[tuple[str, int, int], ...]
    """(party, share in percent, its part of the savings)."""

    @property
    def over(self) -> int:
        return self.inleg - self.uitgave


def boek_kasregel(
    kas: GedeeldeBesparing, *, soort: str, cent: int, op: date, waarvoor: str, door: Door, partij: str = ""
) -> Kasregel:
    """Put one line in the books. An inleg comes from one of the parties of the agreement.

    Raises:
        KasFout: no amount or purpose, an unknown kind or party, or a day that must still come.
    """
    door.eis(*WIE, om_te=_("de gedeelde kas bijhouden"))
    partijen = [a.partij for a in kas.aandelen]
    if soort not in Kasregel.Soort.values:
        raise KasFout(_("Kies inleg, uitgave of besparing."))
    if cent <= 0 or not waarvoor.strip():
        raise KasFout(_("Vul een bedrag in en schrijf op waarvoor het is. Anderen rekenen hiermee af."))
    if soort == Kasregel.Soort.INLEG and partij not in partijen:
        raise KasFout(_("Kies wie het inlegde: %(wie)s.") % {"wie": ", ".join(partijen)})
    with handeling("kasregel.geboekt", door=door, doel="gedeelde kas bijhouden") as h:
        if op > h.dag:
            raise KasFout(_("Deze dag moet nog komen. Boek het bedrag als het zover is."))
        rij = h.maak(
            Kasregel(
                kas=kas.sleutel,
                soort=soort,
                partij=partij if soort == Kasregel.Soort.INLEG else "",
                cent=cent,
                op=op,
                waarvoor=waarvoor.strip(),
            )
        )
        h.over(rij)
        h.meld(kas=kas.naam, soort=rij.get_soort_display(), code=soort, cent=cent)
    return rij


def stand_van(kas: GedeeldeBesparing, regels: Sequence[Kasregel]) -> Stand:
    """Add up the lines of one purse; no query."""
    som = {
        soort: sum(r.cent for r in regels if r.kas == kas.sleutel and r.soort == soort)
        for soort in Kasregel.Soort.values
    }
    besparing = som["besparing"]
    delen = [(a.partij, int(a.percentage), besparing * int(a.percentage) // 100) for a in kas.aandelen]
    rest = besparing - sum(deel for _partij, _percentage, deel in delen)
    eerste = (delen[0][0], delen[0][1], delen[0][2] + rest)
    return Stand(som["inleg"], som["uitgave"], besparing, (eerste, *delen[1:]))
