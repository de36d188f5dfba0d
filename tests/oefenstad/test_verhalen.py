"""Stories: what is asked fits the age and the municipality, and the days follow week, season and growth."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from wijkspil.oefenstad.opdracht import Opdracht
from wijkspil.oefenstad.ritme import meldingsdagen
from wijkspil.oefenstad.spel import schrijf_verhalen
from wijkspil.oefenstad.themas import THEMAS, themas_voor
from wijkspil.oefenstad.verhalen import Weg
from wijkspil.werkwijzen.kast import laad

VAN, TOT = date(2026, 1, 1), date(2026, 12, 31)
OPDRACHT = Opdracht("land-van-cuijk", 400, 1, VAN, datetime(2026, 12, 31, 12, tzinfo=UTC))


@pytest.mark.parametrize("leeftijd", [6, 17, 18, 34, 49, 50, 64, 65, 79, 80, 98])
def test_elke_leeftijd_heeft_themas_die_passen(leeftijd: int) -> None:
    gevonden = themas_voor(leeftijd)
    assert gevonden
    assert all(t.leeftijd[0] <= leeftijd <= t.leeftijd[1] and gewicht > 0 for t, gewicht in gevonden)


def test_boven_de_tachtig_gaat_het_vaker_over_het_huishouden_dan_bij_jongeren() -> None:
    def deel(leeftijd: int) -> float:
        themas = themas_voor(leeftijd)
        return sum(g for t, g in themas if t.groep == "huishouden") / sum(g for _, g in themas)

    assert deel(85) > 0.4 > deel(40) > deel(20)


@pytest.mark.parametrize("slug", ["land-van-cuijk", "alphen"])
def test_elk_verhaal_past_bij_de_werkwijze(slug: str) -> None:
    werkwijze = laad(slug, VAN)
    for verhaal in schrijf_verhalen(replace(OPDRACHT, slug=slug)):
        assert verhaal.kanaal in werkwijze.deur(verhaal.deur).kanalen
        assert verhaal.met_ja <= {v.sleutel for v in werkwijze.triage.vragen}
        assert (verhaal.product is not None) == (verhaal.weg in (Weg.HULP, Weg.AFGEWEZEN))
        if verhaal.product is not None and verhaal.trap:
            assert verhaal.trap in {t.trap for t in verhaal.product.tarieven}
        if verhaal.dag.weekday() >= 5:
            assert verhaal.kanaal == "portaal"


def test_alle_themas_en_alle_wegen_komen_voor() -> None:
    verhalen = list(schrijf_verhalen(replace(OPDRACHT, meldingen=3000)))
    assert {v.thema.sleutel for v in verhalen} == {t.sleutel for t in THEMAS}
    assert {v.weg for v in verhalen} == set(Weg)


def test_twee_processen_krijgen_samen_precies_dezelfde_verhalen() -> None:
    alles = list(schrijf_verhalen(OPDRACHT))
    delen = [list(schrijf_verhalen(replace(OPDRACHT, deel=n, delen=2))) for n in range(2)]
    assert sorted(delen[0] + delen[1], key=lambda v: v.nummer) == alles
    assert all(delen)


def test_meldingen_volgen_de_week_en_nemen_toe() -> None:
    dagen = meldingsdagen(5364, VAN, TOT, zaad=1)
    per_weekdag = Counter(dag.weekday() for dag in dagen)
    assert len(dagen) == 5364
    assert dagen == sorted(dagen)
    assert per_weekdag[0] > per_weekdag[4] > 5 * per_weekdag[6]
    maand = Counter(dag.month for dag in dagen)
    assert maand[8] < maand[11]  # quiet summer, busy autumn
    assert dagen == meldingsdagen(5364, VAN, TOT, zaad=1)
    assert dagen != meldingsdagen(5364, VAN, TOT, zaad=2)


def test_een_periode_die_achteruit_loopt_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="laatste dag"):
        meldingsdagen(3, TOT, VAN, zaad=1)
