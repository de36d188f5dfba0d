"""What got stuck on its way out, and letting a person send it off once more (M7)."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import klok
from .door import Door, Rol
from .gebeurtenissen import Gebeurtenissoort, registreer
from .handeling import handeling
from .models import Uitgaand

WIE = (Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER, Rol.CONSULENT, Rol.TEAMLEIDER)

registreer(
    Gebeurtenissoort(
        "uitgaand.opnieuw", _("{door} liet vastgelopen werk opnieuw proberen: {wat}."), voor_inwoner=False
    )
)


class NietVast(ValueError):
    """This work isn't stuck any more, so there is nothing to try again."""


def vast(nu: datetime | None = None) -> Q:
    """Rows that need a person: given up after ten tries, failing now, or over their maximum age."""
    S = Uitgaand.Status
    return Q(status=S.VASTGELOPEN) | Q(status=S.WACHT) & (~Q(fout="") | Q(uiterlijk__lt=nu or klok.nu()))


def probeer_opnieuw(rij: Uitgaand, *, door: Door, dossier_id: UUID | None = None) -> None:
    """Let a row go again in the next round, with a fresh count of tries. Its last error stays until it succeeds. Two queries.

    Args:
        dossier_id: the question that it is about, for the time line and the audit line.

    Raises:
        NietVast: it went out in the meantime, or waits its normal turn.
    """
    door.eis(*WIE, om_te="vastgelopen werk opnieuw proberen")
    with handeling("uitgaand.opnieuw", door=door, doel="vastgelopen werk opnieuw proberen") as h:
        geraakt = Uitgaand.objects.filter(vast(h.moment), pk=rij.pk).update(
            status=Uitgaand.Status.WACHT, pogingen=0, niet_voor=h.moment
        )
        if not geraakt:
            raise NietVast("Dit werk zit niet meer vast: het is intussen gelukt. U hoeft niets te doen.")
        h.dossier_id = dossier_id
        h.meld(
            wat=f"{rij.soort} {rij.inhoud.get('sjabloon') or rij.inhoud.get('bericht', '')}".strip(),
            rij=rij.pk,
        )
