"""Letters that follow on acts around objection, completion and withdrawal; `wijkspil.reis` says on which."""

from wijkspil.besluiten.models import Aanvraag, Besluit, Bezwaar
from wijkspil.core.handeling import Handeling
from wijkspil.verkort.models import Onderzoeksopdracht

from .actions import stel_brief_op
from .opstellers import Inhoud
from .opstellers.bezwaar import antwoord, intrekking


def schrijf_over_bezwaar(h: Handeling) -> None:
    """On bezwaar.ontvangen, .aanvulling_gevraagd, .verdaagd and .ingetrokken: the letter about it. No query."""
    bezwaar = h.onderwerp
    assert isinstance(bezwaar, Bezwaar)
    sjabloon = _BEZWAARBRIEF[h.soort]
    h.verstuur(
        "brief",
        f"{sjabloon}:{bezwaar.pk}:{bezwaar.rev}",
        sjabloon=sjabloon,
        hulpvraag=str(bezwaar.hulpvraag_id),
        bezwaar=str(bezwaar.pk),
        reden=h.gegevens.get("reden", ""),
    )


def schrijf_over_aanvraag(h: Handeling) -> None:
    """On aanvraag.aanvulling_gevraagd and .ingetrokken: the letter about it. No query."""
    aanvraag = h.onderwerp
    assert isinstance(aanvraag, Aanvraag)
    sjabloon = _AANVRAAGBRIEF[h.soort]
    h.verstuur(
        "brief",
        f"{sjabloon}:{aanvraag.pk}:{aanvraag.rev}",
        sjabloon=sjabloon,
        hulpvraag=str(aanvraag.hulpvraag_id),
        aanvraag=str(aanvraag.pk),
    )


def schrijf_over_onderzoek(h: Handeling) -> None:
    """On onderzoek.uitbesteed: tell the resident who will call, and that the municipality decides. No query."""
    opdracht = h.onderwerp
    assert isinstance(opdracht, Onderzoeksopdracht)
    h.verstuur(
        "brief",
        f"onderzoek_uitbesteed:{opdracht.pk}",
        sjabloon="onderzoek_uitbesteed",
        hulpvraag=str(opdracht.hulpvraag_id),
        opdracht=str(opdracht.pk),
    )


def schrijf_antwoord(h: Handeling) -> None:
    """On bezwaar.beslist: fix the answer in the act itself. Raises BriefFout; then nothing was decided."""
    bezwaar = h.onderwerp
    assert isinstance(bezwaar, Bezwaar)
    _stel_op(
        h, bezwaar.besluit, antwoord(bezwaar, h.dag), "besluit_op_bezwaar", f"besluit_op_bezwaar:{bezwaar.pk}"
    )


def schrijf_intrekking(h: Handeling) -> None:
    """On besluit.ingetrokken: a decision that was announced is withdrawn by a letter with its own objection term."""
    besluit = h.onderwerp
    assert isinstance(besluit, Besluit)
    if h.gegevens.get("was") == Besluit.Status.BEKENDGEMAAKT:
        _stel_op(h, besluit, intrekking(besluit, h.dag), "intrekking", f"intrekking:{besluit.pk}")


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


def _stel_op(h: Handeling, besluit: Besluit, inhoud: Inhoud, sjabloon: str, sleutel: str) -> None:
    stel_brief_op(
        h,
        besluit.hulpvraag,
        sjabloon=sjabloon,
        inhoud=inhoud.velden,
        sleutel=sleutel,
        kenmerk=inhoud.kenmerk,
        ondertekenaar=inhoud.ondertekenaar,
    )
