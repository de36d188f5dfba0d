"""The file: where we are, what is known, what happened, who looked, what next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import tijdlijn
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.inwoners.models import Inwoner
from wijkspil.proeftuinen.deelname import deelnames_van
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina

from .bladen import bladen
from .forms import InwonerForm
from .kader import dossierkader

WERKERS = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
FILTERS: tuple[tuple[str, str | Promise], ...] = (
    ("", _l("alles")),
    ("contact", _l("contacten")),
    ("besluit", _l("besluiten")),
    ("bericht", _l("berichten")),
    ("inzien", _l("wie keek")),
)


@pagina(*WERKERS, dossier=True)
def dossier(request: Verzoek, id: UUID) -> HttpResponse:
    """The file itself, with one time line. At most twenty queries, whatever its length."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="inzien")
    wat = request.GET.get("toon", "")
    regels = [] if wat == "inzien" else tijdlijn.gebeurd(hulpvraag.pk, groepen=[wat] if wat else ())
    if wat in ("", "inzien"):
        regels += tijdlijn.ingezien(hulpvraag.pk) if wat else tijdlijn.ingezien_kort(hulpvraag.pk)
    url = adres(request, "dossier", id=id)
    return render(
        request,
        "werkplek/dossier/dossier.html",
        dossierkader(request, hulpvraag)
        | {
            "dagen": tijdlijn.per_dag(regels),
            "deelnames": [d for d in deelnames_van(hulpvraag) if d.tot is None],
            "bladen": bladen(request, id),
            "filters": [
                {
                    "label": label,
                    "url": f"{url}?toon={sleutel}#tijdlijn" if sleutel else f"{url}#tijdlijn",
                    "actief": sleutel == wat,
                }
                for sleutel, label in FILTERS
            ],
            "andere_vragen": list(
                Hulpvraag.objects.filter(inwoner_id=hulpvraag.inwoner_id)
                .exclude(pk=hulpvraag.pk)
                .order_by("-gemaakt_op")[:5]
            ),
        },
    )


@pagina(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, methoden=("GET", "POST"), dossier=True)
def inwoner(request: Verzoek, id: UUID) -> HttpResponse:
    """Change what we know of the resident. A conflict shows both versions and keeps what was typed."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gegevens bijwerken", deel="persoonsgegevens")
    kader = dossierkader(request, hulpvraag)
    if request.method != "POST":
        return render(
            request,
            "werkplek/dossier/inwoner.html",
            kader | {"form": InwonerForm(instance=hulpvraag.inwoner)},
        )
    form = InwonerForm(request.POST, instance=Inwoner(rev=hulpvraag.inwoner.rev))
    form.fields["rev"].initial = hulpvraag.inwoner.rev
    if not form.is_valid():
        return render(request, "werkplek/dossier/inwoner.html", kader | {"form": form}, status=422)
    velden: dict[str, Any] = {naam: form.cleaned_data[naam] for naam in InwonerForm.Meta.fields}
    velden["postcode"] = velden["postcode"].replace(" ", "").upper()
    if form.cleaned_data["rev"] != hulpvraag.inwoner.rev:
        return _botsing(request, kader, form, velden, hulpvraag.inwoner)
    try:
        with transaction.atomic():
            wijzig_inwoner(hulpvraag.inwoner, door=request.door, **velden)
    except Botsing as botsing:
        return _botsing(request, kader, form, velden, botsing.rij)
    except IntegrityError:
        form.add_error(
            "bsn",
            _("Dit BSN hoort al bij een andere inwoner. Zoek die op; misschien is het dezelfde persoon."),
        )
        return render(request, "werkplek/dossier/inwoner.html", kader | {"form": form}, status=422)
    messages.success(request, _("Bewaard."))
    return naar(request, "dossier", id=id)


def _botsing(
    request: Verzoek, kader: dict[str, Any], form: InwonerForm, velden: dict[str, Any], nu: Any
) -> HttpResponse:
    anders = [
        {"label": form.fields[naam].label, "nu": getattr(nu, naam), "eigen": waarde}
        for naam, waarde in velden.items()
        if getattr(nu, naam) != waarde
    ]
    form.data = {**form.data.dict(), "rev": str(nu.rev)}  # type: ignore[attr-defined]
    return render(
        request, "werkplek/dossier/inwoner.html", kader | {"form": form, "conflict": anders}, status=409
    )
