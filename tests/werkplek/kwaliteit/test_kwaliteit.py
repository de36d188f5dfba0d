"""A sample of plans: drawn again by anybody, read by a colleague, and shown with what came out."""

from datetime import timedelta
from typing import Any

from tests.plannen.verhaal import tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Auditregel
from wijkspil.plannen.actions.kwaliteit import PUNTEN
from wijkspil.plannen.models import Plan, Plantoets, Steekproef

LEIDER = "Noor Verhoeven"


def trekking(**anders: str) -> dict[str, str]:
    data = {
        "van": (vandaag() - timedelta(days=30)).isoformat(),
        "tot": vandaag().isoformat(),
        "aantal": "5",
        "zaad": "najaar",
    }
    return data | anders


def antwoorden(rev: int = 1, **anders: str) -> dict[str, Any]:
    return {"rev": rev, "opmerking": "Mooi in eigen woorden.", **{f"punt_{p}": "ja" for p in PUNTEN}} | anders


def proef(wijk: Wijk) -> tuple[Plan, Steekproef]:
    plan = tot_arrangement(wijk)
    assert wijk.browser(LEIDER).post(wijk.url("kwaliteit/"), trekking()).status_code == 302
    return plan, Steekproef.objects.get()


def test_trekken_lezen_en_de_uitslag(lvc: Wijk) -> None:
    plan, steekproef = proef(lvc)
    leider = lvc.browser(LEIDER)
    adres = lvc.url(f"kwaliteit/{steekproef.pk}/")
    assert "Nog geen plan gelezen" in leider.get(adres).content.decode()
    bladzijde = leider.get(f"{adres}1/").content.decode()
    assert "Ik wil weer zelf koken." in bladzijde and "Het lukt" not in bladzijde
    assert Auditregel.objects.filter(dossier_id=plan.hulpvraag_id, grond="steekproef").exists()

    half = leider.post(f"{adres}1/", {"rev": 1, "punt_meetbaar": "ja"})
    assert half.status_code == 422
    assert leider.post(f"{adres}1/", antwoorden(punt_meetbaar="nee", punt_besluit="nvt")).status_code == 302
    uitslag = leider.get(adres).content.decode()
    assert "100%" in uitslag and "0%" in uitslag and "–" in uitslag
    assert Plantoets.objects.get().beoordeeld_door == LEIDER
    oud = leider.post(f"{adres}1/", antwoorden(rev=1))
    assert oud.status_code == 409 and "Mooi in eigen woorden." in oud.content.decode()


def test_uit_niets_valt_niets_te_trekken(lvc: Wijk) -> None:
    antwoord = lvc.browser(LEIDER).post(lvc.url("kwaliteit/"), trekking())
    assert antwoord.status_code == 422 and "geen plan vastgesteld" in antwoord.content.decode()
    om = lvc.browser(LEIDER).post(lvc.url("kwaliteit/"), trekking(tot="2020-01-01"))
    assert "voor de eerste" in om.content.decode()


def test_niemand_leest_het_eigen_plan_na(lvc: Wijk) -> None:
    plan, steekproef = proef(lvc)
    Plan.objects.filter(pk=plan.pk)  # the director is Bram; a leader who directs it is refused
    from wijkspil.core.schrijven import schrijven_open

    with schrijven_open():
        Plan.objects.filter(pk=plan.pk).update(regisseur=lvc.medewerker(LEIDER))
    antwoord = lvc.browser(LEIDER).post(lvc.url(f"kwaliteit/{steekproef.pk}/1/"), antwoorden())
    assert antwoord.status_code == 422 and "uw eigen plan" in antwoord.content.decode()


def test_alleen_voor_de_teamleider(lvc: Wijk) -> None:
    _plan, steekproef = proef(lvc)
    for rest in ("kwaliteit/", f"kwaliteit/{steekproef.pk}/", f"kwaliteit/{steekproef.pk}/1/"):
        assert lvc.browser("Bram Peeters").get(lvc.url(rest)).status_code == 403
    assert lvc.browser(LEIDER).get(lvc.url(f"kwaliteit/{steekproef.pk}/99/")).status_code == 404
