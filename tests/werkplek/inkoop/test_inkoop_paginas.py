"""The pages of buying: played as in the demo, clicked as Fleur does, and with nothing lost when something is wrong."""

from typing import Any

import pytest

from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Contract, Product
from wijkspil.core.grens import binnen
from wijkspil.inkoop.models import Beleidsstuk, Inkoopprocedure, Inschrijving, Overleg, Prijsopbouw
from wijkspil.oefenstad.inrichting import richt_in, steden
from wijkspil.oefenstad.toneel_inkoop import zet_inkoop_neer


@pytest.fixture
def markt(lvc: Wijk) -> Wijk:
    """Land van Cuijk after a day of contract management."""
    assert zet_inkoop_neer(lvc.gemeente)
    return lvc


def test_elke_stad_heeft_iets_om_naar_te_kijken_en_een_tweede_keer_gebeurt_er_niets(db: None) -> None:
    for slug in steden():
        gemeente = richt_in(slug)
        assert zet_inkoop_neer(gemeente)
        assert not zet_inkoop_neer(gemeente)
        with binnen(gemeente.pk, lezen=True):
            assert Beleidsstuk.objects.count() == 3
            assert Inkoopprocedure.objects.exists() or Overleg.objects.exists()


def test_fleur_laat_een_aanbieder_toe(markt: Wijk) -> None:
    browser, i = markt.browser("Fleur Jacobs"), Inschrijving.objects.order_by("ontvangen_op")[0]
    url = markt.url(f"inkoop/inschrijving/{i.pk}/")
    assert "Laat toe" in browser.get(url).content.decode()
    antwoord = browser.post(url, {"luik": "toelaten"}, follow=True)
    assert "toegelaten en heeft een contract" in antwoord.content.decode()
    assert Contract.objects.filter(inschrijvingen=i).exists()


def test_wie_nog_iets_mist_heeft_geen_knop_en_een_post_zegt_wat(markt: Wijk) -> None:
    browser, i = markt.browser("Fleur Jacobs"), Inschrijving.objects.order_by("-ontvangen_op")[0]
    url = markt.url(f"inkoop/inschrijving/{i.pk}/")
    pagina = browser.get(url).content.decode()
    assert "Nog niet: VOG van alle medewerkers" in pagina
    assert ">Laat toe<" not in pagina
    assert browser.post(url, {"luik": "toelaten"}).status_code == 422
    assert browser.post(url, {"luik": "afwijzen", "afwijzen-reden": ""}).status_code == 422


def test_een_procedure_openen_met_eisen_per_regel(lvc: Wijk) -> None:
    browser = lvc.browser("Fleur Jacobs")
    velden: dict[str, Any] = {
        "naam": "Dagbesteding", "wijze": "openbaar", "wetten": ["wmo", "participatiewet"], "producten": ["02A16"],
        "bekostiging": "pxq", "opent_op": "2026-11-01", "sluit_op": "2026-10-01", "contract_van": "2027-01-01",
        "hoe_gekozen": "Nabijheid.", "eisen": "VOG | 36\nKlachtenregeling\n\n",
    }  # fmt: skip
    fout = browser.post(lvc.url("inkoop/nieuw/"), velden)
    assert fout.status_code == 422
    assert "ligt voor de eerste dag" in fout.content.decode()
    assert "Klachtenregeling" in fout.content.decode()

    browser.post(lvc.url("inkoop/nieuw/"), velden | {"sluit_op": "2026-12-31"})
    procedure = Inkoopprocedure.objects.get()
    assert list(procedure.eisen.order_by("volgorde").values_list("naam", "geldig_maanden")) == [
        ("VOG", 36),
        ("Klachtenregeling", None),
    ]
    dubbel = browser.post(lvc.url("inkoop/nieuw/"), velden | {"sluit_op": ""})
    assert "Kies een andere naam" in dubbel.content.decode()


def test_een_reele_prijs_staat_naast_het_tarief_met_haar_opbouw_en_twijfel(markt: Wijk) -> None:
    product = Product.objects.filter(prijsopbouwen__isnull=False)[0]
    browser, url = markt.browser("Pieter Smits"), markt.url(f"producten/{product.pk}/")
    pagina = browser.get(url).content.decode()
    assert "artikel 5.4 lid 3" in pagina
    assert "Zekerheid: laag" in pagina
    assert "Reële prijs per uur" in pagina
    velden = {f"opbouw-{naam}": waarde for naam, waarde in Prijsopbouw.objects.get().invoer.items()}
    fout = browser.post(
        url, velden | {"luik": "opbouw", "opbouw-productiviteit": "80", "opbouw-toelichting": "cao"}
    )
    assert fout.status_code == 422
    assert "hoogstens 1" in fout.content.decode()
    browser.post(
        url, velden | {"luik": "opbouw", "opbouw-productiviteit": "0,5", "opbouw-toelichting": "cao"}
    )
    eerste, tweede = Prijsopbouw.objects.order_by("gemaakt_op")
    assert tweede.tarief_cent > eerste.tarief_cent


def test_een_stop_zonder_reden_komt_terug_met_wat_er_stond(lvc: Wijk) -> None:
    aanbieder = Aanbieder.objects.filter(soort="aanbieder").order_by("naam")[0]
    browser, url = lvc.browser("Fleur Jacobs"), lvc.url(f"inkoop/aanbieder/{aanbieder.pk}/")
    fout = browser.post(
        url,
        {"luik": "aanname", "aanname-neemt_aan": "nee", "aanname-wachttijd_dagen": "33", "aanname-reden": ""},
    )
    assert fout.status_code == 422
    assert 'value="33"' in fout.content.decode()
    browser.post(
        url,
        {
            "luik": "aanname",
            "aanname-neemt_aan": "nee",
            "aanname-wachttijd_dagen": "33",
            "aanname-reden": "Verbouwing.",
        },
    )
    assert "Verbouwing." in browser.get(url).content.decode()


def test_een_einde_toont_opdrachten_zonder_namen(lvc: Wijk) -> None:
    t = opdracht(lvc)
    browser, url = lvc.browser("Fleur Jacobs"), lvc.url(f"inkoop/contract/{t.contract_id}/")
    pagina = browser.post(url, {"luik": "einde", "einde-tot": "2099-12-31"}, follow=True).content.decode()
    assert "andere aanbieder nodig" in pagina
    assert f">{t.nummer}<" in pagina
    assert "Oefenaar" not in pagina


@pytest.mark.parametrize(
    ("pad", "hoogstens"),
    [("inkoop/", 18), ("producten/", 12), ("beleidsstukken/", 12)],
)
def test_lijsten_kosten_weinig(
    markt: Wijk, pad: str, hoogstens: int, django_assert_max_num_queries: Any
) -> None:
    browser = markt.browser("Fleur Jacobs")
    browser.get(markt.url(pad))
    with django_assert_max_num_queries(hoogstens):
        assert browser.get(markt.url(pad)).status_code == 200


def test_beleid_leest_en_spreekt_maar_koopt_niet_in(markt: Wijk) -> None:
    pieter, procedure = markt.browser("Pieter Smits"), Inkoopprocedure.objects.get()
    assert (
        "Een aanbieder schrijft zich in"
        not in pieter.get(markt.url(f"inkoop/{procedure.pk}/")).content.decode()
    )
    assert pieter.get(markt.url("inkoop/nieuw/")).status_code == 403
    gesprek = Overleg.objects.filter(aanbieder__isnull=False)[0]
    antwoord = pieter.post(
        markt.url(f"inkoop/overleg/{gesprek.pk}/"), {"luik": "verslag", "verslag-verslag": "Goed gesprek."}
    )
    assert antwoord.status_code == 302
    assert Overleg.objects.get(pk=gesprek.pk).verslag == "Goed gesprek."
