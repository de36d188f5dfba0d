"""The self-sufficiency matrix: a quiet row per domain, what it was before beside it, and a picture with its table.

Only names of domains and levels are here; the texts of the cells belong to GGD Amsterdam and aren't shipped.
"""

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
from wijkspil.regels.zrm import Domein, Niveau, verandering
from wijkspil.sturing.grafieken import radar
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import meet_zrm
from wijkspil.toegang.models import ZrmMeting
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .plannen import WIE

NIVEAUS = [(str(int(niveau)), niveau.label) for niveau in Niveau]


class ZrmForm(forms.Form):
    """One measurement: what kind, on which day, and a level per domain that was talked about."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Welke meting is dit?"), choices=ZrmMeting.Soort.choices, widget=forms.RadioSelect
    )
    op = forms.DateField(
        label=gettext_lazy("Op welke dag?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("De matrix is een momentopname: hoe het nu gaat, niet hoe het was of wordt."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for domein in Domein:
            self.fields[domein.value] = forms.ChoiceField(
                label=domein.label, choices=[*NIVEAUS, ("", gettext_lazy("niet besproken"))], widget=forms.RadioSelect, required=False
            )  # fmt: skip

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > klok.vandaag():
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies de dag van het gesprek."))
        return op

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not self.scores():
            raise forms.ValidationError(
                _("Kies bij ten minste één domein hoe het gaat. Zonder score is er geen meting.")
            )
        return gegevens

    def scores(self) -> dict[str, int]:
        return {d.value: int(self.cleaned_data[d.value]) for d in Domein if self.cleaned_data.get(d.value)}


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def zrm(request: Verzoek, id: UUID) -> HttpResponse:
    """Fill the matrix in, and see what changed since the first time."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="zelfredzaamheid meten", deel="zelfredzaamheid")
    metingen = list(hulpvraag.zrm_metingen.order_by("op", "gemaakt_op"))
    soort = ZrmMeting.Soort.TUSSEN if metingen else ZrmMeting.Soort.BEGIN
    form = ZrmForm(request.POST or None, initial={"soort": soort, "op": klok.vandaag()})
    if form.is_valid():
        meet_zrm(
            hulpvraag, soort=form.cleaned_data["soort"], scores=form.scores(), op=form.cleaned_data["op"], door=request.door
        )  # fmt: skip
        messages.success(request, _("De meting is bewaard."), extra_tags=f"zrm-{id}")
        return naar(request, "zrm", id=id)
    context = dossierkader(request, hulpvraag) | {
        "form": form,
        "rijen": _invoerrijen(form, metingen),
        "niveaus": NIVEAUS,
        "metingen": list(reversed(metingen)),
        "beeld": _beeld(metingen),
        "uitkomst": _uitkomst(metingen),
        "zin": _zin(metingen),
    }
    return render(request, "werkplek/gesprek/zrm.html", context, status=422 if form.is_bound else 200)


def _invoerrijen(form: ZrmForm, metingen: Sequence[ZrmMeting]) -> list[dict[str, Any]]:
    """Rows to fill in, each with the last score that this domain got."""
    return [{"veld": form[d.value], "eerder": _laatste(d, metingen)} for d in Domein]


def _laatste(domein: Domein, metingen: Sequence[ZrmMeting]) -> dict[str, Any] | None:
    for meting in reversed(metingen):
        if score := meting.scores.get(domein.value):
            return {"stand": score, "woord": Niveau(score).label, "op": meting.op}
    return None


def _paar(metingen: Sequence[ZrmMeting]) -> tuple[ZrmMeting | None, ZrmMeting | None]:
    """The first measurement and the latest one; the same when there is only one."""
    return (metingen[0], metingen[-1]) if metingen else (None, None)


def _uitkomst(metingen: Sequence[ZrmMeting]) -> list[dict[str, Any]]:
    """The latest score per domain in words, beside the first one, for `componenten/zrm_rij.html`."""
    eerste, laatste = _paar(metingen)
    if eerste is None or laatste is None:
        return []
    rijen = []
    for domein in Domein:
        stand, eerder = laatste.scores.get(domein.value), eerste.scores.get(domein.value)
        rijen.append(
            {
                "domein": domein.label,
                "stand": stand,
                "woord": Niveau(stand).label if stand else "",
                "eerder": eerder if eerste is not laatste else None,
                "eerder_woord": Niveau(eerder).label if eerder and eerste is not laatste else "",
                "zorg": bool(stand and stand <= Niveau.NIET_ZELFREDZAAM),
            }
        )
    return rijen


def _zin(metingen: Sequence[ZrmMeting]) -> str:
    eerste, laatste = _paar(metingen)
    if eerste is None or laatste is None or eerste is laatste:
        return _("Dit is de eerste meting. Bij de volgende ziet u hier wat er veranderde.")
    anders = verandering(eerste.scores, laatste.scores)
    return _("%(vooruit)d vooruit, %(gelijk)d gelijk, %(achteruit)d achteruit sinds de eerste meting.") % {
        "vooruit": len(anders.vooruit), "gelijk": len(anders.gelijk), "achteruit": len(anders.achteruit),
    }  # fmt: skip


def _beeld(metingen: Sequence[ZrmMeting]) -> SafeString | str:
    """The radar; drawn by us from whole numbers and fixed names, so it's safe to show as it is."""
    eerste, laatste = _paar(metingen)
    if eerste is None or laatste is None:
        return ""
    na = None if eerste is laatste else [laatste.scores.get(d.value) for d in Domein]
    svg = radar(
        [d.label for d in Domein],
        [eerste.scores.get(d.value) for d in Domein],
        na,
        titel=_("Zelfredzaamheid per domein"),
        uitleg=_zin(metingen),
        naam_voor=f"{eerste.op:%d-%m-%Y}",
        naam_na=f"{laatste.op:%d-%m-%Y}",
    )
    return mark_safe(svg)
