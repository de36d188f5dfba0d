"""The fictional neighbourhood in which every test lives: the practice town's own municipalities and people.

def test_iets(lvc):               # Land van Cuijk, opened for the test
    door = lvc.als("Samira Bouzid")
"""

from dataclasses import dataclass

from django.test import Client

from wijkspil.core.door import Door
from wijkspil.gemeenten.models import Gemeente, Medewerker, Team
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.oefenstad.inrichting import door_van
from wijkspil.toegang.actions import neem_melding_op
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad


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
        """A melding of Mevrouw de Wit, who lives where Bram (or Tobias) works."""
        is_lvc = self.gemeente.slug == "land-van-cuijk"
        inwoner = NieuweInwoner(
            achternaam="Wit",
            voorvoegsel="de",
            roepnaam="Toos",
            voornamen="Catharina Maria",
            bsn="999900006",
            straat="Kerkstraat",
            huisnummer="12",
            postcode="5431AB" if is_lvc else "2403AB",
            woonplaats="Cuijk" if is_lvc else "Alphen aan den Rijn",
            telefoon="0612345678",
        )
        velden: dict[str, object] = {
            "vraag": "Het huis schoonhouden lukt niet meer sinds mijn val.",
            "werkwijze": self.werkwijze,
            "deur": "zorgbalie" if is_lvc else "serviceplein",
            "kanaal": "telefoon",
        }
        wie = anders.pop("wie", inwoner)
        return neem_melding_op(
            wie, door=door or self.als("Samira Bouzid" if is_lvc else "Marleen Kuiper"), **(velden | anders)
        )  # type: ignore[arg-type]
