"""The resident's own plan as staff sees it: in its own words, with its seven days, and how it was weighed (J13)."""

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
from wijkspil.plannen.actions.eigen_plan import lever_eigen_plan_in, schrijf_eigen_plan
from wijkspil.plannen.actions.wegen_eigen_plan import weeg_eigen_plan
from wijkspil.plannen.models import EigenPlan
from wijkspil.regels.wmo import persoonlijk_plan_termijn
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.klok import klok_van
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)


def _vlak(label: Any, uitleg: Any = "", rijen: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=uitleg,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )


class WeegForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    hoe_gebruikt = _vlak(
        gettext_lazy("Wat is er met dit plan gedaan?"),
        gettext_lazy("Wat nam u over, wat niet, en waarom? De inwoner leest dit terug in het verslag."),
        5,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["hoe_gebruikt"]
        veld.required = True
        veld.error_messages["required"] = _("Schrijf op wat u overnam en wat niet, met de reden.")


class OpschrijfForm(forms.Form):
    """A plan on paper or told at the table, written down by us in the resident's words."""

    via = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam het binnen?"),
        choices=[(v.value, v.label) for v in EigenPlan.Via if v is not EigenPlan.Via.PORTAAL],
        widget=forms.RadioSelect,
    )
    wat_wil_ik = _vlak(
        gettext_lazy("Wat wil de inwoner?"), gettext_lazy("In de eigen woorden van de inwoner.")
    )
    wat_doe_ik = _vlak(gettext_lazy("Wat doet de inwoner zelf, en met wie?"))
    wat_vraag_ik = _vlak(gettext_lazy("Wat vraagt de inwoner van de gemeente?"))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not any(
            str(gegevens.get(veld, "")).strip() for veld in ("wat_wil_ik", "wat_doe_ik", "wat_vraag_ik")
        ):
            raise forms.ValidationError(
                _("Het plan is nog leeg. Schrijf in elk geval op wat de inwoner wil.")
            )
        return gegevens


def eigen_plan_van(hulpvraag: Hulpvraag) -> EigenPlan | None:
    """The own plan of this round, also while it is being written; one query."""
    return EigenPlan.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).first()


@pagina(*MAKERS, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def eigen_plan(request: Verzoek, id: UUID) -> HttpResponse:
    """Read the own plan and weigh it, or write down one that came in on paper. Back office only reads."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="eigen plan lezen", deel="eigen plan")
    eigen = eigen_plan_van(hulpvraag)
    if request.method != "POST":
        return _toon(request, hulpvraag, eigen)
    return _weeg(request, hulpvraag, eigen) if eigen else _schrijf_op(request, hulpvraag)


def _weeg(request: Verzoek, hulpvraag: Hulpvraag, eigen: EigenPlan) -> HttpResponse:
    form = WeegForm(request.POST)
    if not form.is_valid():
        return _toon(request, hulpvraag, eigen, weegform=form, status=422)
    gezien, eigen.hulpvraag = form.cleaned_data["rev"], hulpvraag
    try:
        if gezien != eigen.rev:
            raise Botsing(eigen)
        with transaction.atomic():
            weeg_eigen_plan(eigen, hoe_gebruikt=form.cleaned_data["hoe_gebruikt"], door=request.door)
    except Botsing as botsing:
        nu: EigenPlan = botsing.rij  # type: ignore[assignment]
        form.data = {**form.data.dict(), "rev": str(nu.rev)}  # type: ignore[attr-defined]
        velden = [
            {"label": form.fields["hoe_gebruikt"].label, "nu": nu.hoe_gebruikt or "–", "eigen": form.cleaned_data["hoe_gebruikt"]}
        ]  # fmt: skip
        return _toon(request, hulpvraag, nu, weegform=form, conflict=velden, status=409)
    except ValueError as fout:
        form.add_error("hoe_gebruikt", str(fout))
        return _toon(request, hulpvraag, eigen, weegform=form, status=422)
    messages.success(request, _("Bewaard. De inwoner ziet wat er met het plan is gedaan."))
    return naar(request, "eigen_plan", id=hulpvraag.pk)


def _schrijf_op(request: Verzoek, hulpvraag: Hulpvraag) -> HttpResponse:
    form = OpschrijfForm(request.POST)
    if not form.is_valid():
        return _toon(request, hulpvraag, None, opschrijfform=form, status=422)
    with transaction.atomic():
        eigen = schrijf_eigen_plan(hulpvraag, door=request.door, **form.cleaned_data)
        eigen.hulpvraag = hulpvraag
        lever_eigen_plan_in(eigen, door=request.door)
    messages.success(request, _("Het eigen plan staat in het dossier, zoals de inwoner het zei."))
    return naar(request, "eigen_plan", id=hulpvraag.pk)


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    eigen: EigenPlan | None,
    *,
    weegform: WeegForm | None = None,
    opschrijfform: OpschrijfForm | None = None,
    conflict: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    vandaag = klok.vandaag()
    termijn = persoonlijk_plan_termijn(hulpvraag.gemeld_op) if hulpvraag.gemeld_op else None
    ingeleverd = eigen if eigen and eigen.ontvangen_op else None
    context = dossierkader(request, hulpvraag) | {
        "eigen": ingeleverd,
        "schrijft_nog": eigen is not None and ingeleverd is None,
        "termijn": termijn,
        "klok": klok_van(termijn.laatste_dag, vandaag=vandaag, begin=termijn.start)
        if termijn and not eigen
        else None,
        "op_tijd": bool(ingeleverd and termijn and ingeleverd.ontvangen_op <= termijn.laatste_dag),  # type: ignore[operator]
        "uitleg": termijn.uitleg(vandaag) if termijn else [],
        "mag": request.door.heeft(*MAKERS),
        "weegform": weegform
        or (
            WeegForm(initial={"rev": ingeleverd.rev, "hoe_gebruikt": ingeleverd.hoe_gebruikt})
            if ingeleverd
            else None
        ),
        "opschrijfform": opschrijfform or OpschrijfForm(initial={"via": EigenPlan.Via.GESPREK}),
        "conflict": conflict,
    }
    return render(request, "werkplek/plan/eigenplan.html", context, status=status)
