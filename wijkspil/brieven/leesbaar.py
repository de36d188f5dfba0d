"""A letter as text for a screen: the same data and order as the paper, for phones, screen readers and the portal.

Headings, paragraphs, lists of facts and tables; the template decides how they look. Sentences that only matter on paper
(the marks in the margin, the form to cut out) are left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from .bloktekst import Blokkenbrief, Tekstbrief
from .onderdelen import Briefgegevens, Clientondersteuning, bedrag_voluit, datum_voluit
from .teksten import (
    Afspraakbevestiging,
    Afwijzing,
    Beeindiging,
    Beschikking,
    Onderzoeksverslag,
    Ontvangstbevestiging,
    Toekenning,
    UitnodigingGesprek,
)


@dataclass(frozen=True, slots=True)
class Alinea:
    """One part under a heading. `citaat` marks the resident's own words."""

    kop: str = ""
    teksten: Sequence[str] = ()
    feiten: Sequence[tuple[str, str]] = ()
    kolommen: Sequence[str] = ()
    rijen: Sequence[Sequence[str]] = ()
    citaat: bool = False


@dataclass(frozen=True, slots=True)
class Leesbaar:
    """A letter to show: head, parts, foot. `adres` is empty when the address is protected."""

    gemeente: str
    naam: str
    adres: Sequence[str]
    datum: str
    kenmerk: str
    onderwerp: str
    aanhef: str
    ondertekening: Sequence[str]
    contact: str
    delen: Sequence[Alinea] = field(default_factory=list)


@override("nl")  # a letter to a resident is Dutch, whoever previews it
def leesbaar(brief: Briefgegevens) -> Leesbaar:
    """Turn a checked letter into parts for a page; a protected address stays out."""
    geheim = brief.geheim_adres
    contact = brief.contactpersoon
    return Leesbaar(
        gemeente=brief.gemeente.naam,
        naam=brief.geadresseerde.naam,
        adres=[_("Adres bekend bij de gemeente")] if geheim else brief.geadresseerde.adresregels,
        datum=datum_voluit(brief.dagtekening),
        kenmerk=brief.kenmerk,
        onderwerp=brief.onderwerp,
        aanhef=brief.geadresseerde.aanhef,
        ondertekening=[brief.ondertekening.namens, brief.ondertekening.naam, brief.ondertekening.functie],
        contact=_("Vragen? Bel %(naam)s, telefoon %(telefoon)s, %(bereikbaar)s.")
        % {"naam": contact.naam, "telefoon": contact.telefoon, "bereikbaar": contact.bereikbaar},
        delen=_delen(brief),
    )


def _stukken(tekst: str) -> list[str]:
    return [stuk.strip() for stuk in tekst.split("\n\n") if stuk.strip()]


def _delen(brief: Briefgegevens) -> list[Alinea]:
    """The parts of a letter, with the municipality's own opening and closing words where it has them."""
    if isinstance(brief, Blokkenbrief):
        return _blokken(brief)
    delen = _DELEN[type(brief)](brief)
    if not isinstance(brief, Tekstbrief) or brief.tekst is None:
        return delen
    eigen = {deel.sleutel: deel for deel in brief.blokken}
    if "opening" in eigen:
        opening = Alinea(teksten=eigen["opening"].platte_alineas)
        delen = [opening, *(delen[1:] if delen and not delen[0].kop else delen)]
    if "slot" in eigen:
        delen.append(Alinea(eigen["slot"].kop, eigen["slot"].platte_alineas))
    return delen


def _blokken(brief: Blokkenbrief) -> list[Alinea]:
    return [Alinea(blok.kop, blok.platte_alineas, citaat=blok.vorm == "citaat") for blok in brief.blokken]


def _steun(wie: Clientondersteuning) -> Alinea:
    waar = _(", of kijk op %(website)s") % {"website": wie.website} if wie.website else ""
    zin = _(
        "Een cliëntondersteuner denkt met u mee. U betaalt niets. Bel %(naam)s, telefoon %(telefoon)s%(waar)s."
    )
    return Alinea(
        _("Gratis hulp van een onafhankelijke cliëntondersteuner"),
        [zin % {"naam": wie.naam, "telefoon": wie.telefoon, "waar": waar}],
    )


def _ontvangst(g: Ontvangstbevestiging) -> list[Alinea]:
    delen = [
        Alinea(
            teksten=[
                _("Op %(dag)s heeft u ons laten weten dat u hulp of steun nodig heeft.")
                % {"dag": datum_voluit(g.datum_melding)}
            ]
        ),
        Alinea(_("Dit heeft u ons verteld"), _stukken(g.hulpvraag), citaat=True),
    ]
    if g.spoed:
        delen.append(Alinea(_("Dit doen wij nu al"), _stukken(g.spoed)))
    return [
        *delen,
        Alinea(
            _("Wat gebeurt er nu?"),
            feiten=[
                (_("Wij bellen u uiterlijk"), datum_voluit(g.eerste_contact)),
                (_("Ons onderzoek is klaar uiterlijk"), datum_voluit(g.onderzoek.uiterlijk)),
                (_("Uw eigen plan kunt u geven tot en met"), datum_voluit(g.persoonlijk_plan.uiterlijk)),
            ],
        ),
        _steun(g.clientondersteuning),
    ]


def _uitnodiging(g: UitnodigingGesprek) -> list[Alinea]:
    return [
        Alinea(teksten=[_("U heeft ons om hulp of steun gevraagd. Daar praten we graag met u over.")]),
        *(
            [
                Alinea(
                    teksten=[
                        _("Dit komt in de plaats van de afspraak van %(dag)s.")
                        % {"dag": datum_voluit(g.verzet_van)}
                    ]
                )
            ]
            if g.verzet_van
            else []
        ),
        Alinea(
            feiten=[
                (_("Wanneer"), datum_voluit(g.datum_gesprek)),
                (
                    _("Hoe laat"),
                    _("%(tijd)s uur, het duurt ongeveer %(duur)s") % {"tijd": g.begintijd, "duur": g.duur},
                ),
                (_("Waar"), g.plaats),
                (_("Met wie"), g.gesprekspartner),
            ]
        ),
        Alinea(_("Waar gaat het gesprek over?"), _stukken(g.hulpvraag), citaat=True),
        Alinea(_("Wat heeft u bij het gesprek nodig?"), list(g.meenemen)),
        _steun(g.clientondersteuning),
    ]


def _verslag(g: Onderzoeksverslag) -> list[Alinea]:
    return [
        Alinea(_("De uitkomst in het kort"), _stukken(g.uitkomst)),
        Alinea(
            _("Ons gesprek"),
            teksten=[] if g.datum_gesprek else [_("Voor dit onderzoek was geen gesprek.")],
            feiten=[
                *([(_("Datum"), datum_voluit(g.datum_gesprek))] if g.datum_gesprek else []),
                *([(_("Wie waren erbij"), ", ".join(g.aanwezigen))] if g.aanwezigen else []),
                (_("Identiteit"), _("vastgesteld") if g.identiteit else _("nog niet vastgesteld")),
            ],
        ),
        Alinea(_("Uw vraag, in uw eigen woorden"), _stukken(g.hulpvraag), citaat=True),
        Alinea(
            _("Uw persoonlijk plan"),
            _stukken(g.persoonlijk_plan or _("U heeft geen persoonlijk plan gegeven.")),
        ),
        Alinea(_("Wat wij hebben gezien en gehoord"), [b.tekst for b in g.bevindingen]),
        *(
            Alinea(o.doel, feiten=[(_("Wie"), o.wie), (_("Wat"), o.wat), (_("Waarom"), o.reden)])
            for o in g.oplossingen
        ),
        Alinea(_("Wat u kunt verwachten te betalen"), _stukken(g.eigen_bijdrage)),
        Alinea(_("Zelf hulp inkopen met een budget"), _stukken(g.pgb_uitleg)),
        Alinea(
            _("Klopt dit verslag?"),
            [_("Vertel het ons uiterlijk %(dag)s.") % {"dag": datum_voluit(g.reageren.uiterlijk)}],
        ),
    ]


def _beschikking(g: Beschikking) -> list[Alinea]:
    geweigerd = [deel for deel in g.onderdelen if isinstance(deel, Afwijzing)]
    besluit = [_("U krijgt %(wat)s.") % {"wat": deel.voorziening} for deel in g.toegekend]
    besluit += [_("U krijgt geen %(wat)s.") % {"wat": deel.voorziening} for deel in geweigerd]
    gestopt = [deel for deel in g.onderdelen if isinstance(deel, Beeindiging)]
    besluit += [
        _("Uw %(wat)s stopt. De laatste dag is %(dag)s.")
        % {"wat": deel.voorziening, "dag": datum_voluit(deel.laatste_dag)}
        for deel in gestopt
    ]
    begin = _("Op %(melding)s heeft u zich bij ons gemeld. Op %(aanvraag)s heeft u een aanvraag gedaan.")
    delen = [
        Alinea(
            teksten=[
                begin % {"melding": datum_voluit(g.datum_melding), "aanvraag": datum_voluit(g.datum_aanvraag)}
            ]
        ),
        Alinea(_("Ons besluit"), besluit),
        *(_toegekend(deel) for deel in g.toegekend),
    ]
    for weg in geweigerd:
        feiten = [(_("Wat wel past"), weg.wel_passend), (_("Volgens de wet"), weg.grondslag)]
        delen.append(
            Alinea(_("Wat u niet krijgt: %(wat)s") % {"wat": weg.voorziening}, _stukken(weg.reden), feiten)
        )
    for einde in gestopt:
        feiten = [(_("Wat wel past"), einde.wel_passend), (_("Volgens de wet"), einde.grondslag)]
        delen.append(Alinea(_("Wat stopt: %(wat)s") % {"wat": einde.voorziening}, feiten=feiten))
    delen.append(Alinea(_("Waarom wij dit besluiten"), list(g.redenen)))
    for kop, tekst in (
        (_("Uw persoonlijk plan"), g.persoonlijk_plan),
        (_("Advies van een deskundige"), g.advies),
        (_("Hoe dit past bij andere hulp"), g.samenhang),
    ):
        if tekst:
            delen.append(Alinea(kop, _stukken(tekst)))
    if g.bijdrage is not None:
        delen.append(Alinea(_("Uw eigen bijdrage"), _bijdrage(g)))
    bezwaar = _("U kunt bezwaar maken. Doe dat uiterlijk %(dag)s, bij %(orgaan)s, %(adres)s.")
    delen.append(
        Alinea(
            _("Bent u het niet eens met dit besluit?"),
            [
                bezwaar
                % {
                    "dag": datum_voluit(g.bezwaar.uiterlijk),
                    "orgaan": g.bezwaar.orgaan,
                    "adres": g.bezwaar.adres,
                }
            ],
        )
    )
    return delen


def _toegekend(deel: Toekenning) -> Alinea:
    feiten = [
        (_("Omvang"), deel.omvang or ""),
        (_("Wie de hulp geeft"), deel.aanbieder or ""),
        (
            _("Uw budget"),
            _("%(bedrag)s per %(periode)s")
            % {"bedrag": bedrag_voluit(deel.budget.bedrag), "periode": deel.budget.per}
            if deel.budget
            else "",
        ),
        (_("Vanaf"), datum_voluit(deel.ingangsdatum)),
        (_("Tot en met"), datum_voluit(deel.einddatum) if deel.einddatum else _("er is geen einddatum")),
        (_("We kijken samen terug"), datum_voluit(deel.evaluatie)),
    ]
    return Alinea(
        _("Wat u krijgt: %(wat)s") % {"wat": deel.voorziening},
        _stukken(deel.resultaat),
        [(naam, waarde) for naam, waarde in feiten if waarde],
        [_("Wat er gebeurt"), _("Hoe vaak")],
        [(a.wat, a.frequentie) for a in deel.activiteiten],
    )


def _bijdrage(g: Beschikking) -> list[str]:
    assert g.bijdrage is not None
    if not g.bijdrage.verschuldigd:
        return [_("U betaalt geen eigen bijdrage."), g.bijdrage.uitleg]
    hoogte = (
        _("U betaalt niet meer dan %(bedrag)s per maand.") % {"bedrag": bedrag_voluit(g.bijdrage.bedrag)}
        if g.bijdrage.bedrag is not None
        else _("Het CAK vertelt u hoe hoog het bedrag is.")
    )
    begin = _("U betaalt een eigen bijdrage. Het CAK rekent haar uit.")
    return [f"{begin} {hoogte}", g.bijdrage.uitleg]


def _afspraak(g: Afspraakbevestiging) -> list[Alinea]:
    besluit = _(
        "U krijgt deze hulp zonder besluit. Wilt u toch een besluit op papier? Dat kan altijd. U krijgt het binnen "
        "%(termijn)s nadat wij uw aanvraag hebben ontvangen."
    )
    return [
        Alinea(
            teksten=[
                _("Op %(dag)s hebben wij afspraken met u gemaakt.") % {"dag": datum_voluit(g.datum_gesprek)}
            ]
        ),
        Alinea(_("Wat u wilt bereiken, in uw eigen woorden"), _stukken(g.eigen_woorden), citaat=True),
        Alinea(
            _("Wat we hebben afgesproken"),
            kolommen=[_("Wie"), _("Wat"), _("Wanneer")],
            rijen=[(a.wie, a.wat, a.wanneer) for a in g.afspraken],
        ),
        *([Alinea(_("Wat u betaalt"), _stukken(g.bijdrage))] if g.bijdrage else []),
        Alinea(
            _("Wanneer kijken we terug?"),
            [_("Op %(dag)s, %(hoe)s.") % {"dag": datum_voluit(g.terugkijken), "hoe": g.terugkijken_hoe}],
        ),
        Alinea(_("U kunt altijd om een besluit vragen"), [besluit % {"termijn": g.besluittermijn}]),
    ]


_DELEN: dict[type[Briefgegevens], Callable[[Any], list[Alinea]]] = {
    Ontvangstbevestiging: _ontvangst,
    UitnodigingGesprek: _uitnodiging,
    Onderzoeksverslag: _verslag,
    Beschikking: _beschikking,
    Afspraakbevestiging: _afspraak,
}
