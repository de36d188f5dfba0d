"""Who comes, comes back and leaves: new and known people, a return into care, and ends that are expected, provisional or final."""

from collections.abc import Sequence
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from ibis import _ as x

from ..feiten import BEGIN
from ..grafiek_stijl import getal
from ..lees import Feiten, Rij
from ..periode import Filter
from .basis import HULP, VRAAG, Indicator, Kolom, Niveau, kies, tot_nu
from .reeks import KWARTAAL, per_kwartaal, stapels, vul

RUST = 28
"""Days after which a stop counts as final: the provider can still take it back, and help often starts again within four weeks."""


def reken_nieuw(feiten: Feiten, f: Filter) -> ir.Table:
    """Whether somebody asked before is seen over the whole municipality, whatever was chosen."""
    meldingen = feiten.loop.filter(x.soort.isin(BEGIN))
    meldingen = meldingen.mutate(eerste=x.id.min().over(ibis.window(group_by="inwoner")))
    return per_kwartaal(
        kies(meldingen, f),
        f,
        nieuw=((x.soort == BEGIN[0]) & (x.id == x.eerste)).sum(),
        bekend=((x.soort == BEGIN[0]) & (x.id != x.eerste)).sum(),
        terug=(x.soort == BEGIN[1]).sum(),
    )


def zin_nieuw(rijen: Sequence[Rij], f: Filter) -> str:
    if not rijen or not sum(rijen[-1][v] for v in ("nieuw", "bekend", "terug")):
        return _("In het %(periode)s vroeg nog niemand om hulp.") % {"periode": tot_nu(f)}
    nu = rijen[-1]
    return _(
        "In het %(periode)s vroegen %(nieuw)s mensen voor het eerst om hulp, %(bekend)s hadden een nieuwe vraag en %(terug)s vragen kwamen terug."
    ) % {"periode": tot_nu(f), **{v: getal(nu[v]) for v in ("nieuw", "bekend", "terug")}}


def reken_hulp(feiten: Feiten, f: Filter) -> ir.Table:
    """A beginning of help is judged by all help of that person on the days before, of whatever kind."""
    per_dag = feiten.stroom.group_by("inwoner", "dag").agg(saldo=x.teken.sum())
    eerder = ibis.window(group_by="inwoner", order_by="dag", preceding=(None, 1))
    per_dag = per_dag.mutate(
        liep=x.saldo.sum().over(eerder).coalesce(0), dagen=x.saldo.count().over(eerder).coalesce(0)
    ).select("inwoner", "dag", "liep", "dagen")
    begin = kies(feiten.stroom, f).filter(x.teken == 1).inner_join(per_dag, ["inwoner", "dag"])
    return per_kwartaal(
        begin,
        f,
        eerste=(x.dagen == 0).sum(),
        herin=((x.dagen > 0) & (x.liep <= 0)).sum(),
        erbij=((x.dagen > 0) & (x.liep > 0)).sum(),
    )


def zin_hulp(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else None
    if nu is None or not sum(nu[v] for v in ("eerste", "herin", "erbij")):
        return _("In het %(periode)s begon nog geen hulp.") % {"periode": tot_nu(f)}
    return _(
        "In het %(periode)s begon hulp %(eerste)s keer bij iemand zonder eerdere hulp, %(herin)s keer bij iemand die weg was en terugkwam, "
        "en %(erbij)s keer naast hulp die al liep."
    ) % {"periode": tot_nu(f), **{v: getal(nu[v]) for v in ("eerste", "herin", "erbij")}}


def reken_einden(feiten: Feiten, f: Filter) -> ir.Table:
    grens = ibis.literal(f.peildag - timedelta(days=RUST))
    verwacht = kies(feiten.lijnen, f).filter(~x.weg, x.start.notnull(), x.einde.notnull())
    nul = ibis.literal(0, "int64")
    a = per_kwartaal(verwacht.mutate(dag=x.einde), f, verwacht=x.count(), definitief=nul, voorlopig=nul)
    gestopt = kies(feiten.stroom, f).filter(x.teken == -1)
    b = per_kwartaal(
        gestopt,
        f,
        verwacht=nul,
        definitief=(x.dag <= grens).sum().cast("int64"),
        voorlopig=(x.dag > grens).sum().cast("int64"),
    )
    return a.union(b).group_by("begin").agg(**{v: x[v].sum().cast("int64") for v in EINDEN})


EINDEN = ("verwacht", "definitief", "voorlopig")


def zin_einden(rijen: Sequence[Rij], f: Filter) -> str:
    nu = rijen[-1] if rijen else dict.fromkeys(EINDEN, 0)
    return _(
        "In het %(periode)s liep bij %(verwacht)s keer hulp de afgesproken tijd af. Er stopte %(definitief)s keer hulp definitief en %(voorlopig)s keer voorlopig."
    ) % {"periode": tot_nu(f), **{v: getal(nu[v]) for v in EINDEN}}


NIEUW = Indicator(
    sleutel="nieuw_en_terug",
    naam=__("Nieuwe en terugkerende mensen"),
    definitie=__(
        "Meldingen op de dag van de melding. Nieuw: de eerste melding van deze inwoner in Wijkspil. Bekend: iemand met een eerdere vraag die iets anders vraagt. "
        "Terug: dezelfde vraag kwam terug. Samen zijn dat alle meldingen."
    ),
    bron=__("Gebeurtenissen melding.ontvangen en melding.teruggekeerd"),
    eigenaar=__("Beleid sociaal domein"),
    eenheid=__("meldingen"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("nieuw", __("Nieuw")),
        Kolom("bekend", __("Bekend, nieuwe vraag")),
        Kolom("terug", __("Teruggekeerd")),
    ),
    reken=reken_nieuw,
    werk_af=vul("nieuw", "bekend", "terug"),
    zin=zin_nieuw,
    beeld=stapels(("nieuw", __("nieuw")), ("bekend", __("bekend")), ("terug", __("teruggekeerd"))),
    events=BEGIN,
    filters=VRAAG,
)

HERINSTROOM = Indicator(
    sleutel="herinstroom",
    naam=__("Eerste hulp, terug in hulp, hulp erbij"),
    definitie=__(
        "Elk begin van hulp uit “Instroom, doorstroom en uitstroom”, naar wat er bij deze inwoner op de dagen ervoor liep: nog nooit hulp, "
        "eerder hulp die helemaal was gestopt, of hulp die nog liep. Samen zijn dat alle keren instroom."
    ),
    bron=__("Gebeurtenissen levering.gestart, levering.gestopt en wat daarvan is teruggenomen"),
    eigenaar=__("Contractbeheer"),
    eenheid=__("begonnen hulp"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("eerste", __("Eerste hulp")),
        Kolom("herin", __("Terug in hulp")),
        Kolom("erbij", __("Hulp erbij")),
    ),
    reken=reken_hulp,
    werk_af=vul("eerste", "herin", "erbij"),
    zin=zin_hulp,
    beeld=stapels(("eerste", __("eerste hulp")), ("herin", __("terug in hulp")), ("erbij", __("hulp erbij"))),
    events=(
        "levering.gestart",
        "levering.gestopt",
        "levering.start_teruggenomen",
        "levering.stop_teruggenomen",
    ),
    filters=HULP,
    niveau=Niveau.VOORZIENING,
)

EINDE = Indicator(
    sleutel="einden",
    naam=__("Verwacht, voorlopig en definitief gestopt"),
    definitie=__(
        "Verwacht: de laatst afgesproken einddag van de opdracht ligt in het kwartaal. Definitief: hulp die in het kwartaal stopte en sindsdien vier weken weg is. "
        "Voorlopig: hulp die korter dan vier weken geleden stopte; de aanbieder kan dat nog terugnemen. Definitief en voorlopig samen zijn de uitstroom."
    ),
    bron=__(
        "Gebeurtenissen toewijzing.opgedragen, toewijzing.gewijzigd, levering.gestart en levering.gestopt"
    ),
    eigenaar=__("Contractbeheer"),
    eenheid=__("gestopte hulp"),
    sinds=date(2026, 1, 1),
    kolommen=(
        KWARTAAL,
        Kolom("verwacht", __("Verwacht")),
        Kolom("definitief", __("Definitief")),
        Kolom("voorlopig", __("Voorlopig")),
    ),
    reken=reken_einden,
    werk_af=vul(*EINDEN),
    zin=zin_einden,
    beeld=stapels(("definitief", __("definitief")), ("voorlopig", __("voorlopig"))),
    events=(
        "toewijzing.opgedragen",
        "toewijzing.gewijzigd",
        "toewijzing.ingetrokken",
        "levering.gestart",
        "levering.gestopt",
    ),
    filters=HULP,
    niveau=Niveau.VOORZIENING,
)
