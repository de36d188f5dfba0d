"""The letter of a decision as PDF, before it goes out."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijkspil.besluiten.access import pak_besluit
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.service import voorbeeld_beschikking
from wijkspil.core.door import Rol
from wijkspil.scherm.pdf import niet_te_maken, pdf_in_kader
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.pagina import Verzoek, adres, pagina


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE, dossier=True)
def brief_voorbeeld(request: Verzoek, id: UUID, besluit_id: UUID) -> HttpResponse:
    """The PDF inside the page, marked as a draft by its recipient mark. Writes nothing but the audit line."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brief bekijken", deel="besluit")
    besluit = pak_besluit(hulpvraag, besluit_id)
    try:
        pdf = voorbeeld_beschikking(besluit)
    except BriefFout as fout:
        return niet_te_maken(request, str(fout), adres(request, "besluit", id=hulpvraag.pk))
    return pdf_in_kader(pdf, _("voorbeeld-%(nummer)s.pdf") % {"nummer": besluit.nummer})
