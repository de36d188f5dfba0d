"""Who may look along: given by the resident or by staff, for a time and within a scope, and taken back at once."""

from datetime import timedelta

import pytest

from tests.portaal.verhaal import Bewoner, Omvang, ander, bewoner, mee
from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht
from wijkspil.gemeenten.models import Account
from wijkspil.inwoners.machtigingen import MachtigingNietMogelijk, geef_machtiging
from wijkspil.inwoners.models import Inwoneraccount

DAG = timedelta(days=1)


def formulier(**anders: str) -> dict[str, str]:
    tot = klok.vandaag() + 30 * DAG
    return {
        "naam": "Anja",
        "email": "anja@voorbeeld.example",
        "omvang": "regelen",
        "tot": f"{tot:%Y-%m-%d}",
    } | anders


def test_de_inwoner_geeft_het_en_stopt_het_en_dan_is_er_niets_meer(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    assert zelf.post("meekijken/", **formulier()).status_code == 302
    rij = Inwoneraccount.objects.get(account__email="anja@voorbeeld.example")
    anja = Bewoner(rij.account, lvc)
    assert anja.get(f"vraag/{vraag.pk}/").status_code == 200
    assert "U kijkt mee voor" in anja.get(f"vraag/{vraag.pk}/").content.decode()
    assert "Anja" in zelf.get("meekijken/").content.decode()
    assert zelf.post(f"meekijken/{rij.pk}/stop/").status_code == 302
    assert anja.get(f"vraag/{vraag.pk}/").status_code == 404
    assert "Keek eerder mee" in zelf.get("meekijken/").content.decode()
    assert zelf.post("meekijken/", **formulier()).status_code == 302, "and it can be given again"


def test_het_eindigt_vanzelf_op_de_laatste_dag(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    anja = mee(zelf, vraag, "Anja", Omvang.REGELEN, dagen=3)
    nu = klok.nu()
    with klok.op(nu + 3 * DAG):
        assert anja.get(f"vraag/{vraag.pk}/").status_code == 200
    with klok.op(nu + 4 * DAG):
        assert anja.get(f"vraag/{vraag.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("email", "geen adres"), ("naam", ""), ("tot", ""), ("tot", "2020-01-01"), ("tot", "2099-01-01")],
)
def test_een_fout_laat_staan_wat_er_getypt_is_en_zegt_wat_te_doen(lvc: Wijk, veld: str, waarde: str) -> None:
    zelf = bewoner(lvc, lvc.melding().inwoner)
    antwoord = zelf.post("meekijken/", **formulier(**{veld: waarde}))
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Er is nog niets bewaard" in tekst
    assert ("Anja" if veld != "naam" else "anja@voorbeeld.example") in tekst
    assert not Inwoneraccount.objects.filter(namens="vertegenwoordiger").exists()


def test_niet_zichzelf_en_niet_twee_keer(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    assert zelf.post("meekijken/", **formulier(email=zelf.account.email)).status_code == 422
    assert zelf.post("meekijken/", **formulier()).status_code == 302
    assert zelf.post("meekijken/", **formulier()).status_code == 422


def test_een_vertegenwoordiger_geeft_het_niet_door(lvc: Wijk) -> None:
    vraag = lvc.melding()
    anja = mee(bewoner(lvc, vraag.inwoner), vraag, "Anja", Omvang.REGELEN)
    assert anja.get("meekijken/").status_code == 403
    with pytest.raises(GeenRecht, match="niet doorgeven"):
        geef_machtiging(
            vraag.inwoner,
            naam="Piet",
            email="p@p.example",
            omvang="regelen",
            tot=klok.vandaag(),
            door=anja.door,
        )


def test_iemand_anders_stopt_het_niet(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    rij = Inwoneraccount.objects.get(account=mee(zelf, vraag, "Anja", Omvang.REGELEN).account)
    assert ander(lvc).post(f"meekijken/{rij.pk}/stop/").status_code == 404
    rij.refresh_from_db()
    assert rij.ingetrokken_op is None


def test_een_medewerker_legt_het_vast_als_de_inwoner_erom_vraagt_en_de_inwoner_ziet_het(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    samira = lvc.browser("Samira Bouzid")
    url = lvc.url(f"vraag/{vraag.pk}/meekijken/")
    assert samira.get(url).status_code == 200
    assert samira.post(url, formulier()).status_code == 302
    assert samira.post(url, formulier(tot="2020-01-01")).status_code == 422
    assert "Samira Bouzid liet Anja meekijken" in zelf.get(f"vraag/{vraag.pk}/verloop/").content.decode()
    rij = Inwoneraccount.objects.get(account=Account.objects.get(email="anja@voorbeeld.example"))
    assert samira.post(lvc.url(f"vraag/{vraag.pk}/meekijken/{rij.pk}/stop/")).status_code == 302
    rij.refresh_from_db()
    assert rij.ingetrokken_op is not None


def test_een_machtiging_heeft_altijd_een_einde(lvc: Wijk) -> None:
    vraag = lvc.melding()
    with pytest.raises(MachtigingNietMogelijk):
        geef_machtiging(
            vraag.inwoner,
            naam="Piet",
            email="p@p.example",
            omvang="regelen",
            tot=klok.vandaag() + timedelta(days=3000),
            door=lvc.als("Samira Bouzid"),
        )
