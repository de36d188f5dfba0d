"""A decision as the page shows it: trace, mandate, four eyes, cost, and the letter. No forms, no writing."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.besluiten.actions import beoordeel_mandaat, eis_compleet, kosten_bekend
from wijkspil.besluiten.bezwaarrecht import bezwaren_van
from wijkspil.besluiten.bijdrage import Bijdragebeeld, bijdragebeeld
from wijkspil.besluiten.models import Besluit, Bezwaar
from wijkspil.besluiten.normen import normregels
from wijkspil.besluiten.uren import eis_uren, uren_achter
from wijkspil.besluiten.vorm import BesluitNietCompleet
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.leesbaar import Leesbaar, leesbaar
from wijkspil.brieven.opstellers.besluit import briefsoort
from wijkspil.brieven.render import controleer
from wijkspil.brieven.service import gegevens_beschikking
from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.gemeenten.mandaten import Mandaatoordeel
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels import wmo

from .forms import BesluitForm

STATUS = Besluit.Status


class Besluitbeeld:
    """Answers the questions of the template; each costs at most two queries and only when asked."""

    def __init__(self, besluit: Besluit, regels: Sequence[Arrangementregel], door: Door) -> None:
        self.besluit, self.regels, self.door = besluit, regels, door

    @cached_property
    def oordeel(self) -> Mandaatoordeel:
        return beoordeel_mandaat(self.besluit, self.door, regels=self.regels)

    @property
    def is_concept(self) -> bool:
        return self.besluit.status in (STATUS.CONCEPT, STATUS.TWEEDE_LEZER)

    @property
    def mag_nemen(self) -> bool:
        eigen_werk = self.besluit.opgesteld_door_id == self.door.id
        return self.is_concept and self.oordeel.mag and not (self.oordeel.vier_ogen and eigen_werk)

    @property
    def is_voor_te_leggen(self) -> bool:
        """Whether this person needs somebody else for the next act."""
        return self.besluit.status == STATUS.CONCEPT and not self.mist and not self.mag_nemen

    @cached_property
    def mist(self) -> str:
        """The first thing that is missing before it can be taken; empty when it is complete."""
        try:
            eis_compleet(self.besluit, regels=self.regels)
            if self.besluit.soort in (Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK):
                eis_uren(self.besluit.hulpvraag, self.toegekend, self.uren)
        except BesluitNietCompleet as fout:
            return str(fout)
        return ""

    @property
    def toegekend(self) -> list[Arrangementregel]:
        return [regel for regel in self.regels if regel.pk in self.besluit.regels]

    @cached_property
    def uren(self) -> list[dict[str, Any]]:
        """The hours behind it: as frozen when it was taken, or as they stand now (B61). One query, or none."""
        return self.besluit.uren or (uren_achter(self.toegekend) if self.toegekend else [])

    @property
    def bijdrage(self) -> Bijdragebeeld | None:
        """What the resident pays for what is granted, on the first day of the help. No query."""
        dag = self.besluit.ingangsdatum or klok.vandaag()
        return bijdragebeeld(self.besluit.hulpvraag, self.toegekend, dag)

    @property
    def te_berekenen(self) -> list[Arrangementregel]:
        """The lines whose hours a norm set can calculate."""
        return normregels(self.besluit.hulpvraag, self.regels) if self.is_concept else []

    @property
    def jaarkosten(self) -> int | None:
        return self.besluit.jaarkosten_cent if kosten_bekend(self.toegekend) else None

    @cached_property
    def bezwaren(self) -> list[Bezwaar]:
        """The objections against it, when it was announced. One query."""
        return bezwaren_van(self.besluit) if self.besluit.bekendgemaakt_op else []

    @property
    def bezwaar_tot(self) -> Any:
        return self.besluit.bezwaar_tot or wmo.bezwaartermijn(klok.vandaag()).laatste_dag

    @cached_property
    def ogen(self) -> list[dict[str, Any]]:
        """For `componenten/vierogen.html`: who wrote it, and who takes it under which mandate."""
        besluit = self.besluit
        schrijver = {
            "rol": _("Geschreven door"),
            "wie": besluit.opgesteld_door.naam,
            "woord": besluit.get_status_display() if self.is_concept else "",
            "toestand": "info",
        }
        if besluit.genomen_door is not None:
            assert besluit.mandaat is not None
            nemer = {
                "rol": _("Genomen door"),
                "wie": besluit.genomen_door.naam,
                "moment": besluit.genomen_op,
                "uitleg": _("Mandaat: %(grond)s") % {"grond": besluit.mandaat.grondslag},
                "woord": _("vier ogen") if besluit.genomen_door_id != besluit.opgesteld_door_id else "",
                "toestand": "goed",
            }
        else:
            lezer = besluit.tweede_lezer
            nemer = {
                "rol": _("Beslist"),
                "wie": "",
                "uitleg": self._wie_beslist(),
                "woord": _("gevraagd: %(naam)s") % {"naam": lezer.naam} if lezer else "",
                "toestand": "let-op",
            }
        return [schrijver, nemer]

    def _wie_beslist(self) -> str:
        oordeel = self.oordeel
        if oordeel.vier_ogen and self.besluit.opgesteld_door_id == self.door.id:
            wie = ", ".join(oordeel.wie_wel) or _("niemand met mandaat")
            ander = _("Dat kan: %(wie)s.") % {"wie": wie}
            return f"{oordeel.uitleg} {ander}"
        return oordeel.uitleg

    @cached_property
    def brief(self) -> Leesbaar | str:
        """The letter as text, or the sentence that says why there is none yet."""
        try:
            return leesbaar(
                controleer(briefsoort(self.besluit), gegevens_beschikking(self.besluit, regels=self.regels))
            )
        except BriefFout as fout:
            return str(fout)

    @property
    def heeft_brief(self) -> bool:
        return isinstance(self.brief, Leesbaar)


def verschillen(besluit: Besluit | None, form: BesluitForm | None) -> dict[str, Any]:
    """For `componenten/conflict.html`: what stands there now beside the words typed here."""
    velden = []
    if besluit is not None and form is not None:
        for naam in ("soort", "motivering", "wel_passend", "reactie_plan"):
            if naam in form.fields:
                nu, eigen = getattr(besluit, naam), form[naam].value() or ""
                if nu != eigen:
                    velden.append({"label": form[naam].label, "nu": nu, "eigen": eigen})
    wie = besluit.opgesteld_door.naam if besluit is not None else _("Een collega")
    return {"wie": wie, "velden": velden}
