"""People and their way in: who works here, in which role and team, and taking it away at once."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.models import Gebeurtenis
from wijkspil.gemeenten.mensen import MensKanNiet, beeindig_toegang, geef_toegang_terug, wijzig_medewerker
from wijkspil.gemeenten.models import Medewerker, Team
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import EindeForm, MensForm


@pagina(Rol.FUNCTIONEEL_BEHEER)
def mensen(request: Verzoek) -> HttpResponse:
    """Everybody, who left last. Three queries."""
    allen = list(
        Medewerker.objects.select_related("account")
        .prefetch_related("lidmaatschappen__team")
        .order_by("-actief", "naam")
    )
    return render(
        request,
        "werkplek/beheer/mensen/lijst.html",
        {"werkt": [m for m in allen if m.actief], "weg": [m for m in allen if not m.actief]},
    )


@pagina(Rol.FUNCTIONEEL_BEHEER, methoden=("GET", "POST"))
def mens(request: Verzoek, id: UUID) -> HttpResponse:
    """One person: change roles and teams, end the way in, or give it back."""
    persoon = _pak(id)
    if request.method != "POST":
        return _toon(request, persoon)
    door = request.door
    match request.POST.get("actie"):
        case "einde":
            einde = EindeForm(request.POST)
            if not einde.is_valid():
                return _toon(request, persoon, einde=einde, status=422)
            return _doe(
                request, persoon, lambda: beeindig_toegang(persoon, door=door, **einde.cleaned_data),
                _("%(naam)s kan er vanaf nu niet meer in.") % {"naam": persoon.naam}, einde=einde,
            )  # fmt: skip
        case "terug":
            return _doe(
                request, persoon, lambda: geef_toegang_terug(persoon, door=door),
                _("%(naam)s kan er weer in.") % {"naam": persoon.naam},
            )  # fmt: skip
    form = MensForm(persoon, _teams(), request.POST)
    if not form.is_valid():
        return _toon(request, persoon, form=form, status=422)
    velden = dict(form.cleaned_data)
    if velden.pop("rev") != persoon.rev:
        return _botsing(request, form, id)
    return _doe(
        request, persoon, lambda: wijzig_medewerker(persoon, door=door, **velden),
        _("Bewaard. Het geldt vanaf de volgende klik."), form=form,
    )  # fmt: skip


def _pak(id: UUID) -> Medewerker:
    persoon = (
        Medewerker.objects.select_related("account").prefetch_related("lidmaatschappen").filter(pk=id).first()
    )
    if persoon is None:
        raise Http404
    return persoon


def _teams() -> list[Team]:
    return list(Team.objects.order_by("naam"))


def _doe(request: Verzoek, persoon: Medewerker, actie: Any, gelukt: str, **formulieren: Any) -> HttpResponse:
    try:
        with transaction.atomic():
            actie()
    except Botsing:
        return _botsing(request, formulieren.get("form"), persoon.pk)
    except MensKanNiet as fout:
        return _toon(request, _pak(persoon.pk), fout=str(fout), status=422, **formulieren)
    messages.success(request, gelukt)
    return naar(request, "mens", id=persoon.pk)


def _botsing(request: Verzoek, form: MensForm | None, id: UUID) -> HttpResponse:
    """A colleague was first: what was ticked stays, and saving again is a choice."""
    vers = _pak(id)
    if form is not None:
        woorden = request.POST.copy()
        woorden["rev"] = str(vers.rev)
        form = MensForm(vers, _teams(), woorden)
        form.is_valid()
    nu = _(
        "Een collega wijzigde dit net. Nu staat er: %(functie)s; %(rollen)s. Wat u koos staat hieronder; bewaar het als dat klopt."
    )
    return _toon(
        request, vers, form=form, status=409,
        fout=nu % {"functie": vers.functie or "–", "rollen": ", ".join(vers.rollen).replace("_", " ")},
    )  # fmt: skip


def _toon(
    request: Verzoek,
    persoon: Medewerker,
    *,
    form: MensForm | None = None,
    einde: EindeForm | None = None,
    fout: str = "",
    status: int = 200,
) -> HttpResponse:
    """Five queries: the person, the teams, the open questions, what happened to the way in."""
    context = {
        "persoon": persoon,
        "ikzelf": persoon.pk == request.door.id,
        "form": form if form is not None else MensForm(persoon, _teams()),
        "einde": einde if einde is not None else EindeForm(),
        "fout": fout,
        "open_vragen": Hulpvraag.objects.filter(behandelaar=persoon).exclude(stap=Stap.AFGESLOTEN).count(),
        "gebeurd": list(
            Gebeurtenis.objects.filter(soort__startswith="medewerker.", onderwerp_id=persoon.pk).order_by(
                "-id"
            )[:10]
        ),
    }
    return render(request, "werkplek/beheer/mensen/mens.html", context, status=status)
