"""What can be wrong with a message, said so that the sender can mend it.

A Fout never repeats what stood in the message: faults end up in logs and mails, and a value may be a BSN.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """The kind of structural rule that was broken."""

    ONTBREEKT = "ontbreekt"
    ONBEKEND = "onbekend"
    VOLGORDE = "volgorde"
    TE_VAAK = "te vaak"
    CODELIJST = "codelijst"
    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    TIJD = "tijd"
    VAST = "vaste waarde"
    LOSSE_TEKST = "losse tekst"
    KENMERK = "kenmerk"
    VORM = "vorm"
    ONLEESBAAR = "onleesbaar"


_WAT_NU = {
    Soort.ONTBREEKT: "Vul dit element in.",
    Soort.ONBEKEND: "Laat dit element weg, of kijk de naam en de naamruimte na.",
    Soort.VOLGORDE: "Zet de elementen in de volgorde van de standaard.",
    Soort.TE_VAAK: "Laat één keer staan wat hier vaker staat.",
    Soort.CODELIJST: "Kies een code uit de lijst; let op voorloopnullen.",
    Soort.TEKST: "Pas de tekst aan.",
    Soort.GETAL: "Schrijf een heel getal binnen de grenzen.",
    Soort.DATUM: "Schrijf de datum als jjjj-mm-dd, zonder tijd of tijdzone.",
    Soort.TIJD: "Schrijf de tijd als uu:mm:ss, zonder tijdzone.",
    Soort.VAST: "Neem de vaste waarde over.",
    Soort.LOSSE_TEKST: "Haal de tekst tussen de elementen weg.",
    Soort.KENMERK: "Laat het attribuut weg; deze berichten kennen geen attributen.",
    Soort.VORM: "Geef de waarde in de vorm die hier past.",
    Soort.ONLEESBAAR: "Laat de afzender een goed bericht sturen.",
}


@dataclass(frozen=True, slots=True)
class Fout:
    """One structural fault: where, which kind of rule, and what the standard expects there.

    `pad` looks like /Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Einddatum; the number counts from 1 and is
    given for elements that may repeat. `regel` is the line in the file, None when there is no file yet.
    """

    pad: str
    soort: Soort
    verwacht: str
    regel: int | None = None

    @property
    def wat_nu(self) -> str:
        """What to do about it, in plain Dutch."""
        return _WAT_NU[self.soort]

    def __str__(self) -> str:
        plek = self.pad if self.regel is None else f"{self.pad} (regel {self.regel})"
        return f"{plek}: {self.soort}. Verwacht: {self.verwacht}. {self.wat_nu}"


class Onleesbaar(ValueError):
    """The bytes cannot be taken for a message of a known standard: broken XML, a DTD, too big, too deep, or an unknown root."""


class StructuurFout(ValueError):
    """The contents do not fit the message; `fouten` holds every fault, not only the first."""

    def __init__(self, bericht: str, fouten: Iterable[Fout]) -> None:
        self.bericht = bericht
        self.fouten = tuple(fouten)
        punten = "\n".join(f"- {fout}" for fout in self.fouten)
        super().__init__(
            f"{bericht} kan niet worden gemaakt; {len(self.fouten)} punt(en) kloppen niet:\n{punten}"
        )


class GeenRetour(ValueError):
    """This message gets no return message: it fails on structure (a transport error goes back), or none exists for it."""
