"""Keeps the periods of the own contribution in step with delivery. One recomputation per resident, whatever happened."""

from uuid import UUID

from wijkspil.core.handeling import Handeling, handeling
from wijkspil.inwoners.models import Inwoner
from wijkspil.ondersteuning.models import Levering, Toewijzing
from wijkspil.regels.bijdrageperioden import Stuk, perioden, uiterlijk_gemeld
from wijkspil.werkwijzen.kast import laad_versie

from .models_bijdrage import Bijdrageperiode

TIJDELIJK = "20"
NIET_VIA_CAK = frozenset({"16", "17"})
"""Shelter: set and collected by the body that the by-law names, not by the CAK (Wmo 2015, artikel 2.1.4); its address stays secret."""

BESCHERMD_WONEN = "15"


def bericht_voor(werkwijze: str, product_code: str, categorie: str) -> str:
    """Under which message a product is reported, by the rule of the way of working; empty when there is no contribution (A8)."""
    if categorie in NIET_VIA_CAK or not laad_versie(werkwijze).assen_voor(product_code).eigen_bijdrage.geldt:
        return ""
    return (
        Bijdrageperiode.Bericht.BESCHERMD_WONEN
        if categorie == BESCHERMD_WONEN
        else Bijdrageperiode.Bericht.ABONNEMENT
    )


def na_levering(h: Handeling) -> None:
    """Help began, stopped, or was taken back. No query when the product carries no contribution."""
    werkwijze = h.werkwijze
    if h.inwoner_id is None or not werkwijze:
        return
    if bericht_voor(werkwijze, h.gegevens["product"], h.gegevens["categorie"]):
        herbereken(h.inwoner_id, h)


def na_overlijden(h: Handeling) -> None:
    """A resident who died: nothing goes on after that day."""
    if isinstance(h.onderwerp, Inwoner) and h.onderwerp.overleden_op is not None:
        herbereken(h.onderwerp.pk, h)


def herbereken(inwoner_id: UUID, h: Handeling) -> None:
    """Compare the periods as they should be with those in the register, and write what differs. Three queries when nothing does."""
    inwoner = Inwoner.objects.only("pk", "overleden_op").get(pk=inwoner_id)
    stukken: dict[str, list[Stuk]] = {}
    vraag: dict[str, UUID] = {}
    for rij in (
        Levering.objects.filter(toewijzing__inwoner_id=inwoner_id)
        .exclude(toewijzing__status=Toewijzing.Status.VERWIJDERD)
        .select_related("toewijzing__product", "hulpvraag")
        .order_by("gestart_op", "pk")
    ):
        product = rij.toewijzing.product
        bericht = bericht_voor(rij.hulpvraag.werkwijze, product.code, product.categorie)
        if bericht:
            even = (
                rij.reden_einde == TIJDELIJK and rij.toewijzing.status == Toewijzing.Status.TIJDELIJK_GESTOPT
            )
            stukken.setdefault(bericht, []).append(Stuk(rij.gestart_op, None if even else rij.gestopt_op))
            vraag.setdefault(bericht, rij.hulpvraag_id)
    rijen = list(Bijdrageperiode.objects.filter(inwoner_id=inwoner_id).order_by("van", "pk"))
    for bericht in Bijdrageperiode.Bericht.values:
        zo = perioden(stukken.get(bericht, []), inwoner.overleden_op)
        _leg_naast(
            h,
            inwoner,
            bericht,
            zo,
            [r for r in rijen if r.bericht == bericht and not r.vervallen],
            vraag.get(bericht),
        )


def _leg_naast(
    h: Handeling,
    inwoner: Inwoner,
    bericht: str,
    zo: list[Stuk],
    rijen: list[Bijdrageperiode],
    vraag: UUID | None,
) -> None:
    over = list(rijen)
    nieuw: list[Stuk] = []
    for stuk in zo:
        rij = next(
            (r for r in over if r.van <= (stuk.tot or r.van) and (r.tot is None or r.tot >= stuk.van)), None
        )
        if rij is None:
            nieuw.append(stuk)
            continue
        over.remove(rij)
        if (rij.van, rij.tot) != (stuk.van, stuk.tot):
            rij.van, rij.tot = stuk.van, stuk.tot
            _bewaar(h, rij)
    for rij in over:
        rij.vervallen = True
        _bewaar(h, rij)
    for stuk in nieuw:
        assert vraag is not None
        rij = Bijdrageperiode(
            inwoner=inwoner, hulpvraag_id=vraag, bericht=bericht, van=stuk.van, tot=stuk.tot,
            uiterlijk=uiterlijk_gemeld(stuk.tot or stuk.van),
        )  # fmt: skip
        _bewaar(h, rij, nieuw=True)


def _bewaar(h: Handeling, rij: Bijdrageperiode, *, nieuw: bool = False) -> None:
    with handeling("bijdrageperiode.bijgewerkt", door=h.door, doel="eigen bijdrage bijhouden") as eigen:
        gemeld = rij.gemeld_van is not None
        rij.te_melden = gemeld if rij.vervallen else (rij.gemeld_van, rij.gemeld_tot) != (rij.van, rij.tot)
        rij.uiterlijk = uiterlijk_gemeld(max(rij.tot or rij.van, rij.van))
        if nieuw:
            eigen.maak(rij)
        else:
            eigen.bewaar(rij, "van", "tot", "vervallen", "te_melden", "uiterlijk")
        eigen.over(rij, dossier=rij.hulpvraag_id, inwoner=rij.inwoner_id)
        eigen.werkwijze = h.werkwijze
        eigen.meld(van=rij.van, tot=rij.tot, bericht=rij.bericht, vervallen=rij.vervallen)
