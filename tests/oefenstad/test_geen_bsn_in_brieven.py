"""Every letter of a played town is read for a BSN, in its data and in its pages (L1, L3): none, on any of them.

Small here; `WIJKSPIL_BRIEVEN` sets the number of questions for the drill at full size (10,000 letters).
"""

import os
import re
from datetime import UTC, date, datetime

import pytest

from tests.brieven.lezen import alles
from tests.wijk import Wijk
from wijkspil.brieven.actions import pdf_van
from wijkspil.brieven.bewaking import teksten_in
from wijkspil.brieven.models import Brief
from wijkspil.inwoners.models import Inwoner
from wijkspil.oefenstad.opdracht import Opdracht
from wijkspil.oefenstad.samenspel import speel
from wijkspil.regels import bsn

VRAGEN = int(os.environ.get("WIJKSPIL_BRIEVEN", "12"))
OP_PAPIER = 40
"""So many letters are also read as pages; the data of all others is what their pages are made of."""
_CIJFERS = re.compile(r"(?<!\d)(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?!\d)")
"""A BSN as people write it; a file number such as 2026-00002 has other groups."""


def met_bsn(tekst: str) -> bool:
    return any(bsn.is_geldig(re.sub(r"\D", "", vondst)) for vondst in _CIJFERS.findall(tekst))


def test_geen_brief_van_een_gespeelde_stad_draagt_een_bsn(
    lvc: Wijk, capsys: pytest.CaptureFixture[str]
) -> None:
    speel(
        Opdracht(
            "land-van-cuijk",
            VRAGEN,
            7,
            date(2026, 1, 5),
            tot=datetime(2026, 6, 18, 16, 0, tzinfo=UTC),
            met_pdf=False,
        )
    )
    assert Inwoner.objects.filter(bsn__isnull=False).count() >= VRAGEN // 2, (
        "there are numbers that could leak"
    )
    brieven = Brief.objects.select_related("inwoner").order_by("gemaakt_op")
    gelezen = 0
    for nummer, brief in enumerate(brieven.iterator(chunk_size=200)):
        eigen = brief.inwoner.bsn
        for pad, tekst in teksten_in(brief.gegevens):
            assert not met_bsn(tekst), f"{brief.kenmerk}: {pad}"
            assert eigen is None or eigen not in tekst
        if nummer < OP_PAPIER:
            papier = alles(pdf_van(brief))
            assert not met_bsn(papier), brief.kenmerk
            assert brief.kenmerk in papier, "the mark of this recipient (L1)"
            assert brief.gegevens["kenmerk"] in papier
        gelezen += 1
    with capsys.disabled():
        print(f"\n{gelezen} brieven gelezen, {min(gelezen, OP_PAPIER)} ook op papier: 0 met een BSN")
    assert gelezen >= VRAGEN
    assert met_bsn("BSN 999990019 staat hier"), "the reader knows one when it sees one"
