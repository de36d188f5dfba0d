"""The decision page, from the application to the letter: always one next act, said in words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.besluiten.verhaal import REDENEN, bekend, concept, voor_besluit
from tests.wijk import Wijk
from wijkspil.besluiten.actions import maak_bekend, neem_besluit
from wijkspil.besluiten.models import Aanvraag, Besluit
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.klok import vandaag
from wijkspil.oefenstad.inrichting import richt_in


def url(wijk: Wijk, besluit_of_plan: object, naam: str = "besluit") -> str:
    return wijk.url(f"vraag/{besluit_of_plan.hulpvraag.pk}/{naam}/")  # type: ignore[attr-defined]


def formulier(besluit: Besluit, **anders: object) -> dict[str, object]:
    velden: dict[str, object] = {
        "actie": "bewaren",
        "rev": besluit.rev,
        "soort": besluit.soort,
        "regels": [str(pk) for pk in besluit.regels],
        "motivering": besluit.motivering,
    }
    for pk in besluit.regels:
        velden[f"activiteiten_{pk}"] = "stofzuigen: elke week"
    return velden | anders


def test_van_aanvraag_tot_brief_door_de_pagina(lvc: Wijk) -> None:
    plan, browser = voor_besluit(lvc), lvc.browser("Bram Peeters")
    adres = url(lvc, plan)
    assert "Neem de aanvraag op" in browser.get(adres).content.decode()

    browser.post(
        adres, {"actie": "aanvraag", "ontvangen_op": vandaag().isoformat(), "hoe": "ondertekend verslag"}
    )
    assert Aanvraag.objects.get().status == "open"
    regel = plan.regels.get(product__isnull=False)
    browser.post(
        adres,
        {
            "actie": "bewaren",
            "soort": "toekenning",
            "regels": [str(regel.pk)],
            "motivering": REDENEN,
            f"activiteiten_{regel.pk}": "samen plannen: elke week\nbellen: twee keer per week",
        },
    )
    pagina = browser.get(adres).content.decode()
    assert "Neem het besluit" in pagina
    assert "twee keer per week" in pagina
    assert "U besluit voor Toos de Wit" in pagina
    assert "2 uur en 30 minuten" in pagina, "the hours stand beside it, for the staff"

    browser.post(adres, {"actie": "nemen"})
    assert "de bezwaartermijn begint" in browser.get(adres).content.decode()
    antwoord = browser.post(adres, {"actie": "bekendmaken"})
    assert antwoord.status_code == 302
    assert antwoord["Location"].endswith("/brieven/")
    uitbox.leeg(lvc.gemeente.pk)
    assert Brief.objects.get(sjabloon="beschikking").status == Brief.Status.KLAAR


def test_wie_geen_mandaat_heeft_ziet_wie_wel_en_kan_voorleggen(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc), soort="afwijzing", wel_passend="Koffie in het dorpshuis.")
    browser = lvc.browser("Bram Peeters")
    pagina = browser.get(url(lvc, besluit)).content.decode()
    assert "Noor Verhoeven (Teamleider" in pagina
    assert 'value="nemen"' not in pagina

    geweigerd = browser.post(url(lvc, besluit), {"actie": "nemen"})
    assert geweigerd.status_code == 422
    assert "Dit mag wel:" in geweigerd.content.decode()

    browser.post(url(lvc, besluit), {"actie": "voorleggen", "aan": str(lvc.medewerker("Noor Verhoeven").pk)})
    lvc.browser("Noor Verhoeven").post(url(lvc, besluit), {"actie": "nemen"})
    assert Besluit.objects.get().genomen_door == lvc.medewerker("Noor Verhoeven")


def test_een_fout_houdt_elk_getypt_woord(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    fout = formulier(
        besluit, motivering="Halve zin over de trap", ingangsdatum="2027-03-01", einddatum="2027-02-01"
    )
    antwoord = lvc.browser("Bram Peeters").post(url(lvc, besluit), fout)
    assert antwoord.status_code == 422
    assert "Halve zin over de trap" in antwoord.content.decode()
    assert "De einddatum ligt voor de ingangsdatum" in antwoord.content.decode()


def test_twee_mensen_tegelijk_zien_beide_versies(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    oud = formulier(besluit, motivering="Mijn woorden")
    lvc.browser("Noor Verhoeven").post(url(lvc, besluit), formulier(besluit, motivering="Woorden van Noor"))

    antwoord = lvc.browser("Bram Peeters").post(url(lvc, besluit), oud)
    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "Woorden van Noor" in tekst
    assert "Mijn woorden" in tekst
    besluit.refresh_from_db()
    assert f'name="rev" value="{besluit.rev}"' in tekst, "saving again is a choice, not a surprise"


def test_het_voorbeeld_is_een_pdf_die_alleen_onze_pagina_mag_tonen(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    antwoord = lvc.browser("Bram Peeters").get(
        lvc.url(f"vraag/{besluit.hulpvraag.pk}/besluit/{besluit.pk}/brief.pdf")
    )
    assert antwoord.content.startswith(b"%PDF")
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in antwoord["Content-Security-Policy"]
    assert antwoord["Content-Disposition"].startswith("inline")
    assert antwoord["Cache-Control"] == "no-store"


def test_een_concept_zonder_activiteiten_zegt_wat_er_mist(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc, activiteiten=""))
    pagina = lvc.browser("Bram Peeters").get(url(lvc, besluit)).content.decode()
    assert "nog niet wat er gebeurt en hoe vaak" in pagina
    voorbeeld = lvc.browser("Bram Peeters").get(
        lvc.url(f"vraag/{besluit.hulpvraag.pk}/besluit/{besluit.pk}/brief.pdf")
    )
    assert voorbeeld.status_code == 422


def test_een_bekende_afwijzing_wijst_de_weg_naar_afsluiten(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc), soort="afwijzing", wel_passend="Koffie in het dorpshuis.")
    noor = lvc.als("Noor Verhoeven")
    neem_besluit(besluit, door=noor)
    maak_bekend(besluit, door=noor)
    pagina = lvc.browser("Bram Peeters").get(url(lvc, besluit)).content.decode()
    assert "Sluit de vraag af als afgewezen" in pagina


def test_wie_mag_de_pagina_openen(lvc: Wijk) -> None:
    plan = voor_besluit(lvc)
    assert lvc.browser("Kees van Dongen").get(url(lvc, plan)).status_code == 200, "back office decides along"
    assert lvc.browser("Yusuf Demir").get(url(lvc, plan)).status_code == 403, "another team"
    assert lvc.browser("Samira Bouzid").get(url(lvc, plan)).status_code == 403, (
        "not the work of the front office"
    )
    assert lvc.browser("Bram Peeters").put(url(lvc, plan)).status_code == 405


def test_een_andere_gemeente_vindt_niets(lvc: Wijk) -> None:
    adres = url(lvc, voor_besluit(lvc))
    richt_in("alphen")
    assert lvc.browser("Bram Peeters").get(adres.replace("land-van-cuijk", "alphen")).status_code == 404


@pytest.mark.parametrize("stand", ["aanvraag", "concept", "bekend"])
def test_de_pagina_kost_hoogstens_twintig_queries(lvc: Wijk, stand: str) -> None:
    plan = voor_besluit(lvc)
    if stand == "concept":
        concept(lvc, plan)
    elif stand == "bekend":
        bekend(lvc, plan)
    browser = lvc.browser("Bram Peeters")
    browser.get(url(lvc, plan))
    with CaptureQueriesContext(connection) as vragen:
        assert browser.get(url(lvc, plan)).status_code == 200
    # a test is a transaction within a transaction: its savepoint is not part of a request
    assert sum("SAVEPOINT" not in vraag["sql"] for vraag in vragen) <= 20
