"""Invented residents of a practice municipality: the same seed and serial number always give the same person.

Nobody here exists. A BSN comes from the test series (9999…, 9,091 numbers per municipality); whoever comes after that has none,
and without a BSN no iWmo message about that person can be sent. Phone numbers begin with 0600, which the Dutch numbering plan
does not hand out to anyone (mobile: 061-065 and 068). Ages follow the provisions in the board assignment of 1 May 2020 (J8):
3% under 18, 31% 18-65, 35% 65-80, 31% over 80.
"""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Inwoner, Relatie
from wijkspil.regels.bsn import aantal_testnummers, volgend_testnummer

from .inrichting import stad
from .namen import HERKOMSTEN, Herkomst, bij_geboortejaar

# (from, up to and including, share). The source gives 18-65 as one group; the split in three is our own guess.
LEEFTIJDEN = ((6, 17, 0.03), (18, 34, 0.07), (35, 49, 0.09), (50, 64, 0.15), (65, 79, 0.35), (80, 98, 0.31))
MET_PARTNER = {"18": 0.35, "50": 0.5, "65": 0.55, "80": 0.3}
LETTERS = "ABCDEGHJKLMNPRSTVWXZ"  # letters that occur in Dutch post codes


@dataclass(frozen=True, slots=True)
class Naaste:
    """Somebody around a resident, as `voeg_relatie_toe` wants it."""

    naam: str
    soort: str
    is_mantelzorger: bool
    is_contactpersoon: bool
    telefoon: str
    sterkte: int


@dataclass(frozen=True, slots=True)
class Bewoner:
    """An invented person: what a first contact tells (`nieuw`), and what comes out later."""

    nieuw: NieuweInwoner
    leeftijd: int
    wijk: str
    taal: str
    tolk_nodig: bool
    let_op: str
    talenten: str
    wensen: str
    naasten: tuple[Naaste, ...]
    woont_samen: bool

    @property
    def aanspreek(self) -> str:
        voor = "Mevrouw" if self.nieuw.geslacht == Inwoner.Geslacht.VROUW else "De heer"
        return " ".join(deel for deel in (voor, self.nieuw.voorvoegsel, self.nieuw.achternaam) if deel)

    @property
    def mantelzorger(self) -> Naaste | None:
        return next((n for n in self.naasten if n.is_mantelzorger), None)


class Bevolking:
    """The people of one municipality.

    Args:
        peildag: the day on which ages count.
        eerste_bsn: the first serial number of the test series that is still free in this municipality.
    """

    def __init__(self, slug: str, *, zaad: int, peildag: date, eerste_bsn: int = 0) -> None:
        self.slug, self.zaad, self.peildag, self.eerste_bsn = slug, zaad, peildag, eerste_bsn
        self.gegevens: dict[str, Any] = stad(slug)

    @cached_property
    def _wijken(self) -> tuple[list[dict[str, Any]], list[int]]:
        wijken = self.gegevens["wijken"]
        return wijken, [w["inwoners"] for w in wijken]

    def bewoner(self, volgnummer: int, *, wijk: str | None = None, bsn_nummer: int | None = None) -> Bewoner:
        """The resident with this serial number, from 0; `wijk` (a code) and `bsn_nummer` to choose those."""
        toeval = random.Random(f"{self.zaad}/{self.slug}/bewoner/{volgnummer}")
        van, tot, _ = toeval.choices(LEEFTIJDEN, [aandeel for *_, aandeel in LEEFTIJDEN])[0]
        leeftijd = toeval.randint(van, tot)
        geboren = self.peildag.replace(day=1) - timedelta(
            days=round(leeftijd * 365.25) + toeval.randint(1, 300)
        )
        leeftijd = (self.peildag - geboren).days * 4 // 1461
        herkomst = toeval.choices(HERKOMSTEN, [h.aandeel for h in HERKOMSTEN])[0]
        vrouw = toeval.random() < (0.5 if leeftijd < 65 else 0.62)
        voorvoegsel, achternaam = _achternaam(toeval, herkomst)
        namen = _voornamen(toeval, herkomst, geboren.year, vrouw)
        plek = self._plek(toeval, wijk)
        telefoon = f"0600{volgnummer % 1_000_000:06d}"
        woont_samen = toeval.random() < _kans_op_partner(leeftijd)
        nieuw = NieuweInwoner(
            achternaam=achternaam,
            voorvoegsel=voorvoegsel,
            voornamen=" ".join(namen),
            roepnaam=namen[0],
            geboortedatum=geboren,
            geslacht=Inwoner.Geslacht.VROUW if vrouw else Inwoner.Geslacht.MAN,
            bsn=self.bsn(volgnummer if bsn_nummer is None else bsn_nummer),
            telefoon=telefoon,
            email=f"bewoner{volgnummer}@oefenstad.example" if leeftijd < 80 and toeval.random() < 0.6 else "",
            geheim_adres=toeval.random() < 0.008,
            straat=plek["straat"],
            huisnummer=plek["huisnummer"],
            postcode=plek["postcode"],
            woonplaats=plek["woonplaats"],
        )
        taal = herkomst.taal if toeval.random() < (0.7 if leeftijd > 55 else 0.35) else ""
        return Bewoner(
            nieuw=nieuw,
            leeftijd=leeftijd,
            wijk=plek["wijk"],
            taal=taal,
            tolk_nodig=bool(taal) and toeval.random() < 0.4,
            let_op=toeval.choice(LET_OP) if toeval.random() < 0.04 else "",
            talenten=toeval.choice(TALENTEN) if toeval.random() < 0.6 else "",
            wensen=toeval.choice(WENSEN) if toeval.random() < 0.6 else "",
            naasten=_naasten(toeval, herkomst, nieuw, leeftijd, woont_samen),
            woont_samen=woont_samen,
        )

    def van_leeftijd(self, plek: int, van: int, tot: int, *, wijk: str, geheim: bool = False) -> Bewoner:
        """The `plek`-th person of a certain age in a district; the first of many who fits, so the same seed gives the same."""
        for poging in range(1000):
            gevonden = self.bewoner(1_000 * (plek + 1) + poging, wijk=wijk, bsn_nummer=plek)
            if max(van, 18) <= gevonden.leeftijd <= tot:
                return replace(gevonden, nieuw=replace(gevonden.nieuw, geheim_adres=geheim))
        raise LookupError(f"Niemand is tussen {van} en {tot} jaar.")

    def bsn(self, volgnummer: int) -> str | None:
        """A test number, or None when the series is used up in this municipality."""
        nummer = self.eerste_bsn + volgnummer
        return volgend_testnummer(nummer) if nummer < aantal_testnummers() else None

    def _plek(self, toeval: random.Random, code: str | None) -> dict[str, str]:
        wijken, gewichten = self._wijken
        wijk = (
            toeval.choices(wijken, gewichten)[0]
            if code is None
            else next(w for w in wijken if w["code"] == code)
        )
        straat = toeval.choice(self.gegevens["straten"])
        # A street has one post code per district, as real streets (nearly) do; so a household can be found by its address.
        letters = random.Random(f"{wijk['code']}/{straat}").choices(LETTERS, k=2)
        return {
            "wijk": wijk["code"],
            "straat": straat,
            "huisnummer": str(toeval.randint(1, 240)),
            "postcode": toeval.choice(wijk["postcodes"]) + "".join(letters),
            "woonplaats": wijk["plaats"],
        }


def _achternaam(toeval: random.Random, herkomst: Herkomst) -> tuple[str, str]:
    voorvoegsel, schuin, naam = toeval.choice(herkomst.achternamen).rpartition("/")
    return (voorvoegsel, naam) if schuin else ("", naam)


def _voornamen(toeval: random.Random, herkomst: Herkomst, jaar: int, vrouw: bool) -> list[str]:
    lijst = bij_geboortejaar(herkomst, jaar)
    return toeval.sample(lijst.vrouwen if vrouw else lijst.mannen, k=1 + (toeval.random() < 0.5))


def _kans_op_partner(leeftijd: int) -> float:
    passend = [kans for vanaf, kans in MET_PARTNER.items() if leeftijd >= int(vanaf)]
    return passend[-1] if passend else 0.0


def _naasten(
    toeval: random.Random, herkomst: Herkomst, nieuw: NieuweInwoner, leeftijd: int, woont_samen: bool
) -> tuple[Naaste, ...]:
    """The network: partner, children or parents, a neighbour; most people have somebody, one in eight nobody."""
    if not woont_samen and toeval.random() < 0.12:
        return ()
    soorten = []
    if woont_samen:
        soorten.append(Relatie.Soort.PARTNER)
    if leeftijd < 25:
        soorten.append(Relatie.Soort.OUDER)
    elif leeftijd > 50 and toeval.random() < 0.7:
        soorten.append(Relatie.Soort.KIND)
    if toeval.random() < 0.4 or not soorten:
        soorten.append(toeval.choice((Relatie.Soort.BUUR, Relatie.Soort.VRIEND, Relatie.Soort.FAMILIE)))
    met_mantelzorger = toeval.random() < 0.45
    naasten = []
    for nummer, soort in enumerate(soorten):
        verwant = soort in (Relatie.Soort.KIND, Relatie.Soort.OUDER, Relatie.Soort.PARTNER)
        bron = herkomst if verwant else toeval.choices(HERKOMSTEN, [h.aandeel for h in HERKOMSTEN])[0]
        voornaam = _voornamen(
            toeval, bron, 1985 if soort == Relatie.Soort.KIND else 1955, toeval.random() < 0.55
        )[0]
        voorvoegsel, achternaam = (
            (nieuw.voorvoegsel, nieuw.achternaam) if verwant else _achternaam(toeval, bron)
        )
        naasten.append(
            Naaste(
                naam=" ".join(deel for deel in (voornaam, voorvoegsel, achternaam) if deel),
                soort=soort,
                is_mantelzorger=nummer == 0 and met_mantelzorger,
                is_contactpersoon=nummer == 0,
                telefoon=f"0600{toeval.randrange(1_000_000):06d}",
                sterkte=3 if soort == Relatie.Soort.PARTNER else toeval.randint(1, 3),
            )
        )
    return tuple(naasten)


LET_OP = (
    "Bel twee keer aan, het lopen gaat langzaam.",
    "Grote hond in huis; bel even voor u komt.",
    "Doof aan het linkeroor: ga rechts zitten.",
    "Liever geen bezoek voor elf uur.",
    "Ga hier met zijn tweeën heen.",
)
TALENTEN = (
    "Kan goed koken voor een groep.",
    "Was jaren timmerman en legt het graag uit.",
    "Speelt klaverjas en zoekt medespelers.",
    "Kan heel goed luisteren.",
    "Breit en repareert kleding.",
    "Was boekhouder; cijfers gaan nog prima.",
    "Heeft groene vingers.",
    "Spreekt drie talen.",
    "Zong dertig jaar in het koor.",
    "Weet alles van de geschiedenis van het dorp.",
)
WENSEN = (
    "Thuis blijven wonen, ook als het minder gaat.",
    "Weer zelf naar de markt.",
    "De kleinkinderen vaker zien.",
    "Iets betekenen voor een ander.",
    "Een vaste dag met mensen om me heen.",
    "Rust in huis en in mijn hoofd.",
    "Weer vrijwilligerswerk doen.",
    "Niet elke keer mijn verhaal opnieuw vertellen.",
)
