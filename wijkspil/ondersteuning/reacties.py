"""What follows by itself on acts in other rooms; `wijkspil.reis` says on which."""

from datetime import timedelta
from uuid import UUID

from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core.handeling import Handeling
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels.ladder import Trede
from wijkspil.werkwijzen.assen import Besluitmoment
from wijkspil.werkwijzen.kast import laad_versie

from .actions import beantwoord_met, draag_op, wijzig_toewijzing
from .models import Aanbiederverzoek, Toewijzing
from .redenen import RedenWijziging

TOEKENNEND = (Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK)
LOPEND = (Toewijzing.Status.OPGEDRAGEN, Toewijzing.Status.GESTART, Toewijzing.Status.TIJDELIJK_GESTOPT)


def na_besluit(h: Handeling) -> None:
    """A decision that was announced: what it grants is ordered, what it ends gets an end date."""
    besluit = h.onderwerp
    assert isinstance(besluit, Besluit)
    if besluit.soort in TOEKENNEND:
        draag_op(besluit.hulpvraag, regels=_regels(besluit, besluit.plan_id), besluit=besluit, door=h.door)
    elif besluit.soort == Besluit.Soort.BEEINDIGING:
        einde = besluit.einddatum or h.dag
        for t in Toewijzing.objects.filter(regel_id__in=besluit.regels, status__in=LOPEND).select_related(
            *MEE
        ):
            if t.einde is None or t.einde > einde:
                wijzig_toewijzing(
                    t,
                    einde=max(einde, t.ingang),
                    reden_wijziging=RedenWijziging.VERKORTING,
                    afgestemd=True,
                    door=h.door,
                )


def na_afspraak(h: Handeling) -> None:
    """An agreement that was made: help is ordered without a decision (A6)."""
    afspraak = h.onderwerp
    assert isinstance(afspraak, Afspraak)
    draag_op(afspraak.hulpvraag, regels=_regels(afspraak, afspraak.plan_id), afspraak=afspraak, door=h.door)


def na_bijstelling(h: Handeling) -> None:
    """A line that moved within its band: the order follows from tomorrow, and with it the message to the provider (B24)."""
    regel = h.onderwerp
    assert isinstance(regel, Arrangementregel)
    was, omhoog = h.gegevens["was"], h.gegevens["omhoog"]
    for t in Toewijzing.objects.filter(regel=regel, status__in=LOPEND, volume=was).select_related(*MEE):
        wijzig_toewijzing(
            t,
            volume=regel.volume,
            vanaf=max(h.dag, t.ingang) + timedelta(days=1),
            reden_wijziging=RedenWijziging.VERLENGING if omhoog else RedenWijziging.VERKORTING,
            afgestemd=h.gegevens["afgestemd"],
            door=h.door,
        )


def na_opdracht(h: Handeling) -> None:
    """An order for help that this provider asked for answers that request (IV094). One query."""
    t = h.onderwerp
    assert isinstance(t, Toewijzing)
    if t.aanbieder_id is None:
        return
    verzoek = (
        Aanbiederverzoek.objects.filter(
            inwoner_id=t.inwoner_id,
            aanbieder_id=t.aanbieder_id,
            soort=Aanbiederverzoek.Soort.NIEUW,
            status__in=[Aanbiederverzoek.Status.ONTVANGEN, Aanbiederverzoek.Status.IN_ONDERZOEK],
            inhoud__Product__Code=t.product.code,
        )
        .select_related("aanbieder", "hulpvraag")
        .order_by("ontvangen_op")
        .first()
    )
    if verzoek is not None:
        beantwoord_met(verzoek, t, door=h.door)


MEE = ("hulpvraag", "inwoner", "product", "regel", "aanbieder", "team", "contract")
"""What an action on an assignment reads; select it along."""


def _regels(uitkomst: Besluit | Afspraak, plan_id: UUID) -> list[Arrangementregel]:
    """The lines that were granted, and the help beside them that needs no decision: free help, and what never has one (O9)."""
    toegekend = set(uitkomst.regels)
    alle = list(
        Arrangementregel.objects.filter(plan_id=plan_id)
        .select_related("product", "aanbieder__lid_van")
        .order_by("volgorde", "gemaakt_op")
    )
    if isinstance(uitkomst, Besluit):
        werkwijze = laad_versie(uitkomst.hulpvraag.werkwijze)
        nooit = {
            r.pk
            for r in alle
            if r.product and werkwijze.besluitvorm(r.product.code).wanneer is Besluitmoment.NOOIT
        }
        if toegekend - nooit:  # otherwise the decision was asked for about exactly these
            toegekend |= nooit
    return [r for r in alle if r.pk in toegekend or (r.product_id is None and r.trede != Trede.MAATWERK)]
