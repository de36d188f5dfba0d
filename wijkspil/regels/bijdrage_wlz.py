"""The contribution before and after a move from the Wmo to the Wlz, side by side (J3, B23). It explains and never computes income.

The Wlz contribution depends on income and assets and is computed by the CAK, so its amount is ``Onbekend`` here. What can be said
is which of both contributions applies, and that a household doesn't pay twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.eigen_bijdrage import Situatie, Vrijstelling, bijdrage, vrijstellingen
from wijkspil.regels.parameters import Onbekend, Zekerheid

BRON_WLZ = "Besluit langdurige zorg, hoofdstuk 3; algemene kennis, bij het CAK na te kijken"
BRON_SAMENLOOP = "leiden.nl; ede.nl"


class Wlzvorm(StrEnum):
    """How somebody lives with Wlz care."""

    THUIS = "thuis"
    INSTELLING = "instelling"


class Wlzsoort(StrEnum):
    """The two contributions that the Wlz knows."""

    LAAG = "laag"
    HOOG = "hoog"


@dataclass(frozen=True)
class Post:
    """What a household pays under one law on a day: the amount, or why it isn't known, and the reasons why nothing is due."""

    wet: str
    bedrag: Bedrag | Onbekend
    periode: str
    redenen_nul: tuple[Vrijstelling, ...]
    uitleg: str
    bron: str
    zekerheid: Zekerheid

    @property
    def is_nul(self) -> bool:
        return bool(self.redenen_nul) or (isinstance(self.bedrag, Bedrag) and self.bedrag.cent == 0)


@dataclass(frozen=True)
class Bijdragevergelijking:
    """Before and after, with what to know before somebody chooses."""

    nu: Post
    straks: Post
    punten: tuple[str, ...]

    @property
    def verschil(self) -> int | None:
        """Cents a month more (or less) than now; None as long as one of both isn't known."""
        if isinstance(self.nu.bedrag, Onbekend) or isinstance(self.straks.bedrag, Onbekend):
            return None
        return self.straks.bedrag.cent - self.nu.bedrag.cent


def wlz_soort(vorm: Wlzvorm, *, partner_thuis: bool, maanden_in_instelling: int) -> Wlzsoort:
    """Which of both contributions applies: low at home, with a partner at home, or in the first four months of a stay."""
    if vorm is Wlzvorm.THUIS or partner_thuis or maanden_in_instelling < 4:
        return Wlzsoort.LAAG
    return Wlzsoort.HOOG


def wmo_post(situatie: Situatie, op_dag: date) -> Post:
    """What the household pays under the Wmo on a day; nothing when an exemption holds."""
    redenen = vrijstellingen(situatie, op_dag)
    uitkomst = bijdrage(op_dag)
    if redenen:
        nul = Bedrag(0, redenen[0].bron, Zekerheid.HOOG)
        return Post("Wmo", nul, "maand", redenen, redenen[0].zin, redenen[0].bron, Zekerheid.HOOG)
    if isinstance(uitkomst, Onbekend):
        return Post("Wmo", uitkomst, "maand", (), uitkomst.reden, uitkomst.bron, uitkomst.zekerheid)
    uitleg = "Eén bedrag voor het hele huishouden, hoeveel hulp er ook is."
    return Post(
        "Wmo", uitkomst.bedrag, uitkomst.periode, (), uitleg, uitkomst.bedrag.bron, uitkomst.bedrag.zekerheid
    )


def wlz_post(soort: Wlzsoort) -> Post:
    """What somebody pays under the Wlz: which contribution, and that the CAK computes it."""
    reden = "De bijdrage voor de Wlz hangt af van inkomen en vermogen. Het CAK rekent haar uit."
    uitleg = {
        Wlzsoort.LAAG: "De lage bijdrage: bij zorg thuis, met een partner thuis, en in de eerste vier maanden in een instelling.",
        Wlzsoort.HOOG: "De hoge bijdrage: na vier maanden in een instelling, zonder partner thuis.",
    }[soort]
    return Post("Wlz", Onbekend(reden, BRON_WLZ), "maand", (), uitleg, BRON_WLZ, Zekerheid.LAAG)


def vergelijk_wmo_wlz(
    situatie: Situatie,
    op_dag: date,
    *,
    vorm: Wlzvorm,
    partner_thuis: bool = False,
    maanden_in_instelling: int = 0,
) -> Bijdragevergelijking:
    """Put the Wmo contribution of a household beside what comes with the Wlz, on one day."""
    soort = wlz_soort(vorm, partner_thuis=partner_thuis, maanden_in_instelling=maanden_in_instelling)
    punten = [
        "Wie voor de Wlz betaalt, betaalt geen bijdrage voor de Wmo meer: niemand in het huishouden betaalt twee keer.",
        "Het CAK heeft een rekenhulp. Reken samen uit wat de Wlz kost voordat de inwoner kiest.",
    ]
    if vorm is Wlzvorm.INSTELLING and soort is Wlzsoort.LAAG:
        punten.append(
            "In een instelling kan de bijdrage na vier maanden hoger worden, als er geen partner thuis woont."
        )
    return Bijdragevergelijking(wmo_post(situatie, op_dag), wlz_post(soort), tuple(punten))
