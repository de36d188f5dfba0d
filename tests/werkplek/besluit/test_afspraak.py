"""An agreement on screen, and the decision that can always be asked for."""

from tests.besluiten.verhaal import voor_afspraak, voor_besluit
from tests.wijk import Wijk
from wijkspil.besluiten.models import Aanvraag, Afspraak
from wijkspil.core.klok import vandaag
from wijkspil.plannen.models import Plan


def url(wijk: Wijk, plan: Plan, naam: str = "afspraak") -> str:
    return wijk.url(f"vraag/{plan.hulpvraag.pk}/{naam}/")


def test_een_afspraak_maken_in_de_woorden_van_de_inwoner(alphen: Wijk) -> None:
    plan, browser = voor_afspraak(alphen), alphen.browser("Tobias de Wit")
    pagina = browser.get(url(alphen, plan)).content.decode()
    assert "Samen de week op orde" in pagina
    assert "Een besluit kan altijd nog" in pagina
    assert "krijgt een bevestiging per brief" in pagina

    assert browser.post(url(alphen, plan), {"tekst": ""}).status_code == 422
    assert browser.post(url(alphen, plan), {"tekst": "Ik wil weer ritme."}).status_code == 302
    assert Afspraak.objects.get().tekst == "Ik wil weer ritme."


def test_een_tweede_keer_afspreken_houdt_de_woorden_en_legt_uit(alphen: Wijk) -> None:
    plan, browser = voor_afspraak(alphen), alphen.browser("Tobias de Wit")
    browser.post(url(alphen, plan), {"tekst": "Eerste keer."})
    antwoord = browser.post(url(alphen, plan), {"tekst": "Nog een keer."})
    assert antwoord.status_code == 422
    assert Afspraak.objects.count() == 1


def test_wat_een_besluit_vraagt_kan_hier_niet(lvc: Wijk) -> None:
    plan = voor_besluit(lvc)
    antwoord = lvc.browser("Bram Peeters").post(url(lvc, plan), {"tekst": "Wij spreken af dat dit goed is."})
    assert antwoord.status_code == 422
    assert "altijd een besluit nodig" in antwoord.content.decode()


def test_een_besluit_op_verzoek_zegt_wat_het_veroorzaakt(alphen: Wijk) -> None:
    plan, browser = voor_afspraak(alphen), alphen.browser("Tobias de Wit")
    adres = url(alphen, plan, "besluit-op-verzoek")
    pagina = browser.get(adres).content.decode()
    assert "u hoeft niet te vragen waarom" in pagina
    assert "krijgt Toos de Wit uiterlijk" in pagina
    assert browser.post(adres, {"op": "2999-01-01"}).status_code == 422
    assert browser.post(adres, {"op": vandaag().isoformat()}).status_code == 302
    assert Aanvraag.objects.get().hoe == "op verzoek na een afspraak"
    assert "Er loopt al een aanvraag" in browser.get(adres).content.decode()


def test_wie_mag_erbij(alphen: Wijk) -> None:
    plan = voor_afspraak(alphen)
    for naam in ("afspraak", "besluit-op-verzoek"):
        assert alphen.browser("Hanna Bakker").get(url(alphen, plan, naam)).status_code == 200
        assert alphen.browser("Rachid Amrani").get(url(alphen, plan, naam)).status_code == 403
        assert alphen.browser("Marleen Kuiper").get(url(alphen, plan, naam)).status_code == 403
        assert alphen.browser("Tobias de Wit").put(url(alphen, plan, naam)).status_code == 405


def test_de_paginas_blijven_goedkoop(alphen: Wijk, django_assert_max_num_queries: object) -> None:
    plan, browser = voor_afspraak(alphen), alphen.browser("Tobias de Wit")
    for naam in ("afspraak", "besluit-op-verzoek"):
        browser.get(url(alphen, plan, naam))
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            assert browser.get(url(alphen, plan, naam)).status_code == 200


def test_de_eigen_bijdrage_staat_op_de_pagina_en_in_de_brief_per_rechtsvorm(alphen: Wijk) -> None:
    plan = voor_afspraak(alphen)
    pagina = (
        alphen.browser("Tobias de Wit")
        .get(alphen.url(f"vraag/{plan.hulpvraag_id}/afspraak/"))
        .content.decode()
    )
    assert "Eigen bijdrage" in pagina
    assert "(algemene voorziening)" in pagina
    assert "geen eigen bijdrage" in pagina
