"""The self-reliance matrix: scoring, comparing, and the words of a conversation."""

from fractions import Fraction

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.regels import zrm
from wijkspil.regels.zrm import Domein, Niveau, ScoreFout

SCORES = st.dictionaries(st.sampled_from(list(Domein)), st.integers(1, 5))


def test_meneer_de_vries_gaat_vooruit_in_geld_en_achteruit_in_netwerk() -> None:
    verandering = zrm.verandering(
        {"financien": 2, "sociaal_netwerk": 4, "huisvesting": 3, "justitie": 5},
        {"financien": 4, "sociaal_netwerk": 3, "huisvesting": 3, "middelengebruik": 5},
    )
    assert verandering.per_domein == {Domein.FINANCIEN: 2, Domein.HUISVESTING: 0, Domein.SOCIAAL_NETWERK: -1}
    assert verandering.gemiddelde == Fraction(1, 3)
    assert verandering.vooruit == (Domein.FINANCIEN,)
    assert verandering.gelijk == (Domein.HUISVESTING,)
    assert verandering.achteruit == (Domein.SOCIAAL_NETWERK,)
    assert verandering.niet_vergeleken == (Domein.MIDDELENGEBRUIK, Domein.JUSTITIE)


def test_zonder_twee_metingen_is_er_geen_gemiddelde() -> None:
    assert zrm.verandering({"financien": 2}, {}).gemiddelde is None
    assert zrm.gemiddelde({}) is None


@pytest.mark.parametrize(
    ("scores", "melding"),
    [
        ({"geluk": 3}, "geen domein 'geluk'"),
        ({"financien": 0}, "van 1 tot en met 5"),
        ({"financien": 6}, "Financiën"),
        ({"financien": 2.5}, "heel getal"),
        ({"financien": True}, "heel getal"),
    ],
)
def test_een_verkeerde_score_zegt_wat_er_mis_is(scores: dict[str, int], melding: str) -> None:
    with pytest.raises(ScoreFout, match=melding):
        zrm.controleer(scores)


def test_een_volledige_meting_heeft_dertien_domeinen() -> None:
    with pytest.raises(ScoreFout, match="Justitie"):
        zrm.controleer({domein: 3 for domein in Domein if domein is not Domein.JUSTITIE}, volledig=True)
    assert len(zrm.controleer(dict.fromkeys(Domein, 3), volledig=True)) == 13


@given(SCORES, SCORES)
def test_vergelijken_is_symmetrisch(voor: dict[str, int], na: dict[str, int]) -> None:
    heen, terug = zrm.verandering(voor, na), zrm.verandering(na, voor)
    assert {d: -stap for d, stap in heen.per_domein.items()} == terug.per_domein
    assert len(heen.vooruit) + len(heen.gelijk) + len(heen.achteruit) == len(heen.per_domein)
    assert set(heen.per_domein) | set(heen.niet_vergeleken) == set(voor) | set(na)


@given(SCORES.filter(bool))
def test_het_gemiddelde_ligt_tussen_laagste_en_hoogste(scores: dict[str, int]) -> None:
    gemiddelde = zrm.gemiddelde(scores)
    assert gemiddelde is not None
    assert min(scores.values()) <= gemiddelde <= max(scores.values())


def test_elk_domein_en_niveau_heeft_een_naam() -> None:
    assert all(domein.label for domein in Domein)
    assert Niveau.BEPERKT_ZELFREDZAAM.label == "beperkt zelfredzaam"
    assert [vraag.label for vraag in zrm.DRIE_VRAGEN] == ["Wat wil ik?", "Wat kan ik?", "Wat heb ik nodig?"]
    assert len(zrm.POSITIEVE_GEZONDHEID) == 6
    assert len({gebied.code for gebied in zrm.leefgebieden()}) == 13


@met_gedeeld
def test_de_matrix_is_die_van_de_naslag() -> None:
    assert GEDEELD is not None
    naslag = yaml.safe_load((GEDEELD / "domain" / "zrm.yaml").read_text(encoding="utf-8"))
    domeinen = naslag["zrm"]["versie_2017"]["domeinen"]
    assert [(d["code"], d["naam"]) for d in domeinen] == [(d.value, d.label) for d in Domein]
    assert {n["score"]: n["naam"] for n in naslag["zrm"]["niveaus"]} == {int(n): n.label for n in Niveau}
    assert naslag["zrm"]["mapping_2013_2017"] == {
        oud: list(nieuw) for oud, nieuw in zrm.VAN_2013_NAAR_2017.items()
    }
    assert [d["naam"] for d in naslag["positieve_gezondheid"]["dimensies"]] == [
        d.label for d in zrm.POSITIEVE_GEZONDHEID
    ]
