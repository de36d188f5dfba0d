"""Positive Health: the resident's own marks on six dimensions, with a picture, a table, and what changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.inwoners.actions_rondom import meet_welbevinden
from wijkspil.inwoners.models import Welbevinden
from wijkspil.regels.positieve_gezondheid import DIMENSIES, HOOGSTE, LAAGSTE, verschil
from wijkspil.sturing.grafieken import radar
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .plannen import WIE


class WelbevindenForm(forms.Form):
    """A mark per dimension; a dimension that was not talked about stays empty."""

    op = forms.DateField(
        label=gettext_lazy("Op welke dag?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    wil_veranderen = forms.CharField(
        label=gettext_lazy("Wat wil de inwoner als eerste veranderen?"),
        help_text=gettext_lazy("Daar begint het gesprek mee, ook als een ander cijfer lager is."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in DIMENSIES.items():
            self.fields[code] = forms.TypedChoiceField(
                label=label,
                choices=[
                    ("", gettext_lazy("geen cijfer")),
                    *((n, str(n)) for n in range(LAAGSTE, HOOGSTE + 1)),
                ],
                coerce=int,
                empty_value=None,
                required=False,
            )

    @property
    def dimensies(self) -> list[forms.BoundField]:
        return [self[code] for code in DIMENSIES]

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > klok.vandaag():
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies de dag van het gesprek."))
        return op

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not self.cijfers():
            raise forms.ValidationError(
                _("Er is nog geen cijfer gegeven. Eén cijfer is genoeg om te beginnen.")
            )
        return gegevens

    def cijfers(self) -> dict[str, int]:
        return {c: n for c in DIMENSIES if (n := self.cleaned_data.get(c)) is not None}


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def welbevinden(request: Verzoek, id: UUID) -> HttpResponse:
    """Give marks, and see the first and the last beside each other."""
    hulpvraag = pak_hulpvraag(
        request.door, id, om_te="positieve gezondheid bespreken", deel="positieve gezondheid"
    )
    metingen = list(Welbevinden.objects.filter(inwoner_id=hulpvraag.inwoner_id).order_by("op", "gemaakt_op"))
    form = WelbevindenForm(request.POST or None, initial={"op": klok.vandaag()})
    if form.is_valid():
        meet_welbevinden(
            hulpvraag.inwoner,
            hulpvraag=hulpvraag,
            cijfers=form.cijfers(),
            op=form.cleaned_data["op"],
            wil_veranderen=form.cleaned_data["wil_veranderen"],
            door=request.door,
        )
        messages.success(request, _("De cijfers zijn bewaard."), extra_tags=f"welbevinden-{id}")
        return naar(request, "welbevinden", id=id)
    context = dossierkader(request, hulpvraag) | {
        "form": form,
        "metingen": metingen,
        "laatste": metingen[-1] if metingen else None,
        "eerste": metingen[0] if len(metingen) > 1 else None,
        "rijen": _rijen(metingen),
        "beeld": _beeld(metingen),
        "zin": _zin(metingen),
    }
    return render(request, "werkplek/gesprek/welbevinden.html", context, status=422 if form.is_bound else 200)


def _rijen(metingen: Sequence[Welbevinden]) -> list[dict[str, Any]]:
    if not metingen:
        return []
    eerste, laatste = metingen[0].cijfers, metingen[-1].cijfers
    return [
        {"label": label, "eerder": eerste.get(code) if len(metingen) > 1 else None, "nu": laatste.get(code)}
        for code, label in DIMENSIES.items()
    ]


def _zin(metingen: Sequence[Welbevinden]) -> str:
    if len(metingen) < 2:
        return _(
            "Dit zijn de eerste cijfers, van de inwoner zelf. Bij de volgende keer ziet u wat er veranderde."
        )
    anders = verschil(metingen[0].cijfers, metingen[-1].cijfers)
    return _("%(vooruit)d omhoog, %(gelijk)d gelijk, %(achteruit)d omlaag sinds de eerste keer.") % {
        "vooruit": anders.vooruit, "gelijk": anders.gelijk, "achteruit": anders.achteruit,
    }  # fmt: skip


def _beeld(metingen: Sequence[Welbevinden]) -> SafeString | str:
    """The web; drawn by us from whole numbers and fixed names, so it's safe to show as it is."""
    if not metingen:
        return ""
    eerste, laatste = metingen[0], metingen[-1]
    na = [laatste.cijfers.get(c) for c in DIMENSIES] if len(metingen) > 1 else None
    svg = radar(
        list(DIMENSIES.values()),
        [eerste.cijfers.get(c) for c in DIMENSIES],
        na,
        titel=_("Positieve gezondheid"),
        uitleg=_zin(metingen),
        hoogste=HOOGSTE,
        laagste=LAAGSTE,
        naam_voor=f"{eerste.op:%d-%m-%Y}",
        naam_na=f"{laatste.op:%d-%m-%Y}",
    )
    return mark_safe(svg)
