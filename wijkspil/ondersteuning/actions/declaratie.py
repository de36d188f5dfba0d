"""A claim comes in and is judged line by line; a line is granted or rejected as a whole, never the claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import handeling

from .. import feiten
from ..models import Declaratie, Declaratieregel, Toewijzing
from ..toets import beoordeel, eerder_voor

ONBEKENDE_CLIENT = "8187"


class DeclaratieKanNiet(ValueError):
    """The claim as a whole can't be taken; `retourcode` says why in the words of the standard."""

    def __init__(self, uitleg: str, retourcode: str) -> None:
        self.retourcode = retourcode
        super().__init__(uitleg)


@dataclass(frozen=True, slots=True)
class Declaratielijn:
    """One line as claimed; amounts in cents, `volume` in `eenheid`."""

    referentie: str
    bsn: str
    toewijzing_nummer: int
    productcode: str
    van: date
    tot: date
    volume: int
    eenheid: str
    cent: int
    tarief_cent: int | None = None
    is_credit: bool = False
    vorige_referentie: str = ""
    categorie: str = ""


def ontvang_declaratie(
    aanbieder: Aanbieder,
    *,
    nummer: str,
    periode: date,
    dagtekening: date,
    ingediend_cent: int,
    regels: Sequence[Declaratielijn],
    door: Door,
) -> Declaratie:
    """Take in a claim over one calendar month. Five queries, whatever the number of lines.

    Raises:
        DeclaratieKanNiet: the number was used before (TR333), the month lies before the last one that was claimed (TR318), or
            the lines don't add up to the total.
    """
    if door.soort is Soort.AANBIEDER and door.aanbieder_id != aanbieder.pk:
        raise GeenRecht("Declareren kan alleen voor de eigen organisatie.")
    eerdere = Declaratie.objects.filter(aanbieder=aanbieder)
    stand = eerdere.aggregate(zelfde=Count("pk", filter=Q(nummer=nummer)), laatste=Max("periode"))
    if stand["zelfde"]:
        raise DeclaratieKanNiet("Dit declaratienummer is al gebruikt.", "9333")
    if stand["laatste"] is not None and periode < stand["laatste"]:
        raise DeclaratieKanNiet(
            f"Over {stand['laatste']:%m-%Y} is al gedeclareerd. Declareer wat er nog was in de laatste maand of later.",
            "8214",
        )
    if sum(-r.cent if r.is_credit else r.cent for r in regels) != ingediend_cent:
        raise DeclaratieKanNiet("De regels tellen niet op tot het ingediende totaal.", "0001")
    with handeling("declaratie.ontvangen", door=door, doel="declaratie ontvangen") as h:
        declaratie = h.maak(
            Declaratie(
                aanbieder=aanbieder,
                nummer=nummer,
                periode=periode,
                dagtekening=dagtekening,
                ingediend_cent=ingediend_cent,
            )
        )
        toewijzingen = {
            t.nummer: t
            for t in Toewijzing.objects.filter(
                aanbieder=aanbieder, nummer__in=[r.toewijzing_nummer for r in regels]
            ).select_related("inwoner")
        }
        bekend = bekende_clienten(aanbieder, regels)
        h.maak_veel(
            [
                maak_regel(declaratie, r, toewijzingen.get(r.toewijzing_nummer), r.bsn in bekend)
                for r in regels
            ]
        )
        h.over(declaratie)
        h.meld(aantal=len(regels), **feiten.van_declaratie(declaratie))
    return declaratie


def bekende_clienten(aanbieder: Aanbieder, regels: Sequence[Declaratielijn]) -> set[str]:
    """Who of the claimed residents has an order with this provider (TR304). One query.

    A line from a form names an order and nobody: of that the order is looked for (TR338), not the resident.
    """
    rijen = Toewijzing.objects.filter(aanbieder=aanbieder, inwoner__bsn__in={r.bsn for r in regels})
    return {"", *rijen.values_list("inwoner__bsn", flat=True)}


def maak_regel(
    declaratie: Declaratie, r: Declaratielijn, toewijzing: Toewijzing | None, bekend: bool
) -> Declaratieregel:
    past = toewijzing is not None and toewijzing.inwoner.bsn == r.bsn
    return Declaratieregel(
        declaratie=declaratie,
        toewijzing=toewijzing if past else None,
        referentie=r.referentie,
        vorige_referentie=r.vorige_referentie,
        is_credit=r.is_credit,
        productcode=r.productcode,
        categorie=r.categorie,
        eenheid=r.eenheid,
        tarief_cent=r.tarief_cent,
        van=r.van,
        tot=r.tot,
        volume=r.volume,
        cent=r.cent,
        retourcodes=[] if bekend else [ONBEKENDE_CLIENT],
    )


def beoordeel_declaratie(declaratie: Declaratie, *, door: Door) -> Declaratie:
    """Judge every line, credits first (OP366), and set the granted total (TR342). About two queries per rejected or priced line.

    Raises:
        DeclaratieKanNiet: it was judged before.
    """
    door.eis(Rol.BACKOFFICE, Rol.CONTRACTBEHEER, om_te="een declaratie beoordelen")
    if declaratie.status != Declaratie.Status.ONTVANGEN:
        raise DeclaratieKanNiet("Deze declaratie is al beoordeeld.", "9333")
    with handeling("declaratie.beoordeeld", door=door, doel="declaratie beoordelen") as h:
        regels = list(
            declaratie.regels.select_related(
                "toewijzing__product", "toewijzing__contract", "toewijzing__regel"
            ).order_by("-is_credit", "gemaakt_op", "referentie")
        )
        eerder = eerder_voor(declaratie, regels)
        for regel in regels:
            regel.retourcodes = regel.retourcodes or beoordeel(regel, declaratie, eerder)
            regel.goedgekeurd = not regel.retourcodes
            if regel.goedgekeurd:
                eerder.tel(regel)
                eerder.referenties.add(regel.referentie)
        Declaratieregel.objects.bulk_update(regels, ["retourcodes", "goedgekeurd"], batch_size=500)
        declaratie.toegekend_cent = sum(r.telt_cent for r in regels if r.goedgekeurd)
        declaratie.status = Declaratie.Status.BEOORDEELD
        h.bewaar(declaratie, "toegekend_cent", "status")
        h.over(declaratie)
        h.meld(
            toegekend_cent=declaratie.toegekend_cent,
            afgekeurd=sum(1 for r in regels if not r.goedgekeurd),
            codes=sorted({code for r in regels for code in r.retourcodes}),
            regels=[_gerealiseerd(r) for r in regels if r.goedgekeurd],
            **feiten.van_declaratie(declaratie),
        )
    return declaratie


def _gerealiseerd(r: Declaratieregel) -> dict[str, object]:
    """What one granted line adds to the figures."""
    t = r.toewijzing
    assert t is not None
    return {
        "toewijzing": str(t.pk),
        "product": t.product.code,
        "categorie": t.product.categorie,
        "contract": t.contract.nummer if t.contract else "",
        "maand": f"{r.van:%Y-%m}",
        "cent": r.telt_cent,
    }
