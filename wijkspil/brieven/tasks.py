"""Letters from the outbox: composing those that may wait, and making every PDF. Safe to repeat: one letter per key."""

from uuid import UUID

from wijkspil.core.door import Door
from wijkspil.core.models import Uitgaand
from wijkspil.core.uitbox import NietTeVerwerken
from wijkspil.toegang.models import Hulpvraag

from .actions import maak_brief, maak_pdf
from .bewaking import BriefFout
from .models import Brief
from .opstellers import Opsteller, besluit, bezwaar, onderzoek, toegang

OPSTELLERS: dict[str, Opsteller] = {
    "ontvangstbevestiging": toegang.ontvangstbevestiging,
    "uitnodiging_gesprek": toegang.uitnodiging_gesprek,
    "onderzoeksverslag": onderzoek.onderzoeksverslag,
    "afspraakbevestiging": besluit.afspraakbevestiging,
    "bezwaar_ontvangen": bezwaar.bezwaar_ontvangen,
    "bezwaar_aanvulling": bezwaar.bezwaar_aanvulling,
    "bezwaar_verdaagd": bezwaar.bezwaar_verdaagd,
    "bezwaar_ingetrokken": bezwaar.bezwaar_ingetrokken,
    "aanvulling_gevraagd": bezwaar.aanvulling_gevraagd,
    "aanvraag_ingetrokken": bezwaar.aanvraag_ingetrokken,
}
"""The letters that are composed after the act. A beschikking is not one of them."""


def verwerk(rij: Uitgaand) -> None:
    """Handle one row of the kind "brief": `{"brief": id}` makes the PDF, `{"sjabloon", "hulpvraag", …}` composes first.

    Raises: NietTeVerwerken with the reason in plain Dutch; the row shows on the file and on the list of stuck work.
    """
    door = Door.systeem(rij.gemeente_id)
    try:
        if "brief" in rij.inhoud:
            brief = Brief.objects.select_related("inwoner").get(pk=UUID(rij.inhoud["brief"]))
            maak_pdf(brief, door=door)
        else:
            _stel_op(rij, door)
    except BriefFout as fout:
        raise NietTeVerwerken(str(fout)) from fout


def _stel_op(rij: Uitgaand, door: Door) -> None:
    """Compose a letter from how things stand now, and make its PDF."""
    if Brief.objects.filter(sleutel=rij.sleutel).exists():
        return
    sjabloon = rij.inhoud["sjabloon"]
    hulpvraag = Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(
        pk=UUID(rij.inhoud["hulpvraag"])
    )
    inhoud = OPSTELLERS[sjabloon](hulpvraag, rij.inhoud)
    maak_brief(
        hulpvraag,
        sjabloon=sjabloon,
        inhoud=inhoud.velden,
        sleutel=rij.sleutel,
        door=door,
        kenmerk=inhoud.kenmerk,
        ondertekenaar=inhoud.ondertekenaar,
    )
