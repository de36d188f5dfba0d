"""One row that breaks the program holds up nothing behind it, is undone, and tells what was wrong (docs/adr/0009)."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from tests.wijk import Wijk
from wijkspil.core import klok, uitbox
from wijkspil.core.handeling import handeling
from wijkspil.core.logboek import ZonderPersoonsgegevens
from wijkspil.core.models import Uitgaand
from wijkspil.gemeenten.models import Team
from wijkspil.toegang.models import Hulpvraag


@pytest.fixture
def gedaan(lvc: Wijk) -> Iterator[list[str]]:
    """A kind of work that does what its row says, and the keys of what it did."""
    klaar: list[str] = []

    def verwerk(rij: Uitgaand) -> None:
        Team.objects.filter(naam="Backoffice").update(telefoon=rij.sleutel)
        match rij.inhoud["doe"]:
            case "stuk":
                raise KeyError("sleutel die er niet is, van 999900006")
            case "database":
                Hulpvraag.objects.filter(pk=rij.inhoud["vraag"]).update(stap="bestaat_niet_en_is_te_lang")
            case "stop":
                raise KeyboardInterrupt
            case "wacht":
                raise uitbox.NietTeVerwerken("De datum van het gesprek ontbreekt.")
        klaar.append(rij.sleutel)

    uitbox.registreer("proef", verwerk)
    uitbox.leeg(lvc.gemeente.pk)
    yield klaar
    uitbox._verwerkers.pop("proef")


def _zet_klaar(wijk: Wijk, *wat: str) -> Hulpvraag:
    hulpvraag = wijk.melding()
    uitbox.leeg(wijk.gemeente.pk)
    with handeling("signaal.ontvangen", door=wijk.als("Bram Peeters")) as h:
        for nummer, doe in enumerate(wat):
            h.verstuur("proef", f"{nummer}-{doe}", doe=doe, vraag=str(hulpvraag.pk))
    return hulpvraag


def _rij(sleutel: str) -> Uitgaand:
    return Uitgaand.objects.get(sleutel=sleutel)


@pytest.mark.parametrize("stuk", ["stuk", "database"])
def test_wat_achter_een_kapotte_rij_wacht_gaat_door(
    lvc: Wijk, gedaan: list[str], stuk: str, caplog: pytest.LogCaptureFixture
) -> None:
    _zet_klaar(lvc, "goed", stuk, "goed")
    with caplog.at_level(logging.WARNING):
        uitbox.leeg(lvc.gemeente.pk)
    assert gedaan == ["0-goed", "2-goed"]
    rij = _rij(f"1-{stuk}")
    assert (rij.status, rij.pogingen) == (Uitgaand.Status.WACHT, 1)
    assert rij.niet_voor > klok.nu()
    assert ("KeyError" if stuk == "stuk" else "DataError") in rij.fout
    assert "999900006" not in rij.fout
    assert "functioneel beheer" in rij.fout
    regel = next(r for r in caplog.records if "werk_mislukt" in r.getMessage())
    assert regel.exc_info is not None, "with a traceback"


def test_wat_de_kapotte_rij_al_deed_is_ongedaan(lvc: Wijk, gedaan: list[str]) -> None:
    _zet_klaar(lvc, "goed", "stuk")
    uitbox.leeg(lvc.gemeente.pk)
    assert lvc.team("Backoffice").telefoon == "0-goed"


def test_na_tien_keer_loopt_de_rij_vast_en_blijft_hij_staan(lvc: Wijk, gedaan: list[str]) -> None:
    _zet_klaar(lvc, "stuk")
    for uur in range(uitbox.MAX_POGINGEN + 2):
        with klok.op(klok.nu() + timedelta(hours=2 * uur)):
            uitbox.leeg(lvc.gemeente.pk)
    rij = _rij("0-stuk")
    assert (rij.status, rij.pogingen) == (Uitgaand.Status.VASTGELOPEN, uitbox.MAX_POGINGEN)


def test_een_verwachte_reden_staat_er_zoals_hij_is_en_geeft_geen_spoor_van_een_ongeluk(
    lvc: Wijk, gedaan: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    _zet_klaar(lvc, "wacht")
    with caplog.at_level(logging.WARNING):
        uitbox.leeg(lvc.gemeente.pk)
    assert _rij("0-wacht").fout == "De datum van het gesprek ontbreekt."
    assert all(r.exc_info is None for r in caplog.records)


def test_een_onderbreking_van_het_proces_gaat_door_en_laat_de_rij_wachten(
    lvc: Wijk, gedaan: list[str]
) -> None:
    _zet_klaar(lvc, "stop")
    with pytest.raises(KeyboardInterrupt):
        uitbox.leeg(lvc.gemeente.pk)
    assert (_rij("0-stop").status, _rij("0-stop").pogingen) == (Uitgaand.Status.WACHT, 0)


def test_een_verloren_verbinding_is_geen_fout_van_de_rij(transactional_db: None) -> None:
    from wijkspil.core.grens import binnen
    from wijkspil.oefenstad.inrichting import richt_in

    def verbreek(rij: Uitgaand) -> None:
        connection.connection.close()
        raise OperationalError("server closed the connection unexpectedly")

    gemeente = richt_in("land-van-cuijk")
    uitbox.registreer("verbreek", verbreek)
    with binnen(gemeente.pk):
        wijk = Wijk(gemeente)
        with handeling("signaal.ontvangen", door=wijk.als("Bram Peeters")) as h:
            h.verstuur("verbreek", "v")
    with pytest.raises(OperationalError):
        uitbox.leeg(gemeente.pk)
    uitbox._verwerkers.pop("verbreek")
    connection.close()
    with binnen(gemeente.pk):
        assert (_rij("v").status, _rij("v").pogingen) == (Uitgaand.Status.WACHT, 0)


def test_het_logboek_laat_weg_wat_een_fout_aanhaalt() -> None:
    melding = "Iets bij 999900006\nDETAIL: Failing row contains (Toos, Wit)\nCONTEXT: x"
    try:
        raise ValueError(melding)
    except ValueError as fout:
        record = logging.LogRecord(
            "x", logging.ERROR, "", 0, "mis", (), (type(fout), fout, fout.__traceback__)
        )
    ZonderPersoonsgegevens().filter(record)
    tekst = logging.Formatter("%(message)s").format(record)
    assert "ValueError" in tekst and "[bsn]" in tekst
    assert "999900006" not in tekst and "Toos" not in tekst
