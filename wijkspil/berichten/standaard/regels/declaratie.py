"""Rules about claims. Amounts are in euro cents."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from wijkspil.berichten.standaard.regels.dubbel import groepen
from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel, voor_alle

EUROS = "83"
DEBET, CREDIT = "D", "C"
BEWAARJAREN = 5


def prestaties(declaratie: Deel) -> Iterator[tuple[str, Deel]]:
    """All lines of a claim or of its answer with their place in it, over all clients."""
    for c, client in enumerate(declaratie.get("Clienten", {}).get("Client", ()), start=1):
        for p, prestatie in enumerate(client["Prestaties"]["Prestatie"], start=1):
            yield f"Clienten/Client[{c}]/Prestaties/Prestatie[{p}]", prestatie


def saldo(bedrag: Deel, veld: str = "Bedrag") -> int:
    """An amount with its sign: credit counts negative."""
    cent: int = bedrag[veld]
    return cent if bedrag["DebetCredit"] == DEBET else -cent


@regel(
    "CD060",
    bij="Prestatie",
    op="323 325",
    zegt="Een creditregel noemt het nummer van de regel die teruggaat; een debetregel noemt er geen.",
)
def credit_noemt_de_vorige_regel(prestatie: Deel) -> Uitkomst:
    credit = prestatie["IngediendBedrag"]["DebetCredit"] == CREDIT
    return (
        None
        if credit == ("VorigReferentieNummer" in prestatie["ProductReferentie"])
        else "IngediendBedrag/DebetCredit"
    )


@regel("CD087", bij="Prestatie", op="323", zegt="Een tarief hoort bij elke eenheid behalve 83 (euro's).")
def tarief_behalve_bij_euros(prestatie: Deel) -> Uitkomst:
    return None if (prestatie["Eenheid"] != EUROS) == ("ProductTarief" in prestatie) else "Eenheid"


@regel(
    "CS325",
    bij={
        "TotaalIngediendBedrag": "TotaalBedrag",
        "TotaalToegekendBedrag": "TotaalBedrag",
        "IngediendBedrag": "Bedrag",
    },
    op="323 325",
    zegt="Een bedrag van nul is altijd debet (D).",
)
def nul_is_debet(bedrag: Deel, veld: str) -> Uitkomst:
    return "DebetCredit" if bedrag[veld] == 0 and bedrag["DebetCredit"] != DEBET else None


@regel(
    "CS339",
    bij="Prestatie",
    op="323",
    zegt="Bij eenheid 83 (euro's) is het ingediende bedrag gelijk aan het geleverde volume.",
)
def volume_in_euros_is_het_bedrag(prestatie: Deel) -> Uitkomst:
    in_euros = prestatie["Eenheid"] == EUROS
    return (
        "IngediendBedrag"
        if in_euros and prestatie["IngediendBedrag"]["Bedrag"] != prestatie["GeleverdVolume"]
        else None
    )


@regel(
    "TR319",
    bij="Declaratie",
    op="323",
    niveau=3,
    retourcode="9319",
    zegt="De productperiode ligt na de declaratieperiode.",
)
def productperiode_niet_na_declaratieperiode(declaratie: Deel) -> Uitkomst:
    """Level 3 in the list of rules; the official check of the contents reports it all the same, begin and end apart."""
    laatste = declaratie["DeclaratiePeriode"]["Einddatum"]
    return voor_alle(
        [
            f"{pad}/ProductPeriode/{veld}"
            for pad, prestatie in prestaties(declaratie)
            for veld in ("Begindatum", "Einddatum")
            if prestatie["ProductPeriode"][veld] > laatste
        ]
    )


@regel(
    "TR335",
    bij="Declaratie",
    op="323",
    zegt="Een prestatie is langer dan vijf jaar vóór de dagtekening van de declaratie geëindigd.",
)
def prestatie_niet_ouder_dan_vijf_jaar(declaratie: Deel) -> Uitkomst:
    dag: date = declaratie["DeclaratieDagtekening"]
    jaar = dag.year - BEWAARJAREN
    if jaar < 1:
        return None
    grens = date(jaar, dag.month, min(dag.day, monthrange(jaar, dag.month)[1]))
    return voor_alle(
        [
            f"{pad}/ProductPeriode/Einddatum"
            for pad, prestatie in prestaties(declaratie)
            if prestatie["ProductPeriode"]["Einddatum"] < grens
        ]
    )


@regel(
    "TR358",
    bij="Declaratie",
    op="323",
    zegt="Het totaalbedrag is niet de som van de regels (debet min credit).",
)
def totaal_is_de_som(declaratie: Deel) -> Uitkomst:
    som = sum(saldo(prestatie["IngediendBedrag"]) for _, prestatie in prestaties(declaratie))
    klopt = som == saldo(declaratie["TotaalIngediendBedrag"], "TotaalBedrag")
    return None if klopt else "TotaalIngediendBedrag/TotaalBedrag"


@regel(
    "TR315",
    bij="Declaratie",
    op="323",
    zegt="Een eerdere regel wordt in dit bericht meer dan eens teruggegeven.",
)
def een_keer_crediteren_per_bericht(declaratie: Deel) -> Uitkomst:
    vorige = [
        (pad, prestatie["ProductReferentie"].get("VorigReferentieNummer"))
        for pad, prestatie in prestaties(declaratie)
    ]
    return voor_alle(
        [
            f"{paden[0]}/ProductReferentie/VorigReferentieNummer"
            for paden in groepen((p, v) for p, v in vorige if v is not None)
        ]
    )


@regel(
    "TR316",
    bij="Declaratie",
    op="323",
    zegt="Een regel wordt gecrediteerd in het bericht waarin hij zelf staat.",
)
def niet_crediteren_wat_er_zelf_in_staat(declaratie: Deel) -> Uitkomst:
    eigen = {prestatie["ProductReferentie"]["ReferentieNummer"] for _, prestatie in prestaties(declaratie)}
    return voor_alle(
        [
            f"{pad}/ProductReferentie/VorigReferentieNummer"
            for pad, prestatie in prestaties(declaratie)
            if prestatie["ProductReferentie"].get("VorigReferentieNummer") in eigen
        ]
    )


@regel(
    "TR416",
    bij="Prestaties",
    op="323",
    zegt="Twee debetregels gaan over dezelfde toewijzing, hetzelfde product en dezelfde productperiode.",
)
def een_debetregel_per_product_en_periode(groep: Deel) -> Uitkomst:
    return voor_alle(
        [
            paden[0]
            for paden in groepen(
                (
                    f"Prestatie[{nummer}]",
                    (
                        prestatie["ToewijzingNummer"],
                        prestatie["ProductPeriode"]["Begindatum"],
                        prestatie["ProductPeriode"]["Einddatum"],
                        prestatie["ProductCategorie"],
                        prestatie["ProductCode"],
                    ),
                )
                for nummer, prestatie in enumerate(groep["Prestatie"], start=1)
                if prestatie["IngediendBedrag"]["DebetCredit"] == DEBET
            )
        ]
    )
