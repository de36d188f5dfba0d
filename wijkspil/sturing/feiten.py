"""From events to facts: the few tables that the indicators share, each an Ibis expression over the events and nothing else.

The same expressions run on DuckDB, PostgreSQL and Spark. What an event means for the journey stands here as data.
"""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir
from ibis import _

BEGIN = ("melding.ontvangen", "melding.teruggekeerd")
"""A round of a question begins with one of these; a question that comes back begins a next round."""

CONTACT = ("contact.vastgelegd", "gesprek.gepland", "gesprek.gevoerd", "spoed.opgepakt")
"""After the melding, the first of these is the first time that somebody spoke with the resident."""

STAP: Mapping[str, str] = {
    "melding.ontvangen": "melding",
    "melding.teruggekeerd": "melding",
    "onderzoek.gestart": "onderzoek",
    "onderzoek.afgerond": "plan",
    "plan.herzien": "plan",
    "plan.vastgesteld": "arrangement",
    "aanvraag.ontvangen": "besluit",
    "besluit.verzocht": "besluit",
    "besluit.teruggehaald": "besluit",
    "besluit.bekendgemaakt": "opdracht",
    "afspraak.gemaakt": "opdracht",
    "nazorg.gepland": "nazorg",
    "vraag.afgesloten": "afgesloten",
}
"""The step at which a question is after an event. Events that only sometimes move it are told apart in `stappen`."""

VOLGORDE = (
    "contact",
    "melding",
    "onderzoek",
    "plan",
    "arrangement",
    "besluit",
    "afspraak",
    "opdracht",
    "levering",
    "nazorg",
)


VAN_VRAAG = ("w", "t", "lft", "ww")
"""What every table of facts carries along from the question, so that a figure can be asked for a part."""


def loop(g: ir.Table) -> ir.Table:
    """Every event of a question with its round (`r`, empty before the melding), and what holds for the whole question: its district
    (`w`), its team as it is now (`t`), the age group of the resident (`lft`) and the way of working under which it began (`ww`).

    An announcement of a decision whose letter never left was no announcement (Awb art. 3:40): it is left out.
    """
    terug = g.filter(g.soort == "besluit.teruggehaald").group_by("onderwerp").agg(terug_id=_.id.max())
    g = g.left_join(terug, "onderwerp").drop("onderwerp_right")
    g = g.filter((g.soort != "besluit.bekendgemaakt") | g.terug_id.isnull() | (g.terug_id < g.id)).drop(
        "terug_id"
    )
    begon = _.soort.isin(BEGIN)
    per_vraag = (
        g.filter(g.dossier.notnull())
        .group_by("dossier")
        .agg(
            w=_.wijk.max(where=_.soort == BEGIN[0]),
            t=_.team.argmax(_.id, where=_.team.notnull()),
            lft=_.leeftijd.max(where=_.soort == BEGIN[0]),
            ww=_.werkwijze.argmin(_.id, where=begon),
        )
    )
    tot_hier = ibis.window(group_by=g.dossier, order_by=g.id, preceding=None, following=0)
    met_ronde = g.filter(g.dossier.notnull()).mutate(r=g.ronde.max(where=g.soort.isin(BEGIN)).over(tot_hier))
    return met_ronde.inner_join(per_vraag, "dossier")


def vragen(l: ir.Table) -> ir.Table:  # noqa: E741
    """One row per question and round, with the first day of each milestone."""

    def eerste(*soorten: str, dag: ir.Value = _.dag) -> ir.Value:
        return dag.min(where=_.soort.isin(soorten))

    return (
        l.filter(l.r.notnull())
        .group_by("dossier", "r", *VAN_VRAAG)
        .agg(
            gemeld=eerste(*BEGIN),
            kanaal=_.kanaal.max(where=_.soort == BEGIN[0]),
            terug=_.soort.max(where=_.soort.isin(BEGIN)) == BEGIN[1],
            contact=eerste(*CONTACT),
            gesprek=eerste("gesprek.gevoerd", dag=_.gevoerd_op.coalesce(_.dag)),
            onderzoek=eerste("onderzoek.afgerond"),
            onderzoek_op_tijd=_.op_tijd.all(where=_.soort == "onderzoek.afgerond"),
            aanvraag=eerste("aanvraag.ontvangen"),
            besluit=eerste("besluit.bekendgemaakt"),
            besluit_op_tijd=_.op_tijd.all(where=_.soort == "besluit.bekendgemaakt"),
            afspraak=eerste("afspraak.gemaakt"),
            opdracht=eerste("toewijzing.opgedragen"),
            start=eerste("levering.gestart"),
            hulp=eerste("levering.gestart", "hulp.begonnen"),
        )
        .mutate(akkoord=ibis.least(_.besluit, _.afspraak))
    )


def stappen(l: ir.Table) -> ir.Table:  # noqa: E741
    """The events that move a question, with the step (`stap`) after it; empty when it depends on the step before it."""
    stap = ibis.cases(
        *((l.soort == soort, naam) for soort, naam in STAP.items()),
        ((l.soort == "contact.vastgelegd") & l.deur.notnull() & l.r.isnull(), "contact"),
        ((l.soort == "arrangement.vastgesteld") & l.met_besluit, "besluit"),
        (l.soort == "arrangement.vastgesteld", "afspraak"),
        (l.soort.isin(("levering.gestart", "hulp.begonnen")) & l.eerste_van_vraag, "levering"),
    )
    bewogen = l.select("dossier", "id", "dag", "r", *VAN_VRAAG, "soort", stap=stap)
    return bewogen.filter(_.stap.notnull() | (_.soort == "gesprek.gepland"))


def stand(s: ir.Table, dag: ir.Value) -> ir.Table:
    """Where each question is at the end of a day: its step, its district and the day on which its round began."""
    per_vraag = (
        s.filter(s.dag <= dag)
        .group_by("dossier")
        .agg(
            **{naam: _[naam].max() for naam in VAN_VRAAG},
            sinds=_.dag.argmax(_.id, where=_.stap.isin(("melding", "contact"))),
            laatste=_.stap.argmax(_.id, where=_.stap.notnull()),
            stap_id=_.id.max(where=_.stap.notnull()),
            gepland_id=_.id.max(where=_.soort == "gesprek.gepland"),
        )
    )
    # A planned conversation starts the investigation, but says nothing of a question that is further on.
    begonnen = (per_vraag.laatste == "melding") & (per_vraag.gepland_id > per_vraag.stap_id)
    return per_vraag.select(
        "dossier", *VAN_VRAAG, "sinds", stap=ibis.cases((begonnen, "onderzoek"), else_=per_vraag.laatste)
    )


def stroom(l: ir.Table) -> ir.Table:  # noqa: E741
    """Beginnings (`teken` 1) and ends (-1) of help per line of an arrangement; per line they always take turns.

    A start or stop that was taken back counts as never said. A stop for a while is no end, nor is a stop with a start on the day
    after it: that is the same help under a next number.
    """
    mee = (*VAN_VRAAG, "inwoner", "dossier", "product", "aanbieder", "maand_cent")
    velden = l.select("id", "soort", "dag", "regel", "onderwerp", "tijdelijk", *mee)
    weg = (
        velden.filter(_.soort.isin(("levering.start_teruggenomen", "levering.stop_teruggenomen")))
        .mutate(
            wat=ibis.cases(
                (_.soort == "levering.start_teruggenomen", "levering.gestart"), else_="levering.gestopt"
            )
        )
        .group_by("onderwerp", "dag", "wat")
        .agg(weg_id=_.id.max())
    )
    telt = velden.filter(
        (_.soort == "levering.gestart") | ((_.soort == "levering.gestopt") & ~_.tijdelijk.coalesce(False))
    ).filter(_.regel.notnull())
    telt = telt.left_join(weg, [telt.onderwerp == weg.onderwerp, telt.dag == weg.dag, telt.soort == weg.wat])
    telt = telt.filter(_.weg_id.isnull() | (_.weg_id < _.id)).select("id", "soort", "dag", "regel", *mee)
    op_volgorde = ibis.window(group_by="regel", order_by=["dag", "id"])
    telt = telt.mutate(vorige=_.soort.lag().over(op_volgorde))
    telt = telt.filter(
        ((_.soort == "levering.gestart") & (_.vorige.coalesce("") != "levering.gestart"))
        | ((_.soort == "levering.gestopt") & (_.vorige == "levering.gestart"))
    )
    telt = telt.mutate(
        hiervoor=_.dag.lag().over(op_volgorde),
        hierna=_.dag.lead().over(op_volgorde),
        begint=_.soort == "levering.gestart",
    )
    door = (_.begint & _.hiervoor.notnull() & (_.dag.delta(_.hiervoor, unit="day") <= 1)) | (
        ~_.begint & _.hierna.notnull() & (_.hierna.delta(_.dag, unit="day") <= 1)
    )
    return telt.filter(~door).select("regel", *mee, "dag", teken=ibis.cases((_.begint, 1), else_=-1))


STIL = ("termijn.opgeschort", "aanvraag.aanvulling_gevraagd")
WEER = ("termijn.hervat", "aanvraag.aangevuld")


def stiltes(l: ir.Table) -> ir.Table:  # noqa: E741
    """When a legal clock of a question stood still (Awb art. 4:15): from suspended to resumed; `tot` is empty while it does."""
    om = l.filter(_.soort.isin(STIL + WEER), _.r.notnull()).mutate(welke=_.klok.coalesce("besluit"))
    per_klok = ibis.window(group_by=["dossier", "welke"], order_by="id")
    om = om.mutate(hierna=_.soort.lead().over(per_klok), hervat=_.dag.lead().over(per_klok))
    return om.filter(_.soort.isin(STIL)).select(
        "dossier", "r", "welke", van=_.dag, tot=ibis.cases((_.hierna.isin(WEER), _.hervat))
    )


def lijnen(l: ir.Table, s: ir.Table) -> ir.Table:  # noqa: E741
    """One row per line of help: what it is, who gives it, and the days of order, first help (from `stroom`) and agreed end."""

    def laatst(naam: str) -> ir.Value:
        return _[naam].argmax(_.id, where=_[naam].notnull())

    per = (
        l.filter(
            _.regel.notnull(),
            _.soort.isin(
                (
                    "toewijzing.opgedragen",
                    "toewijzing.gewijzigd",
                    "toewijzing.ingetrokken",
                    "levering.gestart",
                )
            ),
        )
        .group_by("regel", "dossier", *VAN_VRAAG)
        .agg(
            inwoner=_.inwoner.max(),
            **{
                naam: laatst(naam)
                for naam in ("product", "categorie", "aanbieder", "maand_cent", "bekostiging", "einde")
            },
            opdracht=_.dag.min(where=_.soort == "toewijzing.opgedragen"),
            weg=(_.soort == "toewijzing.ingetrokken").any(),
        )
    )
    begon = s.filter(s.teken == 1).group_by("regel").agg(start=_.dag.min())
    klaar = s.group_by("regel").agg(loopt=_.teken.sum(), stop=_.dag.max(where=_.teken == -1))
    return per.left_join(begon, "regel").drop("regel_right").left_join(klaar, "regel").drop("regel_right")
