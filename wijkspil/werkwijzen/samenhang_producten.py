"""What must agree about the products: code and category, decision, payment, tariffs and what they point to."""

from collections.abc import Iterator
from datetime import date

from wijkspil.werkwijzen.assen import Bekostigingswijze, Besluitmoment, Rechtsvorm
from wijkspil.werkwijzen.basis import Wet
from wijkspil.werkwijzen.bevinding import Bevinding, bestaat, op_volgorde
from wijkspil.werkwijzen.catalogus import WMO_CATEGORIEEN, Per
from wijkspil.werkwijzen.lezen import Pad
from wijkspil.werkwijzen.werkwijze import Werkwijze

TREDEN = (
    "eigen_kracht",
    "gebruikelijke_hulp",
    "netwerk",
    "vrijwilliger",
    "algemene_voorziening",
    "collectieve_voorziening",
    "andere_wet",
    "eigen_traject",
    "maatwerk",
)
"""The rungs of `wijkspil.regels.ladder.Trede`, from light to heavy."""


_PER = {
    Bekostigingswijze.MAANDBEDRAG: {Per.MAAND},
    Bekostigingswijze.PERIODETARIEF: {Per.PERIODE},
    Bekostigingswijze.PXQ: {Per.MINUUT, Per.UUR, Per.DAGDEEL, Per.ETMAAL, Per.STUK},
}


def _producten(w: Werkwijze) -> Iterator[Bevinding]:
    for plek, product in enumerate(w.producten):
        pad: Pad = ("producten", plek)
        assen = w.assen_voor(product.code)
        if product.code[:2] != product.categorie:
            yield Bevinding(
                (*pad, "categorie"),
                f"code {product.code} begint niet met categorie {product.categorie}",
                f"categorie {product.code[:2]}, of een code die begint met {product.categorie}",
                "Maak code en categorie gelijk; berichten sturen ze samen mee.",
            )
        elif product.wet is Wet.WMO and product.categorie not in WMO_CATEGORIEEN:
            yield Bevinding(
                (*pad, "categorie"),
                f"{product.categorie} is geen Wmo-categorie",
                "01 tot en met 18 (codelijst WMO020)",
                "Kies een categorie uit de lijst.",
            )
        besluit_nodig = (
            assen.besluitvorm.wanneer is Besluitmoment.ALTIJD and product.rechtsvorm is Rechtsvorm.MAATWERK
        )
        if besluit_nodig == product.mag_zonder_besluit:
            yield Bevinding(
                (*pad, "mag_zonder_besluit"),
                f"mag_zonder_besluit is {'ja' if product.mag_zonder_besluit else 'nee'}, maar bij dit product is het"
                f" besluit `{assen.besluitvorm.wanneer}` en de rechtsvorm `{product.rechtsvorm}`",
                "nee" if besluit_nodig else "ja",
                "Verander dit antwoord, of de besluitvorm van dit product onder `afwijkend`.",
            )
        wijze = assen.bekostiging.keuze
        if wijze in _PER and product.rechtsvorm is Rechtsvorm.MAATWERK and not product.tarieven:
            yield Bevinding(
                (*pad, "tarieven"),
                f"geen tarief bij bekostiging `{wijze}`",
                "minstens één tarief; is het bedrag nog niet bekend, laat `bedrag` dan leeg",
                "Voeg een tarief toe.",
            )
        for t, tarief in enumerate(product.tarieven):
            if wijze in _PER and tarief.per not in _PER[wijze]:
                yield Bevinding(
                    (*pad, "tarieven", t, "per"),
                    f"een tarief per {tarief.per} bij bekostiging `{wijze}`",
                    " of ".join(sorted(_PER[wijze])),
                    "Verander `per`, of de bekostiging van dit product onder `afwijkend`.",
                )


def _tariefdagen(w: Werkwijze) -> Iterator[Bevinding]:
    for p, product in enumerate(w.producten):
        vorige: dict[str, date] = {}
        for t, tarief in enumerate(product.tarieven):
            pad = ("producten", p, "tarieven", t)
            yield from op_volgorde(tarief.vanaf, tarief.tot, (*pad, "tot"))
            if tarief.trap in vorige and tarief.vanaf <= vorige[tarief.trap]:
                yield Bevinding(
                    (*pad, "vanaf"),
                    f"een tarief vanaf {tarief.vanaf} na een tarief dat loopt tot of vanaf {vorige[tarief.trap]}",
                    "tarieven van dezelfde trap van oud naar nieuw, zonder overlap",
                    "Zet het oudste tarief bovenaan en laat het eindigen voor het volgende begint.",
                )
            vorige[tarief.trap] = tarief.tot or tarief.vanaf


def _verwijzingen(w: Werkwijze) -> Iterator[Bevinding]:
    kaders = {k.sleutel for k in w.normenkaders}
    for p, product in enumerate(w.producten):
        yield from bestaat(product.trede, TREDEN, ("producten", p, "trede"), "een trede van de ladder")
        for k, kader in enumerate(product.normenkaders):
            yield from bestaat(
                kader, kaders, ("producten", p, "normenkaders", k), "een normenkader uit `normenkaders`"
            )


PRODUCTCONTROLES = (_producten, _tariefdagen, _verwijzingen)
