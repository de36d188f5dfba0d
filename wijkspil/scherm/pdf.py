"""A PDF as an answer: shown in a frame of our own page, or saved as a file. Never sniffed, never kept in a cache."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

# The document may load nothing, and only our own pages may hold it. No `sandbox` here: browsers that show PDFs themselves
# refuse a document that carries it.
_KADER = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"


def pdf_in_kader(pdf: bytes, naam: str) -> HttpResponse:
    antwoord = _antwoord(pdf, naam, "inline")
    antwoord["Content-Security-Policy"] = _KADER
    antwoord["X-Frame-Options"] = "SAMEORIGIN"
    return antwoord


def pdf_als_bestand(pdf: bytes, naam: str) -> HttpResponse:
    return _antwoord(pdf, naam, "attachment")


def niet_te_maken(request: Any, uitleg: str, terug_url: str) -> HttpResponse:
    """The letter can't be made now: why, and what to do (422)."""
    context = {
        "code": 422,
        "kop": _("De brief kan nog niet worden gemaakt"),
        "uitleg": uitleg,
        "stappen": [_("Ga terug, vul aan wat ontbreekt en bekijk de brief opnieuw.")],
        "terug_url": terug_url,
    }
    return render(request, "basis/fout.html", context, status=422)


def _antwoord(pdf: bytes, naam: str, wijze: str) -> HttpResponse:
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'{wijze}; filename="{naam}"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Cache-Control"] = "no-store"
    return antwoord
