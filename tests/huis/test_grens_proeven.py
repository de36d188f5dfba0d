"""Raw SQL against the border: each table, each verb, with no context, the right one and the wrong one (T2)."""

import random

import psycopg
import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from tests.wijk import Wijk
from wijkspil.core.grens import BuitenDeGrens, binnen, is_gemeentetabel
from wijkspil.core.handeling import handeling
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.models import Hulpvraag

MODELLEN = sorted((m for m in apps.get_models() if is_gemeentetabel(m)), key=lambda m: m._meta.db_table)


def _tel(tabel: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{tabel}"')
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("model", MODELLEN, ids=lambda m: m._meta.db_table)
def test_zonder_context_is_er_niets_en_met_de_verkeerde_ook_niet(lvc: Wijk, model: type) -> None:
    lvc.melding()
    tabel = model._meta.db_table  # type: ignore[attr-defined]
    _context("")
    assert _tel(tabel) == 0
    _context("9999")
    assert _tel(tabel) == 0
    with connection.cursor() as cursor:
        for werkwoord in (f'UPDATE "{tabel}" SET gemeente_id = gemeente_id', f'DELETE FROM "{tabel}"'):
            try:
                with transaction.atomic():
                    cursor.execute(werkwoord)
                    assert cursor.rowcount == 0, werkwoord
            except DatabaseError as fout:
                assert "permission denied" in str(fout)  # append-only tables


def _context(gemeente: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('wijkspil.gemeente', %s, true)", [gemeente])


def test_een_rij_voor_een_ander_wordt_geweigerd(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    with connection.cursor() as cursor:
        for waarde in ("", "484"):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                _context(waarde)
                cursor.execute(
                    "INSERT INTO core_teller (gemeente_id, reeks, laatste) VALUES (%s, 'inbraak', 1)",
                    [hulpvraag.gemeente_id],
                )


def test_een_verwijzing_naar_een_rij_van_een_ander_kan_niet(lvc: Wijk, alphen: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        vreemde = Hulpvraag.objects.first() or lvc.melding()
    eigen = alphen.melding()
    with pytest.raises(IntegrityError), transaction.atomic():
        with handeling("inwoner.gewijzigd", door=alphen.als("Tobias de Wit")) as h:
            eigen.inwoner_id = vreemde.inwoner_id
            h.bewaar(eigen, "inwoner_id")
            h.over(eigen)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_tienduizend_wisselende_transacties_op_een_verbinding(
    testdatabase: object, adressen: object, transactional_db: None
) -> None:
    """Alternating municipalities on one connection: never a row of the other. The seed is printed."""
    zaad = random.randrange(10**6)
    print(f"zaad {zaad}")
    kans = random.Random(zaad)
    with psycopg.connect(adressen.eigenaar, autocommit=True) as eigenaar:  # type: ignore[attr-defined]
        for code, slug in ((1, "een"), (2, "twee")):
            eigenaar.execute(
                "INSERT INTO gemeenten_gemeente (id, naam, slug, werkwijze, regio, actief) VALUES (%s, %s, %s, 'alphen', '', true)",
                [code, slug, slug],
            )
    with psycopg.connect(adressen.app) as app:  # type: ignore[attr-defined]
        for code in (1, 2):
            with app.transaction():
                app.execute("SELECT set_config('wijkspil.gemeente', %s, true)", [str(code)])
                app.execute(
                    "INSERT INTO core_teller (gemeente_id, reeks, laatste) VALUES (%s, %s, 1)",
                    [code, f"van-{code}"],
                )
        vreemd = 0
        for _ in range(10_000):
            code = kans.choice((1, 2, None))
            with app.transaction():
                if code is not None:
                    app.execute("SELECT set_config('wijkspil.gemeente', %s, true)", [str(code)])
                gezien = app.execute("SELECT reeks FROM core_teller").fetchall()
                vreemd += gezien != ([(f"van-{code}",)] if code else [])
        assert vreemd == 0


def test_een_get_kan_niets_wijzigen(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    with binnen(lvc.gemeente.pk, lezen=True):
        assert Inwoner.objects.filter(pk=hulpvraag.inwoner_id).exists()
        with connection.cursor() as cursor:
            for werkwoord in ("UPDATE toegang_hulpvraag SET vraag = 'x'", "DELETE FROM inwoners_relatie"):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    cursor.execute(werkwoord)


def test_buiten_een_gemeente_kan_geen_handeling(lvc: Wijk, alphen: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        door = lvc.als("Bram Peeters")
    with pytest.raises(BuitenDeGrens), handeling("vraag.toegewezen", door=door):
        pass
    assert Auditregel.objects.filter(door_naam="Bram Peeters").count() == 0
