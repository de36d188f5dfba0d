"""What must agree inside one werkwijze, beyond the shape of each value.

Each check is a small generator of `Bevinding`; a new one is added to `CONTROLES`.
"""

import string
from collections.abc import Callable, Iterable, Iterator

from wijkspil.werkwijzen.assen import (
    Leveringswijze,
    Onderzoeker,
)
from wijkspil.werkwijzen.basis import EIGEN_INVULLING, Herkomst, Kaart, Zekerheid
from wijkspil.werkwijzen.bevinding import Bevinding, bestaat, lijkt_op, op_volgorde
from wijkspil.werkwijzen.contrast import LEESBAAR, contrast
from wijkspil.werkwijzen.lezen import Pad
from wijkspil.werkwijzen.samenhang_producten import PRODUCTCONTROLES, TREDEN
from wijkspil.werkwijzen.samenhang_samen import SAMENCONTROLES
from wijkspil.werkwijzen.voordeur import Regiostap
from wijkspil.werkwijzen.werkwijze import Werkwijze

INVULVELDEN = {"gemeente", "uiterlijk"}


def _herkomst(kaart: Kaart, pad: Pad = ()) -> Iterator[Bevinding]:
    """Our own filling-in never counts as certain."""
    if isinstance(kaart, Herkomst):
        eigen = kaart.bron.casefold().startswith(EIGEN_INVULLING)
        if eigen and kaart.zekerheid is not Zekerheid.LAAG:
            yield Bevinding(
                (*pad, "zekerheid"),
                f"`{EIGEN_INVULLING}` met zekerheid `{kaart.zekerheid}`",
                "zekerheid `laag` zolang er geen document is",
                "Zet zekerheid op `laag`, of noem bij `bron` het document.",
            )
    for veld in type(kaart).model_fields:
        waarde = getattr(kaart, veld)
        if isinstance(waarde, Kaart):
            yield from _herkomst(waarde, (*pad, veld))
        elif isinstance(waarde, tuple):
            for plek, deel in enumerate(waarde):
                if isinstance(deel, Kaart):
                    yield from _herkomst(deel, (*pad, veld, plek))


def _dagen(w: Werkwijze) -> Iterator[Bevinding]:
    yield from op_volgorde(w.geldig_vanaf, w.geldig_tot, ("geldig_tot",))
    if w.gemeente.ontstaan_op is not None:
        yield from op_volgorde(w.gemeente.ontstaan_op, w.geldig_vanaf, ("geldig_vanaf",))
    for plek, kader in enumerate(w.normenkaders):
        yield from op_volgorde(kader.vanaf, kader.tot, ("normenkaders", plek, "tot"))
    for plek, proef in enumerate(w.proeven):
        yield from op_volgorde(proef.van, proef.tot, ("proeven", plek, "tot"))


def _verwijzingen(w: Werkwijze) -> Iterator[Bevinding]:
    kanalen = {k.sleutel for k in w.kanalen.lijst}
    gebieden = {g.sleutel for g in w.gemeente.deelgebieden}
    soorten = {t.soort for t in w.teams.lijst}
    codes = {p.code for p in w.producten}
    for d, deur in enumerate(w.deuren.lijst):
        for k, kanaal in enumerate(deur.kanalen):
            yield from bestaat(
                kanaal, kanalen, ("deuren", "lijst", d, "kanalen", k), "een kanaal uit `kanalen`"
            )
        if deur.team_soort not in soorten:
            yield Bevinding(
                ("deuren", "lijst", d, "team_soort"),
                f"achter deze deur staat geen team van de soort `{deur.team_soort}`",
                "minstens één team van die soort bij `teams`",
                "Voeg het team toe bij `teams`, of kies een andere soort voor deze deur.",
            )
    for t, team in enumerate(w.teams.lijst):
        for g, gebied in enumerate(team.deelgebieden):
            yield from bestaat(
                gebied, gebieden, ("teams", "lijst", t, "deelgebieden", g), "een deelgebied van de gemeente"
            )
    for s, stap in enumerate(w.stappen.lijst):
        for g, lokaal in enumerate(stap.per_deelgebied):
            pad = ("stappen", "lijst", s, "per_deelgebied", g, "deelgebied")
            yield from bestaat(lokaal.deelgebied, gebieden, pad, "een deelgebied van de gemeente")
    for p, proef in enumerate(w.proeven):
        for c, code in enumerate(proef.producten):
            yield from bestaat(
                code, codes, ("proeven", p, "producten", c), "de code van een product uit `producten`"
            )


def _vaste_lijsten(w: Werkwijze) -> Iterator[Bevinding]:
    yield from _precies(
        [s.stap.value for s in w.stappen.lijst], [s.value for s in Regiostap], ("stappen", "lijst"), "stappen"
    )
    yield from _precies([t.trede for t in w.ladder.lijst], TREDEN, ("ladder", "lijst"), "treden")


def _precies(gevonden: Iterable[str], vast: Iterable[str], pad: Pad, wat: str) -> Iterator[Bevinding]:
    staat, moet = list(gevonden), list(vast)
    if staat == moet:
        return
    mist = [m for m in moet if m not in staat]
    vreemd = [s for s in staat if s not in moet]
    probleem = (
        f"er mist: {', '.join(mist)}"
        if mist
        else f"onbekend: {', '.join(vreemd)}"
        if vreemd
        else "de volgorde is anders"
    )
    yield Bevinding(
        pad,
        probleem,
        f"deze {wat}, in deze volgorde: {', '.join(moet)}",
        "De woorden (`label`) kiest u zelf; de lijst ligt vast, want overal telt en vergelijkt men erop.",
    )


def _triage(w: Werkwijze) -> Iterator[Bevinding]:
    punten = [n.vanaf_punten for n in w.triage.niveaus]
    if 0 not in punten or len(set(punten)) != len(punten):
        yield Bevinding(
            ("triage", "niveaus"),
            f"niveaus vanaf {', '.join(map(str, punten))} punten",
            "één niveau vanaf 0 punten, en elk niveau vanaf een ander aantal",
            "Geef het gewone niveau `vanaf_punten: 0`; anders hoort een rustige vraag nergens bij.",
        )
    if max(punten) > sum(v.gewicht for v in w.triage.vragen):
        yield Bevinding(
            ("triage", "niveaus", punten.index(max(punten)), "vanaf_punten"),
            f"niemand kan {max(punten)} punten halen",
            f"ten hoogste {sum(v.gewicht for v in w.triage.vragen)}: alle gewichten samen",
            "Verlaag de grens of verhoog een gewicht.",
        )
    for plek, niveau in enumerate(w.triage.niveaus):
        if niveau.waarschuw_na_uren and (
            niveau.klok_uren is None or niveau.waarschuw_na_uren >= niveau.klok_uren
        ):
            yield Bevinding(
                ("triage", "niveaus", plek, "waarschuw_na_uren"),
                f"waarschuwen na {niveau.waarschuw_na_uren} uur bij een klok van {niveau.klok_uren or 'geen'} uur",
                "een waarschuwing voordat de klok afloopt",
                "Maak `waarschuw_na_uren` kleiner dan `klok_uren`.",
            )


def _delen_die_bij_elkaar_horen(w: Werkwijze) -> Iterator[Bevinding]:
    leveringen = {w.assen.levering.keuze} | {w.assen_voor(p.code).levering.keuze for p in w.producten}
    if Leveringswijze.CONSORTIUM in leveringen and w.consortium is None:
        yield Bevinding(
            ("assen", "levering", "keuze"),
            "levering door een consortium, maar het blok `consortium` ontbreekt",
            "een blok `consortium` met naam, opdracht en teams",
            "Voeg het blok toe, of kies een andere levering.",
        )
    if (
        w.assen.onderzoek.keuze is Onderzoeker.GEMANDATEERD
        and w.assen.levering.keuze is Leveringswijze.INFORMEEL
    ):
        yield Bevinding(
            ("assen", "onderzoek", "keuze"),
            "een mandaat zonder aanbieder om het aan te geven",
            "levering door een aanbieder, consortium of eigen team (Wmo 2015 art. 2.6.3)",
            "Kies een andere levering, of laat de gemeente onderzoeken.",
        )


def _teksten(w: Werkwijze) -> Iterator[Bevinding]:
    for veld in ("tekst_besluit", "tekst_afspraak"):
        pad: Pad = ("bezwaar", veld)
        try:
            velden = [
                naam
                for _, naam, _, _ in string.Formatter().parse(getattr(w.bezwaar, veld))
                if naam is not None
            ]
        except ValueError:
            yield Bevinding(
                pad,
                "een accolade die niet sluit",
                "{gemeente} of {uiterlijk}",
                "Sluit de accolade of haal hem weg.",
            )
            continue
        for naam in velden:
            if naam not in INVULVELDEN:
                yield Bevinding(
                    pad,
                    f"het invulveld {{{naam}}} bestaat niet",
                    "{gemeente} of {uiterlijk}",
                    f"{lijkt_op(naam, INVULVELDEN)}Anders staat het zo in de brief.",
                )


def _kleuren(w: Werkwijze) -> Iterator[Bevinding]:
    paren = (
        ("op_merk", w.thema.op_merk, w.thema.merk, "tekst op de merkkleur"),
        ("op_merk", w.thema.op_merk, w.thema.merk_donker, "tekst op de donkere merkkleur"),
        ("merk", w.thema.merk, "#ffffff", "een link in de merkkleur op wit"),
        ("accent", w.thema.accent, "#ffffff", "de accentkleur op wit"),
    )
    for veld, een, ander, wat in paren:
        verhouding = contrast(een, ander)
        if verhouding < LEESBAAR:
            yield Bevinding(
                ("thema", veld),
                f"{wat} heeft contrast {verhouding:.1f}".replace(".", ","),
                "4,5 of meer (WCAG 1.4.3), zodat iedereen het kan lezen",
                "Kies een donkerder of lichtere kleur.",
            )


def _betalen(w: Werkwijze) -> Iterator[Bevinding]:
    """What may go to one party must fit in a batch, or it could never be paid."""
    b = w.betalen
    if b.hoogstens_per_batch < b.hoogstens_per_begunstigde:
        yield Bevinding(
            ("betalen", "hoogstens_per_batch"),
            f"`{b.hoogstens_per_batch}`",
            f"ten minste hoogstens_per_begunstigde, `{b.hoogstens_per_begunstigde}`",
            "Verhoog het bedrag per batch, of verlaag dat per partij.",
        )


CONTROLES: tuple[Callable[[Werkwijze], Iterator[Bevinding]], ...] = (
    _herkomst,
    _dagen,
    _verwijzingen,
    _vaste_lijsten,
    _triage,
    *PRODUCTCONTROLES,
    *SAMENCONTROLES,
    _delen_die_bij_elkaar_horen,
    _teksten,
    _kleuren,
    _betalen,
)


def samenhang(werkwijze: Werkwijze) -> Iterator[Bevinding]:
    """Name everything in a werkwijze that does not agree with the rest of it."""
    for controle in CONTROLES:
        yield from controle(werkwijze)
