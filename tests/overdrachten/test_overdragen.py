"""Never the wrong desk: what is handed over stays ours until the receiver says yes."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.overdrachten.verhaal import overdracht, partij, partner
from tests.wijk import Wijk
from wijkspil.core import klok, tijdlijn
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.klok import vandaag
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.overdrachten.actions import (
    bevestig_overdracht,
    geef_overdracht_terug,
    houd_zelf,
    vraag_na,
    weiger_overdracht,
)
from wijkspil.overdrachten.actions.overdragen import OverdrachtFout, wacht_te_lang
from wijkspil.overdrachten.models import Overdracht
from wijkspil.overdrachten.workflow import ONZE_BEURT, OVERDRACHT
from wijkspil.toegang.actions import sluit_af


def test_een_overdracht_wacht_op_een_werkdag_en_staat_op_de_tijdlijn(lvc: Wijk) -> None:
    vrijdag = datetime(2026, 4, 24, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))  # 3 days later is King's day
    with klok.op(vrijdag):
        hulpvraag = lvc.melding()
        gegeven = overdracht(lvc, hulpvraag, partij(lvc, opvolgen_na_dagen=3))
    assert gegeven.status == "aangeboden"
    assert gegeven.opvolgen_op == date(2026, 4, 28)
    assert any(
        "droeg “wondzorg” over aan Wijkverpleging De Beemd" in r.zin for r in tijdlijn.gebeurd(hulpvraag.pk)
    )


def test_zonder_toestemming_geen_overdracht(lvc: Wijk) -> None:
    with pytest.raises(OverdrachtFout, match="toestemming"):
        overdracht(lvc, lvc.melding(), partij(lvc), toestemming_op=None)
    assert not Overdracht.objects.exists()


def test_een_gesloten_vraag_of_een_partij_die_weg_is_kan_niet(lvc: Wijk) -> None:
    hulpvraag, naar = lvc.melding(), partij(lvc, actief=False)
    with pytest.raises(OverdrachtFout, match="doet niet meer mee"):
        overdracht(lvc, hulpvraag, naar)
    sluit_af(hulpvraag, uitkomst="zelf_opgelost", door=lvc.als("Bram Peeters"))
    with pytest.raises(OverdrachtFout, match="afgesloten"):
        overdracht(lvc, hulpvraag, partij(lvc, "CIZ", soort="ciz", wet="wlz"))


def test_pas_na_een_ja_gaat_hij_van_onze_lijst(lvc: Wijk) -> None:
    gegeven, bram = overdracht(lvc, lvc.melding(), partij(lvc)), lvc.als("Bram Peeters")
    vraag_na(gegeven, opvolgen_op=vandaag() + timedelta(days=2), door=bram)
    assert (gegeven.nagevraagd, gegeven.status in ONZE_BEURT) == (1, True)
    bevestig_overdracht(gegeven, wie="Els, wijkverpleegkundige", door=bram)
    gegeven.refresh_from_db()
    assert (gegeven.status, gegeven.opvolgen_op, gegeven.beantwoord_op) == ("bevestigd", None, vandaag())
    assert gegeven.status not in ONZE_BEURT


def test_geweigerd_komt_terug_op_de_lijst_en_gaat_door_naar_een_ander(lvc: Wijk) -> None:
    gegeven, bram = overdracht(lvc, lvc.melding(), partij(lvc)), lvc.als("Bram Peeters")
    with pytest.raises(OverdrachtFout, match="waarom het niet kan"):
        weiger_overdracht(gegeven, reden=" ", wie="Els", door=bram)
    weiger_overdracht(gegeven, reden="Geen plek tot januari.", wie="Els", door=bram)
    assert gegeven.status in ONZE_BEURT and gegeven.opvolgen_op == vandaag()
    ander = overdracht(lvc, gegeven.hulpvraag, partij(lvc, "Thuiszorg Raam"), vorige=gegeven)
    gegeven.refresh_from_db()
    assert (gegeven.status, ander.vorige_id) == ("doorgegeven", gegeven.pk)


def test_wat_is_opgepakt_kan_toch_terugkomen_en_dan_doen_wij_het_zelf(lvc: Wijk) -> None:
    gegeven, bram = overdracht(lvc, lvc.melding(), partij(lvc)), lvc.als("Bram Peeters")
    bevestig_overdracht(gegeven, wie="Els", door=bram)
    geef_overdracht_terug(gegeven, reden="Mevrouw wil geen verpleging.", door=bram)
    assert gegeven.status == "teruggekomen" and gegeven.opvolgen_op == vandaag()
    houd_zelf(gegeven, reden="Wij kijken met de dochter verder.", door=bram)
    assert gegeven.status == "zelf"
    assert "Mevrouw wil geen verpleging." in gegeven.reden
    with pytest.raises(StapNietMogelijk):
        bevestig_overdracht(gegeven, wie="Els", door=bram)


def test_elke_stand_is_te_bereiken_en_alleen_een_keuze_is_het_einde() -> None:
    bereikt = {OVERDRACHT.begin}
    for _ in Overdracht.Status:
        bereikt |= {s.naar for s in OVERDRACHT.stappen if bereikt & set(s.van)}
    assert bereikt == set(Overdracht.Status.values)
    vast = {s for s in Overdracht.Status.values if not OVERDRACHT.mogelijk(s)}
    assert vast == set(OVERDRACHT.einde)


def test_de_partij_zelf_kan_antwoorden_en_een_ander_niet(lvc: Wijk) -> None:
    eigen, ander = partij(lvc), partij(lvc, "CIZ", soort="ciz", wet="wlz")
    partner(lvc, ander, "Ruud Kikkert")
    gegeven = overdracht(lvc, lvc.melding(), eigen)
    with pytest.raises(GeenRecht, match="andere partij"):
        bevestig_overdracht(gegeven, wie="Ruud", door=lvc.als("Ruud Kikkert"))
    bevestig_overdracht(gegeven, wie="Els", door=lvc.als("Els van der Beemd"))
    assert gegeven.status == "bevestigd"
    with pytest.raises(GeenRecht):
        vraag_na(gegeven, opvolgen_op=vandaag(), door=lvc.als("Els van der Beemd"))


def test_zonder_eigen_dagen_geldt_de_werkwijze_en_te_lang_wachten_valt_op(haarlem: Wijk, lvc: Wijk) -> None:
    from wijkspil.core.grens import binnen

    dagen = {}
    maandag = datetime(2026, 6, 1, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for wijk in (lvc, haarlem):
        with binnen(wijk.gemeente.pk), klok.op(maandag):
            naar = partij(wijk, "Partij zonder eigen dagen", opvolgen_na_dagen=None)
            door = wijk.als(wijk.met_rol(Rol.TEAMLEIDER))
            gegeven = overdracht(wijk, wijk.melding(), naar, door=door)
            dagen[wijk.gemeente.slug] = gegeven.opvolgen_op
            assert not wacht_te_lang(gegeven, gegeven.opvolgen_op)
            assert wacht_te_lang(gegeven, date(2026, 6, 16))
            ander = overdracht(wijk, gegeven.hulpvraag, partij(wijk, "Een ander"), vorige=gegeven, door=door)
            assert ander.vorige_id == gegeven.pk, "waiting too long is a reason to go elsewhere"
    assert dagen["haarlem"] == date(2026, 6, 4), "three working days in its way of working"
    assert dagen["land-van-cuijk"] == date(2026, 6, 8), "five where nothing is agreed"
