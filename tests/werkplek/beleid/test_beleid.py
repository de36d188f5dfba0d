"""The register of policy: Pieter (policy) writes a saving, reads in a survey and writes to the council; Willem (team lead) only reads."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from tests.sturing.spel import speel
from tests.wijk import Wijk
from wijkspil.beleid.models import Besparing, Peiling, Verslag
from wijkspil.beleid.peiling import PeilingFout, lees
from wijkspil.core.door import Rol
from wijkspil.core.models import Gebeurtenis
from wijkspil.sturing.export import ververs

CSV = "vraag 1;vraag 6;vraag 8;opmerking\nhelemaal mee eens;4;ja;Toos\nmee eens;1;;\nneutraal;2;nee;\n"


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, settings: object) -> None:
    settings.STURING_MAP = tmp_path / "sturing"  # type: ignore[attr-defined]


def test_een_onderzoek_wordt_aantallen_en_verder_niets() -> None:
    uitslag = lees(CSV.encode())
    assert uitslag.mensen == 3
    assert uitslag.antwoorden == {
        "1": {"eens": 2, "neutraal": 1, "oneens": 0},
        "6": {"eens": 2, "neutraal": 0, "oneens": 1},
        "8": {"eens": 1, "neutraal": 0, "oneens": 1},
    }


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"a;b\n1;2\n", "vraagnummer"),
        (b"vraag 1\nsoms\n", "Regel 2"),
        (b"vraag 1\n\n", "geen enkel"),
        (b"vraag 1\n\xff\n", "UTF-8"),
    ],
)
def test_een_bestand_dat_niet_klopt_zegt_wat_er_mis_is(inhoud: bytes, woord: str) -> None:
    with pytest.raises(PeilingFout, match=woord):
        lees(inhoud)


def test_van_besparing_tot_brief(lvc: Wijk) -> None:
    speel(lvc.gemeente.pk, [], vragen=40)
    pieter, url = lvc.browser(lvc.met_rol(Rol.BELEID)), lvc.url("beleid/")
    pieter.post(
        url,
        {
            "wat": "besparing",
            "besparing-naam": "Minder inhuur",
            "besparing-jaar": "2026",
            "besparing-doel": "120000",
        },
    )
    rij = Besparing.objects.get()
    assert rij.doel_cent == 12_000_000
    fout = pieter.post(
        url,
        {"wat": "stand", "stand-besparing": str(rij.pk), "stand-gehaald": "100", "stand-stand": "vertraagd"},
    )
    assert fout.status_code == 422
    assert "waarom" in fout.content.decode()
    pieter.post(
        url,
        {
            "wat": "stand",
            "stand-besparing": str(rij.pk),
            "stand-gehaald": "30000",
            "stand-stand": "vertraagd",
            "stand-reden": "Later begonnen.",
        },
    )
    bestand = SimpleUploadedFile("ceo.csv", ("vraag 6;vraag 8\n" + "1;2\n" * 9 + "1;5\n").encode())
    pieter.post(
        url,
        {
            "wat": "peiling",
            "peiling-jaar": "2027",
            "peiling-op": "2026-05-01",
            "peiling-bron": "Bureau",
            "peiling-bestand": bestand,
        },
    )
    assert Peiling.objects.get().antwoorden["8"] == {"eens": 9, "neutraal": 0, "oneens": 1}
    pieter.post(
        url,
        {
            "wat": "regel",
            "regel-soort": "moment",
            "regel-naam": "Abonnementstarief",
            "regel-op": "2026-01-01",
        },
    )
    assert (
        Gebeurtenis.objects.filter(soort="peiling.beantwoord", onderwerp_id=Peiling.objects.get().pk).count()
        == 2
    )
    ververs(lvc.gemeente.pk)

    cijfer = pieter.get(lvc.url("sturing/besparing/")).content.decode()
    assert "Minder inhuur" in cijfer and "30.000" in cijfer and "Abonnementstarief" in cijfer
    assert "90%" in pieter.get(lvc.url("sturing/clientervaring/")).content.decode()
    assert "Contracten zonder cliënten" in pieter.get(lvc.url("sturing/concentratie/")).content.decode()

    keuze = html.fromstring(pieter.get(url).content).xpath(
        "//select[@name='verslag-kwartaal']/option/@value"
    )[0]
    pieter.post(url, {"wat": "verslag", "verslag-soort": "halfjaar", "verslag-kwartaal": keuze})
    verslag = Verslag.objects.get()
    adres = lvc.url(f"beleid/verslag/{verslag.pk}/")
    blad = html.fromstring(pieter.get(adres).content)
    [rev] = blad.xpath("//input[@name='rev']/@value")
    pieter.post(adres, {"rev": rev, "deel-0": "Het was druk in de zomer."})
    te_laat = pieter.post(adres, {"rev": rev, "deel-0": "Een ander verhaal."})
    assert te_laat.status_code == 422
    assert "Een ander verhaal." in te_laat.content.decode()
    verslag.refresh_from_db()
    assert verslag.verhaal["Wat kwam er binnen"] == "Het was druk in de zomer."
    assert [v.versie for v in verslag.versies.all()] == [1]
    pdf = pieter.get(adres + "pdf/")
    assert pdf.content[:4] == b"%PDF"
    assert b"pdfuaid" in pdf.content or len(pdf.content) > 20_000

    pieter.post(adres, {"rev": str(verslag.rev), "deel-0": "Het was druk in de zomer.", "vast": "1"})
    verslag.refresh_from_db()
    assert verslag.status == "vast"
    assert any(c["naam"] == "Meldingen" or "melding" in c["naam"].lower() for c in verslag.cijfers)
    assert pieter.post(adres, {"rev": str(verslag.rev), "deel-0": "Toch anders."}).status_code == 422
    assert io.BytesIO(pieter.get(adres + "pdf/").content).read(4) == b"%PDF"


def test_een_teamleider_leest_mee_en_schrijft_niet(lvc: Wijk) -> None:
    leider = lvc.browser(lvc.met_rol(Rol.TEAMLEIDER))
    blad = leider.get(lvc.url("beleid/"))
    assert blad.status_code == 200
    assert '<form method="post" class="wsp-formulier"' not in blad.content.decode()
    assert (
        leider.post(
            lvc.url("beleid/"),
            {"wat": "besparing", "besparing-naam": "X", "besparing-jaar": "2026", "besparing-doel": "1"},
        ).status_code
        == 422
    )
    assert not Besparing.objects.exists()
