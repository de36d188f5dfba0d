"""Ways on beside ordinary help: beginning one with everything that must be known, and ending it (J3, J5, B33, B34)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling
from wijkspil.regels import vervolgwegen as regels
from wijkspil.toegang.models import Hulpvraag

from ..fouten import PlanNietCompleet
from ..models import Planmoment, Vervolgweg
from .plan import WIE

Soort, Status = Vervolgweg.Soort, Vervolgweg.Status


def begin_vervolgweg(
    hulpvraag: Hulpvraag,
    *,
    soort: str,
    reden: str,
    doeldag: date,
    feiten: Mapping[str, Any],
    door: Door,
    inwoner_zegt: str = "",
    momenten: Mapping[date, str] | None = None,
) -> Vervolgweg:
    """Begin a way on. What must be known is checked by the rules; its moments stand on a list at once.

    Args:
        feiten: what this kind must hold, see `regels.vervolgwegen.ontbreekt`.
        momenten: days with what must be ready then; None: one moment on `doeldag`.

    Raises:
        PlanNietCompleet: something is missing, or this way runs already.
    """
    door.eis(*WIE, om_te=_("een vervolg afspreken"))
    soort = Soort(soort)
    with handeling("vervolgweg.begonnen", door=door, doel="vervolg afspreken") as h:
        mist = regels.ontbreekt(soort, reden=reden, feiten=feiten, vandaag=h.dag, doeldag=doeldag)
        if lopende_weg(hulpvraag, soort) is not None:
            mist.append(_("Deze weg loopt al. Rond die eerst af."))
        if mist:
            raise PlanNietCompleet(_("Het vervolg kan nog niet beginnen."), mist)
        weg = h.maak(
            Vervolgweg(
                hulpvraag=hulpvraag, inwoner_id=hulpvraag.inwoner_id, soort=soort, van=h.dag, doeldag=doeldag,
                reden=reden.strip(), inwoner_zegt=inwoner_zegt.strip(), feiten=dict(feiten),
            )
        )  # fmt: skip
        moment_soort = (
            Planmoment.Soort.TERUGKIJKEN
            if soort in (Soort.NIETS_DOEN, Soort.RUST)
            else Planmoment.Soort.OVERGANG
        )
        h.maak_veel(
            [
                Planmoment(
                    hulpvraag=hulpvraag, inwoner_id=hulpvraag.inwoner_id, soort=moment_soort, op=max(dag, h.dag),
                    wat=wat[:200], medewerker_id=hulpvraag.behandelaar_id,
                )
                for dag, wat in sorted((momenten or {doeldag: str(weg.get_soort_display())}).items())
            ]
        )  # fmt: skip
        h.over(weg, dossier=hulpvraag)
        h.meld(woord=weg.get_soort_display(), soort=soort, doeldag=doeldag, **_cijfers(feiten))
    return weg


def rond_vervolgweg_af(weg: Vervolgweg, *, afloop: str, terug: bool, door: Door) -> Vervolgweg:
    """End a way: arranged, or turned back. Its open moments lapse.

    Raises:
        ValueError: it ended already, or no words on how it went.
        Botsing: a colleague ended it meanwhile.
    """
    door.eis(*WIE, om_te=_("een vervolg afronden"))
    if weg.status != Status.LOOPT:
        raise ValueError(_("Deze weg is al afgerond."))
    if not afloop.strip():
        raise ValueError(_("Schrijf in een zin hoe het afliep; dat helpt wie het later leest."))
    with handeling("vervolgweg.afgerond", door=door, doel="vervolg afronden") as h:
        weg.status, weg.klaar_op, weg.afloop = (
            (Status.TERUG if terug else Status.AFGEROND),
            h.dag,
            afloop.strip(),
        )
        h.bewaar(weg, "status", "klaar_op", "afloop")
        soorten = (Planmoment.Soort.TERUGKIJKEN, Planmoment.Soort.OVERGANG)
        for moment in Planmoment.objects.filter(
            hulpvraag_id=weg.hulpvraag_id, status=Planmoment.Status.OPEN, soort__in=soorten
        ):
            moment.status = Planmoment.Status.VERVALLEN
            h.bewaar(moment, "status")
        h.over(weg, dossier=weg.hulpvraag)
        h.meld(
            woord=capfirst(str(weg.get_soort_display())), soort=weg.soort, afloop=weg.get_status_display(),
            terug=terug, dagen=(h.dag - weg.van).days,
        )  # fmt: skip
    return weg


def meld_overlast(hulpvraag: Hulpvraag, *, wat: str, ernstig: bool, door: Door) -> None:
    """Note that neighbours suffer after we agreed to do nothing. Only real nuisance or danger brings the question back (J5).

    Raises:
        ValueError: nothing was written down.
    """
    door.eis(*WIE, om_te=_("een melding van overlast opnemen"))
    if not wat.strip():
        raise ValueError(_("Schrijf op wat er is gezien of gehoord, zonder wie het meldde."))
    with handeling("overlast.gemeld", door=door, doel="overlast beoordelen", grond="vangnet") as h:
        h.over(hulpvraag)
        h.meld(
            vervolg=_("de vraag komt terug")
            if ernstig
            else _("we laten het zo en kijken op de afgesproken dag"),
            ernstig=ernstig,
        )


def lopende_weg(hulpvraag: Hulpvraag, soort: str) -> Vervolgweg | None:
    """The way of this kind that runs; one query."""
    return Vervolgweg.objects.filter(hulpvraag=hulpvraag, soort=soort, status=Status.LOOPT).first()


def _cijfers(feiten: Mapping[str, Any]) -> dict[str, Any]:
    """What may be counted later: how many providers stay or change, never who."""
    aanbieders = feiten.get("aanbieders")
    if not isinstance(aanbieders, Mapping):
        return {}
    stand = regels.continuiteit(aanbieders)
    return {"blijft": len(stand.blijft), "wisselt": len(stand.wisselt), "onbekend": len(stand.onbekend)}
