"""From a resident and a day to a story: what is asked, how urgent it is, which way it goes and how it ends.

A story is a plan, not a history: it says what people will want. What really happens, and when, comes from playing it
(`levensloop.py`), through the actions that the screens call.
"""

import random
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from wijkspil.werkwijzen.catalogus import Product
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .bevolking import Bewoner
from .thema import Thema
from .themas import themas_voor


class Weg(StrEnum):
    """Where a question goes. What is paid for depends on the theme; the other shares are our own guesses."""

    VRIJ = "vrij"  # own strength, network, volunteers, what there is in the neighbourhood
    HULP = "hulp"  # with a product of the municipality: decision or agreement, order, delivery
    NIETS_DOEN = "niets_doen"  # responsibly do nothing, with a day to look again
    INGETROKKEN = "ingetrokken"
    OVERGEDRAGEN = "overgedragen"  # another law or another party
    OVERLEDEN = "overleden"
    VERHUISD = "verhuisd"
    AFGEWEZEN = "afgewezen"


class Daarna(StrEnum):
    """What happens once help runs."""

    LOOPT_DOOR = "loopt_door"
    MINDER = "minder"  # evaluated: goals reached, help stops, aftercare
    MEER = "meer"  # evaluated: the plan is opened again


@dataclass(frozen=True)
class Verhaal:
    """Everything that is known of a question before it is played; `nummer` is its place among all reports."""

    nummer: int
    dag: date
    bewoner: Bewoner
    thema: Thema
    deur: str
    kanaal: str
    vraag: str
    al_geprobeerd: str
    met_ja: frozenset[str]
    anders_dan_advies: bool
    weg: Weg
    daarna: Daarna
    product: Product | None
    trap: str
    komt_terug: bool
    begint_als_contact: bool
    begint_als_signaal: bool
    wil_besluit: bool
    belt_tussendoor: int
    eigen_plan: bool
    laat: float
    zaad: str

    def toeval(self, deel: str) -> random.Random:
        """A source of chance of its own for each part of the story: a new step elsewhere leaves this part as it was."""
        return random.Random(f"{self.zaad}/{deel}")


GEEN_PRODUCT = (Weg.VRIJ, Weg.OVERGEDRAGEN)


def schrijf_verhaal(
    nummer: int,
    dag: date,
    bewoner: Bewoner,
    werkwijze: Werkwijze,
    *,
    zaad: int,
    thema: Thema | None = None,
    **vast: Any,
) -> Verhaal:
    """Write the story of one report. The same arguments always give the same story; `vast` are parts that are given."""
    bron = f"{zaad}/{werkwijze.slug}/verhaal/{nummer}"
    toeval = random.Random(bron)
    if thema is None:
        themas = themas_voor(bewoner.leeftijd)
        thema = toeval.choices([t for t, _ in themas], [gewicht for _, gewicht in themas])[0]
    weekend = dag.weekday() >= 5
    deur, kanaal = _deur(toeval, werkwijze, weekend)
    vragen = {vraag.sleutel for vraag in werkwijze.triage.vragen}
    met_ja = frozenset(s for s, kans in thema.triage.items() if s in vragen and toeval.random() < kans)
    product, trap = _product(toeval, werkwijze, thema)
    weg = _weg(toeval, thema, product)
    verhaal = Verhaal(
        nummer=nummer,
        dag=dag,
        bewoner=bewoner,
        thema=thema,
        deur=deur,
        kanaal=kanaal,
        vraag=_vraag(toeval, thema),
        al_geprobeerd=toeval.choice(thema.geprobeerd) if toeval.random() < 0.75 else "",
        met_ja=met_ja,
        anders_dan_advies=toeval.random() < 0.05,
        weg=weg,
        daarna=toeval.choices(list(Daarna), [0.62, 0.3, 0.08])[0],
        product=product if vast.get("weg", weg) in (Weg.HULP, Weg.AFGEWEZEN) else None,
        trap=trap,
        komt_terug=toeval.random() < 0.12,
        begint_als_contact=not weekend and toeval.random() < 0.12,
        begint_als_signaal=not weekend and toeval.random() < 0.04,
        wil_besluit=toeval.random() < 0.04,
        belt_tussendoor=toeval.choices((0, 1, 2), (0.7, 0.22, 0.08))[0],
        eigen_plan=toeval.random() < 0.12,
        laat=toeval.random(),
        zaad=bron,
    )
    return replace(verhaal, **vast)


def _deur(toeval: random.Random, werkwijze: Werkwijze, weekend: bool) -> tuple[str, str]:
    """A door for adults' questions with a channel; in the weekend only what comes in on line."""
    if weekend:
        online = [
            d for d in werkwijze.deuren.lijst if "portaal" in d.kanalen and d.team_soort.value == "wijkteam"
        ]
        if online:
            return online[0].sleutel, "portaal"
    aandelen = {"wijkteam": 0.55, "balie": 0.35, "partner": 0.1}
    deuren = [d for d in werkwijze.deuren.lijst if d.team_soort.value in aandelen]
    deur = toeval.choices(deuren, [aandelen[d.team_soort.value] for d in deuren])[0]
    kanalen = [k for k in deur.kanalen if k != "signaal"] or list(deur.kanalen)
    return deur.sleutel, toeval.choices(kanalen, [3 if k == "telefoon" else 1 for k in kanalen])[0]


def _vraag(toeval: random.Random, thema: Thema) -> str:
    zinnen = [toeval.choice(thema.woorden)]
    if toeval.random() < 0.65:
        zinnen.append(toeval.choice(thema.erbij))
    return " ".join(zinnen)


def _product(toeval: random.Random, werkwijze: Werkwijze, thema: Thema) -> tuple[Product | None, str]:
    """What this municipality has for the theme. Dementia comes first where there is a product for it alone."""
    passend = [p for p in werkwijze.producten if p.categorie == thema.categorie and p.wet.value == "wmo"]
    if not passend:
        return None, ""
    maatwerk = [p for p in passend if p.rechtsvorm.value == "maatwerk"]
    anders = [p for p in passend if p not in maatwerk]
    # Where only the remainder may be indicated, light help by own people comes first (O7).
    kans = 0.75 if werkwijze.indicatie.alleen_rest else 0.4
    licht = thema.sleutel != "dementie" and anders and (not maatwerk or toeval.random() < kans)
    keuze = anders if licht else maatwerk or anders
    # The first in the file is the usual one; another is an experiment.
    product = toeval.choice([*keuze, *keuze[:1] * 3] if len(keuze) > 1 else keuze)
    trappen = [t.trap for t in product.tarieven if t.bedrag is not None]
    return product, toeval.choices(trappen, range(2 * len(trappen), len(trappen), -1))[0] if trappen else ""


def _weg(toeval: random.Random, thema: Thema, product: Product | None) -> Weg:
    kans = toeval.random()
    for weg, aandeel in (
        (Weg.INGETROKKEN, 0.05),
        (Weg.NIETS_DOEN, 0.04),
        (Weg.OVERGEDRAGEN, 0.05),
        (Weg.OVERLEDEN, 0.01),
        (Weg.VERHUISD, 0.01),
    ):
        if kans < aandeel:
            return weg
        kans -= aandeel
    if product is None:
        return toeval.choices(GEEN_PRODUCT, (0.75, 0.25))[0]
    if toeval.random() < thema.vrij:
        return Weg.VRIJ
    return Weg.AFGEWEZEN if product.rechtsvorm.value == "maatwerk" and toeval.random() < 0.04 else Weg.HULP
