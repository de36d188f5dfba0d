"""An order on the provider's own pages: taken or given back, started, paused, stopped; refused for the reasons of the standard."""

from datetime import timedelta

from tests.aanbiedersportaal.verhaal import RAAM, collega, loopt, ook_bij
from tests.ondersteuning.opdrachten import opdracht
from tests.portaal.verhaal import bewoner
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.ondersteuning.access import geweigerde_opdrachten
from wijkspil.ondersteuning.models import Toewijzing


def test_een_nieuwe_opdracht_wordt_aangenomen_en_begint(lvc: Wijk) -> None:
    t, puck = opdracht(lvc), collega(lvc)
    assert "wacht op uw antwoord" in puck.get().content.decode()
    assert puck.post(f"opdracht/{t.pk}/", daad="neem_aan").status_code == 302
    blad = puck.get(f"opdracht/{t.pk}/").content.decode()
    assert "aangenomen" in blad
    assert "Neem de opdracht aan" not in blad
    velden = {"daad": "start", "start-op": vandaag().isoformat()}
    assert puck.post(f"opdracht/{t.pk}/", **velden).status_code == 302
    t.refresh_from_db()
    assert t.status == Toewijzing.Status.GESTART
    gestart = Gebeurtenis.objects.get(soort="levering.gestart")
    assert gestart.door_naam == "Puck Jansen (Stap voor Stap Begeleiding)"


def test_wie_een_opdracht_teruggeeft_zegt_waarom_en_ziet_de_inwoner_niet_meer(lvc: Wijk) -> None:
    t, puck = opdracht(lvc), collega(lvc)
    zonder = puck.post(f"opdracht/{t.pk}/", daad="weiger", **{"weiger-toelichting": "Tot mei vol."})
    assert zonder.status_code == 422
    assert "Tot mei vol." in zonder.content.decode(), "nothing that was typed is lost"
    velden = {"weiger-reden": "geen_plek", "weiger-toelichting": "Tot mei vol."}
    assert puck.post(f"opdracht/{t.pk}/", daad="weiger", **velden).status_code == 302
    assert puck.get(f"opdracht/{t.pk}/").status_code == 404
    assert t.inwoner.naam not in puck.get().content.decode()
    assert [a.toewijzing_id for a in geweigerde_opdrachten()] == [t.pk]
    lijst = lvc.browser("Kees van Dongen").get(lvc.url("opdrachten/")).content.decode()
    assert "er is nu geen plek" in lijst
    assert "Tot mei vol." in lijst


def test_een_start_wordt_geweigerd_om_de_reden_van_de_standaard(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    for daad, velden, code in (
        ("start", {"start-op": vandaag().isoformat()}, "9326"),
        ("stop", {"stop-op": (t.ingang - timedelta(days=3)).isoformat(), "stop-reden": "19"}, "0001"),
    ):
        antwoord = puck.post(f"opdracht/{t.pk}/", daad=daad, **velden)
        assert antwoord.status_code == 422
        assert f"code {code}" in antwoord.content.decode()
    morgen = (vandaag() + timedelta(days=1)).isoformat()
    nieuw = opdracht(lvc, 5)
    assert (
        "TR134" in puck.post(f"opdracht/{nieuw.pk}/", daad="start", **{"start-op": morgen}).content.decode()
    )


def test_pauze_en_hervatten_en_dan_voorgoed_stoppen(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    dag = vandaag() - timedelta(days=3)
    puck.post(f"opdracht/{t.pk}/", daad="pauze", **{"pauze-op": dag.isoformat()})
    t.refresh_from_db()
    assert t.status == Toewijzing.Status.TIJDELIJK_GESTOPT
    puck.post(f"opdracht/{t.pk}/", daad="start", **{"start-op": (dag + timedelta(days=1)).isoformat()})
    puck.post(f"opdracht/{t.pk}/", daad="stop", **{"stop-op": vandaag().isoformat(), "stop-reden": "21"})
    t.refresh_from_db()
    assert t.status == Toewijzing.Status.GESTOPT
    blad = puck.get(f"opdracht/{t.pk}/").content.decode()
    assert "Deze opdracht is voorbij" in blad
    assert t.inwoner.telefoon not in blad


def test_de_inwoner_ziet_welke_aanbieder_keek(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    puck.get(f"opdracht/{t.pk}/")
    zelf = bewoner(lvc, t.inwoner)
    keken = zelf.get(f"vraag/{t.hulpvraag_id}/wie-keek/").content.decode()
    assert "Puck Jansen (Stap voor Stap Begeleiding)" in keken
    assert "werkt bij de aanbieder van uw hulp" in keken
    assert Auditregel.objects.filter(door_soort="aanbieder", dossier_id=t.hulpvraag_id).count() == 1


def test_een_ander_dezelfde_inwoner_een_andere_opdracht(lvc: Wijk) -> None:
    t = loopt(lvc)
    daar = ook_bij(lvc, t)
    puck, rik = collega(lvc), collega(lvc, RAAM, "Rik Vos")
    assert puck.get(f"opdracht/{daar.pk}/").status_code == 404
    assert puck.post(f"opdracht/{daar.pk}/", daad="neem_aan").status_code == 404
    assert rik.get(f"opdracht/{daar.pk}/").status_code == 200
    assert rik.get(f"opdracht/{t.pk}/").status_code == 404
