"""The investigation: the five steps of the Centrale Raad van Beroep and the subjects of the law."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

BRON_STAPPEN = "Centrale Raad van Beroep, 21 maart 2018, ECLI:NL:CRVB:2018:819"
BRON_ONDERWERPEN = "Wmo 2015, artikel 2.3.2 lid 4"


class Stap(StrEnum):
    """The five steps, in order (ECLI:NL:CRVB:2018:819)."""

    HULPVRAAG = "hulpvraag"
    PROBLEMEN = "problemen"
    AARD_OMVANG = "aard_omvang"
    EIGEN_MOGELIJKHEDEN = "eigen_mogelijkheden"
    MAATWERK = "maatwerk"

    @property
    def nummer(self) -> int:
        """The number of the step, from 1 to 5."""
        return list(Stap).index(self) + 1

    @property
    def vraag(self) -> str:
        """The question of this step in plain Dutch."""
        return _STAPVRAGEN[self]


_STAPVRAGEN = {
    Stap.HULPVRAAG: "Wat vraagt de inwoner?",
    Stap.PROBLEMEN: "Waar loopt de inwoner tegenaan bij zelfredzaamheid en meedoen?",
    Stap.AARD_OMVANG: "Welke ondersteuning helpt daarbij, en hoeveel is er nodig?",
    Stap.EIGEN_MOGELIJKHEDEN: (
        "Wat kan de inwoner zelf, met huisgenoten, familie en buren, met een algemene voorziening of met een andere wet?"
    ),
    Stap.MAATWERK: "Welk maatwerk is nodig voor wat dan nog overblijft?",
}


class Onderwerp(StrEnum):
    """What the investigation must cover: the parts a to g of Wmo 2015 article 2.3.2, fourth member."""

    BEHOEFTEN = "a"
    EIGEN_KRACHT = "b"
    MANTELZORG_NETWERK = "c"
    STEUN_MANTELZORGER = "d"
    ALGEMENE_VOORZIENING = "e"
    SAMENWERKING = "f"
    BIJDRAGE = "g"

    @property
    def label(self) -> str:
        """The subject in plain Dutch."""
        return _ONDERWERPEN[self]


_ONDERWERPEN = {
    Onderwerp.BEHOEFTEN: "Wat iemand nodig heeft, wie iemand is en wat iemand graag wil",
    Onderwerp.EIGEN_KRACHT: "Wat iemand zelf kan, en wat huisgenoten gewoonlijk voor elkaar doen",
    Onderwerp.MANTELZORG_NETWERK: "Wat mantelzorgers en andere mensen om iemand heen kunnen doen",
    Onderwerp.STEUN_MANTELZORGER: "Wat de mantelzorger nodig heeft om het vol te houden",
    Onderwerp.ALGEMENE_VOORZIENING: "Wat een algemene voorziening of een nuttige activiteit kan betekenen",
    Onderwerp.SAMENWERKING: "Hoe de hulp past bij zorg, jeugdhulp, onderwijs, welzijn, wonen, werk en inkomen",
    Onderwerp.BIJDRAGE: "Welke eigen bijdrage iemand betaalt",
}


def ontbrekende_stappen(stap: Stap, ingevuld: Mapping[str, str]) -> tuple[Stap, ...]:
    """List the steps that need text first. Only step 5 waits: for the steps 1 to 4; those go in any order."""
    if stap is not Stap.MAATWERK:
        return ()
    return tuple(
        eerder for eerder in Stap if eerder is not Stap.MAATWERK and not ingevuld.get(eerder, "").strip()
    )


def mag_invullen(stap: Stap, ingevuld: Mapping[str, str]) -> bool:
    """Tell whether a step can be filled in; ``ingevuld`` holds the text per step so far."""
    return not ontbrekende_stappen(stap, ingevuld)


def onbesproken(besproken: Mapping[str, str]) -> tuple[Onderwerp, ...]:
    """List the subjects of the law that have no text yet, in the order of the law."""
    return tuple(onderwerp for onderwerp in Onderwerp if not besproken.get(onderwerp, "").strip())
