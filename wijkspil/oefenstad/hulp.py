"""From the arrangement to the last phone call: decision or agreement, delivery, evaluation, aftercare and an honest end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from wijkspil.besluiten import actions as besluiten
from wijkspil.besluiten.access import laatste_besluit
from wijkspil.besluiten.models import Besluit
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.nazorg import actions as nazorg
from wijkspil.nazorg.models import Nazorgtaak
from wijkspil.ondersteuning import actions as ondersteuning
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen import actions as plannen
from wijkspil.plannen.models import Doel, Evaluatie
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.models import Hulpvraag, Stap, ZrmMeting

from . import ritme, vervolg
from .verhalen import Daarna

if TYPE_CHECKING:
    from .levensloop import Levensloop

Momenten = Iterator[datetime]
MEE = ("inwoner", "product", "regel", "aanbieder", "team", "contract")
KEREN_KIJKEN = 5
VOLGENS_PLAN = "19"
KORTER = "05"
TOESTANDEN = Toewijzing.Status
_LOPEND = VasteVraag(
    lambda vraag: (
        Toewijzing.objects.filter(hulpvraag_id=vraag)
        .exclude(status__in=[TOESTANDEN.GESTOPT, TOESTANDEN.VERWIJDERD])
        .select_related(*MEE)
        .order_by("nummer")
    )
)


def besluit(leven: Levensloop, *, afwijzen: bool) -> Momenten:
    """Application, draft, a second reader where the mandate asks one, decision, announcement and letter."""
    stad, door = leven.stad, leven.behandelaar.door
    yield leven.later(ritme.AANVRAAG)
    leven.pak(leven.behandelaar, "aanvraag opnemen")
    aanvraag = stad.doe(
        besluiten.neem_aanvraag_op,
        leven.hulpvraag,
        ontvangen_op=klok.vandaag(),
        hoe="ondertekend verslag",
        door=door,
    )
    yield leven.later(ritme.BESLUIT)
    leven.pak(leven.behandelaar, "besluit voorbereiden")
    aanvraag.hulpvraag = leven.hulpvraag
    plan = vervolg.plan_van(leven)
    soort = Besluit.Soort.AFWIJZING if afwijzen else Besluit.Soort.TOEKENNING
    concept = stad.doe(
        besluiten.stel_besluit_op,
        aanvraag,
        plan,
        soort=soort,
        motivering=_motivering(leven, afwijzen),
        door=door,
        reactie_plan="Uw eigen plan is de basis van deze afspraken." if plan.eigen_plan else "",
        wel_passend="Met hulp uit de buurt en van naasten is dit op te lossen." if afwijzen else "",
        gehoord_op=klok.vandaag() if afwijzen else None,
        met_onderbouwing=leven.toeval.random() < 0.3,
    )
    yield from _laat_beslissen(leven, concept)
    yield leven.later(ritme.BEKENDMAKEN)
    backoffice = stad.met_rol(Rol.BACKOFFICE, leven.toeval)
    leven.pak(backoffice, "besluit bekendmaken")
    stad.doe(besluiten.maak_bekend, _besluit_van(leven), door=backoffice.door)
    if afwijzen:
        yield leven.later(ritme.PLAN)
        leven.pak(leven.behandelaar, "vraag afsluiten")
        leven.sluit(Hulpvraag.Uitkomst.AFGEWEZEN, "Het besluit is uitgelegd aan de telefoon.")


def afspraak(leven: Levensloop) -> Momenten:
    """An agreement in the resident's words; now and then somebody wants a decision after all (A7)."""
    stad, door = leven.stad, leven.behandelaar.door
    yield leven.later(ritme.ARRANGEMENT)
    leven.pak(leven.behandelaar, "afspraak maken")
    plan = vervolg.plan_van(leven)
    gemaakt = stad.doe(
        besluiten.maak_afspraak, leven.hulpvraag, plan, door=door,
        tekst=f"We doen het zo: {leven.thema.kan} Waar het niet lukt, helpen we elkaar. Ik wil: {leven.thema.wil}",
    )  # fmt: skip
    heeft_product = leven.verhaal.product is not None
    if leven.verhaal.wil_besluit and heeft_product:
        yield leven.later(ritme.BESLUIT)
        leven.pak(leven.behandelaar, "besluit op verzoek")
        gemaakt.hulpvraag = leven.hulpvraag
        gemaakt.refresh_from_db(fields=["status", "rev"])
        aanvraag = stad.doe(besluiten.zet_om_in_aanvraag, gemaakt, door=door)
        yield leven.later(ritme.BESLUIT)
        leven.pak(leven.behandelaar, "besluit voorbereiden")
        aanvraag.hulpvraag = leven.hulpvraag
        plan = vervolg.plan_van(leven)
        concept = stad.doe(
            besluiten.stel_besluit_op, aanvraag, plan, soort=Besluit.Soort.TOEKENNING, motivering=_motivering(leven, False), door=door,
            reactie_plan="Uw eigen plan is de basis van deze afspraken." if plan.eigen_plan else "",
        )  # fmt: skip
        yield from _laat_beslissen(leven, concept)
        stad.doe(besluiten.maak_bekend, _besluit_van(leven), door=door)


def loopt(leven: Levensloop) -> Momenten:
    """Wait for the start, let help run, look back on the day that the plan says, and see what then."""
    yield from _wacht_op_start(leven)
    daarna = leven.verhaal.daarna if leven.ronde == 1 else Daarna.LOOPT_DOOR
    vrij = not toewijzingen(leven)
    if vrij:
        daarna = Daarna.MINDER
    begin = klok.nu()
    maanden = 3 if vrij else leven.stad.werkwijze.evaluatie_na_maanden(toewijzingen(leven)[0].product.code)
    maanden = min(maanden, leven.toeval.randint(2, 4)) if daarna is not Daarna.LOOPT_DOOR else maanden
    while True:
        yield _na_maanden(begin, maanden, leven)
        leven.pak(leven.behandelaar, "evalueren")
        if leven.hulpvraag.stap != Stap.LEVERING:
            return
        _evalueer(leven, daarna, vrij=vrij)
        if daarna is not Daarna.LOOPT_DOOR:
            break
        begin = klok.nu()
    if daarna is Daarna.MEER:
        yield from _meer(leven)
        return
    for toewijzing in toewijzingen(leven):
        _beeindig(leven, toewijzing)
    yield from _wacht_op_einde(leven)
    yield from _nazorg(leven)


def _laat_beslissen(leven: Levensloop, concept: Besluit) -> Momenten:
    """Whoever wrote it decides, or somebody with the mandate reads along: from another team, or another organisation."""
    stad, beslisser = leven.stad, leven.behandelaar
    oordeel = stad.doe(besluiten.beoordeel_mandaat, concept, beslisser.door)
    if not oordeel.mag or oordeel.vier_ogen:
        beslisser = stad.lezer(oordeel.wie_wel, leven.hulpvraag.team_id)
        stad.doe(
            besluiten.leg_voor_aan_tweede_lezer,
            concept,
            aan=beslisser.medewerker,
            door=leven.behandelaar.door,
        )
        yield leven.later(ritme.TWEEDE_LEZER)
        leven.pak(beslisser, "besluit nemen")
        concept = _besluit_van(leven)
    stad.doe(besluiten.neem_besluit, concept, door=beslisser.door)


def _besluit_van(leven: Levensloop) -> Besluit:
    gevonden = leven.stad.doe(laatste_besluit, leven.hulpvraag)
    assert gevonden is not None
    return gevonden


def _motivering(leven: Levensloop, afwijzen: bool) -> str:
    thema = leven.thema
    if afwijzen:
        return f"U vertelde: {leven.verhaal.vraag} Wij zien dat dit lastig is. {thema.kan} Met hulp uit uw buurt is maatwerk nu niet nodig."
    return f"U vertelde: {leven.verhaal.vraag} {thema.kan} Wat dan nog overblijft lost u niet alleen op. {thema.nodig}"


def toewijzingen(leven: Levensloop) -> list[Toewijzing]:
    """Orders that are not over, oldest first, each tied to the file as it was just opened."""
    gevonden = _LOPEND.alle(leven.hulpvraag.pk)
    for toewijzing in gevonden:
        toewijzing.hulpvraag = leven.hulpvraag
    return gevonden


def _wacht_op_start(leven: Levensloop) -> Momenten:
    """Who delivers by message tells the start with a 305; of the others somebody writes it down.

    After a few looks it stays on the list "nog op te dragen": nobody delivers this yet.
    """
    for _ in range(KEREN_KIJKEN):
        if leven.hulpvraag.stap != Stap.OPDRACHT:
            return
        yield leven.later(ritme.START)
        leven.pak(leven.behandelaar, "kijken of de hulp begint")
        if leven.hulpvraag.stap != Stap.OPDRACHT:
            return
        for toewijzing in toewijzingen(leven):
            klaar = klok.vandaag() >= toewijzing.ingang
            if toewijzing.status == TOESTANDEN.OPGEDRAGEN and not toewijzing.met_berichten and klaar:
                leven.stad.doe(
                    ondersteuning.start_levering, toewijzing, op=klok.vandaag(), door=leven.behandelaar.door
                )


def _evalueer(leven: Levensloop, daarna: Daarna, *, vrij: bool) -> None:
    stad, door, kans = leven.stad, leven.behandelaar.door, leven.toeval
    plan = vervolg.plan_van(leven)
    behaald = {Daarna.MINDER: 0.85, Daarna.LOOPT_DOOR: 0.35, Daarna.MEER: 0.1}[daarna]
    doelen = {
        doel.pk: Doel.Resultaat.BEHAALD
        if kans.random() < behaald
        else kans.choice((Doel.Resultaat.DEELS, Doel.Resultaat.OPEN))
        for doel in plan.doelen.order_by("volgorde")
    }
    richting = {
        Daarna.MINDER: Evaluatie.Richting.STOPPEN,
        Daarna.LOOPT_DOOR: Evaluatie.Richting.GELIJK,
        Daarna.MEER: Evaluatie.Richting.OPSCHALEN,
    }[daarna]
    stad.doe(
        plannen.evalueer,
        plan,
        op=klok.vandaag(),
        doelen=doelen,
        richting=richting,
        door=door,
        verslag="Samen teruggekeken op de doelen.",
        inwoner_vindt="Ik ben blij dat er iemand met me meekijkt."
        if daarna is not Daarna.MEER
        else "Het is nog niet genoeg.",
        tevreden=min(10, max(3, round(kans.gauss(7.6, 1.2)))),
    )
    if stad.werkwijze.gesprek.zrm and not vrij:
        leven.meet_zrm(ZrmMeting.Soort.EIND if daarna is Daarna.MINDER else ZrmMeting.Soort.TUSSEN)


def _meer(leven: Levensloop) -> Momenten:
    """Life changed: the plan opens again on somebody's list."""
    yield leven.later(ritme.PLAN)
    leven.pak(leven.behandelaar, "plan herzien")
    plan = vervolg.plan_van(leven)
    leven.stad.doe(
        plannen.herzie_plan, plan, door=leven.behandelaar.door, reden="Er is meer nodig dan gedacht."
    )


def _beeindig(leven: Levensloop, toewijzing: Toewijzing) -> None:
    """The order gets its last day; a provider by message answers with a 307, for a team we write the stop down ourselves."""
    einde = max(klok.vandaag() + timedelta(days=14), toewijzing.ingang)
    if toewijzing.met_berichten:
        if toewijzing.einde is None or einde < toewijzing.einde:
            leven.stad.doe(
                ondersteuning.wijzig_toewijzing,
                toewijzing,
                reden_wijziging=KORTER,
                einde=einde,
                afgestemd=True,
                door=leven.behandelaar.door,
            )
    elif toewijzing.status == TOESTANDEN.GESTART:
        leven.stad.doe(
            ondersteuning.stop_levering,
            toewijzing,
            op=klok.vandaag(),
            reden=VOLGENS_PLAN,
            door=leven.behandelaar.door,
        )


def _wacht_op_einde(leven: Levensloop) -> Momenten:
    for _ in range(6):
        yield ritme.na_werkdagen(klok.nu(), 8, leven.toeval)
        leven.pak(leven.behandelaar, "kijken of de hulp is gestopt")
        if not toewijzingen(leven):
            return


def _nazorg(leven: Levensloop) -> Momenten:
    stad, door = leven.stad, leven.behandelaar.door
    if leven.hulpvraag.stap == Stap.LEVERING:
        stad.doe(nazorg.begin_nazorg, leven.hulpvraag, door=door)
    taak = Nazorgtaak.objects.get(hulpvraag=leven.hulpvraag, status=Nazorgtaak.Status.OPEN)
    for poging in range(2):
        bellen = datetime.combine(taak.op, time(10), ritme.NEDERLAND)
        yield ritme.na_werkdagen(bellen, leven.toeval.choice((0, 0, 0, 1, 2, 6)), leven.toeval)
        leven.pak(leven.behandelaar, "nabellen")
        taak = Nazorgtaak.objects.get(hulpvraag=leven.hulpvraag, status=Nazorgtaak.Status.OPEN)
        taak.hulpvraag = leven.hulpvraag
        if poging == 0 and leven.toeval.random() < 0.18:
            taak = stad.doe(nazorg.niet_bereikt, taak, door=door)
            continue
        stad.doe(
            nazorg.bel_na, taak, hoe_gaat_het="Het gaat goed, de afspraken werken.", tevreden=leven.toeval.choice((6, 7, 8, 8, 9)),
            terug=leven.verhaal.komt_terug, door=door,
        )  # fmt: skip
        break
    leven.sluit(Hulpvraag.Uitkomst.GEHOLPEN if _had_hulp(leven) else Hulpvraag.Uitkomst.ZELF_OPGELOST)


def _had_hulp(leven: Levensloop) -> bool:
    return Toewijzing.objects.filter(hulpvraag=leven.hulpvraag).exists()


def _na_maanden(begin: datetime, maanden: int, leven: Levensloop) -> datetime:
    dag = plus_maanden(begin.date(), maanden)
    return ritme.na_werkdagen(
        datetime.combine(dag, time(9), ritme.NEDERLAND), leven.toeval.choice((0, 0, 1, 3, 8)), leven.toeval
    )
