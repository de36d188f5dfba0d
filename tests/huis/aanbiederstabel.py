"""For whom each provider's page is; the walker in test_toegang_aanbieder.py holds every page against it.

`opdracht`: the address names an order; only the provider of that order finds it, and only in its period. `onderzoek` and
`declaratie`: the same for an investigation and a claim. `collega`: somebody of the own organisation. `-`: the organisation's own lists, with nothing of another on them.
"""

TABEL = """
# page          about       verbs
begin           -           GET
lijst           -           GET
opdracht        opdracht    GET POST
verzoek         opdracht    GET POST
verzoeken       -           GET
organisatie     -           GET POST
collega_weg     collega     POST
declaraties     -           GET
declareren      -           GET POST
declaratie      declaratie  GET
onderzoeken     -           GET
onderzoek       onderzoek   GET POST
"""


def rijen() -> dict[str, tuple[str, frozenset[str]]]:
    """Page name -> (what it is about, verbs)."""
    tabel = {}
    for regel in TABEL.strip().splitlines():
        if not regel.startswith("#"):
            naam, over, *verben = regel.split()
            tabel[naam] = ("" if over == "-" else over, frozenset(verben))
    return tabel
