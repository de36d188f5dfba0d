"""The investigation in the five steps of case law; step 5 waits for steps 1 to 4 (CRvB 21 March 2018, 2018:819)."""

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.regels import onderzoek as regels

from .. import klokken
from ..models import Hulpvraag, Klok, Onderzoek, Stap
from ..workflow import HULPVRAAG

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)


class OnderzoekNietCompleet(ValueError):
    """A step is missing; the message names it."""


def start_onderzoek(hulpvraag: Hulpvraag, *, door: Door) -> Onderzoek:
    """Open the investigation of this round; safe to ask twice."""
    door.eis(*WIE, om_te="onderzoek doen")
    bestaand = Onderzoek.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).first()
    if bestaand is not None:
        return bestaand
    with handeling("onderzoek.gestart", door=door, doel="onderzoek doen") as h:
        onderzoek = h.maak(Onderzoek(hulpvraag=hulpvraag, ronde=hulpvraag.ronde))
        if hulpvraag.stap == Stap.MELDING:
            HULPVRAAG.zet(hulpvraag, "start_onderzoek")
            h.bewaar(hulpvraag, "stap")
        h.over(onderzoek, dossier=hulpvraag)
    return onderzoek


def vul_onderzoek_in(
    onderzoek: Onderzoek, *, stap: str, tekst: str, door: Door, bron: str = "gesprek"
) -> Onderzoek:
    """Write down one of the five steps, with its source.

    Raises:
        OnderzoekNietCompleet: step 5 before 1 to 4 have text.
        StapNietMogelijk: the investigation is finished and its account is with the resident.
    """
    door.eis(*WIE, om_te="onderzoek doen")
    _eis_open(onderzoek)
    ingevuld = {code: deel["tekst"] for code, deel in onderzoek.stappen.items()}
    if tekst.strip() and not regels.mag_invullen(regels.Stap(stap), ingevuld):
        raise OnderzoekNietCompleet(
            "Maatwerk komt als laatste: vul eerst de vier stappen ervoor in. Zo is later te volgen waarom dit nodig is."
        )
    with handeling("onderzoek.bijgewerkt", door=door, doel="onderzoek doen") as h:
        onderzoek.stappen = {
            **onderzoek.stappen,
            stap: {"tekst": tekst, "bron": bron, "door": door.naam, "op": h.dag.isoformat()},
        }
        h.bewaar(onderzoek, "stappen")
        h.over(onderzoek, dossier=onderzoek.hulpvraag)
        h.meld(stap=stap.replace("_", " "))
    return onderzoek


def vul_onderwerp_in(onderzoek: Onderzoek, *, onderwerpen: dict[str, str], door: Door) -> Onderzoek:
    """Write down findings on topics a-g of Wmo 2015 art. 2.3.2 lid 4."""
    door.eis(*WIE, om_te="onderzoek doen")
    _eis_open(onderzoek)
    with handeling("onderzoek.bijgewerkt", door=door, doel="onderzoek doen") as h:
        onderzoek.onderwerpen = {**onderzoek.onderwerpen, **onderwerpen}
        h.bewaar(onderzoek, "onderwerpen")
        h.over(onderzoek, dossier=onderzoek.hulpvraag)
        h.meld(stap="onderwerpen van de wet")
    return onderzoek


def rond_onderzoek_af(onderzoek: Onderzoek, *, door: Door) -> Hulpvraag:
    """Finish the investigation: its clock stops, the account goes to the resident (lid 8), the plan can begin.

    Raises:
        OnderzoekNietCompleet: one of the first four steps has no text.
    """
    door.eis(*WIE, om_te="onderzoek afronden")
    _eis_open(onderzoek)
    hulpvraag = onderzoek.hulpvraag
    leeg = regels.ontbrekende_stappen(
        regels.Stap.MAATWERK, {c: d["tekst"] for c, d in onderzoek.stappen.items()}
    )
    if leeg:
        vragen = " ".join(stap.vraag for stap in leeg)
        raise OnderzoekNietCompleet(f"Nog niet beantwoord: {vragen} Vul dit in en rond daarna af.")
    with handeling("onderzoek.afgerond", door=door, doel="onderzoek afronden") as h:
        onderzoek.afgerond_op = h.dag
        h.bewaar(onderzoek, "afgerond_op")
        klok = klokken.stop(h, hulpvraag, Klok.Soort.ONDERZOEK, h.dag)
        HULPVRAAG.zet(hulpvraag, "rond_onderzoek_af")
        h.bewaar(hulpvraag, "stap", "uiterlijk", "opgeschort")
        h.over(onderzoek, dossier=hulpvraag)
        h.meld(op_tijd=klok is None or klok.status == Klok.Status.GEHAALD)
    return hulpvraag


def _eis_open(onderzoek: Onderzoek) -> None:
    if onderzoek.afgerond_op is not None:
        raise StapNietMogelijk(
            _(
                "Dit onderzoek is afgerond en het verslag gaat naar de inwoner. Iets nieuws schrijft u op in het plan."
            )
        )
