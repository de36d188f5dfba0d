"""A clock stands still, runs on, gets longer or stops: only where the law lets it, and always with a reason."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.besluiten.verhaal import bekend
from tests.wijk import Wijk
from wijkspil.core.door import Door, GeenRecht
from wijkspil.core.handeling import Botsing, handeling
from wijkspil.regels import wmo
from wijkspil.regels.termijn import Duur, Termijn, TermijnFout, weken
from wijkspil.toegang import klokken
from wijkspil.toegang.actions import hervat_termijn, schort_termijn_op, verleng_termijn
from wijkspil.toegang.models import Hulpvraag, Klok

DAG = date(2026, 6, 1)


def een_klok(
    hulpvraag: Hulpvraag, termijn: Termijn, door: Door, soort: Klok.Soort = Klok.Soort.BESLUIT
) -> Klok:
    """A clock as a later room would set it."""
    with handeling("termijn.hervat", door=door, doel="klok zetten") as h:
        klok = klokken.zet(h, hulpvraag, soort, termijn)
        klokken.bepaal_uiterlijk(hulpvraag, klokken.lopende(hulpvraag))
        h.bewaar(hulpvraag, "uiterlijk", "opgeschort")
    return klok


def stop(hulpvraag: Hulpvraag, soort: Klok.Soort, op: date, door: Door) -> Klok | None:
    with handeling("termijn.hervat", door=door, doel="klok stoppen") as h:
        gestopt = klokken.stop(h, hulpvraag, soort, op)
        h.bewaar(hulpvraag, "uiterlijk", "opgeschort")
    return gestopt


def test_een_beslistermijn_staat_stil_vanaf_de_dag_na_de_brief(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    klok = een_klok(hulpvraag, wmo.beslistermijn(DAG), bram)
    schort_termijn_op(klok, reden_code="aanvulling", op=DAG + timedelta(days=3), door=bram)

    klok.refresh_from_db()
    assert klok.status == "opgeschort"
    assert klok.termijn.opschortingen[-1].van == DAG + timedelta(days=4)

    hervat_termijn(klok, op=DAG + timedelta(days=14), door=bram)
    assert (klok.status, klok.uiterlijk) == ("loopt", date(2026, 6, 25))


def test_een_stilstaande_klok_kan_niet_te_laat_zijn(lvc: Wijk) -> None:
    """The stored last day is the earliest possible one; long after it the clock still stands still."""
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    klok = een_klok(hulpvraag, wmo.beslistermijn(DAG), bram)
    schort_termijn_op(klok, reden_code="aanvulling", op=DAG, door=bram)
    later = klok.uiterlijk + timedelta(days=60)

    gestopt = stop(hulpvraag, Klok.Soort.BESLUIT, later, bram)
    assert gestopt is not None
    assert (gestopt.status, gestopt.gestopt_op) == ("gehaald", later)


def test_een_lopende_klok_is_een_dag_na_de_laatste_dag_te_laat(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    klok = een_klok(hulpvraag, wmo.beslistermijn(DAG), bram)
    gestopt = stop(hulpvraag, Klok.Soort.BESLUIT, klok.uiterlijk + timedelta(days=1), bram)
    assert gestopt is not None
    assert gestopt.status == "overschreden"
    assert stop(hulpvraag, Klok.Soort.BESLUIT, DAG, bram) is None


def test_een_stilstaande_klok_telt_niet_voor_de_werkvoorraad(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    onderzoek = Klok.objects.get()
    klok = een_klok(hulpvraag, wmo.beslistermijn(DAG), bram)
    assert hulpvraag.uiterlijk == klok.uiterlijk

    schort_termijn_op(klok, reden_code="aanvulling", op=DAG, door=bram)
    hulpvraag.refresh_from_db()
    assert (hulpvraag.uiterlijk, hulpvraag.opgeschort) == (onderzoek.uiterlijk, False)


def test_het_onderzoek_kan_niet_stilstaan_en_niet_langer(lvc: Wijk) -> None:
    lvc.melding()
    bram, klok = lvc.als("Bram Peeters"), Klok.objects.get()
    with pytest.raises(TermijnFout, match="niet stilstaan"):
        schort_termijn_op(klok, reden_code="aanvulling", op=klok.termijn.eerste_dag, door=bram)
    with pytest.raises(TermijnFout, match="blijft dezelfde"):
        verleng_termijn(klok, duur=weken(2), reden="druk", door=bram)


@pytest.mark.parametrize(
    ("termijn", "langer"),
    [
        (wmo.beslistermijn(DAG), None),
        (wmo.redelijke_termijn(DAG), date(2026, 8, 10)),
        (wmo.bezwaartermijn(DAG), None),
    ],
    ids=["twee weken van de Wmo", "redelijke termijn", "tijd om bezwaar te maken"],
)
def test_alleen_een_redelijke_termijn_wordt_langer_door_een_brief(
    lvc: Wijk, termijn: Termijn, langer: date | None
) -> None:
    bram = lvc.als("Bram Peeters")
    klok = een_klok(lvc.melding(), termijn, bram)
    if langer is None:
        with pytest.raises(TermijnFout, match="Laat de inwoner weten"):
            verleng_termijn(klok, duur=weken(2), reden="advies komt later", door=bram)
    else:
        verleng_termijn(klok, duur=weken(2), reden="advies komt later", door=bram)
        assert klok.uiterlijk == langer


def test_een_beslissing_op_bezwaar_schuift_een_keer_zes_weken(lvc: Wijk) -> None:
    bram = lvc.als("Bram Peeters")
    morgen = date.today() + timedelta(days=1)
    klok = een_klok(lvc.melding(), wmo.bezwaar_beslistermijn(morgen), bram, Klok.Soort.BEZWAAR)
    verleng_termijn(klok, duur=Duur(1, weken(1).eenheid), reden="hoorzitting later", door=bram)

    assert klok.termijn.verlengingen[0].duur == weken(6), "the law says six weeks, whatever was asked"
    with pytest.raises(TermijnFout, match="al een keer verdaagd"):
        verleng_termijn(klok, duur=weken(1), reden="nog eens", door=bram)


def test_wie_een_oude_klok_vasthoudt_ziet_de_botsing(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    klok = een_klok(hulpvraag, wmo.beslistermijn(DAG), bram)
    bij_noor = Klok.objects.get(pk=klok.pk)
    schort_termijn_op(klok, reden_code="aanvulling", op=DAG, door=bram)
    with pytest.raises(Botsing), transaction.atomic():
        schort_termijn_op(
            bij_noor, reden_code="overmacht", op=DAG + timedelta(days=1), door=lvc.als("Noor Verhoeven")
        )


def test_de_frontoffice_zet_geen_klok_stil(lvc: Wijk) -> None:
    lvc.melding()
    with pytest.raises(GeenRecht):
        hervat_termijn(Klok.objects.get(), op=DAG, door=lvc.als("Samira Bouzid"))


def test_een_bezwaartermijn_maakt_ons_nooit_te_laat(lvc: Wijk) -> None:
    """The six weeks to object are the resident's: they stand on the file and never move the question's own deadline."""
    besluit = bekend(lvc)
    hulpvraag = Hulpvraag.objects.get(pk=besluit.hulpvraag_id)
    assert hulpvraag.klokken.filter(soort="bezwaar", status="loopt").exists()
    assert hulpvraag.uiterlijk is None
