"""A partner as a door: any party that takes part may take a question in, with consent and the three questions first (A3, C2, J12)."""

from dataclasses import replace
from datetime import date

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Inwoner
from wijkspil.inwoners.zoeken import schone_postcode, schoon_huisnummer
from wijkspil.toegang.actions import neem_melding_op

from ..access import pak_partij_van
from ..models import Partnermelding
from .overdragen import OverdrachtFout


def neem_op_als_partner(
    wie: NieuweInwoner,
    *,
    wat_wil_ik: str,
    wat_kan_ik: str,
    wat_heb_ik_nodig: str,
    toestemming_op: date | None,
    werkwijze: str,
    deur: str,
    kanaal: str,
    door: Door,
) -> Partnermelding:
    """Take a question in for the municipality: the same file, the same clock, and no second form.

    The partner sees nothing of what is known already: a resident who is the same beyond doubt is recognised in silence.

    Raises:
        OverdrachtFout: the resident did not agree that the question goes to the municipality.
        GeenRecht: the account belongs to no party.
    """
    door.eis(Rol.PARTNER, om_te="een vraag opnemen als partner")
    if toestemming_op is None:
        raise OverdrachtFout(
            "Vraag de inwoner of deze vraag naar de gemeente mag, en vul de dag in waarop de inwoner ja zei."
        )
    assert door.id is not None
    partij = pak_partij_van(door)
    hulpvraag = neem_melding_op(
        bekend(wie) or _zonder_bezet_bsn(wie),
        vraag=wat_heb_ik_nodig,
        al_geprobeerd=wat_kan_ik,
        werkwijze=werkwijze,
        deur=deur,
        kanaal=kanaal,
        door=door,
    )
    with handeling(
        "partnermelding.opgenomen", door=door, doel="vraag opnemen", grond="toestemming van de inwoner"
    ) as h:
        melding = h.maak(
            Partnermelding(
                hulpvraag=hulpvraag,
                partij=partij,
                opgenomen_door_id=door.id,
                wat_wil_ik=wat_wil_ik,
                wat_kan_ik=wat_kan_ik,
                wat_heb_ik_nodig=wat_heb_ik_nodig,
                toestemming_op=toestemming_op,
            )
        )
        h.over(melding, dossier=hulpvraag)
        h.meld(partij=partij.naam, soort=partij.soort)
    return melding


def bekend(wie: NieuweInwoner) -> Inwoner | None:
    """The resident who is this person beyond doubt: the same surname with the same BSN, or with the same birth date and address.

    A BSN alone says nothing: whoever types one must not learn whose it is. Two that fit equally are none: then a person must look.
    """
    gelijk = Inwoner(achternaam=wie.achternaam)
    gelijk.zet_zoeknamen()
    if wie.bsn:
        return Inwoner.objects.filter(bsn=wie.bsn, zoeknaam=gelijk.zoeknaam).first()
    if not (wie.geboortedatum and wie.postcode and wie.huisnummer):
        return None
    gevonden = list(
        Inwoner.objects.filter(
            zoeknaam=gelijk.zoeknaam,
            geboortedatum=wie.geboortedatum,
            postcode=schone_postcode(wie.postcode),
            huisnummer=schoon_huisnummer(wie.huisnummer),
        )[:2]
    )
    return gevonden[0] if len(gevonden) == 1 else None


def _zonder_bezet_bsn(wie: NieuweInwoner) -> NieuweInwoner:
    """Leave a BSN out that is somebody else's here; the municipality finds out which of the two is a slip."""
    if wie.bsn and Inwoner.objects.filter(bsn=wie.bsn).exists():
        return replace(wie, bsn=None)
    return wie
