"""Looking back with the resident: goals, more or less help, satisfaction, and self-reliance when the way of working asks."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.plannen.actions import evalueer
from wijkspil.plannen.models import Doel, Evaluatie, Plan
from wijkspil.plannen.service import huidig_plan, productregels
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.zrm import Domein, Niveau
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import meet_zrm
from wijkspil.toegang.models import Hulpvraag, ZrmMeting
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .invoer import zet_rev

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)
NIET_BESPROKEN = "niet_besproken"


class EvaluatieForm(forms.Form):
    rev = forms.IntegerField(required=False, widget=forms.HiddenInput)
    op = forms.DateField(
        label=gettext_lazy("Wanneer sprak u de inwoner?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    inwoner_vindt = forms.CharField(
        label=gettext_lazy("Wat vindt de inwoner er zelf van?"),
        help_text=gettext_lazy("In eigen woorden."),
        required=False,
        max_length=20_000,
        widget=forms.Textarea,
    )
    tevreden = forms.TypedChoiceField(
        label=gettext_lazy("Rapportcijfer van de inwoner"),
        choices=[("", gettext_lazy("niet gevraagd")), *[(n, str(n)) for n in range(1, 11)]],
        coerce=int,
        empty_value=None,
        required=False,
    )
    richting = forms.ChoiceField(
        label=gettext_lazy("Wat is er verder nodig?"),
        choices=[
            ("afschalen", gettext_lazy("minder hulp, het kan lichter")),
            ("gelijk", gettext_lazy("evenveel hulp")),
            ("opschalen", gettext_lazy("meer hulp")),
            ("stoppen", gettext_lazy("geen hulp meer, daarna nazorg")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies wat er verder nodig is; daarvan hangt de volgende stap af.")
        },
    )
    verslag = forms.CharField(
        label=gettext_lazy("Verslag"), required=False, max_length=20_000, widget=forms.Textarea
    )
    volgende_evaluatie = forms.DateField(
        label=gettext_lazy("Weer samen terugkijken op"),
        help_text=gettext_lazy("Leeg: de gewone tijd van uw gemeente. Bij stoppen vervalt dit."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, doelen: list[Doel], met_zrm: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doelnamen = [f"doel_{doel.pk}" for doel in doelen]
        for doel, naam in zip(doelen, self.doelnamen, strict=True):
            self.fields[naam] = forms.ChoiceField(
                label=doel.tekst,
                choices=[(NIET_BESPROKEN, _("niet besproken")), *Doel.Resultaat.choices],
                widget=forms.RadioSelect,
                initial=doel.resultaat if doel.resultaat != Doel.Resultaat.OPEN else NIET_BESPROKEN,
                error_messages={"required": _("Kies hoe het met dit doel staat, of “niet besproken”.")},
            )
        self.zrmnamen = [f"zrm_{domein.value}" for domein in Domein] if met_zrm else []
        for domein, naam in zip(Domein, self.zrmnamen, strict=False):
            self.fields[naam] = forms.TypedChoiceField(
                label=domein.label,
                choices=[("", _("niet besproken")), *[(n.value, f"{n.value} {n.label}") for n in Niveau]],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )

    def doelvelden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.doelnamen]

    def zrmvelden(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.zrmnamen]

    def doelresultaten(self) -> dict[UUID, str]:
        """The goals that were talked about, by id."""
        return {
            UUID(naam.removeprefix("doel_")): self.cleaned_data[naam]
            for naam in self.doelnamen
            if self.cleaned_data[naam] != NIET_BESPROKEN
        }

    def zrmscores(self) -> dict[str, int]:
        return {
            naam.removeprefix("zrm_"): self.cleaned_data[naam]
            for naam in self.zrmnamen
            if self.cleaned_data[naam] is not None
        }


@pagina(*MAKERS, methoden=("GET", "POST"), dossier=True)
def evaluatie(request: Verzoek, id: UUID) -> HttpResponse:
    """Record an evaluation of the plan, with a new measurement when the way of working measures."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="evalueren", deel="evaluatie")
    plan, werkwijze = huidig_plan(hulpvraag), laad_versie(hulpvraag.werkwijze)
    if plan is None or plan.versie == 0:
        return render(
            request, "werkplek/plan/evaluatie.html", dossierkader(request, hulpvraag, hier="evaluatie")
        )
    plan.hulpvraag = hulpvraag
    doelen = list(plan.doelen.order_by("volgorde", "gemaakt_op"))
    begin = {
        "op": klok.vandaag(),
        "rev": plan.rev,
        "volgende_evaluatie": plus_maanden(klok.vandaag(), werkwijze.evaluatie.elke_maanden),
    }
    form = EvaluatieForm(request.POST or None, initial=begin, doelen=doelen, met_zrm=_meet(werkwijze, plan))
    if request.method == "POST" and form.is_valid():
        plan.rev = form.cleaned_data["rev"] or 0
        try:
            with transaction.atomic():
                gedaan = _bewaar(request, hulpvraag, plan, form)
        except Botsing as botsing:
            zet_rev(form, botsing.rij.rev)
            return _toon(request, hulpvraag, plan, form, status=409)
        except ValueError as fout:
            form.add_error(None, str(fout))
        else:
            return _verder(request, hulpvraag, gedaan)
    return _toon(request, hulpvraag, plan, form, status=422 if form.is_bound else 200)


def _meet(werkwijze: Werkwijze, plan: Plan) -> bool:
    """Whether self-reliance is measured: by default, or for one of the products in the plan."""
    return werkwijze.gesprek.zrm or any(
        werkwijze.zrm_bij(r.product.code) for r in productregels(plan) if r.product
    )


def _bewaar(request: Verzoek, hulpvraag: Hulpvraag, plan: Plan, form: EvaluatieForm) -> Evaluatie:
    data = form.cleaned_data
    gedaan = evalueer(
        plan,
        op=data["op"],
        doelen=form.doelresultaten(),
        richting=data["richting"],
        verslag=data["verslag"],
        inwoner_vindt=data["inwoner_vindt"],
        tevreden=data["tevreden"],
        volgende_evaluatie=data["volgende_evaluatie"],
        door=request.door,
    )
    scores = form.zrmscores()
    if scores:
        soort = (
            ZrmMeting.Soort.EIND if data["richting"] == Evaluatie.Richting.STOPPEN else ZrmMeting.Soort.TUSSEN
        )
        meet_zrm(hulpvraag, soort=soort, scores=scores, op=data["op"], door=request.door)
    return gedaan


def _verder(request: Verzoek, hulpvraag: Hulpvraag, gedaan: Evaluatie) -> HttpResponse:
    if gedaan.richting == Evaluatie.Richting.STOPPEN:
        messages.success(request, _("De evaluatie staat erin. Stop de hulp en spreek nazorg af."))
        return naar(request, "dossier", id=hulpvraag.pk)
    if gedaan.richting == Evaluatie.Richting.GELIJK:
        messages.success(request, _("De evaluatie staat erin. De hulp gaat door zoals afgesproken."))
        return naar(request, "dossier", id=hulpvraag.pk)
    messages.success(request, _("De evaluatie staat erin. Herzie nu het plan, zodat de hulp meebeweegt."))
    return naar(request, "plan", id=hulpvraag.pk)


def _toon(
    request: Verzoek, hulpvraag: Hulpvraag, plan: Plan, form: EvaluatieForm, *, status: int = 200
) -> HttpResponse:
    eerder = hulpvraag.zrm_metingen.order_by("-op", "-gemaakt_op").first() if form.zrmnamen else None
    stand = {f"zrm_{code}": Niveau(score).label for code, score in eerder.scores.items()} if eerder else {}
    context = dossierkader(request, hulpvraag, hier="evaluatie") | {
        "huidig": plan,
        "form": form,
        "doelvelden": form.doelvelden(),
        "zrmvelden": [(veld, stand.get(veld.name, "")) for veld in form.zrmvelden()],
        "eerder_gemeten": eerder,
        "eerdere": list(plan.evaluaties.order_by("-op", "-gemaakt_op")),
        "botst": status == 409,
    }
    return render(request, "werkplek/plan/evaluatie.html", context, status=status)
