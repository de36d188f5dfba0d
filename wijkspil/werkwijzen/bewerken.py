"""Change one value in the text of a way of working and leave the rest as somebody wrote it: comments, order, spacing.

    tekst = zet(tekst, ("evaluatie", "elke_maanden"), 12)

A path is that of the plain values (`lezen.Gelezen`): keys, and places in lists counted from 0. Also here: the text cut into its
parts, one per key at the top, so that people can work on one part at a time even when another part can't be read.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from wijkspil.werkwijzen.lezen import Pad, compose, lees_yaml

Simpel = str | int | bool
Nieuw = Simpel | Mapping[str, Simpel]
_BOVENSTE = re.compile(r"(?m)^([A-Za-z_][\w-]*)[ \t]*:")


class PastNiet(ValueError):
    """The text can't be changed at this place; it has to be mended by hand first."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the text: a key at the top with everything under it and the comment right above it."""

    naam: str
    begin: int
    eind: int
    regel: int

    def van(self, tekst: str) -> str:
        return tekst[self.begin : self.eind]


def delen(tekst: str) -> list[Deel]:
    """Cut a text into its parts; what stands before the first key is the part with an empty name."""
    koppen = [(m.group(1), _met_opmerking(tekst, m.start())) for m in _BOVENSTE.finditer(tekst)]
    if not koppen or koppen[0][1] > 0:
        koppen.insert(0, ("", 0))
    eindes = [begin for _, begin in koppen[1:]] + [len(tekst)]
    return [
        Deel(naam, begin, eind, tekst.count("\n", 0, begin) + 1)
        for (naam, begin), eind in zip(koppen, eindes, strict=True)
    ]


def vervang_deel(tekst: str, naam: str, nieuw: str) -> str:
    """Put another text in the place of one part; raises `PastNiet` when there is no such part."""
    for deel in delen(tekst):
        if deel.naam == naam:
            return tekst[: deel.begin] + nieuw.rstrip("\n") + _staart(deel.van(tekst)) + tekst[deel.eind :]
    raise PastNiet(f"het deel `{naam}` staat niet (meer) in de tekst")


def waarde_op(inhoud: object, pad: Pad) -> object:
    """Give the plain value at a path, or None when nothing stands there."""
    for deel in pad:
        if isinstance(deel, int):
            inhoud = inhoud[deel] if isinstance(inhoud, list) and deel < len(inhoud) else None
        else:
            inhoud = inhoud.get(deel) if isinstance(inhoud, Mapping) else None
    return inhoud


def zet(tekst: str, pad: Pad, waarde: Nieuw | None) -> str:
    """Give the text with one value set; None takes the key away, and the block around it when that leaves it empty.

    Raises:
        PastNiet: the text can't be read, or the path goes through something that is no block.
    """
    try:
        wortel = compose(tekst)
    except yaml.YAMLError as fout:
        raise PastNiet("de tekst is zo niet te lezen") from fout
    if wortel is None:
        raise PastNiet("de tekst is leeg")
    knoop, weg, over = _loop(wortel, pad)
    if over:
        if waarde is None:
            return tekst
        if not isinstance(knoop, yaml.MappingNode) or isinstance(over[0], int):
            raise PastNiet(f"bij `{'.'.join(map(str, pad))}` staat geen blok")
        return _voeg_toe(tekst, knoop, str(over[0]), _genest(over[1:], waarde))
    if waarde is None:
        return _verwijder(tekst, weg)
    return _vervang(tekst, knoop, waarde)


def _loop(wortel: yaml.Node, pad: Pad) -> tuple[yaml.Node, list[tuple[yaml.MappingNode, int]], Pad]:
    """Walk as far as the path goes: the last node, the blocks on the way with the place in them, and what is left."""
    knoop: yaml.Node = wortel
    weg: list[tuple[yaml.MappingNode, int]] = []
    for n, deel in enumerate(pad):
        if isinstance(knoop, yaml.SequenceNode) and isinstance(deel, int) and deel < len(knoop.value):
            knoop = knoop.value[deel]
            weg = []  # a block in a list is never taken away by emptying it
            continue
        plek = next(
            (p for p, (sleutel, _) in enumerate(knoop.value) if sleutel.value == deel)
            if isinstance(knoop, yaml.MappingNode)
            else iter(()),
            None,
        )
        if plek is None:
            return knoop, weg, pad[n:]
        assert isinstance(knoop, yaml.MappingNode)
        weg.append((knoop, plek))
        knoop = knoop.value[plek][1]
    return knoop, weg, ()


def _vervang(tekst: str, knoop: yaml.Node, waarde: Nieuw) -> str:
    begin, eind = knoop.start_mark.index, knoop.end_mark.index
    if isinstance(knoop, yaml.ScalarNode):
        if getattr(knoop, "style", None) in ("|", ">"):
            eind = begin + len(tekst[begin:eind].rstrip())
        elif begin == eind:  # nothing stood there: keep a space after the colon
            begin = eind = begin - len(tekst[:begin]) + len(tekst[:begin].rstrip(" "))
            return f"{tekst[:begin]} {_schrijf(waarde)}{tekst[eind:]}"
    elif isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style:
        eind = begin + len(tekst[begin:eind].rstrip())
    return tekst[:begin] + _schrijf(waarde) + tekst[eind:]


def _voeg_toe(tekst: str, blok: yaml.MappingNode, sleutel: str, waarde: Nieuw) -> str:
    if blok.flow_style:
        plek = blok.end_mark.index - 1
        komma = ", " if blok.value else ""
        return f"{tekst[:plek].rstrip()}{komma}{sleutel}: {_schrijf(waarde)}{tekst[plek:]}"
    # Source and certainty close a block, so that a reader knows what they cover.
    voor = next((k for k, _ in blok.value if k.value in ("bron", "zekerheid")), blok.value[0][0])
    plek, inspringen = voor.start_mark.index, " " * voor.start_mark.column
    return f"{tekst[:plek]}{sleutel}: {_schrijf(waarde)}\n{inspringen}{tekst[plek:]}"


def _verwijder(tekst: str, weg: list[tuple[yaml.MappingNode, int]]) -> str:
    while len(weg) > 1 and len(weg[-1][0].value) == 1:
        weg.pop()
    blok, plek = weg[-1]
    sleutel, waarde = blok.value[plek]
    begin, eind = sleutel.start_mark.index, waarde.end_mark.index
    eind = max(begin + len(tekst[begin:eind].rstrip()), sleutel.end_mark.index + 1)
    if blok.flow_style:
        if plek + 1 < len(blok.value):
            eind = blok.value[plek + 1][0].start_mark.index
        elif plek:
            begin = tekst.rindex(",", 0, begin)
        return tekst[:begin] + tekst[eind:]
    if plek + 1 < len(blok.value):
        eind = blok.value[plek + 1][0].start_mark.index
        return tekst[:begin] + tekst[eind:]
    begin = tekst.rindex("\n", 0, begin)
    eind = tekst.find("\n", eind)
    return tekst[:begin] + (tekst[eind:] if eind >= 0 else "\n")


def _genest(pad: Pad, waarde: Nieuw) -> Nieuw:
    for deel in reversed(pad):
        waarde = {str(deel): waarde}  # type: ignore[dict-item]
    return waarde


def _schrijf(waarde: Nieuw) -> str:
    """Write a value as YAML that fits on one line, plain when that reads back as the same."""
    if isinstance(waarde, Mapping):
        return "{" + ", ".join(f"{naam}: {_schrijf(deel)}" for naam, deel in waarde.items()) + "}"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int):
        return str(waarde)
    kaal = waarde.strip()
    leest = lees_yaml(f"a: {{x: {kaal}}}")
    plat = "\n" not in kaal and not leest.fouten and leest.inhoud == {"a": {"x": kaal}}
    return kaal if plat else json.dumps(kaal, ensure_ascii=False)


def _met_opmerking(tekst: str, begin: int) -> int:
    """Move a beginning up over the comment lines right above it."""
    while begin:
        vorige = tekst.rfind("\n", 0, begin - 1) + 1
        if not tekst[vorige:begin].startswith("#"):
            break
        begin = vorige
    return begin


def _staart(tekst: str) -> str:
    """The line ends that close a part, so that the white line before the next one stays."""
    return tekst[len(tekst.rstrip("\n")) :] or "\n"


__all__ = ["Deel", "PastNiet", "delen", "vervang_deel", "waarde_op", "zet"]
