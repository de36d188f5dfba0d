"""WMO305 and WMO307: help really started or stopped. Deletions first, then what is new (CS058, IV008)."""

from typing import Any

from wijkspil.ondersteuning.actions import (
    LeveringKanNiet,
    neem_start_terug,
    neem_stop_terug,
    start_levering,
    stop_levering,
)
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.reacties import MEE

from . import Afkeuring, Ontvangen, effect

VERWIJDER = "3"


@effect("WMO305")
def start(o: Ontvangen) -> None:
    for pad, product, toewijzing in _producten(o, "StartProducten", "StartProduct"):
        with _als_afkeuring(pad):
            if product["StatusAanlevering"] == VERWIJDER:
                neem_start_terug(toewijzing, op=product["Begindatum"], door=o.door)
            else:
                start_levering(toewijzing, op=product["Begindatum"], door=o.door)


@effect("WMO307")
def stop(o: Ontvangen) -> None:
    for pad, product, toewijzing in _producten(o, "StopProducten", "StopProduct"):
        begon, op, reden = product["Begindatum"], product["Einddatum"], product["RedenBeeindiging"]
        with _als_afkeuring(pad):
            if product["StatusAanlevering"] == VERWIJDER:
                neem_stop_terug(toewijzing, begon=begon, op=op, reden=reden, door=o.door)
                continue
            laatste = toewijzing.leveringen.order_by("-gestart_op").first()
            if laatste is None or laatste.gestart_op != begon:
                raise Afkeuring(pad, "9069", f"Er is geen lopende hulp die op {begon:%d-%m-%Y} begon.")
            stop_levering(toewijzing, op=op, reden=reden, door=o.door)


class _als_afkeuring:
    """Turn a refusal of the action into a rejection of the class with the return code of its rule."""

    def __init__(self, pad: str) -> None:
        self.pad = pad

    def __enter__(self) -> None: ...

    def __exit__(self, _soort: object, fout: BaseException | None, _spoor: object) -> None:
        if isinstance(fout, LeveringKanNiet):
            raise Afkeuring(self.pad, fout.retourcode, str(fout)) from fout


def _producten(o: Ontvangen, groep: str, naam: str) -> list[tuple[str, dict[str, Any], Toewijzing]]:
    """Each product with its path and assignment, the deletions first.

    Raises:
        Afkeuring: no such assignment for this client with this provider (TR019), or another product than was assigned.
    """
    client = o.gelezen.inhoud["Client"]
    producten = client[groep][naam]
    bekend = {
        t.nummer: t
        for t in Toewijzing.objects.filter(
            aanbieder=o.aanbieder,
            inwoner__bsn=client["Bsn"],
            nummer__in=[p.get("ToewijzingNummer") or 0 for p in producten],
        )
        .select_related(*MEE)
        .select_for_update(of=("self",))
        .order_by("nummer")
    }
    gevonden = []
    for plaats, product in enumerate(producten, start=1):
        pad = f"Client/{groep}/{naam}[{plaats}]"
        toewijzing = bekend.get(product.get("ToewijzingNummer") or 0)
        if toewijzing is None:
            raise Afkeuring(
                pad, "9019", "Bij dit nummer is voor deze inwoner en aanbieder geen toewijzing bekend."
            )
        code = (product.get("Product") or {}).get("Code")
        if code and code != toewijzing.product.code:
            raise Afkeuring(pad, "9019", f"Toewijzing {toewijzing.nummer} is voor een ander product.")
        gevonden.append((pad, product, toewijzing))
    for _pad, _product, toewijzing in gevonden[:1]:
        o.bericht.hulpvraag_id = toewijzing.hulpvraag_id
    return sorted(gevonden, key=lambda deel: deel[1]["StatusAanlevering"] != VERWIJDER)
