"""Roles and teams of one person, and the reason why a way in is taken away."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker, Team

ROLLEN = [(rol.value, rol.value.replace("_", " ")) for rol in Rol]


class MensForm(forms.Form):
    use_required_attribute = False
    rev = forms.IntegerField(widget=forms.HiddenInput)
    functie = forms.CharField(label=_("Functie"), max_length=80, required=False)
    rollen = forms.MultipleChoiceField(
        label=_("Rollen"),
        help_text=_("Een rol opent pagina's. Een dossier gaat pas open door de band ermee."),
        choices=ROLLEN,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies ten minste één rol. Zonder rol kan iemand niets; beëindig dan de toegang.")
        },
    )
    teams = forms.TypedMultipleChoiceField(
        label=_("Teams"), coerce=UUID, widget=forms.CheckboxSelectMultiple, required=False
    )
    leidt = forms.TypedMultipleChoiceField(
        label=_("Leidt deze teams"), coerce=UUID, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, mens: Medewerker, teams: list[Team], data: Any = None) -> None:
        leden = list(mens.lidmaatschappen.all())
        begin = {
            "rev": mens.rev,
            "functie": mens.functie,
            "rollen": mens.rollen,
            "teams": [lid.team_id for lid in leden],
            "leidt": [lid.team_id for lid in leden if lid.is_leider],
        }
        super().__init__(data, initial=begin)
        for naam in ("teams", "leidt"):
            self.fields[naam].choices = [(team.pk, team.naam) for team in teams]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or {}
        if set(velden.get("leidt", ())) - set(velden.get("teams", ())):
            self.add_error("leidt", _("Wie een team leidt, hoort erin. Vink het team ook bij Teams aan."))
        return velden


class EindeForm(forms.Form):
    use_required_attribute = False
    reden = forms.CharField(
        label=_("Waarom stopt de toegang?"),
        help_text=_("Bijvoorbeeld: uit dienst sinds 1 december."),
        max_length=200,
        error_messages={
            "required": _("Schrijf waarom de toegang stopt. Bij een controle wordt ernaar gevraagd.")
        },
    )
