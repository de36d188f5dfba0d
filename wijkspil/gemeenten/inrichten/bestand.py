"""Reading the file: every fault at once, each with its line, what was expected and what to do. Nothing is written here."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wijkspil.core.door import Rol
from wijkspil.werkwijzen.bevinding import Bevinding, bestaat, op_volgorde
from wijkspil.werkwijzen.kast import WerkwijzeNietGevonden, versies
from wijkspil.werkwijzen.lezen import Gelezen, Pad, lees_yaml

from .vorm import Inrichtbestand

BESLUITSOORTEN = (
    "toekenning", "gedeeltelijk", "afwijzing", "wijziging", "beeindiging", "herziening", "terugvordering", "dwangsom",
    "buiten_behandeling", "bezwaar", "werkwijze",
)  # fmt: skip
"""Kinds of decision that a mandate can name; a room below decisions can't ask them, tests/gemeenten compares."""


@dataclass(frozen=True, slots=True)
class Fout:
    regel: int
    sleutel: str
    probleem: str
    verwacht: str
    doe: str

    def __str__(self) -> str:
        return f"regel {self.regel}, {self.sleutel}: {self.probleem}. Verwacht: {self.verwacht}. {self.doe}"


class BestandOngeldig(ValueError):
    """The file can't be used; `fouten` says why, in the order of its lines."""

    def __init__(self, fouten: list[Fout]) -> None:
        self.fouten = fouten
        super().__init__("\n".join(map(str, fouten)))


def lees(tekst: str, *, eigen: Collection[str] = ()) -> Inrichtbestand:
    """Read and check the text of a file. Raises BestandOngeldig with every fault in it.

    Args:
        eigen: names of ways of working that municipalities here published themselves; they don't ship, yet they are there.
    """
    gelezen = lees_yaml(tekst)
    bevindingen: list[Bevinding] = []
    bestand: Inrichtbestand | None = None
    if not gelezen.fouten:
        try:
            bestand = Inrichtbestand.model_validate(gelezen.inhoud)
        except ValidationError as fout:
            bevindingen = [_van_pydantic(regel) for regel in fout.errors(include_url=False)]
        else:
            bevindingen = list(_samenhang(bestand, eigen))
    fouten = [Fout(f.regel, _sleutel(f.pad), f.probleem, f.verwacht, f.doe) for f in gelezen.fouten]
    fouten += [_op_regel(gelezen, b) for b in bevindingen]
    if fouten or bestand is None:
        raise BestandOngeldig(sorted(fouten, key=lambda f: (f.regel, f.sleutel)))
    return bestand


def _op_regel(gelezen: Gelezen, b: Bevinding) -> Fout:
    return Fout(gelezen.regel_van(b.pad), _sleutel(b.pad), b.probleem, b.verwacht, b.doe)


def _sleutel(pad: Pad) -> str:
    """A path as people read it: `mensen, nummer 3, rollen`."""
    return ", ".join(f"nummer {deel + 1}" if isinstance(deel, int) else deel for deel in pad) or "het bestand"


_VERWACHT = {
    "missing": "deze sleutel", "too_short": "ten minste één regel", "string_too_short": "tekst", "string_type": "tekst", "int_type": "een heel getal",
    "enum": "een van de bekende woorden", "date_type": "een dag als 2027-01-01", "bool_type": "true of false", "tuple_type": "een lijst met streepjes",
    "string_pattern_mismatch": "een andere vorm", "string_too_long": "kortere tekst", "model_type": "een blok met sleutels",
}  # fmt: skip


def _van_pydantic(fout: ErrorDetails) -> Bevinding:
    pad: Pad = tuple(fout["loc"])
    laatste = pad[-1] if pad else ""
    if fout["type"] == "extra_forbidden":
        return Bevinding(
            pad, f"de sleutel `{laatste}` is onbekend", "een sleutel uit het voorbeeld",
            "Kijk of het woord goed gespeld is; wat niet gelezen wordt, zou anders ongemerkt wegvallen.",
        )  # fmt: skip
    if fout["type"] == "missing":
        return Bevinding(
            pad, f"`{laatste}` ontbreekt", "deze sleutel", "Voeg hem toe; het voorbeeld laat zien hoe."
        )
    verwacht = _VERWACHT.get(fout["type"], "een andere waarde")
    if fout["type"] == "enum":
        verwacht = str(fout.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return Bevinding(
        pad, "deze waarde past hier niet", verwacht, "Verbeter de waarde; het voorbeeld laat zien hoe."
    )


def _samenhang(b: Inrichtbestand, eigen: Collection[str]) -> Iterator[Bevinding]:
    """What one part says about another."""
    if b.gemeente.werkwijze not in eigen and not _heeft_werkwijze(b.gemeente.werkwijze):
        yield Bevinding(
            ("gemeente", "werkwijze"), f"er is geen werkwijze `{b.gemeente.werkwijze}`", "de naam van een werkwijze die er is",
            "Kies een bestaande, of leg eerst een werkwijze klaar (docs/werkwijze-schrijven.md).",
        )  # fmt: skip
    wijken, teams = {w.code for w in b.wijken}, {t.naam for t in b.teams}
    mails = {m.email.lower() for m in b.mensen}
    yield from _dubbel("wijken", "code", [w.code for w in b.wijken])
    yield from _dubbel("teams", "naam", [t.naam for t in b.teams])
    yield from _dubbel("mensen", "email", [m.email.lower() for m in b.mensen])
    yield from _postcodes(b)
    for n, team in enumerate(b.teams):
        for i, code in enumerate(team.wijken):
            yield from bestaat(code, wijken, ("teams", n, "wijken", i), "de code van een wijk")
    for n, mens in enumerate(b.mensen):
        for i, naam in enumerate(mens.teams):
            yield from bestaat(naam, teams, ("mensen", n, "teams", i), "de naam van een team")
        for i, naam in enumerate(mens.leidt):
            if naam not in mens.teams:
                yield Bevinding(
                    ("mensen", n, "leidt", i), f"{mens.naam} leidt `{naam}` maar hoort er niet bij", "een team dat ook bij `teams` staat",
                    "Zet het team ook bij `teams`.",
                )  # fmt: skip
    if not any(Rol.FUNCTIONEEL_BEHEER in m.rollen and m.toegang for m in b.mensen):
        yield Bevinding(
            ("mensen",), "niemand is functioneel beheerder", "ten minste één mens met de rol functioneel_beheer",
            "Geef iemand die rol; anders kan niemand later nog toegang regelen.",
        )  # fmt: skip
    for n, mandaat in enumerate(b.mandaten):
        pad: Pad = ("mandaten", n)
        if (mandaat.rol is None) == (mandaat.wie == ""):
            yield Bevinding(
                pad,
                "een mandaat is van een rol of van een mens",
                "`rol` of `wie`, niet allebei",
                "Haal er een weg, of vul er een in.",
            )
        if mandaat.wie:
            yield from bestaat(mandaat.wie.lower(), mails, (*pad, "wie"), "een e-mailadres uit `mensen`")
        for i, soort in enumerate(mandaat.soorten):
            yield from bestaat(soort, BESLUITSOORTEN, (*pad, "soorten", i), "een soort besluit")
        yield from op_volgorde(mandaat.geldig_van, mandaat.geldig_tot, (*pad, "geldig_tot"))


def _heeft_werkwijze(slug: str) -> bool:
    try:
        return bool(versies(slug))
    except WerkwijzeNietGevonden:
        return False


def _dubbel(lijst: str, veld: str, waarden: Iterable[str]) -> Iterator[Bevinding]:
    gezien: set[str] = set()
    for n, waarde in enumerate(waarden):
        if waarde in gezien:
            yield Bevinding(
                (lijst, n, veld),
                f"`{waarde}` staat er twee keer",
                "elke waarde één keer",
                "Geef de tweede een andere of haal hem weg.",
            )
        gezien.add(waarde)


def _postcodes(b: Inrichtbestand) -> Iterator[Bevinding]:
    """A post code leads to one district, otherwise a question comes to a team by chance."""
    van: dict[str, str] = {}
    for n, wijk in enumerate(b.wijken):
        for i, postcode in enumerate(wijk.postcodes):
            if postcode in van:
                yield Bevinding(
                    ("wijken", n, "postcodes", i), f"{postcode} hoort al bij wijk `{van[postcode]}`", "elke postcode bij één wijk",
                    "Kies bij welke wijk hij hoort.",
                )  # fmt: skip
            van.setdefault(postcode, wijk.code)
