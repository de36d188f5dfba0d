"""A small town of events with a seed: rows as the actions write them, without the actions, so that steering can be tested alone."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from wijkspil.core.models import Gebeurtenis
from wijkspil.regels.ladder import Trede
from wijkspil.regels.leeftijd import Leeftijdsgroep
from wijkspil.regels.zrm import Domein

BEGIN = date(2025, 1, 6)
KANALEN = ("telefoon", "balie", "portaal", "huisarts")
PRODUCTEN = (("01A05", "01"), ("02A16", "02"), ("07A12", "07"))
LEEFTIJDEN = tuple(groep.value for groep in Leeftijdsgroep)
UITKOMSTEN = ("geholpen", "zelf_opgelost", "niets_doen", "ingetrokken")
GEVOELIG = ("Toos de Wit", "999900006", "Zij is gevallen in de badkamer", "Bram Peeters")
"""Words planted in every corner of an event; none of them may ever reach a file of steering."""


class Spel:
    """Plays `vragen` questions over a year and a half and remembers the rows, in the order of recording."""

    def __init__(self, zaad: int, vragen: int, wijken: list[str]) -> None:
        self.toeval, self.wijken = random.Random(zaad), [*wijken, ""]
        kies = random.Random(zaad + 1)  # a second die, so that what the first one throws stays as it was
        self.kies = kies
        self.teams = [str(uuid.UUID(int=kies.getrandbits(128), version=4)) for _ in range(3)]
        self.aanbieders = [str(uuid.UUID(int=kies.getrandbits(128), version=4)) for _ in range(14)]
        self.rijen: list[tuple[datetime, int, dict[str, Any]]] = []
        for _ in range(vragen):
            self._vraag()
        self._register()

    def gebeurtenissen(self, gemeente_id: int) -> Iterator[Gebeurtenis]:
        for moment, _nr, rij in sorted(self.rijen, key=lambda r: r[:2]):
            yield Gebeurtenis(gemeente_id=gemeente_id, moment=moment, **rij)

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.toeval.getrandbits(128), version=4)

    def _meld(
        self,
        soort: str,
        dag: date,
        onderwerp: uuid.UUID | None = None,
        telt_op: date | None = None,
        /,
        **gegevens: Any,
    ) -> None:
        moment = timezone.make_aware(datetime(dag.year, dag.month, dag.day, 9)) + timedelta(
            minutes=self.toeval.randrange(400)
        )
        if self.rijen and self.rijen[-1][0] > moment and self.rijen[-1][2]["dossier_id"] == self.dossier:
            moment = self.rijen[-1][0] + timedelta(seconds=1)
        rij = {
            "soort": soort, "dag": telt_op or dag, "dossier_id": self.dossier, "inwoner_id": self.inwoner, "onderwerp": "x.Y",
            "onderwerp_id": onderwerp or self._uuid(), "door_soort": "medewerker", "door_id": self._uuid(), "door_naam": GEVOELIG[3],
            "werkwijze": "land-van-cuijk@2026-01-01", "handeling_id": self._uuid(),
            "gegevens": gegevens | {"naam": GEVOELIG[0], "bsn": GEVOELIG[1], "verslag": GEVOELIG[2], "deel": [GEVOELIG[0]]},
        }  # fmt: skip
        self.rijen.append((moment, len(self.rijen), rij))

    def _vraag(self) -> None:
        self.dossier, self.inwoner = self._uuid(), self._uuid()
        dag = BEGIN + timedelta(days=self.toeval.randrange(540))
        wijk = self.toeval.choice(self.wijken)
        if self.toeval.random() < 0.1:
            self._meld(
                "contact.vastgelegd",
                dag,
                onderwerp_tekst=GEVOELIG[2],
                kanaal="balie",
                deur="zorgbalie",
                onderwerp="vraag",
            )
            dag = self._later(dag, 20)
        self._meld(
            "melding.ontvangen", dag, kanaal=self.toeval.choice(KANALEN), deur="zorgbalie", thema=GEVOELIG[2] if not wijk else "huishouden",
            wijk=wijk, team=self.kies.choice([*self.teams, ""]), uiterlijk="2026-01-01", ronde=1, leeftijd=self.kies.choice([*LEEFTIJDEN, ""]),
        )  # fmt: skip
        self.behandelaars = [uuid.UUID(int=n, version=4) for n in range(1, 6)]
        self._meld(
            "vraag.toegewezen",
            dag,
            team=self.kies.choice(self.teams),
            behandelaar=self._behandelaar(),
            naar=GEVOELIG[3],
        )
        einde = self._ronde(dag, 1)
        if einde and self.toeval.random() < 0.3:
            terug = self._later(einde, 60)
            self._meld("melding.teruggekeerd", terug, ronde=2, uiterlijk="2026-01-01", thema="huishouden")
            self._ronde(terug, 2)

    def _behandelaar(self) -> str:
        return str(self.kies.choice(self.behandelaars)) if self.kies.random() < 0.8 else ""

    def _register(self) -> None:
        """What belongs to no question: savings, a survey, instalments of a task, signals."""
        self.dossier = self.inwoner = None
        for nummer in range(3):
            sleutel = str(uuid.UUID(int=self.kies.getrandbits(128), version=4))
            for maand, gedaan in ((2, 0), (8, 40_000_00 * nummer)):
                self._meld(
                    "besparing.vastgesteld" if maand == 2 else "besparing.bijgewerkt", date(2025, maand, 3), sleutel=sleutel,
                    code="op_koers" if nummer else "vertraagd", doel_cent=120_000_00, gerealiseerd_cent=gedaan, reden=GEVOELIG[2],
                )  # fmt: skip
        for jaar, mensen in ((2025, 60), (2026, 9), (2026, 80)):
            for vraag in range(1, 11):
                eens = self.kies.randint(mensen // 2, mensen)
                self._meld(
                    "peiling.beantwoord", date(jaar, 5, 1), jaar=jaar, vraag=vraag, eens=eens, aantal=mensen
                )
        for maand in range(1, 13):
            self._meld(
                "termijn.betaald",
                date(2025, maand, 20),
                aanbieder=self.aanbieders[0],
                periode=f"2025-{maand:02d}",
                cent=900_000,
            )
            self._meld("signaal.ontvangen", date(2025, maand, 8), wijk="", melder_soort=GEVOELIG[2])

    def _later(self, dag: date, hoogstens: int) -> date:
        return dag + timedelta(days=self.toeval.randint(0, hoogstens))

    def _ronde(self, gemeld: date, ronde: int) -> date | None:
        """One round; returns the day on which it was closed, or None while it is still open."""
        kans = self.toeval.random
        dag = gemeld
        if kans() < 0.7:
            dag = self._later(dag, 6)
            self._meld("contact.vastgelegd", dag, onderwerp="gebeld", kanaal="telefoon")
        if kans() < 0.15:
            return self._sluit(self._later(dag, 20), gemeld, ronde)
        if kans() < 0.1:
            return None
        dag = self._later(dag, 10)
        self._meld("gesprek.gepland", dag, moment=str(dag), plaats=GEVOELIG[2])
        gesprek = self._later(dag, 14)
        dag = self._later(gesprek, 2)
        self._meld("gesprek.gevoerd", dag, moment=str(gesprek), aanwezig=2)
        if kans() < 0.85:
            self._meet(dag, "begin")
        if kans() < 0.08:
            return None
        if self.kies.random() < 0.4:
            self._meld(
                "route.gekozen",
                dag,
                code=self.kies.choice(("verkort", "gewoon")),
                product="01A05",
                route=GEVOELIG[2],
            )
        self._meld("onderzoek.gestart", dag)
        self._meld("onderzoek.bijgewerkt", dag, stap=GEVOELIG[2])
        dag = self._later(dag, 25)
        self._meld("onderzoek.afgerond", dag, op_tijd=(dag - gemeld).days <= 42)
        dag = self._later(dag, 5)
        self._meld("plan.vastgesteld", dag, versie=1)
        self._arrangement(dag)
        if kans() < 0.1:
            self._meld("plan.herzien", self._later(dag, 1), reden=GEVOELIG[2])
            self._meld("plan.vastgesteld", self._later(dag, 1), versie=2)
            self._arrangement(self._later(dag, 1))
        dag = self._later(dag, 3)
        if self.met_besluit:
            self._meld("aanvraag.ontvangen", dag, hoe=GEVOELIG[2])
            self._sta_stil(dag)
            besluit = self._later(dag, 18)
            soort = self.toeval.choice(("toekenning", "toekenning", "afwijzing"))
            self._meld("besluit.genomen", besluit, soort=GEVOELIG[2], code=soort, motivering=GEVOELIG[2])
            nummer = self._uuid()
            self._meld(
                "besluit.bekendgemaakt",
                besluit,
                nummer,
                soort=GEVOELIG[2],
                code=soort,
                op_tijd=(besluit - dag).days <= 14,
            )
            if soort == "afwijzing":
                self._meld(
                    "bezwaar.ontvangen", besluit + timedelta(days=9), kanaal="brief", gronden=GEVOELIG[2]
                )
                if self.kies.random() < 0.7:
                    self._meld(
                        "bezwaar.beslist", besluit + timedelta(days=50), code=self.kies.choice(("gegrond", "ongegrond", "deels_gegrond")),
                        op_tijd=self.kies.random() < 0.8, uitkomst=GEVOELIG[2],
                    )  # fmt: skip
            if kans() < 0.05:
                self._meld("besluit.teruggehaald", besluit + timedelta(days=1), nummer)
                besluit += timedelta(days=3)
                self._meld(
                    "besluit.bekendgemaakt",
                    besluit,
                    nummer,
                    soort=GEVOELIG[2],
                    code=soort,
                    op_tijd=(besluit - dag).days <= 14,
                )
            dag = besluit
            if soort == "afwijzing":
                return self._sluit(dag, gemeld, ronde)
        else:
            self._meld("afspraak.gemaakt", dag, tekst=GEVOELIG[2])
        if kans() < 0.05:
            self._meld("besluit.verzocht", self._later(dag, 9))
        vrij = [regel for regel in self.regels if regel["vrij"]]
        if vrij:
            self._meld("hulp.begonnen", dag, eerste_van_vraag=len(vrij) == len(self.regels), wat=GEVOELIG[2])
        laatste = dag
        for nummer, regel in enumerate(regel for regel in self.regels if not regel["vrij"]):
            laatste = max(laatste, self._hulp(dag, regel["product"], nummer))
        if kans() < 0.7:
            laatste = self._later(laatste, 60)
            self._meet(laatste, self.toeval.choice(("tussen", "eind")))
            bekeken = self.toeval.randint(1, 4)
            self._meld(
                "plan.geevalueerd", laatste, richting=self.toeval.choice(("afschalen", "gelijk", "opschalen")),
                doelen_bekeken=bekeken, doelen_behaald=self.toeval.randint(0, bekeken), verslag=GEVOELIG[2],
                tevreden=self.kies.choice((None, *range(4, 11))),
            )  # fmt: skip
            if self.kies.random() < 0.4:
                self._meld(
                    "ervaring.gegeven",
                    laatste,
                    helpt="goed",
                    gehoord="ja",
                    cijfer=self.kies.choice((None, 5, 7, 9)),
                    hoe=GEVOELIG[2],
                )
        if kans() < 0.4:
            self._meld("nazorg.gepland", laatste, op=str(laatste))
            self._meld("nazorg.gebeld", laatste, op_tijd=True, tevreden=self.kies.choice((None, 6, 8)))
            if kans() < 0.6:
                return self._sluit(self._later(laatste, 20), gemeld, ronde)
        return None

    def _sta_stil(self, dag: date) -> None:
        """Now and then the clock stands still, sometimes to this day; and now and then somebody puts us in default."""
        lot = self.kies.random()
        if lot < 0.3:
            self._meld("termijn.opgeschort", dag, soort="besluit", code="aanvulling", reden=GEVOELIG[2])
            if lot < 0.25:
                self._meld("termijn.hervat", dag + timedelta(days=self.kies.randint(1, 9)), soort="besluit")
        elif lot < 0.4:
            self._meld("aanvraag.aanvulling_gevraagd", dag, wat=GEVOELIG[2])
            self._meld("aanvraag.aangevuld", dag + timedelta(days=self.kies.randint(1, 9)))
        elif lot < 0.5:
            self._meld("ingebrekestelling.ontvangen", dag, soort="besluit")
            self._meld(
                "dwangsom.vastgesteld",
                dag + timedelta(days=20),
                dagen=6,
                cent=self.kies.choice((None, 13_800)),
                bedrag=GEVOELIG[2],
            )

    def _sluit(self, dag: date, gemeld: date, ronde: int) -> date:
        code = self.toeval.choice(UITKOMSTEN)
        self._meld(
            "vraag.afgesloten",
            dag,
            code=code,
            uitkomst=code,
            reden=GEVOELIG[2],
            gemeld_op=str(gemeld),
            ronde=ronde,
        )
        return dag

    def _arrangement(self, dag: date) -> None:
        treden = self.toeval.sample([t.value for t in Trede], self.toeval.randint(1, 4))
        self.regels = []
        for trede in treden:
            maatwerk = trede == "maatwerk"
            product = self.toeval.choice(PRODUCTEN)[0] if maatwerk else ""
            self.regels.append(
                {
                    "trede": trede,
                    "product": product,
                    "maand_cent": 40_000 if maatwerk else self.kies.choice((0, 0, 2_500)),
                    "vrij": not maatwerk,
                }
            )
        self.met_besluit = "maatwerk" in treden
        self._meld(
            "arrangement.vastgesteld",
            dag,
            regels=self.regels,
            besluit=self.met_besluit,
            aantal=len(treden),
            reden=GEVOELIG[2],
        )

    def _hulp(self, dag: date, product: str, nummer: int) -> date:
        regel, levering = self._uuid(), self._uuid()
        feiten = {
            "regel": str(regel), "product": product, "product_naam": GEVOELIG[2], "categorie": product[:2], "aanbieder": self._uuid() and min(self.kies.choices(self.aanbieders, k=2)),
            "aanbieder_naam": GEVOELIG[0], "maand_cent": self.kies.choice((None, 20_000, 40_000, 90_000)),
            "einde": str(dag + timedelta(days=self.kies.randint(60, 400))), "bekostiging": self.kies.choice(("pxq", "maandbedrag", "periodetarief")),
        }  # fmt: skip
        dag = self._later(dag, 5)
        self._meld("toewijzing.opgedragen", dag, **feiten)
        self._meld("bericht.klaargezet", dag, soort="WMO301", wie=GEVOELIG[0])
        if self.kies.random() < 0.3:
            self._meld(
                "declaratie.beoordeeld", self._later(dag, 60), aanbieder=feiten["aanbieder"], periode=f"{dag:%Y-%m}",
                toegekend_cent=self.kies.randint(1_000, 90_000), regels=[],
            )  # fmt: skip
        start = self._later(dag, 30)
        self._meld(
            "levering.gestart", self._later(start, 4), levering, start, eerste_van_vraag=nummer == 0, **feiten
        )
        if self.toeval.random() < 0.06:
            self._meld(
                "levering.start_teruggenomen",
                self._later(start, 10) + timedelta(days=5),
                levering,
                start,
                **feiten,
            )
            return start
        if self.toeval.random() < 0.5:
            stop = start + timedelta(days=self.toeval.randint(10, 200))
            tijdelijk = self.toeval.random() < 0.2
            self._meld(
                "levering.gestopt",
                self._later(stop, 3),
                levering,
                stop,
                tijdelijk=tijdelijk,
                reden="20" if tijdelijk else "02",
                **feiten,
            )
            lot = self.toeval.random()
            if lot < 0.1:
                self._meld("levering.stop_teruggenomen", stop + timedelta(days=6), levering, stop, **feiten)
            elif lot < 0.35:
                weer = stop + timedelta(days=1 if lot < 0.2 else self.toeval.randint(2, 40))
                self._meld(
                    "levering.gestart",
                    weer + timedelta(days=8),
                    self._uuid(),
                    weer,
                    eerste_van_vraag=False,
                    **feiten,
                )
        return start

    def _meet(self, dag: date, soort: str) -> None:
        domeinen = self.toeval.sample([d.value for d in Domein], 9)
        scores = {
            domein: self.toeval.randint(2, 5) if soort != "begin" else self.toeval.randint(1, 4)
            for domein in domeinen
        }
        self._meld("zrm.gemeten", dag, code=soort, soort=soort, scores=scores)


def speel(gemeente_id: int, wijken: list[str], *, zaad: int = 2026, vragen: int = 500) -> int:
    """Write the events of the game for the open municipality; returns how many."""
    rijen = list(Spel(zaad, vragen, wijken).gebeurtenissen(gemeente_id))
    Gebeurtenis.objects.bulk_create(rijen, batch_size=2000)
    return len(rijen)
