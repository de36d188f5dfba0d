"""Work for today: a handful of questions that stand exactly where it gets interesting for the person who looks on now.

Each scene is a generator like `Levensloop.speel`, with moments counted back from the last moment of the game: a crisis that runs,
a term that ends this week and one that has passed, conversations today, a plan, a decision or agreement, a call to make.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from wijkspil.core import klok
from wijkspil.nazorg.actions import begin_nazorg
from wijkspil.ondersteuning.actions import start_levering
from wijkspil.regels.kalender import is_vrije_dag
from wijkspil.toegang import actions as toegang
from wijkspil.toegang.models import Stap

from . import hulp, ritme, vervolg
from .bevolking import Bevolking
from .levensloop import Levensloop
from .opdracht import Opdracht
from .stad import Speler, Stad
from .themas import THEMAS
from .verhalen import Daarna, Weg, schrijf_verhaal

Momenten = Iterator[datetime]
EERSTE_NUMMER = 900_000  # far beyond any story of the game itself


@dataclass(frozen=True, slots=True)
class Tafereel:
    """What is played, about which theme, with which answers to the triage questions."""

    speel: Callable[["Scene"], Momenten]
    thema: str
    met_ja: frozenset[str] = frozenset()
    geheim: bool = False


class Scene(Levensloop):
    """A question that is led to a certain point. `terug` counts back from now, on a working day in office hours."""

    def __init__(self, stad: Stad, verhaal: Any, nu: datetime, wie: Speler) -> None:
        super().__init__(stad, verhaal)
        self.nu, self.behandelaar = nu.astimezone(ritme.NEDERLAND), wie

    def terug(self, dagen: int, uur: int = 10) -> datetime:
        moment = (self.nu - timedelta(days=dagen)).replace(
            hour=uur, minute=self.toeval.randrange(60), second=0
        )
        while is_vrije_dag(moment.date()):
            moment -= timedelta(days=1)
        return min(moment, self.nu - timedelta(minutes=2))

    def begin(self) -> None:
        self.melding()
        self.triage()

    def van_mij(self, om_te: str = "vraag verdelen") -> None:
        self.pak(self.behandelaar, om_te)
        self.neem_zelf()

    def gesprek_op(self, moment: datetime) -> Momenten:
        """Plan a conversation now and hold it at a moment before the present."""
        gesprek = self.plan_gesprek(ritme.half_uur(moment))
        yield gesprek.moment + timedelta(minutes=70)
        self.pak(self.behandelaar, "gesprek vastleggen")
        self.voer_gesprek(gesprek)


def crisis(s: Scene) -> Momenten:
    """Came in within the hour, nobody has called yet."""
    yield s.nu - timedelta(minutes=50)
    s.begin()


def spoed(s: Scene) -> Momenten:
    yield s.nu - timedelta(hours=15)
    s.begin()
    yield s.nu - timedelta(minutes=30)
    s.van_mij("spoed bekijken")


def gesprek_vandaag(s: Scene) -> Momenten:
    yield s.terug(9)
    s.begin()
    yield s.terug(7)
    s.van_mij()
    yield s.terug(6)
    s.pak(s.behandelaar, "gesprek plannen")
    begin = (
        s.nu.replace(hour=14, minute=0) if s.nu.hour < 13 else ritme.half_uur(s.nu + timedelta(minutes=90))
    )
    s.plan_gesprek(begin)


def gesprek_net_geweest(s: Scene) -> Momenten:
    yield s.terug(16)
    s.begin()
    yield s.terug(14)
    s.van_mij()
    s.plan_gesprek(ritme.half_uur(s.terug(1, 9)))


def termijn_bijna(s: Scene) -> Momenten:
    """The six weeks end in a few days; the conversation was held, the account must be written."""
    yield s.terug(40)
    s.begin()
    yield s.terug(37)
    s.van_mij()
    yield from s.gesprek_op(s.terug(15))
    s.stad.doe(toegang.start_onderzoek, s.hulpvraag, door=s.behandelaar.door)


def te_laat(s: Scene) -> Momenten:
    """The six weeks have passed."""
    yield s.terug(51)
    s.begin()
    yield s.terug(48)
    s.van_mij()
    yield from s.gesprek_op(s.terug(20))


def nog_te_verdelen(s: Scene) -> Momenten:
    yield s.terug(2, 15)
    s.begin()


def plan_maken(s: Scene) -> Momenten:
    yield from _tot_onderzoek_klaar(s, 30, 12)


def besluit_of_afspraak(s: Scene) -> Momenten:
    """With a decision: the application came twelve days ago. Without: the agreement can be made."""
    yield from _tot_oplossingen(s, 45, 14)
    if s.hulpvraag.stap == Stap.BESLUIT:
        concept = hulp.besluit(s, afwijzen=False)
        next(concept)
        yield s.terug(11)
        next(concept)


def hulp_loopt_evaluatie(s: Scene) -> Momenten:
    """Help has run for some months; this week is the day to look back."""
    yield from _tot_oplossingen(s, 160, 120)
    yield from _tot_de_hulp_loopt(s, 110)


def nabellen(s: Scene) -> Momenten:
    yield from _tot_oplossingen(s, 120, 95)
    yield from _tot_de_hulp_loopt(s, 90)
    yield s.terug(42)
    s.pak(s.behandelaar, "nazorg plannen")
    if s.hulpvraag.stap == Stap.LEVERING:
        s.stad.doe(begin_nazorg, s.hulpvraag, door=s.behandelaar.door, op=s.nu.date())


def _tot_onderzoek_klaar(s: Scene, begon: int, klaar: int) -> Momenten:
    yield s.terug(begon)
    s.begin()
    yield s.terug(begon - 2)
    s.van_mij()
    yield from s.gesprek_op(s.terug((begon + klaar) // 2))
    yield s.terug(klaar, 11)
    s.pak(s.behandelaar, "onderzoek uitwerken")
    s.werk_onderzoek_uit()


def _tot_oplossingen(s: Scene, begon: int, klaar: int) -> Momenten:
    yield from _tot_onderzoek_klaar(s, begon, klaar + 3)
    yield s.terug(klaar, 13)
    vervolg.schrijf_plan(s)
    yield s.terug(klaar, 15)
    vervolg.kies_oplossingen(s, met_product=s.verhaal.product is not None)


def _tot_de_hulp_loopt(s: Scene, loopt: int) -> Momenten:
    weg = hulp.besluit(s, afwijzen=False) if s.hulpvraag.stap == Stap.BESLUIT else hulp.afspraak(s)
    moment = next(weg)
    while moment is not None:
        yield moment
        moment = next(weg, None)  # type: ignore[assignment]
    yield max(s.terug(loopt), klok.nu() + timedelta(days=8))
    s.pak(s.behandelaar, "kijken of de hulp begint")
    for toewijzing in hulp.toewijzingen(s):
        if toewijzing.status == "opgedragen" and not toewijzing.met_berichten:
            dag = max(toewijzing.ingang, klok.vandaag())
            s.stad.doe(start_levering, toewijzing, op=dag, door=s.behandelaar.door)


TAFERELEN = (
    Tafereel(crisis, "dementie", frozenset({"onveilig"})),
    Tafereel(spoed, "mantelzorg", frozenset({"zorg-valt-weg"})),
    Tafereel(gesprek_vandaag, "val"),
    Tafereel(gesprek_vandaag, "ggz", geheim=True),
    Tafereel(gesprek_net_geweest, "geld"),
    Tafereel(termijn_bijna, "dagritme"),
    Tafereel(te_laat, "eenzaam"),
    Tafereel(nog_te_verdelen, "benauwd"),
    Tafereel(plan_maken, "autisme"),
    Tafereel(besluit_of_afspraak, "dementie"),
    Tafereel(hulp_loopt_evaluatie, "val"),
    Tafereel(nabellen, "benauwd"),
)


def taferelen(stad: Stad, opdracht: Opdracht) -> Iterator[tuple[int, Momenten]]:
    """The scenes of today for the person who is named in the file of the municipality; call it with the municipality open."""
    gegevens = Bevolking(opdracht.slug, zaad=opdracht.zaad, peildag=opdracht.van).gegevens["vandaag"]
    wie = stad.per_naam[gegevens["wie"]]
    bevolking = Bevolking(
        opdracht.slug,
        zaad=opdracht.zaad,
        peildag=opdracht.van,
        eerste_bsn=opdracht.eerste_bsn + opdracht.meldingen,
    )
    themas = {t.sleutel: t for t in THEMAS}
    for plek, tafereel in enumerate(TAFERELEN):
        thema = themas[tafereel.thema]
        bewoner = bevolking.van_leeftijd(plek, *thema.leeftijd, wijk=gegevens["wijk"], geheim=tafereel.geheim)
        verhaal = schrijf_verhaal(
            EERSTE_NUMMER + plek,
            opdracht.van,
            bewoner,
            stad.werkwijze,
            zaad=opdracht.zaad,
            thema=thema,
            met_ja=tafereel.met_ja,
            weg=Weg.HULP,
            daarna=Daarna.LOOPT_DOOR,
        )
        yield EERSTE_NUMMER + plek, tafereel.speel(Scene(stad, verhaal, opdracht.tot, wie))
