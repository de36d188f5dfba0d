"""A carer as a person: an own file and an own plan, seen from both sides only when both agree (B8, B31)."""

from itertools import takewhile
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
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.gemeenten.models import Medewerker
from wijkspil.inwoners.actions import NieuweInwoner, voeg_relatie_toe
from wijkspil.inwoners.actions_rondom import koppel_persoon, stel_delen_in
from wijkspil.inwoners.models import Inwoner, Relatie, Waardering
from wijkspil.plannen.models import Plan
from wijkspil.toegang.access import pak_hulpvraag, relatie
from wijkspil.toegang.actions import neem_melding_op, wijs_toe
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

from .kader import dossierkader

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
OMGEKEERD = {"kind": "ouder", "ouder": "kind"}


class NaasteForm(forms.Form):
    """What a first contact with the carer tells; the address follows from the household when they live together."""

    wie = forms.ChoiceField(label=gettext_lazy("Wie is dit?"), widget=forms.RadioSelect, initial="nieuw")
    roepnaam = forms.CharField(label=gettext_lazy("Roepnaam"), max_length=60, required=False)
    voorvoegsel = forms.CharField(label=gettext_lazy("Voorvoegsel"), max_length=20, required=False)
    achternaam = forms.CharField(
        label=gettext_lazy("Achternaam"), help_text=gettext_lazy("Nodig bij iemand die hier nog geen dossier heeft."), max_length=120, required=False
    )  # fmt: skip
    telefoon = forms.CharField(label=gettext_lazy("Telefoon"), max_length=20, required=False)
    vraag = forms.CharField(
        label=gettext_lazy("Wat heeft deze persoon zelf nodig?"),
        help_text=gettext_lazy("In eigen woorden. Het wordt een eigen melding met een eigen termijn."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Schrijf op wat de mantelzorger zelf nodig heeft, in eigen woorden.")
        },
    )

    def __init__(self, *args: Any, huisgenoten: list[Inwoner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            *((str(h.pk), h.naam) for h in huisgenoten),
            ("nieuw", gettext_lazy("iemand die hier nog geen dossier heeft")),
        ]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("wie") == "nieuw" and not gegevens.get("achternaam", "").strip():
            self.add_error(
                "achternaam", _("Vul een achternaam in, dan kan een collega deze persoon terugvinden.")
            )
        return gegevens


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def naaste(request: Verzoek, id: UUID, relatie_id: UUID) -> HttpResponse:
    """Give somebody around an own file, record who agreed to share, and see the other side when both did."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="mantelzorger als persoon", deel="netwerk")
    rij = get_object_or_404(
        Relatie.objects.select_related("ander", "inwoner"), pk=relatie_id, inwoner_id=hulpvraag.inwoner_id
    )
    kader = dossierkader(request, hulpvraag)
    form = NaasteForm(
        request.POST if "vraag" in request.POST else None,
        huisgenoten=list(kader["huisgenoten"]),
        initial=_begin(rij),
    )
    if request.method == "POST":
        if rij.ander_id is None:
            if form.is_valid():
                nieuw = _open_dossier(request, hulpvraag, rij, form.cleaned_data)
                messages.success(
                    request,
                    _("%(naam)s heeft nu een eigen dossier: %(nummer)s.")
                    % {"naam": rij.naam, "nummer": nieuw.nummer},
                )
                return naar(request, "naaste", id=id, relatie_id=relatie_id)
        else:
            _leg_toestemming_vast(request, hulpvraag, rij)
            messages.success(request, _("Vastgelegd. Intrekken kan altijd; het geldt dan meteen."))
            return naar(request, "naaste", id=id, relatie_id=relatie_id)
    context = {
        "waarderingen": list(rij.waarderingen.order_by("-jaar")),
        "vormen": Waardering.Vorm.choices,
        "jaar": klok.vandaag().year,
    }
    context |= {"form": form, "relatie": rij, "overkant": _overkant(request, rij) if rij.is_gedeeld else []}
    return render(
        request, "werkplek/dossier/naaste.html", kader | context, status=422 if form.errors else 200
    )


def _begin(rij: Relatie) -> dict[str, Any]:
    """A first guess from the name in the network: first name, the small words between, surname."""
    voor, *rest = rij.naam.split()
    tussen = list(takewhile(str.islower, rest))
    achter = " ".join(rest[len(tussen) :])
    return {
        "wie": "nieuw",
        "roepnaam": voor if achter else "",
        "voorvoegsel": " ".join(tussen) if achter else "",
        "achternaam": achter or rij.naam,
        "telefoon": rij.telefoon,
    }


def _open_dossier(request: Verzoek, hulpvraag: Hulpvraag, rij: Relatie, velden: dict[str, Any]) -> Hulpvraag:
    """A melding of the carer's own, with the same case worker, and the network drawn from both sides."""
    wie: Inwoner | NieuweInwoner
    if velden["wie"] == "nieuw":
        persoon = {naam: velden[naam] for naam in ("roepnaam", "voorvoegsel", "achternaam", "telefoon")}
        wie = NieuweInwoner(**persoon)
    else:
        wie = Inwoner.objects.get(pk=velden["wie"])
    vandaag = klok.vandaag()
    with transaction.atomic():
        nieuw = neem_melding_op(
            wie,
            vraag=velden["vraag"],
            werkwijze=laad(request.gemeente.werkwijze, vandaag).sleutel,
            deur=hulpvraag.deur,
            kanaal=hulpvraag.kanaal,
            team_id=hulpvraag.team_id,
            door=request.door,
        )
        if request.door.id is not None:
            wijs_toe(nieuw, team=hulpvraag.team, behandelaar=_ik(request), door=request.door)
        koppel_persoon(rij, nieuw.inwoner, door=request.door, hulpvraag=hulpvraag)
        voeg_relatie_toe(
            nieuw.inwoner, naam=rij.inwoner.naam, soort=OMGEKEERD.get(rij.soort, rij.soort), van=vandaag,
            sterkte=rij.sterkte, ander=rij.inwoner, hulpvraag=nieuw, door=request.door,
        )  # fmt: skip
    return nieuw


def _ik(request: Verzoek) -> Medewerker:
    assert request.door.id is not None  # the page is for staff
    return Medewerker.objects.get(pk=request.door.id)


def _leg_toestemming_vast(request: Verzoek, hulpvraag: Hulpvraag, rij: Relatie) -> None:
    """The same two dates on both sides; what was agreed before keeps its day."""
    vandaag = klok.vandaag()
    inwoner_op = (rij.gedeeld_door_inwoner_op or vandaag) if "inwoner_wil" in request.POST else None
    ander_op = (rij.gedeeld_door_ander_op or vandaag) if "ander_wil" in request.POST else None
    with transaction.atomic():
        stel_delen_in(rij, inwoner_op=inwoner_op, ander_op=ander_op, door=request.door, hulpvraag=hulpvraag)
        assert rij.ander_id is not None
        spiegel = Relatie.objects.filter(
            inwoner_id=rij.ander_id, ander_id=rij.inwoner_id, tot__isnull=True
        ).first()
        if spiegel is not None:
            stel_delen_in(
                spiegel, inwoner_op=ander_op, ander_op=inwoner_op, door=request.door, hulpvraag=None
            )


def _overkant(request: Verzoek, rij: Relatie) -> list[dict[str, Any]]:
    """The other person's questions in brief, with a line in the audit log of that file; three queries and one per file."""
    assert rij.ander_id is not None
    vragen = list(
        Hulpvraag.objects.filter(inwoner_id=rij.ander_id)
        .select_related("behandelaar")
        .order_by("-gemaakt_op")[:3]
    )
    plannen = {
        p.hulpvraag_id: p for p in Plan.objects.filter(hulpvraag__in=vragen).prefetch_related("doelen")
    }
    for vraag in vragen:
        leg_inzage_vast(
            request.door,
            doel="samenhang met een naaste zien",
            grond="toestemming van allebei",
            deel="plan in het kort",
            dossier_id=vraag.pk,
            inwoner_id=vraag.inwoner_id,
        )
    return [
        {
            "vraag": vraag,
            "doelen": list(plannen[vraag.pk].doelen.all()) if vraag.pk in plannen else [],
            "mag_openen": relatie(request.door, vraag) is not None,
        }
        for vraag in vragen
    ]
