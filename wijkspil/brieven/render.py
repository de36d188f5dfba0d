"""Letters: checked data in, one PDF out that is accessible (PDF/UA-1) and lasting (PDF/A-3a).

The text of a letter stands in `sjablonen/<naam>.typ`, what it needs in `teksten.py`, what may never leave in
`bewaking.py`. Data travels as JSON beside the template and is never pasted into it, so nothing that a person typed
can become markup. The same data gives the same bytes: the letter brings its own date and fonts.
"""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock

import font_source_sans_pro
import typst
from django.utils.translation import gettext as _
from pydantic import ValidationError

from wijkspil.brieven.bewaking import BriefFout, als_brieffout, verberg_adres, weiger_bsn
from wijkspil.brieven.kleur import leesbaar_op_wit
from wijkspil.brieven.onderdelen import Briefgegevens
from wijkspil.brieven.teksten import SJABLONEN

MAP = Path(__file__).parent / "sjablonen"


def render(sjabloon: str, gegevens: Mapping[str, object] | Briefgegevens, *, logo: str = "") -> bytes:
    """The letter as PDF bytes, both PDF/UA-1 and PDF/A-3a.

    Args:
        logo: the municipality's own picture as SVG, see `aanzien.logo_als_svg`; none leaves the name alone.

    Raises: BriefFout when something is missing or wrong, when a BSN stands in the data, when a protected address
    stands in the text, or when a character cannot be printed.
    """
    brief = verberg_adres(controleer(sjabloon, gegevens))
    inhoud = brief.model_dump(mode="json") | {"onderwerp": brief.onderwerp}
    inhoud["gemeente"]["kleur"] = leesbaar_op_wit(brief.gemeente.kleur)
    tekst = unicodedata.normalize("NFC", json.dumps(inhoud, ensure_ascii=False))
    moment = datetime.combine(brief.dagtekening, time(12), tzinfo=UTC)
    return _zetter(sjabloon).zet(tekst, moment, logo)


def controleer(sjabloon: str, gegevens: Mapping[str, object] | Briefgegevens) -> Briefgegevens:
    """The data as a complete letter, without making the PDF; for showing what is still missing.

    Raises: BriefFout as `render` does for missing, wrong and forbidden data.
    """
    if (model := SJABLONEN.get(sjabloon)) is None:
        raise BriefFout(
            _("Er is geen brief met de naam “%(naam)s”. Kies uit: %(keuze)s.")
            % {"naam": sjabloon, "keuze": ", ".join(sorted(SJABLONEN))}
        )
    try:
        brief = model.model_validate(gegevens)
    except ValidationError as fout:
        raise als_brieffout(sjabloon, model, fout) from None
    weiger_bsn(brief.model_dump(mode="json"))
    return brief


class _Zetter:
    """One compiler that keeps template and fonts in memory; a lock, because a compiler holds one document."""

    def __init__(self, sjabloon: str) -> None:
        self._compiler = typst.Compiler(
            MAP / f"{sjabloon}.typ", root=MAP, font_paths=_letters(), ignore_system_fonts=True
        )
        self._slot = Lock()

    def zet(self, gegevens: str, moment: datetime, logo: str = "") -> bytes:
        try:
            with self._slot:
                pdf = self._compiler.compile(
                    format="pdf",
                    sys_inputs={"gegevens": gegevens, "logo": logo},
                    pdf_standards=["ua-1", "a-3a"],
                    timestamp=moment,
                )
        except typst.TypstError as fout:
            raise BriefFout(
                _(
                    "De brief kan niet worden gezet: %(reden)s. Meestal staat er een teken in de tekst dat niet "
                    "gedrukt kan worden, zoals een plaatje. Haal dat teken weg en maak de brief opnieuw."
                )
                % {"reden": fout.message}
            ) from fout
        assert isinstance(pdf, bytes)
        return pdf


@cache
def _zetter(sjabloon: str) -> _Zetter:
    return _Zetter(sjabloon)


@cache
def _letters() -> typst.Fonts:
    """Source Sans Pro, and behind it the fonts inside typst; never those of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])
