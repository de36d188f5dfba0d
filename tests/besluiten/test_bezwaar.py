"""An objection, from the letter box to the answer and what follows on it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from tests.besluiten.verhaal import bekend, gebeurtenis, voor_besluit
from tests.wijk import Wijk
from wijkspil.besluiten import actions
from wijkspil.besluiten.actions import BezwaarNietMogelijk
from wijkspil.besluiten.models import Besluit, Bezwaar
from wijkspil.core.door import Door, GeenRecht, Machtiging, Soort
from wijkspil.core.klok import vandaag
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.regels import wmo
from wijkspil.regels.termijn import TermijnFout
from wijkspil.toegang.actions import sluit_af
from wijkspil.toegang.models import Stap

GRONDEN = "Twee keer per maand is te weinig. Mijn dochter kan niet meer doen."


def inwonerdoor(wijk: Wijk, besluit: Besluit) -> Door:
    inwoner = besluit.hulpvraag.inwoner
    zelf = Machtiging(uuid4(), inwoner.pk, True, True)
    return Door(Soort.INWONER, wijk.gemeente.pk, inwoner.naam, zelf.id, machtigingen=(zelf,))


def met_bezwaar(wijk: Wijk, **anders: Any) -> Bezwaar:
    besluit = bekend(wijk)
    velden: dict[str, Any] = {"gronden": GRONDEN, "op": vandaag(), "kanaal": "portaal"}
    return actions.dien_bezwaar_in(inwonerdoor(wijk, besluit), besluit, **(velden | anders))


def test_de_inwoner_maakt_zelf_bezwaar_en_de_termijn_telt_vanaf_het_einde_van_de_zes_weken(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    besluit = bezwaar.besluit
    assert bezwaar.op_tijd
    assert bezwaar.ingediend_door == "Toos de Wit"
    assert besluit.bezwaar_tot is not None
    assert bezwaar.uiterlijk == wmo.bezwaar_beslistermijn(besluit.bezwaar_tot).laatste_dag
    assert bezwaar.uiterlijk >= besluit.bezwaar_tot + timedelta(weeks=6), (
        "from the end of the term, not the receipt"
    )
    assert gebeurtenis("bezwaar.ontvangen").door_soort == "inwoner"


def test_een_ander_maakt_geen_bezwaar_tegen_mijn_besluit(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    vreemde = Door(Soort.INWONER, lvc.gemeente.pk, "Iemand Anders", lvc.medewerker("Bram Peeters").pk)
    with pytest.raises(GeenRecht):
        actions.dien_bezwaar_in(vreemde, besluit, gronden=GRONDEN, op=vandaag(), kanaal="portaal")
    assert not Bezwaar.objects.exists()


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "op_tijd"),
    [(0, None, True), (1, None, False), (5, 0, True), (5, 1, False), (8, 0, False)],
)
def test_op_tijd_is_ook_wie_op_tijd_postte(ontvangen: int, gepost: int | None, op_tijd: bool) -> None:
    einde = vandaag()
    dag = einde + timedelta(days=ontvangen)
    post = None if gepost is None else einde + timedelta(days=gepost)
    assert actions.is_op_tijd(einde, ontvangen=dag, gepost=post) is op_tijd


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"gronden": "  "}, "waarom u het niet eens bent"),
        ({"op": vandaag() + timedelta(days=1)}, "toekomst"),
        ({"op": vandaag() - timedelta(days=1)}, "voor de dag van het besluit"),
        ({"kanaal": "duif"}, "hoe het bezwaar binnenkwam"),
    ],
)
def test_wat_niet_klopt_wordt_uitgelegd(lvc: Wijk, anders: dict[str, Any], zin: str) -> None:
    with pytest.raises(BezwaarNietMogelijk, match=zin):
        met_bezwaar(lvc, **anders)


def test_wie_het_besluit_nam_behandelt_het_bezwaar_niet_en_beslist_er_niet_op(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    bram, noor = lvc.als("Bram Peeters"), lvc.als("Noor Verhoeven")
    with pytest.raises(BezwaarNietMogelijk, match="7:5"):
        actions.geef_bezwaar_aan(bezwaar, behandelaar=lvc.medewerker("Bram Peeters"), door=noor)
    with pytest.raises(GeenRecht, match="frisse blik"):
        actions.hoor(bezwaar, op=vandaag(), verslag="Gesproken.", door=bram)
    actions.hoor_niet(bezwaar, reden="De inwoner wil geen gesprek.", door=noor)
    with pytest.raises(GeenRecht):
        actions.beslis_op_bezwaar(bezwaar, uitkomst="ongegrond", overwegingen="Het klopt.", door=bram)


def test_zonder_gesprek_geen_antwoord_tenzij_de_inwoner_alles_krijgt(lvc: Wijk) -> None:
    bezwaar, noor = met_bezwaar(lvc), lvc.als("Noor Verhoeven")
    with pytest.raises(BezwaarNietMogelijk, match="nog niet gehoord"):
        actions.beslis_op_bezwaar(bezwaar, uitkomst="ongegrond", overwegingen="Het klopt.", door=noor)
    actions.beslis_op_bezwaar(bezwaar, uitkomst="gegrond", overwegingen="U heeft gelijk.", door=noor)
    assert bezwaar.uitkomst == "gegrond"


def test_gegrond_herroept_en_vraagt_een_nieuw_besluit_dat_eraan_vastzit(lvc: Wijk) -> None:
    bezwaar, noor = met_bezwaar(lvc), lvc.als("Noor Verhoeven")
    oud = bezwaar.besluit
    actions.beslis_op_bezwaar(bezwaar, uitkomst="gegrond", overwegingen="U heeft gelijk.", door=noor)
    assert oud.status == Besluit.Status.HERROEPEN
    assert bezwaar.hulpvraag.stap == Stap.BESLUIT
    assert bezwaar.hulpvraag.uiterlijk == bezwaar.uiterlijk, "the new decision has the term of the objection"

    aanvraag = oud.aanvraag
    assert aanvraag.status == "open"
    nieuw = actions.stel_besluit_op(
        aanvraag, oud.plan, soort="toekenning", motivering="U krijgt meer.", door=noor
    )
    actions.neem_besluit(nieuw, door=noor)
    actions.maak_bekend(nieuw, door=noor)
    bezwaar.refresh_from_db()
    assert bezwaar.nieuw_besluit == nieuw


def test_een_afgesloten_vraag_gaat_na_gegrond_bezwaar_weer_open(lvc: Wijk) -> None:
    bezwaar, noor = met_bezwaar(lvc), lvc.als("Noor Verhoeven")
    sluit_af(bezwaar.hulpvraag, uitkomst="zelf_opgelost", door=noor)
    actions.beslis_op_bezwaar(bezwaar, uitkomst="gegrond", overwegingen="U heeft gelijk.", door=noor)
    assert bezwaar.hulpvraag.stap == Stap.BESLUIT
    assert bezwaar.hulpvraag.uitkomst == ""


def test_ongegrond_laat_het_besluit_staan(lvc: Wijk) -> None:
    bezwaar, noor = met_bezwaar(lvc), lvc.als("Noor Verhoeven")
    actions.hoor(bezwaar, op=vandaag(), verslag="Toos vertelde dat het haar zwaar valt.", door=noor)
    actions.beslis_op_bezwaar(bezwaar, uitkomst="ongegrond", overwegingen="Het klopt.", door=noor)
    assert bezwaar.besluit.status == Besluit.Status.BEKENDGEMAAKT
    with pytest.raises(BezwaarNietMogelijk, match="al afgehandeld"):
        actions.verdaag(bezwaar, reden="Te druk.", door=noor)


def test_een_te_laat_bezwaar_vraagt_om_een_reden(lvc: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    besluit, noor = bekend(lvc), lvc.als("Noor Verhoeven")
    assert besluit.bezwaar_tot is not None
    laat = besluit.bezwaar_tot + timedelta(days=10)
    monkeypatch.setattr("wijkspil.besluiten.actions.bezwaar.vandaag", lambda: laat)
    bezwaar = actions.dien_bezwaar_in(noor, besluit, gronden=GRONDEN, op=laat, kanaal="brief")
    assert not bezwaar.op_tijd
    actions.hoor_niet(bezwaar, reden="Kennelijk niet-ontvankelijk.", door=noor)
    with pytest.raises(BezwaarNietMogelijk, match="6:11"):
        actions.beslis_op_bezwaar(bezwaar, uitkomst="ongegrond", overwegingen="Het klopt.", door=noor)
    actions.beslis_op_bezwaar(bezwaar, uitkomst="niet_ontvankelijk", overwegingen="Te laat.", door=noor)
    assert bezwaar.uitkomst == "niet_ontvankelijk"


def test_aanvulling_zet_de_klok_stil_en_weer_aan(lvc: Wijk) -> None:
    bezwaar, noor = met_bezwaar(lvc), lvc.als("Noor Verhoeven")
    eerst = bezwaar.uiterlijk
    actions.vraag_aanvulling(bezwaar, wat="Uw handtekening.", tot=vandaag() + timedelta(days=14), door=noor)
    assert bezwaar.status == Bezwaar.Status.WACHT
    with pytest.raises(StapNietMogelijk), transaction.atomic():
        actions.beslis_op_bezwaar(bezwaar, uitkomst="gegrond", overwegingen="Ja.", door=noor)
    with pytest.raises(BezwaarNietMogelijk, match="heeft nog tot en met"), transaction.atomic():
        actions.neem_aanvulling_op(bezwaar, tekst="", op=vandaag(), door=noor)
    actions.neem_aanvulling_op(bezwaar, tekst="Getekend.", op=vandaag(), door=noor)
    assert bezwaar.status == Bezwaar.Status.ONTVANGEN
    assert "Getekend." in bezwaar.gronden
    assert bezwaar.uiterlijk == eerst, "it was repaired before the term had even begun"


def test_verdagen_kan_een_keer(lvc: Wijk) -> None:
    bezwaar, noor = met_bezwaar(lvc), lvc.als("Noor Verhoeven")
    eerst = bezwaar.uiterlijk
    actions.verdaag(bezwaar, reden="Wij wachten op een advies.", door=noor)
    assert bezwaar.uiterlijk >= eerst + timedelta(weeks=6)
    with pytest.raises(TermijnFout, match="al een keer"), transaction.atomic():
        actions.verdaag(bezwaar, reden="Nog eens.", door=noor)


def test_intrekken_kan_altijd_en_is_een_eigen_uitkomst(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    actions.trek_bezwaar_in(bezwaar, reden="Ik begrijp het nu.", door=inwonerdoor(lvc, bezwaar.besluit))
    assert bezwaar.uitkomst == "ingetrokken"
    assert bezwaar.besluit.status == Besluit.Status.BEKENDGEMAAKT


def test_een_concept_kent_geen_bezwaar(lvc: Wijk) -> None:
    from tests.besluiten.verhaal import concept

    besluit = concept(lvc, voor_besluit(lvc))
    with pytest.raises(BezwaarNietMogelijk, match="nog niet bekendgemaakt"):
        actions.dien_bezwaar_in(
            lvc.als("Bram Peeters"), besluit, gronden=GRONDEN, op=vandaag(), kanaal="brief"
        )
