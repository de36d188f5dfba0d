"""M4: what a sender may not do is refused, one case per rule: the code on the right class, the whole message without effect."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.berichten.berichten_van_buiten import (
    declaratie_bericht,
    start_bericht,
    stop_bericht,
    vraag_andere_hulp,
    vraag_nieuwe_hulp,
)
from tests.berichten.test_ontvangst import neem_aan
from tests.berichten.test_verzoek import meer_uren, verzonden
from tests.ondersteuning.opdrachten import per_week
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.standaard import lees
from wijkspil.berichten.standaard.regels.register import alle
from wijkspil.core import uitbox
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.ondersteuning.models import Aanbiederverzoek, Levering, Toewijzing

DAG = timedelta(days=1)
Maak = Callable[[Toewijzing], bytes]


def blijft(t: Toewijzing, **anders: Any) -> dict[str, Any]:
    """As it is, but a month longer: the smallest change there is."""
    assert t.einde is not None
    return meer_uren(t, t.volume, GewensteIngangsdatum=t.ingang, Einddatum=t.einde + 30 * DAG) | anders


NIEUW = {"Product": {"Categorie": "07", "Code": "07H01"}}
GEVALLEN: dict[str, tuple[str, Maak]] = {
    "TR019": ("9019", lambda t: start_bericht(t, 1, ToewijzingNummer=999999)),
    "TR063 start": ("9063", lambda t: start_bericht(t, 1, StatusAanlevering="3")),
    "TR063 stop": ("9063", lambda t: stop_bericht(t, 1, t.ingang, t.ingang, StatusAanlevering="3")),
    "TR135": (
        "8848",
        lambda t: start_bericht(t, 1, t.ingang).replace(
            f"Dagtekening>{vandaag()}".encode(), f"Dagtekening>{vandaag() + DAG}".encode()
        ),
    ),
    "TR381": (
        "S329",
        lambda t: start_bericht(t, 1, Product={"Categorie": "01", "Code": t.product.code}),
    ),
    "TR382": ("9069", lambda t: stop_bericht(t, 1, t.ingang, t.ingang)),
    "TR304": ("8187", lambda t: vraag_andere_hulp(_van_een_ander(t), 1, wijzig=[blijft(t)])),
    "TR350": ("9350", lambda t: vraag_andere_hulp(t, 1, blijft=[999999], wijzig=[blijft(t)])),
    "TR351": (
        "9351",
        lambda t: vraag_andere_hulp(t, 1, blijft=[t.nummer], wijzig=[blijft(t, ToewijzingNummer=999999)]),
    ),
    "TR357": (
        "9357",
        lambda t: vraag_andere_hulp(t, 1, wijzig=[meer_uren(t, GewensteIngangsdatum=t.ingang - DAG)]),
    ),
    "TR361": (
        "9361",
        lambda t: vraag_andere_hulp(
            t,
            1,
            blijft=[t.nummer],
            nieuw=[
                {
                    "Product": {"Categorie": t.product.categorie, "Code": t.product.code},
                    "GewensteIngangsdatum": vandaag() + 9 * DAG,
                    "Einddatum": vandaag() + 20 * DAG,
                    "Omvang": {"Volume": 1, "Eenheid": "04", "Frequentie": "2"},
                }
            ],
        ),
    ),
    "TR411": ("9411", lambda t: vraag_andere_hulp(t, 1, wijzig=[_zonder(blijft(t), "Omvang")])),
}


def _zonder(deel: dict[str, Any], naam: str) -> dict[str, Any]:
    return {sleutel: waarde for sleutel, waarde in deel.items() if sleutel != naam}


def _van_een_ander(t: Toewijzing) -> Toewijzing:
    t.inwoner.bsn = "999990019"
    return t


@pytest.fixture
def t(haarlem: Wijk) -> Toewijzing:
    return verzonden(
        haarlem,
        per_week(
            haarlem,
        ),
    )


@pytest.mark.parametrize("geval", GEVALLEN)
def test_wat_niet_past_wordt_geweigerd_met_zijn_code(haarlem: Wijk, t: Toewijzing, geval: str) -> None:
    code, maak = GEVALLEN[geval]
    bericht = neem_aan(haarlem, maak(t))
    assert code in [f.get("code") for f in bericht.fouten], bericht.fouten
    assert bericht.status == "afgekeurd"
    assert not Levering.objects.exists()
    assert not Aanbiederverzoek.objects.exists()
    terug = lees(bytes(Bericht.objects.get(antwoord_op=bericht).ruw))
    assert terug.geldig
    gezegd = [c for _, deel in alle(terug.inhoud, "RetourCodes") for c in deel["RetourCode"]]
    assert code in gezegd
    in_kop = code == "8848"
    assert ("Client" in terug.inhoud) is not in_kop, "an error in the header gives the header only (IV028)"


def test_een_tweede_verzoek_terwijl_er_een_openstaat(haarlem: Wijk, t: Toewijzing) -> None:
    """TR374 on the client, and TR347 for a reference that was used: both at once, each on its own class."""
    assert neem_aan(haarlem, vraag_andere_hulp(t, 1, "R1", wijzig=[blijft(t)])).fouten == []
    tweede = neem_aan(haarlem, vraag_nieuwe_hulp(t, 2, NIEUW | {"ReferentieAanbieder": "R1"}))
    assert {f["code"] for f in tweede.fouten} >= {"9374", "9347"}
    assert Aanbiederverzoek.objects.count() == 1


def test_een_wijziging_die_een_lopende_opdracht_vergeet(haarlem: Wijk, t: Toewijzing) -> None:
    """TR349: of the same resident two orders run, and one is not mentioned."""
    ander = per_week(haarlem, 1)
    with schrijven_open():
        Toewijzing.objects.filter(pk=ander.pk).update(inwoner=t.inwoner, verzonden_versie=1)
    bericht = neem_aan(haarlem, vraag_andere_hulp(t, 1, wijzig=[blijft(t)]))
    assert [f["code"] for f in bericht.fouten] == ["9349"]


def test_start_twee_keer_stop_twee_keer_en_in_de_verkeerde_volgorde(haarlem: Wijk, t: Toewijzing) -> None:
    """TR326, TR074, TR413, TR414, TR415, TR071 in one life of an order."""
    eerste = t.ingang

    def code(ruw: bytes) -> list[str]:
        return [f["code"] for f in neem_aan(haarlem, ruw).fouten]

    assert code(start_bericht(t, 1, eerste)) == []
    assert set(code(start_bericht(t, 2, eerste))) == {"9326", "9074"}
    assert code(stop_bericht(t, 3, eerste, vandaag(), "20")) == []
    assert set(code(stop_bericht(t, 4, eerste, vandaag(), "20"))) == {"9413", "9074"}
    assert code(start_bericht(t, 5, eerste, StatusAanlevering="3")) == ["9071"]
    assert code(stop_bericht(t, 6, eerste, vandaag(), "19")) == []
    assert code(stop_bericht(t, 7, eerste, vandaag(), "23")) == ["9415"]
    assert code(stop_bericht(t, 8, eerste, vandaag(), "19", StatusAanlevering="3")) == []
    levering = Levering.objects.get()
    assert (levering.reden_einde, levering.gestopt_op) == ("20", vandaag()), "the stop for a while is back"
    assert code(stop_bericht(t, 9, eerste, vandaag(), "20", StatusAanlevering="3")) == []
    assert Levering.objects.get().gestopt_op is None


def test_een_declaratie_voor_een_maand_die_voorbij_is_en_voor_een_onbekende(haarlem: Wijk) -> None:
    """TR318 on the claim; TR304 on the client with its lines not judged; TR339 and TR381 on a line."""

    def regelcodes(ruw: bytes) -> dict[str, Any]:
        bericht = neem_aan(haarlem, ruw)
        uitbox.leeg(haarlem.gemeente.pk)
        return lees(bytes(Bericht.objects.get(antwoord_op=bericht).ruw)).inhoud["DeclaratieAntwoord"]

    tot = vandaag().replace(day=1) - DAG
    van = tot.replace(day=1)
    t = verzonden(haarlem, per_week(haarlem, van=van))
    fout = regelcodes(declaratie_bericht(t, 1, cent=100, volume=1, van=van, tot=tot, ProductCategorie="01"))
    assert {"9339", "S329"} <= set(
        fout["Clienten"]["Client"][0]["Prestaties"]["Prestatie"][0]["RetourCodes"]["RetourCode"]
    )
    vorige = (van.replace(day=1) - DAG).replace(day=1)
    oud = regelcodes(declaratie_bericht(t, 2, cent=100, volume=1, van=vorige, tot=vorige))
    assert (oud["RetourCodes"]["RetourCode"], oud["TotaalToegekendBedrag"]["TotaalBedrag"]) == (["8214"], 0)
    vreemd = regelcodes(declaratie_bericht(_van_een_ander(t), 3, cent=100, volume=1, van=van, tot=tot))
    client = vreemd["Clienten"]["Client"][0]
    assert client["RetourCodes"]["RetourCode"] == ["8187"]
    assert client["Prestaties"]["Prestatie"][0]["RetourCodes"]["RetourCode"] == ["0233"]
