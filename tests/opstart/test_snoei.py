"""Pruning keeps what a page uses, whole, and drops the rest."""

from wijkspil.opstart.snoei import componenten, snoei_regels, snoei_tokens

CSS = """@charset "UTF-8";
/* uitleg { met haken } */
.utrecht-button, .utrecht-accordion { color: var(--utrecht-button-color); }
.utrecht-button--primary:hover::before { content: "}"; }
.utrecht-button-group { gap: 1rem; }
.utrecht-rich-text .utrecht-button { margin: 0; }
.utrecht-heading-2 { margin: 0; }
@media print { .utrecht-button { display: none; } .utrecht-accordion { margin: 0; } }
@media screen { .utrecht-accordion { margin: 0; } }
"""
TOKENS = """.thema {
  --utrecht-button-color: var(--basis-rood);
  --basis-rood: #c00;
  --basis-groen: #0c0;
  --ongebruikt: var(--basis-groen);
}
"""


def test_de_lijst_kent_toelichting() -> None:
    assert componenten("# kop\nbutton  # knop\n\ntable\n") == {"button", "table"}


def test_alleen_regels_van_gebruikte_onderdelen_blijven() -> None:
    over = snoei_regels(CSS, {"button", "heading"})
    assert over.startswith('@charset "UTF-8";')
    assert ".utrecht-button { color: var(--utrecht-button-color); }" in over
    assert 'content: "}"' in over
    assert ".utrecht-heading-2" in over
    for weg in ("accordion", "button-group", "rich-text", "screen", "uitleg"):
        assert weg not in over
    assert "@media print {\n.utrecht-button { display: none; }\n}" in over


def test_een_token_blijft_zolang_iets_er_op_uitkomt() -> None:
    over = snoei_tokens(TOKENS, snoei_regels(CSS, {"button"}))
    assert "--utrecht-button-color: var(--basis-rood);" in over
    assert "--basis-rood: #c00;" in over
    assert "groen" not in over
    assert "ongebruikt" not in over
    assert over.count("{") == over.count("}") == 1
