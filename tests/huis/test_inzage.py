"""G1: an answer that holds a person's name has a line in the audit log, of this person, in this request.

A rare surname is planted in the practice town. Every page is opened by everybody who works there; where the name comes back, the
ledger has to know. Lists write one line for the list; a page of one file writes a line with that file and that resident.
"""

import pytest

from tests.huis.wandeling import TABEL, Dossier, adressen, maak_dossiers
from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inwoners.models import Inwoner

GEPLANT = "Quastelmans"
MENSEN = (
    "Samira Bouzid",
    "Bram Peeters",
    "Noor Verhoeven",
    "Kees van Dongen",
    "Fleur Jacobs",
    "Pieter Smits",
)


@pytest.fixture
def dossiers(lvc: Wijk) -> dict[str, Dossier]:
    gemaakt = maak_dossiers(lvc)
    with schrijven_open():
        inwoner = Inwoner.objects.get(pk=gemaakt["loopt"].hulpvraag.inwoner_id)
        inwoner.achternaam = GEPLANT
        inwoner.save()
    return gemaakt


@pytest.mark.parametrize("persoon", MENSEN)
def test_een_naam_in_een_antwoord_staat_in_het_auditlogboek(
    lvc: Wijk, dossiers: dict[str, Dossier], persoon: str
) -> None:
    browser, zonder, gezien = lvc.browser(persoon), [], 0
    for dossier in dossiers.values():
        inwoner = dossier.hulpvraag.inwoner_id
        for naam, url in adressen(lvc, dossier):
            laatste = Auditregel.objects.order_by("-id").values_list("pk", flat=True).first() or 0
            antwoord = browser.get(url)
            if antwoord.status_code != 200 or GEPLANT not in antwoord.content.decode(errors="replace"):
                continue
            gezien += 1
            regels = list(Auditregel.objects.filter(pk__gt=laatste, door_naam=persoon, resultaat="gelukt"))
            if TABEL[naam][1]:  # a page of one file names that file or that resident
                goed = any(r.dossier_id == dossier.hulpvraag.pk or r.inwoner_id == inwoner for r in regels)
            else:
                goed = bool(regels)
            if not goed or any(not r.doel or not r.grond for r in regels):
                zonder.append(naam)
    print(f"{persoon}: {gezien} antwoorden met de naam, {len(zonder)} zonder regel")
    assert zonder == []
    if persoon in ("Bram Peeters", "Noor Verhoeven"):
        assert gezien > 20, "the name has to be on many pages, or this test proves nothing"
