"""The same game, played in three towns: it knows no municipality, so what happens differently follows from the file."""

from datetime import UTC, date, datetime

from tests.oefenstad.redenen import vreemd
from tests.wijk import Wijk
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.gemeenten.models import Medewerker
from wijkspil.oefenstad.opdracht import Opdracht
from wijkspil.oefenstad.samenspel import speel
from wijkspil.ondersteuning.models import Declaratie, Toewijzing
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Hulpvraag


def speel_een_jaar(slug: str, meldingen: int = 30) -> None:
    tot = datetime(2026, 12, 18, 16, 0, tzinfo=UTC)
    uitslag = speel(Opdracht(slug, meldingen, 7, date(2026, 1, 5), tot, met_pdf=False))
    assert vreemd(uitslag.redenen) == []


def test_haarlem_wijst_uren_toe_en_betaalt_wat_geleverd_is(haarlem: Wijk) -> None:
    speel_een_jaar("haarlem")
    huishouden = Toewijzing.objects.filter(product__code="01H01")
    assert huishouden.exists()
    for toewijzing in huishouden:
        assert (toewijzing.eenheid, toewijzing.frequentie) == ("01", "2"), "minuten per week"
        assert toewijzing.volume > 60
        assert toewijzing.besluit is not None
    maatwerk = Arrangementregel.objects.filter(trede="maatwerk", toewijzingen__isnull=False)
    assert all(regel.minuten_per_week for regel in maatwerk), "achter elk besluit staan uren"
    assert Declaratie.objects.filter(status="betaald").exists()


def test_in_oirschot_levert_wijzer_en_beslist_de_kempen(oirschot: Wijk) -> None:
    speel_een_jaar("oirschot")
    eigen = Toewijzing.objects.filter(product__code="02E01").select_related("aanbieder", "team")
    assert eigen.exists()
    for toewijzing in eigen:
        assert toewijzing.besluit is None
        assert toewijzing.aanbieder is not None
        assert (toewijzing.aanbieder.soort, toewijzing.met_berichten) == ("eigen_team", False)
    kempen = set(Medewerker.objects.filter(organisatie="Toegang de Kempen").values_list("pk", flat=True))
    genomen = Besluit.objects.exclude(genomen_door_id=None)
    assert genomen.exists()
    assert {b.genomen_door_id for b in genomen} <= kempen
    onderzocht = Hulpvraag.objects.filter(besluiten__in=genomen).select_related("team")
    assert {h.team.naam for h in onderzocht if h.team} == {"Toegang de Kempen"}


def test_in_oude_ijsselstreek_komt_maatwerk_meestal_zonder_besluit(oude_ijsselstreek: Wijk) -> None:
    speel_een_jaar("oude-ijsselstreek", 40)
    partner = Toewijzing.objects.filter(product__code__in=["01P01", "02P01", "07P01", "04P01"])
    zonder = partner.filter(besluit=None)
    assert zonder.count() > partner.count() / 2
    assert all(t.met_berichten and t.frequentie == "6" for t in zonder), "een bedrag voor de hele periode"
    assert Afspraak.objects.count() > Besluit.objects.count()
    stoel = Arrangementregel.objects.filter(
        product__code__in=["11P01", "13P01", "14P01"], plan__status="vastgesteld"
    )
    vragen = Hulpvraag.objects.filter(plannen__regels__in=stoel).exclude(stap__in=["plan", "arrangement"])
    assert all(Besluit.objects.filter(hulpvraag=h).exists() or h.aanvragen.exists() for h in vragen)
