"""What colleagues can do: subjects they may be asked about, and trainings they followed (A4, A16).

Everybody keeps the own list. A team lead also records trainings for the people of the own teams.
"""

from datetime import date

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import handeling

from .models import Deskundigheid, Medewerker, Scholing, Teamlid

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
DOEL = "kennis van collega's vinden"


class KunnenFout(ValueError):
    """This can't be recorded like this; the message says what to do."""


def zet_deskundigheid(
    mens: Medewerker, *, onderwerp: str, door: Door, toelichting: str = ""
) -> Deskundigheid:
    """Say that colleagues may ask somebody about a subject. Only for oneself.

    Raises:
        KunnenFout: no subject, or it is on the list already.
        GeenRecht: about somebody else.
    """
    door.eis(*WIE, om_te=_("zetten wat u weet"))
    if mens.pk != door.id:
        raise GeenRecht(_("U zet alleen op de lijst wat u zelf weet. Vraag uw collega om het zelf te doen."))
    onderwerp = " ".join(onderwerp.split())
    if not onderwerp:
        raise KunnenFout(_("Schrijf op waarover collega's u mogen vragen, in een paar woorden."))
    if Deskundigheid.objects.filter(medewerker=mens, onderwerp__iexact=onderwerp).exists():
        raise KunnenFout(_("Dit onderwerp staat al bij u."))
    with handeling("deskundigheid.toegevoegd", door=door, doel=DOEL) as h:
        rij = h.maak(Deskundigheid(medewerker=mens, onderwerp=onderwerp, toelichting=toelichting.strip()))
        h.over(rij)
        h.meld(onderwerp=onderwerp)
    return rij


def haal_deskundigheid_weg(rij: Deskundigheid, *, door: Door) -> None:
    """Take a subject off the own list. Raises GeenRecht for somebody else's."""
    door.eis(*WIE, om_te=_("weghalen wat u niet meer weet"))
    if rij.medewerker_id != door.id:
        raise GeenRecht(_("Alleen wie het erop zette, haalt het eraf."))
    with handeling("deskundigheid.weggehaald", door=door, doel=DOEL) as h:
        h.meld(onderwerp=rij.onderwerp)
        h.verwijder(rij)


def leg_scholing_vast(
    mens: Medewerker,
    *,
    soort: str,
    naam: str,
    gevolgd_op: date,
    door: Door,
    geldig_tot: date | None = None,
) -> Scholing:
    """Record a training of oneself, or, for a team lead, of somebody in the own teams.

    Raises:
        KunnenFout: no name, an unknown kind, a day that must still come, or an end before it was followed.
        GeenRecht: of somebody outside the own teams.
    """
    door.eis(*WIE, om_te=_("scholing vastleggen"))
    _eis_eigen_mensen(mens, door)
    if not naam.strip() or soort not in Scholing.Soort.values:
        raise KunnenFout(_("Kies wat voor scholing het was en schrijf de naam op."))
    with handeling("scholing.vastgelegd", door=door, doel="scholing bijhouden") as h:
        if gevolgd_op > h.dag:
            raise KunnenFout(_("Deze dag moet nog komen. Leg de scholing vast als zij gevolgd is."))
        if geldig_tot is not None and geldig_tot <= gevolgd_op:
            raise KunnenFout(_("Herhalen kan pas na de dag waarop de scholing gevolgd is."))
        rij = h.maak(
            Scholing(
                medewerker=mens,
                soort=soort,
                naam=naam.strip(),
                gevolgd_op=gevolgd_op,
                geldig_tot=geldig_tot,
            )
        )
        h.over(rij)
        h.meld(soort=rij.get_soort_display(), code=soort, wie=mens.naam)
    return rij


def _eis_eigen_mensen(mens: Medewerker, door: Door) -> None:
    if mens.pk == door.id:
        return
    if (
        door.heeft(Rol.TEAMLEIDER)
        and Teamlid.objects.filter(medewerker=mens, team_id__in=door.teams).exists()
    ):
        return
    raise GeenRecht(_("Scholing legt u vast voor uzelf, of als teamleider voor de mensen van uw team."))
