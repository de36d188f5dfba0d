"""One line of the work list as HTML. In code, not in a template: there are a hundred per page, and this is ten times quicker.

`format_html` escapes every value; the patterns hold markup only. The same classes as `componenten/klok.html` and `badge.html`.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wijkspil.werkplek.klok import Klok

from .rijen import Rij, Spoed

_VORM = {"bijna": "let-op", "verlopen": "fout", "opgeschort": "pauze"}
_RIJ = (
    '<tr role="row"><th scope="row" role="rowheader"><a class="wsp-rijlink" href="{url}">{wie}</a>'
    '<span class="wsp-tabel__onder">{nummer}</span></th><td role="cell">{wat}</td>'
    '<td role="cell" data-kop="{kop_stap}">{stap}</td><td role="cell" data-kop="{kop_daad}">{daad}</td>'
    '<td role="cell" data-kop="{kop_klok}">{klok}</td>'
    '<td role="cell" data-kop="{kop_wie}">{bij}<span class="wsp-tabel__onder">{onder}</span></td></tr>'
)
_KLOK = '<div class="wsp-klok wsp-klok--{toestand}"><span class="wsp-klok__woord{vorm}">{woord}</span>{balk}</div>{spoed}'
_BALK = (
    '<svg class="wsp-klok__balk" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
    '<rect class="wsp-klok__goot" width="100" height="4"/><rect class="wsp-klok__tijd" width="{}" height="4"/></svg>'
)
_BADGE = '<span class="utrecht-status-badge wsp-badge wsp-badge--lang wsp-vorm wsp-badge--{0} wsp-vorm--{0}">{1}: {2}</span>'


def regels(rijen: list[Rij]) -> SafeString:
    """The body of the table."""
    koppen = {
        "kop_stap": _("Stap"),
        "kop_daad": _("Volgende stap"),
        "kop_klok": _("Klok"),
        "kop_wie": _("Bij wie"),
    }
    niemand = _("nog van niemand")
    return SafeString("\n".join(_regel(rij, koppen, niemand) for rij in rijen))


def _regel(rij: Rij, koppen: dict[str, str], niemand: str) -> SafeString:
    return format_html(
        _RIJ,
        url=rij.url,
        wie=rij.wie,
        nummer=rij.nummer,
        wat=rij.wat,
        stap=rij.stap,
        daad=format_html('<a href="{}">{}</a>', rij.daad_url, rij.daad) if rij.daad else "",
        klok=_klok(rij.klok, rij.spoed, rij.urgentie),
        bij=rij.behandelaar or rij.team,
        onder=rij.team if rij.behandelaar else niemand,
        **koppen,
    )


def _klok(klok: Klok, spoed: Spoed | None, urgentie: str) -> SafeString:
    vorm = _VORM.get(klok.toestand)
    return format_html(
        _KLOK,
        toestand=klok.toestand,
        vorm=f" wsp-vorm wsp-vorm--{vorm}" if vorm else "",
        woord=klok.woord,
        balk=format_html(_BALK, klok.deel) if klok.deel is not None else "",
        spoed=format_html(_BADGE, "fout" if spoed.te_laat else "let-op", urgentie, spoed.woord)
        if spoed
        else "",
    )
