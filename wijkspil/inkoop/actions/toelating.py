"""Letting providers in: open a procedure, take an application, look at the proof, admit or refuse (B37, B39, B42, A17, A18)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer

from ..models import Bewijs, Eis, Inkoopprocedure, Inschrijving, Panelstem, Prijsjaar, Toetsing
from ..workflow import INSCHRIJVING

WIE = (Rol.CONTRACTBEHEER,)


class ToelatingKanNiet(ValueError):
    """The procedure doesn't allow this; the message says why and what would."""


def open_procedure(*, eisen: Sequence[Mapping[str, Any]], door: Door, **velden: Any) -> Inkoopprocedure:
    """Open a way in, with its requirements: [{"naam": ..., "uitleg": ..., "geldig_maanden": ...}]."""
    door.eis(*WIE, om_te="een inkoopprocedure openen")
    with handeling("inkoopprocedure.geopend", door=door, doel="inkoop") as h:
        procedure = h.maak(Inkoopprocedure(**velden))
        h.maak_veel([Eis(procedure=procedure, volgorde=n, **eis) for n, eis in enumerate(eisen, start=1)])
        h.over(procedure)
        h.meld(procedure=procedure.naam, wijze=procedure.wijze, eisen=len(eisen))
    return procedure


def neem_inschrijving_op(
    procedure: Inkoopprocedure, aanbieder: Aanbieder, *, ontvangen_op: date, door: Door
) -> Inschrijving:
    """Take an application that came within the window.

    Raises:
        ToelatingKanNiet: it came before the window opened or after it closed.
        IntegrityError: this provider has an application in this procedure already.
    """
    door.eis(*WIE, om_te="een inschrijving opnemen")
    if ontvangen_op < procedure.opent_op:
        raise ToelatingKanNiet(
            _("Inschrijven kan vanaf %(dag)s. Vraag de aanbieder om dan opnieuw in te schrijven.")
            % {"dag": f"{procedure.opent_op:%d-%m-%Y}"}
        )
    if procedure.sluit_op is not None and ontvangen_op > procedure.sluit_op:
        raise ToelatingKanNiet(
            _("Inschrijven kon tot en met %(dag)s. Een volgende keer kan bij een nieuwe procedure.")
            % {"dag": f"{procedure.sluit_op:%d-%m-%Y}"}
        )
    with handeling("inschrijving.ontvangen", door=door, doel="inkoop") as h:
        inschrijving = h.maak(
            Inschrijving(procedure=procedure, aanbieder=aanbieder, ontvangen_op=ontvangen_op)
        )
        _meld(h, inschrijving)
    return inschrijving


def zie_bewijs(
    aanbieder: Aanbieder, *, naam: str, door: Door, geldig_tot: date | None = None, kenmerk: str = ""
) -> Bewijs:
    """Record that somebody saw a proof, and until when it holds (None: it does not expire)."""
    door.eis(*WIE, Rol.BACKOFFICE, om_te="een bewijs vastleggen")
    with handeling("bewijs.gezien", door=door, doel="toelating van aanbieders") as h:
        bewijs = h.maak(
            Bewijs(
                aanbieder=aanbieder,
                naam=naam,
                kenmerk=kenmerk,
                gezien_op=h.dag,
                gezien_door=door.naam,
                geldig_tot=geldig_tot,
            )
        )
        h.over(bewijs)
        h.meld(aanbieder=aanbieder.naam, bewijs=naam, geldig_tot=geldig_tot)
    return bewijs


def toets_eis(
    inschrijving: Inschrijving,
    eis: Eis,
    *,
    voldoet: bool,
    door: Door,
    bewijs: Bewijs | None = None,
    toelichting: str = "",
) -> Toetsing:
    """Judge one requirement. Meeting it asks for a proof that somebody saw; not meeting it asks for a reason.

    Raises:
        ToelatingKanNiet: no proof, no reason, a proof that has expired, or the application was decided already.
    """
    door.eis(*WIE, om_te="een eis toetsen")
    _moet_lopen(inschrijving)
    if voldoet and bewijs is None:
        raise ToelatingKanNiet(_("Zonder bewijs voldoet een eis niet. Leg eerst vast welk bewijs u zag."))
    if not voldoet and not toelichting.strip():
        raise ToelatingKanNiet(_("Schrijf op wat er ontbreekt. De aanbieder kan het dan aanvullen."))
    with handeling("eis.getoetst", door=door, doel="toelating van aanbieders") as h:
        if bewijs is not None and bewijs.geldig_tot is not None and bewijs.geldig_tot < h.dag:
            raise ToelatingKanNiet(
                _("Dit bewijs gold tot en met %(dag)s. Vraag om een nieuw bewijs.")
                % {"dag": f"{bewijs.geldig_tot:%d-%m-%Y}"}
            )
        for vorige in inschrijving.toetsingen.filter(eis=eis):
            h.verwijder(vorige)
        toetsing = h.maak(
            Toetsing(
                inschrijving=inschrijving,
                eis=eis,
                voldoet=voldoet,
                bewijs=bewijs,
                toelichting=toelichting.strip(),
            )
        )
        _meld(h, inschrijving, eis=eis.naam, voldoet=voldoet)
    return toetsing


def bied_prijs(inschrijving: Inschrijving, *, jaar: int, cent: int, per: str, door: Door) -> Prijsjaar:
    """Record the price that a provider bids for one year, in cents per `per`; a later bid for that year replaces it (A17)."""
    door.eis(*WIE, om_te="een prijs vastleggen")
    _moet_lopen(inschrijving)
    with handeling("prijs.geboden", door=door, doel="inkoop") as h:
        for vorige in inschrijving.prijzen.filter(jaar=jaar):
            h.verwijder(vorige)
        prijs = h.maak(Prijsjaar(inschrijving=inschrijving, jaar=jaar, cent=cent, per=per))
        _meld(h, inschrijving, jaar=jaar, cent=cent)
    return prijs


def geef_panelstem(
    inschrijving: Inschrijving, *, wie: str, cijfer: int, waarom: str, door: Door
) -> Panelstem:
    """Record the mark (1 to 10) that somebody of the panel of residents gives, with the reason (A18)."""
    door.eis(*WIE, om_te="een oordeel van het panel vastleggen")
    _moet_lopen(inschrijving)
    with handeling("panel.gestemd", door=door, doel="inkoop") as h:
        for vorige in inschrijving.panelstemmen.filter(wie=wie):
            h.verwijder(vorige)
        stem = h.maak(Panelstem(inschrijving=inschrijving, wie=wie, cijfer=cijfer, waarom=waarom))
        _meld(h, inschrijving, cijfer=cijfer)
    return stem


def laat_toe(inschrijving: Inschrijving, *, door: Door) -> Contract:
    """Admit a provider that meets every requirement, as a contract of this procedure.

    Raises:
        ToelatingKanNiet: a requirement was not judged, or is not met.
    """
    door.eis(*WIE, om_te="een aanbieder toelaten")
    procedure = inschrijving.procedure
    gehaald = set(inschrijving.toetsingen.filter(voldoet=True).values_list("eis_id", flat=True))
    mist = [eis.naam for eis in procedure.eisen.order_by("volgorde") if eis.pk not in gehaald]
    if mist:
        raise ToelatingKanNiet(
            _("Toelaten kan als aan elke eis is voldaan. Nog niet: %(eisen)s.") % {"eisen": ", ".join(mist)}
        )
    with handeling("inschrijving.toegelaten", door=door, doel="inkoop") as h:
        stap = INSCHRIJVING.zet(inschrijving, "laat_toe")
        nummer = f"{procedure.contract_van:%Y}-T{volgend_nummer('contract'):03d}"
        inschrijving.contract = h.maak(
            Contract(
                aanbieder=inschrijving.aanbieder,
                nummer=nummer,
                bekostiging=procedure.bekostiging,
                van=procedure.contract_van,
                tot=procedure.contract_tot,
                opmerking=procedure.naam,
            )
        )
        _besluit(h, inschrijving, "", stap.grondslag)
    return inschrijving.contract


def wijs_af(inschrijving: Inschrijving, *, reden: str, door: Door) -> None:
    """Refuse an application, with the reason that the provider gets to read."""
    door.eis(*WIE, om_te="een inschrijving afwijzen")
    if not reden.strip():
        raise ToelatingKanNiet(_("Schrijf de reden op. De aanbieder heeft daar recht op."))
    with handeling("inschrijving.afgewezen", door=door, doel="inkoop") as h:
        stap = INSCHRIJVING.zet(inschrijving, "wijs_af")
        _besluit(h, inschrijving, reden.strip(), stap.grondslag)


def trek_inschrijving_in(inschrijving: Inschrijving, *, door: Door) -> None:
    """Record that a provider takes an application back."""
    door.eis(*WIE, om_te="een inschrijving intrekken")
    with handeling("inschrijving.ingetrokken", door=door, doel="inkoop") as h:
        stap = INSCHRIJVING.zet(inschrijving, "trek_in")
        _besluit(h, inschrijving, "", stap.grondslag)


def _besluit(h: Handeling, inschrijving: Inschrijving, reden: str, grond: str) -> None:
    inschrijving.reden, inschrijving.besloten_op, inschrijving.besloten_door = reden, h.dag, h.door.naam
    h.bewaar(inschrijving, "status", "reden", "besloten_op", "besloten_door", "contract")
    h.grond = grond[:120]
    _meld(h, inschrijving)


def _moet_lopen(inschrijving: Inschrijving) -> None:
    if inschrijving.status != Inschrijving.Status.ONTVANGEN:
        raise ToelatingKanNiet(_("Over deze inschrijving is al besloten. Een nieuwe inschrijving kan wel."))


def _meld(h: Handeling, inschrijving: Inschrijving, **meer: Any) -> None:
    h.over(inschrijving)
    h.meld(aanbieder=inschrijving.aanbieder.naam, procedure=inschrijving.procedure.naam, **meer)
