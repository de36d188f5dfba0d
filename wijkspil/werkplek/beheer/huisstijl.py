"""The house style on screen: four colours, a letter and a logo, with a check that everybody can read it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.brieven.aanzien import logo_als_svg
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.render import render as druk
from wijkspil.brieven.voorbeelden import voorbeeld
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.gemeenten.huisstijl import (
    KLEUREN,
    LogoFout,
    bewaar_huisstijl,
    leesbaarheid,
    logosoort,
    pak_huisstijl,
)
from wijkspil.gemeenten.models import Huisstijl
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

PROEFBRIEF = "ontvangstbevestiging"
"""A logo is printed on this one before it is kept."""
_IS_KLEUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _l("Een kleur ziet eruit als #1f5c4d."))


def _kleur(label: Any, uitleg: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=uitleg, validators=[_IS_KLEUR], widget=forms.TextInput(attrs={"type": "color"})
    )


class HuisstijlForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    merk = _kleur(_l("Merkkleur"), _l("Voor knoppen, links en de rand van wat nu aan de beurt is."))
    merk_donker = _kleur(_l("Donkere merkkleur"), _l("Voor vlakken met tekst erop, zoals in brieven."))
    op_merk = _kleur(_l("Tekst op de merkkleur"), _l("Meestal wit."))
    accent = _kleur(_l("Accentkleur"), _l("Voor wat moet opvallen, naast de merkkleur."))
    letter = forms.ChoiceField(label=_l("Letter"), choices=Huisstijl.Letter.choices, widget=forms.RadioSelect)
    logo = forms.FileField(
        label=_l("Logo"),
        required=False,
        help_text=_l(
            "PNG of SVG, hoogstens 150 kB. Komt ook op brieven. Leeg: het logo blijft zoals het is."
        ),
    )
    logo_weg = forms.BooleanField(label=_l("Haal het logo weg"), required=False)

    def clean_logo(self) -> bytes | None:
        bestand = self.cleaned_data["logo"]
        if not bestand:
            return None
        inhoud = bytes(bestand.read())
        try:
            soort = logosoort(inhoud)
            druk(PROEFBRIEF, voorbeeld(PROEFBRIEF), logo=logo_als_svg(inhoud, soort))
        except LogoFout as fout:
            raise forms.ValidationError(str(fout)) from None
        except BriefFout:
            raise forms.ValidationError(
                _(
                    "Dit logo kan niet op een brief worden gedrukt, en dan zouden alle brieven blijven liggen. "
                    "Sla het opnieuw op als gewone SVG of als PNG."
                )
            ) from None
        return inhoud

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if all(gegevens.get(k) for k in KLEUREN):
            for paar in leesbaarheid(**{k: gegevens[k] for k in KLEUREN}):
                if not paar.goed:
                    verhouding = f"{paar.verhouding:.1f}".replace(".", ",")
                    self.add_error(
                        paar.veld,
                        _(
                            "%(wat)s heeft contrast %(verhouding)s; nodig is 4,5. Kies een donkerder of lichtere kleur."
                        )
                        % {"wat": paar.wat.capitalize(), "verhouding": verhouding},
                    )
        return gegevens


@pagina(Rol.FUNCTIONEEL_BEHEER, methoden=("GET", "POST"))
def huisstijl(request: Verzoek) -> HttpResponse:
    """See and set the house style; after saving this page shows itself in it."""
    rij = pak_huisstijl(request.gemeente)
    begin = {"rev": rij.rev, "letter": rij.letter} | {k: getattr(rij, k) for k in KLEUREN}
    form = HuisstijlForm(request.POST or None, request.FILES or None, initial=begin)
    status = 200
    if request.method == "POST" and form.is_valid():
        g = form.cleaned_data
        try:
            if g["rev"] != rij.rev:
                raise Botsing(rij)
            for veld in (*KLEUREN, "letter"):
                setattr(rij, veld, g[veld])
            with transaction.atomic():
                bewaar_huisstijl(rij, logo=g["logo"], logo_weg=g["logo_weg"], door=request.door)
        except Botsing:
            form.add_error(
                None,
                _(
                    "Een collega heeft de huisstijl intussen gewijzigd. Uw keuze staat er nog; bewaar opnieuw als die moet gelden."
                ),
            )
            form.data = request.POST.copy()
            form.data["rev"] = str(pak_huisstijl(request.gemeente).rev)
            status = 409
        else:
            messages.success(request, _("Bewaard. U ziet het meteen; bij anderen binnen vijf minuten."))
            return naar(request, "huisstijl")
    getoond = {k: _geldig(form[k].value(), begin[k]) for k in KLEUREN}
    context = {
        "form": form,
        "paren": leesbaarheid(**getoond),
        "heeft_logo": bool(rij.logo),
        "logo_url": f"{reverse('thema_logo', kwargs={'slug': request.gemeente.slug})}?v={rij.rev}",
        "thema_css_url": f"{reverse('thema', kwargs={'slug': request.gemeente.slug})}?v={rij.rev}",
    }
    if form.errors and status == 200:
        status = 422
    return render(request, "werkplek/beheer/huisstijl.html", context, status=status)


def _geldig(getypt: Any, anders: Any) -> str:
    """The typed colour, or the one that holds while it is no colour: the samples must be drawn."""
    try:
        _IS_KLEUR(getypt)
    except forms.ValidationError:
        return str(anders)
    return str(getypt)
