"""Life events around running questions: a list, and one page per event on which a person says what it means for the help."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.signalen.levensloop import bekijk_levensgebeurtenis, over_te_nemen
from wijkspil.signalen.models import Levensgebeurtenis, Registerbestand
from wijkspil.toegang.access import pak_hulpvraag, zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.vraag.velden import RevForm

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
UITLEG = {
    Levensgebeurtenis.Soort.VERHUIZING: gettext_lazy(
        "Past de hulp nog op het nieuwe adres? Is het een andere wijk, dan kan een ander team helpen. Ging de inwoner de gemeente uit, "
        "draag dan warm over aan de nieuwe gemeente."
    ),
    Levensgebeurtenis.Soort.OVERLIJDEN: gettext_lazy(
        "Is de inwoner zelf overleden, stop dan de hulp en stuur geen brieven meer. Is het een huisgenoot, vraag dan hoe het gaat: "
        "wat de ander deed, valt weg."
    ),
    Levensgebeurtenis.Soort.GEBOORTE: gettext_lazy(
        "Er is een kind bij gekomen. Vraag of dat iets verandert aan de hulp en aan wie er zorgt."
    ),
}


class BekijkForm(RevForm):
    gedaan = forms.CharField(
        label=gettext_lazy("Wat betekent dit voor de hulp, en wat hebt u gedaan?"), max_length=240,
        help_text=gettext_lazy("Eén zin. “Niets verandert” is ook een antwoord."),
    )  # fmt: skip
    neem_over = forms.BooleanField(label=gettext_lazy("Neem de gegevens over bij de inwoner"), required=False)

    def __init__(self, *args: Any, taak: Levensgebeurtenis, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not over_te_nemen(taak):
            del self.fields["neem_over"]


@pagina(*WIE, Rol.FUNCTIONEEL_BEHEER)
def levensgebeurtenissen(request: Verzoek) -> HttpResponse:
    """What is still to be looked at, oldest first; for functional administration the files and their errors."""
    door = request.door
    mag = door.heeft(*WIE)
    taken: list[Levensgebeurtenis] = []
    if mag:
        taken = list(
            Levensgebeurtenis.objects.filter(
                status=Levensgebeurtenis.Status.OPEN,
                hulpvraag__in=Hulpvraag.objects.filter(zichtbaar_voor(door)),
            )
            .select_related("hulpvraag__inwoner", "hulpvraag__behandelaar", "inwoner")
            .order_by("dag", "id")[:200]
        )
        leg_inzage_vast(
            door, doel="levensgebeurtenissen bekijken", grond="eigen vragen en team", deel=f"levensgebeurtenissen ({len(taken)})", actie="lijst.ingezien"
        )  # fmt: skip
    bestanden = Registerbestand.objects.order_by("-gemaakt_op")[:20]
    return render(
        request,
        "werkplek/signalen/levensgebeurtenissen.html",
        {
            "taken": taken,
            "bestanden": list(bestanden) if not mag or door.heeft(Rol.TEAMLEIDER) else [],
            "mag": mag,
        },
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def levensgebeurtenis(request: Verzoek, id: UUID, taak_id: UUID) -> HttpResponse:
    """One event on the file: what happened, what to think of, and what was done."""
    hulpvraag = pak_hulpvraag(
        request.door, id, om_te="levensgebeurtenis bekijken", deel="levensgebeurtenissen"
    )
    taak = Levensgebeurtenis.objects.select_related("inwoner").filter(pk=taak_id, hulpvraag=hulpvraag).first()
    if taak is None:
        raise Http404
    taak.hulpvraag = hulpvraag
    form = BekijkForm(
        request.POST if request.method == "POST" else None, initial={"rev": taak.rev}, taak=taak
    )
    conflict, status = False, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if _bekijk(request, taak, form):
                return naar(request, "levensgebeurtenissen")
            conflict, status = True, 409
    context = {
        "taak": taak,
        "form": form,
        "conflict": conflict,
        "uitleg": UITLEG[Levensgebeurtenis.Soort(taak.soort)],
    }
    return render(
        request,
        "werkplek/signalen/levensgebeurtenis.html",
        dossierkader(request, hulpvraag) | context,
        status=status,
    )


def _bekijk(request: Verzoek, taak: Levensgebeurtenis, form: BekijkForm) -> bool:
    """Close the task; False when somebody else was first."""
    if form.cleaned_data["rev"] != taak.rev or taak.status != Levensgebeurtenis.Status.OPEN:
        return False
    try:
        with transaction.atomic():
            bekijk_levensgebeurtenis(
                taak,
                gedaan=form.cleaned_data["gedaan"],
                neem_over=form.cleaned_data.get("neem_over", False),
                door=request.door,
            )
    except Botsing:
        return False
    messages.success(request, _("Bekeken. Het staat op de tijdlijn."))
    return True
