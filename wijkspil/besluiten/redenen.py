"""Reasons built from the trace: which facts, which rule, which source. A person edits them; both versions are kept.

The sentences are those of the investigation and the plan. Nothing is added that nobody wrote, and nothing is judged here.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.regels.ladder import Trede
from wijkspil.regels.onderzoek import Stap
from wijkspil.toegang.models import Hulpvraag, Onderzoek

from .models import Besluit


def voorstel(
    hulpvraag: Hulpvraag,
    plan: Plan,
    soort: str,
    gekozen: Sequence[Arrangementregel],
    alle: Sequence[Arrangementregel],
) -> str:
    """The reasons as the file tells them, one paragraph per fact. One query.

    Args:
        gekozen: the lines that are granted (or ended).
        alle: every running line of the plan, for what goes without the municipality.
    """
    onderzoek = Onderzoek.objects.filter(hulpvraag=hulpvraag).order_by("-ronde").first()
    stappen = onderzoek.stappen if onderzoek else {}
    alineas = [
        _met(
            _("U vroeg om hulp. Dit vertelde u ons: %(tekst)s"),
            _tekst(stappen, Stap.HULPVRAAG) or hulpvraag.vraag,
        ),
        _met(_("Wij zagen samen dat dit lastig is: %(tekst)s"), _tekst(stappen, Stap.PROBLEMEN)),
        _met(_("Wat daarbij zou helpen: %(tekst)s"), _tekst(stappen, Stap.AARD_OMVANG)),
        _met(_("Wat u zelf kunt of wat anderen doen: %(tekst)s"), _tekst(stappen, Stap.EIGEN_MOGELIJKHEDEN)),
        _met(_("Dit doen u en de mensen om u heen al: %(tekst)s"), _zonder_gemeente(alle)),
        _met(_("Daarom blijft dit over: %(tekst)s"), _tekst(stappen, Stap.MAATWERK)),
    ]
    if soort in (Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK):
        alineas += [
            _met(_("Met deze hulp willen we bereiken: %(tekst)s"), r.resultaat or _doel(r)) for r in gekozen
        ]
    return "\n\n".join(alinea for alinea in alineas if alinea)


def _tekst(stappen: dict[str, dict[str, str]], stap: Stap) -> str:
    return str((stappen.get(stap.value) or {}).get("tekst", "")).strip()


def _zonder_gemeente(regels: Sequence[Arrangementregel]) -> str:
    vrij = [
        r for r in regels if r.product_id is None and Trede(r.trede) not in (Trede.MAATWERK, Trede.ANDERE_WET)
    ]
    return "; ".join(f"{r.wie}: {r.wat}" for r in vrij)


def _doel(regel: Arrangementregel) -> str:
    return regel.doel.tekst if regel.doel else ""


def _met(zin: str, tekst: str) -> str:
    return zin % {"tekst": tekst.rstrip(".") + "."} if tekst.strip() else ""
