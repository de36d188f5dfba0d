"""As whom PostgreSQL runs: it refuses to run as root, and wants a user that has a name.

Three ways, tried in this order:

1. an ordinary user with a name: nothing special;
2. root (or a nameless user, as in some containers): a user namespace in which we are called `nobody`; outside it the
   files stay ours, so a checkout in a closed home folder works too;
3. root where user namespaces are switched off: really become `postgres` or `nobody`, which must be able to reach the files.
"""

import functools
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from wijkspil.opstart.fouten import OpstartFout

_STAND_INS = ("nobody", "postgres", "daemon")


@dataclass(frozen=True)
class Uitvoerder:
    """How to run a PostgreSQL program: what stands before the command, and which uid and gid to become (None: stay)."""

    voorvoegsel: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def run(self, opdracht: list[str], logboek: Path) -> int:
        """Run `opdracht` with its output appended to `logboek`, and return its exit code.

        A new session keeps Ctrl-C in the terminal away from the server; a file, not a pipe, because the server inherits it.
        """
        with logboek.open("ab") as uitvoer:
            return subprocess.run(
                [*self.voorvoegsel, *opdracht],
                stdin=subprocess.DEVNULL,
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=self.uid,
                group=self.gid,
                extra_groups=None if self.uid is None else [],
                env={**os.environ, "LC_ALL": "C.UTF-8", "LC_MESSAGES": "C.UTF-8"},
                check=False,
                cwd="/",
            ).returncode

    def geef(self, pad: Path) -> None:
        """Make `pad` readable for the user that PostgreSQL runs as; nothing to do when that is ourselves."""
        if self.uid is not None and self.gid is not None:
            os.chown(pad, self.uid, self.gid)


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _stand_ins() -> list[pwd.struct_passwd]:
    found = {entry.pw_name: entry for entry in pwd.getpwall() if entry.pw_uid != 0}
    return [found[name] for name in _STAND_INS if name in found]


@functools.cache
def kies_uitvoerder(programma: Path) -> Uitvoerder:
    """Return a way to run `programma` (a PostgreSQL binary) that works for whoever we are.

    Raises OpstartFout when none does; the message says what to do.
    """
    if os.getuid() != 0 and _has_name(os.getuid()):
        return Uitvoerder()
    kandidaten: list[Uitvoerder] = []
    if unshare := shutil.which("unshare"):
        kandidaten += [
            Uitvoerder((unshare, "--user", f"--map-user={e.pw_uid}", f"--map-group={e.pw_gid}", "--"))
            for e in _stand_ins()
        ]
    if os.getuid() == 0:
        kandidaten += [Uitvoerder(uid=e.pw_uid, gid=e.pw_gid) for e in _stand_ins()]
    for kandidaat in kandidaten:
        try:
            if kandidaat.run([str(programma), "--version"], Path(os.devnull)) == 0:
                return kandidaat
        except OSError:  # this user may not execute the binary: the next one perhaps may
            continue
    raise OpstartFout(
        f"PostgreSQL weigert te draaien als root, en geen andere gebruiker kan bij {programma}.\n"
        "Zonder database start Wijkspil niet.\n"
        "Start Wijkspil als een gewone gebruiker, of geef DATABASE_URL en DATABASE_OWNER_URL van een eigen PostgreSQL (15 of nieuwer)."
    )
