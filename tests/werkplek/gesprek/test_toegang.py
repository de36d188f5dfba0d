"""Every page of this story: the owner may, a colleague without a relation gets a reason, a stranger finds nothing."""

import pytest
from django.db import connection

from tests.werkplek.gesprek.hulp import gesprek_van, pad
from tests.wijk import Wijk
from wijkspil.core.grens import binnen

PAGINAS = {
    "gesprek": ("gesprek/", {200, 302}),
    "gesprek_plannen": ("gesprek/plannen/", {200}),
    "gesprek_een": ("gesprek/{g}/", {200}),
    "gesprek_afzeggen": ("gesprek/{g}/afzeggen/", {200}),
    "zrm": ("zelfredzaamheid/", {200}),
    "onderzoek": ("onderzoek/", {200}),
    "termijnen": ("termijnen/", {200}),
}
alle = pytest.mark.parametrize(("rest", "goed"), PAGINAS.values(), ids=PAGINAS)


@alle
def test_de_behandelaar_opent_elke_pagina_binnen_het_budget(
    lvc: Wijk, django_assert_max_num_queries, rest: str, goed: set[int]
) -> None:
    gesprek = gesprek_van(lvc)
    bram = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(20):
        antwoord = bram.get(pad(lvc, gesprek.hulpvraag, rest.format(g=gesprek.pk)))
    assert antwoord.status_code in goed


@alle
def test_een_collega_zonder_relatie_leest_waarom_niet(lvc: Wijk, rest: str, goed: set[int]) -> None:
    gesprek = gesprek_van(lvc)
    antwoord = lvc.browser("Yusuf Demir").get(pad(lvc, gesprek.hulpvraag, rest.format(g=gesprek.pk)))
    assert antwoord.status_code == 403
    assert "niet bij u of uw team in behandeling" in antwoord.content.decode()
    assert "Toos" not in antwoord.content.decode()


@alle
def test_een_andere_rol_leest_voor_wie_het_is(lvc: Wijk, rest: str, goed: set[int]) -> None:
    gesprek = gesprek_van(lvc)
    antwoord = lvc.browser("Fleur Jacobs").get(pad(lvc, gesprek.hulpvraag, rest.format(g=gesprek.pk)))
    assert antwoord.status_code == 403


@alle
def test_een_andere_gemeente_vindt_niets(lvc: Wijk, alphen: Wijk, rest: str, goed: set[int]) -> None:
    with binnen(lvc.gemeente.pk):
        gesprek = gesprek_van(lvc)
        vreemd = pad(alphen, gesprek.hulpvraag, rest.format(g=gesprek.pk))
    assert alphen.browser("Tobias de Wit").get(vreemd).status_code == 404


@alle
def test_een_ander_werkwoord_kent_de_pagina_niet(lvc: Wijk, rest: str, goed: set[int]) -> None:
    gesprek = gesprek_van(lvc)
    adres = pad(lvc, gesprek.hulpvraag, rest.format(g=gesprek.pk))
    assert lvc.browser("Bram Peeters").put(adres).status_code == 405


def test_afronden_kan_alleen_met_een_post(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, gesprek.hulpvraag, f"gesprek/{gesprek.pk}/gevoerd/")
    assert bram.get(adres).status_code == 405
    assert lvc.browser("Yusuf Demir").post(adres).status_code == 403


def test_een_gesprek_van_een_andere_vraag_bestaat_hier_niet(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    ander = lvc.melding(wie=gesprek.hulpvraag.inwoner)
    assert lvc.browser("Bram Peeters").get(pad(lvc, ander, f"gesprek/{gesprek.pk}/")).status_code == 404


def test_kijken_schrijft_niets_dan_een_regel_wie_keek(lvc: Wijk) -> None:
    gesprek = gesprek_van(lvc)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_gebeurtenis")
        voor = cursor.fetchone()[0]
        lvc.browser("Bram Peeters").get(pad(lvc, gesprek.hulpvraag, "onderzoek/"))
        cursor.execute("SELECT count(*) FROM core_gebeurtenis")
        assert cursor.fetchone()[0] == voor
        cursor.execute("SELECT doel FROM core_auditregel ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone()[0] == "onderzoek doen"
