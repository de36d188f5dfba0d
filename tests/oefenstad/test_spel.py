"""Playing: whole journeys through the real actions, the same for the same seed, and nothing that slipped past them."""

from collections import Counter
from datetime import UTC, date, datetime
from time import perf_counter

import pytest
from django.db import transaction

from tests.oefenstad.eigen_manier import EIGEN_MANIER
from tests.oefenstad.redenen import vreemd
from tests.wijk import Wijk
from wijkspil.core import gebeurtenissen
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Inwoner
from wijkspil.oefenstad.opdracht import Opdracht, Uitslag
from wijkspil.oefenstad.samenspel import speel
from wijkspil.oefenstad.spel import eerste_vrije_bsn
from wijkspil.regels.bsn import is_testnummer, volgend_testnummer
from wijkspil.toegang.models import Hulpvraag, Stap

VAN, TOT = date(2026, 1, 5), datetime(2026, 12, 18, 16, 0, tzinfo=UTC)
VOORJAAR = datetime(2026, 4, 24, 16, 0, tzinfo=UTC)

OVERAL = {
    "melding.ontvangen", "spoed.beoordeeld", "vraag.toegewezen", "gesprek.gepland", "gesprek.gevoerd", "gesprek.bijgewerkt",
    "onderzoek.gestart", "onderzoek.afgerond", "plan.begonnen", "plan.vastgesteld", "doel.toegevoegd", "arrangement.vastgesteld",
    "afspraak.gemaakt", "hulp.begonnen", "plan.geevalueerd", "nazorg.gepland", "nazorg.gebeld", "vraag.afgesloten",
    "toewijzing.opgedragen", "levering.gestart",
}  # fmt: skip
MET_BESLUIT = {
    "aanvraag.ontvangen", "besluit.opgesteld", "besluit.genomen", "besluit.bekendgemaakt", "bericht.klaargezet", "bericht.verzonden",
    "bericht.bevestigd", "bericht.ontvangen", "bericht.verwerkt", "declaratie.ontvangen", "declaratie.beoordeeld", "declaratie.betaald",
}  # fmt: skip
TAAKGERICHT = {"zrm.gemeten", "termijn.betaald"}
MET_BERICHT = {s for s in MET_BESLUIT if s.startswith(("bericht.", "declaratie."))}
PER_STAD = [
    ("land-van-cuijk", MET_BESLUIT),
    ("alphen", TAAKGERICHT),
    ("haarlem", MET_BESLUIT),
    ("oirschot", MET_BESLUIT),
    ("oude-ijsselstreek", MET_BERICHT),
]

VRAGEN = {"land-van-cuijk": 45}  # enough for some terms to be missed


def opdracht(slug: str, meldingen: int, **anders: object) -> Opdracht:
    return Opdracht(slug, meldingen, 7, VAN, **({"tot": TOT, "met_pdf": False} | anders))  # type: ignore[arg-type]


def vertel_snelheid(capsys: pytest.CaptureFixture[str], naam: str, uitslag: Uitslag, seconden: float) -> None:
    with capsys.disabled():
        acties = uitslag.telling.acties
        print(
            f"\n{naam}: {uitslag.vragen} vragen, {acties} acties in {seconden:.1f} s, {acties / seconden:.0f} per seconde"
        )


@pytest.mark.parametrize(("slug", "erbij"), PER_STAD, ids=[slug for slug, _ in PER_STAD])
def test_elke_vraag_leeft_van_begin_tot_eind(
    slug: str, erbij: set[str], request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    stad: Wijk = request.getfixturevalue({"land-van-cuijk": "lvc"}.get(slug, slug.replace("-", "_")))
    begin = perf_counter()
    vragen = VRAGEN.get(slug, 28)
    uitslag = speel(opdracht(slug, vragen))
    vertel_snelheid(capsys, slug, uitslag, perf_counter() - begin)

    assert uitslag.vragen == vragen
    assert vreemd(uitslag.redenen) == []
    soorten = Counter(Gebeurtenis.objects.values_list("soort", flat=True))
    assert OVERAL | erbij <= set(soorten), f"niet gespeeld: {(OVERAL | erbij) - set(soorten)}"
    stappen = set(Hulpvraag.objects.values_list("stap", flat=True))
    assert {Stap.LEVERING, Stap.AFGESLOTEN} <= stappen
    assert soorten["melding.ontvangen"] == Hulpvraag.objects.exclude(stap=Stap.CONTACT).count()
    alles_loopt_via_een_handeling(stad)
    niemand_is_echt()
    if slug in EIGEN_MANIER:
        EIGEN_MANIER[slug]()


def alles_loopt_via_een_handeling(stad: Wijk) -> None:
    """Every event is registered, has its audit line, was done by somebody, and lies in the period of the game."""
    audit = set(Auditregel.objects.values_list("handeling_id", flat=True))
    for g in Gebeurtenis.objects.all():
        assert gebeurtenissen.soort(g.soort)
        assert g.handeling_id in audit
        assert g.door_naam
        assert datetime(2026, 1, 5, tzinfo=UTC) <= g.moment <= datetime(2026, 12, 19, tzinfo=UTC)
    geweigerd = Auditregel.objects.filter(resultaat="geweigerd")
    assert not geweigerd.exists()
    assert Auditregel.objects.filter(actie="dossier.ingezien").count() > Hulpvraag.objects.count()


def niemand_is_echt() -> None:
    nummers = list(Inwoner.objects.values_list("bsn", flat=True))
    assert len(nummers) == len(set(nummers))
    assert all(nummer is not None and is_testnummer(nummer) for nummer in nummers)


def test_hetzelfde_zaad_geeft_dezelfde_stad(alphen: Wijk) -> None:
    een, twee = nagespeeld("alphen", 8), nagespeeld("alphen", 8)
    assert een == twee
    assert len(een) > 150


def nagespeeld(slug: str, meldingen: int) -> list[tuple[object, ...]]:
    """The events of a game, in order; the game itself is undone."""
    with transaction.atomic():
        speel(opdracht(slug, meldingen, tot=VOORJAAR))
        gezien = list(
            Gebeurtenis.objects.order_by("id").values_list(
                "soort", "moment", "dag", "door_naam", "onderwerp", "werkwijze"
            )
        )
        transaction.set_rollback(True)
    return gezien


def test_een_tweede_spel_gaat_verder_met_nieuwe_testnummers(lvc: Wijk) -> None:
    speel(opdracht("land-van-cuijk", 6, tot=VOORJAAR))
    volgende = eerste_vrije_bsn(lvc.gemeente)
    speel(opdracht("land-van-cuijk", 6, tot=VOORJAAR, eerste_bsn=volgende))
    assert 0 < volgende < eerste_vrije_bsn(lvc.gemeente)
    niemand_is_echt()


def test_nieuwe_nummers_komen_na_het_hoogste_ook_als_er_gaten_zijn(lvc: Wijk) -> None:
    lvc.melding(wie=NieuweInwoner(achternaam="Wit", postcode="5431AB", bsn=volgend_testnummer(41)))
    assert eerste_vrije_bsn(lvc.gemeente) == 42


def test_brieven_dragen_de_dag_waarop_ze_werden_gemaakt(lvc: Wijk) -> None:
    from wijkspil.brieven.models import Brief

    speel(opdracht("land-van-cuijk", 3, tot=VOORJAAR, met_pdf=True))
    brieven = list(Brief.objects.defer("pdf"))
    assert {"ontvangstbevestiging", "uitnodiging_gesprek"} <= {b.sjabloon for b in brieven}
    for brief in brieven:
        assert brief.gegevens["dagtekening"] <= "2026-04-24"
        assert brief.status in (Brief.Status.KLAAR, Brief.Status.VERZONDEN)
