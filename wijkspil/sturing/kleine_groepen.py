"""Groups too small to show: a figure about health is shown for ten people or more, and can't be worked out from its neighbours."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

KLEINSTE = 10
"""Trust T6: figures about people's health show groups of ten or more only."""

K = TypeVar("K", bound=Hashable)


def te_tonen(groepen: Mapping[K, int], *, kleinste: int = KLEINSTE) -> frozenset[K]:
    """Which groups may be shown beside their total.

    A group under `kleinste` is hidden. When what is hidden is together still under `kleinste`, somebody could subtract the
    others from the total; then the smallest of the others is hidden as well, until that no longer works.
    """
    verborgen = {groep for groep, aantal in groepen.items() if 0 < aantal < kleinste}
    rest = sorted(
        (groep for groep in groepen if groep not in verborgen and groepen[groep]),
        key=lambda g: (groepen[g], str(g)),
    )
    while verborgen and rest and sum(groepen[groep] for groep in verborgen) < kleinste:
        verborgen.add(rest.pop(0))
    return frozenset(groepen) - verborgen


def totaal_te_tonen(groepen: Mapping[K, int], *, kleinste: int = KLEINSTE) -> bool:
    """Whether the total of the groups may be shown."""
    return sum(groepen.values()) >= kleinste
