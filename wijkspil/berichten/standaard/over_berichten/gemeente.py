"""Rules across messages about what a municipality sends: assignments (301), answers to requests (319) and to claims (325)."""

from __future__ import annotations

from dataclasses import replace

from wijkspil.berichten.standaard.over_berichten.register import Deel, Zicht, over
from wijkspil.berichten.standaard.over_berichten.stand import Stand, Toewijzing
from wijkspil.berichten.standaard.regels.product import VERWIJDERD
from wijkspil.berichten.standaard.regels.register import zoek
from wijkspil.berichten.standaard.regels.verzoek import IN_ONDERZOEK


@over(
    "TR332", "9332", bij="ToegewezenProduct", op="301", zegt="Dit nummer hoort al bij een andere toewijzing."
)
def nummer_van_deze_toewijzing(product: Deel, z: Zicht) -> bool:
    nummer = product["ToewijzingNummer"]
    bekend = z.stand.toewijzingen.get(nummer)
    return nummer not in z.stand.nummers_elders and (bekend is None or bekend.bsn == z.bsn)


@over(
    "TR379",
    "9379",
    bij="ToegewezenProduct",
    op="301",
    zegt="De referentie hoort niet bij een verzoek van de aanbieder voor deze cliënt.",
)
def referentie_van_een_verzoek(product: Deel, z: Zicht) -> bool:
    """That a reference is missing cannot be seen here: which assignment honours a request is a matter of the municipality."""
    if "ReferentieAanbieder" not in product:
        return True
    verzoek = z.stand.verzoeken.get(product["ReferentieAanbieder"])
    return verzoek is not None and verzoek.bsn == z.bsn and "1" not in verzoek.antwoorden


@over(
    "TR385",
    "9385",
    bij="ToegewezenProduct",
    op="301",
    zegt="Op deze toewijzing zijn regels goedgekeurd; verwijderen kan niet meer.",
)
def verwijderen_zonder_declaraties(product: Deel, z: Zicht) -> bool:
    weg = product.get("RedenWijziging") == VERWIJDERD
    return not (weg and any(lijn.telt for lijn in z.stand.lijnen.op(product["ToewijzingNummer"])))


@over("TR355", "9355", bij="Antwoord", op="319", zegt="Er is geen verzoek met deze referentie.")
def antwoord_op_een_verzoek(antwoord: Deel, z: Zicht) -> bool:
    return antwoord["ReferentieAanbieder"] in z.stand.verzoeken


@over("TR359", "9359", bij="Antwoord", op="319", zegt="Dit verzoek is al met een toewijzing beantwoord.")
def nog_niet_gehonoreerd(antwoord: Deel, z: Zicht) -> bool:
    verzoek = z.stand.verzoeken.get(antwoord["ReferentieAanbieder"])
    return verzoek is None or not verzoek.gehonoreerd


@over("TR360", "9360", bij="Antwoord", op="319", zegt="'In onderzoek' kan alleen het eerste antwoord zijn.")
def onderzoek_als_eerste(antwoord: Deel, z: Zicht) -> bool:
    verzoek = z.stand.verzoeken.get(antwoord["ReferentieAanbieder"])
    return antwoord["VerzoekAntwoord"] != IN_ONDERZOEK or verzoek is None or not verzoek.antwoorden


@over("TR365", "9365", bij="Antwoord", op="319", zegt="Op dit verzoek is al een afwijzing gestuurd.")
def alleen_na_onderzoek(antwoord: Deel, z: Zicht) -> bool:
    verzoek = z.stand.verzoeken.get(antwoord["ReferentieAanbieder"])
    return verzoek is None or all(een == IN_ONDERZOEK for een in verzoek.antwoorden)


@over("TR337", "", bij="Header", op="325", zegt="Er is geen declaratiebericht met deze identificatie.")
def antwoord_op_een_declaratie(kop: Deel, z: Zicht) -> bool:
    return ("WMO323", kop["DeclaratieIdentificatie"]["Identificatie"]) in z.stand.identificaties


@over("TR376", "", bij="DeclaratieAntwoord", op="325", zegt="Er is geen declaratie met dit nummer.")
def nummer_van_een_declaratie(antwoord: Deel, z: Zicht) -> bool:
    return antwoord["DeclaratieNummer"] in z.stand.declaratienummers


@over("TR366", "9366", bij="Prestatie", op="325", zegt="Deze regel is niet gedeclareerd.")
def regel_is_gedeclareerd(prestatie: Deel, z: Zicht) -> bool:
    return prestatie["ProductReferentie"]["ReferentieNummer"] in z.stand.lijnen


@over("TR367", "9367", bij="Prestatie", op="325", zegt="Deze regel is anders dan hij is gedeclareerd.")
def regel_is_onveranderd(prestatie: Deel, z: Zicht) -> bool:
    lijn = z.stand.lijnen.get(prestatie["ProductReferentie"]["ReferentieNummer"])
    zonder_codes = {naam: deel for naam, deel in prestatie.items() if naam != "RetourCodes"}
    return lijn is None or lijn.inhoud is None or zonder_codes == lijn.inhoud


def verwerk_toewijzing(product: Deel, z: Zicht) -> Stand:
    """The stand after this assignment; the request that it honours is closed."""
    t = Toewijzing(
        nummer=product["ToewijzingNummer"],
        bsn=z.bsn,
        ingang=product["Ingangsdatum"],
        einde=product.get("Einddatum"),
        categorie=zoek(product, "Product/Categorie"),
        code=zoek(product, "Product/Code"),
        volume=zoek(product, "Omvang/Volume"),
        eenheid=zoek(product, "Omvang/Eenheid"),
        frequentie=zoek(product, "Omvang/Frequentie"),
        budget=product.get("Budget"),
        verwijderd=product.get("RedenWijziging") == VERWIJDERD,
    )
    stand = z.stand.met(toewijzingen={**z.stand.toewijzingen, t.nummer: t})
    verzoek = stand.verzoeken.get(product.get("ReferentieAanbieder", ""))
    if verzoek is None:
        return stand
    return stand.met(verzoeken={**stand.verzoeken, verzoek.referentie: replace(verzoek, gehonoreerd=True)})


def verwerk_antwoord(antwoord: Deel, z: Zicht) -> Stand:
    """The stand after this answer to a request."""
    verzoek = z.stand.verzoeken[antwoord["ReferentieAanbieder"]]
    nieuw = replace(verzoek, antwoorden=(*verzoek.antwoorden, antwoord["VerzoekAntwoord"]))
    return z.stand.met(verzoeken={**z.stand.verzoeken, nieuw.referentie: nieuw})
