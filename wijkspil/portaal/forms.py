"""What a resident can fill in. Few questions, in plain words; almost nothing is compulsory."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkspil.core import klok
from wijkspil.inwoners.models import Inwoneraccount
from wijkspil.nazorg.models import Ervaring
from wijkspil.plannen.models import Doel
from wijkspil.regels.bsn import bevat_bsn

LANG = 6000


def geen_bsn(waarde: str) -> None:
    """Refuse a resident's words with a BSN in them: they go into letters, and a letter never carries one (trust L3)."""
    if bevat_bsn(waarde):
        raise ValidationError(
            _(
                "Hierin staat een burgerservicenummer (BSN). Deze woorden kunnen in een brief komen, en daar mag het niet in staan. "
                "Haal het nummer weg; wij kennen het al. Is het een telefoonnummer? Schrijf het dan zonder spaties, met een 0 ervoor."
            ),
            code="bsn_in_woorden",
        )


def vlak(
    label: Any, *, uitleg: Any = "", verplicht: bool = False, fout: Any = "", rijen: int = 5
) -> forms.CharField:
    """A text area with room to write; a long story is fine, a novel is not."""
    return forms.CharField(
        label=label,
        help_text=uitleg,
        required=verplicht,
        max_length=LANG,
        widget=forms.Textarea(attrs={"rows": rijen}),
        validators=[geen_bsn],
        error_messages={
            "required": fout,
            "max_length": _(
                "Dit is te lang voor deze pagina. Maak het korter, of vertel de rest in het gesprek."
            ),
        },
    )


class RevForm(forms.Form):
    """A form about a row that somebody else may change meanwhile."""

    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)


class HulpForm(RevForm):
    """Three questions. What was tried is asked once and never as proof (B49)."""

    wat_is_er = vlak(
        _("Wat is er aan de hand?"),
        uitleg=_("Vertel het zoals u het aan een buur vertelt. Een paar zinnen zijn genoeg."),
        rijen=6,
    )
    wat_wil_ik = vlak(
        _("Wat wilt u graag?"),
        uitleg=_("Bijvoorbeeld: weer zelf boodschappen doen, of meer mensen zien."),
        rijen=4,
    )
    al_geprobeerd = vlak(
        _("Wat heeft u al geprobeerd, en wie helpt u nu?"),
        uitleg=_("U hoeft niets te bewijzen. Wij vragen dit om te weten waar u staat."),
        rijen=4,
    )
    telefoon = forms.CharField(
        label=_("Op welk telefoonnummer kunnen wij u bellen?"),
        required=False,
        max_length=20,
        validators=[geen_bsn],
        error_messages={"max_length": _("Dit nummer is te lang. Schrijf één telefoonnummer op.")},
    )


class OpnieuwForm(forms.Form):
    wat_is_er = vlak(
        _("Wat is er nu aan de hand?"),
        uitleg=_("Wat wij al van u weten, weten wij nog. Vertel alleen wat er anders is."),
    )


class EigenPlanForm(RevForm):
    wat_wil_ik = vlak(_("Wat wil ik?"), uitleg=_("Wat moet er beter gaan? Hoe ziet een goede week eruit?"))
    wat_doe_ik = vlak(
        _("Wat doe ik zelf, en wie helpt mij daarbij?"),
        uitleg=_("Denk aan familie, buren, vrienden of een vereniging."),
    )
    wat_vraag_ik = vlak(_("Wat vraag ik van de gemeente?"), uitleg=_("Wat lukt niet zonder hulp?"))


class BerichtForm(forms.Form):
    tekst = vlak(
        _("Uw bericht"),
        verplicht=True,
        fout=_("Het bericht is nog leeg. Schrijf eerst wat u wilt zeggen."),
    )


class BezwaarForm(forms.Form):
    gronden = vlak(
        _("Waarom bent u het niet eens met het besluit?"),
        uitleg=_("U hoeft geen moeilijke woorden te gebruiken. Een paar zinnen zijn genoeg."),
        verplicht=True,
        fout=_(
            "Schrijf op waarom u het niet eens bent. Zonder reden kunnen wij uw bezwaar niet goed bekijken."
        ),
    )


class AanbiederForm(RevForm):
    """Who gives the help; the list stands in the page, in an order that favours nobody."""

    aanbieder = forms.ChoiceField(
        label=_("Wie kiest u?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies iemand uit de lijst. Weet u het niet? Stuur ons dan een bericht."),
            "invalid_choice": _("Deze keuze staat niet in de lijst. Kies iemand uit de lijst."),
        },
    )
    kende_al = forms.BooleanField(label=_("Ik kende deze organisatie al"), required=False)

    def __init__(self, *args: Any, keuzes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].choices = keuzes  # type: ignore[attr-defined]


class ErvaringForm(forms.Form):
    """A few questions on one page; per goal whether it goes better."""

    STANDEN = [("beter", _("beter")), ("gelijk", _("hetzelfde")), ("minder", _("minder goed"))]

    helpt = forms.ChoiceField(
        label=_("Helpt de hulp?"),
        choices=Ervaring.Helpt.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het beste past. “Er is nog geen hulp” mag ook.")},
    )
    gehoord = forms.ChoiceField(
        label=_("Luisterden wij goed naar u?"),
        choices=Ervaring.Gehoord.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het beste past.")},
    )
    cijfer = forms.TypedChoiceField(
        label=_("Welk cijfer geeft u?"),
        help_text=_("1 is heel slecht, 10 is heel goed."),
        choices=[("", _("geen cijfer"))] + [(str(n), str(n)) for n in range(1, 11)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    hoe_gaat_het = vlak(_("Hoe gaat het nu met u?"), rijen=4)
    wat_kan_beter = vlak(_("Wat kan beter?"), rijen=4)
    bel_mij = forms.BooleanField(label=_("Bel mij hierover"), required=False)

    def __init__(self, *args: Any, doelen: list[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doelen = doelen
        for doel in doelen:
            self.fields[f"doel_{doel.pk}"] = forms.ChoiceField(
                label=doel.tekst, choices=self.STANDEN, widget=forms.RadioSelect, required=False
            )

    def doelvelden(self) -> list[forms.BoundField]:
        return [self[f"doel_{doel.pk}"] for doel in self.doelen]

    def standen(self) -> dict[str, str]:
        """Goal id -> how it goes, for the goals that were answered."""
        return {str(d.pk): w for d in self.doelen if (w := self.cleaned_data[f"doel_{d.pk}"])}


class MeekijkForm(forms.Form):
    """Who may look along, what that person may do, and until when."""

    naam = forms.CharField(
        label=_("Hoe heet deze persoon?"),
        max_length=120,
        error_messages={"required": _("Schrijf de naam op, dan herkent u later wie meekijkt.")},
    )
    email = forms.EmailField(
        label=_("Wat is het e-mailadres van deze persoon?"),
        help_text=_("Met dit adres meldt deze persoon zich aan. Kijk goed of het klopt."),
        error_messages={
            "required": _("Schrijf het e-mailadres op; zonder adres kan deze persoon zich niet aanmelden."),
            "invalid": _("Dit is geen e-mailadres. Er hoort een @ in, zoals in naam@voorbeeld.nl."),
        },
    )
    omvang = forms.ChoiceField(
        label=_("Wat mag deze persoon?"),
        choices=Inwoneraccount.Omvang.choices,
        initial=Inwoneraccount.Omvang.MEEKIJKEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat deze persoon mag.")},
    )
    tot = forms.DateField(
        label=_("Tot en met welke dag?"),
        help_text=_("Daarna stopt het vanzelf. U kunt ook eerder stoppen."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Kies een laatste dag. Zo blijft niemand meekijken zonder dat u het weet."),
            "invalid": _("Dit is geen dag. Schrijf de dag zoals 31-12-2026."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].initial = een_jaar_verder(klok.vandaag())


def een_jaar_verder(dag: date) -> date:
    return dag + timedelta(days=365)
