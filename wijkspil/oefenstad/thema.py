"""What a theme is: one kind of question, as people ask it and as it may be solved."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Thema:
    """One kind of question.

    `woorden` are sentences in the resident's voice, of which one or two are taken; `categorie` is the product category (WMO020)
    that fits when free help is not enough; `vrij` the chance that it is. `zrm` names the domains that are weak at the start.
    """

    sleutel: str
    groep: str
    naam: str
    woorden: tuple[str, ...]
    erbij: tuple[str, ...]
    geprobeerd: tuple[str, ...]
    wil: str
    kan: str
    nodig: str
    leefgebied: str
    doelen: tuple[tuple[str, str], ...]
    aanbod: tuple[str, ...]
    categorie: str
    vrij: float
    zrm: tuple[str, ...]
    triage: dict[str, float] = field(default_factory=dict)
    leeftijd: tuple[int, int] = (0, 120)
    bij_mantelzorger: bool = False
    gewicht: float = 1.0
