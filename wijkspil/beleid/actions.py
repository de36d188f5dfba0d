"""Writing in the register of policy. Policy advisers and contract managers; nothing here touches a file of a resident."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.core.klok import vandaag

from .models import Besparing, Peiling, Registerregel, Verslag, Verslagversie
from .peiling import Uitslag

WIE = (Rol.BELEID, Rol.CONTRACTBEHEER)
LANGSTE = 6000


class BeleidFout(ValueError):
    """It can't be written down like this; the message says what to do."""


def leg_regel_vast(
    *,
    soort: str,
    op: date,
    naam: str,
    door: Door,
    tekst: str = "",
    cijfer: str = "",
    bedrag_cent: int | None = None,
) -> Registerregel:
    """Write a dated line: a moment that figures must be read with, a signal to VNG, a lesson, or an initiative."""
    door.eis(*WIE, om_te=_("iets in het beleidsregister zetten"))
    if not naam.strip():
        raise BeleidFout(_("Geef het een naam, zodat een ander het herkent."))
    with handeling("registerregel.vastgelegd", door=door, doel="beleidsregister bijhouden") as h:
        regel = h.maak(
            Registerregel(
                soort=soort,
                op=op,
                naam=naam.strip(),
                tekst=tekst.strip(),
                cijfer=cijfer,
                bedrag_cent=bedrag_cent,
            )
        )
        h.over(regel)
        h.meld(dag=op, code=soort, woord=regel.get_soort_display(), op=f"{op:%d-%m-%Y}")
    return regel


def werk_regel_bij(regel: Registerregel, *, resultaat: str, door: Door) -> Registerregel:
    """Add what came of it."""
    door.eis(*WIE, om_te=_("het beleidsregister bijwerken"))
    with handeling("registerregel.bijgewerkt", door=door, doel="beleidsregister bijhouden") as h:
        regel.resultaat = resultaat.strip()
        h.bewaar(regel, "resultaat")
        h.over(regel)
        h.meld(code=regel.soort, woord=regel.get_soort_display(), op=f"{regel.op:%d-%m-%Y}")
    return regel


def stel_besparing_vast(*, naam: str, jaar: int, doel_cent: int, door: Door) -> Besparing:
    door.eis(*WIE, om_te=_("een besparing vastleggen"))
    if doel_cent <= 0:
        raise BeleidFout(_("Een besparing heeft een bedrag nodig van meer dan nul."))
    if Besparing.objects.filter(naam=naam.strip(), jaar=jaar).exists():
        raise BeleidFout(_("Deze besparing staat er al voor dat jaar. Werk die bij."))
    with handeling("besparing.vastgesteld", door=door, doel="besparing vastleggen") as h:
        rij = h.maak(Besparing(naam=naam.strip(), jaar=jaar, doel_cent=doel_cent))
        h.over(rij)
        h.meld(**_feiten(rij))
    return rij


def werk_besparing_bij(
    rij: Besparing, *, gerealiseerd_cent: int, stand: str, reden: str, door: Door
) -> Besparing:
    """Say what was reached; behind or let go needs the reason (H25)."""
    door.eis(*WIE, om_te=_("een besparing bijwerken"))
    if stand in (Besparing.Stand.VERTRAAGD, Besparing.Stand.LOSGELATEN) and not reden.strip():
        raise BeleidFout(_("Schrijf waarom de besparing niet loopt zoals bedoeld. De raad vraagt daarnaar."))
    with handeling("besparing.bijgewerkt", door=door, doel="besparing bijwerken") as h:
        rij.gerealiseerd_cent, rij.stand, rij.reden = gerealiseerd_cent, stand, reden.strip()
        h.bewaar(rij, "gerealiseerd_cent", "stand", "reden")
        h.over(rij)
        h.meld(**_feiten(rij))
    return rij


def _feiten(rij: Besparing) -> dict[str, Any]:
    return {
        "sleutel": str(rij.pk), "jaar": rij.jaar, "code": rij.stand, "stand": rij.get_stand_display(),
        "doel_cent": rij.doel_cent, "gerealiseerd_cent": rij.gerealiseerd_cent,
    }  # fmt: skip


def neem_peiling_op(uitslag: Uitslag, *, jaar: int, op: date, bron: str, door: Door) -> Peiling:
    """Keep the counts of a survey; one event per question, dated on the day of the survey."""
    door.eis(*WIE, om_te=_("een cliëntervaringsonderzoek inlezen"))
    if op > vandaag():
        raise BeleidFout(_("Kies een dag die al is geweest."))
    with handeling(
        "peiling.ingelezen", door=door, doel="cliëntervaringsonderzoek inlezen", grond="Wmo 2015 art. 2.5.1"
    ) as h:
        rij = h.maak(
            Peiling(jaar=jaar, op=op, bron=bron.strip(), mensen=uitslag.mensen, antwoorden=uitslag.antwoorden)
        )
        h.over(rij)
        h.meld(dag=op, jaar=jaar, mensen=uitslag.mensen)
        for vraag, telling in uitslag.antwoorden.items():
            with handeling("peiling.beantwoord", door=door, doel="cliëntervaringsonderzoek inlezen") as per:
                per.over(rij)
                per.meld(
                    dag=op, jaar=jaar, vraag=int(vraag), eens=telling["eens"], aantal=sum(telling.values())
                )
    return rij


def begin_verslag(*, soort: str, kwartaal: str, periode: str, door: Door) -> Verslag:
    """A draft for a quarter; asking again gives the one that is there."""
    door.eis(*WIE, om_te=_("een verslag maken"))
    bestaand = Verslag.objects.filter(soort=soort, kwartaal=kwartaal).first()
    if bestaand is not None:
        return bestaand
    with handeling("verslag.begonnen", door=door, doel="verslag maken") as h:
        verslag = h.maak(Verslag(soort=soort, kwartaal=kwartaal))
        h.over(verslag)
        h.meld(code=soort, woord=verslag.get_soort_display(), periode=periode)
    return verslag


def bewaar_verslag(verslag: Verslag, *, verhaal: Mapping[str, str], door: Door) -> Verslag:
    """Save the story. What it said before stays as a version.

    Raises:
        BeleidFout: it was settled; or a part is longer than fits.
        Botsing: a colleague saved in the meantime.
    """
    door.eis(*WIE, om_te=_("een verslag schrijven"))
    _eis_concept(verslag)
    schoon = {kop: tekst.strip() for kop, tekst in verhaal.items()}
    if any(len(tekst) > LANGSTE for tekst in schoon.values()):
        raise BeleidFout(
            _(
                "Een stuk is te lang voor een brief (hoogstens %(n)s tekens). Kort het in, of voeg een bijlage toe."
            )
            % {"n": LANGSTE}
        )
    if schoon == verslag.verhaal:
        return verslag
    with handeling("verslag.bewaard", door=door, doel="verslag schrijven") as h:
        h.maak(Verslagversie(verslag=verslag, versie=verslag.versie, verhaal=verslag.verhaal, door=door.naam))
        verslag.verhaal, verslag.versie = schoon, verslag.versie + 1
        h.bewaar(verslag, "verhaal", "versie")
        h.over(verslag)
        h.meld(code=verslag.soort, woord=verslag.get_soort_display(), versie=verslag.versie)
    return verslag


def stel_verslag_vast(verslag: Verslag, *, cijfers: Sequence[Mapping[str, Any]], door: Door) -> Verslag:
    """Settle it: the figures of today are kept with it, so that what the council got can always be shown again."""
    door.eis(*WIE, om_te=_("een verslag vaststellen"))
    _eis_concept(verslag)
    with handeling("verslag.vastgesteld", door=door, doel="verslag vaststellen") as h:
        verslag.status, verslag.vastgesteld_op = Verslag.Status.VAST, h.dag
        verslag.cijfers = [dict(rij) for rij in cijfers]
        h.bewaar(verslag, "status", "vastgesteld_op", "cijfers")
        h.over(verslag)
        h.meld(code=verslag.soort, woord=verslag.get_soort_display(), versie=verslag.versie)
    return verslag


def _eis_concept(verslag: Verslag) -> None:
    if verslag.status != Verslag.Status.CONCEPT:
        raise BeleidFout(
            _("Dit verslag is vastgesteld en verandert niet meer. Begin een verslag over een ander kwartaal.")
        )


def leg_uitvoer_vast(*, code: str, woord: str, periode: str, rijen: int, door: Door) -> None:
    """Write down that somebody took a file along (CBS, Gemeentelijk Gegevensmodel, process mining), and how much was in it."""
    door.eis(Rol.BELEID, om_te=_("een bestand voor een ander meenemen"))
    with handeling("uitvoer.gemaakt", door=door, doel="gegevens leveren", grond=code) as h:
        h.meld(code=code, woord=woord, periode=periode, rijen=rijen)
