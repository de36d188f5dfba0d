"""The plan itself: begin, write, sign, fix, and open again when life changes."""

from datetime import date

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.gemeenten.models import Medewerker
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.workflow import HULPVRAAG
from wijkspil.werkwijzen.kast import laad_versie

from ..fouten import PlanNietCompleet, PlanStaatVast
from ..models import Arrangementregel, Plan, Planversie
from ..service import huidig_plan
from ..versies import huidige_versie, leg_versie_vast

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
ZONDER_PLAN = (Stap.CONTACT, Stap.AFGESLOTEN)


def begin_plan(hulpvraag: Hulpvraag, *, door: Door) -> Plan:
    """Open the plan of this round; safe to ask twice. From the melding on, since a resident may bring an own plan
    (Wmo 2015 art. 2.3.2 lid 2). The day to look back is proposed by the way of working.

    Raises:
        StapNietMogelijk: there is only a contact, or the question is closed.
    """
    door.eis(*WIE, om_te=_("een plan maken"))
    bestaand = huidig_plan(hulpvraag)
    if bestaand is not None:
        return bestaand
    if hulpvraag.stap in ZONDER_PLAN:
        raise StapNietMogelijk(
            _(
                "Een plan hoort bij een melding die loopt. Maak van het contact een melding, of neem de vraag eerst terug."
            )
        )
    maanden = laad_versie(hulpvraag.werkwijze).evaluatie.elke_maanden
    with handeling("plan.begonnen", door=door, doel="plan maken") as h:
        plan = h.maak(
            Plan(
                inwoner_id=hulpvraag.inwoner_id,
                hulpvraag=hulpvraag,
                ronde=hulpvraag.ronde,
                evaluatie_op=plus_maanden(h.dag, maanden),
            )
        )
        h.over(plan, dossier=hulpvraag)
        h.meld(ronde=plan.ronde)
    return plan


def schrijf_plan(
    plan: Plan,
    *,
    door: Door,
    perspectief: str | None = None,
    regisseur: Medewerker | None = None,
    eigen_plan: str | None = None,
    samenvatting: str | None = None,
    evaluatie_op: date | None = None,
) -> Plan:
    """Write down what is known so far; what is left out stays as it was.

    Raises:
        PlanStaatVast: the plan was fixed; revise it first.
        Botsing: a colleague saved the plan in the meantime.
        ValueError: the way of working has no such perspective.
    """
    door.eis(*WIE, om_te=_("een plan schrijven"))
    eis_concept(plan)
    if perspectief:
        _ken_perspectief(plan, perspectief)
    gegeven = {
        "perspectief": perspectief,
        "regisseur": regisseur,
        "eigen_plan": eigen_plan,
        "samenvatting": samenvatting,
        "evaluatie_op": evaluatie_op,
    }
    nieuw = {veld: waarde for veld, waarde in gegeven.items() if waarde is not None}
    anders = [veld for veld, waarde in nieuw.items() if getattr(plan, veld) != waarde]
    with handeling("plan.bijgewerkt", door=door, doel="plan schrijven") as h:
        for veld, waarde in nieuw.items():
            setattr(plan, veld, waarde)
        h.bewaar(plan, *nieuw)
        h.over(plan, dossier=plan.hulpvraag)
        h.meld(velden=anders, perspectief=plan.perspectief, evaluatie_op=plan.evaluatie_op)
    return plan


def stel_plan_vast(plan: Plan, *, door: Door) -> Planversie:
    """Fix the plan: a version is frozen and the question goes on to the arrangement (Wmo 2015 art. 2.3.2 lid 4 and 5).

    Raises:
        PlanNietCompleet: no goal, no perspective, or no named director.
        StapNietMogelijk: the question is not at the plan.
    """
    door.eis(*WIE, om_te=_("een plan vaststellen"))
    eis_concept(plan)
    _eis_compleet(plan)
    hulpvraag = plan.hulpvraag
    with handeling("plan.vastgesteld", door=door, doel="plan vaststellen") as h:
        h.grond = HULPVRAAG.zet(hulpvraag, "stel_plan_vast").grondslag
        versie = leg_versie_vast(h, plan)
        plan.status = Plan.Status.VASTGESTELD
        h.bewaar(plan, "status", "versie")
        h.bewaar(hulpvraag, "stap")
        h.over(plan, dossier=hulpvraag)
        h.meld(
            versie=plan.versie,
            doelen=len(versie.inhoud["doelen"]),
            perspectief=plan.perspectief,
            eigen_plan=bool(plan.eigen_plan.strip()),
            evaluatie_op=plan.evaluatie_op,
            regisseur=str(plan.regisseur_id),
        )
    return versie


def onderteken(
    plan: Plan,
    *,
    wie: str,
    rol: str,
    hoe: str,
    door: Door,
    op: date | None = None,
    versie: Planversie | None = None,
) -> Planversie:
    """Note that somebody agrees with the last version: resident, access, provider (B12). Never a gate for the help itself.

    Args:
        rol: one of the signatures of the way of working; a resident signs as "inwoner" only.
        hoe: on paper, in the portal, said in the conversation.
        versie: the version that was read, when that must be the one that is signed.

    Raises:
        ValueError: no fixed version yet, an unknown role, no name, or this person signed already.
        Botsing: `versie` was changed since it was read.
    """
    door.eis(
        *WIE,
        Rol.BACKOFFICE,
        om_te=_("een handtekening noteren"),
        inwoner=plan.inwoner_id if rol == "inwoner" else None,
    )
    versie = versie or huidige_versie(plan)
    if versie is None:
        raise ValueError(
            _("Er is nog niets om te tekenen. Stel het plan eerst vast; dan ligt er een versie.")
        )
    rollen = laad_versie(plan.hulpvraag.werkwijze).plan.handtekeningen
    if rol not in rollen:
        raise ValueError(
            _("Onder dit plan tekenen: %(rollen)s. Kies een van deze.") % {"rollen": ", ".join(rollen)}
        )
    if not wie.strip():
        raise ValueError(_("Schrijf op wie er tekende, zodat later te zien is met wie dit is afgesproken."))
    if any(h["wie"] == wie.strip() and h["rol"] == rol for h in versie.ondertekend):
        raise ValueError(_("%(wie)s heeft deze versie al getekend.") % {"wie": wie})
    with handeling("plan.ondertekend", door=door, doel="handtekening noteren") as h:
        regel = {"wie": wie.strip(), "rol": rol, "op": (op or h.dag).isoformat(), "hoe": hoe}
        versie.ondertekend = [*versie.ondertekend, regel]
        h.bewaar(versie, "ondertekend")
        h.over(versie, dossier=plan.hulpvraag)
        getekend = {handtekening["rol"] for handtekening in versie.ondertekend}
        h.meld(dag=op, rol=rol, hoe=hoe, versie=versie.versie, compleet=getekend >= set(rollen))
    return versie


def herzie_plan(plan: Plan, *, door: Door, reden: str = "") -> Plan:
    """Open a fixed plan again: the question returns to the plan, what runs keeps running, what was only proposed opens up.

    Raises:
        StapNietMogelijk: the question has nothing to revise at this step.
    """
    door.eis(*WIE, om_te=_("een plan herzien"))
    hulpvraag = plan.hulpvraag
    van = hulpvraag.stap
    with handeling("plan.herzien", door=door, doel="plan herzien") as h:
        h.grond = HULPVRAAG.zet(hulpvraag, "herzie_plan").grondslag
        plan.status = Plan.Status.CONCEPT
        for regel in plan.regels.filter(status=Arrangementregel.Status.VAST):
            regel.status = Arrangementregel.Status.VOORSTEL
            regel.band_van = regel.band_tot = None  # given again when it is fixed
            h.bewaar(regel, "status", "band_van", "band_tot")
        h.bewaar(plan, "status")
        h.bewaar(hulpvraag, "stap")
        h.over(plan, dossier=hulpvraag)
        h.meld(versie=plan.versie, van_stap=van, reden=reden)
    return plan


def eis_concept(plan: Plan) -> None:
    """Raise PlanStaatVast when the words of the plan have been fixed."""
    if plan.status != Plan.Status.CONCEPT:
        raise PlanStaatVast(
            _(
                "Dit plan is vastgesteld. Zo blijft staan wat u samen afsprak. Kies “Herzie het plan” om het aan te passen."
            )
        )


def _ken_perspectief(plan: Plan, perspectief: str) -> None:
    bekend = {p.sleutel: p.label for p in laad_versie(plan.hulpvraag.werkwijze).plan.perspectieven}
    if perspectief not in bekend:
        raise ValueError(_("Kies een perspectief uit: %(labels)s.") % {"labels": ", ".join(bekend.values())})


def _eis_compleet(plan: Plan) -> None:
    mist = []
    if not plan.doelen.exists():
        mist.append(_("Zet er minstens één doel in."))
    if not plan.perspectief:
        mist.append(_("Kies waar het naartoe gaat: het perspectief."))
    if plan.regisseur_id is None:
        mist.append(_("Wijs één regisseur aan, zodat de inwoner weet bij wie hij moet zijn."))
    if mist:
        raise PlanNietCompleet(_("Het plan kan nog niet vast."), mist)
