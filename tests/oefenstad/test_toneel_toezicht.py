"""The demo has life on the shortened route, the norm sets, the quality of plans, emergency access and post; played once."""

from time import process_time

from tests.plannen.verhaal import tot_arrangement
from tests.portaal.verhaal import bewoner
from tests.wijk import Wijk
from wijkspil.core.door import Rol
from wijkspil.core.schrijven import schrijven_open
from wijkspil.oefenstad.toneel_route import zet_routes_neer
from wijkspil.oefenstad.toneel_toezicht import zet_toezicht_neer
from wijkspil.plannen.models import Steekproef as Planproef
from wijkspil.toegang.actions import wijs_toe
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.verkort.models import Routekeuze, Steekproef


def pagina(wijk: Wijk, rol: Rol, pad: str) -> str:
    antwoord = wijk.browser(wijk.met_rol(rol)).get(wijk.url(pad))
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def test_de_verkorte_route_en_de_gemiddelden_zijn_te_zien(haarlem: Wijk) -> None:
    begin = process_time()
    gedaan = zet_routes_neer(haarlem.gemeente)
    print(f"{gedaan} vragen in {process_time() - begin:.2f} s")
    assert gedaan == Routekeuze.objects.count() >= 12
    assert zet_routes_neer(haarlem.gemeente) == 0, "once is enough"
    routes = pagina(haarlem, Rol.BELEID, "verkorte-route/")
    assert "gewone route" in routes and "vragen met een route. Kleinere" not in routes
    assert set(Routekeuze.objects.values_list("route", flat=True)) == {"verkort", "gewoon"}
    assert Steekproef.objects.exclude(uitkomst="").count() == min(1, Steekproef.objects.count())
    normen = pagina(haarlem, Rol.BELEID, "normenkaders/")
    assert "te weinig vragen om te tonen" not in normen and "naast" in normen


def test_zonder_verkorte_route_gebeurt_er_niets(lvc: Wijk) -> None:
    assert zet_routes_neer(lvc.gemeente) == 0


def test_er_is_iets_te_beoordelen_na_te_lezen_en_te_beantwoorden(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    bram = lvc.medewerker("Bram Peeters")
    wijs_toe(plan.hulpvraag, behandelaar=bram, door=lvc.als("Bram Peeters"))
    with schrijven_open():
        Hulpvraag.objects.filter(pk=plan.hulpvraag_id).update(stap=Stap.LEVERING)
    bewoner(lvc, plan.inwoner)
    assert zet_toezicht_neer(lvc.gemeente) >= 3
    assert zet_toezicht_neer(lvc.gemeente) == 0
    assert "De dochter belde" in pagina(lvc, Rol.FUNCTIONEEL_BEHEER, "noodtoegang/")
    proef = Planproef.objects.get()
    assert proef.toetsen.filter(beoordeeld_op__isnull=False).count() <= 2
    assert str(proef.pk) in pagina(lvc, Rol.TEAMLEIDER, "kwaliteit/")
    post = lvc.browser("Bram Peeters").get(lvc.url("post/")).content.decode()
    assert "Kunnen wij de afspraak verzetten?" in post
