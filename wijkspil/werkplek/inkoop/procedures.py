"""Letting providers in: the procedures, what needs attention, one procedure with its applications, and one application."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Avg, Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inkoop import actions
from wijkspil.inkoop.aandacht import aandacht
from wijkspil.inkoop.models import Inkoopprocedure, Inschrijving, Prijsjaar
from wijkspil.ondersteuning.standen import contractstanden
from wijkspil.werkplek.contracten.kader import vraagt_gesprek, waarschuw_vanaf
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from . import forms as f
from .luiken import Luik, verwerk

LEZERS = (Rol.CONTRACTBEHEER, Rol.BELEID)
BEHEER = (Rol.CONTRACTBEHEER,)


def productkeuzes() -> list[tuple[str, str]]:
    return [
        (code, f"{naam} ({code})")
        for code, naam in Product.objects.filter(geldig_tot=None).order_by("naam").values_list("code", "naam")
    ]


@pagina(*LEZERS)
def inkoop(request: Verzoek) -> HttpResponse:
    """All procedures, and above them what can't be overlooked. Seven queries."""
    wacht = Count("inschrijvingen", filter=Q(inschrijvingen__status=Inschrijving.Status.ONTVANGEN))
    erin = Count("inschrijvingen", filter=Q(inschrijvingen__status=Inschrijving.Status.TOEGELATEN))
    context = {
        "procedures": Inkoopprocedure.objects.annotate(wacht=wacht, erin=erin).order_by("-opent_op", "naam"),
        "aandacht": aandacht(klok.vandaag()),
        "gesprek_over": vraagt_gesprek(
            contractstanden(klok.vandaag().year, klok.vandaag()), waarschuw_vanaf(request)
        ),
        "vandaag": klok.vandaag(),
        "mag": request.door.heeft(*BEHEER),
    }
    return render(request, "werkplek/inkoop/inkoop.html", context)


@pagina(*BEHEER, methoden=("GET", "POST"))
def procedure_nieuw(request: Verzoek) -> HttpResponse:
    form = f.ProcedureForm(request.POST if request.method == "POST" else None, producten=productkeuzes())
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                gemaakt = actions.open_procedure(door=request.door, **form.cleaned_data)
        except IntegrityError:
            form.add_error("naam", _("Er is al een procedure met deze naam. Kies een andere naam."))
        else:
            messages.success(request, _("De procedure is geopend."))
            return naar(request, "procedure", procedure_id=gemaakt.pk)
    return render(
        request, "werkplek/inkoop/procedure_nieuw.html", {"form": form}, status=422 if form.errors else 200
    )


@pagina(*LEZERS, methoden=("GET", "POST"))
def procedure(request: Verzoek, procedure_id: UUID) -> HttpResponse:
    """One procedure: what it asks, who applied and how the consultation table goes. Seven queries."""
    rij = get_object_or_404(Inkoopprocedure, pk=procedure_id)
    luiken = _luiken_van_procedure(request, rij) if request.door.heeft(*BEHEER) else {}
    gedaan, getoond = verwerk(request, luiken)
    if gedaan:
        return naar(request, "procedure", procedure_id=rij.pk)
    namen = dict(productkeuzes())
    inschrijvingen = (
        rij.inschrijvingen.select_related("aanbieder")
        .annotate(
            gehaald=Count("toetsingen", filter=Q(toetsingen__voldoet=True), distinct=True),
            panel=Avg("panelstemmen__cijfer"),
        )
        .order_by("status", "ontvangen_op")
    )
    context = {
        "p": rij,
        "producten": [namen.get(code, code) for code in rij.producten],
        "eisen": list(rij.eisen.order_by("volgorde")),
        "inschrijvingen": list(inschrijvingen),
        "overleggen": list(rij.overleggen.order_by("-op")),
        "luiken": getoond,
        "open": rij.opent_op <= klok.vandaag() and (rij.sluit_op is None or rij.sluit_op >= klok.vandaag()),
    }
    return render(request, "werkplek/inkoop/procedure.html", context, status=_status(getoond))


def _luiken_van_procedure(request: Verzoek, rij: Inkoopprocedure) -> dict[str, Luik]:
    keuzes = [
        (str(pk), naam)
        for pk, naam in Aanbieder.objects.filter(lid_van=None).order_by("naam").values_list("pk", "naam")
    ]

    def inschrijven(v: dict[str, Any]) -> None:
        wie = Aanbieder.objects.get(pk=v["aanbieder"])
        actions.neem_inschrijving_op(rij, wie, ontvangen_op=v["ontvangen_op"], door=request.door)

    return {
        "inschrijving": Luik(
            lambda *a, **k: f.InschrijvingForm(*a, aanbieders=keuzes, **k),
            __("Neem de inschrijving op"),
            inschrijven,
            __("De inschrijving staat in de lijst."),
            {"ontvangen_op": klok.vandaag()},
            __("Een aanbieder schrijft zich in"),
        ),
        "overleg": Luik(
            f.OverlegForm,
            __("Plan het overleg"),
            lambda v: actions.plan_overleg(rij, door=request.door, **v),
            __("Het overleg is gepland."),
            {"soort": "overlegtafel"},
            __("Plan een overlegtafel"),
        ),
    }


@pagina(*BEHEER, methoden=("GET", "POST"))
def inschrijving(request: Verzoek, inschrijving_id: UUID) -> HttpResponse:
    """One application: each requirement with its proof, the price path, the panel, and the decision. Eight queries."""
    rij = get_object_or_404(
        Inschrijving.objects.select_related("procedure", "aanbieder", "contract"), pk=inschrijving_id
    )
    eisen = list(rij.procedure.eisen.order_by("volgorde"))
    bewijzen = list(rij.aanbieder.bewijzen.order_by("naam", "-gezien_op"))
    lopend = rij.status == Inschrijving.Status.ONTVANGEN
    gedaan, getoond = verwerk(
        request, _luiken_van_inschrijving(request, rij, eisen, bewijzen) if lopend else {}
    )
    if gedaan:
        return naar(request, "inschrijving", inschrijving_id=rij.pk)
    toetsingen = {t.eis_id: t for t in rij.toetsingen.select_related("bewijs")}
    prijzen, naast = _prijspaden(rij)
    context = {
        "i": rij,
        "eisen": [(eis, toetsingen.get(eis.pk)) for eis in eisen],
        "mist": [eis.naam for eis in eisen if not (toetsingen.get(eis.pk) and toetsingen[eis.pk].voldoet)],
        "prijzen": prijzen,
        "andere": naast,
        "stemmen": list(rij.panelstemmen.order_by("wie")),
        "luiken": getoond,
        "lopend": lopend,
    }
    return render(request, "werkplek/inkoop/inschrijving.html", context, status=_status(getoond))


def _prijspaden(rij: Inschrijving) -> tuple[list[Prijsjaar], list[dict[str, Any]]]:
    """The price path of one application, and the first year's price of everybody in the procedure, cheapest first: to compare, never to
    decide on alone (Wmo 2015 art. 2.6.4 lid 3). Two queries."""
    paden = {
        i: sorted(i.prijzen.all(), key=lambda prijs: prijs.jaar)
        for i in rij.procedure.inschrijvingen.select_related("aanbieder").prefetch_related("prijzen")
    }
    naast = [{"naam": i.aanbieder.naam, "prijs": pad[0]} for i, pad in paden.items() if pad]
    return paden[rij], sorted(naast, key=lambda n: n["prijs"].cent)


def _luiken_van_inschrijving(
    request: Verzoek, rij: Inschrijving, eisen: list[Any], bewijzen: list[Any]
) -> dict[str, Luik]:
    door = request.door
    per_eis, per_bewijs = {str(e.pk): e for e in eisen}, {str(b.pk): b for b in bewijzen}

    def toets(v: dict[str, Any]) -> None:
        actions.toets_eis(
            rij,
            per_eis[v["eis"]],
            voldoet=v["voldoet"] == "ja",
            bewijs=per_bewijs.get(v["bewijs"]),
            toelichting=v["toelichting"],
            door=door,
        )

    return {
        "bewijs": Luik(
            f.BewijsForm,
            __("Leg vast wat u zag"),
            lambda v: actions.zie_bewijs(rij.aanbieder, door=door, **v),
            __("Het bewijs staat bij de aanbieder."),
            kop=__("Een bewijs gezien"),
        ),
        "toets": Luik(
            lambda *a, **k: f.ToetsForm(
                *a,
                eisen=[(pk, e.naam) for pk, e in per_eis.items()],
                bewijzen=[(pk, b.naam) for pk, b in per_bewijs.items()],
                **k,
            ),
            __("Leg het oordeel vast"),
            toets,
            __("Het oordeel is vastgelegd."),
            kop=__("Een eis toetsen"),
        ),
        "prijs": Luik(
            f.PrijsForm,
            __("Leg de prijs vast"),
            lambda v: actions.bied_prijs(
                rij, jaar=v["jaar"], cent=int(v["euro"] * 100), per=v["per"], door=door
            ),
            __("De prijs is vastgelegd."),
            {"jaar": rij.procedure.contract_van.year},
            __("Een geboden prijs"),
        ),
        "panel": Luik(
            f.PanelForm,
            __("Leg het oordeel van het panel vast"),
            lambda v: actions.geef_panelstem(rij, door=door, **v),
            __("Het oordeel staat erbij."),
            kop=__("Wat het panel van inwoners vindt"),
        ),
        "toelaten": Luik(
            f.forms.Form,
            __("Laat toe"),
            lambda _v: actions.laat_toe(rij, door=door),
            __("De aanbieder is toegelaten en heeft een contract."),
        ),
        "afwijzen": Luik(
            f.AfwijzenForm,
            __("Wijs af"),
            lambda v: actions.wijs_af(rij, door=door, **v),
            __("De inschrijving is afgewezen."),
            kop=__("Niet toelaten"),
        ),
    }


def _status(getoond: list[dict[str, Any]]) -> int:
    return 422 if any(luik["form"].errors for luik in getoond) else 200
