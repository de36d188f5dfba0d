"""One batch: what will happen in words, one button, the second person, and every payee with how it went."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.betalingen.actions import (
    BatchKanNiet,
    bevestig_betaald,
    breng_naar_bank,
    geef_vrij,
    haal_uit_batch,
    lees_bankantwoord,
    meld_terug,
    trek_batch_in,
)
from wijkspil.betalingen.actions.batch import VRIJGEVERS
from wijkspil.betalingen.models import Betaalbatch, Betaalopdracht, Betaalpost
from wijkspil.betalingen.sepa import BestandKloptNiet
from wijkspil.betalingen.statusbestand import REDENEN, GeenStatusbestand
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.regels.iban import verkort
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .lijst import TOESTAND

PER_PAGINA = 50
OPDRACHT_TOESTAND = {
    "opgenomen": "rust",
    "verzonden": "bezig",
    "betaald": "goed",
    "terug": "fout",
    "uit": "rust",
}


class AntwoordForm(forms.Form):
    bestand = forms.FileField(
        label=_l("Antwoord van de bank"),
        help_text=_l("Het bestand met de status van deze batch (pain.002), hoogstens 5 MB."),
    )

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > 5_000_000:
            raise forms.ValidationError(_("Dit bestand is groter dan 5 MB. Kies het antwoord van de bank."))
        return bestand


@pagina(*VRIJGEVERS, methoden=("GET", "POST"))
def betaalbatch(request: Verzoek, batch_id: UUID) -> HttpResponse:
    batch = get_object_or_404(
        Betaalbatch.objects.select_related("opgesteld_door", "vrijgegeven_door", "rekening"), pk=batch_id
    )
    form = AntwoordForm()
    if request.method == "POST":
        if "antwoord" in request.POST:
            form = AntwoordForm(request.POST, request.FILES)
            if not form.is_valid():
                return _toon(request, batch, form, 422)
        doe = DADEN.get(str(request.POST.get("doe")), _onbekend)
        try:
            messages.success(request, doe(request, batch, form))
        except (BatchKanNiet, GeenStatusbestand, BestandKloptNiet) as fout:
            messages.error(request, str(fout))
        except Botsing:
            messages.error(
                request, _("Een collega was u net voor. Er is niets dubbel betaald; zo staat het nu.")
            )
        return naar(request, "betaalbatch", batch_id=batch.pk)
    return _toon(request, batch, form, 200)


def _toon(request: Verzoek, batch: Betaalbatch, form: AntwoordForm, status: int) -> HttpResponse:
    opdrachten = batch.opdrachten.select_related("aanbieder").prefetch_related(
        Prefetch(
            "posten",
            Betaalpost.objects.select_related("declaratie", "termijn", "vordering").order_by("-cent"),
        )
    )
    bladzijde = Paginator(opdrachten.order_by("eind_id"), PER_PAGINA).get_page(request.GET.get("pagina"))
    zelf = batch.vier_ogen and request.door.id == batch.opgesteld_door_id
    return render(
        request,
        "werkplek/betalingen/batch.html",
        {
            "b": batch,
            "toestand": TOESTAND[Betaalbatch.Status(batch.status)],
            "rekening": verkort(batch.rekening.iban),
            "rijen": [
                {
                    "o": o,
                    "toestand": OPDRACHT_TOESTAND[o.status],
                    "iban": verkort(o.iban),
                    "waarvoor": [_waarvoor(p) for p in o.posten.all()],
                }
                for o in bladzijde
            ],
            "pagina": bladzijde,
            "bestanden": list(batch.bestanden.order_by("soort").defer("inhoud")),
            "antwoorden": list(batch.antwoorden.order_by("ontvangen_op").defer("inhoud")),
            "zelf": zelf,
            "mag_vrijgeven": batch.status == Betaalbatch.Status.VOORSTEL and not zelf,
            "mag_bank": request.door.heeft(Rol.BACKOFFICE, Rol.CONTRACTBEHEER),
            "redenen": REDENEN.items(),
            "ogen": _ogen(batch),
            "form": form,
        },
        status=status,
    )


def _waarvoor(p: Any) -> dict[str, Any]:
    if p.declaratie is not None:
        return {
            "tekst": _("declaratie %s") % p.declaratie.nummer,
            "cent": p.cent,
            "declaratie": p.declaratie.pk,
        }
    if p.termijn is not None:
        return {"tekst": _("termijn %(maand)s") % {"maand": f"{p.termijn.periode:%m-%Y}"}, "cent": p.cent}
    return {"tekst": _("verrekend %s") % p.vordering.nummer, "cent": p.cent, "vordering": p.vordering.pk}


def _ogen(b: Betaalbatch) -> list[dict[str, Any]]:
    if b.vrijgegeven_door:
        woord, toestand = _("vrijgegeven"), "goed"
    else:
        woord, toestand = "", ""
    uitleg = (
        _("Het totaal is boven de grens: dit is altijd iemand anders.")
        if b.vier_ogen
        else _("Het totaal is onder de grens: dit mag dezelfde persoon zijn.")
    )
    return [
        {"rol": _("Opgesteld door"), "wie": b.opgesteld_door.naam, "moment": b.opgesteld_op},
        {
            "rol": _("Vrijgegeven door"),
            "wie": b.vrijgegeven_door.naam if b.vrijgegeven_door else "",
            "moment": b.vrijgegeven_op,
            "woord": woord,
            "toestand": toestand,
            "uitleg": uitleg,
        },
    ]


def _opdracht(request: Verzoek, batch: Betaalbatch) -> Betaalopdracht:
    return get_object_or_404(
        batch.opdrachten.select_related("aanbieder", "rekening", "batch"),
        eind_id=str(request.POST.get("opdracht", ""))[:35],
    )


def _onbekend(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    raise BatchKanNiet(_("Kies wat u met deze batch wilt doen."))


def _vrij(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    geef_vrij(batch, door=request.door)
    return _("De batch is vrijgegeven. Haal het bestand op en breng het naar de bank.")


def _bank(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    breng_naar_bank(batch, door=request.door)
    return _("De batch ligt bij de bank. Lees het antwoord in als het er is.")


def _intrekken(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    trek_batch_in(batch, reden=_reden(request), door=request.door)
    return _("De batch is ingetrokken. Alles staat weer open voor een volgende batch.")


def _uit(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    haal_uit_batch(_opdracht(request, batch), reden=_reden(request), door=request.door)
    return _("Deze partij is uit de batch en staat weer open.")


def _betaald(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    bevestig_betaald(_opdracht(request, batch), door=request.door)
    return _("De betaling is bevestigd.")


def _terug(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    code = str(request.POST.get("code", ""))
    meld_terug(_opdracht(request, batch), code=code if code in REDENEN else "MS03", door=request.door)
    return _("De betaling is als teruggekomen geboekt. Wat erin zat, staat weer open.")


def _antwoord(request: Verzoek, batch: Betaalbatch, form: AntwoordForm) -> str:
    antwoord, gedaan = lees_bankantwoord(form.cleaned_data["bestand"].read(), door=request.door)
    if antwoord.batch_id != batch.pk:
        return _("Dit antwoord ging over batch %(nummer)s en is daar verwerkt.") % {
            "nummer": antwoord.batch.nummer
        }
    if gedaan == 0:
        return _("In dit antwoord stond niets nieuws; er is niets veranderd.")
    return _("Het antwoord is verwerkt: %(n)s betalingen.") % {"n": gedaan}


def _reden(request: Verzoek) -> str:
    reden = str(request.POST.get("reden", "")).strip()
    if not reden:
        raise BatchKanNiet(_("Vul in waarom. Wie dit later naleest, moet het kunnen begrijpen."))
    return reden


DADEN: dict[str, Callable[[Verzoek, Betaalbatch, AntwoordForm], str]] = {
    "vrij": _vrij,
    "bank": _bank,
    "intrekken": _intrekken,
    "uit": _uit,
    "betaald": _betaald,
    "terug": _terug,
    "antwoord": _antwoord,
}


@pagina(*VRIJGEVERS)
def betaalbestand(request: Verzoek, batch_id: UUID, bestand: str) -> HttpResponse:
    """The file as it was made at the release. It holds no resident, but bank accounts: who fetches it is written down."""
    batch = get_object_or_404(Betaalbatch, pk=batch_id)
    gevonden = batch.bestanden.filter(soort=bestand).first()
    if gevonden is None:
        raise Http404
    leg_inzage_vast(
        request.door,
        doel="betalen",
        grond="wettelijke taak",
        deel=gevonden.naam,
        actie="betaalbestand.opgehaald",
    )
    soort = "application/xml" if bestand == "pain001" else "text/csv; charset=utf-8"
    return HttpResponse(
        bytes(gevonden.inhoud),
        content_type=soort,
        headers={
            "Content-Disposition": f'attachment; filename="{gevonden.naam}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
