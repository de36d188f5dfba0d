"""Reads a letter back, the way a recipient or an archive would."""

from io import BytesIO

from pypdf import PdfReader


def bladzijden(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages]


def alles(pdf: bytes) -> str:
    """All text on one line, so that a sentence is found across line ends."""
    return " ".join(" ".join(bladzijden(pdf)).split())


def eigenschappen(pdf: bytes) -> str:
    """Everything the file says about itself: document information, XMP, bookmarks."""
    lezer = PdfReader(BytesIO(pdf))
    xmp = lezer.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    return f"{lezer.metadata} {xmp} {lezer.outline}"
