"""What a question is about: asked in plain choices, never in the way."""

import pytest
from django.urls import reverse

from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
from wijkspil.toegang.models import Hulpvraag
from wijkspil.toegang.themas import THEMAS


@pytest.mark.parametrize(
    ("thema", "doe", "soort"),
    [
        ("vervoer", "melding", "melding.ontvangen"),
        ("", "melding", "melding.ontvangen"),
        ("vervoer", "contact", "contact.vastgelegd"),
    ],
)
def test_het_thema_mag_en_hoeft_niet(lvc: Wijk, thema: str, doe: str, soort: str) -> None:
    browser = lvc.browser("Samira Bouzid")
    url = reverse("werk:nieuwe_vraag", kwargs={"gemeente": lvc.gemeente.slug})
    pagina = browser.get(url).content.decode()
    assert "Waar gaat het over?" in pagina and "Ergens kunnen komen" in pagina
    velden = {
        "vraag": "Ik kan niet meer weg.",
        "achternaam": "Los",
        "ingang": "zorgbalie:telefoon",
        "thema": thema,
        "doe": doe,
    }
    assert browser.post(url, velden).status_code == 302
    assert Hulpvraag.objects.get().thema == thema
    gebeurd = Gebeurtenis.objects.get(soort=soort)
    if doe == "melding":
        assert gebeurd.gegevens["thema"] == thema


def test_een_bsn_in_de_vraag_wordt_meteen_gezegd_en_loopt_niet_later_vast(lvc: Wijk) -> None:
    """A letter refuses a BSN, so words with one would leave the confirmation stuck."""
    url = reverse("werk:nieuwe_vraag", kwargs={"gemeente": lvc.gemeente.slug})
    velden = {
        "vraag": "Mijn nummer is 999900006.",
        "achternaam": "Los",
        "ingang": "zorgbalie:telefoon",
        "doe": "melding",
    }
    antwoord = lvc.browser("Samira Bouzid").post(url, velden)
    assert antwoord.status_code == 422
    assert (
        "kunnen in een brief komen" in antwoord.content.decode()
        and "Mijn nummer is" in antwoord.content.decode()
    )
    assert not Hulpvraag.objects.exists()


def test_elk_thema_past_in_het_veld_en_leest_als_een_woord() -> None:
    lengte = Hulpvraag._meta.get_field("thema").max_length
    for sleutel, label in THEMAS:
        assert len(sleutel) <= (lengte or 0) and sleutel == sleutel.lower() and str(label)
