"""The five fixed steps of the region over our own, finer states (B14): the same line for staff and for the resident."""

from wijkspil.toegang.models import Stap

HOOFDSTAPPEN: tuple[tuple[str, tuple[Stap, ...]], ...] = (
    ("contact", (Stap.CONTACT, Stap.MELDING)),
    ("verhelderen", (Stap.ONDERZOEK,)),
    ("oplossingen", (Stap.PLAN,)),
    ("arrangement", (Stap.ARRANGEMENT, Stap.BESLUIT, Stap.AFSPRAAK, Stap.OPDRACHT, Stap.LEVERING)),
    ("evaluatie", (Stap.NAZORG, Stap.AFGESLOTEN)),
)


def plek_van(stap: str) -> int:
    """At which of the five steps a question is, from 0."""
    return next(i for i, (_naam, stappen) in enumerate(HOOFDSTAPPEN) if stap in stappen)
