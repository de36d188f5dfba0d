"""The application: taken in, or asked for after an agreement. From the day after receipt the two weeks run."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.core.klok import vandaag
from wijkspil.regels import wmo
from wijkspil.toegang import klokken
from wijkspil.toegang.models import Hulpvraag, Klok, Stap
from wijkspil.toegang.workflow import HULPVRAAG

from ..models import Aanvraag, Afspraak

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
_ONDERZOEK = (Stap.CONTACT, Stap.MELDING, Stap.ONDERZOEK, Stap.PLAN)
_NAAR_BESLUIT = {
    Stap.ARRANGEMENT: "leg_voor_besluit_voor",
    Stap.AFSPRAAK: "vraag_besluit",
    Stap.OPDRACHT: "vraag_besluit",
    Stap.LEVERING: "vraag_besluit",
    Stap.NAZORG: "vraag_besluit",
}


class AanvraagNietMogelijk(ValueError):
    """An application can't be taken now; the message says why and what can be done."""


def neem_aanvraag_op(hulpvraag: Hulpvraag, *, ontvangen_op: date, hoe: str, door: Door) -> Aanvraag:
    """Take an application: the two weeks of Wmo 2015 art. 2.3.5 lid 2 run from the day after receipt.

    During the investigation an application counts only once the six weeks have passed (art. 2.3.2 lid 9).

    Args:
        hoe: how it came: signed report, letter, portal, on request.

    Raises:
        AanvraagNietMogelijk: too early, in the future, or one is open already.
    """
    door.eis(*WIE, om_te="een aanvraag opnemen", inwoner=hulpvraag.inwoner_id)
    _eis_op_tijd(hulpvraag, ontvangen_op, vandaag())
    if Aanvraag.objects.filter(hulpvraag=hulpvraag, status=Aanvraag.Status.OPEN).exists():
        raise AanvraagNietMogelijk(
            _(
                "Er loopt al een aanvraag voor deze vraag. Beslis eerst daarop; een tweede aanvraag is niet nodig."
            )
        )
    with handeling(
        "aanvraag.ontvangen", door=door, doel="aanvraag opnemen", grond="Wmo 2015 art. 2.3.5"
    ) as h:
        aanvraag = h.maak(
            Aanvraag(hulpvraag=hulpvraag, ronde=hulpvraag.ronde, ontvangen_op=ontvangen_op, hoe=hoe)
        )
        if handeling_naar := _NAAR_BESLUIT.get(Stap(hulpvraag.stap)):
            HULPVRAAG.zet(hulpvraag, handeling_naar)
        klok = klokken.zet(h, hulpvraag, Klok.Soort.BESLUIT, wmo.beslistermijn(ontvangen_op))
        h.bewaar(hulpvraag, "stap", "uiterlijk")
        h.over(aanvraag, dossier=hulpvraag)
        h.meld(
            dag=ontvangen_op,
            hoe=hoe,
            uiterlijk=klok.uiterlijk,
            gemeld_op=hulpvraag.gemeld_op,
            ronde=hulpvraag.ronde,
        )
    return aanvraag


def zet_om_in_aanvraag(
    wat: Afspraak | Hulpvraag, *, door: Door, op: date | None = None, hoe: str = "op verzoek na een afspraak"
) -> Aanvraag:
    """The resident wants a decision after all: always possible, and counted (A7; Wmo 2015 art. 2.3.2 lid 9).

    The agreement, if any, is marked as converted and stays readable.
    """
    hulpvraag = wat.hulpvraag if isinstance(wat, Afspraak) else wat
    door.eis(*WIE, om_te="een verzoek om een besluit opnemen", inwoner=hulpvraag.inwoner_id)
    with transaction.atomic():
        with handeling("besluit.verzocht", door=door, doel="besluit op verzoek") as h:
            afspraken = (
                [wat]
                if isinstance(wat, Afspraak)
                else list(hulpvraag.afspraken.filter(status=Afspraak.Status.LOOPT))
            )
            for afspraak in afspraken:
                afspraak.status, afspraak.omgezet_op = Afspraak.Status.OMGEZET, h.dag
                h.bewaar(afspraak, "status", "omgezet_op")
            h.over(afspraken[0] if afspraken else hulpvraag, dossier=hulpvraag, inwoner=hulpvraag.inwoner_id)
            h.meld(dag=op or h.dag, stap=hulpvraag.stap, met_afspraak=bool(afspraken))
        return neem_aanvraag_op(hulpvraag, ontvangen_op=op or h.dag, hoe=hoe, door=door)


def _eis_op_tijd(hulpvraag: Hulpvraag, ontvangen_op: date, nu: date) -> None:
    if ontvangen_op > nu:
        raise AanvraagNietMogelijk(
            _("De dag van ontvangst ligt in de toekomst. Kies de dag waarop de aanvraag binnenkwam.")
        )
    if hulpvraag.gemeld_op is not None and ontvangen_op < hulpvraag.gemeld_op:
        raise AanvraagNietMogelijk(_("De aanvraag ligt voor de melding. Kijk de dag van ontvangst na."))
    if hulpvraag.stap == Stap.AFGESLOTEN:
        raise AanvraagNietMogelijk(
            _("Deze vraag is afgesloten. Neem de vraag eerst terug; dan kan de aanvraag erbij.")
        )
    if hulpvraag.stap in _ONDERZOEK:
        einde = wmo.onderzoekstermijn(hulpvraag.gemeld_op).laatste_dag if hulpvraag.gemeld_op else None
        if hulpvraag.stap != Stap.PLAN and (einde is None or ontvangen_op <= einde):
            raise AanvraagNietMogelijk(
                _(
                    "Het onderzoek loopt nog. Een aanvraag kan daarna, of als de zes weken voorbij zijn "
                    "(Wmo 2015, artikel 2.3.2 lid 9). Bewaar de aanvraag als contact en neem haar dan op."
                )
            )
