"""How plain a letter reads: the Flesch-Douma score and what pulls it down. A hint for a writer, never a gate.

The formula is for Dutch (Douma, 1960): 206.84 - 0.93 x words per sentence - 77 x syllables per word. From about 60 a text reads
as plain (B1); that line is a rule of thumb (certainty: medium), so long sentences and words are named as well.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

B1_VANAF = 60
LANGE_ZIN = 18
LANG_WOORD = 14
_ZIN = re.compile(r"[.!?:](?:\s+|$)|\n+")
_WOORD = re.compile(r"[^\W\d_][^\W\d_'-]*")
_KLINKERS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+", re.IGNORECASE)


@dataclass(frozen=True)
class Leesniveau:
    """The score of a text with its long sentences and words, in the order in which they stand."""

    score: int
    woorden_per_zin: float
    lange_zinnen: tuple[str, ...]
    lange_woorden: tuple[str, ...]

    @property
    def is_b1(self) -> bool:
        return self.score >= B1_VANAF


def leesniveau(teksten: Iterable[str]) -> Leesniveau:
    """Judge texts as one; placeholders count as one short word."""
    zinnen = [
        zin.strip() for tekst in teksten for zin in _ZIN.split(_zonder_plekken(tekst)) if zin and zin.strip()
    ]
    per_zin = [(zin, _WOORD.findall(zin)) for zin in zinnen]
    per_zin = [(zin, woorden) for zin, woorden in per_zin if woorden]
    woorden = [woord for _zin, lijst in per_zin for woord in lijst]
    if not woorden:
        return Leesniveau(100, 0.0, (), ())
    gemiddeld = len(woorden) / len(per_zin)
    lettergrepen = sum(max(1, len(_KLINKERS.findall(woord))) for woord in woorden) / len(woorden)
    score = round(206.84 - 0.93 * gemiddeld - 77 * lettergrepen)
    return Leesniveau(
        score=max(0, min(100, score)),
        woorden_per_zin=round(gemiddeld, 1),
        lange_zinnen=tuple(zin for zin, lijst in per_zin if len(lijst) > LANGE_ZIN),
        lange_woorden=tuple(dict.fromkeys(w.lower() for w in woorden if len(w) > LANG_WOORD)),
    )


def _zonder_plekken(tekst: str) -> str:
    return re.sub(r"\{[^{}]*\}", "dit", tekst.replace("*", ""))
