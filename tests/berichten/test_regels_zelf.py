"""Rules that the observed cases never break, and the corners of those that they do: each a good message with one thing changed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.berichten.test_standaard_bouw import START, met
from tests.berichten.test_standaard_xsd import geval
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard import bouw, lees, retour
from wijkspil.berichten.standaard.regels import plaats, regelboek, toets
from wijkspil.berichten.standaard.regels.register import regel
from wijkspil.berichten.standaard.regels.stapeling import Periode, stapels

Inhoud = dict[str, Any]


def product(inhoud: Inhoud) -> Inhoud:
    """The first assigned, requested or new product of a message."""
    client = inhoud["Client"]
    for houder in (client, client.get("Verzoek", {})):
        for naam in ("ToegewezenProducten", "AangevraagdeProducten", "NieuweProducten", "StopProducten"):
            if naam in houder:
                (rij,) = houder[naam].values()
                return rij[0]  # type: ignore[no-any-return]
    raise LookupError("no product")


def prestatie(inhoud: Inhoud) -> Inhoud:
    return inhoud["Declaratie"]["Clienten"]["Client"][0]["Prestaties"]["Prestatie"][0]  # type: ignore[no-any-return]


def contact_met_periode(i: Inhoud) -> None:
    i["Client"]["Contactgegevens"]["Contact"][0]["Periode"] = {"Begindatum": date(2025, 1, 1)}


def code_bij_de_gemeente(i: Inhoud) -> None:
    product(i)["Verwijzer"] = {"Type": "01", "ZorgverlenerCode": "01012345"}


def zonder_code(i: Inhoud) -> None:
    product(i)["Product"].pop("Code")


def ander_bedrag(i: Inhoud) -> None:
    for client in i["Declaratie"]["Clienten"]["Client"]:
        for lijn in client["Prestaties"]["Prestatie"]:
            if lijn["Eenheid"] == "83":
                lijn["GeleverdVolume"] += 1


def stop_te_vroeg(i: Inhoud) -> None:
    product(i)["Einddatum"] = product(i)["Begindatum"] - timedelta(days=1)


def oude_prestatie(i: Inhoud) -> None:
    einde = prestatie(i)["ProductPeriode"]["Einddatum"]
    i["Declaratie"]["DeclaratieDagtekening"] = einde.replace(year=einde.year + 5) + timedelta(days=1)


def al_begonnen(i: Inhoud) -> None:
    product(i)["GewensteIngangsdatum"] = i["Header"]["BerichtIdentificatie"]["Dagtekening"]


def zelfde_referentie(i: Inhoud) -> None:
    rij = i["Client"]["AangevraagdeProducten"]["AangevraagdProduct"]
    rij[:] = [rij[0], {**rij[0], "Product": {"Categorie": "07", "Code": "07A12"}}]


def zonder_einde_op_tijdelijk_adres(i: Inhoud) -> None:
    contact = i["Client"]["Contactgegevens"]["Contact"]
    contact.append({**contact[0], "Soort": "04", "Periode": {"Einddatum": date(2025, 1, 1)}})


ALS: list[tuple[str, str, Callable[[Inhoud], None], list[str]]] = [
    ("301-ok-two-products", "WMO301", contact_met_periode, ["CD009"]),
    ("301-ok-two-products", "WMO301", zonder_einde_op_tijdelijk_adres, ["CS003"]),
    ("315-ok", "WMO315", code_bij_de_gemeente, ["CD068"]),
    ("301-ok-open-end", "WMO301", zonder_code, ["CD080"]),
    ("315-ok", "WMO315", zonder_code, ["CD095"]),
    ("317-ok", "WMO317", zonder_code, ["CD096"]),
    ("CS339-b", "WMO323", ander_bedrag, ["CS339"]),
    ("TR018-b", "WMO307", stop_te_vroeg, ["TR018"]),
    ("TR335-b", "WMO323", oude_prestatie, ["TR335"]),
    ("317-ok", "WMO317", al_begonnen, ["TR380"]),
    ("315-ok", "WMO315", zelfde_referentie, ["TR101", "TR383"]),
]


@met_gedeeld
@pytest.mark.parametrize(("geval_", "bericht", "verander", "regels"), ALS, ids=[a[2].__name__ for a in ALS])
def test_one_change_breaks_one_rule(
    geval_: str, bericht: str, verander: Callable[[Inhoud], None], regels: list[str]
) -> None:
    inhoud = lees(geval(geval_)).inhoud
    assert toets(lees(bouw(bericht, inhoud))) == []
    verander(inhoud)
    assert [een.regel for een in toets(lees(bouw(bericht, inhoud)))] == regels


@met_gedeeld
def test_a_return_message_is_held_against_the_rules_of_what_it_repeats() -> None:
    heen = lees(geval("CS058-a"))
    terug = retour(
        heen,
        codes_per_klasse={"Client": ["8187"]},
        identificatie_retour="R1",
        dagtekening_retour=date(2025, 3, 3),
    )
    assert [een.regel for een in toets(lees(terug))] == ["CS058"]


@met_gedeeld
def test_a_place_has_a_number_only_where_there_are_brothers() -> None:
    inhoud = lees(geval("TR101-p")).inhoud
    pad = "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]/Eenheid"
    assert plaats(inhoud, pad) == "/Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie[2]/Eenheid"
    assert plaats(inhoud, "/Bericht") == "/Bericht"


def test_a_finding_says_where_and_what_but_not_which_value() -> None:
    (bevinding,) = toets(lees(bouw("WMO305", met(Client__Bsn="999940005"))))
    assert (bevinding.regel, bevinding.retourcode, bevinding.pad) == ("CS002", "0001", "/Bericht/Client/Bsn")
    assert "elfproef" in bevinding.zegt
    assert "9999" not in str(bevinding)


def test_rules_come_after_structure() -> None:
    kapot = lees(bouw("WMO305", START).replace(b">999940004<", b">99994<"))
    with pytest.raises(ValueError, match="niveau 1"):
        toets(kapot)


def test_a_rule_number_has_one_function() -> None:
    with pytest.raises(ValueError, match="CS002"):
        regel("CS002", bij="Client", op="301", zegt="dubbel")(lambda client: None)


def test_every_rule_says_in_dutch_what_is_wrong_and_has_a_name_of_its_own() -> None:
    boek = regelboek().values()
    assert all(een.zegt.endswith(".") and len(een.zegt) > 20 for een in boek)
    assert len({een.functie for een in boek}) == len(boek)


D = date
STAPELS = [
    ("adjacent", [("02", "A", D(2025, 1, 1), D(2025, 1, 31)), ("02", "A", D(2025, 2, 1), None)], []),
    ("one day", [("02", "A", D(2025, 1, 1), D(2025, 1, 31)), ("02", "A", D(2025, 1, 31), None)], [(1, 2)]),
    ("other code", [("02", "A", D(2025, 1, 1), None), ("02", "B", D(2025, 1, 1), None)], []),
    ("category and code", [("02", None, D(2025, 1, 1), None), ("02", "B", D(2025, 1, 1), None)], [(1, 2)]),
    ("anything", [("02", "A", D(2025, 2, 1), None), (None, None, D(2025, 1, 1), None)], [(1, 2)]),
    ("aids", [("11", "A", D(2025, 1, 1), None), (None, None, D(2025, 1, 1), None)], []),
    ("three", [("02", "A", D(2025, 1, 1), None)] * 3, [(1, 2), (1, 3), (2, 3)]),
    ("ends first", [("02", "A", D(2025, 3, 1), D(2025, 2, 1)), ("02", "A", D(2025, 2, 15), None)], []),
]


@pytest.mark.parametrize(("rij", "paren"), [s[1:] for s in STAPELS], ids=[s[0] for s in STAPELS])
def test_stacking(rij: list[Any], paren: list[tuple[int, int]]) -> None:
    perioden = [Periode(b, e, cat, code, n) for n, (cat, code, b, e) in enumerate(rij, start=1)]
    assert sorted(stapels(perioden)) == paren
