"""One order: its card, and the acts that fit its state. Each act is the action that a message would call."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.handeling import Botsing
from wijkspil.ondersteuning.actions import (
    AntwoordKanNiet,
    LeveringKanNiet,
    neem_opdracht_aan,
    start_levering,
    stop_levering,
    weiger_opdracht,
)
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.redenen import RedenEinde

from .forms import FORMULIEREN, Daad, mogelijk
from .kaart import maak_kaart
from .pagina import Verzoek, aanbiederspagina, eigen_opdracht, naar


def _pauze(t: Toewijzing, *, op: Any, door: Door) -> Any:
    return stop_levering(t, op=op, reden=RedenEinde.TIJDELIJK, door=door)


_UITVOEREN: dict[str, tuple[Callable[..., Any], str]] = {
    "neem_aan": (neem_opdracht_aan, gettext_noop("U heeft de opdracht aangenomen. Meld de start op de eerste dag van de hulp.")),
    "weiger": (weiger_opdracht, gettext_noop("De gemeente weet dat het niet gaat en zoekt een ander. De gegevens van deze inwoner ziet u niet meer.")),
    "start": (start_levering, gettext_noop("De start is gemeld.")),
    "stop": (stop_levering, gettext_noop("De stop is gemeld.")),
    "pauze": (_pauze, gettext_noop("De pauze is gemeld. Begint de hulp weer, meld dan een nieuwe start.")),
}  # fmt: skip


@aanbiederspagina("GET", "POST", over="opdracht")
def opdracht(request: Verzoek, id: UUID) -> HttpResponse:
    """The card of an order (GET), or an act on it (POST)."""
    t = eigen_opdracht(
        request, id, om_te="hulp geven" if request.method == "GET" else "de opdracht bijwerken"
    )
    if request.method != "POST":
        return _toon(request, t)
    soort = FORMULIEREN.get(request.POST.get("daad", ""))
    if soort is None:
        raise Http404
    form = soort(request.POST, toewijzing=t)
    if not form.is_valid():
        return _toon(request, t, form, status=422)
    actie, gelukt = _UITVOEREN[soort.naam]
    try:
        with transaction.atomic():
            actie(t, door=request.door, **form.cleaned_data)
    except LeveringKanNiet as fout:
        t.refresh_from_db()
        return _toon(request, t, form, status=422, fout=str(fout), regel=fout.regel, code=fout.retourcode)
    except AntwoordKanNiet as fout:
        return _toon(request, t, form, status=422, fout=str(fout))
    except Botsing as fout:
        t.refresh_from_db()
        return _toon(request, t, form, status=409, fout=str(fout))
    messages.success(request, _(gelukt))
    return naar(request, "begin") if soort.naam == "weiger" else naar(request, "opdracht", id=t.pk)


def _toon(
    request: Verzoek, t: Toewijzing, form: Daad | None = None, *, status: int = 200, **extra: Any
) -> HttpResponse:
    kaart = maak_kaart(t, request.door, klok.vandaag())
    formulieren = {
        naam: form if form is not None and form.naam == naam else FORMULIEREN[naam](toewijzing=t)
        for naam in mogelijk(t, beantwoord=kaart.beantwoord)
    }
    context = {
        "kaart": kaart,
        "t": t,
        "formulieren": formulieren,
        "fout_form": form,
        "vandaag": klok.vandaag(),
    }
    return render(request, "aanbieder/opdracht.html", context | extra, status=status)
