"""WMO302 and WMO320: the answer on our assignment, or on our answer to a request. Codes anywhere: it counts as not sent (OP286)."""

from typing import Any

from wijkspil.core.handeling import Handeling, handeling

from ..models import Bericht
from ..standaard import omschrijving
from ..standaard.regels.register import alle
from ..standaard.register import bericht as definitie
from ..uitgaand.teruggekomen import telt_als_niet_verzonden
from . import Afkeuring, Ontvangen, effect

ZONDER_GEVOLG = ("0200", "0233")


@effect("WMO302")
@effect("WMO320")
def antwoord_van_aanbieder(o: Ontvangen) -> None:
    heen = (
        Bericht.objects.select_for_update()
        .filter(
            richting="uit",
            soort=definitie(o.bericht.soort).heen,
            identificatie=o.bericht.identificatie,
            ontvanger=o.bericht.ontvanger,
        )
        .first()
    )
    if heen is None:
        raise Afkeuring(
            "Header",
            "9063",
            f"Er is geen {definitie(o.bericht.soort).heen} van ons met deze identificatie aan deze aanbieder.",
        )
    fouten = codes_in(o.gelezen.inhoud)
    o.bericht.antwoord_op, o.bericht.hulpvraag_id, o.bericht.fouten = heen, heen.hulpvraag_id, fouten
    if fouten:
        with handeling("bericht.geweigerd", door=o.door, doel="antwoord verwerken") as h:
            heen.status, heen.fouten = Bericht.Status.GEWEIGERD, fouten
            telt_als_niet_verzonden(heen)
            h.bewaar(heen, "status", "fouten")
            _vertel(h, o, heen)
            h.meld(reden="; ".join(f["uitleg"] for f in fouten), codes=[f["code"] for f in fouten])
    else:
        with handeling("bericht.bevestigd", door=o.door, doel="antwoord verwerken") as h:
            heen.status, heen.uiterlijk = Bericht.Status.BEVESTIGD, None
            h.bewaar(heen, "status", "uiterlijk")
            _vertel(h, o, heen)


def _vertel(h: Handeling, o: Ontvangen, heen: Bericht) -> None:
    h.over(heen, dossier=heen.hulpvraag_id)
    h.meld(
        bericht=str(heen),
        soort=heen.soort,
        wie=o.aanbieder.naam,
        aanbieder=str(o.aanbieder.pk),
        dagen_sinds_verzenden=(h.moment - heen.moment).days,
    )


def codes_in(inhoud: dict[str, Any]) -> list[dict[str, str]]:
    """Every return code that rejects something, with its place and its label."""
    return [
        {"code": code, "plek": pad.removesuffix("/RetourCodes"), "uitleg": omschrijving("WJ001", code)}
        for pad, deel in alle(inhoud, "RetourCodes")
        for code in deel["RetourCode"]
        if code not in ZONDER_GEVOLG
    ]
