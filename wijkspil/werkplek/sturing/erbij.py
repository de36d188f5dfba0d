"""What stands beside a figure: policy moments in its period (H4), and contracts under which nobody gets help (B38)."""

from wijkspil.aanbieders.contracten import geldig_op
from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.beleid.models import Registerregel
from wijkspil.sturing.cijfers import ruwe_rijen

from .keuze import Keuze


def momenten(keuze: Keuze) -> list[Registerregel]:
    """Moments in the two years that a figure over time shows, old to new. One query."""
    reeks = keuze.filter.kwartaal.reeks()
    return list(
        Registerregel.objects.filter(
            soort=Registerregel.Soort.MOMENT, op__range=(reeks[0].begin, keuze.filter.kwartaal.eind)
        ).order_by("op")
    )


def slapend(keuze: Keuze) -> list[Aanbieder]:
    """Providers with a contract on the day of the state and nobody in help there. Two queries."""
    if keuze.stand is None:
        return []
    bezig = {rij["aanbieder"] for rij in ruwe_rijen(keuze.stand, "concentratie", keuze.filter)}
    met_contract = Contract.objects.filter(geldig_op(keuze.filter.peildag)).exclude(bekostiging="lumpsum")
    wie = Aanbieder.objects.filter(pk__in=met_contract.values("aanbieder_id")).order_by("naam")
    return [aanbieder for aanbieder in wie if str(aanbieder.pk) not in bezig]
