"""Money that waits: claims as they are after the judgement, and bank accounts that two people agreed on."""

from datetime import date

from tests.ondersteuning.opdrachten import bewaar, opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.betalingen.actions import (
    bevestig_rekening,
    geef_vrij,
    stel_batch_op,
    stel_rekening_voor,
    vorder_terug,
)
from wijkspil.betalingen.actions.bijdrage import maak_bijdragebestand
from wijkspil.betalingen.models import Betaalbatch, Bijdragebestand, Rekening, Terugvordering
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.actions import start_levering
from wijkspil.ondersteuning.models import Declaratie, Declaratieregel, Toewijzing
from wijkspil.regels.iban import maak_iban

KEES, FLEUR, NOOR = "Kees van Dongen", "Fleur Jacobs", "Noor Verhoeven"


def iban(n: int) -> str:
    """The n-th invented account; the bank doesn't exist."""
    return maak_iban("NL", f"OEFN{n:010d}")


def rekening(wijk: Wijk, aanbieder: Aanbieder | None, n: int) -> Rekening:
    """Proposed by one, confirmed by the other."""
    naam = aanbieder.naam if aanbieder else "Gemeente"
    r = stel_rekening_voor(
        aanbieder, iban=iban(n), tenaamstelling=naam, hoe_nagegaan="teruggebeld", door=wijk.als(KEES)
    )
    return bevestig_rekening(r, door=wijk.als(FLEUR))


def rekeningen(wijk: Wijk, *aanbieders: Aanbieder) -> None:
    """Ours and theirs, where none is known yet."""
    bekend = set(Rekening.objects.filter(status="bevestigd").values_list("aanbieder_id", flat=True))
    if None not in bekend:
        rekening(wijk, None, 1)
    for n, a in enumerate(aanbieders, start=2):
        if a.pk not in bekend:
            rekening(wijk, a, n)


def beoordeeld(wijk: Wijk, t: Toewijzing, nummer: str, cent: int = 31000) -> Declaratie:
    """A judged claim of one line on an order; a negative amount is a credit."""
    assert t.aanbieder is not None
    d = bewaar(
        wijk,
        Declaratie(
            aanbieder=t.aanbieder, nummer=nummer, periode=date(2026, 3, 1), dagtekening=vandaag(), ingediend_cent=cent,
            toegekend_cent=cent, status=Declaratie.Status.BEOORDEELD,
        ),
    )  # fmt: skip
    bewaar(
        wijk,
        Declaratieregel(
            declaratie=d, toewijzing=t, referentie=f"R{nummer}", van=date(2026, 3, 1), tot=date(2026, 3, 31), volume=1, eenheid="82",
            cent=abs(cent), is_credit=cent < 0, goedgekeurd=True,
        ),
    )  # fmt: skip
    return d


def twee_aanbieders(wijk: Wijk) -> tuple[Toewijzing, Toewijzing]:
    """Orders to two providers that have accounts."""
    een = opdracht(wijk, 1)
    ander = (
        Aanbieder.objects.exclude(pk=een.aanbieder_id)
        .filter(
            soort="aanbieder", contracten__tarieven__product__code="02A16", contracten__tarieven__trap="licht"
        )
        .earliest("gemaakt_op")
    )
    twee = opdracht(wijk, 2, aanbieder=ander)
    assert een.aanbieder is not None and twee.aanbieder is not None
    rekeningen(wijk, een.aanbieder, twee.aanbieder)
    return een, twee


def betaalwerk(wijk: Wijk) -> tuple[Betaalbatch, Terugvordering]:
    """For the walkers: a released batch with something set off, a reclaim, an account that waits, and something to pay."""
    een, twee = twee_aanbieders(wijk)
    assert een.aanbieder is not None and twee.aanbieder is not None
    kees = wijk.als(KEES)
    vordering = vorder_terug(een.aanbieder, cent=40000, reden="steekproef: uren na de stop", door=kees)
    beoordeeld(wijk, een, "W1"), beoordeeld(wijk, twee, "W2", 500)
    batch = geef_vrij(stel_batch_op(door=kees), door=wijk.als(FLEUR))
    beoordeeld(wijk, een, "W3"), beoordeeld(wijk, twee, "W4", 700)
    stel_rekening_voor(
        twee.aanbieder, iban=iban(60), tenaamstelling="Anders", hoe_nagegaan="brief", door=kees
    )
    return batch, vordering


def bijdragebestand(wijk: Wijk) -> Bijdragebestand:
    """For the walkers: a file for the CAK, and one more period that must still go."""
    kees = wijk.als(KEES)
    for n in (41, 42):
        t = opdracht(wijk, n)
        start_levering(t, op=t.ingang, door=kees)
        if n == 41:
            bestand = maak_bijdragebestand(door=kees)
    return bestand
