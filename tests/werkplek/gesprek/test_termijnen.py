"""The page of clocks: why each date, and standing still only where the law knows it."""

from datetime import timedelta

from tests.toegang.test_termijnen import een_klok
from tests.werkplek.gesprek.hulp import pad
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.regels import wmo
from wijkspil.toegang.actions import schort_termijn_op
from wijkspil.toegang.models import Klok


def stil(klok: Klok, **anders: object) -> dict[str, object]:
    """The form to let a clock stand still, as the browser sends it."""
    velden = {
        "reden_code": "aanvulling",
        "op": vandaag().isoformat(),
        "toelichting": "Wij wachten op uw huurcontract.",
    }
    return {"klok": klok.pk, "rev": klok.rev, "wat": "opschorten"} | {
        f"opschorten-{klok.pk}-{naam}": waarde for naam, waarde in (velden | anders).items()
    }


def besluitklok(lvc: Wijk) -> Klok:
    return een_klok(lvc.melding(), wmo.beslistermijn(vandaag() - timedelta(days=2)), lvc.als("Bram Peeters"))


def test_het_onderzoek_zegt_waarom_het_niet_stil_kan_staan(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "termijnen/")).content.decode()
    assert "De termijn duurt 6 weken" in inhoud
    assert "het onderzoek is geen besluit" in inhoud
    assert "Zet de termijn stil" not in inhoud


def test_een_besluit_kan_stilstaan_en_weer_lopen(lvc: Wijk) -> None:
    klok = besluitklok(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, klok.hulpvraag, "termijnen/")
    assert bram.post(adres, stil(klok)).status_code == 302
    klok.refresh_from_db()
    assert klok.status == "opgeschort"
    inhoud = bram.get(adres).content.decode()
    assert "Wij wachten op uw huurcontract." in inhoud
    assert "De termijn staat stil tot de gegevens binnen zijn" in inhoud

    weer = {
        "klok": klok.pk,
        "rev": klok.rev,
        "wat": "hervatten",
        f"hervatten-{klok.pk}-op": (vandaag() + timedelta(days=5)).isoformat(),
    }
    assert bram.post(adres, weer).status_code == 302
    klok.refresh_from_db()
    assert klok.status == "loopt"


def test_instemming_vraagt_een_schriftelijk_akkoord(lvc: Wijk) -> None:
    klok = besluitklok(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, klok.hulpvraag, "termijnen/")
    zonder = bram.post(adres, stil(klok, reden_code="instemming"))
    assert zonder.status_code == 422
    assert "Zonder schriftelijk akkoord" in zonder.content.decode()
    assert "Wij wachten op uw huurcontract." in zonder.content.decode()
    assert bram.post(adres, stil(klok, reden_code="instemming", akkoord="on")).status_code == 302


def test_wat_de_wet_niet_kent_legt_de_pagina_uit(lvc: Wijk) -> None:
    klok = besluitklok(lvc)
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, klok.hulpvraag, "termijnen/")
    te_vroeg = bram.post(adres, stil(klok, op=(vandaag() - timedelta(days=30)).isoformat()))
    assert te_vroeg.status_code == 422
    assert "kan niet eerder stilstaan" in te_vroeg.content.decode()

    langer = {
        "klok": klok.pk,
        "rev": klok.rev,
        "wat": "verlengen",
        f"verlengen-{klok.pk}-weken": 2,
        f"verlengen-{klok.pk}-reden": "druk",
    }
    antwoord = bram.post(adres, langer)
    assert antwoord.status_code == 422
    assert "wordt niet langer door een brief" in antwoord.content.decode()


def test_een_redelijke_termijn_kan_langer(lvc: Wijk) -> None:
    klok = een_klok(lvc.melding(), wmo.redelijke_termijn(vandaag()), lvc.als("Bram Peeters"))
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, klok.hulpvraag, "termijnen/")
    langer = {
        "klok": klok.pk,
        "rev": klok.rev,
        "wat": "verlengen",
        f"verlengen-{klok.pk}-weken": 2,
        f"verlengen-{klok.pk}-reden": "advies",
    }
    assert bram.post(adres, langer).status_code == 302
    klok.refresh_from_db()
    assert klok.termijn.verlengingen[0].reden == "advies"


def test_wie_een_oude_pagina_verstuurt_ziet_hoe_de_klok_nu_staat(lvc: Wijk) -> None:
    klok = besluitklok(lvc)
    oud = stil(klok)
    schort_termijn_op(klok, reden_code="overmacht", op=vandaag(), door=lvc.als("Noor Verhoeven"))
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, klok.hulpvraag, "termijnen/"), oud)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Noor Verhoeven heeft dit intussen veranderd" in inhoud
    assert "Wij wachten op uw huurcontract." in inhoud


def test_de_frontoffice_kijkt_mee_maar_zet_niets_stil(lvc: Wijk) -> None:
    klok = besluitklok(lvc)
    samira, adres = lvc.browser("Samira Bouzid"), pad(lvc, klok.hulpvraag, "termijnen/")
    inhoud = samira.get(adres).content.decode()
    assert "De termijn duurt 2 weken" in inhoud
    assert "Zet de termijn stil" not in inhoud
    assert samira.post(adres, stil(klok)).status_code == 403


def test_een_klok_van_een_andere_vraag_bestaat_hier_niet(lvc: Wijk) -> None:
    klok = besluitklok(lvc)
    ander = lvc.melding(wie=klok.hulpvraag.inwoner)
    assert lvc.browser("Bram Peeters").post(pad(lvc, ander, "termijnen/"), stil(klok)).status_code == 404
    verkeerd = stil(klok) | {"wat": "weggooien"}
    assert (
        lvc.browser("Bram Peeters").post(pad(lvc, klok.hulpvraag, "termijnen/"), verkeerd).status_code == 404
    )
