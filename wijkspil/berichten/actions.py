"""What people do with a message that got stuck: send it again, or say that it has been handled."""

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.ondersteuning.models import Toewijzing

from .models import Bericht

WIE = (Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER)
S = Bericht.Status


class BerichtKanNiet(ValueError):
    """This can't be done with this message; the message says what can."""


def verstuur_opnieuw(bericht: Bericht, *, door: Door) -> None:
    """Send again: unanswered, the same bytes; refused, a new message with the orders as they are now.

    Raises:
        BerichtKanNiet: there is nothing to send again.
    """
    door.eis(*WIE, om_te="berichten opnieuw versturen")
    if bericht.richting != Bericht.Richting.UIT or bericht.status not in (S.VERZONDEN, S.GEWEIGERD):
        raise BerichtKanNiet(
            "Dit bericht wacht niet op een antwoord en is niet geweigerd. Opnieuw versturen heeft geen zin."
        )
    with handeling("bericht.afgehandeld", door=door, doel="bericht opnieuw versturen") as h:
        if bericht.status == S.VERZONDEN:
            bericht.status = S.KLAAR
            h.bewaar(bericht, "status")
        else:
            _opnieuw_opbouwen(h, bericht)
        h.over(bericht, dossier=bericht.hulpvraag_id)
        h.meld(bericht=str(bericht), soort=bericht.soort, reden="opnieuw verstuurd", wie=bericht.ontvanger)


def _opnieuw_opbouwen(h: Handeling, bericht: Bericht) -> None:
    """Its orders count as not sent, so a new message takes them along, with what was mended since. A 319 says the same again."""
    if bericht.soort == "WMO319":
        bericht.status, bericht.uiterlijk = S.AFGEHANDELD, None
        h.bewaar(bericht, "status", "uiterlijk")
        h.verstuur("bericht", f"WMO319:{h.id}", bericht="WMO319", **bericht.inhoud)
        return
    t = Toewijzing.objects.filter(nummer__in=[int(nummer) for nummer in bericht.inhoud]).first()
    if t is None:
        raise BerichtKanNiet("Bij dit bericht hoort geen opdracht meer. Handel het af met een reden.")
    bericht.status, bericht.uiterlijk = S.AFGEHANDELD, None
    h.bewaar(bericht, "status", "uiterlijk")
    h.verstuur(
        "bericht",
        f"WMO301:{h.id}",
        bericht="WMO301",
        inwoner=str(t.inwoner_id),
        aanbieder=str(t.aanbieder_id),
    )


def handel_af(bericht: Bericht, *, reden: str, door: Door) -> None:
    """Take a message off the list with a reason: called the provider, decided otherwise.

    Raises:
        BerichtKanNiet: no reason, or nothing waits for a person.
    """
    door.eis(*WIE, om_te="berichten afhandelen")
    if not reden.strip():
        raise BerichtKanNiet("Schrijf in één zin op wat u deed. Dan weet een collega het later ook.")
    if bericht.status not in (S.BIJ_MENS, S.GEWEIGERD, S.VERZONDEN):
        raise BerichtKanNiet("Dit bericht wacht niet op een medewerker.")
    with handeling("bericht.afgehandeld", door=door, doel="bericht afhandelen") as h:
        bericht.status, bericht.uiterlijk = S.AFGEHANDELD, None
        h.bewaar(bericht, "status", "uiterlijk")
        h.over(bericht, dossier=bericht.hulpvraag_id)
        h.meld(bericht=str(bericht), soort=bericht.soort, reden=reden, wie=bericht.afzender)
