"""A functional administrator makes a mistake and is told where, what was expected and what to do."""

from dataclasses import dataclass

import pytest

from tests.werkwijzen.papier import ALPHEN, LAND_VAN_CUIJK, regel_van, verander
from wijkspil.werkwijzen import Werkwijzefout, WerkwijzeOngeldig, controleer, lees


@dataclass(frozen=True)
class Misser:
    """One slip of the pen: what stood there, what was typed, and the fault that must follow."""

    oud: str
    nieuw: str
    sleutel: str
    hint: str
    op: str = ""

    def __str__(self) -> str:
        return self.sleutel


IN_CUIJK = [
    # a key that does not exist
    Misser("  levering:\n", "  levring:\n", "assen.levring", "Bedoelde u `levering`?"),
    Misser("  provincie: ", "  provicie: ", "gemeente.provicie", "Bedoelde u `provincie`?"),
    Misser("    rechtsvorm: maatwerk", "    rechtsform: maatwerk", "producten[01A05].rechtsform", "`rechtsvorm`"),
    # a key that stands twice
    Misser("    wanneer: altijd\n", "    wanneer: altijd\n    wanneer: nooit\n", "assen.besluitvorm.wanneer",
           "staat er twee keer", op="    wanneer: nooit"),
    # a value of the wrong kind
    Misser("cbs_code: \"1982\"", "cbs_code: 1982", "gemeente.cbs_code", "tussen aanhalingstekens"),
    Misser("  na_weken: 6", "  na_weken: zes", "nazorg.na_weken", "een heel getal vanaf 1"),
    Misser("    uren_intern: ja ", "    uren_intern: misschien ", "assen.besluitvorm.uren_intern", "ja of nee"),
    Misser("geldig_vanaf: 2026-01-01", "geldig_vanaf: begin 2026", "geldig_vanaf", "een dag als 2026-01-31"),
    Misser("ontstaan_op: 2022-01-01", "ontstaan_op: 2022-02-30", "gemeente.ontstaan_op", "geen bestaande dag"),
    Misser("bedrag: 395.00", "bedrag: 395.005", "producten[01A05].tarieven[#1].bedrag", "een bedrag in euro"),
    Misser("zrm: nee", "zrm:", "gesprek.zrm", "een lege waarde"),
    # a word that is no choice
    Misser("keuze: maandbedrag", "keuze: maandbedragen", "assen.bekostiging.keuze", "Bedoelde u `maandbedrag`?"),
    Misser("keuze: wijk ", "keuze: dorp ", "assen.toegang.keuze", "centraal, wijk, aanbieder, gefedereerd"),
    Misser("provincie: Noord-Brabant", "provincie: Brabant", "gemeente.provincie", "Bedoelde u `Noord-Brabant`?"),
    # a word that points to nothing
    Misser("normenkaders: [hhm-2019]", "normenkaders: [hhm-2020]", "producten[01A05].normenkaders[#1]", "`hhm-2019`"),
    Misser("deelgebieden: [grave]", "deelgebieden: [graven]", "teams.lijst[skt-grave].deelgebieden[#1]", "`grave`"),
    Misser("kanalen: [partner]", "kanalen: [partners]", "deuren.lijst[partner].kanalen[#1]", "`partner`"),
    Misser("    trede: maatwerk\n", "    trede: maatpak\n", "producten[01A05].trede", "Bedoelde u `maatwerk`?"),
    # things that contradict each other
    Misser("categorie: \"02\"", "categorie: \"03\"", "producten[02A16].categorie", "categorie 02"),
    Misser("code: \"07A12\"", "code: \"02A16\"", "producten[02A16]", "staat twee keer",
           op="code: \"02A16\"\n    naam: Dagbesteding"),
    Misser("mag_zonder_besluit: nee", "mag_zonder_besluit: ja", "producten[01A05].mag_zonder_besluit", "`altijd`"),
    Misser("per: maand,", "per: uur,", "producten[01A05].tarieven[#1].per", "maandbedrag"),
    Misser("keuze: gecontracteerd", "keuze: consortium", "assen.levering.keuze", "blok `consortium`"),
    Misser("vanaf_punten: 0}", "vanaf_punten: 1}", "triage.niveaus", "vanaf_punten: 0",
           op="  niveaus:"),
    Misser("waarschuw_na_uren: 2}", "waarschuw_na_uren: 9}", "triage.niveaus[crisis].waarschuw_na_uren", "voordat"),
    Misser("team_soort: regioteam", "team_soort: aanbieder", "deuren.lijst[beschermd-wonen].team_soort", "team"),
    # days out of order
    Misser("ontstaan_op: 2022-01-01", "ontstaan_op: 2027-01-01", "geldig_vanaf", "na 2027-01-01",
           op="geldig_vanaf: 2026-01-01"),
    Misser("    vanaf: 2022-01-01\n", "    vanaf: 2022-01-01\n    tot: 2021-12-31\n", "normenkaders[hhm-2019].tot",
           "2021-12-31 ligt voor 2022-01-01", op="    tot: 2021-12-31"),
    Misser("trap: plus, vanaf: 2026-01-01", "trap: basis, vanaf: 2025-01-01",
           "producten[01A05].tarieven[#2].vanaf", "van oud naar nieuw"),
    # words that people will read
    Misser("uiterlijk {uiterlijk}", "uiterlijk {uiterlik}", "bezwaar.tekst_besluit", "Bedoelde u `uiterlijk`?",
           op="  tekst_besluit:"),
    Misser("merk: \"#1f5c4d\"", "merk: \"#7fc8b5\"", "thema.merk", "WCAG"),
    Misser("merk: \"#1f5c4d\"", "merk: groen", "thema.merk", "#1b4d5c"),
    Misser("  bron: CBS, gemeentelijke indeling 2022 en 2026", "  bron: eigen invulling", "gemeente.zekerheid",
           "Zet zekerheid op `laag`", op="  zekerheid: hoog"),
    # YAML itself
    Misser("(B1, B2, B53)", "(B1): ja", "(het hele bestand)", "aanhalingstekens"),
    Misser("  taken: [inkoop,", "  taken: *inkoop\n  niets: [inkoop,", "(het hele bestand)", "Schrijf de waarde voluit"),
    Misser("  naam: Brabant Noordoost-Oost", "\tnaam: Brabant", "(het hele bestand)", "spaties"),
    Misser("\"Is er nu gevaar voor iemand?\"", "Is er nu gevaar voor iemand?", "(het hele bestand)", "vraagteken"),
    Misser("grond: voor een rolstoel geldt", "grond: voor een rolstoel, geldt",
           "producten[11A01].afwijkend.eigen_bijdrage.geldt bij wet geen bijdrage", "zet de hele tekst tussen"),
]  # fmt: skip


@pytest.mark.parametrize("misser", IN_CUIJK, ids=str)
def test_elke_misser_wordt_op_zijn_regel_aangewezen(misser: Misser) -> None:
    kapot = verander(LAND_VAN_CUIJK, misser.oud, misser.nieuw)
    fouten = controleer(kapot, "mijn-kopie.yaml")
    gevonden = [fout for fout in fouten if fout.sleutel == misser.sleutel]
    assert gevonden, [str(fout) for fout in fouten]
    fout = gevonden[0]
    assert fout.bestand == "mijn-kopie.yaml"
    assert misser.hint in str(fout)
    assert fout.regel == regel_van(kapot, misser.op or misser.nieuw.strip("\n"))
    assert fout.verwacht
    assert fout.doe


@pytest.mark.parametrize(
    "blok", ["assen", "triage", "deuren", "producten", "bezwaar", "thema", "gemeente", "versie", "slug"]
)
def test_een_blok_dat_ontbreekt_wordt_genoemd(blok: str) -> None:
    regels, weg = [], False
    for regel in LAND_VAN_CUIJK.splitlines():
        if regel[:1].isalpha():
            weg = regel.startswith(f"{blok}:")
        if not weg:
            regels.append(regel)
    fouten = controleer("\n".join(regels), "kopie.yaml")
    (fout,) = fouten
    assert (fout.sleutel, fout.probleem) == (blok, f"`{blok}` ontbreekt")
    assert f"Voeg `{blok}:` toe" in fout.doe


@pytest.mark.parametrize(
    "as_",
    [
        "besluitvorm",
        "levering",
        "bekostiging",
        "toegang",
        "verantwoording",
        "schaal",
        "onderzoek",
        "eigen_bijdrage",
    ],
)
def test_een_as_die_ontbreekt_wordt_bij_assen_aangewezen(as_: str) -> None:
    kapot = verander(ALPHEN, f"\n  {as_}:\n", f"\n  x{as_}:\n")
    fouten = {fout.sleutel: fout for fout in controleer(kapot, "kopie.yaml")}
    assert fouten[f"assen.{as_}"].probleem == f"`{as_}` ontbreekt"
    assert fouten[f"assen.{as_}"].regel == regel_van(kapot, "assen:")
    assert fouten[f"assen.x{as_}"].regel == regel_van(kapot, f"  x{as_}:")


def test_alle_fouten_komen_tegelijk_en_op_volgorde() -> None:
    kapot = verander(LAND_VAN_CUIJK, "keuze: maandbedrag", "keuze: gratis")
    kapot = verander(kapot, "  na_weken: 6", "  na_weken: nul")
    kapot = verander(kapot, "versie: ", "verzie: ")
    fouten = controleer(kapot, "kopie.yaml")
    assert [fout.sleutel for fout in fouten] == [
        "versie",
        "verzie",
        "assen.bekostiging.keuze",
        "nazorg.na_weken",
    ]
    assert [fout.regel for fout in fouten] == sorted(fout.regel for fout in fouten)


@pytest.mark.parametrize(
    ("tekst", "hint"),
    [
        ("", "leeg of geen blok"),
        ("# alleen een opmerking\n", "leeg of geen blok"),
        ("- een\n- lijst\n", "leeg of geen blok"),
        ("slug: [1, 2\n", "aanhalingstekens"),
        ("a: 1\n---\nb: 2\n", "eigen bestand"),
        ("a: " + "[" * 60 + "]" * 60, "te veel lagen"),
        ("a: !!python/object:os.system x\n", "het label"),
        ("a: x\x07y\n", "een teken dat niet in tekst hoort"),
        ("? {a: 1}\n: b\n", "een sleutel die zelf een lijst of blok is"),
        ("a: " + "x" * 300_001, "te groot"),
    ],
)
def test_wat_geen_werkwijze_is_geeft_een_fout_en_geen_uitzondering(tekst: str, hint: str) -> None:
    fouten = controleer(tekst, "vreemd.yaml")
    assert any(hint in str(fout) for fout in fouten), [str(fout) for fout in fouten]


def test_de_naam_van_het_bestand_hoort_bij_de_inhoud() -> None:
    assert controleer(LAND_VAN_CUIJK, "bestanden/land-van-cuijk/2026-01-01.yaml") == []
    assert [f.sleutel for f in controleer(LAND_VAN_CUIJK, "bestanden/boxtel/2026-02-01.yaml")] == [
        "slug",
        "geldig_vanaf",
    ]


@pytest.mark.parametrize("lijst", ["stappen", "ladder"])
def test_de_vaste_lijsten_blijven_heel(lijst: str) -> None:
    weg = {
        "stappen": "    - stap: contact\n      label: Kennismaken\n"
        "      uitleg: U vertelt wat er speelt. Dat hoeft maar één keer.\n",
        "ladder": "    - {trede: netwerk, label: Mensen om u heen}\n",
    }
    kapot = verander(ALPHEN, weg[lijst], "")
    (fout,) = controleer(kapot, "kopie.yaml")
    assert fout.sleutel == f"{lijst}.lijst"
    assert "er mist: " in fout.probleem


def test_lees_weigert_met_alle_redenen() -> None:
    kapot = verander(LAND_VAN_CUIJK, "keuze: maandbedrag", "keuze: gratis")
    with pytest.raises(WerkwijzeOngeldig) as weigering:
        lees(kapot, "kopie.yaml")
    (fout,) = weigering.value.fouten
    assert isinstance(fout, Werkwijzefout)
    assert str(fout) in str(weigering.value)
    assert str(fout).startswith(
        f"kopie.yaml, regel {fout.regel}, assen.bekostiging.keuze: `gratis` past hier niet."
    )


def test_een_dag_die_niet_bestaat_geeft_een_fout_en_geen_gevolgfouten() -> None:
    kapot = verander(LAND_VAN_CUIJK, "trap: plus, vanaf: 2026-01-01", "trap: basis, vanaf: 2026-13-01")
    (fout,) = controleer(kapot, "kopie.yaml")
    assert fout.sleutel == "producten[01A05].tarieven[#2].vanaf"
    assert fout.probleem == "2026-13-01 is geen bestaande dag"
