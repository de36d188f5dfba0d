"""Reading plans back by sample: drawn from a seed, read against a short list, shown with its outcome (C15)."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels.steekproef import trek

from ..models import Plantoets, Planversie, Steekproef

WIE = (Rol.TEAMLEIDER,)
PUNTEN: dict[str, str | Promise] = {
    "eigen_woorden": _l("De doelen staan in de woorden van de inwoner."),
    "meetbaar": _l("Bij elk doel is later te zien of het is gehaald."),
    "eigen_kracht": _l("Eigen kracht, netwerk en buurt zijn echt bekeken."),
    "passend": _l("De hulp past bij het doel en is niet zwaarder dan nodig."),
    "afspraken": _l("Wie wat doet, hoe vaak en tot wanneer is duidelijk."),
    "terugkijken": _l("Er is een dag om terug te kijken en iemand die het plan bij elkaar houdt."),
    "besluit": _l("Als er een besluit is: de redenen volgen uit het onderzoek en zijn te begrijpen."),
}
OORDELEN: dict[str, str | Promise] = {
    "ja": _l("ja"),
    "deels": _l("deels"),
    "nee": _l("nee"),
    "nvt": _l("niet van toepassing"),
}


def trek_steekproef(*, van: date, tot: date, zaad: str, aantal: int, door: Door) -> Steekproef:
    """Draw from the plans that were fixed in a period, both days included.

    Raises:
        ValueError: the period is turned round, no seed, or there was nothing to draw from.
    """
    door.eis(*WIE, om_te=_("een steekproef trekken"))
    if tot < van:
        raise ValueError(_("De laatste dag ligt voor de eerste. Pas een van de twee aan."))
    if not zaad.strip():
        raise ValueError(_("Geef een woord of getal op waarmee de steekproef is na te trekken."))
    sleutels = [
        str(pk) for pk in Planversie.objects.filter(op__range=(van, tot)).values_list("pk", flat=True)
    ]
    if not sleutels:
        raise ValueError(_("In deze periode is geen plan vastgesteld. Kies een langere periode."))
    with handeling("steekproef.getrokken", door=door, doel="kwaliteit van plannen") as h:
        gekozen = trek(sleutels, zaad.strip(), aantal)
        proef = h.maak(Steekproef(van=van, tot=tot, zaad=zaad.strip(), gevraagd=aantal, uit=len(sleutels)))
        h.maak_veel(
            [Plantoets(steekproef=proef, versie_id=pk, plek=plek) for plek, pk in enumerate(gekozen, start=1)]
        )
        h.over(proef)
        h.meld(aantal=len(gekozen), uit=len(sleutels), van=van, tot=tot)
    return proef


def lees_plan_na(toets: Plantoets, *, punten: Mapping[str, str], opmerking: str, door: Door) -> Plantoets:
    """Record what a colleague found; it can be changed later, the event stays.

    Raises:
        ValueError: a point without an answer, or the reader directs this plan.
        Botsing: somebody else read the same plan meanwhile.
    """
    door.eis(*WIE, om_te=_("plannen nalezen"))
    if set(punten) != set(PUNTEN) or not set(punten.values()) <= set(OORDELEN):
        raise ValueError(_("Kies bij elk punt: ja, deels, nee of niet van toepassing."))
    plan = toets.versie.plan
    if door.id is not None and door.id in (plan.regisseur_id, plan.hulpvraag.behandelaar_id):
        raise ValueError(_("Dit is uw eigen plan. Laat een collega het nalezen."))
    with handeling("plan.nagelezen", door=door, doel="kwaliteit van plannen", grond="steekproef") as h:
        toets.punten, toets.opmerking = dict(punten), opmerking.strip()
        toets.beoordeeld_op, toets.beoordeeld_door = h.dag, door.naam
        h.bewaar(toets, "punten", "opmerking", "beoordeeld_op", "beoordeeld_door")
        h.over(toets, dossier=plan.hulpvraag_id, inwoner=plan.inwoner_id)
        h.meld(punten=dict(punten), plek=toets.plek)
    return toets


def uitslag(toetsen: list[Plantoets]) -> list[dict[str, object]]:
    """How often each point was found, over what was read; None as share when nobody answered it."""
    gelezen = [t for t in toetsen if t.beoordeeld_op]
    rijen: list[dict[str, object]] = []
    for punt, label in PUNTEN.items():
        telling = Counter(t.punten.get(punt) for t in gelezen)
        telt = telling["ja"] + telling["deels"] + telling["nee"]
        rijen.append(
            {
                "label": label, "ja": telling["ja"], "deels": telling["deels"], "nee": telling["nee"],
                "nvt": telling["nvt"], "deel": round(100 * telling["ja"] / telt) if telt else None,
            }
        )  # fmt: skip
    return rijen
