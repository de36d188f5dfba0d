"""What somebody chose to see: from the address to a filter, and back to an address that can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import CharField, DateField, F, Model, Value
from django.db.models.functions import Cast
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.beleid.models import Besparing
from wijkspil.core import klok
from wijkspil.gemeenten.models import Team, Wijk
from wijkspil.regels.leeftijd import Leeftijdsgroep
from wijkspil.sturing.cijfers import Namen
from wijkspil.sturing.indicatoren.basis import ONBEKEND, Indicator
from wijkspil.sturing.periode import KEUZES, Filter, Kwartaal
from wijkspil.sturing.stand import Stand, lees_stand
from wijkspil.werkwijzen.kast import versies

KWARTALEN = 12

KOPPEN: Mapping[str, tuple[str | Promise, str | Promise, str | Promise]] = {
    "wijk": (__("Wijk"), __("Alle wijken"), __("Wijk niet bekend")),
    "team": (__("Team"), __("Alle teams"), __("Team niet bekend")),
    "leeftijd": (__("Leeftijd"), __("Alle leeftijden"), __("Leeftijd niet bekend")),
    "werkwijze": (__("Werkwijze"), __("Alle versies"), ""),
    "product": (__("Product"), __("Alle producten"), ""),
    "aanbieder": (__("Aanbieder"), __("Alle aanbieders"), ""),
}
"""Per choice: its name, "everything", and what it is called when it isn't known; empty where that can't be asked."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """The filter with everything that a page says about it. `stand` is None as long as there are no figures."""

    filter: Filter
    stand: Stand | None
    namen: Namen
    kwartalen: list[Kwartaal]

    @property
    def vraag(self) -> str:
        """The query string that leads back here; empty for the default."""
        delen = {"kwartaal": str(self.filter.kwartaal)} if self.filter.kwartaal != self.kwartalen[0] else {}
        delen |= self.filter.gekozen
        return f"?{urlencode(delen)}" if delen else ""

    def _woord(self, naam: str, waarde: str) -> str:
        return str(KOPPEN[naam][2]) if waarde == ONBEKEND else self.namen[naam][waarde]

    @property
    def in_woorden(self) -> list[str]:
        f = self.filter
        wijk = _("alle wijken") if f.wijk is None else self._woord("wijk", f.wijk)
        return [
            f.kwartaal.label,
            wijk,
            *(self._woord(naam, waarde) for naam, waarde in f.gekozen.items() if naam != "wijk"),
        ]

    def telt_niet_mee(self, indicator: Indicator) -> list[str]:
        """The choices that this figure doesn't know, in words; the page says so beside the figure."""
        return [
            f"{str(KOPPEN[naam][0]).lower()} ({self._woord(naam, waarde)})"
            for naam, waarde in self.filter.gekozen.items()
            if naam not in indicator.filters
        ]

    @property
    def velden(self) -> list[dict[str, Any]]:
        """The lists to choose from, the quarter first, each with the current choice marked."""
        kwartaal = [(str(k), k.label) for k in self.kwartalen]
        lijsten: list[tuple[str, str, list[tuple[str, str]], str]] = [
            ("kwartaal", _("Periode"), kwartaal, str(self.filter.kwartaal))
        ]
        for naam, (kop, alles, onbekend) in KOPPEN.items():
            namen = list(self.namen[naam].items())
            if namen:
                rij = [("", str(alles)), *namen, *([(ONBEKEND, str(onbekend))] if onbekend else [])]
                lijsten.append((naam, str(kop), rij, getattr(self.filter, naam) or ""))
        return [
            {
                "naam": naam,
                "kop": kop,
                "vast": naam in ("kwartaal", "wijk"),
                "opties": [{"waarde": w, "label": label, "gekozen": w == nu} for w, label in rij],
            }
            for naam, kop, rij, nu in lijsten
        ]

    @property
    def meer_open(self) -> bool:
        return bool(set(self.filter.gekozen) - {"wijk"})


def namen_van(request: Any) -> dict[str, dict[str, str]]:
    """The names behind every code that can be chosen or shown. One query over five tables."""

    def lijst(model: type[Model], naam: str, code: str = "pk") -> Any:
        """Rows of list, code, name and the first day, for which only products care."""
        dag = F("geldig_van") if naam == "product" else Cast(Value(None), DateField())
        return model._default_manager.annotate(
            lijst=Value(naam), code_=Cast(code, CharField()), dag=dag
        ).values_list("lijst", "code_", "naam", "dag")

    namen: dict[str, dict[str, str]] = {
        "wijk": {},
        "team": {},
        "leeftijd": {groep.value: groep.label for groep in Leeftijdsgroep},
        "werkwijze": {
            f"{request.gemeente.werkwijze}@{dag.isoformat()}": _("vanaf %(dag)s") % {"dag": f"{dag:%d-%m-%Y}"}
            for dag in sorted(versies(request.gemeente.werkwijze))
        },
        "product": {},
        "aanbieder": {},
        "besparing": {},
    }
    alles = lijst(Wijk, "wijk").union(
        lijst(Team, "team"),
        lijst(Product, "product", "code"),
        lijst(Aanbieder, "aanbieder"),
        lijst(Besparing, "besparing"),
        all=True,
    )
    for soort, code, naam, _dag in sorted(alles, key=lambda r: (r[2].lower(), str(r[3] or ""))):
        namen[soort][code] = naam
    return namen


def lees_keuze(request: Any) -> Keuze:
    """The filter in the address of this request; one query, for the names.

    Raises:
        Http404: a quarter, district, team … in the address that doesn't exist here.
    """
    stand = lees_stand(request.gemeente.pk)
    vandaag = timezone.localdate(stand.bijgewerkt) if stand else klok.vandaag()
    kwartalen = Kwartaal.van(vandaag).reeks(KWARTALEN)[::-1]
    namen = namen_van(request)
    gevraagd = request.GET.get("kwartaal", "")
    kwartaal = Kwartaal.lees(gevraagd) if gevraagd else kwartalen[0]
    if kwartaal not in kwartalen:
        raise Http404
    keuzes = {naam: waarde for naam in KEUZES if (waarde := request.GET.get(naam, ""))}
    for naam, waarde in keuzes.items():
        if waarde not in namen[naam] and not (waarde == ONBEKEND and KOPPEN[naam][2]):
            raise Http404
    return Keuze(Filter.voor(kwartaal, vandaag, **keuzes), stand, namen, kwartalen)
