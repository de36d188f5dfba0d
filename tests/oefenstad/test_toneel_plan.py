"""The demo has life around its plans, played once through the real actions."""

from datetime import timedelta

from tests.besluiten.verhaal import bekend
from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.inwoners.models import Netwerkvraag, Relatie, Welbevinden
from wijkspil.oefenstad.toneel_plan import zet_plannen_neer
from wijkspil.plannen.models import Planmoment, Regierol
from wijkspil.toegang.actions import wijs_toe
from wijkspil.toegang.models import Hulpvraag


def test_een_dossier_krijgt_een_netwerk_cijfers_en_beloften_en_maar_een_keer(lvc: Wijk) -> None:
    with klok.op(klok.nu() - timedelta(days=100)):
        hulpvraag = Hulpvraag.objects.get(pk=bekend(lvc).hulpvraag_id)
        wijs_toe(hulpvraag, behandelaar=lvc.medewerker("Bram Peeters"), door=lvc.als("Bram Peeters"))
    assert zet_plannen_neer(lvc.gemeente) == 1
    assert zet_plannen_neer(lvc.gemeente) == 0
    assert Welbevinden.objects.count() == 2
    assert Relatie.objects.filter(inwoner=hulpvraag.inwoner).count() == 4
    assert Netwerkvraag.objects.get().uitkomst == "niet_mogelijk"
    assert Regierol.objects.count() == 2
    assert Planmoment.objects.filter(op__lt=vandaag()).exists(), "er is iets te laat, zoals in het echt"
    bram = lvc.browser("Bram Peeters")
    assert "Te laat" in bram.get(lvc.url("afspraken/")).content.decode()
    assert "wsp-netwerk__beeld" in bram.get(lvc.url(f"vraag/{hulpvraag.pk}/netwerk/")).content.decode()
