"""Paperwork per question (A15), and the whole chain from signal to claim on one page (B60)."""

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafiek_stijl import getal
from ..grafieken import staafgrafiek
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Laag, Niveau, Vorm, kies, tot_nu
from .reeks import KWARTAAL, lijnen, per_kwartaal, vul

WERK: dict[str, tuple[int, int]] = {
    "contact.vastgelegd": (4, 5),
    "melding.ontvangen": (8, 12),
    "spoed.beoordeeld": (4, 6),
    "vraag.toegewezen": (2, 1),
    "gesprek.gepland": (4, 2),
    "gesprek.gevoerd": (15, 8),
    "zrm.gemeten": (8, 13),
    "onderzoek.bijgewerkt": (4, 1),
    "onderzoek.afgerond": (6, 2),
    "plan.bijgewerkt": (5, 3),
    "doel.toegevoegd": (4, 3),
    "arrangementregel.toegevoegd": (4, 6),
    "plan.vastgesteld": (3, 1),
    "arrangement.vastgesteld": (3, 1),
    "aanvraag.ontvangen": (4, 3),
    "besluit.opgesteld": (10, 6),
    "besluit.genomen": (3, 1),
    "besluit.bekendgemaakt": (2, 0),
    "afspraak.gemaakt": (5, 2),
    "plan.geevalueerd": (15, 8),
    "nazorg.gebeld": (8, 3),
    "vraag.afgesloten": (3, 3),
}
"""Per act: minutes of writing it down and fields to fill. Counted from our own forms (fields) and guessed (minutes, certainty low)."""

BERICHTEN = ("bericht.klaargezet", "bericht.verwerkt")
PER_VRAAG = ("handelingen", "velden", "minuten", "berichten", "brieven")


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    alle = kies(feiten.loop, f).filter(x.soort.isin((*WERK, *BERICHTEN, "brief.verzonden")))
    minuten = ibis.cases(*((alle.soort == s, m) for s, (m, _v) in WERK.items()), else_=0)
    velden = ibis.cases(*((alle.soort == s, v) for s, (_m, v) in WERK.items()), else_=0)
    werk = x.soort.isin(tuple(WERK)) & (x.door_soort == "medewerker")
    return per_kwartaal(
        alle.mutate(m=minuten.cast("int64"), v=velden.cast("int64")),
        f,
        vragen=x.dossier.nunique(),
        handelingen=werk.sum().cast("float64"),
        velden=x.v.sum(where=werk).coalesce(0).cast("float64"),
        minuten=x.m.sum(where=werk).coalesce(0).cast("float64"),
        berichten=x.soort.isin(BERICHTEN).sum().cast("float64"),
        brieven=(x.soort == "brief.verzonden").sum().cast("float64"),
    )


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else {"vragen": 0}
    if not nu["vragen"]:
        return _("In het %(periode)s is nog niets aan vragen gedaan.") % {"periode": tot_nu(f)}
    return _(
        "In het %(periode)s kostte een vraag waaraan is gewerkt gemiddeld %(h)s keer iets vastleggen, %(v)s velden en naar schatting %(m)s minuten, met %(b)s berichten en %(br)s brieven."
    ) % {
        "periode": tot_nu(f), "h": getal(nu["handelingen"], 1), "v": getal(nu["velden"]), "m": getal(nu["minuten"]),
        "b": getal(nu["berichten"], 1), "br": getal(nu["brieven"], 1),
    }  # fmt: skip


KETEN = {
    "signalen": ("signaal.ontvangen",),
    "meldingen": ("melding.ontvangen", "melding.teruggekeerd"),
    "onderzoeken": ("onderzoek.afgerond",),
    "plannen": ("plan.vastgesteld",),
    "besloten": ("besluit.bekendgemaakt", "afspraak.gemaakt"),
    "opdrachten": ("toewijzing.opgedragen",),
    "begonnen": ("levering.gestart", "hulp.begonnen"),
    "geevalueerd": ("plan.geevalueerd",),
    "gestopt": ("levering.gestopt",),
    "declaraties": ("declaratie.beoordeeld",),
    "nazorg": ("nazorg.gebeld",),
}
SCHAKELS = {
    "signalen": __("Signaal uit de buurt"),
    "meldingen": __("Melding"),
    "onderzoeken": __("Onderzoek af"),
    "plannen": __("Plan vastgesteld"),
    "besloten": __("Besluit of afspraak"),
    "opdrachten": __("Opdracht aan een aanbieder"),
    "begonnen": __("Hulp begonnen"),
    "geevalueerd": __("Plan geëvalueerd"),
    "gestopt": __("Hulp gestopt"),
    "declaraties": __("Declaratie beoordeeld"),
    "nazorg": __("Nagebeld"),
}


def reken_keten(feiten: Feiten, f: Filter) -> ir.Table:
    """Everything that happened in the quarter and in the one before, of questions and outside them."""
    van = f.kwartaal.verder(-1).begin
    g = feiten.gebeurtenissen.filter(x.dag.between(van, f.kwartaal.eind))
    schakel = ibis.cases(*((g.soort.isin(soorten), naam) for naam, soorten in KETEN.items()))
    g = g.mutate(schakel=schakel).filter(x.schakel.notnull())
    nu = x.dag >= f.kwartaal.begin
    return g.group_by("schakel").agg(nu=nu.sum(), eerder=(~nu).sum())


def werk_af_keten(rijen: list[Rij], f: Filter) -> list[Rij]:
    per = {r["schakel"]: r for r in rijen}
    leeg = {"nu": 0, "eerder": 0}
    return [{"schakel": naam, **{v: per.get(naam, leeg)[v] for v in leeg}} for naam in KETEN] if rijen else []


def zin_keten(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen:
        return _("In het %(periode)s is nog niets gebeurd.") % {"periode": tot_nu(f)}
    per = {r["schakel"]: r["nu"] for r in rijen}
    return _("In het %(periode)s: %(m)s meldingen, %(o)s onderzoeken af, %(b)s besluiten en afspraken, en %(h)s keer begon hulp.") % {
        "periode": tot_nu(f), "m": getal(per["meldingen"]), "o": getal(per["onderzoeken"]), "b": getal(per["besloten"]), "h": getal(per["begonnen"])
    }  # fmt: skip


def beeld_keten(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    return staafgrafiek(rijen, categorie="schakel", waarde="nu", titel=titel, uitleg=uitleg)


LAST = Indicator(
    sleutel="administratie",
    naam=__("Papierwerk per vraag"),
    definitie=__(
        "Gemiddeld per vraag waaraan in het kwartaal iets gebeurde: keren dat een medewerker iets vastlegde, velden die daarbij horen, minuten, berichten met aanbieders en brieven. "
        "Velden zijn geteld op onze eigen formulieren. Minuten zijn een schatting per handeling (zekerheid: laag); meet ze na voordat u er beleid op maakt."
    ),
    bron=__("Alle vastgelegde handelingen; tabel met velden en minuten in de code van dit cijfer"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("per vraag"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("vragen", __("Vragen")),
        Kolom("handelingen", __("Keren vastgelegd"), Vorm.SCORE),
        Kolom("velden", __("Velden"), Vorm.SCORE),
        Kolom("minuten", __("Minuten (schatting)"), Vorm.SCORE),
        Kolom("berichten", __("Berichten"), Vorm.SCORE),
        Kolom("brieven", __("Brieven"), Vorm.SCORE),
    ),
    reken=reken,
    werk_af=vul("vragen", delen={naam: (naam, "vragen") for naam in PER_VRAAG}),
    zin=zin,
    beeld=lijnen(("minuten", __("minuten")), ("velden", __("velden")), eenheid=__("per vraag")),
    events=(*WERK, *BERICHTEN, "brief.verzonden"),
    laag=Laag.OPERATIONEEL,
    niveau=Niveau.INSTELLING,
)

KETENBEELD = Indicator(
    sleutel="keten",
    naam=__("De hele keten op een rij"),
    definitie=__(
        "Wat er in de periode gebeurde, van signaal tot nazorg, met het kwartaal ervoor ernaast. De schakels volgen elkaar niet binnen één kwartaal op: wie nu hulp krijgt, meldde zich vaak eerder."
    ),
    bron=__("Gebeurtenissen uit de hele keten"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("gebeurtenissen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("schakel", __("Schakel"), Vorm.TEKST, "schakel"),
        Kolom("nu", __("Deze periode")),
        Kolom("eerder", __("Kwartaal ervoor")),
    ),
    reken=reken_keten,
    werk_af=werk_af_keten,
    zin=zin_keten,
    beeld=beeld_keten,
    events=tuple(soort for soorten in KETEN.values() for soort in soorten),
    filters=frozenset(),
    niveau=Niveau.INSTELLING,
)
