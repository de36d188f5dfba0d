"""For whom each resident's page is; the walker in test_toegang_inwoner.py holds every page against it.

`vraag` means: the page is about one question, and only the resident and who represents the resident today find it. `zelf` means:
the resident in person, never a representative. A change (POST) is for the resident and for who may arrange things.
"""

TABEL = """
# page          about   who     verbs
begin           -       mee     GET
hulp            -       regelen GET POST
hulp_nalezen    -       regelen GET POST
hulp_weg        -       regelen POST
meekijken       -       zelf    GET POST
meekijken_stop  -       zelf    POST
vraag           vraag   mee     GET
verloop         vraag   mee     GET
opnieuw         vraag   mee     GET POST
plan            vraag   mee     GET
plan_akkoord    vraag   mee     GET POST
eigen_plan      vraag   mee     GET POST
aanbieder       vraag   mee     GET POST
berichten       vraag   mee     GET POST
brieven         vraag   mee     GET
brief           vraag   mee     GET
brief_pdf       vraag   mee     GET
ervaring        vraag   mee     GET POST
besluit_vragen  vraag   mee     GET POST
bezwaar         vraag   mee     GET POST
wie_keek        vraag   mee     GET
"""


def rijen() -> dict[str, tuple[bool, str, frozenset[str]]]:
    """Page name -> (about one question, who may look, verbs)."""
    tabel = {}
    for regel in TABEL.strip().splitlines():
        if not regel.startswith("#"):
            naam, waarover, wie, *verben = regel.split()
            tabel[naam] = (waarover == "vraag", wie, frozenset(verben))
    return tabel
