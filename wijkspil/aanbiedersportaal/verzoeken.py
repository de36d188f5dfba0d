"""A request (315) or a change request (317): made on the page, taken in as a message, answered by a person of the municipality."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.aanbieders.ingang import eigen_aanbieder
from wijkspil.berichten.van_scherm import BerichtNietGoed, stuur_van_scherm
from wijkspil.core import klok
from wijkspil.ondersteuning import woorden
from wijkspil.ondersteuning.access import in_zicht, is_voorbij
from wijkspil.ondersteuning.models import Aanbiederverzoek, Toewijzing
from wijkspil.ondersteuning.redenen import RedenAfwijzing
from wijkspil.ondersteuning.ruimte import ruimte
from wijkspil.regels.bedragen import Eenheid, Frequentie

from .forms import Daad
from .pagina import Verzoek, aanbiederspagina, eigen_opdracht, naar
from .verzoekforms import VERZOEKEN

PER_PAGINA = 30
V = Aanbiederverzoek.Status
TOESTAND = {V.ONTVANGEN: "bezig", V.IN_ONDERZOEK: "bezig", V.GEHONOREERD: "goed", V.AFGEWEZEN: "fout"}
ZELF = "06"
"""No referrer (COD327)."""


@aanbiederspagina("GET")
def verzoeken(request: Verzoek) -> HttpResponse:
    """What this provider asked for, by page or by message, newest first; no names. Three queries."""
    gevraagd = Aanbiederverzoek.objects.filter(aanbieder=eigen_aanbieder(request.door)).order_by(
        "-ontvangen_op"
    )
    pagina = Paginator(gevraagd, PER_PAGINA).get_page(request.GET.get("pagina"))
    rijen = [
        {
            "v": v,
            "toestand": TOESTAND[V(v.status)],
            "waarom": RedenAfwijzing(v.reden_afwijzing).label if v.reden_afwijzing else "",
            "open": v.status in (V.ONTVANGEN, V.IN_ONDERZOEK),
        }
        for v in pagina
    ]
    return render(request, "aanbieder/verzoeken.html", {"pagina": pagina, "rijen": rijen, "url": "?pagina="})


@aanbiederspagina("GET", "POST", over="opdracht")
def verzoek(request: Verzoek, id: UUID) -> HttpResponse:
    """Ask for a change of this order, or for other help for this person."""
    t = eigen_opdracht(request, id, om_te="een verzoek doen")
    if is_voorbij(t, klok.vandaag()):
        raise Http404
    if request.method != "POST":
        return _toon(request, t)
    soort = VERZOEKEN.get(request.POST.get("daad", ""))
    if soort is None:
        raise Http404
    form = soort(request.POST, toewijzing=t)
    if not form.is_valid():
        return _toon(request, t, form, status=422)
    bericht, deel = (_wijziging if soort.naam == "wijzig" else _nieuw)(request, t, form.cleaned_data)
    try:
        with transaction.atomic():
            stuur_van_scherm(bericht, deel, aanbieder=eigen_aanbieder(request.door), door=request.door)
    except BerichtNietGoed as fout:
        return _toon(request, t, form, status=422, fout=str(fout), bevindingen=fout.bevindingen)
    messages.success(request, _("Uw verzoek is bij de gemeente. Het antwoord komt bij Verzoeken te staan."))
    return naar(request, "verzoeken")


def _referentie(t: Toewijzing) -> str:
    """Unique per provider and at most twenty characters (TR347)."""
    return f"{t.nummer}-{klok.nu():%y%m%d%H%M%S}"


def _wijziging(request: Verzoek, t: Toewijzing, v: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The 317: this order as it should become, and every other order that stays as it is."""
    andere = in_zicht(request.door).filter(inwoner_id=t.inwoner_id).exclude(pk=t.pk)
    blijven = [{"ToewijzingNummer": a.nummer} for a in andere if not is_voorbij(a, klok.vandaag())]
    alleen_einde = v["volume"] == t.volume or t.frequentie == Frequentie.TOTAAL
    gewenst: date = t.ingang if alleen_einde else v["vanaf"]
    deel = {
        "Client": {
            "Bsn": t.inwoner.bsn,
            "Verzoek": {
                "ReferentieAanbieder": _referentie(t),
                "RedenVerzoek": v["reden"],
                "OngewijzigdeProducten": {"OngewijzigdProduct": blijven} if blijven else None,
                "TeWijzigenProducten": {
                    "TeWijzigenProduct": [
                        {
                            "ToewijzingNummer": t.nummer,
                            "GewensteIngangsdatum": gewenst,
                            "Einddatum": v["einde"],
                            "Omvang": {
                                "Volume": v["volume"],
                                "Eenheid": t.eenheid,
                                "Frequentie": t.frequentie,
                            },
                        }
                    ]
                },
            },
        }
    }
    return "WMO317", deel


def _nieuw(request: Verzoek, t: Toewijzing, v: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The 315: other help for the same person."""
    i, product = t.inwoner, v["product"]
    geboren = (
        {"Datum": i.geboortedatum} if i.geboortedatum else {"Datum": date(1900, 1, 1), "DatumGebruik": "3"}
    )
    naam = {"Achternaam": i.achternaam, "Voorvoegsel": i.voorvoegsel[:10] or None}
    deel = {
        "Client": {
            "Bsn": i.bsn,
            "Geboortedatum": geboren,
            "Geslacht": i.geslacht,
            "Naam": {"Geslachtsnaam": naam},
            "AangevraagdeProducten": {
                "AangevraagdProduct": [
                    {
                        "ReferentieAanbieder": _referentie(t),
                        "Product": {"Categorie": product.categorie, "Code": product.code},
                        "ToewijzingIngangsdatum": v["vanaf"],
                        "ToewijzingEinddatum": v["einde"],
                        "Omvang": {
                            "Volume": v["volume"],
                            "Eenheid": product.eenheid or Eenheid.STUKS_OUTPUT.value,
                            "Frequentie": v["frequentie"],
                        },
                        "Verwijzer": {"Type": ZELF},
                        "Commentaar": v["toelichting"],
                    }
                ]
            },
        }
    }
    return "WMO315", deel


def _toon(
    request: Verzoek, t: Toewijzing, form: Daad | None = None, *, status: int = 200, **extra: Any
) -> HttpResponse:
    formulieren = {
        naam: form if form is not None and form.naam == naam else soort(toewijzing=t)
        for naam, soort in VERZOEKEN.items()
    }
    context = {
        "t": t,
        "omvang": woorden.omvang(t),
        "ruimte": ruimte(t, klok.vandaag()),
        "formulieren": formulieren,
        "fout_form": form,
        "kan": bool(t.inwoner.bsn),
    }
    return render(request, "aanbieder/verzoek.html", context | extra, status=status)
