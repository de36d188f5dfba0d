"""What must come back: reclaimed, received, or not asked any more. Setting off happens in a batch."""

from datetime import timedelta
from typing import Any

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling, volgend_nummer
from wijkspil.ondersteuning.models import Declaratie

from ..models import Terugvordering

WIE = (Rol.BACKOFFICE, Rol.CONTRACTBEHEER)
KWIJTSCHELDERS = (Rol.CONTRACTBEHEER, Rol.TEAMLEIDER)
BINNEN = timedelta(days=30)


class VorderingKanNiet(ValueError):
    """This can't be done with the reclaim; the message says why and what to do."""


def vorder_terug(
    aanbieder: Aanbieder, *, cent: int, reden: str, door: Door, declaratie: Declaratie | None = None
) -> Terugvordering:
    """Put down that a party must give something back. The next batch sets it off by itself.

    Raises:
        VorderingKanNiet: no amount, or this claim was reclaimed before.
    """
    door.eis(*WIE, om_te="geld terugvorderen")
    if cent <= 0:
        raise VorderingKanNiet("Vul een bedrag in dat hoger is dan nul.")
    if declaratie is not None and Terugvordering.objects.filter(declaratie=declaratie).exists():
        raise VorderingKanNiet("Op deze declaratie is al teruggevorderd. Kijk bij Terugvorderingen.")
    with handeling("terugvordering.vastgelegd", door=door, doel="terugvorderen") as h:
        vordering = h.maak(
            Terugvordering(
                aanbieder=aanbieder,
                declaratie=declaratie,
                nummer=f"V{h.dag:%Y}-{volgend_nummer(f'vordering-{h.dag:%Y}'):05d}",
                cent=cent,
                reden=reden.strip()[:300],
                vastgelegd_door_id=door.id,
                uiterlijk=h.dag + BINNEN,
            )
        )
        h.over(vordering)
        h.meld(**_feiten(vordering), reden=vordering.reden)
    return vordering


def boek_ontvangst(vordering: Terugvordering, *, cent: int, door: Door) -> Terugvordering:
    """The party paid (a part) on our account.

    Raises:
        VorderingKanNiet: nothing is open, or this is more than is open.
    """
    from .bank import rond_af_als_voldaan

    door.eis(*WIE, om_te="een ontvangst boeken")
    _eis_open(vordering, cent)
    with handeling("terugvordering.ontvangen", door=door, doel="ontvangst boeken") as h:
        vordering.ontvangen_cent += cent
        h.bewaar(vordering, "ontvangen_cent")
        rond_af_als_voldaan(h, vordering)
        h.over(vordering)
        h.meld(**_feiten(vordering), ontvangen_cent=cent)
    return vordering


def scheld_kwijt(vordering: Terugvordering, *, reden: str, door: Door) -> Terugvordering:
    """Don't ask the rest any more; never by the one who put it down.

    Raises:
        VorderingKanNiet: nothing is open, or it is one's own.
    """
    door.eis(*KWIJTSCHELDERS, om_te="een terugvordering laten vallen")
    _eis_open(vordering, 1)
    if door.id is not None and door.id == vordering.vastgelegd_door_id:
        raise VorderingKanNiet(
            "U legde deze terugvordering zelf vast. Een collega beslist of we het laten vallen."
        )
    with handeling("terugvordering.kwijtgescholden", door=door, doel="terugvordering laten vallen") as h:
        vordering.kwijt_cent += vordering.open_cent
        vordering.kwijt_door_id, vordering.kwijt_reden = door.id, reden.strip()[:300]
        vordering.status = Terugvordering.Status.KWIJT
        h.bewaar(vordering, "kwijt_cent", "kwijt_door", "kwijt_reden", "status")
        h.over(vordering)
        h.meld(**_feiten(vordering), reden=vordering.kwijt_reden, kwijt_cent=vordering.kwijt_cent)
    return vordering


def _eis_open(v: Terugvordering, cent: int) -> None:
    if v.status != Terugvordering.Status.OPEN or v.open_cent == 0:
        raise VorderingKanNiet(
            "Hierop staat niets meer open, of alles zit in een betaalbatch. U hoeft niets te doen."
        )
    if not 0 < cent <= v.open_cent:
        raise VorderingKanNiet(
            "Dit bedrag is niet hoger dan nul, of hoger dan wat er open staat. Kijk het na."
        )


def _feiten(v: Terugvordering) -> dict[str, Any]:
    return {
        "nummer": v.nummer, "aanbieder": str(v.aanbieder_id), "aanbieder_naam": v.aanbieder.naam, "cent": v.cent, "open_cent": v.open_cent,
    }  # fmt: skip
