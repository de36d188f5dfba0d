"""What people asked for, beside what they did not get and did not accept (B51): nowhere a target to refuse.

Complaints are no events of the platform, so they can't be counted here; the definition says so.
"""

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..feiten import BEGIN
from ..grafiek_stijl import getal
from ..grafieken import gestapeld
from ..lees import Feiten, Rij
from ..periode import Filter, Kwartaal
from .basis import Indicator, Kolom, Vorm, kies, tot_nu

BESLUIT, BEZWAAR = "besluit.bekendgemaakt", "bezwaar.ontvangen"
CODES = {
    "niet": ("afwijzing", "buiten_behandeling"),
    "deels": ("gedeeltelijk",),
    "gestopt": ("beeindiging",),
}
"""Kinds of decision that give less than was asked, or end what was there."""
TELLINGEN = ("meldingen", *CODES, "bezwaren")


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    reeks = f.kwartaal.reeks()
    loop = kies(feiten.loop, f).filter(
        x.soort.isin((*BEGIN, BESLUIT, BEZWAAR)), x.dag.between(reeks[0].begin, f.kwartaal.eind)
    )
    return (
        loop.mutate(begin=x.dag.truncate("Q"))
        .group_by("begin")
        .agg(
            meldingen=x.soort.isin(BEGIN).sum(),
            bezwaren=(x.soort == BEZWAAR).sum(),
            **{naam: ((x.soort == BESLUIT) & x.code.isin(codes)).sum() for naam, codes in CODES.items()},
        )
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    gevuld = {Kwartaal.van(rij["begin"]): rij for rij in rijen}
    leeg = dict.fromkeys(TELLINGEN, 0)
    return [
        {"kwartaal": k.kort} | {t: gevuld.get(k, leeg)[t] or 0 for t in TELLINGEN}
        for k in f.kwartaal.reeks()
        if gevuld and k >= min(gevuld)
    ]


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or not any(rijen[-1][t] for t in TELLINGEN):
        return _("In het %(periode)s is er niets gevraagd en niets geweigerd.") % {"periode": tot_nu(f)}
    nu = rijen[-1]
    return _(
        "In het %(periode)s: %(meldingen)s meldingen; %(niet)s keer kregen mensen niet wat zij vroegen, %(deels)s keer een deel, "
        "en %(gestopt)s keer stopte hulp. %(bezwaren)s keer maakte iemand bezwaar."
    ) % ({"periode": tot_nu(f)} | {t: getal(nu[t]) for t in TELLINGEN})


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    namen = {"niet": _("niet gekregen"), "deels": _("een deel gekregen"), "gestopt": _("gestopt")}
    delen = [
        {"kwartaal": rij["kwartaal"], "soort": naam, "aantal": rij[veld]}
        for rij in rijen
        for veld, naam in namen.items()
    ]
    return gestapeld(delen, categorie="kwartaal", waarde="aantal", reeks="soort", titel=titel, uitleg=uitleg)


INDICATOR = Indicator(
    sleutel="niet_gekregen",
    naam=__("Gevraagd en niet gekregen"),
    definitie=__(
        "Meldingen op de dag waarop ze kwamen, besluiten op de dag waarop ze bekend zijn gemaakt. Niet gekregen: afgewezen of buiten "
        "behandeling gesteld. Een deel: gedeeltelijk toegekend. Dit is geen doel: minder weigeren is hier niet beter of slechter. "
        "Klachten legt Wijkspil niet vast, dus die tellen niet mee."
    ),
    bron=__(
        "Gebeurtenissen melding.ontvangen, melding.teruggekeerd, besluit.bekendgemaakt en bezwaar.ontvangen; B51"
    ),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("meldingen en besluiten"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("kwartaal", __("Kwartaal"), Vorm.TEKST),
        Kolom("meldingen", __("Meldingen")),
        Kolom("niet", __("Niet gekregen")),
        Kolom("deels", __("Een deel gekregen")),
        Kolom("gestopt", __("Hulp gestopt")),
        Kolom("bezwaren", __("Bezwaren")),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=(*BEGIN, BESLUIT, BEZWAAR),
)
