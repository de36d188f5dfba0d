"""From a claim that was judged to money on an account: once, by two people, and with a file that a bank takes (M5)."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.betalingen.geld import FLEUR, KEES, NOOR, beoordeeld, iban, rekening, twee_aanbieders
from tests.ondersteuning.opdrachten import bewaar
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Contract, Termijnbetaling
from wijkspil.betalingen import sepa, voorstel
from wijkspil.betalingen.actions import (
    BatchKanNiet,
    bevestig_betaald,
    bevestig_rekening,
    breng_naar_bank,
    geef_vrij,
    haal_uit_batch,
    lees_bankantwoord,
    meld_terug,
    stel_batch_op,
    stel_rekening_voor,
    trek_batch_in,
    vorder_terug,
)
from wijkspil.betalingen.models import Betaalbatch, Betaalpost, Rekening, Terugvordering
from wijkspil.betalingen.standen import lopende_batches, te_laat
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.ondersteuning.models import Betaling, Declaratie
from wijkspil.werkwijzen.betalen import GEWOON_BETALEN


def antwoord(batch: Betaalbatch, *regels: tuple[str, str, str]) -> bytes:
    """A status file of an invented bank: (EndToEndId, status, reason)."""
    rijen = "".join(
        f"<TxInfAndSts><OrgnlEndToEndId>{e}</OrgnlEndToEndId><TxSts>{s}</TxSts>"
        f"<StsRsnInf><Rsn><Cd>{c}</Cd></Rsn></StsRsnInf></TxInfAndSts>"
        for e, s, c in regels
    )
    return (
        '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>'
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{batch.bericht_id}</OrgnlMsgId></OrgnlGrpInfAndSts>"
        f"<OrgnlPmtInfAndSts>{rijen}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>"
    ).encode()


def bij_de_bank(wijk: Wijk) -> Betaalbatch:
    batch = stel_batch_op(door=wijk.als(KEES))
    return breng_naar_bank(geef_vrij(batch, door=wijk.als(FLEUR)), door=wijk.als(KEES))


def test_van_voorstel_tot_betaald_en_nog_een_keer_betaalt_niets(lvc: Wijk) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, een, "D2", 10001), beoordeeld(lvc, twee, "D3", 500)
    batch = bij_de_bank(lvc)
    assert (batch.aantal, batch.totaal_cent) == (2, 41501)

    with pytest.raises(BatchKanNiet, match="niets dat betaald kan worden"):
        stel_batch_op(door=lvc.als(KEES))
    for opdracht in batch.opdrachten.all():
        bevestig_betaald(opdracht, door=lvc.als(KEES))

    batch.refresh_from_db()
    assert batch.status == Betaalbatch.Status.AFGEROND
    assert sorted(b.cent for b in Betaling.objects.all()) == [500, 10001, 31000]
    assert set(Declaratie.objects.values_list("status", flat=True)) == {"betaald"}
    with pytest.raises(BatchKanNiet, match="niets dat betaald kan worden"):
        stel_batch_op(door=lvc.als(KEES))


def test_het_bestand_klopt_en_noemt_geen_inwoner(lvc: Wijk) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, twee, "D3", 500)
    batch = geef_vrij(stel_batch_op(door=lvc.als(KEES)), door=lvc.als(FLEUR))

    ruw = bytes(batch.bestanden.get(soort="pain001").inhoud)
    assert sepa.controleer(ruw) == (2, 31500)
    assert een.inwoner.bsn.encode() not in ruw and b"Oefenaar" not in ruw
    assert batch.rekening.aanbieder is None and batch.rekening.iban.encode() in ruw, "from our own account"

    regels = list(
        csv.DictReader(
            io.StringIO(bytes(batch.bestanden.get(soort="journaal").inhoud).decode("utf-8-sig")),
            delimiter=";",
        )
    )
    cent = lambda kolom: sum(int(r[kolom].replace(",", "")) for r in regels if r[kolom])  # noqa: E731
    assert cent("debet") == cent("credit") == 31500
    kosten = [r for r in regels if r["soort"] == "kosten"]
    assert {r["taakveld"] for r in kosten} == {"6.712"} and {r["grootboek"] for r in regels} == {
        "niet ingericht"
    }


@pytest.mark.parametrize(
    ("was", "wordt", "klacht"),
    [
        (b"<CtrlSum>315.00", b"<CtrlSum>315.01", "CtrlSum"),
        (b"<NbOfTxs>2", b"<NbOfTxs>3", "NbOfTxs"),
        (b"<IBAN>NL", b"<IBAN>BE", "rekeningnummer"),
        (b">5.00<", b">5.0<", "twee cijfers"),
        (b"<Nm>Gemeente", b"<Nm>Gemeente\xc3\xa9", "teken"),
        (b"<ChrgBr>SLEV</ChrgBr>", b"", "volgorde"),
        (b"-0002</EndToEndId>", b"-0001</EndToEndId>", "twee keer"),
    ],
)
def test_wat_een_bank_weigert_zien_we_zelf(lvc: Wijk, was: bytes, wordt: bytes, klacht: str) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, twee, "D3", 500)
    batch = geef_vrij(stel_batch_op(door=lvc.als(KEES)), door=lvc.als(FLEUR))
    ruw = bytes(batch.bestanden.get(soort="pain001").inhoud)
    assert was in ruw
    with pytest.raises(sepa.BestandKloptNiet, match=klacht):
        sepa.controleer(ruw.replace(was, wordt))


def test_boven_de_grens_geeft_een_ander_vrij_ook_in_stukken(lvc: Wijk) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1", 1_500_000), beoordeeld(lvc, twee, "D2", 1_400_000)
    kees = lvc.als(KEES)
    eerste = stel_batch_op(door=kees, alleen=frozenset({een.aanbieder_id}))  # type: ignore[arg-type]
    geef_vrij(eerste, door=kees)  # below the limit: alone
    tweede = stel_batch_op(door=kees)  # together above it
    with pytest.raises(BatchKanNiet, match="zelf op"):
        geef_vrij(tweede, door=kees)
    with pytest.raises(IntegrityError), transaction.atomic(), schrijven_open():
        Betaalbatch.objects.filter(pk=tweede.pk).update(status="vrijgegeven", vrijgegeven_door_id=kees.id)
    assert geef_vrij(tweede, door=lvc.als(NOOR)).status == "vrijgegeven"


def test_de_database_zelf_laat_een_declaratie_een_keer_toe(lvc: Wijk) -> None:
    een, _ = twee_aanbieders(lvc)
    d = beoordeeld(lvc, een, "D1")
    batch = stel_batch_op(door=lvc.als(KEES))
    with pytest.raises(IntegrityError, match="post_een_per_declaratie"), transaction.atomic():
        bewaar(lvc, Betaalpost(opdracht=batch.opdrachten.get(), declaratie=d, cent=31000))
    velden = {f.attname: getattr(batch, f.attname) for f in Betaalbatch._meta.fields if f.name != "id"}
    with pytest.raises(IntegrityError, match="batch_bericht_id"), transaction.atomic():
        bewaar(lvc, Betaalbatch(**velden | {"nummer": "X"}))


def test_een_veranderd_nummer_houdt_de_betaling_tegen(lvc: Wijk) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, twee, "D2", 500)
    batch = stel_batch_op(door=lvc.als(KEES))
    nieuw = stel_rekening_voor(
        een.aanbieder, iban=iban(99), tenaamstelling="Anders", hoe_nagegaan="mail", door=lvc.als(KEES)
    )
    with pytest.raises(BatchKanNiet, match=een.aanbieder.naam):  # type: ignore[union-attr]
        geef_vrij(batch, door=lvc.als(FLEUR))
    haal_uit_batch(batch.opdrachten.get(aanbieder=een.aanbieder), reden="ander nummer", door=lvc.als(FLEUR))
    batch.refresh_from_db()
    assert batch.totaal_cent == 500
    geef_vrij(batch, door=lvc.als(FLEUR))

    wacht = voorstel.maak_voorstel(vandaag(), GEWOON_BETALEN).wacht
    assert [b.wacht_op[:30] for b in wacht] == ["Er wacht een nieuw rekeningnum"]
    bevestig_rekening(nieuw, door=lvc.als(FLEUR))
    assert stel_batch_op(door=lvc.als(KEES)).opdrachten.get().iban == iban(99)


@pytest.mark.parametrize(
    ("grens", "mee", "waarom"),
    [
        ({"hoogstens_per_begunstigde": 300}, 1, "per partij"),
        ({"hoogstens_per_batch": 312}, 1, "Past niet meer"),
    ],
)
def test_plafonds(lvc: Wijk, grens: dict[str, int], mee: int, waarom: str) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, twee, "D2", 500)
    v = voorstel.maak_voorstel(vandaag(), GEWOON_BETALEN.model_copy(update=grens))
    assert len(v.mee) == mee and waarom in v.wacht[0].wacht_op


def test_terugvordering_wordt_verrekend_en_een_credit_ook(lvc: Wijk) -> None:
    een, _ = twee_aanbieders(lvc)
    assert een.aanbieder is not None
    v = vorder_terug(een.aanbieder, cent=40000, reden="te veel uren", door=lvc.als(KEES))
    beoordeeld(lvc, een, "D1")  # 310 euro: all of it is set off
    batch = bij_de_bank(lvc)
    v.refresh_from_db()
    assert (batch.totaal_cent, v.open_cent, v.status) == (0, 9000, "open")
    assert batch.status == "afgerond" and not batch.bestanden.filter(soort="pain001").exists()

    beoordeeld(lvc, een, "D2")
    batch = bij_de_bank(lvc)
    assert batch.totaal_cent == 22000
    bevestig_betaald(batch.opdrachten.get(), door=lvc.als(KEES))
    v.refresh_from_db()
    assert (v.open_cent, v.status) == (0, "voldaan")
    assert sum(Betaling.objects.values_list("cent", flat=True)) == 62000, (
        "the claims are paid in full, by set-off"
    )


def test_teruggekomen_staat_weer_open_en_blokkeert_een_fout_nummer(lvc: Wijk) -> None:
    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, twee, "D2", 500)
    batch = bij_de_bank(lvc)
    ids = {o.aanbieder_id: o.eind_id for o in batch.opdrachten.all()}
    ruw = antwoord(batch, (ids[een.aanbieder_id], "RJCT", "AC04"), (ids[twee.aanbieder_id], "ACSC", ""))  # type: ignore[index]
    _, gedaan = lees_bankantwoord(ruw, door=lvc.als(KEES))
    _, nog_eens = lees_bankantwoord(ruw, door=lvc.als(KEES))
    assert (gedaan, nog_eens) == (2, 0)
    assert [b.cent for b in Betaling.objects.all()] == [500]
    assert Rekening.objects.get(aanbieder=een.aanbieder).status == "geblokkeerd"
    with pytest.raises(BatchKanNiet):
        stel_batch_op(door=lvc.als(KEES))
    rekening(lvc, een.aanbieder, 77)
    assert stel_batch_op(door=lvc.als(KEES)).opdrachten.get().iban == iban(77)


def test_ook_na_betaald_kan_geld_terugkomen_en_wordt_het_een_keer_opnieuw_betaald(lvc: Wijk) -> None:
    een, _ = twee_aanbieders(lvc)
    d = beoordeeld(lvc, een, "D1")
    opdracht = bij_de_bank(lvc).opdrachten.get()
    bevestig_betaald(opdracht, door=lvc.als(KEES))
    meld_terug(opdracht, code="MS03", door=lvc.als(KEES))
    d.refresh_from_db()
    assert d.status == "beoordeeld"
    bevestig_betaald(bij_de_bank(lvc).opdrachten.get(), door=lvc.als(KEES))
    assert [b.teruggekomen_op is None for b in Betaling.objects.order_by("gemaakt_op")] == [False, True]


def test_intrekken_geeft_alles_terug_en_na_de_bank_kan_het_niet(lvc: Wijk) -> None:
    een, _ = twee_aanbieders(lvc)
    assert een.aanbieder is not None
    v = vorder_terug(een.aanbieder, cent=100, reden="te veel", door=lvc.als(KEES))
    beoordeeld(lvc, een, "D1")
    trek_batch_in(stel_batch_op(door=lvc.als(KEES)), reden="verkeerde dag", door=lvc.als(FLEUR))
    v.refresh_from_db()
    assert v.open_cent == 100
    batch = bij_de_bank(lvc)
    with pytest.raises(BatchKanNiet, match="bij de bank"):
        trek_batch_in(batch, reden="toch niet", door=lvc.als(FLEUR))


def test_een_termijn_wordt_betaald_zonder_declaratie_en_niet_te_vroeg(alphen: Wijk) -> None:
    c = Contract.objects.get(bekostiging="lumpsum", aanbieder__soort="consortium")
    vroeg = voorstel.maak_voorstel(vandaag(), GEWOON_BETALEN)
    posten = [p for b in (*vroeg.mee, *vroeg.wacht) for p in b.posten]
    op_tijd = Termijnbetaling.objects.filter(contract=c, periode__lte=vandaag()).count()
    assert len(posten) == op_tijd > 0 and all(p.termijn is not None for p in posten)


def test_halverwege_gestopt_en_hervat_betaalt_alles_een_keer(
    lvc: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """M3: whatever transfer the worker dies at, reading the same file again finishes the rest."""
    from wijkspil.betalingen.actions import bank

    een, twee = twee_aanbieders(lvc)
    beoordeeld(lvc, een, "D1"), beoordeeld(lvc, twee, "D2", 500)
    batch = bij_de_bank(lvc)
    ruw = antwoord(batch, *((o.eind_id, "ACSC", "") for o in batch.opdrachten.all()))
    echt, keren = bank.bevestig_betaald, []

    def breekt(opdracht: Any, **kw: Any) -> Any:
        keren.append(opdracht)
        if len(keren) == 2:
            raise KeyboardInterrupt
        return echt(opdracht, **kw)

    with monkeypatch.context() as m:
        m.setattr(bank, "bevestig_betaald", breekt)
        with pytest.raises(KeyboardInterrupt):
            lees_bankantwoord(ruw, door=lvc.als(KEES))
    assert Betaling.objects.count() == 1, "stopped between two transfers"
    assert lees_bankantwoord(ruw, door=lvc.als(KEES))[1] == 1
    assert sorted(Betaling.objects.values_list("cent", flat=True)) == [500, 31000]


def test_wat_te_lang_ligt_staat_op_de_lijst(lvc: Wijk) -> None:
    """M7: 100 planted, 100 found, and nothing else."""
    een, _ = twee_aanbieders(lvc)
    assert een.aanbieder is not None
    gisteren, morgen = vandaag() - timedelta(days=1), vandaag() + timedelta(days=1)
    for n in range(120):
        bewaar(
            lvc,
            Terugvordering(aanbieder=een.aanbieder, nummer=f"V{n}", cent=1, reden="x", uiterlijk=gisteren if n < 100 else morgen),
        )  # fmt: skip
    beoordeeld(lvc, een, "D1")
    batch = stel_batch_op(door=lvc.als(KEES))
    stel_rekening_voor(
        een.aanbieder, iban=iban(50), tenaamstelling="X", hoe_nagegaan="brief", door=lvc.als(KEES)
    )
    v = voorstel.maak_voorstel(vandaag(), GEWOON_BETALEN)
    assert len(te_laat(vandaag(), v, lopende_batches())) == 100
    straks = te_laat(batch.uiterlijk + timedelta(days=3), v, lopende_batches())
    assert (len(straks.batches), len(straks.rekeningen)) == (1, 1)
    assert len(straks.vorderingen) == 120
