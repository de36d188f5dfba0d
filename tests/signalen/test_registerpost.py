"""Life events: read once, errors per line, a task for a person, and no trace of who is not known here."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.signalen.verhaal import bestand, verhuisd
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.signalen.models import Levensgebeurtenis, Registerbestand
from wijkspil.signalen.registerpost import lees_bestand, lees_map
from wijkspil.toegang.actions import sluit_af
from wijkspil.toegang.models import Hulpvraag

TOOS, HUISGENOOT, VREEMD = "999900006", "999900018", "999900031"


def _huisgenoot(wijk: Wijk) -> Hulpvraag:
    wie = NieuweInwoner(achternaam="Wit", roepnaam="Henk", bsn=HUISGENOOT, postcode="5431AB", huisnummer="12")
    return wijk.melding(wie=wie)


def test_een_verhuizing_wordt_een_taak_en_pas_na_een_klik_een_nieuw_adres(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    taak = verhuisd(lvc, hulpvraag)
    hulpvraag.inwoner.refresh_from_db()
    assert (taak.status, hulpvraag.inwoner.huisnummer) == ("open", "12")
    browser = lvc.browser("Bram Peeters")
    assert "Toos de Wit" in browser.get(lvc.url("levensgebeurtenissen/")).content.decode()
    url = lvc.url(f"vraag/{hulpvraag.pk}/levensgebeurtenis/{taak.pk}/")
    assert "Maasdijk 9, 5431CD Cuijk" in browser.get(url).content.decode()
    assert browser.post(url, {"rev": taak.rev}).status_code == 422
    browser.post(url, {"rev": taak.rev, "gedaan": "Hulp gaat mee.", "neem_over": "on"})
    hulpvraag.inwoner.refresh_from_db()
    taak.refresh_from_db()
    assert (taak.status, hulpvraag.inwoner.adres) == ("gedaan", "Maasdijk 9, 5431CD Cuijk")
    assert browser.post(url, {"rev": 1, "gedaan": "Nog eens."}).status_code == 409
    assert "Toos de Wit" not in browser.get(lvc.url("levensgebeurtenissen/")).content.decode()


def test_hetzelfde_bestand_en_hetzelfde_bericht_doen_een_keer_iets(lvc: Wijk) -> None:
    lvc.melding()
    een = f"B-7;geboorte;2026-02-01;{TOOS};;;;"
    assert lees_bestand(lvc.gemeente.pk, "a.csv", bestand(een)) is not None
    assert lees_bestand(lvc.gemeente.pk, "b.csv", bestand(een)) is None
    tweede = lees_bestand(lvc.gemeente.pk, "c.csv", bestand(een, f"B-8;overlijden;2026-02-02;{VREEMD};;;;"))
    assert tweede is not None and (tweede.regels, tweede.taken) == (2, 0)
    assert Levensgebeurtenis.objects.count() == 1


def test_een_overlijden_raakt_ook_de_huisgenoot_en_een_verhuizing_niet(lvc: Wijk) -> None:
    toos, henk = lvc.melding(), _huisgenoot(lvc)
    assert toos.inwoner.huishouden_id == henk.inwoner.huishouden_id
    lees_bestand(lvc.gemeente.pk, "a.csv", bestand(f"B-1;overlijden;2026-02-01;{HUISGENOOT};;;;"))
    assert set(Levensgebeurtenis.objects.values_list("hulpvraag_id", flat=True)) == {toos.pk, henk.pk}
    verhuisd(lvc, henk, "B-2")
    assert Levensgebeurtenis.objects.filter(bericht="B-2").count() == 1
    taak = Levensgebeurtenis.objects.get(bericht="B-1", hulpvraag=toos)
    url = lvc.url(f"vraag/{toos.pk}/levensgebeurtenis/{taak.pk}/")
    browser = lvc.browser("Bram Peeters")
    assert "Het gaat om een huisgenoot: Henk Wit" in browser.get(url).content.decode()
    browser.post(url, {"rev": taak.rev, "gedaan": "Gebeld, dochter komt.", "neem_over": "on"})
    toos.inwoner.refresh_from_db()
    assert toos.inwoner.overleden_op is None, "the one who lives on is not marked as dead"


def test_eigen_overlijden_kan_worden_overgenomen(lvc: Wijk) -> None:
    toos = lvc.melding()
    lees_bestand(lvc.gemeente.pk, "a.csv", bestand(f"B-1;overlijden;2026-02-01;{TOOS};;;;"))
    taak = Levensgebeurtenis.objects.get()
    lvc.browser("Bram Peeters").post(
        lvc.url(f"vraag/{toos.pk}/levensgebeurtenis/{taak.pk}/"),
        {"rev": taak.rev, "gedaan": "Hulp gestopt.", "neem_over": "on"},
    )
    toos.inwoner.refresh_from_db()
    assert str(toos.inwoner.overleden_op) == "2026-02-01"


def test_fouten_per_regel_zonder_persoonsgegevens_en_de_rest_telt(lvc: Wijk) -> None:
    lvc.melding()
    gelezen = lees_bestand(
        lvc.gemeente.pk,
        "fouten.csv",
        bestand(
            f"B-1;verjaardag;2026-02-01;{TOOS};;;;",
            "B-2;geboorte;2026-02-01;123456789;;;;",
            f"B-3;geboorte;1 februari;{TOOS};;;;",
            f"B-4;verhuizing;2026-02-01;{TOOS};Maasdijk;;;",
            f";geboorte;2026-02-01;{TOOS};;;;",
            f"B-6;geboorte;{vandaag().year + 1}-02-01;{TOOS};;;;",
            f"B-7;geboorte;2026-02-01;{TOOS};;;;",
        ),
    )
    assert gelezen is not None
    assert [f["regel"] for f in gelezen.fouten] == [1, 2, 3, 4, 5, 6] and gelezen.taken == 1
    assert TOOS not in str(gelezen.fouten) and "123456789" not in str(gelezen.fouten)
    pagina = lvc.browser("Ada Willems").get(lvc.url("levensgebeurtenissen/")).content.decode()
    assert "6 regels overgeslagen" in pagina and "elfproef" in pagina and "Toos" not in pagina


@pytest.mark.parametrize(
    ("inhoud", "woord"), [(b"naam;leeftijd\nx;1", "eerste regel"), (b"\xff\xfe\x00", "UTF-8")]
)
def test_een_vreemd_bestand_zegt_wat_er_mis_is(lvc: Wijk, inhoud: bytes, woord: str) -> None:
    gelezen = lees_bestand(lvc.gemeente.pk, "vreemd.csv", inhoud)
    assert gelezen is not None and woord in gelezen.fouten[0]["fout"]


def test_wie_hier_geen_lopende_vraag_heeft_laat_geen_spoor_na(lvc: Wijk) -> None:
    vraag = lvc.melding()
    sluit_af(vraag, uitkomst="geholpen", door=lvc.als("Bram Peeters"))
    lees_bestand(
        lvc.gemeente.pk,
        "a.csv",
        bestand(f"B-1;geboorte;2026-02-01;{TOOS};;;;", f"B-2;geboorte;2026-02-01;{VREEMD};;;;"),
    )
    assert not Levensgebeurtenis.objects.exists()
    assert VREEMD not in str(list(Registerbestand.objects.values()))


def test_de_map_en_de_opdracht(lvc: Wijk, tmp_path: Path, settings: Any) -> None:
    lvc.melding()
    (tmp_path / "2.csv").write_bytes(bestand(f"B-2;geboorte;2026-02-01;{TOOS};;;;"))
    (tmp_path / "1.csv").write_bytes(bestand(f"B-1;geboorte;2026-01-01;{TOOS};;;;"))
    assert [b.naam for b in lees_map(lvc.gemeente.pk, tmp_path)] == ["1.csv", "2.csv"]
    (tmp_path / "3.csv").write_bytes(bestand("B-3;geboorte;2026-01-01;1;;;;"))
    uit = StringIO()
    call_command("lees_register", lvc.gemeente.slug, str(tmp_path), stdout=uit)
    assert "3.csv: 1 regels, 0 taken, 1 fouten" in uit.getvalue()
    with pytest.raises(CommandError, match="is er niet"):
        call_command("lees_register", "nergens", str(tmp_path))
    from wijkspil.signalen.tasks import lees_register

    settings.REGISTERMAP = str(tmp_path.parent)
    tmp_path.rename(tmp_path.parent / lvc.gemeente.slug)
    (tmp_path.parent / lvc.gemeente.slug / "4.csv").write_bytes(
        bestand(f"B-4;geboorte;2026-03-01;{TOOS};;;;")
    )
    lees_register(0)
    assert Registerbestand.objects.filter(naam="4.csv").exists()


def test_een_ander_team_ziet_de_taak_niet(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    taak = verhuisd(lvc, hulpvraag)
    yusuf = lvc.browser("Yusuf Demir")
    assert "Toos" not in yusuf.get(lvc.url("levensgebeurtenissen/")).content.decode()
    assert yusuf.get(lvc.url(f"vraag/{hulpvraag.pk}/levensgebeurtenis/{taak.pk}/")).status_code == 403
