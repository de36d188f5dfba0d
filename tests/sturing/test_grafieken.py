"""Pictures that a strict page accepts, that everybody can read, and that never show more than the rows say."""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from wijkspil.sturing import grafiek_stijl, grafiek_svg, grafiek_tijd, grafieken
from wijkspil.sturing.grafieken import (
    balk,
    dagen_in_woorden,
    gestapeld,
    lijngrafiek,
    radar,
    staafgrafiek,
    stroom,
    verdeling,
)

SVG = "{http://www.w3.org/2000/svg}"
TITEL, UITLEG = "Lopende hulp <2026> & later", "De hulp in het huishouden loopt het meest."
NAAM = {"titel": TITEL, "uitleg": UITLEG}

PER_PRODUCT = [
    {"product": "Hulp in het huishouden", "aantal": 1234.5},
    {"product": "Dagbesteding <script>", "aantal": 455},
    {"product": "Kortdurend verblijf", "aantal": None, "woord": "minder dan 10"},
]
PER_MAAND = [
    {
        "maand": date(2026, maand, 1),
        "dagen": 50.5 - maand,
        "wijk": wijk,
        "laag": 40 - maand,
        "hoog": 55 - maand,
    }
    for wijk in ("Oost", "West")
    for maand in range(1, 7)
]
LADDER = ("eigen kracht", "netwerk", "vrijwilliger", "algemeen", "andere wet", "maatwerk")
PER_TREDE = [
    {"wijk": wijk, "trede": trede, "aantal": aantal * 1000}
    for wijk, aantal in (("Oost", 4), ("West", 7))
    for trede in LADDER
]
PER_KWARTAAL = [
    {"kwartaal": f"{k}e kw.", "erbij": 1300 + k, "eraf": 1200, "loopt": 10_000 + k} for k in (1, 2, 3, 4)
]
ASSEN = ("Financiën", "Huisvesting", "Sociaal netwerk", "Maatschappelijke participatie")

GRAFIEKEN: dict[str, Callable[[], str]] = {
    "staaf": lambda: staafgrafiek(
        PER_PRODUCT, categorie="product", waarde="aantal", bijschrift="woord", decimalen=1, **NAAM
    ),
    "lijn": lambda: lijngrafiek(
        PER_MAAND,
        x="maand",
        y="dagen",
        reeks="wijk",
        laag="laag",
        hoog="hoog",
        norm=42,
        titel_y="dagen",
        decimalen=1,
        **NAAM,
    ),
    "stapel": lambda: gestapeld(PER_TREDE, categorie="wijk", waarde="aantal", reeks="trede", **NAAM),
    "verdeling": lambda: verdeling(
        [{"dagen": dag % 60} for dag in range(5000)], waarde="dagen", stap=7, titel_x="dagen", norm=56, **NAAM
    ),
    "stroom": lambda: stroom(
        PER_KWARTAAL, periode="kwartaal", instroom="erbij", uitstroom="eraf", stand="loopt", **NAAM
    ),
    "radar": lambda: radar(ASSEN, (2, 3, None, 1), (3, 4, 4, 2), **NAAM),
    "balk": lambda: balk(9, 42),
    "balk te laat": lambda: balk(-3, 42),
    "leeg": lambda: staafgrafiek([], categorie="product", waarde="aantal", **NAAM),
}


def lees(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


def woorden(svg: str) -> list[str]:
    return [tekst.text or "" for tekst in lees(svg).iter(SVG + "text")]


@pytest.fixture(params=GRAFIEKEN)
def svg(request: pytest.FixtureRequest) -> str:
    return GRAFIEKEN[request.param]()


def test_een_strenge_bladzijde_laat_de_tekening_door(svg: str) -> None:
    wortel = lees(svg)
    assert wortel.tag == SVG + "svg"
    for element in wortel.iter():
        assert element.tag not in {SVG + naam for naam in ("script", "style", "image", "foreignObject", "a")}
        for sleutel, waarde in element.attrib.items():
            assert sleutel != "style"
            assert "href" not in sleutel
            assert not sleutel.startswith("on")
            assert "http" not in waarde


def test_de_tekening_heeft_een_naam_en_een_zin(svg: str) -> None:
    wortel = lees(svg)
    assert wortel.get("role") == "img"
    naam, zin = wortel.get("aria-labelledby", "").split()
    assert wortel.find(f"{SVG}title[@id='{naam}']").text
    assert wortel.find(f"{SVG}desc[@id='{zin}']").text
    assert not [
        element
        for element in wortel.iter()
        if element.get("aria-label") or element.get("aria-roledescription")
    ]


def test_de_tekening_groeit_mee_en_volgt_licht_en_donker(svg: str) -> None:
    wortel = lees(svg)
    assert wortel.get("width") == "100%"
    assert wortel.get("height") is None
    assert len(wortel.get("viewBox", "").split()) == 4
    kleuren = {waarde for e in wortel.iter() for k in ("fill", "stroke") if (waarde := e.get(k)) is not None}
    assert all(
        re.fullmatch(r"none|currentColor|var\(--grafiek-\w+, #\w+\)|url\(#[\w-]+\)", kleur)
        for kleur in kleuren
    )
    assert "'Source Sans 3 Variable'" in wortel.get("font-family", "")


def test_ids_zijn_uniek_en_verwijzingen_kloppen(svg: str) -> None:
    wortel = lees(svg)
    ids = [element.get("id") for element in wortel.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    verwezen = {
        waarde[5:-1] for e in wortel.iter() for waarde in e.attrib.values() if waarde.startswith("url(#")
    }
    assert verwezen <= set(ids)


def test_twee_tekeningen_op_een_bladzijde_delen_geen_id() -> None:
    ids = [set(re.findall(r'id="([^"]+)"', maak())) for maak in (GRAFIEKEN["stapel"], GRAFIEKEN["stroom"])]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])


@pytest.mark.parametrize("soort", ["staaf", "lijn", "stapel", "verdeling", "stroom"])
def test_dezelfde_rijen_geven_dezelfde_tekening(soort: str) -> None:
    eerst = GRAFIEKEN[soort]()
    for tekenaar in (
        grafieken._staven,
        grafieken._stapels,
        grafieken._klassen,
        grafiek_tijd._lijnen,
        grafiek_tijd._stromen,
    ):
        assert tekenaar.cache_info().maxsize == 256
        tekenaar.cache_clear()
    assert GRAFIEKEN[soort]() == eerst


def test_een_tekening_die_er_al_was_wordt_niet_opnieuw_gemaakt(monkeypatch: pytest.MonkeyPatch) -> None:
    eerst = GRAFIEKEN["staaf"]()

    def nooit(*_: object, **__: object) -> str:
        raise AssertionError("drawn again")

    monkeypatch.setattr(grafiek_svg.vl_convert, "vegalite_to_svg", nooit)
    assert GRAFIEKEN["staaf"]() == eerst
    with pytest.raises(AssertionError, match="drawn again"):
        staafgrafiek([{"p": "anders", "n": 1}], categorie="p", waarde="n", **NAAM)


def test_getallen_staan_in_nederlandse_notatie() -> None:
    assert "1.234,5" in woorden(GRAFIEKEN["staaf"]())
    assert "4.000" in woorden(GRAFIEKEN["stapel"]())
    assert "42.000" in woorden(GRAFIEKEN["stapel"]())  # the sum of six parts of 7.000
    assert "Oost 44,5" in woorden(GRAFIEKEN["lijn"]())
    assert "10.004" in woorden(GRAFIEKEN["stroom"]())
    for soort in GRAFIEKEN:
        assert not [woord for woord in woorden(GRAFIEKEN[soort]()) if re.search(r"\d,\d{3}(?!\d)", woord)], (
            soort
        )


def test_maanden_staan_in_het_nederlands() -> None:
    rijen = [{"m": date(2026, maand, 1), "w": maand} for maand in range(1, 13)]
    tekst = woorden(lijngrafiek(rijen, x="m", y="w", titel_y="dagen", **NAAM))
    assert [woord for woord in tekst if re.fullmatch(r"(jan|mrt|mei|jul|sep|okt|nov) 2026", woord)]
    assert not [woord for woord in tekst if woord.startswith(("Mar", "May", "Oct"))]


def test_onbekend_is_geen_nul() -> None:
    tekst = woorden(GRAFIEKEN["staaf"]())
    assert "minder dan 10" in tekst
    assert "0" not in tekst
    zonder = staafgrafiek([{"p": "a", "n": None}, {"p": "b", "n": 3}], categorie="p", waarde="n", **NAAM)
    assert "niet bekend" in woorden(zonder)


def test_een_gat_in_de_lijn_blijft_een_gat() -> None:
    rijen = [{"m": f"{maand}", "w": None if maand == 3 else maand} for maand in range(1, 6)]
    svg = lijngrafiek(rijen, x="m", y="w", titel_y="dagen", **NAAM)
    lijn = next(pad for pad in lees(svg).iter(SVG + "path") if pad.get("stroke-width") == "2.5")
    assert lijn.get("d", "").count("M") == 2


def test_reeksen_verschillen_zonder_kleur() -> None:
    stapel = lees(GRAFIEKEN["stapel"]())
    vullingen = {
        pad.get("fill")
        for pad in stapel.iter(SVG + "path")
        if (pad.get("fill") or "").startswith(("url", "var"))
    }
    assert len([vulling for vulling in vullingen if vulling.startswith("url")]) == 5
    assert len(list(stapel.iter(SVG + "pattern"))) == 5
    lijnen = [
        pad.get("stroke-dasharray")
        for pad in lees(GRAFIEKEN["lijn"]()).iter(SVG + "path")
        if pad.get("stroke-width") == "2.5"
    ]
    assert len(lijnen) == 2
    assert len(set(lijnen)) == 2


def test_zeven_reeksen_is_te_veel() -> None:
    rijen = [{"c": "x", "r": f"reeks {nummer}", "w": 1} for nummer in range(7)]
    with pytest.raises(ValueError, match="Voeg kleine reeksen samen"):
        gestapeld(rijen, categorie="c", reeks="r", waarde="w", **NAAM)


def test_namen_aan_het_eind_van_lijnen_overlappen_niet() -> None:
    rijen = [
        {"m": m, "w": 40 + nummer / 10, "r": f"wijk {nummer}"} for nummer in range(4) for m in ("1", "2")
    ]
    svg = lijngrafiek(rijen, x="m", y="w", reeks="r", titel_y="dagen", norm=40, **NAAM)
    hoogten = sorted(
        float(re.search(r",(-?[\d.]+)\)", tekst.get("transform", ""))[1])
        for tekst in lees(svg).iter(SVG + "text")
        if (tekst.text or "").startswith(("wijk", "norm"))
    )
    assert len(hoogten) == 5
    assert all(onder - boven >= 13 for boven, onder in pairwise(hoogten))


@given(
    dagen=st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6, width=32)), max_size=40),
    stap=st.sampled_from([1, 7, 0.5]),
)
def test_elke_bekende_waarde_telt_precies_een_keer_mee(dagen: list[float | None], stap: float) -> None:
    gezien: dict[str, Any] = {}
    oud = grafieken._klassen
    grafieken._klassen = lambda klassen, *_: gezien.update(klassen=klassen) or "<svg/>"
    try:
        verdeling([{"d": dag} for dag in dagen], waarde="d", stap=stap, titel_x="dagen", **NAAM)
    finally:
        grafieken._klassen = oud
    assert sum(aantal for _, aantal in gezien["klassen"]) == len([dag for dag in dagen if dag is not None])


def test_verdeling_weigert_een_stap_van_nul() -> None:
    with pytest.raises(ValueError, match="klassebreedte"):
        verdeling([], waarde="d", stap=0, titel_x="dagen", **NAAM)


def test_radar_tekent_elke_as_en_laat_onbekend_weg() -> None:
    wortel = lees(GRAFIEKEN["radar"]())
    tekst = [deel.text for deel in wortel.iter(SVG + "text")]
    assert {
        "Financiën",
        "Huisvesting",
        "Sociaal netwerk",
        "Maatschappelijke",
        "participatie",
        "Voor",
        "Na",
    } <= set(tekst)
    punten = [vak for vak in wortel.iter(SVG + "rect") if vak.get("width") == "7"]
    assert len(punten) == 3 + 1  # three known scores before, and the legend


@pytest.mark.parametrize(
    ("assen", "voor"), [(("a", "b"), (1, 2)), (("a", "b", "c"), (1, 2)), (("a", "b", "c"), (1, 2, 6))]
)
def test_radar_weigert_wat_niet_klopt(assen: tuple[str, ...], voor: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"spinnenweb|schaal"):
        radar(assen, voor, **NAAM)


@pytest.mark.parametrize(
    ("over", "zin"),
    [
        (9, "nog 9 dagen"),
        (1, "nog 1 dag"),
        (0, "vandaag de laatste dag"),
        (-1, "1 dag te laat"),
        (-3, "3 dagen te laat"),
    ],
)
def test_balk_heet_zoals_de_klok(over: int, zin: str) -> None:
    assert dagen_in_woorden(over) == zin
    assert lees(balk(over, 42)).find(SVG + "title").text == zin


def test_balk_toont_het_deel_dat_over_is() -> None:
    breedten = [float(vak.get("width")) for vak in lees(balk(21, 42)).iter(SVG + "rect")]
    assert breedten == [120, 60]


def test_lege_grafiek_zegt_dat_er_niets_is() -> None:
    assert woorden(GRAFIEKEN["leeg"]()) == ["Er zijn nog geen gegevens om te laten zien."]
    assert grafiek_stijl.MERK in staafgrafiek([{"p": "a", "n": 1}], categorie="p", waarde="n", **NAAM)
