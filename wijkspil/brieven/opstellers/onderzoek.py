"""The account of the investigation (Wmo 2015 art. 2.3.2 lid 8). What was not discussed is called not discussed."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.inwoners.actions_rondom import clientondersteuning_bij
from wijkspil.plannen.models import Arrangementregel, EigenPlan, Plan
from wijkspil.regels.duur import weken
from wijkspil.regels.kalender import in_woorden
from wijkspil.regels.onderzoek import Onderwerp, Stap
from wijkspil.regels.termijn import Termijn
from wijkspil.toegang.models import Gesprek, Hulpvraag, Onderzoek
from wijkspil.verkort.models import Onderzoeksopdracht

from .. import woorden
from ..bijdrage import bijdrage_te_verwachten
from . import Inhoud
from .toegang import papier_bij

_ONDERZOEK = VasteVraag(lambda id, vraag: Onderzoek.objects.filter(pk=id, hulpvraag_id=vraag))
_GEVOERD = VasteVraag(
    lambda vraag: (
        Gesprek.objects.filter(hulpvraag_id=vraag, status=Gesprek.Status.GEVOERD)
        .select_related("gevoerd_door")
        .order_by("-moment")[:1]
    )
)
_PLAN = VasteVraag(lambda vraag, ronde: Plan.objects.filter(hulpvraag_id=vraag, ronde=ronde))
_EIGEN_PLAN = VasteVraag(
    lambda vraag, ronde: EigenPlan.objects.filter(
        hulpvraag_id=vraag, ronde=ronde, ontvangen_op__isnull=False
    ).order_by("id")[:1]
)


def onderzoeksverslag(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    """Compose the account from the last round's investigation, conversation and plan. Four queries.

    The law asks an account, not a conversation: without one, or without identity established (art. 2.3.4), the letter says so
    instead of staying behind. The page on which the investigation is finished warns for both.
    """
    onderzoek = _ONDERZOEK.eerste(UUID(rij["onderzoek"]), hulpvraag.pk)
    if onderzoek is None:
        raise Onderzoek.DoesNotExist
    gesprek = _GEVOERD.eerste(hulpvraag.pk)
    plan = _PLAN.eerste(hulpvraag.pk, onderzoek.ronde)
    vandaag = klok.vandaag()
    stappen = {code: str(deel["tekst"]).strip() for code, deel in onderzoek.stappen.items()}
    return Inhoud(
        {
            "datum_melding": hulpvraag.gemeld_op,
            "datum_gesprek": _dag(gesprek) if gesprek else None,
            "aanwezigen": _aanwezigen(gesprek) if gesprek else [],
            "identiteit": {"document": _("een geldig identiteitsbewijs"), "datum": _dag(gesprek)}
            if gesprek and gesprek.identiteit_vastgesteld
            else None,
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
            if gesprek and gesprek.pgb_uitgelegd
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


def _clientondersteuning(hulpvraag: Hulpvraag, gesprek: Gesprek | None) -> str:
    """Whether it was offered, when, and what the resident answered (Wmo 2015 art. 2.3.2 lid 3)."""
    aanbod = clientondersteuning_bij(hulpvraag)
    if aanbod is not None:
        return _("aangeboden op %(dag)s; u antwoordde: %(antwoord)s") % {
            "dag": in_woorden(aanbod.op),
            "antwoord": aanbod.get_antwoord_display(),
        }
    if gesprek and gesprek.clientondersteuning_gewezen:
        return _("aangeboden tijdens het gesprek")
    return _("wij wijzen u er met deze brief op")


def _persoonlijk_plan(hulpvraag: Hulpvraag, plan: Plan | None) -> str | None:
    """The resident's own plan and what the investigation did with it (lid 5); nothing when there is none."""
    eigen = _EIGEN_PLAN.eerste(hulpvraag.pk, hulpvraag.ronde)
    if eigen is not None:
        zinnen = [_("U schreef in uw plan: %(plan)s") % {"plan": " ".join(t for _kop, t in eigen.delen)}]
        if eigen.hoe_gebruikt:
            zinnen.append(_("Dit deden wij ermee: %(hoe)s") % {"hoe": eigen.hoe_gebruikt})
        return " ".join(zinnen)
    if plan is not None and plan.eigen_plan:
        return _("U schreef in uw plan: %(plan)s") % {"plan": plan.eigen_plan}
    return None


def _dag(gesprek: Gesprek) -> date:
    return timezone.localdate(gesprek.moment)


def _aanwezigen(gesprek: Gesprek) -> list[str]:
    return gesprek.deelnemers or [_("u"), *([gesprek.gevoerd_door.naam] if gesprek.gevoerd_door else [])]


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


def onderzoek_uitbesteed(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    """Who will talk with the resident, until when, and that the municipality decides (H16)."""
    opdracht = Onderzoeksopdracht.objects.select_related("aanbieder").get(
        pk=rij["opdracht"], hulpvraag=hulpvraag
    )
    return Inhoud(
        {"aanbieder": opdracht.aanbieder.naam, "uiterlijk": opdracht.uiterlijk, "hulpvraag": hulpvraag.vraag}
    )
