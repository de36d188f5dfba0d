"""What somebody chose to see: from the address to a filter, and back to an address that can be shared."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Product
from wijkspil.core import klok
from wijkspil.gemeenten.models import Wijk
from wijkspil.sturing.cijfers import Namen
from wijkspil.sturing.indicatoren.basis import ONBEKEND
from wijkspil.sturing.periode import Filter, Kwartaal
from wijkspil.sturing.stand import Stand, lees_stand

KWARTALEN = 12


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
        if self.filter.wijk:
            delen["wijk"] = self.filter.wijk
        return f"?{urlencode(delen)}" if delen else ""

    @property
    def in_woorden(self) -> list[str]:
        wijk = self.filter.wijk
        naam = (
            _("alle wijken")
            if wijk is None
            else _("wijk niet bekend")
            if wijk == ONBEKEND
            else self.namen["wijk"][wijk]
        )
        return [self.filter.kwartaal.label, naam]

    @property
    def opties(self) -> dict[str, list[dict[str, Any]]]:
        """The choices of the two lists, the current one marked."""
        wijken = [("", _("Alle wijken")), *self.namen["wijk"].items(), (ONBEKEND, _("Wijk niet bekend"))]
        return {
            "kwartaal": [
                {"waarde": str(k), "label": k.label, "gekozen": k == self.filter.kwartaal}
                for k in self.kwartalen
            ],
            "wijk": [
                {"waarde": w, "label": naam, "gekozen": w == (self.filter.wijk or "")} for w, naam in wijken
            ],
        }


def lees_keuze(request: Any) -> Keuze:
    """The filter in the address of this request; two queries, for the names of districts and products.

    Raises:
        Http404: a quarter or district in the address that doesn't exist here.
    """
    stand = lees_stand(request.gemeente.pk)
    vandaag = timezone.localdate(stand.bijgewerkt) if stand else klok.vandaag()
    kwartalen = Kwartaal.van(vandaag).reeks(KWARTALEN)[::-1]
    namen = {
        "wijk": {str(pk): naam for pk, naam in Wijk.objects.order_by("naam").values_list("pk", "naam")},
        "product": dict(Product.objects.order_by("geldig_van").values_list("code", "naam")),
    }
    gevraagd = request.GET.get("kwartaal", "")
    kwartaal = Kwartaal.lees(gevraagd) if gevraagd else kwartalen[0]
    wijk = request.GET.get("wijk", "") or None
    if kwartaal not in kwartalen or (wijk not in namen["wijk"] and wijk not in (None, ONBEKEND)):
        raise Http404
    return Keuze(Filter.voor(kwartaal, vandaag, wijk), stand, namen, kwartalen)
