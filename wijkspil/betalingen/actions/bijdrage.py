"""The file for the CAK: everything that differs from what was reported before. Made twice it holds nothing the second time."""

import csv
import io
from hashlib import sha256

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling, leg_inzage_vast, volgend_nummer

from ..models_bijdrage import Bijdragebestand, Bijdrageperiode

WIE = (Rol.BACKOFFICE,)
KOPPEN = ("bericht", "soort", "bsn", "begindatum", "einddatum", "was_begindatum", "was_einddatum", "kenmerk")


class BijdrageKanNiet(ValueError):
    """There is nothing to report."""


def maak_bijdragebestand(*, door: Door) -> Bijdragebestand:
    """Write down what must go to the CAK and mark it as reported. The lines carry a BSN: the CAK knows people by that number.

    The messages 405 and 407 themselves aren't in our sources; this list has what they ask for and is typed over or converted.

    Raises:
        BijdrageKanNiet: everything was reported.
    """
    door.eis(*WIE, om_te="de eigen bijdrage melden aan het CAK")
    if not Bijdrageperiode.objects.filter(te_melden=True).exists():
        raise BijdrageKanNiet("Alles is al gemeld. Er komt iets bij zodra hulp begint of stopt.")
    assert door.id is not None
    with handeling("bijdragebestand.gemaakt", door=door, doel="eigen bijdrage melden") as h:
        nummer = f"E{h.dag:%Y}-{volgend_nummer(f'bijdrage-{h.dag:%Y}'):05d}"
        rijen = list(
            Bijdrageperiode.objects.filter(te_melden=True)
            .select_related("inwoner")
            .order_by("uiterlijk", "pk")
        )
        inhoud = _csv(nummer, rijen)
        for r in rijen:
            leg_inzage_vast(
                door, doel="eigen bijdrage melden", grond="wettelijke taak", deel="eigen bijdrage", dossier_id=r.hulpvraag_id,
                inwoner_id=r.inwoner_id, actie="eigenbijdrage.gemeld",
            )  # fmt: skip
            r.gemeld_van, r.gemeld_tot, r.te_melden = (
                (None, None, False) if r.vervallen else (r.van, r.tot, False)
            )
            h.bewaar(r, "gemeld_van", "gemeld_tot", "te_melden")
        bestand = h.maak(
            Bijdragebestand(
                nummer=nummer,
                gemaakt_door_id=door.id,
                aantal=len(rijen),
                inhoud=inhoud,
                sha256=sha256(inhoud).hexdigest(),
            )
        )
        h.over(bestand)
        h.meld(nummer=nummer, aantal=len(rijen))
    return bestand


def _csv(nummer: str, rijen: list[Bijdrageperiode]) -> bytes:
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    for volg, r in enumerate(rijen, start=1):
        dagen = (r.van, r.tot, r.gemeld_van, r.gemeld_tot)
        schrijver.writerow(
            (
                r.bericht,
                r.melding,
                r.inwoner.bsn,
                *(d.isoformat() if d else "" for d in dagen),
                f"{nummer}-{volg:05d}",
            )
        )
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()
