"""The fictional neighbourhood in which every test lives: the practice town's own municipalities and people.

def test_iets(lvc):               # Land van Cuijk, opened for the test
    door = lvc.als("Samira Bouzid")
"""

from dataclasses import dataclass

from django.test import Client

from wijkspil.core.door import Door, Rol
from wijkspil.gemeenten.models import Gemeente, Medewerker, Team
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.oefenstad.inrichting import door_van, stad
from wijkspil.toegang.actions import neem_melding_op
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad, laad_versie
from wijkspil.werkwijzen.voordeur import Teamsoort


@dataclass
class Wijk:
    """A municipality with its people, opened within the test's transaction."""

    gemeente: Gemeente

    def als(self, naam: str) -> Door:
        return door_van(naam, self.gemeente)

    def medewerker(self, naam: str) -> Medewerker:
        return Medewerker.objects.get(naam=naam)

    def team(self, naam: str) -> Team:
        return Team.objects.get(naam=naam)

    def browser(self, naam: str) -> Client:
        """A test client signed in as a member of staff."""
        client = Client()
        client.force_login(
            self.medewerker(naam).account, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    def url(self, pad: str = "") -> str:
        return f"/{self.gemeente.slug}/werk/{pad}"

    @property
    def werkwijze(self) -> str:
        from wijkspil.core.klok import vandaag

        return laad(self.gemeente.werkwijze, vandaag()).sleutel

    def melding(self, door: Door | None = None, **anders: object) -> Hulpvraag:
        """A melding of Mevrouw de Wit, who lives where the worker of today works, taken by the front office."""
        gegevens = stad(self.gemeente.slug)
        wijk = next(w for w in gegevens["wijken"] if w["code"] == gegevens["vandaag"]["wijk"])
        inwoner = NieuweInwoner(
            achternaam="Wit",
            voorvoegsel="de",
            roepnaam="Toos",
            voornamen="Catharina Maria",
            bsn="999900006",
            straat="Kerkstraat",
            huisnummer="12",
            postcode=f"{wijk['postcodes'][0]}AB",
            woonplaats=wijk["plaats"],
            telefoon="0612345678",
        )
        deuren = laad_versie(self.werkwijze).deuren.lijst
        velden: dict[str, object] = {
            "vraag": "Het huis schoonhouden lukt niet meer sinds mijn val.",
            "werkwijze": self.werkwijze,
            "deur": next((d for d in deuren if d.team_soort is Teamsoort.BALIE), deuren[0]).sleutel,
            "kanaal": "telefoon",
        }
        wie = anders.pop("wie", inwoner)
        return neem_melding_op(wie, door=door or self.als(self.met_rol(Rol.FRONTOFFICE)), **(velden | anders))  # type: ignore[arg-type]

    def met_rol(self, rol: Rol) -> str:
        """The name of the first member of staff with a role, in the order of the file."""
        mensen = stad(self.gemeente.slug)["mensen"]
        naam: str = next(m["naam"] for m in mensen if rol in m["rollen"])
        return naam
