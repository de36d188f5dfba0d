"""The providers of the practice town: they read what the municipality sends and answer as providers do.

On a 301 a 302, on a 319 a 320; when help begins a 305; at the end a 307; now and then a 317; every month a 323. They know us only by
our messages. The same seed gives the same behaviour. How they behave, all or one by one, is in `gedrag`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from wijkspil.aanbieders.models import Tarief
from wijkspil.berichten.standaard import Gelezen, bouw, kop, lees, retour
from wijkspil.berichten.standaard.register import bericht as definitie
from wijkspil.regels.bedragen import (
    Eenheid,
    Frequentie,
    Maand,
    max_output_maand,
    tarief_maal_volume,
    zondagen,
)

from .gedrag import Gedrag, Gedragingen
from .kasboek import Kasboek, Opdracht
from .tegenkant import Tegenkant
from .vragen import te_vragen

Tarieven = Callable[[str, str, str, date], int | None]
DECLARATIEDAG = 5
ONBEKEND = date(1900, 1, 1)  # a birth date that nobody knows (IV009)
_STOPREDEN = {
    "02": "02",
    "06": "39",
    "07": "31",
    "09": "38",
    "12": "37",
    "03": "36",
    "05": "36",
    "08": "36",
    "10": "36",
    "11": "36",
}
"""Which reason to stop (WMO588) is expected on which reason of change (WMO002)."""


@dataclass(slots=True)
class Gedaan:
    """What a day brought: starts, stops, requests, claims with their amount in cents."""

    gestart: int = 0
    gestopt: int = 0
    verzoeken: int = 0
    declaraties: int = 0
    gedeclareerd_cent: int = 0


class Aanbieders:
    """All providers of one municipality together."""

    def __init__(
        self,
        cbs: str,
        weg: Tegenkant,
        tarieven: Tarieven,
        *,
        zaad: int = 1,
        gedrag: Gedrag | Gedragingen | None = None,
        kasboek: Kasboek | None = None,
    ) -> None:
        self.cbs, self.weg, self.tarieven, self.zaad = cbs, weg, tarieven, zaad
        self.gedrag = gedrag if isinstance(gedrag, Gedragingen) else Gedragingen(gedrag or Gedrag(), {})
        self.boek = kasboek or Kasboek()
        self.afgekeurd: list[tuple[str, str]] = []
        self._stapel: list[tuple[str, bytes]] = []

    # the post that comes in

    def lees_post(self, dag: date) -> int:
        """Read and answer everything that lies there; returns how many pieces."""
        aantal = 0
        for _naam, ruw in self.weg.haal():
            aantal += 1
            if ruw.startswith(b"<"):
                self._lees(ruw, dag)
            else:
                self.afgekeurd.append(("transport", ruw.decode()))
        self._breng_stapel()
        return aantal

    def _lees(self, ruw: bytes, dag: date) -> None:
        hoofd = kop(ruw)
        gezien, antwoord = self.boek.gezien(hoofd.bericht, hoofd.identificatie + hoofd.afzender)
        if not gezien:
            gelezen = lees(ruw)
            assert gelezen.geldig, gelezen.fouten
            if hoofd.bericht == "WMO301":
                self._neem_op(gelezen, dag)
            if hoofd.bericht in ("WMO301", "WMO319"):
                antwoord = self._retour(gelezen, dag)
            else:
                self._kijk_na(hoofd.bericht, gelezen)
            self.boek.onthoud(hoofd.bericht, hoofd.identificatie + hoofd.afzender, antwoord)
        if antwoord is not None:
            terug = definitie(hoofd.bericht).retour
            self._stuur(hoofd.ontvanger, f"{terug}-{hoofd.ontvanger}-{hoofd.identificatie}", antwoord, dag)

    def _retour(self, gelezen: Gelezen, dag: date) -> bytes | None:
        """The return message, unless this provider keeps silent."""
        kop_ = gelezen.inhoud["Header"]
        agb, nummer = kop_["Ontvanger"], kop_["BerichtIdentificatie"]["Identificatie"]
        if self._toeval("stil", agb, nummer).random() < self.gedrag.van(agb).stil:
            return None
        eigen = str(self.boek.nummer(f"retour:{agb}"))
        return retour(gelezen, identificatie_retour=eigen, dagtekening_retour=dag)

    def _neem_op(self, gelezen: Gelezen, dag: date) -> None:
        client, agb = gelezen.inhoud["Client"], gelezen.inhoud["Header"]["Ontvanger"]
        for p in client["ToegewezenProducten"]["ToegewezenProduct"]:
            moment = datetime.combine(p["Toewijzingsdatum"], p["Toewijzingstijd"])
            bekend = self.boek.opdracht(p["ToewijzingNummer"])
            if bekend is not None and bekend.moment >= moment:
                continue  # the order of arrival has no meaning (OP080)
            omvang = p["Omvang"]
            self.boek.bewaar(
                Opdracht(
                    nummer=p["ToewijzingNummer"], agb=agb, bsn=client["Bsn"], geboren=client["Geboortedatum"]["Datum"],
                    geslacht=client["Geslacht"], naam=client["Naam"]["Geslachtsnaam"]["Achternaam"], code=p["Product"]["Code"],
                    categorie=p["Product"]["Categorie"], ingang=p["Ingangsdatum"], einde=p.get("Einddatum"),
                    volume=omvang["Volume"], eenheid=omvang["Eenheid"], frequentie=omvang["Frequentie"],
                    trap=p.get("Commentaar", "Trap: standaard").removeprefix("Trap: "), moment=moment,
                    reden=p.get("RedenWijziging", ""), begint=bekend.begint if bekend else self._begint(p, dag),
                    gestart=bekend.gestart if bekend else None, gestopt=bekend.gestopt if bekend else None,
                )
            )  # fmt: skip

    def _begint(self, product: dict[str, Any], dag: date) -> date:
        na = self._toeval("begin", product["ToewijzingNummer"]).randint(*self.gedrag.gewoon.start_na)
        begin: date = max(product["Ingangsdatum"], dag + timedelta(days=na))
        return begin

    def _kijk_na(self, soort: str, gelezen: Gelezen) -> None:
        codes = (gelezen.inhoud["Header"].get("RetourCodes") or {}).get("RetourCode", [])
        self.afgekeurd += [(soort, code) for code in codes if soort != "WMO325" or code != "0200"]

    # what they do by themselves

    def dag(self, dag: date) -> Gedaan:
        """Play one day: bring what was held up, start, stop, and on the day of the month claim the month before."""
        gedaan = Gedaan()
        for naam, ruw in self.boek.uitgesteld(dag):
            self.weg.breng(naam, ruw)
        for o in self.boek.te_starten(dag):
            o.gestart = o.begint
            if o.einde is None or o.gestart is None or o.gestart <= o.einde:
                self._regie("WMO305", o, "Start", {"StatusAanlevering": "1"}, dag)
                gedaan.gestart += 1
            else:
                o.gestopt = o.einde  # over before it began: nothing to tell
            self.boek.bewaar(o)
        for o in self.boek.te_stoppen(dag):
            o.gestopt = o.einde
            reden = _STOPREDEN.get(o.reden, "19")
            self._regie(
                "WMO307",
                o,
                "Stop",
                {"RedenBeeindiging": reden, "Einddatum": o.einde, "StatusAanlevering": "1"},
                dag,
            )
            self.boek.bewaar(o)
            gedaan.gestopt += 1
        for agb, bsn, verzoek in te_vragen(self.boek, dag, self._vraagt, self._toeval):
            self._bouw("WMO317", agb, {"Client": {"Bsn": bsn, "Verzoek": verzoek}}, dag)
            gedaan.verzoeken += 1
        if dag.day >= DECLARATIEDAG:
            self._declareer_maand(Maand.van(dag.replace(day=1) - timedelta(days=1)), dag, gedaan)
        self._breng_stapel()
        return gedaan

    def _vraagt(self, agb: str) -> float:
        return self.gedrag.van(agb).vraagt

    def _regie(self, soort: str, o: Opdracht, wat: str, velden: dict[str, Any], dag: date) -> None:
        product = {
            "ToewijzingNummer": o.nummer,
            "Product": {"Categorie": o.categorie, "Code": o.code},
            "Begindatum": o.gestart,
        }
        client = {
            "Bsn": o.bsn,
            "Geboortedatum": {"Datum": o.geboren, "DatumGebruik": "3" if o.geboren == ONBEKEND else None},
            "Geslacht": o.geslacht,
            "Naam": {"Geslachtsnaam": {"Achternaam": o.naam}},
            f"{wat}Producten": {f"{wat}Product": [product | velden]},
        }
        self._bouw(soort, o.agb, {"Client": client}, dag)

    def _declareer_maand(self, maand: Maand, dag: date, gedaan: Gedaan) -> None:
        per_agb: dict[str, list[Opdracht]] = {}
        for o in self.boek.geleverd_in(maand.eerste_dag, maand.laatste_dag):
            per_agb.setdefault(o.agb, []).append(o)
        for agb, opdrachten in per_agb.items():
            if self.boek.nog_niet_gedeclareerd(agb, str(maand)):
                gedaan.gedeclareerd_cent += self._declareer(agb, maand, opdrachten, dag)
                gedaan.declaraties += 1

    def _declareer(self, agb: str, maand: Maand, opdrachten: Iterable[Opdracht], dag: date) -> int:
        clienten: dict[str, list[dict[str, Any]]] = {}
        totaal = 0
        for o in opdrachten:
            prestatie = self._prestatie(o, maand)
            if prestatie is not None:
                totaal += prestatie["IngediendBedrag"]["Bedrag"]
                clienten.setdefault(o.bsn, []).append(prestatie)
        if clienten:
            declaratie = {
                "DeclaratieNummer": f"D{self.boek.nummer(f'declaratie:{agb}')}",
                "DeclaratiePeriode": {"Begindatum": maand.eerste_dag, "Einddatum": maand.laatste_dag},
                "DeclaratieDagtekening": dag,
                "TotaalIngediendBedrag": {"TotaalBedrag": totaal, "DebetCredit": "D"},
                "Clienten": {
                    "Client": [{"Bsn": bsn, "Prestaties": {"Prestatie": p}} for bsn, p in clienten.items()]
                },
            }
            self._bouw("WMO323", agb, {"Declaratie": declaratie}, dag)
        return totaal

    def _prestatie(self, o: Opdracht, maand: Maand) -> dict[str, Any] | None:
        van, tot = max(o.ingang, maand.eerste_dag), min(o.einde or maand.laatste_dag, maand.laatste_dag)
        tarief, volume = self.tarieven(o.agb, o.code, o.trap, van), _volume(o, maand, van, tot)
        if tarief is None or volume == 0 or van > tot:
            return None
        if self._toeval("fout", o.nummer, maand).random() < self.gedrag.van(o.agb).fout_in_declaratie:
            volume = volume * 10 + 1
        return {
            "ProductReferentie": {"ReferentieNummer": f"P{self.boek.nummer(f'prestatie:{o.agb}')}"},
            "ToewijzingNummer": o.nummer,
            "ProductCategorie": o.categorie,
            "ProductCode": o.code,
            "ProductPeriode": {"Begindatum": van, "Einddatum": tot},
            "GeleverdVolume": volume,
            "Eenheid": o.eenheid,
            "ProductTarief": tarief,
            "IngediendBedrag": {"Bedrag": tarief_maal_volume(tarief, volume, o.eenheid), "DebetCredit": "D"},
        }

    # sending

    def _bouw(self, soort: str, agb: str, inhoud: dict[str, Any], dag: date) -> None:
        nummer = f"{self.boek.nummer(f'{soort}:{agb}')}"
        identificatie = {"Identificatie": nummer, "Dagtekening": dag}
        ruw = bouw(
            soort,
            {
                "Header": {"Afzender": agb, "Ontvanger": self.cbs, "BerichtIdentificatie": identificatie},
                **inhoud,
            },
        )
        self._stuur(agb, f"{soort}-{agb}-{nummer}", ruw, dag)

    def _stuur(self, agb: str, naam: str, ruw: bytes, dag: date) -> None:
        gedrag = self.gedrag.van(agb)
        toeval = self._toeval("post", naam, self.boek.nummer("post") if gedrag.kwijt else 0)
        if toeval.random() < gedrag.kwijt:
            return
        if toeval.random() < gedrag.laat:
            self.boek.stel_uit(dag + timedelta(days=gedrag.laat_dagen), f"{naam}.xml", ruw)
            return
        stuks = [(f"{naam}.xml", ruw)]
        if toeval.random() < gedrag.dubbel:
            stuks.append((f"{naam}-nogmaals.xml", ruw))
        if toeval.random() < gedrag.fout:
            stuks = [(een, bederf(inhoud, toeval)) for een, inhoud in stuks]
        if toeval.random() < gedrag.door_elkaar:
            self._stapel += stuks
            return
        for een, inhoud in stuks:
            self.weg.breng(een, inhoud)

    def _breng_stapel(self) -> None:
        """What lay on the pile arrives the other way round: the last that was made comes first."""
        while self._stapel:
            self.weg.breng(*self._stapel.pop())

    def _toeval(self, *waarvoor: object) -> Random:
        return Random(f"{self.zaad}:{':'.join(map(str, waarvoor))}")


def bederf(ruw: bytes, toeval: Random) -> bytes:
    """Break the standard as real messages do: a code that doesn't exist, an element too few, a day in the future."""
    wijze = toeval.randrange(3)
    if wijze == 0:
        return re.sub(rb"(<[^<>]*BerichtSubversie>)2<", rb"\g<1>9<", ruw, count=1)
    if wijze == 1:
        return re.sub(rb"<[^<>/]*XsdVersie>.*?</[^<>]*:XsdVersie>", b"", ruw, count=1, flags=re.DOTALL)
    return re.sub(rb"(<[^<>]*Dagtekening>)20", rb"\g<1>21", ruw, count=1)


def _volume(o: Opdracht, maand: Maand, van: date, tot: date) -> int:
    match Frequentie(o.frequentie):
        case Frequentie.PER_DAG:
            return o.volume * ((tot - van).days + 1)
        case Frequentie.PER_WEEK if o.eenheid == Eenheid.STUKS_OUTPUT:
            return max_output_maand(maand, o.ingang, o.einde, o.volume)
        case Frequentie.PER_WEEK:
            return o.volume * zondagen(van, tot)
        case Frequentie.PER_MAAND:
            return o.volume
        case Frequentie.TOTAAL:
            return o.volume if Maand.van(max(o.gestart or o.ingang, o.ingang)) == maand else 0


def tarieven_uit_contracten() -> Tarieven:
    """What the providers know from their contracts, for the municipality that is open. One query."""
    boek: dict[tuple[str, str, str], list[tuple[date, date | None, int]]] = {}
    for t in Tarief.objects.select_related("contract__aanbieder", "product").order_by("van"):
        sleutel = (t.contract.aanbieder.agb, t.product.code, t.trap)
        boek.setdefault(sleutel, []).append((t.van, t.tot, t.cent))

    def zoek(agb: str, code: str, trap: str, dag: date) -> int | None:
        geldig = [
            cent
            for van, tot, cent in boek.get((agb, code, trap), [])
            if van <= dag and (tot is None or dag <= tot)
        ]
        return geldig[-1] if geldig else None

    return zoek
