"""An application that is not complete, or that the resident takes back: four ends that are not a refusal.

Asked to complete (Awb art. 4:5), completed, left out of consideration by decision, or withdrawn by the resident.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol, Soort
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.klok import vandaag
from wijkspil.plannen.service import huidig_plan
from wijkspil.regels import wmo
from wijkspil.regels.termijn import Termijn
from wijkspil.toegang import klokken
from wijkspil.toegang.models import Hulpvraag, Klok, Stap
from wijkspil.toegang.workflow import HULPVRAAG

from ..models import Aanvraag, Besluit
from .aanvraag import AanvraagNietMogelijk
from .opstellen import stel_besluit_op

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
BESLUIT_BINNEN = timedelta(weeks=4)
"""Leaving out of consideration is told within four weeks after the time to complete has passed (Awb art. 4:5 lid 4)."""


def vraag_om_aanvulling(aanvraag: Aanvraag, *, wat: str, tot: date, door: Door) -> Aanvraag:
    """Ask the resident to complete the application; the decision term stands still from the day after the letter."""
    door.eis(*WIE, om_te="een aanvulling vragen")
    _eis_open(aanvraag)
    if not wat.strip():
        raise AanvraagNietMogelijk(
            _("Schrijf wat er mist, zodat de inwoner weet wat te sturen of te vertellen.")
        )
    if aanvraag.aanvulling_gevraagd_op and not aanvraag.aangevuld_op:
        raise AanvraagNietMogelijk(
            _("Er is al om een aanvulling gevraagd. Wacht op het antwoord van de inwoner.")
        )
    if tot <= vandaag():
        raise AanvraagNietMogelijk(_("Geef de inwoner tijd om aan te vullen: kies een dag na vandaag."))
    with handeling(
        "aanvraag.aanvulling_gevraagd", door=door, doel="aanvulling vragen", grond="Awb art. 4:5"
    ) as h:
        aanvraag.aanvulling_wat, aanvraag.aanvulling_gevraagd_op = wat.strip(), h.dag
        aanvraag.aanvulling_tot, aanvraag.aangevuld_op = tot, None
        h.bewaar(aanvraag, "aanvulling_wat", "aanvulling_gevraagd_op", "aanvulling_tot", "aangevuld_op")
        klok = _besluitklok(aanvraag.hulpvraag, Klok.Status.LOOPT)
        if klok is not None:
            termijn = wmo.schort_op(klok.termijn, "aanvulling", h.dag, wat.strip()[:200])
            _zet_klok(h, aanvraag.hulpvraag, klok, termijn, Klok.Status.OPGESCHORT)
        h.over(aanvraag, dossier=aanvraag.hulpvraag)
        h.meld(wat=wat.strip()[:200], tot=tot)
    return aanvraag


def neem_aanvulling_aanvraag_op(aanvraag: Aanvraag, *, op: date, door: Door) -> Aanvraag:
    """What was missing came in: the decision term runs again from that day."""
    door.eis(*WIE, om_te="een aanvulling opnemen")
    _eis_open(aanvraag)
    if aanvraag.aanvulling_gevraagd_op is None or aanvraag.aangevuld_op is not None:
        raise AanvraagNietMogelijk(
            _("Er is niet om een aanvulling gevraagd. Leg wat er kwam vast als contact.")
        )
    if not aanvraag.aanvulling_gevraagd_op <= op <= vandaag():
        raise AanvraagNietMogelijk(
            _("Kies de dag waarop de aanvulling kwam: na de vraag en niet in de toekomst.")
        )
    with handeling("aanvraag.aangevuld", door=door, doel="aanvulling opnemen", grond="Awb art. 4:15") as h:
        aanvraag.aangevuld_op = op
        h.bewaar(aanvraag, "aangevuld_op")
        klok = _besluitklok(aanvraag.hulpvraag, Klok.Status.OPGESCHORT)
        if klok is not None:
            _zet_klok(
                h,
                aanvraag.hulpvraag,
                klok,
                klok.termijn.hervat(max(op, klok.termijn.eerste_dag)),
                Klok.Status.LOOPT,
            )
        h.over(aanvraag, dossier=aanvraag.hulpvraag)
        h.meld(dag=op, uiterlijk=klok.uiterlijk if klok else None)
    return aanvraag


def laat_buiten_behandeling(aanvraag: Aanvraag, *, redenen: str, door: Door) -> Besluit:
    """Draft the decision not to take up an incomplete application; it is taken and announced like any other (Awb art. 4:5).

    Raises:
        AanvraagNietMogelijk: nothing was asked, there is still time, it was completed, or the four weeks have passed.
    """
    door.eis(*WIE, om_te="een aanvraag buiten behandeling laten")
    if uitleg := waarom_niet_buiten_behandeling(aanvraag):
        raise AanvraagNietMogelijk(uitleg)
    plan = huidig_plan(aanvraag.hulpvraag)
    if plan is None:
        raise AanvraagNietMogelijk(
            _(
                "Er is nog geen plan bij deze vraag, ook geen leeg. Begin het plan; daar hangt het besluit aan."
            )
        )
    return stel_besluit_op(
        aanvraag, plan, soort=Besluit.Soort.BUITEN_BEHANDELING, motivering=redenen, regels=(), door=door
    )


def waarom_niet_buiten_behandeling(aanvraag: Aanvraag) -> str:
    """Why this application can't be left out of consideration (now); empty when it can."""
    if aanvraag.status != Aanvraag.Status.OPEN:
        return _("Op deze aanvraag is al besloten, of zij is ingetrokken.")
    if aanvraag.aanvulling_gevraagd_op is None or aanvraag.aanvulling_tot is None:
        return _(
            "Vraag de inwoner eerst om aan te vullen wat mist. Zonder die kans mag het niet (Awb, artikel 4:5)."
        )
    if aanvraag.aangevuld_op is not None:
        return _("De aanvraag is aangevuld. Beslis op de inhoud.")
    if vandaag() <= aanvraag.aanvulling_tot:
        return _("De inwoner heeft nog tot en met %(dag)s om aan te vullen.") % {
            "dag": f"{aanvraag.aanvulling_tot:%d-%m-%Y}"
        }
    if vandaag() > aanvraag.aanvulling_tot + BESLUIT_BINNEN:
        return _(
            "De vier weken na de laatste dag om aan te vullen zijn voorbij (Awb, artikel 4:5 lid 4). "
            "Beslis op de inhoud, met wat u weet."
        )
    return ""


def trek_aanvraag_in(aanvraag: Aanvraag, *, reden: str, door: Door) -> Aanvraag:
    """The resident takes the application back: no decision, the clock lapses, the question goes on as it was.

    Raises:
        AanvraagNietMogelijk: no reason, or a decision was taken already.
    """
    if door.soort is Soort.INWONER:
        door.eis_regelen(aanvraag.hulpvraag.inwoner_id, om_te=_("een aanvraag intrekken"))
    else:
        door.eis(*WIE, om_te="het intrekken van een aanvraag opnemen")
    _eis_open(aanvraag)
    if not reden.strip():
        raise AanvraagNietMogelijk(_("Schrijf waarom de inwoner de aanvraag intrekt, in de eigen woorden."))
    lopend = aanvraag.besluiten.exclude(status__in=[Besluit.Status.INGETROKKEN, Besluit.Status.HERROEPEN])
    if lopend.exists():
        raise AanvraagNietMogelijk(
            _(
                "Er ligt al een concept of besluit op deze aanvraag. Trek dat eerst in; daarna kan de aanvraag eraf."
            )
        )
    hulpvraag = aanvraag.hulpvraag
    with handeling("aanvraag.ingetrokken", door=door, doel="aanvraag intrekken") as h:
        aanvraag.status = Aanvraag.Status.INGETROKKEN
        aanvraag.ingetrokken_op, aanvraag.ingetrokken_reden = h.dag, reden.strip()
        h.bewaar(aanvraag, "status", "ingetrokken_op", "ingetrokken_reden")
        klok = klokken.stop(h, hulpvraag, Klok.Soort.BESLUIT, h.dag)
        if klok is not None:
            klok.status = Klok.Status.VERVALLEN
            h.bewaar(klok, "status")
        if hulpvraag.stap == Stap.BESLUIT:
            HULPVRAAG.zet(hulpvraag, "trek_aanvraag_in")
        h.bewaar(hulpvraag, "stap", "uiterlijk", "opgeschort")
        h.over(aanvraag, dossier=hulpvraag)
        h.meld(reden=reden.strip())
    return aanvraag


def _eis_open(aanvraag: Aanvraag) -> None:
    if aanvraag.status != Aanvraag.Status.OPEN:
        raise AanvraagNietMogelijk(_("Deze aanvraag staat niet meer open. Bekijk het besluit."))


def _besluitklok(hulpvraag: Hulpvraag, status: Klok.Status) -> Klok | None:
    return next(
        (k for k in klokken.lopende(hulpvraag) if k.soort == Klok.Soort.BESLUIT and k.status == status), None
    )


def _zet_klok(h: Handeling, hulpvraag: Hulpvraag, klok: Klok, termijn: Termijn, status: Klok.Status) -> None:
    klokken.wijzig(h, klok, termijn, status)
    klokken.bepaal_uiterlijk(hulpvraag, klokken.lopende(hulpvraag))
    h.bewaar(hulpvraag, "uiterlijk", "opgeschort")
