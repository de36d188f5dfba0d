"""The deadlines of the Wmo and the Awb, from melding to objection."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import yaml

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.regels import wmo
from wijkspil.regels.parameters import NogNietBekend, Onbekend, alle_parameters, parameter
from wijkspil.regels.termijn import TermijnFout

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_van_melding_tot_bezwaar() -> None:
    """Mrs Jansen reports on Monday 5 January 2026; every clock starts the day after its event."""
    onderzoek = wmo.onderzoekstermijn(date(2026, 1, 5))
    assert onderzoek.laatste_dag == date(2026, 2, 16)
    assert wmo.persoonlijk_plan_termijn(date(2026, 1, 5)).laatste_dag == date(2026, 1, 12)
    besluit = wmo.beslistermijn(date(2026, 2, 16))
    assert besluit.laatste_dag == date(2026, 3, 2)
    assert (besluit.laatste_dag - date(2026, 1, 5)).days == 8 * 7, (
        "melding tot besluit: acht weken als de aanvraag direct volgt"
    )
    bezwaar = wmo.bezwaartermijn(date(2026, 3, 2))
    assert bezwaar.laatste_dag == date(2026, 4, 13)
    assert wmo.bezwaar_beslistermijn(bezwaar.laatste_dag).laatste_dag == date(
        2026, 5, 26
    )  # 25 May is Whit Monday
    assert wmo.bezwaar_beslistermijn(bezwaar.laatste_dag, met_commissie=True).laatste_dag == date(2026, 7, 6)


def test_bezwaar_telt_vanaf_de_dag_na_de_bekendmaking() -> None:
    termijn = wmo.bezwaartermijn(date(2026, 11, 16))
    assert termijn.eerste_dag == date(2026, 11, 17)
    assert termijn.laatste_dag == date(2026, 12, 28)
    assert "6:8" in termijn.grondslag


def test_om_gegevens_vragen_zet_de_klok_stil_vanaf_de_dag_na_de_brief() -> None:
    termijn = wmo.schort_op(wmo.beslistermijn(date(2026, 11, 2)), "aanvulling", bericht_op=date(2026, 11, 4))
    assert termijn.opschortingen[0].van == date(2026, 11, 5)


def test_overmacht_zet_de_klok_stil_op_de_dag_zelf() -> None:
    termijn = wmo.schort_op(wmo.beslistermijn(date(2026, 11, 2)), "overmacht", bericht_op=date(2026, 11, 4))
    assert termijn.opschortingen[0].van == date(2026, 11, 4)


def test_het_onderzoek_kan_niet_stilstaan() -> None:
    assert wmo.opschortingsgronden_voor("onderzoek") == ()
    with pytest.raises(TermijnFout, match="kan volgens de wet niet stilstaan"):
        wmo.schort_op(wmo.onderzoekstermijn(date(2026, 11, 2)), "aanvulling", bericht_op=date(2026, 11, 4))


def test_een_onbekende_reden_noemt_de_keuzes() -> None:
    with pytest.raises(TermijnFout, match="overmacht bij de gemeente"):
        wmo.schort_op(wmo.beslistermijn(date(2026, 11, 2)), "druk", bericht_op=date(2026, 11, 4))


@pytest.mark.parametrize(
    ("code", "begin", "einde"),
    [
        ("aanvulling", True, False),
        ("buitenland", True, True),
        ("instemming", False, False),
        ("toerekenbaar", False, True),
        ("overmacht", True, True),
    ],
)
def test_welk_bericht_bij_welke_reden_hoort(code: str, begin: bool, einde: bool) -> None:
    grond = wmo.OPSCHORTINGSGRONDEN[code]
    assert (grond.bericht_begin, grond.bericht_einde) == (begin, einde)
    assert grond.artikel.startswith("Awb, artikel 4:15 lid")


def test_verdagen_kan_een_keer_en_niet_als_het_te_laat_is() -> None:
    termijn = wmo.bezwaar_beslistermijn(date(2026, 4, 13))
    verdaagd = wmo.verdaag_bezwaar(termijn, "de hoorzitting is verzet", vandaag=date(2026, 5, 1))
    assert verdaagd.laatste_dag == date(2026, 7, 6)
    with pytest.raises(TermijnFout, match="al een keer verdaagd"):
        wmo.verdaag_bezwaar(verdaagd, "nog eens", vandaag=date(2026, 5, 2))
    with pytest.raises(TermijnFout, match="al voorbij"):
        wmo.verdaag_bezwaar(termijn, "te druk", vandaag=date(2026, 6, 1))


def test_spoed_telt_in_uren_en_kent_geen_weekend() -> None:
    vrijdagavond = datetime(2026, 11, 20, 18, 0, tzinfo=AMSTERDAM)
    assert wmo.spoed_termijn(vrijdagavond, 48) == datetime(2026, 11, 22, 18, 0, tzinfo=AMSTERDAM)


def test_spoed_telt_echte_uren_als_de_klok_verspringt() -> None:
    """On 29 March 2026 the clock jumps an hour: 24 hours later it says one hour more."""
    assert wmo.spoed_termijn(datetime(2026, 3, 28, 12, 0, tzinfo=AMSTERDAM), 24).hour == 13


def test_spoed_wil_een_tijdzone() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        wmo.spoed_termijn(datetime(2026, 3, 28, 12, 0), 24)


def test_bewaren_telt_in_jaren_en_schuift_niet() -> None:
    assert wmo.bewaartermijn(date(2026, 2, 28)).laatste_dag == date(2041, 2, 28)
    assert wmo.bewaartermijn(date(2026, 2, 28), jeugd=True).laatste_dag == date(2046, 2, 28)


def test_berichten_tellen_in_werkdagen() -> None:
    assert wmo.berichttermijn("302", date(2026, 11, 20)).laatste_dag == date(2026, 11, 25)
    assert wmo.berichttermijn("325", date(2026, 12, 18)).laatste_dag == date(2027, 1, 5)


def test_voor_de_wmo_2015_is_er_geen_termijn() -> None:
    with pytest.raises(NogNietBekend, match="geen waarde"):
        wmo.onderzoekstermijn(date(2014, 12, 31))


def test_elke_waarde_heeft_bron_en_zekerheid() -> None:
    for gevonden in alle_parameters().values():
        assert gevonden.artikel
        for _, _, waarde in gevonden.perioden:
            assert waarde.bron, gevonden.code
            if isinstance(waarde, Onbekend):
                assert waarde.reden.endswith("."), gevonden.code


@met_gedeeld
@pytest.mark.parametrize(
    ("groep", "id_", "code"),
    [
        ("wmo_procedure", "onderzoek", "wmo.onderzoek"),
        ("wmo_procedure", "persoonlijk_plan", "wmo.persoonlijk_plan"),
        ("wmo_procedure", "besluit", "wmo.besluit"),
        ("awb_aanvraag", "awb_4_5", "awb.buiten_behandeling"),
        ("awb_aanvraag", "awb_4_13", "awb.redelijke_termijn"),
        ("bezwaar", "bezwaartermijn", "awb.bezwaar"),
        ("bezwaar", "beslissing_bezwaar", "awb.beslissing_bezwaar"),
        ("bezwaar", "verdagen_bezwaar", "awb.verdagen_bezwaar"),
        ("bewaren_en_vernietigen", "wmo_bewaartermijn", "wmo.bewaren"),
        ("bewaren_en_vernietigen", "jeugd_bewaartermijn", "jeugd.bewaren"),
        ("bewaren_en_vernietigen", "vernietiging_op_verzoek", "wmo.vernietigen_op_verzoek"),
    ],
)
def test_onze_termijnen_zijn_die_van_de_naslag(groep: str, id_: str, code: str) -> None:
    assert GEDEELD is not None
    naslag = yaml.safe_load((GEDEELD / "domain" / "termijnen.yaml").read_text(encoding="utf-8"))
    duur = next(regel["duur"] for regel in naslag[groep] if regel["id"] == id_)
    waarde = parameter(code).bekend_op(date(2026, 1, 1))
    assert waarde.getal == duur["waarde"]
    assert (
        waarde.eenheid
        == {"week": "weken", "dag": "dagen", "maand": "maanden", "jaar": "jaren"}[duur["eenheid"]]
    )
