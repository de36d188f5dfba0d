"""Rules about who the client and the people around the client are."""

from __future__ import annotations

from datetime import date

from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel
from wijkspil.regels.bsn import is_geldig

_NEGEN_NULLEN = (
    "000000000"  # passes the sum, and so the rule of the standard; our own 11-test rightly refuses it
)
_ONBEKEND = date(1900, 1, 1)
TOLK = "1"
EIGEN_NAAM = "1"
PARTNERNAMEN = ("1", "2", "3", "4")
GEEN_MENS = "6"


@regel(
    "CS002",
    bij="Client",
    op="301 305 307 315 317 323 325",
    zegt="Het burgerservicenummer voldoet niet aan de elfproef.",
)
def bsn_doorstaat_de_elfproef(client: Deel) -> Uitkomst:
    return None if is_geldig(client["Bsn"]) or client["Bsn"] == _NEGEN_NULLEN else "Bsn"


@regel(
    "CS139",
    bij="Geboortedatum",
    op="301 305 307 315",
    zegt="De geboortedatum past niet bij wat er volgens DatumGebruik van bekend is.",
)
def geboortedatum_past_bij_gebruik(geboren: Deel) -> Uitkomst:
    datum: date = geboren["Datum"]
    match geboren.get("DatumGebruik"):
        case "1":
            past = datum.day == 1
        case "2":
            past = (datum.month, datum.day) == (1, 1)
        case "3":
            past = datum == _ONBEKEND
        case _:
            past = True
    return None if past else "DatumGebruik"


@regel(
    "TR002",
    bij="Geboortedatum",
    op="301 305 307 315",
    op_dag=True,
    zegt="De geboortedatum ligt meer dan 120 jaar vóór de dagtekening van het bericht.",
)
def hooguit_120_jaar_oud(geboren: Deel, dagtekening: date) -> Uitkomst:
    """A date that is unknown altogether (1900-01-01 with DatumGebruik 3) is no age."""
    datum: date = geboren["Datum"]
    if datum == _ONBEKEND and geboren.get("DatumGebruik") == "3":
        return None
    te_oud = (datum.year + 120, datum.month, datum.day) < (
        dagtekening.year,
        dagtekening.month,
        dagtekening.day,
    )
    return "Datum" if te_oud else None


@regel(
    "CS050",
    bij="Naam",
    op="301",
    zegt="NaamGebruik past niet bij de naam: zonder partnernaam is het 1, met partnernaam 1, 2, 3 of 4.",
)
def naamgebruik_past_bij_de_namen(naam: Deel) -> Uitkomst:
    """The text allows 6 without a partner name; the official check refuses it, and that decides."""
    mag = PARTNERNAMEN if "Partnernaam" in naam else (EIGEN_NAAM,)
    return None if naam["NaamGebruik"] in mag else "NaamGebruik"


@regel(
    "CS318",
    bij="Client",
    op="301",
    streng=True,
    zegt="Een cliënt is een mens; NaamGebruik 6 (geen natuurlijk persoon) kan niet.",
)
def client_is_een_mens(client: Deel) -> Uitkomst:
    """CS050 refuses it already; the official check has no rule of this number."""
    return "Naam/NaamGebruik" if client["Naam"]["NaamGebruik"] == GEEN_MENS else None


@regel(
    "CD007",
    bij="Communicatie",
    op="301",
    zegt="Taal hoort ingevuld te zijn bij een tolk (vorm 1), en anders te ontbreken.",
)
def taal_alleen_bij_een_tolk(communicatie: Deel) -> Uitkomst:
    return None if ("Taal" in communicatie) == (communicatie["Vorm"] == TOLK) else "Vorm"
