"""An answer in plain Dutch: first what it says, then why it can't be said yet, and always what must hold."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from ..grafiek_stijl import getal
from .gemiddelden import Oordeel
from .oordeel import Gebiedenoordeel, Mensenoordeel
from .uitslag import Aanname, Reden, Uitslag

REDENEN: Mapping[Reden, str | Promise] = {
    Reden.TE_WEINIG: _l("er zijn te weinig mensen of gebieden om toeval uit te sluiten"),
    Reden.TE_KORT: _l(
        "er is te kort gekeken: er moeten cijfers zijn van voor en van na het begin, en hulp die lang genoeg is gevolgd"
    ),
    Reden.GEEN_VERGELIJKING: _l("er is geen groep om mee te vergelijken"),
    Reden.GEEN_METING: _l("dit is bij niemand in de proefgroep gemeten"),
    Reden.NIET_VERGELIJKBAAR: _l("de groepen lijken te weinig op elkaar"),
    Reden.GEEN_SPREIDING: _l("iedereen heeft hetzelfde getal, dus toeval is niet te schatten"),
    Reden.GEEN_TOEVAL: _l("met minder dan negentien andere gebieden is toeval niet uit te sluiten"),
}
AANNAMEN: Mapping[Aanname, str | Promise] = {
    Aanname.GELIJK_VERLOOP: _l("Zonder de proef waren de groepen gelijk opgegaan."),
    Aanname.NIET_GELOOT: _l("De groepen zijn niet door het lot verdeeld. Wie meedeed, kan vooraf al anders zijn geweest."),
    Aanname.GEMETEN_VERSCHILLEN: _l("Alles waarin de groepen vooraf verschilden is gemeten: zelfredzaamheid en de dag waarop de hulp begon."),
    Aanname.EEN_BEGINDAG: _l("De proef begon overal op dezelfde dag."),
    Aanname.GEEN_UITSTRALING: _l("De andere gebieden merkten niets van de proef."),
    Aanname.LOOPT_NOG_TOEVALLIG: _l("Hulp die nog loopt, loopt niet om een andere reden dan dat zij later begon."),
    Aanname.ANTWOORD_TOEVALLIG: _l("Wie een cijfer gaf, denkt gemiddeld als wie geen cijfer gaf."),
    Aanname.ALLEEN_KLAAR: _l("Alleen hulp die klaar is telt. Wat lang duurt en nog loopt, staat er niet bij."),
    Aanname.MENGSEL: _l("Een mengsel van andere gebieden dat vooraf gelijk opging, was ook daarna gelijk opgegaan."),
}  # fmt: skip


def nog_niet(uitslag: Uitslag) -> str:
    reden = REDENEN[uitslag.reden] if uitslag.reden else _("de cijfers zeggen het niet")
    return _("Nog niet te meten: %(reden)s.") % {"reden": reden}


def over_mensen(oordeel: Mensenoordeel, marge: float) -> str:
    """One or two sentences about one outcome of people."""
    u = oordeel.ruw
    if u.waarde is None or u.laag is None or u.hoog is None:
        return nog_niet(u)
    maten = {"laag": bedrag(oordeel.uitkomst, u.laag), "hoog": bedrag(oordeel.uitkomst, u.hoog)}
    zeker = _("Met 95%% zekerheid ligt het verschil tussen %(laag)s en %(hoog)s.") % maten
    match oordeel.uitkomst:
        case "tevredenheid":
            return f"{_tevreden(oordeel.tevreden, marge)} {zeker}"
        case "kosten":
            woorden = (
                _("De proef kost minder per traject."),
                _("Er is geen duidelijk verschil in kosten."),
                _("De proef kost meer per traject."),
            )
        case _:
            woorden = (
                _("De hulp duurt in de proef korter."),
                _("Er is geen duidelijk verschil in duur."),
                _("De hulp duurt in de proef langer."),
            )
    return f"{woorden[u.richting + 1]} {zeker}"


def _tevreden(oordeel: Oordeel | None, marge: float) -> str:
    punten = {"marge": getal(marge, 1)}
    if oordeel is Oordeel.NIET_MINDER:
        return (
            _(
                "Mensen in de proef zijn minstens even tevreden: dat het meer dan %(marge)s punt lager is, is uit te sluiten."
            )
            % punten
        )
    if oordeel is Oordeel.MINDER:
        return _("Mensen in de proef zijn minder tevreden: het scheelt meer dan %(marge)s punt.") % punten
    return (
        _(
            "Of mensen in de proef even tevreden zijn, is nog niet te zeggen: het verschil kan groter zijn dan %(marge)s punt."
        )
        % punten
    )


def over_gebieden(oordeel: Gebiedenoordeel) -> str:
    """What happened, and then whether it can be by chance. What happened is a fact, also with five municipalities."""
    wat = _("Het aantal cliënten") if oordeel.uitkomst == "clienten" else _("De uitgaven")
    proef, ander = oordeel.groei["proef"], oordeel.groei["vergelijk"]
    if proef is None or ander is None:
        return nog_niet(oordeel.did)
    zin = _("%(wat)s: %(proef)s waar de proef is, gemiddeld %(ander)s in de andere gebieden.") % {
        "wat": wat, "proef": beweging(proef), "ander": beweging(ander),
    }  # fmt: skip
    u = oordeel.hoofd
    if u.waarde is None or u.laag is None or u.hoog is None:
        return f"{zin} {_('Of dat door de proef komt:')} {nog_niet(u)[:1].lower()}{nog_niet(u)[1:]}"
    maten = {"laag": getal(u.laag), "hoog": getal(u.hoog)}
    zeker = _("Met 95%% zekerheid scheelt de proef tussen %(laag)s%% en %(hoog)s%%.") % maten
    return (
        f"{zin} {zeker}" if u.richting else f"{zin} {zeker} {_('Nul ligt daartussen: het kan toeval zijn.')}"
    )


def beweging(procent: float) -> str:
    """A growth in words: 30% meer, 1% minder, bijna gelijk."""
    if abs(procent) < 0.5:
        return _("bijna gelijk (0%)")
    return (_("%(n)s%% meer") if procent > 0 else _("%(n)s%% minder")) % {"n": getal(abs(procent))}


def bedrag(uitkomst: str, waarde: float) -> str:
    """A number with its unit."""
    match uitkomst:
        case "kosten":
            return f"€ {getal(waarde)}"
        case "tevredenheid":
            return _("%(n)s punt") % {"n": getal(waarde, 1)}
        case "duur":
            return _("%(n)s dagen") % {"n": getal(waarde)}
    return getal(waarde)


def aannamen(*uitslagen: Uitslag | None) -> list[str]:
    """Every assumption once, in order."""
    uniek: dict[Any, None] = {a: None for u in uitslagen if u is not None for a in u.aannames}
    return [str(AANNAMEN[a]) for a in uniek]
