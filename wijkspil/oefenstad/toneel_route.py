"""Questions for help in the house where a shortened route exists: the route chosen, the hours calculated, one sample looked at.

Played through the real actions, once per municipality whose way of working knows such a route; call it with nothing open.
"""

from datetime import datetime, timedelta

from wijkspil.aanbieders.models import Product
from wijkspil.besluiten.actions import bereken_uren
from wijkspil.besluiten.normen import kaders_voor
from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.plannen.actions import begin_plan, voeg_regel_toe
from wijkspil.regels.kalender import is_vrije_dag
from wijkspil.toegang.actions import neem_melding_op, start_onderzoek, wijs_toe
from wijkspil.toegang.models import Hulpvraag
from wijkspil.verkort.access import open_steekproeven
from wijkspil.verkort.actions import bekijk_steekproef, kies_route
from wijkspil.verkort.models import Routekeuze, Steekproef
from wijkspil.verkort.route import mogelijkheden
from wijkspil.werkwijzen.kast import laad

from . import ritme
from .bevolking import Bevolking
from .inrichting import door_van
from .spel import eerste_vrije_bsn
from .stadsboek import stad
from .toneel_besluit import huishouden

MINST, MEEST = 12, 24
"""More than the smallest group; and no further when chance draws no sample."""
ZAAD = 17
VRAGEN = (
    "Stofzuigen en dweilen gaat niet meer door mijn rug.",
    "Sinds de operatie lukt het zware werk in huis niet.",
    "Mijn man deed het huis. Nu hij weg is, red ik het niet alleen.",
    "Bedden verschonen en ramen zemen kan ik niet meer.",
)


def zet_routes_neer(gemeente: Gemeente) -> int:
    """Give the shortened route and the averages of the norm sets something to show; returns on how many questions."""
    eerste_bsn = eerste_vrije_bsn(gemeente)
    with binnen(gemeente.pk):
        if Routekeuze.objects.exists() or not _kent_route(gemeente):
            return 0
        mensen = Bevolking(gemeente.slug, zaad=ZAAD, peildag=klok.vandaag(), eerste_bsn=eerste_bsn)
        behandelaar = Medewerker.objects.get(naam=stad(gemeente.slug)["vandaag"]["wie"])
        gedaan = 0
        while gedaan < MINST or (gedaan < MEEST and not Steekproef.objects.exists()):
            with klok.op(_moment(gedaan)):
                _speel(gemeente, mensen, behandelaar, gedaan)
            gedaan += 1
        _bekijk(gemeente, behandelaar)
        return gedaan


def _kent_route(gemeente: Gemeente) -> bool:
    return any(p.verkorte_route for p in laad(gemeente.werkwijze, klok.vandaag()).producten)


def _moment(plek: int) -> datetime:
    """A working day in the past four weeks, the first question the longest ago; no term of six weeks has passed."""
    moment = (klok.nu().astimezone(ritme.NEDERLAND) - timedelta(days=2 + MEEST - plek)).replace(
        hour=9 + plek % 7, minute=20
    )
    while is_vrije_dag(moment.date()):
        moment -= timedelta(days=1)
    return moment


def _speel(gemeente: Gemeente, mensen: Bevolking, behandelaar: Medewerker, plek: int) -> None:
    """From the melding to a line with hours. Now and then one answer is no, and the ordinary route follows."""
    door = door_van(behandelaar.naam, gemeente)
    vraag = _melding(gemeente, mensen, plek)
    wijs_toe(vraag, behandelaar=behandelaar, door=door)
    route = mogelijkheden(vraag)[0]
    voldoet = [True] * len(route.route.criteria)
    voldoet[0] = plek % 4 != 3
    kies_route(vraag, product=route.product.code, voldoet=voldoet, door=door)
    start_onderzoek(vraag, door=door)
    plan = begin_plan(vraag, door=door)
    regel = voeg_regel_toe(
        plan,
        trede=route.product.trede,
        wat=route.product.naam,
        wie="nog te kiezen",
        product=Product.objects.get(code=route.product.code),
        resultaat="Een schoon en leefbaar huis.",
        van=klok.vandaag() + timedelta(weeks=6),
        door=door,
    )
    if kaders_voor(vraag, regel) is not None:
        bereken_uren(vraag, regel, invoer=huishouden(plek), door=door)


def _melding(gemeente: Gemeente, mensen: Bevolking, plek: int) -> Hulpvraag:
    werkwijze = laad(gemeente.werkwijze, klok.vandaag())
    deur = werkwijze.deuren.lijst[0]
    bewoner = mensen.van_leeftijd(plek, 67, 92, wijk=stad(gemeente.slug)["vandaag"]["wijk"])
    return neem_melding_op(
        bewoner.nieuw,
        vraag=VRAGEN[plek % len(VRAGEN)],
        werkwijze=werkwijze.sleutel,
        deur=deur.sleutel,
        kanaal=deur.kanalen[0],
        thema="huishouden",
        door=_eerste(gemeente, Rol.FRONTOFFICE),
    )


def _bekijk(gemeente: Gemeente, kiezer: Medewerker) -> None:
    """A team lead looks at the first sample; what is left waits for who looks on."""
    for leider in Medewerker.objects.filter(actief=True, rollen__contains=[Rol.TEAMLEIDER]).exclude(
        pk=kiezer.pk
    ):
        door = door_van(leider.naam, gemeente)
        wachten = open_steekproeven(door)
        if wachten:
            bekijk_steekproef(
                wachten[0],
                uitkomst=Steekproef.Uitkomst.ZELFDE,
                toelichting="Nagebeld. De gewone route was op hetzelfde uitgekomen.",
                door=door,
            )
            return


def _eerste(gemeente: Gemeente, rol: Rol) -> Door:
    wie = Medewerker.objects.filter(actief=True, rollen__contains=[rol]).order_by("gemaakt_op")[0]
    return door_van(wie.naam, gemeente)
