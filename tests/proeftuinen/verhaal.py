"""Pilots for tests: a draft with everything on it, a registered one, and one with a file, a lesson and figures."""

from datetime import timedelta
from typing import Any

from tests.wijk import Wijk
from wijkspil.core.door import Door, Rol
from wijkspil.core.klok import vandaag
from wijkspil.proeftuinen.actions import (
    kijk_eerste_keer,
    maak_proeftuin,
    registreer_proeftuin,
    voeg_leermoment_toe,
    wijzig_proeftuin,
)
from wijkspil.proeftuinen.deelname import stap_in
from wijkspil.proeftuinen.models import Proeftuin
from wijkspil.proeftuinen.reeksen import neem_reeks_op
from wijkspil.toegang.models import Hulpvraag


def beleid(wijk: Wijk) -> Door:
    return wijk.als(wijk.met_rol(Rol.BELEID))


def proeftuin(wijk: Wijk, *, vastgelegd: bool = True, **anders: Any) -> Proeftuin:
    velden: dict[str, Any] = {
        "naam": "Van zorg naar werk",
        "vraag": "Komen mensen met dagbesteding vaker aan betaald werk?",
        "maatregel": "Een jobcoach op de dagbesteding",
        "doelgroep": "Mensen met dagbesteding die willen werken",
        "begint_op": vandaag() - timedelta(days=30),
        "uitkomsten": ["tevredenheid", "kosten", "duur"],
        "stopregel": "Stop als na een half jaar niemand een werkplek heeft",
        "vergelijking": "mensen",
        "vergelijkgroep": "Mensen met dagbesteding zonder jobcoach",
    }
    p = maak_proeftuin(door=beleid(wijk), **(velden | anders))
    return registreer_proeftuin(p, door=beleid(wijk)) if vastgelegd else p


def volle_proeftuin(wijk: Wijk, hulpvraag: Hulpvraag) -> Proeftuin:
    """With a file, a first look, an amendment after it, a lesson and figures of areas."""
    door = beleid(wijk)
    p = proeftuin(wijk, uitkomsten=["tevredenheid", "kosten", "duur", "clienten"], vergelijking="gebieden")
    stap_in(p, hulpvraag, door=wijk.als("Bram Peeters"))
    kijk_eerste_keer(p, door=door)
    wijzig_proeftuin(p, door=door, stopregel="Stop na een jaar", waarom="Een half jaar was te kort.")
    voeg_leermoment_toe(
        p, op=vandaag(), soort="bijeenkomst", wat="Werkgevers willen een vast gezicht.", door=door
    )
    punten = [
        {
            "gebied": f"Gebied {g}",
            "periode": str(jaar),
            "waarde": 100.0 + g + 3 * (jaar - 2022),
            "proef": g == 1,
        }
        for g in range(1, 6)
        for jaar in range(2022, 2028)
    ]
    neem_reeks_op(p, uitkomst="clienten", bron="Verzonnen reeks", punten=punten, door=door)
    return p
