"""Five ways of working that collide on purpose: what the three later documents say, and what their files give.

Land van Cuijk and Alphen stand in `test_twee_gemeenten.py`. Codes such as H23 are points of the documents.
"""

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
import yaml

from tests.werkwijzen.papier import LAND_VAN_CUIJK, verander
from wijkspil.werkwijzen import (
    Bekostigingswijze,
    Besluitinhoud,
    Besluitmoment,
    Leveringswijze,
    Onderzoeker,
    Werkwijze,
    Wet,
    alle,
    controleer,
    laad,
    lees,
)
from wijkspil.werkwijzen.__main__ import main
from wijkspil.werkwijzen.kast import BESTANDEN

VANDAAG = date(2026, 11, 24)
ASSEN = ("levering", "bekostiging", "toegang", "verantwoording", "schaal", "onderzoek")


@pytest.fixture
def haarlem() -> Werkwijze:
    return laad("haarlem", VANDAAG)


@pytest.fixture
def oirschot() -> Werkwijze:
    return laad("oirschot", VANDAAG)


@pytest.fixture
def oude_ijsselstreek() -> Werkwijze:
    return laad("oude-ijsselstreek", VANDAAG)


# the five beside each other


def test_de_opdrachtregel_keurt_alle_vijf_goed(capsys: pytest.CaptureFixture[str]) -> None:
    paden = sorted(str(pad) for pad in BESTANDEN.glob("*/*.yaml"))
    assert main(["controleer", *paden]) == 0
    assert capsys.readouterr().out.count("in orde.") == len(paden) == 5


def _keuzes(w: Werkwijze) -> tuple[str, ...]:
    vorm = w.assen.besluitvorm
    return (f"{vorm.wanneer}/{vorm.inhoud}", *(str(getattr(w.assen, as_).keuze) for as_ in ASSEN))


def test_elke_twee_gemeenten_verschillen_op_minstens_drie_assen() -> None:
    for een, ander in combinations(alle(), 2):
        anders = sum(a != b for a, b in zip(_keuzes(een), _keuzes(ander), strict=True))
        assert anders >= 3, f"{een.slug} en {ander.slug} verschillen maar op {anders} assen"


def test_samen_laten_zij_bijna_elke_keuze_zien() -> None:
    """Nothing in the schema is only theory: each choice on an axis is somebody's, or of one of the products."""
    gezien: dict[str, set[str]] = {as_: set() for as_ in ASSEN}
    for w in alle():
        for product in w.producten:
            assen = w.assen_voor(product.code)
            for as_ in ASSEN:
                gezien[as_] |= {str(getattr(assen, as_).keuze), str(getattr(w.assen, as_).keuze)}
    assert gezien["levering"] == set(Leveringswijze)
    assert gezien["bekostiging"] == set(Bekostigingswijze)
    assert gezien["toegang"] == {"centraal", "wijk", "aanbieder", "gefedereerd"}
    assert gezien["verantwoording"] == {"client", "steekproef", "populatie", "zrm"}
    assert gezien["schaal"] == {"gemeente", "regio", "centrumgemeente"}
    assert gezien["onderzoek"] == set(Onderzoeker)
    momenten = Counter(w.besluitvorm(p.code).wanneer for w in alle() for p in w.producten)
    assert set(momenten) == set(Besluitmoment)


@pytest.mark.parametrize("slug", ["haarlem", "oirschot", "oude-ijsselstreek"])
def test_elke_gemeente_hoort_bij_meer_regios(slug: str) -> None:
    """B32: who buys, who does youth and who is the care office are different regions."""
    leden = laad(slug, VANDAAG).lidmaatschappen
    assert len({lid.soort for lid in leden}) >= 4
    assert len({lid.naam for lid in leden}) >= 3


def test_in_alle_vijf_blijft_staan_wat_overal_geldt() -> None:
    """X9: tell once, one plan, own network considered, aftercare."""
    for w in alle():
        assert w.plan.naam
        assert w.nazorg.na_weken
        assert w.gesprek.mantelzorger_bevragen
        assert [t.trede for t in w.ladder.lijst][:3] == ["eigen_kracht", "gebruikelijke_hulp", "netwerk"]
        assert w.uitkomsten.uitkomst("niets-doen") is not None


# Haarlem


def test_haarlem_houdt_het_besluit_met_uren(haarlem: Werkwijze) -> None:
    assert haarlem.assen.besluitvorm.wanneer is Besluitmoment.ALTIJD
    assert haarlem.besluitvorm("01H01").inhoud is Besluitinhoud.UREN
    assert haarlem.assen_voor("01H01").bekostiging.keuze is Bekostigingswijze.PXQ
    maatwerk = [p for p in haarlem.producten if not p.mag_zonder_besluit]
    assert all(haarlem.besluitvorm(p.code).uren_intern for p in maatwerk)


def test_haarlem_rekent_met_twee_kaders_naast_elkaar(haarlem: Werkwijze) -> None:
    kaders = {k.sleutel: k for k in haarlem.normenkaders}
    assert haarlem.product("01H01").normenkaders == ("hhm-2019", "ciz-2006")
    assert (kaders["hhm-2019"].rol, kaders["ciz-2006"].rol) == ("leidend", "schaduw")
    assert kaders["hhm-2019"].gemeten_uren_per_week == Decimal("2.8"), "H23"
    assert kaders["ciz-2006"].gemeten_uren_per_week == Decimal("2.9"), "H23"
    assert len(kaders["hhm-2019"].geraadpleegd) == 5, "H22: wie meepraatte"


def test_haarlem_beproeft_activiteiten_met_een_periodetarief(haarlem: Werkwijze) -> None:
    """H24: municipalities that indicate less put activities in the decision and pay an average per period."""
    assen = haarlem.assen_voor("01H02")
    assert assen.bekostiging.keuze is Bekostigingswijze.PERIODETARIEF
    assert assen.besluitvorm.inhoud is Besluitinhoud.ACTIVITEITEN_EN_FREQUENTIES
    assert assen.besluitvorm.uren_intern, "de CRvB wil objectief bepaalde uren achter elk resultaat"
    proef = next(p for p in haarlem.proeven if p.sleutel == "periodetarief")
    assert set(proef.producten) == {"01H01", "01H02"}


def test_haarlem_kort_de_route_in_en_de_aanbieder_onderzoekt(haarlem: Werkwijze) -> None:
    route = haarlem.product("01H01").verkorte_route
    assert route is not None
    assert route.onderzoek_door_aanbieder
    assert route.verwacht_percentage == 50, "H15: ongeveer de helft"
    assert len(route.criteria) >= 3
    assert route.steekproef_percentage > 0
    assert route.vragen, "H16: met een sjabloon"
    assert haarlem.assen_voor("01H01").onderzoek.keuze is Onderzoeker.GEDELEGEERD
    assert haarlem.assen_voor("02H01").onderzoek.keuze is Onderzoeker.GEMEENTE
    assert haarlem.aanbieder_mandaat is None, "H16: het besluit blijft bij wie het mandaat heeft"


def test_haarlem_werkt_per_wijk_met_een_geldkader_per_aanbieder(haarlem: Werkwijze) -> None:
    assert len(haarlem.teams_achter("wijkteam")) == 5
    assert len(haarlem.teams_achter("wijkteam", "schalkwijk")) == 1
    assert haarlem.inkoop.kader_per_aanbieder
    assert haarlem.inkoop.waarschuw_bij_percentage == 85
    assert haarlem.wachttijd.openbaar, "H1: de wachttijd is de reden van het project"
    assert haarlem.assen_voor("02V01").levering.keuze is Leveringswijze.EIGEN_TEAM, "H17: eerst in de wijk"


# Oirschot


def test_oirschot_levert_zelf_en_laat_de_rest_door_de_regio_beoordelen(oirschot: Werkwijze) -> None:
    gedeeld = oirschot.gedeelde_toegang
    assert gedeeld is not None
    assert len(gedeeld.gemeenten) == 5, "O2: vijf Kempengemeenten"
    assert gedeeld.regels_gedeeld
    assert gedeeld.backoffice_gedeeld
    assert gedeeld.gegevens_gescheiden
    assert gedeeld.budget_gescheiden
    assert gedeeld.team in {t.sleutel for t in oirschot.teams.lijst}
    assert oirschot.assen_voor("02E01").levering.keuze is Leveringswijze.EIGEN_TEAM
    assert oirschot.assen_voor("02K01").levering.keuze is Leveringswijze.GECONTRACTEERD
    assert oirschot.trede_label("eigen_traject") == "Eigen traject door WIJzer"


def test_een_eigen_traject_in_oirschot_heeft_een_prijs_een_grens_en_een_stopregel(
    oirschot: Werkwijze,
) -> None:
    traject = oirschot.product("02E01").eigen_traject
    assert traject is not None
    assert traject.vergelijk_met == ("02K01",), "O9: tevredenheid in beide armen"
    assert traject.kostprijs_per_traject == Decimal("1850.00")
    assert "minder tevreden" in traject.stopregel
    assert "meer kost" in traject.stopregel
    assert any("Specialistische" in wie for wie in traject.niet_geschikt), "O10: niet elke vraag past"
    assert oirschot.besluitvorm("02E01").wanneer is Besluitmoment.NOOIT
    assert oirschot.proeven[0].van == date(2020, 1, 1)
    assert oirschot.proeven[0].tot is None


def test_oirschot_indiceert_alleen_de_rest_en_plant_de_afbouw(oirschot: Werkwijze) -> None:
    assert oirschot.indicatie.alleen_rest, "O7"
    assert oirschot.afbouw.na_maanden == 4, "O6"
    assert oirschot.afbouw.netwerk_meten, "O6"
    assert oirschot.woorden.signaalgever == "dorpsondersteuner", "O5"
    assert [d.sleutel for d in oirschot.deuren.lijst] == ["wijzer", "dorpsondersteuner", "kempen"]
    kan_niet = oirschot.uitkomsten.uitkomst("netwerk-kan-niet")
    assert kan_niet is not None, "O4: eerlijk zeggen dat het netwerk het niet kan"
    assert kan_niet.reden_nodig


# Oude IJsselstreek


def test_oude_ijsselstreek_heeft_een_deur_over_drie_wetten(oude_ijsselstreek: Werkwijze) -> None:
    for deur in oude_ijsselstreek.deuren.lijst:
        assert {Wet.WMO, Wet.WLZ, Wet.ZVW} <= set(deur.wetten), deur.label
    assert oude_ijsselstreek.wetten.volgorde[:2] == (Wet.ZVW, Wet.WLZ), "J9: die gaan bij wet voor"
    assert oude_ijsselstreek.wetten.overbruggen, "J9: de inwoner wacht niet op de ruzie"
    assert not oude_ijsselstreek.wetten.zichtbaar_voor_inwoner, "J2"
    assert {wet for p in oude_ijsselstreek.partners for wet in p.wetten} >= {Wet.WLZ, Wet.ZVW}, "J12"


def test_een_partner_van_oude_ijsselstreek_mag_rechten_vaststellen(oude_ijsselstreek: Werkwijze) -> None:
    mandaat = oude_ijsselstreek.aanbieder_mandaat
    assert mandaat is not None
    assert "art. 2.6.3" in mandaat.bron
    assert "02P01" in mandaat.producten
    assert "11P01" not in mandaat.producten
    assert mandaat.controle_percentage > 0, "J13: vertrouwen, met controle"
    assert oude_ijsselstreek.assen_voor("02P01").onderzoek.keuze is Onderzoeker.GEMANDATEERD
    assert oude_ijsselstreek.assen_voor("11P01").onderzoek.keuze is Onderzoeker.GEMEENTE
    assert oude_ijsselstreek.plan.regisseur == oude_ijsselstreek.woorden.arrangeur == "arrangeur"


def test_verantwoord_niets_doen_heeft_een_reden_een_dag_en_een_weg_terug(
    oude_ijsselstreek: Werkwijze,
) -> None:
    niets = oude_ijsselstreek.uitkomsten.uitkomst("niets-doen")
    assert niets is not None
    assert niets.label == "Verantwoord niets doen"
    assert niets.reden_nodig
    assert niets.terug_zonder_melding
    assert niets.terugkijken_na_weken == 26
    assert niets.tenzij is not None
    assert "buren" in niets.tenzij


def test_oude_ijsselstreek_maakt_sterker_en_blijft_in_contact(oude_ijsselstreek: Werkwijze) -> None:
    assert [p.label for p in oude_ijsselstreek.plan.perspectieven] == [
        "Zelfstandigheid", "Stabilisatie", "Gecontroleerde achteruitgang",
    ]  # fmt: skip
    assert oude_ijsselstreek.doelen.herleren_eerst, "J6"
    assert oude_ijsselstreek.doelen.aanpak("herleren").toets_maanden == 3
    assert oude_ijsselstreek.contact.vast_persoon, "J10"
    assert oude_ijsselstreek.contact.zonder_vraag_maanden == 6, "J20: ook als er geen vraag is"
    assert oude_ijsselstreek.continuiteit.bijdrage_vergelijken, "J3"
    assert sum(a.percentage for a in oude_ijsselstreek.gedeelde_besparingen[0].aandelen) == 100, "J4"


def test_het_besluit_is_licht_maar_er_zitten_uren_achter(oude_ijsselstreek: Werkwijze) -> None:
    besluit = oude_ijsselstreek.besluitvorm("02P01")
    assert (besluit.wanneer, besluit.inhoud) == (
        Besluitmoment.OP_VERZOEK,
        Besluitinhoud.RESULTAAT_ZONDER_UREN,
    )
    assert besluit.uren_intern, "CRvB: wie erom vraagt, moet het kunnen zien"
    assert oude_ijsselstreek.besluitvorm("11P01").wanneer is Besluitmoment.ALTIJD


# what the check finds when the parts about working together do not agree

OUDE_IJSSELSTREEK = (BESTANDEN / "oude-ijsselstreek" / "2026-01-01.yaml").read_text(encoding="utf-8")
OIRSCHOT = (BESTANDEN / "oirschot" / "2026-01-01.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("tekst", "oud", "nieuw", "sleutel"),
    [
        (OUDE_IJSSELSTREEK, 'producten: ["02P01", "01P01", "07P01", "04P01"]', 'producten: ["02P01"]', "aanbieder_mandaat.producten"),
        (OUDE_IJSSELSTREEK, "partij: gemeente, percentage: 50", "partij: gemeente, percentage: 60", "aandelen"),
        (OUDE_IJSSELSTREEK, "deur: partner, wetten: [zvw]", "deur: partners, wetten: [zvw]", "partners[wijkverpleging].deur"),
        (OUDE_IJSSELSTREEK, "  overbruggen_weken: 8\n", "", "wetten.overbruggen_weken"),
        (OUDE_IJSSELSTREEK, "  zonder_vraag_maanden: 6\n", "", "contact.zonder_vraag_maanden"),
        (OUDE_IJSSELSTREEK, "overdracht: {bevestigen_werkdagen: 3", "overdracht: {bevestigen_werkdagen: 9", "overdracht.terug_na_werkdagen"),
        (OIRSCHOT, "  team: toegang-kempen\n", "  team: toegang\n", "gedeelde_toegang.team"),
        (OIRSCHOT, 'vergelijk_met: ["02K01"]', 'vergelijk_met: ["02K09"]', "producten[02E01].eigen_traject.vergelijk_met[#1]"),
        (OIRSCHOT, "keuze: eigen_team ", "keuze: gecontracteerd ", "producten[02E01].eigen_traject"),
    ],
)  # fmt: skip
def test_wat_niet_klopt_wordt_gevonden(tekst: str, oud: str, nieuw: str, sleutel: str) -> None:
    fouten = controleer(verander(tekst, oud, nieuw), "kopie.yaml")
    assert any(sleutel in fout.sleutel for fout in fouten), [fout.sleutel for fout in fouten]


def test_een_zesde_begint_met_een_kopie_van_een_van_hen() -> None:
    zesde = verander(LAND_VAN_CUIJK, "slug: land-van-cuijk", "slug: wijkdorp")
    zesde = verander(zesde, "geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-06-01")
    assert controleer(zesde, "wijkdorp/2026-06-01.yaml") == []
    assert lees(zesde, "kopie.yaml").geldig_vanaf == date(2026, 6, 1)


@pytest.mark.parametrize("werkwijze", alle(), ids=lambda w: w.slug)
def test_wat_yaml_ervan_maakt_maken_wij_er_ook_van(werkwijze: Werkwijze) -> None:
    """Our reader keeps leading noughts and counts money in whole cents; in all else it agrees with YAML."""
    from wijkspil.werkwijzen.lezen import lees_yaml

    tekst = (BESTANDEN / werkwijze.slug / f"{werkwijze.geldig_vanaf}.yaml").read_text(encoding="utf-8")
    ons = lees_yaml(tekst).inhoud
    hun = yaml.safe_load(tekst)
    assert isinstance(ons, dict)
    assert list(ons) == list(hun)
    for blok in ("bezwaar", "triage", "geldig_vanaf", "stappen", "uitkomsten"):
        assert ons[blok] == hun[blok]
