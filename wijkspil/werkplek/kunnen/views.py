"""Who knows what, across organisations, and which trainings were followed (A4, A16). No residents on this page."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.gemeenten.kunnen import (
    KunnenFout,
    haal_deskundigheid_weg,
    leg_scholing_vast,
    zet_deskundigheid,
)
from wijkspil.gemeenten.models import Deskundigheid, Medewerker, Scholing
from wijkspil.regels.duur import plus_maanden
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
BIJNA_MAANDEN = 3


class WeetForm(forms.Form):
    onderwerp = forms.CharField(
        label=gettext_lazy("Waarover mogen collega's u vragen?"),
        help_text=gettext_lazy("Bijvoorbeeld: dementie, schulden, gebarentaal, de Turkse gemeenschap."),
        max_length=80,
        error_messages={
            "required": gettext_lazy("Schrijf op waarover collega's u mogen vragen, in een paar woorden.")
        },
    )
    toelichting = forms.CharField(label=gettext_lazy("Toelichting"), max_length=200, required=False)


class ScholingForm(forms.Form):
    wie = forms.ChoiceField(label=gettext_lazy("Van wie?"))
    soort = forms.ChoiceField(label=gettext_lazy("Wat voor scholing?"), choices=Scholing.Soort.choices)
    naam = forms.CharField(
        label=gettext_lazy("Welke scholing?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Kies wat voor scholing het was en schrijf de naam op.")},
    )
    gevolgd_op = forms.DateField(label=gettext_lazy("Gevolgd op"), widget=DAG)
    geldig_tot = forms.DateField(label=gettext_lazy("Herhalen voor"), widget=DAG, required=False)

    def __init__(self, *args: Any, mensen: list[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].choices = [(str(m.pk), m.naam) for m in mensen]  # type: ignore[attr-defined]


@pagina(*WIE, methoden=("GET", "POST"))
def kunnen(request: Verzoek) -> HttpResponse:
    """Find a colleague by subject; keep the own list; trainings of oneself or of the own teams."""
    ik = get_object_or_404(Medewerker, pk=request.door.id)
    mensen = _mensen(request, ik)
    wat = request.POST.get("wat", "")
    weet = WeetForm(request.POST if wat == "weet" else None)
    scholing = ScholingForm(
        request.POST if wat == "scholing" else None, mensen=mensen, initial={"wie": str(ik.pk)}
    )
    if request.method != "POST":
        return _toon(request, ik, mensen, weet, scholing)
    daad = _daad(request, ik, mensen, weet, scholing)
    if daad is not None:
        try:
            with transaction.atomic():
                daad()
        except (KunnenFout, GeenRecht) as fout:
            (scholing if wat == "scholing" else weet).add_error(None, str(fout))
        else:
            messages.success(request, _("Vastgelegd."))
            return naar(request, "kunnen")
    return _toon(request, ik, mensen, weet, scholing, status=422)


def _daad(
    request: Verzoek, ik: Medewerker, mensen: list[Medewerker], weet: WeetForm, scholing: ScholingForm
) -> Callable[[], object] | None:
    wat = request.POST.get("wat", "")
    if wat == "weg":
        rij = get_object_or_404(Deskundigheid, pk=_uuid(request.POST.get("rij", "")), medewerker=ik)
        return lambda: haal_deskundigheid_weg(rij, door=request.door)
    if wat == "weet":
        return (
            (lambda: zet_deskundigheid(ik, door=request.door, **weet.cleaned_data))
            if weet.is_valid()
            else None
        )
    if wat != "scholing":
        raise Http404
    if not scholing.is_valid():
        return None
    v = dict(scholing.cleaned_data)
    wie = next(m for m in mensen if str(m.pk) == v.pop("wie"))
    return lambda: leg_scholing_vast(wie, door=request.door, **v)


def _mensen(request: Verzoek, ik: Medewerker) -> list[Medewerker]:
    """Whose trainings this person may see and record: the own, and for a team lead those of the own teams."""
    if not request.door.heeft(Rol.TEAMLEIDER):
        return [ik]
    return list(
        Medewerker.objects.filter(actief=True)
        .filter(Q(pk=ik.pk) | Q(lidmaatschappen__team_id__in=request.door.teams))
        .distinct()
        .order_by("naam")
    )


def _toon(
    request: Verzoek,
    ik: Medewerker,
    mensen: list[Medewerker],
    weet: WeetForm,
    scholing: ScholingForm,
    *,
    status: int = 200,
) -> HttpResponse:
    zoek, vandaag = request.GET.get("zoek", "").strip()[:60], klok.vandaag()
    gevonden = Medewerker.objects.filter(actief=True, deskundigheden__isnull=False)
    if zoek:
        gevonden = gevonden.filter(
            Q(deskundigheden__onderwerp__icontains=zoek)
            | Q(deskundigheden__toelichting__icontains=zoek)
            | Q(organisatie__icontains=zoek)
            | Q(naam__icontains=zoek)
        )
    collegas = gevonden.distinct().prefetch_related(
        Prefetch("deskundigheden", Deskundigheid.objects.order_by("onderwerp"))
    )
    rijen = list(
        Scholing.objects.filter(medewerker__in=mensen).select_related("medewerker").order_by("-gevolgd_op")
    )
    context = {
        "zoek": zoek,
        "collegas": list(collegas.order_by("naam")[:200]),
        "mijn": list(Deskundigheid.objects.filter(medewerker=ik).order_by("onderwerp")),
        "scholingen": [{"rij": r, "stand": _stand(r.geldig_tot, vandaag)} for r in rijen],
        "zonder": [m for m in mensen if m.pk not in {r.medewerker_id for r in rijen}],
        "leidt": len(mensen) > 1,
        "weet": weet,
        "scholing": scholing,
    }
    return render(request, "werkplek/kunnen/kunnen.html", context, status=status)


def _stand(geldig_tot: date | None, vandaag: date) -> str:
    if geldig_tot is None:
        return ""
    if geldig_tot < vandaag:
        return "verlopen"
    return "bijna" if geldig_tot < plus_maanden(vandaag, BIJNA_MAANDEN) else ""


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        raise Http404 from None
