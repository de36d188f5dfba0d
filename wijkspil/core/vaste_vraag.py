"""A question to the database that is composed once and asked thousands of times.

Composing a query with a few joins takes Django longer than PostgreSQL needs to answer it. Where the same rows are read in every
act, the shape stands at the top of the module and only the values travel:

    _PLAN = VasteVraag(lambda vraag, ronde: Plan.objects.filter(hulpvraag_id=vraag, ronde=ronde).select_related("regisseur"))
    plan = _PLAN.eerste(hulpvraag.pk, hulpvraag.ronde)

The rows are ordinary model instances, with what `select_related` brings. Border and role hold as for every query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.expressions import Expression
from django.db.models.query import RelatedPopulator, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)


class _Plek(Expression):
    """Where a value comes: in the composed statement it stands among the parameters, until a value takes its place."""

    def __init__(self, nummer: int) -> None:
        super().__init__()
        self.nummer = nummer

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


@dataclass(frozen=True, slots=True)
class _Samengesteld:
    """A statement with what is needed to make instances of its rows, as Django's own `ModelIterable` does."""

    soort: Any
    sql: str
    waarden: tuple[Any, ...]
    compiler: SQLCompiler
    omzetters: dict[int, Any]
    begin: int
    eind: int
    namen: tuple[str, ...]
    erbij: tuple[RelatedPopulator, ...]


class VasteVraag(Generic[M]):
    """A query with open places, one per argument of `maak`. Values are passed as they are: an id, a number, a word, a day."""

    def __init__(self, maak: "Callable[..., models.QuerySet[M]]") -> None:
        self._maak = maak

    def alle(self, *waarden: Any) -> list[M]:
        """The rows, in the order of the query; one query."""
        return self._vraag(self._samengesteld, waarden)

    def eerste(self, *waarden: Any) -> M | None:
        """The first row, or None; one query. A query without an order of its own is asked for one row."""
        rijen = self.alle(*waarden)
        return rijen[0] if rijen else None

    @cached_property
    def _samengesteld(self) -> _Samengesteld:
        plekken = [_Plek(nummer) for nummer, _ in enumerate(signature(self._maak).parameters)]
        compiler = self._maak(*plekken).query.get_compiler(DEFAULT_DB_ALIAS)
        sql, waarden = compiler.as_sql()
        vorm = compiler.klass_info
        assert vorm is not None and compiler.select is not None
        kolommen = vorm["select_fields"]
        return _Samengesteld(
            soort=compiler.query.model,
            sql=sql,
            waarden=tuple(waarden),
            compiler=compiler,
            omzetters=compiler.get_converters([kolom[0] for kolom in compiler.select]),
            begin=kolommen[0],
            eind=kolommen[-1] + 1,
            namen=tuple(kolom[0].target.attname for kolom in compiler.select[kolommen[0] : kolommen[-1] + 1]),
            erbij=tuple(get_related_populators(vorm, compiler.select, DEFAULT_DB_ALIAS)),  # type: ignore[call-arg]
        )

    def _vraag(self, s: _Samengesteld, waarden: tuple[Any, ...]) -> list[M]:
        ingevuld = [waarden[w.nummer] if isinstance(w, _Plek) else w for w in s.waarden]
        with connection.cursor() as cursor:
            cursor.execute(s.sql, ingevuld)
            rijen = cursor.fetchall()
        if s.omzetters:
            rijen = list(s.compiler.apply_converters(rijen, s.omzetters))
        gevonden = []
        for rij in rijen:
            ding = s.soort.from_db(DEFAULT_DB_ALIAS, s.namen, rij[s.begin : s.eind])
            for populator in s.erbij:
                populator.populate(rij, ding)
            gevonden.append(ding)
        return gevonden
