"""Who does what for one line: tasks by role, added, ticked off and taken back on one page (H18)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.plannen.actions.taken import geef_taak, haal_taak_weg, rond_taak_af
from wijkspil.plannen.fouten import RegelNietMogelijk
from wijkspil.plannen.models import Arrangementregel, Regeltaak
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)
UITLEG = {
    Regeltaak.Rol.INWONER: gettext_lazy("Wat iemand zelf doet en houdt."),
    Regeltaak.Rol.NAASTE: gettext_lazy("Wat familie, vrienden of buren doen."),
    Regeltaak.Rol.AANBIEDER: gettext_lazy("Waar vakkennis over het probleem voor nodig is."),
    Regeltaak.Rol.WIJKTEAM: gettext_lazy("De eigen regie sterker maken en verbinden met de buurt."),
    Regeltaak.Rol.BUURT: gettext_lazy("Een vrijwilliger, een inloop of een club."),
    Regeltaak.Rol.ANDER: gettext_lazy("Bijvoorbeeld de huisarts of de woningcorporatie."),
}


class TaakForm(forms.Form):
    rol = forms.ChoiceField(label=gettext_lazy("Wie doet het?"), choices=Regeltaak.Rol.choices)
    wie = forms.CharField(
        label=gettext_lazy("Naam, als u die weet"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "mensen"}),
    )
    wat = forms.CharField(
        label=gettext_lazy("Wat gaat diegene doen?"),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Schrijf op wat er moet gebeuren, zo dat u kunt zien of het gedaan is.")
        },
    )


@pagina(*MAKERS, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def taken(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """The tasks of one line. The back office only reads."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="taken bij een regel", deel="plan")
    regel = (
        Arrangementregel.objects.filter(pk=regel_id, plan__hulpvraag=hulpvraag)
        .select_related("plan", "doel")
        .first()
    )
    if regel is None:
        raise Http404
    regel.plan.hulpvraag = hulpvraag
    form = TaakForm(request.POST if request.POST.get("wat_nu") == "geef" else None)
    if request.method != "POST":
        return _toon(request, hulpvraag, regel, form)
    if (daad := _daad(request, regel, form)) is not None:
        try:
            with transaction.atomic():
                daad()
        except (RegelNietMogelijk, Botsing) as fout:
            form = form if form.is_bound else TaakForm({}, initial={})
            form.errors.clear()
            form.add_error(None, str(fout))
        else:
            return naar(request, "regel_taken", id=id, regel_id=regel_id)
    return _toon(request, hulpvraag, regel, form, status=422)


def _daad(request: Verzoek, regel: Arrangementregel, form: TaakForm) -> Callable[[], object] | None:
    """What was asked, ready to do; None when the form isn't right yet."""
    wat_nu = request.POST.get("wat_nu", "")
    if wat_nu == "geef":
        if not form.is_valid():
            return None
        velden = form.cleaned_data
        return lambda: geef_taak(regel, door=request.door, **velden)
    taak = get_object_or_404(Regeltaak, pk=_uuid(request.POST.get("taak", "")), regel=regel)
    taak.regel = regel
    if wat_nu == "gedaan":
        return lambda: rond_taak_af(taak, door=request.door)
    if wat_nu == "weg":
        messages.info(request, _("Weggehaald: %(wat)s.") % {"wat": taak.wat})
        return lambda: haal_taak_weg(taak, door=request.door)
    raise Http404


def _toon(
    request: Verzoek, hulpvraag: Hulpvraag, regel: Arrangementregel, form: TaakForm, *, status: int = 200
) -> HttpResponse:
    alle = list(regel.taken.order_by("gemaakt_op"))
    rollen: list[dict[str, Any]] = [
        {
            "naam": capfirst(str(rol.label)),
            "uitleg": UITLEG[rol],
            "taken": [t for t in alle if t.rol == rol],
        }
        for rol in Regeltaak.Rol
    ]
    context = {
        "regel": regel,
        "rollen": [rol for rol in rollen if rol["taken"]],
        "overige": [rol for rol in rollen if not rol["taken"]],
        "form": form,
        "mag": request.door.heeft(*MAKERS) and hulpvraag.stap != Stap.AFGESLOTEN,
    }
    return render(
        request, "werkplek/plan/taken.html", dossierkader(request, hulpvraag) | context, status=status
    )


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        raise Http404 from None
