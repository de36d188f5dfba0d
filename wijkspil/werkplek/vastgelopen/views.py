"""Work that got stuck on its way out: letters and messages, the error in words, and a button to try again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.berichten import access as berichten
from wijkspil.berichten.models import Bericht
from wijkspil.brieven.models import Brief
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.models import Uitgaand
from wijkspil.core.vastgelopen import NietVast, probeer_opnieuw, vast
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina

from . import woorden

WIE = (Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER)
MEEST = 100


@pagina(*WIE)
def vastgelopen(request: Verzoek) -> HttpResponse:
    """At most a hundred, what was given up first. No names: a row shows the number of the question. Five queries."""
    rijen = list(
        Uitgaand.objects.filter(vast()).order_by("status", "aangemaakt")[: MEEST + 1]
    )  # given up first
    dossiers = _dossiers(rijen)
    regels = [_regel(request, rij, dossiers) for rij in rijen[:MEEST]]
    return render(
        request,
        "werkplek/vastgelopen/lijst.html",
        {
            "opgegeven": [r for r in regels if r["rij"].status == Uitgaand.Status.VASTGELOPEN],
            "bezig": [r for r in regels if r["rij"].status == Uitgaand.Status.WACHT],
            "meer": len(rijen) > MEEST,
            "meest": MEEST,
            "berichten_vast": Bericht.objects.filter(berichten.vast()).count(),
        },
    )


@pagina(*WIE, methoden=("POST",))
def vastgelopen_opnieuw(request: Verzoek, rij: int) -> HttpResponse:
    gevonden = Uitgaand.objects.filter(pk=rij).first()
    if gevonden is None:
        raise Http404
    dossier = _dossiers([gevonden]).get(gevonden.pk)
    try:
        probeer_opnieuw(gevonden, door=request.door, dossier_id=dossier[0] if dossier else None)
    except NietVast as fout:
        messages.info(request, str(fout))
    else:
        messages.success(
            request,
            _("Wijkspil probeert het binnen een minuut opnieuw. Lukt het, dan gaat het van de lijst."),
        )
    return naar(request, "vastgelopen")


def _dossiers(rijen: list[Uitgaand]) -> dict[int, tuple[UUID, str, str]]:
    """Row -> the question it is about: its id, its number, and the template of its letter. Three queries at most."""
    via: dict[int, str] = {r.pk: r.inhoud["hulpvraag"] for r in rijen if "hulpvraag" in r.inhoud}
    sjablonen: dict[int, str] = {}
    brieven = {r.inhoud["brief"]: r.pk for r in rijen if "brief" in r.inhoud}
    for pk, vraag, sjabloon in Brief.objects.filter(pk__in=brieven).values_list(
        "pk", "hulpvraag_id", "sjabloon"
    ):
        via[brieven[str(pk)]], sjablonen[brieven[str(pk)]] = str(vraag), sjabloon
    paren = {
        (r.inhoud["inwoner"], r.inhoud["aanbieder"]): r.pk
        for r in rijen
        if "inwoner" in r.inhoud and "aanbieder" in r.inhoud
    }
    if paren:
        nieuwste = (
            Toewijzing.objects.filter(
                inwoner_id__in={i for i, _a in paren}, aanbieder_id__in={a for _i, a in paren}
            )
            .order_by("nummer")
            .values_list("inwoner_id", "aanbieder_id", "hulpvraag_id")
        )
        for inwoner, aanbieder, vraag in nieuwste:
            if (rij := paren.get((str(inwoner), str(aanbieder)))) is not None:
                via[rij] = str(vraag)
    nummers = {
        str(pk): nummer
        for pk, nummer in Hulpvraag.objects.filter(pk__in=set(via.values())).values_list("pk", "nummer")
    }
    return {rij: (UUID(v), nummers[v], sjablonen.get(rij, "")) for rij, v in via.items() if v in nummers}


def _regel(request: Verzoek, rij: Uitgaand, dossiers: dict[int, tuple[UUID, str, str]]) -> dict[str, Any]:
    id, nummer, sjabloon = dossiers.get(rij.pk, (None, "", ""))
    mag_open = id is not None and request.door.heeft(Rol.BACKOFFICE)
    return {
        "rij": rij,
        "titel": woorden.titel(rij, sjabloon),
        "nummer": nummer,
        "url": adres(request, "brieven" if rij.soort == "brief" else "opdrachten_dossier", id=id)
        if mag_open
        else "",
        "te_laat": rij.uiterlijk < klok.nu(),
    }
