"""Forms for a light signal; the text field asks for no names on purpose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.signalen.models import Signaal

MELDERS = [
    ("dorpsondersteuner", _("dorps- of wijkondersteuner")),
    ("vrijwilliger", _("vrijwilliger")),
    ("buurtbewoner", _("buurtbewoner")),
    ("huisarts", _("huisarts of praktijkondersteuner")),
    ("corporatie", _("woningcorporatie")),
    ("school", _("school")),
    ("aanbieder", _("aanbieder")),
    ("anders", _("iemand anders")),
]


class SignaalForm(forms.Form):
    tekst = forms.CharField(
        label=_("Wat is er gezien of gehoord?"),
        help_text=_("Zonder naam of adres van degene om wie het gaat. Er komt geen dossier."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    melder_soort = forms.ChoiceField(label=_("Wie geeft het signaal?"), choices=MELDERS)
    melder = forms.CharField(label=_("Naam en telefoon van de melder"), max_length=120, required=False)
    wijk = forms.TypedChoiceField(label=_("In welke wijk?"), required=False, empty_value=None)

    def __init__(self, *args: object, wijken: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["wijk"].choices = [("", _("onbekend")), *wijken]  # type: ignore[attr-defined]


class OpvolgForm(forms.Form):
    status = forms.ChoiceField(
        label=_("Wat is er gedaan?"),
        choices=[
            (Signaal.Status.OPGEPAKT, _("opgepakt zonder dossier")),
            (Signaal.Status.BEKEKEN, _("bekeken, geen vervolg nodig")),
        ],
        widget=forms.RadioSelect,
    )
    vrijwilliger = forms.ChoiceField(
        label=_("Wie gaat er langs?"),
        help_text=_("Vrijwilligers uit de sociale kaart; zo kan er snel iemand zijn, zonder dossier."),
        required=False,
    )
    hoe = forms.CharField(
        label=_("Hoe?"),
        help_text=_("Bijvoorbeeld: een vrijwilliger gaat elke week langs."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: object, vrijwilligers: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        keuzes = [("", _("niemand")), *((naam, naam) for naam in vrijwilligers)]
        self.fields["vrijwilliger"].choices = keuzes  # type: ignore[attr-defined]


class OmzetForm(forms.Form):
    nummer = forms.CharField(
        label=_("Nummer van de hulpvraag"),
        max_length=12,
        help_text=_("Neem de vraag eerst op met “Nieuwe vraag”."),
    )
    toestemming_op = forms.DateField(
        label=_("Wanneer gaf de inwoner toestemming?"),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )
