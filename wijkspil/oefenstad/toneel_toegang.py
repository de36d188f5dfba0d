"""A little life around the questions of today: somebody waits for a party, a party said no, who pays is disputed, people meet.

Played through the real actions on questions that are there already, once per municipality; call it with nothing open.
"""

from datetime import timedelta

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.overdrachten.actions import (
    begin_overbrugging,
    draag_over,
    voeg_wetdeel_toe,
    weiger_overdracht,
    werk_wetdeel_bij,
)
from wijkspil.overdrachten.models import Overdracht, Partij, Wetdeel
from wijkspil.signalen.kennismaken import maak_kennis
from wijkspil.signalen.registerpost import KOLOMMEN, lees_bestand
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.toegang.models import Hulpvraag, Stap

from .inrichting import door_van
from .stadsboek import stad


def zet_overdrachten_neer(gemeente: Gemeente) -> int:
    """Give the person of today something on the new lists; returns on how many questions. Does nothing the second time."""
    with binnen(gemeente.pk):
        wie = stad(gemeente.slug)["vandaag"]["wie"]
        if Overdracht.objects.exists() or not Medewerker.objects.filter(naam=wie).exists():
            return 0
        door = door_van(wie, gemeente)
        vragen = list(
            Hulpvraag.objects.filter(
                behandelaar_id=door.id, inwoner__geheim_adres=False, inwoner__overleden_op=None
            )
            .exclude(stap=Stap.AFGESLOTEN)
            .select_related("inwoner")
            .order_by("-gemaakt_op")[:4]
        )
        for spelen, vraag in zip((_wacht, _geweigerd, _geschil, _ontmoet), vragen, strict=False):
            spelen(vraag, door)
        _verhuisd(gemeente, vragen)
        return len(vragen)


def _partij(soort: str) -> Partij:
    return Partij.objects.filter(soort=soort).order_by("naam")[0]


def _draag_over(vraag: Hulpvraag, soort: str, onderdeel: str, wat_mee: str, door: Door) -> Overdracht:
    return draag_over(
        vraag, _partij(soort), onderdeel=onderdeel, wat_mee=wat_mee, hoe="samen_gebeld", ingelicht="telefoon",
        toestemming_op=klok.vandaag(), door=door,
    )  # fmt: skip


def _wacht(vraag: Hulpvraag, door: Door) -> None:
    with klok.op(klok.nu() - timedelta(days=5)):
        _draag_over(
            vraag,
            "wijkverpleging",
            "steunkousen aantrekken",
            "Lukt zelf niet meer; elke ochtend voor negen uur.",
            door,
        )


def _geweigerd(vraag: Hulpvraag, door: Door) -> None:
    with klok.op(klok.nu() - timedelta(days=8)):
        gegeven = _draag_over(
            vraag, "corporatie", "drempels weghalen", "Een rollator komt niet over de drempels.", door
        )
    with klok.op(klok.nu() - timedelta(days=1)):
        weiger_overdracht(
            gegeven, reden="De woning staat op de lijst voor sloop.", wie="de woonconsulent", door=door
        )


def _geschil(vraag: Hulpvraag, door: Door) -> None:
    with klok.op(klok.nu() - timedelta(days=40)):
        nacht = voeg_wetdeel_toe(
            vraag,
            deel="toezicht in de nacht",
            wet="wlz",
            partij=_partij("ciz"),
            antwoorden={"blijvend_hele_dag": True},
            door=door,
        )
        werk_wetdeel_bij(
            nacht,
            stand=Wetdeel.Stand.AANGEVRAAGD,
            besluit_verwacht_op=klok.vandaag() + timedelta(days=38),
            door=door,
        )
        wassen = voeg_wetdeel_toe(
            vraag, deel="wassen en aankleden", wet="zvw", antwoorden={"verpleging": True}, door=door
        )
        begin_overbrugging(
            wassen,
            geschil="De verzekeraar noemt het begeleiding, de wijkverpleegkundige noemt het verzorging.",
            wat="wassen en aankleden, vier keer per week",
            cent_per_maand=62_000,
            van=klok.vandaag(),
            door=door,
        )


def _ontmoet(vraag: Hulpvraag, door: Door) -> None:
    wijzig_inwoner(
        vraag.inwoner,
        door=door,
        talenten="Kan goed timmeren en repareren.",
        wensen="Vaker onder de mensen komen, een kaartje leggen.",
    )
    plek = Aanbod.objects.filter(themas__overlap=["ontmoeten", "wonen"]).order_by("naam").first()
    if plek is not None:
        maak_kennis(
            vraag, plek, richting="geeft", waarom="U kunt goed timmeren, en daar zoeken ze handen.",
            akkoord_op=klok.vandaag(), door=door,
        )  # fmt: skip


def _verhuisd(gemeente: Gemeente, vragen: list[Hulpvraag]) -> None:
    """A file of the register with a birth in the household of somebody, and one line that can't be read."""
    bsn = next((vraag.inwoner.bsn for vraag in vragen if vraag.inwoner.bsn), None)
    if bsn is not None:
        regels = [
            ";".join(KOLOMMEN),
            f"OEFEN-1;geboorte;{klok.vandaag()};{bsn};;;;",
            "OEFEN-2;verhuizing;gisteren;;;;;",
        ]
        lees_bestand(gemeente.pk, "oefenregister.csv", "\n".join(regels).encode())
