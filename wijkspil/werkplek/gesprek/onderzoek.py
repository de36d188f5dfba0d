"""The investigation on one page: five steps in order, the topics of the law, and what finishing causes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from wijkspil.core import klok
from wijkspil.core.handeling import Botsing
from wijkspil.inwoners.actions_rondom import clientondersteuning_bij
from wijkspil.plannen.models import EigenPlan
from wijkspil.regels import onderzoek as regels
from wijkspil.regels.onderzoek import Onderwerp, Stap
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import rond_onderzoek_af, start_onderzoek, vul_onderwerp_in, vul_onderzoek_in
from wijkspil.toegang.actions.onderzoek import OnderzoekNietCompleet
from wijkspil.toegang.models import Gesprek, Hulpvraag, Onderzoek
from wijkspil.toegang.models import Stap as Reisstap
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie

from .plannen import WIE
from .samen import Samen, basis_van, lees_basis, vergelijk, wie_het_laatst
from .voorstellen import Bekend

BRONNEN = (
    ("gesprek", gettext_lazy("gesprek")),
    ("huisbezoek", gettext_lazy("huisbezoek")),
    ("stukken", gettext_lazy("stukken van de inwoner")),
    ("advies", gettext_lazy("advies van een deskundige")),
    ("ander", gettext_lazy("iemand anders, met toestemming")),
)


class OnderzoekForm(forms.Form):
    """Flat: `stap_<code>` with `bron_<code>`, and `onderwerp_<letter>`."""

    def __init__(self, *args: Any, maatwerk_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for stap in Stap:
            if stap is Stap.MAATWERK and not maatwerk_open:
                continue
            self.fields[f"stap_{stap}"] = forms.CharField(
                label=f"{stap.nummer}. {stap.vraag}", required=False, widget=forms.Textarea(attrs={"rows": 4})
            )
            self.fields[f"bron_{stap}"] = forms.ChoiceField(
                label=gettext_lazy("Hoe weet u dit?"), choices=BRONNEN, required=False
            )
        for onderwerp in Onderwerp:
            self.fields[f"onderwerp_{onderwerp}"] = forms.CharField(
                label=onderwerp.label, required=False, widget=forms.Textarea(attrs={"rows": 2})
            )


def stand_van(onderzoek: Onderzoek | None) -> dict[str, str]:
    """What is stored, in the shape of the form."""
    stappen: Mapping[str, Any] = onderzoek.stappen if onderzoek else {}
    onderwerpen: Mapping[str, str] = onderzoek.onderwerpen if onderzoek else {}
    return {
        **{f"stap_{s}": stappen.get(s, {}).get("tekst", "") for s in Stap},
        **{f"bron_{s}": stappen.get(s, {}).get("bron", "gesprek") for s in Stap},
        **{f"onderwerp_{o}": onderwerpen.get(o, "") for o in Onderwerp},
    }


def maatwerk_open(stand: Mapping[str, str]) -> bool:
    return regels.mag_invullen(Stap.MAATWERK, {s: stand.get(f"stap_{s}", "") for s in Stap})


@sensitive_post_parameters()
@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def onderzoek(request: Verzoek, id: UUID) -> HttpResponse:
    """Write the investigation; `afronden` finishes it in the same request."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="onderzoek doen", deel="onderzoek")
    rij = Onderzoek.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).first()
    if rij is not None:
        rij.hulpvraag = hulpvraag
    if request.method != "POST":
        return _pagina(request, hulpvraag, rij)
    form = OnderzoekForm(request.POST, maatwerk_open=True)
    if not form.is_valid():
        return _pagina(request, hulpvraag, rij, form, status=422)
    nu = stand_van(rij)
    gestuurd = {naam: waarde for naam, waarde in form.cleaned_data.items() if naam in request.POST}
    samen = vergelijk(gestuurd, nu, lees_basis(request.POST.get("basis", "")))
    eigen = _eigen(request, samen, gestuurd, rij)
    if eigen is None:
        return _botst(request, hulpvraag, rij, form, samen, gestuurd)
    afronden = "afronden" in request.POST
    if afronden and clientondersteuning_bij(hulpvraag) is None:
        form.add_error(
            None,
            _(
                "Leg eerst vast dat u onafhankelijke cliëntondersteuning heeft aangeboden en wat de inwoner zei. "
                "Dat kan via de link bij “Rond het onderzoek af”; wat u hier typte blijft staan."
            ),
        )
        return _pagina(request, hulpvraag, rij, form, status=422)
    try:
        with transaction.atomic():
            rij = start_onderzoek(hulpvraag, door=request.door)
            rij.hulpvraag = hulpvraag
            _schrijf(rij, nu | eigen, eigen, request)
            if afronden:
                rond_onderzoek_af(rij, door=request.door)
    except OnderzoekNietCompleet as fout:
        form.add_error(None, str(fout))
        return _pagina(request, hulpvraag, _opnieuw(hulpvraag), form, status=422)
    except Botsing as botsing:
        opnieuw = vergelijk(gestuurd, stand_van(botsing.rij), lees_basis(request.POST.get("basis", "")))  # type: ignore[arg-type]
        return _botst(request, hulpvraag, _opnieuw(hulpvraag), form, opnieuw, gestuurd)
    bericht = _("Het onderzoek is afgerond. Nu het plan.") if afronden else _("Bewaard.")
    messages.success(request, bericht, extra_tags=f"onderzoek-{id}")
    return naar(request, "dossier" if afronden else "onderzoek", id=id)


def _eigen(
    request: Verzoek, samen: Samen, gestuurd: dict[str, Any], rij: Onderzoek | None
) -> dict[str, Any] | None:
    """What will be written, or None when a person has to choose first."""
    if not samen.botsend or "neem_over" in request.POST:
        return dict(samen.eigen)
    if rij is not None and request.POST.get("overschrijf") == str(rij.rev):
        return samen.eigen | {naam: gestuurd[naam] for naam in samen.botsend}
    return None


def _schrijf(rij: Onderzoek, stand: Mapping[str, str], eigen: Mapping[str, str], request: Verzoek) -> None:
    """One act per changed step, in the order of the law, and one for the topics."""
    for stap in Stap:
        if f"stap_{stap}" in eigen or (f"bron_{stap}" in eigen and stand[f"stap_{stap}"]):
            bron = stand[f"bron_{stap}"] or "gesprek"
            vul_onderzoek_in(rij, stap=stap, tekst=stand[f"stap_{stap}"], bron=bron, door=request.door)
    onderwerpen = {str(o): eigen[f"onderwerp_{o}"] for o in Onderwerp if f"onderwerp_{o}" in eigen}
    if onderwerpen:
        vul_onderwerp_in(rij, onderwerpen=onderwerpen, door=request.door)


def _opnieuw(hulpvraag: Hulpvraag) -> Onderzoek | None:
    """The investigation as the database has it, after an attempt that was undone."""
    hulpvraag.refresh_from_db(fields=["stap", "uiterlijk", "opgeschort", "rev"])
    return Onderzoek.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).first()


def _botst(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    rij: Onderzoek | None,
    form: OnderzoekForm,
    samen: Samen,
    gestuurd: Mapping[str, Any],
) -> HttpResponse:
    assert rij is not None  # only what somebody stored can collide
    nu = stand_van(rij)
    velden = [
        {"label": form.fields[n].label, "nu": nu[n] or "–", "eigen": gestuurd[n] or "–"}
        for n in samen.botsend
    ]
    form.data = {**form.data.dict(), **{naam: nu[naam] for naam in samen.van_ander}}  # type: ignore[attr-defined]
    conflict = wie_het_laatst(rij, request.door) | {"velden": velden, "rev": rij.rev}
    return _pagina(request, hulpvraag, rij, form, status=409, conflict=conflict)


def _pagina(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    rij: Onderzoek | None,
    form: OnderzoekForm | None = None,
    *,
    status: int = 200,
    conflict: dict[str, Any] | None = None,
) -> HttpResponse:
    kader = dossierkader(request, hulpvraag, hier="onderzoek")
    gesprekken = list(hulpvraag.gesprekken.exclude(status=Gesprek.Status.VERVALLEN).order_by("moment"))
    bekend = Bekend(
        hulpvraag,
        gesprekken,
        laad_versie(hulpvraag.werkwijze).gesprek,
        kader["huisgenoten"],
        kader["netwerk"],
    )
    stand = stand_van(rij)
    voorstel = {
        f"onderwerp_{o}": bekend.onderwerp(o, klok.vandaag())
        for o in Onderwerp
        if not stand[f"onderwerp_{o}"]
    }
    open_ = maatwerk_open(stand)
    if form is None:
        form = OnderzoekForm(
            maatwerk_open=open_, initial=stand | {naam: tekst for naam, tekst in voorstel.items() if tekst}
        )
    context = {
        "form": form,
        "onderzoek": rij,
        "klaar": rij is not None and rij.afgerond_op is not None,
        "bezig": hulpvraag.stap in (Reisstap.MELDING, Reisstap.ONDERZOEK),
        "stappen": [_stap(stap, form, rij, bekend, open_) for stap in Stap],
        "onderwerpen": [
            {"code": o.value, "veld": form[f"onderwerp_{o}"], "tekst": stand[f"onderwerp_{o}"], "label": o.label,
             "voorstel": not form.is_bound and bool(voorstel.get(f"onderwerp_{o}"))}
            for o in Onderwerp
        ],
        "basis": request.POST.get("basis") if form.is_bound else basis_van(stand),
        "conflict": conflict,
        "vooraf": _vooraf(gesprekken),
        "ondersteuner": clientondersteuning_bij(hulpvraag),
        "eigenplan": EigenPlan.objects.filter(
            hulpvraag=hulpvraag, ronde=hulpvraag.ronde, ontvangen_op__isnull=False
        ).first(),
        "onbesproken": [o.label for o in regels.onbesproken({str(o): stand[f"onderwerp_{o}"] for o in Onderwerp})],
        "gesprekken": gesprekken,
        "gevoerd": any(g.status == Gesprek.Status.GEVOERD for g in gesprekken),
    }  # fmt: skip
    return render(request, "werkplek/gesprek/onderzoek.html", kader | context, status=status)


def _stap(
    stap: Stap, form: OnderzoekForm, rij: Onderzoek | None, bekend: Bekend, open_: bool
) -> dict[str, Any]:
    opgeslagen = (rij.stappen if rij else {}).get(stap, {})
    mag = stap is not Stap.MAATWERK or open_ or f"stap_{stap}" in form.data
    return {
        "nummer": stap.nummer,
        "vraag": stap.vraag,
        "veld": form[f"stap_{stap}"] if mag else None,
        "bron": form[f"bron_{stap}"] if mag else None,
        "bekend": bekend.bij_stap(stap),
        "tekst": opgeslagen.get("tekst", ""),
        "bron_woord": dict(BRONNEN).get(opgeslagen.get("bron", ""), ""),
        "door": opgeslagen.get("door", ""),
        "op": opgeslagen.get("op", ""),
    }


def _vooraf(gesprekken: list[Gesprek]) -> list[dict[str, Any]]:
    """What the law asks before and during the investigation, and whether a conversation says it was done."""
    punten = (
        ("identiteit_vastgesteld", _("Identiteit vastgesteld"), _("Wmo 2015, artikel 2.3.4")),
        ("pgb_uitgelegd", _("Persoonsgebonden budget uitgelegd"), _("Wmo 2015, artikel 2.3.2 lid 6")),
    )  # fmt: skip
    return [
        {"label": label, "grondslag": bron, "gedaan": any(getattr(g, veld) for g in gesprekken)}
        for veld, label, bron in punten
    ]
