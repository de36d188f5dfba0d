"""The answer to an objection, and what follows: the decision stands, or it is revoked and a new one is written."""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.mandaten import Mandaatoordeel, mandaat_voor
from wijkspil.toegang import klokken
from wijkspil.toegang.models import Klok, Stap
from wijkspil.toegang.workflow import HULPVRAAG

from ..models import Aanvraag, Besluit, Bezwaar
from ..workflow import BESLUIT, BEZWAAR
from .bezwaar import BezwaarNietMogelijk
from .bezwaar_behandelen import betrokken_bij

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
MANDAATSOORT = "bezwaar"
"""What the register of mandates calls it; the limit in euro is that of the decision itself."""

HERROEPT = (Bezwaar.Uitkomst.GEGROND, Bezwaar.Uitkomst.DEELS_GEGROND)


def beoordeel_bezwaarmandaat(bezwaar: Bezwaar, door: Door) -> Mandaatoordeel:
    """Under which mandate this person may answer the objection, or who may (Awb art. 10:3 lid 3). One or two queries."""
    oordeel = mandaat_voor(
        door,
        soort=MANDAATSOORT,
        categorieen=(),
        jaarkosten_cent=bezwaar.besluit.jaarkosten_cent,
        op=vandaag(),
    )
    if oordeel.mag and betrokken_bij(bezwaar, door.id):
        uitleg = _(
            "%(naam)s schreef of nam het besluit waar het bezwaar over gaat en mag er daarom niet op beslissen "
            "(Awb, artikel 10:3 lid 3)."
        ) % {"naam": door.naam}
        return Mandaatoordeel(None, False, uitleg, oordeel.wie_wel)
    return oordeel


def beslis_op_bezwaar(bezwaar: Bezwaar, *, uitkomst: str, overwegingen: str, door: Door) -> Bezwaar:
    """Answer an objection. Well-founded: the decision is revoked and its application waits for a new decision
    (Awb art. 7:11); otherwise it stands. The answer goes out as a letter with the way to the court (art. 6:23).

    Raises:
        BezwaarNietMogelijk: no reasons, no hearing, or an outcome that doesn't fit the facts.
        GeenRecht: no mandate, or this person took the decision itself.
    """
    door.eis(*WIE, om_te="op een bezwaar beslissen")
    eis_beslisbaar(bezwaar, uitkomst, overwegingen)
    oordeel = beoordeel_bezwaarmandaat(bezwaar, door)
    if oordeel.mandaat is None:
        raise GeenRecht(oordeel.uitleg)
    with handeling(
        "bezwaar.beslist", door=door, doel="op bezwaar beslissen", grond=oordeel.mandaat.grondslag[:120]
    ) as h:
        BEZWAAR.zet(bezwaar, "beslis")
        bezwaar.uitkomst, bezwaar.overwegingen = uitkomst, overwegingen.strip()
        bezwaar.besloten_door_id, bezwaar.mandaat, bezwaar.afgehandeld_op = door.id, oordeel.mandaat, h.dag
        h.bewaar(
            bezwaar, "status", "uitkomst", "overwegingen", "besloten_door_id", "mandaat", "afgehandeld_op"
        )
        if uitkomst in HERROEPT:
            _herroep(h, bezwaar)
        h.over(bezwaar, dossier=bezwaar.hulpvraag)
        h.meld(
            nummer=bezwaar.nummer,
            besluit=bezwaar.besluit.nummer,
            uitkomst=bezwaar.get_uitkomst_display(),
            code=uitkomst,
            op_tijd=not bezwaar.termijn.is_verlopen(h.dag),
            mandaat=oordeel.mandaat.grondslag,
            ontvangen_op=bezwaar.ontvangen_op,
        )
    return bezwaar


def eis_beslisbaar(bezwaar: Bezwaar, uitkomst: str, overwegingen: str) -> None:
    """What must be there before an objection can be answered. Raises BezwaarNietMogelijk with what to do."""
    mogelijk = set(Bezwaar.Uitkomst.values) - {Bezwaar.Uitkomst.GEEN, Bezwaar.Uitkomst.INGETROKKEN}
    if uitkomst not in mogelijk:
        raise BezwaarNietMogelijk(
            _("Kies de uitkomst: gegrond, gedeeltelijk gegrond, ongegrond of niet-ontvankelijk.")
        )
    if not overwegingen.strip():
        raise BezwaarNietMogelijk(
            _("Schrijf de redenen in gewone woorden. Zonder redenen is er geen antwoord (Awb 7:12).")
        )
    if uitkomst != Bezwaar.Uitkomst.NIET_ONTVANKELIJK and not bezwaar.op_tijd and not bezwaar.reden_te_laat:
        raise BezwaarNietMogelijk(
            _(
                "Het bezwaar kwam te laat en er staat nog geen reden bij. Vraag de inwoner waarom; alleen met een goede "
                "reden kan het bezwaar toch inhoudelijk worden bekeken (Awb, artikel 6:11)."
            )
        )
    if uitkomst != Bezwaar.Uitkomst.GEGROND and bezwaar.gehoord_op is None and not bezwaar.niet_gehoord_reden:
        raise BezwaarNietMogelijk(
            _(
                "De inwoner is nog niet gehoord. Nodig de inwoner uit voor een gesprek, of schrijf op waarom dat niet "
                "hoeft (Awb, artikel 7:2 en 7:3)."
            )
        )


def _herroep(h: Handeling, bezwaar: Bezwaar) -> None:
    """Revoke the decision: its application is open again, at the step where decisions are written, under the term of the
    objection. Help that already runs goes on until the new decision says otherwise."""
    besluit, hulpvraag = bezwaar.besluit, bezwaar.hulpvraag
    if besluit.status != Besluit.Status.BEKENDGEMAAKT:
        return  # already withdrawn or revoked
    BESLUIT.zet(besluit, "herroep")
    h.bewaar(besluit, "status")
    aanvraag = besluit.aanvraag
    if Aanvraag.objects.filter(hulpvraag=hulpvraag, status=Aanvraag.Status.OPEN).exists():
        return  # a newer application waits for a decision already
    aanvraag.status = Aanvraag.Status.OPEN
    h.bewaar(aanvraag, "status")
    for weg in {"vraag_besluit", "heropen_na_bezwaar"} & HULPVRAAG.mogelijk(hulpvraag.stap):
        HULPVRAAG.zet(hulpvraag, weg)
    if hulpvraag.stap == Stap.BESLUIT:
        hulpvraag.uitkomst, hulpvraag.afgesloten_op, hulpvraag.terugkijken_op = "", None, None
        klokken.zet(h, hulpvraag, Klok.Soort.BESLUIT, bezwaar.termijn)
    h.bewaar(hulpvraag, "stap", "uitkomst", "afgesloten_op", "terugkijken_op", "uiterlijk", "opgeschort")
