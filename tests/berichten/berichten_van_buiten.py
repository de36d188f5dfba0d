"""Messages as a provider would send them, for tests that need one at a time."""

from datetime import date, timedelta
from typing import Any

from wijkspil.berichten.standaard import bouw
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.models import Toewijzing


def regie_bericht(soort: str, t: Toewijzing, nummer: object, velden: dict[str, Any], **kop: Any) -> bytes:
    """A 305 or 307 about one assignment."""
    wat = {"WMO305": "Start", "WMO307": "Stop"}[soort]
    assert t.aanbieder is not None
    product = {
        "ToewijzingNummer": t.nummer,
        "Product": {"Categorie": t.product.categorie, "Code": t.product.code},
    }
    header = {
        "Afzender": t.aanbieder.agb,
        "Ontvanger": f"{t.gemeente_id:04d}",
        "BerichtIdentificatie": {"Identificatie": f"X{nummer}", "Dagtekening": vandaag()},
    }
    client = {
        "Bsn": t.inwoner.bsn,
        "Geboortedatum": {"Datum": t.inwoner.geboortedatum or date(1900, 1, 1)},
        "Geslacht": t.inwoner.geslacht,
        "Naam": {"Geslachtsnaam": {"Achternaam": t.inwoner.achternaam}},
        f"{wat}Producten": {f"{wat}Product": [product | {"StatusAanlevering": "1"} | velden]},
    }
    return bouw(soort, {"Header": header | kop, "Client": client})


def start_bericht(t: Toewijzing, nummer: object, op: date | None = None, **anders: Any) -> bytes:
    return regie_bericht("WMO305", t, nummer, {"Begindatum": op or t.ingang} | anders)


def stop_bericht(
    t: Toewijzing, nummer: object, begon: date, op: date, reden: str = "19", **anders: Any
) -> bytes:
    return regie_bericht(
        "WMO307", t, nummer, {"Begindatum": begon, "Einddatum": op, "RedenBeeindiging": reden} | anders
    )


def declaratie_bericht(
    t: Toewijzing, nummer: object, *, cent: int, volume: int, van: date, tot: date, **anders: Any
) -> bytes:
    """A 323 with one line about one assignment, over the month in which its product period lies."""
    assert t.aanbieder is not None
    maand = van.replace(day=1)
    laatste = (maand.replace(year=maand.year + maand.month // 12, month=maand.month % 12 + 1)).toordinal() - 1
    prestatie = {
        "ProductReferentie": {"ReferentieNummer": f"P{nummer}"},
        "ToewijzingNummer": t.nummer,
        "ProductCategorie": t.product.categorie,
        "ProductCode": t.product.code,
        "ProductPeriode": {"Begindatum": van, "Einddatum": tot},
        "GeleverdVolume": volume,
        "Eenheid": t.eenheid,
        "ProductTarief": cent // volume,
        "IngediendBedrag": {"Bedrag": cent, "DebetCredit": "D"},
    } | anders
    return bouw(
        "WMO323",
        {
            "Header": {
                "Afzender": t.aanbieder.agb,
                "Ontvanger": f"{t.gemeente_id:04d}",
                "BerichtIdentificatie": {"Identificatie": f"C{nummer}", "Dagtekening": vandaag()},
            },
            "Declaratie": {
                "DeclaratieNummer": f"D{nummer}",
                "DeclaratiePeriode": {"Begindatum": maand, "Einddatum": date.fromordinal(laatste)},
                "DeclaratieDagtekening": vandaag(),
                "TotaalIngediendBedrag": {"TotaalBedrag": cent, "DebetCredit": "D"},
                "Clienten": {"Client": [{"Bsn": t.inwoner.bsn, "Prestaties": {"Prestatie": [prestatie]}}]},
            },
        },
    )


def _kop(t: Toewijzing, nummer: object) -> dict[str, Any]:
    assert t.aanbieder is not None
    return {
        "Afzender": t.aanbieder.agb,
        "Ontvanger": f"{t.gemeente_id:04d}",
        "BerichtIdentificatie": {"Identificatie": f"V{nummer}", "Dagtekening": vandaag()},
    }


def vraag_nieuwe_hulp(t: Toewijzing, nummer: object, *producten: dict[str, Any]) -> bytes:
    """A 315 of the provider of an order, for the same client; each product over a default one."""
    standaard = {
        "ToewijzingIngangsdatum": vandaag() + timedelta(days=7),
        "Verwijzer": {"Type": "06"},
        "Omvang": {"Volume": 1, "Eenheid": "82", "Frequentie": "4"},
    }
    rijen = [
        {"ReferentieAanbieder": f"R{nummer}-{n}"} | standaard | product
        for n, product in enumerate(producten, start=1)
    ]
    client = {
        "Bsn": t.inwoner.bsn,
        "Geboortedatum": {"Datum": t.inwoner.geboortedatum or date(1950, 1, 1)},
        "Geslacht": t.inwoner.geslacht,
        "Naam": {"Geslachtsnaam": {"Achternaam": t.inwoner.achternaam}},
        "AangevraagdeProducten": {"AangevraagdProduct": rijen},
    }
    return bouw("WMO315", {"Header": _kop(t, nummer), "Client": client})


def vraag_andere_hulp(t: Toewijzing, nummer: object, referentie: str = "", **delen: Any) -> bytes:
    """A 317 of the provider of an order; `delen` are its three groups: `blijft`, `wijzig` and `nieuw`."""
    verzoek: dict[str, Any] = {"ReferentieAanbieder": referentie or f"R{nummer}", "RedenVerzoek": "1"}
    if blijft := delen.get("blijft"):
        verzoek["OngewijzigdeProducten"] = {"OngewijzigdProduct": [{"ToewijzingNummer": n} for n in blijft]}
    if wijzig := delen.get("wijzig"):
        verzoek["TeWijzigenProducten"] = {"TeWijzigenProduct": wijzig}
    if nieuw := delen.get("nieuw"):
        verzoek["NieuweProducten"] = {"NieuwProduct": nieuw}
    return bouw("WMO317", {"Header": _kop(t, nummer), "Client": {"Bsn": t.inwoner.bsn, "Verzoek": verzoek}})
