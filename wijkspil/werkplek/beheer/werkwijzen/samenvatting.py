"""A way of working as a readable page: chapters with lines, each with its source and certainty. No queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from wijkspil.werkwijzen.assen import Rechtsvorm
from wijkspil.werkwijzen.basis import Herkomst, Kaart
from wijkspil.werkwijzen.catalogus import Product
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .woorden import titel, toon, woord

_BOVENAAN = (
    "slug",
    "versie",
    "geldig_vanaf",
    "geldig_tot",
    "in_het_kort",
    "toelichting",
    "assen",
    "producten",
)
_NAAMT = ("label", "naam", "vraag", "partij")
_STIL = ("bron", "zekerheid", "sleutel", "lijst")


@dataclass(frozen=True, slots=True)
class Regel:
    naam: str
    waarde: str
    bron: str = ""
    zekerheid: str = ""


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One part of the file; source and certainty hold for every line without its own."""

    sleutel: str
    titel: str
    regels: list[Regel] = field(default_factory=list)
    bron: str = ""
    zekerheid: str = ""


@dataclass(frozen=True, slots=True)
class Productregel:
    """One product with all that holds for it, the municipality's choice filled in."""

    product: Product
    besluit: str
    levering: str
    bekostiging: str
    bijdrage: str
    terugkijken: int
    afwijkend: tuple[str, ...]


def assen(w: Werkwijze) -> list[Regel]:
    """The eight choices, one line each."""
    a = w.assen
    besluit = f"{toon(a.besluitvorm.wanneer)}; {woord('inhoud')}: {toon(a.besluitvorm.inhoud)}"
    verantwoording = _("%(keuze)s, %(keer)s keer per jaar") % {
        "keuze": toon(a.verantwoording.keuze),
        "keer": a.verantwoording.keer_per_jaar,
    }
    regels = [_regel("besluitvorm", besluit, a.besluitvorm)]
    regels += [_regel(naam, toon(deel.keuze), deel) for naam, deel in (
        ("levering", a.levering), ("bekostiging", a.bekostiging), ("toegang", a.toegang),
    )]  # fmt: skip
    regels += [
        _regel("verantwoording", verantwoording, a.verantwoording),
        _regel("schaal", toon(a.schaal.keuze), a.schaal),
        _regel("onderzoek", toon(a.onderzoek.keuze), a.onderzoek),
    ]
    for vorm in Rechtsvorm:
        bijdrage = w.eigen_bijdrage(vorm)
        regels.append(
            Regel(
                _("Eigen bijdrage bij %(vorm)s") % {"vorm": woord(vorm.value)},
                f"{toon(bijdrage.geldt)}: {bijdrage.grond}",
                bijdrage.bron,
                bijdrage.zekerheid.value,
            )
        )
    return regels


def producten(w: Werkwijze) -> list[Productregel]:
    """Every product with what holds for it; `afwijkend` names the axes on which it goes its own way."""
    regels = []
    for product in w.producten:
        geldt = w.assen_voor(product.code)
        regels.append(
            Productregel(
                product,
                toon(geldt.besluitvorm.wanneer),
                toon(geldt.levering.keuze),
                toon(geldt.bekostiging.keuze),
                toon(geldt.eigen_bijdrage.geldt),
                w.evaluatie_na_maanden(product.code),
                tuple(woord(naam) for naam, eigen in product.afwijkend if eigen is not None),
            )
        )
    return regels


def hoofdstukken(w: Werkwijze) -> list[Hoofdstuk]:
    """The rest of the file, part by part, in its own order; new parts of the schema show up by themselves."""
    gevonden = []
    for naam in type(w).model_fields:
        deel = getattr(w, naam)
        if naam in _BOVENAAN or deel in (None, ()):
            continue
        if isinstance(deel, Kaart):
            herkomst = deel if isinstance(deel, Herkomst) else None
            gevonden.append(
                Hoofdstuk(
                    naam,
                    titel(naam),
                    list(_regels(deel)),
                    herkomst.bron if herkomst else "",
                    herkomst.zekerheid.value if herkomst else "",
                )
            )
        elif isinstance(deel, tuple):
            gevonden.append(Hoofdstuk(naam, titel(naam), [_van_blok(blok) for blok in deel]))
        else:
            gevonden.append(Hoofdstuk(naam, titel(naam), [Regel(toon(deel), "")]))
    return gevonden


def _regels(kaart: Kaart) -> Iterator[Regel]:
    yield from _van_lijst("", getattr(kaart, "lijst", ()))
    for naam in type(kaart).model_fields:
        waarde = getattr(kaart, naam)
        if naam in _STIL or waarde in (None, ()):
            continue
        if isinstance(waarde, tuple) and isinstance(waarde[0], Kaart):
            yield from _van_lijst(_hoofdletter(woord(naam)), waarde)
        else:
            tekst = toon(waarde.model_dump() if isinstance(waarde, Kaart) else waarde)
            yield Regel(_hoofdletter(woord(naam)), tekst)


def _van_lijst(naam: str, lijst: Iterable[object]) -> Iterator[Regel]:
    """A list of bare names on one line; items that say more each on a line of their own, under the name of the list."""
    regels = [_van_blok(blok) for blok in lijst]
    if regels and not any(r.waarde or r.bron for r in regels):
        yield Regel(naam, ", ".join(r.naam for r in regels))
        return
    if naam and regels:
        yield Regel(naam, "")
    yield from regels


def _van_blok(blok: object) -> Regel:
    """One item of a list: its name, and the rest of it in one line."""
    if not isinstance(blok, Kaart):
        return Regel(toon(blok), "")
    velden = {naam: waarde for naam, waarde in blok.model_dump().items() if waarde not in (None, (), "")}
    kop = next((naam for naam in _NAAMT if naam in velden), next(iter(velden)))
    rest = {n: v for n, v in velden.items() if n != kop and n not in _STIL}
    uitleg = str(rest.pop("uitleg", ""))
    overig = toon(rest) if rest else ""
    herkomst = blok if isinstance(blok, Herkomst) else None
    return Regel(
        str(velden[kop]),
        " ".join(filter(None, [uitleg, overig])),
        herkomst.bron if herkomst else "",
        herkomst.zekerheid.value if herkomst else "",
    )


def _regel(naam: str, tekst: str, herkomst: Herkomst) -> Regel:
    return Regel(woord(naam), tekst, herkomst.bron, herkomst.zekerheid.value)


def _hoofdletter(tekst: str) -> str:
    """The first letter as a capital, and nothing else: "CBS-code" stays."""
    return tekst[:1].upper() + tekst[1:]
