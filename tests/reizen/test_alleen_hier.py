"""Each journey could not pass under another's file: tried, not claimed.

In every practice town one question is brought to the same point: a fixed arrangement with help at home (and, where the file has
one, an own trajectory). From there the acts on which the five browser journeys rest are really done, with the actions of the screens, and
each town is asked whether it went as in journey X. The table has 25 cells; only the diagonal may say yes. `-s` prints it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction

from tests.conftest import _wijk
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Product, Tarief
from wijkspil.besluiten import actions as besluiten
from wijkspil.besluiten.models import Besluit
from wijkspil.besluiten.normen import kaders_voor
from wijkspil.core.door import Door
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Uitgaand
from wijkspil.oefenstad.stadsboek import stad
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen import actions as plannen
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.plannen.service import lopende_regels
from wijkspil.regels.onderzoek import Stap
from wijkspil.toegang import actions as toegang
from wijkspil.werkwijzen.kast import laad_versie

BUREN = "Hebben buren er ernstig last van?"
DAAROM = "De buren doen de boodschappen; meer kan niet."


class Terug(Exception):
    """Undo what was tried, so that the next act begins where the last one did."""


@dataclass
class Uitkomst:
    """What came of one act: in which form, what was ordered, with which messages; or why it was refused."""

    vorm: str = ""
    waarom_niet: str = ""
    beslist_door: str = ""
    opdrachten: list[tuple[str, str, str, bool]] = field(default_factory=list)
    """(financing of the contract, unit, frequency, by message)."""
    leverders: set[str] = field(default_factory=set)
    berichten: set[str] = field(default_factory=set)


@dataclass
class Stand:
    """One town at the point where the ways part, and what came of each act there."""

    slug: str
    afspraak: Uitkomst
    besluit: Uitkomst
    normen: tuple[str, str]
    kader_waarschuwt: bool
    eigen_traject: bool
    dag_bij_niets_doen: str
    vraagt_naar_buren: bool


@contextmanager
def poging(uit: Uitkomst) -> Iterator[None]:
    """Do it for real, look, and undo it. A refusal by the product is an outcome; any other error is an error."""
    try:
        with transaction.atomic():
            yield
            uit.opdrachten = [
                (t.contract.bekostiging if t.contract else "", t.eenheid, t.frequentie, t.met_berichten)
                for t in Toewijzing.objects.select_related("contract")
            ]
            uit.leverders = set(Toewijzing.objects.values_list("aanbieder__soort", flat=True))
            uit.berichten = {
                r.inhoud["bericht"] for r in Uitgaand.objects.filter(soort="bericht").order_by("id")
            }
            raise Terug
    except Terug:
        return
    except ValueError as fout:  # every refusal in the rooms is one, with a sentence
        uit.waarom_niet = str(fout)


def tot_het_arrangement(wijk: Wijk, door: Door) -> Plan:
    hulpvraag = wijk.melding()
    onderzoek = toegang.start_onderzoek(hulpvraag, door=door)
    for stap in list(Stap)[:4]:
        toegang.vul_onderzoek_in(onderzoek, stap=stap.value, tekst="Besproken.", door=door)
    plan = plannen.begin_plan(toegang.rond_onderzoek_af(onderzoek, door=door), door=door)
    plannen.voeg_doel_toe(
        plan, tekst="Mijn huis is op orde.", eigenaar="Toos de Wit", soort="behouden", door=door
    )
    perspectief = laad_versie(hulpvraag.werkwijze).plan.perspectieven[0].sleutel
    plannen.schrijf_plan(plan, perspectief=perspectief, regisseur=wijk.medewerker(door.naam), door=door)
    plannen.stel_plan_vast(plan, door=door)
    werkwijze = laad_versie(hulpvraag.werkwijze)
    for product in werkwijze.producten:
        if product.eigen_traject or product.code == next(
            p.code for p in werkwijze.producten if p.categorie == "01"
        ):
            regel_van(plan, Product.objects.get(code=product.code), str(product.trede), door)
    return plannen.stel_arrangement_vast(plan, door=door, overgeslagen_reden=DAAROM)


def regel_van(plan: Plan, product: Product, trede: str, door: Door) -> Arrangementregel:
    """One line as a case worker would make it: a provider who has it under contract, its only or lightest level."""
    tarief = Tarief.objects.filter(product=product).select_related("contract").order_by("trap").first()
    aanbieder = tarief.contract.aanbieder if tarief else Aanbieder.objects.filter(soort="eigen_team").first()
    per_uur = product.eenheid in ("01", "04")
    return plannen.voeg_regel_toe(
        plan, trede=trede, wat=product.naam, wie=aanbieder.naam if aanbieder else "team", product=product, aanbieder=aanbieder,
        trap=tarief.trap if tarief else "", resultaat="Het huis is schoon.", activiteiten="stofzuigen en dweilen: elke week",
        minuten_per_week=120, volume=120 if per_uur else 1, overgeslagen_reden=DAAROM, van=vandaag(), tot=vandaag() + timedelta(days=365),
        frequentie="week", door=door,
    )  # fmt: skip


def vers(plan: Plan) -> Plan:
    """As it lies in the database: what was undone is not in hand any more."""
    return Plan.objects.select_related("hulpvraag__inwoner", "hulpvraag__team").get(pk=plan.pk)


def probeer_afspraak(plan: Plan, door: Door) -> Uitkomst:
    uit = Uitkomst()
    plan = vers(plan)
    with poging(uit):
        besluiten.maak_afspraak(plan.hulpvraag, plan, tekst="Elke week samen.", door=door)
        uit.vorm = "afspraak"
        assert not Besluit.objects.exists()
    return uit


def probeer_besluit(plan: Plan, wijk: Wijk, door: Door) -> Uitkomst:
    """Application, decision by the case worker or else by whoever has the mandate, announcement, order."""
    uit = Uitkomst()
    plan = vers(plan)
    with poging(uit):
        aanvraag = besluiten.neem_aanvraag_op(
            plan.hulpvraag, ontvangen_op=vandaag(), hoe="ondertekend verslag", door=door
        )
        besluit = besluiten.stel_besluit_op(
            aanvraag, plan, door=door, soort="toekenning", motivering="U kunt veel zelf.\n\nDit niet."
        )
        wie = door
        if not besluiten.beoordeel_mandaat(besluit, door=door).mag:
            ander = next(m for m in besluiten.mandaathouders(besluit) if m.naam != door.naam)
            besluiten.leg_voor_aan_tweede_lezer(besluit, aan=ander, door=door)
            wie = wijk.als(ander.naam)
        besluiten.neem_besluit(besluit, door=wie)
        besluiten.maak_bekend(besluit, door=door)
        besluit.refresh_from_db()
        uit.vorm = besluit.vorm
        uit.beslist_door = "zelf" if wie is door else wijk.medewerker(wie.naam).organisatie
    return uit


def speel(wijk: Wijk) -> Stand:
    wie = stad(wijk.gemeente.slug)["vandaag"]["wie"]
    door = wijk.als(wie)
    plan = tot_het_arrangement(wijk, door)
    regels = [r for r in lopende_regels(plan) if r.product]
    thuis = next(r for r in regels if r.product and r.product.categorie == "01")
    kaders = kaders_voor(plan.hulpvraag, thuis)
    bladeren = wijk.browser(wie)
    niets_doen = bladeren.get(wijk.url(f"vraag/{plan.hulpvraag_id}/vervolg/niets-doen/"))
    return Stand(
        slug=wijk.gemeente.slug,
        afspraak=probeer_afspraak(plan, door),
        besluit=probeer_besluit(plan, wijk, door),
        normen=(kaders.leidend, kaders.schaduw) if kaders else ("", ""),
        kader_waarschuwt=laad_versie(wijk.werkwijze).inkoop.kader_per_aanbieder,
        eigen_traject=any(r.trede == "eigen_traject" for r in regels),
        dag_bij_niets_doen=str(niets_doen.context["form"]["doeldag"].value() or "")
        if niets_doen.context
        else "",
        vraagt_naar_buren=BUREN in bladeren.get(wijk.url("vraag/nieuw/")).content.decode(),
    )


def met(uit: Uitkomst, *opdracht: str) -> bool:
    """Whether something was ordered with this financing, frequency and so on."""
    return any(set(opdracht) <= set(map(str, o)) for o in uit.opdrachten)


HALF_JAAR = timedelta(weeks=26)

REIZEN: dict[str, tuple[tuple[str, Callable[[Stand], bool]], ...]] = {
    "land-van-cuijk": (
        ("er komt een besluit met activiteiten", lambda s: s.besluit.vorm == "activiteiten_en_frequenties"),
        ("de opdracht is een bedrag per maand", lambda s: ("maandbedrag", "82", "4", True) in s.besluit.opdrachten),
    ),
    "alphen": (
        ("een afspraak is genoeg", lambda s: s.afspraak.vorm == "afspraak"),
        ("het samenwerkingsverband levert uit een vaste som", lambda s: met(s.afspraak, "lumpsum")),
        ("er gaat geen bericht uit", lambda s: not s.afspraak.berichten),
    ),
    "haarlem": (
        ("het besluit noemt uren", lambda s: s.besluit.vorm == "uren"),
        ("de opdracht is in minuten per week, betaald per uur", lambda s: ("pxq", "01", "2", True) in s.besluit.opdrachten),
        ("een tweede normenkader rekent mee", lambda s: s.normen == ("hhm-2019", "ciz-2006")),
        ("een geldkader waarschuwt", lambda s: s.kader_waarschuwt),
    ),
    "oirschot": (
        ("de oplossing van het eigen team staat op de ladder", lambda s: s.eigen_traject),
        ("een ander dan de behandelaar beslist, van de regio", lambda s: s.besluit.beslist_door == "Toegang de Kempen"),
        ("het eigen team krijgt de opdracht zonder bericht", lambda s: "eigen_team" in s.besluit.leverders),
    ),
    "oude-ijsselstreek": (
        ("bij niets doen ligt de dag een half jaar verder", lambda s: s.dag_bij_niets_doen == (vandaag() + HALF_JAAR).isoformat()),
        ("bij opname wordt naar de buren gevraagd", lambda s: s.vraagt_naar_buren),
        ("maatwerk gaat op een afspraak, voor de hele periode", lambda s: ("periodetarief", "82", "6", True) in s.afspraak.opdrachten),
    ),
}  # fmt: skip
"""The acts on which each browser journey rests: its own assertions, in its own words."""


@pytest.mark.parametrize("stad_van", sorted(REIZEN))
def test_geen_reis_lukt_onder_een_ander_bestand(db: None, stad_van: str) -> None:
    """One town, five journeys: its own goes as told, each of the other four meets an act that goes otherwise."""
    for wijk in _wijk(stad_van):
        stand = speel(wijk)
        for reis, daden in REIZEN.items():
            anders = [wat for wat, klopt in daden if not klopt(stand)]
            print(f"{reis:>18} in {stad_van:<18} {'lukt' if not anders else '; '.join(anders)}")
            if reis == stad_van:
                assert not anders, (stad_van, anders, stand)
            else:
                assert anders, f"de reis van {reis} lukt ook met het bestand van {stad_van}"
        if stad_van in ("land-van-cuijk", "haarlem", "oirschot"):
            assert "altijd een besluit nodig" in stand.afspraak.waarom_niet
