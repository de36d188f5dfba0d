"""On screen: hand over, follow up, and nobody sees more than they should."""

from datetime import timedelta
from typing import Any

from tests.overdrachten.verhaal import overdracht, partij
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.overdrachten.actions import vraag_na, weiger_overdracht
from wijkspil.overdrachten.models import Overdracht, Partij


def _velden(naar: Partij, **anders: Any) -> dict[str, Any]:
    velden = {
        "partij": str(naar.pk),
        "onderdeel": "wondzorg",
        "wat_mee": "Open been sinds een maand.",
        "hoe": "samen_gebeld",
        "ingelicht": "telefoon",
        "toestemming_op": vandaag().isoformat(),
    }
    return velden | anders


def test_van_het_dossier_naar_de_lijst_en_er_weer_af(lvc: Wijk) -> None:
    hulpvraag, naar, bram = lvc.melding(), partij(lvc), lvc.browser("Bram Peeters")
    antwoord = bram.post(lvc.url(f"vraag/{hulpvraag.pk}/overdragen/"), _velden(naar))
    gegeven = Overdracht.objects.get()
    assert antwoord.status_code == 302 and str(gegeven.pk) in antwoord["Location"]
    lijst = bram.get(lvc.url("overdrachten/")).content.decode()
    assert "Toos de Wit" in lijst and "Wacht op antwoord." in lijst
    url = lvc.url(f"overdrachten/{gegeven.pk}/")
    bram.post(url, {"wat": "bevestig", "bevestig-rev": gegeven.rev, "bevestig-wie": "Els"})
    gegeven.refresh_from_db()
    assert gegeven.status == "bevestigd"
    assert "Toos de Wit" not in bram.get(lvc.url("overdrachten/")).content.decode()
    assert "Toos de Wit" in bram.get(lvc.url("overdrachten/?toon=klaar")).content.decode()
    assert "pakt “wondzorg” op" in bram.get(lvc.url(f"vraag/{hulpvraag.pk}/")).content.decode()


def test_zonder_ja_van_de_inwoner_blijft_alles_staan_wat_u_typte(lvc: Wijk) -> None:
    hulpvraag, naar = lvc.melding(), partij(lvc)
    antwoord = lvc.browser("Bram Peeters").post(
        lvc.url(f"vraag/{hulpvraag.pk}/overdragen/"), _velden(naar, toestemming_op="")
    )
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "toestemming van de inwoner" in pagina and "Open been sinds een maand." in pagina


def test_geweigerd_en_te_laat_staan_bovenaan_met_wat_nu(lvc: Wijk) -> None:
    hulpvraag, naar, bram = lvc.melding(), partij(lvc), lvc.als("Bram Peeters")
    wacht = overdracht(lvc, hulpvraag, naar, onderdeel="fysio")
    vraag_na(wacht, opvolgen_op=vandaag() - timedelta(days=1), door=bram)
    weiger_overdracht(overdracht(lvc, hulpvraag, naar), reden="Geen plek.", wie="Els", door=bram)
    pagina = lvc.browser("Bram Peeters").get(lvc.url("overdrachten/")).content.decode()
    assert pagina.index("Geef het aan een ander") < pagina.index("Vraag na of het is opgepakt")
    assert "2 overdrachten vragen nu iets van u" in pagina


def test_opnieuw_aanbieden_neemt_alles_mee(lvc: Wijk) -> None:
    hulpvraag, naar, browser = lvc.melding(), partij(lvc), lvc.browser("Bram Peeters")
    gegeven = overdracht(lvc, hulpvraag, naar)
    url = lvc.url(f"overdrachten/{gegeven.pk}/")
    browser.post(
        url, {"wat": "weiger", "weiger-rev": gegeven.rev, "weiger-wie": "Els", "weiger-reden": "Vol."}
    )
    assert "Geef aan een andere partij" in browser.get(url).content.decode()
    opnieuw = browser.get(lvc.url(f"vraag/{hulpvraag.pk}/overdragen/?vorige={gegeven.pk}")).content.decode()
    assert "de dochter helpt met douchen" in opnieuw
    ander = partij(lvc, "Thuiszorg Raam")
    browser.post(lvc.url(f"vraag/{hulpvraag.pk}/overdragen/"), _velden(ander, vorige=str(gegeven.pk)))
    gegeven.refresh_from_db()
    assert gegeven.status == "doorgegeven"


def test_twee_mensen_antwoorden_tegelijk(lvc: Wijk) -> None:
    gegeven = overdracht(lvc, lvc.melding(), partij(lvc))
    oud = gegeven.rev
    weiger_overdracht(gegeven, reden="Vol.", wie="Els", door=lvc.als("Noor Verhoeven"))
    antwoord = lvc.browser("Bram Peeters").post(
        lvc.url(f"overdrachten/{gegeven.pk}/"),
        {"wat": "bevestig", "bevestig-rev": oud, "bevestig-wie": "Zuster An"},
    )
    assert antwoord.status_code == 409
    assert "Zuster An" in antwoord.content.decode() and "geweigerd" in antwoord.content.decode()
    gegeven.refresh_from_db()
    assert gegeven.status == "geweigerd"


def test_een_ander_team_een_andere_gemeente_en_het_verkeerde_werkwoord(lvc: Wijk) -> None:
    gegeven = overdracht(lvc, lvc.melding(), partij(lvc))
    url = lvc.url(f"overdrachten/{gegeven.pk}/")
    antwoord = lvc.browser("Yusuf Demir").get(url)
    assert antwoord.status_code == 403 and "niet bij u of uw team" in antwoord.content.decode()
    assert lvc.browser("Bram Peeters").put(url).status_code == 405
    assert "wondzorg" not in lvc.browser("Yusuf Demir").get(lvc.url("overdrachten/")).content.decode()


def test_de_buren_vinden_niets(lvc: Wijk, alphen: Wijk) -> None:
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        gegeven = overdracht(lvc, lvc.melding(), partij(lvc))
    assert alphen.browser("Tobias de Wit").get(alphen.url(f"overdrachten/{gegeven.pk}/")).status_code == 404


def test_de_lijst_kost_evenveel_bij_een_als_bij_dertig(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    hulpvraag, naar = lvc.melding(), partij(lvc)
    for n in range(30):
        overdracht(lvc, hulpvraag, naar, onderdeel=f"deel {n}")
    browser = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(12):
        assert browser.get(lvc.url("overdrachten/")).status_code == 200
    with django_assert_max_num_queries(20):
        assert browser.get(lvc.url(f"vraag/{hulpvraag.pk}/overdragen/")).status_code == 200


def test_een_partij_krijgt_een_kanaal_per_soort_vraag(lvc: Wijk) -> None:
    browser = lvc.browser("Ada Willems")
    velden = {
        "naam": "Woonstichting Maas",
        "soort": "corporatie",
        "wet": "geen",
        "opvolgen_na_dagen": "4",
        "actief": "on",
    }
    fout = browser.post(lvc.url("partijen/nieuw/"), velden | {"kanalen": "aanpassing woning | telefoon"})
    assert fout.status_code == 422 and "Regel 1 is niet duidelijk" in fout.content.decode()
    browser.post(
        lvc.url("partijen/nieuw/"), velden | {"kanalen": "aanpassing woning | telefoon | 0485 000222"}
    )
    rij = Partij.objects.get(naam="Woonstichting Maas")
    assert rij.kanalen == [{"vraag": "aanpassing woning", "hoe": "telefoon", "waar": "0485 000222"}]
    dubbel = browser.post(lvc.url("partijen/nieuw/"), velden)
    assert dubbel.status_code == 422 and "al een partij met deze naam" in dubbel.content.decode()
    oud = browser.post(lvc.url(f"partijen/{rij.pk}/"), velden | {"rev": rij.rev + 5, "doet": "verhuurt"})
    assert oud.status_code == 409
    browser.post(lvc.url(f"partijen/{rij.pk}/"), velden | {"rev": rij.rev, "doet": "verhuurt"})
    rij.refresh_from_db()
    assert rij.doet == "verhuurt"


def test_met_een_bericht_leest_de_inwoner_meteen_wie_er_komt(lvc: Wijk) -> None:
    from wijkspil.post.models import Inwonerbericht

    hulpvraag, naar = lvc.melding(), partij(lvc)
    lvc.browser("Bram Peeters").post(
        lvc.url(f"vraag/{hulpvraag.pk}/overdragen/"), _velden(naar, ingelicht="bericht")
    )
    bericht = Inwonerbericht.objects.get(hulpvraag=hulpvraag)
    assert "doorgegeven aan Wijkverpleging De Beemd" in bericht.tekst and "Hoort u niets?" in bericht.tekst
