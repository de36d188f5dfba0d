"""The conversation as one form, made from the way of working: its questions, its life areas, its carer check.

The form is flat; `stand` gives what is stored in the same flat shape, and `voor_gesprek`/`voor_inwoner` bring changes back.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.models import Gesprek
from wijkspil.werkwijzen.voordeur import Gespreksleidraad

from .forms import DeelnemersForm, verdeel_namen

VRAGEN = ("wat_wil_ik", "wat_kan_ik", "wat_heb_ik_nodig")
VINKJES = ("identiteit_vastgesteld", "pgb_uitgelegd")
ZORGVELDEN = ("zorg_wie", "zorg_belasting", "zorg_helpt")
TALENTVELDEN = ("talenten", "wensen")
BELASTING = (
    ("1", _("Het gaat goed")),
    ("2", _("Het lukt, soms is het veel")),
    ("3", _("Het is zwaar")),
    ("4", _("Het is erg zwaar")),
    ("5", _("Het gaat zo niet langer")),
)
"""The load of a carer in words, 1 to 5."""
TE_ZWAAR = 4


def _tekst(label: Any, uitleg: Any = "", rijen: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, help_text=uitleg, widget=forms.Textarea(attrs={"rows": rijen})
    )


class GespreksForm(DeelnemersForm):
    eigen_kijk = _tekst(
        _("Wat zegt de inwoner er zelf over?"),
        _("In eigen woorden. De inwoner leest dit terug in het verslag."),
        5,
    )
    identiteit_vastgesteld = forms.BooleanField(
        label=_("Identiteit vastgesteld"), required=False,
        help_text=_("Met een paspoort, identiteitskaart of rijbewijs (Wmo 2015, artikel 2.3.4)."),
    )  # fmt: skip
    pgb_uitgelegd = forms.BooleanField(
        label=_("Uitgelegd wat een persoonsgebonden budget is"), required=False,
        help_text=_("Wat het is en wat de inwoner er zelf voor moet regelen (Wmo 2015, artikel 2.3.2 lid 6)."),
    )  # fmt: skip

    def __init__(self, *args: Any, leidraad: Gespreksleidraad, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gebieden = {f"gebied_{g.sleutel}": g.sleutel for g in leidraad.leefgebieden}
        for naam, vraag in zip(VRAGEN, leidraad.vragen, strict=False):
            self.fields[naam] = _tekst(vraag, rijen=7)
        for gebied in leidraad.leefgebieden:
            self.fields[f"gebied_{gebied.sleutel}"] = _tekst(gebied.label, rijen=3)
        if leidraad.mantelzorger_bevragen:
            self._mantelzorg()
        if leidraad.talenten_bevragen:
            self.fields["talenten"] = _tekst(_("Waar is de inwoner goed in?"), rijen=2)
            self.fields["wensen"] = _tekst(_("Wat zou de inwoner graag doen of betekenen?"), rijen=2)

    def _mantelzorg(self) -> None:
        self.fields["zorg_wie"] = forms.CharField(
            label=_("Wie zorgt er voor de inwoner?"), max_length=200, required=False
        )
        self.fields["zorg_wie"].widget.attrs |= {"list": "netwerknamen", "autocomplete": "off"}
        self.fields["zorg_belasting"] = forms.ChoiceField(
            label=_("Hoe gaat het met de mantelzorger?"), choices=[*BELASTING, ("", _("Niet besproken"))],
            widget=forms.RadioSelect, required=False,
        )  # fmt: skip
        self.fields["zorg_helpt"] = _tekst(
            _("Wat zou de mantelzorger helpen?"),
            _("Vraag het de mantelzorger zelf, als dat kan zonder de inwoner erbij."),
            3,
        )

    def in_woorden(self, naam: str, waarde: Any) -> str:
        """A value as a person reads it, for the words of a collision."""
        if isinstance(waarde, bool):
            return str(_("ja") if waarde else _("nee"))
        if isinstance(waarde, list):
            return ", ".join(waarde) or "–"
        keuzes = dict(getattr(self.fields[naam], "choices", ()))
        return str(keuzes.get(waarde, waarde) or "–")

    @property
    def vragen(self) -> list[forms.BoundField]:
        return [self[naam] for naam in VRAGEN if naam in self.fields]

    @property
    def leefgebieden(self) -> list[dict[str, Any]]:
        """Areas with whether they have a note, so that those stand open."""
        return [{"veld": self[naam], "open": bool(self[naam].value())} for naam in self.gebieden]

    @property
    def vinkjes(self) -> list[forms.BoundField]:
        return [self[naam] for naam in VINKJES]

    def stand(self, gesprek: Gesprek, inwoner: Inwoner) -> dict[str, Any]:
        """What is stored now, in the shape of this form."""
        zorg = gesprek.mantelzorg
        alles: dict[str, Any] = {
            **{naam: getattr(gesprek, naam) for naam in (*VRAGEN, *VINKJES, "eigen_kijk")},
            **{naam: gesprek.leefgebieden.get(sleutel, "") for naam, sleutel in self.gebieden.items()},
            "deelnemers": sorted(gesprek.deelnemers),
            "zorg_wie": zorg.get("wie", ""),
            "zorg_belasting": str(zorg.get("belasting") or ""),
            "zorg_helpt": zorg.get("wat_helpt", ""),
            "talenten": inwoner.talenten,
            "wensen": inwoner.wensen,
        }
        return {naam: alles[naam] for naam in self.fields if naam in alles}

    def gestuurd(self) -> dict[str, Any]:
        """What came in, in the same shape; names count as one field, whatever their order."""
        vlak = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "anderen"}
        return vlak | {"deelnemers": sorted(self.namen())}

    def toon(self, stand: Mapping[str, Any], namen: Sequence[str]) -> None:
        """Put what is stored on the page."""
        bekend = [naam for naam, _label in self.fields["deelnemers"].choices]  # type: ignore[attr-defined]
        self.initial = {**stand, **verdeel_namen(namen, bekend)}

    def voor_gesprek(self, vlak: Mapping[str, Any], gesprek: Gesprek) -> dict[str, Any]:
        """The fields of the conversation after a flat change; notes of areas that this form lacks stay."""
        velden = {naam: vlak[naam] for naam in (*VRAGEN, *VINKJES, "eigen_kijk") if naam in vlak}
        notities = gesprek.leefgebieden | {sleutel: vlak[naam] for naam, sleutel in self.gebieden.items()}
        velden["leefgebieden"] = {sleutel: tekst for sleutel, tekst in notities.items() if tekst}
        if vlak["deelnemers"] != sorted(gesprek.deelnemers):
            velden["deelnemers"] = self.namen()
        if "zorg_wie" in vlak:
            velden["mantelzorg"] = _mantelzorg(vlak)
        return velden

    def voor_inwoner(self, vlak: Mapping[str, Any]) -> dict[str, Any]:
        return {naam: vlak[naam] for naam in TALENTVELDEN if naam in vlak}


def _mantelzorg(vlak: Mapping[str, Any]) -> dict[str, Any]:
    """The carer check, or nothing at all when nobody was talked about."""
    zorg = {
        "wie": vlak["zorg_wie"],
        "belasting": int(vlak["zorg_belasting"]) if vlak["zorg_belasting"] else None,
        "wat_helpt": vlak["zorg_helpt"],
    }
    return zorg if any(zorg.values()) else {}


def is_te_zwaar(gesprek: Gesprek) -> bool:
    return int(gesprek.mantelzorg.get("belasting") or 0) >= TE_ZWAAR
