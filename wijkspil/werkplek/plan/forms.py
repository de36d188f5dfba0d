"""The plan as one quiet form: where it goes, the resident's own plan, the goals, and who keeps it together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker
from wijkspil.plannen.models import Doel, Plan
from wijkspil.werkwijzen.werkwijze import Werkwijze

PLANVELDEN = ("perspectief", "regisseur", "eigen_plan", "samenvatting", "evaluatie_op")
DOELVELDEN = ("tekst", "eigenaar", "soort", "leefgebied")


class PlanForm(forms.Form):
    rev = forms.IntegerField(required=False, widget=forms.HiddenInput)
    eigen_plan = forms.CharField(
        label=_("Eigen plan van de inwoner"),
        help_text=_("Wat wil de inwoner zelf? In eigen woorden, ook als het anders is dan u zou doen."),
        required=False,
        max_length=20_000,
        widget=forms.Textarea,
    )
    perspectief = forms.ChoiceField(
        label=_("Waar gaat het naartoe?"), required=False, widget=forms.RadioSelect
    )
    samenvatting = forms.CharField(
        label=_("Het plan in het kort"),
        help_text=_("Een paar zinnen die iemand begrijpt die het gesprek niet voerde."),
        required=False,
        max_length=20_000,
        widget=forms.Textarea,
    )
    regisseur = forms.ModelChoiceField(
        label=_("Regisseur"),
        help_text=_("Eén persoon houdt het plan bij elkaar. De inwoner weet wie dat is."),
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label=_("kies een collega"),
    )
    evaluatie_op = forms.DateField(
        label=_("Samen terugkijken op"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = self.fields["perspectief"]
        assert isinstance(keuzes, forms.ChoiceField)
        keuzes.choices = [(p.sleutel, p.label) for p in werkwijze.plan.perspectieven]
        mensen = self.fields["regisseur"]
        assert isinstance(mensen, forms.ModelChoiceField)
        mensen.label = werkwijze.plan.regisseur.capitalize()
        mensen.queryset = Medewerker.objects.filter(
            actief=True, rollen__overlap=[Rol.CONSULENT.value, Rol.TEAMLEIDER.value]
        ).order_by("naam")

    @staticmethod
    def begin(plan: Plan) -> dict[str, Any]:
        """The plan as the form shows it."""
        return {"rev": plan.rev, **{veld: getattr(plan, veld) for veld in PLANVELDEN}}


class DoelForm(forms.Form):
    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    rev = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tekst = forms.CharField(
        label=_("Doel"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"placeholder": _("Ik wil …"), "rows": 1}),
    )
    eigenaar = forms.CharField(label=_("Wie werkt eraan"), required=False, max_length=120)
    soort = forms.ChoiceField(
        label=_("Soort"), choices=Doel.Soort.choices, initial=Doel.Soort.BEHOUDEN, required=False
    )
    leefgebied = forms.ChoiceField(label=_("Gaat over"), required=False)
    weg = forms.BooleanField(label=_("Haal dit doel weg"), required=False)

    def __init__(
        self,
        *args: Any,
        leefgebieden: list[tuple[str, str]],
        soorten: list[tuple[str, str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if soorten:
            self.fields["soort"].choices = soorten  # type: ignore[attr-defined]
            self.fields["soort"].initial = soorten[0][0]
        veld = self.fields["leefgebied"]
        assert isinstance(veld, forms.ChoiceField)
        bekend = {sleutel for sleutel, _label in leefgebieden}
        eigen = self.initial.get("leefgebied")
        veld.choices = [
            ("", "–"),
            *leefgebieden,
            *([(eigen, eigen)] if eigen and eigen not in bekend else []),
        ]
        self.fields["tekst"].widget.attrs["class"] = "utrecht-textarea"
        self.fields["eigenaar"].widget.attrs["class"] = "utrecht-textbox"
        for naam in ("soort", "leefgebied"):
            self.fields[naam].widget.attrs["class"] = "utrecht-select"

    @property
    def nieuw(self) -> bool:
        return not self["id"].value()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        data["tekst"] = " ".join(
            data.get("tekst", "").split()
        )  # one sentence, however it was typed or pasted
        if data.get("weg") or (not data.get("id") and not data.get("tekst")):
            return data
        if not data.get("tekst"):
            self.add_error("tekst", _("Schrijf het doel op, of kies “Haal dit doel weg”."))
        if not data.get("eigenaar"):
            self.add_error("eigenaar", _("Schrijf op wie aan dit doel werkt; zonder naam blijft het liggen."))
        return data


class TekenForm(forms.Form):
    rol = forms.ChoiceField(label=_("Namens"))
    wie = forms.CharField(label=_("Naam"), max_length=120)
    hoe = forms.ChoiceField(
        label=_("Hoe"),
        choices=[
            ("op papier", _("op papier")),
            ("digitaal", _("digitaal")),
            ("in het gesprek", _("akkoord in het gesprek")),
        ],
    )

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["rol"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(rol, rol) for rol in werkwijze.plan.handtekeningen]
