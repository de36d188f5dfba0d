"""The room on a line: how far help may go up and down without a new decision (B24)."""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.regels.bandbreedte import Band, band_rond, eis_binnen
from wijkspil.regels.bedragen import Eenheid
from wijkspil.werkwijzen.werkwijze import Werkwijze

from ..models import Arrangementregel
from .regels import reken_kosten

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
ZONDER_AANTAL = ("", Eenheid.STUKS_OUTPUT.value)
"""Help that is paid for its result has no number to move: more or less often is up to provider and resident (B40)."""


def band_van(regel: Arrangementregel) -> Band | None:
    """The band of a line, or None when there is none."""
    if regel.band_van is None or regel.band_tot is None:
        return None
    return Band(regel.band_van, regel.band_tot)


def leg_band_vast(regel: Arrangementregel, werkwijze: Werkwijze) -> None:
    """Give a product line its band as the arrangement is fixed; the caller saves `band_van` and `band_tot`."""
    regel.band_van = regel.band_tot = None
    if regel.product_id is None or regel.eenheid in ZONDER_AANTAL:
        return
    band = band_rond(regel.volume, werkwijze.bandbreedte.omlaag, werkwijze.bandbreedte.omhoog)
    if band.is_ruimte:
        regel.band_van, regel.band_tot = band.van, band.tot


def stel_bij_binnen_band(
    regel: Arrangementregel, *, volume: int, door: Door, reden: str, afgestemd: bool = False
) -> Arrangementregel:
    """Move a line within its band: no new decision, an event, and a new cost. The order follows by a reaction (`reis.NA`).

    Args:
        afgestemd: the provider agrees; needed when it becomes less and there is an order.

    Raises:
        ValueError: the line has no band, doesn't run, stays as it is, or no reason was given.
        BuitenDeBand: this volume needs a new decision.
        Botsing: a colleague changed this line meanwhile.
    """
    door.eis(*WIE, om_te=_("hulp bijstellen"))
    band = band_van(regel)
    if band is None:
        raise ValueError(
            _("Bij deze afspraak is geen ruimte afgesproken. Herzie het plan om iets te veranderen.")
        )
    if regel.status not in (Arrangementregel.Status.VAST, Arrangementregel.Status.LOOPT):
        raise ValueError(_("Bijstellen kan bij hulp die vaststaat of loopt."))
    if volume == regel.volume:
        raise ValueError(_("Zo staat het al. Kies meer of minder."))
    if not reden.strip():
        raise ValueError(_("Schrijf in een zin waarom het meer of minder wordt; de inwoner leest dit terug."))
    eis_binnen(band, volume)
    with handeling(
        "arrangementregel.bijgesteld", door=door, doel="hulp bijstellen", grond="afgesproken ruimte"
    ) as h:
        was, regel.volume = regel.volume, volume
        reken_kosten(regel.plan, regel)
        h.bewaar(regel, "volume", "kosten_cent", "maand_cent", "kostensoort")
        _meld(h, regel, was, reden, afgestemd)
    return regel


def _meld(h: Handeling, regel: Arrangementregel, was: int, reden: str, afgestemd: bool) -> None:
    h.over(regel, dossier=regel.plan.hulpvraag)
    h.meld(
        was=was, wordt=regel.volume, omhoog=regel.volume > was, product=regel.product.code if regel.product else "",
        trede=regel.trede, maand_cent=regel.maand_cent, band_van=regel.band_van, band_tot=regel.band_tot, afgestemd=afgestemd,
        reden=reden.strip(),
    )  # fmt: skip
