"""What people do when a question needs somebody else too; one module per story, one function per act."""

from .overbruggen import begin_overbrugging, werk_overbrugging_bij
from .overdragen import (
    bevestig_overdracht,
    draag_over,
    geef_overdracht_terug,
    houd_zelf,
    vraag_na,
    weiger_overdracht,
)
from .partijen import koppel_partijlid, voeg_partij_toe, wijzig_partij
from .partner import neem_op_als_partner
from .wetten import voeg_wetdeel_toe, werk_wetdeel_bij, wijs_arrangeur_aan

__all__ = [
    "begin_overbrugging",
    "bevestig_overdracht",
    "draag_over",
    "geef_overdracht_terug",
    "houd_zelf",
    "koppel_partijlid",
    "neem_op_als_partner",
    "voeg_partij_toe",
    "voeg_wetdeel_toe",
    "vraag_na",
    "weiger_overdracht",
    "werk_overbrugging_bij",
    "werk_wetdeel_bij",
    "wijs_arrangeur_aan",
    "wijzig_partij",
]
