"""The home of staff: what can't wait, the lists, and one line per question. Nine queries, whatever the number of rows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.gemeenten.models import Zoekopdracht
from wijkspil.gemeenten.zoekopdrachten import TeVeelLijsten, bewaar_lijst, verwijder_lijst
from wijkspil.toegang.querysets import TELT_TOT, Lijst, eerste, spoedig, takken, team_takken, tel
from wijkspil.werkplek.context import MENU, kader
from wijkspil.werkplek.pagina import IEDEREEN, Verzoek, adres, naar, pagina
from wijkspil.werkwijzen.kast import laad

from . import filters
from .forms import LijstForm
from .keuzes import Keuzes, pak_keuzes
from .regel import regels
from .rijen import Adressen, Rij, pak_rijen

PER_PAGINA = 100
DRINGEND = 3
WERKROLLEN = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


@pagina(*IEDEREEN)
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """Show a work list; somebody whose work is not in lists goes to the first page of the own menu."""
    if not request.door.heeft(*WERKROLLEN):
        return naar(request, next(naam for naam, _label, rollen in MENU if rollen & request.door.rollen))
    return _toon(request, LijstForm())


@pagina(*WERKROLLEN, methoden=("POST",))
def lijst_bewaren(request: Verzoek) -> HttpResponse:
    form = LijstForm(request.POST)
    if not form.is_valid():
        return _toon(request, form, status=422)
    try:
        lijst = bewaar_lijst(form.cleaned_data["naam"], form.cleaned_data["filter"], door=request.door)
    except TeVeelLijsten as fout:
        messages.error(request, str(fout))
        return redirect(f"{adres(request, 'werkvoorraad')}?{form.cleaned_data['filter']}")
    messages.success(request, _("De lijst “%(naam)s” staat nu bij uw lijsten.") % {"naam": lijst.naam})
    return redirect(f"{adres(request, 'werkvoorraad')}?{lijst.filter}")


@pagina(*WERKROLLEN, methoden=("POST",))
def lijst_weg(request: Verzoek, id: UUID) -> HttpResponse:
    lijst = Zoekopdracht.objects.filter(pk=id).first()
    if lijst is None:
        raise Http404
    verwijder_lijst(lijst, door=request.door)
    messages.success(
        request, _("De lijst “%(naam)s” is weg. De vragen zelf blijven staan.") % {"naam": lijst.naam}
    )
    return naar(request, "werkvoorraad")


def _toon(request: Verzoek, form: LijstForm, *, status: int = 200) -> HttpResponse:
    door, nu = request.door, klok.nu()
    vandaag = klok.vandaag()
    keuzes, werkwijze = pak_keuzes(door), laad(request.gemeente.werkwijze, vandaag)
    opties = filters.opties(keuzes, werkwijze)
    parameters = QueryDict(request.POST.get("filter", "")) if request.method == "POST" else request.GET
    gekozen = filters.lees(parameters, opties, standaard_lijst(door))
    getoond = filters.lijst_van(gekozen, door, vandaag)

    ids = eerste(getoond, PER_PAGINA + 1, gekozen.na)
    dringend = _dringend(door) if not gekozen.waarden and gekozen.na is None else []
    gevonden = pak_rijen([*ids[:PER_PAGINA], *dringend], door, Adressen(request.gemeente.slug), nu)
    rijen = [gevonden[id] for id in ids[:PER_PAGINA] if id in gevonden]
    leg_inzage_vast(
        door,
        doel="werkvoorraad bekijken",
        grond=f"eigen werklijst, {len(gevonden)} vragen",
        deel="werkvoorraad",
        actie="werkvoorraad.ingezien",
    )
    lijsten = _lijsten(request, keuzes, opties, gekozen)
    return render(
        request,
        "werkplek/werkvoorraad/werkvoorraad.html",
        {
            "menu": [*kader(request)["menu"], {"kop": _("Lijsten")}, *lijsten],
            "lijsten": lijsten,
            "lijst_nu": next((lijst for lijst in lijsten if lijst["actief"]), None),
            "gekozen": gekozen,
            "rijen": rijen,
            "regels": regels(rijen),
            "dringend": [gevonden[id] for id in dringend if id in gevonden],
            "keuzevelden": _keuzevelden(opties, gekozen),
            "volgende": gekozen.adres(rijen[-1].plek) if len(ids) > PER_PAGINA else "",
            "begin": gekozen.adres() if gekozen.na else "",
            "form": form,
            "filter": gekozen.adres(),
            "mag_opnemen": door.heeft(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER),
        },
        status=status,
    )


def standaard_lijst(door: Door) -> str:
    """Where somebody begins: a case worker with the own questions, the desk with what nobody has yet."""
    if door.heeft(Rol.CONSULENT):
        return "mijn"
    if door.heeft(Rol.TEAMLEIDER):
        return "team"
    return "onverdeeld" if door.heeft(Rol.FRONTOFFICE) else "alles"


def _dringend(door: Door) -> list[UUID]:
    """Three questions that can't wait: urgent ones that nobody picked up, then the nearest deadlines."""
    alles = Lijst(takken(door))
    spoed = spoedig(
        filters.lijst_van(filters.Filter("spoed"), door, klok.vandaag()), DRINGEND, "spoed_uiterlijk"
    )
    if len(spoed) < DRINGEND:
        week = filters.einde_week(klok.vandaag())
        spoed += [id for id in eerste(alles.met(Q(uiterlijk__lte=week)), 2 * DRINGEND) if id not in spoed]
    return spoed[:DRINGEND]


def _lijsten(
    request: Verzoek, keuzes: Keuzes, opties: dict[str, Any], gekozen: filters.Filter
) -> list[dict[str, Any]]:
    """The lists on the left with their counts: the fixed ones that this person has, then the own ones. One query."""
    door, vandaag = request.door, klok.vandaag()
    labels = {
        "mijn": _("Mijn vragen"),
        "lezen": _("Besluiten om te lezen"),
        "team": _("Van mijn teams"),
        "onverdeeld": _("Nog van niemand"),
        "spoed": _("Spoed, nog niet opgepakt"),
        "week": _("Termijn deze week"),
        "alles": _("Alles wat ik mag zien"),
    }
    vast = [naam for naam in filters.LIJSTEN if naam != "team" or team_takken(door)]
    eigen = {str(e.id): filters.lees(QueryDict(e.filter), opties, "alles") for e in keuzes.eigen}
    alle = {naam: filters.Filter(naam) for naam in vast} | eigen
    aantallen = tel({sleutel: filters.lijst_van(filter, door, vandaag) for sleutel, filter in alle.items()})
    namen = labels | {str(e.id): e.naam for e in keuzes.eigen}
    return [
        {
            "label": namen[sleutel],
            "url": f"?{filter.adres()}",
            "aantal": f"{TELT_TOT - 1}+" if aantallen[sleutel] >= TELT_TOT else str(aantallen[sleutel]),
            "actief": (filter.lijst, filter.waarden) == (gekozen.lijst, gekozen.waarden),
            "weg_url": adres(request, "lijst_weg", id=sleutel) if sleutel in eigen else "",
        }
        for sleutel, filter in alle.items()
        if sleutel != "lezen" or aantallen[sleutel] or gekozen.lijst == "lezen"
    ]


def _keuzevelden(opties: dict[str, Any], gekozen: filters.Filter) -> list[dict[str, Any]]:
    labels = {
        "wijk": _("Wijk"),
        "stap": _("Stap"),
        "urgentie": _("Spoed"),
        "termijn": _("Termijn"),
        "team": _("Team"),
        "behandelaar": _("Behandelaar"),
        "kanaal": _("Binnengekomen via"),
    }
    waarden = dict(gekozen.waarden)
    return [
        {"naam": veld, "label": labels[veld], "opties": opties[veld], "waarde": waarden.get(veld, "")}
        for veld in filters.VELDEN
    ]


__all__ = ["Rij", "lijst_bewaren", "lijst_weg", "standaard_lijst", "werkvoorraad"]
