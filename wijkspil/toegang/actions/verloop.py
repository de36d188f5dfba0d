"""Giving a question to somebody, closing it with an honest outcome, and taking it back in."""

from datetime import date

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Medewerker, Team
from wijkspil.regels import wmo

from .. import klokken
from ..models import Hulpvraag, Klok
from ..workflow import HULPVRAAG


def wijs_toe(
    hulpvraag: Hulpvraag, *, door: Door, team: Team | None = None, behandelaar: Medewerker | None = None
) -> Hulpvraag:
    """Give a question to a team, a person, or both. A case worker may take one from the own team; others distribute."""
    neemt_zelf = behandelaar is not None and behandelaar.pk == door.id
    if not neemt_zelf:
        door.eis(Rol.TEAMLEIDER, Rol.FRONTOFFICE, om_te="een vraag aan een ander geven")
    elif not door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER):
        raise GeenRecht("Een vraag behandelen is werk voor een consulent. Geef de vraag aan een team.")
    with handeling("vraag.toegewezen", door=door, doel="vraag verdelen") as h:
        if team is not None:
            hulpvraag.team = team
        hulpvraag.behandelaar = behandelaar
        h.bewaar(hulpvraag, "team", "behandelaar")
        h.over(hulpvraag)
        h.meld(
            naar=behandelaar.naam if behandelaar else (team.naam if team else "niemand"),
            team=str(hulpvraag.team_id or ""),
            behandelaar=str(hulpvraag.behandelaar_id or ""),
        )
    return hulpvraag


def sluit_af(
    hulpvraag: Hulpvraag, *, uitkomst: str, door: Door, reden: str = "", terugkijken_op: date | None = None
) -> Hulpvraag:
    """Close with an honest outcome. "Verantwoord niets doen" asks a reason and a day to look again (J5).

    Raises:
        ValueError: no honest outcome, or "niets doen" without a reason or a day.
    """
    door.eis(Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FRONTOFFICE, om_te="een vraag afsluiten")
    if uitkomst not in set(Hulpvraag.Uitkomst.values) - {Hulpvraag.Uitkomst.GEEN}:
        raise ValueError(
            "Kies hoe het afliep. Zonder uitkomst weet later niemand of deze inwoner geholpen was."
        )
    if uitkomst == Hulpvraag.Uitkomst.NIETS_DOEN and not (reden.strip() and terugkijken_op):
        raise ValueError(
            "Verantwoord niets doen kan met een reden en een dag waarop u weer kijkt. Vul beide in; terugkomen blijft makkelijk."
        )
    with handeling("vraag.afgesloten", door=door, doel="vraag afsluiten") as h:
        HULPVRAAG.zet(hulpvraag, "sluit_af")
        hulpvraag.uitkomst, hulpvraag.afgesloten_op = uitkomst, h.dag
        hulpvraag.terugkijken_op, hulpvraag.spoed_uiterlijk = terugkijken_op, None
        klokken.vervallen(h, hulpvraag, h.dag)
        h.bewaar(
            hulpvraag,
            "stap",
            "uitkomst",
            "afgesloten_op",
            "terugkijken_op",
            "spoed_uiterlijk",
            "uiterlijk",
            "opgeschort",
        )
        h.over(hulpvraag)
        h.meld(
            uitkomst=hulpvraag.get_uitkomst_display(),
            code=uitkomst,
            reden=reden,
            gemeld_op=hulpvraag.gemeld_op,
            ronde=hulpvraag.ronde,
        )
    return hulpvraag


def neem_terug(hulpvraag: Hulpvraag, *, door: Door, vraag: str = "", kanaal: str = "") -> Hulpvraag:
    """The easy return: the same file opens again as a new melding, with a new clock and everything still known.

    `kanaal` is how the resident came back; left out, the channel of the first time.
    """
    door.eis(
        Rol.CONSULENT,
        Rol.TEAMLEIDER,
        Rol.FRONTOFFICE,
        om_te="een vraag terugnemen",
        inwoner=hulpvraag.inwoner_id,
    )
    with handeling("melding.teruggekeerd", door=door, doel="vraag terugnemen") as h:
        HULPVRAAG.zet(hulpvraag, "neem_terug")
        hulpvraag.ronde += 1
        hulpvraag.uitkomst, hulpvraag.afgesloten_op, hulpvraag.terugkijken_op = "", None, None
        hulpvraag.gemeld_op, hulpvraag.urgentie = h.dag, ""
        if vraag:
            hulpvraag.vraag = f"{hulpvraag.vraag}\n\n{h.dag:%d-%m-%Y}: {vraag}"
        lopend = klokken.lopende(hulpvraag)  # an evaluation agreed before the return still counts
        lopend.append(klokken.zet(h, hulpvraag, Klok.Soort.ONDERZOEK, wmo.onderzoekstermijn(h.dag)))
        klokken.bepaal_uiterlijk(hulpvraag, lopend)
        h.bewaar(
            hulpvraag, "stap", "ronde", "uitkomst", "afgesloten_op", "terugkijken_op", "gemeld_op", "urgentie", "vraag",
            "uiterlijk", "opgeschort",
        )  # fmt: skip
        h.over(hulpvraag)
        h.meld(
            ronde=hulpvraag.ronde,
            uiterlijk=hulpvraag.uiterlijk,
            thema=hulpvraag.thema,
            kanaal=kanaal or hulpvraag.kanaal,
        )
    return hulpvraag
