"""Texts come out of Python and templates, and a missing or broken translation is named."""

from pathlib import Path

import pytest

from wijkspil.opstart import vertaal
from wijkspil.opstart.fouten import OpstartFout

PAGINA = """{% load i18n %}
<section>
    <h1>{% translate "Nieuwe vraag" %}</h1>
  {% blocktranslate trimmed with naam=inwoner %}
      Dag {{ naam }},
      kom maar binnen.
  {% endblocktranslate %}
        {% blocktranslate count n=aantal %}{{ n }} vraag{% plural %}{{ n }} vragen{% endblocktranslate %}
   {% translate "Bank" context "om op te zitten" %} het is 'n losse apostrof
</section>
"""
CODE = """
from django.utils.translation import gettext_lazy as _, pgettext
MELDING = _("Vul een datum in")
BANK = pgettext("om geld op te zetten", "Bank")
"""


@pytest.fixture
def huis(tmp_path: Path) -> Path:
    (tmp_path / "wijkspil" / "templates").mkdir(parents=True)
    (tmp_path / "wijkspil" / "templates" / "pagina.html").write_text(PAGINA)
    (tmp_path / "wijkspil" / "code.py").write_text(CODE)
    return tmp_path


def vul_in(huis: Path, msgid: str, vertaling: str) -> None:
    bestand = vertaal.po_bestand("en", huis)
    bestand.write_text(
        bestand.read_text().replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{vertaling}"')
    )


def test_elke_gemarkeerde_tekst_wordt_gevonden(huis: Path) -> None:
    gevonden = {(m.id, m.context) for m in vertaal.verzamel(huis) if m.id}
    assert gevonden == {
        ("Nieuwe vraag", None),
        ("Dag %(naam)s, kom maar binnen.", None),
        (("%(n)s vraag", "%(n)s vragen"), None),
        ("Bank", "om op te zitten"),
        ("Bank", "om geld op te zetten"),
        ("Vul een datum in", None),
    }


def test_bijwerken_bewaart_wat_vertaald_is_en_verandert_daarna_niets(huis: Path) -> None:
    vertaal.werk_bij(huis)
    vul_in(huis, "Nieuwe vraag", "New question")
    assert vertaal.werk_bij(huis) == {"en": 5}
    eerste = vertaal.po_bestand("en", huis).read_text()
    assert "New question" in eerste
    vertaal.werk_bij(huis)
    assert vertaal.po_bestand("en", huis).read_text() == eerste


def test_een_tekst_die_weg_is_verdwijnt_en_wordt_niet_gegokt(huis: Path) -> None:
    vertaal.werk_bij(huis)
    vul_in(huis, "Vul een datum in", "Enter a date")
    (huis / "wijkspil" / "code.py").write_text(CODE.replace("Vul een datum in", "Vul een tijd in"))
    vertaal.werk_bij(huis)
    inhoud = vertaal.po_bestand("en", huis).read_text()
    assert "Vul een datum in" not in inhoud
    assert "Vul een tijd in" in vertaal.ontbrekend(huis)["en"]


def test_een_vertaling_die_een_invulplek_mist_telt_als_fout(huis: Path) -> None:
    vertaal.werk_bij(huis)
    vul_in(huis, "Dag %(naam)s, kom maar binnen.", "Hello, do come in.")
    fouten = vertaal.ontbrekend(huis)["en"]
    assert any(f.startswith("Dag %(naam)s") and "invulplekken" in f for f in fouten)


def test_alleen_wat_ouder_is_wordt_opnieuw_gemaakt(huis: Path) -> None:
    vertaal.werk_bij(huis)
    assert [b.name for b in vertaal.compileer(huis)] == ["django.mo"]
    assert vertaal.compileer(huis) == []


def test_een_kapot_vertaalblok_wordt_met_naam_genoemd(huis: Path) -> None:
    (huis / "wijkspil" / "templates" / "kapot.html").write_text(
        "{% blocktranslate %}a{% if b %}c{% endif %}{% endblocktranslate %}"
    )
    with pytest.raises(OpstartFout, match=r"kapot\.html"):
        vertaal.verzamel(huis)
