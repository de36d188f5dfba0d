"""One provider as a contract manager sees it: what runs, where they work, what they showed, and what was agreed in talks."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.actions import open_locatie, zet_aanname
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inkoop import actions
from wijkspil.inkoop.aandacht import in_beeld, wat_verloopt
from wijkspil.inkoop.models import Overleg
from wijkspil.ondersteuning.standen import contractstanden
from wijkspil.werkplek.contracten.kader import meter, vraagt_gesprek, waarschuw_vanaf
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from . import forms as f
from .luiken import Luik, verwerk

LEZERS = (Rol.CONTRACTBEHEER, Rol.BELEID, Rol.BACKOFFICE)
BEHEER = (Rol.CONTRACTBEHEER,)
GESPREK = (Rol.CONTRACTBEHEER, Rol.BELEID)


@pagina(*LEZERS, methoden=("GET", "POST"))
def aanbieder(request: Verzoek, aanbieder_id: UUID) -> HttpResponse:
    """One provider. No residents. Nine queries."""
    rij = get_object_or_404(Aanbieder.objects.select_related("lid_van"), pk=aanbieder_id)
    gedaan, getoond = verwerk(request, _luiken(request, rij))
    if gedaan:
        return naar(request, "aanbieder", aanbieder_id=rij.pk)
    vandaag = klok.vandaag()
    standen = contractstanden(vandaag.year, vandaag, aanbieder_id=rij.pk)
    locaties = list(rij.locaties.order_by("tot", "naam"))
    overleggen = list(rij.overleggen.prefetch_related("acties").order_by("-op")[:10])
    bewijzen = list(rij.bewijzen.order_by("naam", "-gezien_op"))
    context = {
        "a": rij,
        "standen": standen,
        "meter": meter(standen),
        "gesprek_over": vraagt_gesprek(standen, waarschuw_vanaf(request)),
        "clienten": sum(s.clienten for s in standen),
        "wachten": sum(s.wachten for s in standen),
        "locaties": locaties,
        "kaart": [
            {"naam": loc.naam, "x": plek[0], "y": plek[1]}
            for loc, plek in zip(locaties, in_beeld((loc.lat, loc.lon) for loc in locaties), strict=True)
            if plek is not None
        ],
        "leden": list(rij.leden.order_by("naam")) if rij.soort == Aanbieder.Soort.CONSORTIUM else [],
        "bewijzen": bewijzen,
        "verloopt": {b.pk for b in wat_verloopt(bewijzen, vandaag)},
        "overleggen": overleggen,
        "luiken": getoond,
        "vandaag": vandaag,
    }
    return render(request, "werkplek/inkoop/aanbieder.html", context, status=_status(getoond))


def _luiken(request: Verzoek, rij: Aanbieder) -> dict[str, Luik]:
    door, luiken = request.door, {}
    if door.heeft(*BEHEER, Rol.BACKOFFICE):
        luiken["aanname"] = Luik(
            f.AannameForm,
            __("Bewaar"),
            lambda v: zet_aanname(
                rij,
                neemt_aan=v["neemt_aan"] == "ja",
                wachttijd_dagen=v["wachttijd_dagen"],
                reden=v["reden"],
                door=door,
            ),
            __("Bewaard. Wie nu een aanbieder kiest, ziet dit."),
            {
                "neemt_aan": "ja" if rij.neemt_aan else "nee",
                "wachttijd_dagen": rij.wachttijd_dagen,
                "reden": rij.aanname_reden,
            },
            __("Neemt mensen aan, en hoe lang is het wachten"),
        )
        luiken["bewijs"] = Luik(
            f.BewijsForm,
            __("Leg vast wat u zag"),
            lambda v: actions.zie_bewijs(rij, door=door, **v),
            __("Het bewijs staat erbij."),
            kop=__("Een bewijs gezien"),
        )
    if door.heeft(*BEHEER):
        luiken["locatie"] = Luik(
            f.LocatieForm,
            __("Zet op de kaart"),
            lambda v: open_locatie(rij, door=door, **v),
            __("De locatie staat erbij."),
            {"van": klok.vandaag()},
            __("Een locatie erbij"),
        )
    if door.heeft(*GESPREK):
        luiken["overleg"] = Luik(
            f.OverlegForm,
            __("Plan het gesprek"),
            lambda v: actions.plan_overleg(rij, door=door, **v),
            __("Het gesprek is gepland."),
            kop=__("Plan een gesprek"),
        )
    return luiken


@pagina(*GESPREK, methoden=("GET", "POST"))
def overleg(request: Verzoek, overleg_id: UUID) -> HttpResponse:
    """One talk: agenda, minutes, and what came of it. Three queries."""
    rij = get_object_or_404(Overleg.objects.select_related("aanbieder", "procedure"), pk=overleg_id)
    acties = list(rij.acties.order_by("uiterlijk"))
    luiken = {
        "verslag": Luik(
            f.VerslagForm,
            __("Bewaar het verslag"),
            lambda v: actions.leg_verslag_vast(rij, door=request.door, **v),
            __("Het verslag is bewaard."),
            {"verslag": rij.verslag},
            __("Verslag"),
        ),
        "actie": Luik(
            f.ActieForm,
            __("Spreek af"),
            lambda v: actions.spreek_actie_af(rij, door=request.door, **v),
            __("De actie staat op de lijst."),
            kop=__("Een actie afspreken"),
        ),
    } | {
        f"klaar-{actie.pk}": Luik(
            f.forms.Form,
            __("Gedaan"),
            lambda _v, actie=actie: actions.rond_actie_af(actie, door=request.door),  # type: ignore[misc]
            __("De actie is gedaan."),
        )
        for actie in acties
        if actie.gedaan_op is None
    }
    gedaan, getoond = verwerk(request, luiken)
    if gedaan:
        return naar(request, "overleg", overleg_id=rij.pk)
    per_sleutel = {luik["sleutel"]: luik for luik in getoond}
    context = {
        "o": rij,
        "acties": [(actie, per_sleutel.get(f"klaar-{actie.pk}")) for actie in acties],
        "luiken": [per_sleutel["verslag"], per_sleutel["actie"]],
        "vandaag": klok.vandaag(),
    }
    return render(request, "werkplek/inkoop/overleg.html", context, status=_status(getoond))


def _status(getoond: list[dict[str, Any]]) -> int:
    return 422 if any(luik["form"].errors for luik in getoond) else 200
