"""A forecast of some months ago, so that a policy adviser sees what came of it (H2). Call it with nothing open, after the figures are made."""

from datetime import timedelta

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.sturing.stand import lees_stand
from wijkspil.sturing.vooruit import vraag
from wijkspil.sturing.vooruit.vraag import Onderwerp
from wijkspil.voorspellingen.actions import leg_voorspelling_vast
from wijkspil.voorspellingen.models import Voorspelling

from .inrichting import door_van

GELEDEN = timedelta(days=100)
"""Long enough for a whole quarter to have passed since."""


def zet_voorspelling_neer(gemeente: Gemeente) -> int:
    """Put the expected reports of then on record, from only the events of then; returns how many. Nothing where there were too few."""
    stand = lees_stand(gemeente.pk)
    if stand is None:
        return 0
    toen = klok.nu() - GELEDEN
    with binnen(gemeente.pk):
        maker = (
            Medewerker.objects.filter(actief=True, rollen__contains=[Rol.BELEID])
            .order_by("gemaakt_op")
            .first()
        )
        if maker is None or Voorspelling.objects.exists():
            return 0
        reeks = vraag.reeks(vraag.tellingen(stand.gemeente, stand.versie), Onderwerp(), toen.date())
        verwachting = reeks.verwachting() if reeks else None
        if reeks is None or verwachting is None:
            return 0
        with klok.op(toen):
            leg_voorspelling_vast(
                wat=reeks.onderwerp.wat,
                wijk=None,
                peildag=toen.date(),
                per_jaar=reeks.per_jaar,
                methode=verwachting.methode,
                gezien=len(reeks.aantallen),
                stappen=verwachting.als_rijen(reeks.vooruit),
                door=door_van(maker.naam, gemeente),
            )
    return 1
