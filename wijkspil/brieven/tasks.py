"""Letters from the outbox, in two steps: first the words of those that may wait, then the PDF of every letter.

The words are fixed early and cheaply; a PDF takes some fifty times as long and can be made again at any moment. Both steps are
safe to repeat: one letter per key, one PDF per letter.
"""

from uuid import UUID

from wijkspil.core.door import Door
from wijkspil.core.models import Uitgaand
from wijkspil.core.uitbox import NietTeVerwerken
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.toegang.models import Hulpvraag

from .actions import brief_voor, maak_pdf, schrijf_brief
from .bewaking import BriefFout
from .models import Brief
from .opstellers import BriefNietNodig, Opsteller, besluit, bezwaar, onderzoek, toegang

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
    "onderzoek_uitbesteed": onderzoek.onderzoek_uitbesteed,
    "aanvraag_ingetrokken": bezwaar.aanvraag_ingetrokken,
}
"""The letters that are composed after the act. A beschikking is not one of them."""

_VRAAG = VasteVraag(
    lambda id: Hulpvraag.objects.filter(pk=id).select_related("inwoner", "team", "behandelaar")
)


def verwerk(rij: Uitgaand) -> None:
    """Handle one row of the kind "brief": `{"sjabloon", "hulpvraag", …}` writes the letter, `{"brief": id}` makes its PDF.

    Raises: NietTeVerwerken with the reason in plain Dutch; the row shows on the file and on the list of stuck work.
    """
    door = Door.systeem(rij.gemeente_id)
    try:
        if "brief" in rij.inhoud:
            brief = Brief.objects.select_related("inwoner").get(pk=UUID(rij.inhoud["brief"]))
            maak_pdf(brief, door=door)
        else:
            _stel_op(rij, door)
    except BriefNietNodig:
        return
    except BriefFout as fout:
        raise NietTeVerwerken(str(fout)) from fout


def _stel_op(rij: Uitgaand, door: Door) -> None:
    """Write a letter from how things stand now; its PDF follows from a row of its own."""
    if brief_voor(rij.sleutel) is not None:
        return
    sjabloon = rij.inhoud["sjabloon"]
    hulpvraag = _VRAAG.eerste(UUID(rij.inhoud["hulpvraag"]))
    assert hulpvraag is not None  # a row is only ever about a question of this municipality
    inhoud = OPSTELLERS[sjabloon](hulpvraag, rij.inhoud)
    schrijf_brief(
        hulpvraag,
        sjabloon=sjabloon,
        inhoud=inhoud.velden,
        sleutel=rij.sleutel,
        door=door,
        kenmerk=inhoud.kenmerk,
        ondertekenaar=inhoud.ondertekenaar,
    )
