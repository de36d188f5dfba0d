"""For the walkers: an aid that is out, and a home that is being adapted."""

from datetime import timedelta

from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.hulpmiddelen.actions import begin_aanpassing, neem_op, reserveer
from wijkspil.hulpmiddelen.models import Hulpmiddel
from wijkspil.toegang.models import Hulpvraag


def uitgeleend(wijk: Wijk, hulpvraag: Hulpvraag) -> Hulpmiddel:
    noor, dag = wijk.als("Noor Verhoeven"), vandaag()
    m = neem_op(nummer="S-9", soort="Scootmobiel", plek="Wijkgebouw", telefoon="0612345678", door=noor)
    reserveer(m, wie="Toos", telefoon="", van=dag, tot=dag + timedelta(days=3), door=noor)
    begin_aanpassing(
        hulpvraag, wat="drempels weg", verhuurder="Woonstichting", onder_convenant=False, door=noor
    )
    return m
