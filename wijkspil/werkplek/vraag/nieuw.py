"""Taking a new question, under a minute by phone. One page; the server asks back when the person or the question is known already."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.access import relatie
from wijkspil.toegang.actions import beoordeel_spoed, leg_contact_vast, neem_contact_op, neem_melding_op
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.voordeur import Teamsoort
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .dubbelen import Bekende, bekijk, zoek_dubbelen
from .forms import NieuweVraagForm

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
KOEKJE = "wsp-ingang"
"""Remembers the door and channel that somebody used last on this machine; nothing about a person."""


@pagina(*WIE, methoden=("GET", "POST"))
def nieuwe_vraag(request: Verzoek) -> HttpResponse:
    werkwijze = laad(request.gemeente.werkwijze, klok.vandaag())
    if request.method != "POST":
        return _begin(request, werkwijze)
    form = NieuweVraagForm(request.POST, werkwijze=werkwijze)
    if not form.is_valid():
        return _toon(request, form, gekozen=_gekozen(request, form.data.get("keuze", "")), status=422)
    soort, _punt, id = form.cleaned_data["keuze"].partition(":")
    if not soort and (bekenden := zoek_dubbelen(form, request.door)):
        _leg_zoeken_vast(request.door, bekenden)
        return _toon(request, form, bekenden=bekenden)
    if soort == "vraag":
        return _voeg_toe(request, form, id)
    wie = _inwoner(id) if soort == "inwoner" else form.inwoner()
    if wie is None:
        form.add_error(
            None, _("Deze inwoner is hier niet (meer) bekend. Vul de naam in, dan zoeken wij opnieuw.")
        )
        return _toon(request, form, status=422)
    return _neem_op(request, form, wie, werkwijze)


def _begin(request: Verzoek, werkwijze: Werkwijze) -> HttpResponse:
    gekozen = _gekozen(request, f"inwoner:{request.GET.get('inwoner', '')}")
    ingang = request.COOKIES.get(KOEKJE, "")
    begin = {
        "ingang": ingang if _bestaat(ingang, werkwijze) else standaard_ingang(request.door, werkwijze),
        "keuze": f"inwoner:{gekozen.id}" if gekozen else "",
        "achternaam": "" if gekozen else request.GET.get("naam", "")[:120],
    }
    return _toon(request, NieuweVraagForm(initial=begin, werkwijze=werkwijze), gekozen=gekozen)


def _neem_op(request: Verzoek, form: NieuweVraagForm, wie: Any, werkwijze: Werkwijze) -> HttpResponse:
    velden: dict[str, Any] = {
        "werkwijze": werkwijze.sleutel,
        "deur": form.deur,
        "kanaal": form.kanaal,
        "thema": form.cleaned_data["thema"],
        "door": request.door,
    }
    tekst = form.cleaned_data["vraag"]
    if request.POST.get("doe") == "contact":
        vraag = neem_contact_op(wie, onderwerp=_onderwerp(tekst), vraag=tekst, **velden)
        gedaan = _("Het contact is vastgelegd als %(nummer)s. Er loopt geen termijn.")
    else:
        vraag = neem_melding_op(wie, vraag=tekst, al_geprobeerd=form.cleaned_data["al_geprobeerd"], **velden)
        gedaan = _("De vraag is opgenomen als %(nummer)s. Vandaag begint de termijn van zes weken.")
    if form.beoordeeld:
        beoordeel_spoed(vraag, door=request.door, **form.beoordeling())
    antwoord = _verder(request, vraag, gedaan % {"nummer": vraag.nummer})
    antwoord.set_cookie(
        KOEKJE,
        f"{form.deur}:{form.kanaal}",
        max_age=180 * 86400,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return antwoord


def _voeg_toe(request: Verzoek, form: NieuweVraagForm, id: str) -> HttpResponse:
    """The same question again: a contact on the file that is open, instead of a second file."""
    vraag = _open_vraag(id)
    if vraag is None:
        form.add_error(None, _("Die vraag is intussen afgesloten. Neem de vraag op als nieuwe vraag."))
        return _toon(request, form, status=422)
    tekst = form.cleaned_data["vraag"]
    leg_contact_vast(vraag, kanaal=form.kanaal, onderwerp=_onderwerp(tekst), verslag=tekst, door=request.door)
    gedaan = _("Toegevoegd aan vraag %(nummer)s, die al liep. Er is geen tweede dossier gemaakt.")
    return _verder(request, vraag, gedaan % {"nummer": vraag.nummer})


def _verder(request: Verzoek, vraag: Hulpvraag, gedaan: str) -> HttpResponse:
    """To the file, or to the work list when somebody else takes it from here."""
    mag = relatie(request.door, vraag) is not None
    if not mag:
        # A team is a place, so it is not named for somebody with a protected address.
        team = _("Het team") if vraag.team is None or vraag.inwoner.geheim_adres else vraag.team.naam
        gedaan += " " + _("%(team)s gaat ermee verder.") % {"team": team}
    messages.success(request, gedaan, extra_tags="nieuwe-vraag")
    return naar(request, "dossier", id=vraag.pk) if mag else naar(request, "werkvoorraad")


def _toon(
    request: Verzoek,
    form: NieuweVraagForm,
    *,
    bekenden: list[Bekende] | None = None,
    gekozen: Bekende | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "bekenden": bekenden, "gekozen": gekozen}
    return render(request, "werkplek/vraag/nieuw.html", context, status=status)


def standaard_ingang(door: Door, werkwijze: Werkwijze) -> str:
    """The desk for front office, the district team for others; by telephone where that door has one."""
    soort = Teamsoort.BALIE if door.heeft(Rol.FRONTOFFICE) else Teamsoort.WIJKTEAM
    deuren = werkwijze.deuren.lijst
    deur = next((d for d in deuren if d.team_soort is soort), deuren[0])
    return f"{deur.sleutel}:{'telefoon' if 'telefoon' in deur.kanalen else deur.kanalen[0]}"


def _bestaat(ingang: str, werkwijze: Werkwijze) -> bool:
    deur, _punt, kanaal = ingang.partition(":")
    return any(d.sleutel == deur and kanaal in d.kanalen for d in werkwijze.deuren.lijst)


def _gekozen(request: Verzoek, keuze: str) -> Bekende | None:
    """The resident who was chosen in search, shown with as little as search shows; the look is in the audit log."""
    soort, _punt, id = keuze.partition(":")
    inwoner = _inwoner(id) if soort == "inwoner" else None
    if inwoner is None:
        return None
    leg_inzage_vast(
        request.door, doel="nieuwe vraag opnemen", grond="eerste contact", deel="zoeken", inwoner_id=inwoner.pk, actie="inwoner.gezocht"
    )  # fmt: skip
    return bekijk([inwoner], request.door)[0]


def _leg_zoeken_vast(door: Door, bekenden: list[Bekende]) -> None:
    leg_inzage_vast(
        door,
        doel="dubbele inwoner voorkomen",
        grond=f"eerste contact, {len(bekenden)} gelijkende inwoners getoond",
        deel="zoeken",
        inwoner_id=bekenden[0].id if len(bekenden) == 1 else None,
        actie="inwoner.gezocht",
    )


def _inwoner(id: str) -> Inwoner | None:
    try:
        return Inwoner.objects.filter(pk=UUID(id)).first()
    except ValueError:
        return None


def _open_vraag(id: str) -> Hulpvraag | None:
    try:
        return (
            Hulpvraag.objects.select_related("team", "inwoner")
            .filter(pk=UUID(id))
            .exclude(stap=Stap.AFGESLOTEN)
            .first()
        )
    except ValueError:
        return None


def _onderwerp(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= 120 else plat[:118].rsplit(" ", 1)[0] + " …"
