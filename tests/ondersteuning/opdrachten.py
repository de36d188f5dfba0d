"""Many orders quickly: invented residents with one tailor-made line each, ordered through the real action."""

from datetime import date
from typing import Any, TypeVar

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.models import GemeenteModel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inwoners.models import Inwoner
from wijkspil.ondersteuning.actions import draag_regel_op
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.regels.bsn import volgend_testnummer
from wijkspil.toegang.models import Hulpvraag, Stap

M = TypeVar("M", bound=GemeenteModel)


def bewaar(wijk: Wijk, rij: M) -> M:
    """Set-up, not an act: a row as it would be after earlier steps."""
    rij.gemeente_id, rij.gemaakt_op = wijk.gemeente.pk, nu()  # type: ignore[attr-defined]
    with schrijven_open():
        rij.save(force_insert=True)
    return rij


def regel(wijk: Wijk, n: int = 0, *, code: str = "02A16", **anders: Any) -> Arrangementregel:
    """A line that was decided on, for the n-th invented resident, at the step where orders are given."""
    is_lvc = wijk.gemeente.slug == "land-van-cuijk"
    inwoner = bewaar(
        wijk,
        Inwoner(
            bsn=volgend_testnummer(100 + n), achternaam=f"Oefenaar{n}", voornamen="Anna Maria", geboortedatum=date(1950, 1, 1 + n % 28),
            geslacht="2", straat="Kerkstraat", huisnummer=f"{n + 1}a", postcode="5431AB", woonplaats="Cuijk", telefoon="0612345678",
        ),
    )  # fmt: skip
    team = wijk.team("Sociaal Kernteam Cuijk" if is_lvc else "Tom in de buurt Noord")
    hulpvraag = bewaar(
        wijk,
        Hulpvraag(
            nummer=f"T-{n:05d}", inwoner=inwoner, stap=Stap.OPDRACHT, werkwijze=wijk.werkwijze, deur="x", kanaal="telefoon", vraag="?",
            gemeld_op=vandaag(), team=team,
        ),
    )  # fmt: skip
    plan = bewaar(wijk, Plan(inwoner=inwoner, hulpvraag=hulpvraag, status=Plan.Status.VASTGESTELD, versie=1))
    velden: dict[str, Any] = {
        "trede": "maatwerk",
        "wat": "Begeleiding",
        "wie": "aanbieder",
        "product": Product.objects.get(code=code),
        "trap": "licht" if is_lvc else "",
        "aanbieder": Aanbieder.objects.get(agb="42990003") if is_lvc else None,
        "van": vandaag(),
        "status": Arrangementregel.Status.VAST,
    }
    return bewaar(wijk, Arrangementregel(plan=plan, **(velden | anders)))


def opdracht(wijk: Wijk, n: int = 0, **anders: Any) -> Toewijzing:
    """The n-th resident's line, ordered by the back office."""
    r = regel(wijk, n, **anders)
    naam = "Kees van Dongen" if wijk.gemeente.slug == "land-van-cuijk" else "Willem Vos"
    return draag_regel_op(r.plan.hulpvraag, r, door=wijk.als(naam))
