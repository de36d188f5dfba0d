"""`wijkspil demo`: from an empty machine to a practice town that you can walk through, and back to nothing running."""

import hashlib
import http.client
import signal
import socket
import time
from pathlib import Path
from types import FrameType

from wijkspil.opstart import opdrachten, processen, vertaal, voorkant
from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.omgeving import BASIS, var_map
from wijkspil.opstart.postgres import Server
from wijkspil.opstart.processen import Proces

SETTINGS = "config.settings.demo"
OEFENSTAD = "oefenstad_demo"
_START_SECONDS = 60


def demo(*, poort: int, achtergrond: bool) -> None:
    """Set up whatever is missing, start web and worker, and say where to look.

    In the foreground it stays until Ctrl-C and then stops everything; with `achtergrond` it returns and `stop` does that.
    """
    adres, bestaand = processen.lees(_register())
    if bestaand and all(p.leeft() for p in bestaand):
        print(f"Wijkspil draait al: {adres}\nStoppen: wijkspil stop")
        return
    processen.beeindig(bestaand)
    for teken in (signal.SIGINT, signal.SIGTERM):
        signal.signal(teken, _stop_bij_teken)
    lopend: list[Proces] = []
    blijft = False
    _register().unlink(missing_ok=True)
    try:
        _bereid_voor()
        poort = vrije_poort(poort)
        adres = f"http://127.0.0.1:{poort}/"
        for naam, opdracht, kenmerk, pool in (
            ("web", opdrachten.web(poort), "granian", opdrachten.WEB_POOL),
            ("werker", opdrachten.werker(), "procrastinate", opdrachten.WERKER_POOL),
        ):
            lopend.append(_begin(naam, opdracht, kenmerk, pool))
            processen.bewaar(_register(), lopend, adres)
        _wacht_op_web(poort, lopend)
        _vertel(adres, achtergrond=achtergrond)
        blijft = achtergrond
        while not achtergrond:
            time.sleep(0.5)
            _controleer(lopend)
    except KeyboardInterrupt:
        print("\nIk stop alles …", flush=True)
    finally:
        if not blijft:
            for teken in (signal.SIGINT, signal.SIGTERM):
                signal.signal(teken, signal.SIG_IGN)  # a second Ctrl-C would leave half of it running
            stop(databases=("postgres",))


def stop(databases: tuple[str, ...] = ("postgres", "test-postgres")) -> list[str]:
    """Stop web, worker and our own databases, and return the names of what was running."""
    _adres, lopend = processen.lees(_register())
    namen = [p.naam for p in lopend if p.leeft()]
    processen.beeindig(lopend)
    _register().unlink(missing_ok=True)
    for naam in databases:
        if Server(var_map() / naam).stop():
            namen.append(naam)
    return namen


def vrije_poort(eerste: int) -> int:
    """Return `eerste`, or the first port after it that is free on 127.0.0.1."""
    for poort in range(eerste, min(eerste + 100, 65536)):
        with socket.socket() as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                s.bind(("127.0.0.1", poort))
            except OSError:  # taken: try the next
                continue
            return poort
    raise OpstartFout(
        f"De poorten {eerste} tot en met {eerste + 99} zijn allemaal bezet, dus de website kan nergens luisteren.\n"
        "Kies een andere met `wijkspil demo --poort 9000`."
    )


def _bereid_voor() -> None:
    _meld("Opmaak en lettertype")
    voorkant.zet_klaar(var_map() / "voorkant")
    _meld("Vertalingen")
    vertaal.compileer()
    _meld("Database")
    migreer_als_er_iets_nieuw_is()
    proces = opdrachten.omgeving(settings=SETTINGS)
    _meld("Oefenstad: de eerste keer wordt er een heel jaar gespeeld")
    opdrachten.voer_uit(opdrachten.django(OEFENSTAD), proces, "De oefenstad kon niet worden gespeeld")


def migreer_als_er_iets_nieuw_is() -> None:
    """Migrate unless the same migrations ran here before: starting Django only to hear that costs seconds at every start.

    The mark lies beside the data of the embedded database, so that it disappears together with them.
    """
    som = hashlib.sha256((BASIS / "requirements.lock").read_bytes())
    for migratie in sorted((BASIS / "wijkspil").glob("*/migrations/*.py")):
        som.update(str(migratie.relative_to(BASIS)).encode() + migratie.read_bytes())
    merk = var_map() / "postgres" / "gemigreerd"
    if merk.exists() and merk.read_text() == som.hexdigest():
        return
    opdrachten.migreer("--verbosity=0", settings=SETTINGS)
    if merk.parent.is_dir():
        merk.write_text(som.hexdigest())


def _begin(naam: str, opdracht: list[str], kenmerk: str, pool: int) -> Proces:
    return processen.begin(
        naam,
        opdracht,
        kenmerk=kenmerk,
        logboek=var_map() / "log" / f"{naam}.log",
        omgeving=opdrachten.omgeving(settings=SETTINGS, pool=pool),
        werkmap=BASIS,
    )


def _wacht_op_web(poort: int, lopend: list[Proces]) -> None:
    grens = time.monotonic() + _START_SECONDS
    while time.monotonic() < grens:
        _controleer(lopend)
        verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
        try:
            verbinding.request("GET", "/")
            if (status := verbinding.getresponse().status) < 500:
                return
            raise OpstartFout(f"De voorpagina geeft fout {status}:\n{lopend[0].laatste_regels(30)}")
        except (OSError, http.client.HTTPException):  # not listening yet
            time.sleep(0.1)
        finally:
            verbinding.close()
    raise OpstartFout(
        f"De website antwoordt niet binnen {_START_SECONDS} seconden. Kijk in {lopend[0].logboek}."
    )


def _controleer(lopend: list[Proces]) -> None:
    for proces in lopend:
        if not proces.leeft():
            raise OpstartFout(
                f"{proces.naam} is gestopt; daarmee stopt de demo. De laatste regels:\n{proces.laatste_regels()}\n"
                f"Alles staat in {proces.logboek}. Herstel de oorzaak en geef de opdracht opnieuw."
            )


def _vertel(adres: str, *, achtergrond: bool) -> None:
    print(
        f"\nWijkspil draait: {adres}\n"
        f"  Aanmelden met één klik als een van de oefenmensen: {adres}aanmelden/\n"
        f"  Logboeken: {var_map() / 'log'}\n"
        f"  Stoppen: {'wijkspil stop' if achtergrond else 'Ctrl-C'}\n",
        flush=True,
    )


def _meld(stap: str) -> None:
    print(f"· {stap}", flush=True)


def _register() -> Path:
    return var_map() / "demo.json"


def _stop_bij_teken(_teken: int, _kader: FrameType | None) -> None:
    raise KeyboardInterrupt
