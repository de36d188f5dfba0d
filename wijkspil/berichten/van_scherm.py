"""A message that somebody of a provider makes on a screen: the same bytes, the same intake, the same rules as from outside.

The return message is not sent: what it would say is read on the screen by the one who asked.
"""

from collections.abc import Mapping
from typing import Any

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling, volgend_nummer
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten import register

from .models import Bericht
from .ontvangst import ontvang
from .standaard import StructuurFout, bouw, lees
from .standaard.regels import Bevinding, toets
from .verwerking import verwerk

S = Bericht.Status


class BerichtNietGoed(ValueError):
    """This can't be sent; `bevindingen` are the rules that it breaks, in plain words with their number."""

    def __init__(self, uitleg: str, bevindingen: tuple[Bevinding, ...] = ()) -> None:
        self.bevindingen = bevindingen
        super().__init__(uitleg)


def stuur_van_scherm(
    soort: str, deel: Mapping[str, Any], *, aanbieder: Aanbieder, door: Door, herkomst: str = "portaal"
) -> Bericht:
    """Build a message from a provider to us, hold it against the rules, take it in and process it.

    Raises:
        BerichtNietGoed: it breaks a rule of the standard, or was refused by what we know (levels 1 to 4). Nothing remains of it
            when the caller's transaction is undone.
    """
    if not aanbieder.agb:
        raise BerichtNietGoed("Zonder AGB-code kan dit niet als bericht. Bel de gemeente.")
    kop = {
        "Afzender": aanbieder.agb,
        "Ontvanger": register.op_code(door.gemeente_id).cbs_code,
        "BerichtIdentificatie": {
            "Identificatie": f"WP{volgend_nummer('portaalbericht')}",
            "Dagtekening": vandaag(),
        },
    }
    try:
        ruw = bouw(soort, {"Header": kop, **deel})
    except StructuurFout as fout:
        raise BerichtNietGoed("; ".join(f"{f.wat_nu} ({f.pad})" for f in fout.fouten)) from fout
    if bevindingen := tuple(toets(lees(ruw))):
        raise BerichtNietGoed("Dit verzoek past niet bij de standaard.", bevindingen)
    bericht = ontvang(ruw, gemeente_id=door.gemeente_id, herkomst=f"{herkomst}: {door.naam}")
    verwerkt = verwerk(bericht.pk, gemeente_id=door.gemeente_id)
    if verwerkt is None or verwerkt.status == S.AFGEKEURD:
        fouten = verwerkt.fouten if verwerkt else []
        raise BerichtNietGoed(
            "; ".join(
                f"{f['uitleg']} (code {f['code']})" if f.get("code") else str(f["uitleg"]) for f in fouten
            )
        )
    _antwoord_gezien(verwerkt, door)
    return verwerkt


def _antwoord_gezien(bericht: Bericht, door: Door) -> None:
    for antwoord in bericht.antwoorden.filter(richting=Bericht.Richting.UIT, status=S.KLAAR).defer("ruw"):
        with handeling("bericht.afgehandeld", door=door, doel="antwoord op het scherm") as h:
            antwoord.status, antwoord.uiterlijk = S.AFGEHANDELD, None
            h.bewaar(antwoord, "status", "uiterlijk")
            h.over(antwoord, dossier=bericht.hulpvraag_id)
            h.meld(bericht=str(antwoord), soort=antwoord.soort, reden="gelezen op het scherm", wie=door.naam)
