"""Name a place in the file the way a person would: `producten[02A16].eenheid` instead of `producten.4.eenheid`."""

import re
from collections.abc import Mapping, Sequence

from wijkspil.werkwijzen.lezen import Pad

NAAMVELDEN = ("code", "sleutel", "stap", "trede", "deelgebied")
"""The fields that name an item in a list, and so may not stand there twice."""


def naam_van(item: object, plek: int) -> str:
    """Name an item of a list by its own key, or by its place counted from 1."""
    if isinstance(item, Mapping):
        for veld in NAAMVELDEN:
            if isinstance(item.get(veld), str):
                return str(item[veld])
    return f"#{plek + 1}"


def leesbaar(pad: Pad, inhoud: object) -> str:
    """Write a key path for people."""
    woorden = ""
    hier: object = inhoud
    for deel in pad:
        if isinstance(deel, int):
            item = hier[deel] if isinstance(hier, Sequence) and deel < len(hier) else None
            woorden += f"[{naam_van(item, deel)}]"
            hier = item
        else:
            woorden += f".{deel}" if woorden else deel
            hier = hier.get(deel) if isinstance(hier, Mapping) else None
    return woorden or "(het hele bestand)"


def vind(sleutel: str, inhoud: object) -> Pad:
    """Find the key path that people write as `producten[02A16].eenheid`; the way back of `leesbaar`.

    Keys that aren't there yet are taken as they are; an item of a list has to exist.

    Raises `LookupError` when a list has no item of that name.
    """
    pad: list[str | int] = []
    hier: object = inhoud
    for blok, item in re.findall(r"([^.\[\]]+)|\[([^\]]+)\]", sleutel):
        if blok:
            pad.append(blok)
            hier = hier.get(blok) if isinstance(hier, Mapping) else None
            continue
        lijst = hier if isinstance(hier, list) else []
        namen = [naam_van(deel, plek) for plek, deel in enumerate(lijst)]
        if item not in namen:
            raise LookupError(f"`{sleutel}`: er is geen `{item}`. Wel: {', '.join(namen) or 'niets'}.")
        pad.append(namen.index(item))
        hier = lijst[namen.index(item)]
    return tuple(pad)
