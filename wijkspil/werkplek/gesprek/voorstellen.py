"""Tell once: what the conversations, the household and the network already said, set ready for the investigation."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.inwoners.models import Inwoner, Relatie
from wijkspil.regels import eigen_bijdrage
from wijkspil.regels.bedrag import in_euro
from wijkspil.regels.onderzoek import Onderwerp, Stap
from wijkspil.regels.parameters import Onbekend
from wijkspil.toegang.models import Gesprek, Hulpvraag
from wijkspil.werkwijzen.voordeur import Gespreksleidraad

from .gespreksform import BELASTING

Regel = tuple[str, str]
"""A small heading and what was said under it."""


class Bekend:
    """All that is known of a question before the investigation is written; no queries of its own."""

    def __init__(
        self,
        hulpvraag: Hulpvraag,
        gesprekken: Sequence[Gesprek],
        leidraad: Gespreksleidraad,
        huisgenoten: Sequence[Inwoner],
        netwerk: Sequence[Relatie],
    ) -> None:
        self.hulpvraag, self.gesprekken, self.leidraad = hulpvraag, gesprekken, leidraad
        self.huisgenoten, self.netwerk = huisgenoten, netwerk

    def bij_stap(self, stap: Stap) -> list[Regel]:
        """What stands beside one of the five steps, in the words of the resident."""
        vraag = self.hulpvraag
        return _gevuld(
            {
                Stap.HULPVRAAG: [(_("De vraag"), vraag.vraag), *self._veld("wat_wil_ik", 0)],
                Stap.PROBLEMEN: [*self._gebieden(), *self._veld("eigen_kijk", None)],
                Stap.AARD_OMVANG: [*self._veld("wat_heb_ik_nodig", 2)],
                Stap.EIGEN_MOGELIJKHEDEN: [
                    *self._veld("wat_kan_ik", 1),
                    (_("Al geprobeerd"), vraag.al_geprobeerd),
                    (_("Mensen eromheen"), self._mensen()),
                ],
                Stap.MAATWERK: [],
            }[stap]
        )

    def onderwerp(self, onderwerp: Onderwerp, vandaag: date) -> str:
        """A first text for one of the topics of the law; empty when nothing was said about it."""
        inwoner = self.hulpvraag.inwoner
        regels: dict[Onderwerp, Iterable[str]] = {
            Onderwerp.BEHOEFTEN: [
                *self._teksten("wat_wil_ik"),
                *self._teksten("wat_heb_ik_nodig"),
                inwoner.wensen,
            ],
            Onderwerp.EIGEN_KRACHT: [
                *self._teksten("wat_kan_ik"),
                _talent(inwoner.talenten),
                self._huisgenoten(),
            ],
            Onderwerp.MANTELZORG_NETWERK: [self._mensen(), _geprobeerd(self.hulpvraag.al_geprobeerd)],
            Onderwerp.STEUN_MANTELZORGER: [self._mantelzorg()],
            Onderwerp.BIJDRAGE: [_bijdrage(vandaag)],
        }
        return "\n".join(tekst for tekst in regels.get(onderwerp, ()) if tekst)

    def _teksten(self, veld: str) -> list[str]:
        return [tekst for gesprek in self.gesprekken if (tekst := getattr(gesprek, veld))]

    def _veld(self, veld: str, vraag: int | None) -> list[Regel]:
        vragen = self.leidraad.vragen
        kop = vragen[vraag] if vraag is not None and vraag < len(vragen) else _("De inwoner zelf")
        return [(kop, tekst) for tekst in self._teksten(veld)]

    def _gebieden(self) -> list[Regel]:
        labels = {g.sleutel: g.label for g in self.leidraad.leefgebieden}
        return [
            (labels.get(sleutel, sleutel), tekst)
            for gesprek in self.gesprekken
            for sleutel, tekst in gesprek.leefgebieden.items()
        ]

    def _mensen(self) -> str:
        mantelzorger = _("mantelzorger")
        return ", ".join(
            f"{r.naam} ({mantelzorger if r.is_mantelzorger else r.get_soort_display()})" for r in self.netwerk
        )

    def _huisgenoten(self) -> str:
        namen = ", ".join(ander.naam for ander in self.huisgenoten)
        return _("Op hetzelfde adres: %(namen)s.") % {"namen": namen} if namen else ""

    def _mantelzorg(self) -> str:
        woorden: dict[str, Any] = dict(BELASTING)
        for gesprek in reversed(self.gesprekken):
            if zorg := gesprek.mantelzorg:
                delen = [zorg.get("wie"), woorden.get(str(zorg.get("belasting")), ""), zorg.get("wat_helpt")]
                return ". ".join(str(deel).rstrip(".") for deel in delen if deel) + "."
        return ""


def _gevuld(regels: Iterable[Regel]) -> list[Regel]:
    return [(kop, tekst) for kop, tekst in regels if tekst]


def _talent(talenten: str) -> str:
    return _("Goed in: %(talenten)s") % {"talenten": talenten} if talenten else ""


def _geprobeerd(tekst: str) -> str:
    return _("Al geprobeerd: %(tekst)s") % {"tekst": tekst} if tekst else ""


def _bijdrage(vandaag: date) -> str:
    """The contribution of the law on a day, or honestly that it isn't known yet."""
    bedrag = eigen_bijdrage.maandbedrag(vandaag)
    if isinstance(bedrag, Onbekend):
        return bedrag.reden
    return _(
        "Voor maatwerk is de eigen bijdrage hoogstens %(bedrag)s per maand voor het hele huishouden."
    ) % {"bedrag": in_euro(bedrag.cent)}
