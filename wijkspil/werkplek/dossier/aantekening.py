"""My own working note beside a file: mine alone, outside the file, and gone after three months."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from wijkspil.core.door import Rol
from wijkspil.plannen.actions.aantekening import BEWAREN, bewaar_aantekening, eigen_aantekening
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .kader import dossierkader


class AantekeningForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tekst = forms.CharField(
        label=gettext_lazy("Mijn aantekening"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@sensitive_post_parameters()
@pagina(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, methoden=("GET", "POST"), dossier=True)
def werkaantekening(request: Verzoek, id: UUID) -> HttpResponse:
    """Read, keep or throw away my own note; nobody else's can be reached."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="eigen werkaantekening", deel="werkaantekening")
    eigen = eigen_aantekening(id, request.door)
    form = AantekeningForm(
        request.POST or None,
        initial={"tekst": eigen.tekst if eigen else "", "rev": eigen.rev if eigen else 0},
    )
    conflict: list[dict[str, Any]] | None = None
    status = 200
    if request.method == "POST" and form.is_valid():
        if eigen is not None and (form.cleaned_data["rev"] or 0) != eigen.rev:
            conflict = [
                {"label": form.fields["tekst"].label, "nu": eigen.tekst, "eigen": form.cleaned_data["tekst"]}
            ]
            form.data = {**form.data.dict(), "rev": str(eigen.rev)}  # type: ignore[attr-defined]
            status = 409
        else:
            with transaction.atomic():
                rij = bewaar_aantekening(id, tekst=form.cleaned_data["tekst"], door=request.door)
            messages.success(request, _("Bewaard, alleen voor u.") if rij else _("Weggegooid."))
            return naar(request, "werkaantekening", id=id)
    context = {"form": form, "eigen": eigen, "conflict": conflict, "dagen": BEWAREN.days}
    return render(
        request, "werkplek/dossier/aantekening.html", dossierkader(request, hulpvraag) | context, status=422 if form.errors else status
    )  # fmt: skip
