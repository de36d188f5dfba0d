"""Making an appointment, beginning one at once, and saying why one won't take place."""

from django.utils import timezone

from tests.werkplek.gesprek.hulp import gesprek_van, pad
from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
from wijkspil.toegang.models import Gesprek, Hulpvraag

AFSPRAAK = {
    "datum": "2026-11-24",
    "tijd": "10:30",
    "plaats": "thuis",
    "deelnemers": ["Toos de Wit"],
    "anderen": "wijkzuster Els, buurman Ko",
}


def test_een_afspraak_heeft_dag_tijd_plaats_en_mensen(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, hulpvraag, "gesprek/plannen/"), AFSPRAAK)
    assert antwoord.url == pad(lvc, hulpvraag)
    gesprek = Gesprek.objects.get()
    assert timezone.localtime(gesprek.moment).strftime("%d-%m %H:%M") == "24-11 10:30"
    assert gesprek.deelnemers == ["Toos de Wit", "wijkzuster Els", "buurman Ko"]
    assert Hulpvraag.objects.get().stap == "onderzoek"


def test_zonder_dag_of_tijd_blijft_de_rest_staan(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, "gesprek/plannen/"), AFSPRAAK | {"datum": "", "tijd": ""}
    )
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Dan weet de inwoner wanneer u komt" in inhoud
    assert "wijkzuster Els, buurman Ko" in inhoud
    assert not Gesprek.objects.exists()


def test_meerdere_gesprekken_staan_op_een_rij(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, gesprek.hulpvraag, "gesprek/plannen/")
    bram.post(adres, AFSPRAAK | {"plaats": "telefonisch"})
    inhoud = bram.get(adres).content.decode()
    assert inhoud.count("Zeg af") == 2
    assert "telefonisch" in inhoud


def test_een_plaats_die_niet_bestaat_wordt_niet_bewaard(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, "gesprek/plannen/"), AFSPRAAK | {"plaats": "op de maan"}
    )
    assert antwoord.status_code == 422


def test_nu_beginnen_is_een_knop(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, hulpvraag, "gesprek/plannen/"), {"nu": "ja"})
    assert antwoord.url == pad(lvc, hulpvraag, f"gesprek/{Gesprek.objects.get().pk}/")


def test_afzeggen_vraagt_waarom(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/afzeggen/")
    leeg = bram.post(adres, {"reden": ""})
    assert leeg.status_code == 422
    assert "in een paar woorden waarom" in leeg.content.decode()

    bram.post(adres, {"reden": "inwoner is ziek"})
    gesprek.refresh_from_db()
    assert gesprek.status == "vervallen"
    assert Gebeurtenis.objects.get(soort="gesprek.vervallen").gegevens["reden"] == "inwoner is ziek"
    tweede = bram.post(adres, {"reden": "nog eens"})
    assert tweede.status_code == 302, "a message says that it was cancelled already"
    assert Gebeurtenis.objects.filter(soort="gesprek.vervallen").count() == 1


def test_een_vervallen_gesprek_toont_nog_wat_er_stond(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram = lvc.browser("Bram Peeters")
    bram.post(pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/afzeggen/"), {"reden": "ziek"})
    inhoud = bram.get(pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/")).content.decode()
    assert "Dit gesprek ging niet door" in inhoud
    assert "Gesprek is gevoerd" not in inhoud
