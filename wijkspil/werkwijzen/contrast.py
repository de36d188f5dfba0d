"""The contrast of two colours, as the accessibility guidelines count it (WCAG 2.2, success criterion 1.4.3)."""

LEESBAAR = 4.5
"""The least ratio at which text of normal size can be read."""


def contrast(een: str, ander: str) -> float:
    """Give the contrast ratio of two colours written as `#rrggbb`: 1 (the same) to 21 (black on white)."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    rood, groen, blauw = (_lineair(int(kleur[plek : plek + 2], 16) / 255) for plek in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _lineair(deel: float) -> float:
    return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)
