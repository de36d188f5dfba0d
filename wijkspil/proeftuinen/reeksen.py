"""Figures per area and period from elsewhere, with their source: read from pasted lines, checked, and kept whole (O8)."""

import re
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling

from .actions import WIE
from .models import Cijferreeks, Proeftuin
from .uitkomsten import UITKOMSTEN

_PERIODE = re.compile(r"20\d\d(-[1-4])?")
_JA = {"ja", "proef", "1", "x"}


class ReeksFout(ValueError):
    """A line can't be read; the message says which and how it should look."""


def lees_regels(tekst: str) -> list[dict[str, Any]]:
    """Lines of area; period; number; pilot (ja or nee), as copied from a spreadsheet with semicolons or tabs.

    Raises:
        ReeksFout: a line with another shape, the same cell twice, or periods of two kinds.
    """
    punten: list[dict[str, Any]] = []
    for nummer, regel in enumerate(tekst.strip().splitlines(), start=1):
        delen = [deel.strip() for deel in re.split(r"[;\t]", regel)]
        if not any(delen) or (nummer == 1 and not re.search(r"\d", regel)):
            continue
        if (
            len(delen) != 4
            or not delen[0]
            or not _PERIODE.fullmatch(delen[1])
            or (waarde := _getal(delen[2])) is None
        ):
            raise ReeksFout(
                _("Regel %(n)d is niet te lezen: “%(regel)s”. Schrijf: gebied; jaar of jaar-kwartaal; getal; ja of nee. Bijvoorbeeld: Eersel; 2019; 412; nee")
                % {"n": nummer, "regel": regel[:60]}
            )  # fmt: skip
        punten.append(
            {"gebied": delen[0][:60], "periode": delen[1], "waarde": waarde, "proef": delen[3].lower() in _JA}
        )
    _controleer(punten)
    return sorted(punten, key=lambda p: (p["gebied"], p["periode"]))


def als_regels(punten: list[dict[str, Any]]) -> str:
    """The lines that `lees_regels` reads back to the same points."""
    regels = []
    for punt in punten:
        getal = f"{punt['waarde']:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        regels.append(f"{punt['gebied']}; {punt['periode']}; {getal}; {'ja' if punt['proef'] else 'nee'}")
    return "\n".join(regels)


def neem_reeks_op(
    proeftuin: Proeftuin, *, uitkomst: str, bron: str, punten: list[dict[str, Any]], door: Door
) -> Cijferreeks:
    """Keep one series for one outcome of a pilot; a next one takes its place and the event remembers that.

    Raises:
        ValueError: no source, or an outcome that isn't about areas.
    """
    door.eis(*WIE, om_te=_("cijfers opnemen"))
    if uitkomst not in UITKOMSTEN or UITKOMSTEN[uitkomst].per_mens:
        raise ValueError(_("Cijfers per gebied gaan over aantallen cliënten of over uitgaven."))
    if not bron.strip():
        raise ValueError(_("Schrijf waar de cijfers vandaan komen. Zonder bron kan niemand ze nakijken."))
    _controleer(punten)
    with handeling("proeftuin.cijfers_opgenomen", door=door, doel="cijfers opnemen") as h:
        reeks = Cijferreeks.objects.filter(proeftuin=proeftuin, uitkomst=uitkomst).first()
        nieuw = reeks is None
        reeks = reeks or Cijferreeks(proeftuin=proeftuin, uitkomst=uitkomst)
        reeks.bron, reeks.op, reeks.door, reeks.punten = bron.strip(), h.dag, door.naam, punten
        if nieuw:
            h.maak(reeks)
        else:
            h.bewaar(reeks, "bron", "op", "door", "punten")
        h.over(proeftuin)
        h.meld(naam=proeftuin.naam, uitkomst=uitkomst, punten=len(punten), vervangen=not nieuw)
    return reeks


def _getal(tekst: str) -> float | None:
    kaal = tekst.replace("€", "").replace(" ", "")
    kaal = (
        kaal.replace(".", "").replace(",", ".")
        if "," in kaal or re.fullmatch(r"\d{1,3}(\.\d{3})+", kaal)
        else kaal
    )
    try:
        waarde = float(kaal)
    except ValueError:
        return None
    return waarde if 0 <= waarde < 1e12 else None


def _controleer(punten: list[dict[str, Any]]) -> None:
    if not punten:
        raise ReeksFout(_("Er staat geen enkele regel met cijfers."))
    if len({(p["gebied"], p["periode"]) for p in punten}) != len(punten):
        raise ReeksFout(_("Een gebied heeft twee keer een getal voor dezelfde periode. Haal er een weg."))
    if len({len(p["periode"]) for p in punten}) > 1:
        raise ReeksFout(_("Jaren en kwartalen staan door elkaar. Kies een van de twee."))
    if any(len({p["proef"] for p in punten if p["gebied"] == g}) > 1 for g in {p["gebied"] for p in punten}):
        raise ReeksFout(_("Een gebied hoort bij de proef of niet, in elke regel hetzelfde."))
