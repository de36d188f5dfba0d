"""Mending the words of a question that runs: a typing mistake, or a number that may not be in a letter."""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels.bsn import bevat_bsn

from ..models import Hulpvraag, Stap

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class WoordenFout(ValueError):
    """These words can't take the place of the old ones; the message says what to do."""


def verbeter_woorden(hulpvraag: Hulpvraag, *, vraag: str, reden: str, door: Door) -> Hulpvraag:
    """Put better words in the place of what was written down. One query on top of the event.

    The old words are not kept: what had to go may not stay behind in the event. Who did it, when and why does stay, and the
    resident reads it too.

    Raises:
        WoordenFout: the question is closed, a text is empty, nothing changed, or there still is a BSN in it.
        Botsing: somebody else changed the question in the meantime.
    """
    door.eis(*WIE, om_te=_("de woorden van een vraag verbeteren"))
    vraag, reden = vraag.strip(), reden.strip()
    if hulpvraag.stap == Stap.AFGESLOTEN:
        raise WoordenFout(_("Deze vraag is afgesloten. Neem haar eerst terug als de woorden niet kloppen."))
    if not vraag or not reden:
        raise WoordenFout(_("Schrijf wat er moet staan, en in een paar woorden waarom u het verandert."))
    if vraag == hulpvraag.vraag:
        raise WoordenFout(_("Er is niets veranderd. Pas de woorden aan, of ga terug naar het dossier."))
    if bevat_bsn(vraag) or bevat_bsn(reden):
        raise WoordenFout(
            _("Hierin staat nog een burgerservicenummer. Haal het weg; dan kan de brief de deur uit.")
        )
    with handeling("vraag.woorden_verbeterd", door=door, doel="woorden verbeteren", grond="AVG art. 16") as h:
        was, hulpvraag.vraag = len(hulpvraag.vraag), vraag
        h.bewaar(hulpvraag, "vraag")
        h.over(hulpvraag)
        h.meld(reden=reden, was_tekens=was, nu_tekens=len(vraag))
    return hulpvraag
