"""Who may look along and arrange things: the resident's own account, and representatives with a scope and a last day.

A mandate is given and taken back by the resident, or by staff who were asked to. A representative can't pass it on.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Account

from .models import Inwoner, Inwoneraccount

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
HOOGSTENS = timedelta(days=2 * 366)
"""A mandate is looked at again at least every two years (our own choice; no law sets a term)."""


class MachtigingNietMogelijk(ValueError):
    """A mandate can't be given like this; the message says why and what can be done."""


def koppel_account(inwoner: Inwoner, account: Account, *, door: Door) -> Inwoneraccount:
    """Give a resident the own way in, after the person behind the account was identified. Safe to ask twice."""
    bestaand = Inwoneraccount.objects.filter(
        inwoner=inwoner, namens=Inwoneraccount.Namens.ZELF, ingetrokken_op__isnull=True
    ).first()
    if bestaand is not None:
        if bestaand.account_id != account.pk:
            raise MachtigingNietMogelijk(
                _("Er is al een eigen account voor deze inwoner. Bel de gemeente als dat niet klopt.")
            )
        return bestaand
    with handeling("inwoneraccount.gekoppeld", door=door, doel="eigen account koppelen") as h:
        rij = h.maak(
            Inwoneraccount(
                account=account, inwoner=inwoner, namens=Inwoneraccount.Namens.ZELF, geldig_van=h.dag
            )
        )
        h.over(rij, inwoner=inwoner)
    return rij


def geef_machtiging(
    inwoner: Inwoner, *, naam: str, email: str, omvang: str, tot: date, door: Door, dossier: object = None
) -> Inwoneraccount:
    """Let somebody look along, or arrange things, until and including a day.

    Args:
        email: the address with which the representative signs in; an account is made when there is none.
        omvang: a value of `Inwoneraccount.Omvang`.

    Raises:
        MachtigingNietMogelijk: no sensible last day, oneself, or somebody who may look along already.
        GeenRecht: a representative can't pass a mandate on.
    """
    _eis_zelf_of_medewerker(inwoner, door, om_te=_("iemand laten meekijken"))
    with handeling("machtiging.gegeven", door=door, doel="machtiging geven") as h:
        if not h.dag <= tot <= h.dag + HOOGSTENS:
            raise MachtigingNietMogelijk(
                _("Kies een laatste dag tussen vandaag en twee jaar verder. Daarna kan het opnieuw.")
            )
        account = Account.objects.filter(email__iexact=email.strip()).first()
        lopend = Inwoneraccount.objects.filter(inwoner=inwoner, ingetrokken_op__isnull=True)
        bestaand = lopend.filter(account=account).first() if account else None
        if bestaand is not None and bestaand.namens == Inwoneraccount.Namens.ZELF:
            raise MachtigingNietMogelijk(_("Dit is uw eigen adres. U mag zelf alles al zien."))
        if bestaand is not None and (bestaand.geldig_tot is None or bestaand.geldig_tot >= h.dag):
            raise MachtigingNietMogelijk(
                _("Deze persoon mag al meekijken. Stop dat eerst, dan kunt u het opnieuw geven.")
            )
        if bestaand is not None:  # it ended by itself; the old row stays as it was
            bestaand.ingetrokken_op = h.moment
            h.bewaar(bestaand, "ingetrokken_op")
        if account is None:
            account = Account(email=email.strip().lower(), naam=naam.strip())
            account.set_unusable_password()
            account.save()
        rij = h.maak(
            Inwoneraccount(
                account=account,
                inwoner=inwoner,
                namens=Inwoneraccount.Namens.VERTEGENWOORDIGER,
                omvang=omvang,
                geldig_van=h.dag,
                geldig_tot=tot,
            )
        )
        h.over(rij, dossier=dossier, inwoner=inwoner)
        h.meld(wie=account.naam, omvang=rij.get_omvang_display(), tot=tot)
    return rij


def trek_machtiging_in(rij: Inwoneraccount, *, door: Door, dossier: object = None) -> Inwoneraccount:
    """Take a mandate back; from this moment the representative sees nothing any more. Safe to ask twice."""
    _eis_zelf_of_medewerker(rij.inwoner, door, om_te=_("meekijken stoppen"))
    if rij.ingetrokken_op is not None:
        return rij
    with handeling("machtiging.ingetrokken", door=door, doel="machtiging intrekken") as h:
        rij.ingetrokken_op = h.moment
        h.bewaar(rij, "ingetrokken_op")
        h.over(rij, dossier=dossier, inwoner=rij.inwoner_id)
        h.meld(wie=rij.account.naam)
    return rij


def machtigingen_van(inwoner: Inwoner) -> list[Inwoneraccount]:
    """Every mandate that was ever given for a resident, newest first. One query."""
    return list(
        Inwoneraccount.objects.filter(inwoner=inwoner, namens=Inwoneraccount.Namens.VERTEGENWOORDIGER)
        .select_related("account", "inwoner")
        .order_by("-gemaakt_op")
    )


def _eis_zelf_of_medewerker(inwoner: Inwoner, door: Door, *, om_te: str) -> None:
    if door.soort is not Soort.INWONER:
        return door.eis(*WIE, om_te=om_te)
    machtiging = door.machtiging_voor(inwoner.pk)
    if machtiging is None or not machtiging.zelf:
        raise GeenRecht(
            _(
                "Dit kan alleen de inwoner zelf. U mag iets regelen voor een ander, maar dat recht niet doorgeven."
            )
        )
    return None
