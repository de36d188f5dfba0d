"""Toos agrees with the plan on her own pages: the version that she read, in two clicks, and it stays a plan without it (B12)."""

from tests.plannen.verhaal import consulent, gratis, laatste, tot_arrangement
from tests.portaal.verhaal import Bewoner, Omvang, bewoner, mee
from tests.wijk import Wijk
from wijkspil.plannen.actions import herzie_plan, stel_arrangement_vast, stel_plan_vast
from wijkspil.plannen.models import Plan


def _afgesproken(wijk: Wijk) -> Plan:
    """A fixed plan with a line in it."""
    plan = tot_arrangement(wijk)
    gratis(plan, wijk)
    stel_arrangement_vast(plan, door=consulent(wijk))
    return plan


def _blad(wie: Bewoner, pad: str) -> str:
    antwoord = wie.get(pad)
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def test_in_twee_klikken_akkoord_en_iedereen_ziet_het(lvc: Wijk) -> None:
    plan = _afgesproken(lvc)
    vraag = plan.hulpvraag
    zelf, pad = bewoner(lvc, vraag.inwoner), f"vraag/{vraag.pk}/plan/akkoord/"
    assert "Lees uw plan en ga akkoord" in _blad(zelf, f"vraag/{vraag.pk}/")
    assert f'href="{zelf.url(pad)}"' in _blad(zelf, f"vraag/{vraag.pk}/plan/")
    gelezen = _blad(zelf, pad)
    assert "Ik wil weer zelf koken." in gelezen and "Dochter Anja" in gelezen
    assert zelf.post(pad, rev=str(plan.versies.get().rev)).status_code == 302
    handtekening = plan.versies.get().ondertekend[0]
    assert (handtekening["wie"], handtekening["rol"], handtekening["hoe"]) == (
        zelf.account.naam,
        "inwoner",
        "in Mijn vraag",
    )
    assert "Ik ga akkoord met dit plan" not in _blad(zelf, f"vraag/{vraag.pk}/plan/")
    assert "tekende dit plan op" in _blad(zelf, pad)
    assert "Het plan is getekend." in _blad(zelf, f"vraag/{vraag.pk}/verloop/")
    staf = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{vraag.pk}/plan/")).content.decode()
    assert "inwoner, in Mijn vraag" in staf
    assert zelf.post(pad, rev="1").status_code == 302
    assert len(plan.versies.get().ondertekend) == 1, "once is once"


def test_wat_niet_gelezen_is_wordt_niet_getekend(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    zelf, pad = bewoner(lvc, plan.inwoner), f"vraag/{plan.hulpvraag_id}/plan/akkoord/"
    gelezen = plan.versies.get().rev
    assert "Wie wat doet, komt er nog bij." in _blad(zelf, pad)
    gratis(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    antwoord = zelf.post(pad, rev=str(gelezen))
    assert antwoord.status_code == 409
    assert (
        "Er is niets getekend." in antwoord.content.decode() and "Dochter Anja" in antwoord.content.decode()
    )
    assert plan.versies.get().ondertekend == []
    assert zelf.post(pad).status_code == 409, "a form without a version signs nothing"


def test_een_herzien_plan_vraagt_het_opnieuw(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    zelf, pad = bewoner(lvc, plan.inwoner), f"vraag/{plan.hulpvraag_id}/plan/akkoord/"
    zelf.post(pad, rev=str(plan.versies.get().rev))
    herzie_plan(plan, door=consulent(lvc))
    assert "Er is nu geen plan om te tekenen." in _blad(zelf, pad)
    stel_plan_vast(plan, door=consulent(lvc))
    nieuw = plan.versies.get(versie=2)
    assert zelf.post(pad, rev=str(nieuw.rev)).status_code == 302
    assert [len(v.ondertekend) for v in plan.versies.order_by("versie")] == [1, 1]


def test_wie_mag_regelen_tekent_namens_de_inwoner_en_wie_meekijkt_niet(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    vraag = plan.hulpvraag
    zelf, pad = bewoner(lvc, vraag.inwoner), f"vraag/{vraag.pk}/plan/akkoord/"
    buurman = mee(zelf, vraag, "Wim", Omvang.MEEKIJKEN)
    rev = str(plan.versies.get().rev)
    assert 'method="post" action="' + zelf.url(pad) not in _blad(buurman, pad)
    assert buurman.post(pad, rev=rev).status_code == 403
    dochter = mee(zelf, vraag, "Anja", Omvang.REGELEN)
    assert "Ja, akkoord namens Toos de Wit" in _blad(dochter, pad)
    assert dochter.post(pad, rev=rev).status_code == 302
    assert plan.versies.get().ondertekend[0]["hoe"] == "in Mijn vraag, namens de inwoner"
    assert laatste("plan.ondertekend").gegevens["rol"] == "inwoner"
