"""Who may do what in the database (trust.md T1): the owner isn't all-powerful, the app owns nothing, the reader only reads."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.database import Adressen, weiger_te_veel_rechten
from wijkspil.opstart import rollen

Verbinding = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def tabel(eigenaar: Verbinding) -> Iterator[str]:
    """A table that the owner has just made, with one row; privileges come from the defaults alone."""
    eigenaar.execute("CREATE TABLE proef_rollen (id serial PRIMARY KEY, wat text)")
    eigenaar.execute("INSERT INTO proef_rollen (wat) VALUES ('rij')")
    yield "proef_rollen"
    eigenaar.execute("DROP TABLE proef_rollen")


@pytest.fixture
def app(adressen: Adressen) -> Iterator[Verbinding]:
    with psycopg.connect(adressen.app, autocommit=True) as verbinding:
        yield verbinding


@pytest.mark.parametrize("rol", [rollen.EIGENAAR, rollen.APP, rollen.LEZER])
def test_geen_enkele_rol_kan_om_de_rijbeveiliging_heen(eigenaar: Verbinding, rol: str) -> None:
    rij = eigenaar.execute(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = %s", [rol]
    ).fetchone()
    assert rij == (False, False, False, False)


def test_alleen_de_lezer_kan_niet_aanmelden(eigenaar: Verbinding) -> None:
    rijen = eigenaar.execute(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'wijkspil%' AND NOT rolcanlogin"
    ).fetchall()
    assert rijen == [(rollen.LEZER,)]


def test_de_app_bezit_niets_en_kan_de_eigenaar_niet_worden(app: Verbinding) -> None:
    assert app.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole").fetchone() == (
        0,
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("SET ROLE wijkspil_eigenaar")


def test_de_app_leest_en_schrijft_rijen(app: Verbinding, tabel: str) -> None:
    app.execute(f"INSERT INTO {tabel} (wat) VALUES ('nieuw')")
    app.execute(f"UPDATE {tabel} SET wat = 'anders' WHERE wat = 'rij'")
    app.execute(f"DELETE FROM {tabel} WHERE wat = 'nieuw'")
    assert app.execute(f"SELECT wat FROM {tabel}").fetchall() == [("anders",)]


@pytest.mark.parametrize(
    "opdracht",
    [
        "CREATE TABLE stiekem (id int)",
        "TRUNCATE {tabel}",
        "ALTER TABLE {tabel} ADD COLUMN extra int",
        "ALTER TABLE {tabel} DISABLE ROW LEVEL SECURITY",
        "DROP TABLE {tabel}",
        "CREATE POLICY alles ON {tabel} USING (true)",
    ],
)
def test_de_app_verandert_de_inrichting_niet(app: Verbinding, tabel: str, opdracht: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(opdracht.format(tabel=tabel))


@pytest.mark.parametrize(
    "opdracht",
    ["INSERT INTO {tabel} (wat) VALUES ('x')", "UPDATE {tabel} SET wat = 'x'", "DELETE FROM {tabel}"],
)
def test_de_lezer_leest_maar_schrijft_niet(app: Verbinding, tabel: str, opdracht: str) -> None:
    app.execute("SET ROLE wijkspil_lezer")
    assert app.execute(f"SELECT wat FROM {tabel}").fetchall() == [("rij",)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(opdracht.format(tabel=tabel))


def test_de_lezer_schrijft_waar_de_grond_het_uitdrukkelijk_toestaat(
    app: Verbinding, eigenaar: Verbinding, tabel: str
) -> None:
    eigenaar.execute(f"GRANT INSERT ON {tabel} TO wijkspil_lezer")
    app.execute("SET ROLE wijkspil_lezer")
    app.execute(f"INSERT INTO {tabel} (wat) VALUES ('spoor')")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(f"DELETE FROM {tabel}")


def test_de_uitbreidingen_staan_klaar(eigenaar: Verbinding) -> None:
    aanwezig = {str(naam) for (naam,) in eigenaar.execute("SELECT extname FROM pg_extension").fetchall()}
    assert aanwezig >= set(rollen.EXTENSIES)


def test_de_tests_weigeren_te_draaien_als_eigenaar(adressen: Adressen) -> None:
    weiger_te_veel_rechten(adressen.app)
    with pytest.raises(RuntimeError, match="refuse to run"):
        weiger_te_veel_rechten(adressen.eigenaar)


def test_een_beheerder_die_zelf_de_rollen_maakt_krijgt_de_hele_tekst() -> None:
    opdrachten = [o.as_string(None) for o in rollen.rol_opdrachten(wachtwoorden={rollen.APP: "o'ei"})]
    assert (
        'ALTER ROLE "wijkspil_eigenaar" LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION NOCREATEDB'
        in opdrachten
    )
    assert any("PASSWORD 'o''ei'" in o for o in opdrachten)
