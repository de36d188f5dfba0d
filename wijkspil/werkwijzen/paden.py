"""Name a place in the file the way a person would: `producten[02A16].eenheid` instead of `producten.4.eenheid`."""

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
