"""Taking a decision under a mandate, announcing it, withdrawing it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.mandaten import Mandaatoordeel, houders, mandaat_voor
from wijkspil.gemeenten.models import Medewerker
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels import wmo
from wijkspil.toegang import klokken
from wijkspil.toegang.models import Klok, Stap
from wijkspil.toegang.workflow import HULPVRAAG

from ..models import Aanvraag, Besluit
from ..uren import bevries_uren
from ..vorm import BesluitNietCompleet, besluitregels, eis_kenbaar, eis_resultaat
from ..workflow import BESLUIT, IN_VOORBEREIDING
from .opstellen import kosten_bekend, vraag_te_lezen

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


class GeenMandaat(GeenRecht):
    """This person may not take this decision; the message names who may."""


class BekendmakingBlijft(ValueError):
    """The announcement can't be undone any more: something was built upon it."""


def beoordeel_mandaat(
    besluit: Besluit, door: Door, *, op: date | None = None, regels: Sequence[Arrangementregel] | None = None
) -> Mandaatoordeel:
    """Under which mandate this person may take this decision, or who may. Two or three queries; one less with `regels`."""
    return mandaat_voor(door, **_waarvoor(besluit, regels, op))


def mandaathouders(
    besluit: Besluit, regels: Sequence[Arrangementregel] | None = None
) -> QuerySet[Medewerker]:
    """Everybody whom the mandate register lets take this decision, in whatever team. One query, and one when it is read."""
    return houders(**_waarvoor(besluit, regels, None))


def _waarvoor(besluit: Besluit, regels: Sequence[Arrangementregel] | None, op: date | None) -> dict[str, Any]:
    """What the mandate must cover: the kind of decision, the categories, the cost, the day."""
    regels = besluitregels(besluit.plan) if regels is None else regels
    toegekend = [regel for regel in regels if regel.pk in besluit.regels]
    return {
        "soort": besluit.soort,
        "categorieen": {r.product.categorie for r in _waarover(besluit, regels) if r.product},
        "jaarkosten_cent": besluit.jaarkosten_cent if kosten_bekend(toegekend) else None,
        "op": op or vandaag(),
        "leveranciers": {r.aanbieder.naam for r in toegekend if r.aanbieder},
    }


def neem_besluit(besluit: Besluit, *, door: Door) -> Besluit:
    """Take the decision. The mandate and whether two people looked go into the event (H9; Awb art. 10:3).

    Raises:
        GeenMandaat: no mandate covers it, or the writer may not take it above the four-eyes amount; says who may.
        BesluitNietCompleet: the reasons, an activity or another part is missing.
    """
    door.eis(*WIE, om_te="een besluit nemen")
    regels = besluitregels(besluit.plan)
    if besluit.status in IN_VOORBEREIDING:
        eis_compleet(besluit, regels=regels)
        if besluit.soort in (Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK):
            bevries_uren(besluit, regels)
    oordeel = beoordeel_mandaat(besluit, door, regels=regels)
    eigen_werk = besluit.opgesteld_door_id == door.id
    if oordeel.mandaat is None:
        raise GeenMandaat(oordeel.uitleg)
    if oordeel.vier_ogen and eigen_werk:
        raise GeenMandaat(
            _(
                "U schreef dit besluit zelf. Boven dit bedrag beslist een ander (vier ogen). "
                "Leg het voor aan: %(wie)s."
            )
            % {
                "wie": ", ".join(oordeel.wie_wel)
                or _("een collega met mandaat; die is er nu niet, vraag de beheerder")
            }
        )
    with handeling(
        "besluit.genomen", door=door, doel="besluit nemen", grond=oordeel.mandaat.grondslag[:120]
    ) as h:
        BESLUIT.zet(besluit, "neem")
        besluit.mandaat, besluit.genomen_door_id, besluit.genomen_op = oordeel.mandaat, door.id, h.dag
        h.bewaar(besluit, "status", "mandaat", "genomen_door_id", "genomen_op", "uren")
        vraag_te_lezen(besluit, None)
        h.over(besluit, dossier=besluit.hulpvraag)
        h.meld(
            nummer=besluit.nummer,
            soort=besluit.get_soort_display(),
            code=besluit.soort,
            mandaat=oordeel.mandaat.grondslag,
            mandaat_id=str(oordeel.mandaat.pk),
            vier_ogen_nodig=oordeel.vier_ogen,
            vier_ogen=not eigen_werk,
            jaarkosten_cent=besluit.jaarkosten_cent,
            aanvraag_op=besluit.aanvraag.ontvangen_op,
        )
    return besluit


def maak_bekend(besluit: Besluit, *, door: Door, op: date | None = None) -> Besluit:
    """Announce the decision: the letter leaves, the decision clock stops, six weeks to object begin (Awb 3:41, 6:7, 6:8).

    The letter is set up in this same transaction (see `reis.BIJ`); when it can't be made, nothing is announced.

    Args:
        op: the day of sending, when that isn't today; never before the decision was taken.
    """
    door.eis(*WIE, om_te="een besluit bekendmaken")
    hulpvraag = besluit.hulpvraag
    with handeling(
        "besluit.bekendgemaakt", door=door, doel="besluit bekendmaken", grond="Awb art. 3:41"
    ) as h:
        BESLUIT.zet(besluit, "maak_bekend")
        dag = op or h.dag
        assert besluit.genomen_op is not None  # the table asks it
        if dag < besluit.genomen_op:
            raise BesluitNietCompleet(
                _("Een besluit kan niet bekend zijn voordat het is genomen. Kies een latere dag.")
            )
        bezwaar = wmo.bezwaartermijn(dag)
        besluit.bekendgemaakt_op, besluit.bezwaar_tot = dag, bezwaar.laatste_dag
        h.bewaar(besluit, "status", "bekendgemaakt_op", "bezwaar_tot")
        besluit.aanvraag.status = Aanvraag.Status.BESLOTEN
        h.bewaar(besluit.aanvraag, "status")
        klok = klokken.stop(h, hulpvraag, Klok.Soort.BESLUIT, dag)
        klokken.zet(h, hulpvraag, Klok.Soort.BEZWAAR, bezwaar)
        if hulpvraag.stap == Stap.BESLUIT:
            HULPVRAAG.zet(hulpvraag, "maak_besluit_bekend")
        h.bewaar(hulpvraag, "stap", "uiterlijk", "opgeschort")
        h.over(besluit, dossier=hulpvraag)
        h.meld(
            dag=dag,
            nummer=besluit.nummer,
            soort=besluit.get_soort_display(),
            code=besluit.soort,
            bezwaar_tot=besluit.bezwaar_tot,
            op_tijd=klok is None or klok.status == Klok.Status.GEHAALD,
            aanvraag_op=besluit.aanvraag.ontvangen_op,
            gemeld_op=hulpvraag.gemeld_op,
            regels=[str(pk) for pk in besluit.regels],
        )
    return besluit


def trek_besluit_in(besluit: Besluit, *, reden: str, door: Door) -> Besluit:
    """Withdraw a draft or a decision; after an announcement the application is open again (Wmo 2015 art. 2.3.10).

    Raises:
        BesluitNietCompleet: no reason was given.
        GeenMandaat: it was taken already, and this person could not have taken it.
    """
    door.eis(*WIE, om_te="een besluit intrekken")
    if not reden.strip():
        raise BesluitNietCompleet(
            _("Schrijf waarom het besluit wordt ingetrokken. De inwoner kan dat lezen.")
        )
    was = besluit.status
    if was in (Besluit.Status.GENOMEN, Besluit.Status.BEKENDGEMAAKT):
        oordeel = beoordeel_mandaat(besluit, door)
        if not oordeel.mag:
            raise GeenMandaat(oordeel.uitleg)
    with handeling("besluit.ingetrokken", door=door, doel="besluit intrekken") as h:
        BESLUIT.zet(besluit, "trek_in")
        besluit.ingetrokken_op, besluit.ingetrokken_reden = h.dag, reden.strip()
        if (
            was == Besluit.Status.BEKENDGEMAAKT
        ):  # withdrawing it is a decision too, with an objection term of its own
            besluit.bezwaar_tot = wmo.bezwaartermijn(h.dag).laatste_dag
        h.bewaar(besluit, "status", "ingetrokken_op", "ingetrokken_reden", "bezwaar_tot")
        vraag_te_lezen(besluit, None)
        if was == Besluit.Status.BEKENDGEMAAKT:
            _open_aanvraag_weer(h, besluit)
        h.over(besluit, dossier=besluit.hulpvraag)
        h.meld(nummer=besluit.nummer, reden=reden, was=was)
    return besluit


def haal_bekendmaking_terug(besluit: Besluit, *, door: Door) -> Besluit:
    """Undo an announcement whose letter never left (X2): a decision works only once it is announced (Awb art. 3:40).

    The objection term lapses and the decision term runs again from the day of the application.

    Raises:
        BekendmakingBlijft: help started or ended upon it, or another application came in.
    """
    door.eis(*WIE, om_te="een bekendmaking terughalen")
    hulpvraag, aanvraag = besluit.hulpvraag, besluit.aanvraag
    bezet = Aanvraag.objects.filter(hulpvraag=hulpvraag, status=Aanvraag.Status.OPEN).exists()
    if hulpvraag.stap != Stap.OPDRACHT or bezet or besluit.soort == Besluit.Soort.BEEINDIGING:
        raise BekendmakingBlijft(
            _(
                "Deze vraag is al verder gegaan. Trek het besluit in als het niet klopt, of stuur de brief alsnog."
            )
        )
    with handeling(
        "besluit.teruggehaald", door=door, doel="bekendmaking terughalen", grond="Awb art. 3:40"
    ) as h:
        BESLUIT.zet(besluit, "haal_bekendmaking_terug")
        besluit.bekendgemaakt_op = besluit.bezwaar_tot = None
        h.bewaar(besluit, "status", "bekendgemaakt_op", "bezwaar_tot")
        aanvraag.status = Aanvraag.Status.OPEN
        h.bewaar(aanvraag, "status")
        bezwaar = klokken.stop(h, hulpvraag, Klok.Soort.BEZWAAR, h.dag)
        if bezwaar is not None:
            bezwaar.status = Klok.Status.VERVALLEN
            h.bewaar(bezwaar, "status")
        klokken.zet(h, hulpvraag, Klok.Soort.BESLUIT, wmo.beslistermijn(aanvraag.ontvangen_op))
        HULPVRAAG.zet(hulpvraag, "vraag_besluit")
        h.bewaar(hulpvraag, "stap", "uiterlijk", "opgeschort")
        h.over(besluit, dossier=hulpvraag)
        h.meld(nummer=besluit.nummer)
    return besluit


def _open_aanvraag_weer(h: Handeling, besluit: Besluit) -> None:
    """After an announced decision is withdrawn its application waits for a new one; an application that came later stays."""
    hulpvraag, aanvraag = besluit.hulpvraag, besluit.aanvraag
    klokken.stop(h, hulpvraag, Klok.Soort.BEZWAAR, h.dag)
    if not Aanvraag.objects.filter(hulpvraag=hulpvraag, status=Aanvraag.Status.OPEN).exists():
        aanvraag.status = Aanvraag.Status.OPEN
        h.bewaar(aanvraag, "status")
        if "vraag_besluit" in HULPVRAAG.mogelijk(hulpvraag.stap):
            HULPVRAAG.zet(hulpvraag, "vraag_besluit")
    h.bewaar(hulpvraag, "stap", "uiterlijk", "opgeschort")


def eis_compleet(besluit: Besluit, *, regels: Sequence[Arrangementregel] | None = None) -> None:
    """Everything that a decision must say (Awb art. 3:46; Wmo 2015 art. 2.3.5), before it is taken. One query or none.

    Raises: BesluitNietCompleet with the first thing that is missing and what to do.
    """
    regels = besluitregels(besluit.plan) if regels is None else regels
    toegekend = [regel for regel in regels if regel.pk in besluit.regels]
    geweigerd = [regel for regel in regels if regel.pk not in besluit.regels]
    if not besluit.motivering.strip():
        raise BesluitNietCompleet(_("De redenen ontbreken. Schrijf in gewone woorden waarom u dit besluit."))
    if besluit.soort == Besluit.Soort.TOEKENNING and geweigerd and toegekend:
        raise BesluitNietCompleet(
            _("U kent niet alles toe. Kies “gedeeltelijke toekenning”, of vink ook de andere onderdelen aan.")
        )
    if besluit.soort in (Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK) and not toegekend:
        raise BesluitNietCompleet(
            _("Er is niets aangevinkt om toe te kennen. Vink een onderdeel aan, of kies afwijzing.")
        )
    if besluit.soort == Besluit.Soort.BEEINDIGING and not toegekend:
        raise BesluitNietCompleet(_("Vink aan welke hulp stopt."))
    if besluit.soort == Besluit.Soort.GEDEELTELIJK and not geweigerd:
        raise BesluitNietCompleet(
            _("U kent alles toe. Kies “toekenning” in plaats van “gedeeltelijke toekenning”.")
        )
    if besluit.soort == Besluit.Soort.BUITEN_BEHANDELING:
        return  # nothing was judged: the law asks no more than the missing piece and the reasons (Awb art. 4:5)
    if besluit.soort != Besluit.Soort.TOEKENNING and not besluit.wel_passend.strip():
        raise BesluitNietCompleet(
            _("Schrijf welke oplossing volgens u wel past. De inwoner moet weten hoe het verder kan.")
        )
    if besluit.plan.eigen_plan.strip() and not besluit.reactie_plan.strip():
        raise BesluitNietCompleet(
            _(
                "De inwoner gaf een eigen plan. Schrijf wat u daarmee heeft gedaan; het besluit gaat daarop in."
            )
        )
    if besluit.soort != Besluit.Soort.BEEINDIGING:
        eis_resultaat(toegekend, besluit.resultaten)
        eis_kenbaar(besluit.hulpvraag, toegekend, besluit.activiteiten)


def _waarover(besluit: Besluit, regels: Sequence[Arrangementregel]) -> Sequence[Arrangementregel]:
    """The lines whose categories the mandate must cover: what is granted, and for a refusal what was asked."""
    if besluit.soort in (Besluit.Soort.TOEKENNING, Besluit.Soort.BEEINDIGING):
        return [regel for regel in regels if regel.pk in besluit.regels]
    return regels
