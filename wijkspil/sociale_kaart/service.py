"""The counter of this room: what there is in the neighbourhood, by theme, district and kind."""

from uuid import UUID

from django.db.models import Q

from .models import Aanbod


def zoek(*, tekst: str = "", thema: str = "", wijk_id: UUID | None = None, soort: str = "") -> list[Aanbod]:
    """Offers that are open now, free help first and then by name; one query.

    Args:
        wijk_id: offers in this district and those that come to the whole municipality.
        tekst: part of a name, an organisation or a description.
    """
    aanbod = Aanbod.objects.filter(actief=True).select_related("wijk")
    if thema:
        aanbod = aanbod.filter(themas__contains=[thema])
    if wijk_id:
        aanbod = aanbod.filter(Q(wijk_id=wijk_id) | Q(wijk__isnull=True))
    if soort:
        aanbod = aanbod.filter(soort=soort)
    if tekst:
        aanbod = aanbod.filter(
            Q(naam__icontains=tekst) | Q(organisatie__icontains=tekst) | Q(omschrijving__icontains=tekst)
        )
    return sorted(aanbod, key=lambda a: (bool(a.eigen_prijs), a.naam.lower()))


def themas() -> list[str]:
    """Every theme that an open offer has, by alphabet; one query."""
    lijsten = Aanbod.objects.filter(actief=True).values_list("themas", flat=True)
    return sorted({thema for lijst in lijsten for thema in lijst})


def pak_aanbod(id: UUID) -> Aanbod | None:
    """One offer that is open now."""
    return Aanbod.objects.filter(actief=True, pk=id).first()
