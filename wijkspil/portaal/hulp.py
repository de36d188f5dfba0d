"""Ask for help in one's own time: write, keep, go on later, read it through, send it."""

from typing import Any, cast

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import GeenRecht
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.inwoners.models import Inwoner
from wijkspil.post import service as post
from wijkspil.post.actions import (
    TEKSTEN,
    NietTeVersturen,
    bewaar_concept,
    deur_voor_inwoners,
    gooi_concept_weg,
    verstuur_concept,
)
from wijkspil.post.models import Vraagconcept
from wijkspil.toegang.eigen import ACTIE
from wijkspil.werkwijzen.kast import laad

from .forms import HulpForm
from .pagina import Verzoek, adres, mijn, naar


@mijn(methoden=("GET", "POST"))
def hulp(request: Verzoek) -> HttpResponse:
    """Three questions; what was kept earlier stands in them. "Bewaar" keeps it, "Lees na" goes on."""
    inwoner = _voor_wie(request)
    concept = post.open_concept(inwoner.pk)
    if request.method != "POST":
        begin: dict[str, Any] = {naam: getattr(concept, naam) for naam in TEKSTEN} if concept else {}
        begin |= {"rev": concept.rev} if concept else {"telefoon": inwoner.telefoon}
        return _toon(request, inwoner, concept, HulpForm(initial=begin))
    form = HulpForm(request.POST)
    if not form.is_valid():
        return _toon(request, inwoner, concept, form, status=422)
    if concept is not None and form.cleaned_data["rev"] != concept.rev:
        return _botsing(request, inwoner, concept, form)
    try:
        with transaction.atomic():
            bewaar_concept(
                inwoner,
                concept=concept,
                door=request.door,
                **{naam: form.cleaned_data[naam] for naam in TEKSTEN},
            )
    except Botsing as botsing:
        return _botsing(request, inwoner, cast(Vraagconcept, botsing.rij), form)
    except IntegrityError:  # the same form in two windows: both began at once
        nu = post.open_concept(inwoner.pk)
        assert nu is not None
        return _botsing(request, inwoner, nu, form)
    if "nalezen" in request.POST:
        if not form.cleaned_data["wat_is_er"].strip():
            form.add_error(
                "wat_is_er", _("Vertel eerst wat er aan de hand is. Een paar woorden zijn genoeg.")
            )
            return _toon(request, inwoner, post.open_concept(inwoner.pk), _met_rev(form, inwoner), status=422)
        return _naar(request, "hulp_nalezen", inwoner)
    messages.success(
        request,
        _("Bewaard. U kunt later verder gaan. Wij zien dit pas als u het verstuurt."),
        extra_tags=f"hulp-{inwoner.pk}",
    )
    return naar(request, "begin")


@mijn(methoden=("GET", "POST"))
def nalezen(request: Verzoek) -> HttpResponse:
    """Read it once more, see what sending causes, and send it."""
    inwoner = _voor_wie(request)
    concept = post.open_concept(inwoner.pk)
    if concept is None or not concept.wat_is_er:
        return _naar(request, "hulp", inwoner)
    werkwijze = laad(request.gemeente.werkwijze, klok.vandaag())
    if request.method == "POST":
        try:
            with transaction.atomic():
                hulpvraag = verstuur_concept(concept, werkwijze=werkwijze, door=request.door)
        except (NietTeVersturen, Botsing) as fout:
            messages.warning(request, str(fout))
            return naar(request, "begin")
        messages.success(
            request,
            _("Uw vraag is verstuurd. U krijgt er een brief over. Hieronder ziet u wat er nu gebeurt."),
        )
        return naar(request, "vraag", id=hulpvraag.pk)
    deur = werkwijze.deur(deur_voor_inwoners(werkwijze))
    context = {"concept": concept, "inwoner": inwoner, "deur": deur} | _wie(request, inwoner)
    return render(request, "portaal/hulp_nalezen.html", context)


@mijn(methoden=("POST",))
def weg(request: Verzoek) -> HttpResponse:
    """Throw away what was not sent."""
    inwoner = _voor_wie(request)
    concept = post.open_concept(inwoner.pk)
    if concept is not None:
        gooi_concept_weg(concept, door=request.door)
        messages.success(request, _("Weggegooid. Er is niets van bewaard."), extra_tags=f"hulp-{inwoner.pk}")
    return naar(request, "begin")


def _voor_wie(request: Verzoek) -> Inwoner:
    """For whom the question is: oneself, or with `?voor=` somebody for whom one may arrange things. Two queries."""
    voor = request.GET.get("voor", "")
    mogelijk = [m for m in request.door.machtigingen if m.mag_regelen]
    gekozen = next((m for m in mogelijk if not voor or str(m.inwoner_id) == voor), None)
    if gekozen is None:
        if voor and not any(str(m.inwoner_id) == voor for m in request.door.machtigingen):
            raise Http404
        raise GeenRecht(
            _("U mag meekijken. Hulp vragen kan de inwoner zelf, of iemand die voor de inwoner mag regelen.")
        )
    leg_inzage_vast(
        request.door,
        doel="hulp vragen",
        grond=gekozen.grond,
        deel="eigen gegevens",
        inwoner_id=gekozen.inwoner_id,
        actie=ACTIE,
    )
    return Inwoner.objects.get(pk=gekozen.inwoner_id)


def _wie(request: Verzoek, inwoner: Inwoner) -> dict[str, Any]:
    machtiging = request.door.machtiging_voor(inwoner.pk)
    namens = machtiging is not None and not machtiging.zelf
    return {"namens": namens, "voor": f"?voor={inwoner.pk}" if namens else ""}


def _naar(request: Verzoek, naam: str, inwoner: Inwoner) -> HttpResponse:
    antwoord = naar(request, naam)
    antwoord["Location"] = adres(request, naam) + str(_wie(request, inwoner)["voor"])
    return antwoord


def _met_rev(form: HulpForm, inwoner: Inwoner) -> HulpForm:
    """The form with the words as typed and the row as it is now."""
    nu = post.open_concept(inwoner.pk)
    form.data = {**form.data.dict(), "rev": str(nu.rev if nu else "")}  # type: ignore[attr-defined]
    return form


def _botsing(request: Verzoek, inwoner: Inwoner, nu: Vraagconcept, form: HulpForm) -> HttpResponse:
    anders = [
        {"label": form.fields[naam].label, "nu": getattr(nu, naam), "eigen": form.cleaned_data[naam]}
        for naam in TEKSTEN
        if getattr(nu, naam) != form.cleaned_data[naam]
    ]
    return _toon(request, inwoner, nu, _met_rev(form, inwoner), status=409, conflict=anders)


def _toon(
    request: Verzoek,
    inwoner: Inwoner,
    concept: Vraagconcept | None,
    form: HulpForm,
    *,
    status: int = 200,
    **anders: Any,
) -> HttpResponse:
    context = {"form": form, "concept": concept, "inwoner": inwoner, "sleutel": f"hulp-{inwoner.pk}"}
    return render(request, "portaal/hulp.html", context | _wie(request, inwoner) | anders, status=status)


__all__ = ["hulp", "nalezen", "weg"]
