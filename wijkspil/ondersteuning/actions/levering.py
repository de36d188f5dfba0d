"""Start and stop of real delivery, by message (305, 307), on screen, or by a provider in its own door.

States per assignment: none -> started -> stopped for a while (reason 20) or for good. The rules are those of the standard; each
refusal carries its rule and return code, so that a message can be answered with it.
"""

from datetime import date

from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Stap
from wijkspil.toegang.workflow import HULPVRAAG

from .. import feiten
from ..models import Levering, Toewijzing
from ..redenen import RedenEinde

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
TIJDELIJK = RedenEinde.TIJDELIJK
T = Toewijzing.Status


class LeveringKanNiet(ValueError):
    """This start or stop doesn't fit what came before. `regel` and `retourcode` are those of the standard."""

    def __init__(self, uitleg: str, regel: str, retourcode: str) -> None:
        self.regel, self.retourcode = regel, retourcode
        super().__init__(uitleg)


def eis_betrokken(door: Door, toewijzing: Toewijzing, *, om_te: str) -> None:
    """Staff, the platform itself, or the provider of this very assignment (M4, A7)."""
    if door.soort is Soort.AANBIEDER:
        if door.aanbieder_id != toewijzing.aanbieder_id:
            raise GeenRecht("Deze opdracht is aan een andere aanbieder gegeven.")
        return
    door.eis(*WIE, om_te=om_te)


def start_levering(toewijzing: Toewijzing, *, op: date, door: Door) -> Levering:
    """Record that help really began. The first start moves the question into delivery.

    Raises:
        LeveringKanNiet: it runs already, was deleted, or would begin before the assignment does.
    """
    eis_betrokken(door, toewijzing, om_te="de start van hulp vastleggen")
    laatste = _laatste(toewijzing)
    if toewijzing.status == T.VERWIJDERD:
        raise LeveringKanNiet(
            "Deze opdracht is ingetrokken. Er kan geen hulp meer op starten.", "TR019", "9019"
        )
    if laatste is not None and laatste.gestopt_op is None:
        raise LeveringKanNiet(
            f"Deze hulp loopt al sinds {laatste.gestart_op:%d-%m-%Y}. Leg eerst een stop vast.",
            "TR326",
            "9326",
        )
    if op < toewijzing.ingang or (toewijzing.einde is not None and op > toewijzing.einde):
        raise LeveringKanNiet(
            f"De start op {op:%d-%m-%Y} valt buiten de opdracht. Kijk de datum na, of wijzig eerst de opdracht.",
            "TR019",
            "9019",
        )
    if toewijzing.leveringen.filter(gestart_op=op).exists():
        raise LeveringKanNiet("Deze start is al eerder gemeld.", "TR074", "9074")
    with handeling("levering.gestart", door=door, doel="start van hulp vastleggen") as h:
        levering = h.maak(
            Levering(toewijzing=toewijzing, hulpvraag_id=toewijzing.hulpvraag_id, gestart_op=op)
        )
        _zet(h, toewijzing, T.GESTART, Arrangementregel.Status.LOOPT)
        hulpvraag = toewijzing.hulpvraag
        eerste = hulpvraag.stap == Stap.OPDRACHT
        if eerste:
            HULPVRAAG.zet(hulpvraag, "start_levering")
            h.bewaar(hulpvraag, "stap")
        _vertel(h, toewijzing, levering, op)
        h.meld(eerste_start=laatste is None, eerste_van_vraag=eerste, **feiten.wachten(toewijzing, op))
    return levering


def stop_levering(toewijzing: Toewijzing, *, op: date, reden: str, door: Door) -> Levering:
    """Record that help really stopped: for a while (reason 20) or for good. A stop for a while may become one for good.

    Args:
        op: the last day of help.
        reden: a code of list WMO588.

    Raises:
        LeveringKanNiet: nothing runs, the day lies before the start, or it stopped already.
    """
    eis_betrokken(door, toewijzing, om_te="de stop van hulp vastleggen")
    reden_tekst = str(RedenEinde(reden).label).lower()
    levering = _laatste(toewijzing)
    if levering is None:
        raise LeveringKanNiet(
            "Er is geen start van deze hulp bekend. Leg eerst de start vast.", "TR382", "9069"
        )
    _mag_stoppen(levering, op, reden)
    with handeling("levering.gestopt", door=door, doel="stop van hulp vastleggen") as h:
        levering.tijdelijk_op = levering.gestopt_op  # a stop for a while that now becomes one for good
        levering.gestopt_op, levering.reden_einde = op, reden
        h.bewaar(levering, "gestopt_op", "reden_einde", "tijdelijk_op")
        tijdelijk = reden == TIJDELIJK
        _zet(
            h,
            toewijzing,
            *((T.TIJDELIJK_GESTOPT, None) if tijdelijk else (T.GESTOPT, Arrangementregel.Status.BEEINDIGD)),
        )
        _vertel(h, toewijzing, levering, op)
        h.meld(
            reden=reden,
            reden_tekst=reden_tekst,
            tijdelijk=tijdelijk,
            gestart_op=levering.gestart_op,
            dagen_geleverd=(op - levering.gestart_op).days + 1,
        )
    return levering


def neem_start_terug(toewijzing: Toewijzing, *, op: date, door: Door) -> None:
    """Delete a start that was reported by mistake (StatusAanlevering 3): it counts as never reported.

    Raises:
        LeveringKanNiet: there is no such start, or a stop refers to it.
    """
    eis_betrokken(door, toewijzing, om_te="een start terugnemen")
    levering = toewijzing.leveringen.filter(gestart_op=op).first()
    if levering is None:
        raise LeveringKanNiet("Deze start is hier niet bekend.", "TR063", "9063")
    if levering.gestopt_op is not None:
        raise LeveringKanNiet("Op deze start volgde al een stop. Neem eerst de stop terug.", "TR071", "9071")
    with handeling("levering.start_teruggenomen", door=door, doel="start terugnemen") as h:
        _vertel(h, toewijzing, levering, op)
        h.verwijder(levering)
        eerder = _laatste(toewijzing)
        _zet(h, toewijzing, _stand(eerder), Arrangementregel.Status.VAST if eerder is None else None)


def neem_stop_terug(toewijzing: Toewijzing, *, begon: date, op: date, reden: str, door: Door) -> None:
    """Delete a stop that was reported by mistake: help runs on, or a stop for a while comes back.

    Raises:
        LeveringKanNiet: there is no such stop, or help started again after it.
    """
    eis_betrokken(door, toewijzing, om_te="een stop terugnemen")
    levering = toewijzing.leveringen.filter(gestart_op=begon).first()
    if levering is not None and (reden, op) == (TIJDELIJK, levering.tijdelijk_op):
        with handeling("levering.stop_teruggenomen", door=door, doel="stop terugnemen") as h:
            levering.tijdelijk_op = None
            h.bewaar(levering, "tijdelijk_op")
            _vertel(h, toewijzing, levering, op)
        return
    is_deze = levering is not None and (levering.gestopt_op, levering.reden_einde) == (op, reden)
    if levering is None or not is_deze or levering != _laatste(toewijzing):
        raise LeveringKanNiet(
            "Deze stop is hier niet bekend, of de hulp is daarna weer begonnen.", "TR063", "9063"
        )
    with handeling("levering.stop_teruggenomen", door=door, doel="stop terugnemen") as h:
        eerder = levering.tijdelijk_op
        levering.gestopt_op, levering.reden_einde = eerder, TIJDELIJK if eerder else ""
        levering.tijdelijk_op = None
        h.bewaar(levering, "gestopt_op", "reden_einde", "tijdelijk_op")
        _zet(h, toewijzing, _stand(levering), Arrangementregel.Status.LOOPT)
        _vertel(h, toewijzing, levering, op)


def _mag_stoppen(levering: Levering, op: date, reden: str) -> None:
    if op < levering.gestart_op:
        raise LeveringKanNiet("De stop ligt voor de start. Kijk de datum na.", "TR018", "0001")
    if levering.gestopt_op is None:
        return
    if levering.reden_einde != TIJDELIJK:
        raise LeveringKanNiet("Deze hulp is al definitief gestopt.", "TR415", "9415")
    if reden == TIJDELIJK:
        raise LeveringKanNiet(
            "Deze hulp is al tijdelijk gestopt. Meld eerst een nieuwe start.", "TR413", "9413"
        )
    if op < levering.gestopt_op:
        raise LeveringKanNiet(
            "De definitieve stop ligt voor de tijdelijke. Kijk de datum na.", "TR414", "9414"
        )


def _laatste(toewijzing: Toewijzing) -> Levering | None:
    return toewijzing.leveringen.order_by("-gestart_op").first()


def _stand(levering: Levering | None) -> T:
    if levering is None:
        return T.OPGEDRAGEN
    if levering.gestopt_op is None:
        return T.GESTART
    return T.TIJDELIJK_GESTOPT if levering.reden_einde == TIJDELIJK else T.GESTOPT


def _zet(
    h: Handeling, toewijzing: Toewijzing, status: T, regelstatus: Arrangementregel.Status | None
) -> None:
    if toewijzing.status != status:
        toewijzing.status = status
        h.bewaar(toewijzing, "status")
    regel = toewijzing.regel
    if regelstatus is not None and regel.status != regelstatus:
        regel.status = regelstatus
        h.bewaar(regel, "status")


def _vertel(h: Handeling, toewijzing: Toewijzing, levering: Levering, op: date) -> None:
    h.over(levering, dossier=toewijzing.hulpvraag)
    h.meld(dag=op, op=f"{op:%d-%m-%Y}", **feiten.van_toewijzing(toewijzing))
