"""One line of the work list as HTML. In code, not in a template: there are a hundred per page, and this is ten times quicker.

`_vul` escapes every value; the patterns hold markup only. The same classes as `componenten/klok.html` and `badge.html`.
"""

from html import escape

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
_DAAD = '<a href="{}">{}</a>'
_BADGE = '<span class="utrecht-status-badge wsp-badge wsp-badge--lang wsp-vorm wsp-badge--{0} wsp-vorm--{0}">{1}: {2}</span>'


def regels(rijen: list[Rij]) -> SafeString:
    """The body of the table."""
    koppen = {
        "kop_stap": _vul("{}", _("Stap")),
        "kop_daad": _vul("{}", _("Volgende stap")),
        "kop_klok": _vul("{}", _("Klok")),
        "kop_wie": _vul("{}", _("Bij wie")),
    }
    niemand = _("nog van niemand")
    return SafeString("\n".join(_regel(rij, koppen, niemand) for rij in rijen))


def _vul(patroon: str, *waarden: str, **namen: str) -> SafeString:
    """Fill a pattern as `format_html` does, for plain strings only: without the detour for lazy ones, three times quicker."""
    return SafeString(
        patroon.format(*map(_veilig, waarden), **{naam: _veilig(waarde) for naam, waarde in namen.items()})
    )


def _veilig(waarde: str) -> str:
    return waarde if isinstance(waarde, SafeString) else escape(waarde)


def _regel(rij: Rij, koppen: dict[str, SafeString], niemand: str) -> SafeString:
    return _vul(
        _RIJ,
        url=rij.url,
        wie=rij.wie,
        nummer=rij.nummer,
        wat=rij.wat,
        stap=rij.stap,
        daad=_vul(_DAAD, rij.daad_url, rij.daad) if rij.daad else "",
        klok=_klok(rij.klok, rij.spoed, rij.urgentie),
        bij=rij.behandelaar or rij.team,
        onder=rij.team if rij.behandelaar else niemand,
        **koppen,
    )


def _klok(klok: Klok, spoed: Spoed | None, urgentie: str) -> SafeString:
    vorm = _VORM.get(klok.toestand)
    return _vul(
        _KLOK,
        toestand=klok.toestand,
        vorm=f" wsp-vorm wsp-vorm--{vorm}" if vorm else "",
        woord=klok.woord,
        balk=_vul(_BALK, str(klok.deel)) if klok.deel is not None else "",
        spoed=_vul(_BADGE, "fout" if spoed.te_laat else "let-op", urgentie, spoed.woord) if spoed else "",
    )
