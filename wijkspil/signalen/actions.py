"""Taking a light signal, following it up without a file, or turning it into a question with consent (O5)."""

from datetime import date
from uuid import UUID

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.toegang.models import Hulpvraag

from .models import Signaal

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class ToestemmingNodig(ValueError):
    """A signal becomes a file only when the person concerned agrees."""


def geef_signaal(
    *,
    tekst: str,
    melder_soort: str,
    door: Door,
    melder: str = "",
    wijk_id: UUID | None = None,
    team_id: UUID | None = None,
) -> Signaal:
    """Note what somebody saw. No file is made and nobody is searched for."""
    door.eis(*WIE, om_te="een signaal vastleggen")
    with handeling(
        "signaal.ontvangen", door=door, doel="signaal vastleggen", grond="signaal uit de buurt"
    ) as h:
        signaal = h.maak(
            Signaal(tekst=tekst, melder=melder, melder_soort=melder_soort, wijk_id=wijk_id, team_id=team_id)
        )
        h.over(signaal)
        h.meld(melder_soort=melder_soort, wijk=str(wijk_id or ""))
    return signaal


def volg_signaal_op(signaal: Signaal, *, hoe: str, status: str, door: Door) -> Signaal:
    """Say what was done without a file: a visit by a volunteer, a chat, or nothing after all."""
    door.eis(*WIE, om_te="een signaal opvolgen")
    with handeling("signaal.opgevolgd", door=door, doel="signaal opvolgen") as h:
        signaal.status, signaal.opgevolgd = status, hoe
        h.bewaar(signaal, "status", "opgevolgd")
        h.over(signaal)
        h.meld(hoe=signaal.get_status_display(), code=status)
    return signaal


def zet_signaal_om(
    signaal: Signaal, hulpvraag: Hulpvraag, *, toestemming_op: date | None, door: Door
) -> Signaal:
    """Tie a signal to the question that it became.

    Raises:
        ToestemmingNodig: no day on which the person agreed.
    """
    door.eis(*WIE, om_te="een signaal omzetten")
    if toestemming_op is None:
        raise ToestemmingNodig(
            "Een signaal wordt pas een dossier als de inwoner dat goed vindt. Vraag toestemming en vul de dag in waarop die is gegeven."
        )
    with handeling(
        "signaal.omgezet", door=door, doel="signaal omzetten", grond="toestemming van de inwoner"
    ) as h:
        signaal.status, signaal.toestemming_op, signaal.hulpvraag = (
            Signaal.Status.OMGEZET,
            toestemming_op,
            hulpvraag,
        )
        h.bewaar(signaal, "status", "toestemming_op", "hulpvraag")
        h.over(signaal, dossier=hulpvraag)
        h.meld(toestemming_op=toestemming_op)
    return signaal
