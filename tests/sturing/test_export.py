"""What leaves the database for steering: only what may, complete, and the same however it was built."""

import os
import uuid
from pathlib import Path

import duckdb
import pytest
from django.utils import timezone

from tests.sturing.spel import GEVOELIG, speel
from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
from wijkspil.sturing import velden
from wijkspil.sturing.export import ververs
from wijkspil.sturing.stand import lees_stand, maandbestanden, map_van


def rijen(gemeente_id: int) -> list[tuple[object, ...]]:
    bestanden = [str(b) for b in maandbestanden(gemeente_id)]
    return duckdb.sql("SELECT * FROM read_parquet($b) ORDER BY id", params={"b": bestanden}).fetchall()


def alles_als_tekst(gemeente_id: int) -> str:
    return repr(rijen(gemeente_id)) + "".join(p.name for p in map_van(gemeente_id).rglob("*"))


def test_every_permitted_event_is_there_once(stad: Wijk) -> None:
    verwacht = (
        Gebeurtenis.objects.filter(soort__in=velden.VELDEN).order_by("id").values_list("id", "soort", "dag")
    )
    assert [(r[1], r[2], r[4]) for r in rijen(stad.gemeente.pk)] == list(verwacht)
    stand = lees_stand(stad.gemeente.pk)
    assert stand is not None
    assert stand.rijen == len(verwacht) > 3000


def test_no_name_number_or_sentence_ever_reaches_a_file(stad: Wijk) -> None:
    tekst = alles_als_tekst(stad.gemeente.pk)
    inhoud = b"".join(b.read_bytes() for b in map_van(stad.gemeente.pk).rglob("*") if b.is_file())
    for woord in GEVOELIG:
        assert woord not in tekst
        assert woord.encode() not in inhoud
    # Nor an id with which somebody could be looked up again.
    een = Gebeurtenis.objects.first()
    assert een is not None
    for id_ in (een.dossier_id, een.inwoner_id, een.door_id, een.onderwerp_id, een.handeling_id):
        assert str(id_) not in tekst
        assert id_.int not in {
            waarde for rij in rijen(stad.gemeente.pk) for waarde in rij if isinstance(waarde, int)
        }


def test_a_sentence_in_a_permitted_fact_is_dropped_and_the_rest_of_the_event_stays(lvc: Wijk) -> None:
    wie = {"door_soort": "medewerker", "door_naam": "x", "handeling_id": uuid.uuid4()}
    Gebeurtenis.objects.create(
        gemeente_id=lvc.gemeente.pk, soort="melding.ontvangen", moment=timezone.now(), dag="2026-03-01", dossier_id=uuid.uuid4(),
        gegevens={"kanaal": "Mevrouw De Wit belde", "thema": "999900006", "deur": "zorgbalie", "ronde": "999900006"}, **wie,
    )  # fmt: skip
    ververs(lvc.gemeente.pk)
    bestand = str(maandbestanden(lvc.gemeente.pk)[0])
    assert duckdb.sql(f"SELECT kanaal, thema, deur, ronde FROM '{bestand}'").fetchall() == [
        (None, None, "zorgbalie", None)
    ]


def test_taking_only_what_is_new_gives_the_same_files_as_building_anew(lvc: Wijk) -> None:
    speel(lvc.gemeente.pk, ["11111111-1111-4111-8111-111111111111"], zaad=1, vragen=60)
    ververs(lvc.gemeente.pk)
    speel(lvc.gemeente.pk, ["11111111-1111-4111-8111-111111111111"], zaad=2, vragen=60)
    bij = ververs(lvc.gemeente.pk)
    aangevuld = rijen(lvc.gemeente.pk)
    opnieuw = ververs(lvc.gemeente.pk, volledig=True)
    assert rijen(lvc.gemeente.pk) == aangevuld
    assert (bij.rijen, bij.laatste_id) == (opnieuw.rijen, opnieuw.laatste_id)
    assert len(aangevuld) == Gebeurtenis.objects.filter(soort__in=velden.VELDEN).count()


def _een_erbij(lvc: Wijk) -> None:
    Gebeurtenis.objects.create(
        gemeente_id=lvc.gemeente.pk, soort="nazorg.gepland", moment=timezone.now(), dag=timezone.localdate(),
        dossier_id=uuid.uuid4(), door_soort="systeem", door_naam="x", handeling_id=uuid.uuid4(), gegevens={},
    )  # fmt: skip


def test_a_run_writes_what_is_new_and_touches_nothing_else(lvc: Wijk) -> None:
    """The time of a run follows from the new events: what lay there is not written again. A full build makes one file per month."""
    gemeente = lvc.gemeente.pk
    _een_erbij(lvc)
    ververs(gemeente)
    voor = {b.name: b.stat().st_mtime_ns for b in maandbestanden(gemeente)}
    for _keer in range(2):
        _een_erbij(lvc)
        ververs(gemeente)
    na = maandbestanden(gemeente)
    assert {b.name: b.stat().st_mtime_ns for b in na if b.name in voor} == voor
    assert [len(duckdb.read_parquet(str(b))) for b in na if b.name not in voor] == [1, 1]
    aangevuld = rijen(gemeente)
    ververs(gemeente, volledig=True)
    assert [b.name for b in maandbestanden(gemeente)] == sorted(voor)
    assert rijen(gemeente) == aangevuld


def test_many_small_files_become_one_when_no_night_came(lvc: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkspil.sturing.export.DELEN", 2)
    for _keer in range(3):
        _een_erbij(lvc)
        stand = ververs(lvc.gemeente.pk)
    assert len(maandbestanden(lvc.gemeente.pk)) == 1
    assert (
        stand.rijen
        == len(rijen(lvc.gemeente.pk))
        == Gebeurtenis.objects.filter(soort__in=velden.VELDEN).count()
    )


def test_a_run_without_news_keeps_the_version_so_that_figures_stay_in_memory(stad: Wijk) -> None:
    voor = lees_stand(stad.gemeente.pk)
    na = ververs(stad.gemeente.pk)
    assert voor is not None
    assert na.versie == voor.versie
    assert na.bijgewerkt >= voor.bijgewerkt


def test_another_secret_builds_everything_anew_with_other_pseudonyms(stad: Wijk, settings: object) -> None:
    voor = {r[5] for r in rijen(stad.gemeente.pk)}
    settings.SECRET_KEY = "een ander geheim"  # type: ignore[attr-defined]
    ververs(stad.gemeente.pk)
    na = {r[5] for r in rijen(stad.gemeente.pk)}
    assert len(na) == len(voor)
    assert not (voor & na) - {None}  # what belongs to no question has no pseudonym


def test_a_month_that_is_no_longer_in_the_database_disappears_with_a_full_build(stad: Wijk) -> None:
    vreemd = map_van(stad.gemeente.pk) / "1999-01.parquet"
    maandbestanden(stad.gemeente.pk)[0].rename(vreemd)
    ververs(stad.gemeente.pk, volledig=True)
    assert not vreemd.exists()


def test_files_are_for_the_platform_only(bestanden: Wijk) -> None:
    for bestand in maandbestanden(bestanden.gemeente.pk):
        assert os.stat(bestand).st_mode & 0o077 == 0


def test_the_canary_of_one_municipality_never_sings_in_another(
    lvc: Wijk, alphen: Wijk, eigen_map: Path
) -> None:
    """T5: the marker is in the files of its own municipality, so it can be found, and nowhere else."""
    from wijkspil.core.grens import binnen

    for wijk, kanarie in ((lvc, "kanarie_cuijk"), (alphen, "kanarie_alphen")):
        with binnen(wijk.gemeente.pk):
            Gebeurtenis.objects.create(
                gemeente_id=wijk.gemeente.pk, soort="melding.ontvangen", moment=timezone.now(), dag="2026-03-01",
                dossier_id=uuid.uuid4(), door_soort="systeem", door_naam="x", handeling_id=uuid.uuid4(), gegevens={"deur": kanarie},
            )  # fmt: skip
    for wijk, eigen, ander in (
        (lvc, "kanarie_cuijk", "kanarie_alphen"),
        (alphen, "kanarie_alphen", "kanarie_cuijk"),
    ):
        ververs(wijk.gemeente.pk)
        assert eigen in alles_als_tekst(wijk.gemeente.pk)
        assert ander not in alles_als_tekst(wijk.gemeente.pk)


@pytest.mark.parametrize("kolom", ["door_id", "door_naam", "handeling_id", "gegevens", "bsn", "naam"])
def test_no_column_holds_what_may_not_leave(bestanden: Wijk, kolom: str) -> None:
    bestand = str(maandbestanden(bestanden.gemeente.pk)[0])
    assert kolom not in duckdb.sql(f"SELECT * FROM '{bestand}' LIMIT 0").columns
