"""Who may open a question, and why. The only way to a `Hulpvraag` from a page.

Relation first: who handles it, whose team has it, who took it in, who must read or act on it now. A role alone never opens a file (A3).
A colleague without a relation gets a refusal with an explanation; somebody from elsewhere finds nothing.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from wijkspil.core import klok
from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.grens import is_alleen_lezen
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.core.vaste_vraag import VasteVraag

from .models import Hulpvraag, Noodtoegang, Stap

# Back office acts on a file from decision to delivery, and only then.
STAPPEN_BACKOFFICE = (Stap.BESLUIT, Stap.AFSPRAAK, Stap.OPDRACHT, Stap.LEVERING)

_MET_MENSEN = VasteVraag(
    lambda id: Hulpvraag.objects.filter(pk=id).select_related("inwoner", "team", "behandelaar")
)


def relatie(door: Door, hulpvraag: Hulpvraag) -> str | None:
    """The relation between a person and a file in words for the audit line, or None when there is none."""
    if door.soort is Soort.SYSTEEM:
        return "systeem"
    if door.soort is not Soort.MEDEWERKER:
        return None
    if hulpvraag.behandelaar_id is not None and hulpvraag.behandelaar_id == door.id:
        return "behandelaar"
    if (
        hulpvraag.arrangeur_id is not None
        and hulpvraag.arrangeur_id == door.id
        and door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER)
    ):
        return "arrangeur"
    if hulpvraag.team_id in door.teams and door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER):
        return "team van de vraag"
    if is_tweede_lezer(door, hulpvraag):
        return "tweede lezer"
    if door.heeft(Rol.FRONTOFFICE) and (
        hulpvraag.opgenomen_door == door.id
        or (hulpvraag.stap in (Stap.CONTACT, Stap.MELDING) and not hulpvraag.behandelaar_id)
    ):
        return "nam de vraag op" if hulpvraag.opgenomen_door == door.id else "nog te verdelen vraag"
    if door.heeft(Rol.BACKOFFICE) and hulpvraag.stap in STAPPEN_BACKOFFICE:
        return "afhandeling backoffice"
    return None


def is_tweede_lezer(door: Door, hulpvraag: Hulpvraag) -> bool:
    """Whether a decision on this question waits for this person to read it, from whatever team."""
    return (
        hulpvraag.tweede_lezer_id is not None
        and hulpvraag.tweede_lezer_id == door.id
        and hulpvraag.stap != Stap.AFGESLOTEN
    )


def zichtbaar_voor(door: Door) -> Q:
    """The same rule as `relatie`, as a filter for lists."""
    if door.soort is Soort.SYSTEEM:
        return Q()
    regel = Q(pk__in=[])
    if door.id is not None:
        regel = Q(behandelaar_id=door.id) | Q(tweede_lezer_id=door.id) & ~Q(stap=Stap.AFGESLOTEN)
    if door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER):
        regel |= Q(team_id__in=door.teams) | Q(arrangeur_id=door.id)
    if door.heeft(Rol.FRONTOFFICE):
        regel |= Q(opgenomen_door=door.id) | Q(
            stap__in=[Stap.CONTACT, Stap.MELDING], behandelaar__isnull=True
        )
    if door.heeft(Rol.BACKOFFICE):
        regel |= Q(stap__in=STAPPEN_BACKOFFICE)
    return regel


def _noodtoegang(door: Door, hulpvraag: Hulpvraag) -> Noodtoegang | None:
    """The break-glass access that this person has to this file right now (A4). One query, asked only without a relation."""
    if door.soort is not Soort.MEDEWERKER or door.id is None:
        return None
    return Noodtoegang.objects.filter(medewerker_id=door.id, hulpvraag=hulpvraag, tot__gt=klok.nu()).first()


def pak_hulpvraag(
    door: Door, id: UUID, *, om_te: str, deel: str = "dossier", qs: QuerySet[Hulpvraag] | None = None
) -> Hulpvraag:
    """The question with this id, for a purpose, with a line in the audit log. Two queries.

    Args:
        om_te: the purpose in plain Dutch, such as "inzien" or "besluit voorbereiden"; the resident can read it.
        qs: a queryset with the `select_related` that the page needs.

    Raises:
        Http404: no such question in this municipality.
        GeenRecht: it exists, but this colleague has nothing to do with it. The refusal is in the audit log too.
    """
    hulpvraag = _MET_MENSEN.eerste(id) if qs is None else qs.filter(pk=id).first()
    if hulpvraag is None:
        raise Http404
    grond = relatie(door, hulpvraag)
    nood = _noodtoegang(door, hulpvraag) if grond is None else None
    if nood is not None and is_alleen_lezen():
        grond = f"noodtoegang: {nood.reden}"[:120]
    inzage: dict[str, Any] = {
        "doel": om_te,
        "grond": grond or "geen relatie",
        "deel": deel,
        "dossier_id": hulpvraag.pk,
        "inwoner_id": hulpvraag.inwoner_id,
        "resultaat": "gelukt" if grond else "geweigerd",
    }
    leg_inzage_vast(door, **inzage)
    if grond is None and nood is not None:
        raise GeenRecht(
            "Met noodtoegang kunt u lezen, niet wijzigen. Moet er nu iets gebeuren, bel dan het team van deze vraag.",
            inzage=inzage,
        )
    if grond is None:
        raise GeenRecht(
            "Deze vraag is niet bij u of uw team in behandeling. Heeft u er toch iets mee te doen, vraag dan de "
            "teamleider om de vraag aan u of uw team te geven.",
            inzage=inzage,
        )
    return hulpvraag
