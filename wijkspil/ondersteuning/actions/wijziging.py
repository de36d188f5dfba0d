"""Changing an order: in place under the same number where the standard asks it, else a new number from the next day.

In place (OP033x1, OP380): end date, and volume with frequency 6. Anything else ends the old one and begins another (OP257).
Lowering at our own wish needs the consent of the provider (OP186, OP298).
"""

from datetime import date, timedelta
from typing import Any

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.core.klok import vandaag

from .. import feiten
from ..models import Levering, Toewijzing
from ..redenen import RedenEinde, RedenWijziging

WIE = (Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
TOTAAL = "6"
EIGEN_INITIATIEF = frozenset(
    {
        RedenWijziging.CONTRACT,
        RedenWijziging.VERKORTING,
        RedenWijziging.LEVERINGSVORM,
        RedenWijziging.BEKOSTIGING,
    }
)
"""Reasons (WMO002) by which the municipality itself lowers help: these need the provider's consent."""


class WijzigingKanNiet(ValueError):
    """This change is not possible; the message says why and what is."""


def wijzig_toewijzing(
    toewijzing: Toewijzing,
    *,
    reden_wijziging: str,
    door: Door,
    einde: date | None = None,
    volume: int | None = None,
    vanaf: date | None = None,
    afgestemd: bool = False,
) -> Toewijzing:
    """Change the end date, the volume, or both. Returns the assignment that holds from now on: this one or a new one.

    Args:
        reden_wijziging: a code of list WMO002.
        einde: the new last day; None leaves it as it is.
        volume: the new volume per frequency; `vanaf` is then the first day on which it holds.
        afgestemd: the provider agrees with less.

    Raises:
        WijzigingKanNiet: ended or deleted, an end date that has passed, or less without consent.
    """
    door.eis(*WIE, om_te="een opdracht wijzigen")
    _controleer(toewijzing, RedenWijziging(reden_wijziging), einde, volume, afgestemd)
    nieuw_einde, nieuw_volume = einde or toewijzing.einde, volume or toewijzing.volume
    if nieuw_volume == toewijzing.volume or toewijzing.frequentie == TOTAAL:
        return pas_aan(toewijzing, reden_wijziging, door, einde=nieuw_einde, volume=nieuw_volume)
    return volg_op(
        toewijzing, reden_wijziging, door, einde=nieuw_einde, volume=nieuw_volume, vanaf=vanaf or vandaag()
    )


def trek_toewijzing_in(toewijzing: Toewijzing, *, door: Door) -> Toewijzing:
    """Delete an order that should never have been (CS335): it counts as never sent and nothing can be claimed on it.

    Raises:
        WijzigingKanNiet: approved claim lines stand on it (TR385), or help runs.
    """
    door.eis(*WIE, om_te="een opdracht intrekken")
    if toewijzing.status not in (Toewijzing.Status.OPGEDRAGEN, Toewijzing.Status.GESTOPT):
        raise WijzigingKanNiet("Deze hulp loopt. Leg eerst de stop vast, of zet een einddatum.")
    goedgekeurd = toewijzing.declaratieregels.filter(goedgekeurd=True)
    if sum(regel.telt_cent for regel in goedgekeurd):
        raise WijzigingKanNiet("Op deze opdracht is al betaald. Laat de aanbieder dat eerst crediteren.")
    with handeling("toewijzing.ingetrokken", door=door, doel="opdracht intrekken") as h:
        toewijzing.einde, toewijzing.status = toewijzing.ingang, Toewijzing.Status.VERWIJDERD
        toewijzing.reden_wijziging = RedenWijziging.VERWIJDERD
        _nieuwe_versie(h, toewijzing, "einde", "status")
        h.over(toewijzing, dossier=toewijzing.hulpvraag)
        h.meld(**feiten.van_toewijzing(toewijzing))
    return toewijzing


def _controleer(t: Toewijzing, reden: str, einde: date | None, volume: int | None, afgestemd: bool) -> None:
    if t.status in (Toewijzing.Status.VERWIJDERD, Toewijzing.Status.GESTOPT):
        raise WijzigingKanNiet("Deze opdracht is voorbij. Draag de hulp opnieuw op.")
    if einde is None and volume is None:
        raise WijzigingKanNiet("Geef een nieuwe einddatum of een ander volume op.")
    if einde is not None and einde < t.ingang:
        raise WijzigingKanNiet(
            "De einddatum ligt voor de begindatum. Trek de opdracht in als hij nooit had moeten bestaan."
        )
    if volume is not None and volume < 1:
        raise WijzigingKanNiet("Minder dan één kan niet. Zet een einddatum als de hulp stopt.")
    korter = einde is not None and (t.einde is None or einde < t.einde)
    minder = volume is not None and volume < t.volume
    if (korter or minder) and reden in EIGEN_INITIATIEF and not afgestemd:
        raise WijzigingKanNiet(
            "Minder hulp op initiatief van de gemeente kan alleen in overleg. Bel de aanbieder en vink daarna aan dat hij akkoord is."
        )


def pas_aan(t: Toewijzing, reden: str, door: Door, *, einde: date | None, volume: int) -> Toewijzing:
    """Change an order under its own number (OP033x1, OP380); `einde` None: without an end. Checks nothing about consent.

    Raises:
        WijzigingKanNiet: it has ended already and would be made longer.
    """
    if t.einde is not None and t.einde < vandaag() and (einde is None or einde > t.einde):
        raise WijzigingKanNiet("Deze opdracht is al afgelopen. Draag de hulp opnieuw op (OP380).")
    with handeling("toewijzing.gewijzigd", door=door, doel="opdracht wijzigen") as h:
        was = {"einde": t.einde, "volume": t.volume}
        t.einde, t.volume, t.reden_wijziging = einde, volume, reden
        _nieuwe_versie(h, t, "einde", "volume")
        _meld(h, t, reden, was)
    return t


def volg_op(
    t: Toewijzing, reden: str, door: Door, *, einde: date | None, volume: int, vanaf: date, **anders: Any
) -> Toewijzing:
    """End an order the day before `vanaf` and begin another that day under a new number (OP257, IV066).

    Args:
        anders: other fields of the new order, such as `frequentie`.
    """
    oud_einde = t.einde
    if vanaf <= t.ingang:
        raise WijzigingKanNiet(
            "Een ander volume vanaf de begindatum is een nieuwe opdracht: trek deze in en draag opnieuw op."
        )
    if oud_einde is not None and vanaf > oud_einde:
        raise WijzigingKanNiet(
            "De wijziging begint na het einde van deze opdracht. Draag de hulp opnieuw op."
        )
    with handeling("toewijzing.gewijzigd", door=door, doel="opdracht wijzigen") as h:
        was = {"einde": oud_einde, "volume": t.volume}
        t.einde, t.reden_wijziging = vanaf - timedelta(days=1), reden
        _nieuwe_versie(h, t, "einde")
        nieuw = _opvolger(h, t, vanaf, einde, volume)
        for veld, waarde in anders.items():
            setattr(nieuw, veld, waarde)
        h.maak(nieuw)
        _verleg_levering(h, t, nieuw, vanaf)
        _meld(h, nieuw, reden, was)
        h.meld(vorige=t.nummer)
    return nieuw


def _opvolger(h: Handeling, t: Toewijzing, ingang: date, einde: date | None, volume: int) -> Toewijzing:
    return Toewijzing(
        hulpvraag=t.hulpvraag, inwoner_id=t.inwoner_id, regel=t.regel, aanbieder=t.aanbieder, team=t.team, contract=t.contract,
        product=t.product, besluit_id=t.besluit_id, afspraak_id=t.afspraak_id, nummer=volgend_nummer("toewijzing"),
        met_berichten=t.met_berichten, toegewezen_op=t.toegewezen_op, ingang=ingang, einde=einde, volume=volume,
        eenheid=t.eenheid, trap=t.trap, frequentie=t.frequentie, tarief_cent=t.tarief_cent,
    )  # fmt: skip


def _verleg_levering(h: Handeling, oud: Toewijzing, nieuw: Toewijzing, begin: date) -> None:
    """Without messages nobody reports a stop and a start: the team keeps on helping, so the delivery moves along."""
    loopt = None if oud.met_berichten else oud.leveringen.filter(gestopt_op__isnull=True).first()
    if loopt is None or loopt.gestart_op >= begin:
        return
    loopt.gestopt_op, loopt.reden_einde = begin - timedelta(days=1), RedenEinde.WIJZIGING
    h.bewaar(loopt, "gestopt_op", "reden_einde")
    oud.status, nieuw.status = Toewijzing.Status.GESTOPT, Toewijzing.Status.GESTART
    h.bewaar(oud, "status")
    h.bewaar(nieuw, "status")
    h.maak(Levering(toewijzing=nieuw, hulpvraag_id=nieuw.hulpvraag_id, gestart_op=begin))


def _nieuwe_versie(h: Handeling, t: Toewijzing, *velden: str) -> None:
    """Count the change and give it a later moment than the one before: the newest one holds (IV013)."""
    t.versie += 1
    t.toegewezen_op = max(h.moment.replace(microsecond=0), t.toegewezen_op + timedelta(seconds=1))
    h.bewaar(t, "reden_wijziging", "versie", "toegewezen_op", *velden)


def _meld(h: Handeling, t: Toewijzing, reden: str, was: dict[str, Any]) -> None:
    delen = []
    if t.einde != was["einde"]:
        delen.append(f"tot en met {t.einde:%d-%m-%Y}" if t.einde else "zonder einddatum")
    if t.volume != was["volume"]:
        delen.append(f"{was['volume']} wordt {t.volume}, vanaf {t.ingang:%d-%m-%Y}")
    h.over(t, dossier=t.hulpvraag)
    h.meld(
        wijziging="; ".join(delen) or "opnieuw bevestigd",
        reden=reden,
        einde_was=was["einde"],
        volume_was=was["volume"],
    )
    h.meld(**feiten.van_toewijzing(t))
