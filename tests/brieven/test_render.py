"""Letters as they leave the house: complete, marked on every page, and silent about what must stay secret."""

from datetime import date

import pytest

from tests.brieven.lezen import alles, bladzijden, eigenschappen
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.kleur import MINIMUM, contrast_met_wit, leesbaar_op_wit
from wijkspil.brieven.onderdelen import bedrag_voluit, datum_voluit
from wijkspil.brieven.render import controleer, render
from wijkspil.brieven.teksten import SJABLONEN, Beschikking
from wijkspil.brieven.voorbeelden import voorbeeld

TESTBSN = "999990019"


def test_merken_en_bladzijden_op_elk_blad() -> None:
    bladen = bladzijden(render("beschikking", voorbeeld("beschikking")))
    assert len(bladen) == 3
    for nummer, blad in enumerate(bladen, start=1):
        assert "Kenmerk SPD-2026-004217" in blad
        assert "Ontvanger 4217-A" in blad
        assert f"Pagina {nummer} van 3" in blad


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_elke_brief_zegt_aan_wie_wanneer_en_wie_te_bellen(sjabloon: str) -> None:
    gegevens = voorbeeld(sjabloon)
    tekst = alles(render(sjabloon, gegevens))
    assert "Mevrouw A.M. de Wit-Łukasiewicz" in tekst
    assert "Lindelaan 14" in tekst
    assert datum_voluit(date.fromisoformat(gegevens["dagtekening"])) in tekst
    assert "Noor Haddad" in tekst
    assert "0299 – 55 01 20" in tekst


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_dezelfde_gegevens_geven_dezelfde_bytes(sjabloon: str) -> None:
    eerst = render(sjabloon, voorbeeld(sjabloon))
    render("afspraakbevestiging", voorbeeld("afspraakbevestiging") | {"kenmerk": "ANDER-1"})
    assert render(sjabloon, voorbeeld(sjabloon)) == eerst


def test_beschikking_zegt_wat_de_wet_vraagt() -> None:
    tekst = alles(render("beschikking", voorbeeld("beschikking")))
    for stuk in (
        "Op maandag 23 november 2026 heeft u zich bij ons gemeld",
        "Op maandag 14 december 2026 heeft u een aanvraag gedaan",
        "U krijgt hulp in het huishouden",
        "U krijgt geen traplift",
        "Wmo 2015, artikel 2.3.5 lid 3",
        "badkamer en toilet schoonmaken elke week",
        "Thuiszorg De Brug",
        "Vanaf maandag 4 januari 2027",
        "dinsdag 15 juni 2027",
        "Het CAK rekent de bijdrage uit",
        "Geef veranderingen aan ons door",
        "uiterlijk dinsdag 2 februari 2027",
        "één vaste hulp",
    ):
        assert stuk in tekst, stuk


def test_budget_staat_met_berekening_in_de_beschikking() -> None:
    gegevens = voorbeeld("beschikking")
    hulp = gegevens["onderdelen"][0]
    del hulp["aanbieder"]
    hulp["budget"] = {
        "bedrag": "1204.5",
        "per": "vier weken",
        "berekening": "twaalf uur keer het uurtarief",
        "kwaliteit": "de hulp heeft een verklaring omtrent het gedrag",
        "verantwoording": "u bewaart de rekeningen vijf jaar",
    }
    tekst = alles(render("beschikking", gegevens))
    assert "€ 1.204,50 per vier weken" in tekst.replace("\xa0", " ")
    assert "twaalf uur keer het uurtarief" in tekst
    assert "Sociale Verzekeringsbank" in tekst


def test_volledige_afwijzing_heeft_geen_bijdrage_en_geen_meldplicht() -> None:
    gegevens = voorbeeld("beschikking")
    gegevens |= {"onderdelen": gegevens["onderdelen"][1:], "bijdrage": None}
    tekst = alles(render("beschikking", gegevens))
    assert "U krijgt geen traplift" in tekst
    assert "Uw eigen bijdrage" not in tekst
    assert "Geef veranderingen" not in tekst
    assert "bezwaar maken" in tekst


def test_verslag_vraagt_elk_onderwerp_uit_de_wet() -> None:
    gegevens = voorbeeld("onderzoeksverslag")
    gegevens["bevindingen"] = [deel for deel in gegevens["bevindingen"] if deel["onderwerp"] != "d"]
    with pytest.raises(
        BriefFout, match=r"bij bevindingen ontbreekt onderwerp d van Wmo 2015 artikel 2\.3\.2 lid 4"
    ):
        render("onderzoeksverslag", gegevens)


def test_ontbrekend_veld_wordt_met_betekenis_genoemd() -> None:
    gegevens = voorbeeld("beschikking")
    del gegevens["bezwaar"]["uiterlijk"]
    del gegevens["onderdelen"][0]["evaluatie"]
    with pytest.raises(BriefFout) as gevangen:
        render("beschikking", gegevens)
    assert set(gevangen.value.velden) == {"bezwaar.uiterlijk", "onderdelen.1.evaluatie"}
    melding = str(gevangen.value)
    assert "bezwaar.uiterlijk (de laatste dag van de termijn)" in melding
    assert "onderdelen.1.evaluatie (wanneer wij samen kijken of de hulp nog past)" in melding
    assert "Vul ze aan" in melding


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_elk_veld_draagt_zijn_betekenis(sjabloon: str) -> None:
    for naam in SJABLONEN[sjabloon].model_fields:
        gegevens = voorbeeld(sjabloon)
        if SJABLONEN[sjabloon].model_fields[naam].is_required():
            del gegevens[naam]
            with pytest.raises(BriefFout, match=rf"Er ontbreekt: {naam} \(.+\)\."):
                controleer(sjabloon, gegevens)


def test_leeg_veld_en_onbekend_veld_worden_geweigerd() -> None:
    gegevens = voorbeeld("afspraakbevestiging") | {"eigen_woorden": "  ", "telefoontje": "ja"}
    with pytest.raises(BriefFout, match=r"eigen_woorden \(.+\) is leeg; telefoontje kent deze brief niet"):
        render("afspraakbevestiging", gegevens)


def test_alleen_een_resultaat_is_te_weinig() -> None:
    gegevens = voorbeeld("beschikking")
    gegevens["onderdelen"][0]["activiteiten"] = []
    with pytest.raises(BriefFout, match="alleen een resultaat; noem de uren of de activiteiten"):
        render("beschikking", gegevens)


def test_onbekend_sjabloon_noemt_de_keuze() -> None:
    with pytest.raises(BriefFout, match=r"Kies uit: aanvraag_ingetrokken, .*beschikking"):
        render("kerstkaart", {})


@pytest.mark.parametrize("schrijfwijze", [TESTBSN, "999 990 019", "9999.90.019", "BSN:999990019."])
def test_burgerservicenummer_wordt_geweigerd_en_niet_herhaald(schrijfwijze: str) -> None:
    gegevens = voorbeeld("beschikking")
    gegevens["redenen"].append(f"Bekend onder {schrijfwijze}")
    with pytest.raises(BriefFout) as gevangen:
        render("beschikking", gegevens)
    assert gevangen.value.velden == ("redenen.3",)
    assert "999" not in str(gevangen.value)


@pytest.mark.parametrize(
    "onschuldig", ["0299 550 120", "06-12345678", "NL91ABNA0417164300", "999990018", "24-11-2026"]
)
def test_andere_nummers_mogen_wel(onschuldig: str) -> None:
    gegevens = voorbeeld("beschikking")
    gegevens["redenen"].append(f"Genoemd: {onschuldig}")
    assert onschuldig in alles(render("beschikking", gegevens))


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_beschermd_adres_staat_nergens(sjabloon: str) -> None:
    pdf = render(sjabloon, voorbeeld(sjabloon) | {"geheim_adres": True})
    zichtbaar = alles(pdf) + eigenschappen(pdf)
    assert "Adres bekend bij de gemeente" in zichtbaar
    for spoor in ("Lindelaan", "1901 XB", "1901XB"):
        assert spoor not in zichtbaar
        assert spoor.encode() not in pdf


@pytest.mark.parametrize("spoor", ["u woont aan de lindelaan", "op 1901xb", "Linde-laan 14", "1901  XB"])
def test_beschermd_adres_in_een_zin_houdt_de_brief_tegen(spoor: str) -> None:
    gegevens = voorbeeld("afspraakbevestiging") | {"geheim_adres": True, "eigen_woorden": f"Ik zei: {spoor}."}
    with pytest.raises(BriefFout) as gevangen:
        render("afspraakbevestiging", gegevens)
    assert gevangen.value.velden == ("eigen_woorden",)
    assert "linde" not in str(gevangen.value).lower()


def test_korte_straat_in_een_gewoon_woord_houdt_niets_tegen() -> None:
    gegevens = voorbeeld("afspraakbevestiging") | {"geheim_adres": True}
    gegevens["geadresseerde"]["adresregels"] = ["Dam 3", "1901 XB Spildam"]
    assert "Adres bekend bij de gemeente" in alles(render("afspraakbevestiging", gegevens))
    with pytest.raises(BriefFout, match="beschermd"):
        render("afspraakbevestiging", gegevens | {"eigen_woorden": "Kom naar Dam 3."})


def test_eigenschappen_noemen_geen_persoon() -> None:
    gegevens = eigenschappen(render("beschikking", voorbeeld("beschikking")))
    assert "Besluit op uw aanvraag" in gegevens
    assert "SPD-2026-004217" in gegevens
    assert "Wit" not in gegevens


def test_bijzondere_letters_komen_heel_terug() -> None:
    letters = "Ğşčőłřș ĲĳȚœŒ ŵŷ ľđħŧ"
    tekst = alles(
        render("afspraakbevestiging", voorbeeld("afspraakbevestiging") | {"eigen_woorden": letters})
    )
    assert letters in tekst


def test_losse_accenten_worden_samengevoegd() -> None:
    los = "Zoë".replace("ë", "e\u0308")
    tekst = alles(
        render("afspraakbevestiging", voorbeeld("afspraakbevestiging") | {"eigen_woorden": f"{los} komt"})
    )
    assert "Zoë komt" in tekst


def test_teken_dat_niet_gedrukt_kan_worden_geeft_uitleg() -> None:
    with pytest.raises(BriefFout, match="Haal dat teken weg"):
        render("afspraakbevestiging", voorbeeld("afspraakbevestiging") | {"eigen_woorden": "Fijn 𓀀"})


def test_getypte_opmaak_blijft_gewoon_tekst() -> None:
    getypt = '#sys.inputs *vet* $x$ <label> "#read(\\"brief.typ\\")" = Kop'
    tekst = alles(render("afspraakbevestiging", voorbeeld("afspraakbevestiging") | {"eigen_woorden": getypt}))
    assert getypt in tekst


def test_een_getypt_model_mag_ook() -> None:
    brief = Beschikking.model_validate(voorbeeld("beschikking"))
    assert render("beschikking", brief) == render("beschikking", voorbeeld("beschikking"))


def test_woorden_voor_dagen_en_bedragen() -> None:
    assert datum_voluit(date(2026, 11, 24)) == "dinsdag 24 november 2026"
    assert bedrag_voluit(1204).replace("\xa0", " ") == "€ 1.204,00"


@pytest.mark.parametrize("kleur", ["#ffd400", "#ffffff", "#0b5c8a", "#e17000"])
def test_huiskleur_is_altijd_leesbaar(kleur: str) -> None:
    assert contrast_met_wit(leesbaar_op_wit(kleur)) >= MINIMUM
    if contrast_met_wit(kleur) >= MINIMUM:
        assert leesbaar_op_wit(kleur) == kleur
