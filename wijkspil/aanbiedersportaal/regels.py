"""Claim lines as text: the table that a provider fills in, pastes or uploads, and the same text back.

One line per order: `opdracht;volume`, and whatever more is known: van, tot, eenheid, bedrag, referentie, credit van, bsn. What is
left out follows from the order. A line that can't be read is kept as it is, with what is wrong with it.
"""

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from wijkspil.ondersteuning.actions import Declaratielijn
from wijkspil.ondersteuning.grenzen import productperiode
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.regels.bedragen import Eenheid, Maand, tarief_maal_volume

KOLOMMEN = (
    "opdracht",
    "van",
    "tot",
    "volume",
    "eenheid",
    "bedrag",
    "referentie",
    "credit van",
    "bsn",
    "product",
)
NODIG = ("opdracht", "volume")
MAX_REGELS = 2_000
ZONDER_NAAM = "#"
"""So begins the reference of a line that got none; it gets one when the claim is sent."""


class GeenRegels(ValueError):
    """This text is no table of claim lines; the message says what is expected."""


@dataclass
class Ruw:
    """One line as it was written: its number in the text, its cells, and what could not be read."""

    nummer: int
    cellen: dict[str, str]
    fouten: list[str] = field(default_factory=list)


def lees_tekst(tekst: str) -> list[Ruw]:
    """Cut a text into lines.

    Raises:
        GeenRegels: no heading with at least `opdracht` and `volume`, no lines, or too many.
    """
    schoon = tekst.replace("\x00", "").lstrip("\ufeff").strip()
    eerste = schoon.split("\n", 1)[0]
    teken = max(";\t,", key=eerste.count)
    try:
        rijen = list(csv.reader(io.StringIO(schoon), delimiter=teken))
    except csv.Error as fout:
        raise GeenRegels(
            _("Deze regels kunnen wij niet lezen. Bewaar het bestand als CSV met puntkomma's.")
        ) from fout
    kop = [k.strip().lower() for k in rijen[0]] if rijen else []
    if not set(NODIG) <= set(kop):
        raise GeenRegels(
            _(
                "De eerste regel noemt de kolommen, met in elk geval “opdracht” en “volume”. Andere kolommen mogen: %(kolommen)s."
            )
            % {"kolommen": ", ".join(k for k in KOLOMMEN if k not in NODIG)}
        )
    gevuld = [(n, rij) for n, rij in enumerate(rijen[1:], start=2) if any(cel.strip() for cel in rij)]
    if not gevuld:
        raise GeenRegels(_("Er staat nog geen enkele regel in."))
    if len(gevuld) > MAX_REGELS:
        raise GeenRegels(
            _(
                "Dit zijn %(n)s regels; hier gaan er %(max)s tegelijk. Splits het bestand, of stuur een bericht 323."
            )
            % {"n": len(gevuld), "max": MAX_REGELS}
        )
    return [Ruw(n, dict(zip(kop, (cel.strip() for cel in rij), strict=False))) for n, rij in gevuld]


def schrijf_tekst(lijnen: list[Declaratielijn]) -> str:
    """The lines as text that `lees_tekst` reads back to the same lines."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    for r in lijnen:
        schrijver.writerow(
            [r.toewijzing_nummer, r.van, r.tot, r.volume, r.eenheid, f"{r.cent // 100},{r.cent % 100:02d}", r.referentie,
             r.vorige_referentie if r.is_credit else "", r.bsn, r.productcode]
        )  # fmt: skip
    return uit.getvalue()


def als_lijn(ruw: Ruw, t: Toewijzing | None, maand: Maand, tarief_cent: int | None) -> Declaratielijn | None:
    """One line with everything filled in; None when something can't be read, and then `ruw.fouten` says what."""
    cel = ruw.cellen.get
    nummer = _getal(ruw, "opdracht")
    volume = _getal(ruw, "volume")
    van, tot = productperiode(t, maand) if t else (maand.eerste_dag, maand.laatste_dag)
    van, tot = _dag(ruw, "van", van), _dag(ruw, "tot", tot)
    eenheid = (cel("eenheid") or (t.eenheid if t else "82")).zfill(2)
    if eenheid not in list(Eenheid):
        ruw.fouten.append(
            _("Deze eenheid kent de standaard niet. Laat de kolom leeg, dan nemen wij die van de opdracht.")
        )
    cent = _bedrag(ruw)
    if ruw.fouten or nummer is None or volume is None:
        return None
    if cent is None:
        cent = tarief_maal_volume(tarief_cent or 0, volume, eenheid)
    return Declaratielijn(
        referentie=cel("referentie", "")[:24] or f"{ZONDER_NAAM}{ruw.nummer}",
        bsn=cel("bsn") or (t.inwoner.bsn or "" if t else ""),
        toewijzing_nummer=nummer,
        productcode=cel("product", "")[:5] or (t.product.code if t else ""),
        van=van,
        tot=tot,
        volume=volume,
        eenheid=eenheid,
        cent=cent,
        tarief_cent=None if eenheid == Eenheid.MINUUT else tarief_cent,
        is_credit=bool(cel("credit van")),
        vorige_referentie=cel("credit van") or "",
    )


def _getal(ruw: Ruw, kolom: str) -> int | None:
    tekst = ruw.cellen.get(kolom, "")
    if re.fullmatch(r"[0-9]{1,8}", tekst, re.ASCII):
        return int(tekst)
    ruw.fouten.append(
        _("Bij “%(kolom)s” hoort een heel getal; er staat “%(tekst)s”.")
        % {"kolom": kolom, "tekst": tekst[:20]}
    )
    return None


def _dag(ruw: Ruw, kolom: str, anders: date) -> date:
    tekst = ruw.cellen.get(kolom, "")
    if not tekst:
        return anders
    try:
        if gevonden := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", tekst, re.ASCII):
            return date(int(gevonden[3]), int(gevonden[2]), int(gevonden[1]))
        return date.fromisoformat(tekst)
    except ValueError:
        ruw.fouten.append(
            _("“%(tekst)s” bij “%(kolom)s” is geen dag. Schrijf 01-11-2026.")
            % {"kolom": kolom, "tekst": tekst[:20]}
        )
        return anders


def _bedrag(ruw: Ruw) -> int | None:
    """Cents; None when the cell is empty."""
    tekst = ruw.cellen.get("bedrag", "").replace("€", "").replace(" ", "")
    if not tekst:
        return None
    if "," in tekst:
        tekst = tekst.replace(".", "").replace(",", ".")
    try:
        cent = Decimal(tekst) * 100
        if cent != int(cent) or not 0 <= cent < 10**11:
            raise InvalidOperation
        return int(cent)
    except (InvalidOperation, ValueError, OverflowError):
        ruw.fouten.append(
            _("“%(tekst)s” is geen bedrag. Schrijf bijvoorbeeld 310,00.") % {"tekst": tekst[:20]}
        )
        return None
