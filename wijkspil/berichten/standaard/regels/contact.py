"""Rules about addresses and how to reach people."""

from __future__ import annotations

import re

from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel, zoek

BRP, CORRESPONDENTIE, VERBLIJF, TIJDELIJK = "01", "02", "03", "04"
NEDERLAND = "NL"
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Za-z]{2}", re.ASCII)


@regel(
    "TR006",
    bij="Contact",
    op="301",
    zegt="Een contact heeft een telefoonnummer, of een adres met huisnummer en postcode.",
)
def bereikbaar_per_telefoon_of_op_een_adres(contact: Deel) -> Uitkomst:
    """Two errors when both halves of the address are missing, as the official check counts."""
    if "Telefoon" in contact:
        return None
    adres = contact.get("Adres", {})
    return ("",) * (("Huis" not in adres) + ("Postcode" not in adres)) or None


@regel(
    "TR061",
    bij="Contactgegevens",
    op="301",
    zegt="Een cliënt heeft een adres van soort 01 (BRP), 02 (correspondentie) of 03 (verblijf).",
)
def client_heeft_een_vast_adres(gegevens: Deel) -> Uitkomst:
    vast = any(contact["Soort"] in (BRP, CORRESPONDENTIE, VERBLIJF) for contact in gegevens["Contact"])
    return None if vast else "Contact[1]"


@regel(
    "CD005", bij="Adres", op="301", zegt="Postcode en LandCode gaan samen: beide ingevuld of geen van beide."
)
def land_bij_de_postcode(adres: Deel) -> Uitkomst:
    if ("Postcode" in adres) == ("LandCode" in adres):
        return None
    return "Postcode" if "Postcode" in adres else "LandCode"


@regel(
    "CD009", bij="Contact", op="301", zegt="Een periode hoort alleen bij een tijdelijk verblijf (soort 04)."
)
def periode_alleen_bij_tijdelijk_verblijf(contact: Deel) -> Uitkomst:
    return "Periode" if "Periode" in contact and contact["Soort"] != TIJDELIJK else None


@regel("CD025", bij="Adres", op="301", zegt="Een adres in Nederland heeft een huisnummer.")
def huisnummer_bij_een_nederlands_adres(adres: Deel) -> Uitkomst:
    return "LandCode" if adres.get("LandCode") == NEDERLAND and "Huis" not in adres else None


@regel("CD034", bij="Contact", op="301", zegt="Een BRP-adres (01) of verblijfadres (03) heeft een postcode.")
def postcode_bij_een_woonadres(contact: Deel) -> Uitkomst:
    if contact["Soort"] not in (BRP, VERBLIJF):
        return None
    return "Soort" if zoek(contact, "Adres/Postcode") is None else None


@regel(
    "CS089",
    bij="Adres",
    op="301",
    zegt="Een Nederlandse postcode is vier cijfers en twee letters, zonder spatie.",
)
def postcode_is_nederlands(adres: Deel) -> Uitkomst:
    if adres.get("LandCode") != NEDERLAND or "Postcode" not in adres:
        return None
    return None if _POSTCODE.fullmatch(adres["Postcode"]) else "Postcode"
