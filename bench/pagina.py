"""How fast are the pages that matter most? A full municipality, a real server, eight people at once: one table.

Run from the checkout: ``python -m bench.pagina [--vragen 50000] [--seconden 15] [--klanten 8]``. It makes a PostgreSQL of its own
under `var/bench` (durable, as in production), fills it, starts the web server, and measures over keep-alive connections in
a closed loop. Not a timed test; the figures are for people. Clients and database share the machine with the server: the last
columns say what web server and database, and the clients themselves, spent per request, and how much of the machine others used.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import itertools
import os
import platform
import random
import re
import socket
import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from wijkspil.oefenstad.stadsboek import voorbeeldstad
from wijkspil.opstart import opdrachten, processen, rollen
from wijkspil.opstart.omgeving import BASIS, DATABASE, richt_server_in, var_map
from wijkspil.opstart.postgres import Server

ZAAD = 20261122
SETTINGS = "config.settings.demo"
STAD = voorbeeldstad()
FORM = "application/x-www-form-urlencoded"


@dataclass
class Uitslag:
    """What one trial gave: seconds per request, and how many went wrong."""

    naam: str
    sql: int
    tijden: list[float] = field(default_factory=list)
    fout: int = 0
    duur: float = 0.0
    cpu: float = 0.0
    klant: float = 0.0
    anderen: float = 0.0

    def regel(self) -> str:
        if len(self.tijden) < 2:
            return f"{self.naam:<34}{'geen metingen':>20}{self.fout:>6}"
        p = statistics.quantiles(self.tijden, n=100)
        cijfers = f"{len(self.tijden) / self.duur:>8.0f}{p[49] * 1000:>9.1f}{p[94] * 1000:>9.1f}{p[98] * 1000:>9.1f}"
        per_vraag = 1000 / len(self.tijden)
        cpu = f"{self.cpu * per_vraag:>9.1f}{self.klant * per_vraag:>9.1f}{self.anderen:>9.0%}"
        return f"{self.naam:<34}{cijfers}{self.sql:>6}{self.fout:>6}{cpu}"


class Klant:
    """One person with a browser that keeps its connection open."""

    def __init__(self, poort: int, persoon: int) -> None:
        self.verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
        self.koekjes: dict[str, str] = {}
        self.vraag("GET", "/aanmelden/")
        status, _tekst = self.vraag("POST", "/aanmelden/", {"persoon": str(persoon), "next": "/"})
        if status != 302:
            raise SystemExit(f"Aanmelden lukte niet (status {status}).")

    def vraag(self, methode: str, pad: str, velden: dict[str, str] | None = None) -> tuple[int, str]:
        """Send one request and read the whole answer."""
        koppen = {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())}
        lijf = None
        if velden is not None:
            lijf = urlencode(velden | {"csrfmiddlewaretoken": self.koekjes.get("csrftoken", "")})
            koppen["Content-Type"] = FORM
        self.verbinding.request(methode, pad, lijf, koppen)
        antwoord = self.verbinding.getresponse()
        for kop in antwoord.headers.get_all("Set-Cookie") or ():
            if gevonden := re.match(r"([^=]+)=([^;]*)", kop):
                self.koekjes[gevonden[1]] = gevonden[2]
        return antwoord.status, antwoord.read().decode()


Stap = Callable[[Klant, int], tuple[int, str]]


def meet(naam: str, klanten: list[Klant], stap: Stap, seconden: float, sql: int) -> Uitslag:
    """Let every client do the step again and again, each waiting for its answer."""
    uitslag, slot, teller = Uitslag(naam, sql), threading.Lock(), itertools.count()
    tot = time.perf_counter() + seconden

    def werk(klant: Klant) -> None:
        tijden, fout = [], 0
        while time.perf_counter() < tot:
            begin = time.perf_counter()
            status, _tekst = stap(klant, next(teller))
            klant.koekjes.pop(
                "messages", None
            )  # the page after the redirect, which isn't asked for here, shows and drops it
            tijden.append(time.perf_counter() - begin)
            fout += status not in (200, 302)
        with slot:
            uitslag.tijden += tijden
            uitslag.fout += fout

    draden = [threading.Thread(target=werk, args=(klant,)) for klant in klanten]
    begin, eigen = time.perf_counter(), time.process_time()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    uitslag.duur, uitslag.klant = time.perf_counter() - begin, time.process_time() - eigen
    return uitslag


def cpu_seconden(stammen: list[int]) -> float:
    """CPU time of these processes and all below them (Linux; 0 elsewhere): honest also when others use the machine."""
    ouder, tijd = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            delen = stat.read_text().rpartition(")")[2].split()
            ouder[int(stat.parent.name)] = int(delen[1])
            tijd[int(stat.parent.name)] = int(delen[11]) + int(delen[12])
    erbij = set(stammen)
    while nieuw := {pid for pid, boven in ouder.items() if boven in erbij} - erbij:
        erbij |= nieuw
    return sum(tijd.get(pid, 0) for pid in erbij) / os.sysconf("SC_CLK_TCK") if tijd else 0.0


def bezet() -> float:
    """Seconds that the processors of this machine have worked, for whomever (Linux; 0 elsewhere)."""
    if not (stat := Path("/proc/stat")).exists():
        return 0.0
    user, nice, systeem, _idle, _iowait, irq, softirq = map(int, stat.read_text().split(maxsplit=8)[1:8])
    return (user + nice + systeem + irq + softirq) / os.sysconf("SC_CLK_TCK")


def nieuwe_vraag(n: int, *, spoed: bool = False) -> dict[str, str]:
    """What a desk types: somebody nobody knows yet, at an address of this municipality."""
    toeval = random.Random(ZAAD + n)
    naam = "".join(toeval.choice("bdfghklmnprstvw") + toeval.choice("aeiou") for _ in range(5)).capitalize()
    velden = {
        "vraag": "Sinds de val lukt het huishouden niet meer. Kan er iemand komen praten?",
        "roepnaam": "Riet",
        "achternaam": naam,
        "geboortedatum": f"19{toeval.randint(30, 99)}-{toeval.randint(1, 12):02d}-{toeval.randint(1, 28):02d}",
        "postcode": f"5431Z{toeval.choice('ABCDEFGHIJ')}",
        "huisnummer": str(1000 + n % 8000),
        "ingang": "zorgbalie:telefoon",
        "doe": "melding",
        "keuze": "",
    }
    return velden | ({"spoed": "zorg-valt-weg"} if spoed else {})


def tel_sql(pad: str, persoon: int, velden: dict[str, str] | None = None) -> int:
    """SQL statements of one request through all middleware, BEGIN and COMMIT left out."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from wijkspil.gemeenten.models import Account

    klant = Client(headers={"host": "localhost"})
    klant.force_login(
        Account.objects.get(pk=persoon), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = klant.get(pad) if velden is None else klant.post(pad, velden)
    assert antwoord.status_code in (200, 302), antwoord.status_code
    return sum(q["sql"] not in ("BEGIN", "COMMIT") for q in gevangen.captured_queries)


def zet_klaar(vragen: int) -> dict[str, int]:
    """Start and fill the database of the bench; returns name -> account number of the people who take part."""
    server = Server(var_map() / "bench" / "postgres")
    server.start()
    richt_server_in(server)
    os.environ["DATABASE_URL"] = server.url(rollen.APP, DATABASE)
    os.environ["DATABASE_OWNER_URL"] = server.url(rollen.EIGENAAR, DATABASE)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    opdrachten.migreer("--verbosity=0")

    import django
    import psycopg

    django.setup()
    from bench.vul import vul
    from wijkspil.core.grens import binnen
    from wijkspil.gemeenten.models import Medewerker
    from wijkspil.oefenstad.inrichting import richt_in

    gemeente = richt_in(STAD)
    aantal = vul(gemeente, vragen, ZAAD)
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as eigenaar:
        eigenaar.execute("VACUUM ANALYZE")
    print(f"{aantal} open vragen in {gemeente.naam}")
    with binnen(gemeente.pk):
        return dict(Medewerker.objects.values_list("naam", "account_id"))


def main() -> None:
    """Prepare, measure, print one table, stop what was started."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--vragen", type=int, default=50_000)
    p.add_argument("--seconden", type=float, default=15)
    p.add_argument("--klanten", type=int, default=8)
    keuze = p.parse_args()
    mensen = zet_klaar(keuze.vragen)
    werk = f"/{STAD}/werk/"
    samira, bram, noor = (mensen[naam] for naam in ("Samira Bouzid", "Bram Peeters", "Noor Verhoeven"))
    proeven: list[tuple[str, int, int, Stap, int]] = []
    for naam, persoon, pad in (
        ("werkvoorraad mijn", bram, f"{werk}?lijst=mijn"),
        ("werkvoorraad team (2 teams)", noor, f"{werk}?lijst=team"),
        ("werkvoorraad balie", samira, werk),
    ):
        proeven.append((naam, persoon, 1, _haal(pad), tel_sql(pad, persoon)))
        proeven.append((naam, persoon, keuze.klanten, _haal(pad), proeven[-1][-1]))
    pad, begin = f"{werk}vraag/nieuw/", random.SystemRandom().randrange(10**9)
    for naam, spoed in (("nieuwe vraag", False), ("nieuwe vraag met spoed", True)):
        sql = tel_sql(pad, samira, nieuwe_vraag(begin, spoed=spoed))
        begin += 1_000_000
        proeven.append((naam, samira, keuze.klanten, _stuur(pad, begin, spoed), sql))
        begin += 1_000_000

    poort = _vrije_poort()
    web = processen.begin(
        "web",
        opdrachten.web(poort),
        kenmerk="granian",
        logboek=var_map() / "bench" / "web.log",
        omgeving=opdrachten.omgeving(settings=SETTINGS, pool=opdrachten.WEB_POOL),
        werkmap=BASIS,
    )
    try:
        _wacht(poort)
        print(
            f"zaad {ZAAD} · Python {platform.python_version()} · {platform.machine()} · {os.cpu_count()} kernen (samen met database en klanten)"
        )
        print(
            f"{'proef':<34}{'per s':>8}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'SQL':>6}{'fout':>6}{'CPU ms':>9}{'klant ms':>9}{'anderen':>9}"
        )
        for naam, persoon, aantal, stap, sql in proeven:
            klanten = [Klant(poort, persoon) for _ in range(aantal)]
            meet("warm", klanten, stap, 1.5, sql)
            stammen = [web.pid, Server(var_map() / "bench" / "postgres").pid() or 0]
            voor, machine = cpu_seconden(stammen), bezet()
            uitslag = meet(f"{naam}, {aantal} tegelijk", klanten, stap, keuze.seconden, sql)
            uitslag.cpu = cpu_seconden(stammen) - voor
            vreemd = bezet() - machine - uitslag.cpu - uitslag.klant
            uitslag.anderen = max(vreemd, 0.0) / uitslag.duur / (os.cpu_count() or 1)
            print(uitslag.regel(), flush=True)
    finally:
        processen.beeindig([web])


def _haal(pad: str) -> Stap:
    return lambda klant, _n: klant.vraag("GET", pad)


def _stuur(pad: str, begin: int, spoed: bool) -> Stap:
    return lambda klant, n: klant.vraag("POST", pad, nieuwe_vraag(begin + n, spoed=spoed))


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort: int = s.getsockname()[1]
        return poort


def _wacht(poort: int) -> None:
    grens = time.monotonic() + 40
    while time.monotonic() < grens:
        try:
            verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=2)
            verbinding.request("GET", "/gezond/")
            if verbinding.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(
        f"De website antwoordt niet op poort {poort}; kijk in {var_map() / 'bench' / 'web.log'}."
    )


if __name__ == "__main__":
    main()
