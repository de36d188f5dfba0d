"""The own organisation: a colleague comes and goes, waiting time and intake are kept up; only for one's own."""

import pytest

from tests.aanbiedersportaal.verhaal import RAAM, STAP, collega
from tests.wijk import Wijk
from wijkspil.aanbieders.actions import zet_aanname
from wijkspil.aanbieders.contracten import aanbieders_voor
from wijkspil.aanbieders.models import Aanbieder, Aanbiedergebruiker, Product
from wijkspil.core.door import GeenRecht
from wijkspil.core.klok import vandaag


def test_een_collega_komt_en_gaat_en_het_werkt_meteen(lvc: Wijk) -> None:
    puck = collega(lvc)
    velden = {"daad": "collega", "naam": "Wies Blok", "email": "wies@stap.example"}
    assert puck.post("organisatie/", **velden).status_code == 302
    wies = Aanbiedergebruiker.objects.select_related("account").get(naam="Wies Blok")
    from tests.aanbiedersportaal.verhaal import Collega

    zij = Collega(wies.account, lvc)
    assert zij.get().status_code == 200
    assert puck.post(f"organisatie/{wies.pk}/stop/").status_code == 302
    assert zij.get().status_code == 404
    ik = Aanbiedergebruiker.objects.get(account=puck.account)
    puck.post(f"organisatie/{ik.pk}/stop/")
    assert puck.get("organisatie/").status_code == 200, "somebody always stays"
    rik = collega(lvc, RAAM, "Rik Vos")
    assert rik.post(f"organisatie/{ik.pk}/stop/").status_code == 404


def test_zonder_opname_staat_de_aanbieder_niet_in_de_lijst_van_inwoners(lvc: Wijk) -> None:
    puck, product = collega(lvc), Product.objects.get(code="02A16")
    assert STAP in {a.agb for a in aanbieders_voor(product, vandaag())}
    zonder = puck.post("organisatie/", daad="opname", wachttijd_dagen="40")
    assert zonder.status_code == 422
    assert "waarom er niemand bij kan" in zonder.content.decode()
    puck.post("organisatie/", daad="opname", wachttijd_dagen="40", reden="Tot mei vol.")
    zelf = Aanbieder.objects.get(agb=STAP)
    assert (zelf.wachttijd_dagen, zelf.neemt_aan) == (40, False)
    assert STAP not in {a.agb for a in aanbieders_voor(product, vandaag())}
    fout = puck.post("organisatie/", daad="opname", neemt_aan="on", wachttijd_dagen="9999")
    assert fout.status_code == 422
    with pytest.raises(GeenRecht):
        zet_aanname(zelf, wachttijd_dagen=1, neemt_aan=True, door=collega(lvc, RAAM, "Rik Vos").door)
