"""Lay two ways of working side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkspil.werkwijzen.paden import NAAMVELDEN, naam_van
from wijkspil.werkwijzen.werkwijze import Werkwijze

_HERKOMST = ("bron", "zekerheid")
_TITELS = ("naam", "label", "vraag", "bedrag")


@dataclass(frozen=True)
class Verschil:
    """One place in two ways of working; None on a side where it says nothing."""

    sleutel: str
    a: object
    b: object
    anders: bool = True

    @property
    def deel(self) -> str:
        """The part of the file it stands in: `producten[02A16].eenheid` is in `producten`."""
        return self.sleutel.partition(".")[0].partition("[")[0]

    @property
    def product(self) -> str:
        """The code of the product it is about, or nothing."""
        return self.sleutel.partition("[")[2].partition("]")[0] if self.deel == "producten" else ""


def verschil(a: Werkwijze, b: Werkwijze, *, met_herkomst: bool = False) -> list[Verschil]:
    """Name every place where two ways of working differ, in the order of the file.

    Items of lists are compared by their own key (a product by its code), so a change of order is no difference for
    them; a block that stands on one side only is one difference, shown by its name. Source and certainty are left out
    unless `met_herkomst`.
    """
    return [regel for regel in naast_elkaar(a, b, met_herkomst=met_herkomst) if regel.anders]


def naast_elkaar(a: Werkwijze, b: Werkwijze, *, met_herkomst: bool = False) -> list[Verschil]:
    """Lay two ways of working side by side, with what is the same too; `anders` marks what differs."""
    overslaan = () if met_herkomst else _HERKOMST
    return list(_vergelijk(a.model_dump(), b.model_dump(), "", overslaan))


def _vergelijk(a: object, b: object, pad: str, overslaan: Sequence[str]) -> Iterator[Verschil]:
    """Walk both at once; a side that says nothing is None."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        for veld in (*a, *(veld for veld in b if veld not in a)):
            if veld not in overslaan:
                yield from _vergelijk(a.get(veld), b.get(veld), f"{pad}.{veld}" if pad else veld, overslaan)
    elif _is_lijst_van_blokken(a) or _is_lijst_van_blokken(b):
        van_a, van_b = _op_naam(a), _op_naam(b)
        for naam in (*van_a, *(naam for naam in van_b if naam not in van_a)):
            yield from _vergelijk(van_a.get(naam), van_b.get(naam), f"{pad}[{naam}]", overslaan)
    elif a != b or a is not None:
        yield Verschil(pad, _kort(a), _kort(b), anders=a != b)


def _is_lijst_van_blokken(waarde: object) -> bool:
    return isinstance(waarde, tuple) and any(isinstance(deel, Mapping) for deel in waarde)


def _op_naam(lijst: object) -> dict[str, object]:
    delen = lijst if isinstance(lijst, tuple) else ()
    return {naam_van(deel, plek): deel for plek, deel in enumerate(delen)}


def _kort(waarde: object) -> object:
    """Show a whole block by its name; anything else as it is."""
    if not isinstance(waarde, Mapping):
        return waarde
    return next((waarde[veld] for veld in (*_TITELS, *NAAMVELDEN) if waarde.get(veld) is not None), waarde)
