"""What the walkers over all pages share: files with something of everything on them, and every address made complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.template.backends.django import Template
from django.urls import URLPattern, reverse
from django.urls.converters import IntConverter

from tests.besluiten.verhaal import bekend
from tests.betalingen.geld import betaalwerk, bijdragebestand
from tests.huis.toegangstabel import rijen
from tests.hulpmiddelen.verhaal import uitgeleend
from tests.ondersteuning.opdrachten import wijzigingsverzoek
from tests.overdrachten.verhaal import overdracht, partij, wetdeel
from tests.proeftuinen.verhaal import volle_proeftuin
from tests.signalen.verhaal import verhuisd
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Contract
from wijkspil.beleid.actions import begin_verslag
from wijkspil.berichten.models import Bericht
from wijkspil.besluiten.actions import dien_bezwaar_in
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.door import Rol
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inkoop.actions import neem_inschrijving_op, open_procedure, plan_overleg
from wijkspil.inwoners.actions import voeg_relatie_toe
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.actions.kwaliteit import trek_steekproef
from wijkspil.plannen.actions.momenten import plan_moment
from wijkspil.plannen.models import Arrangementregel
from wijkspil.signalen.actions import geef_signaal
from wijkspil.toegang.actions import plan_gesprek, wijs_toe
from wijkspil.toegang.models import Hulpvraag
from wijkspil.voorspellingen.actions import leg_voorspelling_vast
from wijkspil.werkplek.urls import urlpatterns

TABEL = rijen()


@pytest.fixture
def zonder_tekenen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may do what is decided before a page is drawn; a walk that only asks for the decision skips the drawing, which is most
    of the work. Every page is drawn in test_schermen.py, test_inzage.py and test_vraagbudget.py."""
    monkeypatch.setattr(Template, "render", lambda *_args, **_kwargs: "")


@dataclass
class Dossier:
    """A file with something of everything on it, so that each address leads somewhere."""

    hulpvraag: Hulpvraag
    overig: dict[str, Any]

    def kwargs(self, patroon: URLPattern) -> dict[str, Any]:
        return {
            naam: self._waarde(
                patroon.name or "", naam, 1 if isinstance(soort, IntConverter) else self.hulpvraag.pk
            )
            for naam, soort in patroon.pattern.converters.items()
        }

    def _waarde(self, pagina: str, naam: str, anders: Any) -> Any:
        return self.overig.get(f"{pagina}.{naam}", self.overig.get(naam, anders))


def maak_dossiers(lvc: Wijk) -> dict[str, Dossier]:
    """Two questions of one resident: a new one, and one with a decision, an order and letters."""
    besluit = bekend(lvc)
    loopt = Hulpvraag.objects.get(pk=besluit.hulpvraag_id)
    bram = lvc.als("Bram Peeters")
    gesprek = plan_gesprek(loopt, moment=nu() + timedelta(days=1), plaats="thuis", door=bram)
    wijs_toe(loopt, behandelaar=lvc.medewerker("Bram Peeters"), door=bram)
    uitbox.leeg(lvc.gemeente.pk)
    nieuw = lvc.melding(wie=loopt.inwoner)
    wijs_toe(nieuw, behandelaar=lvc.medewerker("Bram Peeters"), door=bram)
    signaal = geef_signaal(tekst="De gordijnen blijven dicht.", melder_soort="buurtbewoner", door=bram)
    gegeven = overdracht(lvc, loopt, partij(lvc))
    brief = Brief.objects.filter(hulpvraag=loopt).first()
    naaste = voeg_relatie_toe(
        loopt.inwoner,
        naam="Anja de Wit",
        soort="kind",
        is_mantelzorger=True,
        van=vandaag(),
        door=bram,
        hulpvraag=loopt,
    )
    moment = plan_moment(loopt, soort="contact", op=vandaag(), wat="Hoe gaat het?", door=bram)
    proef = trek_steekproef(
        van=vandaag(), tot=vandaag(), zaad="wandeling", aantal=3, door=lvc.als("Noor Verhoeven")
    )
    verzoek = wijzigingsverzoek(
        Toewijzing.objects.select_related("aanbieder", "inwoner").filter(met_berichten=True)[0]
    )
    bezwaar = dien_bezwaar_in(bram, besluit, gronden="Te weinig.", op=vandaag(), kanaal="brief")
    batch, vordering = betaalwerk(lvc)
    bij_fleur = inkoop(lvc)
    brief_aan_de_raad = begin_verslag(
        soort="brief", kwartaal="2026-3", periode="", door=lvc.als(lvc.met_rol(Rol.BELEID))
    )
    overig = bij_fleur | {
        "proeftuin_id": volle_proeftuin(lvc, loopt).pk,
        "batch_id": batch.pk,
        "bestand": "journaal",
        "vordering_id": vordering.pk,
        "hulpmiddel_id": uitgeleend(lvc, loopt).pk,
        "bijdragebestand_id": bijdragebestand(lvc).pk,
        "bezwaar_id": bezwaar.pk,
        "sjabloon": "beschikking",
        "relatie_id": naaste.pk,
        "moment_id": moment.pk,
        "proef_id": proef.pk,
        "gesprek": gesprek.pk,
        "besluit_id": besluit.pk,
        "regel_id": Arrangementregel.objects.filter(plan__hulpvraag=loopt).values_list("pk", flat=True)[0],
        "brief_id": brief.pk if brief else uuid4(),
        "toewijzing_id": Toewijzing.objects.values_list("pk", flat=True).first(),
        "nummer": 1,
        "signaal.id": signaal.pk,
        "verzoek.id": verzoek.pk,
        "bericht.id": Bericht.objects.values_list("pk", flat=True).first(),
        "bericht_ruw.id": Bericht.objects.values_list("pk", flat=True).first(),
        "lijst_weg.id": uuid4(),
        "overdracht_id": gegeven.pk,
        "taak_id": verhuisd(lvc, loopt).pk,
        "wetdeel_id": wetdeel(loopt, bram).pk,
        "partij_id": gegeven.partij_id,
        "vervolg_weg.weg": "rust",
        "vooruit_voorspelling.id": _voorspelling(lvc),
        "verslag.id": brief_aan_de_raad.pk,
        "verslag_pdf.id": brief_aan_de_raad.pk,
        "sleutel": "meldingen",
        "soort": "csv",
    }
    ander = wijzigingsverzoek(
        Toewijzing.objects.select_related("aanbieder", "inwoner").filter(met_berichten=True)[0], "R-2"
    )
    ander.hulpvraag = nieuw
    with schrijven_open():
        ander.save()
    return {"nieuw": Dossier(nieuw, overig | {"verzoek.id": ander.pk}), "loopt": Dossier(loopt, overig)}


def _voorspelling(lvc: Wijk) -> UUID:
    """A forecast of last year on record."""
    stap = {"begin": "2025-01-01", "verwacht": 12.0, "laag": 8.0, "hoog": 16.0}
    return leg_voorspelling_vast(
        wat="meldingen",
        wijk=None,
        peildag=vandaag(),
        per_jaar=4,
        methode="gemiddeld",
        gezien=8,
        stappen=[stap],
        door=lvc.als("Noor Verhoeven"),
    ).pk


def inkoop(lvc: Wijk) -> dict[str, Any]:
    """A procedure with an application, a talk, and a product, for the pages of contract management."""
    fleur, contract = lvc.als("Fleur Jacobs"), Contract.objects.order_by("nummer")[0]
    procedure = open_procedure(
        naam="Wandeling", wijze="bestuurlijk", wetten=["wmo"], producten=[], bekostiging="pxq", opent_op=vandaag(),
        contract_van=vandaag(), hoe_gekozen="Kwaliteit.", eisen=[{"naam": "VOG"}], door=fleur,
    )  # fmt: skip
    inschrijving = neem_inschrijving_op(procedure, contract.aanbieder, ontvangen_op=vandaag(), door=fleur)
    overleg = plan_overleg(contract.aanbieder, soort="bezoek", op=vandaag(), agenda="Kijken.", door=fleur)
    return {
        "procedure_id": procedure.pk,
        "inschrijving_id": inschrijving.pk,
        "aanbieder_id": contract.aanbieder_id,
        "overleg_id": overleg.pk,
        "contract_id": contract.pk,
        "contract.id": contract.pk,
        "product_id": contract.tarieven.values_list("product_id", flat=True)[0],
    }


def adressen(wijk: Wijk, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Each staff page by name, with an address that leads to this file."""
    for patroon in urlpatterns:
        if patroon.name in TABEL:
            kwargs = {"gemeente": wijk.gemeente.slug, **dossier.kwargs(patroon)}
            yield str(patroon.name), reverse(f"werk:{patroon.name}", kwargs=kwargs)
