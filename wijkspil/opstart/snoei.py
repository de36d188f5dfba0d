"""Prune the component CSS of others to what our pages use, so that a page stays under 100 kB on a slow line.

`wijkspil/static/gebruikte_componenten.txt` names the components. A rule stays when one of its selectors belongs to one of
them; a token stays when a rule that stayed, or our own CSS, refers to it, directly or through another token.
Written for the plain, unminified files that we fetch: no CSS parser is needed, and what isn't understood is kept.
"""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
_TOKEN = re.compile(r"^\s*(--[\w-]+)\s*:\s*(.*?);\s*$", re.MULTILINE | re.DOTALL)
_VERWIJZING = re.compile(r"var\(\s*(--[\w-]+)")
_ELDERS = ("utrecht-rich-text", "utrecht-html", "utrecht-document--html", "--html-content")


def componenten(tekst: str) -> set[str]:
    """Return the component names in the list: one per line, `#` starts a comment."""
    return {regel.split("#")[0].strip() for regel in tekst.splitlines()} - {""}


def snoei_regels(css: str, namen: set[str]) -> str:
    """Return `css` with only the rules of the components in `namen`."""
    return "".join(_keep(css, _selector(namen)))


def snoei_tokens(css: str, gebruikers: str) -> str:
    """Return the token sheet with only the tokens that `gebruikers` (the CSS that stayed, and ours) needs."""
    waarden: dict[str, set[str]] = {}
    for naam, waarde in _TOKEN.findall(css):
        waarden.setdefault(naam, set()).update(_VERWIJZING.findall(waarde))
    nodig: set[str] = set()
    wachtend = set(_VERWIJZING.findall(gebruikers))
    while wachtend:
        naam = wachtend.pop()
        if naam not in nodig:
            nodig.add(naam)
            wachtend |= waarden.get(naam, set())
    return re.sub(r"\n{2,}", "\n", _TOKEN.sub(lambda m: m[0] if m[1] in nodig else "", css))


def _selector(namen: set[str]) -> re.Pattern[str]:
    keuze = "|".join(sorted((re.escape(naam) for naam in namen), key=len, reverse=True))
    return re.compile(rf"\.utrecht-(?:{keuze})(?:--|__|-[1-6](?![\w-])|(?![\w-]))")


def _keep(css: str, van_ons: re.Pattern[str]) -> Iterator[str]:
    """Yield the rules to keep; an @media block is kept with what is left in it."""
    for kop, inhoud in _blocks(_COMMENT.sub("", css)):
        if inhoud is None:  # @charset, @import
            yield f"{kop};\n"
        elif kop.startswith(("@media", "@supports", "@container", "@layer")):
            if rest := "".join(_keep(inhoud, van_ons)):
                yield f"{kop} {{\n{rest}}}\n"
        elif kop.startswith("@"):  # @keyframes, @font-face
            yield f"{kop} {{{inhoud}}}\n"
        else:
            selectors = [s.strip() for s in kop.split(",")] if "(" not in kop else [kop]
            over = [s for s in selectors if van_ons.search(s) and not any(e in s for e in _ELDERS)]
            if over:
                yield f"{', '.join(over)} {{{inhoud}}}\n"


def _blocks(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield (what stands before the brace, what stands between the braces) for each top-level block."""
    begin = positie = diepte = 0
    kop = ""
    while positie < len(css):
        teken = css[positie]
        if teken in "\"'":  # a brace or semicolon in a string is text
            positie = _end_of_string(css, positie)
        elif teken == "{":
            if diepte == 0:
                kop, begin = css[begin:positie].strip(), positie + 1
            diepte += 1
        elif teken == "}":
            diepte -= 1
            if diepte == 0:
                yield kop, css[begin:positie]
                begin = positie + 1
        elif teken == ";" and diepte == 0:
            yield css[begin:positie].strip(), None
            begin = positie + 1
        positie += 1


def _end_of_string(css: str, begin: int) -> int:
    einde = begin + 1
    while css[einde] != css[begin]:
        einde += 2 if css[einde] == "\\" else 1
    return einde
