"""How much will be asked: a forecast per product and district, how good such forecasts were, and what came of the ones on record (H2, B9)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Product
from wijkspil.gemeenten.models import Wijk
from wijkspil.sturing.stand import Stand, lees_stand
from wijkspil.sturing.vooruit import landelijk, vraag
from wijkspil.sturing.vooruit.vraag import MELDINGEN, Onderwerp, Vraagreeks
from wijkspil.voorspellingen.actions import AlVastgelegd, leg_voorspelling_vast
from wijkspil.voorspellingen.models import Voorspelling
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina

from . import tonen_vraag, views
from .views import WIE

LAATSTE = 12


@dataclass(frozen=True, slots=True)
class Keuze:
    """What somebody wants to see ahead, with the names of what can be chosen."""

    onderwerp: Onderwerp
    producten: dict[str, str]
    wijken: dict[str, Wijk]

    @property
    def naam(self) -> str:
        wat = _("meldingen") if self.onderwerp.wat == MELDINGEN else self.producten[self.onderwerp.wat]
        return f"{wat}, {self.wijken[self.onderwerp.wijk].naam}" if self.onderwerp.wijk else wat

    @property
    def vraag(self) -> str:
        return f"?wat={self.onderwerp.wat}&wijk={self.onderwerp.wijk}"

    def opties(self) -> dict[str, list[dict[str, Any]]]:
        wat = [(MELDINGEN, _("Meldingen")), *self.producten.items()]
        wijk = [("", _("Alle wijken")), *((pk, w.naam) for pk, w in self.wijken.items())]
        return {
            "wat": [{"waarde": w, "label": n, "gekozen": w == self.onderwerp.wat} for w, n in wat],
            "wijk": [{"waarde": w, "label": n, "gekozen": w == self.onderwerp.wijk} for w, n in wijk],
        }


def _keuze(gevraagd: Any, codes: set[str]) -> Keuze:
    """Two queries. Only products that ever began can be chosen."""
    namen = dict(Product.objects.order_by("geldig_van").values_list("code", "naam"))
    producten = {
        code: namen.get(code, code) for code in sorted(codes - {MELDINGEN}, key=lambda c: namen.get(c, c))
    }
    wijken = {str(w.pk): w for w in Wijk.objects.order_by("naam")}
    onderwerp = Onderwerp(gevraagd.get("wat", "") or MELDINGEN, gevraagd.get("wijk", ""))
    if onderwerp.wat not in {MELDINGEN, *producten} or onderwerp.wijk not in {"", *wijken}:
        raise Http404
    return Keuze(onderwerp, producten, wijken)


def _reeks(request: Verzoek, gevraagd: Any) -> tuple[Stand | None, Keuze, Vraagreeks | None]:
    stand = lees_stand(request.gemeente.pk)
    tellingen = vraag.tellingen(stand.gemeente, stand.versie) if stand else {}
    keuze = _keuze(gevraagd, {o.wat for o in tellingen})
    return stand, keuze, vraag.reeks(tellingen, keuze.onderwerp, views._peildag(stand)) if stand else None


@pagina(*WIE)
def vooruit_vraag(request: Verzoek) -> HttpResponse:
    """One series ahead, the backtest that chose the method, the national series, and what is on record. Three queries."""
    stand, keuze, reeks = _reeks(request, request.GET)
    verwachting = reeks.verwachting() if reeks else None
    context: dict[str, Any] = {
        "stand": stand,
        "keuze": keuze,
        "opties": keuze.opties(),
        "reeks": reeks,
        "vastgelegd": [
            {"v": v, "naam": _naam(v, keuze), "url": adres(request, "vooruit_voorspelling", id=v.pk)}
            for v in Voorspelling.objects.order_by("-peildag", "-gemaakt_op")[:LAATSTE]
        ],
        "landelijk": tonen_vraag.landelijk(landelijk.toets()),
        "landelijk_bron": landelijk.gegevens(),
    }
    if reeks and verwachting:
        context["figuur"] = tonen_vraag.figuur(reeks, verwachting, keuze.naam)
        context["zin"] = tonen_vraag.zin(reeks, verwachting, keuze.naam)
        context["toets"] = tonen_vraag.toets(verwachting)
    return render(request, "werkplek/vooruit/vraag.html", context)


@pagina(*WIE, methoden=("POST",))
def vooruit_vastleggen(request: Verzoek) -> HttpResponse:
    """Keep the forecast that the page showed, made anew from the same figures."""
    stand, keuze, reeks = _reeks(request, request.POST)
    verwachting = reeks.verwachting() if reeks else None
    if stand is None or reeks is None or verwachting is None:
        messages.error(
            request, _("Hierover valt nog niets te voorspellen: er zijn te weinig gebeurtenissen.")
        )
        return redirect(adres(request, "vooruit_vraag") + keuze.vraag)
    try:
        leg_voorspelling_vast(
            wat=keuze.onderwerp.wat,
            wijk=keuze.wijken[keuze.onderwerp.wijk] if keuze.onderwerp.wijk else None,
            peildag=views._peildag(stand),
            per_jaar=reeks.per_jaar,
            methode=verwachting.methode,
            gezien=len(reeks.aantallen),
            stappen=verwachting.als_rijen(reeks.vooruit),
            door=request.door,
        )
    except AlVastgelegd as fout:
        messages.info(request, str(fout))
    else:
        messages.success(request, _("Vastgelegd. Later ziet u hier wat er echt kwam."))
    return redirect(adres(request, "vooruit_vraag") + keuze.vraag)


@pagina(*WIE)
def vooruit_voorspelling(request: Verzoek, id: UUID) -> HttpResponse:
    """A forecast on record beside what came. Three queries."""
    v = get_object_or_404(Voorspelling.objects.select_related("wijk"), pk=id)
    stand = lees_stand(request.gemeente.pk)
    if stand is None:
        messages.info(
            request, _("Er zijn nog geen cijfers om naast deze voorspelling te leggen. Ververs ze eerst.")
        )
        return naar(request, "vooruit_vraag")
    tellingen = vraag.tellingen(stand.gemeente, stand.versie)
    keuze = _keuze({"wat": v.wat, "wijk": str(v.wijk_id or "")}, {v.wat, *(o.wat for o in tellingen)})
    peildag = views._peildag(stand)
    gekomen = {
        date.fromisoformat(s["begin"]): _gekomen(
            tellingen, keuze.onderwerp, date.fromisoformat(s["begin"]), v.per_jaar, peildag
        )
        for s in v.stappen
    }
    return render(
        request,
        "werkplek/vooruit/voorspelling.html",
        {"stand": stand, "v": v, "naam": keuze.naam, **tonen_vraag.naast(v, gekomen, keuze.naam)},
    )


def _gekomen(
    tellingen: dict[Onderwerp, dict[date, int]],
    onderwerp: Onderwerp,
    begin: date,
    per_jaar: int,
    peildag: date,
) -> int | None:
    """How many really came in a period; None as long as it isn't over."""
    maanden = 12 // per_jaar
    alle = [vraag.maand_verder(begin, n) for n in range(maanden + 1)]
    if alle[-1] > peildag:
        return None
    return sum(tellingen.get(onderwerp, {}).get(maand, 0) for maand in alle[:-1])


def _naam(v: Voorspelling, keuze: Keuze) -> str:
    wat = _("meldingen") if v.wat == MELDINGEN else keuze.producten.get(v.wat, v.wat)
    wijk = keuze.wijken.get(str(v.wijk_id)) if v.wijk_id else None
    return f"{wat}, {wijk.naam}" if wijk else wat
