"""Granting a request: exactly the steps that `toekenning.stappen` showed, in one transaction (IV093, IV094)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.plannen.actions.op_verzoek import zet_regel_op_verzoek
from wijkspil.plannen.models import Plan
from wijkspil.toegang.models import Hulpvraag

from ..models import Aanbiederverzoek, Toewijzing
from ..plek import FREQUENTIE
from ..redenen import RedenWijziging
from ..toekenning import Stap, Wat, stappen, trappen
from .opdracht import NietOpTeDragen, draag_regel_op
from .verzoek import WIE, VerzoekKanNiet, meld, zet
from .wijziging import WijzigingKanNiet, pas_aan, volg_op

OP_VERZOEK = RedenWijziging.DOOR_AANBIEDER
_PERIODE = {code: naam for naam, code in FREQUENTIE.items()}
Grond = Besluit | Afspraak


def honoreer_verzoek(
    verzoek: Aanbiederverzoek, *, door: Door, vanaf: date | None = None, trap: str = ""
) -> list[Toewijzing]:
    """Grant what was asked, all of it and nothing else; the 301 that follows carries the provider's reference.

    Args:
        vanaf: the day agreed with the provider, when a wanted day has passed.
        trap: level of a new product; empty takes the cheapest that the provider has a tariff for.

    Returns the orders that changed or came. Nothing of it happens when one step can't be done.

    Raises:
        VerzoekKanNiet: answered before, a step that can't be done, or no decision or agreement that it falls under.
    """
    door.eis(*WIE, om_te="een verzoek toekennen")
    te_doen = stappen(verzoek, vandaag=klok.vandaag(), vanaf=vanaf)
    bezwaren = [stap.bezwaar for stap in te_doen if stap.bezwaar]
    was = verzoek.status
    zet(verzoek, "ken_toe")
    try:
        if bezwaren:
            raise VerzoekKanNiet(" ".join(bezwaren))
        with transaction.atomic():  # one step that can't be done undoes the others
            return _ken_toe(verzoek, te_doen, door, trap)
    except (VerzoekKanNiet, WijzigingKanNiet, NietOpTeDragen) as fout:
        verzoek.status, verzoek.beslist_op = was, None
        raise VerzoekKanNiet(str(fout)) from fout


def _ken_toe(verzoek: Aanbiederverzoek, te_doen: list[Stap], door: Door, trap: str) -> list[Toewijzing]:
    with handeling("verzoek.gehonoreerd", door=door, doel="verzoek beantwoorden") as h:
        _sluit(h, verzoek)
        gedaan = [t for stap in te_doen if (t := _doe(verzoek, stap, door, trap)) is not None]
        _koppel(h, verzoek, gedaan)
        meld(h, verzoek)
        h.meld(opdrachten=[t.nummer for t in gedaan], dagen=(h.dag - verzoek.dagtekening).days)
    return gedaan


def beantwoord_met(verzoek: Aanbiederverzoek, toewijzing: Toewijzing, *, door: Door) -> None:
    """An order that came out of a decision is the answer to a request for it: the provider learns that by his reference."""
    zet(verzoek, "ken_toe")
    with handeling("verzoek.gehonoreerd", door=door, doel="verzoek beantwoorden") as h:
        _sluit(h, verzoek)
        _koppel(h, verzoek, [toewijzing])
        meld(h, verzoek)
        h.meld(opdrachten=[toewijzing.nummer], dagen=(h.dag - verzoek.dagtekening).days)


def _sluit(h: Handeling, verzoek: Aanbiederverzoek) -> None:
    """First of all, so that an order that follows finds no open request any more."""
    verzoek.beslist_op = h.dag
    h.bewaar(verzoek, "status", "beslist_op")


def _koppel(h: Handeling, verzoek: Aanbiederverzoek, toewijzingen: list[Toewijzing]) -> None:
    for t in toewijzingen:
        t.verzoek = verzoek
        h.bewaar(t, "verzoek_id")


def _doe(verzoek: Aanbiederverzoek, stap: Stap, door: Door, trap: str) -> Toewijzing | None:
    t = stap.toewijzing
    if stap.wat is Wat.AANGEPAST and t is not None:
        return pas_aan(t, OP_VERZOEK, door, einde=stap.einde, volume=stap.volume)
    if stap.wat is Wat.OPGEVOLGD and t is not None:
        return volg_op(
            t,
            OP_VERZOEK,
            door,
            einde=stap.einde,
            volume=stap.volume,
            vanaf=stap.ingang,
            frequentie=stap.frequentie,
        )
    return _draag_op(verzoek, stap, door, trap) if stap.wat is Wat.NIEUW else None


def _draag_op(verzoek: Aanbiederverzoek, stap: Stap, door: Door, trap: str) -> Toewijzing:
    """A new order under the decision or agreement that is there; its line in the plan says that the provider asked for it."""
    assert stap.product is not None
    gevonden = grond_voor(verzoek)
    if gevonden is None:
        raise VerzoekKanNiet(geen_grond())
    hulpvraag, plan, grond = gevonden
    keuze = trap or next(iter(trappen(verzoek, stap.product, stap.ingang)), "")
    regel = zet_regel_op_verzoek(
        plan,
        product=stap.product,
        aanbieder=verzoek.aanbieder,
        trap=keuze,
        volume=stap.volume,
        eenheid=stap.eenheid,
        frequentie=_PERIODE[stap.frequentie],
        van=stap.ingang,
        tot=stap.einde,
        door=door,
    )
    t = draag_regel_op(
        hulpvraag,
        regel,
        door=door,
        besluit=grond if isinstance(grond, Besluit) else None,
        afspraak=grond if isinstance(grond, Afspraak) else None,
    )
    anders = (t.volume, t.eenheid, t.frequentie) != (stap.volume, stap.eenheid, stap.frequentie)
    if verzoek.soort == Aanbiederverzoek.Soort.WIJZIGING and (anders or t.ingang != stap.ingang):
        raise VerzoekKanNiet(
            _(
                "Volgens het contract wordt deze hulp anders toegewezen dan de aanbieder vraagt. Op een wijzigingsverzoek mag "
                "dat niet. Wijs het af met “past niet binnen contract”, of spreek een ander verzoek af."
            )
        )
    return t


def grond_voor(verzoek: Aanbiederverzoek) -> tuple[Hulpvraag, Plan, Grond] | None:
    """The decision or agreement that new help of this resident can fall under: the newest that holds. Two queries."""
    if verzoek.inwoner_id is None:
        return None
    besluit = (
        Besluit.objects.filter(hulpvraag__inwoner_id=verzoek.inwoner_id, status="bekendgemaakt")
        .exclude(einddatum__lt=klok.vandaag())
        .filter(soort__in=[Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK])
        .select_related("hulpvraag", "plan__hulpvraag")
        .order_by("-genomen_op")
        .first()
    )
    if besluit is not None:
        return besluit.hulpvraag, besluit.plan, besluit
    afspraak = (
        Afspraak.objects.filter(hulpvraag__inwoner_id=verzoek.inwoner_id, status="loopt")
        .select_related("hulpvraag", "plan__hulpvraag")
        .order_by("-op")
        .first()
    )
    return (afspraak.hulpvraag, afspraak.plan, afspraak) if afspraak is not None else None


def geen_grond() -> str:
    return _(
        "Er is geen besluit of afspraak waar nieuwe hulp onder valt. Zet het verzoek in onderzoek en handel eerst de vraag "
        "van de inwoner af; de opdracht die daaruit volgt, beantwoordt dit verzoek vanzelf."
    )
