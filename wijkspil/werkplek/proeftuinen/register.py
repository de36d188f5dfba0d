"""The register: every pilot in one list, one pilot as a story, and what people do with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.proeftuinen import actions
from wijkspil.proeftuinen.models import Deelname, Proeftuin
from wijkspil.proeftuinen.reeksen import neem_reeks_op
from wijkspil.proeftuinen.uitkomsten import UITKOMSTEN
from wijkspil.sturing.kleine_groepen import KLEINSTE
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

from .forms import AfrondForm, CijfersForm, LeerForm, ProeftuinForm

LEZERS = (Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER, Rol.CONSULENT)
MAKERS = (Rol.BELEID, Rol.TEAMLEIDER)
DADEN = {"leren": LeerForm, "afronden": AfrondForm}
_PROEF, _VERGELIJK = Count("deelnames", filter=Q(deelnames__arm="proef")), Count("deelnames", filter=Q(deelnames__arm="vergelijk"))  # fmt: skip


@pagina(*LEZERS)
def proeftuinen(request: Verzoek) -> HttpResponse:
    """Every pilot, running ones first, and the ones that the way of working names but nobody wrote down yet."""
    alle = list(Proeftuin.objects.annotate(proef=_PROEF, vergelijk=_VERGELIJK).order_by("-begint_op", "naam"))
    alle.sort(key=lambda p: (not p.is_open, p.is_concept))
    namen = {p.naam for p in alle}
    voorstellen = [p for p in laad(request.gemeente.werkwijze, klok.vandaag()).proeven if p.naam not in namen]
    context = {
        "rijen": [{"p": p, "groepen": _groepen(p.proef, p.vergelijk)} for p in alle],
        "voorstellen": voorstellen,
        "mag_maken": request.door.heeft(*MAKERS),
        "mag_rekenen": request.door.heeft(*MAKERS, Rol.CONTRACTBEHEER),
    }
    return render(request, "werkplek/proeftuinen/register.html", context)


@pagina(*MAKERS, methoden=("GET", "POST"))
def proeftuin_nieuw(request: Verzoek) -> HttpResponse:
    """A new pilot, empty or from what the way of working already says (`?uit=`)."""
    form = ProeftuinForm(request.POST or None, initial=_uit_werkwijze(request))
    if form.is_valid():
        try:
            with transaction.atomic():
                nieuw = actions.maak_proeftuin(door=request.door, **form.velden())
        except ValueError as fout:
            form.add_error(None, str(fout))
        except IntegrityError:
            form.add_error(
                "naam", _("Er is al een proeftuin met deze naam. Kies een andere, of werk die bij.")
            )
        else:
            messages.success(request, _("Bewaard. Leg de proeftuin vast voordat u naar uitkomsten kijkt."))
            return naar(request, "proeftuin", proeftuin_id=nieuw.pk)
    return render(
        request, "werkplek/proeftuinen/maken.html", {"form": form}, status=422 if form.errors else 200
    )


@pagina(*LEZERS)
def proeftuin(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """One pilot as a story: question, what, who, beside whom, when to stop; then what changed and what was learned."""
    return _toon(request, _pak(proeftuin_id))


@pagina(*MAKERS, methoden=("GET", "POST"))
def proeftuin_wijzigen(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """Change a draft; or amend a registered pilot, with the reason."""
    p = _pak(proeftuin_id)
    form = ProeftuinForm(request.POST or None, initial=ProeftuinForm.van(p), vastgelegd=not p.is_concept)
    status = 200
    if form.is_bound:
        status = _wijzig(request, p, form)
        if status == 302:
            messages.success(request, _("Bewaard."))
            return naar(request, "proeftuin", proeftuin_id=p.pk)
    return render(request, "werkplek/proeftuinen/maken.html", {"form": form, "p": p}, status=status)


@pagina(*LEZERS, methoden=("POST",))
def proeftuin_doen(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """Register, look for the first time, write down what was learned, or end."""
    p, actie = _pak(proeftuin_id), request.POST.get("actie", "")
    form = DADEN[actie](request.POST) if actie in DADEN else None
    try:
        if form is not None and not form.is_valid():
            return _toon(request, p, {actie: form})
        _doe(request, p, actie, form.cleaned_data if form else {})
    except Botsing:
        messages.error(
            request,
            _("Een collega veranderde deze proeftuin intussen. Lees wat er nu staat en kies opnieuw."),
        )
    except ValueError as fout:
        if form is None:
            messages.error(request, str(fout))
        else:
            form.add_error(None, str(fout))
            return _toon(request, p, {actie: form})
    else:
        messages.success(request, _("Vastgelegd."), extra_tags=f"proeftuin-{actie}")
    return naar(request, "proeftuin", proeftuin_id=p.pk)


@pagina(*MAKERS, methoden=("GET", "POST"))
def proeftuin_cijfers(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """Take in figures per area and period from elsewhere, with their source."""
    p = _pak(proeftuin_id)
    form = CijfersForm(request.POST or None)
    if form.is_valid():
        schoon = form.cleaned_data
        try:
            with transaction.atomic():
                neem_reeks_op(
                    p,
                    uitkomst=schoon["uitkomst"],
                    bron=schoon["bron"],
                    punten=schoon["regels"],
                    door=request.door,
                )
        except ValueError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("De cijfers zijn opgenomen."), extra_tags="cijferreeks")
            return naar(request, "proeftuin", proeftuin_id=p.pk)
    context = {"form": form, "p": p, "reeksen": list(p.reeksen.order_by("uitkomst"))}
    return render(request, "werkplek/proeftuinen/cijfers.html", context, status=422 if form.errors else 200)


def _pak(proeftuin_id: UUID) -> Proeftuin:
    return get_object_or_404(Proeftuin, pk=proeftuin_id)


def _toon(request: Verzoek, p: Proeftuin, forms: dict[str, Any] | None = None) -> HttpResponse:
    forms = forms or {}
    aantal = Deelname.objects.filter(proeftuin=p).aggregate(
        proef=Count("pk", filter=Q(arm="proef")), vergelijk=Count("pk", filter=Q(arm="vergelijk"))
    )
    context = {
        "p": p,
        "vandaag": klok.vandaag(),
        "groepen": _groepen(aantal["proef"], aantal["vergelijk"]),
        "kleinste": KLEINSTE,
        "wijzigingen": [
            {"w": w, "veld": actions.VELDEN.get(w.veld, w.veld)}
            for w in p.wijzigingen.order_by("gemaakt_op", "veld")
        ],
        "leermomenten": list(p.leermomenten.order_by("-op", "-gemaakt_op")),
        "reeksen": [
            {"r": r, "uitkomst": UITKOMSTEN[r.uitkomst].naam} for r in p.reeksen.order_by("uitkomst")
        ],
        "mag_maken": request.door.heeft(*MAKERS),
        "mag_kijken": request.door.heeft(*MAKERS, Rol.CONTRACTBEHEER),
        "leerform": forms.get("leren") or LeerForm(initial={"op": klok.vandaag()}),
        "afrondform": forms.get("afronden") or AfrondForm(),
    }
    return render(request, "werkplek/proeftuinen/proeftuin.html", context, status=422 if forms else 200)


def _groepen(proef: int, vergelijk: int) -> dict[str, int | None]:
    """Numbers of files per group; None for a group from 1 up to the smallest that may be shown."""
    return {
        naam: n if n == 0 or n >= KLEINSTE else None
        for naam, n in (("proef", proef), ("vergelijk", vergelijk))
    }


def _uit_werkwijze(request: Verzoek) -> dict[str, Any]:
    sleutel = request.GET.get("uit", "")
    proef = next(
        (p for p in laad(request.gemeente.werkwijze, klok.vandaag()).proeven if p.sleutel == sleutel), None
    )
    if proef is None:
        return {"marge_tevreden": "0.5"}
    return {
        "naam": proef.naam, "vraag": proef.vraag, "begint_op": proef.van, "eindigt_op": proef.tot, "stopregel": proef.stopregel,
        "maatregel": proef.armen[0], "vergelijkgroep": proef.armen[1], "vergelijking": Proeftuin.Vergelijking.MENSEN,
        "vergelijk_producten": list(proef.producten), "bron": proef.bron[:200], "marge_tevreden": "0.5",
    }  # fmt: skip


def _wijzig(request: Verzoek, p: Proeftuin, form: ProeftuinForm) -> int:
    if not form.is_valid():
        return 422
    try:
        if form.cleaned_data["rev"] not in (None, p.rev):
            raise Botsing(p)
        with transaction.atomic():
            actions.wijzig_proeftuin(
                p, door=request.door, waarom=form.cleaned_data.get("waarom", ""), **form.velden()
            )
    except Botsing as botsing:
        form.data = {**form.data.dict(), **_lijsten(form.data), "rev": str(botsing.rij.rev)}  # type: ignore[attr-defined]
        form.add_error(
            None,
            _(
                "Een collega veranderde deze proeftuin intussen. Wat u typte staat er nog; bewaar opnieuw om het te laten gelden."
            ),
        )
        return 409
    except IntegrityError:
        form.add_error("naam", _("Er is al een proeftuin met deze naam. Kies een andere, of werk die bij."))
        return 422
    except ValueError as fout:
        form.add_error(
            "waarom" if "waarom" in form.fields and not form.cleaned_data["waarom"] else None, str(fout)
        )
        return 422
    return 302


def _lijsten(data: Any) -> dict[str, list[str]]:
    return {naam: data.getlist(naam) for naam in ("vergelijk_producten", "uitkomsten")}


def _doe(request: Verzoek, p: Proeftuin, actie: str, velden: dict[str, Any]) -> None:
    with transaction.atomic():
        match actie:
            case "vastleggen":
                actions.registreer_proeftuin(p, door=request.door)
            case "kijken":
                actions.kijk_eerste_keer(p, door=request.door)
            case "leren":
                actions.voeg_leermoment_toe(p, door=request.door, **velden)
            case "afronden":
                actions.rond_proeftuin_af(
                    p, gestopt=velden["gestopt"] == "ja", conclusie=velden["conclusie"], door=request.door
                )
            case _:
                raise ValueError(_("Kies een van de knoppen op deze pagina."))
