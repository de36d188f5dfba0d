"""Keeps a house colour readable as text on white paper, whatever colour a municipality chose."""

MINIMUM = 4.5
"""Contrast of text with its background, WCAG 2.2 criterion 1.4.3."""


def contrast_met_wit(kleur: str) -> float:
    """The contrast of #rrggbb with white, from 1 (white) to 21 (black)."""
    return 1.05 / (_helderheid(kleur) + 0.05)


def leesbaar_op_wit(kleur: str) -> str:
    """The colour itself, or the same hue darkened in small steps until it can be read on white."""
    while contrast_met_wit(kleur) < MINIMUM:
        kleur = "#" + "".join(f"{int(kanaal * 0.96):02x}" for kanaal in _kanalen(kleur))
    return kleur.lower()


def _kanalen(kleur: str) -> tuple[int, int, int]:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


def _helderheid(kleur: str) -> float:
    delen = (kanaal / 255 for kanaal in _kanalen(kleur))
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
