"""A business case that can be checked by hand when nothing is uncertain, keeps to the hands of the team, and says what it doesn't know."""

from dataclasses import replace

import pytest

from tests.wijk import Wijk
from wijkspil.core.door import Rol
from wijkspil.sturing.effecten.rekenhulp import AANNAMEN, NietTeRekenen, reken


def zeker(**waarden: float) -> dict:  # type: ignore[type-arg]
    """All assumptions at one value, without a range."""
    return {
        s: replace(a, **dict.fromkeys(("laag", "waarde", "hoog"), waarden.get(s, a.waarde)))
        for s, a in AANNAMEN.items()
    }


def test_zonder_onzekerheid_is_het_met_de_hand_na_te_rekenen() -> None:
    """40 suitable, room for 36: 36 x 3,700 x 85% saved, 36 x 1,850 spent, 50,000 to the front, of whose 100,000 65% comes back here."""
    zaak = reken(zeker(), jaren=2)
    eerste = 36 * 3700 * 0.85 - 36 * 1850 - 50_000 - 36 * 1850 * 3 / 12
    tweede = 36 * 3700 * 0.85 - 36 * 1850 - 50_000 + 100_000 * 0.65
    assert [v.midden for v in zaak.jaren] == pytest.approx([eerste, eerste + tweede])
    assert zaak.jaren[1].laag == zaak.jaren[1].hoog and zaak.draai == ()
    assert zaak.per_wet["wlz"] == pytest.approx(20_000) and zaak.per_wet["zvw"] == pytest.approx(15_000)
    assert (zaak.kans_vol, zaak.terugverdiend) == (1.0, 2)


def test_meer_vragen_dan_plekken_maakt_het_niet_goedkoper() -> None:
    assert reken(zeker(mensen=200)).jaren == reken(zeker(mensen=72)).jaren
    assert reken(zeker(mensen=40)).kans_vol == 0.0


def test_een_euro_die_er_geen_twee_wordt_draait_de_uitkomst_om_en_staat_bovenaan() -> None:
    zaak = reken(AANNAMEN)
    assert zaak.draai[0][0] == "euro_geeft", "the least certain assumption weighs most"
    assert reken(zeker(euro_geeft=0, plekken=0)).kans_op_winst == 0.0
    assert zaak.jaren[-1].laag < zaak.jaren[-1].midden < zaak.jaren[-1].hoog
    assert zaak == reken(AANNAMEN), "the same assumptions give the same answer"


def test_de_trekkingen_liggen_waar_een_driehoek_ligt() -> None:
    alleen = zeker() | {"investering": replace(AANNAMEN["investering"], laag=0, waarde=30_000, hoog=90_000)}
    basis, zaak = reken(zeker(investering=0), jaren=1), reken(alleen, jaren=1)
    assert basis.jaren[0].midden - zaak.jaren[0].midden == pytest.approx(
        90_000 - (0.5 * 90_000 * 60_000) ** 0.5, rel=0.03
    )


@pytest.mark.parametrize(
    ("sleutel", "anders"),
    [
        ("mensen", {"laag": 90}),
        ("terugval", {"hoog": 120}),
        ("deel_wlz", {"hoog": 95}),
        ("plekken", {"laag": -1}),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_de_plek_erbij(sleutel: str, anders: dict[str, float]) -> None:
    with pytest.raises(NietTeRekenen) as fout:
        reken({**AANNAMEN, sleutel: replace(AANNAMEN[sleutel], **anders)})
    assert fout.value.sleutel == sleutel


def test_de_pagina_rekent_met_wat_in_het_adres_staat_en_verliest_niets(lvc: Wijk) -> None:
    browser = lvc.browser(lvc.met_rol(Rol.BELEID))
    url = lvc.url("proeftuinen/rekenhulp/")
    eerst = browser.get(url).content.decode()
    assert (
        "Na 4 jaar is de kans" in eerst
        and "Eén euro aan de voorkant geeft terug" in eerst
        and "niet elders nagerekend" in eerst
    )
    niets = "&".join(
        f"{s}_{einde}=0" for s in ("euro_geeft", "mensen") for einde in ("laag", "waarde", "hoog")
    )
    anders = browser.get(f"{url}?{niets}&jaren=2").content.decode()
    assert "Na 2 jaar is de kans 0%" in anders
    fout = browser.get(url + "?mensen_laag=500&plekken_waarde=37").content.decode()
    assert (
        "Zet laag, waarschijnlijk en hoog op volgorde" in fout
        and 'value="500"' in fout
        and 'value="37"' in fout
    )
