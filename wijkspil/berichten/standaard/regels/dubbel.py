"""Rules against saying the same thing twice in one message."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel, voor_alle, zoek

_LEVERING = ("ToewijzingNummer", "Product/Categorie", "Product/Code", "Begindatum")
SLEUTELS = {
    "Contact": ("Soort",),
    "Relatie": ("Nummer",),
    "ToegewezenProduct": ("ToewijzingNummer",),
    "StartProduct": _LEVERING,
    "StopProduct": (*_LEVERING, "RedenBeeindiging", "Einddatum"),
    "AangevraagdProduct": ("ReferentieAanbieder",),
    "OngewijzigdProduct": ("ToewijzingNummer",),
    "TeWijzigenProduct": ("ToewijzingNummer",),
    "NieuwProduct": ("GewensteIngangsdatum", "Product/Categorie", "Product/Code"),
    "Client": ("Bsn",),
    "Prestatie": ("ProductReferentie/ReferentieNummer", "ProductReferentie/VorigReferentieNummer"),
}
"""The logical key of each class that can repeat; a part that is absent equals a part that is absent."""

_HOUDERS = {
    "Contactgegevens": "Contact",
    "Relaties": "Relatie",
    "ToegewezenProducten": "ToegewezenProduct",
    "StartProducten": "StartProduct",
    "StopProducten": "StopProduct",
    "AangevraagdeProducten": "AangevraagdProduct",
    "OngewijzigdeProducten": "OngewijzigdProduct",
    "TeWijzigenProducten": "TeWijzigenProduct",
    "NieuweProducten": "NieuwProduct",
    "Clienten": "Client",
    "Prestaties": "Prestatie",
}


def groepen(rij: Iterable[tuple[str, Hashable]]) -> list[list[str]]:
    """Put the places with an equal key together; gives only groups of two and more."""
    per_sleutel: dict[Hashable, list[str]] = {}
    for pad, sleutel in rij:
        per_sleutel.setdefault(sleutel, []).append(pad)
    return [paden for paden in per_sleutel.values() if len(paden) > 1]


def logische_sleutel(klasse: str, deel: Deel) -> tuple[Hashable, ...]:
    """The values by which the standard recognises one StartProduct, one Prestatie and so on."""
    return tuple(zoek(deel, pad) for pad in SLEUTELS[klasse])


@regel(
    "TR101",
    bij=_HOUDERS,
    op="301 305 307 315 317 323 325",
    zegt="Dit staat er meer dan eens: twee delen van het bericht hebben dezelfde sleutel.",
)
def niets_twee_keer(houder: Deel, veld: str) -> Uitkomst:
    """One error per group of equals, at the first of them."""
    delen = houder[veld]
    if len(delen) == 1:
        return None
    sleutels = ((f"{veld}[{n}]", logische_sleutel(veld, deel)) for n, deel in enumerate(delen, start=1))
    return voor_alle([paden[0] for paden in groepen(sleutels)])


@regel(
    "TR383",
    bij="AangevraagdeProducten",
    op="315",
    zegt="Elk aangevraagd product heeft een eigen referentie van de aanbieder.",
)
def eigen_referentie_per_verzoek(houder: Deel) -> Uitkomst:
    """Breaks TR101 as well: the reference is the key."""
    referenties = (
        (f"AangevraagdProduct[{n}]/ReferentieAanbieder", product["ReferentieAanbieder"])
        for n, product in enumerate(houder["AangevraagdProduct"], start=1)
    )
    return voor_alle([paden[0] for paden in groepen(referenties)])
