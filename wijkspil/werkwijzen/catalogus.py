"""The products: own codes on the national categories, with what differs per product from the municipality."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen.aanpak import EigenTraject
from wijkspil.werkwijzen.assen import AfwijkendeAssen, Rechtsvorm
from wijkspil.werkwijzen.basis import Aantal, Herkomst, JaNee, Percentage, Sleutel, Tekst, Wet

WMO_CATEGORIEEN: dict[str, str] = {
    "01": "Hulp bij het huishouden",
    "02": "Begeleiding",
    "03": "Persoonlijke verzorging",
    "04": "Kortdurend verblijf",
    "05": "Woondiensten",
    "06": "Overige ondersteuning gericht op het individu of huishouden/gezin",
    "07": "Dagbesteding",
    "08": "Vervoerdiensten",
    "09": "Overige groepsgerichte ondersteuning",
    "10": "Overige maatwerk arrangementen",
    "11": "Rolstoelen",
    "12": "Vervoervoorzieningen",
    "13": "Woonvoorzieningen",
    "14": "Overige hulpmiddelen",
    "15": "Beschermd wonen",
    "16": "Opvang",
    "17": "Spoedopvang",
    "18": "Overige beschermd wonen en opvang",
}
"""Code list WMO020, information model iWmo 3.2."""


class Eenheid(StrEnum):
    """The unit of a product, with the codes of list WJ756 (iWmo 3.2)."""

    MINUUT = "01"
    UUR = "04"
    ETMAAL = "14"
    DAGDEEL = "16"
    STUKS_OUTPUT = "82"
    EURO = "83"
    STUKS_INSPANNING = "84"

    @property
    def label(self) -> str:
        """Give the unit as a word for screens and letters."""
        return {"01": "minuut", "04": "uur", "14": "etmaal", "16": "dagdeel (4 uur)", "83": "euro"}.get(
            self.value, "stuk"
        )


class Per(StrEnum):
    """What one tariff pays for."""

    MINUUT = "minuut"
    UUR = "uur"
    DAGDEEL = "dagdeel"
    ETMAAL = "etmaal"
    STUK = "stuk"
    MAAND = "maand"
    PERIODE = "periode"


class Berichten(StrEnum):
    """Whether orders and claims of a product travel as iWmo messages."""

    IWMO = "iwmo"
    GEEN = "geen"


class Inkoopwijze(StrEnum):
    """How the product was bought."""

    OPEN_MARKT = "open_markt"
    AANBESTEDING = "aanbesteding"
    UITGENODIGDE_AANBESTEDING = "uitgenodigde_aanbesteding"
    TAAKOPDRACHT = "taakopdracht"
    SUBSIDIE = "subsidie"
    EIGEN_UITVOERING = "eigen_uitvoering"


class Tarief(Herkomst):
    """A price from a day on; `bedrag` in euro, empty when it is not known yet. `trap` is the level of intensity."""

    vanaf: date
    tot: date | None = None
    trap: Sleutel = "standaard"
    bedrag: (
        Annotated[Decimal, Field(ge=0, decimal_places=2, description="een bedrag in euro, zoals 310.00")]
        | None
    )
    per: Per


class Jeugdtarief(Herkomst):
    """What help for young people costs now, to see the gap before somebody turns eighteen (C11); empty when not known yet."""

    jeugd: Sleutel
    bedrag: (
        Annotated[Decimal, Field(ge=0, decimal_places=2, description="een bedrag in euro, zoals 310.00")]
        | None
    )
    per: Per


class VerkorteRoute(Herkomst):
    """A shortened way for clear questions, with its entry criteria and the share that is checked afterwards.

    When the provider investigates, `verslag_binnen_werkdagen` is its deadline and `vragen` the template it answers; the
    decision stays with who holds the mandate. `verwacht_percentage` is the share of questions expected this way.
    """

    criteria: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    steekproef_percentage: Percentage
    onderzoek_door_aanbieder: JaNee
    verslag_binnen_werkdagen: Aantal = 10
    vragen: tuple[Tekst, ...] = ()
    verwacht_percentage: Percentage | None = None


class Product(Herkomst):
    """One product of the municipality; everything that is not said here follows the municipality."""

    code: Annotated[
        str,
        Field(
            pattern=r"^[0-9]{2}[A-Z0-9][0-9A-Z]{2}$",
            description='vijf tekens tussen aanhalingstekens: de categorie (twee cijfers) en drie tekens, zoals "02A16"',
        ),
    ]
    naam: Tekst
    categorie: Annotated[
        str, Field(pattern=r"^[0-9]{2}$", description='twee cijfers tussen aanhalingstekens, zoals "02"')
    ]
    wet: Wet = Wet.WMO
    rechtsvorm: Rechtsvorm
    trede: Sleutel
    eenheid: Eenheid | None = None
    tarieven: tuple[Tarief, ...] = ()
    mag_zonder_besluit: JaNee
    berichten: Berichten
    evaluatie_maanden: Aantal | None = None
    zrm: JaNee | None = None
    inkoop: Inkoopwijze | None = None
    normenkaders: tuple[Sleutel, ...] = ()
    verkorte_route: VerkorteRoute | None = None
    eigen_traject: EigenTraject | None = None
    afwijkend: AfwijkendeAssen = AfwijkendeAssen()

    def tarief_op(self, dag: date, trap: str = "standaard") -> Tarief | None:
        """Find the tariff of one level on a day; None when there is none, and `bedrag` None when it is not known yet."""
        geldig = [
            t for t in self.tarieven if t.trap == trap and t.vanaf <= dag and (t.tot is None or dag <= t.tot)
        ]
        return geldig[-1] if geldig else None
