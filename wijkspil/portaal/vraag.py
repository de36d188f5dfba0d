"""Where it all begins: the own questions, and the page "Mijn vraag" with everything about one of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten.models import Besluit
from wijkspil.brieven.models import Brief
from wijkspil.core import klok as tijd
from wijkspil.core.handeling import Botsing
from wijkspil.nazorg.models import Nazorgtaak
from wijkspil.plannen.actions.akkoord import te_tekenen
from wijkspil.plannen.actions.keuze import te_kiezen_regels
from wijkspil.plannen.models import EigenPlan, Plan
from wijkspil.post import service as post
from wijkspil.scherm.stappen import HOOFDSTAPPEN, plek_van
from wijkspil.scherm.woorden import moment_in_woorden
from wijkspil.toegang.actions import neem_terug
from wijkspil.toegang.eigen import eigen_vragen
from wijkspil.toegang.klokken import lopende
from wijkspil.toegang.models import Gesprek, Hulpvraag, Stap
from wijkspil.werkwijzen.kast import laad_versie

from . import beeld, daden, terugblik
from .forms import OpnieuwForm
from .pagina import Verzoek, adres, eigen_vraag, mag_regelen, mijn, naar


@mijn()
def begin(request: Verzoek) -> HttpResponse:
    """All one's questions; with just one, that one."""
    vragen = list(eigen_vragen(request.door))
    regelen = [m for m in request.door.machtigingen if m.mag_regelen]
    concepten = post.open_concepten([m.inwoner_id for m in regelen])
    if len(vragen) == 1 and not concepten and len(request.door.machtigingen) == 1:
        return naar(request, "vraag", id=vragen[0].pk)
    nieuw = post.ongelezen([v.pk for v in vragen])
    groepen: dict[UUID, dict[str, Any]] = {}
    for machtiging in request.door.machtigingen:
        groepen[machtiging.inwoner_id] = {
            "zelf": machtiging.zelf,
            "naam": "",
            "vragen": [],
            "regelen": machtiging.mag_regelen,
            "voor": "" if machtiging.zelf else f"?voor={machtiging.inwoner_id}",
            "concept": next((c for c in concepten if c.inwoner_id == machtiging.inwoner_id), None),
        }
    for vraag_ in vragen:
        groep = groepen[vraag_.inwoner_id]
        groep["naam"] = vraag_.inwoner.naam
        groep["vragen"].append(
            {"vraag": vraag_, "nieuw": nieuw.get(vraag_.pk, 0), "stap": _stapwoord(vraag_)}
        )
    return render(
        request,
        "portaal/begin.html",
        {"groepen": list(groepen.values())},
    )


@mijn(vraag=True)
def vraag(request: Verzoek, id: UUID) -> HttpResponse:
    """Where am I, what comes next, who helps me, what can I do. At most twenty queries."""
    hulpvraag = eigen_vraag(request, id, om_te=_("de eigen vraag bekijken"))
    vandaag = tijd.vandaag()
    gebeurd = terugblik.gebeurtenissen(hulpvraag)
    gesprek = _gepland_gesprek(hulpvraag) if hulpvraag.stap in daden.VROEG else None
    plan = Plan.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).prefetch_related("doelen").first()
    if plan is not None:
        plan.hulpvraag = hulpvraag
    eigen = EigenPlan.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).first()
    nazorg = (
        Nazorgtaak.objects.filter(hulpvraag=hulpvraag, status=Nazorgtaak.Status.OPEN).first()
        if hulpvraag.stap == Stap.NAZORG
        else None
    )
    klokken = lopende(hulpvraag)
    besluiten = list(
        Besluit.objects.filter(hulpvraag=hulpvraag, status=Besluit.Status.BEKENDGEMAAKT).order_by(
            "-bekendgemaakt_op"
        )
    )
    ongelezen = post.ongelezen([hulpvraag.pk]).get(hulpvraag.pk, 0)
    regelen = mag_regelen(request, hulpvraag)
    stand = daden.Stand(
        hulpvraag=hulpvraag,
        vandaag=vandaag,
        eigen_plan=eigen,
        te_kiezen=te_kiezen_regels(plan) if plan is not None and regelen else [],
        besluiten=besluiten,
        open_aanvraag=hulpvraag.aanvragen.filter(status="open").exists(),
        ongelezen=ongelezen,
        te_tekenen=regelen and plan is not None and te_tekenen(plan) is not None,
    )
    return render(
        request,
        "portaal/vraag.html",
        kop(request, hulpvraag)
        | {
            "stappen": beeld.stappen(hulpvraag, laad_versie(hulpvraag.werkwijze), gebeurd),
            "volgende": beeld.volgende(
                hulpvraag,
                vandaag=vandaag,
                klokken=klokken,
                gesprek=gesprek,
                plan=plan,
                nazorg=nazorg,
                gesprek_moment=moment_in_woorden(gesprek.moment) if gesprek else "",
            ),
            "helper": beeld.helper(hulpvraag),
            "daden": daden.nu_te_doen(request, stand) if regelen else [],
            "plan": plan,
            "eigen": eigen,
            "brieven": list(
                Brief.objects.filter(hulpvraag=hulpvraag, status=Brief.Status.VERZONDEN)
                .defer("pdf", "gegevens")
                .order_by("-verzonden_op", "-gemaakt_op")[:3]
            ),
            "ongelezen": ongelezen,
            "keken": terugblik.wie_keek(hulpvraag, request.door, hoogstens=3),
        },
    )


@mijn(vraag=True)
def verloop(request: Verzoek, id: UUID) -> HttpResponse:
    """Everything that happened, each line a sentence; which events stand here is decided in the register of events."""
    hulpvraag = eigen_vraag(request, id, om_te=_("bekijken wat er gebeurde"), deel="verloop")
    dagen = terugblik.verloop(terugblik.gebeurtenissen(hulpvraag), request.door)
    return render(request, "portaal/verloop.html", kop(request, hulpvraag) | {"dagen": dagen})


@mijn(methoden=("GET", "POST"), vraag=True)
def opnieuw(request: Verzoek, id: UUID) -> HttpResponse:
    """The easy return: the same question opens again, with everything that was known (J5)."""
    hulpvraag = eigen_vraag(request, id, om_te=_("zeggen dat de vraag weer speelt"))
    if hulpvraag.stap not in (Stap.AFGESLOTEN, Stap.NAZORG):
        return naar(request, "vraag", id=id)
    form = OpnieuwForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                neem_terug(hulpvraag, door=request.door, vraag=form.cleaned_data["wat_is_er"])
        except Botsing:
            messages.info(request, _("De gemeente was u net voor: kijk hieronder hoe het er nu voor staat."))
            return naar(request, "vraag", id=id)
        messages.success(
            request, _("Uw vraag staat weer open. Wij bellen u. U hoeft niets opnieuw te vertellen.")
        )
        return naar(request, "vraag", id=id)
    return render(
        request,
        "portaal/opnieuw.html",
        kop(request, hulpvraag) | {"form": form},
        status=422 if form.errors else 200,
    )


def kop(request: Verzoek, hulpvraag: Hulpvraag) -> dict[str, Any]:
    """What every page about one question shows at the top: whose it is, and the way back. No query."""
    machtiging = request.door.machtiging_voor(hulpvraag.inwoner_id)
    return {
        "hulpvraag": hulpvraag,
        "inwoner": hulpvraag.inwoner,
        "namens": machtiging is not None and not machtiging.zelf,
        "regelen": machtiging is not None and machtiging.mag_regelen,
        "vraag_url": adres(request, "vraag", id=hulpvraag.pk),
    }


def _gepland_gesprek(hulpvraag: Hulpvraag) -> Gesprek | None:
    return (
        Gesprek.objects.filter(hulpvraag=hulpvraag, status=Gesprek.Status.GEPLAND, moment__gte=tijd.nu())
        .order_by("moment")
        .first()
    )


def _stapwoord(hulpvraag: Hulpvraag) -> str:
    werkwijze = laad_versie(hulpvraag.werkwijze)
    if hulpvraag.stap == Stap.AFGESLOTEN:
        return _("klaar")
    return werkwijze.stap_label(HOOFDSTAPPEN[plek_van(hulpvraag.stap)][0])
