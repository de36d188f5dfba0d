"""Which files take part: put in by hand, or by the rule in the definition of the pilot."""

from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.toegang.models import Hulpvraag

from .models import Deelname, Proeftuin

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


def stap_in(
    proeftuin: Proeftuin,
    hulpvraag: Hulpvraag,
    *,
    door: Door,
    arm: str = Deelname.Arm.PROEF,
    vanzelf: bool = False,
    reden: str = "",
) -> Deelname:
    """Let a file take part from today; it carries this, and the resident can read it.

    Raises:
        ValueError: the pilot isn't running, or the file takes part already.
    """
    door.eis(*WIE, om_te=_("een vraag laten meedoen aan een proeftuin"))
    if arm not in Deelname.Arm.values:
        raise ValueError(_("Kies de proefgroep of de vergelijkgroep."))
    if not proeftuin.loopt_op(klok.vandaag()):
        raise ValueError(_("Deze proeftuin loopt nu niet. Alleen een vastgelegde proeftuin neemt vragen op."))
    if Deelname.objects.filter(proeftuin=proeftuin, hulpvraag=hulpvraag).exists():
        raise ValueError(_("Deze vraag doet al mee, of deed eerder mee. Een vraag stapt één keer in."))
    with handeling("proeftuin.ingestapt", door=door, doel="meedoen aan een proeftuin") as h:
        deelname = h.maak(
            Deelname(
                proeftuin=proeftuin,
                hulpvraag=hulpvraag,
                arm=arm,
                sinds=h.dag,
                vanzelf=vanzelf,
                reden=reden.strip(),
            )
        )
        h.over(deelname, dossier=hulpvraag)
        h.meld(naam=proeftuin.naam, proeftuin=str(proeftuin.pk), arm=arm, vanzelf=vanzelf)
    return deelname


def stap_uit(deelname: Deelname, *, reden: str, door: Door) -> Deelname:
    """Take a file out from today. It stays in the figures in the group where it began: who leaves is no coincidence."""
    door.eis(*WIE, om_te=_("een vraag uit een proeftuin halen"))
    if deelname.tot is not None:
        raise ValueError(_("Deze vraag doet al niet meer mee."))
    if not reden.strip():
        raise ValueError(
            _("Schrijf waarom deze vraag niet meer meedoet. Wie afvalt kan de uitkomst kleuren.")
        )
    with handeling("proeftuin.uitgestapt", door=door, doel="stoppen met een proeftuin") as h:
        deelname.tot, deelname.reden = h.dag, reden.strip()
        h.bewaar(deelname, "tot", "reden")
        h.over(deelname, dossier=deelname.hulpvraag)
        h.meld(naam=deelname.proeftuin.naam, proeftuin=str(deelname.proeftuin_id), arm=deelname.arm)
    return deelname


def deelnames_van(hulpvraag: Hulpvraag) -> list[Deelname]:
    """The pilots of a file, newest first; one query."""
    return list(
        Deelname.objects.filter(hulpvraag=hulpvraag).select_related("proeftuin").order_by("-gemaakt_op")
    )
