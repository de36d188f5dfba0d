"""My letters: the same words as on paper, on the screen and as a PDF."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.brieven.access import pak_brief
from wijkspil.brieven.actions import met_bewaakt_adres, pdf_van
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.leesbaar import leesbaar
from wijkspil.brieven.models import Brief
from wijkspil.brieven.render import controleer
from wijkspil.scherm.pdf import niet_te_maken, pdf_als_bestand
from wijkspil.toegang.models import Hulpvraag

from .pagina import Verzoek, adres, eigen_vraag, mijn
from .vraag import kop


@mijn(vraag=True)
def brieven(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = eigen_vraag(request, id, om_te=_("de brieven bekijken"), deel="brieven")
    gevonden = (
        Brief.objects.filter(hulpvraag=hulpvraag, status=Brief.Status.VERZONDEN)
        .defer("pdf", "gegevens")
        .order_by("-verzonden_op", "-gemaakt_op")
    )
    return render(request, "portaal/brieven.html", kop(request, hulpvraag) | {"brieven": list(gevonden)})


@mijn(vraag=True)
def brief(request: Verzoek, id: UUID, brief_id: UUID) -> HttpResponse:
    """One letter as text."""
    hulpvraag = eigen_vraag(request, id, om_te=_("een brief lezen"), deel="brieven")
    gekozen = _verzonden(hulpvraag, brief_id)
    tekst = leesbaar(controleer(gekozen.sjabloon, met_bewaakt_adres(gekozen.gegevens, gekozen.inwoner)))
    return render(request, "portaal/brief.html", kop(request, hulpvraag) | {"brief": gekozen, "tekst": tekst})


@mijn(vraag=True)
def brief_pdf(request: Verzoek, id: UUID, brief_id: UUID) -> HttpResponse:
    """The letter as a file to keep or print."""
    hulpvraag = eigen_vraag(request, id, om_te=_("een brief bewaren"), deel="brieven")
    gekozen = _verzonden(hulpvraag, brief_id)
    try:
        pdf = pdf_van(gekozen)
    except BriefFout as fout:
        return niet_te_maken(request, str(fout), adres(request, "brieven", id=id))
    return pdf_als_bestand(pdf, f"{gekozen.kenmerk}.pdf")


def _verzonden(hulpvraag: Hulpvraag, id: UUID) -> Brief:
    """A letter that went out: what the municipality still works on is not a letter yet."""
    gekozen = pak_brief(hulpvraag, id)
    if gekozen.status != Brief.Status.VERZONDEN:
        raise Http404
    return gekozen
