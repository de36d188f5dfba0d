"""The short notation of the cases across messages, turned into message contents and a stand."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from wijkspil.berichten.standaard.over_berichten import Lijn, Lijnen, Stand, Start, Stop, Toewijzing, Verzoek

BSN, ANDER = "999940004", "999900006"
AGB, CBS = "73730101", "0080"
VAN_GEMEENTE = ("WMO301", "WMO319", "WMO325")


def dag(tekst: Any) -> date | None:
    return None if tekst is None else date.fromisoformat(str(tekst))


def zonder_leeg(**velden: Any) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}


def product(tekst: str | None) -> dict[str, str] | None:
    if tekst is None:
        return None
    categorie, _, code = str(tekst).partition("/")
    return zonder_leeg(Categorie=categorie, Code=code or None)


def omvang(tekst: str | None) -> dict[str, Any] | None:
    if tekst is None:
        return None
    volume, eenheid, frequentie = str(tekst).split("/")
    return {"Volume": int(volume), "Eenheid": eenheid, "Frequentie": frequentie}


def toewijzing(a: dict[str, Any]) -> Toewijzing:
    p, o = product(a.get("product")) or {}, omvang(a.get("omvang")) or {}
    return Toewijzing(
        a["nr"], ANDER if a.get("client") == "other" else BSN, dag(a["van"]) or date.min, dag(a.get("tot")), p.get("Categorie"),
        p.get("Code"), o.get("Volume"), o.get("Eenheid"), o.get("Frequentie"), a.get("budget"), a.get("reden_wijziging") == "13",
    )  # fmt: skip


def als_start(s: dict[str, Any]) -> Start:
    p = product(s.get("product")) or {}
    return Start(s["nr"], dag(s["begin"]) or date.min, p.get("Categorie"), p.get("Code"))


def als_stop(s: dict[str, Any]) -> Stop:
    p = product(s.get("product")) or {}
    return Stop(
        s["nr"],
        dag(s["begin"]) or date.min,
        p.get("Categorie"),
        p.get("Code"),
        s["reden"],
        dag(s["eind"]) or date.min,
    )


def lijn(c: dict[str, Any]) -> Lijn:
    p = product(c.get("product")) or {}
    sleutel = (c["nr"], dag(c.get("van")), dag(c.get("tot")), p.get("Categorie"), p.get("Code"))
    return Lijn(
        c["ref"], c["nr"], c.get("vol", 0), c.get("bedrag", 0), "", sleutel, c.get("granted", True), c.get("credited", False)
    )  # fmt: skip


def stand(given: dict[str, Any]) -> Stand:
    antwoorden: dict[str, list[str]] = {}
    for een in given.get("answers", []):
        antwoorden.setdefault(een["ref"], []).append(een["antwoord"])
    verzoeken = {
        r["ref"]: Verzoek(r["ref"], BSN, r.get("honoured", False), tuple(antwoorden.get(r["ref"], ())))
        for r in given.get("requests", [])
    }
    contract = re.findall(r"(\w+): (\d+) cents", given.get("contract", ""))
    return Stand(
        vandaag=dag(given.get("today")) or date(2025, 6, 2),
        toewijzingen={a["nr"]: toewijzing(a) for a in given.get("assignments", [])},
        starts=tuple(als_start(s) for s in given.get("starts", [])),
        stops=tuple(als_stop(s) for s in given.get("stops", [])),
        verzoeken=verzoeken,
        lijnen=Lijnen(lijn(c) for c in given.get("claims", [])),
        laatste_periode=dag(f"{given['last_period']}-01") if "last_period" in given else None,
        gemeenten=frozenset({CBS}),
        tarieven={code: int(cent) for code, cent in contract} or None,
        declaratienummers=frozenset({"D0"}),
        identificaties=frozenset({("WMO323", "C0")}),
    )


def bericht(when: dict[str, Any], vandaag: date) -> dict[str, Any]:
    """The contents of the message, with only the fields that matter."""
    soort = when["message"]
    partijen = (CBS, AGB) if soort in VAN_GEMEENTE else (AGB, when.get("ontvanger", CBS))
    kop: dict[str, Any] = {
        "Afzender": partijen[0],
        "Ontvanger": partijen[1],
        "BerichtIdentificatie": {
            "Identificatie": "N1",
            "Dagtekening": dag(when.get("dagtekening")) or vandaag,
        },
    }
    inhoud: dict[str, Any] = {"Header": kop}
    if "start" in when or "stop" in when:
        inhoud["Client"] = {"Bsn": BSN} | _levering(when)
    elif soort == "WMO301":
        rij = [_toegewezen(p) for p in when["products"]]
        inhoud["Client"] = {"Bsn": BSN, "ToegewezenProducten": {"ToegewezenProduct": rij}}
    elif soort == "WMO317":
        inhoud["Client"] = {"Bsn": BSN, "Verzoek": _verzoek(when)}
    elif soort == "WMO319":
        inhoud["Antwoord"] = zonder_leeg(
            ReferentieAanbieder=when["ref"],
            VerzoekAntwoord=when["antwoord"],
            RedenAfwijzingVerzoek=when.get("reden"),
        )
    elif soort == "WMO323":
        inhoud["Declaratie"] = _declaratie(when)
    elif soort == "WMO325":
        kop["DeclaratieIdentificatie"] = {"Identificatie": "C0", "Dagtekening": vandaag}
        rij = [
            {"ProductReferentie": {"ReferentieNummer": een["ref"]}, "IngediendBedrag": {"DebetCredit": "D"}}
            for een in when["lines"]
        ]
        clienten = {"Client": [{"Bsn": BSN, "Prestaties": {"Prestatie": rij}}]}
        inhoud["DeclaratieAntwoord"] = {"DeclaratieNummer": "D0", "Clienten": clienten}
    return inhoud


def _levering(when: dict[str, Any]) -> dict[str, Any]:
    wat, s = ("Start", when["start"]) if "start" in when else ("Stop", when["stop"])
    een = zonder_leeg(
        ToewijzingNummer=s.get("nr"), Product=product(s.get("product")), Begindatum=dag(s["begin"]), RedenBeeindiging=s.get("reden"),
        Einddatum=dag(s.get("eind")), StatusAanlevering=s["status"],
    )  # fmt: skip
    return {f"{wat}Producten": {f"{wat}Product": [een]}}


def _toegewezen(p: dict[str, Any]) -> dict[str, Any]:
    return zonder_leeg(
        ToewijzingNummer=p["nr"], ReferentieAanbieder=p.get("ref"), Product=product(p.get("product")), Ingangsdatum=dag(p["van"]),
        Einddatum=dag(p.get("tot")), RedenWijziging=p.get("reden_wijziging"), Omvang=omvang(p.get("omvang")), Budget=p.get("budget"),
    )  # fmt: skip


def _verzoek(when: dict[str, Any]) -> dict[str, Any]:
    def gewenst(een: dict[str, Any]) -> dict[str, Any]:
        return zonder_leeg(
            ToewijzingNummer=een.get("nr"), Product=product(een.get("product")),
            GewensteIngangsdatum=dag(een.get("ingang") or een.get("gewenste_ingangsdatum")),
            Einddatum=dag(een.get("tot") or een.get("einddatum")), Omvang=omvang(een.get("omvang")), Budget=een.get("budget"),
        )  # fmt: skip

    return {
        "ReferentieAanbieder": when["ref"],
        "OngewijzigdeProducten": {
            "OngewijzigdProduct": [{"ToewijzingNummer": nr} for nr in when.get("unchanged", [])]
        },
        "TeWijzigenProducten": {"TeWijzigenProduct": [gewenst(een) for een in when.get("change", [])]},
        "NieuweProducten": {"NieuwProduct": [gewenst(een) for een in when.get("new", [])]},
    }


def _declaratie(when: dict[str, Any]) -> dict[str, Any]:
    jaar, maand = map(int, str(when["periode"]).split("-"))
    rij = []
    for r in when["lines"]:
        categorie, code = r["product"].split("/")
        rij.append(
            {
                "ProductReferentie": zonder_leeg(ReferentieNummer=r["ref"], VorigReferentieNummer=r.get("vorig")),
                "ToewijzingNummer": r["nr"], "ProductCategorie": categorie, "ProductCode": code,
                "ProductPeriode": {"Begindatum": dag(r["van"]), "Einddatum": dag(r["tot"])},
                "GeleverdVolume": r["vol"], "Eenheid": r["eenheid"], **zonder_leeg(ProductTarief=r.get("tarief")),
                "IngediendBedrag": {"Bedrag": r["bedrag"], "DebetCredit": r["dc"]},
            }
        )  # fmt: skip
    return {
        "DeclaratieNummer": "D1",
        "DeclaratiePeriode": {
            "Begindatum": date(jaar, maand, 1),
            "Einddatum": date(jaar, maand, monthrange(jaar, maand)[1]),
        },
        "Clienten": {"Client": [{"Bsn": BSN, "Prestaties": {"Prestatie": rij}}]},
    }
