"""The other three ways of working fit the same file: a copy of Land van Cuijk, changed where they differ.

These are sketches to prove that the file has room for them; they are not the shipped files.
"""

from datetime import date

import yaml

from tests.werkwijzen.papier import LAND_VAN_CUIJK, verander
from wijkspil.werkwijzen import (
    Bekostigingswijze,
    Besluitinhoud,
    Besluitmoment,
    Leveringswijze,
    Onderzoeker,
    Toegangswijze,
    Werkwijze,
    Wet,
    controleer,
    lees,
)

EIGEN = "bron: eigen invulling, zekerheid: laag"


def _kopie(slug: str, *wijzigingen: tuple[str, str]) -> Werkwijze:
    tekst = verander(LAND_VAN_CUIJK, "slug: land-van-cuijk", f"slug: {slug}")
    for oud, nieuw in wijzigingen:
        tekst = verander(tekst, oud, nieuw)
    return lees(tekst, f"{slug}/2026-01-01.yaml")


def test_haarlem_houdt_het_besluit_met_uren_en_kort_de_route_in() -> None:
    haarlem = _kopie(
        "haarlem",
        ("inhoud: activiteiten_en_frequenties", "inhoud: uren"),
        ("keuze: maandbedrag", "keuze: pxq"),
        ("  kader_per_aanbieder: nee", "  kader_per_aanbieder: ja\n  waarschuw_bij_percentage: 85"),
        ("normenkaders:\n", f"normenkaders:\n  - {{sleutel: ciz, naam: CIZ, rol: schaduw, vanaf: 2019-12-01, {EIGEN}}}\n"),
        ("    normenkaders: [hhm-2019]\n", "    normenkaders: [hhm-2019, ciz]\n"
         "    verkorte_route:\n"
         "      criteria: [alleen hulp bij het huishouden, geen andere zorgen in het gesprek]\n"
         "      steekproef_percentage: 10\n      onderzoek_door_aanbieder: ja\n"
         "      bron: Eindrapport optimaliseren toegang\n      zekerheid: middel\n"),
        ("      schaal: {keuze: regio,", f"      onderzoek: {{keuze: gedelegeerd, {EIGEN}}}\n      schaal: {{keuze: regio,"),
        # Payment by price and quantity asks another unit of every tariff.
        *[("per: maand,", "per: uur,")] * LAND_VAN_CUIJK.count("per: maand,"),
    )  # fmt: skip
    huishouden = haarlem.product("01A05")
    assert haarlem.besluitvorm("01A05").inhoud is Besluitinhoud.UREN
    assert haarlem.besluitvorm("01A05").wanneer is Besluitmoment.ALTIJD
    assert huishouden.normenkaders == ("hhm-2019", "ciz"), "twee normen naast elkaar op dezelfde vraag"
    assert [k.rol for k in haarlem.normenkaders] == ["schaduw", "leidend"]
    assert huishouden.verkorte_route is not None
    assert huishouden.verkorte_route.steekproef_percentage == 10
    assert haarlem.assen_voor("01A05").onderzoek.keuze is Onderzoeker.GEDELEGEERD
    assert haarlem.assen_voor("02A16").onderzoek.keuze is Onderzoeker.GEMEENTE
    assert haarlem.inkoop.waarschuw_bij_percentage == 85


def test_oirschot_levert_zelf_en_vergelijkt_beide_armen() -> None:
    oirschot = _kopie(
        "oirschot",
        ("keuze: centrumgemeente ", "keuze: regio "),
        (
            "producten:\n",
            "proeven:\n"
            "  - sleutel: eigen-trajecten\n    naam: Eigen trajecten\n"
            "    vraag: Is begeleiding door eigen mensen even goed en niet duurder?\n"
            "    van: 2020-01-01\n    producten: [02E01, 02A16]\n    armen: [eigen traject, aanbieder]\n"
            "    stopregel: stop als inwoners minder tevreden zijn of als het meer kost\n"
            "    bron: Artikel over begeleiding anders organiseren\n    zekerheid: hoog\n"
            "producten:\n"
            "  - code: 02E01\n    naam: Eigen traject\n    categorie: '02'\n"
            "    rechtsvorm: algemene_voorziening\n    trede: eigen_traject\n"
            "    mag_zonder_besluit: ja\n    berichten: geen\n    inkoop: eigen_uitvoering\n"
            "    afwijkend:\n"
            f"      besluitvorm: {{wanneer: nooit, inhoud: resultaat_zonder_uren, uren_intern: nee, {EIGEN}}}\n"
            f"      levering: {{keuze: eigen_team, {EIGEN}}}\n      bekostiging: {{keuze: lumpsum, {EIGEN}}}\n"
            "    bron: Artikel over begeleiding anders organiseren\n    zekerheid: hoog\n",
        ),
    )
    assert oirschot.assen_voor("02E01").levering.keuze is Leveringswijze.EIGEN_TEAM
    assert oirschot.assen_voor("02A16").levering.keuze is Leveringswijze.GECONTRACTEERD
    assert oirschot.trede_label("eigen_traject") == "Begeleiding door ons eigen team"
    assert oirschot.proeven[0].armen == ("eigen traject", "aanbieder")
    assert oirschot.proeven[0].tot is None


def test_oude_ijsselstreek_heeft_een_deur_over_drie_wetten_en_een_mandaat() -> None:
    oude_ijsselstreek = _kopie(
        "oude-ijsselstreek",
        ("keuze: wijk ", "keuze: gefedereerd "),
        ("    keuze: gemeente\n    bron: Beleidskader Wmo BNO-O 2020-2023 (B12", "    keuze: gemandateerd\n"
         "    bron: Beleidskader Wmo BNO-O 2020-2023 (B12"),
        ("keuze: maandbedrag", "keuze: periodetarief"),
        ("  regisseur: casusregisseur", "  regisseur: arrangeur"),
        ("      wetten: [wmo, jeugdwet, participatiewet, wgs]", "      wetten: [wmo, wlz, zvw]"),
        *[("per: maand,", "per: periode,")] * LAND_VAN_CUIJK.count("per: maand,"),
    )  # fmt: skip
    assert oude_ijsselstreek.assen.onderzoek.keuze is Onderzoeker.GEMANDATEERD
    assert oude_ijsselstreek.assen.toegang.keuze is Toegangswijze.GEFEDEREERD
    assert oude_ijsselstreek.assen_voor("02A16").bekostiging.keuze is Bekostigingswijze.PERIODETARIEF
    assert oude_ijsselstreek.deur("gebiedsteam").wetten == (Wet.WMO, Wet.WLZ, Wet.ZVW)
    niets_doen = next(u for u in oude_ijsselstreek.uitkomsten.lijst if u.sleutel == "niets-doen")
    assert niets_doen.terugkijken_na_weken == 13, "verantwoord niets doen komt altijd terug op een lijst"
    assert {p.sleutel for p in oude_ijsselstreek.plan.perspectieven} >= {"stabiel", "begeleide-achteruitgang"}


def test_een_zesde_begint_met_een_kopie_van_een_van_beide() -> None:
    zesde = verander(LAND_VAN_CUIJK, "slug: land-van-cuijk", "slug: wijkdorp")
    zesde = verander(zesde, "geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-06-01")
    assert controleer(zesde, "wijkdorp/2026-06-01.yaml") == []
    assert lees(zesde, "kopie.yaml").geldig_vanaf == date(2026, 6, 1)


def test_wat_yaml_ervan_maakt_maken_wij_er_ook_van() -> None:
    """Our reader keeps leading noughts and counts money in whole cents; in all else it agrees with YAML."""
    from wijkspil.werkwijzen.lezen import lees_yaml

    ons = lees_yaml(LAND_VAN_CUIJK).inhoud
    hun = yaml.safe_load(LAND_VAN_CUIJK)
    assert isinstance(ons, dict)
    assert list(ons) == list(hun)
    assert ons["bezwaar"] == hun["bezwaar"]
    assert ons["triage"] == hun["triage"]
    assert ons["geldig_vanaf"] == hun["geldig_vanaf"]
