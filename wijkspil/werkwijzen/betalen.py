"""How money leaves the house: from which amount a second person must agree, and the most that may go at once (trust M5)."""

from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen.basis import EIGEN_INVULLING, Herkomst, Zekerheid

Euro = Annotated[int, Field(strict=True, ge=0, description="een heel bedrag in euro")]


class Betalen(Herkomst):
    """Limits in whole euros. `tweede_persoon_vanaf`: what one person may release alone on one day stays below this.

    `hoogstens_per_begunstigde` and `hoogstens_per_batch` stop a slip of the pen: what is above them is not paid until somebody looked.
    """

    tweede_persoon_vanaf: Euro
    hoogstens_per_begunstigde: Euro
    hoogstens_per_batch: Euro


GEWOON_BETALEN = Betalen(
    tweede_persoon_vanaf=25_000, hoogstens_per_begunstigde=2_500_000, hoogstens_per_batch=10_000_000,
    bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG,
)  # fmt: skip
