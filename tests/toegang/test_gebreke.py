"""Too late with a decision: a notice, two weeks, and then a dwangsom that everybody can count along."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.gedeeld import met_gedeeld
from tests.regels.voorbeelden import voorbeeld
from tests.wijk import Wijk
from wijkspil.core.handeling import handeling
from wijkspil.core.klok import vandaag
from wijkspil.regels import wmo
from wijkspil.regels.dwangsom import GeenDwangsom
from wijkspil.toegang import klokken
from wijkspil.toegang.actions.gebreke import (
    IngebrekestellingFout,
    neem_ingebrekestelling_op,
    stand,
    stel_dwangsom_vast,
)
from wijkspil.toegang.models import Hulpvraag, Ingebrekestelling, Klok

BRAM = "Bram Peeters"


def _beslisklok(wijk: Wijk, aanvraag_op: date) -> Klok:
    """A question with a running term for a decision, from an application on that day."""
    hulpvraag = wijk.melding()
    with handeling("termijn.hervat", door=wijk.als(BRAM)) as h:
        klok = klokken.zet(h, hulpvraag, Klok.Soort.BESLUIT, wmo.beslistermijn(aanvraag_op))
        h.bewaar(hulpvraag, "uiterlijk")
        h.over(klok, dossier=hulpvraag)
    return klok


def _stop(wijk: Wijk, klok: Klok, op: date) -> None:
    hulpvraag = Hulpvraag.objects.get(pk=klok.hulpvraag_id)
    with handeling("termijn.hervat", door=wijk.als(BRAM)) as h:
        klokken.stop(h, hulpvraag, Klok.Soort.BESLUIT, op)
        h.over(klok, dossier=hulpvraag)
    klok.refresh_from_db()


def test_de_dwangsom_begint_twee_weken_na_de_brief(lvc: Wijk) -> None:
    klok = _beslisklok(lvc, vandaag() - timedelta(days=60))
    brief = neem_ingebrekestelling_op(
        klok, ontvangen_op=vandaag() - timedelta(days=20), hoe="brief", door=lvc.als(BRAM)
    )
    som = stand(brief, vandaag())
    assert som.eerste_dag == vandaag() - timedelta(days=5)
    assert som.aantal_dagen == 6
    assert som.uiterste_dag == som.eerste_dag + timedelta(days=41)


def test_een_brief_voor_de_laatste_dag_telt_niet(lvc: Wijk) -> None:
    klok = _beslisklok(lvc, vandaag() - timedelta(days=5))
    with pytest.raises(IngebrekestellingFout, match="nog niet voorbij"):
        neem_ingebrekestelling_op(klok, ontvangen_op=vandaag(), hoe="brief", door=lvc.als(BRAM))


def test_een_termijn_die_stilstaat_is_niet_voorbij(lvc: Wijk) -> None:
    from wijkspil.toegang.actions import schort_termijn_op

    klok = _beslisklok(lvc, vandaag() - timedelta(days=10))
    code = next(g.code for g in wmo.opschortingsgronden_voor("besluit") if not g.schriftelijk_akkoord_nodig)
    schort_termijn_op(klok, reden_code=code, op=vandaag() - timedelta(days=5), door=lvc.als(BRAM))
    with pytest.raises(IngebrekestellingFout, match="nog niet voorbij"):
        neem_ingebrekestelling_op(klok, ontvangen_op=vandaag(), hoe="brief", door=lvc.als(BRAM))


def test_de_zes_weken_van_het_onderzoek_geven_geen_dwangsom(lvc: Wijk) -> None:
    klok = lvc.melding().klokken.get()
    with pytest.raises(IngebrekestellingFout, match="geen beslistermijn"):
        neem_ingebrekestelling_op(klok, ontvangen_op=vandaag(), hoe="brief", door=lvc.als(BRAM))


def test_een_tweede_brief_en_een_brief_na_het_besluit_veranderen_niets(lvc: Wijk) -> None:
    klok, door = _beslisklok(lvc, vandaag() - timedelta(days=60)), lvc.als(BRAM)
    neem_ingebrekestelling_op(klok, ontvangen_op=vandaag() - timedelta(days=3), hoe="brief", door=door)
    with pytest.raises(IngebrekestellingFout, match="al een ingebrekestelling"):
        neem_ingebrekestelling_op(klok, ontvangen_op=vandaag(), hoe="brief", door=door)
    ander = _beslisklok_bij(klok.hulpvraag, lvc)
    _stop_klok(lvc, ander)
    with pytest.raises(IngebrekestellingFout, match="al verstuurd"):
        neem_ingebrekestelling_op(ander, ontvangen_op=vandaag(), hoe="brief", door=door)


def _beslisklok_bij(hulpvraag: Hulpvraag, wijk: Wijk) -> Klok:
    with handeling("termijn.hervat", door=wijk.als(BRAM)) as h:
        klok = klokken.zet(
            h, hulpvraag, Klok.Soort.BESLUIT, wmo.beslistermijn(vandaag() - timedelta(days=40))
        )
        h.over(klok, dossier=hulpvraag)
    return klok


def _stop_klok(wijk: Wijk, klok: Klok) -> None:
    with handeling("termijn.hervat", door=wijk.als(BRAM)) as h:
        klok.status, klok.gestopt_op = Klok.Status.OVERSCHREDEN, vandaag() - timedelta(days=1)
        h.bewaar(klok, "status", "gestopt_op")
        h.over(klok, dossier=klok.hulpvraag)


def test_het_besluit_stopt_het_oplopen_en_dan_kan_het_worden_vastgesteld(lvc: Wijk) -> None:
    klok, door = _beslisklok(lvc, vandaag() - timedelta(days=80)), lvc.als(BRAM)
    brief = neem_ingebrekestelling_op(
        klok, ontvangen_op=vandaag() - timedelta(days=30), hoe="brief", door=door
    )
    with pytest.raises(IngebrekestellingFout, match="loopt nog op"):
        stel_dwangsom_vast(brief, op=vandaag(), door=door)
    _stop(lvc, klok, vandaag() - timedelta(days=5))
    brief = Ingebrekestelling.objects.select_related("klok").get()
    assert stand(brief, vandaag()).aantal_dagen == 10  # from day 15 up to the day before the decision
    stel_dwangsom_vast(brief, op=vandaag(), door=door)
    assert brief.vastgesteld_op == vandaag()


def test_een_reden_uit_de_wet_maakt_het_nul(lvc: Wijk) -> None:
    klok, door = _beslisklok(lvc, vandaag() - timedelta(days=80)), lvc.als(BRAM)
    brief = neem_ingebrekestelling_op(
        klok, ontvangen_op=vandaag() - timedelta(days=30), hoe="brief", door=door
    )
    with pytest.raises(IngebrekestellingFout, match="redenen uit de wet"):
        stel_dwangsom_vast(brief, op=vandaag(), door=door, uitsluiting="GEEN_ZIN")
    stel_dwangsom_vast(brief, op=vandaag(), door=door, uitsluiting="KENNELIJK_ONGEGROND")
    assert stand(brief, vandaag()).reden_geen is GeenDwangsom.KENNELIJK_ONGEGROND
    assert stand(brief, vandaag()).dagen == ()


@met_gedeeld
def test_het_gepubliceerde_voorbeeld_door_de_hele_weg() -> None:
    """The worked example of the reference, through the same function as the page: 42 days at the amounts of 2018."""
    geval = voorbeeld("dwangsom_oud_maximum")
    ontvangen = date.fromisoformat(geval["gegeven"]["ingebrekestelling_ontvangen"])
    klok = Klok(waarde=wmo.beslistermijn(ontvangen - timedelta(days=30)).als_dict())
    brief = Ingebrekestelling(klok=klok, ontvangen_op=ontvangen)
    som = stand(brief, ontvangen + timedelta(days=200))
    assert som.aantal_dagen == geval["gegeven"]["dagen_verschuldigd"]
    assert som.bedrag.cent == geval["verwacht"]["bedrag"] * 100  # type: ignore[union-attr]


def test_op_het_scherm_dag_voor_dag_en_het_onbekende_bedrag_eerlijk(lvc: Wijk) -> None:
    klok, browser = _beslisklok(lvc, vandaag() - timedelta(days=80)), lvc.browser(BRAM)
    url = lvc.url(f"vraag/{klok.hulpvraag_id}/te-laat/")
    p = f"k{klok.pk}-"
    velden: dict[str, Any] = {"klok": str(klok.pk), f"{p}hoe": "brief"}
    te_vroeg = browser.post(url, velden | {f"{p}ontvangen_op": (vandaag() - timedelta(days=70)).isoformat()})
    assert te_vroeg.status_code == 422 and "nog niet voorbij" in te_vroeg.content.decode()
    browser.post(url, velden | {f"{p}ontvangen_op": (vandaag() - timedelta(days=20)).isoformat()})
    pagina = browser.get(url).content.decode()
    assert "Dag voor dag" in pagina and "Weekenden en feestdagen tellen gewoon mee" in pagina
    assert pagina.count('<td class="wsp-getal">') >= 6
    if vandaag().year >= 2026:
        assert "nog niet bekend" in pagina, "the amounts since 2026 are not checked, and the page says so"
    brief = Ingebrekestelling.objects.get()
    nog = {"klok": str(klok.pk), f"{p}op": vandaag().isoformat(), f"{p}rev": brief.rev}
    assert browser.post(url, nog).status_code == 422
    assert (
        browser.post(url, nog | {f"{p}rev": 99, f"{p}uitsluiting": "KENNELIJK_ONGEGROND"}).status_code == 409
    )
    browser.post(url, nog | {f"{p}uitsluiting": "KENNELIJK_ONGEGROND"})
    assert "duidelijk niet-ontvankelijk" in browser.get(url).content.decode()


def test_twee_klokken_tegelijk_staan_er_allebei_met_uitleg(lvc: Wijk) -> None:
    klok = _beslisklok(lvc, vandaag() - timedelta(days=3))
    pagina = lvc.browser(BRAM).get(lvc.url(f"vraag/{klok.hulpvraag_id}/termijnen/")).content.decode()
    assert "Onderzoek" in pagina and "Besluit" in pagina
    assert "artikel 2.3.2 lid 1" in pagina and "artikel 2.3.5 lid 2" in pagina
    assert "Ingebrekestelling en dwangsom" in pagina


def test_een_ander_team_ziet_het_niet_en_budget(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    klok = _beslisklok(lvc, vandaag() - timedelta(days=80))
    url = lvc.url(f"vraag/{klok.hulpvraag_id}/te-laat/")
    assert lvc.browser("Yusuf Demir").get(url).status_code == 403
    browser = lvc.browser(BRAM)
    with django_assert_max_num_queries(20):
        assert browser.get(url).status_code == 200
