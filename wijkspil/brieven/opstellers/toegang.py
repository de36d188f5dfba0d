"""The confirmation of a melding and the invitation to a conversation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.gemeenten import register
from wijkspil.regels import wmo
from wijkspil.regels.duur import werkdagen
from wijkspil.toegang.models import Gesprek, Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie

from .. import woorden
from ..bewaking import BriefFout
from ..papier import Briefpapier, papier_van
from . import BriefNietNodig, Inhoud

_GESPREK = VasteVraag(
    lambda id, vraag: Gesprek.objects.filter(pk=id, hulpvraag_id=vraag).select_related("gevoerd_door")
)


def papier_bij(hulpvraag: Hulpvraag) -> Briefpapier:
    return papier_van(register.op_code(hulpvraag.gemeente_id).slug)


def ontvangstbevestiging(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    """Confirm the melding, with the terms of Wmo 2015 art. 2.3.2 lid 1 and 2 and the client support of lid 3."""
    ontvangen = hulpvraag.gemeld_op
    if ontvangen is None:
        raise BriefFout(
            _(
                "Deze vraag is nog geen melding, dus er valt niets te bevestigen. Maak er eerst een melding van."
            )
        )
    werkwijze = laad_versie(hulpvraag.werkwijze)
    spoed = hulpvraag.spoed_uiterlijk
    eerste_contact = werkdagen(max(1, werkwijze.melding.bevestiging_werkdagen)).na(ontvangen)
    return Inhoud(
        {
            "datum_melding": ontvangen,
            "hulpvraag": hulpvraag.vraag,
            "eerste_contact": max(eerste_contact, klok.vandaag()),
            "onderzoek": woorden.termijn(wmo.onderzoekstermijn(ontvangen)),
            "persoonlijk_plan": woorden.termijn(wmo.persoonlijk_plan_termijn(ontvangen)),
            "clientondersteuning": papier_bij(hulpvraag).clientondersteuning.model_dump(),
            "spoed": _(
                "Uw vraag is dringend. Wij wachten niet op het onderzoek en nemen meteen contact met u op."
            )
            if spoed is not None
            else None,
        }
    )


def uitnodiging_gesprek(hulpvraag: Hulpvraag, rij: Mapping[str, Any]) -> Inhoud:
    gesprek = _GESPREK.eerste(UUID(rij["gesprek"]), hulpvraag.pk)
    if gesprek is None:
        raise Gesprek.DoesNotExist
    gevraagd = datetime.fromisoformat(rij["moment"]) if rij.get("moment") else gesprek.moment
    if gesprek.status != Gesprek.Status.GEPLAND or gevraagd != gesprek.moment:
        raise BriefNietNodig  # cancelled, held meanwhile, or moved: a later row invites to the new moment
    moment = timezone.localtime(gesprek.moment)
    partner = gesprek.gevoerd_door
    papier = papier_bij(hulpvraag)
    return Inhoud(
        {
            "datum_gesprek": moment.date(),
            "verzet_van": rij.get("verzet_van"),
            "begintijd": f"{moment:%H.%M}",
            "duur": papier.gespreksduur,
            "plaats": _("bij u thuis") if gesprek.plaats.strip().lower() == "thuis" else gesprek.plaats,
            "gesprekspartner": ", ".join(d for d in (partner.naam, partner.functie) if d)
            if partner
            else laad_versie(hulpvraag.werkwijze).brieven.afdeling,
            "hulpvraag": hulpvraag.vraag,
            "meenemen": [
                _("uw paspoort, identiteitskaart of rijbewijs;"),
                _("uw persoonlijk plan, als u dat heeft gemaakt;"),
                _("een lijst met de hulp die u nu al krijgt."),
            ],
            "clientondersteuning": papier.clientondersteuning.model_dump(),
        }
    )
