"""Who might come into view of the Wlz: a list that advises a conversation and shows why, also on the file itself (B23)."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.overdrachten.models import Wet, Wetdeel
from wijkspil.plannen.models import Evaluatie, Vervolgweg
from wijkspil.regels import wlz_signaal
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.wlz_signaal import Bekend, Signaal
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag, Stap, ZrmMeting
from wijkspil.werkplek.dossier.kader import leeftijd
from wijkspil.werkplek.pagina import Verzoek, pagina

HOOGSTENS = 500
VERBLIJF = "04"
LOPEND = (Toewijzing.Status.OPGEDRAGEN, Toewijzing.Status.GESTART)


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER)
def wlz_vroeg(request: Verzoek) -> HttpResponse:
    """Of me and my teams, those for whom it is time to talk, most reasons first. Two queries and an audit line."""
    vragen = list(
        met_feiten(Hulpvraag.objects.filter(zichtbaar_voor(request.door)))
        .filter(toewijzingen__status__in=LOPEND)
        .exclude(stap=Stap.AFGESLOTEN)
        .distinct()
        .select_related("inwoner", "behandelaar")[:HOOGSTENS]
    )
    signalen = weeg(vragen)
    rijen = sorted(
        (
            {"vraag": v, "signaal": signalen[v.pk], "loopt": v.naar_wlz}  # type: ignore[attr-defined]
            for v in vragen
            if signalen[v.pk].spreek
        ),
        key=lambda rij: (rij["loopt"], -rij["signaal"].punten, rij["vraag"].inwoner.achternaam),
    )
    leg_inzage_vast(
        request.door, doel="bijtijds over de Wlz praten", grond="eigen vragen en team",
        deel=f"lijst vroeg signaal Wlz ({len(rijen)})", actie="lijst.ingezien",
    )  # fmt: skip
    return render(
        request,
        "werkplek/vervolg/wlz_vroeg.html",
        {"rijen": rijen, "bekeken": len(vragen), "regel": next(iter(signalen.values()), None)},
    )


def signaal_van(hulpvraag: Hulpvraag) -> Signaal:
    """The signal of one file; two queries."""
    return weeg(list(met_feiten(Hulpvraag.objects.filter(pk=hulpvraag.pk)).select_related("inwoner")))[
        hulpvraag.pk
    ]


def met_feiten(vragen: QuerySet[Hulpvraag]) -> QuerySet[Hulpvraag]:
    """With what the rule wants to know of each, by the same query."""
    sinds = plus_maanden(klok.vandaag(), -wlz_signaal.kijk_terug_maanden())
    bij = {"hulpvraag": OuterRef("pk")}
    omhoog = Evaluatie.objects.filter(**bij, op__gte=sinds, richting=Evaluatie.Richting.OPSCHALEN)
    return vragen.annotate(
        omhoog=Subquery(omhoog.order_by().values("hulpvraag").annotate(n=Count("pk")).values("n")),
        zrm=Subquery(ZrmMeting.objects.filter(**bij).order_by("-op", "-gemaakt_op").values("scores")[:1]),
        verpleging=Exists(
            Wetdeel.objects.filter(**bij, wet=Wet.ZVW).filter(~Q(stand=Wetdeel.Stand.AFGEWEZEN))
        ),
        naar_wlz=Exists(
            Vervolgweg.objects.filter(**bij, soort=Vervolgweg.Soort.NAAR_WLZ, status=Vervolgweg.Status.LOOPT)
        ),
    )


def weeg(vragen: Sequence[Any]) -> dict[UUID, Signaal]:
    """The signal per question; one query for what runs."""
    loopt: dict[UUID, set[str]] = defaultdict(set)
    for vraag, categorie in Toewijzing.objects.filter(
        hulpvraag__in=[v.pk for v in vragen], status__in=LOPEND
    ).values_list("hulpvraag_id", "product__categorie"):
        loopt[vraag].add(categorie)
    vandaag = klok.vandaag()
    return {
        v.pk: wlz_signaal.weeg(
            Bekend(
                leeftijd=leeftijd(v.inwoner, vandaag) or None,
                opgeschaald=v.omhoog or 0,
                zrm=v.zrm or {},
                verblijf=int(VERBLIJF in loopt[v.pk]),
                verpleging=int(v.verpleging),
                soorten_hulp=len(loopt[v.pk]),
            )
        )
        for v in vragen
    }
