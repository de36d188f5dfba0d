"""The trace of a decision: investigation, plan and rules, each sentence with its source.

It is frozen into `Besluit.onderbouwing` when the decision is written, so that it can be followed years later.
"""

from collections.abc import Sequence
from typing import TypedDict

from django.utils.translation import gettext as _

from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.regels import wmo
from wijkspil.regels.kalender import in_woorden
from wijkspil.regels.onderzoek import BRON_STAPPEN, Stap
from wijkspil.toegang.models import Hulpvraag, Onderzoek
from wijkspil.werkwijzen.kast import laad_versie

from .models import Aanvraag
from .vorm import assen_van


class Spoor(TypedDict):
    """One line of the trace. `stap` says where it comes from: onderzoek, plan or regel."""

    stap: str
    kop: str
    zin: str
    bron: str


def bouw(
    hulpvraag: Hulpvraag, aanvraag: Aanvraag, plan: Plan, regels: Sequence[Arrangementregel]
) -> list[Spoor]:
    """Build the trace from what is known now. Two queries: the investigation of this round, all lines of the plan."""
    return [*_uit_onderzoek(hulpvraag), *_uit_plan(plan), *_uit_regels(hulpvraag, aanvraag, regels)]


def _uit_onderzoek(hulpvraag: Hulpvraag) -> list[Spoor]:
    onderzoek = Onderzoek.objects.filter(hulpvraag=hulpvraag).order_by("-ronde").first()
    if onderzoek is None:
        return [
            Spoor(
                stap="onderzoek",
                kop=_("Onderzoek"),
                zin=_("Er is geen onderzoek vastgelegd."),
                bron=BRON_STAPPEN,
            )
        ]
    sporen = []
    for stap in Stap:
        deel = onderzoek.stappen.get(stap.value)
        if deel and str(deel["tekst"]).strip():
            bron = _("%(bron)s, %(door)s op %(op)s; stap %(nr)d van %(ecli)s") % {
                "bron": deel.get("bron", ""),
                "door": deel.get("door", ""),
                "op": deel.get("op", ""),
                "nr": stap.nummer,
                "ecli": BRON_STAPPEN,
            }
            sporen.append(Spoor(stap="onderzoek", kop=stap.vraag, zin=str(deel["tekst"]).strip(), bron=bron))
    return sporen


def _uit_plan(plan: Plan) -> list[Spoor]:
    bron = _("plan versie %(versie)d") % {"versie": plan.versie}
    return [
        Spoor(
            stap="plan",
            kop=regel.get_trede_display(),
            zin=f"{regel.wie}: {regel.wat}, {regel.get_frequentie_display()}.",
            bron=bron,
        )
        for regel in plan.regels.exclude(status=Arrangementregel.Status.BEEINDIGD).order_by(
            "volgorde", "gemaakt_op"
        )
    ]


def _uit_regels(hulpvraag: Hulpvraag, aanvraag: Aanvraag, regels: Sequence[Arrangementregel]) -> list[Spoor]:
    termijn = wmo.beslistermijn(aanvraag.ontvangen_op)
    sporen = [
        Spoor(
            stap="regel",
            kop=_("Termijn"),
            zin=_("De aanvraag kwam op %(dag)s. Een besluit moet er zijn op %(uiterlijk)s.")
            % {"dag": in_woorden(aanvraag.ontvangen_op), "uiterlijk": in_woorden(termijn.laatste_dag)},
            bron=termijn.grondslag,
        )
    ]
    for regel in regels:
        besluitvorm = assen_van(hulpvraag, regel).besluitvorm
        sporen.append(
            Spoor(
                stap="regel",
                kop=_("Vorm van het besluit: %(wat)s") % {"wat": regel.wat},
                zin=_("Het besluit noemt: %(inhoud)s.") % {"inhoud": besluitvorm.inhoud.replace("_", " ")},
                bron=_("%(werkwijze)s: %(bron)s (zekerheid %(zekerheid)s)")
                % {
                    "werkwijze": hulpvraag.werkwijze,
                    "bron": besluitvorm.bron,
                    "zekerheid": besluitvorm.zekerheid.value,
                },
            )
        )
    if not regels:
        algemeen = laad_versie(hulpvraag.werkwijze).assen.besluitvorm
        sporen.append(
            Spoor(
                stap="regel",
                kop=_("Vorm van het besluit"),
                zin=_("Er wordt niets toegekend."),
                bron=f"{hulpvraag.werkwijze}: {algemeen.bron}",
            )
        )
    return sporen
