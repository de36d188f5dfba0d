"""Terms of the law: what was too late, notices of default and dwangsom (Awb 4:17), and objections."""

from collections.abc import Sequence
from datetime import date

import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafiek_stijl import getal
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Laag, Vorm, euro, kies, procent, tot_nu
from .reeks import KWARTAAL, per_kwartaal, stapels, vul

ONDERZOEK, BESLUIT = "onderzoek.afgerond", "besluit.bekendgemaakt"
GEBREKE, DWANGSOM = "ingebrekestelling.ontvangen", "dwangsom.vastgesteld"
LAAT = ("onderzoek_laat", "besluit_laat", "gebreke", "dwangsommen", "dwangsom_cent")


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    laat = ~x.op_tijd.coalesce(True)
    return per_kwartaal(
        kies(feiten.loop, f).filter(x.soort.isin((ONDERZOEK, BESLUIT, GEBREKE, DWANGSOM))),
        f,
        onderzoek_laat=((x.soort == ONDERZOEK) & laat).sum(),
        besluit_laat=((x.soort == BESLUIT) & laat).sum(),
        gebreke=(x.soort == GEBREKE).sum(),
        dwangsommen=(x.soort == DWANGSOM).sum(),
        dwangsom_cent=x.cent.sum(where=x.soort == DWANGSOM).coalesce(0).cast("int64"),
    )


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else dict.fromkeys(LAAT, 0)
    return _(
        "In het %(periode)s waren %(o)s onderzoeken en %(b)s besluiten te laat. Wij werden %(g)s keer in gebreke gesteld; aan dwangsommen is %(geld)s vastgesteld."
    ) % {
        "periode": tot_nu(f), "o": getal(nu["onderzoek_laat"]), "b": getal(nu["besluit_laat"]), "g": getal(nu["gebreke"]),
        "geld": euro(nu["dwangsom_cent"]),
    }  # fmt: skip


BEZWAAR = ("ontvangen", "beslist", "gegrond", "gemeten", "op_tijd")


def reken_bezwaar(feiten: Feiten, f: Filter) -> ir.Table:
    beslist = x.soort == "bezwaar.beslist"
    return per_kwartaal(
        kies(feiten.loop, f).filter(x.soort.isin(("bezwaar.ontvangen", "bezwaar.beslist"))),
        f,
        ontvangen=(x.soort == "bezwaar.ontvangen").sum(),
        beslist=beslist.sum(),
        gegrond=(beslist & x.code.isin(("gegrond", "deels_gegrond"))).sum(),
        gemeten=(beslist & x.op_tijd.notnull()).sum(),
        tijdig=(beslist & x.op_tijd).sum(),
    )


def zin_bezwaar(rijen: Sequence[Rij], f: Filter) -> str:
    nu: Rij = rijen[-1] if rijen else {"ontvangen": 0, "beslist": 0, "deel_gegrond": None}
    if not nu["beslist"]:
        return _("In het %(periode)s kwamen %(n)s bezwaren binnen; er is nog op geen bezwaar beslist.") % {
            "periode": tot_nu(f), "n": getal(nu["ontvangen"])
        }  # fmt: skip
    return _("In het %(periode)s kwamen %(n)s bezwaren binnen en is op %(b)s beslist; %(deel)s was helemaal of deels gegrond.") % {
        "periode": tot_nu(f), "n": getal(nu["ontvangen"]), "b": getal(nu["beslist"]), "deel": procent(nu["deel_gegrond"])
    }  # fmt: skip


INDICATOR = Indicator(
    sleutel="te_laat",
    naam=__("Te laat, in gebreke en dwangsom"),
    definitie=__(
        "Onderzoeken en besluiten waarvan de wettelijke klok zei dat ze te laat waren, op de dag dat ze klaar waren. Ingebrekestellingen op de dag van ontvangst, "
        "dwangsommen op de dag van vaststelling. Is het bedrag van een dwangsom nog niet bekend, dan telt hij mee zonder bedrag."
    ),
    bron=__("Wmo 2015 art. 2.3.2 en 2.3.5; Awb art. 4:17 en 4:18"),
    eigenaar=__("Teamleiders"),
    eenheid=__("keren te laat"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("onderzoek_laat", __("Onderzoek te laat")),
        Kolom("besluit_laat", __("Besluit te laat")),
        Kolom("gebreke", __("In gebreke gesteld")),
        Kolom("dwangsommen", __("Dwangsommen")),
        Kolom("dwangsom_cent", __("Bedrag"), Vorm.EURO),
    ),
    reken=reken,
    werk_af=vul(*LAAT),
    zin=zin,
    beeld=stapels(
        ("onderzoek_laat", __("onderzoek te laat")),
        ("besluit_laat", __("besluit te laat")),
        ("gebreke", __("in gebreke")),
    ),
    events=(ONDERZOEK, BESLUIT, GEBREKE, DWANGSOM),
    laag=Laag.OPERATIONEEL,
)

BEZWAREN = Indicator(
    sleutel="bezwaren",
    naam=__("Bezwaren"),
    definitie=__(
        "Bezwaren op de dag van ontvangst, en beslissingen op bezwaar op de dag van de beslissing. Gegrond is helemaal of deels gegrond, gedeeld door alle beslissingen."
    ),
    bron=__("Gebeurtenissen bezwaar.ontvangen en bezwaar.beslist; Awb art. 7:10"),
    eigenaar=__("Juridische zaken"),
    eenheid=__("bezwaren"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("ontvangen", __("Ontvangen")),
        Kolom("beslist", __("Beslist")),
        Kolom("deel_gegrond", __("Gegrond"), Vorm.AANDEEL),
        Kolom("op_tijd", __("Op tijd"), Vorm.AANDEEL),
    ),
    reken=reken_bezwaar,
    werk_af=vul(
        "ontvangen",
        "beslist",
        delen={"deel_gegrond": ("gegrond", "beslist"), "op_tijd": ("tijdig", "gemeten")},
    ),
    zin=zin_bezwaar,
    beeld=stapels(("ontvangen", __("ontvangen")), ("beslist", __("beslist"))),
    events=("bezwaar.ontvangen", "bezwaar.beslist"),
)
