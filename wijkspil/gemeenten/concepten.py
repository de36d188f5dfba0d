"""Drafts of a way of working: copy, edit, lay aside. Nothing here changes how anybody works; publishing does (`publicatie`)."""

import re

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.werkwijzen.kast import tekst_van
from wijkspil.werkwijzen.lezen import MEESTE_TEKENS

from .models import Gemeente, Werkwijzeversie

Status = Werkwijzeversie.Status
WIE = (Rol.FUNCTIONEEL_BEHEER,)
BEWERKBAAR = (Status.CONCEPT, Status.VOORGELEGD)


class NietMeerTeWijzigen(ValueError):
    """The draft was published or laid aside; the message says what can be done."""


def maak_concept(*, naam: str, kopie_van: str, door: Door, toelichting: str = "") -> Werkwijzeversie:
    """Begin a draft as a copy of a version, own or shipped, of this municipality or of another.

    A copy of another municipality gets the name under which this one works; all that differs further is for its people.

    Raises:
        WerkwijzeNietGevonden: there is no such version.
    """
    return neem_over(
        naam=naam, tekst=tekst_van(kopie_van), kopie_van=kopie_van, door=door, toelichting=toelichting
    )


def neem_over(*, naam: str, tekst: str, kopie_van: str, door: Door, toelichting: str = "") -> Werkwijzeversie:
    """Begin a draft with a text from outside, faults and all: nothing of it is lost, and publishing waits until it is right."""
    door.eis(*WIE, om_te="een concept van de werkwijze maken")
    with handeling(
        "werkwijze.concept_gemaakt", door=door, doel="werkwijze wijzigen", grond="functioneel beheer"
    ) as h:
        slug = Gemeente.objects.values_list("werkwijze", flat=True).get(pk=door.gemeente_id)
        versie = h.maak(
            Werkwijzeversie(
                naam=naam,
                tekst=zet_bovenin(_nette_regels(tekst), "slug", slug),
                kopie_van=kopie_van[:80],
                toelichting=toelichting,
                gemaakt_door=door.naam,
                gewijzigd_door=door.naam,
                gewijzigd_op=h.moment,
            )
        )
        h.over(versie)
        h.meld(naam=naam, kopie_van=kopie_van[:80])
    return versie


def schrijf_concept(versie: Werkwijzeversie, *, tekst: str, door: Door, wat: str = "") -> None:
    """Keep a new text of a draft, right or not. A draft that waited for a second reader is a draft again.

    Raises:
        Botsing: somebody else changed the draft since it was read.
        NietMeerTeWijzigen: it is published or laid aside.
    """
    door.eis(*WIE, om_te="een concept van de werkwijze wijzigen")
    if len(tekst) > MEESTE_TEKENS:
        raise ValueError(
            _("De tekst is te lang: %(n)s tekens, en een werkwijze heeft er hoogstens %(meest)s.")
            % {"n": len(tekst), "meest": MEESTE_TEKENS}
        )
    _eis_bewerkbaar(versie)
    with handeling(
        "werkwijze.concept_gewijzigd", door=door, doel="werkwijze wijzigen", grond="functioneel beheer"
    ) as h:
        versie.tekst = _nette_regels(tekst)
        _weer_concept(versie)
        _teken(versie, h)
        h.bewaar(
            versie,
            "tekst",
            "status",
            "voorgelegd_door",
            "voorgelegd_door_id",
            "gewijzigd_door",
            "gewijzigd_op",
        )
        h.over(versie)
        h.meld(naam=versie.naam, wat=wat or _("de tekst"))


def leg_concept_weg(versie: Werkwijzeversie, *, door: Door) -> None:
    """Lay a draft aside; its text stays, and `haal_concept_terug` brings it back."""
    door.eis(*WIE, om_te="een concept van de werkwijze wegleggen")
    _eis_bewerkbaar(versie)
    with handeling(
        "werkwijze.concept_weggelegd", door=door, doel="werkwijze wijzigen", grond="functioneel beheer"
    ) as h:
        versie.status = Status.VERVALLEN
        _teken(versie, h)
        h.bewaar(versie, "status", "gewijzigd_door", "gewijzigd_op")
        h.over(versie)
        h.meld(naam=versie.naam)


def haal_concept_terug(versie: Werkwijzeversie, *, door: Door) -> None:
    """Go on with a draft that was laid aside."""
    door.eis(*WIE, om_te="een concept van de werkwijze terughalen")
    if versie.status != Status.VERVALLEN:
        raise NietMeerTeWijzigen(_("Dit concept ligt niet weg; u kunt er gewoon mee verder."))
    with handeling(
        "werkwijze.concept_teruggehaald", door=door, doel="werkwijze wijzigen", grond="functioneel beheer"
    ) as h:
        _weer_concept(versie)
        _teken(versie, h)
        h.bewaar(versie, "status", "voorgelegd_door", "voorgelegd_door_id", "gewijzigd_door", "gewijzigd_op")
        h.over(versie)
        h.meld(naam=versie.naam)


def zet_bovenin(tekst: str, sleutel: str, waarde: str) -> str:
    """Set a plain key at the top level of the text; the rest, comments too, stays as it was written."""
    regel = f"{sleutel}: {waarde}"
    nieuw, keer = re.subn(
        rf"(?m)^{sleutel}[ \t]*:[^\n#]*?([ \t]+#[^\n]*)?$", lambda m: regel + (m[1] or ""), tekst, count=1
    )
    return nieuw if keer else f"{regel}\n{tekst}"


def _eis_bewerkbaar(versie: Werkwijzeversie) -> None:
    if versie.status not in BEWERKBAAR:
        raise NietMeerTeWijzigen(
            _(
                "“%(naam)s” is al gepubliceerd of weggelegd en verandert niet meer. Maak er een kopie van en werk daarin verder."
            )
            % {"naam": versie.naam}
        )


def _weer_concept(versie: Werkwijzeversie) -> None:
    versie.status, versie.voorgelegd_door, versie.voorgelegd_door_id = Status.CONCEPT, "", None


def _teken(versie: Werkwijzeversie, h: Handeling) -> None:
    versie.gewijzigd_door, versie.gewijzigd_op = h.door.naam, h.moment


def _nette_regels(tekst: str) -> str:
    """Browsers send a form with CRLF; a file has LF and ends with one."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


__all__ = [
    "BEWERKBAAR",
    "NietMeerTeWijzigen",
    "haal_concept_terug",
    "leg_concept_weg",
    "maak_concept",
    "neem_over",
    "schrijf_concept",
    "zet_bovenin",
]
