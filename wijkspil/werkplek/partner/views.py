"""The partner's own small view: take a question in, see how it goes, answer what was handed over. Nothing else (A3, C2, J12).

A partner never opens a file and finds no residents: there is no search, no list of others, and no match is shown.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.overdrachten.access import eigen_meldingen, pak_overdracht, pak_partij_van
from wijkspil.overdrachten.actions import (
    bevestig_overdracht,
    geef_overdracht_terug,
    neem_op_als_partner,
    weiger_overdracht,
)
from wijkspil.overdrachten.actions.overdragen import OverdrachtFout
from wijkspil.overdrachten.models import Overdracht, Partij
from wijkspil.toegang.models import Stap
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.samenwerking import Partner, Zicht
from wijkspil.werkwijzen.voordeur import Teamsoort
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .forms import JaForm, NeeForm, PartnervraagForm, TerugForm

HOOGSTENS = 100


@pagina(Rol.PARTNER)
def partner(request: Verzoek) -> HttpResponse:
    """Hand-overs addressed to this party, and the questions that this person took in, with how they stand."""
    partij = pak_partij_van(request.door)
    gericht = Overdracht.objects.filter(partij=partij).select_related("hulpvraag__inwoner", "gegeven_door")
    wacht = list(gericht.filter(status=Overdracht.Status.AANGEBODEN).order_by("opvolgen_op")[:HOOGSTENS])
    onze = list(gericht.filter(status=Overdracht.Status.BEVESTIGD).order_by("-beantwoord_op")[:HOOGSTENS])
    afspraak = afspraak_met(partij, laad(request.gemeente.werkwijze, klok.vandaag()))
    ziet_stand = afspraak is None or afspraak.zicht is not Zicht.EIGEN_DEEL
    meldingen = list(eigen_meldingen(request.door).order_by("-gemaakt_op")[:HOOGSTENS])
    leg_inzage_vast(
        request.door, doel="eigen overdrachten en meldingen bekijken", grond=f"partner van {partij.naam}",
        deel=f"partnerlijst ({len(wacht) + len(onze) + len(meldingen)})", actie="lijst.ingezien",
    )  # fmt: skip
    return render(
        request,
        "werkplek/partner/partner.html",
        {
            "partij": partij,
            "wacht": wacht,
            "onze": onze,
            "meldingen": [
                {"melding": m, "stand": stand_voor_partner(m.hulpvraag) if ziet_stand else _("Doorgegeven.")}
                for m in meldingen
            ],
            "vandaag": klok.vandaag(),
        },
    )


def stand_voor_partner(hulpvraag: Any) -> str:
    """How a question stands, in words that tell no more than the resident's own helper would."""
    if hulpvraag.stap == Stap.AFGESLOTEN:
        return _("Afgerond.")
    if hulpvraag.behandelaar is not None:
        return _("%(naam)s heeft het opgepakt.") % {"naam": hulpvraag.behandelaar.naam}
    if hulpvraag.team is not None and not hulpvraag.inwoner.geheim_adres:  # a team is a place
        return _("Ligt bij %(team)s.") % {"team": hulpvraag.team.naam}
    return _("Ontvangen, nog te verdelen.")


@pagina(Rol.PARTNER, methoden=("GET", "POST"))
def partner_vraag(request: Verzoek) -> HttpResponse:
    """Take a question in for the municipality. The page asks once; the resident never fills in another form."""
    partij = pak_partij_van(request.door)
    werkwijze = laad(request.gemeente.werkwijze, klok.vandaag())
    afspraak = afspraak_met(partij, werkwijze)
    if afspraak is not None and not afspraak.neemt_op:
        raise GeenRecht(
            f"Met {partij.naam} is afgesproken dat u geen vragen opneemt. Verwijs de inwoner naar de gemeente; u kunt wel overdrachten beantwoorden."
        )
    form = PartnervraagForm(
        request.POST if request.method == "POST" else None,
        initial={"toestemming_op": None},
        werkwijze=werkwijze,
    )
    if request.method == "POST" and form.is_valid():
        v = form.cleaned_data
        try:
            with transaction.atomic():
                neem_op_als_partner(
                    form.inwoner(),
                    wat_wil_ik=v["wat_wil_ik"],
                    wat_kan_ik=v["wat_kan_ik"],
                    wat_heb_ik_nodig=v["wat_heb_ik_nodig"],
                    toestemming_op=v["toestemming_op"],
                    werkwijze=werkwijze.sleutel,
                    deur=partnerdeur(partij, werkwijze),
                    kanaal=v["kanaal"],
                    door=request.door,
                )
        except OverdrachtFout as fout:
            form.add_error("toestemming_op", str(fout))
        else:
            messages.success(
                request, _("De vraag is bij de gemeente. Vandaag begint de termijn van zes weken.")
            )
            return naar(request, "partner")
    context = {"form": form, "partij": partij}
    return render(request, "werkplek/partner/vraag.html", context, status=422 if form.errors else 200)


def afspraak_met(partij: Partij, werkwijze: Werkwijze) -> Partner | None:
    """What the way of working says about this party, by its name."""
    return next((p for p in werkwijze.partners if p.naam.casefold() == partij.naam.casefold()), None)


def partnerdeur(partij: Partij, werkwijze: Werkwijze) -> str:
    """The door of this party, else the one for partners, else the first: every door leads to the same register."""
    afspraak, deuren = afspraak_met(partij, werkwijze), werkwijze.deuren.lijst
    if afspraak is not None and afspraak.deur:
        return afspraak.deur
    return next((d.sleutel for d in deuren if d.team_soort is Teamsoort.PARTNER), deuren[0].sleutel)


FORMEN: dict[str, tuple[type[forms.Form], str]] = {
    "ja": (JaForm, Overdracht.Status.AANGEBODEN),
    "nee": (NeeForm, Overdracht.Status.AANGEBODEN),
    "terug": (TerugForm, Overdracht.Status.BEVESTIGD),
}


@pagina(Rol.PARTNER, methoden=("GET", "POST"), dossier=True)
def partner_overdracht(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """One hand-over as the receiver sees it: what was given along, and yes, no or back."""
    rij = pak_overdracht(request.door, overdracht_id, om_te="overdracht beantwoorden")
    wat = request.POST.get("wat", "")
    formen = {
        naam: soort(request.POST if naam == wat else None, initial={"rev": rij.rev}, prefix=naam)
        for naam, (soort, status) in FORMEN.items()
        if rij.status == status or naam == wat
    }
    conflict, status = False, 200
    if request.method == "POST":
        if wat not in formen:
            raise Http404
        form = formen[wat]
        if form.is_valid():
            conflict = not _antwoord(request, rij, wat, form)
            if not conflict:
                return naar(request, "partner")
        status = 409 if conflict else 422
    return render(
        request,
        "werkplek/partner/overdracht.html",
        {"rij": rij, "formen": formen, "conflict": conflict},
        status=status,
    )


def _antwoord(request: Verzoek, rij: Overdracht, wat: str, form: forms.Form) -> bool:
    """Give the answer; False when it was answered meanwhile."""
    if form.cleaned_data["rev"] != rij.rev:
        return False
    door, reden = request.door, form.cleaned_data.get("reden", "")
    try:
        with transaction.atomic():
            if wat == "ja":
                bevestig_overdracht(rij, wie=door.naam, door=door)
            elif wat == "nee":
                weiger_overdracht(rij, reden=reden, wie=door.naam, door=door)
            else:
                geef_overdracht_terug(rij, reden=reden, door=door)
    except Botsing:
        return False
    messages.success(request, _("Dank u wel. De gemeente en de inwoner zien uw antwoord."))
    return True
