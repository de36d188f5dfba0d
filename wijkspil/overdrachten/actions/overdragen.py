"""Handing a question over warmly, and everything that can come back: yes, no, or not after all (H8, C3, J2).

The follow-up is the point: until the receiver has said yes, the hand-over stays on the list of the one who gave it.
"""

from datetime import date, timedelta
from typing import Any

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.regels.kalender import eerstvolgende_werkdag, plus_werkdagen
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from ..access import pak_partij_van
from ..models import Overdracht, Partij
from ..workflow import OVERDRACHT

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
GROND = "toestemming van de inwoner"


class OverdrachtFout(ValueError):
    """A hand-over that isn't warm yet; the message says what misses."""


def draag_over(
    hulpvraag: Hulpvraag,
    partij: Partij,
    *,
    onderdeel: str,
    wat_mee: str,
    hoe: str,
    ingelicht: str,
    toestemming_op: date | None,
    door: Door,
    contactpersoon: str = "",
    opvolgen_op: date | None = None,
    vorige: Overdracht | None = None,
) -> Overdracht:
    """Hand (a part of) a question to another party. At most four queries.

    Args:
        wat_mee: what the receiver gets to know; the resident can read it back.
        opvolgen_op: when we ask whether it was picked up; default the days of this party or of the way of working.
        vorige: the refused or returned hand-over that this one continues; it leaves the list.

    Raises:
        OverdrachtFout: without consent, or a closed question, or a party that no longer takes part.
    """
    door.eis(*WIE, om_te="een vraag overdragen")
    if toestemming_op is None:
        raise OverdrachtFout(
            "Overdragen kan met toestemming van de inwoner. Vraag het, en vul de dag in waarop de inwoner ja zei."
        )
    if hulpvraag.stap == Stap.AFGESLOTEN:
        raise OverdrachtFout("Deze vraag is afgesloten. Neem hem eerst terug, dan kunt u hem overdragen.")
    if not partij.actief:
        raise OverdrachtFout(f"{partij.naam} doet niet meer mee. Kies een andere partij uit de lijst.")
    assert door.id is not None
    with handeling("overdracht.aangeboden", door=door, doel="warm overdragen", grond=GROND) as h:
        if vorige is not None:
            OVERDRACHT.zet(vorige, "geef_door")
            h.bewaar(vorige, "status")
        overdracht = h.maak(
            Overdracht(
                hulpvraag=hulpvraag,
                partij=partij,
                onderdeel=onderdeel,
                wat_mee=wat_mee,
                hoe=hoe,
                ingelicht=ingelicht,
                toestemming_op=toestemming_op,
                contactpersoon=contactpersoon,
                aangeboden_op=h.dag,
                opvolgen_op=opvolgen_op or navraagdag(h.dag, partij, laad_versie(hulpvraag.werkwijze)),
                gegeven_door_id=door.id,
                vorige=vorige,
            )
        )
        h.over(overdracht, dossier=hulpvraag)
        _meld(h, overdracht, opvolgen_op=overdracht.opvolgen_op)
    return overdracht


def navraagdag(vanaf: date, partij: Partij, werkwijze: Werkwijze) -> date:
    """The working day on which we ask: after the party's own days, else after the working days of the way of working."""
    if partij.opvolgen_na_dagen is None:
        return plus_werkdagen(vanaf, werkwijze.overdracht.bevestigen_werkdagen)
    return eerstvolgende_werkdag(vanaf + timedelta(days=partij.opvolgen_na_dagen))


def wacht_te_lang(overdracht: Overdracht, vandaag: date) -> bool:
    """Whether nobody answered within the working days after which the way of working takes a question back."""
    if overdracht.status != Overdracht.Status.AANGEBODEN:
        return False
    werkdagen = laad_versie(overdracht.hulpvraag.werkwijze).overdracht.terug_na_werkdagen
    return plus_werkdagen(overdracht.aangeboden_op, werkdagen) < vandaag


def bevestig_overdracht(
    overdracht: Overdracht, *, wie: str, door: Door, op: date | None = None
) -> Overdracht:
    """The receiver picked it up: written down by staff after a call, or by the partner itself."""
    _eis_beantwoorder(overdracht, door, "een overdracht bevestigen")
    with handeling("overdracht.bevestigd", door=door, doel="overdracht bevestigen", grond=GROND) as h:
        OVERDRACHT.zet(overdracht, "bevestig")
        overdracht.beantwoord_op, overdracht.beantwoord_door = op or h.dag, wie
        overdracht.opvolgen_op = None
        h.bewaar(overdracht, "status", "beantwoord_op", "beantwoord_door", "opvolgen_op")
        h.over(overdracht, dossier=overdracht.hulpvraag)
        _meld(h, overdracht, dagen=(overdracht.beantwoord_op - overdracht.aangeboden_op).days)
    return overdracht


def weiger_overdracht(overdracht: Overdracht, *, reden: str, wie: str, door: Door) -> Overdracht:
    """The receiver can't: with a reason, and it is ours again. The resident hears that we go on looking, not the reason."""
    _eis_beantwoorder(overdracht, door, "een overdracht weigeren")
    _eis_reden(reden, "Schrijf waarom het niet kan, dan weet de gemeente wie de inwoner wel kan helpen.")
    with handeling("overdracht.geweigerd", door=door, doel="overdracht weigeren", grond=GROND) as h:
        OVERDRACHT.zet(overdracht, "weiger")
        overdracht.beantwoord_op, overdracht.beantwoord_door, overdracht.reden = h.dag, wie, reden
        overdracht.opvolgen_op = h.dag
        h.bewaar(overdracht, "status", "beantwoord_op", "beantwoord_door", "reden", "opvolgen_op")
        h.over(overdracht, dossier=overdracht.hulpvraag)
        _meld(h, overdracht)
    return overdracht


def geef_overdracht_terug(overdracht: Overdracht, *, reden: str, door: Door) -> Overdracht:
    """It was picked up and yet comes back: on our list again, at the top."""
    _eis_beantwoorder(overdracht, door, "een overdracht teruggeven")
    _eis_reden(
        reden, "Schrijf waarom de vraag terugkomt, dan hoeft de inwoner het niet nog eens te vertellen."
    )
    with handeling("overdracht.teruggekomen", door=door, doel="overdracht terugnemen", grond=GROND) as h:
        OVERDRACHT.zet(overdracht, "geef_terug")
        overdracht.reden, overdracht.opvolgen_op = reden, h.dag
        h.bewaar(overdracht, "status", "reden", "opvolgen_op")
        h.over(overdracht, dossier=overdracht.hulpvraag)
        _meld(h, overdracht)
    return overdracht


def vraag_na(overdracht: Overdracht, *, opvolgen_op: date, door: Door) -> Overdracht:
    """Asked, no answer yet: ask again on another day."""
    door.eis(*WIE, om_te="een overdracht opvolgen")
    with handeling("overdracht.nagevraagd", door=door, doel="overdracht opvolgen", grond=GROND) as h:
        overdracht.nagevraagd += 1
        overdracht.opvolgen_op = opvolgen_op
        h.bewaar(overdracht, "nagevraagd", "opvolgen_op")
        h.over(overdracht, dossier=overdracht.hulpvraag)
        _meld(h, overdracht, keer=overdracht.nagevraagd, opvolgen_op=opvolgen_op)
    return overdracht


def houd_zelf(overdracht: Overdracht, *, reden: str, door: Door) -> Overdracht:
    """Nobody else: we help ourselves. Always possible, so that nobody is left between two desks."""
    door.eis(*WIE, om_te="een overdracht zelf houden")
    _eis_reden(reden, "Schrijf in één zin waarom wij het zelf doen.")
    with handeling("overdracht.zelf_gehouden", door=door, doel="overdracht zelf houden", grond=GROND) as h:
        OVERDRACHT.zet(overdracht, "houd_zelf")
        overdracht.reden = f"{overdracht.reden}\n{reden}".strip()
        overdracht.opvolgen_op = None
        h.bewaar(overdracht, "status", "reden", "opvolgen_op")
        h.over(overdracht, dossier=overdracht.hulpvraag)
        _meld(h, overdracht)
    return overdracht


def _eis_beantwoorder(overdracht: Overdracht, door: Door, om_te: str) -> None:
    """Staff after a call, or the partner to whom it is addressed; another partner can't answer for it."""
    door.eis(*WIE, Rol.PARTNER, om_te=om_te)
    if door.heeft(Rol.PARTNER) and not door.heeft(*WIE) and pak_partij_van(door).pk != overdracht.partij_id:
        raise GeenRecht("Deze overdracht is aan een andere partij gericht. Alleen die partij kan antwoorden.")


def _eis_reden(reden: str, zin: str) -> None:
    if not reden.strip():
        raise OverdrachtFout(zin)


def _meld(h: Handeling, overdracht: Overdracht, **anders: Any) -> None:
    partij = overdracht.partij
    h.meld(partij=partij.naam, soort=partij.soort, wet=partij.wet, onderdeel=overdracht.onderdeel, **anders)
