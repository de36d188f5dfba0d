"""Turns each table that carries a municipality into one that guards it.

Three things happen when such a table is created:
1. the primary key becomes (gemeente_id, id), which is also the key on which the database can later be sharded;
2. every foreign key to another such table becomes (gemeente_id, x_id) -> (gemeente_id, id), since a plain one would accept
   a row of another municipality;
3. row-level security is enabled and forced, with one policy that reads the transaction-local setting `wijkspil.gemeente`.
   Without that setting the expression is NULL, so nothing is visible and nothing can be written.
"""

from typing import Any

from django.db.backends.ddl_references import Columns, Statement
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.models import Field, Model

from wijkspil.core.grens import GEMEENTE_INSTELLING, Gemeentesleutel, is_gemeentetabel

GEMEENTE_NU = f"(nullif(current_setting('{GEMEENTE_INSTELLING}', true), ''))::integer"


class GrensbewakendeEditor(DatabaseSchemaEditor):
    # An inline REFERENCES clause can't be composite: let every new foreign key go through _create_fk_sql.
    sql_create_column_inline_fk = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # When tables refer to each other, Django adds their keys one by one, and the municipality not always first.
        self._sleutels: list[tuple[Statement, type[Model], Field[Any, Any]]] = []
        self._bewaakt: set[str] = set()

    def create_model(self, model: type[Model]) -> None:
        super().create_model(model)
        if is_gemeentetabel(model):
            self._bewaak(model)

    def add_field(self, model: type[Model], field: "Field[Any, Any]") -> None:
        super().add_field(model, field)
        if isinstance(field, Gemeentesleutel):
            self._bewaak(model)

    def _bewaak(self, model: type[Model]) -> None:
        tabel = self.quote_name(model._meta.db_table)
        sleutel = self.quote_name(f"{model._meta.db_table}_pkey")
        self.execute(
            f"ALTER TABLE {tabel} DROP CONSTRAINT {sleutel}, "
            f"ADD CONSTRAINT {sleutel} PRIMARY KEY (gemeente_id, {self.quote_name(_kolom(model._meta.pk))})"
        )
        self.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
        self.execute(
            f"CREATE POLICY gemeentegrens ON {tabel} "
            f"USING (gemeente_id = {GEMEENTE_NU}) WITH CHECK (gemeente_id = {GEMEENTE_NU})"
        )
        self._bewaakt.add(model._meta.db_table)
        for statement, van, veld in self._sleutels:
            self._maak_samengesteld(statement, van, veld)

    def _create_fk_sql(self, model: type[Model], field: "Field[Any, Any]", suffix: str) -> Statement:
        statement: Statement = super()._create_fk_sql(model, field, suffix)  # type: ignore[misc]
        self._sleutels.append((statement, model, field))
        self._maak_samengesteld(statement, model, field)
        return statement

    def _maak_samengesteld(self, statement: Statement, model: type[Model], field: "Field[Any, Any]") -> None:
        """Let a foreign key between two guarded tables carry the municipality; until both are, it stays as it is."""
        ander = field.remote_field.model  # type: ignore[union-attr]
        if self._is_bewaakt(model) and self._is_bewaakt(ander):
            statement.parts["column"] = Columns(
                model._meta.db_table, ["gemeente_id", _kolom(field)], self.quote_name
            )
            statement.parts["to_column"] = Columns(
                ander._meta.db_table, ["gemeente_id", "id"], self.quote_name
            )

    def _is_bewaakt(self, model: type[Model]) -> bool:
        return is_gemeentetabel(model) or model._meta.db_table in self._bewaakt


def _kolom(veld: "Field[Any, Any]") -> str:
    assert veld.column is not None
    return veld.column
