"""What a partner may take in and see follows from the way of working."""

from datetime import date

from tests.overdrachten.verhaal import partij, partner
from tests.werkplek.partner.test_partner import _vraag
from tests.wijk import Wijk
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.partner.views import partnerdeur
from wijkspil.werkwijzen.kast import laad


def test_de_dorpsondersteuner_komt_door_de_eigen_deur_en_ziet_hoe_het_staat(oirschot: Wijk) -> None:
    partner(oirschot, partij(oirschot, "Dorpsondersteuners"), "Riet van Gils")
    riet = oirschot.browser("Riet van Gils")
    assert riet.post(oirschot.url("partner/vraag/nieuw/"), _vraag()).status_code == 302
    assert Hulpvraag.objects.get().deur == "dorpsondersteuner"
    assert "Doorgegeven." not in riet.get(oirschot.url("partner/")).content.decode()


def test_wie_alleen_zijn_eigen_deel_ziet_leest_niet_hoe_het_staat(oude_ijsselstreek: Wijk) -> None:
    wijk = oude_ijsselstreek
    partner(wijk, partij(wijk, "Wijkverpleging"), "Jan Oor")
    jan = wijk.browser("Jan Oor")
    jan.post(wijk.url("partner/vraag/nieuw/"), _vraag())
    assert "Doorgegeven." in jan.get(wijk.url("partner/")).content.decode()


def test_met_wie_niets_opneemt_is_dat_afgesproken(oude_ijsselstreek: Wijk) -> None:
    wijk = oude_ijsselstreek
    partner(wijk, partij(wijk, "Zorgkantoor"), "Ria Post")
    antwoord = wijk.browser("Ria Post").get(wijk.url("partner/vraag/nieuw/"))
    assert (
        antwoord.status_code == 403 and "afgesproken dat u geen vragen opneemt" in antwoord.content.decode()
    )


def test_zonder_afspraak_gaat_iedereen_door_een_deur_die_er_is(lvc: Wijk) -> None:
    werkwijze = laad("land-van-cuijk", date(2026, 6, 1))
    assert partnerdeur(partij(lvc), werkwijze) in {d.sleutel for d in werkwijze.deuren.lijst}
