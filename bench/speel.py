"""How long it takes to play a town: every act, letter and message of a number of reports.

    python -m bench.speel [--gemeente <naam>] [--meldingen 5364] [--processen 2] [--zaad 1] [--brieven later]

Runs the command `speel` against the database of DATABASE_URL (or the embedded one) and prints its table with seed and machine.
Use an empty database: what was there before is left out of the counts, but makes the tables bigger.
"""

import argparse
import os
import platform

import django

from wijkspil.oefenstad.stadsboek import voorbeeldstad


def main() -> None:
    opties = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    opties.add_argument("--gemeente", default=voorbeeldstad())
    opties.add_argument("--meldingen", type=int, default=5364, help="as many as one city saw in 2019 (H2)")
    opties.add_argument("--processen", type=int, default=2)
    opties.add_argument("--zaad", type=int, default=1)
    opties.add_argument("--brieven", choices=["nu", "later"], default="later")
    keuze = opties.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    django.setup()

    from django.core.management import call_command

    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    call_command("speel", **vars(keuze), duurste=20)


if __name__ == "__main__":
    main()
