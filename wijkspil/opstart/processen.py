"""The processes that Wijkspil starts: by number, with a look at who answers to that number before we stop it."""

import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

_GRACE_SECONDS = 15
_kinderen: dict[int, subprocess.Popen[bytes]] = {}  # those started by this very process: ours to bury


def programma(pid: int) -> str:
    """Return the command line of process `pid`, or '' when there is no such process (or only its unburied remains)."""
    if (proc := Path("/proc")).joinpath("self").exists():
        try:
            return (
                proc / str(pid) / "cmdline"
            ).read_text()  # empty for a process that is dead but not buried
        except (FileNotFoundError, ProcessLookupError):
            return ""
    opdracht = ["ps", "-o", "stat=,args=", "-p", str(pid)]
    uit = subprocess.run(opdracht, capture_output=True, text=True, check=False).stdout.strip()
    return "" if uit.startswith("Z") else uit


@dataclass(frozen=True)
class Proces:
    """A process of ours: what we call it, its number, a word from its command line, and where it writes."""

    naam: str
    pid: int
    kenmerk: str
    logboek: str

    def leeft(self) -> bool:
        """Whether this very process still runs; a number that went to another program doesn't count."""
        if self.pid in _kinderen:
            _kinderen[self.pid].poll()
        return self.kenmerk in programma(self.pid)

    def laatste_regels(self, aantal: int = 15) -> str:
        return "\n".join(Path(self.logboek).read_text(errors="replace").splitlines()[-aantal:])


def begin(
    naam: str, opdracht: list[str], *, kenmerk: str, logboek: Path, omgeving: dict[str, str], werkmap: Path
) -> Proces:
    """Start `opdracht` in a session of its own, so that Ctrl-C reaches us first, writing to a fresh `logboek`."""
    logboek.parent.mkdir(parents=True, exist_ok=True)
    with logboek.open("wb") as uitvoer:
        kind = subprocess.Popen(
            opdracht,
            stdin=subprocess.DEVNULL,
            stdout=uitvoer,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=omgeving,
            cwd=werkmap,
        )
    _kinderen[kind.pid] = kind
    proces = Proces(naam, kind.pid, kenmerk, str(logboek))
    while kind.poll() is None and not proces.leeft():  # for a moment a new process has no command line yet
        time.sleep(0.005)
    return proces


def beeindig(processen: list[Proces]) -> None:
    """Ask all processes to stop, wait for them, and end by force those that don't."""
    levend = [p for p in processen if p.leeft()]
    for proces in levend:
        _signal(proces, signal.SIGTERM)
    grens = time.monotonic() + _GRACE_SECONDS
    while any(p.leeft() for p in levend) and time.monotonic() < grens:
        time.sleep(0.05)
    for proces in (p for p in levend if p.leeft()):
        _signal(proces, signal.SIGKILL)


def _signal(proces: Proces, teken: signal.Signals) -> None:
    """Signal the process; by force means its whole group, or its children would stay behind."""
    try:
        if teken is signal.SIGKILL:
            os.killpg(proces.pid, teken)
        else:
            os.kill(proces.pid, teken)
    except ProcessLookupError:
        return  # it was just gone: what we wanted


def bewaar(bestand: Path, processen: list[Proces], adres: str) -> None:
    """Write down what runs, for `wijkspil stop` from another window."""
    bestand.write_text(json.dumps({"adres": adres, "processen": [vars(p) for p in processen]}, indent=1))


def lees(bestand: Path) -> tuple[str, list[Proces]]:
    """Return the address and the processes written down earlier; nothing when there is no such file."""
    if not bestand.exists():
        return "", []
    inhoud = json.loads(bestand.read_text())
    return inhoud["adres"], [Proces(**p) for p in inhoud["processen"]]
