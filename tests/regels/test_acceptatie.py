"""All twelve published worked examples are accounted for: where each passes, or why it isn't played here."""

from pathlib import Path

import yaml

from tests.gedeeld import GEDEELD, met_gedeeld
from tests.regels.voorbeelden import voorbeeld
from wijkspil.besluiten.vorm import in_uren

TESTS = Path(__file__).resolve().parents[1]

SLAAGT_IN = {
    "max_volume_inspanning_week_1": "regels/test_bedragen.py",
    "max_volume_output_week_2": "regels/test_bedragen.py",
    "productperiode_inspanning": "regels/test_bedragen.py",
    "afronden_uren": "regels/test_bedragen.py",
    "normuren_naar_minuten": "regels/test_bedragen.py",
    "dwangsom_oud_maximum": "toegang/test_gebreke.py",
    "haaksbergen_2024": "regels/test_acceptatie.py",
    "pgb_2016_3uur": "regels/test_acceptatie.py",
}
"""Example -> the test file that takes it from the reference and holds it."""

ELDERS = {
    "verlengen_toewijzing": (
        "a course of messages: the same extension is played with our own products in tests/ondersteuning/test_opdracht.py",
        "ondersteuning/test_opdracht.py",
    ),
    "tijdelijke_naar_definitieve_stop_gelijk": (
        "a course of messages: judged with the official cases in tests/berichten/test_regels_casussen.py",
        "berichten/test_regels_casussen.py",
    ),
    "tarief_opbouw_basis": ("building up a fair tariff belongs to contracts, which others make", ""),
    "unieke_clienten_nl": (
        "needs a file of Statistics Netherlands that the product doesn't carry; monitor",
        "",
    ),
}
"""Example -> why it isn't taken from the reference in a test of ours, and the test that comes nearest."""


@met_gedeeld
def test_alle_twaalf_hebben_een_plek() -> None:
    assert GEDEELD is not None
    bestand = GEDEELD / "domain" / "data" / "acceptatie_voorbeelden.yaml"
    alle = {v["id"] for v in yaml.safe_load(bestand.read_text(encoding="utf-8"))["voorbeelden"]}
    assert len(alle) == 12
    assert alle == SLAAGT_IN.keys() | ELDERS.keys() and not SLAAGT_IN.keys() & ELDERS.keys()
    for id_, bestand_ in SLAAGT_IN.items():
        assert f'voorbeeld("{id_}")' in (TESTS / bestand_).read_text(encoding="utf-8"), id_
    for _reden, dichtstbij in ELDERS.values():
        assert not dichtstbij or (TESTS / dichtstbij).is_file()
    print(f"{len(SLAAGT_IN)} of {len(alle)} worked examples pass; {len(ELDERS)} are listed with a reason")


@met_gedeeld
def test_een_besluit_noemt_de_uren_van_de_rechter() -> None:
    """Only the sum and its words: what a judge weighed (laundry as a general provision) stays with people."""
    pgb = voorbeeld("pgb_2016_3uur")
    minuten = sum(m for m in pgb["gegeven"].values() if isinstance(m, int))
    assert minuten == pgb["verwacht"]["minuten"]
    assert in_uren(minuten) == f"{pgb['verwacht']['uren']} uur per week"
    haaksbergen = voorbeeld("haaksbergen_2024")
    samen = haaksbergen["gegeven"]["schoon_huis_minuten"] + haaksbergen["gegeven"]["was_minuten"]
    assert samen == haaksbergen["verwacht"]["totaal"]
    assert in_uren(samen) == "2 uur en 45 minuten per week"
