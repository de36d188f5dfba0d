"""The shortened route in Haarlem: criteria, consent, a provider that investigates, the check of a sample."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.conftest import _wijk
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Aanbiedergebruiker
from wijkspil.brieven.models import Brief
from wijkspil.core import klok, uitbox
from wijkspil.core.door import Door, GeenRecht, Soort
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Auditregel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Account, Medewerker
from wijkspil.oefenstad.inrichting import door_van
from wijkspil.toegang.actions import wijs_toe
from wijkspil.toegang.models import Hulpvraag, Onderzoek, Stap
from wijkspil.verkort import actions
from wijkspil.verkort.actions import VerkortNietMogelijk
from wijkspil.verkort.models import Onderzoeksopdracht, Routekeuze, Steekproef
from wijkspil.verkort.route import in_steekproef, mogelijkheid

PRODUCT = "01H01"


@pytest.fixture
def haarlem(db: None) -> Iterator[Wijk]:
    yield from _wijk("haarlem")


def consulent(wijk: Wijk) -> Medewerker:
    return (
        Medewerker.objects.filter(rollen=["consulent"], lidmaatschappen__isnull=False)
        .order_by("gemaakt_op")
        .first()
    )  # type: ignore[return-value]


def als(wijk: Wijk, medewerker: Medewerker) -> Door:
    return door_van(medewerker.naam, wijk.gemeente)


def vraag(wijk: Wijk) -> Hulpvraag:
    from wijkspil.werkwijzen.kast import laad

    werkwijze = laad("haarlem", vandaag())
    deur = werkwijze.deuren.lijst[0].sleutel
    wie = consulent(wijk)
    balie = next(m for m in Medewerker.objects.order_by("gemaakt_op") if "frontoffice" in m.rollen)
    gesteld = wijk.melding(als(wijk, balie), deur=deur)
    lid = wie.lidmaatschappen.first()
    assert lid is not None
    leider = next(m for m in Medewerker.objects.order_by("gemaakt_op") if "teamleider" in m.rollen)
    return wijs_toe(gesteld, team=lid.team, behandelaar=wie, door=als(wijk, leider))


def verkort(wijk: Wijk) -> Routekeuze:
    gevraagd = vraag(wijk)
    m = mogelijkheid(gevraagd, PRODUCT)
    assert m is not None
    return actions.kies_route(
        gevraagd, product=PRODUCT, voldoet=[True] * len(m.route.criteria), door=als(wijk, consulent(wijk))
    )


def uitbesteed(wijk: Wijk) -> Onderzoeksopdracht:
    return actions.besteed_onderzoek_uit(
        verkort(wijk),
        aanbieder=Aanbieder.objects.get(naam="Thuiszorg Het Spaarne"),
        toestemming_op=vandaag(),
        toestemming_hoe="aan de telefoon",
        door=als(wijk, consulent(wijk)),
    )


def aanbiederaccount(wijk: Wijk, naam: str = "Thuiszorg Het Spaarne") -> Account:
    account = Account(email=f"{len(naam)}.{naam[0]}@aanbieder.example", naam=f"Wijkverpleegkundige {naam}")
    account.set_unusable_password()
    account.save()
    with schrijven_open():
        Aanbiedergebruiker(
            gemeente_id=wijk.gemeente.pk,
            gemaakt_op=klok.nu(),
            account=account,
            aanbieder=Aanbieder.objects.get(naam=naam),
            naam=account.naam,
        ).save()
    return account


def aanbiederdoor(wijk: Wijk, naam: str = "Thuiszorg Het Spaarne") -> Door:
    return Door(Soort.AANBIEDER, wijk.gemeente.pk, "Fenna", aanbieder_id=Aanbieder.objects.get(naam=naam).pk)


def verslag(opdracht: Onderzoeksopdracht, door: Door, **anders: Any) -> Onderzoeksopdracht:
    velden: dict[str, Any] = {
        "antwoorden": ["Koken en de was doet mevrouw zelf."] * len(opdracht.vragen),
        "voorstel": "Schoonmaken, elke week een ochtend.",
        "gesprek_op": vandaag(),
        "onderzoeker": "Fenna de Boer",
    }
    return actions.doe_verslag(opdracht, door=door, **(velden | anders))


def client(account: Account) -> Client:
    browser = Client()
    browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def test_een_keer_nee_is_de_gewone_route(haarlem: Wijk) -> None:
    gevraagd = vraag(haarlem)
    m = mogelijkheid(gevraagd, PRODUCT)
    assert m is not None
    door = als(haarlem, consulent(haarlem))
    with pytest.raises(VerkortNietMogelijk, match="elke vraag"):
        actions.kies_route(gevraagd, product=PRODUCT, voldoet=[True], door=door)
    antwoorden = [True] * len(m.route.criteria)
    keuze = actions.kies_route(gevraagd, product=PRODUCT, voldoet=[*antwoorden[:-1], False], door=door)
    assert keuze.route == "gewoon"
    assert not Steekproef.objects.exists()
    with pytest.raises(VerkortNietMogelijk, match="Alleen op de verkorte route"):
        actions.besteed_onderzoek_uit(
            keuze,
            aanbieder=Aanbieder.objects.all()[0],
            toestemming_op=vandaag(),
            toestemming_hoe="ja",
            door=door,
        )


def test_de_steekproef_is_een_vast_deel_en_niet_met_de_hand(haarlem: Wijk) -> None:
    gevraagd = vraag(haarlem)
    getrokken = 0
    for nummer in range(2000):
        gevraagd.nummer = f"2026-{nummer:05d}"
        getrokken += in_steekproef(gevraagd, 10)
        assert in_steekproef(gevraagd, 10) is in_steekproef(gevraagd, 10)
        assert in_steekproef(gevraagd, 100)
        assert not in_steekproef(gevraagd, 0)
    assert 150 < getrokken < 250, "ten in a hundred, give or take"


def test_zonder_toestemming_gaat_er_niets_naar_de_aanbieder(haarlem: Wijk) -> None:
    keuze = verkort(haarlem)
    with pytest.raises(VerkortNietMogelijk, match="toestemming"):
        actions.besteed_onderzoek_uit(
            keuze,
            aanbieder=Aanbieder.objects.get(naam="Thuiszorg Het Spaarne"),
            toestemming_op=vandaag(),
            toestemming_hoe=" ",
            door=als(haarlem, consulent(haarlem)),
        )


def test_de_aanbieder_doet_verslag_en_de_gemeente_neemt_het_over_met_wie_wat_deed(haarlem: Wijk) -> None:
    opdracht = uitbesteed(haarlem)
    assert opdracht.uiterlijk > vandaag() + timedelta(days=10)
    uitbox.leeg(haarlem.gemeente.pk)
    brief = Brief.objects.get(sjabloon="onderzoek_uitbesteed")
    assert brief.onderwerp == "Thuiszorg Het Spaarne praat met u over uw vraag"
    verslag(opdracht, aanbiederdoor(haarlem))
    actions.neem_verslag_over(opdracht, door=als(haarlem, consulent(haarlem)))
    stappen = Onderzoek.objects.get().stappen
    assert "Fenna de Boer (Thuiszorg Het Spaarne)" in stappen["problemen"]["bron"]
    assert stappen["aard_omvang"]["tekst"] == "Schoonmaken, elke week een ochtend."
    assert opdracht.hulpvraag.stap == Stap.ONDERZOEK, "the rest is up to the municipality"


def test_een_andere_aanbieder_doet_geen_verslag(haarlem: Wijk) -> None:
    opdracht = uitbesteed(haarlem)
    with pytest.raises(GeenRecht):
        verslag(opdracht, aanbiederdoor(haarlem, "Huishulp Kennemerduin"))
    with pytest.raises(GeenRecht):
        verslag(opdracht, als(haarlem, consulent(haarlem)))
    with pytest.raises(VerkortNietMogelijk, match="elke vraag"):
        verslag(opdracht, aanbiederdoor(haarlem), antwoorden=["ja"])


def test_de_eigen_pagina_van_de_aanbieder_toont_alleen_wat_gevraagd_is(haarlem: Wijk) -> None:
    opdracht = uitbesteed(haarlem)
    adres = "/haarlem/aanbieder/onderzoek/"
    fenna, ander = (
        client(aanbiederaccount(haarlem)),
        client(aanbiederaccount(haarlem, "Huishulp Kennemerduin")),
    )
    assert "Toos de Wit" in fenna.get(adres).content.decode()
    assert "Toos de Wit" not in ander.get(adres).content.decode()
    pagina = fenna.get(f"{adres}{opdracht.pk}/")
    tekst = pagina.content.decode()
    assert "0612345678" in tekst
    assert "999900006" not in tekst, "no BSN for a provider that only talks"
    assert ander.get(f"{adres}{opdracht.pk}/").status_code == 404
    assert fenna.get("/haarlem/werk/").status_code == 404, "not a member of staff"
    assert fenna.put(adres).status_code == 405
    assert Auditregel.objects.filter(door_soort="aanbieder", deel="onderzoek").count() == 1

    velden = {f"antwoord_{n}": "Gaat goed." for n in range(len(opdracht.vragen))}
    velden |= {"voorstel": "Elke week.", "gesprek_op": vandaag().isoformat(), "onderzoeker": "Fenna de Boer"}
    fout = fenna.post(f"{adres}{opdracht.pk}/", velden | {"voorstel": ""})
    assert fout.status_code == 422
    assert "Gaat goed." in fout.content.decode()
    assert fenna.post(f"{adres}{opdracht.pk}/", velden).status_code == 302
    actions.trek_onderzoek_terug(
        Onderzoeksopdracht.objects.get(),
        reden="De inwoner wil het niet meer.",
        door=als(haarlem, consulent(haarlem)),
    )
    assert fenna.get(f"{adres}{opdracht.pk}/").status_code == 404, "consent withdrawn: nothing more to see"
    assert "Toos de Wit" not in fenna.get(adres).content.decode()


def test_de_route_door_de_pagina(haarlem: Wijk) -> None:
    gevraagd = vraag(haarlem)
    m = mogelijkheid(gevraagd, PRODUCT)
    assert m is not None
    browser = haarlem.browser(consulent(haarlem).naam)
    adres = haarlem.url(f"vraag/{gevraagd.pk}/route/")
    assert m.route.criteria[0] in browser.get(adres).content.decode()
    antwoorden = {f"criterium_{n}": "ja" for n in range(len(m.route.criteria))}
    assert browser.post(adres, {"actie": "kiezen", "product": PRODUCT}).status_code == 422
    assert browser.post(adres, {"actie": "kiezen", "product": PRODUCT} | antwoorden).status_code == 302
    pagina = browser.get(adres).content.decode()
    assert "verkorte route" in pagina
    spaarne = Aanbieder.objects.get(naam="Thuiszorg Het Spaarne")
    velden = {
        "actie": "uitbesteden",
        "aanbieder": str(spaarne.pk),
        "toestemming_op": vandaag().isoformat(),
        "toestemming_hoe": "thuis",
    }
    assert browser.post(adres, velden).status_code == 302
    verslag(Onderzoeksopdracht.objects.select_related("hulpvraag").get(), aanbiederdoor(haarlem))
    assert "Neem over in het onderzoek" in browser.get(adres).content.decode()
    assert browser.post(adres, {"actie": "overnemen"})["Location"].endswith("/onderzoek/")


def test_wie_koos_bekijkt_de_steekproef_niet(haarlem: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkspil.verkort.actions.in_steekproef", lambda hulpvraag, percentage: True)
    keuze = verkort(haarlem)
    steekproef = Steekproef.objects.select_related("route__hulpvraag").get()
    with pytest.raises(GeenRecht, match="U koos zelf"):
        actions.bekijk_steekproef(
            steekproef, uitkomst="zelfde", toelichting="Klopt.", door=als(haarlem, consulent(haarlem))
        )
    leider = next(
        m
        for m in Medewerker.objects.filter(lidmaatschappen__team_id=keuze.hulpvraag.team_id).order_by(
            "gemaakt_op"
        )
        if "teamleider" in m.rollen
    )
    browser = haarlem.browser(leider.naam)
    pagina = browser.get(haarlem.url("verkorte-route/")).content.decode()
    assert "Toos de Wit" in pagina
    assert "Kleinere aantallen tonen we niet" in pagina
    velden = {"steekproef": str(steekproef.pk), "uitkomst": "meer", "toelichting": "Ook de was was nodig."}
    assert browser.post(haarlem.url("verkorte-route/"), velden).status_code == 302
    steekproef.refresh_from_db()
    assert steekproef.uitkomst == "meer"
