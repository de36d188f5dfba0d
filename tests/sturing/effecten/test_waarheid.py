"""Does each method find an effect that we put there ourselves, and does it keep silent when there is none?

Small here, with bounds as wide as chance is over so few replications; a thousand times with WIJKSPIL_DRILLS=vol, and then 93-97%.
"""

import os
import secrets

import pytest

from wijkspil.sturing.effecten.waarheid import PROEVEN, grenzen, meet, tabel

VOL = os.environ.get("WIJKSPIL_DRILLS") == "vol"
DUUR = {"mengsel (synthetisch)": 30, "kosten": 30}


@pytest.mark.traag
@pytest.mark.parametrize("naam", PROEVEN)
def test_elke_methode_vindt_wat_er_is_en_zwijgt_als_er_niets_is(naam: str) -> None:
    zaad = 20_260_101 if VOL else secrets.randbelow(2**31)
    keer = 1000 if VOL else DUUR.get(naam, 60)
    meting = meet(naam, keer, zaad)
    laag, hoog = grenzen(keer)
    print(f"\nzaad {zaad}\n{tabel([meting])}")
    assert meting.zuiver, f"{naam}: vertekening {meting.vertekening} (zaad {zaad})"
    assert laag <= meting.dekking <= hoog, f"{naam}: dekking {meting.dekking} (zaad {zaad})"
    assert laag <= meting.stilte <= hoog, f"{naam}: stilte {meting.stilte} (zaad {zaad})"


def test_de_grenzen_zijn_die_van_de_belofte_bij_duizend_en_wijder_bij_minder() -> None:
    laag, hoog = grenzen(60)
    assert 0.8 < laag < 0.9 and hoog == 1.0
    assert grenzen(1000) == grenzen(100_000) == (0.93, 0.97)
