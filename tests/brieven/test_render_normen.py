"""Every letter is accessible and lasting, says the real validator."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typst

from tests.brieven.plaatjes import SVG, png
from wijkspil.brieven.aanzien import logo_als_svg
from wijkspil.brieven.render import render
from wijkspil.brieven.teksten import SJABLONEN
from wijkspil.brieven.voorbeelden import voorbeeld

if TYPE_CHECKING:
    from tests.brieven.verapdf import VeraPdf

pytestmark = pytest.mark.xdist_group("verapdf")


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_brief_is_pdf_ua_1_en_pdf_a_3a(sjabloon: str, verapdf: "VeraPdf", tmp_path: Path) -> None:
    pad = tmp_path / f"{sjabloon}.pdf"
    pad.write_bytes(render(sjabloon, voorbeeld(sjabloon)))
    for soort in ("ua1", "3a"):
        uitslag = verapdf.controleer(pad, soort)
        assert uitslag.voldoet, f"{soort}: {uitslag.fouten}"
        assert uitslag.controles > 500, "so few checks that the profile cannot have been read"


@pytest.mark.parametrize("soort", ["image/svg+xml", "image/png"])
def test_ook_met_een_eigen_logo(soort: str, verapdf: "VeraPdf", tmp_path: Path) -> None:
    logo = SVG if soort == "image/svg+xml" else png(90, 30)
    pad = tmp_path / "logo.pdf"
    zonder = render("ontvangstbevestiging", voorbeeld("ontvangstbevestiging"))
    pad.write_bytes(
        render("ontvangstbevestiging", voorbeeld("ontvangstbevestiging"), logo=logo_als_svg(logo, soort))
    )
    assert pad.read_bytes() != zonder
    for norm in ("ua1", "3a"):
        uitslag = verapdf.controleer(pad, norm)
        assert uitslag.voldoet, f"{norm}: {uitslag.fouten}"


def test_validator_keurt_een_gewone_pdf_af(verapdf: "VeraPdf", tmp_path: Path) -> None:
    pad = tmp_path / "gewoon.pdf"
    pad.write_bytes(typst.Compiler(b"Zonder titel en zonder labels.").compile(format="pdf", pdf_tags=False))
    for soort in ("ua1", "3a"):
        uitslag = verapdf.controleer(pad, soort)
        assert not uitslag.voldoet
        assert uitslag.fouten
