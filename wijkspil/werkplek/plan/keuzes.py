"""What can be chosen for a line: products of a rung, their levels, and a neutral list of providers (B41)."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.plannen.models import Arrangementregel
from wijkspil.werkwijzen.assen import Leveringswijze
from wijkspil.werkwijzen.catalogus import Berichten, Per
from wijkspil.werkwijzen.werkwijze import Werkwijze


def producten_op(werkwijze: Werkwijze, trede: str, dag: date) -> list[Product]:
    """The municipality's products on a rung that hold on a day; one query."""
    codes = [p.code for p in werkwijze.producten if p.trede == trede]
    geldig = Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag)
    return (
        list(Product.objects.filter(geldig, code__in=codes, geldig_van__lte=dag).order_by("naam"))
        if codes
        else []
    )


def trappen(werkwijze: Werkwijze, product: Product) -> list[str]:
    """The levels of intensity of a product, in the order of its file; empty when there is only one."""
    gevonden = list(dict.fromkeys(t.trap for t in werkwijze.product(product.code).tarieven))
    return gevonden if len(gevonden) > 1 else []


def vast_bedrag(werkwijze: Werkwijze, product: Product) -> bool:
    """Whether a fixed amount per month or period pays for the result, so that volume and frequency don't count."""
    return any(t.per in (Per.MAAND, Per.PERIODE) for t in werkwijze.product(product.code).tarieven)


def vraagt_einde(werkwijze: Werkwijze, product: Product, frequentie: str) -> bool:
    """Whether an order needs a last day: by message per week (SAP 3.2), and always when a whole period is paid."""
    soort = werkwijze.product(product.code)
    if any(t.per is Per.PERIODE for t in soort.tarieven):
        return True
    return soort.berichten is Berichten.IWMO and frequentie == Arrangementregel.Periode.WEEK


def aanbieders_voor(werkwijze: Werkwijze, product: Product, dag: date) -> QuerySet[Aanbieder]:
    """Who may deliver a product on a day, by alphabet and nothing else: a neutral list."""
    wijze = werkwijze.assen_voor(product.code).levering.keuze
    if wijze is Leveringswijze.CONSORTIUM:
        return Aanbieder.objects.filter(soort=Aanbieder.Soort.CONSORTIUM).order_by("naam")
    if wijze is not Leveringswijze.GECONTRACTEERD:
        return Aanbieder.objects.none()
    loopt = Q(contracten__tot__isnull=True) | Q(contracten__tot__gte=dag)
    return (
        Aanbieder.objects.filter(loopt, contracten__van__lte=dag, contracten__tarieven__product=product)
        .distinct()
        .order_by("naam")
    )


def aanbieder_in_woorden(aanbieder: Aanbieder) -> str:
    """Name, place and how long somebody waits."""
    delen = [aanbieder.naam]
    if aanbieder.plaats:
        delen[0] += f", {aanbieder.plaats}"
    if not aanbieder.neemt_aan:
        delen.append(_("neemt nu niemand aan"))
    elif aanbieder.wachttijd_dagen is not None:
        dagen = aanbieder.wachttijd_dagen
        delen.append(ngettext("wachttijd %(n)d dag", "wachttijd %(n)d dagen", dagen) % {"n": dagen})
    return " · ".join(delen)
