"""Check a text before it becomes a way of working: every fault at once, each with its line and what to do."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from wijkspil.werkwijzen.bevinding import Bevinding, lijkt_op
from wijkspil.werkwijzen.lezen import Gelezen, Pad, lees_yaml
from wijkspil.werkwijzen.paden import leesbaar, naam_van
from wijkspil.werkwijzen.samenhang import samenhang
from wijkspil.werkwijzen.werkwijze import Werkwijze


@dataclass(frozen=True)
class Werkwijzefout:
    """One fault in a file: where it is, what is wrong, what was expected and what to do next."""

    bestand: str
    regel: int
    sleutel: str
    probleem: str
    verwacht: str
    doe: str

    def __str__(self) -> str:
        return f"{self.bestand}, regel {self.regel}, {self.sleutel}: {self.probleem}. Verwacht: {self.verwacht}. {self.doe}"


class WerkwijzeOngeldig(ValueError):
    """The text is not a way of working; `fouten` says why."""

    def __init__(self, fouten: list[Werkwijzefout]) -> None:
        self.fouten = fouten
        super().__init__("\n".join(map(str, fouten)))


def controleer(tekst: str, bron: str) -> list[Werkwijzefout]:
    """Name everything wrong with the text of a werkwijze, in the order of its lines; empty when it may go live.

    `bron` names the file in the faults. When it ends like a shipped file (`<slug>/<dag>.yaml`) it must agree with the text.
    """
    return _lees(tekst, bron)[1]


def lees(tekst: str, bron: str) -> Werkwijze:
    """Read a werkwijze from a text; raises `WerkwijzeOngeldig` with every fault."""
    werkwijze, fouten = _lees(tekst, bron)
    if werkwijze is None or fouten:
        raise WerkwijzeOngeldig(fouten)
    return werkwijze


def _lees(tekst: str, bron: str) -> tuple[Werkwijze | None, list[Werkwijzefout]]:
    gelezen = lees_yaml(tekst)
    bevindingen = list(_dubbele_namen(gelezen.inhoud))
    werkwijze: Werkwijze | None = None
    if isinstance(gelezen.inhoud, Mapping):
        try:
            werkwijze = Werkwijze.model_validate(gelezen.inhoud)
        except ValidationError as fout:
            bevindingen += [_van_pydantic(e) for e in fout.errors()]
        else:
            # After a fault in reading, some values are stand-ins; to compare those would point at the wrong place.
            if not gelezen.fouten:
                bevindingen += [*samenhang(werkwijze), *_bestandsnaam(werkwijze, bron)]
    elif not gelezen.fouten:
        bevindingen.append(
            Bevinding(
                (),
                "het bestand is leeg of geen blok",
                "regels van de vorm `sleutel: waarde`",
                "Begin met een kopie van een bestaand bestand.",
            )
        )
    return werkwijze, _fouten(gelezen, bevindingen, bron)


def _fouten(gelezen: Gelezen, bevindingen: list[Bevinding], bron: str) -> list[Werkwijzefout]:
    # A value that could not be read already has its fault; what pydantic makes of the remains adds nothing.
    onleesbaar = {fout.pad for fout in gelezen.fouten}
    fouten = [
        Werkwijzefout(bron, f.regel, leesbaar(f.pad, gelezen.inhoud), f.probleem, f.verwacht, f.doe)
        for f in gelezen.fouten
    ]
    fouten += [
        Werkwijzefout(
            bron, gelezen.regel_van(b.pad), leesbaar(b.pad, gelezen.inhoud), b.probleem, b.verwacht, b.doe
        )
        for b in bevindingen
        if b.pad not in onleesbaar
    ]
    return sorted(fouten, key=lambda fout: (fout.regel, fout.sleutel))


def _bestandsnaam(werkwijze: Werkwijze, bron: str) -> Iterator[Bevinding]:
    pad = PurePath(bron)
    if pad.suffix != ".yaml" or not pad.stem[:4].isdigit() or not pad.parent.name:
        return
    if pad.parent.name != werkwijze.slug:
        yield Bevinding(
            ("slug",),
            f"slug `{werkwijze.slug}` in de map `{pad.parent.name}`",
            "dezelfde naam",
            "Verander de slug of verplaats het bestand.",
        )
    if pad.stem != werkwijze.geldig_vanaf.isoformat():
        yield Bevinding(
            ("geldig_vanaf",),
            f"{werkwijze.geldig_vanaf} in een bestand dat {pad.name} heet",
            "dezelfde dag in de bestandsnaam",
            "Hernoem het bestand of verander de dag.",
        )


def _dubbele_namen(inhoud: object, pad: Pad = ()) -> Iterator[Bevinding]:
    if isinstance(inhoud, Mapping):
        for sleutel, waarde in inhoud.items():
            yield from _dubbele_namen(waarde, (*pad, sleutel))
    elif isinstance(inhoud, list):
        gezien: set[str] = set()
        for plek, item in enumerate(inhoud):
            naam = naam_van(item, plek)
            if naam in gezien:
                yield Bevinding(
                    (*pad, plek),
                    f"`{naam}` staat twee keer in deze lijst",
                    "elke naam één keer",
                    "Geef de tweede een andere naam of haal hem weg.",
                )
            gezien.add(naam)
            yield from _dubbele_namen(item, (*pad, plek))


def _van_pydantic(fout: ErrorDetails) -> Bevinding:
    pad: Pad = tuple(fout["loc"])
    laatste = str(pad[-1]) if pad else ""
    soort, waarde = fout["type"], fout.get("input")
    if soort == "extra_forbidden":
        bekend = _velden_van(pad[:-1])
        afgeknipt = waarde is None and not laatste.isidentifier()
        return Bevinding(
            pad,
            f"de sleutel `{laatste}` ken ik hier niet",
            f"een van: {', '.join(bekend)}",
            "Een komma tussen { } knipt tekst in tweeën; zet de hele tekst tussen aanhalingstekens."
            if afgeknipt
            else f"{lijkt_op(laatste, bekend)}Een onbekende sleutel wordt nooit stil overgeslagen;"
            " verbeter hem of haal hem weg.",
        )
    if soort == "missing":
        wat = _wat_hoort_hier(pad)
        return Bevinding(
            pad, f"`{laatste}` ontbreekt", wat, f"Voeg `{laatste}:` toe; een ander bestand laat zien hoe."
        )
    if soort == "too_short":
        return Bevinding(pad, f"`{laatste}` is leeg", _wat_hoort_hier(pad), "Vul minstens één regel in.")
    wat = _wat_hoort_hier(pad)
    doe = "Verbeter de waarde."
    if soort == "enum":
        doe = f"{lijkt_op(str(waarde), _keuzes(pad))}Kies een van de genoemde woorden."
    elif soort == "string_type" and waarde is not None:
        doe = "Zet de waarde tussen aanhalingstekens."
    return Bevinding(pad, f"{_toon(waarde)} past hier niet", wat, doe)


def _toon(waarde: object) -> str:
    if waarde is None:
        return "een lege waarde"
    if isinstance(waarde, bool):
        return f"`{'ja' if waarde else 'nee'}`"
    if isinstance(waarde, Mapping):
        return "een blok"
    if isinstance(waarde, list):
        return "een lijst"
    tekst = str(waarde)
    return f"`{tekst[:60]}{'…' if len(tekst) > 60 else ''}`"


def _velden_van(pad: Pad) -> list[str]:
    model = _kern(_type_op(pad))
    return list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []


def _keuzes(pad: Pad) -> list[str]:
    soort = _kern(_type_op(pad))
    return [lid.value for lid in soort] if isinstance(soort, type) and issubclass(soort, StrEnum) else []


_NAMEN = {
    "str": "tekst",
    "int": "een heel getal",
    "bool": "ja of nee",
    "date": "een dag als 2026-01-31, zonder aanhalingstekens",
    "Decimal": "een bedrag als 310.00",
}


def _wat_hoort_hier(pad: Pad) -> str:
    """Say in Dutch what belongs at a place, from the model itself."""
    if keuzes := _keuzes(pad):
        return f"een van: {', '.join(keuzes)}"
    aanduiding = _type_op(pad)
    if omschrijving := _omschrijving(aanduiding):
        return omschrijving
    kern = _kern(aanduiding)
    if get_origin(kern) is tuple:
        return "een lijst (regels die met een streepje beginnen)"
    if isinstance(kern, type) and issubclass(kern, BaseModel):
        return f"een blok met {', '.join(naam for naam, veld in kern.model_fields.items() if veld.is_required())}"
    return _NAMEN.get(getattr(kern, "__name__", ""), "een andere waarde")


def _type_op(pad: Pad) -> Any:
    """Walk the model to the type at a key path; `Any` because annotations have no common type."""
    soort: Any = Werkwijze
    for deel in pad:
        kern = _kern(soort)
        if isinstance(deel, int):
            soort = get_args(kern)[0] if get_origin(kern) is tuple else None
        elif isinstance(kern, type) and issubclass(kern, BaseModel) and deel in kern.model_fields:
            veld = kern.model_fields[deel]
            soort = Annotated[veld.annotation, veld]
        else:
            return None
    return soort


def _kern(soort: Any) -> Any:
    """Take the wrapping off: Annotated, and "or None"."""
    while True:
        if get_origin(soort) is Annotated:
            soort = get_args(soort)[0]
        elif get_origin(soort) in (Union, types.UnionType):
            soort = next(deel for deel in get_args(soort) if deel is not type(None))
        else:
            return soort


def _omschrijving(soort: Any) -> str | None:
    if get_origin(soort) is Annotated:
        binnen, *extra = get_args(soort)
        gevonden = [deel.description for deel in extra if isinstance(deel, FieldInfo) and deel.description]
        return gevonden[0] if gevonden else _omschrijving(binnen)
    if get_origin(soort) in (Union, types.UnionType):
        return next((tekst for deel in get_args(soort) if (tekst := _omschrijving(deel))), None)
    return None
