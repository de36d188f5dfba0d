"""How people work with somebody: local words, contact, kinds of goals, stepping down, waiting time, own trajectories."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen.basis import EIGEN_INVULLING, Aantal, Herkomst, JaNee, Kaart, Tekst, Zekerheid
from wijkspil.werkwijzen.samenwerking import Euro


class Woorden(Herkomst):
    """What things are called here; the product knows the things, the municipality the words."""

    team: Tekst
    behandelaar: Tekst
    contactpersoon: Tekst
    signaalgever: Tekst
    arrangeur: Tekst | None = None


class Doelsoort(StrEnum):
    """The kind of change that a goal wants (the same words as `plannen.Doel.Soort`)."""

    HERLEREN = "herleren"
    BEHOUDEN = "behouden"
    BEGELEIDEN = "begeleiden"


class Doelaanpak(Kaart):
    """One kind of goal: its local word, how often there is contact and how often it is tested whether it still fits."""

    soort: Doelsoort
    label: Tekst
    contact_weken: Aantal
    toets_maanden: Aantal | None = None


class Doelen(Herkomst):
    """The kinds of goals, the default first; `herleren_eerst` asks why when somebody only maintains."""

    lijst: Annotated[tuple[Doelaanpak, ...], Field(min_length=1)]
    herleren_eerst: JaNee = False

    def aanpak(self, soort: str) -> Doelaanpak:
        """Give the approach of one kind of goal; a kind that is not listed follows the first."""
        return next((d for d in self.lijst if d.soort == soort), self.lijst[0])


class Contact(Herkomst):
    """The fixed contact person; `zonder_vraag`: contact goes on when no question is open, as with a family doctor."""

    vast_persoon: JaNee
    zonder_vraag: JaNee
    zonder_vraag_maanden: Aantal | None = None


class Afbouw(Herkomst):
    """Planned moments to need less: after how many months, and how many weeks before the end of help."""

    na_maanden: Aantal | None = None
    voor_einde_weken: Aantal | None = None
    netwerk_meten: JaNee = False


class Bandbreedte(Herkomst):
    """Up and down without a new decision, in percent around what was decided; 0 is no band."""

    omlaag: Annotated[
        int, Field(strict=True, ge=0, le=100, description="een percentage van 0 tot en met 100")
    ]
    omhoog: Annotated[
        int, Field(strict=True, ge=0, le=100, description="een percentage van 0 tot en met 100")
    ]


class Indicatie(Herkomst):
    """What a product may be given for; `alleen_rest`: only the part that lighter help in the plan cannot do."""

    alleen_rest: JaNee


class Wachttijd(Herkomst):
    """Whether waiting times are shown to everybody, and from how many people on."""

    openbaar: JaNee
    kleinste_groep: Aantal = 10
    peildagen: Aantal = 90


class EigenTraject(Herkomst):
    """Help by the municipality's own staff in place of a provider: for whom, at what cost, and when to stop.

    `vergelijk_met` are the product codes of the other arm; `tevreden_minstens` is a mark out of ten in both arms.
    """

    geschikt: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    niet_geschikt: tuple[Tekst, ...] = ()
    kostprijs_per_traject: Euro | None = None
    hoogstens_weken: Aantal | None = None
    trajecten_tegelijk: Aantal | None = None
    vergelijk_met: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    tevreden_minstens: Annotated[
        int, Field(strict=True, ge=1, le=10, description="een cijfer van 1 tot en met 10")
    ]
    stopregel: Tekst


GEWONE_WOORDEN = Woorden(
    team="wijkteam", behandelaar="consulent", contactpersoon="vaste contactpersoon", signaalgever="vrijwilliger of buur",
    bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG,
)  # fmt: skip
GEWONE_DOELEN = Doelen(
    lijst=(
        Doelaanpak(soort=Doelsoort.HERLEREN, label="opnieuw leren", contact_weken=4),
        Doelaanpak(soort=Doelsoort.BEHOUDEN, label="houden zoals het is", contact_weken=13),
        Doelaanpak(soort=Doelsoort.BEGELEIDEN, label="achteruitgang begeleiden", contact_weken=8),
    ),
    bron=EIGEN_INVULLING,
    zekerheid=Zekerheid.LAAG,
)
GEWOON_CONTACT = Contact(
    vast_persoon=True, zonder_vraag=False, bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG
)
GEEN_AFBOUW = Afbouw(bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG)
GEEN_BANDBREEDTE = Bandbreedte(omlaag=0, omhoog=0, bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG)
GEWONE_INDICATIE = Indicatie(alleen_rest=False, bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG)
GEEN_WACHTTIJD = Wachttijd(openbaar=False, bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG)
