"""Many orders quickly: invented residents with one tailor-made line each, ordered through the real action."""

from datetime import date, timedelta
from typing import Any, TypeVar

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Product, Tarief
from wijkspil.core.door import Door, Rol, Soort
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.models import GemeenteModel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Team
from wijkspil.inwoners.models import Inwoner
from wijkspil.ondersteuning.actions import draag_regel_op, ontvang_verzoek
from wijkspil.ondersteuning.models import Aanbiederverzoek, Toewijzing
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
    team = {"land-van-cuijk": "Sociaal Kernteam Cuijk", "alphen": "Tom in de buurt Noord"}.get(
        wijk.gemeente.slug
    )
    team = wijk.team(team) if team else Team.objects.order_by("gemaakt_op", "naam").first()
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
    return draag_regel_op(r.plan.hulpvraag, r, door=wijk.als(wijk.met_rol(Rol.BACKOFFICE)))


def per_week(wijk: Wijk, n: int = 0, *, volume: int = 2, **anders: Any) -> Toewijzing:
    """In Haarlem: hours of guidance a week, for nearly a year."""
    tarief = (
        Tarief.objects.select_related("contract__aanbieder").filter(product__code="02H01").order_by("cent")[0]
    )
    wie = tarief.contract.aanbieder
    velden = {
        "code": "02H01",
        "trap": tarief.trap,
        "aanbieder": wie,
        "frequentie": "week",
        "eenheid": "04",
        "tot": vandaag() + timedelta(days=300),
    }
    return opdracht(wijk, n, volume=volume, **(velden | anders))


def wijzigingsverzoek(t: Toewijzing, referentie: str = "R-1", **anders: Any) -> Aanbiederverzoek:
    """The provider of an order asks for a last day in half a year and for something new beside it."""
    assert t.aanbieder is not None
    einde = max(t.ingang, vandaag()) + timedelta(days=180)
    wijzig = {
        "ToewijzingNummer": t.nummer,
        "GewensteIngangsdatum": t.ingang.isoformat(),
        "Einddatum": einde.isoformat(),
        "Omvang": {"Volume": t.volume, "Eenheid": t.eenheid, "Frequentie": t.frequentie},
    }
    return ontvang_verzoek(
        t.aanbieder,
        soort="wijziging",
        referentie=referentie,
        bsn=t.inwoner.bsn or "",
        dagtekening=vandaag(),
        inhoud={
            "ReferentieAanbieder": referentie,
            "RedenVerzoek": "2",
            "TeWijzigenProducten": {"TeWijzigenProduct": [wijzig | anders]},
        },
        met_bericht=True,
        door=Door(
            Soort.AANBIEDER, t.gemeente_id, t.aanbieder.naam, t.aanbieder_id, aanbieder_id=t.aanbieder_id
        ),
    )
