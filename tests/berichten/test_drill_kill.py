"""M2: the worker is killed at random moments while post goes both ways. Nothing is lost and nothing happens twice.

Small in the suite; `make drills` plays a thousand each way with thirty kills.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.berichten.berichten_van_buiten import start_bericht
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.standaard import kop, lees
from wijkspil.berichten.uitwisseling import Mapuitwisseling, leg_neer, met
from wijkspil.core.grens import binnen
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.ondersteuning.models import Levering

GROOT = bool(os.environ.get("WIJKSPIL_DRILLS"))
AANTAL, KILLS = (1000, 30) if GROOT else (30, 3)
HUIS = Path(__file__).resolve().parents[2]


class Overkant:
    """Takes away what was sent, as a provider would, and remembers every piece, repeats too."""

    def __init__(self, map_: Path) -> None:
        self.map, self.stukken = map_, []  # type: Path, list[bytes]

    def haal(self) -> None:
        for pad in sorted(self.map.glob("[!.]*")):
            self.stukken.append(pad.read_bytes())
            pad.unlink()


@pytest.mark.traag
def test_een_gedode_werker_verliest_niets_en_doet_niets_dubbel(
    transactional_db: None, tmp_path: Path, capsys: Any
) -> None:
    zaad = int(os.environ.get("WIJKSPIL_ZAAD", random.randrange(10**6)))
    toeval = random.Random(zaad)
    gemeente = richt_in("land-van-cuijk")
    cbs = gemeente.cbs_code
    uit, in_ = tmp_path / cbs / "uit", tmp_path / cbs / "in"
    for map_ in (uit, in_):
        map_.mkdir(parents=True)
    wijk = Wijk(gemeente)
    with binnen(gemeente.pk):
        wacht = [(f"b{n}.xml", start_bericht(opdracht(wijk, n), n)) for n in range(AANTAL)]
    overkant = Overkant(uit)
    wacht += [(f"nogmaals-{naam}", ruw) for naam, ruw in toeval.sample(wacht, AANTAL // 20)]
    per_keer = len(wacht) // KILLS + 1

    begonnen = time.monotonic()
    for _ in range(KILLS):
        for naam, ruw in wacht[:per_keer]:
            leg_neer(in_, naam, ruw)
        del wacht[:per_keer]
        werker = _werker(tmp_path)
        _wacht_op_werk(in_, uit)
        grens = time.monotonic() + toeval.uniform(0.0, 0.3)
        while time.monotonic() < grens:
            overkant.haal()
            time.sleep(0.02)
        werker.kill()
        werker.wait()
    with met(Mapuitwisseling(tmp_path)):
        while rondgang(gemeente.pk):
            overkant.haal()
    overkant.haal()

    with binnen(gemeente.pk):
        stand = _tel(overkant)
    with capsys.disabled():
        print(f"\ndrill zaad={zaad} kills={KILLS} seconden={time.monotonic() - begonnen:.0f} {stand}")
    assert stand["heen_verschillend"] == stand["heen_toewijzingen"] == AANTAL, f"zaad {zaad}"
    assert stand["leveringen"] == stand["verwerkt"] == stand["starts"] == AANTAL, f"zaad {zaad}"
    assert stand["antwoorden_verschillend"] == AANTAL, f"zaad {zaad}"
    assert stand["zelfde_naam_ander_bericht"] == 0, f"zaad {zaad}"
    assert stand["dubbel_binnen"] >= AANTAL // 20, f"zaad {zaad}"
    register.vergeet()


def _wacht_op_werk(in_: Path, uit: Path) -> None:
    """Wait until the worker visibly works, so that a kill hits work and not the starting of Python."""
    grens, in_bak = time.monotonic() + 30, len(list(in_.iterdir()))
    while time.monotonic() < grens and len(list(in_.iterdir())) == in_bak and not any(uit.iterdir()):
        time.sleep(0.005)


def _werker(map_: Path) -> subprocess.Popen[bytes]:
    opdracht_ = [
        sys.executable,
        str(HUIS / "manage.py"),
        "wijkspil_rondgang",
        "--map",
        str(map_),
        "--elke",
        "0.05",
    ]
    omgeving = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    return subprocess.Popen(
        opdracht_, env=omgeving, cwd=HUIS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _tel(overkant: Overkant) -> dict[str, int]:
    heen = [ruw for ruw in overkant.stukken if kop(ruw).bericht == "WMO301"]
    terug = [ruw for ruw in overkant.stukken if kop(ruw).bericht == "WMO306"]
    nummers = {
        p["ToewijzingNummer"]
        for ruw in set(heen)
        for p in lees(ruw).inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
    }
    namen = Counter((k.bericht, k.afzender, k.identificatie) for k in map(kop, set(overkant.stukken)))
    return {
        "heen_verschillend": len(set(heen)),
        "heen_herhaald": len(heen) - len(set(heen)),
        "heen_toewijzingen": len(nummers),
        "antwoorden_verschillend": len(set(terug)),
        "antwoorden_herhaald": len(terug) - len(set(terug)),
        "zelfde_naam_ander_bericht": sum(1 for aantal in namen.values() if aantal > 1),
        "leveringen": Levering.objects.count(),
        "starts": Gebeurtenis.objects.filter(soort="levering.gestart").count(),
        "verwerkt": Bericht.objects.filter(soort="WMO305", status=Bericht.Status.VERWERKT).count(),
        "dubbel_binnen": sum(
            b - 1 for b in Bericht.objects.filter(soort="WMO305").values_list("keren_ontvangen", flat=True)
        ),
    }
