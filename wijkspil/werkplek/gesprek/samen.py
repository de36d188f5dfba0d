"""Two people in one form: what did I change, what did the other change, and where do we really collide?

A page remembers a mark of every value that it showed (`basis`). When it comes back, a field counts as mine only when it differs
from that mark, so that a colleague's words in another field are never erased by a page that didn't show them. Only a field that
both changed is a collision, and then a person chooses.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.models import Gebeurtenis, GemeenteModel

Velden = Mapping[str, Any]


@dataclass(frozen=True)
class Samen:
    """`eigen`: what I changed and may be saved. `botsend`: what both changed. `van_ander`: what only the other changed."""

    eigen: dict[str, Any]
    botsend: tuple[str, ...]
    van_ander: tuple[str, ...]


def merk(waarde: Any) -> str:
    """A short mark of one value; line endings don't count, since browsers change them."""
    tekst = json.dumps(waarde, cls=DjangoJSONEncoder).replace("\\r\\n", "\\n")
    return blake2s(tekst.encode(), digest_size=6).hexdigest()


def basis_van(velden: Velden) -> str:
    """The marks of all values that a page shows, to be sent along with it."""
    return json.dumps({naam: merk(waarde) for naam, waarde in velden.items()}, separators=(",", ":"))


def lees_basis(tekst: str) -> dict[str, str]:
    """The marks that came back; without any, every difference counts as a change by both."""
    try:
        gelezen = json.loads(tekst or "{}")
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in gelezen.items()} if isinstance(gelezen, dict) else {}


def vergelijk(gestuurd: Velden, nu: Velden, basis: Mapping[str, str]) -> Samen:
    """Sort the fields of a form by who changed them."""
    eigen: dict[str, Any] = {}
    botsend, van_ander = [], []
    for naam, waarde in gestuurd.items():
        was = basis.get(naam)
        ik, ander = merk(waarde) != was, merk(nu[naam]) != was
        if merk(waarde) == merk(nu[naam]):
            continue
        if ik and ander:
            botsend.append(naam)
        elif ik:
            eigen[naam] = waarde
        else:
            van_ander.append(naam)
    return Samen(eigen, tuple(botsend), tuple(van_ander))


def basis_na(gestuurd: Velden, samen: Samen, nu: Velden, basis: Mapping[str, str]) -> str:
    """The marks after saving: what I see on my page is what I sent, except that it may lag behind a colleague."""
    oud = {naam: basis.get(naam, "") for naam in (*samen.botsend, *samen.van_ander)}
    return json.dumps(
        {naam: oud.get(naam) or merk(waarde) for naam, waarde in gestuurd.items()}, separators=(",", ":")
    )


def wie_het_laatst(rij: GemeenteModel, door: Door) -> dict[str, Any]:
    """Which other person changed a row last, and when, for the words above a collision; one query."""
    laatste = Gebeurtenis.objects.filter(onderwerp_id=rij.pk).exclude(door_id=door.id).order_by("-id").first()
    return {
        "wie": laatste.door_naam if laatste else _("Iemand"),
        "moment": laatste.moment if laatste else None,
    }
