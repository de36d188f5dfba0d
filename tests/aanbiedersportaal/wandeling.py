"""What the walkers over the provider's pages share: two providers with one resident, and every address made complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse

from tests.aanbiedersportaal.verhaal import RAAM, Collega, collega, loopt, ook_bij
from tests.huis.aanbiederstabel import rijen
from tests.ondersteuning.opdrachten import bewaar, opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Aanbiedergebruiker
from wijkspil.aanbiedersportaal.lijsten import vorige_maand
from wijkspil.aanbiedersportaal.urls import urlpatterns
from wijkspil.core.door import Door
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.actions import (
    Declaratielijn,
    beoordeel_declaratie,
    ontvang_declaratie,
    stop_levering,
)
from wijkspil.ondersteuning.grenzen import productperiode
from wijkspil.ondersteuning.models import Declaratie, Toewijzing
from wijkspil.verkort.models import Onderzoeksopdracht, Routekeuze

TABEL = rijen()


@dataclass
class Toneel:
    """Puck's orders in four states, Rik's order for the same resident, and what the addresses need."""

    puck: Collega
    rik: Collega
    loopt: Toewijzing
    nieuw: Toewijzing
    afgelopen: Toewijzing
    """Ended so long ago that the person is out of sight."""
    daar: Toewijzing
    """Rik's, for the resident of `loopt`."""
    overig: dict[str, Any]

    def adressen(self, t: Toewijzing) -> Iterator[tuple[str, str]]:
        """Each page by name, with an address that leads to this order where it is about one."""
        slug = self.puck.wijk.gemeente.slug
        for patroon in urlpatterns:
            over = TABEL[str(patroon.name)][0]
            kwargs: dict[str, Any] = {}
            for naam in patroon.pattern.converters:
                kwargs[naam] = t.pk if over == "opdracht" and naam == "id" else self.overig[f"{over}:{naam}"]
            yield str(patroon.name), reverse(f"aanbieder:{patroon.name}", kwargs={"gemeente": slug} | kwargs)


def maak_toneel(wijk: Wijk) -> Toneel:
    puck, rik = collega(wijk), collega(wijk, RAAM, "Rik Vos")
    lopend = loopt(wijk, 1)
    nieuw = opdracht(wijk, 2)
    oud = loopt(wijk, 3, sinds=vandaag() - timedelta(days=200))
    stop_levering(oud, op=vandaag() - timedelta(days=90), reden="19", door=Door.systeem(wijk.gemeente.pk))
    daar = ook_bij(wijk, lopend)
    onderzoek = _onderzoek(wijk, nieuw)
    overig: dict[str, Any] = {
        ":welke": "loopt",
        "onderzoek:id": onderzoek.pk,
        "declaratie:id": _declaratie(wijk, lopend).pk,
    }
    wies = Aanbiedergebruiker.objects.get(account=collega(wijk, naam="Wies Blok").account)
    overig["collega:id"] = wies.pk
    return Toneel(puck, rik, lopend, nieuw, oud, daar, overig)


def _declaratie(wijk: Wijk, t: Toewijzing) -> Declaratie:
    """A claim over the month before last, with a line that is granted and one that is not."""
    maand = vorige_maand(vorige_maand(vandaag()).eerste_dag)
    assert t.aanbieder is not None
    systeem, (van, tot) = Door.systeem(wijk.gemeente.pk), productperiode(t, maand)
    lijnen = [
        Declaratielijn(ref, t.inwoner.bsn or "", t.nummer, t.product.code, van, tot, 1, "82", cent)
        for ref, cent in (("A1", 31000), ("A2", 1))
    ]
    d = ontvang_declaratie(
        t.aanbieder,
        nummer="A",
        periode=maand.eerste_dag,
        dagtekening=vandaag(),
        ingediend_cent=31001,
        regels=lijnen,
        door=systeem,
    )
    return beoordeel_declaratie(d, door=systeem)


def _onderzoek(wijk: Wijk, t: Toewijzing) -> Onderzoeksopdracht:
    """An investigation at Puck's organisation, as the shortened route would leave it (tests/verkort plays the road to it)."""
    bram = wijk.medewerker("Bram Peeters")
    route = bewaar(
        wijk,
        Routekeuze(
            hulpvraag=t.hulpvraag,
            product="02A16",
            route=Routekeuze.Route.VERKORT,
            criteria=[],
            op=vandaag(),
            gekozen_door=bram,
        ),
    )
    return bewaar(
        wijk,
        Onderzoeksopdracht(
            hulpvraag=t.hulpvraag, route=route, aanbieder=Aanbieder.objects.get(pk=t.aanbieder_id), toestemming_op=vandaag(),
            toestemming_hoe="aan de telefoon", vragen=["Wat lukt er nog?"], uiterlijk=vandaag() + timedelta(days=10), opgedragen_door=bram,
        ),
    )  # fmt: skip
