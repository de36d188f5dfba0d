"""Names as they are searched: without accents, and by how they sound in Dutch (Jansen, Janssen and Janse meet)."""

import re
import unicodedata

_KLANKEN: tuple[tuple[str, str], ...] = (
    (r"ij|ei|y", "y"),
    (r"ou|au", "au"),
    (r"ck|kk|q", "k"),
    (r"ch|gh", "g"),
    (r"sch(?=$|[^aeiou])", "s"),
    (r"ph", "f"),
    (r"th|dt|d(?=$)", "t"),
    (r"v|w(?=r)", "f"),
    (r"z", "s"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"x", "ks"),
    (r"ae", "aa"),
    (r"ue|uu", "u"),
    (r"(?<=e)n$", ""),
    (r"(?<=.)s$", ""),
    (r"(.)\1+", r"\1"),
    (r"(?<=.)e$", ""),
)


def zoeknaam(naam: str) -> str:
    """Lower case, without accents and with nothing but letters: "Özdemir-de Vrîes" becomes "ozdemirdevries"."""
    ontleed = unicodedata.normalize("NFKD", naam.casefold().replace("ĳ", "ij").replace("ł", "l").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]", "", ontleed)


def klanknaam(naam: str) -> str:
    """A rough Dutch sound key of a surname; equal for names that a caller spells differently."""
    sleutel = zoeknaam(naam)
    for patroon, klank in _KLANKEN:
        sleutel = re.sub(patroon, klank, sleutel)
    return sleutel[:40]
