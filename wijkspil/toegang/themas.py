"""What a question is about, in words that people use at the desk. Optional: a question without a theme goes on all the same."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

THEMAS: tuple[tuple[str, str | Promise], ...] = (
    ("huishouden", _("Het huishouden")),
    ("persoonlijke_verzorging", _("Wassen, aankleden en eten")),
    ("ontmoeten", _("Mensen ontmoeten, eenzaamheid")),
    ("dagbesteding", _("Een zinvolle dag")),
    ("overzicht_houden", _("Vergeten, overzicht houden")),
    ("stemming", _("Somber, angstig of vastgelopen")),
    ("mantelzorg", _("Zorgen voor een ander")),
    ("geldzaken", _("Geld en post")),
    ("vervoer", _("Ergens kunnen komen")),
    ("wonen", _("Het huis: trap, douche, drempels")),
    ("rolstoel", _("Een rolstoel")),
    ("veiligheid_thuis", _("Veiligheid thuis")),
)
"""Key and label. The key also reads as a noun, because a letter names it: "uw vraag over dagbesteding"."""
