"""The back office of the practice town answers what providers ask; what came in the last week lies on the list of today."""

from datetime import date, timedelta
from random import Random

from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.ondersteuning.actions import VerzoekKanNiet, honoreer_verzoek, wijs_verzoek_af, zet_in_onderzoek
from wijkspil.ondersteuning.models import Aanbiederverzoek
from wijkspil.ondersteuning.toekenning import stappen

from .stad import Stad

S = Aanbiederverzoek.Status
LAAT_LIGGEN = timedelta(days=9)
BEDENKTIJD = timedelta(days=2)
ONDERZOEK = timedelta(days=20)


def beantwoord(stad: Stad, dag: date, tot: date) -> None:
    """Answer on an evening what waited two days or more; three in four are granted when they can be. One query when nothing waits."""
    if dag > tot - LAAT_LIGGEN:
        return
    with binnen(stad.gemeente.pk):
        open_ = Aanbiederverzoek.objects.filter(
            status__in=[S.ONTVANGEN, S.IN_ONDERZOEK], dagtekening__lt=dag - BEDENKTIJD
        )
        for v in open_.select_related("aanbieder", "hulpvraag", "inwoner").order_by(
            "dagtekening", "referentie"
        ):
            _antwoord(stad, v, dag)


def _antwoord(stad: Stad, v: Aanbiederverzoek, dag: date) -> None:
    door, gooi = stad.met_rol(Rol.BACKOFFICE, Random(1)).door, Random(f"verzoek:{v.referentie}").random()
    if v.status == S.IN_ONDERZOEK and dag < v.dagtekening + ONDERZOEK:
        return
    if v.status == S.ONTVANGEN and gooi < 0.2:
        stad.doe(zet_in_onderzoek, v, toelichting="Gesprek met de inwoner gepland.", door=door)
    elif gooi < 0.75 and not any(stap.bezwaar for stap in stappen(v, vandaag=dag)):
        try:
            stad.doe(honoreer_verzoek, v, door=door)
        except VerzoekKanNiet:  # such as an order that ended while it was under investigation
            stad.doe(wijs_verzoek_af, v, reden="1", door=door)
    else:
        stad.doe(wijs_verzoek_af, v, reden="7", door=door)
