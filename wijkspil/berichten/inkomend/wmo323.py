"""WMO323: a claim over one month. Taken in, judged line by line, and answered with a 325; paying is an act of a person."""

from typing import Any

from wijkspil.core.door import Door
from wijkspil.ondersteuning.actions import (
    DeclaratieKanNiet,
    Declaratielijn,
    beoordeel_declaratie,
    ontvang_declaratie,
)

from . import Afkeuring, Ontvangen, effect


@effect("WMO323")
def declaratie(o: Ontvangen) -> None:
    inhoud = o.gelezen.inhoud["Declaratie"]
    totaal = inhoud["TotaalIngediendBedrag"]
    try:
        ontvangen = ontvang_declaratie(
            o.aanbieder,
            nummer=inhoud["DeclaratieNummer"],
            periode=inhoud["DeclaratiePeriode"]["Begindatum"],
            dagtekening=inhoud["DeclaratieDagtekening"],
            ingediend_cent=_met_teken(totaal["TotaalBedrag"], totaal["DebetCredit"]),
            regels=[
                lijn(client["Bsn"], prestatie)
                for client in inhoud["Clienten"]["Client"]
                for prestatie in client["Prestaties"]["Prestatie"]
            ],
            door=o.door,
        )
    except DeclaratieKanNiet as fout:
        raise Afkeuring("Declaratie", fout.retourcode, str(fout)) from fout
    o.declaratie = beoordeel_declaratie(ontvangen, door=Door.systeem(o.door.gemeente_id, "Berichtenverkeer"))


def lijn(bsn: str, prestatie: dict[str, Any]) -> Declaratielijn:
    """One Prestatie in our own words."""
    referentie, periode, bedrag = (
        prestatie["ProductReferentie"],
        prestatie["ProductPeriode"],
        prestatie["IngediendBedrag"],
    )
    return Declaratielijn(
        referentie=referentie["ReferentieNummer"],
        vorige_referentie=referentie.get("VorigReferentieNummer", ""),
        is_credit=bedrag["DebetCredit"] == "C",
        bsn=bsn,
        toewijzing_nummer=prestatie["ToewijzingNummer"],
        productcode=prestatie["ProductCode"],
        categorie=prestatie["ProductCategorie"],
        van=periode["Begindatum"],
        tot=periode["Einddatum"],
        volume=prestatie["GeleverdVolume"],
        eenheid=prestatie["Eenheid"],
        tarief_cent=prestatie.get("ProductTarief"),
        cent=bedrag["Bedrag"],
    )


def _met_teken(cent: int, teken: str) -> int:
    return -cent if teken == "C" else cent
