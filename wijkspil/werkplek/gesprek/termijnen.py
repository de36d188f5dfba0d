"""The clocks of a question: why each date, and standing still or running on where the law lets it."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok as tijd
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.regels import wmo
from wijkspil.regels.duur import Tijdseenheid
from wijkspil.regels.opschorting import Opschortingsgrond
from wijkspil.regels.termijn import Duur, TermijnFout
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import hervat_termijn, schort_termijn_op, verleng_termijn
from wijkspil.toegang.actions.termijnen import WIE, mag_verlengen
from wijkspil.toegang.models import Klok
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.klok import klok_van
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .samen import wie_het_laatst

LOPEND = (Klok.Status.LOOPT, Klok.Status.OPGESCHORT)
DATUM = {"type": "date"}


class OpschortForm(forms.Form):
    reden_code = forms.ChoiceField(
        label=gettext_lazy("Waarom staat de termijn stil?"), widget=forms.RadioSelect
    )
    op = forms.DateField(
        label=gettext_lazy("Dag van de brief of van de oorzaak"), widget=forms.DateInput(attrs=DATUM, format="%Y-%m-%d"),
        help_text=gettext_lazy("Bij een brief om gegevens telt de dag erna als eerste stille dag."),
    )  # fmt: skip
    toelichting = forms.CharField(
        label=gettext_lazy("Wat leest de inwoner?"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Leeg: de zin die bij de reden hoort."),
    )  # fmt: skip
    akkoord = forms.BooleanField(
        label=gettext_lazy("De inwoner gaf schriftelijk akkoord; het zit in het dossier"), required=False
    )

    def __init__(self, *args: Any, gronden: tuple[Opschortingsgrond, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gronden = {grond.code: grond for grond in gronden}
        self.fields["reden_code"].choices = [(g.code, f"{g.naam} ({g.artikel})") for g in gronden]  # type: ignore[attr-defined]
        if not any(g.schriftelijk_akkoord_nodig for g in gronden):
            del self.fields["akkoord"]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        grond = self.gronden.get(gegevens.get("reden_code", ""))
        if grond and grond.schriftelijk_akkoord_nodig and not gegevens.get("akkoord"):
            self.add_error(
                "akkoord", _("Zonder schriftelijk akkoord van de inwoner kan dit niet. Vraag het eerst.")
            )
        return gegevens


class HervatForm(forms.Form):
    op = forms.DateField(
        label=gettext_lazy("Eerste dag die weer telt"), widget=forms.DateInput(attrs=DATUM, format="%Y-%m-%d")
    )


class VerlengForm(forms.Form):
    weken = forms.IntegerField(label=gettext_lazy("Hoeveel weken erbij?"), min_value=1, max_value=26)
    reden = forms.CharField(
        label=gettext_lazy("Waarom is er meer tijd nodig?"), max_length=300,
        help_text=gettext_lazy("De inwoner leest deze reden."),
    )  # fmt: skip


@pagina(Rol.FRONTOFFICE, *WIE, methoden=("GET", "POST"), dossier=True)
def termijnen(request: Verzoek, id: UUID) -> HttpResponse:
    """Every clock with its explanation; a form only where the law knows one. The act stands in `wat`."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="termijnen bekijken", deel="termijnen")
    klokken = list(hulpvraag.klokken.order_by("-ronde", "gemaakt_op"))
    for rij in klokken:
        rij.hulpvraag = hulpvraag
    gestuurd, conflict, status = None, None, 200
    if request.method == "POST":
        wat = request.POST.get("wat", "")
        gekozen = [k for k in klokken if str(k.pk) == request.POST.get("klok")]
        if not gekozen or wat not in FORMEN:
            raise Http404
        rij = gekozen[0]
        gestuurd = (rij.pk, wat, _form(wat, rij, request.POST))
        conflict, status = _doe(request, rij, wat, gestuurd[2])
        if status == 302:
            return naar(request, "termijnen", id=id)
        if conflict:
            klokken = [conflict["rij"] if k.pk == rij.pk else k for k in klokken]
    mag = request.door.heeft(*WIE)
    context = {"klokrijen": [_rij(k, mag, gestuurd) for k in klokken], "conflict": conflict}
    return render(
        request, "werkplek/gesprek/termijnen.html", dossierkader(request, hulpvraag) | context, status=status
    )


FORMEN: dict[str, type[forms.Form]] = {
    "opschorten": OpschortForm,
    "hervatten": HervatForm,
    "verlengen": VerlengForm,
}


def _form(wat: str, rij: Klok, data: Any = None) -> forms.Form:
    prefix = f"{wat}-{rij.pk}"
    vandaag = {"op": tijd.vandaag()}
    if wat == "opschorten":
        gronden = wmo.opschortingsgronden_voor(rij.termijn.soort)
        return OpschortForm(data, prefix=prefix, initial=vandaag, gronden=gronden)
    return FORMEN[wat](data, prefix=prefix, initial=vandaag)


def _doe(request: Verzoek, rij: Klok, wat: str, form: forms.Form) -> tuple[dict[str, Any] | None, int]:
    """Run the act; gives the collision, if any, and the status of the answer."""
    if request.POST.get("rev") != str(rij.rev):
        return _conflict(request, rij, form), 409
    if not form.is_valid():
        return None, 422
    v, door = form.cleaned_data, request.door
    try:
        with transaction.atomic():
            if wat == "opschorten":
                schort_termijn_op(
                    rij, reden_code=v["reden_code"], op=v["op"], toelichting=v["toelichting"], door=door
                )
                zin = wmo.OPSCHORTINGSGRONDEN[v["reden_code"]].zin
                messages.success(request, _("De termijn staat stil. %(zin)s") % {"zin": zin})
            elif wat == "hervatten":
                hervat_termijn(rij, op=v["op"], door=door)
                messages.success(request, _("De termijn loopt weer."))
            else:
                duur = Duur(v["weken"], Tijdseenheid.WEKEN)
                verleng_termijn(rij, duur=duur, reden=v["reden"], door=door, grondslag=_grondslag(rij))
                messages.success(request, _("De termijn is verlengd."))
    except TermijnFout as fout:
        form.add_error(None, str(fout))
        return None, 422
    except Botsing as botsing:
        return _conflict(request, botsing.rij, form), 409  # type: ignore[arg-type]
    return None, 302


def _grondslag(rij: Klok) -> str:
    return {"bezwaar_beslissing": "Awb art. 7:10 lid 3", "besluit": "Awb art. 4:14 lid 3"}.get(
        rij.termijn.soort, "afspraak"
    )


def _conflict(request: Verzoek, rij: Klok, form: forms.Form) -> dict[str, Any]:
    """Both versions: how the clock stands now, and what was typed."""
    eigen = "; ".join(f"{form.fields[n].label}: {form[n].value()}" for n in form.fields if form[n].value())
    nu = f"{rij.get_status_display()}, {rij.uiterlijk:%d-%m-%Y}"
    velden = [{"label": rij.get_soort_display(), "nu": nu, "eigen": eigen or "–"}]
    return wie_het_laatst(rij, request.door) | {"rij": rij, "velden": velden}


def _rij(rij: Klok, mag: bool, gestuurd: tuple[UUID, str, forms.Form] | None) -> dict[str, Any]:
    """One clock for the page: how it stands, why, and what can be done with it."""
    vandaag, termijn = tijd.vandaag(), rij.termijn
    loopt = rij.status in LOPEND
    stand_op: date = vandaag if loopt else (rij.gestopt_op or vandaag)
    gronden = wmo.opschortingsgronden_voor(termijn.soort)
    kan = {
        "opschorten": loopt and not termijn.staat_stil and bool(gronden),
        "hervatten": loopt and termijn.staat_stil,
        "verlengen": loopt and mag_verlengen(termijn),
    }
    formen = {}
    for wat, mogelijk in kan.items():
        if gestuurd and gestuurd[:2] == (rij.pk, wat):
            formen[wat] = gestuurd[2]
        elif mogelijk and mag:
            formen[wat] = _form(wat, rij)
    return {
        "klok": rij,
        "loopt": loopt,
        "stand": klok_van(
            termijn.laatste_dag_op(stand_op),
            vandaag=stand_op,
            begin=termijn.start,
            opgeschort=termijn.staat_stil,
        ),
        "uitleg": termijn.uitleg(stand_op),
        "gronden": gronden,
        "grond": next((o.grond for o in termijn.opschortingen if o.tot is None), None),
        "vast": termijn.soort if loopt and not (gronden and mag_verlengen(termijn)) else "",
        "formen": formen,
    }
