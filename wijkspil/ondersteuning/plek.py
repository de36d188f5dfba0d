"""To whom a line of the arrangement goes, under which contract, and whether by message: it follows from the way of working."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.aanbieders.contracten import afgesproken
from wijkspil.aanbieders.models import Aanbieder, Contract, Product
from wijkspil.gemeenten.models import Team
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.assen import Leveringswijze
from wijkspil.werkwijzen.catalogus import Berichten, Per
from wijkspil.werkwijzen.kast import laad_versie

FREQUENTIE = {"eenmalig": "6", "dag": "1", "week": "2", "maand": "4"}
"""Our periods in the code list of the standard (WMO757)."""
STUKS_OUTPUT = "82"


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a line goes. With `nog_niet` it can't go anywhere yet, and the sentence says what is missing."""

    aanbieder: Aanbieder | None = None
    team: Team | None = None
    contract: Contract | None = None
    tarief_cent: int | None = None
    per: str = ""
    met_berichten: bool = False
    nog_niet: str = ""

    def omvang(self, regel: Arrangementregel) -> tuple[int, str, str]:
        """Volume, unit and frequency of the order.

        A monthly amount or a period tariff pays for the result, however often somebody comes (B40): one per month, or one in all.
        """
        assert regel.product is not None
        eenheid = regel.eenheid or regel.product.eenheid or STUKS_OUTPUT
        if self.per == Per.MAAND:
            return 1, eenheid, FREQUENTIE["maand"]
        if self.per == Per.PERIODE:
            return 1, eenheid, FREQUENTIE["eenmalig"]
        return regel.volume, eenheid, FREQUENTIE[regel.frequentie]


def is_vrij(hulpvraag: Hulpvraag, regel: Arrangementregel) -> bool:
    """Whether a line runs without an order: own strength, volunteers, free offers, another law."""
    if regel.product is None:
        return True
    assen = laad_versie(hulpvraag.werkwijze).assen_voor(regel.product.code)
    return assen.levering.keuze is Leveringswijze.INFORMEEL


def plek_voor(
    hulpvraag: Hulpvraag, regel: Arrangementregel, *, dag: date, aanbieder: Aanbieder | None = None
) -> Plek:
    """Say where a line with a product goes on a day. `aanbieder` overrules the one on the line. At most three queries."""
    assert regel.product is not None
    werkwijze = laad_versie(hulpvraag.werkwijze)
    keuze = werkwijze.assen_voor(regel.product.code).levering.keuze
    if keuze is Leveringswijze.EIGEN_TEAM and aanbieder is None and regel.aanbieder is None:
        return _eigen_mensen(hulpvraag, regel.product, dag)
    gekozen = aanbieder or regel.aanbieder
    if gekozen is None and keuze is Leveringswijze.CONSORTIUM:
        gekozen = Aanbieder.objects.filter(soort=Aanbieder.Soort.CONSORTIUM).order_by("gemaakt_op").first()
    if gekozen is None:
        return Plek(nog_niet=_("Er is nog geen aanbieder gekozen. Kies er samen met de inwoner een."))
    partij = gekozen.lid_van or gekozen  # a consortium is one party; its members stay behind it (A2)
    afspraak = afgesproken(partij, regel.product, regel.trap, dag)
    if afspraak is None:
        return Plek(nog_niet=_zonder_contract(partij, regel, dag))
    is_taak = afspraak.contract.bekostiging == Contract.Bekostiging.LUMPSUM
    met_berichten = (
        werkwijze.product(regel.product.code).berichten is Berichten.IWMO and bool(partij.agb) and not is_taak
    )
    return Plek(partij, None, afspraak.contract, afspraak.tarief_cent, afspraak.per, met_berichten)


def _eigen_mensen(hulpvraag: Hulpvraag, product: Product, dag: date) -> Plek:
    """The team that has the question; where own staff is a party with a budget, that budget too (O9)."""
    if hulpvraag.team is None:
        return Plek(nog_niet=_("Deze vraag ligt nog bij geen team. Geef de vraag eerst aan een team."))
    partij = Aanbieder.objects.filter(soort=Aanbieder.Soort.EIGEN_TEAM).order_by("gemaakt_op").first()
    afspraak = afgesproken(partij, product, "", dag) if partij else None
    return Plek(partij, hulpvraag.team, afspraak.contract) if afspraak else Plek(team=hulpvraag.team)


def _zonder_contract(partij: Aanbieder, regel: Arrangementregel, dag: date) -> str:
    feiten: dict[str, Any] = {
        "wie": partij.naam,
        "wat": regel.product,
        "trap": regel.trap or _("standaard"),
        "dag": f"{dag:%d-%m-%Y}",
    }
    return (
        _(
            "%(wie)s heeft op %(dag)s geen contract of tarief voor %(wat)s (%(trap)s). Kies een ander, of laat contractbeheer het tarief vastleggen."
        )
        % feiten
    )
