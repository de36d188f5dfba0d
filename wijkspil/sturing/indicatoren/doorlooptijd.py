"""How long it takes, segment by segment from the melding to the first day of help."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..grafieken import staafgrafiek
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import Indicator, Kolom, Tekst, Vorm, dagen, kies, procent, tot_nu


@dataclass(frozen=True, slots=True)
class Segment:
    """From one milestone of `feiten.vragen` to another; `klok` is the milestone's own legal clock, where it has one."""

    sleutel: str
    naam: Tekst
    van: str
    tot: str
    klok: str = ""


SEGMENTEN = (
    Segment("contact", __("Melding tot eerste contact"), "gemeld", "contact"),
    Segment("gesprek", __("Eerste contact tot gesprek"), "contact", "gesprek"),
    Segment("onderzoek", __("Gesprek tot onderzoek af"), "gesprek", "onderzoek"),
    Segment("aanvraag", __("Onderzoek af tot aanvraag"), "onderzoek", "aanvraag"),
    Segment("besluit", __("Aanvraag tot besluit"), "aanvraag", "besluit", "besluit_op_tijd"),
    Segment("opdracht", __("Besluit of afspraak tot opdracht"), "akkoord", "opdracht"),
    Segment("start", __("Opdracht tot start van hulp"), "opdracht", "start"),
    Segment("wet", __("Samen: melding tot onderzoek af"), "gemeld", "onderzoek", "onderzoek_op_tijd"),
    Segment("alles", __("Samen: melding tot start van hulp"), "gemeld", "start"),
)
"""The chain, and under it two whole ways. Only the investigation and the decision have a clock in law (Wmo 2.3.2 and 2.3.5)."""


def reken(feiten: Feiten, f: Filter) -> ir.Table:
    vragen = kies(feiten.vragen, f)
    delen = []
    for nummer, segment in enumerate(SEGMENTEN):
        deel = vragen.filter(
            vragen[segment.van].notnull(), vragen[segment.tot].between(f.kwartaal.begin, f.kwartaal.eind)
        )
        duur = deel[segment.tot].delta(deel[segment.van], unit="day").cast("int64")
        op_tijd = deel[segment.klok] if segment.klok else ibis.null("boolean")
        delen.append(
            deel.select(nummer=ibis.literal(nummer), dagen=ibis.greatest(duur, 0), op_tijd=op_tijd)
            .group_by("nummer")
            .agg(
                aantal=x.count(),
                mediaan=x.dagen.median().cast("float64"),
                p90=x.dagen.quantile(0.9).cast("float64"),
                gemeten=x.op_tijd.notnull().sum(),
                op_tijd=x.op_tijd.sum(),
                stil=ibis.literal(0, "int64"),
            )
        )
        delen.append(_stil(feiten, deel, segment, nummer))
    return (
        ibis.union(*delen)
        .group_by("nummer")
        .agg(
            aantal=x.aantal.sum().cast("int64"),
            mediaan=x.mediaan.max(),
            p90=x.p90.max(),
            gemeten=x.gemeten.sum().cast("int64"),
            op_tijd=x.op_tijd.sum().cast("int64"),
            stil=x.stil.sum().cast("int64"),
        )
    )


def _stil(feiten: Feiten, deel: ir.Table, segment: Segment, nummer: int) -> ir.Table:
    """The days within a segment on which the legal clock of the question stood still, over all its questions."""
    begin, eind = deel[segment.van], deel[segment.tot]
    weg = deel.select("dossier", "r", begin=begin, eind=eind).inner_join(feiten.stiltes, ["dossier", "r"])
    dagen_stil = ibis.least(weg.eind, weg.tot.coalesce(weg.eind)).delta(
        ibis.greatest(weg.begin, weg.van), unit="day"
    )
    nul = ibis.literal(0, "int64")
    return (
        weg.select(nummer=ibis.literal(nummer), stil=ibis.greatest(dagen_stil.cast("int64"), 0))
        .group_by("nummer")
        .agg(
            aantal=nul,
            mediaan=ibis.null("float64"),
            p90=ibis.null("float64"),
            gemeten=nul,
            op_tijd=nul,
            stil=x.stil.sum().cast("int64"),
        )
    )


def werk_af(rijen: list[Rij], f: Filter) -> list[Rij]:
    """Every segment in order, also one in which nothing happened."""
    gevuld = {rij["nummer"]: rij for rij in rijen}
    uit = []
    for nummer, segment in enumerate(SEGMENTEN):
        rij = gevuld.get(
            nummer, {"aantal": 0, "mediaan": None, "p90": None, "gemeten": 0, "op_tijd": None, "stil": 0}
        )
        aandeel = rij["op_tijd"] / rij["gemeten"] if rij["gemeten"] else None
        uit.append(
            {
                "segment": segment.sleutel,
                "aantal": rij["aantal"],
                "mediaan": rij["mediaan"],
                "p90": rij["p90"],
                "op_tijd": aandeel,
                "stil": rij["stil"] / rij["aantal"] if rij["aantal"] else None,
            }
        )
    return uit


def zin(rijen: Sequence[Rij], f: Filter) -> str:
    per = {rij["segment"]: rij for rij in rijen}
    if not per["alles"]["aantal"]:
        return _("In het %(periode)s begon nog geen hulp, dus de hele weg is nog niet te meten.") % {
            "periode": tot_nu(f)
        }
    tekst = _("In het %(periode)s duurde de hele weg voor de helft van de mensen hoogstens %(dagen)s") % {
        "periode": tot_nu(f),
        "dagen": dagen(per["alles"]["mediaan"]),
    }
    if per["wet"]["op_tijd"] is None:
        return tekst + "."
    return tekst + _("; %(deel)s van de onderzoeken was op tijd af.") % {
        "deel": procent(per["wet"]["op_tijd"])
    }


def beeld(rijen: Sequence[Rij], f: Filter, titel: str, uitleg: str) -> str:
    gemeten = any(rij["aantal"] for rij in rijen)
    woorden = [
        dict(rij) | {"woord": dagen(rij["mediaan"]) if rij["aantal"] else _("niet gemeten")} for rij in rijen
    ]
    return staafgrafiek(
        woorden if gemeten else [],
        categorie="segment",
        waarde="mediaan",
        bijschrift="woord",
        titel=titel,
        uitleg=uitleg,
    )


INDICATOR = Indicator(
    sleutel="doorlooptijd",
    naam=__("Doorlooptijd per deel van de weg"),
    definitie=__(
        "Kalenderdagen tussen twee mijlpalen van dezelfde ronde van een vraag, geteld in de periode waarin het deel klaar was. "
        "De mediaan is de middelste; van tien vragen duurden er negen hoogstens zo lang als de P90. "
        "Op tijd is wat de wettelijke klok van de vraag zei, met opschorting en verlenging; alleen het onderzoek en het besluit hebben zo’n klok. "
        "Stilgestaan: dagen waarop de wettelijke klok van de vraag was opgeschort, gemiddeld per vraag; ze zitten in de mediaan."
    ),
    bron=__("Wmo 2015 art. 2.3.2 en 2.3.5; gebeurtenissen van melding tot levering"),
    eigenaar=__("Teamleiders"),
    eenheid=__("dagen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        Kolom("segment", __("Deel van de weg"), Vorm.TEKST, "segment"),
        Kolom("aantal", __("Vragen")),
        Kolom("mediaan", __("Mediaan (dagen)"), Vorm.DAGEN),
        Kolom("p90", __("P90 (dagen)"), Vorm.DAGEN),
        Kolom("stil", __("Stilgestaan (dagen per vraag)"), Vorm.SCORE),
        Kolom("op_tijd", __("Op tijd"), Vorm.AANDEEL),
    ),
    reken=reken,
    werk_af=werk_af,
    zin=zin,
    beeld=beeld,
    events=(
        "melding.ontvangen",
        "gesprek.gevoerd",
        "onderzoek.afgerond",
        "besluit.bekendgemaakt",
        "toewijzing.opgedragen",
        "levering.gestart",
    ),
)
