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

from wijkspil.core.grens import GEMEENTE_INSTELLING, is_gemeentetabel

GEMEENTE_NU = f"(nullif(current_setting('{GEMEENTE_INSTELLING}', true), ''))::integer"


class GrensbewakendeEditor(DatabaseSchemaEditor):
    # An inline REFERENCES clause can't be composite: let every new foreign key go through _create_fk_sql.
    sql_create_column_inline_fk = None  # type: ignore[assignment]

    def create_model(self, model: type[Model]) -> None:
        super().create_model(model)
        if not is_gemeentetabel(model):
            return
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

    def _create_fk_sql(self, model: type[Model], field: "Field[Any, Any]", suffix: str) -> Statement:
        statement: Statement = super()._create_fk_sql(model, field, suffix)  # type: ignore[misc]
        ander = field.remote_field.model  # type: ignore[union-attr]
        if is_gemeentetabel(model) and is_gemeentetabel(ander):
            statement.parts["column"] = Columns(
                model._meta.db_table, ["gemeente_id", _kolom(field)], self.quote_name
            )
            statement.parts["to_column"] = Columns(
                ander._meta.db_table, ["gemeente_id", "id"], self.quote_name
            )
        return statement


def _kolom(veld: "Field[Any, Any]") -> str:
    assert veld.column is not None
    return veld.column
