"""The clocks of a question: set, suspended, resumed, extended, stopped. Called by actions, within their transaction."""

from datetime import date

from wijkspil.core.handeling import Handeling
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.regels.termijn import Termijn

from .models import Hulpvraag, Klok

VAN_DE_INWONER = frozenset({Klok.Soort.BEZWAAR})
"""Terms within which the resident may act: shown on the file, never something that staff can be late with."""

_LOPEND = VasteVraag(
    lambda vraag: Klok.objects.filter(
        hulpvraag_id=vraag, status__in=[Klok.Status.LOOPT, Klok.Status.OPGESCHORT]
    ).order_by("uiterlijk")
)


def zet(h: Handeling, hulpvraag: Hulpvraag, soort: Klok.Soort, termijn: Termijn) -> Klok:
    """Start a clock and move the question's own `uiterlijk` when this one ends sooner; saving the question is the caller's."""
    klok = h.maak(
        Klok(
            hulpvraag=hulpvraag,
            soort=soort,
            ronde=hulpvraag.ronde,
            waarde=termijn.als_dict(),
            uiterlijk=termijn.laatste_dag,
        )
    )
    if soort not in VAN_DE_INWONER and (hulpvraag.uiterlijk is None or klok.uiterlijk < hulpvraag.uiterlijk):
        hulpvraag.uiterlijk = klok.uiterlijk
    return klok


def wijzig(h: Handeling, klok: Klok, termijn: Termijn, status: Klok.Status = Klok.Status.LOOPT) -> None:
    """Store a clock that was suspended, resumed or extended."""
    klok.waarde, klok.uiterlijk, klok.status = termijn.als_dict(), termijn.laatste_dag, status
    h.bewaar(klok, "waarde", "uiterlijk", "status")


def lopende(hulpvraag: Hulpvraag) -> list[Klok]:
    """The clocks that run or stand still, nearest first."""
    klokken = _LOPEND.alle(hulpvraag.pk)
    for klok in klokken:
        klok.hulpvraag = hulpvraag
    return klokken


def stop(h: Handeling, hulpvraag: Hulpvraag, soort: Klok.Soort, op: date) -> Klok | None:
    """Stop the running clock of a kind, in time or too late, and take its day off the question. Returns it, if any ran.

    A suspended clock can't be late: its stored `uiterlijk` is only the earliest last day, so the term itself is asked.
    """
    klokken = lopende(hulpvraag)
    gestopt = next((k for k in klokken if k.soort == soort), None)
    if gestopt is not None:
        te_laat = gestopt.termijn.is_verlopen(op)
        gestopt.status = Klok.Status.OVERSCHREDEN if te_laat else Klok.Status.GEHAALD
        gestopt.gestopt_op = op
        h.bewaar(gestopt, "status", "gestopt_op")
    bepaal_uiterlijk(hulpvraag, [k for k in klokken if k is not gestopt])
    return gestopt


def vervallen(h: Handeling, hulpvraag: Hulpvraag, op: date) -> None:
    """Let every running clock lapse: the question is closed."""
    for klok in lopende(hulpvraag):
        klok.status, klok.gestopt_op = Klok.Status.VERVALLEN, op
        h.bewaar(klok, "status", "gestopt_op")
    bepaal_uiterlijk(hulpvraag, [])


def bepaal_uiterlijk(hulpvraag: Hulpvraag, klokken: list[Klok]) -> None:
    """Put the nearest day that we must keep on the question, or say that everything stands still."""
    onze = [k for k in klokken if k.soort not in VAN_DE_INWONER]
    lopend = [k.uiterlijk for k in onze if k.status == Klok.Status.LOOPT]
    hulpvraag.uiterlijk = min(lopend, default=None)
    hulpvraag.opgeschort = not lopend and any(k.status == Klok.Status.OPGESCHORT for k in onze)
