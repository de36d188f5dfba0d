"""Life events from the population register, as files in a folder: read once, errors per line, a task for a person (never an act).

One file is a CSV with a head and semicolons: `bericht;soort;dag;bsn;straat;huisnummer;postcode;woonplaats`. Who has no running
question here leaves no trace: not the name, not the number.
"""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db.models import Q

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.inwoners.models import Inwoner
from wijkspil.inwoners.zoeken import schone_postcode
from wijkspil.regels.bsn import is_geldig
from wijkspil.toegang.models import Hulpvraag, Stap

from .models import Levensgebeurtenis, Registerbestand

KOLOMMEN = ("bericht", "soort", "dag", "bsn", "straat", "huisnummer", "postcode", "woonplaats")
MET_HUISGENOTEN = frozenset({Levensgebeurtenis.Soort.OVERLIJDEN, Levensgebeurtenis.Soort.GEBOORTE})
"""A death or a birth touches everybody in the house; a move is about the one who moves."""
NAAM = "Bevolkingsadministratie"


class RegelFout(ValueError):
    """A line that can't be used; the message holds no personal data."""


@dataclass(frozen=True, slots=True)
class Bericht:
    """One line of the register, checked."""

    nummer: str
    soort: Levensgebeurtenis.Soort
    dag: date
    bsn: str
    adres: dict[str, str]


def lees_map(gemeente_id: int, map_: Path) -> list[Registerbestand]:
    """Read every CSV in a folder that was not read before, oldest name first; what was read stays where it is."""
    gelezen = []
    for pad in sorted(map_.glob("*.csv")):
        with binnen(gemeente_id):
            bestand = lees_bestand(gemeente_id, pad.name, pad.read_bytes())
        if bestand is not None:
            gelezen.append(bestand)
    return gelezen


def lees_bestand(gemeente_id: int, naam: str, inhoud: bytes) -> Registerbestand | None:
    """Read one file within an open municipality; None when these bytes were read before.

    A line with an error is named by its number and left out; the other lines count.
    """
    vingerafdruk = hashlib.sha256(inhoud).hexdigest()
    if Registerbestand.objects.filter(vingerafdruk=vingerafdruk).exists():
        return None
    berichten, fouten, regels = [], [], 0
    for regels, uitkomst in enumerate(lees_regels(inhoud), start=1):
        if isinstance(uitkomst, Bericht):
            berichten.append(uitkomst)
        else:
            fouten.append({"regel": regels, "fout": uitkomst})
    door = Door.systeem(gemeente_id, NAAM)
    with handeling(
        "registerbestand.gelezen",
        door=door,
        doel="levensgebeurtenissen lezen",
        grond="bevolkingsadministratie",
    ) as h:
        bestand = h.maak(
            Registerbestand(naam=naam[:160], vingerafdruk=vingerafdruk, regels=regels, taken=0, fouten=fouten)
        )
        bestand.taken = sum(_maak_taken(h, bestand, bericht, door) for bericht in berichten)
        h.bewaar(bestand, "taken")
        h.over(bestand)
        h.meld(naam=bestand.naam, regels=regels, taken=bestand.taken, fouten=len(fouten))
    return bestand


def lees_regels(inhoud: bytes) -> Iterator[Bericht | str]:
    """Each line as a message, or what is wrong with it in a sentence without personal data."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield "Het bestand is geen UTF-8. Vraag de afzender om het opnieuw te maken."
        return
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=";")
    if tuple(lezer.fieldnames or ()) != KOLOMMEN:
        yield f"De eerste regel moet zijn: {';'.join(KOLOMMEN)}."
        return
    for regel in lezer:
        try:
            yield _bericht({naam: (regel.get(naam) or "").strip() for naam in KOLOMMEN})
        except RegelFout as fout:
            yield str(fout)


def _bericht(velden: dict[str, str]) -> Bericht:
    if not velden["bericht"] or len(velden["bericht"]) > 60:
        raise RegelFout("Het nummer van het bericht ontbreekt of is te lang.")
    if velden["soort"] not in Levensgebeurtenis.Soort.values:
        raise RegelFout(f"De soort moet een van deze zijn: {', '.join(Levensgebeurtenis.Soort.values)}.")
    if not is_geldig(velden["bsn"]):
        raise RegelFout("Het BSN klopt niet (elfproef).")
    try:
        dag = date.fromisoformat(velden["dag"])
    except ValueError:
        raise RegelFout("De dag moet geschreven zijn als 2026-11-22.") from None
    if dag > klok.vandaag():
        raise RegelFout("De dag ligt in de toekomst.")
    soort = Levensgebeurtenis.Soort(velden["soort"])
    adres = {naam: velden[naam] for naam in ("straat", "huisnummer", "postcode", "woonplaats")}
    if soort is Levensgebeurtenis.Soort.VERHUIZING:
        adres["postcode"] = schone_postcode(adres["postcode"])
        if not (adres["postcode"] and adres["huisnummer"]):
            raise RegelFout("Bij een verhuizing horen postcode en huisnummer.")
    else:
        adres = {}
    return Bericht(velden["bericht"], soort, dag, velden["bsn"], adres)


def _maak_taken(h: Handeling, bestand: Registerbestand, bericht: Bericht, door: Door) -> int:
    """A task per running question that this touches; the same message twice makes none."""
    wie = Inwoner.objects.filter(bsn=bericht.bsn).first()
    if wie is None:
        return 0
    raakt = Q(inwoner_id=wie.pk)
    if bericht.soort in MET_HUISGENOTEN and wie.huishouden_id is not None:
        raakt |= Q(inwoner__huishouden_id=wie.huishouden_id)
    vragen = Hulpvraag.objects.filter(raakt).exclude(stap=Stap.AFGESLOTEN).select_related("inwoner")
    al = set(Levensgebeurtenis.objects.filter(bericht=bericht.nummer).values_list("hulpvraag_id", flat=True))
    nieuw = [vraag for vraag in vragen if vraag.pk not in al]
    for vraag in nieuw:
        with handeling(
            "levensgebeurtenis.ontvangen",
            door=door,
            doel="levensgebeurtenis bekijken",
            grond="bevolkingsadministratie",
        ) as binnenin:
            taak = binnenin.maak(
                Levensgebeurtenis(
                    bestand=bestand,
                    bericht=bericht.nummer,
                    soort=bericht.soort,
                    dag=bericht.dag,
                    inwoner=wie,
                    hulpvraag=vraag,
                    gegevens=bericht.adres if vraag.inwoner_id == wie.pk else {},
                )
            )
            binnenin.over(taak, dossier=vraag, inwoner=vraag.inwoner)
            binnenin.meld(soort=taak.get_soort_display(), code=bericht.soort, dag_van=bericht.dag)
    return len(nieuw)
