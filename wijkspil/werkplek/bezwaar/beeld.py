"""An objection as the page shows it: its clock, what the decision rests on, who may answer. No writing."""

from datetime import timedelta
from functools import cached_property
from typing import Any

from wijkspil.besluiten.actions import beoordeel_bezwaarmandaat
from wijkspil.besluiten.actions.bezwaar_behandelen import betrokken_bij
from wijkspil.besluiten.models import Bezwaar
from wijkspil.besluiten.uren import uren_achter
from wijkspil.besluiten.vorm import besluitregels
from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.gemeenten.mandaten import Mandaatoordeel
from wijkspil.gemeenten.models import Medewerker
from wijkspil.toegang.access import relatie
from wijkspil.werkplek.klok import klok_van

from . import forms

_FORMULIEREN: dict[str, type[forms.Handelform]] = {
    "aanvullingform": forms.AanvullingForm,
    "ontvangstform": forms.OntvangstForm,
    "hoorform": forms.HoorForm,
    "nietform": forms.NietHorenForm,
    "verdaagform": forms.VerdaagForm,
    "intrekform": forms.IntrekForm,
    "beslisform": forms.BeslisForm,
}


class Bezwaarbeeld:
    """Answers the questions of the template; each costs at most two queries and only when asked."""

    def __init__(self, bezwaar: Bezwaar, door: Door) -> None:
        self.bezwaar, self.door = bezwaar, door

    @property
    def stand(self) -> Any:
        b, vandaag = self.bezwaar, klok.vandaag()
        return klok_van(
            b.termijn.laatste_dag_op(vandaag),
            vandaag=vandaag,
            begin=b.ontvangen_op,
            opgeschort=b.status == Bezwaar.Status.WACHT,
        )

    @property
    def uitleg(self) -> Any:
        return self.bezwaar.termijn.uitleg(klok.vandaag())

    @property
    def betrokken(self) -> bool:
        """Whether the reader had a part in the decision and therefore only reads along."""
        return betrokken_bij(self.bezwaar, self.door.id)

    @property
    def mag_verdelen(self) -> bool:
        return self.bezwaar.is_open and self.door.heeft(Rol.TEAMLEIDER, Rol.BACKOFFICE)

    @property
    def mag_behandelen(self) -> bool:
        return self.bezwaar.is_open and not self.betrokken

    @property
    def gehoord(self) -> bool:
        return self.bezwaar.gehoord_op is not None or bool(self.bezwaar.niet_gehoord_reden)

    @cached_property
    def oordeel(self) -> Mandaatoordeel:
        return beoordeel_bezwaarmandaat(self.bezwaar, self.door)

    @cached_property
    def mensen(self) -> list[Medewerker]:
        """Who can handle it: had no part in the decision, and has a role for it."""
        besluit = self.bezwaar.besluit
        niet = [pk for pk in (besluit.genomen_door_id, besluit.opgesteld_door_id) if pk]
        rollen = [Rol.CONSULENT.value, Rol.TEAMLEIDER.value, Rol.BACKOFFICE.value]
        return list(
            Medewerker.objects.filter(actief=True, rollen__overlap=rollen)
            .exclude(pk__in=niet)
            .order_by("naam")
        )

    @cached_property
    def uren(self) -> list[dict[str, Any]]:
        """The objectively based hours behind the decision: exactly what an objection is about (B61)."""
        besluit = self.bezwaar.besluit
        return besluit.uren or uren_achter([r for r in besluitregels(besluit.plan) if r.pk in besluit.regels])

    @property
    def opent_dossier(self) -> bool:
        return relatie(self.door, self.bezwaar.hulpvraag) is not None

    def formulier(self, naam: str, data: Any = None) -> Any:
        begin: dict[str, Any] = {
            "rev": self.bezwaar.rev,
            "op": klok.vandaag(),
            "tot": klok.vandaag() + timedelta(days=14),
        }
        if naam == "verdeelform":
            return forms.VerdeelForm(self.mensen, data, initial=begin)
        return _FORMULIEREN[naam](data, initial=begin)

    def formulieren(self) -> dict[str, Any]:
        namen = (
            list(_FORMULIEREN) if self.mag_behandelen else (["intrekform"] if self.bezwaar.is_open else [])
        )
        return {
            naam: self.formulier(naam) for naam in [*namen, *(["verdeelform"] if self.mag_verdelen else [])]
        }
