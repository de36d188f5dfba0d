"""Too late with a decision: the notice, the days that run, and what we owe, each with its reason (Awb 4:17 and 4:18)."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok as tijd
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.regels import wmo
from wijkspil.regels.dwangsom import Dwangsom, Dwangsomdag, GeenDwangsom
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions.gebreke import (
    MET_DWANGSOM,
    WIE,
    IngebrekestellingFout,
    neem_ingebrekestelling_op,
    stand,
    stel_dwangsom_vast,
)
from wijkspil.toegang.models import Ingebrekestelling, Klok
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .velden import RevForm

DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class OntvangForm(forms.Form):
    ontvangen_op = forms.DateField(label=gettext_lazy("Wanneer kwam de brief binnen?"), widget=DAG)
    hoe = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam hij binnen?"),
        choices=[("brief", gettext_lazy("brief")), ("portaal", gettext_lazy("eigen pagina's")), ("email", gettext_lazy("e-mail")), ("balie", gettext_lazy("afgegeven aan de balie"))],
    )  # fmt: skip


class VaststelForm(RevForm):
    op = forms.DateField(label=gettext_lazy("Wanneer is het vastgesteld?"), widget=DAG)
    uitsluiting = forms.ChoiceField(
        label=gettext_lazy("Is er een reden dat wij niets verschuldigd zijn?"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        redenen = [(reden.name, reden.value) for reden in GeenDwangsom if reden is not GeenDwangsom.TE_VROEG]
        self.fields["uitsluiting"].choices = [("", _("nee")), *redenen]  # type: ignore[attr-defined]


@pagina(Rol.FRONTOFFICE, *WIE, methoden=("GET", "POST"), dossier=True)
def gebreke(request: Verzoek, id: UUID) -> HttpResponse:
    """Every term for a decision on this file: on time or not, a notice or not, and the dwangsom day by day."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="ingebrekestelling bekijken", deel="termijnen")
    klokken = [
        k for k in hulpvraag.klokken.order_by("-ronde", "-gemaakt_op") if k.termijn.soort in MET_DWANGSOM
    ]
    brieven = {rij.klok_id: rij for rij in Ingebrekestelling.objects.filter(hulpvraag=hulpvraag)}
    for rij in klokken:
        rij.hulpvraag = hulpvraag
        if rij.pk in brieven:
            brieven[rij.pk].klok = rij
    gestuurd, status = None, 200
    if request.method == "POST":
        gekozen = next((k for k in klokken if str(k.pk) == request.POST.get("klok")), None)
        if gekozen is None:
            raise Http404
        form = _form(gekozen, brieven.get(gekozen.pk), request.POST)
        if form.is_valid() and _doe(request, gekozen, brieven.get(gekozen.pk), form):
            return naar(request, "gebreke", id=id)
        gestuurd, status = (gekozen.pk, form), 409 if getattr(form, "botst", False) else 422
    context = {"termijnen": [_toon(request, k, brieven.get(k.pk), gestuurd) for k in klokken]}
    kader = dossierkader(request, hulpvraag, hier="gebreke")
    return render(request, "werkplek/vraag/gebreke.html", kader | context, status=status)


def _form(rij: Klok, brief: Ingebrekestelling | None, data: Any = None) -> forms.Form:
    if brief is None:
        return OntvangForm(data, prefix=f"k{rij.pk}", initial={"ontvangen_op": tijd.vandaag()})
    return VaststelForm(data, prefix=f"k{rij.pk}", initial={"op": tijd.vandaag(), "rev": brief.rev})


def _doe(request: Verzoek, rij: Klok, brief: Ingebrekestelling | None, form: Any) -> bool:
    try:
        with transaction.atomic():
            if brief is None:
                neem_ingebrekestelling_op(rij, door=request.door, **form.cleaned_data)
            else:
                if form.cleaned_data["rev"] != brief.rev:
                    raise Botsing(brief)
                stel_dwangsom_vast(
                    brief,
                    op=form.cleaned_data["op"],
                    uitsluiting=form.cleaned_data["uitsluiting"],
                    door=request.door,
                )
    except IngebrekestellingFout as fout:
        form.add_error(None, str(fout))
        return False
    except Botsing:
        form.botst = True
        form.add_error(
            None,
            _(
                "Iemand anders heeft dit intussen gewijzigd. Kijk na wat er nu staat en probeer het dan opnieuw."
            ),
        )
        return False
    messages.success(request, _("Vastgelegd."))
    return True


def _toon(
    request: Verzoek, rij: Klok, brief: Ingebrekestelling | None, gestuurd: tuple[UUID, Any] | None
) -> dict[str, Any]:
    """One term for the page; a form only where something can be done."""
    vandaag = tijd.vandaag()
    som = stand(brief, vandaag) if brief else None
    laatste = som.dagen[-1].datum if som and som.dagen else None
    klaar = brief is not None and brief.vastgesteld_op is not None
    te_laat = rij.termijn.is_verlopen(rij.gestopt_op or vandaag)
    form = gestuurd[1] if gestuurd and gestuurd[0] == rij.pk else None
    if (
        form is None
        and not klaar
        and request.door.heeft(Rol.FRONTOFFICE, *WIE)
        and (brief is not None or te_laat)
    ):
        form = _form(rij, brief)
    return {
        "klok": rij,
        "te_laat": te_laat,
        "laatste_dag": rij.termijn.laatste_dag_op(rij.gestopt_op or vandaag),
        "brief": brief,
        "som": som,
        "blokken": blokken(som) if som else [],
        "vaststellen_voor": wmo.dwangsombesluit_termijn(laatste).laatste_dag
        if laatste and not klaar
        else None,
        "form": form,
    }


def blokken(som: Dwangsom) -> list[dict[str, Any]]:
    """The days in runs of the same amount, with what each run adds up to (None as long as the amount is not known)."""
    gevonden = []
    for cent, groep in groupby(som.dagen, key=lambda dag: dag.cent):
        dagen: list[Dwangsomdag] = list(groep)
        gevonden.append(
            {
                "van": dagen[0].datum,
                "tot": dagen[-1].datum,
                "dagen": dagen,
                "cent": cent,
                "samen": cent * len(dagen) if cent else None,
            }
        )
    return gevonden
