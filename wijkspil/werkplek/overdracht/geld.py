"""Bridge financing as forms, and the list of what others still decide and still owe (J9, J19). Amounts are typed in euros."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.overdrachten.actions.overbruggen import kosten_tot
from wijkspil.overdrachten.models import Overbrugging, Wet, Wetdeel
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, pagina
from wijkspil.werkplek.vraag.velden import RevForm, tekstvlak

DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
DAGBESTEDING = "07"
LOPEND = (
    Toewijzing.Status.OPGEDRAGEN,
    Toewijzing.Status.GESTART,
    Toewijzing.Status.TIJDELIJK_GESTOPT,
)
LEZERS = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


class EuroVeld(forms.DecimalField):
    """An amount in euros on screen, whole cents in the code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=9, decimal_places=2, **kwargs)

    def clean(self, value: Any) -> int | None:
        euro = super().clean(value.replace(",", ".") if isinstance(value, str) else value)
        return None if euro is None else int(euro * 100)

    def prepare_value(self, value: Any) -> Any:
        return f"{Decimal(value) / 100:.2f}".replace(".", ",") if isinstance(value, int) else value


def _euro(label: Any, **kwargs: Any) -> EuroVeld:
    return EuroVeld(
        label=label, widget=forms.TextInput(attrs={"inputmode": "decimal"}), localize=False, **kwargs
    )


class OverbrugForm(forms.Form):
    geschil = tekstvlak(gettext_lazy("Waarover zijn de partijen het niet eens?"), rijen=2)
    wat = forms.CharField(label=gettext_lazy("Welke hulp gaat intussen door?"), max_length=160)
    cent_per_maand = _euro(gettext_lazy("Kosten per maand in euro"), min_value=Decimal("0.01"))
    van = forms.DateField(label=gettext_lazy("Vanaf"), widget=DAG)
    tot = forms.DateField(label=gettext_lazy("Tot en met"), widget=DAG, required=False)


class TerugForm(RevForm):
    stand = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het met het geld?"), choices=Overbrugging.Stand.choices
    )
    tot = forms.DateField(label=gettext_lazy("Wij betaalden tot en met"), widget=DAG, required=False)
    gevraagd_op = forms.DateField(label=gettext_lazy("Teruggevraagd op"), widget=DAG, required=False)
    gevraagd_cent = _euro(gettext_lazy("Teruggevraagd bedrag in euro"), required=False)
    terug_cent = _euro(gettext_lazy("Teruggekregen in euro"), required=False)
    toelichting = tekstvlak(gettext_lazy("Toelichting"), verplicht=False, rijen=2)

    def __init__(self, data: Any = None, *, rij: Overbrugging, prefix: str) -> None:
        velden = ("rev", "stand", "tot", "gevraagd_op", "gevraagd_cent", "terug_cent", "toelichting")
        super().__init__(data, initial={naam: getattr(rij, naam) for naam in velden}, prefix=prefix)
        self.rij = rij


@pagina(*LEZERS)
def andere_wetten(request: Verzoek) -> HttpResponse:
    """Decisions of others that are waited for, and bridges with what they cost and what came back. Two queries for the rows."""
    vandaag = klok.vandaag()
    mijn = Hulpvraag.objects.filter(zichtbaar_voor(request.door))
    wacht = list(
        Wetdeel.objects.filter(
            hulpvraag__in=mijn, stand__in=[Wetdeel.Stand.AANGEVRAAGD, Wetdeel.Stand.GESCHIL]
        )
        .select_related("hulpvraag__inwoner", "partij")
        .order_by("besluit_verwacht_op", "stand_op")[:200]
    )
    bruggen = list(
        Overbrugging.objects.filter(hulpvraag__in=mijn)
        .select_related("hulpvraag__inwoner", "wetdeel__partij")
        .order_by("stand", "van")[:200]
    )
    samen, zonder = _beide_regelingen(mijn)
    leg_inzage_vast(
        request.door, doel="besluiten van anderen volgen", grond="eigen vragen en team", deel=f"andere wetten ({len(wacht) + len(bruggen) + len(samen)})", actie="lijst.ingezien"
    )  # fmt: skip
    regels = [{"rij": b, "kosten": kosten_tot(b, vandaag)} for b in bruggen]
    return render(
        request,
        "werkplek/overdracht/andere_wetten.html",
        {
            "wacht": wacht,
            "bruggen": regels,
            "vandaag": vandaag,
            "samen": samen,
            "zonder": zonder,
            "betaald": sum(r["kosten"] for r in regels),
            "terug": sum(b.terug_cent or 0 for b in bruggen),
            "mag_dossier": request.door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER),
        },
    )


def _beide_regelingen(mijn: QuerySet[Hulpvraag]) -> tuple[list[Wetdeel], int]:
    """Who has day activities here and a part under the Participatiewet: with consent by name, the others only as a number (C13)."""
    loopt = Toewijzing.objects.filter(
        hulpvraag=OuterRef("hulpvraag"), status__in=LOPEND, product__categorie=DAGBESTEDING
    )
    delen = (
        Wetdeel.objects.filter(hulpvraag__in=mijn, wet=Wet.PARTICIPATIEWET)
        .exclude(stand__in=[Wetdeel.Stand.AFGEWEZEN, Wetdeel.Stand.NIET_NODIG])
        .filter(Exists(loopt))
        .select_related("hulpvraag__inwoner", "partij")
        .order_by("toestemming_op")
    )
    alle = list(delen[:300])
    samen = [d for d in alle if d.toestemming_op]
    return samen, len(alle) - len(samen)
