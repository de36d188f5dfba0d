"""M7: every state that isn't final has a maximum age, and what is over it shows on a list: planted and found."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.ondersteuning.opdrachten import bewaar, per_week, wijzigingsverzoek
from tests.wijk import Wijk
from wijkspil.berichten.access import OPEN, vast
from wijkspil.berichten.models import Bericht
from wijkspil.core.door import Rol
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.ondersteuning.actions.verzoek import VERZOEK
from wijkspil.ondersteuning.models import Aanbiederverzoek

S = Bericht.Status
EIND = {S.VERWERKT, S.AFGEKEURD, S.ONLEESBAAR, S.DUBBEL, S.BEVESTIGD, S.AFGEHANDELD}


def test_elke_stand_van_een_bericht_is_af_of_telt_als_open() -> None:
    assert set(OPEN) | EIND == set(S)
    assert set(OPEN) & EIND == set()


def test_elke_stand_van_een_verzoek_is_af_of_telt_als_open() -> None:
    assert VERZOEK.toestanden() == set(Aanbiederverzoek.Status)
    for stand in Aanbiederverzoek.Status:
        assert Aanbiederverzoek(status=stand).is_open is bool(VERZOEK.mogelijk(stand))


def _plant(wijk: Wijk, stand: str, uiterlijk: object, n: int) -> Bericht:
    uit = stand in (S.KLAAR, S.VERZONDEN, S.GEWEIGERD)
    return bewaar(
        wijk,
        Bericht(
            richting="uit" if uit else "in", soort="WMO301" if uit else "WMO305", identificatie=f"{n}", afzender="x", ontvanger="y",
            ruw=b"", sha256=uuid4().hex, status=stand, moment=nu(), uiterlijk=uiterlijk,
        ),
    )  # fmt: skip


def test_honderd_geplant_honderd_gevonden(haarlem: Wijk) -> None:
    """Twenty in each state of a message that isn't final, all over their time; as many that are on time or final beside them."""
    laat, straks = nu() - timedelta(minutes=1), nu() + timedelta(days=1)
    geplant = {_plant(haarlem, OPEN[n % len(OPEN)], laat, n).pk for n in range(100)}
    for n in range(100, 150):
        _plant(haarlem, (S.ONTVANGEN, S.KLAAR, S.VERZONDEN)[n % 3], straks, n)
        _plant(haarlem, sorted(EIND)[n % len(EIND)], None, 1000 + n)
    assert set(Bericht.objects.filter(vast()).values_list("pk", flat=True)) == geplant
    pagina = (
        haarlem.browser(haarlem.met_rol(Rol.BACKOFFICE))
        .get(haarlem.url("berichten/?toon=vast"))
        .content.decode()
    )
    assert "van 100 berichten" in pagina


@pytest.mark.parametrize("stand", [Aanbiederverzoek.Status.ONTVANGEN, Aanbiederverzoek.Status.IN_ONDERZOEK])
def test_een_verzoek_over_zijn_dag_staat_bovenaan_en_wordt_geteld(haarlem: Wijk, stand: str) -> None:
    laat, op_tijd = (wijzigingsverzoek(per_week(haarlem, n), f"R-{n}") for n in (1, 2))
    with schrijven_open():
        Aanbiederverzoek.objects.filter(pk=laat.pk).update(
            status=stand, uiterlijk=vandaag() - timedelta(days=1)
        )
    browser = haarlem.browser(haarlem.met_rol(Rol.BACKOFFICE))
    assert (
        "1 verzoek had al een antwoord moeten hebben"
        in browser.get(haarlem.url("verzoeken/")).content.decode()
    )
    lijst = browser.get(haarlem.url("verzoeken/?toon=laat")).content.decode()
    assert str(laat.pk) in lijst
    assert str(op_tijd.pk) not in lijst
