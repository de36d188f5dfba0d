"""Reading a client survey: a CSV with one row per person and a column per question becomes counts per question.

The scale is that of 2016-2020: helemaal mee eens, mee eens, neutraal, mee oneens, helemaal mee oneens; 1 to 5 means the same, and
question 5 may say ja or nee. An empty cell is no answer. Nothing of a single person is kept.
"""

import csv
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _

EENS = {"helemaal mee eens", "mee eens", "ja", "1", "2"}
NEUTRAAL = {"neutraal", "3"}
ONEENS = {"mee oneens", "helemaal mee oneens", "nee", "4", "5"}
LEEG = {"", "geen mening", "weet niet", "n.v.t."}
MEESTE = 2 << 20


class PeilingFout(ValueError):
    """The file can't be read; the message says which line and what to do."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    mensen: int
    antwoorden: dict[str, dict[str, int]]


def lees(inhoud: bytes) -> Uitslag:
    """Count the answers.

    Raises:
        PeilingFout: no CSV, no column with a question number, or an answer that isn't on the scale.
    """
    if len(inhoud) > MEESTE:
        raise PeilingFout(_("Het bestand is groter dan 2 MB. Lever alleen de kolommen met antwoorden aan."))
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PeilingFout(
            _("Het bestand is geen UTF-8. Sla het in uw rekenblad opnieuw op als CSV (UTF-8).")
        ) from None
    scheiding = ";" if tekst.partition("\n")[0].count(";") >= tekst.partition("\n")[0].count(",") else ","
    rijen = list(csv.reader(io.StringIO(tekst), delimiter=scheiding))
    kolommen = (
        {n: kop.strip().lower().removeprefix("vraag").strip() for n, kop in enumerate(rijen[0])}
        if rijen
        else {}
    )
    vragen = {n: kop for n, kop in kolommen.items() if kop.isdigit() and 1 <= int(kop) <= 10}
    if not vragen:
        raise PeilingFout(
            _("Er is geen kolom met een vraagnummer. Zet boven elke vraag “vraag 1” tot en met “vraag 10”.")
        )
    uit = {vraag: {"eens": 0, "neutraal": 0, "oneens": 0} for vraag in vragen.values()}
    mensen = 0
    for nummer, rij in enumerate(rijen[1:], start=2):
        gegeven = {vragen[n]: cel.strip().lower() for n, cel in enumerate(rij) if n in vragen}
        mensen += any(cel not in LEEG for cel in gegeven.values())
        for vraag, cel in gegeven.items():
            if cel in LEEG:
                continue
            stem = (
                "eens"
                if cel in EENS
                else "neutraal"
                if cel in NEUTRAAL
                else "oneens"
                if cel in ONEENS
                else ""
            )
            if not stem:
                raise PeilingFout(
                    _(
                        "Regel %(regel)s, vraag %(vraag)s: dit antwoord staat niet op de schaal. Gebruik “helemaal mee eens” tot en met “helemaal mee oneens”, of 1 tot en met 5."
                    )
                    % {"regel": nummer, "vraag": vraag}
                )
            uit[vraag][stem] += 1
    if not mensen:
        raise PeilingFout(_("Er staat geen enkel antwoord in het bestand."))
    return Uitslag(mensen, {vraag: telling for vraag, telling in uit.items() if sum(telling.values())})
