"""Between receipt and answer: who handles it, what is missing, the hearing, and more time where the law gives it."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.gemeenten.models import Medewerker
from wijkspil.regels import wmo
from wijkspil.regels.termijn import Termijn

from ..models import Bezwaar
from ..workflow import BEZWAAR
from .bezwaar import BezwaarNietMogelijk

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


def geef_bezwaar_aan(bezwaar: Bezwaar, *, behandelaar: Medewerker, door: Door) -> Bezwaar:
    """Give an objection to somebody who had no part in the decision itself (Awb art. 7:5, 10:3 lid 3).

    Raises:
        BezwaarNietMogelijk: this person took or wrote the decision.
    """
    door.eis(Rol.TEAMLEIDER, Rol.BACKOFFICE, om_te="een bezwaar verdelen")
    _eis_open(bezwaar)
    if betrokken_bij(bezwaar, behandelaar.pk):
        raise BezwaarNietMogelijk(
            _(
                "%(naam)s schreef of nam het besluit waar het bezwaar over gaat. Kies iemand die er nog niet bij "
                "betrokken was (Awb, artikel 7:5)."
            )
            % {"naam": behandelaar.naam}
        )
    with handeling("bezwaar.toegewezen", door=door, doel="bezwaar verdelen", grond="Awb art. 7:5") as h:
        bezwaar.behandelaar = behandelaar
        h.bewaar(bezwaar, "behandelaar")
        h.over(bezwaar, dossier=bezwaar.hulpvraag)
        h.meld(nummer=bezwaar.nummer, naar=behandelaar.naam)
    return bezwaar


def vraag_aanvulling(bezwaar: Bezwaar, *, wat: str, tot: date, door: Door) -> Bezwaar:
    """Ask for what is missing; the clock stands still from the day after the letter (Awb art. 6:6, 7:10 lid 2)."""
    _eis_behandelaar(bezwaar, door)
    if not wat.strip():
        raise BezwaarNietMogelijk(_("Schrijf wat er nog mist, zodat de inwoner weet wat te sturen."))
    with handeling(
        "bezwaar.aanvulling_gevraagd", door=door, doel="aanvulling vragen", grond="Awb art. 6:6"
    ) as h:
        if tot <= h.dag:
            raise BezwaarNietMogelijk(_("Geef de inwoner tijd om aan te vullen: kies een dag na vandaag."))
        BEZWAAR.zet(bezwaar, "vraag_aanvulling")
        bezwaar.aanvulling_wat, bezwaar.aanvulling_tot = wat.strip(), tot
        eerste = max(h.dag + timedelta(days=1), bezwaar.termijn.eerste_dag)
        _zet_termijn(bezwaar, bezwaar.termijn.schort_op(eerste, "aanvulling", wat.strip()[:200]))
        h.bewaar(bezwaar, "status", "aanvulling_wat", "aanvulling_tot", "termijn_waarde", "uiterlijk")
        _meld(h, bezwaar, wat=wat.strip()[:200], tot=tot)
    return bezwaar


def neem_aanvulling_op(bezwaar: Bezwaar, *, tekst: str, op: date, door: Door) -> Bezwaar:
    """The resident completed the objection, or the time to do so is over (`tekst` empty): the clock runs again."""
    _eis_behandelaar(bezwaar, door)
    with handeling("bezwaar.aangevuld", door=door, doel="aanvulling opnemen", grond="Awb art. 6:6") as h:
        if op > h.dag:
            raise BezwaarNietMogelijk(
                _("Deze dag ligt in de toekomst. Kies de dag waarop de aanvulling kwam.")
            )
        if not tekst.strip() and bezwaar.aanvulling_tot is not None and h.dag <= bezwaar.aanvulling_tot:
            raise BezwaarNietMogelijk(
                _(
                    "De inwoner heeft nog tot en met %(dag)s om aan te vullen. Wacht daarop, of neem op wat er kwam."
                )
                % {"dag": f"{bezwaar.aanvulling_tot:%d-%m-%Y}"}
            )
        BEZWAAR.zet(bezwaar, "neem_aanvulling_op" if tekst.strip() else "sluit_aanvulling")
        if tekst.strip():
            bezwaar.gronden = f"{bezwaar.gronden}\n\n{op:%d-%m-%Y}: {tekst.strip()}"
        _zet_termijn(bezwaar, bezwaar.termijn.hervat(max(op, bezwaar.termijn.eerste_dag)))
        h.bewaar(bezwaar, "status", "gronden", "termijn_waarde", "uiterlijk")
        _meld(h, bezwaar, aangevuld=bool(tekst.strip()), uiterlijk=bezwaar.uiterlijk)
    return bezwaar


def hoor(bezwaar: Bezwaar, *, op: date, verslag: str, door: Door) -> Bezwaar:
    """Write down the hearing, with its report (Awb art. 7:2, 7:7)."""
    _eis_behandelaar(bezwaar, door)
    if not verslag.strip():
        raise BezwaarNietMogelijk(_("Schrijf het verslag van het gesprek. De inwoner heeft daar recht op."))
    with handeling("bezwaar.gehoord", door=door, doel="horen", grond="Awb art. 7:2") as h:
        if op > h.dag:
            raise BezwaarNietMogelijk(_("Deze dag ligt in de toekomst. Schrijf het verslag na het gesprek."))
        bezwaar.gehoord_op, bezwaar.verslag_horen, bezwaar.niet_gehoord_reden = op, verslag.strip(), ""
        h.bewaar(bezwaar, "gehoord_op", "verslag_horen", "niet_gehoord_reden")
        _meld(h, bezwaar, dag=op)
    return bezwaar


def hoor_niet(bezwaar: Bezwaar, *, reden: str, door: Door) -> Bezwaar:
    """Leave out the hearing, on a ground of Awb art. 7:3, such as that the resident said no or gets all that was asked."""
    _eis_behandelaar(bezwaar, door)
    if not reden.strip():
        raise BezwaarNietMogelijk(
            _("Schrijf waarom er geen gesprek is. Dat mag maar in een paar gevallen (Awb 7:3).")
        )
    with handeling("bezwaar.niet_gehoord", door=door, doel="afzien van horen", grond="Awb art. 7:3") as h:
        bezwaar.niet_gehoord_reden = reden.strip()
        h.bewaar(bezwaar, "niet_gehoord_reden")
        _meld(h, bezwaar, reden=reden.strip())
    return bezwaar


def verdaag(bezwaar: Bezwaar, *, reden: str, door: Door) -> Bezwaar:
    """Take the six weeks more that the law gives, once and in writing (Awb art. 7:10 lid 3).

    Raises:
        TermijnFout: it was done before, or the term is over.
    """
    _eis_behandelaar(bezwaar, door)
    if not reden.strip():
        raise BezwaarNietMogelijk(
            _("Schrijf waarom het langer duurt. Die reden staat in de brief aan de inwoner.")
        )
    with handeling(
        "bezwaar.verdaagd", door=door, doel="beslissing verdagen", grond="Awb art. 7:10 lid 3"
    ) as h:
        _zet_termijn(bezwaar, wmo.verdaag_bezwaar(bezwaar.termijn, reden.strip(), vandaag=h.dag))
        h.bewaar(bezwaar, "termijn_waarde", "uiterlijk")
        _meld(h, bezwaar, reden=reden.strip(), uiterlijk=bezwaar.uiterlijk)
    return bezwaar


def betrokken_bij(bezwaar: Bezwaar, medewerker_id: object) -> bool:
    """Whether somebody wrote or took the decision that the objection is about."""
    besluit = bezwaar.besluit
    return medewerker_id is not None and medewerker_id in (besluit.genomen_door_id, besluit.opgesteld_door_id)


def _eis_open(bezwaar: Bezwaar) -> None:
    if not bezwaar.is_open:
        raise BezwaarNietMogelijk(
            _("Dit bezwaar is al afgehandeld (%(hoe)s). Er valt niets meer aan te doen.")
            % {"hoe": bezwaar.get_uitkomst_display()}
        )


def _eis_behandelaar(bezwaar: Bezwaar, door: Door) -> None:
    door.eis(*WIE, om_te="een bezwaar behandelen")
    _eis_open(bezwaar)
    if betrokken_bij(bezwaar, door.id):
        raise GeenRecht(
            _(
                "U schreef of nam het besluit waar dit bezwaar over gaat. Een ander moet er met een frisse blik naar "
                "kijken (Awb, artikel 7:5). Vraag de teamleider om het te verdelen."
            )
        )


def _zet_termijn(bezwaar: Bezwaar, termijn: Termijn) -> None:
    bezwaar.termijn_waarde, bezwaar.uiterlijk = termijn.als_dict(), termijn.laatste_dag


def _meld(h: Handeling, bezwaar: Bezwaar, *, dag: date | None = None, **gegevens: object) -> None:
    h.over(bezwaar, dossier=bezwaar.hulpvraag)
    h.meld(dag=dag, nummer=bezwaar.nummer, **gegevens)
