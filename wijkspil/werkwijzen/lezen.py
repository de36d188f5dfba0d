"""Read YAML with the line of every key, so that a fault can be pointed at.

Only the plain part of YAML is accepted: no references, no tags, one document. A number that starts with a nought stays
text (`0484`), euro become `Decimal`, days become `date`. A key that stands twice is a fault, where YAML itself
silently keeps the last one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import yaml

Pad = tuple[str | int, ...]
MEESTE_TEKENS = 300_000
DIEPSTE_LAAG = 30

_HEEL = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAAL = re.compile(r"-?[0-9]+\.[0-9]+")
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GEWOON = {"map", "seq", "str", "int", "float", "bool", "null", "timestamp", "merge", "value"}
_LEEG = {"", "~", "null"}


@dataclass(frozen=True)
class Leesfout:
    """Something that cannot be read, before anybody asks what it means."""

    regel: int
    pad: Pad
    probleem: str
    verwacht: str
    doe: str


@dataclass
class Gelezen:
    """The file as plain values, with for each key path (list places counted from 0) its line, counted from 1."""

    inhoud: object = None
    regels: dict[Pad, int] = field(default_factory=dict)
    fouten: list[Leesfout] = field(default_factory=list)

    def regel_van(self, pad: Pad) -> int:
        """Give the line of a key, or of the nearest block around it when the key is missing."""
        while pad and pad not in self.regels:
            pad = pad[:-1]
        return self.regels.get(pad, 1)


class _Weigering(yaml.MarkedYAMLError):
    """Something YAML allows and we don't."""


class _Lader(yaml.SafeLoader):
    """The composer of PyYAML, without references and with a bottom."""

    _diepte = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise self._weiger("verwijzing")
        self._diepte += 1
        if self._diepte > DIEPSTE_LAAG:
            raise self._weiger("te diep")
        knoop: yaml.Node | None = super().compose_node(parent, index)
        self._diepte -= 1
        return knoop

    def _weiger(self, wat: str) -> _Weigering:
        return _Weigering(problem=wat, problem_mark=self.peek_event().start_mark)  # type: ignore[no-untyped-call]


_VERGELIJK = "Vergelijk de regel en de regel erboven met een bestand dat wel werkt."
_UITLEG = {
    "expected ',' or": (
        "een lijst of blok op één regel dat niet goed sluit",
        "Zet tekst met een komma, vraagteken of dubbele punt tussen aanhalingstekens, en sluit af met ] of }.",
    ),
    "verwijzing": ("een verwijzing met *", "Schrijf de waarde voluit; zo blijft het bestand los te lezen."),
    "te diep": ("te veel lagen in elkaar", "Haal lagen weg; een werkwijze heeft er minder dan tien."),
    "mapping values are not allowed here": (
        "een dubbele punt op een plek waar dat niet kan",
        "Zet tekst met een dubbele punt tussen aanhalingstekens en kijk of de regel even ver inspringt als de regel erboven.",
    ),
    "found character '\\t' that cannot start any token": ("een tab", "Spring in met spaties, twee per laag."),
    "could not find expected ':'": (
        "een regel zonder dubbele punt",
        "Schrijf elke regel als `sleutel: waarde`.",
    ),
    "expected <block end>, but found '<block mapping start>'": (
        "een regel die anders inspringt dan zijn buren",
        "Laat regels die bij elkaar horen even ver inspringen.",
    ),
    "but found another document": (
        "een tweede document na ---",
        "Zet elke werkwijze in een eigen bestand.",
    ),
}


def lees_yaml(tekst: str) -> Gelezen:
    """Read a text into plain values with their lines; never raises, everything wrong is in `fouten`."""
    gelezen = Gelezen()
    if len(tekst) > MEESTE_TEKENS:
        gelezen.fouten.append(
            Leesfout(
                1,
                (),
                "het bestand is te groot",
                f"ten hoogste {MEESTE_TEKENS} tekens",
                "Kijk of dit een werkwijze is.",
            )
        )
        return gelezen
    try:
        # The C loader of PyYAML is faster but cannot count its own depth.
        wortel = compose(tekst)
    except yaml.MarkedYAMLError as fout:
        gelezen.fouten.append(_van_yaml(fout))
    except yaml.reader.ReaderError as fout:
        regel = tekst.count("\n", 0, fout.position) + 1
        gelezen.fouten.append(
            Leesfout(
                regel,
                (),
                "een teken dat niet in tekst hoort",
                "gewone tekst (UTF-8)",
                "Haal het teken weg en typ het opnieuw.",
            )
        )
    else:
        gelezen.inhoud = _waarde(wortel, (), gelezen) if wortel is not None else None
    return gelezen


def compose(tekst: str) -> yaml.Node | None:
    """Give the nodes of a text with their places; raises `yaml.YAMLError` when it can't be read at all."""
    lader = _Lader(tekst)
    try:
        knoop: yaml.Node | None = lader.get_single_node()
        return knoop
    finally:
        lader.dispose()


def _van_yaml(fout: yaml.MarkedYAMLError) -> Leesfout:
    plek = fout.problem_mark or fout.context_mark
    regel = plek.line + 1 if plek is not None else 1
    probleem = fout.problem or ""
    if probleem.startswith("expected ',' or"):
        probleem = "expected ',' or"
    wat, doe = _UITLEG.get(probleem, (f"geen geldige YAML ({fout.problem})", _VERGELIJK))
    return Leesfout(regel, (), wat, "regels van de vorm `sleutel: waarde`", doe)


def _waarde(knoop: yaml.Node, pad: Pad, in_: Gelezen) -> object:
    in_.regels.setdefault(pad, knoop.start_mark.line + 1)
    if knoop.tag.removeprefix("tag:yaml.org,2002:") not in _GEWOON:
        in_.fouten.append(
            Leesfout(
                knoop.start_mark.line + 1,
                pad,
                f"het label {knoop.tag}",
                "een gewone waarde",
                "Haal het uitroepteken en het woord erachter weg.",
            )
        )
    if isinstance(knoop, yaml.MappingNode):
        return _blok(knoop, pad, in_)
    if isinstance(knoop, yaml.SequenceNode):
        return [_waarde(deel, (*pad, plek), in_) for plek, deel in enumerate(knoop.value)]
    return _enkel(knoop, pad, in_)


def _blok(knoop: yaml.MappingNode, pad: Pad, in_: Gelezen) -> Mapping[str, object]:
    blok: dict[str, object] = {}
    for sleutelknoop, waardeknoop in knoop.value:
        regel = sleutelknoop.start_mark.line + 1
        if not isinstance(sleutelknoop, yaml.ScalarNode):
            in_.fouten.append(
                Leesfout(
                    regel,
                    pad,
                    "een sleutel die zelf een lijst of blok is",
                    "een woord",
                    "Schrijf een woord voor de dubbele punt.",
                )
            )
            continue
        sleutel = str(sleutelknoop.value)
        hier = (*pad, sleutel)
        if sleutel in blok:
            in_.fouten.append(
                Leesfout(
                    regel,
                    hier,
                    f"de sleutel `{sleutel}` staat er twee keer (eerder op regel {in_.regels[hier]})",
                    "elke sleutel één keer per blok",
                    "Kies welke van de twee geldt en haal de andere weg.",
                )
            )
            continue
        in_.regels[hier] = regel
        blok[sleutel] = _waarde(waardeknoop, hier, in_)
    return blok


def _enkel(knoop: yaml.Node, pad: Pad, in_: Gelezen) -> object:
    tekst = str(knoop.value)
    if getattr(knoop, "style", None) is not None:
        return tekst
    if tekst in _LEEG:
        return None
    if tekst in ("true", "false"):
        return tekst == "true"
    if _HEEL.fullmatch(tekst):
        return int(tekst)
    if _DECIMAAL.fullmatch(tekst):
        return Decimal(tekst)
    if _DAG.fullmatch(tekst):
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            in_.fouten.append(
                Leesfout(
                    knoop.start_mark.line + 1,
                    pad,
                    f"{tekst} is geen bestaande dag",
                    "een dag als 2026-01-31",
                    "Kijk de maand en de dag na.",
                )
            )
            return date.min
    return tekst
