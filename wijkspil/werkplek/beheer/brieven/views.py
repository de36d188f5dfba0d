"""Functional administration of letters: the list, the words of one letter with its preview, publishing and going back."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from wijkspil.brieven.aanzien import eigen_logo, huiskleur
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.leesbaar import leesbaar
from wijkspil.brieven.leesniveau import leesniveau
from wijkspil.brieven.models import Briefsjabloon
from wijkspil.brieven.papier import papier_van
from wijkspil.brieven.render import controleer
from wijkspil.brieven.render import render as maak_pdf
from wijkspil.brieven.sjabloonbeheer import bewaar_concept, publiceer, velden_van, zet_terug
from wijkspil.brieven.tekst import Brieftekst, TekstFout, standaardtekst
from wijkspil.brieven.teksten import SJABLONEN
from wijkspil.brieven.voorbeelden import voorbeeld
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.scherm.pdf import niet_te_maken, pdf_in_kader
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina
from wijkspil.werkwijzen.kast import laad

from .forms import BrieftekstForm

S = Briefsjabloon.Status
LEZERS = (Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER)


@pagina(*LEZERS)
def briefteksten(request: Verzoek) -> HttpResponse:
    """Every letter, and whose words it has. One query."""
    versies: dict[str, dict[str, Briefsjabloon]] = {}
    for rij in (
        Briefsjabloon.objects.exclude(status=S.VERVALLEN).select_related("gemaakt_door").order_by("nummer")
    ):
        versies.setdefault(rij.sjabloon, {})[rij.status] = rij
    rijen = [
        {"sjabloon": naam, "titel": standaardtekst(naam).titel} | versies.get(naam, {})
        for naam in sorted(SJABLONEN)
    ]
    return render(request, "werkplek/beheer/brieven/lijst.html", {"rijen": rijen})


@pagina(*LEZERS, methoden=("GET", "POST"))
def brieftekst(request: Verzoek, sjabloon: str) -> HttpResponse:
    """The words of one letter: change the draft, see it on a practice case, publish it, or go back to the shipped words."""
    if sjabloon not in SJABLONEN:
        raise Http404
    blad = Blad(request, sjabloon)
    if request.method != "POST":
        return blad.toon()
    actie = request.POST.get("actie", "")
    if actie == "bewaren":
        return _bewaar(blad)
    if actie == "publiceren" and blad.concept is not None:
        concept = blad.concept
        return _doe(
            blad,
            lambda: publiceer(concept, door=request.door),
            _("Gepubliceerd. Nieuwe brieven krijgen deze woorden."),
        )
    if actie == "terug":
        return _doe(blad, lambda: zet_terug(sjabloon, door=request.door), _("De standaardtekst geldt weer."))
    return blad.toon(status=422, fout=_("Kies wat u wilt doen."))


@pagina(*LEZERS)
def brieftekst_pdf(request: Verzoek, sjabloon: str) -> HttpResponse:
    """The draft, or what holds now, as a PDF on a practice case. Writes nothing."""
    if sjabloon not in SJABLONEN:
        raise Http404
    blad = Blad(request, sjabloon)
    try:
        with override("nl"):
            pdf = maak_pdf(sjabloon, blad.oefengeval(blad.nu), logo=eigen_logo())
    except BriefFout as fout:
        return niet_te_maken(request, str(fout), adres(request, "brieftekst", sjabloon=sjabloon))
    return pdf_in_kader(pdf, f"voorbeeld-{sjabloon}.pdf")


class Blad:
    """What the page is about: the draft, else what holds, else the shipped words. One query."""

    def __init__(self, request: Verzoek, sjabloon: str) -> None:
        self.request, self.sjabloon = request, sjabloon
        self.versies = list(
            Briefsjabloon.objects.filter(sjabloon=sjabloon).select_related("gemaakt_door").order_by("-nummer")
        )
        self.concept = next((v for v in self.versies if v.status == S.CONCEPT), None)
        self.geldig = next((v for v in self.versies if v.status == S.GEPUBLICEERD), None)

    @property
    def nu(self) -> Brieftekst:
        rij = self.concept or self.geldig
        return Brieftekst.model_validate(rij.tekst) if rij else standaardtekst(self.sjabloon)

    def form(self, data: Any = None) -> BrieftekstForm:
        return BrieftekstForm(
            self.sjabloon,
            self.nu,
            data,
            rev=self.concept.rev if self.concept else None,
            toelichting=self.concept.toelichting if self.concept else "",
        )

    def oefengeval(self, tekst: Brieftekst) -> dict[str, Any]:
        """The invented person of the previews, on the paper of this municipality."""
        gemeente = self.request.gemeente
        gegevens = voorbeeld(self.sjabloon) | {"tekst": tekst.model_dump(mode="json")}
        papier = papier_van(gemeente.slug)
        gegevens["gemeente"] = {
            "naam": gemeente.naam,
            "kleur": huiskleur(laad(gemeente.werkwijze, klok.vandaag())),
            "retouradres": papier.retouradres,
            "telefoon": papier.telefoon,
            "website": papier.website,
        }
        return gegevens

    def toon(
        self, *, status: int = 200, fout: str = "", form: BrieftekstForm | None = None, **anders: Any
    ) -> HttpResponse:
        tekst = getattr(form, "tekst", None) or self.nu
        context: dict[str, Any] = {
            "sjabloon": self.sjabloon,
            "titel": standaardtekst(self.sjabloon).titel,
            "form": (form or self.form()) if self.request.door.heeft(Rol.FUNCTIONEEL_BEHEER) else None,
            "concept": self.concept,
            "geldig": self.geldig,
            "versies": self.versies,
            "velden": velden_van(self.sjabloon).items(),
            "niveau": leesniveau(
                [tekst.onderwerp, *(d for b in tekst.blokken for d in (b.kop, b.tekst) if d)]
            ),
            "fout": fout,
        }
        try:
            context["voorbeeld"] = leesbaar(controleer(self.sjabloon, self.oefengeval(tekst)))
        except BriefFout as niet:
            context["voorbeeldfout"] = str(niet)
        return render(self.request, "werkplek/beheer/brieven/brief.html", context | anders, status=status)


def _bewaar(blad: Blad) -> HttpResponse:
    form = blad.form(blad.request.POST)
    if not form.is_valid():
        return blad.toon(status=422, form=form)
    if blad.concept is not None and form.cleaned_data["rev"] != blad.concept.rev:
        return _botsing(blad, form)
    return _doe(
        blad,
        lambda: bewaar_concept(
            blad.sjabloon, form.tekst, toelichting=form.cleaned_data["toelichting"], door=blad.request.door
        ),
        _("Bewaard als concept. De brief hiernaast laat zien hoe het wordt."),
        form=form,
    )


def _doe(blad: Blad, actie: Any, gelukt: str, form: BrieftekstForm | None = None) -> HttpResponse:
    try:
        with transaction.atomic():
            actie()
    except Botsing:
        return _botsing(Blad(blad.request, blad.sjabloon), form)
    except (TekstFout, GeenRecht) as fout:
        return Blad(blad.request, blad.sjabloon).toon(status=422, fout=str(fout), form=form)
    messages.success(blad.request, gelukt)
    return naar(blad.request, "brieftekst", sjabloon=blad.sjabloon)


def _botsing(blad: Blad, form: BrieftekstForm | None) -> HttpResponse:
    """A colleague was first (409): what stands there now beside the typed words, which can be saved over it."""
    velden = []
    if form is not None and blad.concept is not None:
        nu = blad.form()
        velden = [
            {"label": form.fields[naam].label, "nu": nu.initial.get(naam), "eigen": form[naam].value()}
            for naam in form.fields
            if naam != "rev" and nu.initial.get(naam) != form[naam].value()
        ]
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["rev"] = str(blad.concept.rev)  # type: ignore[index]
    wie = blad.concept.gemaakt_door.naam if blad.concept else _("Een collega")
    return blad.toon(status=409, form=form, botsing={"wie": wie, "velden": velden})
