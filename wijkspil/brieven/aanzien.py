"""How the paper looks: the house style that the municipality set itself, else the theme of its way of working.

The colour is fixed with the words of a letter; the logo is put on it when the PDF is made, and stays in that PDF.
"""

from base64 import b64encode

from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.gemeenten.huisstijl import verhouding
from wijkspil.gemeenten.models import Huisstijl
from wijkspil.werkwijzen.werkwijze import Werkwijze

_KLEUR = VasteVraag(lambda: Huisstijl.objects.only("merk"))


def huiskleur(werkwijze: Werkwijze) -> str:
    """The colour of the letterhead as #rrggbb; one query."""
    eigen = _KLEUR.eerste()
    return eigen.merk if eigen is not None else werkwijze.thema.merk


def eigen_logo() -> str:
    """The logo of this municipality as SVG, or nothing; one query."""
    rij = Huisstijl.objects.exclude(logo=None).only("logo", "logo_soort").first()
    return logo_als_svg(bytes(rij.logo), rij.logo_soort) if rij is not None and rij.logo else ""


def logo_als_svg(logo: bytes, soort: str) -> str:
    """One kind of picture for the printer: a PNG goes into an SVG of the same proportions."""
    if soort != "image/png":
        return logo.decode("utf-8", errors="replace")
    breed = 100 * verhouding(logo, soort)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breed:.2f} 100">'
        f'<image width="{breed:.2f}" height="100" href="data:image/png;base64,{b64encode(logo).decode()}"/></svg>'
    )
