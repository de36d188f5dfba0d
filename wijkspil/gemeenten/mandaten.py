"""Under which mandate may somebody decide, and who may when this person may not (H9; Awb art. 10:3)?

Two questions to the register, no decision: `besluiten` logs the mandate with each decision it lets somebody take.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol, Soort
from wijkspil.regels.bedrag import in_euro

from .models import Mandaat, Medewerker


@dataclass(frozen=True, slots=True)
class Mandaatoordeel:
    """The answer of the register: the mandate that covers the decision, or the reason why none of this person's does.

    `wie_wel` names the people and roles that could decide; it is filled when this person can't, or when a second
    person must (then without the asker).
    """

    mandaat: Mandaat | None
    vier_ogen: bool
    uitleg: str
    wie_wel: tuple[str, ...] = ()

    @property
    def mag(self) -> bool:
        return self.mandaat is not None


def mandaat_voor(
    door: Door,
    *,
    soort: str,
    categorieen: Collection[str],
    jaarkosten_cent: int | None,
    op: date,
    leveranciers: Collection[str] = (),
) -> Mandaatoordeel:
    """Judge whether `door` may take this decision on a day. One query, and one more to name others.

    A mandate of a party (J4) doesn't cover help that this party gives itself, unless the register says it does.

    When several mandates cover it the lightest counts: one without four eyes before one with, a personal one
    before that of a role, a low limit before a high one.

    Args:
        soort: kind of decision, a `Besluit.Soort` value.
        categorieen: product categories (two digits) of what is granted or refused.
        jaarkosten_cent: cost per year of what is granted, in cents; None when a price isn't known yet. Then a mandate
            with a limit doesn't cover it, and one that knows four eyes asks them.
        leveranciers: names of the parties that would give the help.
    """
    geldig = _geldig(op)
    partij = _partij(door) if any(m.organisatie for m in geldig) else ""
    dekt = [m for m in geldig if _dekt(m, soort, categorieen, jaarkosten_cent, leveranciers)]
    eigen = sorted((m for m in dekt if _is_van(m, door, partij)), key=lambda m: _gewicht(m, jaarkosten_cent))
    if not eigen:
        wie = _wie(dekt, behalve=door)
        return Mandaatoordeel(
            None, False, _waarom_niet(door, partij, geldig, soort, categorieen, jaarkosten_cent, wie), wie
        )
    mandaat = eigen[0]
    vier_ogen = _vier_ogen(mandaat, jaarkosten_cent)
    uitleg = _("%(naam)s mag dit besluit nemen: %(grond)s.") % {"naam": door.naam, "grond": mandaat.grondslag}
    if vier_ogen and jaarkosten_cent is None:
        uitleg += " " + _(
            "Wat het kost is nog niet bekend; daarom beslist een ander dan wie het besluit schreef."
        )
    elif vier_ogen:
        uitleg += " " + _("Vanaf %(bedrag)s per jaar beslist een ander dan wie het besluit schreef.") % {
            "bedrag": in_euro(mandaat.vier_ogen_vanaf_cent or 0)
        }
    return Mandaatoordeel(mandaat, vier_ogen, uitleg, _wie(dekt, behalve=door) if vier_ogen else ())


def houders(
    *,
    soort: str,
    categorieen: Collection[str],
    jaarkosten_cent: int | None,
    op: date,
    leveranciers: Collection[str] = (),
) -> QuerySet[Medewerker]:
    """Everybody who holds a mandate for such a decision, by name; see `mandaat_voor`. One query, and one when it is read."""
    return _houders([m for m in _geldig(op) if _dekt(m, soort, categorieen, jaarkosten_cent, leveranciers)])


def _geldig(op: date) -> list[Mandaat]:
    return list(
        Mandaat.objects.filter(geldig_van__lte=op)
        .filter(Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=op))
        .order_by("geldig_van", "id")
    )


def _houders(mandaten: Iterable[Mandaat]) -> QuerySet[Medewerker]:
    mandaten = list(mandaten)
    personen = {m.medewerker_id for m in mandaten if m.medewerker_id}
    rollen = sorted({m.rol for m in mandaten if m.rol})
    partijen = {m.organisatie for m in mandaten if m.organisatie}
    if not personen and not rollen and not partijen:
        return Medewerker.objects.none()
    return (
        Medewerker.objects.filter(actief=True)
        .filter(Q(pk__in=personen) | Q(rollen__overlap=rollen) | Q(organisatie__in=partijen))
        .order_by("naam")
    )


def _partij(door: Door) -> str:
    """The party that somebody works for, when that isn't the municipality itself. One query."""
    if door.id is None:
        return ""
    return Medewerker.objects.filter(pk=door.id).values_list("organisatie", flat=True).first() or ""


def _is_van(mandaat: Mandaat, door: Door, partij: str) -> bool:
    if door.soort is not Soort.MEDEWERKER:
        return False  # a process may prepare a decision, only a person takes it
    if mandaat.medewerker_id is not None:
        return mandaat.medewerker_id == door.id
    if mandaat.organisatie:
        return mandaat.organisatie == partij
    return Rol(mandaat.rol) in door.rollen


def _dekt(
    mandaat: Mandaat,
    soort: str,
    categorieen: Collection[str],
    cent: int | None,
    leveranciers: Collection[str] = (),
) -> bool:
    return (
        soort in mandaat.besluitsoorten
        and (mandaat.ook_eigen_levering or mandaat.organisatie not in leveranciers)
        and (not mandaat.categorieen or set(categorieen) <= set(mandaat.categorieen))
        and (mandaat.tot_cent is None or (cent is not None and cent <= mandaat.tot_cent))
    )


def _vier_ogen(mandaat: Mandaat, cent: int | None) -> bool:
    vanaf = mandaat.vier_ogen_vanaf_cent
    return vanaf is not None and (cent is None or cent >= vanaf)


def _gewicht(mandaat: Mandaat, cent: int | None) -> tuple[bool, bool, bool, int]:
    return (
        _vier_ogen(mandaat, cent),
        mandaat.medewerker_id is None,
        mandaat.tot_cent is None,
        mandaat.tot_cent or 0,
    )


def _wie(mandaten: Iterable[Mandaat], *, behalve: Door) -> tuple[str, ...]:
    """The people who hold one of these mandates, by name and function; at most eight. One query, or none."""
    mensen = (
        _houders(mandaten)
        .exclude(pk__in=[behalve.id] if behalve.id else [])
        .values_list("naam", "functie")[:8]
    )
    return tuple(f"{naam} ({functie})" if functie else naam for naam, functie in mensen)


def _waarom_niet(
    door: Door,
    partij: str,
    geldig: list[Mandaat],
    soort: str,
    categorieen: Collection[str],
    cent: int | None,
    wie: tuple[str, ...],
) -> str:
    """The nearest miss in plain Dutch, and who may."""
    eigen = [m for m in geldig if _is_van(m, door, partij)]
    voor_soort = [m for m in eigen if soort in m.besluitsoorten]
    grenzen = [
        m.tot_cent for m in voor_soort if m.tot_cent is not None and (cent is None or cent > m.tot_cent)
    ]
    if not eigen:
        reden = _("%(naam)s heeft geen mandaat om besluiten te nemen.") % {"naam": door.naam}
    elif not voor_soort:
        reden = _("Het mandaat van %(naam)s geldt niet voor deze soort besluit.") % {"naam": door.naam}
    elif grenzen and cent is None:
        reden = _(
            "Van dit besluit is nog niet bekend wat het kost, en het mandaat van %(naam)s heeft een grens."
        ) % {"naam": door.naam}
    elif grenzen and cent is not None:
        reden = _(
            "Het mandaat van %(naam)s gaat tot %(grens)s per jaar; dit besluit kost %(kosten)s per jaar."
        ) % {
            "naam": door.naam,
            "grens": in_euro(max(grenzen)),
            "kosten": in_euro(cent),
        }
    elif any(m.organisatie for m in voor_soort):
        reden = _(
            "%(partij)s mag niet beslissen over hulp die %(partij)s zelf geeft, of over deze voorziening."
        ) % {"partij": partij}
    else:
        reden = _("Het mandaat van %(naam)s geldt niet voor deze voorziening.") % {"naam": door.naam}
    wel = (
        _("Dit mag wel: %(wie)s.") % {"wie": ", ".join(wie)}
        if wie
        else _(
            "Niemand heeft hiervoor mandaat. Vraag de functioneel beheerder om het mandaatregister aan te vullen."
        )
    )
    return f"{reden} {wel}"
