"""The residents of the practice town: who they are, what there is to read, and asking twice changes nothing."""

from tests.portaal.wandeling import maak_vragen
from tests.wijk import Wijk
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Inwoneraccount
from wijkspil.nazorg.actions import begin_nazorg
from wijkspil.oefenstad.toneel_portaal import zet_bewoners_neer
from wijkspil.post.service import wacht_op_antwoord
from wijkspil.toegang.models import Hulpvraag, Stap


def test_een_inwoner_met_hulp_een_dochter_en_iemand_aan_het_begin(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    ander = lvc.melding(wie=_iemand())
    with schrijven_open():
        Inwoneraccount.objects.all().delete()
        Hulpvraag.objects.filter(pk=ander.pk).update(behandelaar=lvc.medewerker("Bram Peeters"))
    begin_nazorg(vragen.loopt, door=lvc.als("Bram Peeters"))
    namen = zet_bewoners_neer(lvc.gemeente)
    assert namen == ["Toos de Wit", "Anja Wit", "Nel Vermeer"]
    assert Inwoneraccount.objects.filter(namens="vertegenwoordiger", geldig_tot__isnull=False).count() == 1
    assert Hulpvraag.objects.get(pk=vragen.loopt.pk).stap == Stap.NAZORG
    wachtend = wacht_op_antwoord(lvc.als("Bram Peeters"))
    assert [b.afzender for b in wachtend] == ["Anja Wit"]
    assert zet_bewoners_neer(lvc.gemeente) == []


def _iemand() -> NieuweInwoner:
    return NieuweInwoner(achternaam="Vermeer", roepnaam="Nel", postcode="5431AC", huisnummer="9")
