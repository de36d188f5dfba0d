"""Rules about what is assigned or asked for: product, amount, budget and until when.

The same conditions hold for an assigned product (301), a requested one (315) and a changed or new one (317); only the name of the end
date differs.
"""

from __future__ import annotations

from datetime import date

from wijkspil.berichten.standaard.regels.datums import PRODUCTPERIODEN
from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel, zoek

GEVRAAGD_OF_TOEGEWEZEN = "ToegewezenProduct AangevraagdProduct NieuwProduct"
EINDDATA = {klasse: einde for klasse, (_, einde) in PRODUCTPERIODEN.items()}
OUDE_REGELS_TOT = date(2020, 12, 31)
PER_WEEK = "2"
VERVALLEN, VERWIJDERD = "01", "13"
_NIET_PER_DAG = ("14", "16", "83", "84")
_WEEK_MAAND_TOTAAL = ("2", "4", "6")


@regel("CD041", bij=GEVRAAGD_OF_TOEGEWEZEN, op="301 315 317", zegt="Bij een productcode hoort een omvang.")
def omvang_bij_een_productcode(product: Deel) -> Uitkomst:
    return "Product/Code" if zoek(product, "Product/Code") is not None and "Omvang" not in product else None


@regel("CD075", bij=EINDDATA, op="301 315 317", zegt="Bij een budget hoort een einddatum.")
def einddatum_bij_een_budget(product: Deel, veld: str) -> Uitkomst:
    return "Budget" if "Budget" in product and veld not in product else None


@regel("CD076", bij=EINDDATA, op="301 315 317", zegt="Bij een omvang per week hoort een einddatum.")
def einddatum_bij_omvang_per_week(product: Deel, veld: str) -> Uitkomst:
    per_week = zoek(product, "Omvang/Frequentie") == PER_WEEK
    return "Omvang/Frequentie" if per_week and veld not in product else None


@regel("CD077", bij=" ".join(EINDDATA), op="301 315 317", zegt="Bij een budget hoort geen omvang.")
def geen_omvang_bij_een_budget(product: Deel) -> Uitkomst:
    return "Omvang" if "Budget" in product and "Omvang" in product else None


@regel("CD078", bij=" ".join(EINDDATA), op="301 315 317", zegt="Bij een omvang hoort geen budget.")
def geen_budget_bij_een_omvang(product: Deel) -> Uitkomst:
    """The mirror of CD077: a message with both gets both."""
    return "Budget" if "Budget" in product and "Omvang" in product else None


@regel("CD079", bij=GEVRAAGD_OF_TOEGEWEZEN, op="301 315 317", zegt="Er is een product of een budget nodig.")
def product_of_budget(product: Deel) -> Uitkomst:
    return None if "Product" in product or "Budget" in product else ""


def _omvang_zonder_code(product: Deel, einde: str) -> Uitkomst:
    """Since 2021 an amount needs a product code; an assignment that ended before may still have it without."""
    oud = einde in product and product[einde] <= OUDE_REGELS_TOT
    return "Omvang" if "Omvang" in product and zoek(product, "Product/Code") is None and not oud else None


@regel(
    "CD080", bij="ToegewezenProduct", op="301", zegt="Een toewijzing zonder productcode heeft geen omvang."
)
def toewijzing_zonder_code_zonder_omvang(product: Deel) -> Uitkomst:
    return _omvang_zonder_code(product, "Einddatum")


@regel("CD095", bij="AangevraagdProduct", op="315", zegt="Een verzoek zonder productcode heeft geen omvang.")
def verzoek_zonder_code_zonder_omvang(product: Deel) -> Uitkomst:
    return _omvang_zonder_code(product, "ToewijzingEinddatum")


@regel("CD096", bij="NieuwProduct", op="317", zegt="Een nieuw product zonder productcode heeft geen omvang.")
def nieuw_product_zonder_code_zonder_omvang(product: Deel) -> Uitkomst:
    return _omvang_zonder_code(product, "Einddatum")


def _niet_per_dag(product: Deel, einde: str) -> Uitkomst:
    omvang = product.get("Omvang")
    if omvang is None or (einde in product and product[einde] <= OUDE_REGELS_TOT):
        return None
    past = omvang["Eenheid"] not in _NIET_PER_DAG or omvang["Frequentie"] in _WEEK_MAAND_TOTAAL
    return None if past else "Omvang/Frequentie"


@regel(
    "CS338",
    bij="ToegewezenProduct TeWijzigenProduct NieuwProduct",
    op="301 317",
    zegt="Etmalen, dagdelen, euro's en stuks gaan per week, per maand of over de hele toewijzing.",
)
def eenheid_past_bij_frequentie(product: Deel) -> Uitkomst:
    return _niet_per_dag(product, "Einddatum")


@regel(
    "CS343",
    bij="AangevraagdProduct",
    op="315",
    zegt="Etmalen, dagdelen, euro's en stuks gaan per week, per maand of over de hele toewijzing.",
)
def gevraagde_eenheid_past_bij_frequentie(product: Deel) -> Uitkomst:
    return _niet_per_dag(product, "ToewijzingEinddatum")


_VERWIJDERD = "Een verwijderde toewijzing (reden 13) heeft dezelfde begin- en einddatum."


@regel("CS335", bij="ToegewezenProduct", op="301", zegt=_VERWIJDERD)
def verwijderd_eindigt_op_de_begindatum(product: Deel) -> Uitkomst:
    """As the official check does it: only when there is an end date."""
    if product.get("RedenWijziging") != VERWIJDERD or "Einddatum" not in product:
        return None
    return "Einddatum" if product["Einddatum"] != product["Ingangsdatum"] else None


@regel("CS335", bij="ToegewezenProduct", op="301", streng=True, zegt=_VERWIJDERD)
def verwijderd_heeft_een_einddatum(product: Deel) -> Uitkomst:
    """As the text has it: without an end date nothing is deleted. For what we send."""
    verwijderd = product.get("RedenWijziging") == VERWIJDERD
    return "Einddatum" if verwijderd and product.get("Einddatum") != product["Ingangsdatum"] else None


@regel("CS336", bij="ToegewezenProduct", op="301", zegt="Reden wijziging 01 is vervallen.")
def reden_01_is_vervallen(product: Deel) -> Uitkomst:
    return "RedenWijziging" if product.get("RedenWijziging") == VERVALLEN else None
