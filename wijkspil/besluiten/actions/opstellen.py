"""Writing a decision, changing it, and asking a second reader."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.gemeenten.models import Medewerker
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.toegang.models import Hulpvraag

from ..access import medewerker_van
from ..models import Aanvraag, Besluit
from ..onderbouwing import bouw
from ..vorm import BesluitNietCompleet, besluitregels, vorm_van
from ..workflow import BESLUIT

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
TEKSTVELDEN = (
    "motivering",
    "reactie_plan",
    "advies",
    "wel_passend",
    "gehoord_op",
    "met_onderbouwing",
    "activiteiten",
    "resultaten",
    "motivering_voorstel",
)
_KENT_NIETS_TOE = (Besluit.Soort.AFWIJZING, Besluit.Soort.BUITEN_BEHANDELING)
_KENT_TOE = (Besluit.Soort.TOEKENNING, Besluit.Soort.GEDEELTELIJK)


def stel_besluit_op(
    aanvraag: Aanvraag,
    plan: Plan,
    *,
    soort: str,
    motivering: str,
    door: Door,
    regels: Sequence[UUID] | None = None,
    ingangsdatum: date | None = None,
    einddatum: date | None = None,
    **teksten: Any,
) -> Besluit:
    """Write the draft of a decision. Half a draft is fine; what must be there is asked when it is taken.

    Args:
        regels: ids of the arrangement lines that it grants, or ends; left out: all lines with a product. None for a refusal.
        teksten: the other words of the decision, see `TEKSTVELDEN`.

    Raises:
        BesluitNietCompleet: a line that isn't in the plan, or days that cross.
    """
    door.eis(*WIE, om_te="een besluit schrijven")
    hulpvraag = aanvraag.hulpvraag
    with handeling("besluit.opgesteld", door=door, doel="besluit voorbereiden") as h:
        besluit = Besluit(
            hulpvraag=hulpvraag,
            aanvraag=aanvraag,
            plan=plan,
            nummer=f"B{h.dag.year}-{volgend_nummer(f'besluit-{h.dag.year}'):05d}",
            opgesteld_door_id=medewerker_van(door),
        )
        _vul(besluit, soort, motivering, regels, ingangsdatum, einddatum, teksten, h.dag)
        h.maak(besluit)
        _meld(h, besluit)
    return besluit


def wijzig_besluit(
    besluit: Besluit,
    *,
    soort: str,
    motivering: str,
    door: Door,
    regels: Sequence[UUID] | None = None,
    ingangsdatum: date | None = None,
    einddatum: date | None = None,
    **teksten: Any,
) -> Besluit:
    """Change a draft; who changes the words becomes the writer, so a second reader who rewrites needs another one.

    Raises:
        Botsing: a colleague changed the same draft in the meantime.
        StapNietMogelijk: the decision was taken already.
    """
    door.eis(*WIE, om_te="een besluit wijzigen")
    with handeling("besluit.gewijzigd", door=door, doel="besluit voorbereiden") as h:
        BESLUIT.zet(besluit, "wijzig")
        _vul(besluit, soort, motivering, regels, ingangsdatum, einddatum, teksten, h.dag)
        besluit.opgesteld_door_id = medewerker_van(door)
        besluit.tweede_lezer_id = None
        h.bewaar(
            besluit, "status", "soort", "vorm", "regels", "jaarkosten_cent", "onderbouwing", "ingangsdatum", "einddatum",
            "opgesteld_door_id", "tweede_lezer_id", *TEKSTVELDEN,
        )  # fmt: skip
        vraag_te_lezen(besluit, None)
        _meld(h, besluit)
    return besluit


def leg_voor_aan_tweede_lezer(besluit: Besluit, *, aan: Medewerker | None, door: Door) -> Besluit:
    """Ask somebody else to read and take the decision; `aan` may stay open for whoever has the mandate.

    Who is named may open the file, from whatever team, until the decision is taken, changed or withdrawn.
    """
    door.eis(*WIE, om_te="een besluit voorleggen")
    if aan is not None and aan.pk == besluit.opgesteld_door_id:
        raise BesluitNietCompleet(
            _("Wie het besluit schreef, kan niet zelf de tweede lezer zijn. Kies een collega.")
        )
    with handeling("besluit.voorgelegd", door=door, doel="tweede lezer vragen") as h:
        BESLUIT.zet(besluit, "leg_voor")
        besluit.tweede_lezer = aan
        h.bewaar(besluit, "status", "tweede_lezer")
        vraag_te_lezen(besluit, aan.pk if aan else None)
        h.over(besluit, dossier=besluit.hulpvraag)
        h.meld(aan=aan.naam if aan else _("een collega met mandaat"), nummer=besluit.nummer)
    return besluit


def vraag_te_lezen(besluit: Besluit, lezer: UUID | None) -> None:
    """Open the file for this reader and close it for the one before. Without counting `rev`: who works on it has no conflict."""
    besluit.hulpvraag.tweede_lezer_id = lezer
    Hulpvraag.objects.filter(pk=besluit.hulpvraag_id).update(tweede_lezer_id=lezer)


def jaarkosten(regels: Sequence[Arrangementregel]) -> int:
    """What these lines cost per year in cents: twelve months, or once for what is paid once."""
    eenmalig = Arrangementregel.Kosten.EENMALIG
    return sum(r.kosten_cent * r.volume if r.kostensoort == eenmalig else 12 * r.maand_cent for r in regels)


def kosten_bekend(regels: Sequence[Arrangementregel]) -> bool:
    """Whether every line has a price; a nought may also mean "not known yet"."""
    return all(r.kostensoort != Arrangementregel.Kosten.ONBEKEND for r in regels)


def _vul(
    besluit: Besluit,
    soort: str,
    motivering: str,
    regels: Sequence[UUID] | None,
    ingangsdatum: date | None,
    einddatum: date | None,
    teksten: Mapping[str, Any],
    vandaag: date,
) -> None:
    if onbekend := set(teksten) - set(TEKSTVELDEN):
        raise ValueError(f"Een besluit kent geen {', '.join(sorted(onbekend))}.")
    besluit.soort, besluit.motivering = soort, motivering
    for naam, waarde in teksten.items():
        setattr(besluit, naam, waarde)
    mogelijk = besluitregels(besluit.plan)
    gekozen = _kies(mogelijk, () if soort in _KENT_NIETS_TOE else regels)
    besluit.regels = [regel.pk for regel in gekozen]
    besluit.vorm = vorm_van(besluit.hulpvraag, gekozen or mogelijk)
    besluit.jaarkosten_cent = jaarkosten(gekozen) if soort in _KENT_TOE else 0
    besluit.ingangsdatum = ingangsdatum or min((r.van for r in gekozen), default=vandaag)
    einden = [r.tot for r in gekozen]
    besluit.einddatum = einddatum or (max(t for t in einden if t) if einden and all(einden) else None)
    if besluit.einddatum and besluit.einddatum < besluit.ingangsdatum:
        raise BesluitNietCompleet(_("De einddatum ligt voor de ingangsdatum. Pas een van beide aan."))
    besluit.onderbouwing = [*bouw(besluit.hulpvraag, besluit.aanvraag, besluit.plan, gekozen)]


def _kies(mogelijk: Sequence[Arrangementregel], ids: Sequence[UUID] | None) -> list[Arrangementregel]:
    if ids is None:
        return list(mogelijk)
    gekozen = [regel for regel in mogelijk if regel.pk in set(ids)]
    if len(gekozen) < len(set(ids)):
        raise BesluitNietCompleet(
            _(
                "Een van de gekozen onderdelen staat niet meer in het plan. Laad de pagina opnieuw en kies nog een keer."
            )
        )
    return gekozen


def _meld(h: Handeling, besluit: Besluit) -> None:
    h.over(besluit, dossier=besluit.hulpvraag)
    h.meld(
        nummer=besluit.nummer,
        soort=Besluit.Soort(besluit.soort).label,
        code=besluit.soort,
        vorm=besluit.vorm,
        jaarkosten_cent=besluit.jaarkosten_cent,
        onderdelen=len(besluit.regels),
    )
