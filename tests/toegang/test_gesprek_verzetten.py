"""A conversation that moves: one new invitation, the old one held back, and no letter about a day that no longer counts."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.brieven.lezen import alles
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.brieven.actions import verzend
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.klok import nu
from wijkspil.core.models import Gebeurtenis, Uitgaand
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.toegang.actions import plan_gesprek, rond_gesprek_af, verzet_gesprek, zeg_gesprek_af
from wijkspil.toegang.models import Gesprek

S = Brief.Status


def over(dagen: int, uur: int = 10) -> datetime:
    return timezone.localtime(nu() + timedelta(days=dagen)).replace(
        hour=uur, minute=0, second=0, microsecond=0
    )


def gepland(wijk: Wijk) -> Gesprek:
    gesprek = plan_gesprek(wijk.melding(), moment=over(3), plaats="thuis", door=consulent(wijk))
    return Gesprek.objects.select_related("hulpvraag").get(pk=gesprek.pk)


def uitnodigingen(wijk: Wijk) -> list[Brief]:
    uitbox.leeg(wijk.gemeente.pk)
    return list(Brief.objects.filter(sjabloon="uitnodiging_gesprek").order_by("kenmerk"))


def test_een_nieuwe_uitnodiging_en_de_oude_blijft_binnen(lvc: Wijk) -> None:
    gesprek, bram = gepland(lvc), consulent(lvc)
    assert [b.status for b in uitnodigingen(lvc)] == [S.KLAAR]
    verzet_gesprek(gesprek, moment=over(8, 14), plaats="op kantoor", door=bram)
    oud, nieuw = uitnodigingen(lvc)
    assert (oud.status, nieuw.status) == (S.INGETROKKEN, S.KLAAR)
    tekst = alles(bytes(nieuw.pdf or b""))
    assert "14.00 uur" in tekst and "in de plaats van de afspraak van" in tekst
    assert Gebeurtenis.objects.get(soort="gesprek.verzet").gegevens["plaats"] == "op kantoor"


def test_een_uitnodiging_die_al_weg_is_blijft_en_de_nieuwe_volgt(lvc: Wijk) -> None:
    gesprek, bram = gepland(lvc), consulent(lvc)
    verzend(uitnodigingen(lvc)[0], door=bram)
    verzet_gesprek(gesprek, moment=over(8), plaats="thuis", door=bram)
    assert [b.status for b in uitnodigingen(lvc)] == [S.VERZONDEN, S.KLAAR]


def test_twee_keer_verzetten_voor_de_brief_er_is_geeft_een_brief(lvc: Wijk) -> None:
    gesprek, bram = gepland(lvc), consulent(lvc)
    verzet_gesprek(gesprek, moment=over(8), plaats="thuis", door=bram)
    verzet_gesprek(gesprek, moment=over(9, 16), plaats="thuis", door=bram)
    (brief,) = uitnodigingen(lvc)
    assert "16.00 uur" in alles(bytes(brief.pdf or b""))
    assert not Uitgaand.objects.exclude(status="verwerkt").exists(), (
        "nothing gets stuck on a day that is gone"
    )


def test_een_afgezegd_gesprek_geeft_geen_uitnodiging_en_loopt_niet_vast(lvc: Wijk) -> None:
    gesprek, bram = gepland(lvc), consulent(lvc)
    zeg_gesprek_af(gesprek, reden="inwoner is ziek", door=bram)
    assert uitnodigingen(lvc) == []
    assert not Uitgaand.objects.exclude(status="verwerkt").exists()


def test_afzeggen_houdt_de_uitnodiging_tegen(lvc: Wijk) -> None:
    gesprek = gepland(lvc)
    uitnodigingen(lvc)
    zeg_gesprek_af(gesprek, reden="inwoner is ziek", door=consulent(lvc))
    assert [b.status for b in uitnodigingen(lvc)] == [S.INGETROKKEN]


def test_wat_gevoerd_is_kan_niet_meer_schuiven_en_hetzelfde_is_geen_verzetten(lvc: Wijk) -> None:
    gesprek, bram = gepland(lvc), consulent(lvc)
    verzet_gesprek(gesprek, moment=gesprek.moment, plaats=gesprek.plaats, door=bram)
    assert not Gebeurtenis.objects.filter(soort="gesprek.verzet").exists()
    rond_gesprek_af(gesprek, door=bram)
    with pytest.raises(StapNietMogelijk):
        verzet_gesprek(gesprek, moment=over(8), plaats="thuis", door=bram)


def test_op_het_scherm(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    gesprek, browser = gepland(lvc), lvc.browser("Bram Peeters")
    basis = lvc.url(f"vraag/{gesprek.hulpvraag_id}/gesprek/")
    url = f"{basis}{gesprek.pk}/verzetten/"
    assert url in browser.get(f"{basis}plannen/").content.decode()
    with django_assert_max_num_queries(20):
        pagina = browser.get(url).content.decode()
    assert f'value="{timezone.localdate(gesprek.moment).isoformat()}"' in pagina
    fout = browser.post(url, {"datum": "", "tijd": "11:45", "plaats": "thuis"})
    assert fout.status_code == 422 and "11:45" in fout.content.decode()
    dag = over(12).date().isoformat()
    assert browser.post(url, {"datum": dag, "tijd": "11:45", "plaats": "thuis"}).status_code == 302
    gesprek.refresh_from_db()
    assert timezone.localtime(gesprek.moment).strftime("%Y-%m-%d %H:%M") == f"{dag} 11:45"
    assert lvc.browser("Yusuf Demir").get(url).status_code == 403
    assert browser.put(url).status_code == 405
    assert browser.get(url.replace("land-van-cuijk", "alphen")).status_code == 404
