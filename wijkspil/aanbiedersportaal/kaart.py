"""The card of one order: who, what, how much, until when. Only what this provider needs for this order, and only in its period (A7).

No BSN, no question, no notes, no other help: what stands here is listed field by field in tests/aanbiedersportaal/test_velden.py.
"""

from dataclasses import dataclass
from datetime import date

from wijkspil.core.door import Door
from wijkspil.gemeenten.models import Medewerker
from wijkspil.ondersteuning import woorden
from wijkspil.ondersteuning.access import in_zicht, is_voorbij
from wijkspil.ondersteuning.models import Levering, Opdrachtantwoord, Toewijzing
from wijkspil.ondersteuning.ruimte import Ruimte, ruimte


@dataclass(frozen=True, slots=True)
class Persoon:
    """The resident as far as a provider may know; past the period only the name."""

    naam: str
    geboren: date | None = None
    telefoon: str = ""
    adres: str = ""
    adres_beschermd: bool = False
    taal: str = ""
    tolk: bool = False
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call at the municipality."""

    naam: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class Kaart:
    t: Toewijzing
    persoon: Persoon
    omvang: str
    voorbij: bool
    resultaat: str
    activiteiten: str
    doel: str
    leveringen: list[Levering]
    antwoord: Opdrachtantwoord | None
    contact: Contact | None
    ruimte: Ruimte
    andere: list[Toewijzing]
    """Other orders of the same person with this same provider."""

    @property
    def beantwoord(self) -> bool:
        return self.antwoord is not None


def maak_kaart(t: Toewijzing, door: Door, vandaag: date) -> Kaart:
    """Five queries: the deliveries, the answer, the contact, what was used, the other own orders."""
    voorbij = is_voorbij(t, vandaag)
    regel = t.regel
    return Kaart(
        t=t,
        persoon=_persoon(t, voorbij),
        omvang=woorden.omvang(t),
        voorbij=voorbij,
        resultaat="" if voorbij else regel.resultaat,
        activiteiten="" if voorbij else regel.activiteiten,
        doel="" if voorbij or regel.doel is None else regel.doel.tekst,
        leveringen=list(t.leveringen.order_by("gestart_op")),
        antwoord=t.antwoorden.filter(versie=t.versie).first(),
        contact=_contact(t),
        ruimte=ruimte(t, vandaag),
        andere=list(
            in_zicht(door)
            .filter(inwoner_id=t.inwoner_id)
            .exclude(pk=t.pk)
            .select_related("product")
            .order_by("nummer")
        ),
    )


def _persoon(t: Toewijzing, voorbij: bool) -> Persoon:
    i = t.inwoner
    if voorbij:
        return Persoon(i.naam)
    return Persoon(
        i.naam, i.geboortedatum, i.telefoon, i.adres, i.geheim_adres, i.taal, i.tolk_nodig, i.let_op
    )


def _contact(t: Toewijzing) -> Contact | None:
    if t.hulpvraag.behandelaar_id is None:
        return None
    wie = Medewerker.objects.filter(pk=t.hulpvraag.behandelaar_id).only("naam", "telefoon").first()
    return Contact(wie.naam, wie.telefoon) if wie else None
