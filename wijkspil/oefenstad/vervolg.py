"""One round of a question after it was taken in: investigate, plan, choose from the ladder, and the short ways out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from wijkspil.core import klok
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.plannen import actions as plannen
from wijkspil.plannen.models import Arrangementregel, Doel, Plan
from wijkspil.plannen.service import huidig_plan
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.ladder import Trede
from wijkspil.toegang import actions as toegang
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkwijzen.catalogus import Eenheid, Per
from wijkspil.werkwijzen.catalogus import Product as Soortproduct

from . import hulp, ritme
from .verhalen import Weg

if TYPE_CHECKING:
    from .levensloop import Levensloop

Momenten = Iterator[datetime]
Uitkomst = Hulpvraag.Uitkomst
Periode = Arrangementregel.Periode
KAN_TERUG = (Uitkomst.GEHOLPEN, Uitkomst.ZELF_OPGELOST, Uitkomst.NIETS_DOEN)
VROEG_WEG = {
    Weg.INGETROKKEN: (Uitkomst.INGETROKKEN, "Het is al opgelost, belde de inwoner."),
    Weg.OVERLEDEN: (Uitkomst.OVERLEDEN, ""),
    Weg.VERHUISD: (Uitkomst.VERHUISD, "De nieuwe gemeente weet ervan, met goedvinden van de inwoner."),
}
PERSPECTIEF = {"herleren": "zelfstandig", "behouden": "stabiel", "begeleiden": "begeleide-achteruitgang"}


def ronde(leven: Levensloop) -> Momenten:
    """Play one round to where it ends. A second round, after a return, always goes on to help or free help."""
    weg = leven.verhaal.weg if leven.ronde == 1 or leven.verhaal.weg is Weg.HULP else Weg.VRIJ
    if weg in VROEG_WEG and leven.verhaal.laat < 0.5:
        yield leven.later(ritme.UITWERKEN)
        _vroeg_weg(leven, weg)
        return
    yield from leven.onderzoek()
    if weg in (*VROEG_WEG, Weg.NIETS_DOEN, Weg.OVERGEDRAGEN):
        yield leven.later(ritme.PLAN)
        _zonder_plan(leven, weg)
        return
    yield leven.later(ritme.PLAN)
    schrijf_plan(leven)
    yield leven.later(ritme.ARRANGEMENT)
    kies_oplossingen(leven, met_product=weg in (Weg.HULP, Weg.AFGEWEZEN))
    if leven.hulpvraag.stap == Stap.BESLUIT:
        yield from hulp.besluit(leven, afwijzen=weg is Weg.AFGEWEZEN)
    else:
        yield from hulp.afspraak(leven)
    if leven.hulpvraag.stap != Stap.AFGESLOTEN:
        yield from hulp.loopt(leven)


def plan_van(leven: Levensloop) -> Plan:
    """The plan of this round, tied to the file as it was just opened."""
    plan = leven.stad.doe(huidig_plan, leven.hulpvraag)
    assert plan is not None
    plan.hulpvraag = leven.hulpvraag
    return plan


def _vroeg_weg(leven: Levensloop, weg: Weg) -> None:
    uitkomst, reden = VROEG_WEG[weg]
    leven.pak(leven.behandelaar, "vraag afsluiten")
    if weg is Weg.OVERLEDEN:
        leven.stad.doe(
            wijzig_inwoner, leven.hulpvraag.inwoner, door=leven.behandelaar.door, overleden_op=klok.vandaag()
        )
    leven.sluit(uitkomst, reden)


def _zonder_plan(leven: Levensloop, weg: Weg) -> None:
    if weg in VROEG_WEG:
        _vroeg_weg(leven, weg)
        return
    leven.pak(leven.behandelaar, "vraag afsluiten")
    if weg is Weg.OVERGEDRAGEN:
        leven.stad.doe(
            toegang.leg_contact_vast, leven.hulpvraag, kanaal="telefoon", onderwerp="Overgedragen en aangenomen", door=leven.behandelaar.door,
            verslag="De andere partij heeft met de inwoner gebeld en pakt het op.",
        )  # fmt: skip
        leven.sluit(
            Uitkomst.OVERGEDRAGEN, "Dit past bij een andere wet; de andere partij heeft het bevestigd.", 2
        )
    else:
        gewoon = leven.stad.werkwijze.uitkomsten.uitkomst("niets-doen")
        weken = gewoon.terugkijken_na_weken if gewoon else None
        leven.sluit(
            Uitkomst.NIETS_DOEN, "De inwoner wil het eerst zelf aankijken en weet de weg terug.", weken or 13
        )


def schrijf_plan(leven: Levensloop) -> None:
    stad, thema, door = leven.stad, leven.thema, leven.behandelaar.door
    leven.pak(leven.behandelaar, "plan maken")
    plan = stad.doe(plannen.begin_plan, leven.hulpvraag, door=door)
    bekend = [p.sleutel for p in stad.werkwijze.plan.perspectieven]
    perspectief = PERSPECTIEF[thema.doelen[0][1]]
    stad.doe(
        plannen.schrijf_plan,
        plan,
        door=door,
        perspectief=perspectief if perspectief in bekend else bekend[0],
        regisseur=leven.behandelaar.medewerker,
        eigen_plan=f"{thema.wil} {thema.kan}" if leven.verhaal.eigen_plan else None,
        samenvatting=f"{thema.naam}. {thema.wil}",
    )
    for tekst, soort in thema.doelen:
        stad.doe(
            plannen.voeg_doel_toe, plan, tekst=tekst, eigenaar=leven.bewoner.aanspreek, door=door, soort=Doel.Soort(soort),
            leefgebied=thema.leefgebied,
        )  # fmt: skip
    stad.doe(plannen.stel_plan_vast, plan, door=door)


def kies_oplossingen(leven: Levensloop, *, met_product: bool) -> None:
    """Lines from light to heavy: what somebody does alone, the people around, the neighbourhood, and only then a product."""
    stad, thema, door, bewoner = leven.stad, leven.thema, leven.behandelaar.door, leven.bewoner
    leven.pak(leven.behandelaar, "oplossingen kiezen")
    plan = plan_van(leven)
    doelen = list(plan.doelen.order_by("volgorde"))
    vandaag = klok.vandaag()
    stad.doe(
        plannen.voeg_regel_toe, plan, trede=Trede.EIGEN_KRACHT, wat=thema.kan, wie=bewoner.aanspreek, van=vandaag, door=door,
        doel=doelen[0],
    )  # fmt: skip
    if bewoner.naasten:
        naaste = bewoner.naasten[0]
        trede = Trede.GEBRUIKELIJKE_HULP if naaste.soort == "partner" else Trede.NETWERK
        stad.doe(
            plannen.voeg_regel_toe, plan, trede=trede, wat="Helpt mee zoals afgesproken", wie=naaste.naam, van=vandaag, door=door,
            doel=doelen[-1],
        )  # fmt: skip
    aanbod = stad.kies_aanbod(thema.aanbod, leven.hulpvraag.wijk_id, leven.toeval)
    if aanbod is not None and (not met_product or leven.toeval.random() < 0.6):
        stad.doe(
            plannen.voeg_regel_toe, plan, trede=aanbod.soort, wat=aanbod.naam, wie=aanbod.organisatie, van=vandaag, door=door,
            aanbod=aanbod, doel=doelen[-1],
        )  # fmt: skip
    if met_product:
        _voeg_product_toe(leven, plan, doelen[0])
    stad.doe(
        plannen.stel_arrangement_vast, plan, door=door,
        overgeslagen_reden="Samen bekeken: lichter lost het niet genoeg op." if met_product else "",
    )  # fmt: skip
    if leven.toeval.random() < 0.85:
        stad.doe(plannen.onderteken, plan, wie=bewoner.aanspreek, rol="inwoner", hoe="op papier", door=door)


def _voeg_product_toe(leven: Levensloop, plan: Plan, doel: Doel) -> None:
    verhaal, stad = leven.verhaal, leven.stad
    assert verhaal.product is not None
    product = stad.product(verhaal.product.code)
    aanbieder = stad.kies_aanbieder(product, leven.toeval)
    van = max(klok.vandaag(), ritme.na_werkdagen(klok.nu(), 5, leven.toeval).date())
    stad.doe(
        plannen.voeg_regel_toe,
        plan,
        trede=verhaal.product.trede,
        wat=product.naam,
        wie=aanbieder.naam if aanbieder else "nog te kiezen",
        van=van,
        tot=plus_maanden(van, 24),
        duur_reden="De situatie is blijvend; na een half jaar kijken we of het minder kan.",
        door=leven.behandelaar.door,
        doel=doel,
        product=product,
        aanbieder=aanbieder,
        trap=verhaal.trap if aanbieder else "",
        resultaat=doel.tekst,
        activiteiten=ACTIVITEITEN.get(product.categorie, "helpen bij wat in het plan staat: elke week"),
        **hoeveel(verhaal.product),
        minuten_per_week=MINUTEN.get(product.categorie),
        keuze=leven.toeval.choice(list(Arrangementregel.Keuze)) if aanbieder else "",
    )


def hoeveel(product: Soortproduct) -> dict[str, Any]:
    """Volume and frequency as the tariff counts them: hours or half-days a week, once, or one result."""
    per = {t.per for t in product.tarieven}
    minuten = MINUTEN.get(product.categorie, 60)
    if Per.UUR in per:
        volume = minuten if product.eenheid is Eenheid.MINUUT else max(1, minuten // 60)
        return {"volume": volume, "frequentie": Periode.WEEK}
    if Per.DAGDEEL in per:
        return {"volume": 2, "frequentie": Periode.WEEK}
    if Per.ETMAAL in per:
        return {"volume": 2, "frequentie": Periode.MAAND}
    if Per.STUK in per:
        return {"volume": 1, "frequentie": Periode.EENMALIG}
    return {"volume": 1, "frequentie": Periode.MAAND}


ACTIVITEITEN = {
    "01": "stofzuigen en dweilen: elke week\nsanitair en keuken schoonmaken: elke week\nbed verschonen: elke twee weken\nramen wassen: vier keer per jaar",
    "02": "de week doornemen en plannen: elke week\nsamen oefenen met wat nog niet lukt: elke week\noverleg met naasten: elke maand",
    "04": "logeren op een vertrouwde plek: een weekend per maand",
    "07": "activiteiten in een groep: twee dagdelen per week\nwarm eten met de groep: elke week",
    "11": "rolstoel op maat leveren: eenmaal\nonderhoud en reparatie: als het nodig is",
    "13": "woning aanpassen: eenmaal",
}
MINUTEN = {"01": 165, "02": 120, "04": 480, "07": 480}
