"""Writing to each other, and asking for help in one's own time: kept until it is sent."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol, Soort
from wijkspil.core.handeling import handeling
from wijkspil.inwoners.models import Inwoner
from wijkspil.regels.bsn import bevat_bsn
from wijkspil.toegang.actions import neem_melding_op
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .models import Inwonerbericht, Vraagconcept

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
KANAAL = "portaal"
TEKSTEN = ("wat_is_er", "wat_wil_ik", "al_geprobeerd", "telefoon")
R = Inwonerbericht.Richting


class NietTeVersturen(ValueError):
    """Nothing to send, or it was sent already; the message says what to do."""


def stuur_bericht(hulpvraag: Hulpvraag, *, tekst: str, door: Door) -> Inwonerbericht:
    """Write to the other side. An answer of staff settles what the resident wrote before it. At most three queries.

    Raises:
        NietTeVersturen: an empty message.
        GeenRecht: neither the resident, a representative who may arrange things, nor staff with a task on a file.
    """
    door.eis(*WIE, om_te=_("een bericht sturen"), inwoner=hulpvraag.inwoner_id)
    if not tekst.strip():
        raise NietTeVersturen(_("Het bericht is leeg. Schrijf eerst wat u wilt zeggen."))
    if door.soort is Soort.INWONER:
        with handeling("inwonerbericht.gestuurd", door=door, doel="bericht sturen") as h:
            bericht = h.maak(_bericht(hulpvraag, tekst, R.VAN_INWONER, door))
            h.over(bericht, dossier=hulpvraag, inwoner=hulpvraag.inwoner_id)
        return bericht
    wachtend = list(wachtende(hulpvraag))
    if not wachtend:
        with handeling("inwonerbericht.gestuurd", door=door, doel="bericht sturen") as h:
            bericht = h.maak(_bericht(hulpvraag, tekst, R.AAN_INWONER, door))
            h.over(bericht, dossier=hulpvraag, inwoner=hulpvraag.inwoner_id)
        return bericht
    with handeling("inwonerbericht.beantwoord", door=door, doel="bericht beantwoorden") as h:
        bericht = h.maak(_bericht(hulpvraag, tekst, R.AAN_INWONER, door))
        for vraag in wachtend:
            vraag.afgehandeld_op = h.moment
            h.bewaar(vraag, "afgehandeld_op")
        h.over(bericht, dossier=hulpvraag, inwoner=hulpvraag.inwoner_id)
        h.meld(wachtte_uren=int((h.moment - wachtend[0].gemaakt_op).total_seconds() // 3600))
    return bericht


def handel_af(hulpvraag: Hulpvraag, *, door: Door) -> int:
    """Say that what the resident wrote needs no answer; returns how many messages that settled."""
    door.eis(*WIE, om_te=_("een bericht afhandelen"))
    wachtend = list(wachtende(hulpvraag))
    if not wachtend:
        return 0
    with handeling("inwonerbericht.afgehandeld", door=door, doel="bericht afhandelen") as h:
        for bericht in wachtend:
            bericht.afgehandeld_op = h.moment
            h.bewaar(bericht, "afgehandeld_op")
        h.over(wachtend[0], dossier=hulpvraag, inwoner=hulpvraag.inwoner_id)
        h.meld(aantal=len(wachtend))
    return len(wachtend)


def wachtende(hulpvraag: Hulpvraag) -> list[Inwonerbericht]:
    """What the resident wrote and nobody has settled yet, oldest first. One query."""
    return list(
        Inwonerbericht.objects.filter(
            hulpvraag=hulpvraag, richting=R.VAN_INWONER, afgehandeld_op__isnull=True
        ).order_by("gemaakt_op")
    )


def bewaar_concept(
    inwoner: Inwoner, *, door: Door, concept: Vraagconcept | None = None, **teksten: str
) -> Vraagconcept:
    """Keep what was written so far, however little. One query.

    Raises:
        NietTeVersturen: it was sent in the meantime.
        Botsing: it was changed in another window.
    """
    door.eis(*WIE, om_te=_("hulp vragen"), inwoner=inwoner.pk)
    if concept is not None and concept.hulpvraag_id is not None:
        raise NietTeVersturen(
            _("Deze vraag is al verstuurd. Wilt u er iets bij zeggen, stuur dan een bericht.")
        )
    with handeling("vraagconcept.bewaard", door=door, doel="concept bewaren") as h:
        waarden = {naam: teksten.get(naam, "").strip() for naam in TEKSTEN}
        if concept is None:
            concept = h.maak(Vraagconcept(inwoner=inwoner, bijgewerkt_op=h.moment, **waarden))
        else:
            for naam, waarde in waarden.items():
                setattr(concept, naam, waarde)
            concept.bijgewerkt_op = h.moment
            h.bewaar(concept, *TEKSTEN, "bijgewerkt_op")
        h.over(concept, inwoner=inwoner)
    return concept


def gooi_concept_weg(concept: Vraagconcept, *, door: Door) -> None:
    """Throw away what was not sent; nothing of it is kept."""
    door.eis(*WIE, om_te=_("een vraag weggooien"), inwoner=concept.inwoner_id)
    with handeling("vraagconcept.weggegooid", door=door, doel="concept weggooien") as h:
        h.over(concept, inwoner=concept.inwoner_id)
        h.verwijder(concept)


def verstuur_concept(concept: Vraagconcept, *, werkwijze: Werkwijze, door: Door) -> Hulpvraag:
    """Make a melding of it: the six weeks begin today (Wmo 2015 art. 2.3.2 lid 1).

    Raises:
        NietTeVersturen: nothing is said yet, there is a BSN in it, or it was sent already.
    """
    if concept.hulpvraag_id is not None:
        raise NietTeVersturen(_("Deze vraag is al verstuurd. U vindt haar bij “Mijn vragen”."))
    if not concept.wat_is_er.strip():
        raise NietTeVersturen(_("Vertel eerst wat er aan de hand is. Een paar woorden zijn genoeg."))
    if bevat_bsn(vraagtekst(concept)):  # kept before the form refused it
        raise NietTeVersturen(
            _(
                "In uw vraag staat een burgerservicenummer. Dat mag niet in een brief komen. Haal het nummer weg en verstuur de vraag dan."
            )
        )
    with transaction.atomic():
        hulpvraag = neem_melding_op(
            concept.inwoner,
            vraag=vraagtekst(concept),
            al_geprobeerd=concept.al_geprobeerd,
            werkwijze=werkwijze.sleutel,
            deur=deur_voor_inwoners(werkwijze),
            kanaal=KANAAL,
            door=door,
        )
        with handeling("vraagconcept.bewaard", door=door, doel="concept verstuurd") as h:
            concept.hulpvraag, concept.bijgewerkt_op = hulpvraag, h.moment
            h.bewaar(concept, "hulpvraag", "bijgewerkt_op")
            h.over(concept, dossier=hulpvraag, inwoner=concept.inwoner_id)
    return hulpvraag


def vraagtekst(concept: Vraagconcept) -> str:
    """The question as the municipality reads it, in the resident's own words."""
    delen = [concept.wat_is_er.strip()]
    if concept.wat_wil_ik.strip():
        delen.append(f"Wat ik graag wil: {concept.wat_wil_ik.strip()}")
    if concept.telefoon.strip():
        delen.append(f"Bel mij op {concept.telefoon.strip()}.")
    return "\n\n".join(delen)


def deur_voor_inwoners(werkwijze: Werkwijze) -> str:
    """The first door of the municipality that answers online, or its first door."""
    deuren = werkwijze.deuren.lijst
    return next((d.sleutel for d in deuren if KANAAL in d.kanalen), deuren[0].sleutel)


def _bericht(hulpvraag: Hulpvraag, tekst: str, richting: str, door: Door) -> Inwonerbericht:
    return Inwonerbericht(hulpvraag=hulpvraag, richting=richting, tekst=tekst.strip(), afzender=door.naam)
