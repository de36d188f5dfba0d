"""Reports to the council (A12, J16): figures by the platform, the story by people, versions kept, an accessible PDF."""

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import font_source_sans_pro
import typst
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from wijkspil.beleid.actions import WIE, BeleidFout, bewaar_verslag, stel_verslag_vast
from wijkspil.beleid.models import Registerregel, Verslag
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.sturing.cijfers import cijfer
from wijkspil.sturing.periode import Filter, Kwartaal
from wijkspil.sturing.stand import lees_stand
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.sturing.keuze import namen_van
from wijkspil.werkplek.sturing.tonen import als_tabel

LEZERS = (Rol.BELEID, Rol.CONTRACTBEHEER, Rol.TEAMLEIDER)
DELEN: dict[str, tuple[str, ...]] = {
    "Wat kwam er binnen": ("meldingen", "nieuw_en_terug"),
    "Hoe lang duurde het": ("doorlooptijd", "wachten", "te_laat"),
    "Waar losten we het op": ("opgelost", "verschuiving"),
    "Hulp en geld": ("stroom", "vastgelegd", "besparing"),
    "Wat mensen ervan vinden": ("tevredenheid", "clientervaring"),
}
"""The parts of a report, each with its figures. The letter takes the first figure of each part, the half-year report all."""

SJABLOON = Path(__file__).with_name("verslag.typ")


def _cijfers(request: Verzoek, verslag: Verslag) -> list[dict[str, Any]]:
    """The figures as they are now, or as they were when the report was settled."""
    if verslag.status == Verslag.Status.VAST:
        return list(verslag.cijfers)
    stand, kwartaal = lees_stand(request.gemeente.pk), Kwartaal.lees(verslag.kwartaal)
    if stand is None or kwartaal is None:
        return []
    f, namen, uit = Filter.voor(kwartaal, stand.bijgewerkt.date()), namen_van(request), []
    # The council reads Dutch, whoever makes the letter.
    with override("nl"):
        for kop, sleutels in DELEN.items():
            for sleutel in sleutels if verslag.soort == Verslag.Soort.HALFJAAR else sleutels[:1]:
                een = cijfer(stand, sleutel, f, namen)
                tabel = als_tabel(een.kort, str(een.indicator.niet_bekend))
                uit.append(
                    {
                        "deel": kop, "naam": str(een.indicator.naam), "zin": een.zin, "definitie": str(een.indicator.definitie),
                        "koppen": [str(k["tekst"]) for k in tabel["koppen"]],
                        "rijen": [[cel.tekst for cel in rij] for rij in tabel["rijen"]],
                    }
                )  # fmt: skip
    return uit


@pagina(*LEZERS, methoden=("GET", "POST"))
def verslag(request: Verzoek, id: UUID) -> HttpResponse:
    """One report: the figures beside the place for the story; saving (a version) and settling (POST)."""
    rij = get_object_or_404(Verslag, pk=id)
    fout, verhaal = "", dict(rij.verhaal)
    if request.method == "POST":
        verhaal = {kop: request.POST.get(f"deel-{nummer}", "") for nummer, kop in enumerate(DELEN)}
        try:
            with transaction.atomic():
                if rij.rev != int(request.POST.get("rev") or 0):
                    raise Botsing(rij)
                bewaar_verslag(rij, verhaal=verhaal, door=request.door)
                if "vast" in request.POST:
                    stel_verslag_vast(rij, cijfers=_cijfers(request, rij), door=request.door)
            messages.success(
                request,
                _("Vastgesteld.")
                if "vast" in request.POST
                else _("Bewaard als versie %(n)s.") % {"n": rij.versie},
            )
            return naar(request, "verslag", id=rij.pk)
        except (BeleidFout, GeenRecht, Botsing, ValueError) as misgegaan:
            fout = str(misgegaan)
            rij.refresh_from_db()
    cijfers = _cijfers(request, rij)
    return render(
        request,
        "werkplek/beleid/verslag.html",
        {
            "v": rij,
            "periode": _periode(rij),
            "delen": [
                {
                    "nummer": n,
                    "kop": kop,
                    "verhaal": verhaal.get(kop, ""),
                    "cijfers": [c for c in cijfers if c["deel"] == kop],
                }
                for n, kop in enumerate(DELEN)
            ],
            "versies": list(rij.versies.order_by("-versie")),
            "fout": fout,
            "mag": request.door.heeft(*WIE) and rij.status == Verslag.Status.CONCEPT,
        },
        status=422 if fout else 200,
    )


@pagina(*LEZERS)
def verslag_pdf(request: Verzoek, id: UUID) -> HttpResponse:
    """The report as a PDF that everybody can read (PDF/UA-1) and that lasts (PDF/A-3a). A draft says so on every page."""
    rij = get_object_or_404(Verslag, pk=id)
    cijfers, dag = _cijfers(request, rij), rij.vastgesteld_op or klok.vandaag()
    momenten = Registerregel.objects.filter(soort=Registerregel.Soort.MOMENT, op__lte=dag).order_by("-op")[:6]
    with override("nl"):
        gegevens = {
            "titel": f"{rij.get_soort_display().capitalize()}: Wmo, {_periode(rij)}",
            "gemeente": request.gemeente.naam,
            "dag": date_format(dag, "j F Y"),
            "concept": rij.status == Verslag.Status.CONCEPT,
            "delen": [
                {
                    "kop": kop,
                    "verhaal": rij.verhaal.get(kop, ""),
                    "cijfers": [c for c in cijfers if c["deel"] == kop],
                }
                for kop in DELEN
            ],
            "momenten": [{"dag": date_format(m.op, "j F Y"), "naam": m.naam} for m in momenten],
        }
    pdf = _zetter().compile(
        format="pdf",
        sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
        pdf_standards=["ua-1", "a-3a"],
        timestamp=datetime.combine(dag, time(12), tzinfo=UTC),
    )
    naam = f"{request.gemeente.slug}-{rij.soort}-{rij.kwartaal}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{naam}"'}
    )


def _periode(rij: Verslag) -> str:
    kwartaal = Kwartaal.lees(rij.kwartaal)
    return kwartaal.label if kwartaal else rij.kwartaal


@cache
def _letters() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])


def _zetter() -> typst.Compiler:
    """A compiler for one report: a compiler holds one document, and reports are few."""
    return typst.Compiler(SJABLOON, root=SJABLOON.parent, font_paths=_letters(), ignore_system_fonts=True)
