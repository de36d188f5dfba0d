"""WMO315 and WMO317: a provider asks for something. It goes on the list of a person who decides; the return message only says that
it came across well. Of a 315 each product is a request of its own, a 317 is one request as a whole (OP344).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wijkspil.ondersteuning.actions import VerzoekKanNiet, ontvang_verzoek
from wijkspil.ondersteuning.models import Aanbiederverzoek

from . import Afkeuring, Ontvangen, effect

AL_GEBRUIKT = "9347"


@effect("WMO315")
def nieuwe_hulp(o: Ontvangen) -> None:
    for plaats, product in enumerate(
        o.gelezen.inhoud["Client"]["AangevraagdeProducten"]["AangevraagdProduct"], start=1
    ):
        _neem_op(
            o,
            Aanbiederverzoek.Soort.NIEUW,
            product,
            f"Client/AangevraagdeProducten/AangevraagdProduct[{plaats}]",
        )


@effect("WMO317")
def andere_hulp(o: Ontvangen) -> None:
    _neem_op(o, Aanbiederverzoek.Soort.WIJZIGING, o.gelezen.inhoud["Client"]["Verzoek"], "Client/Verzoek")


def _neem_op(o: Ontvangen, soort: str, deel: Mapping[str, Any], pad: str) -> None:
    assert o.bericht.dagtekening is not None
    try:
        verzoek = ontvang_verzoek(
            o.aanbieder,
            soort=soort,
            referentie=deel["ReferentieAanbieder"],
            bsn=o.gelezen.inhoud["Client"]["Bsn"],
            dagtekening=o.bericht.dagtekening,
            inhoud=als_json(deel),
            met_bericht=True,
            door=o.door,
        )
    except VerzoekKanNiet as fout:
        raise Afkeuring(pad, AL_GEBRUIKT, str(fout)) from fout
    o.bericht.hulpvraag_id = verzoek.hulpvraag_id


def als_json(deel: Any) -> Any:
    """The same as plain values: days as YYYY-MM-DD."""
    if isinstance(deel, Mapping):
        return {naam: als_json(waarde) for naam, waarde in deel.items()}
    if isinstance(deel, list):
        return [als_json(waarde) for waarde in deel]
    return deel.isoformat() if isinstance(deel, date) else deel
