"""From draft to way of working: check it, let a second person read it when the register asks, and let it start on a day.

The register asks with a mandate for the kind of decision `werkwijze`. Without such a mandate a functional administrator
publishes alone, and the page says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from django.db.models import Q
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import handeling
from wijkspil.werkwijzen.bevinding import Bevinding
from wijkspil.werkwijzen.controle import Werkwijzefout, WerkwijzeOngeldig, lees
from wijkspil.werkwijzen.kast import WerkwijzeNietGevonden, versies
from wijkspil.werkwijzen.werkwijze import Werkwijze

from . import ingang, register
from .concepten import BEWERKBAAR, NietMeerTeWijzigen, zet_bovenin
from .models import Gemeente, Mandaat, Medewerker, Werkwijzeversie
from .werkwijzebron import EIGEN

SOORT_MANDAAT = "werkwijze"
"""The kind of decision in the register of mandates; with a limit for four eyes, whatever its height, two people are needed."""
WIE = (Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER)
Status = Werkwijzeversie.Status


@dataclass(frozen=True, slots=True)
class Publicatierecht:
    """Whether somebody may publish, whether a second person is needed, and who could be that."""

    mag: bool
    vier_ogen: bool
    uitleg: str
    wie_wel: tuple[str, ...] = ()


def publicatierecht(door: Door) -> Publicatierecht:
    """Ask the register of mandates; at most two queries."""
    vandaag = klok.vandaag()
    mandaten = list(
        Mandaat.objects.filter(besluitsoorten__contains=[SOORT_MANDAAT], geldig_van__lte=vandaag).filter(
            Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=vandaag)
        )
    )
    if not mandaten:
        mag = door.soort is Soort.SYSTEEM or door.heeft(Rol.FUNCTIONEEL_BEHEER)
        return Publicatierecht(
            mag,
            False,
            _("Uw mandaatregister noemt de werkwijze niet. Een functioneel beheerder publiceert dan alleen."),
        )
    eigen = [m for m in mandaten if m.medewerker_id == door.id or (m.rol and Rol(m.rol) in door.rollen)]
    vier_ogen = all(m.vier_ogen_vanaf_cent is not None for m in eigen or mandaten)
    rollen = sorted({m.rol for m in mandaten if m.rol})
    mensen = (
        Medewerker.objects.filter(actief=True)
        .filter(Q(pk__in=[m.medewerker_id for m in mandaten if m.medewerker_id]) | Q(rollen__overlap=rollen))
        .exclude(pk=door.id)
        .order_by("naam")
        .values_list("naam", "functie")[:8]
    )
    wie = tuple(f"{naam} ({functie})" if functie else naam for naam, functie in mensen)
    uitleg = (
        _("Uw mandaatregister vraagt een tweede lezer: een ander dan wie het voorlegt publiceert.")
        if vier_ogen
        else _("Volgens uw mandaatregister mag wie mandaat heeft alleen publiceren.")
    )
    return Publicatierecht(bool(eigen), vier_ogen, uitleg, wie)


def lees_voor_publicatie(versie: Werkwijzeversie, vanaf: date) -> Werkwijze:
    """Read a draft as it would be on its first day.

    Raises:
        WerkwijzeOngeldig: with every fault, also those that only matter when it goes live.
    """
    gemeente = register.op_code(versie.gemeente_id)
    werkwijze = lees(gedateerd(versie, vanaf), versie.naam)
    fouten = [
        Werkwijzefout(
            versie.naam,
            _regel(versie.tekst, str(b.pad[0])),
            ".".join(map(str, b.pad)),
            b.probleem,
            b.verwacht,
            b.doe,
        )
        for b in _bezwaren(werkwijze, gemeente, vanaf)
    ]
    if fouten:
        raise WerkwijzeOngeldig(fouten)
    return werkwijze


def leg_voor(versie: Werkwijzeversie, *, vanaf: date, lopend: str, door: Door) -> None:
    """Ask a second person to publish this draft from a day.

    Raises: WerkwijzeOngeldig, Botsing, NietMeerTeWijzigen.
    """
    door.eis(Rol.FUNCTIONEEL_BEHEER, om_te="een werkwijze voorleggen")
    _eis_open(versie)
    lees_voor_publicatie(versie, vanaf)
    with handeling(
        "werkwijze.voorgelegd", door=door, doel="werkwijze wijzigen", grond="functioneel beheer"
    ) as h:
        versie.status, versie.geldig_vanaf, versie.lopend = Status.VOORGELEGD, vanaf, lopend
        versie.voorgelegd_door, versie.voorgelegd_door_id = door.naam, door.id
        h.bewaar(versie, "status", "geldig_vanaf", "lopend", "voorgelegd_door", "voorgelegd_door_id")
        h.over(versie)
        h.meld(naam=versie.naam, vanaf=vanaf)


def geef_terug(versie: Werkwijzeversie, *, reden: str, door: Door) -> None:
    """The second reader does not agree; the draft goes back to its makers with the reason."""
    door.eis(*WIE, om_te="een voorgelegde werkwijze teruggeven")
    if versie.status != Status.VOORGELEGD:
        raise NietMeerTeWijzigen(_("Dit concept ligt niet bij een tweede lezer."))
    with handeling("werkwijze.teruggegeven", door=door, doel="werkwijze lezen", grond="tweede lezer") as h:
        versie.status, versie.voorgelegd_door, versie.voorgelegd_door_id = Status.CONCEPT, "", None
        versie.toelichting = "\n\n".join(filter(None, [versie.toelichting, f"{door.naam}: {reden}"]))
        h.bewaar(versie, "status", "voorgelegd_door", "voorgelegd_door_id", "toelichting")
        h.over(versie)
        h.meld(naam=versie.naam, reden=reden)


def publiceer(versie: Werkwijzeversie, *, vanaf: date, lopend: str, door: Door) -> Werkwijze:
    """Make a draft the way of working from a day; from then on its text never changes.

    On that day what goes with it happens by itself (`ingang`): at once when it is today.

    Raises:
        GeenRecht: no mandate, or the register wants another person than who submitted it.
        WerkwijzeOngeldig: there are faults; nothing is published.
        Botsing: somebody changed the draft since it was read.
    """
    recht = publicatierecht(door)
    if not recht.mag:
        wie = ", ".join(recht.wie_wel)
        raise GeenRecht(
            _("U hebt geen mandaat om een werkwijze te publiceren. Dit mag wel: %(wie)s.")
            % {"wie": wie or "–"}
        )
    if recht.vier_ogen and (versie.status != Status.VOORGELEGD or versie.voorgelegd_door_id == door.id):
        raise GeenRecht(
            _(
                "Uw mandaatregister vraagt vier ogen: een ander dan wie het voorlegt publiceert. Leg het voor aan %(wie)s."
            )
            % {"wie": ", ".join(recht.wie_wel) or _("een collega met mandaat")}
        )
    _eis_open(versie)
    werkwijze = lees_voor_publicatie(versie, vanaf)
    with handeling("werkwijze.gepubliceerd", door=door, doel="werkwijze publiceren", grond="mandaat") as h:
        versie.tekst = gedateerd(versie, vanaf)
        versie.status, versie.geldig_vanaf, versie.lopend = Status.GEPUBLICEERD, vanaf, lopend
        versie.sleutel, versie.hash = werkwijze.sleutel, sha256(versie.tekst.encode()).hexdigest()
        versie.gepubliceerd_door, versie.gepubliceerd_op = door.naam, h.moment
        h.bewaar(
            versie, "tekst", "status", "geldig_vanaf", "lopend", "sleutel", "hash", "gepubliceerd_door", "gepubliceerd_op"
        )  # fmt: skip
        EIGEN.opnieuw()
        h.over(versie)
        h.meld(
            naam=versie.naam,
            vanaf=vanaf,
            lopend=str(versie.get_lopend_display()),
            sleutel=versie.sleutel,
            hash=versie.hash,
        )
        if vanaf > h.dag:
            ingang.zet_klaar(h, versie)
    if vanaf <= klok.vandaag():
        ingang.laat_ingaan(versie)
    return werkwijze


def gedateerd(versie: Werkwijzeversie, vanaf: date) -> str:
    """The text of a draft as it would start on a day."""
    return zet_bovenin(versie.tekst, "geldig_vanaf", vanaf.isoformat())


def _eis_open(versie: Werkwijzeversie) -> None:
    if versie.status not in BEWERKBAAR:
        raise NietMeerTeWijzigen(_("“%(naam)s” is al gepubliceerd of weggelegd.") % {"naam": versie.naam})


def _bezwaren(werkwijze: Werkwijze, gemeente: Gemeente, vanaf: date) -> list[Bevinding]:
    """What is fine in a file but not as the next way of working of this municipality."""
    gevonden = []
    if werkwijze.slug != gemeente.werkwijze:
        gevonden.append(
            Bevinding(
                ("slug",),
                f"slug `{werkwijze.slug}`",
                f"`{gemeente.werkwijze}`",
                "Zet de naam van uw eigen werkwijze terug.",
            )
        )
    if werkwijze.gemeente.cbs_code != gemeente.cbs_code:
        gevonden.append(
            Bevinding(
                ("gemeente", "cbs_code"),
                f"CBS-code {werkwijze.gemeente.cbs_code} is die van een andere gemeente",
                gemeente.cbs_code,
                "Vul bij `gemeente` de naam, de code en de gebieden van uw eigen gemeente in.",
            )
        )
    if werkwijze.geldig_tot is not None:
        gevonden.append(
            Bevinding(
                ("geldig_tot",),
                "een laatste dag",
                "geen: een eigen versie geldt tot de volgende ingaat",
                "Haal `geldig_tot` weg; anders heeft uw gemeente op een dag geen werkwijze.",
            )
        )
    if vanaf < klok.vandaag():
        gevonden.append(
            Bevinding(
                ("geldig_vanaf",),
                f"{vanaf} is al voorbij",
                "vandaag of later: wat besloten is, rust op de versie van toen",
                "Kies een dag vanaf vandaag.",
            )
        )
    if vanaf in _bezet(gemeente.werkwijze):
        gevonden.append(
            Bevinding(
                ("geldig_vanaf",),
                f"vanaf {vanaf} is er al een versie",
                "een dag waarop nog geen versie begint",
                f"Kies een andere dag, bijvoorbeeld {vanaf + timedelta(days=1)}.",
            )
        )
    return gevonden


def _bezet(slug: str) -> list[date]:
    try:
        return versies(slug)
    except WerkwijzeNietGevonden:
        return []  # the first version of a new municipality


def _regel(tekst: str, sleutel: str) -> int:
    return next((n for n, regel in enumerate(tekst.splitlines(), 1) if regel.startswith(f"{sleutel}:")), 1)
