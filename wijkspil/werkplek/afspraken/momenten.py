"""The moments of one file: what the plan proposes, what was promised, and writing down what came of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.plannen.actions.momenten import (
    UITKOMSTEN,
    Voorstel,
    laat_vervallen,
    plan_moment,
    rond_moment_af,
    stel_momenten_voor,
)
from wijkspil.plannen.models import Planmoment
from wijkspil.plannen.service import huidig_plan, lopende_regels
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import leg_contact_vast
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
Soort = Planmoment.Soort


class MomentForm(forms.Form):
    """A moment of one's own making: who, what, when, and whether it comes back."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Wat voor moment?"), choices=Soort.choices, initial=Soort.CONTACT
    )
    wat = forms.CharField(label=gettext_lazy("Waarover?"), max_length=200)
    op = forms.DateField(
        label=gettext_lazy("Wanneer?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    elke_weken = forms.IntegerField(
        label=gettext_lazy("Elke hoeveel weken?"), help_text=gettext_lazy("Leeg: één keer."), min_value=1, max_value=104, required=False
    )  # fmt: skip
    medewerker = forms.ModelChoiceField(
        label=gettext_lazy("Wie?"), queryset=Medewerker.objects.none(), required=False, empty_label=gettext_lazy("de behandelaar")
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = Medewerker.objects.filter(actief=True, rollen__overlap=[r.value for r in WIE]).order_by(
            "naam"
        )
        self.mensen = list(mensen)
        veld = self.fields["medewerker"]
        veld.queryset = mensen  # type: ignore[attr-defined]
        veld.choices = [("", _("de behandelaar")), *((m.pk, m.naam) for m in self.mensen)]  # type: ignore[attr-defined]


class AfrondForm(forms.Form):
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Wat kwam eruit?"), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat er uitkwam.")},
    )  # fmt: skip
    verslag = forms.CharField(
        label=gettext_lazy("In een paar woorden"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    volgende_op = forms.DateField(
        label=gettext_lazy("Volgende keer"), required=False,
        help_text=gettext_lazy("Leeg: het gewone ritme, of niet meer."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uitkomst"].choices = [(u.value, u.label) for u in UITKOMSTEN[soort]]  # type: ignore[attr-defined]


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def momenten(request: Verzoek, id: UUID) -> HttpResponse:
    """Proposals of the plan with one button each, the open moments, and what was done; also on a closed question (J20)."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="momenten afspreken", deel="afspraken")
    alle = list(hulpvraag.planmomenten.select_related("medewerker").order_by("op"))
    voorstellen = _voorstellen(hulpvraag, alle)
    form = MomentForm(
        request.POST if "wat" in request.POST else None,
        initial={"soort": Soort.CONTACT, "medewerker": hulpvraag.behandelaar_id},
    )
    if request.method == "POST":
        if "voorstel" in request.POST:
            _neem_over(request, hulpvraag, voorstellen)
            return naar(request, "momenten", id=id)
        if "vast" in request.POST:
            return _vaste_persoon(request, hulpvraag)
        if form.is_valid():
            try:
                with transaction.atomic():
                    plan_moment(hulpvraag, door=request.door, **form.cleaned_data)
            except ValueError as fout:
                form.add_error("op", str(fout))
            else:
                messages.success(request, _("Afgesproken. Het staat op de lijst met afspraken."))
                return naar(request, "momenten", id=id)
    context = {
        "form": form,
        "voorstellen": list(enumerate(voorstellen)),
        "open": [m for m in alle if m.status == Planmoment.Status.OPEN],
        "gedaan": [m for m in reversed(alle) if m.status == Planmoment.Status.GEDAAN][:20],
        "mensen": form.mensen,
    }
    return render(
        request, "werkplek/afspraken/momenten.html", dossierkader(request, hulpvraag) | context, status=422 if form.errors else 200
    )  # fmt: skip


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def moment(request: Verzoek, id: UUID, moment_id: UUID) -> HttpResponse:
    """Write down what came of one moment; a contact also becomes a contact on the file."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="moment afronden", deel="afspraken")
    rij = get_object_or_404(
        Planmoment.objects.select_related("doel", "regel", "medewerker"), pk=moment_id, hulpvraag=hulpvraag
    )
    rij.hulpvraag = hulpvraag
    form = AfrondForm(
        request.POST if "uitkomst" in request.POST or "rond_af" in request.POST else None, soort=rij.soort
    )
    if request.method == "POST":
        try:
            if "vervalt" in request.POST:
                laat_vervallen(rij, door=request.door)
                return naar(request, "momenten", id=id)
            if form.is_valid():
                _rond_af(request, rij, form.cleaned_data)
                return naar(
                    request, "terugnemen" if rij.uitkomst == Planmoment.Uitkomst.TERUG else "momenten", id=id
                )
        except ValueError as fout:
            form.add_error(None, str(fout))
    context = {"form": form, "moment": rij, "klaar": rij.status != Planmoment.Status.OPEN}
    return render(
        request,
        "werkplek/afspraken/moment.html",
        dossierkader(request, hulpvraag) | context,
        status=422 if form.errors else 200,
    )


def _rond_af(request: Verzoek, rij: Planmoment, velden: dict[str, Any]) -> None:
    with transaction.atomic():
        volgende = rond_moment_af(rij, door=request.door, **velden)
        if rij.soort == Soort.CONTACT and rij.uitkomst == Planmoment.Uitkomst.GESPROKEN:
            leg_contact_vast(
                rij.hulpvraag,
                kanaal="afspraak",
                onderwerp=rij.wat[:120],
                verslag=rij.verslag,
                door=request.door,
            )
    if volgende:
        messages.success(
            request, _("Afgerond. De volgende keer is %(dag)s.") % {"dag": f"{volgende.op:%d-%m-%Y}"}
        )
    else:
        messages.success(request, _("Afgerond."))
    if rij.uitkomst == Planmoment.Uitkomst.ANDERS:
        messages.info(request, _("Het doel moet anders: herzie het plan om het doel te veranderen."))


def _voorstellen(hulpvraag: Hulpvraag, momenten: list[Planmoment]) -> list[Voorstel]:
    """What the plan proposes and isn't promised already."""
    if hulpvraag.stap == Stap.AFGESLOTEN:
        return _zonder_vraag(hulpvraag, momenten)
    plan = huidig_plan(hulpvraag)
    if plan is None:
        return []
    plan.hulpvraag = hulpvraag
    alle = stel_momenten_voor(
        plan, list(plan.doelen.order_by("volgorde")), lopende_regels(plan), klok.vandaag()
    )
    al_open = {(m.soort, m.doel_id, m.regel_id) for m in momenten if m.status == Planmoment.Status.OPEN}
    return [v for v in alle if (v.soort, v.doel and v.doel.pk, v.regel and v.regel.pk) not in al_open]


def _zonder_vraag(hulpvraag: Hulpvraag, momenten: list[Planmoment]) -> list[Voorstel]:
    """Contact that goes on when no question is open, where the way of working has it (J20)."""
    contact = laad_versie(hulpvraag.werkwijze).contact
    if not contact.zonder_vraag or any(m.status == Planmoment.Status.OPEN for m in momenten):
        return []
    maanden = contact.zonder_vraag_maanden or 6
    return [
        Voorstel(
            Soort.CONTACT,
            plus_maanden(klok.vandaag(), maanden),
            _("Even horen hoe het gaat"),
            _("Ook zonder vraag blijft er contact, elke %(n)d maanden.") % {"n": maanden},
            elke_weken=round(maanden * 52 / 12),
        )
    ]


def _neem_over(request: Verzoek, hulpvraag: Hulpvraag, voorstellen: list[Voorstel]) -> None:
    gekozen = request.POST["voorstel"]
    kies = voorstellen if gekozen == "alle" else [v for n, v in enumerate(voorstellen) if str(n) == gekozen]
    with transaction.atomic():
        for v in kies:
            plan_moment(
                hulpvraag, soort=v.soort, op=v.op, wat=v.wat, elke_weken=v.elke_weken, doel=v.doel, regel=v.regel,
                medewerker=hulpvraag.behandelaar, door=request.door,
            )  # fmt: skip
    if kies:
        messages.success(request, _("Overgenomen. Het staat op de lijst met afspraken."))


def _vaste_persoon(request: Verzoek, hulpvraag: Hulpvraag) -> HttpResponse:
    """The named professional of the resident, also when no question is open (J10, J20)."""
    keuze = request.POST.get("vast") or None
    if keuze and not Medewerker.objects.filter(pk=keuze, actief=True).exists():
        messages.error(request, _("Deze collega is er niet meer. Kies een ander."))
        return naar(request, "momenten", id=hulpvraag.pk)
    wijzig_inwoner(
        hulpvraag.inwoner,
        contactpersoon=Medewerker.objects.get(pk=keuze) if keuze else None,
        door=request.door,
    )
    messages.success(request, _("De vaste contactpersoon is vastgelegd."))
    return naar(request, "momenten", id=hulpvraag.pk)
