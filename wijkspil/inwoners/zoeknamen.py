"""Names as they are searched: without accents, and by how they sound in Dutch (Jansen, Janssen and Janse meet)."""

import re
import unicodedata

_KLANKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(patroon), klank)
    for patroon, klank in (
        (r"uij|uy|ui", "ui"),
        (r"aij|aai|ai|ay|eij|ey|ij|ei|(?<!u)y", "y"),
        (r"ou|au", "au"),
        (r"sch(?=$|[^aeiouy])", "s"),
        (r"ck|kk|q", "k"),
        (r"ch|gh", "g"),
        (r"ph", "f"),
        (r"th|dt|d(?=$)", "t"),
        (r"v|w(?=r)", "f"),
        (r"z", "s"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"ae", "aa"),
        (r"ue|uu", "u"),
        (r"(?<=.)s$", ""),
        (r"(?<=e)n$", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)e$", ""),
    )
)
_VOORVOEGSELS = (
    "van de den der het 't te ter ten in op aan bij la le du da di dos el al von zu uit onder over"
)
VOORVOEGSELS = frozenset(_VOORVOEGSELS.split())


def zoeknaam(naam: str) -> str:
    """Lower case, without accents and with nothing but letters: "Özdemir-de Vrîes" becomes "ozdemirdevries"."""
    ontleed = unicodedata.normalize(
        "NFKD", naam.casefold().replace("ĳ", "ij").replace("ł", "l").replace("ø", "o")
    )
    return re.sub(r"[^a-z0-9]", "", ontleed)


def klanknaam(naam: str) -> str:
    """A rough Dutch sound key of a surname; equal for names that a caller spells differently."""
    sleutel = zoeknaam(naam)
    for patroon, klank in _KLANKEN:
        sleutel = patroon.sub(klank, sleutel)
    return sleutel[:40]


def splits_voorvoegsel(naam: str) -> tuple[str, str]:
    """Take the prefix off a surname as people say it: "van den Berg" becomes ("van den", "Berg")."""
    woorden = naam.split()
    voor: list[str] = []
    while len(woorden) > 1 and woorden[0].casefold() in VOORVOEGSELS:
        voor.append(woorden.pop(0).lower())
    return " ".join(voor), " ".join(woorden)
