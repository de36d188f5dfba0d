"""Who directs: the case and the process are two roles, each with somebody or with the reason why not (B24, B55)."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling
from wijkspil.toegang.models import Hulpvraag

from ..models import Regierol
from .plan import WIE


def beleg_regie(
    hulpvraag: Hulpvraag,
    *,
    soort: str,
    door: Door,
    wie: str = "",
    organisatie: str = "",
    ontbreekt: str = "",
    toelichting: str = "",
) -> Regierol:
    """Name who directs from today, or say why nobody does; the one before ends today and stays readable.

    Raises:
        ValueError: both or neither of a name and a reason, or an unknown kind or reason.
    """
    door.eis(*WIE, om_te=_("regie beleggen"))
    if soort not in Regierol.Soort.values or (ontbreekt and ontbreekt not in Regierol.Ontbreekt.values):
        raise ValueError(_("Kies casusregie of procesregie, en een reden uit de lijst."))
    if bool(wie.strip()) == bool(ontbreekt):
        raise ValueError(_("Schrijf op wie het doet, of kies waarom er niemand is. Een van de twee."))
    with handeling("regierol.belegd", door=door, doel="regie beleggen") as h:
        for vorige in hulpvraag.regierollen.filter(soort=soort, tot__isnull=True):
            vorige.tot = h.dag
            h.bewaar(vorige, "tot")
        rol = h.maak(
            Regierol(
                hulpvraag=hulpvraag, soort=soort, wie=wie.strip(), organisatie=organisatie.strip(), ontbreekt=ontbreekt,
                toelichting=toelichting.strip(), van=h.dag,
            )
        )  # fmt: skip
        h.over(rol, dossier=hulpvraag)
        h.meld(
            soort=capfirst(str(rol.get_soort_display())),
            code=soort,
            wie=", ".join(deel for deel in (rol.wie, rol.organisatie, rol.get_ontbreekt_display()) if deel),
            ontbreekt=ontbreekt,
        )
    return rol


def huidige_regie(hulpvraag: Hulpvraag) -> dict[str, Regierol]:
    """Who directs now, by kind; one query."""
    return {rol.soort: rol for rol in hulpvraag.regierollen.filter(tot__isnull=True)}
