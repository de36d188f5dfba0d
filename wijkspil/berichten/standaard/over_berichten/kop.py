"""Rules about the header that need more than the message."""

from __future__ import annotations

from wijkspil.berichten.standaard.over_berichten.register import Deel, Zicht, over

HEEN = "301 305 307 315 317 319 323 325"


@over(
    "TR056",
    "9056",
    bij="Header",
    op=HEEN,
    zegt="De identificatie is al gebruikt voor een ander bericht van deze afzender.",
)
def identificatie_is_nieuw(kop: Deel, z: Zicht) -> bool:
    return (z.bericht, kop["BerichtIdentificatie"]["Identificatie"]) not in z.stand.identificaties


@over("TR135", "8848", bij="Header", op=HEEN, niveau=4, zegt="De dagtekening ligt in de toekomst.")
def dagtekening_niet_in_de_toekomst(kop: Deel, z: Zicht) -> bool:
    return z.dagtekening <= z.stand.vandaag


@over(
    "TR378",
    "S300",
    bij="Header",
    op=HEEN,
    niveau=4,
    zegt="De gemeentecode staat niet in de lijst van het CBS.",
)
def gemeente_bestaat(kop: Deel, z: Zicht) -> bool:
    code = kop["Afzender"] if z.bericht in ("WMO301", "WMO319", "WMO325") else kop["Ontvanger"]
    return z.stand.gemeenten is None or code in z.stand.gemeenten
