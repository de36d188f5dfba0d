"""A life event is looked at by a person: what does it mean for the help? Taking over the data is a choice, not a side effect."""

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.inwoners.actions import wijzig_inwoner

from .models import Levensgebeurtenis

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


def bekijk_levensgebeurtenis(
    taak: Levensgebeurtenis, *, gedaan: str, neem_over: bool, door: Door
) -> Levensgebeurtenis:
    """Close the task with what was done; `neem_over` puts the new address or the day of death on the resident.

    Raises:
        Botsing: somebody else closed it or changed the resident meanwhile.
    """
    door.eis(*WIE, om_te="een levensgebeurtenis bekijken")
    if neem_over:
        velden = _velden(taak)
        if velden:
            wijzig_inwoner(taak.inwoner, door=door, **velden)
    with handeling("levensgebeurtenis.bekeken", door=door, doel="levensgebeurtenis bekijken") as h:
        taak.status, taak.gedaan_op, taak.gedaan = Levensgebeurtenis.Status.GEDAAN, h.dag, gedaan
        h.bewaar(taak, "status", "gedaan_op", "gedaan")
        h.over(taak, dossier=taak.hulpvraag)
        h.meld(soort=taak.get_soort_display(), code=taak.soort, overgenomen=neem_over)
    return taak


def over_te_nemen(taak: Levensgebeurtenis) -> bool:
    """Whether the message holds something that the resident's own data don't have yet."""
    return any(getattr(taak.inwoner, naam) != waarde for naam, waarde in _velden(taak).items())


def _velden(taak: Levensgebeurtenis) -> dict[str, object]:
    if taak.soort == Levensgebeurtenis.Soort.VERHUIZING:
        return dict(taak.gegevens)
    if taak.soort == Levensgebeurtenis.Soort.OVERLIJDEN and taak.hulpvraag.inwoner_id == taak.inwoner_id:
        return {"overleden_op": taak.dag}
    return {}
