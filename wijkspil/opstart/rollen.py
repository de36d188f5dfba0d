"""The three roles of trust.md T1, and what each may do in a database.

- `wijkspil_eigenaar` owns the schema and runs migrations. No superuser, no BYPASSRLS.
- `wijkspil_app` is what web and worker sign in as. Owns nothing, so row-level security always holds for it.
- `wijkspil_lezer` is what a reading request becomes (SET ROLE): it can SELECT, and INSERT only where the ground grants it,
  as for the audit ledger.

Needs an administrator's address once per server; without one, `wijkspil rollen --sql` prints what an administrator has to run.
"""

import psycopg
from psycopg import sql

EIGENAAR = "wijkspil_eigenaar"
APP = "wijkspil_app"
LEZER = "wijkspil_lezer"
EXTENSIES = ("btree_gist", "pg_trgm", "unaccent")

_BEPERKT = "NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION"


def rol_opdrachten(*, wachtwoorden: dict[str, str], mag_databases_maken: bool = False) -> list[sql.Composed]:
    """Return the statements that make the roles, or put existing ones right. For an administrator; safe to repeat.

    `mag_databases_maken` lets the owner create and drop databases: for development and tests only.
    """
    eigenschappen = {
        EIGENAAR: f"LOGIN {_BEPERKT} {'CREATEDB' if mag_databases_maken else 'NOCREATEDB'}",
        APP: f"LOGIN {_BEPERKT} NOCREATEDB",
        LEZER: f"NOLOGIN {_BEPERKT} NOCREATEDB",
    }
    opdrachten = []
    for rol, eigenschap in eigenschappen.items():
        # CREATE ROLE knows no IF NOT EXISTS
        opdrachten.append(
            sql.SQL("DO $$BEGIN CREATE ROLE {}; EXCEPTION WHEN duplicate_object THEN NULL; END$$").format(
                sql.Identifier(rol)
            )
        )
        opdracht = sql.SQL("ALTER ROLE {} " + eigenschap).format(sql.Identifier(rol))
        if rol in wachtwoorden:
            opdracht = sql.SQL("{} PASSWORD {}").format(opdracht, sql.Literal(wachtwoorden[rol]))
        opdrachten.append(opdracht)
    opdrachten.append(sql.SQL("GRANT {} TO {}").format(sql.Identifier(LEZER), sql.Identifier(APP)))
    if mag_databases_maken:  # who drops a test database also ends the connections that a test left open
        opdrachten.append(sql.SQL("GRANT pg_signal_backend TO {}").format(sql.Identifier(EIGENAAR)))
    return opdrachten


def database_opdrachten() -> list[sql.Composed]:
    """Return the statements that prepare one database: extensions, and what app and lezer may do with the owner's tables.

    For an administrator or for the owner of the database (these extensions are trusted ones); safe to repeat.
    """
    namen = {"eigenaar": sql.Identifier(EIGENAAR), "app": sql.Identifier(APP), "lezer": sql.Identifier(LEZER)}
    opdrachten = [
        sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(naam)) for naam in EXTENSIES
    ]
    opdrachten.append(sql.SQL("GRANT USAGE ON SCHEMA public TO {app}, {lezer}").format(**namen))
    for wie, tabellen, reeksen in (
        ("app", "SELECT, INSERT, UPDATE, DELETE", "USAGE, SELECT"),
        ("lezer", "SELECT", "USAGE, SELECT"),
    ):
        for recht, soort in ((tabellen, "TABLES"), (reeksen, "SEQUENCES")):
            opdrachten.append(
                sql.SQL(
                    "ALTER DEFAULT PRIVILEGES FOR ROLE {eigenaar} IN SCHEMA public "
                    + f"GRANT {recht} ON {soort} TO {{{wie}}}"
                ).format(**namen)
            )
    return opdrachten


def maak_rollen(
    verbinding: psycopg.Connection[tuple[object, ...]],
    *,
    wachtwoorden: dict[str, str],
    mag_databases_maken: bool = False,
) -> None:
    """Make or correct the roles over an administrator's autocommit connection."""
    for opdracht in rol_opdrachten(wachtwoorden=wachtwoorden, mag_databases_maken=mag_databases_maken):
        verbinding.execute(opdracht)


def maak_database(verbinding: psycopg.Connection[tuple[object, ...]], naam: str) -> None:
    """Create database `naam`, owned by the owner role, unless it exists. Only app and owner may connect to it."""
    if verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone() is None:
        verbinding.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(naam), sql.Identifier(EIGENAAR))
        )
    verbinding.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(naam)))
    verbinding.execute(
        sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(
            sql.Identifier(naam), sql.Identifier(APP)
        )
    )


def richt_database_in(verbinding: psycopg.Connection[tuple[object, ...]]) -> None:
    """Put extensions and default privileges in the database that `verbinding` is connected to."""
    for opdracht in database_opdrachten():
        verbinding.execute(opdracht)
