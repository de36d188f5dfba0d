"""Freezing a plan: what was agreed stays readable as it was, whatever is written later."""

from datetime import date
from typing import Any

from wijkspil.core.handeling import Handeling
from wijkspil.core.vaste_vraag import VasteVraag

from .models import Arrangementregel, Doel, Plan, Planversie
from .service import lopende_regels

_LAATSTE = VasteVraag(lambda plan: Planversie.objects.filter(plan_id=plan).order_by("-versie")[:1])
_DOELEN = VasteVraag(lambda plan: Doel.objects.filter(plan_id=plan).order_by("volgorde", "gemaakt_op"))


def huidige_versie(plan: Plan) -> Planversie | None:
    """The last frozen version; one query."""
    return _LAATSTE.eerste(plan.pk)


def versies_van(plan: Plan) -> list[Planversie]:
    """Every frozen version, the last one first; one query."""
    return list(plan.versies.order_by("-versie"))


def leg_versie_vast(h: Handeling, plan: Plan) -> Planversie:
    """Freeze the plan as it is now and count the version. The caller saves the plan."""
    plan.versie += 1
    return h.maak(Planversie(plan=plan, versie=plan.versie, op=h.dag, inhoud=_inhoud(plan)))


def vul_versie_aan(h: Handeling, plan: Plan) -> Planversie:
    """Put the lines into the last version as long as nobody signed it; after a signature it becomes a new one."""
    versie = huidige_versie(plan)
    if versie is None or versie.ondertekend:
        return leg_versie_vast(h, plan)
    versie.inhoud, versie.op = _inhoud(plan), h.dag
    h.bewaar(versie, "inhoud", "op")
    return versie


def _inhoud(plan: Plan) -> dict[str, Any]:
    regisseur = plan.regisseur
    return {
        "perspectief": plan.perspectief,
        "regisseur": regisseur.naam if regisseur else "",
        "eigen_plan": plan.eigen_plan,
        "samenvatting": plan.samenvatting,
        "evaluatie_op": _dag(plan.evaluatie_op),
        "doelen": [_doel(doel) for doel in _DOELEN.alle(plan.pk)],
        "regels": [_regel(regel) for regel in lopende_regels(plan)],
    }


def _doel(doel: Doel) -> dict[str, Any]:
    velden = ("tekst", "leefgebied", "soort", "eigenaar", "resultaat")
    return {"id": str(doel.pk), **{veld: getattr(doel, veld) for veld in velden}}


def _regel(regel: Arrangementregel) -> dict[str, Any]:
    velden = (
        "trede",
        "wat",
        "wie",
        "trap",
        "resultaat",
        "activiteiten",
        "volume",
        "frequentie",
        "duur_reden",
        "maand_cent",
        "kostensoort",
    )
    return {
        "id": str(regel.pk),
        **{veld: getattr(regel, veld) for veld in velden},
        "doel": str(regel.doel_id or ""),
        "product": regel.product.code if regel.product else "",
        "aanbieder": regel.aanbieder.naam if regel.aanbieder else "",
        "van": _dag(regel.van),
        "tot": _dag(regel.tot),
    }


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""
