"""Lines on the ladder: what, by whom, how often, until when, at what cost."""

from datetime import date
from typing import Any

from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.regels.ladder import Trede
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.werkwijzen.catalogus import Eenheid, Per
from wijkspil.werkwijzen.kast import laad_versie

from ..fouten import PlanStaatVast, RegelNietMogelijk
from ..kosten import GRATIS, Kosten, Prijs, kosten_van_product
from ..models import Arrangementregel, Doel, Plan
from ..service import REGELS_OPEN, is_vrij
from .plan import WIE

Status = Arrangementregel.Status
VELDEN = frozenset(
    [
        "trede",
        "wat",
        "wie",
        "doel",
        "aanbod",
        "product",
        "aanbieder",
        "trap",
        "resultaat",
        "activiteiten",
        "volume",
        "eenheid",
        "frequentie",
        "minuten_per_week",
        "van",
        "tot",
        "duur_reden",
        "overgeslagen_reden",
        "keuze",
        "volgorde",
    ]
)
KOSTENVELDEN = ("kosten_cent", "maand_cent", "kostensoort")
WEL_BIJ_LOPEND = frozenset({"tot", "duur_reden", "doel", "volgorde"})


def voeg_regel_toe(
    plan: Plan,
    *,
    trede: Trede | str,
    wat: str,
    wie: str,
    van: date,
    door: Door,
    tot: date | None = None,
    doel: Doel | None = None,
    aanbod: Aanbod | None = None,
    product: Product | None = None,
    aanbieder: Aanbieder | None = None,
    trap: str = "",
    resultaat: str = "",
    activiteiten: str = "",
    volume: int = 1,
    eenheid: str = "",
    frequentie: str = Arrangementregel.Periode.WEEK,
    minuten_per_week: int | None = None,
    duur_reden: str = "",
    overgeslagen_reden: str = "",
    keuze: str = "",
) -> Arrangementregel:
    """Put one line on a rung; what it costs per month follows from the tariff on its first day, free help costs nothing.

    Args:
        product: with a product the rung must be the product's own; tailor-made always has one.
        trap: level of intensity; empty takes the only one there is.
        duur_reden: why it lasts this long; there is no standard package, so somebody says so (B22).
        keuze: how the provider was chosen: a key of `Arrangementregel.Keuze`, or other words (B41).

    Raises:
        PlanStaatVast: the lines lie with a decision, an agreement or an order; revise the plan first.
        RegelNietMogelijk: rung and product don't fit, the period ends before it begins, or nobody does it.
        ProductOnbekend: the way of working of this question doesn't have the product.
    """
    door.eis(*WIE, om_te=_("oplossingen in een plan zetten"))
    eis_regels_open(plan)
    regel = Arrangementregel(
        plan=plan, trede=Trede(trede).value, wat=wat.strip(), wie=wie.strip(), van=van, tot=tot, doel=doel, aanbod=aanbod,
        product=product, aanbieder=aanbieder, trap=trap, resultaat=resultaat, activiteiten=activiteiten, volume=volume,
        eenheid=eenheid or (product.eenheid if product else ""), frequentie=frequentie, minuten_per_week=minuten_per_week,
        duur_reden=duur_reden.strip(), overgeslagen_reden=overgeslagen_reden, keuze=keuze,
    )  # fmt: skip
    _controleer(plan, regel)
    with handeling("arrangementregel.toegevoegd", door=door, doel="arrangement maken") as h:
        regel.volgorde = plan.regels.count() + 1
        reken_kosten(plan, regel)
        h.maak(regel)
        _meld(h, plan, regel)
    return regel


def wijzig_regel(regel: Arrangementregel, *, door: Door, **velden: Any) -> Arrangementregel:
    """Change a line, or move it to another rung; the cost is computed again. Of help that runs only the end and the goal.

    Raises:
        PlanStaatVast, RegelNietMogelijk, ProductOnbekend: as for `voeg_regel_toe`.
        Botsing: a colleague changed this line in the meantime.
    """
    door.eis(*WIE, om_te=_("oplossingen in een plan aanpassen"))
    plan = regel.plan
    eis_regels_open(plan)
    onbekend = set(velden) - VELDEN
    if onbekend:
        raise ValueError(f"Een regel kent geen {', '.join(sorted(onbekend))}.")
    if regel.status == Status.LOOPT and set(velden) - WEL_BIJ_LOPEND:
        raise RegelNietMogelijk(
            _(
                "Deze hulp loopt al. Geef haar een laatste dag en zet wat daarna komt in een nieuwe regel; zo blijft te zien wat er was."
            )
        )
    if "trede" in velden:
        velden["trede"] = Trede(velden["trede"]).value
    vorige_trede = regel.trede
    for naam, waarde in velden.items():
        setattr(regel, naam, waarde)
    _controleer(plan, regel)
    with handeling("arrangementregel.gewijzigd", door=door, doel="arrangement maken") as h:
        if regel.status != Status.LOOPT:
            reken_kosten(plan, regel)
        h.bewaar(regel, *velden, *KOSTENVELDEN)
        _meld(h, plan, regel)
        h.meld(van_trede=vorige_trede)
    return regel


def verwijder_regel(regel: Arrangementregel, *, door: Door) -> None:
    """Take a line that was only proposed off the ladder.

    Raises:
        PlanStaatVast: the lines lie with a decision, an agreement or an order.
        RegelNietMogelijk: the help runs or has been ordered; give it a last day instead.
    """
    door.eis(*WIE, om_te=_("oplossingen uit een plan halen"))
    plan = regel.plan
    eis_regels_open(plan)
    if regel.status in (Status.LOOPT, Status.BEEINDIGD):
        raise _in_gebruik()
    with handeling("arrangementregel.verwijderd", door=door, doel="arrangement maken") as h:
        _meld(h, plan, regel)
        h.over(plan, dossier=plan.hulpvraag)
        try:
            h.verwijder(regel)
        except ProtectedError as fout:
            raise _in_gebruik() from fout


def eis_regels_open(plan: Plan) -> None:
    """Raise PlanStaatVast when the lines lie with a decision, an agreement or an order."""
    if plan.hulpvraag.stap not in REGELS_OPEN:
        raise PlanStaatVast(
            _(
                "Het arrangement ligt vast. Wijzigen kan: kies “Herzie het plan”, dan blijft te zien wat er eerst was afgesproken."
            )
        )


def _in_gebruik() -> RegelNietMogelijk:
    return RegelNietMogelijk(
        _(
            "Voor deze regel is al hulp opgedragen. Weghalen zou dat onzichtbaar maken. Geef de regel een laatste dag."
        )
    )


def _controleer(plan: Plan, regel: Arrangementregel) -> None:
    trede = Trede(regel.trede)
    if not regel.wat or not regel.wie:
        raise RegelNietMogelijk(
            _("Schrijf op wat er gebeurt en wie het doet; anders weet niemand dat het op hem wacht.")
        )
    if regel.tot is not None and regel.tot < regel.van:
        raise RegelNietMogelijk(_("De laatste dag ligt voor de eerste. Pas een van de twee aan."))
    if trede is Trede.MAATWERK and regel.product is None:
        raise RegelNietMogelijk(_("Maatwerk is altijd een product van de gemeente. Kies eerst welk product."))
    if regel.product is None:
        return
    eigen = laad_versie(plan.hulpvraag.werkwijze).product(regel.product.code).trede
    if eigen != trede:
        raise RegelNietMogelijk(
            _("%(product)s hoort op de trede “%(trede)s”. Zet het daar, of kies iets anders voor deze trede.")
            % {"product": regel.product.naam, "trede": Trede(eigen).label}
        )


def reken_kosten(plan: Plan, regel: Arrangementregel) -> None:
    """Fill in what a line costs from the tariff; saving it is the caller's."""
    kosten = _kosten(plan, regel)
    regel.kosten_cent, regel.maand_cent, regel.kostensoort = (
        kosten.eenheid_cent,
        kosten.maand_cent,
        kosten.soort,
    )


def _kosten(plan: Plan, regel: Arrangementregel) -> Kosten:
    if regel.product is None:
        return GRATIS if is_vrij(regel) else Kosten(Arrangementregel.Kosten.ONBEKEND)
    return kosten_van_product(
        _prijs(regel),
        laad_versie(plan.hulpvraag.werkwijze).assen_voor(regel.product.code).bekostiging.keuze,
        frequentie=regel.frequentie,
        volume=regel.volume,
        van=regel.van,
        tot=regel.tot,
        in_minuten=regel.eenheid == Eenheid.MINUUT,
    )


def _prijs(regel: Arrangementregel) -> Prijs | None:
    """The tariff by product, level and day; of the chosen provider, or of all when they agree. One query."""
    assert regel.product is not None
    tarieven = regel.product.tarieven.filter(Q(tot__isnull=True) | Q(tot__gte=regel.van), van__lte=regel.van)
    if regel.trap:
        tarieven = tarieven.filter(trap=regel.trap)
    if regel.aanbieder_id:
        tarieven = tarieven.filter(contract__aanbieder_id=regel.aanbieder_id)
    prijzen = set(tarieven.values_list("cent", "per"))
    if len(prijzen) != 1:  # no tariff, or several that differ: not known until level and provider are chosen
        return None
    cent, per = prijzen.pop()
    return Prijs(cent, Per(per))


def _meld(h: Handeling, plan: Plan, regel: Arrangementregel) -> None:
    h.over(regel, dossier=plan.hulpvraag)
    h.meld(
        trede=regel.trede,
        woord=Trede(regel.trede).label.lower(),
        product=regel.product.code if regel.product else "",
        aanbieder=str(regel.aanbieder_id or ""),
        aanbod=str(regel.aanbod_id or ""),
        maand_cent=regel.maand_cent,
        kostensoort=regel.kostensoort,
        van=regel.van,
        tot=regel.tot,
        vrij=is_vrij(regel),
        duur_met_reden=bool(regel.duur_reden),
        keuze=regel.keuze
        if regel.keuze in Arrangementregel.Keuze.values
        else ("anders" if regel.keuze else ""),
    )
