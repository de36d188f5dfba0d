"""Judging a message against everything before it, class by class, in the order in which it must be processed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wijkspil.berichten.standaard.over_berichten import declaratie, gemeente, levering, verzoek
from wijkspil.berichten.standaard.over_berichten.register import Deel, Zicht, overboek
from wijkspil.berichten.standaard.over_berichten.stand import Stand
from wijkspil.berichten.standaard.regels.levering import VERWIJDEREN
from wijkspil.berichten.standaard.regels.register import Bevinding

DECLARATIE = "323"
_LEVERING = {"305": ("StartProducten", "StartProduct"), "307": ("StopProducten", "StopProduct")}


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What was found, and the stand afterwards: unchanged when the message was rejected (OP286); a 323 is judged per line."""

    bevindingen: tuple[Bevinding, ...]
    stand: Stand

    @property
    def codes(self) -> dict[str, list[str]]:
        """The return codes per path of a class, as `retour` takes them."""
        per_pad: dict[str, list[str]] = {}
        for een in self.bevindingen:
            per_pad.setdefault(een.pad, []).append(een.retourcode)
        return per_pad


class _Plek(NamedTuple):
    pad: str
    klasse: str
    deel: Deel
    bsn: str = ""


def beoordeel(bericht: str, inhoud: Deel, stand: Stand) -> Uitslag:
    """Judge a message that passed levels 1 and 2 on levels 3 and 4, as far as the stand holds what is needed for it."""
    nummer, gevonden = bericht[-3:], []
    nu = stand.met(lijnen=stand.lijnen.kopie()) if nummer == DECLARATIE else stand
    clienten = frozenset(t.bsn for t in stand.toewijzingen.values())
    regels = [regel for regel in overboek().values() if nummer in regel.berichten]
    for plek in _plekken(nummer, inhoud):
        z = Zicht(nu, bericht, inhoud["Header"], plek.bsn, clienten)
        hier = [regel for regel in regels if plek.klasse in regel.klassen and not regel.toets(plek.deel, z)]
        gevonden += [Bevinding(regel.nummer, regel.retourcode, plek.pad, regel.zegt) for regel in hier]
        if nummer == DECLARATIE and plek.klasse == "Prestatie":
            declaratie.verwerk(plek.deel, nu.lijnen, goedgekeurd=not hier)
        elif not hier:
            nu = _verwerk(plek, z)
    geheel_afgekeurd = any(
        een.pad in ("/Bericht/Header", "/Bericht/Declaratie") or nummer != DECLARATIE for een in gevonden
    )
    return Uitslag(tuple(gevonden), stand if geheel_afgekeurd else nu)


def _verwerk(plek: _Plek, z: Zicht) -> Stand:
    match plek.klasse:
        case "Header":
            gezien = (z.bericht, plek.deel["BerichtIdentificatie"]["Identificatie"])
            return z.stand.met(identificaties=z.stand.identificaties | {gezien})
        case "ToegewezenProduct":
            return gemeente.verwerk_toewijzing(plek.deel, z)
        case "StartProduct" | "StopProduct":
            return levering.verwerk(plek.deel, z.stand)
        case "AangevraagdProduct" | "Verzoek":
            return verzoek.verwerk(plek.deel, z)
        case "Antwoord":
            return gemeente.verwerk_antwoord(plek.deel, z)
        case "Declaratie":
            periode = plek.deel["DeclaratiePeriode"]["Begindatum"]
            nummers = z.stand.declaratienummers | {plek.deel["DeclaratieNummer"]}
            return z.stand.met(declaratienummers=nummers, laatste_periode=periode)
    return z.stand


def _plekken(nummer: str, inhoud: Deel) -> Iterator[_Plek]:
    """The classes of a message in the order of processing: deletions before what is new, credits before debits (IV008, OP366)."""
    yield _Plek("/Bericht/Header", "Header", inhoud["Header"])
    client = inhoud.get("Client")
    if client is not None:
        yield _Plek("/Bericht/Client", "Client", client, client["Bsn"])
        yield from _van_client(nummer, client)
    if nummer == "319":
        yield _Plek("/Bericht/Antwoord", "Antwoord", inhoud["Antwoord"])
    klasse = "Declaratie" if nummer == DECLARATIE else "DeclaratieAntwoord"
    if klasse in inhoud:
        yield from _van_declaratie(klasse, inhoud[klasse])


def _van_client(nummer: str, client: Deel) -> Iterator[_Plek]:
    if nummer in _LEVERING:
        lijst = list(_rij(client, *_LEVERING[nummer]))
        yield from sorted(lijst, key=lambda plek: plek.deel["StatusAanlevering"] != VERWIJDEREN)
    elif nummer == "301":
        yield from _rij(client, "ToegewezenProducten", "ToegewezenProduct")
    elif nummer == "315":
        yield from _rij(client, "AangevraagdeProducten", "AangevraagdProduct")
    elif nummer == "317":
        heel = client["Verzoek"]
        for houder, klasse in (
            ("OngewijzigdeProducten", "OngewijzigdProduct"),
            ("TeWijzigenProducten", "TeWijzigenProduct"),
            ("NieuweProducten", "NieuwProduct"),
        ):
            yield from _rij(heel, houder, klasse, "/Bericht/Client/Verzoek", client["Bsn"])
        yield _Plek("/Bericht/Client/Verzoek", "Verzoek", heel, client["Bsn"])


def _rij(
    deel: Deel, houder: str, klasse: str, pad: str = "/Bericht/Client", bsn: str = ""
) -> Iterator[_Plek]:
    for n, een in enumerate(deel.get(houder, {}).get(klasse, ()), start=1):
        yield _Plek(f"{pad}/{houder}/{klasse}[{n}]", klasse, een, bsn or deel["Bsn"])


def _van_declaratie(klasse: str, geheel: Deel) -> Iterator[_Plek]:
    yield _Plek(f"/Bericht/{klasse}", klasse, geheel)
    lijnen = []
    for n, client in enumerate(geheel.get("Clienten", {}).get("Client", ()), start=1):
        pad = f"/Bericht/{klasse}/Clienten/Client[{n}]"
        yield _Plek(pad, "Client", client, client["Bsn"])
        lijnen += list(_rij(client, "Prestaties", "Prestatie", pad, client["Bsn"]))
    yield from sorted(lijnen, key=lambda plek: not declaratie.is_credit(plek.deel))
