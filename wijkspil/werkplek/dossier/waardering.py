"""The yearly appreciation of carers: recorded on the carer's page, and a list of who had none yet (B31)."""

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.inwoners.actions_rondom import leg_waardering_vast
from wijkspil.inwoners.models import Relatie, Waardering
from wijkspil.toegang.access import pak_hulpvraag, zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
HOOGSTENS = 300


@pagina(*WIE, methoden=("POST",), dossier=True)
def waardering(request: Verzoek, id: UUID, relatie_id: UUID) -> HttpResponse:
    """Record what the carer wants this year."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="mantelzorger waarderen", deel="netwerk")
    relatie = get_object_or_404(Relatie, pk=relatie_id, inwoner_id=hulpvraag.inwoner_id)
    try:
        with transaction.atomic():
            rij = leg_waardering_vast(
                relatie,
                vorm=request.POST.get("vorm", ""),
                toelichting=request.POST.get("toelichting", "")[:200],
                hulpvraag=hulpvraag,
                door=request.door,
            )
    except ValueError as fout:
        messages.error(request, str(fout))
    except IntegrityError:  # a colleague was first, in the same second
        messages.error(request, _("Een collega legde de waardering net vast."))
    else:
        messages.success(request, _("Vastgelegd voor %(jaar)d.") % {"jaar": rij.jaar})
    return naar(request, "naaste", id=id, relatie_id=relatie_id)


@pagina(*WIE)
def waarderingen(request: Verzoek) -> HttpResponse:
    """Carers around my and my teams' open questions: first who had none this year, then who had. Two queries and an audit line."""
    jaar = klok.vandaag().year
    vragen = {
        v.inwoner_id: v
        for v in Hulpvraag.objects.filter(zichtbaar_voor(request.door))
        .exclude(stap=Stap.AFGESLOTEN)
        .select_related("inwoner", "behandelaar")
        .order_by("gemaakt_op")
    }
    gekregen = Waardering.objects.filter(relatie=OuterRef("pk"), jaar=jaar)
    naasten = list(
        Relatie.objects.filter(inwoner__in=list(vragen), is_mantelzorger=True, tot__isnull=True)
        .annotate(dit_jaar=Exists(gekregen))
        .order_by("dit_jaar", "naam")[:HOOGSTENS]
    )
    leg_inzage_vast(
        request.door, doel="mantelzorgers waarderen", grond="eigen vragen en team",
        deel=f"lijst mantelzorgwaardering ({len(naasten)})", actie="lijst.ingezien",
    )  # fmt: skip
    rijen = [{"relatie": n, "vraag": vragen[n.inwoner_id]} for n in naasten]
    nog = sum(not n.dit_jaar for n in naasten)
    return render(
        request,
        "werkplek/dossier/waarderingen.html",
        {"rijen": rijen, "jaar": jaar, "nog": nog, "gedaan": len(naasten) - nog},
    )
