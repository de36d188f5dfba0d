"""A claim as it is being made: each line with what is wrong with it, in plain words. Nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _l

from wijkspil.aanbieders.contracten import tarief_op
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.berichten.standaard import omschrijving
from wijkspil.ondersteuning.actions import Declaratielijn
from wijkspil.ondersteuning.grenzen import productperiode
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.proef import proef
from wijkspil.regels.bedragen import Maand

from .regels import Ruw, als_lijn

UITLEG: dict[str, str | Promise] = {
    "8021": _l("Deze referentie heeft u al eens gebruikt. Kies een andere."),
    "8017": _l("De regel die u wilt terugdraaien, is bij ons niet goedgekeurd. Kijk de referentie na."),
    "8187": _l("Deze inwoner kennen wij niet bij u. Kijk het opdrachtnummer en het BSN na."),
    "9307": _l("U begint voor of na de opdracht. Neem de eerste dag van de opdracht of van de maand."),
    "9308": _l("U gaat door na het einde van de opdracht. Neem de laatste dag van de opdracht."),
    "9319": _l("Deze regel gaat over een andere maand. Declareer per maand, en pas als de maand voorbij is."),
    "9321": _l("Dit is meer dan er in deze maand mag. Verlaag het volume, of vraag een wijziging aan."),
    "9322": _l(
        "Dit is meer dan er op deze opdracht over is. Verlaag het volume, of vraag een wijziging aan."
    ),
    "9338": _l("Dit opdrachtnummer kennen wij niet bij u. Kijk het nummer na."),
    "9340": _l("De opdracht is voor een ander product."),
    "9341": _l("De eenheid past niet bij de opdracht."),
    "9346": _l(
        "Het bedrag is niet het tarief maal het volume. Laat het bedrag leeg, dan rekenen wij het uit."
    ),
    "9367": _l("Een regel terugdraaien kan alleen helemaal: dezelfde dagen, hetzelfde volume en bedrag."),
    "9384": _l("Deze opdracht is ingetrokken. Bel de gemeente als er toch hulp was."),
    "9387": _l("De eerste dag moet die van de maand zijn, of die van de opdracht als hij later begint."),
    "9388": _l("De laatste dag moet die van de maand zijn, of die van de opdracht als hij eerder stopt."),
    "9389": _l("Over deze maand is al iets goedgekeurd. Draai die regel eerst terug."),
    "9390": _l("Deze regel is al teruggedraaid."),
    "0611": _l("Voor deze dag is geen tarief afgesproken, of een ander tarief. Kijk uw contract na."),
}


def in_woorden(code: str) -> str:
    """A return code as a sentence that says what to do; else the label of the standard."""
    if code in UITLEG:
        return str(UITLEG[code])
    try:
        return omschrijving("WJ001", code)
    except LookupError:
        return code


@dataclass(frozen=True, slots=True)
class Oordeel:
    """One line with its verdict; `fouten` are (words, code), the code empty when it could not even be read."""

    nummer: int
    t: Toewijzing | None
    lijn: Declaratielijn | None
    fouten: list[tuple[str, str]]
    ruw: dict[str, str]


@dataclass(frozen=True, slots=True)
class Uitslag:
    regels: list[Oordeel]

    @property
    def goed(self) -> bool:
        return bool(self.regels) and not any(r.fouten for r in self.regels)

    @property
    def fout(self) -> list[Oordeel]:
        return [r for r in self.regels if r.fouten]

    @property
    def lijnen(self) -> list[Declaratielijn]:
        return [r.lijn for r in self.regels if r.lijn is not None]

    @property
    def cent(self) -> int:
        return sum(-r.cent if r.is_credit else r.cent for r in self.lijnen)


def controleer(aanbieder: Aanbieder, maand: Maand, rijen: list[Ruw]) -> Uitslag:
    """Judge every line as the municipality will. Four queries and one per tariff."""
    bekend = opdrachten(aanbieder, (r.cellen.get("opdracht", "") for r in rijen))
    prijzen = Prijzen()
    lezing: list[tuple[Ruw, Toewijzing | None, Declaratielijn | None]] = []
    for ruw in rijen:
        t = bekend.get(ruw.cellen.get("opdracht", ""))
        lezing.append((ruw, t, als_lijn(ruw, t, maand, prijzen.van(t, maand) if t else None)))
    leesbaar = [lijn for _ruw, _t, lijn in lezing if lijn is not None]
    codes = iter(proef(aanbieder, maand.eerste_dag, leesbaar))
    regels = []
    for ruw, t, lijn in lezing:
        fouten = [(woorden, "") for woorden in ruw.fouten]
        if lijn is not None:
            fouten = [(in_woorden(code), code) for code in next(codes)[1]]
        regels.append(Oordeel(ruw.nummer, t, lijn, fouten, ruw.cellen))
    return Uitslag(regels)


def opdrachten(aanbieder: Aanbieder, nummers: Iterable[str]) -> dict[str, Toewijzing]:
    """The orders of this provider by the number as it was written. One query."""
    gevraagd = {n for n in nummers if n.isascii() and n.isdecimal() and len(n) <= 9}
    gevonden: Any = Toewijzing.objects.filter(aanbieder=aanbieder, nummer__in=[int(n) for n in gevraagd])
    per_nummer = {t.nummer: t for t in gevonden.select_related("inwoner", "product", "contract")}
    return {n: per_nummer[int(n)] for n in gevraagd if int(n) in per_nummer}


class Prijzen:
    """The tariff for an order in a month, asked once per contract, product and level."""

    def __init__(self) -> None:
        self.gevonden: dict[tuple[object, ...], int | None] = {}

    def van(self, t: Toewijzing, maand: Maand) -> int | None:
        dag = productperiode(t, maand)[0]
        sleutel = (t.contract_id, t.product_id, t.trap, dag)
        if sleutel not in self.gevonden:
            self.gevonden[sleutel] = tarief_op(t.contract, t.product, t.trap, dag) if t.contract else None
        cent = self.gevonden[sleutel]
        return t.tarief_cent if cent is None else cent
