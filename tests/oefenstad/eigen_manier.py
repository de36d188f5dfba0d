"""What a game must have left in each town: it knows no municipality, so what happens differently follows from the file.

A game takes seconds, so test_spel.py plays each town once and asks here what is its own.
"""

from collections import Counter
from collections.abc import Callable

from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.gemeenten.models import Medewerker
from wijkspil.ondersteuning.models import Declaratie, Toewijzing
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Hulpvraag, Klok


def haarlem_wijst_uren_toe_en_betaalt_wat_geleverd_is() -> None:
    huishouden = Toewijzing.objects.filter(product__code="01H01")
    assert huishouden.exists()
    for toewijzing in huishouden:
        assert (toewijzing.eenheid, toewijzing.frequentie) == ("01", "2"), "minuten per week"
        assert toewijzing.volume > 60
        assert toewijzing.besluit is not None
    maatwerk = Arrangementregel.objects.filter(trede="maatwerk", toewijzingen__isnull=False)
    assert all(regel.minuten_per_week for regel in maatwerk), "achter elk besluit staan uren"
    assert Declaratie.objects.filter(status="betaald").exists()


def in_oirschot_levert_wijzer_en_beslist_de_kempen() -> None:
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


def in_oude_ijsselstreek_komt_maatwerk_meestal_zonder_besluit() -> None:
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


def in_land_van_cuijk_worden_sommige_termijnen_gemist_en_de_meeste_gehaald() -> None:
    stand = Counter(Klok.objects.filter(soort=Klok.Soort.ONDERZOEK).values_list("status", flat=True))
    assert stand["gehaald"] > 3 * stand["overschreden"] > 0


EIGEN_MANIER: dict[str, Callable[[], None]] = {
    "land-van-cuijk": in_land_van_cuijk_worden_sommige_termijnen_gemist_en_de_meeste_gehaald,
    "haarlem": haarlem_wijst_uren_toe_en_betaalt_wat_geleverd_is,
    "oirschot": in_oirschot_levert_wijzer_en_beslist_de_kempen,
    "oude-ijsselstreek": in_oude_ijsselstreek_komt_maatwerk_meestal_zonder_besluit,
}
