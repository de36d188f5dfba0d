"""Every carer is thanked once a year, in a form of choice; who wasn't asked yet stands on the list (B31)."""

from datetime import datetime

from django.utils import timezone

from tests.plannen.verhaal import laatste
from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.inwoners.actions import voeg_relatie_toe
from wijkspil.inwoners.models import Relatie, Waardering
from wijkspil.toegang.models import Hulpvraag


def mantelzorger(
    wijk: Wijk, naam: str = "Anja de Wit", *, is_mantelzorger: bool = True
) -> tuple[Hulpvraag, Relatie]:
    vraag = wijk.melding()
    naaste = voeg_relatie_toe(
        vraag.inwoner, naam=naam, soort="kind", is_mantelzorger=is_mantelzorger, van=vandaag(), hulpvraag=vraag,
        door=wijk.als("Bram Peeters"),
    )  # fmt: skip
    return vraag, naaste


def test_vragen_vastleggen_en_volgend_jaar_opnieuw(lvc: Wijk) -> None:
    vraag, naaste = mantelzorger(lvc)
    bram, lijst = lvc.browser("Bram Peeters"), lvc.url("mantelzorgwaardering/")
    assert "nog vragen" in bram.get(lijst).content.decode()
    blad = lvc.url(f"vraag/{vraag.pk}/netwerk/{naaste.pk}/")
    assert "Wat wil deze mantelzorger" in bram.get(blad).content.decode()

    bram.post(f"{blad}waardering/", {"vorm": "uitje", "toelichting": "Naar zee"})
    assert Waardering.objects.get().vorm == "uitje"
    assert laatste("mantelzorg.gewaardeerd").gegevens["code"] == "uitje"
    opnieuw = bram.post(f"{blad}waardering/", {"vorm": "bon"}, follow=True).content.decode()
    assert "staat de waardering al vast" in opnieuw and Waardering.objects.count() == 1
    pagina = bram.get(lijst).content.decode()
    assert "vastgelegd" in pagina and "nog vragen" not in pagina

    with klok.op(timezone.make_aware(datetime(vandaag().year + 1, 2, 1, 10))):
        assert "nog vragen" in bram.get(lijst).content.decode()


def test_wie_geen_mantelzorger_is_krijgt_een_uitleg(lvc: Wijk) -> None:
    vraag, buur = mantelzorger(lvc, "Riet", is_mantelzorger=False)
    blad = lvc.url(f"vraag/{vraag.pk}/netwerk/{buur.pk}/")
    antwoord = lvc.browser("Bram Peeters").post(f"{blad}waardering/", {"vorm": "bon"}, follow=True)
    assert "Dit is geen mantelzorger" in antwoord.content.decode() and not Waardering.objects.exists()
