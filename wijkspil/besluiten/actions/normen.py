"""Calculating the hours behind a line by two norm sets, and keeping who was asked about a set."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels.normen import kaders
from wijkspil.toegang.models import Hulpvraag

from ..access import medewerker_van
from ..models import Normberekening, Normraadpleging
from ..normen import bevroren, bevroren_verschil, kaders_voor, uitgerekend

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


class NormNietMogelijk(ValueError):
    """Nothing can be calculated or recorded like this; the message says why and what can be done."""


def bereken_uren(
    hulpvraag: Hulpvraag, regel: Arrangementregel, *, invoer: Mapping[str, Any], door: Door
) -> Normberekening:
    """Calculate the hours of a line by the leading norm set, and by the one that runs along. An earlier calculation stays.

    Args:
        invoer: `activiteiten` {code: {keer, wie}}, `gebieden` {code: times}, `factoren` {code: number}, `personen`.

    Raises:
        NormNietMogelijk: the product has no norm set, or nothing was filled in.
    """
    door.eis(*WIE, om_te="uren berekenen")
    keuze = kaders_voor(hulpvraag, regel)
    if keuze is None:
        raise NormNietMogelijk(
            _(
                "Voor deze voorziening noemt de werkwijze geen normenkader waarmee wij kunnen rekenen. Vul de minuten zelf in."
            )
        )
    uitkomsten, verschillen = uitgerekend(keuze, invoer)
    eerste, tweede = uitkomsten[0], uitkomsten[1] if len(uitkomsten) > 1 else None
    if not any(u.regels for u in uitkomsten):
        raise NormNietMogelijk(
            _("Er is nog niets dat de hulp overneemt. Kies wat er gebeurt, hoe vaak en door wie.")
        )
    with handeling(
        "uren.berekend", door=door, doel="uren berekenen", grond="CRvB 2018:3241 en 2018:3835"
    ) as h:
        berekening = h.maak(
            Normberekening(
                hulpvraag=hulpvraag,
                regel=regel,
                op=h.dag,
                invoer=dict(invoer),
                leidend=eerste.kader,
                leidend_minuten=eerste.minuten,
                schaduw=tweede.kader if tweede else "",
                schaduw_minuten=tweede.minuten if tweede else None,
                uitkomsten=[bevroren(u) for u in uitkomsten],
                verschillen=[bevroren_verschil(v) for v in verschillen],
                compleet=all(u.compleet for u in uitkomsten),
                zekerheid=eerste.zekerheid.value,
                gemaakt_door_id=medewerker_van(door),
            )
        )
        h.over(berekening, dossier=hulpvraag)
        h.meld(
            wat=regel.wat,
            product=regel.product.code if regel.product else "",
            leidend=eerste.kader,
            leidend_minuten=eerste.minuten,
            schaduw=tweede.kader if tweede else "",
            schaduw_minuten=tweede.minuten if tweede else None,
            zekerheid=eerste.zekerheid.value,
        )
    return berekening


def leg_raadpleging_vast(
    *, kader: str, versie: str, groep: str, wie: str, op: date, reactie: str, door: Door, verwerkt: str = ""
) -> Normraadpleging:
    """Keep who was consulted on which version of a norm set, what they said and what was done with it (H22)."""
    door.eis(Rol.BELEID, Rol.CONTRACTBEHEER, Rol.FUNCTIONEEL_BEHEER, om_te="een raadpleging vastleggen")
    if kader not in kaders():
        raise NormNietMogelijk(_("Kies een van de normenkaders uit de lijst."))
    if groep not in Normraadpleging.Groep.values:
        raise NormNietMogelijk(_("Kies welke groep u sprak."))
    if not wie.strip() or not reactie.strip() or not versie.strip():
        raise NormNietMogelijk(_("Schrijf wie u sprak, over welke versie, en wat die ervan vond."))
    with handeling("norm.geraadpleegd", door=door, doel="raadpleging vastleggen") as h:
        if op > h.dag:
            raise NormNietMogelijk(
                _("Deze dag ligt in de toekomst. Leg het gesprek vast als het is geweest.")
            )
        raadpleging = h.maak(
            Normraadpleging(
                kader=kader,
                versie=versie.strip(),
                groep=groep,
                wie=wie.strip(),
                op=op,
                reactie=reactie.strip(),
                verwerkt=verwerkt.strip(),
            )
        )
        h.over(raadpleging)
        h.meld(dag=op, kader=kader, versie=versie.strip(), groep=raadpleging.get_groep_display())
    return raadpleging
