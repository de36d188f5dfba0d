"""What a resident can do now on a question, in the order in which it helps most. No query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkspil.besluiten.models import Besluit
from wijkspil.plannen.models import Arrangementregel, EigenPlan
from wijkspil.regels import wmo
from wijkspil.scherm.woorden import dag_in_woorden
from wijkspil.toegang.models import Hulpvraag, Stap

from .pagina import adres

VROEG = (Stap.CONTACT, Stap.MELDING, Stap.ONDERZOEK)
MET_HULP = (Stap.OPDRACHT, Stap.LEVERING, Stap.NAZORG, Stap.AFGESLOTEN)
NA_HET_GESPREK = (Stap.ARRANGEMENT, Stap.AFSPRAAK, Stap.OPDRACHT, Stap.LEVERING, Stap.NAZORG)


@dataclass(frozen=True, slots=True)
class Stand:
    """What must be known to say what can be done."""

    hulpvraag: Hulpvraag
    vandaag: date
    eigen_plan: EigenPlan | None
    te_kiezen: Sequence[Arrangementregel]
    besluiten: Sequence[Besluit]
    open_aanvraag: bool
    ongelezen: int
    te_tekenen: bool = False


def nu_te_doen(request: Any, s: Stand) -> list[dict[str, str]]:
    """The acts with their addresses; the first is the one that a page puts forward."""
    id = s.hulpvraag.pk
    gevonden: list[dict[str, str]] = []

    def daad(tekst: str, gevolg: str, naam: str, **kwargs: Any) -> None:
        gevonden.append({"tekst": tekst, "gevolg": gevolg, "url": adres(request, naam, id=id, **kwargs)})

    if s.ongelezen:
        daad(
            ngettext("Lees het nieuwe bericht", "Lees de %(n)d nieuwe berichten", s.ongelezen)
            % {"n": s.ongelezen},
            _("De gemeente schreef u."),
            "berichten",
        )
    for regel in s.te_kiezen:
        if regel.aanbieder_id is None and regel.product is not None:
            daad(
                _("Kies wie u helpt"),
                _("Voor: %(wat)s. U kiest zelf uit de lijst.") % {"wat": regel.product.naam},
                "aanbieder",
                regel=regel.pk,
            )
    if s.te_tekenen:
        daad(
            _("Lees uw plan en ga akkoord"),
            _("Klopt het niet? Zeg het ons. Uw hulp wacht niet op uw handtekening."),
            "plan_akkoord",
        )
    if s.hulpvraag.stap in VROEG and (s.eigen_plan is None or s.eigen_plan.ontvangen_op is None):
        daad(*_eigen_plan(s), "eigen_plan")
    if s.hulpvraag.stap in (Stap.AFGESLOTEN, Stap.NAZORG):
        daad(
            _("Het speelt weer"),
            _("Uw vraag gaat weer open. U hoeft niets opnieuw te vertellen."),
            "opnieuw",
        )
    if s.hulpvraag.stap in MET_HULP:
        daad(_("Vertel hoe het gaat"), _("Een paar korte vragen. Het mag, het hoeft niet."), "ervaring")
    if not s.ongelezen:
        daad(_("Stuur een bericht"), _("U krijgt hier antwoord."), "berichten")
    for besluit in s.besluiten:
        if besluit.bezwaar_tot is not None and besluit.bezwaar_tot >= s.vandaag:
            daad(
                _("Maak bezwaar"),
                _("Bent u het niet eens met besluit %(nummer)s? Dit kan tot en met %(dag)s.")
                % {"nummer": besluit.nummer, "dag": dag_in_woorden(besluit.bezwaar_tot)},
                "bezwaar",
                besluit_id=besluit.pk,
            )
    if mag_besluit_vragen(s.hulpvraag, s.vandaag, bool(s.besluiten), s.open_aanvraag):
        daad(
            _("Vraag een besluit op papier"),
            _("Dan krijgt u een brief. Bent u het er niet mee eens, dan kunt u bezwaar maken."),
            "besluit_vragen",
        )
    return gevonden


def mag_besluit_vragen(hulpvraag: Hulpvraag, vandaag: date, met_besluit: bool, open_aanvraag: bool) -> bool:
    """Whether a decision can be asked for now: after the talk, or when the six weeks have passed (Wmo 2015 art. 2.3.2 lid 9)."""
    if met_besluit or open_aanvraag or hulpvraag.stap in (Stap.BESLUIT, Stap.AFGESLOTEN):
        return False
    if hulpvraag.stap in (*NA_HET_GESPREK, Stap.PLAN):
        return True
    gemeld = hulpvraag.gemeld_op
    return gemeld is not None and vandaag > wmo.onderzoekstermijn(gemeld).laatste_dag


def _eigen_plan(s: Stand) -> tuple[str, str]:
    tekst = _("Schrijf verder aan uw eigen plan") if s.eigen_plan else _("Schrijf uw eigen plan")
    gemeld = s.hulpvraag.gemeld_op
    laatste = wmo.persoonlijk_plan_termijn(gemeld).laatste_dag if gemeld else None
    if laatste is not None and laatste >= s.vandaag:
        return tekst, _("Dit mag, het hoeft niet. Wij wachten er op tot en met %(dag)s.") % {
            "dag": dag_in_woorden(laatste)
        }
    return tekst, _("Dit mag, het hoeft niet. Wij nemen het mee in het gesprek.")
