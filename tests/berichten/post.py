"""The post in a test: the municipality and its providers in one process, and the official schemas when they are at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone

from tests.gedeeld import GEDEELD
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.rondgang import Ronde, rondgang
from wijkspil.berichten.standaard import controleer
from wijkspil.berichten.uitwisseling import Geheugenuitwisseling, met
from wijkspil.core import klok
from wijkspil.oefenstad.aanbieders import Aanbieders, Gedaan, tarieven_uit_contracten
from wijkspil.oefenstad.gedrag import Gedrag, Gedragingen
from wijkspil.oefenstad.tegenkant import Geheugen


@dataclass
class Post:
    """A municipality and its providers; `dag` plays a day on both sides until nothing moves any more."""

    wijk: Wijk
    weg: Geheugenuitwisseling
    aanbieders: Aanbieders
    gedaan: list[Gedaan] = field(default_factory=list)

    def ronde(self) -> Ronde:
        return rondgang(self.wijk.gemeente.pk)

    def dag(self, dag: date) -> None:
        with klok.op(timezone.make_aware(datetime.combine(dag, time(9)))):
            while self.ronde() or self.aanbieders.lees_post(dag):
                pass
            self.gedaan.append(self.aanbieders.dag(dag))
            while self.ronde() or self.aanbieders.lees_post(dag):
                pass


@contextmanager
def post(wijk: Wijk, *, zaad: int = 7, gedrag: Gedrag | Gedragingen | None = None) -> Iterator[Post]:
    weg = Geheugenuitwisseling()
    cbs = wijk.gemeente.cbs_code
    with met(weg):
        yield Post(
            wijk,
            weg,
            Aanbieders(cbs, Geheugen(weg, cbs), tarieven_uit_contracten(), zaad=zaad, gedrag=gedrag),
        )


def alles_geldig() -> int:
    """Hold every stored message against our definition, and against the official schemas when they are beside the checkout."""
    aantal = 0
    for bericht in Bericht.objects.exclude(status=Bericht.Status.ONLEESBAAR):
        ruw = bytes(bericht.ruw)
        assert controleer(ruw) == [], bericht
        if GEDEELD is not None:
            from tests.berichten.test_standaard_xsd import xsd_oordeel

            assert xsd_oordeel(ruw), bericht
        aantal += 1
    return aantal
