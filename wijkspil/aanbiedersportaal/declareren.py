"""A claim over one month: prefilled from what ran, or from a file; every line is judged before anything is sent, then it is sent once."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.aanbieders.ingang import eigen_aanbieder
from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.handeling import volgend_nummer
from wijkspil.gemeenten import register
from wijkspil.ondersteuning.access import leg_lijst_vast
from wijkspil.ondersteuning.actions import DeclaratieKanNiet, beoordeel_declaratie, ontvang_declaratie
from wijkspil.ondersteuning.grenzen import grens, productperiode
from wijkspil.ondersteuning.models import Declaratie, Toewijzing
from wijkspil.regels.bedragen import Eenheid, Maand

from .bestand import NietTeGebruiken, lees_bestand
from .controle import Prijzen, Uitslag, controleer
from .lijsten import te_declareren, vorige_maand
from .pagina import Verzoek, aanbiederspagina, naar
from .regels import ZONDER_NAAM, GeenRegels, lees_tekst

HOOGSTENS = 300
MAANDEN = 6


@dataclass(frozen=True, slots=True)
class Voorzet:
    """One order to claim for: what is known, and a volume where the order leaves no doubt about it."""

    t: Toewijzing
    van: date
    tot: date
    eenheid: str
    tarief_cent: int | None
    hoogstens: int | None
    volume: str


@aanbiederspagina("GET", "POST")
def declareren(request: Verzoek) -> HttpResponse:
    """What can be claimed for a month (GET); check, mend and send (POST)."""
    maand = _maand(request.POST.get("maand") or request.GET.get("maand", ""))
    if request.method != "POST":
        return _toon(request, maand)
    try:
        tekst, maand, fouten = _tekst(request, maand)
        if fouten:
            return _toon(request, maand, status=422, berichtfouten=fouten)
        uitslag = controleer(eigen_aanbieder(request.door), maand, lees_tekst(tekst))
    except (NietTeGebruiken, GeenRegels) as fout:
        return _toon(request, maand, status=422, fout=str(fout))
    leg_lijst_vast(request.door, "declaratie nakijken", len(uitslag.regels))
    if request.POST.get("knop") != "verstuur" or not uitslag.goed:
        return _nakijken(request, maand, tekst, uitslag)
    try:
        with transaction.atomic():
            declaratie = _verstuur(request.door, maand, uitslag)
    except DeclaratieKanNiet as fout:
        return _nakijken(request, maand, tekst, uitslag, fout=str(fout), code=fout.retourcode)
    messages.success(request, _("De declaratie is verstuurd. Hieronder staat het antwoord per regel."))
    return naar(request, "declaratie", id=declaratie.pk)


def _tekst(request: Verzoek, maand: Maand) -> tuple[str, Maand, list[dict[str, str]]]:
    """The lines as text, from the file, the text box or the prefilled form; a file may name its own month."""
    bestand = request.FILES.get("bestand")
    if bestand is not None and not isinstance(bestand, list):
        gelezen = lees_bestand(
            bestand.read(),
            agb=eigen_aanbieder(request.door).agb,
            cbs=register.op_code(request.gemeente.pk).cbs_code,
        )
        return gelezen.tekst, _toegestaan(gelezen.maand, maand), gelezen.fouten
    if "regels" in request.POST:
        return request.POST["regels"], maand, []
    gevuld = [
        f"{naam.removeprefix('v-')};{waarde.strip()}"
        for naam, waarde in request.POST.dict().items()
        if naam.startswith("v-") and waarde.strip()
    ]
    return "\n".join(["opdracht;volume", *gevuld]), maand, []


def _verstuur(door: Door, maand: Maand, uitslag: Uitslag) -> Declaratie:
    """Take the claim in and judge it, as the intake does with a 323."""
    nummer = f"W{maand.jaar}{maand.maand:02d}-{volgend_nummer('portaaldeclaratie')}"
    lijnen = [
        replace(r, referentie=f"{nummer}-{n}") if r.referentie.startswith(ZONDER_NAAM) else r
        for n, r in enumerate(uitslag.lijnen, start=1)
    ]
    ontvangen = ontvang_declaratie(
        eigen_aanbieder(door),
        nummer=nummer,
        periode=maand.eerste_dag,
        dagtekening=klok.vandaag(),
        ingediend_cent=uitslag.cent,
        regels=lijnen,
        door=door,
    )
    return beoordeel_declaratie(ontvangen, door=Door.systeem(door.gemeente_id, "Berichtenverkeer"))


def _nakijken(request: Verzoek, maand: Maand, tekst: str, uitslag: Uitslag, **extra: Any) -> HttpResponse:
    context = {"maand": maand, "uitslag": uitslag, "tekst": tekst, "getoond": uitslag.regels[:HOOGSTENS]}
    status = 200 if uitslag.goed and not extra else 422
    return render(request, "aanbieder/declareren_nakijken.html", context | extra, status=status)


def _toon(request: Verzoek, maand: Maand, *, status: int = 200, **extra: Any) -> HttpResponse:
    prijzen = Prijzen()
    rijen = [_voorzet(t, maand, prijzen) for t in te_declareren(request.door, maand)[:HOOGSTENS]]
    leg_lijst_vast(request.door, "declareren", len(rijen))
    context = {
        "maand": maand,
        "maanden": _maanden(),
        "rijen": rijen,
        "hoogstens": HOOGSTENS,
    }
    return render(request, "aanbieder/declareren.html", context | extra, status=status)


def _voorzet(t: Toewijzing, maand: Maand, prijzen: Prijzen) -> Voorzet:
    van, tot = productperiode(t, maand)
    ruimte = grens(t, maand)
    hoogstens = ruimte.maand if ruimte.maand is not None else ruimte.totaal
    vast = t.eenheid == Eenheid.STUKS_OUTPUT and hoogstens == 1  # a result by the month: nothing to count
    eenheid = Eenheid(t.eenheid).label if t.eenheid in list(Eenheid) else t.eenheid
    return Voorzet(t, van, tot, eenheid, prijzen.van(t, maand), hoogstens, "1" if vast else "")


def _maanden() -> list[Maand]:
    """The months that can be chosen, the last one first."""
    maand, gevonden = vorige_maand(klok.vandaag()), []
    for _nummer in range(MAANDEN):
        gevonden.append(maand)
        maand = vorige_maand(maand.eerste_dag)
    return gevonden


def _maand(tekst: str) -> Maand:
    """The month in an address or form; the last one when it is missing or can't be chosen."""
    return next((m for m in _maanden() if str(m) == tekst), vorige_maand(klok.vandaag()))


def _toegestaan(gelezen: Maand | None, gekozen: Maand) -> Maand:
    if gelezen is None:
        return gekozen
    if gelezen >= Maand.van(klok.vandaag()):
        raise NietTeGebruiken(_("Deze declaratie gaat over een maand die nog niet voorbij is."))
    return gelezen
