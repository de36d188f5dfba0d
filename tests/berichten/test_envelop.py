"""The hub's envelopes: the official examples are read, what we make passes the official schema, and a round goes through them."""

from datetime import datetime
from pathlib import Path

import pytest
from django.test import override_settings

from tests.berichten.berichten_van_buiten import start_bericht
from tests.gedeeld import GEDEELD, met_gedeeld
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.envelop import Envelop, pak_in, pak_uit, referentie_van
from wijkspil.berichten.knooppunt import Knooppuntmappen
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.standaard import Onleesbaar, kop, lees
from wijkspil.berichten.uitwisseling import lees_map, leg_neer, met, uitwisseling
from wijkspil.ondersteuning.models import Levering, Toewijzing

MOMENT = datetime(2026, 12, 1, 9, 30)
REF = "9c0f7b90-5c69-41e5-a837-0800200c9a66"
DI01 = Envelop("Di01", "42990003", "1982", REF, "WMO305", "", b"<x/>")
DU01 = Envelop("Du01", "1982", "42990003", REF, "WMO306", REF, b"<x/>")
FO01 = Envelop("Fo01", "1982", "42990003", REF, "", REF, b"", "de opbouw klopt niet: " + "x" * 300)


@pytest.mark.parametrize("e", [DI01, DU01], ids=["Di01", "Du01"])
def test_wat_erin_gaat_komt_eruit(e: Envelop) -> None:
    assert pak_uit(pak_in(e, moment=MOMENT)) == e


def test_een_antwoord_noemt_de_envelop_waar_het_op_antwoordt() -> None:
    with pytest.raises(ValueError, match="waar hij op antwoordt"):
        pak_in(Envelop("Du01", "1982", "42990003", REF, "WMO306", "", b"<x/>"), moment=MOMENT)
    zonder = pak_in(DU01, moment=MOMENT).replace(
        f"<StUF:crossRefnummer>{REF}</StUF:crossRefnummer>".encode(), b""
    )
    with pytest.raises(Onleesbaar, match="waar hij op antwoordt"):
        pak_uit(zonder)


@met_gedeeld
def test_de_officiele_voorbeelden_worden_gelezen() -> None:
    assert GEDEELD is not None
    map_ = GEDEELD / "iwmo/transport/ggk0210/voorbeeldberichten"
    di01 = pak_uit((map_ / "envelopHeenbericht-ggk_Di01_v21-xml.xml").read_bytes())
    assert (di01.code, di01.zender, di01.ontvanger, di01.functie) == ("Di01", "0548", "01023456", "WMO301")
    assert di01.inhoud == b"Hier staat een iWmo/iJw-heenbericht."
    du01 = pak_uit((map_ / "envelopRetourbericht-ggk_Du01-v21.xml").read_bytes())
    assert (du01.code, du01.kruis, du01.functie) == ("Du01", di01.referentie, "WMO302")
    fo01 = pak_uit((map_ / "Fo01.xml").read_bytes())
    assert fo01.fout.startswith("IB210 client Ontvangende organisatie onbekend")
    with pytest.raises(Onleesbaar, match="xmlBestand"):
        pak_uit((map_ / "envelopHeenbericht-ggk_Di01_v21-tekst.xml").read_bytes())


@met_gedeeld
@pytest.mark.parametrize("e", [DI01, DU01, FO01], ids=["Di01", "Du01", "Fo01"])
def test_wat_wij_maken_past_bij_het_officiele_schema(e: Envelop) -> None:
    etree = pytest.importorskip("lxml.etree")
    assert GEDEELD is not None
    map_ = GEDEELD / "iwmo/transport/ggk0210"
    pad = "0301/stuf0301.xsd" if e.code == "Fo01" else "ggk0210/ggkberichten/ggk0210_msg_ggkberichten.xsd"
    schema = etree.XMLSchema(etree.parse(str(map_ / pad)))
    boom = etree.fromstring(pak_in(e, moment=MOMENT))
    assert schema.validate(boom), schema.error_log


@pytest.mark.parametrize(
    "kapot",
    [
        b"",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + pak_in(DI01, moment=MOMENT).partition(b"\r\n")[2],
        pak_in(DI01, moment=MOMENT).replace(b"PHgvPg==", b"!!!"),
        pak_in(DI01, moment=MOMENT).replace(REF.encode(), b"1"),
        pak_in(DI01, moment=MOMENT).replace(b"<GGK:parameters>", b"<GGK:parameters>" + b"<a>" * 40),
    ],
    ids=["leeg", "geen envelop", "doctype", "geen base64", "geen uuid", "te diep"],
)
def test_een_kapotte_envelop_is_onleesbaar_en_breekt_niets(kapot: bytes) -> None:
    with pytest.raises(Onleesbaar):
        pak_uit(kapot)


def test_een_ronde_in_enveloppen(lvc: Wijk, tmp_path: Path) -> None:
    """A 301 goes out in a Di01; a 305 in a Di01 gets its 306 in a Du01 that names it; broken payload gets an Fo01."""
    t = opdracht(lvc)
    cbs = lvc.gemeente.cbs_code
    weg = Knooppuntmappen(tmp_path)
    uit, bak = tmp_path / cbs / "uit", tmp_path / cbs / "in"
    with met(weg):
        rondgang(lvc.gemeente.pk)
        (heen,) = [pak_uit(s.ruw) for s in lees_map(uit)]
        assert (heen.code, heen.zender, heen.ontvanger, heen.functie) == ("Di01", cbs, "42990003", "WMO301")
        assert kop(heen.inhoud).bericht == "WMO301"
        for stuk in list(lees_map(uit)):
            (uit / stuk.naam).unlink()

        start = start_bericht(t, 1)
        kapot = start.replace(b"StatusAanlevering>1<", b"StatusAanlevering>x<").replace(b">X1<", b">X2<")
        for n, ruw in enumerate((start, kapot), start=1):
            e = Envelop("Di01", "42990003", cbs, referentie_van(str(n), ruw), "WMO305", "", ruw)
            leg_neer(bak, f"{n}.xml", pak_in(e, moment=MOMENT))
        while rondgang(lvc.gemeente.pk):
            pass
    assert Levering.objects.count() == 1
    terug = {e.code: e for e in (pak_uit(s.ruw) for s in lees_map(uit))}
    assert (terug["Du01"].functie, terug["Du01"].kruis) == ("WMO306", referentie_van("1", start))
    assert (terug["Du01"].zender, terug["Du01"].ontvanger) == (cbs, "42990003")
    assert lees(terug["Du01"].inhoud).geldig
    assert terug["Fo01"].kruis == referentie_van("2", kapot)
    assert terug["Fo01"].fout.startswith("StUF055 client")


def test_een_vreemde_afzender_op_de_envelop_wordt_bewaard_en_heeft_geen_gevolg(
    lvc: Wijk, tmp_path: Path
) -> None:
    ruw = start_bericht(opdracht(lvc), 1)
    cbs = lvc.gemeente.cbs_code
    weg = Knooppuntmappen(tmp_path)
    e = Envelop("Di01", "42990001", cbs, REF, "WMO305", "", ruw)
    weg.mappen.verstuur(cbs, "x", b"")  # makes the folders
    (tmp_path / cbs / "in").mkdir(exist_ok=True)
    leg_neer(tmp_path / cbs / "in", "1.xml", pak_in(e, moment=MOMENT))
    with met(weg):
        rondgang(lvc.gemeente.pk)
    assert Bericht.objects.get(richting="in").status == "onleesbaar"
    assert not Levering.objects.exists()


def test_een_fo01_over_onze_301_wacht_op_een_mens_en_de_opdracht_gaat_opnieuw(
    lvc: Wijk, tmp_path: Path
) -> None:
    t = opdracht(lvc)
    cbs = lvc.gemeente.cbs_code
    with met(Knooppuntmappen(tmp_path)):
        rondgang(lvc.gemeente.pk)
        (heen,) = [pak_uit(s.ruw) for s in lees_map(tmp_path / cbs / "uit")]
        fout = Envelop("Fo01", "IB", cbs, REF, "", heen.referentie, b"", "Ontvanger onbekend")
        leg_neer(tmp_path / cbs / "in", "f.xml", pak_in(fout, moment=MOMENT))
        rondgang(lvc.gemeente.pk)
    bericht = Bericht.objects.get(soort="WMO301")
    assert bericht.status == "geweigerd"
    assert "Ontvanger onbekend" in bericht.fouten[0]["uitleg"]
    assert Toewijzing.objects.get(pk=t.pk).verzonden_versie == 0


def test_de_instelling_kiest_de_vorm(tmp_path: Path) -> None:
    with override_settings(UITWISSEL_VORM="knooppunt", UITWISSEL_MAP=tmp_path, GGK_325="Du01"):
        weg = uitwisseling()
        assert isinstance(weg, Knooppuntmappen)
        assert weg.code_325 == "Du01"
    with pytest.raises(ValueError, match="GGK_325"):
        Knooppuntmappen(tmp_path, code_325="Xx01")
