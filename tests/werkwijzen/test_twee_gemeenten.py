"""Two municipalities do the same job and disagree on purpose; the files say so, as their documents do."""

from datetime import date
from decimal import Decimal

import pytest

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.werkwijzen import (
    Berichten,
    Besluitinhoud,
    Besluitmoment,
    ProductOnbekend,
    Rechtsvorm,
    Regiostap,
    Werkwijze,
    Zekerheid,
    alle,
    laad,
)
from wijkspil.werkwijzen.basis import Herkomst, Kaart, Wet

VANDAAG = date(2026, 11, 24)


@pytest.fixture
def cuijk() -> Werkwijze:
    return laad("land-van-cuijk", VANDAAG)


@pytest.fixture
def alphen() -> Werkwijze:
    return laad("alphen", VANDAAG)


@pytest.mark.parametrize(
    ("as_", "in_cuijk", "in_alphen"),
    [
        ("levering", "gecontracteerd", "consortium"),
        ("bekostiging", "maandbedrag", "lumpsum"),
        ("toegang", "wijk", "aanbieder"),
        ("verantwoording", "client", "zrm"),
        ("schaal", "centrumgemeente", "gemeente"),
        ("onderzoek", "gemeente", "gedelegeerd"),
    ],
)
def test_zij_kiezen_anders(
    cuijk: Werkwijze, alphen: Werkwijze, as_: str, in_cuijk: str, in_alphen: str
) -> None:
    assert getattr(cuijk.assen, as_).keuze == in_cuijk
    assert getattr(alphen.assen, as_).keuze == in_alphen


def test_cuijk_beslist_altijd_over_maatwerk_en_bewaart_de_uren(cuijk: Werkwijze) -> None:
    maatwerk = [product for product in cuijk.producten if product.rechtsvorm is Rechtsvorm.MAATWERK]
    assert len(maatwerk) >= 5
    for product in maatwerk:
        besluit = cuijk.besluitvorm(product.code)
        assert besluit.wanneer is Besluitmoment.ALTIJD
        assert besluit.inhoud is Besluitinhoud.ACTIVITEITEN_EN_FREQUENTIES
        ding = product.categorie in ("11", "12", "13", "14")
        assert besluit.uren_intern is not ding, "de CRvB wil objectief bepaalde uren achter elk resultaat"
        assert not product.mag_zonder_besluit


def test_alphen_beslist_alleen_over_dementie_en_pgb_of_op_verzoek(alphen: Werkwijze) -> None:
    altijd = [p.naam for p in alphen.producten if alphen.besluitvorm(p.code).wanneer is Besluitmoment.ALTIJD]
    assert altijd == ["Dagbesteding voor mensen met dementie"]
    assert alphen.besluitvorm("02T01").wanneer is Besluitmoment.OP_VERZOEK
    assert all(alphen.besluitvorm(p.code).bij_pgb is Besluitmoment.ALTIJD for p in alphen.producten)


def test_in_cuijk_reizen_opdrachten_als_berichten_en_in_alphen_niet(
    cuijk: Werkwijze, alphen: Werkwijze
) -> None:
    assert {301, 305, 307, 323} <= set(cuijk.berichtenverkeer.berichten)
    assert cuijk.product("02A16").berichten is Berichten.IWMO
    assert alphen.berichtenverkeer.berichten == ()
    assert {p.berichten for p in alphen.producten} == {Berichten.GEEN}


def test_de_bekostiging_wijst_de_uitvoeringsvariant_aan(cuijk: Werkwijze, alphen: Werkwijze) -> None:
    assert cuijk.assen_voor("02A16").bekostiging.keuze.uitvoeringsvariant == "outputgericht"
    assert cuijk.assen_voor("13A01").bekostiging.keuze.uitvoeringsvariant == "inspanningsgericht"
    assert alphen.assen_voor("02T01").bekostiging.keuze.uitvoeringsvariant == "taakgericht"


def test_de_eigen_bijdrage_hangt_aan_de_rechtsvorm_en_soms_aan_het_product(
    cuijk: Werkwijze, alphen: Werkwijze
) -> None:
    assert cuijk.eigen_bijdrage("maatwerk").geldt
    assert not alphen.eigen_bijdrage(Rechtsvorm.ALGEMENE_VOORZIENING).geldt
    assert not alphen.assen_voor("02T01").eigen_bijdrage.geldt
    assert alphen.assen_voor("07D01").eigen_bijdrage.geldt
    rolstoel = cuijk.assen_voor("11A01").eigen_bijdrage
    assert not rolstoel.geldt
    assert "wet" in rolstoel.grond


def test_een_product_volgt_de_gemeente_waar_het_zelf_niets_zegt(cuijk: Werkwijze) -> None:
    huishouden = cuijk.assen_voor("01A05")
    assert huishouden.schaal.keuze == "regio"
    assert huishouden.bekostiging == cuijk.assen.bekostiging
    assert cuijk.evaluatie_na_maanden("01A05") == 12
    assert cuijk.evaluatie_na_maanden("14V01") == cuijk.evaluatie.elke_maanden


def test_de_zrm_hoort_bij_alphen_en_niet_bij_de_jeugd(cuijk: Werkwijze, alphen: Werkwijze) -> None:
    assert not cuijk.zrm_bij("02A16")
    assert alphen.zrm_bij("02T01")
    assert not alphen.zrm_bij("45T01")
    assert len(alphen.gesprek.leefgebieden) == 13


def test_vijf_vroegere_gemeenten_houden_hun_eigen_woorden(cuijk: Werkwijze) -> None:
    assert [v.naam for v in cuijk.gemeente.voorgangers] == [
        "Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis",
    ]  # fmt: skip
    assert cuijk.stap_label("contact", "sint-anthonis") == "Eerste contact met het dorpsteam"
    assert cuijk.stap_label(Regiostap.CONTACT, "boxmeer") == "Eerste contact met het sociaal netwerk"
    assert cuijk.stap_label("contact") == "Eerste contact"
    assert cuijk.stap_label("evaluatie", "grave") == "Evaluatie en nazorg"
    assert [t.naam for t in cuijk.teams_achter("gebiedsteam", "grave")] == ["Sociaal Kernteam Grave"]
    assert len(cuijk.teams_achter("gebiedsteam")) == 5


def test_drie_deuren_in_alphen_met_vijf_teams_achter_tom(alphen: Werkwijze) -> None:
    assert [d.label for d in alphen.deuren.lijst] == ["Tom in de buurt", "GO! voor jeugd", "Serviceplein"]
    assert all({Wet.WMO, Wet.JEUGDWET} <= set(d.wetten) for d in alphen.deuren.lijst), (
        "elke deur neemt elke vraag"
    )
    assert alphen.consortium is not None
    assert len(alphen.teams_achter("tom")) == alphen.consortium.aantal_teams == 5
    assert len(alphen.consortium.leden) == alphen.consortium.aantal_organisaties == 8
    assert alphen.consortium.rapport_keer_per_jaar == 2
    assert alphen.consortium.jaarbedrag is None, "de bron noemt geen bedrag, dus wij ook niet"


def test_de_drie_vragen_van_cuijk(cuijk: Werkwijze) -> None:
    assert cuijk.gesprek.vragen == ("Wat wil ik?", "Wat kan ik?", "Wat heb ik nodig?")
    assert cuijk.plan.naam == "Trajectplan"
    assert cuijk.plan.handtekeningen == ("inwoner", "toegang", "aanbieder")


def test_een_tarief_geldt_vanaf_een_dag_en_mag_onbekend_zijn(cuijk: Werkwijze) -> None:
    begeleiding = cuijk.product("02A16")
    zwaar = begeleiding.tarief_op(VANDAAG, "zwaar")
    assert zwaar is not None
    assert zwaar.bedrag == Decimal("1180.00")
    assert begeleiding.tarief_op(date(2025, 12, 31), "zwaar") is None
    rolstoel = cuijk.product("11A01").tarief_op(VANDAAG)
    assert rolstoel is not None
    assert rolstoel.bedrag is None


def test_een_onbekend_product_noemt_wat_erop_lijkt(cuijk: Werkwijze) -> None:
    with pytest.raises(ProductOnbekend, match="02A16"):
        cuijk.product("02A17")


def test_een_onbekende_deur_noemt_de_deuren_die_er_zijn(alphen: Werkwijze) -> None:
    with pytest.raises(LookupError, match="tom, go, serviceplein"):
        alphen.deur("loket")


def _zonder_bron(kaart: Kaart) -> list[tuple[str, Zekerheid]]:
    gevonden = []
    for veld in type(kaart).model_fields:
        waarde = getattr(kaart, veld)
        for deel in waarde if isinstance(waarde, tuple) else (waarde,):
            if isinstance(deel, Kaart):
                gevonden += _zonder_bron(deel)
    if isinstance(kaart, Herkomst):
        gevonden.append((kaart.bron, kaart.zekerheid))
    return gevonden


@pytest.mark.parametrize("werkwijze", alle(), ids=lambda w: w.sleutel)
def test_wat_wij_zelf_bedachten_heet_nergens_zeker(werkwijze: Werkwijze) -> None:
    herkomsten = _zonder_bron(werkwijze)
    eigen = [zekerheid for bron, zekerheid in herkomsten if bron == "eigen invulling"]
    assert eigen
    assert set(eigen) == {Zekerheid.LAAG}
    assert any(zekerheid is Zekerheid.HOOG for _, zekerheid in herkomsten)


@met_gedeeld
@pytest.mark.parametrize("werkwijze", alle(), ids=lambda w: w.sleutel)
def test_naam_code_en_provincie_zijn_die_van_het_cbs(werkwijze: Werkwijze) -> None:
    assert GEDEELD is not None
    lijst = (GEDEELD / "domain" / "data" / "gemeenten_2026.csv").read_text(encoding="utf-8")
    gemeente = werkwijze.gemeente
    assert f"{gemeente.cbs_code},{gemeente.naam},{gemeente.provincie}," in lijst


@met_gedeeld
def test_de_categorieen_zijn_die_van_de_codelijst() -> None:
    import yaml

    from wijkspil.werkwijzen.catalogus import WMO_CATEGORIEEN, Eenheid

    assert GEDEELD is not None
    feiten = yaml.safe_load((GEDEELD / "domain" / "producten.yaml").read_text(encoding="utf-8"))
    assert feiten["wmo_productcategorieen"]["codes"] == WMO_CATEGORIEEN
    assert set(feiten["eenheden"]["codes"]) == {eenheid.value for eenheid in Eenheid}


def test_de_treden_zijn_die_van_de_regels() -> None:
    ladder = pytest.importorskip("wijkspil.regels.ladder", reason="regels.ladder is not there yet")
    from wijkspil.werkwijzen.samenhang_producten import TREDEN

    assert {trede.name.lower() for trede in ladder.Trede} == set(TREDEN)
