"""From the one plan form to actions: only what changed is written, and nothing that was typed is lost."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import Botsing
from wijkspil.plannen.actions import (
    begin_plan,
    schrijf_plan,
    stel_plan_vast,
    verwijder_doel,
    voeg_doel_toe,
    wijzig_doel,
)
from wijkspil.plannen.models import Doel, Plan
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .forms import DOELVELDEN, PLANVELDEN, DoelForm, PlanForm

Doelformulieren = forms.formset_factory(DoelForm, extra=1, max_num=40)


class Invoer:
    """The plan form and its goals together; bound when there is `data`."""

    def __init__(
        self,
        hulpvraag: Hulpvraag,
        plan: Plan | None,
        werkwijze: Werkwijze,
        begin: dict[str, Any],
        data: QueryDict | None = None,
    ) -> None:
        self.hulpvraag, self.plan = hulpvraag, plan
        self.doelen = list(plan.doelen.order_by("volgorde", "gemaakt_op")) if plan else []
        gebieden = [(g.sleutel, g.label) for g in werkwijze.gesprek.leefgebieden]
        self.form = PlanForm(data, initial=PlanForm.begin(plan) if plan else begin, werkwijze=werkwijze)
        self.doelformulieren = Doelformulieren(
            data,
            prefix="doel",
            initial=[
                {"id": d.pk, "rev": d.rev, **{v: getattr(d, v) for v in DOELVELDEN}} for d in self.doelen
            ],
            form_kwargs={"leefgebieden": gebieden, "soorten": _soorten(werkwijze)},
        )

    def geldig(self) -> bool:
        return all([self.form.is_valid(), self.doelformulieren.is_valid()])

    def bewaar(self, door: Door, *, vaststellen: bool = False) -> Plan:
        """Write what changed, and fix the plan when asked.

        Raises:
            Botsing: a colleague changed the plan or a goal that was changed here too.
            PlanNietCompleet: fixing was asked and something is missing.
        """
        plan = begin_plan(self.hulpvraag, door=door)
        self._bewaar_plan(plan, door)
        bekend = {doel.pk: doel for doel in self.doelen}
        for rij in self.doelformulieren:
            self._bewaar_doel(plan, bekend, rij.cleaned_data, door)
        if vaststellen:
            stel_plan_vast(plan, door=door)
        return plan

    def _bewaar_plan(self, plan: Plan, door: Door) -> None:
        getypt = {veld: self.form.cleaned_data[veld] for veld in PLANVELDEN}
        if all(getattr(plan, veld) == waarde for veld, waarde in getypt.items()):
            return
        if self.plan is not None:  # a plan that this page began itself has no older version
            plan.rev = self.form.cleaned_data["rev"] or 0
        schrijf_plan(plan, door=door, **getypt)

    @staticmethod
    def _bewaar_doel(plan: Plan, bekend: dict[Any, Doel], data: dict[str, Any], door: Door) -> None:
        doel = bekend.get(data.get("id"))
        velden = {veld: data[veld] for veld in DOELVELDEN if veld in data}
        velden["soort"] = velden.get("soort") or Doel.Soort.BEHOUDEN
        if doel is None:
            if velden.get("tekst") and not data.get("weg"):
                voeg_doel_toe(plan, door=door, **velden)
            return
        doel.plan = plan
        anders = {veld: waarde for veld, waarde in velden.items() if getattr(doel, veld) != waarde}
        if not anders and not data.get("weg"):
            return
        if doel.rev != data["rev"]:
            raise Botsing(doel)
        if data.get("weg"):
            verwijder_doel(doel, door=door)
        else:
            wijzig_doel(doel, door=door, **anders)

    def verschillen(self, rij: Plan | Doel) -> list[dict[str, Any]]:
        """What stands in the database now and what was typed here, for the words of a conflict."""
        form, velden = self._form_van(rij), PLANVELDEN if isinstance(rij, Plan) else DOELVELDEN
        return [
            {
                "label": form.fields[veld].label,
                "nu": getattr(rij, veld) or _("leeg"),
                "eigen": getypt or _("leeg"),
            }
            for veld in velden
            if getattr(rij, veld) != (getypt := form.cleaned_data[veld])
        ]

    def aanvaard(self, rij: Plan | Doel) -> None:
        """Let the next save go over the row as it is now: the person has seen both versions."""
        zet_rev(self._form_van(rij), rij.rev)

    def _form_van(self, rij: Plan | Doel) -> forms.Form:
        if isinstance(rij, Plan):
            return self.form
        return next(form for form in self.doelformulieren if form.cleaned_data.get("id") == rij.pk)


def _soorten(werkwijze: Werkwijze) -> list[tuple[str, str]]:
    """The kinds of goals in the words of the municipality, its default first; a kind it doesn't name keeps our word."""
    eigen = {aanpak.soort.value: aanpak.label for aanpak in werkwijze.doelen.lijst}
    rest = {soort: str(label) for soort, label in Doel.Soort.choices if soort not in eigen}
    return list((eigen | rest).items())


def zet_rev(form: forms.Form, rev: int) -> None:
    """Give a bound form the revision that stands in the database now; the typed words stay as they are."""
    data = cast(QueryDict, form.data).copy()
    data[form.add_prefix("rev")] = str(rev)
    form.data = data
