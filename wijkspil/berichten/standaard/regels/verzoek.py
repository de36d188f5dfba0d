"""Rules about requests for an assignment or a change (315, 317) and the answer to them (319)."""

from __future__ import annotations

from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel

MEDISCHE_VERWIJZERS = ("02", "03", "04", "05")
AFGEWEZEN, IN_ONDERZOEK = "1", "2"


@regel(
    "CD043",
    bij="AangevraagdProduct",
    op="315",
    zegt="Nummer en ingangsdatum van de beschikking gaan samen: beide ingevuld of geen van beide.",
)
def datum_bij_de_beschikking(product: Deel) -> Uitkomst:
    if ("BeschikkingNummer" in product) == ("BeschikkingIngangsdatum" in product):
        return None
    return "BeschikkingNummer" if "BeschikkingNummer" in product else "BeschikkingIngangsdatum"


@regel("CD066", bij="Verwijzer", op="315", zegt="Met een AGB-code van de verwijzer blijft de naam weg.")
def geen_naam_bij_een_code(verwijzer: Deel) -> Uitkomst:
    medisch = verwijzer["Type"] in MEDISCHE_VERWIJZERS
    return "Naam" if medisch and "ZorgverlenerCode" in verwijzer and "Naam" in verwijzer else None


@regel("CD067", bij="Verwijzer", op="315", zegt="Zonder AGB-code van de verwijzer is de naam nodig.")
def naam_zonder_code(verwijzer: Deel) -> Uitkomst:
    medisch = verwijzer["Type"] in MEDISCHE_VERWIJZERS
    return "Type" if medisch and "ZorgverlenerCode" not in verwijzer and "Naam" not in verwijzer else None


@regel(
    "CD068",
    bij="Verwijzer",
    op="315",
    zegt="Een AGB-code hoort alleen bij een verwijzer van soort 02 tot en met 05.",
)
def code_alleen_bij_een_medische_verwijzer(verwijzer: Deel) -> Uitkomst:
    medisch = verwijzer["Type"] in MEDISCHE_VERWIJZERS
    return "ZorgverlenerCode" if "ZorgverlenerCode" in verwijzer and not medisch else None


@regel("TR352", bij="Verzoek", op="317", zegt="Een wijzigingsverzoek noemt minstens één lopende toewijzing.")
def iets_dat_al_loopt(verzoek: Deel) -> Uitkomst:
    return None if "OngewijzigdeProducten" in verzoek or "TeWijzigenProducten" in verzoek else ""


@regel(
    "TR353",
    bij="Verzoek",
    op="317",
    zegt="Een wijzigingsverzoek vraagt minstens één wijziging of nieuw product.",
)
def iets_dat_verandert(verzoek: Deel) -> Uitkomst:
    return None if "TeWijzigenProducten" in verzoek or "NieuweProducten" in verzoek else ""


@regel("CD085", bij="Antwoord", op="319", zegt="Een afwijzing heeft een reden.")
def reden_bij_een_afwijzing(antwoord: Deel) -> Uitkomst:
    afgewezen = antwoord["VerzoekAntwoord"] == AFGEWEZEN
    return "VerzoekAntwoord" if afgewezen and "RedenAfwijzingVerzoek" not in antwoord else None


@regel(
    "CD086",
    bij="Antwoord",
    op="319",
    zegt="Een verzoek dat nog in onderzoek is, heeft geen reden van afwijzing.",
)
def geen_reden_tijdens_onderzoek(antwoord: Deel) -> Uitkomst:
    onderzoek = antwoord["VerzoekAntwoord"] == IN_ONDERZOEK
    return "RedenAfwijzingVerzoek" if onderzoek and "RedenAfwijzingVerzoek" in antwoord else None
