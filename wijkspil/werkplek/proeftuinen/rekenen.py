"""The business case on screen: every assumption can be changed and stands in the address, so a calculation can be shared."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.door import Rol
from wijkspil.sturing.effecten.rekenhulp import AANNAMEN, Aanname, NietTeRekenen, Zaak, reken
from wijkspil.sturing.grafiek_stijl import getal
from wijkspil.sturing.grafieken import staafgrafiek
from wijkspil.werkplek.pagina import Verzoek, pagina

EINDEN = {
    "laag": gettext_lazy("laag"),
    "waarde": gettext_lazy("waarschijnlijk"),
    "hoog": gettext_lazy("hoog"),
}
BUDGET = 1_000_000_000


class RekenForm(forms.Form):
    """Three numbers per assumption; what is left out keeps what the product proposes."""

    jaren = forms.IntegerField(label=gettext_lazy("Over hoeveel jaar?"), min_value=1, max_value=10, initial=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sleutel, a in AANNAMEN.items():
            for einde, woord in EINDEN.items():
                self.fields[f"{sleutel}_{einde}"] = forms.FloatField(
                    label=f"{a.naam}: {woord}", initial=getattr(a, einde), min_value=0, max_value=BUDGET,
                    widget=forms.NumberInput(attrs={"step": "any", "class": "utrecht-textbox", "size": 8, "aria-label": f"{a.naam}: {woord}"}),
                )  # fmt: skip

    def aannamen(self) -> dict[str, Aanname]:
        schoon = self.cleaned_data
        return {
            s: replace(a, **{einde: schoon[f"{s}_{einde}"] for einde in EINDEN}) for s, a in AANNAMEN.items()
        }

    @property
    def rijen(self) -> list[dict[str, Any]]:
        return [{"a": a, "velden": [self[f"{s}_{einde}"] for einde in EINDEN]} for s, a in AANNAMEN.items()]


@pagina(Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER)
def proeftuin_rekenhulp(request: Verzoek) -> HttpResponse:
    """What a municipality may earn or lose by it, with the range and what weighs most. No queries of its own."""
    begin = {naam: veld.initial for naam, veld in RekenForm().fields.items()}
    form = RekenForm({**begin, **request.GET.dict()})
    zaak = None
    if form.is_valid():
        try:
            zaak = reken(form.aannamen(), jaren=form.cleaned_data["jaren"])
        except NietTeRekenen as fout:
            form.add_error(f"{fout.sleutel}_waarde", str(fout))
    context = {"form": form, "zaak": _als_verhaal(zaak, form.cleaned_data["jaren"]) if zaak else None}
    return render(request, "werkplek/proeftuinen/rekenhulp.html", context)


def _als_verhaal(zaak: Zaak, jaren: int) -> dict[str, Any]:
    eind = zaak.jaren[-1]
    kans = round(100 * zaak.kans_op_winst)
    zin = _("Na %(jaren)d jaar is de kans %(kans)d%% dat de gemeente er geld aan overhoudt. In het midden is het saldo %(midden)s; negen van de tien keer ligt het tussen %(laag)s en %(hoog)s.") % {
        "jaren": jaren, "kans": kans, "midden": euro(eind.midden), "laag": euro(eind.laag), "hoog": euro(eind.hoog),
    }  # fmt: skip
    vol = round(100 * zaak.kans_vol)
    rijen: list[dict[str, Any]] = [
        {
            "jaar": _("na jaar %(n)d") % {"n": v.jaar},
            "waarde": v.midden / 1000,
            "woord": euro(v.midden),
        }
        for v in zaak.jaren
    ]
    titel = _("Saldo van de gemeente, opgeteld")
    # The number of a bar to the left would stand on the bar itself: there it goes with the name.
    staven = [
        r | {"jaar": f"{r['jaar']}: {r['woord']}", "woord": " "} if r["waarde"] < 0 else r for r in rijen
    ]
    return {
        "zin": zin,
        "terug": zaak.terugverdiend,
        "vol": _("In %(n)d%% van de toekomsten heeft het eigen team te weinig plekken: dan krijgt een deel gewone hulp.") % {"n": vol},
        "beeld": staafgrafiek(staven, categorie="jaar", waarde="waarde", bijschrift="woord", titel=titel, uitleg=zin),
        "titel": titel,
        "jaren": [[r["jaar"], euro(v.laag), r["woord"], euro(v.hoog)] for r, v in zip(rijen, zaak.jaren, strict=True)],
        "wetten": [[_("gemeente (Wmo), na alle kosten"), euro(zaak.per_wet["wmo"])], [_("zorgkantoor (Wlz)"), euro(zaak.per_wet["wlz"])], [_("zorgverzekeraar (Zvw)"), euro(zaak.per_wet["zvw"])]],
        "draai": [[AANNAMEN[s].naam, euro(laag), euro(hoog)] for s, laag, hoog in zaak.draai],
    }  # fmt: skip


def euro(waarde: float) -> str:
    """Whole euros, rounded to hundreds: more would promise too much."""
    rond = round(waarde / 100) * 100
    return f"-€\u00a0{getal(-rond)}" if rond < 0 else f"€\u00a0{getal(rond)}"
