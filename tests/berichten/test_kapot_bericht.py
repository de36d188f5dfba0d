"""A message on which our own program breaks holds up neither the messages behind it nor what must still go out."""

import pytest

from tests.berichten.berichten_van_buiten import start_bericht
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten import verwerking
from wijkspil.berichten.inkomend import Ontvangen
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.ontvangst import ontvang
from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.uitwisseling import Geheugenuitwisseling, met
from wijkspil.core.models import Uitgaand


def test_de_ronde_gaat_door_achter_een_bericht_waar_wij_op_breken(
    lvc: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruw = [start_bericht(opdracht(lvc, n), n) for n in range(3)]
    kapot, *goed = [ontvang(r, gemeente_id=lvc.gemeente.pk) for r in ruw]
    doe = verwerking._doe

    def breek(o: Ontvangen) -> None:
        if o.bericht.pk == kapot.pk:
            raise ZeroDivisionError
        doe(o)

    monkeypatch.setattr(verwerking, "_doe", breek)
    with met(Geheugenuitwisseling()):
        ronde = rondgang(lvc.gemeente.pk)
    assert ronde.verwerkt == 2
    assert not Uitgaand.objects.filter(soort="bericht", status="wacht").exists()
    assert {Bericht.objects.get(pk=b.pk).status for b in goed} == {Bericht.Status.VERWERKT}
    kapot.refresh_from_db()
    assert kapot.status == Bericht.Status.ONTVANGEN
    assert kapot.uiterlijk is not None, "so that it shows as stuck when its time is over"

    monkeypatch.undo()
    with met(Geheugenuitwisseling()):
        rondgang(lvc.gemeente.pk)
    assert Bericht.objects.get(pk=kapot.pk).status == Bericht.Status.VERWERKT
