"""The frame of a file: who, where in the journey, which clocks, what next, who is around. Every page of a step sits in it.

`dossierkader` costs four queries: clocks, the household, the network, the plan in brief.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core import klok as tijd
from wijkspil.core.door import Door
from wijkspil.gemeenten.middleware import Verzoek
from wijkspil.inwoners.models import Inwoner, Relatie
from wijkspil.plannen.models import Plan
from wijkspil.reis import ALTIJD, DADEN
from wijkspil.scherm.stappen import HOOFDSTAPPEN, plek_van
from wijkspil.toegang.klokken import VAN_DE_INWONER, lopende
from wijkspil.toegang.models import Hulpvraag, Klok, Stap
from wijkspil.werkplek.klok import klok_van
from wijkspil.werkplek.pagina import adres
from wijkspil.werkwijzen.kast import laad_versie


def dossierkader(request: Verzoek, hulpvraag: Hulpvraag, *, hier: str = "") -> dict[str, Any]:
    """Context for `werkplek/dossier/kader.html`. `hier` is the page name of the current act, which is then left out."""
    vandaag = tijd.vandaag()
    klokken = [k for k in lopende(hulpvraag) if k.soort not in VAN_DE_INWONER or k.uiterlijk >= vandaag]
    return {
        "hulpvraag": hulpvraag,
        "inwoner": hulpvraag.inwoner,
        "persoon": persoon(hulpvraag, vandaag),
        "klokken": [_klok(k, vandaag) for k in klokken],
        "spoed": _spoed(hulpvraag),
        "reisstappen": reisstappen(request, hulpvraag),
        "daden": daden(request, hulpvraag, hier=hier),
        "ook": ook(request, hulpvraag, hier=hier),
        "huisgenoten": _huisgenoten(hulpvraag.inwoner),
        "netwerk": list(
            Relatie.objects.filter(inwoner_id=hulpvraag.inwoner_id, tot__isnull=True).order_by(
                "-sterkte", "naam"
            )
        ),
        "plan": Plan.objects.filter(hulpvraag=hulpvraag)
        .prefetch_related("doelen")
        .order_by("-ronde")
        .first(),
        "vandaag": vandaag,
    }


def persoon(hulpvraag: Hulpvraag, vandaag: date) -> dict[str, Any]:
    """What stands in the head of the file, for `componenten/persoonskop.html`."""
    inwoner = hulpvraag.inwoner
    feiten = (
        [
            _("geboren %(dag)s (%(jaren)d jaar)")
            % {"dag": f"{inwoner.geboortedatum:%d-%m-%Y}", "jaren": leeftijd(inwoner, vandaag)}
        ]
        if inwoner.geboortedatum
        else []
    )
    feiten += [feit for feit in (inwoner.adres, inwoner.telefoon, inwoner.taal) if feit]
    let_op = [{"tekst": inwoner.let_op, "toestand": "let-op"}] if inwoner.let_op else []
    if inwoner.geheim_adres:
        let_op.append({"tekst": _("geheim adres"), "toestand": "fout"})
    if inwoner.tolk_nodig:
        let_op.append({"tekst": _("tolk nodig"), "toestand": "let-op"})
    if inwoner.overleden_op:
        let_op.append({"tekst": _("overleden"), "toestand": "rust"})
    return {
        "naam": inwoner.naam,
        "feiten": feiten,
        "let_op": let_op,
        "contact": hulpvraag.behandelaar.naam if hulpvraag.behandelaar else "",
        "team": hulpvraag.team.naam if hulpvraag.team else "",
    }


def leeftijd(inwoner: Inwoner, op: date) -> int:
    """Age in whole years on a day; 0 when the birth date is unknown."""
    geboren = inwoner.geboortedatum
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day)) if geboren else 0


def _klok(klok: Klok, vandaag: date) -> dict[str, Any]:
    termijn = klok.termijn
    return {
        "soort": klok.get_soort_display(),
        "id": klok.pk,
        "stand": klok_van(
            termijn.laatste_dag_op(vandaag),
            vandaag=vandaag,
            begin=termijn.start,
            opgeschort=klok.status == Klok.Status.OPGESCHORT,
        ),
        "uitleg": termijn.uitleg(vandaag),
    }


def _spoed(hulpvraag: Hulpvraag) -> dict[str, Any] | None:
    """The urgency that still waits for somebody: its local word and the hours that are left (negative when late)."""
    if hulpvraag.spoed_uiterlijk is None:
        return None
    niveaus = {n.sleutel: n.label for n in laad_versie(hulpvraag.werkwijze).triage.niveaus}
    uren = int((hulpvraag.spoed_uiterlijk - tijd.nu()).total_seconds() // 3600)
    return {
        "label": niveaus.get(hulpvraag.urgentie, hulpvraag.urgentie),
        "uren": uren,
        "te_laat": -uren if uren < 0 else 0,
    }


def reisstappen(request: Verzoek, hulpvraag: Hulpvraag) -> list[dict[str, Any]]:
    """The five steps in the local words of the way of working, with where we are."""
    werkwijze = laad_versie(hulpvraag.werkwijze)
    nu = plek_van(hulpvraag.stap)
    klaar = hulpvraag.stap == Stap.AFGESLOTEN
    return [
        {
            "naam": werkwijze.stap_label(naam),
            "stand": "gedaan" if i < nu or klaar else ("nu" if i == nu else "straks"),
            "uitleg": hulpvraag.get_stap_display() if i == nu else "",
        }
        for i, (naam, _stappen) in enumerate(HOOFDSTAPPEN)
    ]


def daden(request: Verzoek, hulpvraag: Hulpvraag, *, hier: str = "") -> list[dict[str, str]]:
    """The next sensible acts for this person at this step (reis.py), with their addresses."""
    door: Door = request.door
    return [
        {"tekst": str(d.tekst), "gevolg": str(d.gevolg), "url": adres(request, d.pagina, id=hulpvraag.pk)}
        for d in sorted(
            DADEN[Stap(hulpvraag.stap)], key=lambda d: d.pagina == "triage" and bool(hulpvraag.urgentie)
        )
        if d.rollen & door.rollen and d.pagina != hier
    ]


def ook(request: Verzoek, hulpvraag: Hulpvraag, *, hier: str = "") -> list[dict[str, str]]:
    """What is possible beside the step itself, as quiet links; nothing on a closed question."""
    if hulpvraag.stap == Stap.AFGESLOTEN:
        return []
    bij_de_stap = {d.pagina for d in DADEN[Stap(hulpvraag.stap)]} | {hier}
    return [
        {"tekst": str(d.tekst), "url": adres(request, d.pagina, id=hulpvraag.pk)}
        for d in ALTIJD
        if d.rollen & request.door.rollen and d.pagina not in bij_de_stap
    ]


def _huisgenoten(inwoner: Inwoner) -> Sequence[Inwoner]:
    if inwoner.huishouden_id is None:
        return []
    return list(
        Inwoner.objects.filter(huishouden_id=inwoner.huishouden_id)
        .exclude(pk=inwoner.pk)
        .order_by("geboortedatum")
    )


__all__ = ["daden", "dossierkader", "leeftijd", "persoon", "reisstappen"]
