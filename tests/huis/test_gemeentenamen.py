"""The name of a municipality stands in data and tests, nowhere else: not in code, not in a comment, not in an example."""

import re

from tests.huis.test_huisregels import HUIS, _bestanden
from wijkspil.werkwijzen.kast import alle


def test_geen_python_noemt_een_gemeente() -> None:
    """A migration is history and stays as it was written."""
    namen = {w.gemeente.naam for w in alle()} | {w.slug for w in alle()}
    losse_woorden = {woord for naam in namen for woord in re.split(r"[ -]", naam) if len(woord) > 4}
    zoek = re.compile(
        "|".join(sorted(map(re.escape, namen | losse_woorden), key=len, reverse=True)), re.IGNORECASE
    )
    gevonden = [
        f"{bestand.relative_to(HUIS)}:{nummer}: {regel.strip()}"
        for bestand in _bestanden("*.py")
        if not {"tests", "migrations"} & set(bestand.relative_to(HUIS).parts)
        for nummer, regel in enumerate(bestand.read_text(encoding="utf-8").splitlines(), start=1)
        if zoek.search(regel)
    ]
    assert len(namen) == 10
    assert gevonden == []
