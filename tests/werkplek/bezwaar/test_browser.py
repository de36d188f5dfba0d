"""The pages of objections, hours, routes and letter texts in a real browser: they fit, and axe finds nothing."""

from collections.abc import Mapping

from django.test import Client

from tests.besluiten.test_bezwaar import met_bezwaar
from tests.kijken import MET_BROWSER, langslopen
from tests.verkort.test_verkort import aanbiederaccount, client, uitbesteed
from tests.werkplek.normen.test_uren import met_huishouden
from tests.wijk import Wijk
from wijkspil.besluiten import actions
from wijkspil.gemeenten.models import Medewerker
from wijkspil.regels import normen

pytestmark = MET_BROWSER
BREEDTES = (1440, 390)


def haal(paginas: Mapping[str, tuple[Client, str]]) -> dict[str, bytes]:
    """The HTML of each page, for the one who may open it."""
    bladen = {}
    for naam, (browser, pad) in paginas.items():
        antwoord = browser.get(pad)
        assert antwoord.status_code == 200, naam
        bladen[naam] = antwoord.content
    return bladen


def thema(wijk: Wijk) -> bytes:
    return Client().get(f"/thema/{wijk.gemeente.slug}.css").content


def test_bezwaar_normen_en_briefteksten(lvc: Wijk) -> None:
    bezwaar = met_bezwaar(lvc)
    noor, ada, pieter = (lvc.browser(naam) for naam in ("Noor Verhoeven", "Ada Willems", "Pieter Smits"))
    vraag = f"vraag/{bezwaar.hulpvraag_id}/besluit/"
    bladen = haal(
        {
            "bezwaren": (noor, lvc.url("bezwaren/")),
            "bezwaar": (noor, lvc.url(f"bezwaren/{bezwaar.pk}/")),
            "bezwaar_nieuw": (noor, lvc.url(f"{vraag}{bezwaar.besluit_id}/bezwaar/")),
            "besluit": (noor, lvc.url(vraag)),
            "normenkaders": (pieter, lvc.url("normenkaders/")),
            "briefteksten": (ada, lvc.url("briefteksten/")),
            "brieftekst": (ada, lvc.url("briefteksten/bezwaar_ontvangen/")),
        }
    )
    assert langslopen(bladen, breedtes=BREEDTES, thema=thema(lvc)) == []


def test_de_verkorte_route_en_wie_het_onderzoek_doet(haarlem: Wijk) -> None:
    opdracht = uitbesteed(haarlem)
    behandelaar = opdracht.hulpvraag.behandelaar
    assert behandelaar is not None
    leider = next(m for m in Medewerker.objects.order_by("gemaakt_op") if "teamleider" in m.rollen)
    aanbieder = client(aanbiederaccount(haarlem))
    bladen = haal(
        {
            "route": (
                haarlem.browser(behandelaar.naam),
                haarlem.url(f"vraag/{opdracht.hulpvraag_id}/route/"),
            ),
            "verkorte_route": (haarlem.browser(leider.naam), haarlem.url("verkorte-route/")),
            "onderzoeken": (aanbieder, "/haarlem/aanbieder/onderzoek/"),
            "onderzoek": (aanbieder, f"/haarlem/aanbieder/onderzoek/{opdracht.pk}/"),
        }
    )
    assert langslopen(bladen, breedtes=BREEDTES, thema=thema(haarlem)) == []


def test_het_rekenblad(lvc: Wijk) -> None:
    plan, regel = met_huishouden(lvc)
    invoer = {
        "personen": 1,
        "activiteiten": {a.code: {"keer": a.keer, "wie": "hulp"} for a in normen.activiteiten()},
    }
    actions.bereken_uren(plan.hulpvraag, regel, invoer=invoer, door=lvc.als("Bram Peeters"))
    bram = lvc.browser("Bram Peeters")
    bladen = haal(
        {
            "uren": (bram, lvc.url(f"vraag/{plan.hulpvraag_id}/uren/{regel.pk}/")),
            "aanvraag": (bram, lvc.url(f"vraag/{plan.hulpvraag_id}/aanvraag/")),
        }
    )
    assert langslopen(bladen, breedtes=BREEDTES, thema=thema(lvc)) == []
