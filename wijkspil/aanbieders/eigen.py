"""Who of a provider's people have access to its own pages.

Access is given and taken by people of the organisation itself; the municipality can do both as well.
"""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Account

from .models import Aanbieder, Aanbiedergebruiker

BEHEER = (Rol.CONTRACTBEHEER, Rol.FUNCTIONEEL_BEHEER)


class NietMogelijk(ValueError):
    """This can't be arranged like this; the message says why and what can be done."""


def laat_collega_toe(aanbieder: Aanbieder, *, naam: str, email: str, door: Door) -> Aanbiedergebruiker:
    """Give somebody access for a provider; an account is made when there is none for the address. Safe to ask twice.

    Raises:
        GeenRecht: somebody of another organisation.
        NietMogelijk: no name, or an address that is none.
    """
    _eis_eigen(aanbieder, door, om_te=_("een collega toegang geven"))
    if not naam.strip() or "@" not in email:
        raise NietMogelijk(_("Schrijf de naam en het e-mailadres op het werk."))
    with handeling("collega.toegelaten", door=door, doel="collega toegang geven") as h:
        account = Account.objects.filter(email__iexact=email.strip()).first()
        if account is None:
            account = Account(email=email.strip().lower(), naam=naam.strip())
            account.set_unusable_password()
            account.save()
        rij = Aanbiedergebruiker.objects.filter(account=account, aanbieder=aanbieder).first()
        if rij is None:
            rij = h.maak(Aanbiedergebruiker(account=account, aanbieder=aanbieder, naam=naam.strip()))
        elif not rij.actief:
            rij.actief = True
            h.bewaar(rij, "actief")
        h.over(rij)
        h.meld(wie=rij.naam, aanbieder_naam=aanbieder.naam)
    return rij


def stop_toegang(gebruiker: Aanbiedergebruiker, *, door: Door) -> None:
    """Take access back: it works at the next request (I1). The row stays, so it can be said later who could look.

    Raises:
        GeenRecht: somebody of another organisation.
        NietMogelijk: oneself, or it was taken back before.
    """
    _eis_eigen(gebruiker.aanbieder, door, om_te=_("toegang stoppen"))
    if gebruiker.pk == door.id:
        raise NietMogelijk(
            _("Uw eigen toegang stopt u niet zelf. Vraag een collega, dan blijft er altijd iemand over.")
        )
    if not gebruiker.actief:
        raise NietMogelijk(_("Deze toegang was al gestopt."))
    with handeling("collega.gestopt", door=door, doel="toegang stoppen") as h:
        gebruiker.actief = False
        h.bewaar(gebruiker, "actief")
        h.over(gebruiker)
        h.meld(wie=gebruiker.naam, aanbieder_naam=gebruiker.aanbieder.naam)


def _eis_eigen(aanbieder: Aanbieder, door: Door, *, om_te: str) -> None:
    if door.soort is Soort.AANBIEDER:
        if door.aanbieder_id != aanbieder.pk:
            raise GeenRecht(_("Dit kan alleen voor de eigen organisatie."))
        return
    door.eis(*BEHEER, om_te=om_te)
