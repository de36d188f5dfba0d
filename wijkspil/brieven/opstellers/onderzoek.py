"""The account of the investigation (Wmo 2015 art. 2.3.2 lid 8). What was not discussed is called not discussed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.inwoners.actions_rondom import clientondersteuning_bij
from wijkspil.plannen.models import Arrangementregel, EigenPlan, Plan
from wijkspil.regels.duur import weken
from wijkspil.regels.kalender import in_woorden
from wijkspil.regels.onderzoek import Onderwerp, Stap
from wijkspil.regels.termijn import Termijn
from wijkspil.toegang.models import Gesprek, Hulpvraag, Onderzoek

from .. import woorden
from ..bewaking import BriefFout
from ..bijdrage import bijdrage_te_verwachten
from . import Inhoud
from .toegang import papier_bij


def onderzoeksverslag(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    """Compose the account from the last round's investigation, conversation and plan. Four queries.

    Raises: BriefFout when no conversation was held, or identity was not established (art. 2.3.4).
    """
    onderzoek = Onderzoek.objects.get(pk=rij["onderzoek"], hulpvraag=hulpvraag)
    gesprek = (
        Gesprek.objects.select_related("gevoerd_door")
        .filter(hulpvraag=hulpvraag, status=Gesprek.Status.GEVOERD)
        .order_by("-moment")
        .first()
    )
    if gesprek is None:
        raise BriefFout(
            _(
                "Er is nog geen gevoerd gesprek vastgelegd, en het verslag vertelt daarover. Leg het gesprek vast als gevoerd."
            )
        )
    if not gesprek.identiteit_vastgesteld:
        raise BriefFout(
            _(
                "Bij het gesprek staat niet dat de identiteit is vastgesteld. Dat moet voor het verslag "
                "(Wmo 2015, artikel 2.3.4). Vink het aan bij het gesprek zodra u een identiteitsbewijs heeft gezien."
            )
        )
    plan = Plan.objects.filter(hulpvraag=hulpvraag, ronde=onderzoek.ronde).first()
    vandaag = klok.vandaag()
    stappen = {code: str(deel["tekst"]).strip() for code, deel in onderzoek.stappen.items()}
    return Inhoud(
        {
            "datum_melding": hulpvraag.gemeld_op,
            "datum_gesprek": gesprek.moment.date(),
            "aanwezigen": gesprek.deelnemers
            or [_("u"), *([gesprek.gevoerd_door.naam] if gesprek.gevoerd_door else [])],
            "identiteit": {"document": _("een geldig identiteitsbewijs"), "datum": gesprek.moment.date()},
            "hulpvraag": stappen.get(Stap.HULPVRAAG) or hulpvraag.vraag,
            "bevindingen": [
                {
                    "onderwerp": o.value,
                    "tekst": str(onderzoek.onderwerpen.get(o.value) or "").strip()
                    or _("Dit is niet besproken."),
                }
                for o in Onderwerp
            ],
            "persoonlijk_plan": _persoonlijk_plan(hulpvraag, plan),
            "clientondersteuning": _clientondersteuning(hulpvraag, gesprek),
            "pgb_uitleg": _(
                "Wij hebben u verteld dat u ook zelf hulp kunt inkopen met een persoonsgebonden budget."
            )
            if gesprek.pgb_uitgelegd
            else _(
                "Over een persoonsgebonden budget hebben wij nog niet gesproken. Bel uw contactpersoon als u dat wilt."
            ),
            "advies": None,
            "uitkomst": stappen.get(Stap.AARD_OMVANG) or stappen.get(Stap.PROBLEMEN) or _("Zie hieronder."),
            "oplossingen": _oplossingen(plan, stappen),
            "eigen_bijdrage": bijdrage_te_verwachten(vandaag),
            "reageren": woorden.termijn(
                Termijn(
                    "reageren",
                    vandaag,
                    weken(papier_bij(hulpvraag).reageren_weken),
                    "eigen beleid",
                    atw=False,
                )
            ),
            "besluittermijn": woorden.besluittermijn(vandaag),
        }
    )


def _clientondersteuning(hulpvraag: Hulpvraag, gesprek: Gesprek) -> str:
    """Whether it was offered, when, and what the resident answered (Wmo 2015 art. 2.3.2 lid 3)."""
    aanbod = clientondersteuning_bij(hulpvraag)
    if aanbod is not None:
        return _("aangeboden op %(dag)s; u antwoordde: %(antwoord)s") % {
            "dag": in_woorden(aanbod.op),
            "antwoord": aanbod.get_antwoord_display(),
        }
    if gesprek.clientondersteuning_gewezen:
        return _("aangeboden tijdens het gesprek")
    return _("wij wijzen u er met deze brief op")


def _persoonlijk_plan(hulpvraag: Hulpvraag, plan: Plan | None) -> str | None:
    """The resident's own plan and what the investigation did with it (lid 5); nothing when there is none."""
    eigen = EigenPlan.objects.filter(
        hulpvraag=hulpvraag, ronde=hulpvraag.ronde, ontvangen_op__isnull=False
    ).first()
    if eigen is not None:
        zinnen = [_("U schreef in uw plan: %(plan)s") % {"plan": " ".join(t for _kop, t in eigen.delen)}]
        if eigen.hoe_gebruikt:
            zinnen.append(_("Dit deden wij ermee: %(hoe)s") % {"hoe": eigen.hoe_gebruikt})
        return " ".join(zinnen)
    if plan is not None and plan.eigen_plan:
        return _("U schreef in uw plan: %(plan)s") % {"plan": plan.eigen_plan}
    return None


def _oplossingen(plan: Plan | None, stappen: Mapping[str, str]) -> list[dict[str, str]]:
    """The lines of the plan when it is there, otherwise what steps 4 and 5 say."""
    regels = list(plan.regels.select_related("doel").order_by("volgorde", "gemaakt_op")) if plan else []
    if regels:
        return [_oplossing(regel, stappen) for regel in regels]
    delen = [
        {
            "doel": _("Wat zonder maatwerk kan"),
            "wie": _("u, de mensen om u heen en voorzieningen in de buurt"),
            "wat": stappen[Stap.EIGEN_MOGELIJKHEDEN],
            "reden": _("Hier kijken wij altijd als eerste naar."),
        }
    ]
    if maatwerk := stappen.get(Stap.MAATWERK):
        delen.append(
            {
                "doel": _("Wat dan nog nodig is"),
                "wie": _("maatwerk van de gemeente"),
                "wat": maatwerk,
                "reden": _("Dit kan niet op een andere manier worden opgelost."),
            }
        )
    return delen


def _oplossing(regel: Arrangementregel, stappen: Mapping[str, str]) -> dict[str, str]:
    return {
        "doel": regel.doel.tekst if regel.doel else regel.resultaat or regel.wat,
        "wie": f"{regel.wie} ({regel.get_trede_display().lower()})",
        "wat": f"{regel.wat}, {regel.get_frequentie_display()}",
        "reden": stappen.get(Stap.AARD_OMVANG) or regel.wat,
    }
