"""Searching the social map: free first, by theme and district, and only what is open."""

from tests.wijk import Wijk
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Wijk as Buurt
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.sociale_kaart.service import pak_aanbod, themas, zoek


def test_gratis_staat_voor_betaald(lvc: Wijk) -> None:
    prijzen = [bool(a.eigen_prijs) for a in zoek()]
    assert prijzen == sorted(prijzen)
    assert True in prijzen and False in prijzen


def test_thema_wijk_en_woorden_samen(lvc: Wijk) -> None:
    cuijk = Buurt.objects.get(code="CU")
    assert [a.naam for a in zoek(thema="ontmoeten", wijk_id=cuijk.pk)] == [
        "Koffie in het dorpshuis",
        "Maatje voor een uur",
    ]
    assert zoek(tekst="VRIJWILLIGERSHUIS", soort="vrijwilliger") == zoek(tekst="vrijwilligershuis")
    assert zoek(thema="bestaat niet") == []


def test_wat_gesloten_is_staat_er_niet_meer(lvc: Wijk) -> None:
    koffie = Aanbod.objects.get(naam="Koffie in het dorpshuis")
    assert pak_aanbod(koffie.pk) == koffie
    with schrijven_open():
        Aanbod.objects.filter(pk=koffie.pk).update(actief=False)
    assert pak_aanbod(koffie.pk) is None
    assert koffie not in zoek()


def test_themas_op_alfabet_zonder_dubbele(lvc: Wijk) -> None:
    gevonden = themas()
    assert gevonden == sorted(set(gevonden))
    assert "mantelzorg" in gevonden


def test_een_andere_gemeente_heeft_een_eigen_kaart(lvc: Wijk, alphen: Wijk) -> None:
    assert "Koffie in het dorpshuis" not in [a.naam for a in zoek()]
    assert "Buurtmaatje" in [a.naam for a in zoek()]
