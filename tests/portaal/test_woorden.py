"""The resident reads no words of the office: not in what happened, not in who looked, not on the pages themselves."""

import re
import string
from pathlib import Path

import pytest
from django.utils.translation import override

from wijkspil.core import gebeurtenissen
from wijkspil.core.door import Rol
from wijkspil.portaal.terugblik import DELEN, GRONDEN, ROLLEN
from wijkspil.toegang import access

HUIS = Path(__file__).resolve().parents[2]
KANTOORTAAL = re.compile(
    r"\b(dossier|triage|zrm|zelfredzaamheid-matrix|arrangement(regel)?|toewijzing|hulpvraag|casus|maatwerk|indicatie|"
    r"beschikking|voorziening|behandelaar|cliënt|regisseur|intake|ronde|werkvoorraad|status|code)\b",
    re.IGNORECASE,
)
RUW = {"kanaal", "oordeel", "soort", "stap", "rol", "versie", "keuze", "code", "uitkomst_code", "wat"}
"""Fields whose values are keys or counts of our own; they mean nothing to a resident."""
MAG_RAUW = {
    "hulp.begonnen", "noodtoegang.beoordeeld", "uren.berekend", "woningaanpassing.begonnen", "woningaanpassing.verder",
    "verzoek.ontvangen", "verzoek.in_onderzoek", "verzoek.gehonoreerd", "verzoek.afgewezen",
}  # fmt: skip
"""Here the field holds plain words: what was looked at by a person, the name of a product, what changes in a home."""


def _zichtbaar() -> list[gebeurtenissen.Gebeurtenissoort]:
    return [s for s in gebeurtenissen.alle().values() if s.voor_inwoner]


def test_geen_zin_voor_de_inwoner_heeft_woorden_van_kantoor() -> None:
    with override("nl"):
        fout = {
            s.sleutel: str(s.zin_inwoner or s.zin)
            for s in _zichtbaar()
            if KANTOORTAAL.search(re.sub(r"\{\w+\}", "", str(s.zin_inwoner or s.zin)))
        }
    assert fout == {}, "write a `zin_inwoner`, or decide that it isn't for the resident"


def test_geen_zin_voor_de_inwoner_toont_een_sleutel_van_onszelf() -> None:
    with override("nl"):
        fout = {
            s.sleutel: sorted(velden & RUW)
            for s in _zichtbaar()
            if (velden := {v for _a, v, _b, _c in string.Formatter().parse(str(s.zin_inwoner or s.zin)) if v})
            & RUW
            and s.sleutel not in MAG_RAUW
        }
    assert fout == {}


@pytest.mark.parametrize(
    "bestand", sorted((HUIS / "wijkspil/templates/portaal").glob("*.html")), ids=lambda p: p.stem
)
def test_geen_bladzijde_heeft_woorden_van_kantoor(bestand: Path) -> None:
    tekst = bestand.read_text(encoding="utf-8")
    zinnen = re.findall(r'\{% trans "([^"]+)"', tekst) + re.findall(
        r"\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate %\}", tekst, re.DOTALL
    )
    woorden = [re.sub(r"\{[{%].*?[%}]\}", "", z) for z in zinnen]
    assert [w for w in woorden if KANTOORTAAL.search(w)] == []
    lang = [w for zin in woorden for w in re.split(r"(?<=[.?!]) ", zin) if len(w.split()) > 22]
    assert lang == [], "too long for one breath"


def test_elke_rol_en_elke_reden_om_te_kijken_heeft_gewone_woorden() -> None:
    assert set(ROLLEN) == {rol.value for rol in Rol}
    bron = Path(access.__file__).read_text(encoding="utf-8")
    redenen = set(re.findall(r'return "([a-z ]+)"', bron)) | set(re.findall(r'else "([a-z ]+)"', bron))
    assert redenen - {"systeem", "gelukt", "geweigerd"} - set(GRONDEN) == set()


def test_elk_deel_van_een_dossier_heeft_gewone_woorden() -> None:
    delen = {
        deel
        for bestand in (HUIS / "wijkspil").rglob("*.py")
        for deel in re.findall(
            r'pak_(?:eigen_)?hulpvraag\([^)]*deel="([^"]+)"', bestand.read_text(encoding="utf-8")
        )
    }
    assert delen - set(DELEN) == set()
