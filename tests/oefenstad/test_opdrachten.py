"""The commands: play with several processes, set up the demo, ask twice, and refuse outside the practice town."""

from collections import Counter
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from wijkspil.core.grens import binnen
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.oefenstad.vandaag import TAFERELEN
from wijkspil.toegang.models import Gesprek, Hulpvraag


@pytest.mark.parametrize("opdracht", ["speel", "oefenstad_demo"])
def test_buiten_de_oefenstad_wordt_er_niet_gespeeld(opdracht: str, settings: object, db: None) -> None:
    settings.OEFENMODUS = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="oefen"):
        call_command(opdracht)


@pytest.mark.django_db(transaction=True)
def test_twee_processen_spelen_dezelfde_verhalen_als_een() -> None:
    uit = StringIO()
    velden = {
        "meldingen": 4,
        "van": vandaag() - timedelta(days=40),
        "brieven": "later",
        "stdout": uit,
        "stderr": StringIO(),
    }
    call_command("speel", gemeente="alphen", processen=2, zaad=3, **velden)
    samen = _verhalen("alphen")
    call_command("speel", gemeente="alphen", processen=1, zaad=3, **velden)

    assert len(samen) == 4
    beide = _verhalen("alphen")
    assert Counter(beide) == Counter(samen * 2)
    assert "acties per seconde" in uit.getvalue()


def _verhalen(slug: str) -> list[tuple[object, ...]]:
    gemeente = Gemeente.objects.get(slug=slug)
    with binnen(gemeente.pk):
        return list(Hulpvraag.objects.values_list("vraag", "thema", "deur", "kanaal", "inwoner__achternaam"))


@pytest.mark.django_db(transaction=True)
def test_de_demo_geeft_werk_voor_vandaag_en_doet_de_tweede_keer_niets() -> None:
    uit = StringIO()
    call_command("oefenstad_demo", meldingen=2, stdout=uit)
    for slug, wie in (("land-van-cuijk", "Bram Peeters"), ("alphen", "Tobias de Wit")):
        gemeente = Gemeente.objects.get(slug=slug)
        with binnen(gemeente.pk):
            _is_boeiend(Medewerker.objects.get(naam=wie))
            _niets_in_de_toekomst()
    assert "Bram Peeters" in uit.getvalue()
    assert "Tobias de Wit" in uit.getvalue()

    eerder = _gebeurtenissen()
    call_command("oefenstad_demo", meldingen=2, stdout=StringIO())
    assert _gebeurtenissen() == eerder


def _is_boeiend(mens: Medewerker) -> None:
    mijn = list(Hulpvraag.objects.filter(behandelaar=mens).exclude(stap="afgesloten"))
    team = Hulpvraag.objects.filter(team__leden__medewerker=mens, behandelaar=None)
    vandaag = nu().date()
    assert len(mijn) >= len(TAFERELEN) - 4
    assert any(h.spoed_uiterlijk for h in mijn)
    assert team.filter(spoed_uiterlijk__isnull=False).exists(), "a crisis that nobody has picked up"
    over = [(h.uiterlijk - vandaag).days for h in mijn if h.uiterlijk and h.stap != "levering"]
    assert any(d < 0 for d in over), "something too late"
    assert any(0 <= d <= 7 for d in over), "something that ends this week"
    assert Gesprek.objects.filter(hulpvraag__in=mijn, status="gepland", moment__date=vandaag).exists()
    assert any(h.inwoner.geheim_adres for h in mijn)
    assert len({h.stap for h in mijn}) >= 4


def _niets_in_de_toekomst() -> None:
    assert not Gebeurtenis.objects.filter(moment__gt=nu()).exists()


def _gebeurtenissen() -> int:
    aantal = 0
    for gemeente in Gemeente.objects.all():
        with binnen(gemeente.pk):
            aantal += Gebeurtenis.objects.count()
    return aantal
