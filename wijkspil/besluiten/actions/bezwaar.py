"""An objection comes in: from the resident's own pages, by letter or at the desk. And it can always be withdrawn."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol, Soort
from wijkspil.core.handeling import handeling, volgend_nummer
from wijkspil.core.klok import vandaag
from wijkspil.regels import wmo

from ..models import Besluit, Bezwaar
from ..workflow import BEZWAAR

OPNEMERS = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
POST_NA = timedelta(days=7)
"""Awb art. 6:9 lid 2: posted in time, and received within a week after the term (certainty: medium)."""


class BezwaarNietMogelijk(ValueError):
    """The objection can't be taken in or handled like this; the message says why and what can be done."""


def dien_bezwaar_in(
    door: Door,
    besluit: Besluit,
    *,
    gronden: str,
    op: date,
    kanaal: str,
    gepost_op: date | None = None,
    reden_te_laat: str = "",
    vergoeding_gevraagd: bool = False,
    met_commissie: bool = False,
) -> Bezwaar:
    """Take an objection in and confirm it (Awb art. 6:4, 6:14). Late ones are taken in too: whether that is excusable is
    judged with the rest (art. 6:11), never at the door.

    Args:
        door: the resident (or a representative with a valid mandate), or staff that takes it in on paper.
        gronden: why, in the resident's own words.
        op: the day on which it was received.
        kanaal: a `Bezwaar.Kanaal` value.
        gepost_op: the postmark, for a letter: posted in time counts (Awb art. 6:9).

    Raises:
        BezwaarNietMogelijk: no reasons, a day in the future or before the decision, or nothing was announced.
        GeenRecht: the decision is about somebody else, or a representative may only look along.
    """
    _eis_indiener(door, besluit)
    _eis_geldig(besluit, gronden, op, gepost_op, kanaal)
    assert besluit.bezwaar_tot is not None  # _eis_geldig: it was announced
    op_tijd = is_op_tijd(besluit.bezwaar_tot, ontvangen=op, gepost=gepost_op)
    termijn = wmo.bezwaar_beslistermijn(besluit.bezwaar_tot, met_commissie=met_commissie)
    with handeling("bezwaar.ontvangen", door=door, doel="bezwaar opnemen", grond="Awb art. 6:4 en 6:14") as h:
        bezwaar = h.maak(
            Bezwaar(
                besluit=besluit,
                hulpvraag=besluit.hulpvraag,
                nummer=f"BZ{h.dag.year}-{volgend_nummer(f'bezwaar-{h.dag.year}'):05d}",
                gronden=gronden.strip(),
                kanaal=kanaal,
                ingediend_door=door.naam if door.soort is Soort.INWONER else besluit.hulpvraag.inwoner.naam,
                ontvangen_op=op,
                gepost_op=gepost_op,
                op_tijd=op_tijd,
                reden_te_laat=reden_te_laat.strip(),
                vergoeding_gevraagd=vergoeding_gevraagd,
                commissie=met_commissie,
                termijn_waarde=termijn.als_dict(),
                uiterlijk=termijn.laatste_dag,
            )
        )
        h.over(bezwaar, dossier=besluit.hulpvraag)
        h.meld(
            dag=op,
            nummer=bezwaar.nummer,
            besluit=besluit.nummer,
            code=besluit.soort,
            kanaal=kanaal,
            op_tijd=op_tijd,
            uiterlijk=bezwaar.uiterlijk,
        )
    return bezwaar


def trek_bezwaar_in(bezwaar: Bezwaar, *, reden: str, door: Door) -> Bezwaar:
    """The resident takes the objection back: in writing, or by word at the hearing (Awb art. 6:21)."""
    if door.soort is Soort.INWONER:
        door.eis_regelen(bezwaar.hulpvraag.inwoner_id, om_te=_("een bezwaar intrekken"))
    else:
        door.eis(*OPNEMERS, om_te="het intrekken van een bezwaar opnemen")
    if not reden.strip():
        raise BezwaarNietMogelijk(
            _("Schrijf waarom het bezwaar wordt ingetrokken. Zo kan niemand later denken dat wij dat deden.")
        )
    with handeling("bezwaar.ingetrokken", door=door, doel="bezwaar intrekken", grond="Awb art. 6:21") as h:
        BEZWAAR.zet(bezwaar, "trek_in")
        bezwaar.uitkomst, bezwaar.afgehandeld_op = Bezwaar.Uitkomst.INGETROKKEN, h.dag
        h.bewaar(bezwaar, "status", "uitkomst", "afgehandeld_op")
        h.over(bezwaar, dossier=bezwaar.hulpvraag)
        h.meld(nummer=bezwaar.nummer, reden=reden.strip())
    return bezwaar


def is_op_tijd(bezwaar_tot: date, *, ontvangen: date, gepost: date | None) -> bool:
    """Whether an objection came in time: received within the term, or posted in it and received within a week (6:9)."""
    if ontvangen <= bezwaar_tot:
        return True
    return gepost is not None and gepost <= bezwaar_tot and ontvangen <= bezwaar_tot + POST_NA


def _eis_indiener(door: Door, besluit: Besluit) -> None:
    if door.soort is Soort.INWONER:
        door.eis_regelen(besluit.hulpvraag.inwoner_id, om_te=_("bezwaar maken"))
    else:
        door.eis(*OPNEMERS, om_te="een bezwaar opnemen")


def _eis_geldig(besluit: Besluit, gronden: str, op: date, gepost_op: date | None, kanaal: str) -> None:
    if besluit.bekendgemaakt_op is None or besluit.bezwaar_tot is None:
        raise BezwaarNietMogelijk(
            _(
                "Dit besluit is nog niet bekendgemaakt, dus er is nog niets om bezwaar tegen te maken. "
                "Wacht op de brief."
            )
        )
    if not gronden.strip():
        raise BezwaarNietMogelijk(
            _("Schrijf waarom u het niet eens bent met het besluit. Een paar zinnen is genoeg.")
        )
    if kanaal not in Bezwaar.Kanaal.values:
        raise BezwaarNietMogelijk(_("Kies hoe het bezwaar binnenkwam."))
    if op > vandaag():
        raise BezwaarNietMogelijk(
            _("De dag van ontvangst ligt in de toekomst. Kies de dag waarop het bezwaar kwam.")
        )
    if op < besluit.bekendgemaakt_op:
        raise BezwaarNietMogelijk(
            _("Het bezwaar ligt voor de dag van het besluit. Kijk de dag van ontvangst na.")
        )
    if gepost_op is not None and not besluit.bekendgemaakt_op <= gepost_op <= op:
        raise BezwaarNietMogelijk(
            _("Het poststempel ligt voor het besluit of na de ontvangst. Kijk de dag na.")
        )
