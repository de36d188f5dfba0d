"""The resident says in writing that we are too late: what that starts, and the decision on what we owe (Awb 4:17 and 4:18)."""

from datetime import date

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels import dwangsom
from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.dwangsom import Dwangsom, GeenDwangsom

from ..models import Ingebrekestelling, Klok

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
MET_DWANGSOM = frozenset({"besluit", "bezwaar_beslissing"})
"""Terms for a decision. The six weeks of the investigation are none: passing them opens the right to apply (Wmo 2.3.2 lid 9)."""


class IngebrekestellingFout(ValueError):
    """This notice starts nothing; the message says why and what to do."""


def neem_ingebrekestelling_op(klok: Klok, *, ontvangen_op: date, hoe: str, door: Door) -> Ingebrekestelling:
    """Write down a notice of default. Two weeks after it came in the dwangsom begins to run.

    Raises:
        IngebrekestellingFout: not a term for a decision, the term still ran on that day, or there is a notice already.
    """
    door.eis(*WIE, Rol.FRONTOFFICE, om_te="een ingebrekestelling opnemen")
    termijn = klok.termijn
    if termijn.soort not in MET_DWANGSOM:
        raise IngebrekestellingFout(
            "Deze termijn is geen beslistermijn. Is het onderzoek na zes weken niet klaar, dan mag de inwoner direct een aanvraag doen "
            "(Wmo 2015, artikel 2.3.2 lid 9). Neem die aanvraag op."
        )
    if termijn.staat_stil or ontvangen_op <= termijn.laatste_dag_op(ontvangen_op):
        raise IngebrekestellingFout(
            "De termijn was op die dag nog niet voorbij, dus deze brief telt niet (Awb, artikel 4:17 lid 3). "
            "Leg hem vast als contact en laat de inwoner weten wat de laatste dag is."
        )
    if klok.status == Klok.Status.GEHAALD:
        raise IngebrekestellingFout(
            "Het besluit was op tijd. Laat de inwoner weten wanneer het is verstuurd."
        )
    if klok.gestopt_op is not None and ontvangen_op >= klok.gestopt_op:
        raise IngebrekestellingFout(
            "Het besluit was toen al verstuurd. Er loopt niets meer op; laat de inwoner weten wanneer het is verstuurd."
        )
    if Ingebrekestelling.objects.filter(klok=klok).exists():
        raise IngebrekestellingFout(
            "Voor deze termijn is al een ingebrekestelling vastgelegd. Een tweede verandert niets."
        )
    with handeling(
        "ingebrekestelling.ontvangen", door=door, doel="ingebrekestelling opnemen", grond="Awb art. 4:17"
    ) as h:
        rij = h.maak(
            Ingebrekestelling(klok=klok, hulpvraag_id=klok.hulpvraag_id, ontvangen_op=ontvangen_op, hoe=hoe)
        )
        h.over(rij, dossier=klok.hulpvraag)
        h.meld(dag=ontvangen_op, soort=klok.soort, vanaf=stand(rij, ontvangen_op).eerste_dag)
    return rij


def stel_dwangsom_vast(
    rij: Ingebrekestelling, *, op: date, door: Door, uitsluiting: str = ""
) -> Ingebrekestelling:
    """Say that the decision on the dwangsom was taken: within two weeks after the last day it was due (Awb 4:18).

    Args:
        uitsluiting: the name of a `GeenDwangsom` when nothing is due all the same; empty otherwise.

    Raises:
        IngebrekestellingFout: it still runs, so nobody knows yet how much it is.
    """
    door.eis(*WIE, om_te="een dwangsom vaststellen")
    if uitsluiting and uitsluiting not in GeenDwangsom.__members__:
        raise IngebrekestellingFout("Kies een van de redenen uit de wet, of laat de reden leeg.")
    som = stand(rij, op)
    if (
        not uitsluiting
        and rij.klok.gestopt_op is None
        and som.uiterste_dag is not None
        and op <= som.uiterste_dag
    ):
        raise IngebrekestellingFout(
            "De dwangsom loopt nog op. Stel hem vast als het besluit is verstuurd, of als de 42 dagen voorbij zijn."
        )
    with handeling(
        "dwangsom.vastgesteld", door=door, doel="dwangsom vaststellen", grond="Awb art. 4:18"
    ) as h:
        rij.vastgesteld_op, rij.uitsluiting = op, uitsluiting
        h.bewaar(rij, "vastgesteld_op", "uitsluiting")
        som = stand(rij, op)
        h.over(rij, dossier=rij.hulpvraag_id)
        h.meld(
            dag=op,
            dagen=som.aantal_dagen,
            cent=som.bedrag.cent if isinstance(som.bedrag, Bedrag) else None,
            bedrag=str(som.bedrag) if som.bedrag else "nog niet bekend",
            uitsluiting=uitsluiting,
        )
    return rij


def stand(rij: Ingebrekestelling, vandaag: date) -> Dwangsom:
    """What is due by now, day by day; stops at the day before the decision was announced."""
    return dwangsom.bereken(
        rij.klok.termijn.laatste_dag,
        rij.ontvangen_op,
        vandaag,
        rij.klok.gestopt_op,
        uitsluiting=GeenDwangsom[rij.uitsluiting] if rij.uitsluiting else None,
    )
