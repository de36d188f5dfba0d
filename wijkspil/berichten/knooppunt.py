"""Exchange in envelopes of the municipal hub, over folders: the same four verbs, with a wrapper around what goes and comes.

No hub is reachable from here, so the envelopes lie in folders where a Digikoppeling adapter fetches and brings them. Which envelope
belongs to which message is kept beside them (`kruis`), so that an answer can name the envelope that it answers.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wijkspil.core import klok

from .envelop import Envelop, pak_in, pak_uit, referentie_van
from .standaard import Onleesbaar, kop
from .standaard.register import bericht as definitie
from .uitwisseling import Ingekomen, Mapuitwisseling, Transportmelding, leg_neer

ANTWOORD_OP_DECLARATIE = "WMO325"


class Knooppuntmappen:
    """`Mapuitwisseling` with envelopes. `code_325`: Di01 or Du01, which the sources leave open."""

    def __init__(self, map_: Path, *, code_325: str = "Di01") -> None:
        if code_325 not in ("Di01", "Du01"):
            raise ValueError("Een 325 gaat in een Di01 of een Du01. Kies een van de twee bij GGK_325.")
        self.mappen, self.code_325 = Mapuitwisseling(map_), code_325

    def verstuur(self, cbs: str, naam: str, ruw: bytes) -> None:
        hoofd, soort = kop(ruw), definitie(kop(ruw).bericht)
        referentie = referentie_van(naam, ruw)
        if (
            soort.heen
        ):  # a return message copies the header, so who sent the heen message gets it back (IV028)
            kruis = self._lees_kruis(cbs, f"in-{soort.heen}-{hoofd.afzender}-{hoofd.identificatie}")
            e = Envelop("Du01", hoofd.ontvanger, hoofd.afzender, referentie, soort.naam, kruis, ruw)
        else:
            e = Envelop("Di01", hoofd.afzender, hoofd.ontvanger, referentie, soort.naam, "", ruw)
            if soort.naam == ANTWOORD_OP_DECLARATIE and self.code_325 == "Du01":
                e = replace(e, code="Du01", kruis=self._declaratie(cbs, ruw))
        if e.code == "Du01" and not e.kruis:
            # The heen message came before envelopes were in use: answering it beats silence, and the hub says so if it objects.
            e = replace(e, code="Di01")
        self._schrijf_kruis(cbs, f"uit-{referentie}", naam)
        self.mappen.verstuur(cbs, naam, pak_in(e, moment=klok.nu()))

    def weiger(self, cbs: str, naam: str, sha256: str, uitleg: str) -> None:
        """An Fo01 with StUF055: the payload doesn't pass level 1. Without an envelope to refer to the plain fault is all there is."""
        kruis, _, zender = self._lees_kruis(cbs, f"inhoud-{sha256}").partition(" ")
        if not kruis:
            self.mappen.weiger(cbs, naam, sha256, uitleg)
            return
        fout = Envelop("Fo01", cbs, zender, referentie_van(naam, uitleg.encode()), "", kruis, b"", uitleg)
        self.mappen.verstuur(cbs, f"{Path(naam).stem}.xml", pak_in(fout, moment=klok.nu()))

    def in_bak(self, cbs: str) -> Iterator[Ingekomen]:
        """What lies there, unwrapped. What is no good envelope, or carries another sender inside, comes as it is: it is kept and refused."""
        for stuk in self.mappen.in_bak(cbs):
            try:
                e = pak_uit(stuk.ruw)
                if e.code == "Fo01":
                    yield replace(
                        stuk, melding=Transportmelding(self._lees_kruis(cbs, f"uit-{e.kruis}"), e.fout)
                    )
                    continue
                self._onthoud(cbs, e)
            except Onleesbaar:
                yield stuk
                continue
            yield Ingekomen(stuk.naam, e.inhoud, e.zender)

    def berg_op(self, cbs: str, naam: str) -> None:
        self.mappen.berg_op(cbs, naam)

    def beschrijving(self, cbs: str) -> str:
        return f"{self.mappen.beschrijving(cbs)} (enveloppen van het gegevensknooppunt)"

    def _onthoud(self, cbs: str, e: Envelop) -> None:
        """Remember which envelope this came in; raises Onleesbaar when sender or receiver differ from those inside (M4)."""
        self._schrijf_kruis(
            cbs, f"inhoud-{hashlib.sha256(e.inhoud).hexdigest()}", f"{e.referentie} {e.zender}"
        )
        try:
            hoofd = kop(e.inhoud)
        except Onleesbaar:  # the message itself is refused later, by name of its envelope
            return
        retour = bool(definitie(hoofd.bericht).heen)
        partijen = (hoofd.ontvanger, hoofd.afzender) if retour else (hoofd.afzender, hoofd.ontvanger)
        if partijen != (e.zender, e.ontvanger):
            raise Onleesbaar("op de envelop dezelfde afzender en ontvanger als in het bericht")
        self._schrijf_kruis(cbs, f"in-{hoofd.bericht}-{hoofd.afzender}-{hoofd.identificatie}", e.referentie)

    def _declaratie(self, cbs: str, ruw: bytes) -> str:
        from .standaard import lees

        header = lees(ruw).inhoud["Header"]
        identificatie = header["DeclaratieIdentificatie"]["Identificatie"]
        return self._lees_kruis(cbs, f"in-WMO323-{header['Ontvanger']}-{identificatie}")

    def _pad(self, cbs: str, sleutel: str) -> Path:
        """Names come from outside, so a file is named by their hash."""
        map_ = self.mappen.map / cbs / "kruis"
        map_.mkdir(parents=True, exist_ok=True)
        return map_ / hashlib.sha256(sleutel.encode()).hexdigest()

    def _schrijf_kruis(self, cbs: str, sleutel: str, waarde: str) -> None:
        pad = self._pad(cbs, sleutel)
        leg_neer(pad.parent, pad.name, waarde.encode())

    def _lees_kruis(self, cbs: str, sleutel: str) -> str:
        pad = self._pad(cbs, sleutel)
        return pad.read_text(encoding="utf-8") if pad.exists() else ""
