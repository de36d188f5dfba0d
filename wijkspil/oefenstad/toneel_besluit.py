"""Life behind the decisions of the practice town: an objection that waits, hours by norm sets, and talks about those.

Played through the real actions on what is there already, once per municipality; call it with nothing open.
"""

from datetime import timedelta

from wijkspil.besluiten import actions
from wijkspil.besluiten.models import Besluit, Bezwaar, Normberekening, Normraadpleging
from wijkspil.besluiten.normen import kaders_voor
from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels import normen

from .inrichting import door_van

GRONDEN = "Eén keer in de twee weken is te weinig. Mijn dochter kan er niet nog meer bij doen."
BEREKENINGEN = 14
"""More than the smallest group, so that an average can be shown."""


def zet_besluiten_neer(gemeente: Gemeente) -> int:
    """Give the lists of objections and norm sets something to show; returns how many rows. Nothing the second time."""
    with binnen(gemeente.pk):
        if Bezwaar.objects.exists() or Normberekening.objects.exists():
            return 0
        return _bezwaar(gemeente) + _berekeningen(gemeente) + _raadpleging(gemeente)


def _wie(gemeente: Gemeente, rol: str) -> Door | None:
    gevonden = Medewerker.objects.filter(actief=True, rollen__contains=[rol]).order_by("gemaakt_op").first()
    return door_van(gevonden.naam, gemeente) if gevonden else None


def _bezwaar(gemeente: Gemeente) -> int:
    balie = _wie(gemeente, "frontoffice")
    besluit = (
        Besluit.objects.filter(status=Besluit.Status.BEKENDGEMAAKT, bezwaar_tot__gte=klok.vandaag())
        .select_related("hulpvraag__inwoner")
        .order_by("-bekendgemaakt_op")
        .first()
    )
    if balie is None or besluit is None:
        return 0
    actions.dien_bezwaar_in(balie, besluit, gronden=GRONDEN, op=klok.vandaag(), kanaal="brief")
    return 1


def _berekeningen(gemeente: Gemeente) -> int:
    door = _wie(gemeente, "consulent")
    if door is None:
        return 0
    regels = (
        Arrangementregel.objects.filter(product__categorie="01")
        .select_related("product", "plan__hulpvraag")
        .order_by("-gemaakt_op")[:BEREKENINGEN]
    )
    gedaan = 0
    for nummer, regel in enumerate(regels):
        hulpvraag = regel.plan.hulpvraag
        if kaders_voor(hulpvraag, regel) is not None:
            actions.bereken_uren(hulpvraag, regel, invoer=huishouden(nummer), door=door)
            gedaan += 1
    return gedaan


def huishouden(nummer: int) -> dict[str, object]:
    """Households that differ a little: what is done by oneself, the laundry, an extra room."""
    zelf = ("opruimen", "stof afnemen") if nummer % 2 else ()
    return {
        "personen": 1 + nummer % 3 // 2,
        "activiteiten": {
            a.code: {"keer": a.keer, "wie": "zelf" if a.naam in zelf else "hulp"}
            for a in normen.activiteiten()
        },
        "gebieden": {"was": 1} if nummer % 3 == 0 else {},
        "factoren": {"extra_kamer": 1} if nummer % 4 == 0 else {},
    }


def _raadpleging(gemeente: Gemeente) -> int:
    door = _wie(gemeente, "beleid")
    if door is None or Normraadpleging.objects.exists():
        return 0
    actions.leg_raadpleging_vast(
        kader="hhm-2019",
        versie="2.1",
        groep="inwoners",
        wie="Adviesraad sociaal domein",
        op=klok.vandaag() - timedelta(days=30),
        reactie="Duidelijk en bruikbaar. De tijd voor de was vinden wij krap.",
        verwerkt="De was wordt nagekeken bij de volgende versie.",
        door=door,
    )
    return 1
