"""Life around a plan for who looks on now: a network that grew, own words, promises that are due, and somebody who rests.

They are people who are in the town already. Played through the real actions, once per municipality; call it with nothing open.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.kunnen import leg_scholing_vast, zet_deskundigheid
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.inwoners.actions import voeg_relatie_toe
from wijkspil.inwoners.actions_rondom import (
    bied_clientondersteuning_aan,
    leg_netwerkvraag_vast,
    leg_waardering_vast,
    meet_welbevinden,
)
from wijkspil.inwoners.models import Clientondersteuning, Relatie
from wijkspil.overdrachten.actions.kas import boek_kasregel
from wijkspil.plannen.actions.momenten import plan_moment, stel_momenten_voor
from wijkspil.plannen.actions.regie import beleg_regie
from wijkspil.plannen.actions.taken import geef_taak, rond_taak_af
from wijkspil.plannen.actions.vervolgwegen import begin_vervolgweg
from wijkspil.plannen.service import huidig_plan, lopende_regels
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkwijzen.kast import laad

from .inrichting import door_van

EERST = {
    "lichaamsfuncties": 4,
    "mentaal_welbevinden": 5,
    "zingeving": 6,
    "kwaliteit_van_leven": 5,
    "meedoen": 3,
    "dagelijks_functioneren": 4,
}
NU = {
    "lichaamsfuncties": 5,
    "mentaal_welbevinden": 6,
    "zingeving": 6,
    "kwaliteit_van_leven": 7,
    "meedoen": 7,
    "dagelijks_functioneren": 6,
}
ERBIJ = (("Maatje Henk", "vrijwilliger", 2), ("Buurvrouw Riet", "buur", 2), ("Zus Corrie", "familie", 1))


def zet_plannen_neer(gemeente: Gemeente) -> int:
    """Bring a few files to life; returns how many. Does nothing when it was done before."""
    with binnen(gemeente.pk):
        if Clientondersteuning.objects.exists():
            return 0
        vragen = _met_plan()
        for plek, hulpvraag in enumerate(vragen):
            assert hulpvraag.behandelaar is not None
            door = door_van(hulpvraag.behandelaar.naam, gemeente)
            if plek == 0:
                _rijk_dossier(hulpvraag, door)
                _wie_weet_wat(door)
            _beloof(hulpvraag, door)
        _vul_de_kas(gemeente)
        if len(vragen) > 2:
            _naar_de_wlz(vragen[-1], door_van(vragen[-1].behandelaar.naam, gemeente))  # type: ignore[union-attr]
        return len(vragen)


def _met_plan() -> list[Hulpvraag]:
    """The latest questions with running help that somebody handles, of people with an ordinary address."""
    rijen = Hulpvraag.objects.filter(
        stap__in=[Stap.LEVERING, Stap.OPDRACHT],
        behandelaar__isnull=False,
        inwoner__geheim_adres=False,
        inwoner__overleden_op__isnull=True,
    )
    return list(rijen.select_related("inwoner", "behandelaar", "team").order_by("-gemaakt_op")[:6])


def _rijk_dossier(hulpvraag: Hulpvraag, door: Door) -> None:
    """One file with everything on it: a web of two times, a network that grew, an honest no, and both roles of direction."""
    inwoner, vandaag = hulpvraag.inwoner, klok.vandaag()
    with klok.op(_terug(90)):
        toen = klok.vandaag()
        bied_clientondersteuning_aan(
            inwoner, hulpvraag=hulpvraag, antwoord="heeft_al", wie="de dochter", op=toen, door=door
        )
        meet_welbevinden(
            inwoner,
            hulpvraag=hulpvraag,
            cijfers=EERST,
            op=toen,
            wil_veranderen="Weer onder de mensen komen",
            door=door,
        )
        if not Relatie.objects.filter(inwoner=inwoner, is_mantelzorger=True).exists():
            voeg_relatie_toe(
                inwoner, naam="Dochter Anja", soort="kind", sterkte=3, is_mantelzorger=True, van=toen, hulpvraag=hulpvraag, door=door
            )  # fmt: skip
    for maand, (naam, soort, sterkte) in enumerate(ERBIJ):
        with klok.op(_terug(60 - 20 * maand)):
            voeg_relatie_toe(
                inwoner,
                naam=naam,
                soort=soort,
                sterkte=sterkte,
                van=klok.vandaag(),
                hulpvraag=hulpvraag,
                door=door,
            )
    leg_netwerkvraag_vast(
        inwoner, hulpvraag=hulpvraag, wat="Elke week samen boodschappen doen", wie="Zus Corrie", uitkomst="niet_mogelijk",
        reden="Zij is zelf slecht ter been.", op=vandaag, door=door,
    )  # fmt: skip
    meet_welbevinden(
        inwoner, hulpvraag=hulpvraag, cijfers=NU, op=vandaag, wil_veranderen="Zelf naar de markt", door=door
    )
    beleg_regie(hulpvraag, soort="casus", wie=door.naam, door=door)
    beleg_regie(hulpvraag, soort="proces", ontbreekt="niet_nodig", door=door)
    _verdeel_taken(hulpvraag, door)
    _waardeer(hulpvraag, door)


def _verdeel_taken(hulpvraag: Hulpvraag, door: Door) -> None:
    """Tasks by role on the first paid line: the provider its expertise, the district team the say and the neighbourhood (H18)."""
    plan = huidig_plan(hulpvraag)
    regel = next((r for r in lopende_regels(plan) if r.product_id), None) if plan else None
    if regel is None:
        return
    regel.plan.hulpvraag = hulpvraag
    eerst = geef_taak(
        regel, rol="wijkteam", wie=door.naam, wat="Meegaan naar de eerste koffieochtend", door=door
    )
    geef_taak(regel, rol="aanbieder", wie=regel.wie, wat="Voordoen hoe de week op orde blijft", door=door)
    geef_taak(regel, rol="inwoner", wie=hulpvraag.inwoner.naam, wat="Elke dag zelf koken", door=door)
    rond_taak_af(eerst, door=door)


def _waardeer(hulpvraag: Hulpvraag, door: Door) -> None:
    naaste = Relatie.objects.filter(inwoner=hulpvraag.inwoner, is_mantelzorger=True).first()
    if naaste is not None:
        leg_waardering_vast(
            naaste, vorm="uitje", toelichting="Een middag naar zee", hulpvraag=hulpvraag, door=door
        )


def _wie_weet_wat(door: Door) -> None:
    """A colleague who put two subjects on the list and followed two trainings, one of which must be refreshed soon (A4, A16)."""
    ik, vandaag = Medewerker.objects.get(naam=door.naam), klok.vandaag()
    zet_deskundigheid(ik, onderwerp="dementie", toelichting="Ook over rijbewijs en geld", door=door)
    zet_deskundigheid(ik, onderwerp="schulden", door=door)
    leg_scholing_vast(
        ik,
        soort="gesprek",
        naam="Motiverende gespreksvoering",
        gevolgd_op=vandaag - timedelta(days=400),
        door=door,
    )
    leg_scholing_vast(
        ik, soort="veilig", naam="Meldcode huiselijk geweld", gevolgd_op=vandaag - timedelta(days=680),
        geldig_tot=vandaag + timedelta(days=50), door=door,
    )  # fmt: skip


def _vul_de_kas(gemeente: Gemeente) -> None:
    """Where the way of working has a shared purse: what two parties put in, spent and saved (J4, J20)."""
    kassen = laad(gemeente.werkwijze, klok.vandaag()).gedeelde_besparingen
    wie = Medewerker.objects.filter(rollen__contains=["beleid"]).order_by("gemaakt_op").first()
    if not kassen or wie is None:
        return
    kas, door, dag = kassen[0], door_van(wie.naam, gemeente), klok.vandaag() - timedelta(days=60)
    eerste, tweede = kas.aandelen[0].partij, kas.aandelen[1].partij
    boek_kasregel(
        kas,
        soort="inleg",
        partij=eerste,
        cent=25_000_00,
        op=dag,
        waarvoor="Een luisterend oor in elk dorp",
        door=door,
    )
    boek_kasregel(
        kas,
        soort="inleg",
        partij=tweede,
        cent=15_000_00,
        op=dag,
        waarvoor="Een luisterend oor in elk dorp",
        door=door,
    )
    boek_kasregel(
        kas, soort="uitgave", cent=18_500_00, op=dag, waarvoor="Eerste half jaar, twee mensen", door=door
    )
    boek_kasregel(
        kas,
        soort="besparing",
        cent=9_200_00,
        op=dag,
        waarvoor="Minder spoedopnamen, geschat met de verzekeraar",
        door=door,
    )


def _beloof(hulpvraag: Hulpvraag, door: Door) -> None:
    """What the plan proposes becomes a promise; and one contact that should have been made by now."""
    plan = huidig_plan(hulpvraag)
    if plan is None:
        return
    plan.hulpvraag = hulpvraag
    with klok.op(_terug(40)):
        toen = klok.vandaag()
        for v in stel_momenten_voor(plan, list(plan.doelen.order_by("volgorde")), lopende_regels(plan), toen):
            plan_moment(
                hulpvraag, soort=v.soort, op=v.op, wat=v.wat, elke_weken=v.elke_weken, doel=v.doel, regel=v.regel,
                medewerker=hulpvraag.behandelaar, door=door,
            )  # fmt: skip


def _naar_de_wlz(hulpvraag: Hulpvraag, door: Door) -> None:
    """Somebody who needs ever more: the questions before the Wlz are asked in time."""
    plan = huidig_plan(hulpvraag)
    namen = (
        [r.aanbieder.naam if r.aanbieder else r.wie for r in lopende_regels(plan) if r.product_id]
        if plan
        else []
    )
    if namen:
        begin_vervolgweg(
            hulpvraag, soort="naar_wlz", reden="Er is steeds vaker ook ’s nachts iemand nodig.", doeldag=klok.vandaag() + timedelta(weeks=8),
            inwoner_zegt="Als ik maar mijn eigen hulp houd.", feiten={"aanbieders": dict.fromkeys(namen, "onbekend"), "bijdrage_straks_cent": None},
            door=door,
        )  # fmt: skip


def _terug(dagen: int) -> datetime:
    dag = klok.vandaag() - timedelta(days=dagen)
    return timezone.make_aware(datetime.combine(dag, time(10, 30)))
