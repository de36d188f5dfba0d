"""What a provider fills in about one order: take it or give it back, report a start, a stop, a pause."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.core import klok
from wijkspil.ondersteuning.models import Opdrachtantwoord, Toewijzing
from wijkspil.ondersteuning.redenen import RedenEinde


def dag(label: Any, uitleg: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=uitleg,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Kies een dag."),
            "invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 24-11-2026."),
        },
    )


class Daad(forms.Form):
    """What every act here has: its name in the address of the form, and the order that it is about."""

    naam = ""

    def __init__(self, *args: Any, toewijzing: Toewijzing, **kwargs: Any) -> None:
        self.toewijzing = toewijzing
        super().__init__(*args, **{"prefix": self.naam, **kwargs})

    def niet_in_toekomst(self, veld: str) -> None:
        """What really happened lies behind us: TR134 says the same of the message."""
        gekozen = self.cleaned_data.get(veld)
        if gekozen is not None and gekozen > klok.vandaag():
            self.add_error(
                veld,
                _(
                    "Deze dag moet nog komen. Meld het op de dag zelf of daarna; nu zou het niet zeker zijn (regel TR134)."
                ),
            )


class NeemAanForm(Daad):
    naam = "neem_aan"


class WeigerForm(Daad):
    naam = "weiger"
    reden = forms.ChoiceField(
        label=_("Waarom gaat het niet?"),
        choices=Opdrachtantwoord.Reden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom het niet gaat. De gemeente zoekt dan gericht verder.")},
    )
    toelichting = forms.CharField(
        label=_("Wat moet de gemeente nog weten?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StartForm(Daad):
    naam = "start"
    op = dag(_("Eerste dag van de hulp"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = max(self.toewijzing.ingang, klok.vandaag())

    def clean(self) -> dict[str, Any] | None:
        schoon = super().clean()
        self.niet_in_toekomst("op")
        return schoon


class StopForm(Daad):
    naam = "stop"
    op = dag(_("Laatste dag van de hulp"))
    reden = forms.ChoiceField(
        label=_("Waarom stopt de hulp?"),
        choices=[keuze for keuze in RedenEinde.choices if keuze[0] != RedenEinde.TIJDELIJK],
        initial=RedenEinde.VOLGENS_PLAN,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = min(self.toewijzing.einde or klok.vandaag(), klok.vandaag())


class PauzeForm(Daad):
    naam = "pauze"
    op = dag(
        _("Laatste dag voor de pauze"),
        _("Bijvoorbeeld bij een opname. Begint de hulp weer, meld dan een nieuwe start."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag()


FORMULIEREN: dict[str, type[Daad]] = {
    f.naam: f for f in (NeemAanForm, WeigerForm, StartForm, StopForm, PauzeForm)
}


def mogelijk(t: Toewijzing, *, beantwoord: bool) -> list[str]:
    """Which acts fit the state of an order, the next one first."""
    S = Toewijzing.Status
    if t.status == S.OPGEDRAGEN:
        return ["start"] if beantwoord else ["neem_aan", "weiger"]
    if t.status == S.GESTART:
        return ["stop", "pauze"]
    return ["start", "stop"] if t.status == S.TIJDELIJK_GESTOPT else []
