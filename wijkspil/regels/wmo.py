"""The deadlines of access to support, each made from the dated parameter that held when it began."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from wijkspil.regels.duur import Duur, Tijdseenheid
from wijkspil.regels.opschorting import OPSCHORTINGSGRONDEN, Opschortingsgrond
from wijkspil.regels.parameters import parameter
from wijkspil.regels.termijn import Termijn, TermijnFout

__all__ = [
    "OPSCHORTINGSGRONDEN",
    "Opschortingsgrond",
    "berichttermijn",
    "beslistermijn",
    "bewaartermijn",
    "bezwaar_beslistermijn",
    "bezwaartermijn",
    "duur_van",
    "dwangsombesluit_termijn",
    "onderzoekstermijn",
    "opschortingsgronden_voor",
    "persoonlijk_plan_termijn",
    "redelijke_termijn",
    "schort_op",
    "spoed_termijn",
    "verdaag_bezwaar",
    "vernietigingstermijn",
]

# Which clocks Awb article 4:15 can stop. The investigation is no decision, so its six weeks run on whatever happens.
# Objection: 7:10 member 4 (consent) and 7:14 with 4:15 member 2 under c (force majeure); 7:10 member 2 with 6:6 (repair).
_GRONDEN_PER_SOORT = {
    "besluit": tuple(OPSCHORTINGSGRONDEN),
    "bezwaar_beslissing": ("aanvulling", "instemming", "overmacht"),
}


def duur_van(code: str, dag: date) -> tuple[Duur, str]:
    """Give the duration and article that a parameter holds on a day; raises ``NogNietBekend`` when there is none."""
    waarde = parameter(code).bekend_op(dag)
    return Duur(waarde.getal, Tijdseenheid(waarde.eenheid)), waarde.artikel


def _termijn(code: str, soort: str, start: date, *, atw: bool = True) -> Termijn:
    duur, artikel = duur_van(code, start)
    return Termijn(soort=soort, start=start, duur=duur, grondslag=artikel, atw=atw)


def onderzoekstermijn(ontvangen: date) -> Termijn:
    """Give the six weeks for the investigation after a melding (Wmo 2015 article 2.3.2, first member).

    No decision term: running over it gives no dwangsom, but the resident may then apply (ninth member).
    """
    return _termijn("wmo.onderzoek", "onderzoek", ontvangen)


def persoonlijk_plan_termijn(ontvangen: date) -> Termijn:
    """Give the seven days to hand in a personal plan after a melding (Wmo 2015 article 2.3.2, second member)."""
    return _termijn("wmo.persoonlijk_plan", "persoonlijk_plan", ontvangen)


def beslistermijn(aanvraag_ontvangen: date) -> Termijn:
    """Give the two weeks for the decision on an aanvraag (Wmo 2015 article 2.3.5, second member)."""
    return _termijn("wmo.besluit", "besluit", aanvraag_ontvangen)


def redelijke_termijn(aanvraag_ontvangen: date) -> Termijn:
    """Give the eight weeks for a decision without a term of its own, such as youth help (Awb article 4:13)."""
    return _termijn("awb.redelijke_termijn", "besluit", aanvraag_ontvangen)


def bezwaartermijn(bekendgemaakt: date) -> Termijn:
    """Give the six weeks to object; they begin the day after the announcement (Awb articles 6:7 and 6:8).

    Counting from the day of announcement itself would take a day from the resident.
    """
    return _termijn("awb.bezwaar", "bezwaar", bekendgemaakt)


def bezwaar_beslistermijn(bezwaartermijn_eindigt: date, *, met_commissie: bool = False) -> Termijn:
    """Give the term for the decision on objection: six weeks, or twelve with an advisory committee (Awb article 7:10).

    It begins the day after the objection term ended, not when the objection came in.
    """
    code = "awb.beslissing_bezwaar_commissie" if met_commissie else "awb.beslissing_bezwaar"
    return _termijn(code, "bezwaar_beslissing", bezwaartermijn_eindigt)


def dwangsombesluit_termijn(laatste_dwangsomdag: date) -> Termijn:
    """Give the two weeks to fix the dwangsom by decision, after the last day it is due (Awb article 4:18)."""
    return _termijn("awb.dwangsombesluit", "dwangsombesluit", laatste_dwangsomdag)


def bewaartermijn(vanaf: date, *, jeugd: bool = False) -> Termijn:
    """Give how long data are kept: fifteen years (Wmo 2015 article 5.3.4) or twenty (Jeugdwet article 7.3.8)."""
    return _termijn("jeugd.bewaren" if jeugd else "wmo.bewaren", "bewaren", vanaf)


def vernietigingstermijn(verzoek_ontvangen: date) -> Termijn:
    """Give the three months to destroy data after a written request (Wmo 2015 article 5.3.5)."""
    return _termijn("wmo.vernietigen_op_verzoek", "vernietigen", verzoek_ontvangen)


def berichttermijn(bericht: str, start: date) -> Termijn:
    """Give the agreed time for a step in the message traffic ("301", "305", "325", "betaling" …).

    An agreement of the sector, so the ATW does not apply by itself; working days skip free days anyway.
    """
    return _termijn(f"bericht.{bericht}", f"bericht_{bericht}", start, atw=False)


def spoed_termijn(ontvangen: datetime, uren: int) -> datetime:
    """Give the moment before which an urgent question must have been acted on.

    The law says "onverwijld" (Wmo 2015 article 2.3.3); the number of hours is policy and comes from the werkwijze.
    Hours run through nights, weekends and clock changes (ATW article 4, part a). ``ontvangen`` carries a time zone.
    """
    if ontvangen.tzinfo is None:
        raise ValueError("Het moment van ontvangst heeft geen tijdzone. Geef een moment met tijdzone door.")
    if uren < 0:
        raise ValueError(
            f"Een spoedtermijn van {uren} uur bestaat niet. Geef 0 of meer uren op in de werkwijze."
        )
    return (ontvangen.astimezone(UTC) + timedelta(hours=uren)).astimezone(ontvangen.tzinfo)


def opschortingsgronden_voor(soort: str) -> tuple[Opschortingsgrond, ...]:
    """List the grounds on which a kind of deadline can stand still; empty when the law knows none."""
    return tuple(OPSCHORTINGSGRONDEN[code] for code in _GRONDEN_PER_SOORT.get(soort, ()))


def schort_op(termijn: Termijn, code: str, bericht_op: date, toelichting: str = "") -> Termijn:
    """Stop the clock on a ground of the Awb; ``bericht_op`` is the day of the letter, or of the cause when there is none."""
    mogelijk = opschortingsgronden_voor(termijn.soort)
    if not mogelijk:
        raise TermijnFout(
            "Deze termijn kan volgens de wet niet stilstaan. Lukt het niet op tijd? Laat de inwoner weten wanneer wel."
        )
    if code not in {grond.code for grond in mogelijk}:
        namen = ", ".join(grond.naam.lower() for grond in mogelijk)
        raise TermijnFout(f"De reden '{code}' past niet bij deze termijn. Kies uit: {namen}.")
    return termijn.schort_op(OPSCHORTINGSGRONDEN[code].eerste_dag(bericht_op), code, toelichting)


def verdaag_bezwaar(termijn: Termijn, reden: str, *, vandaag: date) -> Termijn:
    """Adjourn the decision on objection by the six weeks that the law allows, once (Awb article 7:10, third member)."""
    if termijn.soort != "bezwaar_beslissing":
        raise TermijnFout(
            "Verdagen kan alleen bij een beslissing op bezwaar. Laat de inwoner weten wanneer u wel beslist."
        )
    if termijn.verlengingen:
        raise TermijnFout(
            "De beslissing is al een keer verdaagd. Verder uitstel kan alleen als de inwoner het goed vindt."
        )
    if termijn.is_verlopen(vandaag):
        raise TermijnFout(
            "De termijn is al voorbij. Verdagen kan dan niet meer. Neem de beslissing zo snel mogelijk."
        )
    duur, artikel = duur_van("awb.verdagen_bezwaar", termijn.start)
    return termijn.verleng(duur, reden, artikel)
