"""Bank account numbers: whether an IBAN can be right (ISO 13616, check by modulo 97 of ISO 7064)."""

import re

LENGTES = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22,
    "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18,
    "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
}  # fmt: skip
"""Length per country of the SEPA area (IBAN registry); another country is refused, since the payment file can't reach it."""

_VORM = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


def schoon(tekst: str) -> str:
    """The number as machines write it: capitals, no spaces or dots."""
    return re.sub(r"[\s.\-]", "", tekst).upper()


def leesbaar(iban: str) -> str:
    """In groups of four, as people write it."""
    return " ".join(iban[i : i + 4] for i in range(0, len(iban), 4))


def verkort(iban: str) -> str:
    """Only the country and the last four, for those who need to recognise it and not to use it."""
    return f"{iban[:2]}.. …{iban[-4:]}"


def is_iban(iban: str) -> bool:
    """Whether the number has the length of its SEPA country and passes modulo 97. Says nothing about whose it is."""
    if not _VORM.fullmatch(iban) or LENGTES.get(iban[:2]) != len(iban):
        return False
    return _rest(iban[4:] + iban[:4]) == 1


def maak_iban(land: str, rekening: str) -> str:
    """Add the check digits to a country and an account part (for the practice town)."""
    return f"{land}{98 - _rest(f'{rekening}{land}00'):02d}{rekening}"


def _rest(tekst: str) -> int:
    return int("".join(str(int(teken, 36)) for teken in tekst)) % 97
