"""The shared purse: who put in what, what it saved, and the shares of the way of working (J4, J20); and a region's key (B1)."""

import pytest

from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.overdrachten.actions.kas import KasFout, boek_kasregel, stand_van
from wijkspil.overdrachten.models import Kasregel
from wijkspil.werkwijzen.kast import laad


def test_inleg_uitgave_en_een_besparing_naar_aandeel(oude_ijsselstreek: Wijk) -> None:
    koen = oude_ijsselstreek.browser("Koen Ebbers")
    url = oude_ijsselstreek.url("gedeelde-kas/")
    dag = vandaag().isoformat()
    regel = {"kas": "drie-wetten", "soort": "inleg", "partij": "zorgkantoor", "cent": "15.000,00", "op": dag, "waarvoor": "Luisterend oor"}  # fmt: skip
    fout = koen.post(url, regel)
    assert fout.status_code == 422 and "Luisterend oor" in fout.content.decode(), (
        "punten kunnen niet, woorden blijven"
    )
    for soort, partij, euro in (
        ("inleg", "zorgkantoor", "15000,00"),
        ("uitgave", "", "4000"),
        ("besparing", "", "100,01"),
    ):
        antwoord = koen.post(url, regel | {"soort": soort, "partij": partij, "cent": euro})
        assert antwoord.status_code == 302, antwoord.content.decode()
    kas = laad("oude-ijsselstreek", vandaag()).gedeelde_besparingen[0]
    stand = stand_van(kas, list(Kasregel.objects.all()))
    assert (stand.inleg, stand.over, stand.besparing) == (1_500_000, 1_100_000, 10_001)
    assert [(p, c) for p, _a, c in stand.delen] == [
        ("gemeente", 5001),
        ("zorgkantoor", 2500),
        ("zorgverzekeraar", 2500),
    ]
    assert "50,01" in koen.get(url).content.decode()


def test_inleg_komt_van_een_partij_van_de_afspraak(oude_ijsselstreek: Wijk) -> None:
    kas = laad("oude-ijsselstreek", vandaag()).gedeelde_besparingen[0]
    door = oude_ijsselstreek.als("Koen Ebbers")
    with pytest.raises(KasFout, match="Kies wie het inlegde: gemeente"):
        boek_kasregel(kas, soort="inleg", partij="een ander", cent=100, op=vandaag(), waarvoor="x", door=door)


def test_zonder_afspraak_zegt_de_pagina_waar_die_vandaan_komt(lvc: Wijk) -> None:
    pagina = lvc.browser("Pieter Smits").get(lvc.url("gedeelde-kas/")).content.decode()
    assert "geen afspraak over gedeelde besparingen" in pagina and "Boek een regel" not in pagina


def test_de_verdeelsleutel_van_de_regio(lvc: Wijk) -> None:
    pagina = lvc.browser("Pieter Smits").get(lvc.url("regio/")).content.decode()
    assert "Wie betaalt welk deel?" in pagina and "32%" in pagina and "naar inwonertal" in pagina
    sleutel = laad("land-van-cuijk", vandaag()).kostenverdeling
    assert sleutel is not None and sum(a.percentage for a in sleutel.aandelen) == 100
