"""What team leads look after: an emergency access to judge, plans that were read back, and a resident who waits for an answer.

Played through the real actions on what is there already, once per municipality; call it with nothing open.
"""

from datetime import timedelta

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.inwoners.ingang import pak_inwonersdoor
from wijkspil.inwoners.models import Inwoneraccount
from wijkspil.plannen.actions.kwaliteit import PUNTEN, lees_plan_na, trek_steekproef
from wijkspil.plannen.models import Planversie, Steekproef
from wijkspil.post.actions import stuur_bericht, wachtende
from wijkspil.toegang.access import relatie
from wijkspil.toegang.actions.noodtoegang import open_noodtoegang
from wijkspil.toegang.models import Hulpvraag, Noodtoegang, Stap

from .inrichting import door_van

NOOD = "De dochter belde: mevrouw deed niet open en de vaste collega was al naar huis."
BERICHT = "Ik ben volgende week in het ziekenhuis. Kunnen wij de afspraak verzetten?"
AANTAL = 8
"""Plans in the sample; two of them are read, the others wait for who looks on."""


def zet_toezicht_neer(gemeente: Gemeente) -> int:
    """Fill the lists of supervision and post; returns how many things happened. Nothing the second time."""
    with binnen(gemeente.pk):
        if Noodtoegang.objects.exists() or Steekproef.objects.exists():
            return 0
        return _noodtoegang(gemeente) + _kwaliteit(gemeente) + _bericht(gemeente)


def _noodtoegang(gemeente: Gemeente) -> int:
    """A case worker of another team opened a file two hours ago."""
    vraag = (
        Hulpvraag.objects.filter(stap=Stap.LEVERING, team__isnull=False, inwoner__overleden_op__isnull=True)
        .order_by("-gemaakt_op")
        .first()
    )
    if vraag is None:
        return 0
    for wie in Medewerker.objects.filter(actief=True, rollen__contains=[Rol.CONSULENT]).order_by(
        "gemaakt_op"
    ):
        door = door_van(wie.naam, gemeente)
        if relatie(door, vraag) is None:
            with klok.op(klok.nu() - timedelta(hours=2)):
                open_noodtoegang(vraag, reden=NOOD, door=door)
            return 1
    return 0


def _kwaliteit(gemeente: Gemeente) -> int:
    """A team lead draws plans of the past quarter and reads two that are somebody else's."""
    leider = (
        Medewerker.objects.filter(actief=True, rollen__contains=[Rol.TEAMLEIDER])
        .order_by("gemaakt_op")
        .first()
    )
    tot = klok.vandaag()
    van = tot - timedelta(days=91)
    if leider is None or not Planversie.objects.filter(op__range=(van, tot)).exists():
        return 0
    door = door_van(leider.naam, gemeente)
    proef = trek_steekproef(van=van, tot=tot, zaad=f"{tot:%Y-%m}", aantal=AANTAL, door=door)
    toetsen = [
        t
        for t in proef.toetsen.select_related("versie__plan__hulpvraag").order_by("plek")
        if leider.pk not in (t.versie.plan.regisseur_id, t.versie.plan.hulpvraag.behandelaar_id)
    ]
    for plek, toets in enumerate(toetsen[:2]):
        punten = dict.fromkeys(PUNTEN, "ja") | ({"meetbaar": "deels", "besluit": "nvt"} if plek else {})
        opmerking = "Bij het tweede doel is niet te zien wanneer het is gehaald." if plek else ""
        lees_plan_na(toets, punten=punten, opmerking=opmerking, door=door)
    return 1 + len(toetsen[:2])


def _bericht(gemeente: Gemeente) -> int:
    """The first resident with an own account, and nothing waiting yet, writes a message."""
    for account in Inwoneraccount.objects.select_related("account").order_by("gemaakt_op"):
        zelf = pak_inwonersdoor(account.account, gemeente_id=gemeente.pk)
        vraag = Hulpvraag.objects.filter(inwoner_id=account.inwoner_id).exclude(stap=Stap.AFGESLOTEN).first()
        if zelf is not None and vraag is not None and not wachtende(vraag):
            stuur_bericht(vraag, tekst=BERICHT, door=zelf)
            return 1
    return 0
