"""What the database itself promises about municipalities, read from its catalogue: all tables, no exceptions but the listed (T1, T3, T4)."""

import psycopg
import pytest
from django.db import connection

ZONDER_GEMEENTE = {
    # table: why it carries no municipality
    "gemeenten_gemeente": "the register of municipalities itself",
    "gemeenten_account": "a way in; rights hang on rows per municipality",
    "account_emailaddress": "belongs to an account",
    "account_emailconfirmation": "belongs to an account",
    "mfa_authenticator": "belongs to an account",
    "django_session": "belongs to an account",
    "django_migrations": "of the schema",
    "django_content_type": "of the schema",
    "auth_group": "of Django, not used",
    "auth_group_permissions": "of Django, not used",
    "auth_permission": "of Django, not used",
    "axes_accessattempt": "lock-out, before anybody is known",
    "axes_accessattemptexpiration": "lock-out, before anybody is known",
    "axes_accessfailurelog": "lock-out, before anybody is known",
    "axes_accesslog": "lock-out, before anybody is known",
    "procrastinate_jobs": "jobs hold ids and a municipality code, never a person",
    "procrastinate_events": "of the job queue",
    "procrastinate_periodic_defers": "of the job queue",
    "procrastinate_workers": "of the job queue",
}


@pytest.fixture
def catalogus(eigenaar: psycopg.Connection) -> psycopg.Connection:
    return eigenaar


def _tabellen(catalogus: psycopg.Connection) -> list[tuple[str, bool, bool]]:
    return catalogus.execute(
        "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class "
        "WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
    ).fetchall()


@pytest.mark.django_db
def test_elke_tabel_bewaakt_de_grens_of_staat_met_reden_op_de_lijst(catalogus: psycopg.Connection) -> None:
    tabellen = _tabellen(catalogus)
    bewaakt = {naam for naam, aan, geforceerd in tabellen if aan and geforceerd}
    onbewaakt = {naam for naam, *_ in tabellen} - bewaakt

    assert onbewaakt == set(ZONDER_GEMEENTE), (
        "a new table without a municipality needs a reason in ZONDER_GEMEENTE"
    )
    assert len(bewaakt) >= 40


@pytest.mark.django_db
def test_elk_beleid_geldt_voor_lezen_en_schrijven_en_leest_dezelfde_instelling(
    catalogus: psycopg.Connection,
) -> None:
    bewaakt = {naam for naam, aan, _ in _tabellen(catalogus) if aan}
    beleid = catalogus.execute(
        "SELECT tablename, cmd, permissive, roles::text[], qual, with_check FROM pg_policies WHERE schemaname = 'public'"
    ).fetchall()

    assert {rij[0] for rij in beleid} == bewaakt
    for tabel, cmd, permissief, rollen, lezen, schrijven in beleid:
        assert (cmd, permissief, rollen) == ("ALL", "PERMISSIVE", ["public"]), tabel
        assert lezen == schrijven, tabel
        assert "current_setting('wijkspil.gemeente'::text, true)" in lezen, tabel
    assert len(beleid) == len(bewaakt), "one policy per table: a second permissive one would widen it"


@pytest.mark.django_db
def test_elke_sleutel_begint_met_de_gemeente(catalogus: psycopg.Connection) -> None:
    bewaakt = {naam for naam, aan, _ in _tabellen(catalogus) if aan}
    sleutels = catalogus.execute(
        "SELECT c.conrelid::regclass::text, c.contype, "
        "  (SELECT array_agg(a.attname ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(att, n) "
        "   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.att), "
        "  CASE WHEN c.confrelid <> 0 THEN c.confrelid::regclass::text END, "
        "  (SELECT array_agg(a.attname ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY k(att, n) "
        "   JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.att) "
        "FROM pg_constraint c WHERE c.contype IN ('p', 'f') AND c.connamespace = 'public'::regnamespace"
    ).fetchall()

    vreemd = 0
    for tabel, soort, kolommen, doel, doelkolommen in sleutels:
        if tabel not in bewaakt:
            continue
        if soort == "p":
            assert kolommen == ["gemeente_id", "id"], tabel
        elif doel in bewaakt:
            vreemd += 1
            assert kolommen[0] == "gemeente_id", (
                f"{tabel}.{kolommen}: a plain foreign key accepts rows of other municipalities"
            )
            assert doelkolommen == ["gemeente_id", "id"], tabel
    assert vreemd >= 60


@pytest.mark.django_db
def test_de_app_rol_bezit_niets_en_kan_de_grens_niet_negeren(catalogus: psycopg.Connection) -> None:
    rollen = dict(
        catalogus.execute(
            "SELECT rolname, (rolsuper OR rolbypassrls OR rolcreaterole) FROM pg_roles WHERE rolname LIKE 'wijkspil%'"
        ).fetchall()
    )
    assert rollen == {"wijkspil_app": False, "wijkspil_eigenaar": False, "wijkspil_lezer": False}
    eigenaren = {r[0] for r in catalogus.execute(
        "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    )}  # fmt: skip
    assert eigenaren == {"wijkspil_eigenaar"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("wijkspil_app",)


@pytest.mark.django_db
def test_geen_gezichten_of_functies_die_om_de_grens_heen_kijken(catalogus: psycopg.Connection) -> None:
    gezichten = catalogus.execute(
        "SELECT relname, reloptions FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    assert [naam for naam, opties in gezichten if "security_invoker=true" not in (opties or [])] == []
    definers = catalogus.execute(
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    ).fetchall()
    assert definers == [], (
        "a SECURITY DEFINER function reads with the owner's eyes: list it here with a reason"
    )


@pytest.mark.django_db
def test_gebeurtenissen_en_auditregels_zijn_niet_te_wijzigen(catalogus: psycopg.Connection) -> None:
    for tabel in ("core_gebeurtenis", "core_auditregel"):
        for recht, mag in (
            ("SELECT", True),
            ("INSERT", True),
            ("UPDATE", False),
            ("DELETE", False),
            ("TRUNCATE", False),
        ):
            assert catalogus.execute(
                "SELECT has_table_privilege('wijkspil_app', %s, %s)", [tabel, recht]
            ).fetchone() == (mag,), (tabel, recht)


@pytest.mark.django_db
def test_de_lezer_schrijft_alleen_auditregels(catalogus: psycopg.Connection) -> None:
    schrijfbaar = {
        rij[0]
        for rij in catalogus.execute(
            "SELECT DISTINCT table_name FROM information_schema.table_privileges "
            "WHERE grantee = 'wijkspil_lezer' AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')"
        )
    }
    assert schrijfbaar == {"core_auditregel"}
