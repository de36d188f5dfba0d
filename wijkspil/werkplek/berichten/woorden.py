"""A message in words: what it is, how it stands, and what to do when it got stuck."""

from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.berichten.models import Bericht
from wijkspil.berichten.standaard.register import bericht as definitie
from wijkspil.berichten.standaard.register import codelijst

S = Bericht.Status
_TOESTAND = {
    S.ONTVANGEN: "bezig", S.VERWERKT: "goed", S.AFGEKEURD: "fout", S.ONLEESBAAR: "fout", S.DUBBEL: "rust", S.KLAAR: "bezig",
    S.VERZONDEN: "bezig", S.BEVESTIGD: "goed", S.GEWEIGERD: "fout", S.BIJ_MENS: "let-op", S.AFGEHANDELD: "rust",
}  # fmt: skip


def toestand(b: Bericht) -> str:
    return _TOESTAND[S(b.status)]


def titel(b: Bericht) -> str:
    """The message by name: its number and what it is for."""
    return f"{b.soort.removeprefix('WMO')} {definitie(b.soort).titel}" if b.soort else _("onleesbaar bestand")


def te_laat(b: Bericht, nu: datetime) -> bool:
    return b.uiterlijk is not None and b.uiterlijk < nu


def wat_nu(b: Bericht, nu: datetime) -> str:
    """What a person does about it; empty when it goes well by itself."""
    if b.status == S.GEWEIGERD:
        return _("Herstel wat de aanbieder noemt en verstuur opnieuw.")
    if b.status == S.BIJ_MENS:
        return _("Dit bericht vraagt een beslissing. Beslis met de consulent en handel het af.")
    if not te_laat(b, nu):
        return ""
    zinnen = {
        S.VERZONDEN: _("Er kwam geen antwoord binnen drie werkdagen. Bel de aanbieder, of verstuur opnieuw."),
        S.KLAAR: _("Het bericht kan niet weg. Kijk of de uitwisseling werkt."),
        S.ONTVANGEN: _("Het bericht wordt niet verwerkt. Meld dit bij functioneel beheer."),
    }
    return zinnen.get(S(b.status), "")


def codewoord(lijst: str, code: str) -> str:
    """The Dutch words of a code; the code itself when the list doesn't know it."""
    return codelijst(lijst).codes.get(code, code)


def boom(inhoud: Any) -> list[dict[str, Any]]:
    """The contents as lines for a page: a name with a value, or a heading with lines under it."""
    regels = []
    for sleutel, waarde in inhoud.items():
        for deel in waarde if isinstance(waarde, list) else [waarde]:
            if isinstance(deel, dict):
                regels.append({"kop": sleutel, "onder": boom(deel)})
            else:
                lijst = _LIJSTEN.get(sleutel)
                label = codelijst(lijst).codes.get(str(deel), "") if lijst else ""
                regels.append({"naam": sleutel, "waarde": _leesbaar(deel), "label": label})
    return regels


def _leesbaar(waarde: object) -> object:
    return (
        f"{waarde:%d-%m-%Y}"
        if isinstance(waarde, date)
        else waarde.isoformat()
        if isinstance(waarde, time)
        else waarde
    )


_LIJSTEN = {
    "Geslacht": "COD046", "Eenheid": "WJ756", "Frequentie": "WMO757", "RedenWijziging": "WMO002", "RedenBeeindiging": "WMO588",
    "RetourCode": "WJ001", "StatusAanlevering": "COD467", "Categorie": "WMO020", "ProductCategorie": "WMO020", "DebetCredit": "COD043",
    "NaamGebruik": "COD700", "Soort": "COD757", "DatumGebruik": "COD170", "RedenVerzoek": "WJ758",
    "VerzoekAntwoord": "WJ760", "RedenAfwijzingVerzoek": "WJ759", "Type": "COD327",
}  # fmt: skip
"""Which code list gives the words for an element."""
