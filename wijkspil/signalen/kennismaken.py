"""Bringing people together: what somebody can and wants, beside what there is in the neighbourhood (A9, B7, O5).

Suggestions are words that fit, with the words shown. A person and the resident choose; it is never a condition for help.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.inwoners.models import Inwoner
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.toegang.models import Hulpvraag

from .models import Kennismaking

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
VERVOLG_NA = timedelta(days=21)
WOORDEN: dict[str, frozenset[str]] = {
    # theme of an offer -> stems of words in which people say it
    "ontmoeten": frozenset(
        {"mensen", "gezel", "praat", "praten", "koffie", "kaart", "buurt", "gezellig", "club"}
    ),
    "eenzaamheid": frozenset({"alleen", "eenzaam", "gezel", "praatje", "bezoek"}),
    "huishouden": frozenset({"poets", "schoon", "strijk", "wasgoed", "wassen"}),
    "wonen": frozenset({"klus", "timmer", "schilder", "repar", "handig", "techniek"}),
    "tuin": frozenset({"tuin", "plant", "bloem", "groen", "moestuin"}),
    "boodschappen": frozenset({"boodschap", "winkel", "markt"}),
    "vervoer": frozenset({"rijd", "rijden", "auto", "chauffeur", "fiets", "bus"}),
    "administratie": frozenset({"cijfer", "boekhoud", "formulier", "post", "computer", "administrat"}),
    "geld": frozenset({"boekhoud", "bank", "geld", "belasting"}),
    "bewegen": frozenset({"wandel", "fiets", "zwem", "sport", "gym", "dans", "beweg"}),
    "koken": frozenset({"kook", "koken", "bak", "eten"}),
    "mantelzorg": frozenset({"mantelzorg", "zorg", "partner"}),
    "taal": frozenset({"taal", "lees", "lezen", "schrijf", "voorlees"}),
    "creatief": frozenset(
        {"brei", "naai", "teken", "schilder", "muziek", "zing", "zang", "koor", "handwerk"}
    ),
    "dagbesteding": frozenset({"dieren", "hout", "werkplaats", "boerderij", "structuur"}),
}


@dataclass(frozen=True, slots=True)
class Voorstel:
    """An offer that fits, with the words of the resident that made it fit."""

    aanbod: Aanbod
    richting: str
    woorden: tuple[str, ...]


def woorden_van(tekst: str) -> tuple[str, ...]:
    """The words of a text in order, lower case, without the short ones."""
    return tuple(dict.fromkeys(w for w in re.findall(r"[a-zà-ÿ]+", tekst.lower()) if len(w) > 2))


def past(tekst: str, themas: Iterable[str]) -> tuple[str, ...]:
    """The words in a text that point at one of these themes, by their beginning."""
    stammen: Collection[str] = {
        stam for thema in themas for stam in (WOORDEN.get(thema, frozenset()) | {thema[:6]}) if stam
    }
    return tuple(woord for woord in woorden_van(tekst) if any(woord.startswith(stam) for stam in stammen))


def voorstellen(
    inwoner: Inwoner, aanbod: Iterable[Aanbod], *, vraag: str = "", hoogstens: int = 6
) -> list[Voorstel]:
    """What could fit this resident: first places to give something, then people who come along. No query.

    Wishes and the question itself lead to volunteers; talents lead to any offer that could use a hand.
    """
    gevonden = []
    for plek in aanbod:
        if woorden := past(inwoner.talenten, plek.themas):
            gevonden.append(Voorstel(plek, Kennismaking.Richting.GEEFT, woorden))
        if plek.soort == Aanbod.Soort.VRIJWILLIGERS and (
            woorden := past(f"{inwoner.wensen} {vraag}", plek.themas)
        ):
            gevonden.append(Voorstel(plek, Kennismaking.Richting.KRIJGT, woorden))
    gevonden.sort(key=lambda v: (v.richting, -len(v.woorden), v.aanbod.naam))
    geeft = [v for v in gevonden if v.richting == Kennismaking.Richting.GEEFT][: hoogstens // 2]
    return (
        geeft + [v for v in gevonden if v.richting == Kennismaking.Richting.KRIJGT][: hoogstens - len(geeft)]
    )


def maak_kennis(
    hulpvraag: Hulpvraag, aanbod: Aanbod, *, richting: str, waarom: str, akkoord_op: date | None, door: Door
) -> Kennismaking:
    """Bring a resident and a place together, after the resident's yes.

    Raises:
        ValueError: the resident has not said yes.
    """
    door.eis(*WIE, om_te="mensen met elkaar in contact brengen")
    if akkoord_op is None:
        raise ValueError(
            "Vraag eerst of de inwoner dit wil, en vul de dag in waarop die ja zei. Nee zeggen mag altijd."
        )
    with handeling("kennismaking.voorgesteld", door=door, doel="kennismaken", grond="de inwoner zei ja") as h:
        rij = h.maak(
            Kennismaking(
                inwoner_id=hulpvraag.inwoner_id,
                hulpvraag=hulpvraag,
                aanbod=aanbod,
                richting=richting,
                waarom=waarom,
                akkoord_op=akkoord_op,
                vervolg_op=h.dag + VERVOLG_NA,
            )
        )
        h.over(rij, dossier=hulpvraag)
        h.meld(aanbod=aanbod.naam, richting=rij.get_richting_display(), code=richting)
    return rij


def vertel_hoe_het_gaat(rij: Kennismaking, *, status: str, hoe_gaat_het: str, door: Door) -> Kennismaking:
    """Write down whether it clicks; stopping needs no reason.

    Raises:
        Botsing: somebody else wrote something meanwhile.
    """
    door.eis(*WIE, om_te="een kennismaking volgen")
    with handeling("kennismaking.gevolgd", door=door, doel="kennismaking volgen") as h:
        rij.status, rij.hoe_gaat_het = status, hoe_gaat_het
        rij.vervolg_op = None if status == Kennismaking.Status.GESTOPT else h.dag + VERVOLG_NA
        h.bewaar(rij, "status", "hoe_gaat_het", "vervolg_op")
        h.over(rij, dossier=rij.hulpvraag_id, inwoner=rij.inwoner_id)
        h.meld(stand=rij.get_status_display(), code=status)
    return rij
