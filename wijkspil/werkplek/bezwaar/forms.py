"""What people fill in around an objection."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.besluiten.models import Bezwaar
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.models import Medewerker
from wijkspil.werkplek.besluit.forms import datumveld

UITKOMSTEN = [
    ("gegrond", _("gegrond: de inwoner krijgt gelijk, er komt een nieuw besluit")),
    ("deels_gegrond", _("gedeeltelijk gegrond: op een deel komt een nieuw besluit")),
    ("ongegrond", _("ongegrond: het besluit blijft zoals het is")),
    (
        "niet_ontvankelijk",
        _("niet-ontvankelijk: het bezwaar kan niet worden bekeken, bijvoorbeeld omdat het te laat is"),
    ),
]


def tekst(rijen: int, **opties: Any) -> forms.CharField:
    return forms.CharField(
        widget=forms.Textarea(attrs={"rows": rijen}), validators=[geen_bsn_in_woorden], **opties
    )


class NieuwForm(forms.Form):
    gronden = tekst(
        5, label=_("Waarom is de inwoner het er niet mee eens?"), help_text=_("In de woorden van de inwoner.")
    )
    kanaal = forms.ChoiceField(label=_("Hoe kwam het bezwaar binnen?"), choices=Bezwaar.Kanaal.choices)
    op = datumveld(label=_("Op welke dag kwam het binnen?"))
    gepost_op = datumveld(
        label=_("Datum op het poststempel"),
        required=False,
        help_text=_("Alleen bij een brief. Op tijd gepost telt ook."),
    )
    reden_te_laat = tekst(
        2,
        label=_("Waarom kwam het later?"),
        required=False,
        help_text=_("Alleen als de termijn al voorbij is."),
    )
    vergoeding_gevraagd = forms.BooleanField(
        label=_("De inwoner vraagt om vergoeding van kosten"), required=False
    )
    met_commissie = forms.BooleanField(
        label=_("Een adviescommissie kijkt mee (dan is er twaalf weken)"), required=False
    )

    def clean_op(self) -> Any:
        if self.cleaned_data["op"] > vandaag():
            raise forms.ValidationError(
                _("Deze dag ligt in de toekomst. Kies de dag waarop het bezwaar binnenkwam.")
            )
        return self.cleaned_data["op"]


class Handelform(forms.Form):
    """An act on an objection that is still as it was on screen."""

    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)


class VerdeelForm(Handelform):
    behandelaar = forms.ChoiceField(label=_("Wie behandelt dit bezwaar?"))

    def __init__(self, mensen: Sequence[Medewerker], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["behandelaar"].choices = [  # type: ignore[attr-defined]
            (str(m.pk), f"{m.naam} ({m.functie})" if m.functie else m.naam) for m in mensen
        ]


class AanvullingForm(Handelform):
    wat = tekst(2, label=_("Wat mist er nog?"), help_text=_("De inwoner leest dit in een brief."))
    tot = datumveld(label=_("Tot en met welke dag kan de inwoner dat sturen?"))


class OntvangstForm(Handelform):
    tekst = tekst(
        3,
        label=_("Wat stuurde de inwoner?"),
        required=False,
        help_text=_("Laat leeg als er niets kwam en de tijd voorbij is."),
    )
    op = datumveld(label=_("Op welke dag?"))


class HoorForm(Handelform):
    op = datumveld(label=_("Wanneer was het gesprek?"))
    verslag = tekst(5, label=_("Verslag van het gesprek"))


class NietHorenForm(Handelform):
    reden = tekst(
        2,
        label=_("Waarom is er geen gesprek?"),
        help_text=_("Bijvoorbeeld: de inwoner wil het niet (Awb 7:3)."),
    )


class VerdaagForm(Handelform):
    reden = tekst(
        2,
        label=_("Waarom duurt het langer?"),
        help_text=_("Deze reden staat in de brief. Het kan één keer, zes weken."),
    )


class IntrekForm(Handelform):
    reden = tekst(2, label=_("Waarom trekt de inwoner het bezwaar in?"))


class BeslisForm(Handelform):
    uitkomst = forms.ChoiceField(
        label=_("Wat is het antwoord?"), choices=UITKOMSTEN, widget=forms.RadioSelect
    )
    overwegingen = tekst(
        7,
        label=_("Waarom?"),
        help_text=_(
            "Schrijf tegen de inwoner en ga in op alles wat die noemde. Een witregel geeft een nieuwe alinea."
        ),
    )
