"""The ladder of solutions and the five steps: an order of looking, with questions instead of gates."""

import pytest
import yaml

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.regels import onderzoek
from wijkspil.regels.ladder import Trede, overgeslagen
from wijkspil.regels.onderzoek import Onderwerp, Stap


def test_de_ladder_gaat_van_licht_naar_zwaar() -> None:
    assert sorted(reversed(Trede)) == list(Trede)
    assert Trede.EIGEN_KRACHT < Trede.NETWERK < Trede.ALGEMENE_VOORZIENING < Trede.ANDERE_WET < Trede.MAATWERK
    assert max(Trede) is Trede.MAATWERK
    assert Trede.NETWERK <= Trede.NETWERK
    assert Trede.EIGEN_TRAJECT >= Trede.ANDERE_WET
    assert [trede.nummer for trede in Trede] == list(range(1, 10))


def test_wie_meteen_maatwerk_kiest_krijgt_vragen_en_geen_weigering() -> None:
    gemist = overgeslagen({Trede.EIGEN_KRACHT, Trede.NETWERK, Trede.MAATWERK}, Trede.ALGEMENE_VOORZIENING)
    assert [stap.trede for stap in gemist] == [Trede.GEBRUIKELIJKE_HULP, Trede.VRIJWILLIGER]
    assert all(stap.vraag.endswith("?") for stap in gemist)


def test_onderaan_de_ladder_is_niets_overgeslagen() -> None:
    assert overgeslagen((), Trede.EIGEN_KRACHT) == ()
    assert len(overgeslagen((), Trede.MAATWERK)) == 8


def test_elke_trede_heeft_woorden() -> None:
    for trede in Trede:
        assert trede.label[0].isupper()
        assert trede.uitleg.endswith(".")
        assert trede.vraag.endswith("?")
    assert Trede.ALGEMENE_VOORZIENING.vrij_toegankelijk
    assert not Trede.MAATWERK.vrij_toegankelijk


@pytest.mark.parametrize("leeg", [None, "", "   "])
@pytest.mark.parametrize("stap", list(Stap)[:4])
def test_maatwerk_wacht_op_elke_eerdere_stap(stap: Stap, leeg: str | None) -> None:
    ingevuld = {s.value: "tekst" for s in Stap if s is not Stap.MAATWERK}
    assert onderzoek.mag_invullen(Stap.MAATWERK, ingevuld)
    if leeg is None:
        del ingevuld[stap]
    else:
        ingevuld[stap] = leeg
    assert not onderzoek.mag_invullen(Stap.MAATWERK, ingevuld)
    assert onderzoek.ontbrekende_stappen(Stap.MAATWERK, ingevuld) == (stap,)


@pytest.mark.parametrize("stap", list(Stap)[:4])
def test_de_eerste_vier_stappen_gaan_in_elke_volgorde(stap: Stap) -> None:
    """A conversation does not follow a form."""
    assert onderzoek.mag_invullen(stap, {})


def test_wat_van_de_wet_nog_niet_besproken_is() -> None:
    besproken = {onderwerp.value: "besproken" for onderwerp in Onderwerp}
    assert onderzoek.onbesproken(besproken) == ()
    del besproken["d"]
    assert onderzoek.onbesproken(besproken) == (Onderwerp.STEUN_MANTELZORGER,)


@met_gedeeld
def test_stappen_en_onderwerpen_zijn_die_van_de_naslag() -> None:
    assert GEDEELD is not None
    naslag = yaml.safe_load((GEDEELD / "domain" / "stappenplan.yaml").read_text(encoding="utf-8"))
    assert [(s["nr"], s["code"]) for s in naslag["crvb_stappen"]["stappen"]] == [
        (s.nummer, s.value) for s in Stap
    ]
    assert naslag["crvb_stappen"]["ecli"][:20] in onderzoek.BRON_STAPPEN
    codes = [o["code"] for o in naslag["onderzoeksonderwerpen_2_3_2_lid4"]["onderwerpen"]]
    assert codes == [onderwerp.value for onderwerp in Onderwerp]
