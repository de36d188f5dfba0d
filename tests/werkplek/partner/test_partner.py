"""Any partner may be the door, and sees only what is its own."""

from typing import Any

from tests.overdrachten.verhaal import overdracht, partij, partner
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.models import Inwoner
from wijkspil.overdrachten.actions import bevestig_overdracht
from wijkspil.overdrachten.models import Partnermelding
from wijkspil.toegang.models import Hulpvraag

ELS = "Els van der Beemd"


def _vraag(**anders: Any) -> dict[str, Any]:
    velden = {
        "wat_wil_ik": "Weer zelf naar de markt.",
        "wat_kan_ik": "Binnen lopen gaat goed, buurvrouw doet de was.",
        "wat_heb_ik_nodig": "Iets om veilig buiten te komen.",
        "roepnaam": "Harm",
        "achternaam": "Quist",
        "geboortedatum": "1941-02-03",
        "postcode": "5431 AB",
        "huisnummer": "7",
        "kanaal": "telefoon",
        "toestemming_op": vandaag().isoformat(),
    }
    return velden | anders


def test_een_vraag_via_de_partner_is_een_gewone_melding_met_de_drie_vragen(lvc: Wijk) -> None:
    els = lvc.browser(ELS)
    assert els.post(lvc.url("partner/vraag/nieuw/"), _vraag()).status_code == 302
    hulpvraag = Hulpvraag.objects.get()
    assert (hulpvraag.stap, hulpvraag.team) == ("melding", lvc.team("Sociaal Kernteam Cuijk"))
    assert hulpvraag.uiterlijk is not None and hulpvraag.al_geprobeerd.startswith("Binnen lopen")
    lijst = els.get(lvc.url("partner/")).content.decode()
    assert "Harm Quist" in lijst and "Ligt bij Sociaal Kernteam Cuijk." in lijst
    dossier = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/overdragen/")).content.decode()
    assert "Weer zelf naar de markt." in dossier and "Binnengekomen via Wijkverpleging De Beemd" in dossier


def test_zonder_ja_van_de_inwoner_gaat_er_niets_weg(lvc: Wijk) -> None:
    antwoord = lvc.browser(ELS).post(lvc.url("partner/vraag/nieuw/"), _vraag(toestemming_op=""))
    assert antwoord.status_code == 422
    assert "of deze vraag naar de gemeente mag" in antwoord.content.decode()
    assert "Weer zelf naar de markt." in antwoord.content.decode()
    assert not Hulpvraag.objects.exists()


def test_dezelfde_inwoner_wordt_herkend_zonder_dat_de_partner_het_ziet(lvc: Wijk) -> None:
    els = lvc.browser(ELS)
    els.post(lvc.url("partner/vraag/nieuw/"), _vraag())
    antwoord = els.post(lvc.url("partner/vraag/nieuw/"), _vraag(achternaam="quist", postcode="5431ab"))
    assert antwoord.status_code == 302
    assert Inwoner.objects.count() == 1 and Hulpvraag.objects.count() == 2
    els.post(lvc.url("partner/vraag/nieuw/"), _vraag(geboortedatum="1942-02-03"))
    assert Inwoner.objects.count() == 2, "in doubt it is somebody else"


def test_de_partner_ziet_alleen_wat_eigen_is(lvc: Wijk) -> None:
    ander = partij(lvc, "Welzijn Om de Hoek")
    partner(lvc, ander, "Ruud Kikkert")
    hulpvraag = lvc.melding()
    gericht = overdracht(lvc, hulpvraag, ander, onderdeel="een maatje")
    els = lvc.browser(ELS)
    assert "een maatje" not in els.get(lvc.url("partner/")).content.decode()
    assert els.get(lvc.url(f"partner/overdrachten/{gericht.pk}/")).status_code == 404
    assert els.get(lvc.url(f"overdrachten/{gericht.pk}/")).status_code == 403
    assert els.get(lvc.url(f"vraag/{hulpvraag.pk}/")).status_code == 403
    assert els.get(lvc.url("zoeken/?q=Wit")).status_code == 403
    assert els.get(lvc.url("")).headers["Location"].endswith("/partner/")
    assert "een maatje" in lvc.browser("Ruud Kikkert").get(lvc.url("partner/")).content.decode()
    els.post(lvc.url("partner/vraag/nieuw/"), _vraag())
    assert "Quist" not in lvc.browser("Ruud Kikkert").get(lvc.url("partner/")).content.decode()


def test_ook_een_collega_van_dezelfde_partij_ziet_andermans_meldingen_niet(lvc: Wijk) -> None:
    lvc.browser(ELS).post(lvc.url("partner/vraag/nieuw/"), _vraag())
    partner(lvc, partij(lvc), "Jet Molenaar")
    assert "Quist" not in lvc.browser("Jet Molenaar").get(lvc.url("partner/")).content.decode()


def test_ja_nee_en_terug_op_het_scherm_van_de_partner(lvc: Wijk) -> None:
    els, hulpvraag = lvc.browser(ELS), lvc.melding()
    een, twee = (
        overdracht(lvc, hulpvraag, partij(lvc)),
        overdracht(lvc, hulpvraag, partij(lvc), onderdeel="medicijnen"),
    )
    url = lvc.url(f"partner/overdrachten/{een.pk}/")
    pagina = els.get(url).content.decode()
    assert "de dochter helpt met douchen" in pagina and "Het huis schoonhouden" not in pagina
    assert Auditregel.objects.filter(door_naam=ELS, dossier_id=hulpvraag.pk, deel="overdracht").exists()
    assert els.post(url, {"wat": "nee", "nee-rev": een.rev}).status_code == 422
    els.post(url, {"wat": "nee", "nee-rev": een.rev, "nee-reden": "Geen plek."})
    een.refresh_from_db()
    assert (een.status, een.beantwoord_door) == ("geweigerd", ELS)
    ja = lvc.url(f"partner/overdrachten/{twee.pk}/")
    els.post(ja, {"wat": "ja", "ja-rev": twee.rev})
    twee.refresh_from_db()
    assert twee.status == "bevestigd"
    els.post(ja, {"wat": "terug", "terug-rev": twee.rev, "terug-reden": "Mevrouw wil niet."})
    twee.refresh_from_db()
    assert twee.status == "teruggekomen"


def test_al_beantwoord_door_een_ander(lvc: Wijk) -> None:
    gegeven = overdracht(lvc, lvc.melding(), partij(lvc))
    oud = gegeven.rev
    bevestig_overdracht(gegeven, wie="An", door=lvc.als("Bram Peeters"))
    antwoord = lvc.browser(ELS).post(
        lvc.url(f"partner/overdrachten/{gegeven.pk}/"),
        {"wat": "nee", "nee-rev": oud, "nee-reden": "Geen plek."},
    )
    assert antwoord.status_code == 409 and "Geen plek." in antwoord.content.decode()


def test_een_partner_zonder_partij_leest_wat_te_doen(lvc: Wijk) -> None:
    from wijkspil.core.schrijven import schrijven_open
    from wijkspil.overdrachten.models import Partijlid

    with schrijven_open():
        Partijlid.objects.all().delete()
    antwoord = lvc.browser(ELS).get(lvc.url("partner/"))
    assert antwoord.status_code == 403 and "functioneel beheerder" in antwoord.content.decode()


def test_een_geheim_adres_gaat_niet_mee(lvc: Wijk) -> None:
    from wijkspil.inwoners.actions import wijzig_inwoner

    gegeven = overdracht(lvc, lvc.melding(), partij(lvc))
    wijzig_inwoner(gegeven.hulpvraag.inwoner, door=lvc.als("Bram Peeters"), geheim_adres=True)
    pagina = lvc.browser(ELS).get(lvc.url(f"partner/overdrachten/{gegeven.pk}/")).content.decode()
    assert "Kerkstraat" not in pagina


def test_budget_van_de_lijst(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    hulpvraag, els = lvc.melding(), lvc.browser(ELS)
    for n in range(20):
        overdracht(lvc, hulpvraag, partij(lvc), onderdeel=f"deel {n}")
        els.post(lvc.url("partner/vraag/nieuw/"), _vraag(achternaam=f"Quist{n}"))
    assert Partnermelding.objects.count() == 20
    with django_assert_max_num_queries(14):  # of which two are the test's own savepoint
        assert els.get(lvc.url("partner/")).status_code == 200


def test_een_bsn_verraadt_niet_van_wie_het_is(lvc: Wijk) -> None:
    toos = lvc.melding().inwoner
    els = lvc.browser(ELS)
    assert els.post(lvc.url("partner/vraag/nieuw/"), _vraag(bsn=toos.bsn)).status_code == 302
    pagina = els.get(lvc.url("partner/")).content.decode()
    assert "Harm Quist" in pagina and "Toos" not in pagina
    nieuw = Inwoner.objects.get(achternaam="Quist")
    assert nieuw.bsn is None, "the number stays with whom it was"
    els.post(lvc.url("partner/vraag/nieuw/"), _vraag(bsn=toos.bsn, achternaam="Wit", roepnaam="T."))
    assert Hulpvraag.objects.filter(inwoner=toos).count() == 2


def test_bij_een_geheim_adres_leest_de_partner_geen_team(lvc: Wijk) -> None:
    from wijkspil.inwoners.actions import wijzig_inwoner

    els = lvc.browser(ELS)
    els.post(lvc.url("partner/vraag/nieuw/"), _vraag())
    wijzig_inwoner(Inwoner.objects.get(), door=lvc.als("Bram Peeters"), geheim_adres=True)
    pagina = els.get(lvc.url("partner/")).content.decode()
    assert "Sociaal Kernteam Cuijk" not in pagina and "Ontvangen, nog te verdelen." in pagina
