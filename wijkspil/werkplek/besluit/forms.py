"""What people fill in around a decision. Texts are optional while it is a draft; taking it asks them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from wijkspil.besluiten.models import Besluit
from wijkspil.besluiten.vorm import resultaat_van
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.models import Medewerker
from wijkspil.plannen.models import Arrangementregel, Plan


def datumveld(**opties: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **opties)


SOORTEN = [(s.value, s.label) for s in Besluit.Soort if s is not Besluit.Soort.BUITEN_BEHANDELING]
"""What is decided on the merits; leaving an application out of consideration has its own page."""


class AanvraagForm(forms.Form):
    ontvangen_op = datumveld(
        label=_("Op welke dag kwam de aanvraag binnen?"),
        help_text=_("De dag erna begint de termijn van twee weken."),
    )
    hoe = forms.ChoiceField(
        label=_("Hoe kwam de aanvraag?"),
        choices=[
            ("ondertekend verslag", _("het ondertekende verslag")),
            ("brief", _("een brief")),
            ("portaal", _("via Mijn vraag")),
            ("formulier", _("een formulier")),
        ],
    )

    def clean_ontvangen_op(self) -> Any:
        dag = self.cleaned_data["ontvangen_op"]
        if dag > vandaag():
            raise forms.ValidationError(
                _("Deze dag ligt in de toekomst. Kies de dag waarop de aanvraag binnenkwam.")
            )
        return dag


class VerzoekForm(forms.Form):
    op = datumveld(label=_("Op welke dag vroeg de inwoner om een besluit?"))

    def clean_op(self) -> Any:
        if self.cleaned_data["op"] > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst. Kies de dag van het verzoek."))
        return self.cleaned_data["op"]


class LaterNodig(forms.CharField):
    """Words that a draft may lack and a decision may not: shown as needed, asked when it is taken."""

    def validate(self, value: Any) -> None:
        self.run_validators(value)


class LaterKeuze(forms.MultipleChoiceField):
    """Choices that a draft may lack and a decision may not."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class BesluitForm(forms.Form):
    """The draft of a decision over the product lines of a plan. One text area of activities per line."""

    use_required_attribute = False
    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)
    soort = forms.ChoiceField(label=_("Wat besluit u?"), choices=SOORTEN, widget=forms.RadioSelect)
    regels = LaterKeuze(
        label=_("Waarover gaat het besluit?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    motivering = LaterNodig(
        label=_("Waarom besluit u dit?"),
        help_text=_(
            "Schrijf tegen de inwoner, in gewone woorden. Dit komt in de brief; een witregel geeft een nieuwe alinea."
        ),
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    wel_passend = forms.CharField(
        label=_("Wat past er wel?"),
        help_text=_("Alleen als u iets niet toekent: welke oplossing is volgens u genoeg?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reactie_plan = forms.CharField(
        label=_("Wat deed u met het eigen plan van de inwoner?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ingangsdatum = datumveld(label=_("Vanaf"), required=False)
    einddatum = datumveld(label=_("Tot en met"), required=False)
    advies = forms.CharField(
        label=_("Advies van een deskundige"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    gehoord_op = datumveld(label=_("Gehoord op (bij een afwijzing, Awb 4:7)"), required=False)
    met_onderbouwing = forms.BooleanField(
        label=_("Zet ook de stappen van het onderzoek in de brief"), required=False
    )

    def __init__(
        self,
        plan: Plan,
        regels: Sequence[Arrangementregel],
        besluit: Besluit | None,
        data: Any = None,
        *,
        voorstel: str = "",
    ) -> None:
        super().__init__(data, initial=self._begin(regels, besluit, voorstel))
        self.voorstel = besluit.motivering_voorstel if besluit else voorstel
        self.lijnen = list(regels)
        self.fields["regels"].choices = [(str(r.pk), _regel_in_woorden(r)) for r in regels]  # type: ignore[attr-defined]
        if not regels:
            del self.fields["regels"]
        if not plan.eigen_plan.strip():
            del self.fields["reactie_plan"]
        for regel in regels:
            self.fields[f"resultaat_{regel.pk}"] = LaterNodig(
                label=_t("Wat moet het opleveren: %(wat)s") % {"wat": regel.wat},
                help_text=_("Het resultaat voor de inwoner. De hulp moet daarbij passen."),
                max_length=300,
            )
            self.fields[f"activiteiten_{regel.pk}"] = LaterNodig(
                label=_t("Wat gebeurt er en hoe vaak: %(wat)s") % {"wat": regel.wat},
                help_text=_("Eén activiteit per regel, bijvoorbeeld “ramen wassen: vier keer per jaar”."),
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @staticmethod
    def _begin(regels: Sequence[Arrangementregel], besluit: Besluit | None, voorstel: str) -> dict[str, Any]:
        if besluit is None:
            begin: dict[str, Any] = {"soort": Besluit.Soort.TOEKENNING, "regels": [str(r.pk) for r in regels]}
            begin["motivering"] = voorstel
            eigen: dict[str, str] = {}
            resultaten: dict[str, str] = {}
        else:
            namen = "rev soort motivering wel_passend reactie_plan ingangsdatum einddatum advies gehoord_op met_onderbouwing"
            begin = {naam: getattr(besluit, naam) for naam in namen.split()}
            begin["regels"], eigen = [str(pk) for pk in besluit.regels], besluit.activiteiten
            resultaten = besluit.resultaten
        for regel in regels:
            begin[f"resultaat_{regel.pk}"] = resultaat_van(regel, resultaten)
            begin[f"activiteiten_{regel.pk}"] = eigen.get(str(regel.pk)) or regel.activiteiten
        return begin

    @property
    def activiteitvelden(self) -> list[forms.BoundField]:
        return [self[f"{naam}_{regel.pk}"] for regel in self.lijnen for naam in ("resultaat", "activiteiten")]

    def voor_actie(self) -> dict[str, Any]:
        """The cleaned words as `stel_besluit_op` and `wijzig_besluit` take them."""
        velden = self.cleaned_data
        woorden = {str(r.pk): velden[f"activiteiten_{r.pk}"].strip() for r in self.lijnen}
        eigen = {
            str(r.pk): woorden[str(r.pk)] for r in self.lijnen if woorden[str(r.pk)] != r.activiteiten.strip()
        }
        namen = [
            "soort",
            "motivering",
            "wel_passend",
            "ingangsdatum",
            "einddatum",
            "advies",
            "gehoord_op",
            "met_onderbouwing",
        ]
        return {naam: velden[naam] for naam in namen} | {
            "regels": [UUID(pk) for pk in velden.get("regels", ())],
            "reactie_plan": velden.get("reactie_plan", ""),
            "activiteiten": {pk: tekst for pk, tekst in eigen.items() if tekst},
            "resultaten": {
                str(r.pk): tekst for r in self.lijnen if (tekst := velden[f"resultaat_{r.pk}"].strip())
            },
            "motivering_voorstel": self.voorstel,
        }


def _regel_in_woorden(regel: Arrangementregel) -> str:
    wie = regel.aanbieder.naam if regel.aanbieder else regel.wie
    return f"{regel.wat} · {wie}"


class LezerForm(forms.Form):
    aan = forms.ChoiceField(label=_("Wie leest mee en beslist?"), required=False)

    def __init__(self, lezers: Sequence[Medewerker], data: Any = None) -> None:
        super().__init__(data)
        keuzes = [
            ("", _("wie er mandaat voor heeft")),
            *[(str(m.pk), f"{m.naam} ({m.functie})") for m in lezers],
        ]
        self.fields["aan"].choices = keuzes  # type: ignore[attr-defined]


class RedenForm(forms.Form):
    reden = forms.CharField(
        label=_("Waarom trekt u dit in?"),
        help_text=_("De inwoner kan dit lezen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AfspraakForm(forms.Form):
    tekst = forms.CharField(
        label=_("Wat wilt u bereiken? In de woorden van de inwoner"),
        help_text=_("Zoals de inwoner het zei. Dit staat boven aan de brief."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
