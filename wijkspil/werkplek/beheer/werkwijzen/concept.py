"""One draft: begin it, see how it stands, write in it part by part, lay it aside or take it up again."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.gemeenten.concepten import (
    BEWERKBAAR,
    NietMeerTeWijzigen,
    haal_concept_terug,
    leg_concept_weg,
    maak_concept,
    neem_over,
    schrijf_concept,
)
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.bewerken import Deel, PastNiet, delen, vervang_deel
from wijkspil.werkwijzen.controle import Werkwijzefout, controleer, lees
from wijkspil.werkwijzen.lezen import MEESTE_TEKENS
from wijkspil.werkwijzen.verschil import verschil

from . import bronnen
from .bekijken import delen_van
from .onderwerpen import ONDERWERPEN
from .woorden import titel, versienaam

SCHRIJVERS = (Rol.FUNCTIONEEL_BEHEER,)
LEZERS = (Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER, Rol.BELEID)


class NieuwForm(forms.Form):
    naam = forms.CharField(
        label=_l("Waar gaat deze wijziging over?"),
        help_text=_l("Een paar woorden, zoals: dagbesteding zonder besluit."),
        max_length=120,
    )
    toelichting = forms.CharField(
        label=_l("Waarom?"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )
    van = forms.ChoiceField(label=_l("Begin met een kopie van"), required=False)
    bestand = forms.FileField(
        label=_l("Of haal een bestand binnen (YAML)"),
        required=False,
        help_text=_l("Ook een bestand met fouten komt binnen: u herstelt het in het concept."),
    )

    def __init__(
        self, *args: object, groepen: list[tuple[str, list[bronnen.Keuze]]], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        keuzes = [
            (naam, [(k.sleutel, k.naam) for k in lijst if not k.sleutel.startswith(bronnen.CONCEPT)])
            for naam, lijst in groepen
        ]
        self.fields["van"].choices = [groep for groep in keuzes if groep[1]]  # type: ignore[attr-defined]

    def clean_bestand(self) -> str:
        """The text of the file; a file that is no text is refused by name."""
        bestand = self.cleaned_data["bestand"]
        if not bestand:
            return ""
        if bestand.size > MEESTE_TEKENS * 4:
            raise forms.ValidationError(
                _("Dit bestand is te groot om een werkwijze te zijn. Kijk of u het goede koos.")
            )
        try:
            return str(bestand.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(
                _("Dit bestand is geen tekst (UTF-8). Sla het op als YAML en kies het opnieuw.")
            ) from None


class TekstForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    tekst = forms.CharField(
        error_messages={"required": _l("Leeg kan niet. Een deel weghalen doet u in de hele tekst.")},
        strip=False,
        max_length=MEESTE_TEKENS,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "class": "wsp-yaml", "wrap": "off"}),
    )


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A fault as the editor shows it: the line within this part, and what stands there."""

    fout: Werkwijzefout
    regel: int
    tekst: str


@pagina(*SCHRIJVERS, methoden=("GET", "POST"))
def concept_nieuw(request: Verzoek) -> HttpResponse:
    """Begin a draft: a copy of a version, own or another's, or a file from outside."""
    form = NieuwForm(
        request.POST or None,
        request.FILES or None,
        groepen=bronnen.keuzes(request),
        initial={"van": request.GET.get("van") or bronnen.nu(request).sleutel},
    )
    if request.method == "POST" and form.is_valid():
        g = form.cleaned_data
        if g["bestand"]:
            bestand = request.FILES["bestand"]
            assert not isinstance(bestand, list)
            versie = neem_over(
                naam=g["naam"], tekst=g["bestand"], kopie_van=bestand.name or "", toelichting=g["toelichting"], door=request.door
            )  # fmt: skip
        else:
            versie = maak_concept(
                naam=g["naam"], kopie_van=g["van"], toelichting=g["toelichting"], door=request.door
            )
        messages.success(
            request, _("Het concept staat klaar. Er verandert nog niets aan hoe er gewerkt wordt.")
        )
        return naar(request, "werkwijze_concept", id=versie.pk)
    return render(
        request, "werkplek/beheer/werkwijzen/nieuw.html", {"form": form}, status=422 if form.is_bound else 200
    )


@pagina(*LEZERS)
def concept(request: Verzoek, id: UUID) -> HttpResponse:
    """How a draft stands: what is wrong, what differs from today, and what can be done with it."""
    versie = bronnen.pak_versie(id)
    fouten = controleer(versie.tekst, versie.naam)
    stukken = delen(versie.tekst)
    per_deel = {deel.naam: [f for f in fouten if _in(deel, f, versie.tekst)] for deel in stukken}
    context: dict[str, object] = {
        "versie": versie,
        "van": versienaam(versie.kopie_van, request.gemeente),
        "bestand_sleutel": f"{bronnen.CONCEPT}{versie.pk}",
        "fouten": [(f, next((d.naam for d in stukken if _in(d, f, versie.tekst)), "")) for f in fouten],
        "delen": [
            {"naam": d.naam, "titel": titel(d.naam), "fouten": len(per_deel[d.naam])}
            for d in stukken
            if d.naam
        ],
        "onderwerpen": ONDERWERPEN,
        "bewerkbaar": versie.status in BEWERKBAAR and request.door.heeft(*SCHRIJVERS),
        "mag_wegleggen": request.door.heeft(*SCHRIJVERS),
    }
    if not fouten:
        regels = verschil(bronnen.nu(request), lees(versie.tekst, versie.naam))
        regels = [r for r in regels if r.sleutel not in ("geldig_vanaf", "slug")]
        context |= {"verschillen": delen_van(regels), "aantal": len(regels)}
    return render(request, "werkplek/beheer/werkwijzen/concept.html", context)


@pagina(*SCHRIJVERS, methoden=("GET", "POST"))
def concept_tekst(request: Verzoek, id: UUID, deel: str) -> HttpResponse:
    """Write in one part of the text. What is typed is kept, right or not; the page names every fault in it."""
    versie = bronnen.pak_versie(id)
    stuk = _stuk(versie.tekst, deel)
    if stuk is None:
        messages.info(request, _("Dat deel staat niet meer in het concept."))
        return naar(request, "werkwijze_concept", id=id)
    form = TekstForm(request.POST or None, initial={"rev": versie.rev, "tekst": stuk.van(versie.tekst)})
    form.fields["tekst"].label = _("De tekst van dit deel") if deel != "alles" else _("De hele tekst")
    conflict, status = None, 200
    if request.method == "POST" and form.is_valid():
        nieuw = form.cleaned_data["tekst"].replace("\r\n", "\n")
        try:
            if form.cleaned_data["rev"] != versie.rev:
                raise Botsing(versie)
            tekst = nieuw if deel == "alles" else vervang_deel(versie.tekst, deel, nieuw)
            with transaction.atomic():
                schrijf_concept(versie, tekst=tekst, wat=titel(deel), door=request.door)
        except Botsing as botsing:
            ander = botsing.rij
            assert isinstance(ander, Werkwijzeversie)
            anders = _stuk(ander.tekst, deel)
            conflict = {
                "wie": ander.gewijzigd_door,
                "nu": anders.van(ander.tekst) if anders else "",
                "eigen": nieuw,
            }
            # The words stay in the field; saving again is then a choice, made with both versions in view.
            form = TekstForm(initial={"rev": ander.rev, "tekst": nieuw})
            form.fields["tekst"].label = _("Uw tekst")
            status = 409
        except (NietMeerTeWijzigen, PastNiet) as fout:
            form.add_error(None, str(fout))
        else:
            return _na_bewaren(request, versie, deel)
    if form.errors:
        status = 422
    getoond = (
        versie.tekst if not form.is_bound else vervang_of_zo(versie.tekst, deel, form["tekst"].value() or "")
    )
    context = {
        "versie": versie,
        "deel": deel,
        "titel": titel(deel) if deel != "alles" else _("De hele tekst"),
        "form": form,
        "conflict": conflict,
        "gevonden": _fouten_in(getoond, deel),
    }
    return render(request, "werkplek/beheer/werkwijzen/tekst.html", context, status=status)


@pagina(*SCHRIJVERS, methoden=("POST",))
def concept_weg(request: Verzoek, id: UUID) -> HttpResponse:
    """Lay a draft aside, or take it up again; nothing is thrown away."""
    versie = bronnen.pak_versie(id)
    try:
        if request.POST.get("doe") == "terug":
            haal_concept_terug(versie, door=request.door)
            messages.success(request, _("Het concept is terug."))
            return naar(request, "werkwijze_concept", id=id)
        leg_concept_weg(versie, door=request.door)
    except NietMeerTeWijzigen as fout:
        messages.error(request, str(fout))
        return naar(request, "werkwijze_concept", id=id)
    messages.success(request, _("Het concept ligt weg. U kunt het altijd terughalen."))
    return naar(request, "werkwijze")


def vervang_of_zo(tekst: str, deel: str, nieuw: str) -> str:
    """The whole text with the typed words in it, to check them before they are kept."""
    try:
        return nieuw if deel == "alles" else vervang_deel(tekst, deel, nieuw)
    except PastNiet:
        return nieuw


def meld_stand(request: Verzoek, versie: Werkwijzeversie) -> int:
    """Say how the draft stands after saving; gives the number of faults."""
    aantal = len(controleer(versie.tekst, versie.naam))
    if aantal:
        messages.warning(
            request,
            _("Bewaard. Er zijn nog %(n)s dingen niet in orde; zo kan het nog niet gepubliceerd worden.")
            % {"n": aantal},
        )
    else:
        messages.success(request, _("Bewaard. De hele werkwijze is in orde."))
    return aantal


def _na_bewaren(request: Verzoek, versie: Werkwijzeversie, deel: str) -> HttpResponse:
    meld_stand(request, versie)
    if _fouten_in(versie.tekst, deel):
        return naar(request, "werkwijze_tekst", id=versie.pk, deel=deel)
    return naar(request, "werkwijze_concept", id=versie.pk)


def _stuk(tekst: str, deel: str) -> Deel | None:
    if deel == "alles":
        return Deel("alles", 0, len(tekst), 1)
    return next((d for d in delen(tekst) if d.naam == deel), None)


def _in(deel: Deel, fout: Werkwijzefout, tekst: str) -> bool:
    return deel.regel <= fout.regel < deel.regel + deel.van(tekst).count("\n") + (deel.eind == len(tekst))


def _fouten_in(tekst: str, deel: str) -> list[Gevonden]:
    stuk, regels = _stuk(tekst, deel), tekst.split("\n")
    if stuk is None:
        return []
    return [
        Gevonden(f, f.regel - stuk.regel + 1, regels[f.regel - 1].strip() if f.regel <= len(regels) else "")
        for f in controleer(tekst, "concept")
        if _in(stuk, f, tekst)
    ]


__all__ = ["concept", "concept_nieuw", "concept_tekst", "concept_weg", "meld_stand"]
