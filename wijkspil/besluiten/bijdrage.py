"""What the resident pays, per part and legal form, as the way of working says it, with the amount of the day (A8, X8).

The amount comes from `regels.eigen_bijdrage` and may be "not known yet"; who pays nothing by law is the CAK's to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.eigen_bijdrage import maandbedrag
from wijkspil.regels.parameters import Onbekend
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie


@dataclass(frozen=True, slots=True)
class Bijdrageregel:
    """One part: its legal form, whether a contribution holds, on what ground and from which source."""

    wat: str
    rechtsvorm: str
    geldt: bool
    grond: str
    bron: str
    zekerheid: str


@dataclass(frozen=True, slots=True)
class Bijdragebeeld:
    """All parts with a product, the amount on the day of the start, and that of the next year when it differs."""

    regels: tuple[Bijdrageregel, ...]
    op: date
    bedrag: Bedrag | Onbekend
    volgend_jaar: Bedrag | Onbekend

    @property
    def geldt(self) -> bool:
        return any(regel.geldt for regel in self.regels)

    @property
    def bedrag_bekend(self) -> bool:
        return isinstance(self.bedrag, Bedrag)

    @property
    def volgend_bekend(self) -> bool:
        return isinstance(self.volgend_jaar, Bedrag)

    @property
    def verandert(self) -> bool:
        """Whether next year's amount differs or isn't known yet."""
        if isinstance(self.volgend_jaar, Bedrag) and isinstance(self.bedrag, Bedrag):
            return self.volgend_jaar.cent != self.bedrag.cent
        return isinstance(self.bedrag, Bedrag)


def bijdragebeeld(hulpvraag: Hulpvraag, regels: Sequence[Arrangementregel], op: date) -> Bijdragebeeld | None:
    """The contribution of these lines for help that begins on a day; None without a product. No query."""
    werkwijze = laad_versie(hulpvraag.werkwijze)
    posten = []
    for regel in regels:
        if regel.product is None:
            continue
        product, as_ = (
            werkwijze.product(regel.product.code),
            werkwijze.assen_voor(regel.product.code).eigen_bijdrage,
        )
        posten.append(
            Bijdrageregel(
                wat=regel.wat,
                rechtsvorm=product.rechtsvorm.value.replace("_", " "),
                geldt=as_.geldt,
                grond=as_.grond,
                bron=as_.bron,
                zekerheid=as_.zekerheid.value,
            )
        )
    if not posten:
        return None
    return Bijdragebeeld(tuple(posten), op, maandbedrag(op), maandbedrag(date(op.year + 1, 1, 1)))
