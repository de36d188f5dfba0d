"""The till of the practice town: two payment days a month, and a bank that pays nearly everything.

Back office prepares, contract management releases, the file goes to a bank that exists only here, and its answer is read: the same
acts as on the pages. Of the last month the batch stays where people look at it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from lxml import etree

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.betalingen.actions import (
    BatchKanNiet,
    breng_naar_bank,
    geef_vrij,
    lees_bankantwoord,
    stel_batch_op,
    vorder_terug,
)
from wijkspil.betalingen.models import Betaalbatch
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen

from .ritme import NEDERLAND
from .stad import Speler, Stad

BETAALDAGEN = (1, 20)
TERUG_EENS_PER = 40
"""One in so many payments comes back, for a reason that has nothing to do with the account."""


class Kas:
    """Plays the payment days of one municipality."""

    def __init__(self, stad: Stad, tot: datetime) -> None:
        self.stad, self.tot = stad, tot
        self.laatste = tot.astimezone(NEDERLAND).date()
        self.toeval = Random(stad.gemeente.pk)

    def avond(self, dag: date) -> None:
        """On a payment day: prepare, release, send, and read what the bank says. Nothing on other days."""
        if dag.day not in BETAALDAGEN:
            return
        moment = min(datetime.combine(dag, datetime.min.time(), NEDERLAND) + timedelta(hours=18), self.tot)
        with klok.op(moment), binnen(self.stad.gemeente.pk):
            self._betaaldag(dag)

    def _betaaldag(self, dag: date) -> None:
        maker, vrijgever = self._spelers()
        try:
            batch = self.stad.doe(stel_batch_op, door=maker.door)
        except BatchKanNiet:
            return
        if (self.laatste - dag).days < 20:  # the last one is left for who looks on
            self._vorder(maker)
            return
        self.stad.doe(geef_vrij, batch, door=vrijgever.door)
        self.stad.doe(breng_naar_bank, batch, door=maker.door)
        self.stad.doe(lees_bankantwoord, self.antwoord(batch), door=maker.door)

    def _spelers(self) -> tuple[Speler, Speler]:
        maker = self.stad.met_rol(Rol.BACKOFFICE, Random(1))
        anderen = [s for s in self.stad.spelers if Rol.CONTRACTBEHEER in s.door.rollen and s is not maker]
        return maker, anderen[0]

    def _vorder(self, wie: Speler) -> None:
        """Something to look at on the list of reclaims."""
        partij = Aanbieder.objects.filter(declaraties__isnull=False).order_by("gemaakt_op").first()
        if partij is not None:
            self.stad.doe(
                vorder_terug,
                partij,
                cent=48_050,
                reden="steekproef: uren gedeclareerd na de stopdatum",
                door=wie.door,
            )

    def antwoord(self, batch: Betaalbatch) -> bytes:
        """What the invented bank says: paid, but for one in forty."""
        naamruimte = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"
        wortel = etree.Element("Document", xmlns=naamruimte)
        rapport = etree.SubElement(wortel, "CstmrPmtStsRpt")
        etree.SubElement(etree.SubElement(rapport, "OrgnlGrpInfAndSts"), "OrgnlMsgId").text = batch.bericht_id
        blok = etree.SubElement(rapport, "OrgnlPmtInfAndSts")
        for opdracht in batch.opdrachten.exclude(cent=0).order_by("eind_id"):
            terug = self.toeval.randrange(TERUG_EENS_PER) == 0
            rij = etree.SubElement(blok, "TxInfAndSts")
            etree.SubElement(rij, "OrgnlEndToEndId").text = opdracht.eind_id
            etree.SubElement(rij, "TxSts").text = "RJCT" if terug else "ACSC"
            if terug:
                etree.SubElement(
                    etree.SubElement(etree.SubElement(rij, "StsRsnInf"), "Rsn"), "Cd"
                ).text = "MS03"
        ruw: bytes = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
        return ruw
