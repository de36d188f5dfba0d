"""Break-glass (A4): a typed reason, a time limit, notice outside the team, and it can't be clicked away."""

from datetime import timedelta
from typing import Any

from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.gebeurtenissen import soort, zin_voor_inwoner
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.toegang.models import Hulpvraag, Noodtoegang

REDEN = "De huisarts belt: mevrouw is gevallen en neemt niet op."
YUSUF, NOOR, ADA, JOOST = "Yusuf Demir", "Noor Verhoeven", "Ada Willems", "Joost van den Berg"


def url(wijk: Wijk, vraag: Hulpvraag, deel: str = "noodtoegang/") -> str:
    return wijk.url(f"vraag/{vraag.pk}/{deel}")


def geopend(wijk: Wijk) -> Noodtoegang:
    vraag = wijk.melding()
    assert wijk.browser(YUSUF).post(url(wijk, vraag), {"reden": REDEN}).status_code == 302
    return Noodtoegang.objects.get()


def oordeel(wijk: Wijk, wie: str, nood: Noodtoegang, **velden: str) -> Any:
    return wijk.browser(wie).post(
        wijk.url(f"noodtoegang/{nood.pk}/"), {f"{nood.pk}-{naam}": waarde for naam, waarde in velden.items()}
    )


def test_van_weigering_naar_lezen_met_een_reden_voor_vier_uur(lvc: Wijk) -> None:
    vraag, yusuf = lvc.melding(), lvc.browser(YUSUF)
    geweigerd = yusuf.get(url(lvc, vraag, ""))
    assert geweigerd.status_code == 403
    assert url(lvc, vraag) in geweigerd.content.decode(), "the refusal shows the way"

    vragen = yusuf.get(url(lvc, vraag)).content.decode()
    assert vraag.nummer in vragen and "de Wit" not in vragen

    te_kort = yusuf.post(url(lvc, vraag), {"reden": "even zien"})
    assert te_kort.status_code == 422 and "even zien" in te_kort.content.decode()
    assert not Noodtoegang.objects.exists()

    assert yusuf.post(url(lvc, vraag), {"reden": REDEN}).status_code == 302
    assert "de Wit" in yusuf.get(url(lvc, vraag, "")).content.decode()
    with klok.op(klok.nu() + timedelta(hours=4, minutes=1)):
        assert yusuf.get(url(lvc, vraag, "")).status_code == 403


def test_het_staat_luid_in_het_logboek_en_de_inwoner_leest_het(lvc: Wijk) -> None:
    nood = geopend(lvc)
    lvc.browser(YUSUF).get(url(lvc, nood.hulpvraag, ""))
    regels = Auditregel.objects.filter(door_naam=YUSUF, grond__startswith="noodtoegang: De huisarts belt")
    assert set(regels.values_list("actie", flat=True)) == {"noodtoegang.geopend", "dossier.ingezien"}
    gebeurd = Gebeurtenis.objects.get(soort="noodtoegang.geopend")
    assert soort("noodtoegang.geopend").voor_inwoner
    assert REDEN.rstrip(".") in zin_voor_inwoner(gebeurd.soort, gebeurd.door_naam, gebeurd.gegevens)
    assert gebeurd.dossier_id == nood.hulpvraag_id


def test_lezen_is_geen_wijzigen(lvc: Wijk) -> None:
    nood = geopend(lvc)
    antwoord = lvc.browser(YUSUF).post(
        url(lvc, nood.hulpvraag, "contact/"), {"kanaal": "telefoon", "onderwerp": "Gebeld"}
    )
    assert antwoord.status_code == 403
    assert "kunt u lezen, niet wijzigen" in antwoord.content.decode()


def test_de_teamleider_en_de_beheerder_zien_het_tot_iemand_oordeelt(lvc: Wijk) -> None:
    nood = geopend(lvc)
    for wie in (NOOR, ADA):
        pagina = lvc.browser(wie).get(lvc.url("noodtoegang/")).content.decode()
        assert REDEN in pagina and YUSUF in pagina and "nog open" in pagina, wie
    assert REDEN not in lvc.browser(JOOST).get(lvc.url("noodtoegang/")).content.decode(), "another team"
    assert oordeel(lvc, NOOR, nood).status_code == 422, "it can't be clicked away"
    assert oordeel(lvc, NOOR, nood, in_orde="nee").status_code == 422, "say what you do about it"
    assert oordeel(lvc, NOOR, nood, in_orde="ja").status_code == 302
    nood.refresh_from_db()
    assert (nood.in_orde, nood.beoordeeld_door) == (True, lvc.medewerker(NOOR))
    assert "Er wacht niets op een oordeel" in lvc.browser(NOOR).get(lvc.url("noodtoegang/")).content.decode()


def test_niet_terecht_sluit_het_dossier_meteen(lvc: Wijk) -> None:
    nood = geopend(lvc)
    assert (
        oordeel(lvc, ADA, nood, in_orde="nee", toelichting="Besproken en gemeld als datalek.").status_code
        == 302
    )
    assert lvc.browser(YUSUF).get(url(lvc, nood.hulpvraag, "")).status_code == 403


def test_de_teamleider_sluit_het_eerder_en_oordeelt_later(lvc: Wijk) -> None:
    nood = geopend(lvc)
    lvc.browser(NOOR).post(lvc.url(f"noodtoegang/{nood.pk}/"), {"beeindig": "1"})
    assert lvc.browser(YUSUF).get(url(lvc, nood.hulpvraag, "")).status_code == 403
    assert "Leg uw oordeel vast" in lvc.browser(NOOR).get(lvc.url("noodtoegang/")).content.decode()


def test_niemand_beoordeelt_zichzelf(lvc: Wijk) -> None:
    vraag = lvc.melding()
    lvc.browser(JOOST).post(url(lvc, vraag), {"reden": REDEN})
    nood = Noodtoegang.objects.get()
    assert "Dit was u zelf" in lvc.browser(JOOST).get(lvc.url("noodtoegang/")).content.decode()
    assert oordeel(lvc, JOOST, nood, in_orde="ja").status_code == 403
    nood.refresh_from_db()
    assert nood.in_orde is None


def test_wie_er_al_bij_mag_en_wie_er_niets_te_zoeken_heeft(lvc: Wijk) -> None:
    vraag = lvc.melding()
    assert lvc.browser("Noor Verhoeven").get(url(lvc, vraag))["Location"] == url(lvc, vraag, "")
    for wie in ("Fleur Jacobs", "Pieter Smits", ADA):
        assert lvc.browser(wie).post(url(lvc, vraag), {"reden": REDEN}).status_code == 403, wie
    assert lvc.browser(YUSUF).get(lvc.url("noodtoegang/")).status_code == 403
    assert lvc.browser(YUSUF).put(url(lvc, vraag)).status_code == 405
    assert lvc.browser(YUSUF).get(url(lvc, vraag).replace("land-van-cuijk", "alphen")).status_code == 404
