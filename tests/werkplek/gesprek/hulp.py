"""Short cuts for the stories about talking and finding out."""

import re
from datetime import UTC, datetime
from html import unescape
from uuid import UUID

from tests.wijk import Wijk
from wijkspil.inwoners.actions import voeg_relatie_toe
from wijkspil.toegang.actions import plan_gesprek
from wijkspil.toegang.models import Gesprek, Hulpvraag

MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
HTMX = {"HTTP_HX_REQUEST": "true"}


def gesprek_van(wijk: Wijk, wie: str = "Bram Peeters") -> Gesprek:
    """An appointment with Mevrouw de Wit and her daughter, who cares for her."""
    hulpvraag = wijk.melding()
    dochter = {"naam": "Anja de Wit", "soort": "kind", "is_mantelzorger": True}
    voeg_relatie_toe(hulpvraag.inwoner, van=MOMENT.date(), door=wijk.als(wie), hulpvraag=hulpvraag, **dochter)
    return plan_gesprek(
        hulpvraag,
        moment=MOMENT,
        plaats="thuis",
        deelnemers=["Toos de Wit", "Anja de Wit"],
        door=wijk.als(wie),
    )


def pad(wijk: Wijk, hulpvraag: Hulpvraag | UUID, rest: str = "") -> str:
    return wijk.url(f"vraag/{getattr(hulpvraag, 'pk', hulpvraag)}/{rest}")


def formulier(inhoud: bytes) -> dict[str, str | list[str]]:
    """What a browser would send back when nothing is changed: the values of the form that carries the marks."""
    html = inhoud.decode()
    html = next(f for f in re.findall(r"<form.*?</form>", html, re.S) if 'name="basis"' in f)
    velden: dict[str, str | list[str]] = {}
    for naam, tekst in re.findall(r"<textarea[^>]*?name=\"(\w+)\"[^>]*>(.*?)</textarea>", html, re.S):
        velden[naam] = unescape(tekst.removeprefix("\n"))
    for tag in re.findall(r"<input[^>]*>", html):
        naam, waarde = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if naam is None or (("checkbox" in tag or "radio" in tag) and "checked" not in tag):
            continue
        tekst = unescape(waarde[1]) if waarde else ("on" if "checkbox" in tag else "")
        if naam[1] == "deelnemers":
            velden[naam[1]] = [*velden.get(naam[1], []), tekst]
        else:
            velden[naam[1]] = tekst
    for naam, opties in re.findall(r"<select[^>]*?name=\"(\w+)\"[^>]*>(.*?)</select>", html, re.S):
        gekozen = re.search(r'value="([^"]*)" selected', opties)
        velden[naam] = gekozen[1] if gekozen else ""
    return velden
