"""What the page of a file shows about its orders: a card per order, what is left to order, help that runs by itself. Eight queries."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.aanbieders.contracten import aanbieders_voor
from wijkspil.berichten.models import Bericht
from wijkspil.core import klok
from wijkspil.ondersteuning import feiten, woorden
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.plek import is_vrij, plek_voor
from wijkspil.ondersteuning.reacties import MEE
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Hulpvraag

from .forms import Daad, IntrekForm, OpdraagForm, StartForm, StopForm, WijzigForm

T = Toewijzing.Status
DOORLOPEND = (T.OPGEDRAGEN, T.GESTART, T.TIJDELIJK_GESTOPT)


def overzicht(hulpvraag: Hulpvraag, *, gebonden: Daad | OpdraagForm | None = None) -> dict[str, Any]:
    """Context for the page; `gebonden` is the form that came back with errors and keeps what was typed."""
    toewijzingen = list(
        hulpvraag.toewijzingen.select_related(*MEE).prefetch_related("leveringen").order_by("nummer")
    )
    regels = list(
        Arrangementregel.objects.filter(plan__hulpvraag=hulpvraag)
        .exclude(status=Arrangementregel.Status.VOORSTEL)
        .select_related("product", "aanbieder__lid_van")
        .order_by("volgorde", "gemaakt_op")
    )
    opgedragen = {t.regel_id for t in toewijzingen if t.status != T.VERWIJDERD}
    berichten = _berichten(hulpvraag)
    return {
        "kaarten": [_kaart(t, berichten[t.nummer], gebonden) for t in toewijzingen],
        "te_doen": [
            _te_doen(hulpvraag, r, gebonden)
            for r in regels
            if r.pk not in opgedragen and not is_vrij(hulpvraag, r)
        ],
        "vrij": [r for r in regels if is_vrij(hulpvraag, r)],
    }


def _berichten(hulpvraag: Hulpvraag) -> dict[int, list[Bericht]]:
    """The messages per assignment number; those that don't name one belong to all."""
    per_nummer: dict[int, list[Bericht]] = defaultdict(list)
    for bericht in hulpvraag.berichten.filter(richting="uit", soort="WMO301").defer("ruw").order_by("moment"):
        for nummer in bericht.inhoud:
            per_nummer[int(nummer)].append(bericht)
    return per_nummer


def _kaart(t: Toewijzing, berichten: list[Bericht], gebonden: Daad | OpdraagForm | None) -> dict[str, Any]:
    leveringen = sorted(t.leveringen.all(), key=lambda levering: levering.gestart_op)
    loopt = bool(leveringen) and leveringen[-1].gestopt_op is None
    formulieren: list[tuple[str, type[Daad]]] = []
    if not t.met_berichten and t.status in DOORLOPEND:
        formulieren.append((_("Hulp is gestopt"), StopForm) if loopt else (_("Hulp is begonnen"), StartForm))
    if t.status in DOORLOPEND:
        formulieren.append((_("Wijzig de opdracht"), WijzigForm))
    if t.status == T.OPGEDRAGEN:
        formulieren.append((_("Trek de opdracht in"), IntrekForm))
    return {
        "t": t,
        "wie": feiten.uitvoerder(t),
        "omvang": woorden.omvang(t),
        "toestand": woorden.TOESTAND[T(t.status)],
        "dagen": (klok.vandaag() - t.toegewezen_op.date()).days if t.status == T.OPGEDRAGEN else None,
        "leveringen": leveringen,
        "berichten": [{"zin": _zin(b), "bericht": b} for b in berichten],
        "formulieren": [
            {
                "kop": kop,
                "naam": soort.naam,
                "form": gebonden if _is(gebonden, soort, t) else soort(toewijzing=t),
                "open": _is(gebonden, soort, t),
            }
            for kop, soort in formulieren
        ],
    }


def _is(gebonden: Daad | OpdraagForm | None, soort: type[Daad], t: Toewijzing) -> bool:
    return isinstance(gebonden, soort) and gebonden.toewijzing.pk == t.pk


def _zin(b: Bericht) -> str:
    dag: Mapping[str, str] = {"dag": f"{b.moment:%d-%m-%Y}"}
    S = Bericht.Status
    zinnen = {
        S.KLAAR: _("Opdrachtbericht van %(dag)s staat klaar om te verzenden."),
        S.VERZONDEN: _("Opdrachtbericht verzonden op %(dag)s; de aanbieder heeft nog niet geantwoord."),
        S.BEVESTIGD: _("Opdrachtbericht van %(dag)s is door de aanbieder bevestigd."),
        S.GEWEIGERD: _("De aanbieder keurde het opdrachtbericht van %(dag)s af. De backoffice herstelt dit."),
    }
    return zinnen.get(S(b.status), _("Opdrachtbericht van %(dag)s is afgehandeld.")) % dag


def _te_doen(
    hulpvraag: Hulpvraag, regel: Arrangementregel, gebonden: Daad | OpdraagForm | None
) -> dict[str, Any]:
    assert regel.product is not None
    keuzes = list(aanbieders_voor(regel.product, regel.van))
    eigen = isinstance(gebonden, OpdraagForm) and gebonden.prefix == f"opdraag-{regel.pk}"
    return {
        "regel": regel,
        "waarom": plek_voor(hulpvraag, regel, dag=regel.van).nog_niet,
        "form": gebonden if eigen else (OpdraagForm(regel_id=regel.pk, keuzes=keuzes) if keuzes else None),
    }
