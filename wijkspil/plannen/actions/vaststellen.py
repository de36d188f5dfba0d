"""Fixing the arrangement: from here on it goes to a decision or to an agreement, as the way of working says per product."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling
from wijkspil.regels.ladder import OvergeslagenTrede, Trede, overgeslagen
from wijkspil.toegang.workflow import HULPVRAAG
from wijkspil.werkwijzen.assen import Besluitmoment
from wijkspil.werkwijzen.kast import laad_versie

from ..fouten import PlanNietCompleet
from ..models import Arrangementregel, Plan
from ..service import is_vrij, lopende_regels, som
from ..versies import vul_versie_aan
from .band import leg_band_vast
from .plan import WIE

Status = Arrangementregel.Status


def overgeslagen_treden(regels: Sequence[Arrangementregel]) -> tuple[OvergeslagenTrede, ...]:
    """The rungs below tailor-made without a line, each with its question; nothing when there is no tailor-made line (H7)."""
    treden = {Trede(regel.trede) for regel in regels}
    return overgeslagen(treden, Trede.MAATWERK) if Trede.MAATWERK in treden else ()


def vraagt_besluit(plan: Plan, regels: Sequence[Arrangementregel]) -> bool:
    """Whether one of the chosen products always rests on a decision in this way of working."""
    werkwijze = laad_versie(plan.hulpvraag.werkwijze)
    return any(
        werkwijze.besluitvorm(regel.product.code).wanneer is Besluitmoment.ALTIJD
        for regel in regels
        if regel.product
    )


def stel_arrangement_vast(plan: Plan, *, door: Door, overgeslagen_reden: str = "") -> Plan:
    """Fix who does what, and bring the question to a decision or to an agreement.

    A product that always rests on a decision brings everything there (Wmo 2015 art. 2.3.5 lid 1); without one, or with only
    own strength, network and free offers, it becomes an agreement, which can always be turned into a decision.

    Args:
        overgeslagen_reden: the answer to the question about skipped rungs, for tailor-made lines that have none yet. Any
            answer will do: it is an order of looking, never a gate.

    Raises:
        PlanNietCompleet: no line, a skipped rung without any answer, or tailor-made without a result (B58).
        StapNietMogelijk: the question is not at the arrangement.
    """
    door.eis(*WIE, om_te=_("een arrangement vaststellen"))
    regels = lopende_regels(plan)
    _eis_compleet(regels, overgeslagen_reden)
    hulpvraag = plan.hulpvraag
    werkwijze = laad_versie(hulpvraag.werkwijze)
    met_besluit = vraagt_besluit(plan, regels)
    with handeling("arrangement.vastgesteld", door=door, doel="arrangement vaststellen") as h:
        h.grond = HULPVRAAG.zet(
            hulpvraag, "leg_voor_besluit_voor" if met_besluit else "leg_voor_afspraak_voor"
        ).grondslag
        for regel in regels:
            if regel.status == Status.VOORSTEL:
                regel.status = Status.VAST
                if regel.trede == Trede.MAATWERK and not regel.overgeslagen_reden.strip():
                    regel.overgeslagen_reden = overgeslagen_reden.strip()
                leg_band_vast(regel, werkwijze)
                h.bewaar(regel, "status", "overgeslagen_reden", "band_van", "band_tot")
        versie = vul_versie_aan(h, plan)
        h.bewaar(plan, "versie")
        h.bewaar(hulpvraag, "stap")
        h.over(plan, dossier=hulpvraag)
        telling = som(regels)
        h.meld(
            versie=versie.versie,
            aantal=telling.aantal,
            vrij=telling.vrij,
            totaal_maand_cent=telling.maand_cent,
            onbekend=telling.onbekend,
            besluit=met_besluit,
            overgeslagen=[o.trede.value for o in overgeslagen_treden(regels)],
            regels=[
                {
                    "trede": regel.trede,
                    "product": regel.product.code if regel.product else "",
                    "maand_cent": regel.maand_cent,
                    "vrij": is_vrij(regel),
                }
                for regel in regels
            ],
        )
    return plan


def _eis_compleet(regels: Sequence[Arrangementregel], overgeslagen_reden: str) -> None:
    mist = []
    if not regels:
        mist.append(_("Zet er minstens één oplossing in; iets wat de inwoner zelf doet telt ook."))
    maatwerk = [
        regel for regel in regels if regel.trede == Trede.MAATWERK and regel.status == Status.VOORSTEL
    ]
    mist += [
        _("Schrijf bij “%(wat)s” welk resultaat de hulp moet opleveren; daar toetst u later aan.")
        % {"wat": regel.wat}
        for regel in maatwerk
        if not regel.resultaat.strip()
    ]
    zonder_antwoord = [regel for regel in maatwerk if not regel.overgeslagen_reden.strip()]
    if zonder_antwoord and overgeslagen_treden(regels) and not overgeslagen_reden.strip():
        mist.append(_("Waarom past iets lichters hier niet? Eén zin is genoeg; elk antwoord is goed."))
    if mist:
        raise PlanNietCompleet(_("Het arrangement kan nog niet vast."), mist)
