"""What was promised and is due: of me, or of my teams. One query for the list, one audit line."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.plannen.models import Planmoment
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, adres, pagina

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
HOOGSTENS = 200
KORT, LANG = timedelta(days=7), timedelta(days=60)


@pagina(*WIE)
def afspraken(request: Verzoek) -> HttpResponse:
    """Late, this week, and the next two months; filtered by kind and by whose they are, in the address bar."""
    door, vandaag = request.door, klok.vandaag()
    soort, van_wie = request.GET.get("soort", ""), request.GET.get("van", "mij")
    rijen = Planmoment.objects.filter(status=Planmoment.Status.OPEN, op__lte=vandaag + LANG)
    if soort in Planmoment.Soort.values:
        rijen = rijen.filter(soort=soort)
    mijn = Q(medewerker_id=door.id) | Q(medewerker__isnull=True, hulpvraag__behandelaar_id=door.id)
    zichtbaar = Hulpvraag.objects.filter(zichtbaar_voor(door)).values("pk")
    rijen = rijen.filter(mijn) if van_wie != "team" else rijen.filter(hulpvraag_id__in=zichtbaar)
    gevonden = list(rijen.select_related("hulpvraag__inwoner", "medewerker").order_by("op", "pk")[:HOOGSTENS])
    leg_inzage_vast(
        door,
        doel="afspraken nakomen",
        grond="eigen vragen en team",
        deel=f"lijst met afspraken ({len(gevonden)})",
        actie="lijst.ingezien",
    )
    context = {
        "groepen": _groepen(gevonden, vandaag),
        "vandaag": vandaag,
        "meer": len(gevonden) == HOOGSTENS,
        "soorten": _keuzes(
            request, "soort", soort, [("", _("alles")), *Planmoment.Soort.choices], van=van_wie
        ),
        "van_wie": _keuzes(
            request, "van", van_wie, [("mij", _("van mij")), ("team", _("van het team"))], soort=soort
        ),
    }
    return render(request, "werkplek/afspraken/lijst.html", context)


def _groepen(rijen: list[Planmoment], vandaag: Any) -> list[dict[str, Any]]:
    grens = vandaag + KORT
    groepen = (
        (_("Te laat"), [r for r in rijen if r.op < vandaag]),
        (_("Deze week"), [r for r in rijen if vandaag <= r.op <= grens]),
        (_("Later"), [r for r in rijen if r.op > grens]),
    )
    return [{"kop": kop, "rijen": lijst} for kop, lijst in groepen if lijst]


def _keuzes(request: Verzoek, naam: str, nu: str, keuzes: Any, **ook: str) -> list[dict[str, Any]]:
    url, rest = adres(request, "afspraken"), "".join(f"&{k}={v}" for k, v in ook.items() if v)
    return [
        {"label": label, "url": f"{url}?{naam}={sleutel}{rest}", "actief": sleutel == nu}
        for sleutel, label in keuzes
    ]
