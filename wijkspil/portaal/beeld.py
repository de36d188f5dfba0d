"""How a question looks to the resident: where it is, what comes next and why then, who helps, what one can do now.

Plain sentences and nothing else; no query. The words per step come from the way of working, the sentences about what comes next
stand here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.models import Gebeurtenis
from wijkspil.nazorg.models import Nazorgtaak
from wijkspil.plannen.models import Plan
from wijkspil.regels.uitleg import Uitlegregel
from wijkspil.scherm.stappen import HOOFDSTAPPEN, plek_van
from wijkspil.toegang.klokken import VAN_DE_INWONER
from wijkspil.toegang.models import Gesprek, Hulpvraag, Klok, Stap
from wijkspil.werkwijzen.voordeur import Regiostap
from wijkspil.werkwijzen.werkwijze import Werkwijze

BEGIN_VAN: dict[str, tuple[str, ...]] = {
    "contact": ("melding.ontvangen", "melding.teruggekeerd", "contact.vastgelegd"),
    "verhelderen": ("gesprek.gepland", "onderzoek.gestart", "gesprek.gevoerd"),
    "oplossingen": ("onderzoek.afgerond", "plan.begonnen"),
    "arrangement": ("plan.vastgesteld",),
    "evaluatie": ("nazorg.gepland", "vraag.afgesloten"),
}
"""Which events say that one of the five steps began."""


@dataclass(frozen=True, slots=True)
class Volgende:
    """What happens next, in one sentence; until when, and why that day."""

    zin: str
    uiterlijk: date | None = None
    belofte: str = ""
    waarom: Sequence[Uitlegregel] = ()
    te_laat: str = ""
    stil: bool = False


def stappen(
    hulpvraag: Hulpvraag, werkwijze: Werkwijze, gebeurd: Sequence[Gebeurtenis]
) -> list[dict[str, Any]]:
    """The short line of steps with the day each began; `gebeurd` may be in any order."""
    nu = plek_van(hulpvraag.stap)
    klaar = hulpvraag.stap == Stap.AFGESLOTEN
    begin = hulpvraag.gemeld_op
    regels = []
    for plek, (naam, _toestanden) in enumerate(HOOFDSTAPPEN):
        kaart = next(s for s in werkwijze.stappen.lijst if s.stap is Regiostap(naam))
        dagen = [g.dag for g in gebeurd if g.soort in BEGIN_VAN[naam] and (begin is None or g.dag >= begin)]
        stand = "gedaan" if plek < nu or klaar else ("nu" if plek == nu else "straks")
        regels.append(
            {
                "naam": kaart.label,
                "stand": stand,
                "datum": min(dagen, default=None) if stand != "straks" else None,
                "uitleg": kaart.uitleg if stand == "nu" else "",
            }
        )
    return regels


def volgende(
    hulpvraag: Hulpvraag,
    *,
    vandaag: date,
    klokken: Sequence[Klok],
    gesprek: Gesprek | None,
    plan: Plan | None,
    nazorg: Nazorgtaak | None,
    gesprek_moment: str = "",
) -> Volgende:
    """What comes next on this question, as a promise with a day where there is one."""
    zin = _zin(hulpvraag, gesprek_moment if gesprek else "", gesprek, plan, nazorg)
    klok = next((k for k in klokken if k.soort not in VAN_DE_INWONER and k.soort in BELOFTE), None)
    if klok is None:
        dag = nazorg.op if nazorg and hulpvraag.stap == Stap.NAZORG else _terugkijken(hulpvraag, plan)
        return Volgende(zin, dag if dag and dag >= vandaag else None)
    termijn = klok.termijn
    laatste = termijn.laatste_dag_op(vandaag)
    stil = klok.status == Klok.Status.OPGESCHORT
    return Volgende(
        zin,
        laatste,
        str(BELOFTE[Klok.Soort(klok.soort)]()),
        termijn.uitleg(vandaag),
        _te_laat(klok) if laatste < vandaag and not stil else "",
        stil,
    )


BELOFTE = {
    Klok.Soort.ONDERZOEK: lambda: _("Dan zijn wij klaar met uitzoeken wat u nodig heeft."),
    Klok.Soort.BESLUIT: lambda: _("Dan heeft u ons besluit."),
    Klok.Soort.SPOED: lambda: _("Dan heeft iemand u gebeld."),
}


def _te_laat(klok: Klok) -> str:
    if klok.soort == Klok.Soort.BESLUIT:
        return _(
            "Wij zijn te laat met het besluit. Dat spijt ons. U mag ons schrijven dat wij te laat zijn. Hebben wij dan na twee "
            "weken nog niets besloten, dan moeten wij u meestal geld betalen."
        )
    return _(
        "Wij zijn te laat. Dat spijt ons. U hoeft niet langer te wachten: u mag nu zelf om een besluit vragen."
    )


def _terugkijken(hulpvraag: Hulpvraag, plan: Plan | None) -> date | None:
    return (
        plan.evaluatie_op
        if plan is not None and hulpvraag.stap == Stap.LEVERING
        else hulpvraag.terugkijken_op
    )


def _zin(
    hulpvraag: Hulpvraag, moment: str, gesprek: Gesprek | None, plan: Plan | None, nazorg: Nazorgtaak | None
) -> str:
    wie = hulpvraag.behandelaar.naam if hulpvraag.behandelaar else _("iemand van de gemeente")
    stap = Stap(hulpvraag.stap)
    if gesprek is not None and stap in (Stap.MELDING, Stap.ONDERZOEK, Stap.CONTACT):
        return _("%(moment)s praten wij met u. Plaats: %(plaats)s.") % {
            "moment": moment,
            "plaats": gesprek.plaats,
        }
    zinnen = {
        Stap.CONTACT: _("Wij bellen u om te horen wat er speelt."),
        Stap.MELDING: _("Wij lezen uw vraag. Daarna belt %(wie)s u voor een afspraak."),
        Stap.ONDERZOEK: _("Wij zoeken samen met u uit wat u nodig heeft. Daarna krijgt u het verslag."),
        Stap.PLAN: _("Wij maken samen met u een plan."),
        Stap.ARRANGEMENT: _("Wij kiezen samen met u wat er nodig is en wie het doet."),
        Stap.BESLUIT: _("Wij nemen een besluit. U krijgt daarover een brief."),
        Stap.AFSPRAAK: _("Wij schrijven op wat wij met u hebben afgesproken. U krijgt daarover een brief."),
        Stap.OPDRACHT: _("Wie u gaat helpen, belt u om te beginnen."),
        Stap.LEVERING: _("De hulp loopt. Wij kijken samen met u terug of het helpt."),
        Stap.NAZORG: _("Wij bellen u om te vragen hoe het gaat."),
        Stap.AFGESLOTEN: _("Uw vraag is klaar. Speelt het weer? Dan kunt u dat hier zeggen."),
    }
    return str(zinnen[stap]) % {"wie": wie} if stap is Stap.MELDING else str(zinnen[stap])


def helper(hulpvraag: Hulpvraag) -> dict[str, str]:
    """My person: name, function and phone; the team while nobody has the question yet."""
    mens, team = hulpvraag.behandelaar, hulpvraag.team
    if mens is not None:
        bij = f"{mens.functie}, {mens.organisatie}" if mens.organisatie else mens.functie
        return {"naam": mens.naam, "wat": bij, "telefoon": mens.telefoon, "vast": "ja"}
    if team is not None:
        return {"naam": team.naam, "wat": "", "telefoon": team.telefoon, "vast": ""}
    return {}
