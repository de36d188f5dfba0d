"""Rules across messages about requests (315, 317): one at a time, complete, and about assignments that run."""

from __future__ import annotations

from wijkspil.berichten.standaard.over_berichten.register import Deel, Zicht, over
from wijkspil.berichten.standaard.over_berichten.stand import Stand, Toewijzing, Verzoek
from wijkspil.berichten.standaard.regels.product import OUDE_REGELS_TOT
from wijkspil.berichten.standaard.regels.register import zoek
from wijkspil.berichten.standaard.regels.stapeling import Periode, stapels

TOTAAL = "6"


def _delen(verzoek: Deel, houder: str, klasse: str) -> list[Deel]:
    return list(verzoek.get(houder, {}).get(klasse, ()))


def _genoemd(verzoek: Deel) -> list[int]:
    """The numbers of all assignments in a 317, unchanged ones first."""
    delen = _delen(verzoek, "OngewijzigdeProducten", "OngewijzigdProduct") + _delen(
        verzoek, "TeWijzigenProducten", "TeWijzigenProduct"
    )
    return [deel["ToewijzingNummer"] for deel in delen]


def _lopend(deel: Deel, z: Zicht) -> Toewijzing | None:
    t = z.stand.toewijzing(deel["ToewijzingNummer"], z.bsn)
    return t if t is not None and t.loopt(z.stand.vandaag) else None


@over(
    "TR347",
    "9347",
    bij="AangevraagdProduct Verzoek",
    op="315 317",
    zegt="De referentie is al gebruikt voor een eerder verzoek.",
)
def referentie_is_nieuw(verzoek: Deel, z: Zicht) -> bool:
    return verzoek["ReferentieAanbieder"] not in z.stand.verzoeken


@over(
    "TR374",
    "9374",
    bij="Client",
    op="315 317",
    zegt="Er staat voor deze cliënt nog een verzoek van deze aanbieder open.",
)
def geen_verzoek_dat_openstaat(_client: Deel, z: Zicht) -> bool:
    return not any(v.open for v in z.stand.verzoeken.values() if v.bsn == z.bsn)


@over(
    "TR349",
    "9349",
    bij="Verzoek",
    op="317",
    zegt="Een lopende toewijzing van deze cliënt ontbreekt in het verzoek.",
)
def alle_lopende_toewijzingen(verzoek: Deel, z: Zicht) -> bool:
    lopend = {t.nummer for t in z.stand.toewijzingen.values() if t.bsn == z.bsn and t.loopt(z.stand.vandaag)}
    return lopend <= set(_genoemd(verzoek))


@over(
    "TR350",
    "9350",
    bij="OngewijzigdProduct",
    op="317",
    zegt="Dit ongewijzigde product hoort niet bij een lopende toewijzing.",
)
def ongewijzigd_loopt(product: Deel, z: Zicht) -> bool:
    return _lopend(product, z) is not None


@over(
    "TR351",
    "9351",
    bij="TeWijzigenProduct",
    op="317",
    zegt="Dit te wijzigen product hoort niet bij een lopende toewijzing.",
)
def te_wijzigen_loopt(product: Deel, z: Zicht) -> bool:
    return _lopend(product, z) is not None


@over(
    "TR357",
    "9357",
    bij="TeWijzigenProduct",
    op="317",
    zegt="Een wijziging die al is ingegaan, geldt vanaf het begin van de toewijzing.",
)
def wijziging_in_de_toekomst_of_over_het_geheel(product: Deel, z: Zicht) -> bool:
    t, vanaf = _lopend(product, z), product["GewensteIngangsdatum"]
    return t is None or vanaf > z.dagtekening or vanaf == t.ingang


@over(
    "TR361",
    "9361",
    bij="Verzoek",
    op="317",
    zegt="Hetzelfde product staat twee keer in het verzoek voor dezelfde periode.",
)
def geen_producten_op_elkaar(verzoek: Deel, z: Zicht) -> bool:
    """Product and period of what runs come from the assignment. That new products do not stack among themselves is TR410."""
    bestaand = [
        t for t in (z.stand.toewijzing(nummer, z.bsn) for nummer in _genoemd(verzoek)) if t is not None
    ]
    perioden = [Periode(t.ingang, t.einde, t.categorie, t.code, n) for n, t in enumerate(bestaand)]
    for n, nieuw in enumerate(_delen(verzoek, "NieuweProducten", "NieuwProduct"), start=len(bestaand)):
        product = zoek(nieuw, "Product/Categorie"), zoek(nieuw, "Product/Code")
        perioden.append(Periode(nieuw["GewensteIngangsdatum"], nieuw.get("Einddatum"), *product, n))
    return not any(laatste >= len(bestaand) for _, laatste in stapels(perioden))


@over(
    "TR373",
    "9373",
    bij="TeWijzigenProduct",
    op="317",
    zegt="Een ander budget of totaal geldt vanaf het begin van de toewijzing.",
)
def totaal_wijzigt_over_het_geheel(product: Deel, z: Zicht) -> bool:
    t = _lopend(product, z)
    if t is None:
        return True
    ander_budget = "Budget" in product and product["Budget"] != t.budget
    ander_totaal = t.frequentie == TOTAAL and zoek(product, "Omvang/Volume") not in (None, t.volume)
    return not (ander_budget or ander_totaal) or bool(product["GewensteIngangsdatum"] == t.ingang)


def _na_2020(product: Deel) -> bool:
    return "Einddatum" not in product or product["Einddatum"] > OUDE_REGELS_TOT


@over(
    "TR375",
    "9375",
    bij="TeWijzigenProduct",
    op="317",
    zegt="Bij een toewijzing zonder product hoort geen omvang.",
)
def geen_omvang_zonder_product(product: Deel, z: Zicht) -> bool:
    t = _lopend(product, z)
    return t is None or t.categorie is not None or "Omvang" not in product or not _na_2020(product)


@over(
    "TR411",
    "9411",
    bij="TeWijzigenProduct",
    op="317",
    zegt="Bij een toewijzing met productcode hoort een omvang.",
)
def omvang_bij_een_code(product: Deel, z: Zicht) -> bool:
    t = _lopend(product, z)
    return t is None or t.code is None or "Omvang" in product


@over(
    "TR412",
    "9412",
    bij="TeWijzigenProduct",
    op="317",
    zegt="Bij een toewijzing zonder productcode hoort geen omvang.",
)
def geen_omvang_zonder_code(product: Deel, z: Zicht) -> bool:
    t = _lopend(product, z)
    return t is None or t.code is not None or "Omvang" not in product or not _na_2020(product)


def verwerk(verzoek: Deel, z: Zicht) -> Stand:
    """The stand after this request."""
    nieuw = Verzoek(verzoek["ReferentieAanbieder"], z.bsn)
    return z.stand.met(verzoeken={**z.stand.verzoeken, nieuw.referentie: nieuw})
