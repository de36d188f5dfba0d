"""The journal export: what a batch costs, per contract, product and task field, in lines that balance. No residents in it.

Ledger accounts differ per municipality and aren't known here: the column says so, and the controller's package maps it. A task field
that our sources don't give is marked too, never guessed.
"""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass

from wijkspil.ondersteuning.models import Declaratieregel
from wijkspil.regels.taakvelden import Taakveld, taakveld

from .models import Betaalbatch, Betaalpost

KOPPEN = (
    "boekdatum",
    "batch",
    "soort",
    "grootboek",
    "kostenplaats",
    "product",
    "maand",
    "taakveld",
    "omschrijving",
    "debet",
    "credit",
)
NIET_INGERICHT = "niet ingericht"
NIET_BEKEND = "niet bekend"


@dataclass(frozen=True, slots=True)
class Boeking:
    """One line; one of the two amounts is nought. Cents."""

    soort: str
    kostenplaats: str
    product: str
    maand: str
    taakveld: str
    omschrijving: str
    debet: int = 0
    credit: int = 0


def boekingen(batch: Betaalbatch) -> list[Boeking]:
    """Costs in debit; in credit what the bank pays and what is set off. Two queries.

    A credit line within a claim is a negative cost, and stands in credit.
    """
    posten = list(
        Betaalpost.objects.filter(opdracht__batch=batch, actief=True)
        .select_related("opdracht__aanbieder", "declaratie", "termijn__contract", "vordering")
        .order_by("opdracht__eind_id", "-cent", "pk")
    )
    kosten: dict[tuple[str, str, str, str], int] = defaultdict(int)
    uit: list[Boeking] = []
    for r in Declaratieregel.objects.filter(
        declaratie_id__in=[p.declaratie_id for p in posten if p.declaratie_id], goedgekeurd=True
    ).select_related("toewijzing__product", "toewijzing__contract"):
        t = r.toewijzing
        assert t is not None
        veld = taakveld(t.product.categorie)
        sleutel = (
            t.contract.nummer if t.contract else NIET_BEKEND,
            t.product.code,
            f"{r.van:%Y-%m}",
            veld.code if isinstance(veld, Taakveld) else NIET_BEKEND,
        )
        kosten[sleutel] += r.telt_cent
    for (contract, product, maand, veld_code), cent in sorted(kosten.items()):
        if cent:
            uit.append(
                Boeking(
                    "kosten",
                    contract,
                    product,
                    maand,
                    veld_code,
                    f"Declaraties {maand}",
                    max(cent, 0),
                    max(-cent, 0),
                )
            )
    for p in posten:
        naam = p.opdracht.aanbieder.naam
        if p.termijn is not None:
            contract = p.termijn.contract.nummer
            maand = f"{p.termijn.periode:%Y-%m}"
            uit.append(Boeking("kosten", contract, "", maand, NIET_BEKEND, f"Termijn {maand} {naam}", p.cent))
        elif p.vordering is not None:
            nummer = p.vordering.nummer
            uit.append(Boeking("vordering", "", "", "", "", f"Verrekend {nummer} {naam}", credit=-p.cent))
    if batch.totaal_cent:
        uit.append(Boeking("bank", "", "", "", "", f"Betaalbatch {batch.nummer}", credit=batch.totaal_cent))
    return uit


def journaal(batch: Betaalbatch) -> bytes:
    """The lines as a CSV with semicolons, euros with a comma, UTF-8 with a mark so that a spreadsheet reads it.

    Raises:
        ValueError: debit and credit differ; then nothing may be booked.
    """
    regels = boekingen(batch)
    debet, credit = sum(r.debet for r in regels), sum(r.credit for r in regels)
    if debet != credit:
        raise ValueError(
            f"Journaal {batch.nummer}: debet {debet} en credit {credit} zijn niet gelijk. Er is niets vrijgegeven."
        )
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    for r in regels:
        schrijver.writerow(
            (
                f"{batch.uitvoeren_op:%Y-%m-%d}", batch.nummer, r.soort, NIET_INGERICHT, r.kostenplaats, r.product, r.maand, r.taakveld,
                veilig(r.omschrijving), _euro(r.debet), _euro(r.credit),
            )
        )  # fmt: skip
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def veilig(woorden: str) -> str:
    """Words that a spreadsheet doesn't take for a formula."""
    return f"'{woorden}" if woorden[:1] in tuple("=+-@\t\r") else woorden


def _euro(cent: int) -> str:
    return f"{cent // 100},{cent % 100:02d}" if cent else ""
