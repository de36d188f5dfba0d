"""What steering promises whatever the figures are: sums that hold, small groups that stay hidden, and a border between municipalities."""

import random
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from tests.sturing.spel import speel
from tests.wijk import Wijk
from wijkspil.core import gebeurtenissen
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Wijk as Gebied
from wijkspil.sturing import cijfers, feiten, lees, tasks, velden
from wijkspil.sturing.export import ververs
from wijkspil.sturing.indicatoren import ALLE, EERSTE
from wijkspil.sturing.indicatoren.basis import KOLOM, ONBEKEND
from wijkspil.sturing.kleine_groepen import KLEINSTE, te_tonen, totaal_te_tonen
from wijkspil.sturing.periode import KEUZES, Filter, Kwartaal
from wijkspil.sturing.stand import Stand, lees_stand
from wijkspil.toegang.actions import leg_contact_vast, plan_gesprek, sluit_af
from wijkspil.toegang.models import Hulpvraag, Stap

NU = date(2026, 8, 20)


@pytest.fixture
def stand(bestanden: Wijk) -> Stand:
    gelezen = lees_stand(bestanden.gemeente.pk)
    assert gelezen is not None
    return gelezen


def alle_filters(kwartaal: Kwartaal) -> tuple[Filter, list[Filter]]:
    """The whole, and its parts: every district and the questions without one."""
    wijken = [*(str(w.pk) for w in Gebied.objects.all()), ONBEKEND]
    return Filter.voor(kwartaal, NU), [Filter.voor(kwartaal, NU, w) for w in wijken]


def test_begin_plus_in_min_uit_is_eind_for_any_choice_together(stand: Stand) -> None:
    """Choices of district, team, age, way of working, product and provider at once, drawn at random."""
    wijken = [*(str(w.pk) for w in Gebied.objects.all()), ONBEKEND]
    kolommen = [KOLOM[naam] for naam in KEUZES]
    soorten = lees.reken(
        stand.gemeente, stand.versie, lambda feiten: feiten.stroom.select(*kolommen).distinct()
    )
    mogelijk = {naam: sorted({r[KOLOM[naam]] for r in soorten} - {None}) for naam in KEUZES} | {
        "wijk": wijken
    }
    for naam in ("team", "leeftijd"):
        mogelijk[naam].append(ONBEKEND)
    toeval, geteld = random.Random(20260301), 0
    for _ in range(25):
        keuzes = {naam: toeval.choice(mogelijk[naam]) for naam in toeval.sample(KEUZES, toeval.randint(1, 3))}
        reeks = cijfers.rijen_van(
            stand, "stroom", Filter.voor(Kwartaal(2026, toeval.randint(1, 3)), NU, **keuzes)
        )
        for rij in reeks:
            assert rij["begin"] + rij["instroom"] - rij["uitstroom"] == rij["eind"], keuzes
            assert 0 <= rij["doorstroom"] <= min(rij["begin"], rij["eind"]), keuzes
        assert [r["eind"] for r in reeks[:-1]] == [r["begin"] for r in reeks[1:]], keuzes
        geteld += sum(r["instroom"] for r in reeks)
    assert geteld > 50


@pytest.mark.parametrize("naam", ["team", "leeftijd"])
def test_the_parts_of_a_choice_together_are_the_whole(stand: Stand, naam: str) -> None:
    k = Kwartaal(2026, 1)
    rijen = lees.reken(
        stand.gemeente, stand.versie, lambda feiten: feiten.loop.select(KOLOM[naam]).distinct()
    )
    delen = [Filter.voor(k, NU, **{naam: r[KOLOM[naam]] or ONBEKEND}) for r in rijen]
    for sleutel, veld in (
        ("meldingen", "aantal"),
        ("voorraad", "aantal"),
        ("opgelost", "vragen"),
        ("stroom", "eind"),
    ):
        som = [sum(r[veld] for r in cijfers.rijen_van(stand, sleutel, f)) for f in delen]
        assert sum(som) == sum(r[veld] for r in cijfers.rijen_van(stand, sleutel, Filter.voor(k, NU))) > 0
        assert max(som) < sum(som)


@pytest.mark.parametrize("kwartaal", [Kwartaal(2025, 2), Kwartaal(2025, 4), Kwartaal(2026, 2)])
def test_begin_plus_in_min_uit_is_eind_for_every_filter(stand: Stand, kwartaal: Kwartaal) -> None:
    geheel, delen = alle_filters(kwartaal)
    for f in (geheel, *delen):
        for sleutel in ("stroom", "stroom_per_product"):
            for rij in cijfers.rijen_van(stand, sleutel, f):
                if rij["begin"] is None:  # too small to show
                    continue
                assert rij["begin"] + rij["instroom"] - rij["uitstroom"] == rij["eind"]
                assert 0 <= rij["doorstroom"] <= min(rij["begin"], rij["eind"])
        reeks = cijfers.rijen_van(stand, "stroom", f)
        assert [rij["eind"] for rij in reeks[:-1]] == [rij["begin"] for rij in reeks[1:]]


@pytest.mark.parametrize(
    ("sleutel", "velden_"),
    [
        ("meldingen", ("aantal", "terug")),
        ("voorraad", ("aantal",)),
        ("doorlooptijd", ("aantal",)),
        ("opgelost", ("vragen", "regels")),
        ("besluitvorm", ("besluiten", "afspraken", "op_verzoek")),
        ("evaluaties", ("aantal",)),
    ],
)
def test_the_districts_together_are_the_whole(stand: Stand, sleutel: str, velden_: tuple[str, ...]) -> None:
    for kwartaal in (Kwartaal(2025, 3), Kwartaal(2026, 1)):
        geheel, delen = alle_filters(kwartaal)
        for veld in velden_:
            totaal = sum(rij[veld] for rij in cijfers.rijen_van(stand, sleutel, geheel))
            assert totaal == sum(rij[veld] for f in delen for rij in cijfers.rijen_van(stand, sleutel, f))
        assert totaal > 0 or veld == "op_verzoek"


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1))
def test_no_group_under_ten_can_be_seen_or_worked_out(groepen: dict[str, int]) -> None:
    getoond = te_tonen(groepen)
    assert all(groepen[g] == 0 or groepen[g] >= KLEINSTE for g in getoond)
    verborgen = sum(aantal for g, aantal in groepen.items() if g not in getoond)
    if totaal_te_tonen(
        groepen
    ):  # who knows the total and the shown groups knows the sum of the rest, and no more
        assert verborgen == 0 or verborgen >= KLEINSTE
    assert totaal_te_tonen(groepen) == (sum(groepen.values()) >= KLEINSTE)


def test_a_small_group_is_hidden_on_every_district(stand: Stand) -> None:
    """With the total on the page, the shown districts never leave a remainder of one to nine people."""
    verborgen = 0
    for kwartaal in (Kwartaal(2025, 3), Kwartaal(2026, 1)):
        geheel, delen = alle_filters(kwartaal)
        totaal = {r["domein"]: r["aantal"] for r in cijfers.rijen_van(stand, "zelfredzaamheid", geheel)}
        per_domein: dict[str, list[int | None]] = {}
        for f in delen:
            for rij in cijfers.rijen_van(stand, "zelfredzaamheid", f):
                per_domein.setdefault(rij["domein"], []).append(rij["aantal"])
                assert (rij["aantal"] is None) == (rij["voor"] is None) == (rij["verandering"] is None)
        for domein, aantallen in per_domein.items():
            verborgen += aantallen.count(None)
            assert all(n is None or n >= KLEINSTE for n in aantallen)
            if totaal[domein] is not None:
                rest = totaal[domein] - sum(n or 0 for n in aantallen)
                assert rest == 0 or rest >= KLEINSTE
    assert verborgen > 10


def test_every_event_that_steering_reads_exists_in_a_room() -> None:
    assert set(velden.VELDEN) - set(gebeurtenissen.alle()) == set()
    for indicator in ALLE.values():
        assert indicator.events
        assert set(indicator.events) <= set(velden.VELDEN)


def test_steering_knows_the_steps_of_the_journey_and_no_others() -> None:
    """Steering imports no room, so the words are written twice; here they are held together."""
    assert {*feiten.VOLGORDE, "afgesloten"} == set(Stap.values)
    assert set(feiten.STAP.values()) <= set(Stap.values)


def test_every_head_is_complete() -> None:
    assert set(EERSTE) <= set(ALLE)
    for sleutel, i in ALLE.items():
        assert i.sleutel == sleutel
        assert all(str(deel).strip() for deel in (i.naam, i.definitie, i.bron, i.eigenaar, i.eenheid))
        assert str(i.definitie).endswith(".")


def test_the_step_from_events_is_the_step_on_the_file(lvc: Wijk) -> None:
    """Real acts, real files: steering and the work floor never disagree about where a question is."""
    bram, samira = lvc.als("Bram Peeters"), lvc.als("Samira Bouzid")
    eerste = lvc.melding()
    leg_contact_vast(eerste, kanaal="telefoon", onderwerp="terugbellen", door=bram)
    tweede = lvc.melding(wie=eerste.inwoner)
    plan_gesprek(tweede, moment=tweede.gemaakt_op + timedelta(days=2), plaats="thuis", door=bram)
    derde = lvc.melding(wie=eerste.inwoner)
    sluit_af(derde, uitkomst="zelf_opgelost", door=samira)
    gelezen = ververs(lvc.gemeente.pk)
    vandaag = tweede.gemeld_op
    assert vandaag is not None
    rijen = cijfers.rijen_van(gelezen, "voorraad", Filter.voor(Kwartaal.van(vandaag), vandaag))
    verwacht: dict[str, int] = {}
    for stap in Hulpvraag.objects.exclude(stap=Stap.AFGESLOTEN).values_list("stap", flat=True):
        verwacht[stap] = verwacht.get(stap, 0) + 1
    assert (
        {r["stap"]: r["aantal"] for r in rijen if r["aantal"]} == verwacht == {"melding": 1, "onderzoek": 1}
    )
    opgelost = cijfers.rijen_van(gelezen, "opgelost", Filter.voor(Kwartaal.van(vandaag), vandaag))
    assert {r["trede"]: r["vragen"] for r in opgelost if r["vragen"]} == {"eigen_kracht": 1}


def test_figures_of_one_municipality_never_answer_for_another(lvc: Wijk, alphen: Wijk) -> None:
    """T5: the same question, two towns; and a state from elsewhere is refused."""
    for wijk, vragen in ((lvc, 20), (alphen, 35)):
        with binnen(wijk.gemeente.pk):
            speel(wijk.gemeente.pk, ["11111111-1111-4111-8111-111111111111"], vragen=vragen)
        ververs(wijk.gemeente.pk)
    f = Filter.voor(Kwartaal(2026, 1), NU)
    standen = {wijk.gemeente.pk: lees_stand(wijk.gemeente.pk) for wijk in (lvc, alphen)}
    som = {}
    for pk, stand in standen.items():
        assert stand is not None
        with binnen(pk):
            som[pk] = sum(
                r["aantal"]
                for k in (2025, 2026)
                for r in cijfers.rijen_van(stand, "voorraad", Filter.voor(Kwartaal(k, 3), NU))
            )
    assert len(set(som.values())) == 2
    vreemd = standen[alphen.gemeente.pk]
    assert vreemd is not None
    with binnen(lvc.gemeente.pk), pytest.raises(PermissionError):
        cijfers.rijen_van(vreemd, "meldingen", f)


def test_new_events_give_new_figures_at_once(lvc: Wijk) -> None:
    f = Filter.voor(Kwartaal(2026, 3), NU)
    stand = ververs(lvc.gemeente.pk)
    assert cijfers.rijen_van(stand, "voorraad", f) == ()
    speel(lvc.gemeente.pk, [], vragen=30)
    assert sum(r["aantal"] for r in cijfers.rijen_van(ververs(lvc.gemeente.pk), "voorraad", f)) > 10


def test_the_command_and_the_clockwork_do_the_same(lvc: Wijk, alphen: Wijk) -> None:
    uit = StringIO()
    call_command("ververs_sturing", gemeente="land-van-cuijk", stdout=uit)
    assert "Land van Cuijk: " in uit.getvalue()
    assert lees_stand(alphen.gemeente.pk) is None
    tasks.elk_uur(timestamp=0)
    assert lees_stand(alphen.gemeente.pk) is not None
    with pytest.raises(CommandError, match="staat hier niet"):
        call_command("ververs_sturing", gemeente="nergens")


@pytest.mark.parametrize(
    ("dag", "sleutel"),
    [(date(2026, 1, 1), "2026-1"), (date(2026, 3, 31), "2026-1"), (date(2026, 12, 31), "2026-4")],
)
def test_quarters(dag: date, sleutel: str) -> None:
    k = Kwartaal.van(dag)
    assert str(k) == sleutel
    assert k.begin <= dag <= k.eind
    assert Kwartaal.lees(sleutel) == k
    assert k.verder(1).begin == k.eind + timedelta(days=1)
    assert k.verder(-4) == Kwartaal(k.jaar - 1, k.nummer)
