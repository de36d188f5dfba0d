"""Taking a question: as a contact without a clock, or as a melding with the six weeks of the law."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol, Soort
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.gemeenten.routering import Route, routeer
from wijkspil.inwoners.actions import NieuweInwoner, schrijf_in
from wijkspil.inwoners.models import Inwoner
from wijkspil.regels import wmo
from wijkspil.regels.leeftijd import leeftijdsgroep

from .. import klokken
from ..models import Contactmoment, Hulpvraag, Klok, Stap
from ..workflow import HULPVRAAG

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


def neem_melding_op(
    wie: Inwoner | NieuweInwoner,
    *,
    vraag: str,
    werkwijze: str,
    deur: str,
    kanaal: str,
    door: Door,
    al_geprobeerd: str = "",
    thema: str = "",
    ontvangen: date | None = None,
    team_id: UUID | None = None,
) -> Hulpvraag:
    """Take a melding: from today the six weeks run (Wmo 2015 art. 2.3.2 lid 1). At most seven queries.

    Args:
        wie: a known resident, or what is known of a new one.
        werkwijze: the key of the version under which the question begins and stays.
        ontvangen: the day of receipt when that was before today (a letter of last Friday).
        team_id: skips routing by address.
    """
    zelf = wie.pk if isinstance(wie, Inwoner) else None  # a resident asks for help with nobody in between
    door.eis(*WIE, Rol.PARTNER, om_te="een melding opnemen", inwoner=zelf)
    with handeling("melding.ontvangen", door=door, doel="melding opnemen", grond="eerste contact") as h:
        hulpvraag = _begin(
            h, wie, vraag=vraag, werkwijze=werkwijze, deur=deur, kanaal=kanaal, al_geprobeerd=al_geprobeerd, thema=thema,
            team_id=team_id,
        )  # fmt: skip
        _meld(h, hulpvraag, ontvangen or h.dag, kanaal)
        hulpvraag.stap = Stap.MELDING
        hulpvraag.save(force_insert=True)
        _klok(h, hulpvraag)
    return hulpvraag


def neem_contact_op(
    wie: Inwoner | NieuweInwoner,
    *,
    onderwerp: str,
    werkwijze: str,
    deur: str,
    kanaal: str,
    door: Door,
    vraag: str = "",
    thema: str = "",
    team_id: UUID | None = None,
) -> Hulpvraag:
    """Start as small as a contact: no melding, no clock, yet the same file that may grow later."""
    door.eis(*WIE, om_te="een contact opnemen")
    with handeling("contact.vastgelegd", door=door, doel="contact opnemen", grond="eerste contact") as h:
        hulpvraag = _begin(
            h,
            wie,
            vraag=vraag or onderwerp,
            werkwijze=werkwijze,
            deur=deur,
            kanaal=kanaal,
            thema=thema,
            team_id=team_id,
        )
        hulpvraag.save(force_insert=True)
        h.over(hulpvraag)
        h.meld(onderwerp=onderwerp, kanaal=kanaal, deur=deur)
    return hulpvraag


def maak_melding(hulpvraag: Hulpvraag, *, kanaal: str, door: Door) -> Hulpvraag:
    """Turn a contact into a melding, because the resident asks for more: the same file, now with a clock."""
    door.eis(*WIE, om_te="een melding opnemen")
    with handeling("melding.ontvangen", door=door, doel="melding opnemen") as h:
        HULPVRAAG.zet(hulpvraag, "neem_melding_op")
        _meld(h, hulpvraag, h.dag, kanaal)
        hulpvraag.uiterlijk = wmo.onderzoekstermijn(h.dag).laatste_dag
        h.bewaar(hulpvraag, "stap", "gemeld_op", "uiterlijk")
        _klok(h, hulpvraag)
    return hulpvraag


def leg_contact_vast(
    hulpvraag: Hulpvraag,
    *,
    kanaal: str,
    onderwerp: str,
    door: Door,
    verslag: str = "",
    moment: datetime | None = None,
) -> Contactmoment:
    """Note one contact on the file: who called whom about what (J10, J20)."""
    with handeling("contact.vastgelegd", door=door, doel="contact vastleggen") as h:
        contact = h.maak(
            Contactmoment(
                inwoner_id=hulpvraag.inwoner_id,
                hulpvraag=hulpvraag,
                moment=moment or klok.nu(),
                kanaal=kanaal,
                onderwerp=onderwerp,
                verslag=verslag,
                medewerker_id=door.id,
            )
        )
        h.over(contact, dossier=hulpvraag)
        h.meld(onderwerp=onderwerp, kanaal=kanaal)
    return contact


def _begin(
    h: Handeling, wie: Inwoner | NieuweInwoner, *, team_id: UUID | None = None, werkwijze: str, **velden: Any
) -> Hulpvraag:
    route: Route = routeer(wie.postcode) if wie.postcode else Route(None, None)
    inwoner = schrijf_in(h, wie, wijk_id=route.wijk_id) if isinstance(wie, NieuweInwoner) else wie
    h.meld(nieuw=isinstance(wie, NieuweInwoner))
    hulpvraag = Hulpvraag(
        inwoner=inwoner,
        nummer=f"{h.dag.year}-{volgend_nummer(f'hulpvraag-{h.dag.year}'):05d}",
        werkwijze=werkwijze,
        wijk_id=route.wijk_id,
        team_id=team_id or route.team_id,
        opgenomen_door=h.door.id if h.door.soort is Soort.MEDEWERKER else None,
        **velden,
    )
    hulpvraag.gemeente_id, hulpvraag.gemaakt_op = h.door.gemeente_id, h.moment
    return hulpvraag


def _meld(h: Handeling, hulpvraag: Hulpvraag, ontvangen: date, kanaal: str) -> None:
    hulpvraag.gemeld_op = ontvangen
    hulpvraag.uiterlijk = wmo.onderzoekstermijn(ontvangen).laatste_dag
    h.over(hulpvraag)
    h.meld(
        dag=ontvangen,
        kanaal=kanaal,
        deur=hulpvraag.deur,
        thema=hulpvraag.thema,
        wijk=str(hulpvraag.wijk_id or ""),
        team=str(hulpvraag.team_id or ""),
        uiterlijk=hulpvraag.uiterlijk,
        ronde=hulpvraag.ronde,
        leeftijd=leeftijdsgroep(hulpvraag.inwoner.geboortedatum, ontvangen) or "",
    )


def _klok(h: Handeling, hulpvraag: Hulpvraag) -> None:
    assert hulpvraag.gemeld_op is not None
    klokken.zet(h, hulpvraag, Klok.Soort.ONDERZOEK, wmo.onderzoekstermijn(hulpvraag.gemeld_op))
