"""What most indicators share: counts per quarter over two years, with the quarters filled in, and their pictures."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ibis.expr.types as ir
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafieken import gestapeld, lijngrafiek
from ..lees import Rij
from ..periode import Filter, Kwartaal
from .basis import Kolom, Tekst, Vorm, deel

KWARTAAL = Kolom("kwartaal", __("Kwartaal"), Vorm.TEKST)


def per_kwartaal(tabel: ir.Table, f: Filter, **maten: Any) -> ir.Table:
    """Aggregate a table with a `dag` per quarter, the chosen one and the seven before it."""
    eerste = f.kwartaal.reeks()[0].begin
    binnen = tabel.filter(x.dag.between(eerste, f.kwartaal.eind))
    return binnen.mutate(begin=x.dag.truncate("Q")).group_by("begin").agg(**maten)


def vul(
    *tellingen: str, delen: Mapping[str, tuple[str, str]] | None = None, los: Sequence[str] = ()
) -> Callable[[list[Rij], Filter], list[Rij]]:
    """A `werk_af` that gives every quarter since the first a row: counts (0 when nothing happened), shares and loose values."""

    def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
        gevuld = {Kwartaal.van(rij["begin"]): rij for rij in rijen}
        uit: list[Rij] = []
        for k in f.kwartaal.reeks():
            if not gevuld or k < min(gevuld):
                continue
            rij = gevuld.get(k, {})
            nieuw: Rij = {"kwartaal": k.kort} | {t: rij.get(t) or 0 for t in tellingen}
            nieuw |= {naam: deel(rij.get(a), rij.get(b)) for naam, (a, b) in (delen or {}).items()}
            uit.append(nieuw | {naam: rij.get(naam) for naam in los})
        return uit

    return werk_af


Beeld = Callable[[Sequence[Rij], Filter, str, str], str]


def stapels(*delen: tuple[str, Tekst], factor: float = 1, decimalen: int = 0) -> Beeld:
    """One lying bar per quarter, built from the named fields."""

    def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
        punten = [
            {
                "kwartaal": rij["kwartaal"],
                "deel": str(woord),
                "n": None if rij[veld] is None else rij[veld] * factor,
            }
            for rij in rijen
            for veld, woord in delen
        ]
        return gestapeld(
            punten,
            categorie="kwartaal",
            waarde="n",
            reeks="deel",
            titel=titel,
            uitleg=uitleg,
            decimalen=decimalen,
        )

    return beeld


def lijnen(*delen: tuple[str, Tekst], eenheid: Tekst, factor: float = 1, decimalen: int = 0) -> Beeld:
    """A line per named field over the quarters."""

    def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
        punten = [
            {
                "kwartaal": rij["kwartaal"],
                "lijn": str(woord),
                "n": None if rij[veld] is None else rij[veld] * factor,
            }
            for rij in rijen
            for veld, woord in delen
        ]
        return lijngrafiek(
            punten,
            x="kwartaal",
            y="n",
            reeks="lijn",
            titel=titel,
            uitleg=uitleg,
            titel_y=str(eenheid),
            decimalen=decimalen,
        )

    return beeld
