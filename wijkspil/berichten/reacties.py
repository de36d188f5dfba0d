"""What messages other acts cause; `wijkspil.reis` says on which. Only a row in the outbox: building happens later, from the database."""

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.ondersteuning.models import Aanbiederverzoek, Opdrachtantwoord, Toewijzing

from .models import Bericht
from .uitgaand.klaarzetten import vertel
from .uitgaand.wmo319 import AFGEWEZEN, IN_ONDERZOEK


def meld_toewijzing(h: Handeling) -> None:
    """A new, changed or deleted order: tell the provider, if the way of working says that it goes by message."""
    t = h.onderwerp
    assert isinstance(t, Toewijzing)
    if t.met_berichten:
        h.verstuur(
            "bericht",
            f"WMO301:{h.id}",
            bericht="WMO301",
            inwoner=str(t.inwoner_id),
            aanbieder=str(t.aanbieder_id),
        )


def na_antwoord(h: Handeling) -> None:
    """A provider answered on its own pages: the 301 about this order did arrive, so no 302 is waited for. Two queries per message."""
    antwoord = h.onderwerp
    assert isinstance(antwoord, Opdrachtantwoord)
    t = antwoord.toewijzing
    wacht = Bericht.objects.filter(
        richting=Bericht.Richting.UIT,
        soort="WMO301",
        status=Bericht.Status.VERZONDEN,
        hulpvraag_id=t.hulpvraag_id,
        inhoud__has_key=str(t.nummer),
    ).defer("ruw")
    for bericht in wacht:
        door = Door.systeem(h.door.gemeente_id, "Berichtenverkeer")
        with handeling("bericht.bevestigd", door=door, doel="antwoord in het portaal") as bevestigd:
            bericht.status, bericht.uiterlijk = Bericht.Status.BEVESTIGD, None
            bevestigd.bewaar(bericht, "status", "uiterlijk")
            vertel(bevestigd, bericht, t.aanbieder)
            bevestigd.meld(dagen_sinds_verzenden=(bevestigd.moment - bericht.moment).days)


def meld_antwoord(h: Handeling) -> None:
    """A request is under investigation or refused: a 319 when it came as a message."""
    v = h.onderwerp
    assert isinstance(v, Aanbiederverzoek)
    if not v.met_bericht:
        return
    onderzoek = v.status == Aanbiederverzoek.Status.IN_ONDERZOEK
    h.verstuur(
        "bericht",
        f"WMO319:{h.id}",
        bericht="WMO319",
        verzoek=str(v.pk),
        antwoord=IN_ONDERZOEK if onderzoek else AFGEWEZEN,
        reden="" if onderzoek else v.reden_afwijzing,
    )


def meld_toekenning(h: Handeling) -> None:
    """A request is granted: a 301 with its reference, also when the orders themselves brought one along already."""
    v = h.onderwerp
    assert isinstance(v, Aanbiederverzoek)
    if v.met_bericht:
        h.verstuur(
            "bericht",
            f"WMO301:{h.id}",
            bericht="WMO301",
            inwoner=str(v.inwoner_id),
            aanbieder=str(v.aanbieder_id),
        )
