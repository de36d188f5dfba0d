"""The appointment and its end: when, where, with whom, or why not."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NAAM_LENGTE = 120


class Plaats(models.TextChoices):
    """Where a conversation takes place; the word itself is kept, so that a letter can use it."""

    THUIS = "thuis", _("Thuis")
    KANTOOR = "op kantoor", _("Op kantoor")
    TELEFOON = "telefonisch", _("Per telefoon")
    VIDEO = "via beeldbellen", _("Met beeldbellen")


class Namenkeuze(forms.MultipleChoiceField):
    """Names to tick. Somebody who left the network since the page was opened may still have been there."""

    def valid_value(self, value: str) -> bool:
        return len(value) <= NAAM_LENGTE


class DeelnemersForm(forms.Form):
    """Who is there: known people to tick, and others in your own words."""

    deelnemers = Namenkeuze(label=_("Wie is erbij?"), required=False, widget=forms.CheckboxSelectMultiple)
    anderen = forms.CharField(
        label=_("Wie nog meer?"), required=False, help_text=_("Meer namen? Zet er een komma tussen.")
    )

    def __init__(self, *args: Any, bekenden: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deelnemers"].choices = list(bekenden)  # type: ignore[attr-defined]
        self.fields["anderen"].widget.attrs["autocomplete"] = "off"

    def clean_anderen(self) -> str:
        tekst: str = self.cleaned_data["anderen"]
        if any(len(naam) > NAAM_LENGTE for naam in _los(tekst)):
            raise forms.ValidationError(_("Een naam is te lang. Zet een komma tussen de namen."))
        return ", ".join(_los(tekst))

    def namen(self) -> list[str]:
        """Everybody once, in the order of the page."""
        return list(dict.fromkeys([*self.cleaned_data["deelnemers"], *_los(self.cleaned_data["anderen"])]))


def verdeel_namen(namen: Sequence[str], bekend: Iterable[str]) -> dict[str, Any]:
    """The other way round: which names have a box, and which are in one's own words."""
    vakjes = set(bekend)
    return {
        "deelnemers": [naam for naam in namen if naam in vakjes],
        "anderen": ", ".join(naam for naam in namen if naam not in vakjes),
    }


def _los(tekst: str) -> list[str]:
    return [naam.strip() for naam in tekst.split(",") if naam.strip()]


class MomentForm(forms.Form):
    """When and where."""

    datum = forms.DateField(
        label=_("Datum"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag. Dan weet de inwoner wanneer u komt.")},
    )  # fmt: skip
    tijd = forms.TimeField(
        label=_("Tijd"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Kies een tijd, ook als die nog kan schuiven.")},
    )  # fmt: skip
    plaats = forms.ChoiceField(
        label=_("Waar?"), choices=Plaats.choices, initial=Plaats.THUIS, widget=forms.RadioSelect
    )

    def moment(self) -> datetime:
        """Day and time as one moment in the Netherlands."""
        dag: date = self.cleaned_data["datum"]
        uur: time = self.cleaned_data["tijd"]
        return timezone.make_aware(datetime.combine(dag, uur))


class PlanForm(DeelnemersForm, MomentForm):
    """An appointment for a conversation."""

    field_order = ["datum", "tijd", "plaats", "deelnemers", "anderen"]


class AfzegForm(forms.Form):
    reden = forms.CharField(
        label=_("Waarom gaat het niet door?"), max_length=200,
        help_text=_("De inwoner kan dit lezen. Bijvoorbeeld: inwoner is ziek, er komt een nieuwe afspraak."),
        error_messages={"required": _("Schrijf in een paar woorden waarom. De inwoner en uw collega’s lezen dit terug.")},
    )  # fmt: skip
