"""The official casuistry from step to step, and change requests with the assignments that honour them."""

from datetime import date, time
from itertools import count
from typing import Any

from tests.berichten.gevallen_over import (
    AGB,
    CBS,
    bericht,
    dag,
    omvang,
    product,
    toewijzing,
    zonder_leeg,
)
from tests.berichten.test_regels_over import gevallen
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard import bouw, lees
from wijkspil.berichten.standaard.over_berichten import Stand, beoordeel
from wijkspil.berichten.standaard.over_berichten.honoreer import honoreer
from wijkspil.berichten.standaard.regels import toets
from wijkspil.berichten.uitgaand import wmo325

VANDAAG = date(2026, 11, 22)
PERSOON: dict[str, Any] = {"Geboortedatum": {"Datum": date(1960, 1, 2)}, "Geslacht": "2"}
NAAM: dict[str, Any] = {"Geslachtsnaam": {"Achternaam": "Verzonnen"}}
BEREIKBAAR = {"Soort": "02", "Telefoon": {"Telefoon01": {"Telefoonnummer": "0612345678", "Landnummer": "31"}}}


def van_stap(stap: dict[str, Any], bsn: str, nummer: int) -> dict[str, Any]:
    """A complete message from the fields that a step shows."""
    soort = stap["message"]
    partijen = (CBS, AGB) if stap["from"] == "gemeente" else (AGB, CBS)
    kop = {
        "Afzender": partijen[0],
        "Ontvanger": partijen[1],
        "BerichtIdentificatie": {"Identificatie": f"M{nummer}", "Dagtekening": VANDAAG},
    }
    client = {"Bsn": bsn, **PERSOON, "Naam": NAAM}
    match soort:
        case "WMO301":
            rij = [toegewezen(p) for p in stap["toegewezen_producten"]]
            extra = {"Naam": NAAM | {"NaamGebruik": "1"}, "Contactgegevens": {"Contact": [BEREIKBAAR]}}
            return {
                "Header": kop,
                "Client": client | extra | {"ToegewezenProducten": {"ToegewezenProduct": rij}},
            }
        case "WMO305" | "WMO307":
            wat = "Start" if soort == "WMO305" else "Stop"
            rij = [geleverd(p) for p in stap[f"{wat.lower()}_producten"]]
            return {"Header": kop, "Client": client | {f"{wat}Producten": {f"{wat}Product": rij}}}
        case "WMO315":
            rij = [gevraagd(p) for p in stap["aangevraagde_producten"]]
            return {"Header": kop, "Client": client | {"AangevraagdeProducten": {"AangevraagdProduct": rij}}}
        case "WMO319":
            a = stap["antwoord"]
            return {
                "Header": kop,
                "Antwoord": {
                    "ReferentieAanbieder": a["referentie_aanbieder"],
                    "VerzoekAntwoord": a["verzoek_antwoord"],
                    "RedenAfwijzingVerzoek": a.get("reden_afwijzing_verzoek"),
                },
            }
    return {"Header": kop, "Declaratie": declaratie(stap, bsn)}


def toegewezen(p: dict[str, Any]) -> dict[str, Any]:
    return zonder_leeg(
        ToewijzingNummer=p["toewijzingnummer"], ReferentieAanbieder=p.get("referentie_aanbieder"), Product=product(p.get("product")),
        Toewijzingsdatum=dag(p.get("toewijzingsdatum") or p["ingangsdatum"]), Toewijzingstijd=time(9), Ingangsdatum=dag(p["ingangsdatum"]),
        Einddatum=dag(p.get("einddatum")), RedenWijziging=p.get("reden_wijziging"), Omvang=omvang(p.get("omvang")), Budget=p.get("budget"),
    )  # fmt: skip


def geleverd(p: dict[str, Any]) -> dict[str, Any]:
    return zonder_leeg(
        ToewijzingNummer=p["toewijzingnummer"], Product=product(p["product"]), ToewijzingIngangsdatum=dag(p["toewijzing_ingangsdatum"]),
        Begindatum=dag(p["begindatum"]), RedenBeeindiging=p.get("reden_beeindiging"), Einddatum=dag(p.get("einddatum")),
        StatusAanlevering=p["status_aanlevering"],
    )  # fmt: skip


def gevraagd(p: dict[str, Any]) -> dict[str, Any]:
    v = p["verwijzer"]
    return zonder_leeg(
        ReferentieAanbieder=p["referentie_aanbieder"], Product=product(p["product"]), Omvang=omvang(p.get("omvang")),
        ToewijzingIngangsdatum=dag(p["toewijzing_ingangsdatum"]), ToewijzingEinddatum=dag(p.get("toewijzing_einddatum")),
        Verwijzer={"Type": v["type"], "ZorgverlenerCode": v["zorgverlenercode"]},
    )  # fmt: skip


def declaratie(stap: dict[str, Any], bsn: str) -> dict[str, Any]:
    rij = []
    for p in stap["prestaties"]:
        categorie, code = p["product"].split("/")
        rij.append(
            {
                "ProductReferentie": zonder_leeg(ReferentieNummer=p["referentie_nummer"], VorigReferentieNummer=p.get("vorig")),
                "ToewijzingNummer": p["toewijzingnummer"], "ProductCategorie": categorie, "ProductCode": code,
                "ProductPeriode": {"Begindatum": dag(p["product_periode"][0]), "Einddatum": dag(p["product_periode"][1])},
                "GeleverdVolume": p["geleverd_volume"], "Eenheid": p["eenheid"], **zonder_leeg(ProductTarief=p.get("product_tarief")),
                "IngediendBedrag": {"Bedrag": p["ingediend_bedrag"], "DebetCredit": p["debet_credit"]},
            }
        )  # fmt: skip
    bedrag, teken = stap["totaal_ingediend"]
    return {
        "DeclaratieNummer": stap["declaratienummer"],
        "DeclaratiePeriode": {
            "Begindatum": dag(stap["declaratieperiode"][0]),
            "Einddatum": dag(stap["declaratieperiode"][1]),
        },
        "DeclaratieDagtekening": dag(stap["declaratie_dagtekening"]),
        "TotaalIngediendBedrag": {"TotaalBedrag": bedrag, "DebetCredit": teken},
        "Clienten": {"Client": [{"Bsn": bsn, "Prestaties": {"Prestatie": rij}}]},
    }


@met_gedeeld
def test_every_official_case_runs_from_first_to_last_message() -> None:
    stappen = 0
    for naam, geval in gevallen("casuistry").items():
        stand, bsn, heen = Stand(VANDAAG), "", None
        for n, stap in enumerate(geval["steps"]):
            bsn = stap.get("bsn", bsn)
            if stap.get("message") == "WMO325":
                assert heen is not None
                antwoord = wmo325.inhoud(heen, toegekend_cent=stap["totaal_toegekend"][0], codes={})[
                    "DeclaratieAntwoord"
                ]
                assert antwoord["RetourCodes"]["RetourCode"] == [stap["declaratieantwoord_retourcode"]]
                assert antwoord["TotaalToegekendBedrag"]["TotaalBedrag"] == stap["totaal_ingediend"][0]
            elif "message" in stap:
                heen = lees(bouw(stap["message"], van_stap(stap, bsn, n)))
                assert toets(heen, streng=True) == [], (naam, n)
                uitslag = beoordeel(heen.bericht, heen.inhoud, stand)
                assert uitslag.bevindingen == (), (naam, n)
                stand = uitslag.stand
            stappen += 1
        slot = EINDSTAND.get(naam)
        assert slot is None or slot(stand), naam
    print(
        f"cases/casuistry: {len(gevallen('casuistry'))} of {len(gevallen('casuistry'))} cases, {stappen} steps"
    )
    assert len(gevallen("casuistry")) >= 7


EINDSTAND: dict[str, Any] = {
    "extend-end-date": lambda s: (
        s.toewijzingen[667899].einde == date(2025, 12, 31) and s.starts[0].begin == date(2025, 1, 5)
    ),
    "temporary-then-final-same-date": lambda s: s.stops[-1].reden == "23",
    "output-month-amount": lambda s: s.toewijzingen[170500300].einde == date(2023, 9, 27),
    "correct-wrong-temporary-stop": lambda s: (
        [(t.reden, t.einde) for t in s.stops] == [("21", date(2023, 6, 11))]
    ),
    "temporary-then-final-aspecific": lambda s: s.stops[-1].einde == date(2023, 6, 11),
    "request-half-granted": lambda s: not any(v.open for v in s.verzoeken.values()),
}


@met_gedeeld
def test_a_change_request_is_honoured_as_the_standard_has_it() -> None:
    goed = 0
    for naam, geval in gevallen("vow").items():
        huidig = {a["nr"]: toewijzing(a | {"product": f"02/{a['product']}"}) for a in geval["current"]}
        wens = geval["vow"] | {"message": "WMO317", "ref": "V1"}
        wens["new"] = [n | {"product": f"02/{n['product']}"} for n in wens.get("new", [])]
        verzoek = bericht(wens, VANDAAG)["Client"]["Verzoek"]
        verwacht = [
            (
                a["nr"],
                a["product"],
                dag(a["van"]),
                dag(a.get("tot")),
                None if a["reden_wijziging"] == "absent" else a["reden_wijziging"],
            )
            for a in geval["assignment_when_honoured"]
        ]
        vanaf = None
        if "decided" in geval:  # agreed with the provider: the day on which the new product starts
            vanaf = next(van for nr, _, van, *_ in verwacht if nr == "new")
        uit = honoreer(verzoek, huidig, count(900), vanaf=vanaf)
        ons = [
            ("new" if p["ToewijzingNummer"] >= 900 and p["ToewijzingNummer"] not in huidig else p["ToewijzingNummer"],
             p["Product"]["Code"], p["Ingangsdatum"], p.get("Einddatum"), p.get("RedenWijziging"))
            for p in uit
        ]  # fmt: skip
        assert sorted(ons, key=str) == sorted(verwacht, key=str), naam
        assert {p["ReferentieAanbieder"] for p in uit} == {"V1"}
        goed += 1
    print(f"cases/vow: {goed} of {len(gevallen('vow'))}")
    assert goed >= 3


def test_more_hours_end_the_old_assignment_and_begin_a_new_one() -> None:
    t = toewijzing(
        {"nr": 1, "product": "02/02A04", "van": "2025-01-01", "tot": "2025-12-31", "omvang": "3/04/2"}
    )
    wens = {
        "message": "WMO317",
        "ref": "V1",
        "change": [{"nr": 1, "ingang": "2025-07-01", "tot": "2025-12-31", "omvang": "5/04/2"}],
    }
    oud, nieuw = honoreer(bericht(wens, VANDAAG)["Client"]["Verzoek"], {1: t}, count(900))
    assert (oud["Einddatum"], oud["RedenWijziging"], oud["Omvang"]["Volume"]) == (date(2025, 6, 30), "12", 3)
    assert (nieuw["Ingangsdatum"], nieuw["ToewijzingNummer"], nieuw["Omvang"]["Volume"]) == (
        date(2025, 7, 1),
        900,
        5,
    )
    assert "RedenWijziging" not in nieuw


def test_another_total_or_budget_changes_in_place() -> None:
    totaal = toewijzing(
        {"nr": 1, "product": "02/02A04", "van": "2025-01-01", "tot": "2025-12-31", "omvang": "80/04/6"}
    )
    geld = toewijzing({"nr": 2, "van": "2025-01-01", "tot": "2025-12-31", "budget": 600000})
    wens = {
        "message": "WMO317",
        "ref": "V1",
        "change": [
            {"nr": 1, "ingang": "2025-01-01", "tot": "2025-12-31", "omvang": "90/04/6"},
            {"nr": 2, "ingang": "2025-01-01", "tot": "2026-03-31", "budget": 900000},
        ],
    }
    uit = honoreer(bericht(wens, VANDAAG)["Client"]["Verzoek"], {1: totaal, 2: geld}, count(900))
    assert [(p["ToewijzingNummer"], p["RedenWijziging"]) for p in uit] == [(1, "12"), (2, "12")]
    assert uit[0]["Omvang"]["Volume"] == 90
    assert (uit[1]["Budget"], uit[1]["Einddatum"]) == (900000, date(2026, 3, 31))
