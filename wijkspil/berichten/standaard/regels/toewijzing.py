"""Rules about assignments and requests for them."""

from __future__ import annotations

from collections.abc import Iterator

from wijkspil.berichten.standaard.regels.register import Deel, alle, regel

VERWIJDERD = "13"
_PERIODEN = (
    ("ToegewezenProduct", "Ingangsdatum", "Einddatum"),
    ("AangevraagdProduct", "ToewijzingIngangsdatum", "ToewijzingEinddatum"),
    ("TeWijzigenProduct", "GewensteIngangsdatum", "Einddatum"),
    ("NieuwProduct", "GewensteIngangsdatum", "Einddatum"),
    ("Periode", "Begindatum", "Einddatum"),
)


@regel("CS003", op="301 315 317", zegt="Een einddatum ligt vóór de begindatum van dezelfde periode.")
def einde_niet_voor_begin(inhoud: Deel) -> Iterator[str]:
    """An end date without a begin date fails too; that can only happen in the Periode of a Contact."""
    for klasse, begin, einde in _PERIODEN:
        for pad, deel in alle(inhoud, klasse):
            if einde in deel and (begin not in deel or deel[einde] < deel[begin]):
                yield f"{pad}/{einde}"


@regel("CS335", op="301", zegt="Een verwijderde toewijzing (reden 13) heeft dezelfde begin- en einddatum.")
def verwijderd_eindigt_op_de_begindatum(inhoud: Deel) -> Iterator[str]:
    """The text of the rule; the validation stylesheet 2.10.5 lets a missing end date pass."""
    for pad, product in alle(inhoud, "ToegewezenProduct"):
        if (
            product.get("RedenWijziging") == VERWIJDERD
            and product.get("Einddatum") != product["Ingangsdatum"]
        ):
            yield f"{pad}/Einddatum"


@regel("CS336", op="301", zegt="Reden wijziging 01 is vervallen.")
def reden_01_is_vervallen(inhoud: Deel) -> Iterator[str]:
    for pad, reden in alle(inhoud, "RedenWijziging"):
        if reden == "01":
            yield pad
