"""Bridge financing: the resident is helped, the parties disagree, we pay and ask it back (J9).

The money never waits for the dispute; the dispute never waits for somebody to remember it.
"""

from datetime import date

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling

from ..models import Overbrugging, Wetdeel

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


def begin_overbrugging(
    wetdeel: Wetdeel,
    *,
    geschil: str,
    wat: str,
    cent_per_maand: int,
    van: date,
    door: Door,
    tot: date | None = None,
) -> Overbrugging:
    """Pay for help while it isn't clear who must; the part of the question is marked as disputed."""
    door.eis(Rol.CONSULENT, Rol.TEAMLEIDER, om_te="hulp overbruggen")
    with handeling(
        "overbrugging.begonnen", door=door, doel="hulp overbruggen", grond="geschil tussen partijen"
    ) as h:
        overbrugging = h.maak(
            Overbrugging(
                wetdeel=wetdeel,
                hulpvraag_id=wetdeel.hulpvraag_id,
                geschil=geschil,
                wat=wat,
                cent_per_maand=cent_per_maand,
                van=van,
                tot=tot,
            )
        )
        if wetdeel.stand != Wetdeel.Stand.GESCHIL:
            wetdeel.stand, wetdeel.stand_op = Wetdeel.Stand.GESCHIL, h.dag
            h.bewaar(wetdeel, "stand", "stand_op")
        h.over(overbrugging, dossier=wetdeel.hulpvraag)
        h.meld(wet=wetdeel.wet, cent_per_maand=cent_per_maand, van=van)
    return overbrugging


def werk_overbrugging_bij(
    overbrugging: Overbrugging,
    *,
    stand: str,
    door: Door,
    tot: date | None = None,
    gevraagd_op: date | None = None,
    gevraagd_cent: int | None = None,
    terug_cent: int | None = None,
    toelichting: str = "",
) -> Overbrugging:
    """Say how the claim stands: asked back, paid, refused, or let go.

    Raises:
        ValueError: asked back without a day, or an end before the begin.
    """
    door.eis(*WIE, om_te="een overbrugging bijwerken")
    if stand in (Overbrugging.Stand.GEVRAAGD, Overbrugging.Stand.TERUGBETAALD) and gevraagd_op is None:
        raise ValueError(
            "Vul de dag in waarop het geld is teruggevraagd. Zonder dag is niet na te gaan hoe lang het wacht."
        )
    if tot is not None and tot < overbrugging.van:
        raise ValueError("De overbrugging kan niet eindigen voordat zij begon. Kijk de dagen na.")
    with handeling("overbrugging.bijgewerkt", door=door, doel="overbrugging bijwerken") as h:
        overbrugging.stand, overbrugging.tot = stand, tot
        overbrugging.gevraagd_op, overbrugging.gevraagd_cent = gevraagd_op, gevraagd_cent
        overbrugging.terug_cent, overbrugging.toelichting = terug_cent, toelichting
        h.bewaar(overbrugging, "stand", "tot", "gevraagd_op", "gevraagd_cent", "terug_cent", "toelichting")
        h.over(overbrugging, dossier=overbrugging.hulpvraag_id)
        h.meld(
            stand=overbrugging.get_stand_display(),
            code=stand,
            gevraagd_cent=gevraagd_cent,
            terug_cent=terug_cent,
        )
    return overbrugging


def kosten_tot(overbrugging: Overbrugging, op: date) -> int:
    """What it cost so far in cents: whole months, and the days of a broken month by thirtieths (30/360)."""
    einde = min(op, overbrugging.tot) if overbrugging.tot else op
    van = overbrugging.van
    if einde < van:
        return 0
    dagen = (
        (einde.year - van.year) * 360
        + (einde.month - van.month) * 30
        + min(einde.day, 30)
        - min(van.day, 30)
        + 1
    )
    return overbrugging.cent_per_maand * dagen // 30
