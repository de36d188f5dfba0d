"""Shared aids: what stands where, what is free, and lending one on the phone in a minute."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.core.handeling import Botsing
from wijkspil.hulpmiddelen.actions import PoolKanNiet, neem_op, reserveer, verzet_reservering, zet_stand
from wijkspil.hulpmiddelen.actions.pool import BEHEER, LENERS, VERDER
from wijkspil.hulpmiddelen.models import Hulpmiddel, Reservering
from wijkspil.werkplek.besluit.forms import datumveld
from wijkspil.werkplek.pagina import Verzoek, gestuurde_rij, naar, pagina

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER)
LOPEND = ("gereserveerd", "mee")
KNOPPEN = {"mee": _l("Meegenomen"), "terug": _l("Teruggebracht"), "vervallen": _l("Gaat niet door")}


class MiddelForm(forms.Form):
    soort = forms.CharField(
        label=_l("Wat is het?"), max_length=80, help_text=_l("Bijvoorbeeld: scootmobiel.")
    )
    nummer = forms.CharField(label=_l("Nummer op de sticker"), max_length=24)
    plek = forms.CharField(label=_l("Waar staat het?"), max_length=120)
    telefoon = forms.CharField(label=_l("Telefoon van die plek"), max_length=20, required=False)


class ReserveerForm(forms.Form):
    wie = forms.CharField(label=_l("Voor wie?"), max_length=120, validators=[geen_bsn_in_woorden])
    telefoon = forms.CharField(label=_l("Telefoon"), max_length=20, required=False)
    van = datumveld(label=_l("Vanaf"))
    tot = datumveld(label=_l("Tot en met"))


class StandForm(forms.Form):
    status = forms.ChoiceField(label=_l("Stand"), choices=Hulpmiddel.Status.choices)
    opmerking = forms.CharField(
        label=_l("Opmerking"), max_length=200, required=False, validators=[geen_bsn_in_woorden]
    )


@pagina(*WIE, methoden=("GET", "POST"))
def hulpmiddelen(request: Verzoek) -> HttpResponse:
    """Everything in the pool with who has it until when. Two queries."""
    form = MiddelForm()
    if request.method == "POST":
        form = MiddelForm(request.POST)
        if form.is_valid():
            try:
                middel = neem_op(door=request.door, **form.cleaned_data)
            except PoolKanNiet as fout:
                form.add_error("nummer", str(fout))
            else:
                messages.success(request, _("Het hulpmiddel staat in de pool."))
                return naar(request, "hulpmiddel", hulpmiddel_id=middel.pk)
    lopend = Reservering.objects.filter(status__in=LOPEND).order_by("van")
    middelen = Hulpmiddel.objects.exclude(status="weg").prefetch_related(
        Prefetch("reserveringen", lopend, "lopend")
    )
    dag = klok.vandaag()
    return render(
        request,
        "werkplek/hulpmiddelen/lijst.html",
        {
            "rijen": [_rij(m, dag) for m in middelen.order_by("plek", "soort", "nummer")],
            "form": form,
            "mag": request.door.heeft(*BEHEER),
            "mag_woningen": request.door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE),
        },
        status=422 if form.errors else 200,
    )


def _rij(m: Any, dag: Any) -> dict[str, Any]:
    nu = next((r for r in m.lopend if r.van <= dag or r.status == "mee"), None)
    return {
        "m": m,
        "nu": nu,
        "straks": [r for r in m.lopend if r is not nu][:2],
        "te_laat": nu is not None and nu.tot < dag,
    }


@pagina(*WIE, methoden=("GET", "POST"))
def hulpmiddel(request: Verzoek, hulpmiddel_id: UUID) -> HttpResponse:
    """One aid: reserve it, who has it, and how it stands."""
    middel = get_object_or_404(Hulpmiddel, pk=hulpmiddel_id)
    form, stand = ReserveerForm(), StandForm(initial={"status": middel.status, "opmerking": middel.opmerking})
    if request.method == "POST":
        doe = request.POST.get("doe")
        try:
            if doe == "stand":
                stand = StandForm(request.POST)
                if stand.is_valid():
                    zet_stand(middel, door=request.door, **stand.cleaned_data)
                    return _klaar(request, middel, _("De stand is bewaard."))
            elif doe in KNOPPEN:
                rij = gestuurde_rij(
                    middel.reserveringen.select_related("hulpmiddel"), request.POST.get("reservering")
                )
                verzet_reservering(rij, status=str(doe), door=request.door)
                return _klaar(request, middel, _("Bijgewerkt."))
            else:
                form = ReserveerForm(request.POST)
                if form.is_valid():
                    reserveer(middel, door=request.door, **form.cleaned_data)
                    return _klaar(request, middel, _("Gereserveerd."))
        except PoolKanNiet as fout:
            if doe in KNOPPEN:
                messages.error(request, str(fout))
                return naar(request, "hulpmiddel", hulpmiddel_id=middel.pk)
            form.add_error(None, str(fout))
        except Botsing:
            messages.error(request, _("Een collega was u net voor. Zo staat het nu."))
            return naar(request, "hulpmiddel", hulpmiddel_id=middel.pk)
    return render(
        request,
        "werkplek/hulpmiddelen/middel.html",
        {
            "m": middel,
            "rijen": [
                {"r": r, "knoppen": [(k, KNOPPEN[k]) for k in VERDER.get(Reservering.Status(r.status), ())]}
                for r in middel.reserveringen.order_by("-van")[:30]
            ],
            "form": form,
            "stand": stand,
            "mag_lenen": request.door.heeft(*LENERS),
            "mag": request.door.heeft(*BEHEER),
        },
        status=422 if form.errors or stand.errors else 200,
    )


def _klaar(request: Verzoek, middel: Hulpmiddel, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return naar(request, "hulpmiddel", hulpmiddel_id=middel.pk)
