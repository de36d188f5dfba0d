"""A message from the population register, as the bytes of a file."""

from tests.wijk import Wijk
from wijkspil.signalen.models import Levensgebeurtenis
from wijkspil.signalen.registerpost import KOLOMMEN, lees_bestand
from wijkspil.toegang.models import Hulpvraag


def bestand(*regels: str) -> bytes:
    return "\n".join([";".join(KOLOMMEN), *regels]).encode()


def verhuisd(wijk: Wijk, hulpvraag: Hulpvraag, nummer: str = "B-1") -> Levensgebeurtenis:
    """The resident of this question moved; gives the task."""
    regel = f"{nummer};verhuizing;2026-01-05;{hulpvraag.inwoner.bsn};Maasdijk;9;5431 CD;Cuijk"
    lees_bestand(wijk.gemeente.pk, f"{nummer}.csv", bestand(regel))
    return Levensgebeurtenis.objects.get(hulpvraag=hulpvraag, bericht=nummer)
