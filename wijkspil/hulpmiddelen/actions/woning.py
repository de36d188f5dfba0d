"""A home that is adapted: each step leads to the next and has a last day. A covenant with the landlord spares the asking (C14)."""

from datetime import timedelta

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.toegang.models import Hulpvraag

from ..models import Woningaanpassing

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
S = Woningaanpassing.Stap
DAGEN = {S.OPNAME: 14, S.TOESTEMMING: 14, S.OFFERTE: 21, S.AKKOORD: 7, S.UITVOERING: 56}
"""How many days a step may take before it shows as late: our own choice, no source."""

VERDER = {
    S.OPNAME: (S.TOESTEMMING, S.OFFERTE),
    S.TOESTEMMING: (S.OFFERTE, S.GESTOPT),
    S.OFFERTE: (S.AKKOORD,),
    S.AKKOORD: (S.UITVOERING, S.OFFERTE, S.GESTOPT),
    S.UITVOERING: (S.KLAAR,),
}


class StapKanNiet(ValueError):
    """This step can't follow now; the message says why and what to do."""


def mogelijk(a: Woningaanpassing) -> list[Woningaanpassing.Stap]:
    """What may follow: the owner of a home and a landlord with a covenant aren't asked for consent."""
    vraagt = bool(a.verhuurder) and not a.onder_convenant
    overslaan = {S.OFFERTE} if vraagt and a.stap == S.OPNAME else {S.TOESTEMMING} if not vraagt else set()
    stappen = [stap for stap in VERDER.get(S(a.stap), ()) if stap not in overslaan]
    return [*stappen, S.GESTOPT] if stappen and S.GESTOPT not in stappen else stappen


def begin_aanpassing(
    hulpvraag: Hulpvraag, *, wat: str, verhuurder: str, onder_convenant: bool, door: Door
) -> Woningaanpassing:
    """Begin with the assessment in the home."""
    door.eis(*WIE, om_te="een woningaanpassing beginnen")
    with handeling("woningaanpassing.begonnen", door=door, doel="woningaanpassing beginnen") as h:
        a = h.maak(
            Woningaanpassing(
                hulpvraag=hulpvraag,
                inwoner_id=hulpvraag.inwoner_id,
                wat=wat,
                verhuurder=verhuurder,
                onder_convenant=onder_convenant and bool(verhuurder),
                uiterlijk=h.dag + timedelta(days=DAGEN[S.OPNAME]),
            )
        )
        _vertel(h, a)
    return a


def zet_stap(
    a: Woningaanpassing,
    *,
    stap: str,
    door: Door,
    offerte_cent: int | None = None,
    aannemer: str = "",
    reden: str = "",
) -> Woningaanpassing:
    """Go on to the next step.

    Raises:
        StapKanNiet: it doesn't follow on this one, or the quote or the reason is missing.
    """
    door.eis(*WIE, om_te="een woningaanpassing verder brengen")
    if stap not in mogelijk(a):
        raise StapKanNiet(f"Deze aanpassing staat op “{a.get_stap_display()}”. Die stap kan nu niet.")
    if stap == S.AKKOORD and (offerte_cent is None or not aannemer):
        raise StapKanNiet("Vul het bedrag van de offerte in en wie het maakt.")
    if stap == S.GESTOPT and not reden:
        raise StapKanNiet("Vul in waarom het stopt. De inwoner leest dat ook.")
    with handeling("woningaanpassing.verder", door=door, doel="woningaanpassing verder brengen") as h:
        a.stap = S(stap)
        if offerte_cent is not None:
            a.offerte_cent, a.aannemer = offerte_cent, aannemer[:120]
        a.reden = reden[:200]
        if a.stap in DAGEN:
            a.uiterlijk = h.dag + timedelta(days=DAGEN[S(a.stap)])
        h.bewaar(a, "stap", "offerte_cent", "aannemer", "reden", "uiterlijk")
        _vertel(h, a)
    return a


def _vertel(h: Handeling, a: Woningaanpassing) -> None:
    h.over(a, dossier=a.hulpvraag)
    h.meld(
        wat=a.wat,
        stand=str(a.get_stap_display()),
        stap=a.stap,
        cent=a.offerte_cent,
        convenant=a.onder_convenant,
    )
