"""Rules about dates: the order within a period, and nothing reported before it happened."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel, voor_alle

DECLARATIES_VANAF = date(2021, 1, 1)

PRODUCTPERIODEN = {
    "ToegewezenProduct": ("Ingangsdatum", "Einddatum"),
    "AangevraagdProduct": ("ToewijzingIngangsdatum", "ToewijzingEinddatum"),
    "TeWijzigenProduct": ("GewensteIngangsdatum", "Einddatum"),
    "NieuwProduct": ("GewensteIngangsdatum", "Einddatum"),
}


@regel(
    "CS003",
    bij={**PRODUCTPERIODEN, "Periode": ("Begindatum", "Einddatum")},
    op="301 315 317",
    zegt="Een einddatum ligt vóór de begindatum van dezelfde periode.",
)
def einde_niet_voor_begin(deel: Deel, veld: tuple[str, str]) -> Uitkomst:
    """An end date without a begin date fails too; that can only happen in the Periode of a Contact."""
    begin, einde = veld
    return einde if einde in deel and (begin not in deel or deel[einde] < deel[begin]) else None


@regel("TR018", bij="StopProduct", op="307", zegt="De einddatum van de levering ligt vóór de begindatum.")
def stop_niet_voor_start(product: Deel) -> Uitkomst:
    return "Einddatum" if product["Einddatum"] < product["Begindatum"] else None


@regel(
    "TR134",
    bij={
        "Geboortedatum": "Datum",
        "ToegewezenProduct": "Toewijzingsdatum",
        "StartProduct": "Begindatum",
        "StopProduct": "Einddatum",
        "DeclaratiePeriode": "Begindatum",
        "ProductPeriode": "Begindatum",
    },
    op="301 305 307 315 323 325",
    op_dag=True,
    zegt="Deze datum ligt na de dagtekening van het bericht; vooruit melden kan niet.",
)
def niet_na_de_dagtekening(deel: Deel, dagtekening: date, veld: str) -> Uitkomst:
    return veld if deel[veld] > dagtekening else None


@regel(
    "TR137",
    bij="DeclaratiePeriode ProductPeriode",
    op="323 325",
    op_dag=True,
    zegt="De einddatum ligt vóór de begindatum van de periode, of na de dagtekening van het bericht.",
)
def periode_is_voorbij(periode: Deel, dagtekening: date) -> Uitkomst:
    einde = periode["Einddatum"]
    return ("Einddatum",) * ((einde < periode["Begindatum"]) + (einde > dagtekening)) or None


@regel(
    "TR380",
    bij="NieuwProduct",
    op="317",
    op_dag=True,
    zegt="De gewenste ingangsdatum van een nieuw product ligt na de dagtekening van het bericht.",
)
def nieuw_product_begint_later(product: Deel, dagtekening: date) -> Uitkomst:
    return None if product["GewensteIngangsdatum"] > dagtekening else "GewensteIngangsdatum"


@regel(
    "CS100",
    bij="DeclaratiePeriode ProductPeriode",
    op="323",
    zegt="Declaratieperiode en productperiode beginnen op zijn vroegst op 1 januari 2021.",
)
def periode_vanaf_2021(periode: Deel) -> Uitkomst:
    return "Begindatum" if periode["Begindatum"] < DECLARATIES_VANAF else None


@regel("CS337", bij="ProductPeriode", op="323", zegt="Een productperiode ligt binnen één kalendermaand.")
def productperiode_binnen_een_maand(periode: Deel) -> Uitkomst:
    """Another year and another month count apart, as in the official check."""
    begin, einde = periode["Begindatum"], periode["Einddatum"]
    return ("Einddatum",) * ((begin.year != einde.year) + (begin.month != einde.month)) or None


@regel("CS340", bij="DeclaratiePeriode", op="323", zegt="De declaratieperiode is precies één kalendermaand.")
def periode_is_een_kalendermaand(periode: Deel) -> Uitkomst:
    """Two separate questions: does it begin on the first, and does it end a month after it begins?"""
    begin, einde = periode["Begindatum"], periode["Einddatum"]
    fout = ["Begindatum"] if begin.day != 1 else []
    if einde.toordinal() + 1 != _een_maand_later(begin):
        fout.append("Einddatum")
    return voor_alle(fout)


def _een_maand_later(dag: date) -> int:
    """The ordinal of the same day a month later, or of the last day of that month; also beyond the year 9999."""
    jaar, maand = (dag.year + 1, 1) if dag.month == 12 else (dag.year, dag.month + 1)
    eerste = dag.toordinal() - dag.day + 1 + monthrange(dag.year, dag.month)[1]
    return eerste + min(dag.day, monthrange(jaar, maand)[1]) - 1
