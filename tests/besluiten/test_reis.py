"""Two journeys: a decision in Land van Cuijk, and in Alphen an agreement that becomes a decision on request."""

from io import BytesIO

from pypdf import PdfReader

from tests.besluiten.verhaal import bekend, gebeurtenis, voor_afspraak
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.besluiten.actions import (
    maak_afspraak,
    maak_bekend,
    neem_besluit,
    stel_besluit_op,
    zet_om_in_aanvraag,
)
from wijkspil.besluiten.models import Afspraak
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.klok import vandaag
from wijkspil.toegang.models import Klok, Stap


def tekst(brief: Brief) -> str:
    assert brief.pdf is not None
    return " ".join(
        " ".join(blad.extract_text() for blad in PdfReader(BytesIO(bytes(brief.pdf))).pages).split()
    )


def test_een_besluit_in_land_van_cuijk_komt_als_brief_aan(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    uitbox.leeg(lvc.gemeente.pk)

    assert besluit.hulpvraag.stap == Stap.OPDRACHT
    brief = Brief.objects.get(sjabloon="beschikking")
    assert brief.status == Brief.Status.KLAAR
    assert brief.paginas == 3
    gelezen = tekst(brief)
    assert "stofzuigen en dweilen" in gelezen
    assert "vier keer per jaar" in gelezen
    assert "Dochter Anja: Boodschappen doen" in gelezen
    assert "150" not in gelezen
    assert "2 uur" not in gelezen
    assert besluit.nummer in gelezen


def test_alphen_afspraak_dan_besluit_op_verzoek_dan_besluit(alphen: Wijk) -> None:
    plan, tobias = voor_afspraak(alphen), consulent(alphen)
    afspraak = maak_afspraak(plan.hulpvraag, plan, tekst="Ik wil weer ritme in mijn week.", door=tobias)
    assert plan.hulpvraag.stap == Stap.OPDRACHT

    aanvraag = zet_om_in_aanvraag(afspraak, door=tobias)

    assert Afspraak.objects.get().status == Afspraak.Status.OMGEZET
    assert plan.hulpvraag.stap == Stap.BESLUIT
    assert gebeurtenis("besluit.verzocht").gegevens["met_afspraak"] is True
    assert Klok.objects.filter(soort=Klok.Soort.BESLUIT, status=Klok.Status.LOOPT).count() == 1

    besluit = stel_besluit_op(
        aanvraag, plan, soort="toekenning", motivering="Zo blijft u zelf aan het roer.", door=tobias
    )
    neem_besluit(besluit, door=tobias)
    maak_bekend(besluit, door=tobias, op=vandaag())
    uitbox.leeg(alphen.gemeente.pk)

    assert {b.sjabloon for b in Brief.objects.filter(status=Brief.Status.KLAAR)} >= {
        "afspraakbevestiging",
        "beschikking",
    }
    assert "U betaalt geen eigen bijdrage" in tekst(Brief.objects.get(sjabloon="beschikking"))
