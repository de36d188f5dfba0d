"""Forms around a hand-over: giving one, answering one, and the directory of parties."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.overdrachten.models import Overdracht, Partij
from wijkspil.werkplek.vraag.velden import RevForm, tekstvlak

DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class OverdraagForm(forms.Form):
    partij = forms.ChoiceField(label=gettext_lazy("Aan wie?"))
    onderdeel = forms.CharField(
        label=gettext_lazy("Wat draagt u over?"),
        help_text=gettext_lazy("In een paar woorden, zoals u het tegen de inwoner zou zeggen."),
        max_length=160,
    )
    wat_mee = tekstvlak(
        gettext_lazy("Wat geeft u mee?"),
        rijen=4,
        uitleg=gettext_lazy(
            "Niet meer dan nodig is. De inwoner mag dit lezen en hoeft het zo niet opnieuw te vertellen."
        ),
    )
    hoe = forms.ChoiceField(
        label=gettext_lazy("Hoe is het overgedragen?"),
        choices=Overdracht.Hoe.choices,
        widget=forms.RadioSelect,
    )
    contactpersoon = forms.CharField(
        label=gettext_lazy("Wie hebt u daar gesproken?"), max_length=120, required=False
    )
    toestemming_op = forms.DateField(
        label=gettext_lazy("Wanneer zei de inwoner ja?"),
        widget=DAG,
        error_messages={
            "required": gettext_lazy(
                "Overdragen kan met toestemming van de inwoner. Vraag het, en vul de dag in."
            )
        },
    )
    ingelicht = forms.ChoiceField(
        label=gettext_lazy("Hoe weet de inwoner het?"), choices=Overdracht.Ingelicht.choices
    )
    opvolgen_op = forms.DateField(
        label=gettext_lazy("Wanneer vraagt u na of het is opgepakt?"),
        help_text=gettext_lazy("Leeg: na de dagen die bij de partij of in de werkwijze staan."),
        widget=DAG,
        required=False,
    )
    vorige = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, partijen: list[Partij], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        per_wet: dict[str, list[tuple[str, str]]] = {}
        for p in partijen:
            per_wet.setdefault(str(p.get_wet_display()), []).append((str(p.pk), p.naam))
        self.fields["partij"].choices = [("", _("Kies een partij")), *per_wet.items()]  # type: ignore[attr-defined]


class BevestigForm(RevForm):
    wie = forms.CharField(label=gettext_lazy("Wie zei ja?"), max_length=120)


class WeigerForm(RevForm):
    wie = forms.CharField(label=gettext_lazy("Wie zei nee?"), max_length=120)
    reden = tekstvlak(gettext_lazy("Waarom kan het daar niet?"), rijen=2)


class NavraagForm(RevForm):
    opvolgen_op = forms.DateField(label=gettext_lazy("Wanneer vraagt u het weer?"), widget=DAG)


class RedenForm(RevForm):
    reden = tekstvlak(gettext_lazy("Waarom?"), rijen=2)


class PartijForm(forms.Form):
    """A party; how to reach it is one line per kind of question (C17)."""

    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)
    naam = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    soort = forms.ChoiceField(label=gettext_lazy("Soort partij"), choices=Partij.Soort.choices)
    wet = forms.ChoiceField(
        label=gettext_lazy("Werkt vanuit welke wet?"),
        choices=Partij._meta.get_field("wet").choices,  # type: ignore[arg-type]
    )
    doet = forms.CharField(label=gettext_lazy("Wat doen zij?"), max_length=240, required=False)
    telefoon = forms.CharField(label=gettext_lazy("Telefoon"), max_length=20, required=False)
    regio = forms.CharField(
        label=gettext_lazy("Voor welk gebied?"), help_text=gettext_lazy("Leeg: de hele gemeente."), max_length=80, required=False
    )  # fmt: skip
    kanalen = forms.CharField(
        label=gettext_lazy("Hoe bereikt u hen?"),
        help_text=gettext_lazy(
            "Eén regel per soort vraag: vraag | hoe | waar. Bijvoorbeeld: spoed | telefoon | 0485 123456."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    opvolgen_na_dagen = forms.IntegerField(
        label=gettext_lazy("Na hoeveel dagen vragen wij na?"),
        min_value=1,
        max_value=60,
        required=False,
        help_text=gettext_lazy("Leeg: zoals in de werkwijze staat."),
    )
    actief = forms.BooleanField(label=gettext_lazy("Doet mee"), required=False, initial=True)

    def clean_kanalen(self) -> list[dict[str, str]]:
        rijen = []
        for nummer, regel in enumerate(self.cleaned_data["kanalen"].splitlines(), start=1):
            if not regel.strip():
                continue
            delen = [deel.strip() for deel in regel.split("|")]
            if len(delen) != 3 or not all(delen):
                raise forms.ValidationError(
                    _(
                        "Regel %(n)d is niet duidelijk. Schrijf drie delen met een streep ertussen: vraag | hoe | waar."
                    )
                    % {"n": nummer}
                )
            rijen.append(dict(zip(("vraag", "hoe", "waar"), delen, strict=True)))
        return rijen


def als_regels(kanalen: list[dict[str, str]]) -> str:
    return "\n".join(f"{k['vraag']} | {k['hoe']} | {k['waar']}" for k in kanalen)
