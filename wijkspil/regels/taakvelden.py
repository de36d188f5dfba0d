"""On which task field (taakveld, BBV/Iv3) spending on a product category belongs, as far as we know.

Source: Iv3 task field descriptions as used since 2023, read in a public policy library; certainty: medium. Which category of the Wmo
standard falls under which field is our reading, so each field carries its certainty and a controller can see what is not known.
"""

from dataclasses import dataclass

from wijkspil.regels.parameters import Onbekend, Zekerheid

BRON = "Iv3-taakvelden 2023, gelezen in een openbare beleidsbibliotheek; de koppeling aan productcategorieën is onze lezing"


@dataclass(frozen=True, slots=True)
class Taakveld:
    code: str
    naam: str
    zekerheid: Zekerheid = Zekerheid.MIDDEN


_HULPMIDDELEN = Taakveld("6.60", "hulpmiddelen en diensten")
_BEGELEIDING = Taakveld("6.712", "begeleiding, persoonlijke verzorging, kortdurend verblijf")
PGB = Taakveld("6.791", "pgb Wmo")

_PER_CATEGORIE = {
    "01": Taakveld("6.711", "huishoudelijke hulp"),
    "02": _BEGELEIDING,
    "03": _BEGELEIDING,
    "04": _BEGELEIDING,
    "05": _HULPMIDDELEN,
    "07": Taakveld("6.713", "dagbesteding"),
    "08": _HULPMIDDELEN,
    "10": Taakveld("6.714", "overige maatwerkarrangementen"),
    "11": _HULPMIDDELEN,
    "12": _HULPMIDDELEN,
    "13": _HULPMIDDELEN,
    "14": _HULPMIDDELEN,
    "15": Taakveld("6.811", "beschermd wonen"),
    "16": Taakveld("6.812", "maatschappelijke en vrouwenopvang"),
    "17": Taakveld("6.812", "maatschappelijke en vrouwenopvang"),
}


def taakveld(categorie: str) -> Taakveld | Onbekend:
    """Give the task field of a product category of the Wmo; `Onbekend` where our sources don't say."""
    gevonden = _PER_CATEGORIE.get(categorie)
    return gevonden or Onbekend(
        f"Voor productcategorie {categorie or 'onbekend'} staat in onze bronnen geen taakveld. De controller vult dit in.",
        BRON,
    )
