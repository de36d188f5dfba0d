"""Letters that follow on acts around objection, completion and withdrawal; `wijkspil.reis` says on which."""

from wijkspil.besluiten.models import Aanvraag, Besluit, Bezwaar
from wijkspil.core.handeling import Handeling
from wijkspil.verkort.models import Onderzoeksopdracht

from .klaarzetten import leg_vast, zet_klaar
from .opstellers.bezwaar import antwoord, intrekking


def schrijf_over_bezwaar(h: Handeling) -> None:
    """On bezwaar.ontvangen, .aanvulling_gevraagd, .verdaagd and .ingetrokken: the letter about it. No query."""
    bezwaar = h.onderwerp
    assert isinstance(bezwaar, Bezwaar)
    sjabloon = _BEZWAARBRIEF[h.soort]
    zet_klaar(
        h,
        sjabloon,
        bezwaar.hulpvraag_id,
        bezwaar.pk,
        keer=bezwaar.rev,
        bezwaar=str(bezwaar.pk),
        reden=h.gegevens.get("reden", ""),
    )


def schrijf_over_aanvraag(h: Handeling) -> None:
    """On aanvraag.aanvulling_gevraagd and .ingetrokken: the letter about it. No query."""
    aanvraag = h.onderwerp
    assert isinstance(aanvraag, Aanvraag)
    sjabloon = _AANVRAAGBRIEF[h.soort]
    zet_klaar(h, sjabloon, aanvraag.hulpvraag_id, aanvraag.pk, keer=aanvraag.rev, aanvraag=str(aanvraag.pk))


def schrijf_over_onderzoek(h: Handeling) -> None:
    """On onderzoek.uitbesteed: tell the resident who will call, and that the municipality decides. No query."""
    opdracht = h.onderwerp
    assert isinstance(opdracht, Onderzoeksopdracht)
    zet_klaar(h, "onderzoek_uitbesteed", opdracht.hulpvraag_id, opdracht.pk, opdracht=str(opdracht.pk))


def schrijf_antwoord(h: Handeling) -> None:
    """On bezwaar.beslist: fix the answer in the act itself. Raises BriefFout; then nothing was decided."""
    bezwaar = h.onderwerp
    assert isinstance(bezwaar, Bezwaar)
    leg_vast(
        h, bezwaar.besluit, antwoord(bezwaar, h.dag), "besluit_op_bezwaar", f"besluit_op_bezwaar:{bezwaar.pk}"
    )


def schrijf_intrekking(h: Handeling) -> None:
    """On besluit.ingetrokken: a decision that was announced is withdrawn by a letter with its own objection term."""
    besluit = h.onderwerp
    assert isinstance(besluit, Besluit)
    if h.gegevens.get("was") == Besluit.Status.BEKENDGEMAAKT:
        leg_vast(h, besluit, intrekking(besluit, h.dag), "intrekking", f"intrekking:{besluit.pk}")


_BEZWAARBRIEF = {
    "bezwaar.ontvangen": "bezwaar_ontvangen",
    "bezwaar.aanvulling_gevraagd": "bezwaar_aanvulling",
    "bezwaar.verdaagd": "bezwaar_verdaagd",
    "bezwaar.ingetrokken": "bezwaar_ingetrokken",
}
_AANVRAAGBRIEF = {
    "aanvraag.aanvulling_gevraagd": "aanvulling_gevraagd",
    "aanvraag.ingetrokken": "aanvraag_ingetrokken",
}
